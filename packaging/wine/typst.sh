#!/usr/bin/env bash
# Builds the Typst program for Windows, so that both engines can be compared under wine, to
# target/wine/typst/bin/typst.exe. For tests only: not optimised, for that takes half as long.
set -euo pipefail
cd "$(dirname "$0")/../.."
packaging/windows/toolchain.sh
version=$(sed -n 's/^TYPST_VERSION := //p' Makefile)
root=${DEBIAN_RUST:-$PWD/target/debian}
export PATH="$root/usr/bin:$PATH" LD_LIBRARY_PATH="$root/usr/lib/x86_64-linux-gnu" RUSTC="$root/usr/bin/rustc"
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_STRIP=symbols
cargo install typst-cli --version "$version" --locked -Zbuild-std=std,panic_unwind \
  --target x86_64-pc-windows-gnu --root target/wine/typst --target-dir target/windows-typst
