#!/usr/bin/env bash
# Builds the program for Windows as it is handed out, on Linux, to target/packages/windows/vanthu.exe:
# Debian's Rust compiles its own standard library, Debian's mingw-w64 links.
# Wants the package gcc-mingw-w64-x86-64; see toolchain.sh for the others.
set -euo pipefail
cd "$(dirname "$0")/../.."
packaging/windows/toolchain.sh
root=${DEBIAN_RUST:-$PWD/target/debian}
target=x86_64-pc-windows-gnu
export PATH="$root/usr/bin:$PATH" LD_LIBRARY_PATH="$root/usr/lib/x86_64-linux-gnu" RUSTC="$root/usr/bin/rustc"
# Only this lets a stable compiler build its standard library.
export RUSTC_BOOTSTRAP=1
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
# The linker puts this time into the program, and no other one.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export RUSTFLAGS="--remap-path-prefix=$PWD=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$root/usr/src=rust"
cargo build -Zbuild-std=std,panic_unwind --profile dist --locked --target "$target" \
  --target-dir target/windows "$@"
mkdir -p target/packages/windows
cp "target/windows/$target/dist/vanthu.exe" target/packages/windows/vanthu.symbols.exe
x86_64-w64-mingw32-strip -p -o target/packages/windows/vanthu.exe \
  target/packages/windows/vanthu.symbols.exe
