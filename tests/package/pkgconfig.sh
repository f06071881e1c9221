#!/bin/sh
# pkgconfig.sh DIRECTORY PREFIX - translates, compiles and runs the minimal program without CMake, by what
# pkg-config says about the asyncc installed in PREFIX. Environment: CC, CFLAGS.
set -eu
directory=$1 prefix=$2
source=$(dirname "$0")/minimal

rm -rf "$directory"
mkdir -p "$directory"
pc=$(find "$prefix" -name asyncc.pc)
PKG_CONFIG_PATH=$(dirname "$pc")${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
export PKG_CONFIG_PATH

asyncc=$(pkg-config --variable=asyncc asyncc)
cflags=$(pkg-config --cflags asyncc)
libs=$(pkg-config --libs --static asyncc)
"$asyncc" $cflags "$source/app.c" -o "$directory/app.c"
$CC $CFLAGS $cflags "$directory/app.c" $libs -o "$directory/app"
"$directory/app" | diff -u "$source/expected" -

# A program that is static altogether, where there is libuv's archive.
if pkg-config libuv-static && [ -z "$CFLAGS" ]; then
    $CC $cflags "$directory/app.c" -static $(pkg-config --libs --static asyncc-static) -o "$directory/static"
    "$directory/static" | diff -u "$source/expected" -
fi

# The shared runtime.
if [ -f "${pc%.pc}-shared.pc" ]; then
    $CC $CFLAGS $cflags "$directory/app.c" $(pkg-config --libs asyncc-shared) -o "$directory/shared"
    LD_LIBRARY_PATH=$(pkg-config --variable=libdir asyncc-shared) "$directory/shared" | diff -u "$source/expected" -
fi
