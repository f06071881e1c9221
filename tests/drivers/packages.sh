#!/bin/sh
# packages.sh NAME SOURCES - a package of Debian's, built as its own build does, with the flags that Debian hardens with, by
# CC="asyncc cc" instead of the compiler; its own tests must pass. 77 if its source is not there (libraries.py --fetch gets it).
. "$(dirname "$0")/common.sh"
name=$1 sources=$2
[ -d "$sources/$name" ] || exit 77
work packages "$name"
cp -R "$sources/$name" "$work/source" && cd "$work/source" || exit 1
unset ASYNCC_CC MAKEFLAGS MAKELEVEL
CC="$ASYNCC cc"
DEB_BUILD_MAINT_OPTIONS=hardening=+all
export CC DEB_BUILD_MAINT_OPTIONS
for flags in CFLAGS CPPFLAGS LDFLAGS; do
    value=$(dpkg-buildflags --get $flags) || exit 77
    eval "$flags=\$value"
done
export CFLAGS CPPFLAGS LDFLAGS

# run COMMAND... - one that has to succeed
run() {
    "$@" >>"$work/log" 2>&1 || {
        tail -n 30 "$work/log"
        fail "$name: $*"
        finish
    }
}
case $name in
libcsv) # autotools
    run ./configure
    run make
    run make check
    ;;
cjson) # CMake
    run cmake -S . -B build -G Ninja -DCMAKE_C_COMPILER=cc -DCMAKE_C_COMPILER_LAUNCHER="$ASYNCC;cc" -DENABLE_CJSON_UTILS=ON
    run cmake --build build
    run ctest --test-dir build
    ;;
fribidi) # Meson
    run meson setup build -Ddocs=false
    run ninja -C build
    run meson test -C build
    ;;
http-parser) # make
    run make test CC="$CC"
    ;;
zlib) # its own configure, and flags by -Wp, as Fedora says them
    CFLAGS="$CFLAGS -Wp,-U_FORTIFY_SOURCE,-D_FORTIFY_SOURCE=2 -Wp,-D_GLIBCXX_ASSERTIONS -Wp,-MMD,zlib.dep"
    run sh ./configure
    run make
    run make test
    ;;
*)
    fail "no such package: $name"
    ;;
esac
finish
