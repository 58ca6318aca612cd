#!/usr/bin/env bash
# Makes what `make dist-smoke-windows` needs besides the program, in target/wine: the DLL that wine
# lacks, a program that holds a file open, and git. Git for Windows is built from Debian's sources
# of git, without network, Perl or translations: what `vanthu diff` calls is in it.
# Wants gcc-mingw-w64-x86-64 and libz-mingw-w64-dev.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
cd ../..
out=$PWD/target/wine
cc=x86_64-w64-mingw32-gcc
mkdir -p "$out/git"
"$cc" -O1 -shared -o "$out/bcryptprimitives.dll" "$here/bcryptprimitives.c" -ladvapi32
"$cc" -O1 -municode -o "$out/hold.exe" "$here/hold.c"
[ ! -e "$out/git/git.exe" ] || exit 0

mkdir -p "$out/apt/lists" "$out/apt/parts" "$out/source"
cat > "$out/apt/parts/source.sources" <<SOURCES
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
apt="apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$out/apt/parts
  -o Dir::State::lists=$out/apt/lists -o APT::Sandbox::User=root"
(cd "$out/source" && $apt update && $apt source --download-only git && tar xf git_*.orig.tar.xz)
cd "$out/source"/git-*/
# Names of headers as Linux has them.
sed -i -E 's/#include <(Psapi|NTSecAPI)\.h>/#include <\L\1.h>/' wrapper.c compat/win32/*.c
make -j2 git.exe uname_S=MINGW uname_M=x86_64 MSYSTEM=MINGW64 HOST_CPU=x86_64 CC="$cc" \
  AR=x86_64-w64-mingw32-ar RC="x86_64-w64-mingw32-windres -O coff" CFLAGS=-O1 NO_CURL=1 \
  NO_OPENSSL=1 NO_ICONV=1 NO_PERL=1 NO_PYTHON=1 NO_TCLTK=1 NO_GETTEXT=1 NO_EXPAT=1 NO_REGEX=1 \
  USE_LIBPCRE= USE_NED_ALLOCATOR= SKIP_DASHED_BUILT_INS=1
x86_64-w64-mingw32-strip -o "$out/git/git.exe" git.exe
cp /usr/x86_64-w64-mingw32/lib/zlib1.dll "$("$cc" -print-file-name=libssp-0.dll)" "$out/git/"
