#!/bin/sh
# beside.sh BUILD - header and library are found beside the program: in its build, in a prefix, and where that is moved; what the
# user says comes first; --show.
. "$(dirname "$0")/common.sh"
build=$1
work beside beside
cd "$work" || exit 1
unset ASYNCC_CC C_INCLUDE_PATH CPATH
set -- $ASYNCC_COMPILERS
gcc=$1

cat >hello.c <<'END'
#include <asyncc.h>
#include <stdio.h>
async int main(void)
{
    await async_sleep(0);
    puts("hello");
    return 0;
}
END
echo '#include <asyncc.h>
#ifdef ASYNCC_SERIAL
#error
#endif
int uses(void) { return ASYNCC_ABI; }' >uses.c
echo 'int main(void) { return 0; }' >plain.c

# Installed, and moved.
DESTDIR=$work/staged cmake --install "$build" --prefix /usr/local >installed 2>&1 || fail "cmake --install: $(tail -n 3 installed)"
mkdir -p 'deep/moved there'
mv staged/usr/local 'deep/moved there/a prefix'
ln -s 'deep/moved there/a prefix/bin/asyncc' linked
for asyncc in "$ASYNCC" "$work/deep/moved there/a prefix/bin/asyncc" ./linked; do
    for compiler in $ASYNCC_COMPILERS; do
        rm -f hello hello.o
        # shellcheck disable=SC2086
        "$asyncc" cc "$compiler" $ASYNCC_FLAGS hello.c -o hello && [ "$(./hello)" = hello ] || fail "$asyncc cc $compiler hello.c -o hello"
        # shellcheck disable=SC2086
        "$asyncc" cc "$compiler" $ASYNCC_FLAGS -MD -c hello.c && "$asyncc" cc "$compiler" $ASYNCC_FLAGS hello.o -o hello &&
            [ "$(./hello)" = hello ] || fail "$asyncc cc $compiler hello.o -o hello"
        "$asyncc" cc "$compiler" -c uses.c || fail "$asyncc cc $compiler -c uses.c"
    done
    # shellcheck disable=SC2086
    "$asyncc" cc "$gcc" $ASYNCC_FLAGS -x c hello.c -o hello && [ "$(./hello)" = hello ] || fail "$asyncc cc -x c"
    "$asyncc" cc "$gcc" -M hello.c | grep -q 'include/asyncc\.h' || fail "$asyncc cc -M"
    "$asyncc" hello.c -o out.c || fail "$asyncc hello.c"
    "$asyncc" -fsyntax-only --cc="$gcc" hello.c || fail "$asyncc -fsyntax-only hello.c"
    "$asyncc" --doctor >doctor || fail "$asyncc --doctor: $(cat doctor)"
    grep -q '^ok   asyncc.h' doctor || fail "$asyncc --doctor: $(cat doctor)"
    grep -q '^ok   library' doctor || fail "$asyncc --doctor: $(cat doctor)"
done

# shown ARGUMENT... - the compiler's command, which is not run
shown() {
    "$ASYNCC" cc "$gcc" --show "$@" >show || fail "--show $*"
    tail -n 1 show
}
rm -f hello hello.o
got=$(shown hello.c -o 'a b')
case $got in
"C_INCLUDE_PATH="*"$gcc -iquote. 'a b.asyncc/hello.c' -o 'a b' "*"/libasyncc.a -luv"*) ;;
*) fail "--show: $got" ;;
esac
head -n 1 show | grep -q "asyncc-translate cc .* -o 'a b.asyncc/hello.c' hello.c\$" || fail "--show: $(cat show)"
[ ! -e 'a b' ] && [ ! -e 'a b.asyncc' ] || fail "--show wrote something"

# What the user says comes first: nothing is added to it, and nothing to what is plain.
rm -rf own && mkdir -p own
echo '#define OWN 1' >own/asyncc.h
"$ASYNCC" cc "$gcc" -c hello.c -o hello.o || fail "hello.o"
while IFS='|' read -r line; do
    # shellcheck disable=SC2086
    case $(shown $line) in
    *C_INCLUDE_PATH*asyncc.h* | *libasyncc.a* | *-luv*) fail "--show $line: $(cat show)" ;;
    esac
done <<'END'
hello.o -r -o part.o
hello.o -shared -o part.so
hello.o -nostdlib -o bare
hello.o -nodefaultlibs -o bare
hello.o -L own -lasyncc -o other
hello.o -Wl,-lasyncc -o other
hello.o own/libasyncc.so -o other
-c hello.c
plain.c -o plain
END
[ "$(shown plain.c -O2 -o plain)" = "$gcc plain.c -O2 -o plain" ] || fail "a plain file: $(cat show)"
case $(shown -I own -c hello.c) in C_INCLUDE_PATH*) fail "-I own: $(cat show)" ;; esac
case $(shown -nostdinc -c uses.c) in C_INCLUDE_PATH*) fail "-nostdinc: $(cat show)" ;; esac
"$ASYNCC" cc "$gcc" -nostdinc -c hello.c 2>said && fail "-nostdinc finds a header"
"$ASYNCC" -nostdinc hello.c -o out.c 2>said && fail "asyncc -nostdinc finds a header"
"$ASYNCC" cc "$gcc" -I own -c hello.c 2>said && fail "-I own is not first"
"$ASYNCC" -I own hello.c -o out.c 2>said && fail "asyncc -I own is not first"
C_INCLUDE_PATH=own "$ASYNCC" cc "$gcc" -c hello.c 2>said && fail "C_INCLUDE_PATH is not first"
# What is linked statically takes libuv's archive, by whichever of its two names there is; one of the user's comes first.
printf '#include <uv.h>\nint main(void) { return uv_version() == 0; }\n' >static.c
for compiler in $ASYNCC_COMPILERS; do
    [ -z "$ASYNCC_FLAGS" ] || break
    if "$compiler" -static static.c -luv -lpthread -ldl -o static 2>/dev/null || "$compiler" -static static.c -luv_a -lpthread -ldl -o static 2>/dev/null; then
        "$ASYNCC" cc "$compiler" -static hello.c -o hello 2>said && [ "$(./hello)" = hello ] || fail "$compiler -static: $(cat said)"
    fi
done
: >own/libuv.a
case $(shown -static -L own hello.o -o hello) in *-luv\ *) ;; *) fail "-static -L own: $(cat show)" ;; esac
# A runtime of other bits is not taken, which is said.
if "$gcc" -m32 -c plain.c -o m32.o 2>/dev/null && [ "$(getconf LONG_BIT)" = 64 ]; then
    "$ASYNCC" cc "$gcc" -m32 --show hello.o -o hello >show 2>said || fail "-m32: $(cat said)"
    grep -q libasyncc show && fail "-m32: the library of 64 bits"
    grep -q "^asyncc: warning: .*libasyncc.a' is for .* of 64 bits, not for what is linked" said || fail "-m32: $(cat said)"
fi
if command -v aarch64-linux-gnu-gcc >/dev/null; then
    "$ASYNCC" cc aarch64-linux-gnu-gcc -c hello.c -o hello.o || fail "another machine's compiler"
    "$ASYNCC" cc aarch64-linux-gnu-gcc --show hello.o -o hello 2>said | grep -q libasyncc && fail "another machine's library"
    grep -q "not for what is linked" said || fail "another machine's library: $(cat said)"
fi
finish
