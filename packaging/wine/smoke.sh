#!/usr/bin/env bash
# Tries the program for Windows under wine: installer, portable archive, and all of
# packaging/smoke.py. Wants wine64 and what wine/build.sh wants; both engines are compared where
# wine/typst.sh has built Typst.
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$PWD/target/packages
tools=$PWD/target/wine
python=${PYTHON:-python3}
packaging/wine/build.sh
wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=$(command -v wine64)
work=$(mktemp -d)
export WINEARCH=win64 WINEPREFIX=$work/prefix WINEDEBUG=-all
trap '"${wine%64}server" -k 2>/dev/null || true; rm -rf "$work"' EXIT
"$wine" wineboot -i >/dev/null 2>&1

# user_path: the Path of the user in the registry, exported as UTF-16 with bytes in hexadecimal.
user_path() {
  rm -f "$work/environment.reg"
  "$wine" reg export 'HKCU\Environment' "Z:${work//\//\\}\\environment.reg" /y >/dev/null
  "$python" - "$work/environment.reg" <<'PYTHON'
import re, sys
text = open(sys.argv[1], encoding="utf-16").read().replace("\\\n", "")
found = re.search(r'"Path"=hex\(2\):([0-9a-f, ]+)', text)
print(bytes.fromhex(re.sub("[, ]", "", found[1])).decode("utf-16-le").rstrip("\0") if found else "")
PYTHON
}

echo "== installer: for one user, with the Path, and away again"
installed=$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local/Programs/vanthu
"$wine" reg add 'HKCU\Environment' /v Path /t REG_EXPAND_SZ /d 'C:\Công cụ;%USERPROFILE%\bin' /f >/dev/null
"$wine" "$dist"/vanthu-*-setup.exe /S
[ -e "$installed/vanthu.exe" ] || { echo "not installed in $installed"; exit 1; }
path=$(user_path)
echo "Path: $path"
[[ "$path" == 'C:\Công cụ;%USERPROFILE%\bin;'*'\AppData\Local\Programs\vanthu' ]]
cmp "$installed/vanthu.exe" "$dist/windows/vanthu.exe"
"$wine" "$dist"/vanthu-*-setup.exe /S
[ "$(user_path)" = "$path" ] || { echo "twice on the Path"; exit 1; }
echo "kept" >"$installed/của tôi.txt"
"$wine" "$installed/uninstall.exe" /S
# It goes on as a copy of itself, so that it can remove itself.
for _ in $(seq 100); do [ -e "$installed/uninstall.exe" ] || break; sleep 0.2; done
sleep 2
[ "$(user_path)" = 'C:\Công cụ;%USERPROFILE%\bin' ] || { echo "Path is not as it was"; exit 1; }
[ "$(ls "$installed")" = "của tôi.txt" ] || { ls "$installed"; exit 1; }
# A Path that is too long for the installer is left alone.
long=$(printf 'C:\\%s;' $(seq -f 'thu-muc-%g' 1 110))
"$wine" reg add 'HKCU\Environment' /v Path /t REG_EXPAND_SZ /d "$long" /f >/dev/null
"$wine" "$dist"/vanthu-*-setup.exe /S
[ "$(user_path)" = "$long" ] || { echo "a long Path was changed"; exit 1; }

echo "== portable archive"
"$python" -m zipfile -e "$dist"/vanthu-*-x86_64-windows.zip "$work/archive"
program=$(echo "$work"/archive/*/vanthu.exe)
cp "$tools/bcryptprimitives.dll" "${program%/*}/"
typst=
if [ -e "$tools/typst/bin/typst.exe" ]; then
  cp "$tools/bcryptprimitives.dll" "$tools/typst/bin/"
  typst="--typst $tools/typst/bin/typst.exe"
fi
"$python" packaging/smoke.py "$program" --wine "$wine" --hold "$tools/hold.exe" \
  --git "$tools/git/git.exe" $typst "$@"
