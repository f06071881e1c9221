#!/bin/sh
# mismatch.sh - a function that is async in one file and plain in another: the runtime says which, and where.
. "$(dirname "$0")/common.sh"
work mismatch mismatch
cd "$work" || exit 1

cat >plain.c <<'END'
int f(int x)
{
    return x + 41;
}
END
cat >async.c <<'END'
#include <asyncc.h>
async int f(int x)
{
    await async_yield();
    return x + 41;
}
END
head='#include <asyncc.h>
async int f(int x);
static async int g(int x)
{
    await async_yield();
    return x;
}'
main_of() {
    printf '%s\nasync int main(void)\n{\n    int n = 0;\n    %s\n    return n;\n}\n' "$head" "$1"
}
main_of 'n = await g(1);
    n += await f(1);' >awaits.c
main_of 'await gather(n = g(1), f(1));' >gathers.c
main_of 'task(int) t = create_task(f(1));
    n = await join(t);' >starts.c
printf '%s\n' '#include <asyncc.h>' 'async int f(int x);' 'int main(void) { return async_run(f(1)); }' >runs.c
cat >calls.c <<'END'
int f(int x);
int main(void)
{
    return f(1) + 1;
}
END
main_of 'extern int f_plain(int) __asm__("f");
    n = f_plain(1);
    await async_yield();' | sed '/^async int f/d' >calls_inside.c

# says FILE.c OTHER.c PATTERN - the program of the two files says this
says() {
    # shellcheck disable=SC2086
    "$ASYNCC" cc "$compiler" $flags -g -w "-I$ASYNCC_INCLUDE" $ASYNCC_FLAGS "$1" "$2" $libraries -o program || {
        fail "$1 with $2 does not link"
        return
    }
    { ASYNCC_DEBUG=1 ./program || :; } >out 2>&1
    grep -q "$3" out || fail "$compiler $flags, $1 with $2: $(cat out)"
}
for compiler in $ASYNCC_COMPILERS; do
    for flags in -O0 '-O2 -rdynamic'; do
        plain='a function is called that is declared async there, but not defined so'
        says awaits.c plain.c "^asyncc: awaits\.c:12: in 'main': $plain: .*program+0x[0-9a-f]*)*: it is plain C"
        says gathers.c plain.c "^asyncc: gathers\.c:11: in 'main': $plain: "
        says starts.c plain.c "^asyncc: starts\.c:11: $plain: "
        says runs.c plain.c "^asyncc: async_run: $plain: "
        never="^asyncc: a call of the async function 'f' (async\.c:2) was never started: .*without async"
        says calls.c async.c "$never"
        says calls_inside.c async.c "$never"
        case $ASYNCC_FLAGS in
        *-fsanitize*) ;;
        *)
            # Where the call is: in main, whose name the debugging information has.
            says calls.c async.c "$never.*; it was called from .*program+0x"
            address=$(sed -n 's/.*program+\(0x[0-9a-f]*\).*/\1/p' out)
            command -v addr2line >/dev/null && [ "$(addr2line -e program "$address" | sed 's/.*\///; s/ .*//')" != calls.c:4 ] &&
                fail "$compiler $flags: the place is $(addr2line -e program "$address")"
            ;;
        esac
    done
    [ "$flags" = -O0 ] || says awaits.c plain.c "not defined so: f (.*program+0x"
done
finish
