#!/usr/bin/env bash
# Unpacks Debian's Rust, the sources of its standard library and what both need into target/debian:
# rustup's standard library for Windows is not needed. Nothing is installed, nothing else changed.
# Wants Debian 12 with its security updates. DEBIAN_RUST names another folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=${DEBIAN_RUST:-$PWD/target/debian}
[ ! -x "$root/usr/bin/cargo" ] || exit 0
packages="rustc-web cargo-web rust-web-src libstd-rust-web-1.96 libstd-rust-web-dev libllvm22
  libgit2-1.5 libhttp-parser2.9 libmbedcrypto7 libmbedx509-1 libmbedtls14"
debs=target/debs
mkdir -p "$debs" "$root"
for package in $packages; do
  ls "$debs/$package"_*.deb >/dev/null 2>&1 || (cd "$debs" && apt-get download "$package")
  dpkg -x "$debs/$package"_*.deb "$root"
done
