#!/usr/bin/env bash
# Builds the program for Linux as it is handed out, to target/packages/linux/vanthu.
#
# With cargo-zigbuild (pip install cargo-zigbuild ziglang) it runs with glibc 2.17 and newer, that
# is on every distribution since 2014; without it, with the glibc of this machine and newer.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
target=x86_64-unknown-linux-gnu
glibc=2.17
folder=target/linux
# No path of this machine gets into the program.
export RUSTFLAGS="--remap-path-prefix=$PWD=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates"
if command -v cargo-zigbuild >/dev/null; then
  "$cargo" zigbuild --profile dist --locked --target "$target.$glibc" --target-dir "$folder"
else
  echo "no cargo-zigbuild: the program will need the glibc of this machine" >&2
  "$cargo" build --profile dist --locked --target "$target" --target-dir "$folder"
fi
mkdir -p target/packages/linux
# What takes the room is looked up in this one: packaging/size.py.
cp "$folder/$target/dist/vanthu" target/packages/linux/vanthu.symbols
strip -o target/packages/linux/vanthu target/packages/linux/vanthu.symbols
