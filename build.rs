//! Gives the program a fingerprint: a hash of all it is made from, so that a document can say
//! which program made it, and is made anew by another one.
#![expect(clippy::disallowed_methods, reason = "a build script reads the sources")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// All that is compiled in; the lock file stands for the libraries.
const MADE_FROM: [&str; 5] = ["Cargo.lock", "Cargo.toml", "build.rs", "src", "templates"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for path in MADE_FROM {
        println!("cargo:rerun-if-changed={path}");
        collect(Path::new(path), &mut files)?;
    }
    files.sort();
    let mut hasher = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    for path in &files {
        add(path.to_string_lossy().replace('\\', "/").as_bytes());
        add(&fs::read(path)?);
    }
    for name in ["TARGET", "OPT_LEVEL", "CARGO_CFG_FEATURE"] {
        add(env::var(name).unwrap_or_default().as_bytes());
    }
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    add(&Command::new(compiler).arg("--version").output()?.stdout);
    let hash = hasher.finalize().to_hex();
    println!("cargo:rustc-env=VANTHU_FINGERPRINT={}", &hash[..16]);
    Ok(())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
