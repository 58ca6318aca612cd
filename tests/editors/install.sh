#!/bin/sh
# Installs what `make editor-check` needs and is not there: Neovim, Chromium, Node.js and npm from
# the packages of the system, their libraries from npm, below target/tools.
set -eu
cd "$(dirname "$0")/../.."

missing=
for pair in nvim:neovim chromium:chromium node:nodejs npm:npm; do
  command -v "${pair%%:*}" > /dev/null || missing="$missing ${pair#*:}"
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "install these programs first:$missing" >&2
    exit 1
  fi
  apt-get update -qq
  # shellcheck disable=SC2086 # several names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

# As the lock files say, again only when those have changed.
for name in editors preview; do
  folder=target/tools/$name
  mkdir -p "$folder"
  if ! cmp -s "tests/$name/package-lock.json" "$folder/installed.json"; then
    cp "tests/$name/package.json" "tests/$name/package-lock.json" "$folder/"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp "tests/$name/package-lock.json" "$folder/installed.json"
  fi
done
