#!/bin/sh
# Runs the checks with real editors and a real browser: tests/editors/run.sh target/quick/vanthu
# `tests/editors/install.sh` installs what they need.
set -u
program=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
failed=0

echo "== the client library of npm"
NODE_PATH=target/tools/editors/node_modules node tests/editors/client.js "$program" || failed=1

echo "== $(nvim --version | head -n 1)"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" init "$folder/xã" > /dev/null 2>&1 && cp -r tests/editors/project/. "$folder/xã"
VANTHU_PROGRAM=$program VANTHU_PROJECT_FOLDER=$folder/xã \
  nvim --headless -u NONE -i NONE -n -c 'luafile tests/editors/neovim.lua' || failed=1

echo "== $(chromium --version 2> /dev/null || echo Chromium)"
NODE_PATH=target/tools/preview/node_modules node tests/preview/preview.js "$program" target/preview || failed=1

exit "$failed"
