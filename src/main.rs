//! The command `vanthu`: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    vanthu::cli::run(std::env::args_os())
}
