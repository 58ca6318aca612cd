#!/usr/bin/env bash
# Tries the packages for Linux as a new user would: the .deb on a Debian that debootstrap has just
# made, with nothing else installed; the archive there and on an older Debian; the wheel in a fresh
# environment of Python. Runs as root. The bare systems are kept in target/roots.
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$PWD/target/packages
roots=$PWD/target/roots
python=${PYTHON:-python3}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
work=$(mktemp -d)
trap 'for root in "$roots"/*/; do umount "$root/proc" 2>/dev/null || true; done; rm -rf "$work"' EXIT

# bare NAME: a Debian without anything that is not essential, with /proc, in target/roots/NAME.
bare() {
  local root=$roots/$1
  if [ ! -e "$root/.whole" ]; then
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase "$1" "$root" "$mirror" >"$work/debootstrap.log" \
      || { tail -n 20 "$work/debootstrap.log"; return 1; }
    touch "$root/.whole"
  fi
  mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
}

echo "== .deb on Debian 12 with nothing else installed"
bare bookworm
root=$roots/bookworm
cp "$dist"/vanthu_*_amd64.deb "$root/tmp/vanthu.deb"
chroot "$root" dpkg -i /tmp/vanthu.deb
for file in bin/vanthu share/man/man1/vanthu-build.1.gz share/man/vi/man1/vanthu.1.gz \
  share/bash-completion/completions/vanthu share/zsh/vendor-completions/_vanthu \
  share/fish/vendor_completions.d/vanthu.fish share/doc/vanthu/copyright; do
  [ -e "$root/usr/$file" ] || { echo "missing: /usr/$file"; exit 1; }
done
"$python" packaging/smoke.py /usr/bin/vanthu --root "$root" "$@"
chroot "$root" dpkg -P vanthu
[ -z "$(find "$root/usr" -name '*vanthu*')" ] || { echo "left behind"; exit 1; }

echo "== archive, with glibc 2.31 (Debian 11)"
bare bullseye
mkdir "$work/archive"
tar -C "$work/archive" -xzf "$dist"/vanthu-*-x86_64-linux.tar.gz --strip-components=1
cp "$work/archive/vanthu" "$roots/bullseye/usr/local/bin/vanthu"
"$python" packaging/smoke.py /usr/local/bin/vanthu --root "$roots/bullseye" "$@"

echo "== archive, here"
"$python" packaging/smoke.py "$work/archive/vanthu" ${VANTHU_TEST_TYPST:+--typst "$VANTHU_TEST_TYPST"} "$@"

echo "== wheel, in a fresh environment"
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-index "$dist"/vanthu-*manylinux*.whl
"$python" packaging/smoke.py "$work/venv/bin/vanthu" "$@"
"$work/venv/bin/pip" uninstall --quiet --yes vanthu
[ ! -e "$work/venv/bin/vanthu" ]
