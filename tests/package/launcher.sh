#!/bin/sh
# launcher.sh SYSTEM DIRECTORY PREFIX - builds the project launcher/ with `asyncc cc` of the asyncc installed in PREFIX as
# its C compiler. SYSTEM is make, meson or autotools. Environment: CC, CFLAGS.
set -u
system=$1 directory=$2 prefix=$3
export ASYNCC_CLOCK=virtual ASYNCC_CC="$CC"
. "$(dirname "$0")/common.sh"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name asyncc.pc)")${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
PATH=$prefix/bin:$PATH
export PKG_CONFIG_PATH PATH
unset MAKEFLAGS
flags=$CFLAGS
unset CFLAGS

source=$directory/source
rm -rf "$directory"
mkdir -p "$directory"
cp -R "$(dirname "$0")/launcher" "$source"
cd "$source" || exit 1

case $system in
make)
    build() { must make -f Makefile.gnu -j2 CC="asyncc cc $flags" LDFLAGS="$flags"; }
    program=./app
    ;;
meson)
    CC="asyncc cc" CFLAGS=$flags LDFLAGS=$flags must meson setup build
    build() { must ninja -C build -v; }
    program=build/app
    ;;
autotools)
    # out of the source tree, as packagers do
    must autoreconf --install
    mkdir "$directory/build"
    cd "$directory/build" || exit 1
    must "$source/configure" CC="asyncc cc" CFLAGS="-g $flags" ASYNCC_CFLAGS="$(pkg-config --cflags asyncc)" \
        ASYNCC_LIBS="$(pkg-config --libs --static asyncc)"
    build() { must make -j2 V=1; }
    program=./app
    ;;
esac

# compiled - which sources the last build compiled
compiled() {
    grep -o -e ' -c .*' "$directory/log" | grep -o -w -e 'app\.c' -e 'part\.c' -e 'plain\.c' | sort -u | tr '\n' ' '
}

build
expect "compiled" "$(compiled)" 'app.c part.c plain.c '
expect "the program" "$($program)" 42
build
expect "compiled without a change" "$(compiled)" ''
sleep 1
sed -i 's/ONE 1/ONE 2/' "$source/part.h"
build
expect "compiled after a header changed" "$(compiled)" 'app.c part.c '
expect "the program" "$($program)" 44
sleep 1
sed -i 's/await async_sleep/async_sleep/' "$source/part.c"
(build) >"$directory/output" && fail "an error in the source did not fail the build"
grep -q "part\.c:5:5: error: async function 'async_sleep' called without await" "$directory/output" || {
    cat "$directory/output"
    fail "the error does not name the user's file and line"
}
[ -z "$(find "$directory" -name '*.asyncc*')" ] || fail "translations are still there"
rm -rf "$directory"
