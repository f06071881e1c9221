#!/bin/sh
# includes.sh - headers with async functions, found in all the ways that compilers find headers, from a translation
# in another directory: each name must still mean the same file. The depfile names them all. Async code that an
# option includes is refused.
. "$(dirname "$0")/common.sh"
work includes includes
cd "$work" || exit 1
mkdir -p source inc/lib inc/same more/same system out

cat >source/main.c <<'END_OF_FILE'
#ifndef AGAIN
#define AGAIN
#include <asyncc.h>
#include <stdio.h>
#define HEADER <lib/a.h>
#include HEADER
#include <same/wrapped.h>
#include <from_system.h>
static async int itself(void)
#include "main.c"
async int main(void)
{
    printf("%d %d %d %d\n", await a(1), await wrapped(2), await from_system(3), await itself());
    return 0;
}
#else
{
    await async_yield();
    return 5;
}
#endif
END_OF_FILE
echo '#define B wrong' >source/b.h
cp source/b.h inc/b.h
echo >source/beside_source.h
cat >inc/lib/a.h <<'END_OF_FILE'
#pragma once
#if !__has_include("d.h") || __has_include("beside_source.h") || !__has_include("lib/c.h") || !__has_include(<stdio.h>)
#error "the wrong place is looked at"
#elif defined __has_include && __has_include("beside_source.h")
#error "the wrong place is looked at"
#endif
#include <asyncc.h>
#include "b.h"
#include "lib/c.h"
#define D "d.h"
#include D
static inline async int a(int v)
{
    await async_yield();
    return v + B + C + D_VALUE;
}
END_OF_FILE
echo '#define B 10' >inc/lib/b.h
echo '#define C 100' >inc/lib/c.h
printf '#undef D\n#define D_VALUE 1000' >inc/lib/d.h
cat >inc/same/wrapped.h <<'END_OF_FILE'
#if !__has_include_next(<same/wrapped.h>) || __has_include_next(<same/none.h>)
#error "the wrong place is looked at"
#endif
#include_next <same/wrapped.h>
static inline async int wrapped(int v)
{
    await async_yield();
    return WRAPPED + v;
}
END_OF_FILE
echo '#define WRAPPED 20' >more/same/wrapped.h
echo >inc/same/none.h
cat >system/from_system.h <<'END_OF_FILE'
#pragma GCC system_header
#include "system_value.h"
static int never_used(void) { int unused; return 3; }
static inline async int from_system(int v)
{
    int unused;
    await async_yield();
    return v + SYSTEM_VALUE;
}
END_OF_FILE
echo '#define SYSTEM_VALUE 30' >system/system_value.h

flags="-Iinc -I more -isystem system -I$ASYNCC_INCLUDE"
"$ASYNCC" $flags -MD -MF out/main.d -MT out/main.c source/main.c -o out/main.c || fail "translation"
for header in lib/a.h lib/b.h lib/c.h lib/d.h same/wrapped.h from_system.h; do
    grep -q "$header" out/main.d || fail "the depfile does not have $header"
done
for compiler in $ASYNCC_COMPILERS; do
    "$compiler" -std=c11 $warnings $ASYNCC_FLAGS -iquotesource $flags out/main.c $libraries -o program ||
        fail "compilation by $compiler"
    [ "$(ASYNCC_CLOCK=virtual ./program)" = '1111 22 33 5' ] || fail "$(./program)"
done

# In C that is not translated, what awaits in a header is refused: by gcc where it stands; by clang when it makes code of it,
# so that editors have nothing to say.
is_clang() {
    "$1" -dM -E -x c /dev/null | grep -q __clang__
}
printf '#include <asyncc/channel.h>\n#include <lib/a.h>\nint run(void) { return async_run(a(1)); }\n' >source/untranslated.c
for compiler in $ASYNCC_COMPILERS; do
    if is_clang "$compiler"; then
        "$compiler" $warnings $flags -fsyntax-only source/untranslated.c || fail "$compiler -fsyntax-only refuses await"
    fi
    "$compiler" $flags -c source/untranslated.c -o out/untranslated.o 2>stderr && fail "$compiler accepts await"
    grep -q 'a.h:14:.*error: .*await in C that asyncc has not translated' stderr || fail "$(cat stderr)"
done
while read -r line; do
    cat >source/untranslated.c <<END
#include <asyncc/stream.h>
async int f(void);
async int (*pointer)(void);
async int g(struct async_stream *stream, task(int) t, char *at)
{
    int n = 0;
    $line
    return n + !stream + !t + !at;
}
int run(void) { return async_run(g(NULL, NULL, NULL)); }
END
    for compiler in $ASYNCC_COMPILERS; do
        for level in -O0 -O2; do
            "$compiler" $flags $level -c source/untranslated.c -o out/untranslated.o 2>stderr && fail "$compiler accepts '$line'"
            grep -q 'error: .*asyncc has not translated' stderr && grep -q 'untranslated.c:7:' stderr ||
                fail "$compiler, '$line': $(cat stderr)"
        done
    done
done <<'END'
await async_sleep(1);
n = 1 + await async_stream_read(stream, at, 1);
n = await join(t);
n = await shield(t);
await gather(n = f());
n = await race(f(), f());
n = await timeout(1, f());
defer n = 1;
END
# An await of what the program itself declares is seen by clang's assembler, which knows no lines.
while read -r statement; do
    cat >source/untranslated.c <<END
#include <asyncc.h>
async int f(void);
struct table {
    async int (*pointer)(void);
};
static inline async int g(struct table *table)
{
    int n = !table;
    $statement
    return n;
}
END
    for compiler in $ASYNCC_COMPILERS; do
        at=:9:
        if is_clang "$compiler"; then
            at=:
            "$compiler" $warnings $flags -Wno-unused-function -fsyntax-only source/untranslated.c || fail "$compiler -fsyntax-only"
        fi
        for level in -O0 -O2; do
            "$compiler" $flags $level -c source/untranslated.c -o out/untranslated.o 2>stderr &&
                fail "$compiler accepts '$statement'"
            grep -q "untranslated.c$at.*asyncc has not translated" stderr || fail "$compiler $level: $(cat stderr)"
        done
    done
done <<'END'
n = await f();
await table->pointer();
END
# What only declares, starts and asks is ordinary C.
cat >source/untranslated.c <<'END'
#include <asyncc/group.h>
#include <asyncc/stream.h>
#include <asyncc/thread.h>
#ifdef __clang__
#pragma comment(lib, "one")
#pragma comment(lib, "another")
#endif
async int f(int n);
typedef async int function(int);
struct table {
    async int (*pointer)(int);
};
#define START(call) spawn(call)
int g(struct table *table, struct async_group *group, struct async_stream *stream, char *at, struct uv_loop_s *loop);
int g(struct table *table, struct async_group *group, struct async_stream *stream, char *at, struct uv_loop_s *loop)
{
    task(int) t = create_task(f(1)), u = create_task(table->pointer(1));
    task(void) v = create_task(async_sleep(1));
    async_run(async_sleep(1));
    async_run_until_complete(loop, async_yield());
    async_group_spawn(group, async_sleep(1));
    task_unref(async_group_create_task(group, async_stream_read(stream, at, 1)));
    START(async_sleep(1));
    task_unref(v);
    return task_done(t) + task_done(u) + spawn(async_stream_read(stream, at, 1)) + async_run(async_stream_read(stream, at, 1));
}
END
for compiler in $ASYNCC_COMPILERS; do
    for level in -O0 -O2; do
        "$compiler" $flags $warnings $level -c source/untranslated.c -o out/untranslated.o || fail "$compiler refuses ordinary C"
    done
done

# From its own directory, and by whole paths: the same but for the names of the files.
(cd source && "$ASYNCC" -I../inc -I../more -isystem ../system -I"$ASYNCC_INCLUDE" main.c -o ../out/near.c)
"$ASYNCC" -I"$work/inc" -I "$work/more" -isystem "$work/system" -I"$ASYNCC_INCLUDE" "$work/source/main.c" \
    -o out/far.c
for name in main near far; do
    sed "s|\"$work/more/|\"|; s|\"$work/|\"|; s|\"\.\./|\"|
        s|\"source/main\.c\"|\"main.c\"|; s|\"$name\.c\"|\"main.c\"|" out/$name.c >out/$name.same
    diff out/main.same out/$name.same || fail "$name.c differs"
done

# Copied headers have the names that the compiler has for them.
mkdir -p names/sub names/inc
cat >names/main.c <<'END_OF_FILE'
#include <asyncc.h>
#include <stdio.h>
#include "beside.h"
#include "./dotted.h"
#include <angled.h>
#include <included.h>
async int main(void)
{
    puts(await beside());
    puts(await below());
    puts(await beside_below());
    puts(await dotted());
    puts(await angled());
    puts(await included());
    return 0;
}
END_OF_FILE
for name in beside sub/below sub/beside_below dotted angled inc/included; do
    printf 'static inline async const char *%s(void)\n{\n    await async_yield();\n    return __FILE__;\n}\n' "${name#*/}" \
        >names/$name.h
done
echo '#include "sub/below.h"' >>names/beside.h
echo '#include "../sub/beside_below.h"' >>names/sub/below.h
for compiler in $ASYNCC_COMPILERS; do
    (
        cd names || exit 1
        "$ASYNCC" cc "$compiler" $ASYNCC_FLAGS -I. -Iinc -I"$ASYNCC_INCLUDE" main.c $libraries -o async &&
            "$compiler" $ASYNCC_FLAGS -w -DASYNCC_SERIAL -I. -Iinc -I"$ASYNCC_INCLUDE" main.c $libraries -o serial &&
            ./serial >expected && ./async | diff expected -
    ) || fail "$compiler: the names of headers"
done

# A backslash in a header's name is one; with a quote, the name has other ones around it.
mkdir -p 'signs/sub/quo"te'
cat >signs/main.c <<'END_OF_FILE'
#include <asyncc.h>
#include "sub/copied.h"
#include <quo"te/copied.h>
async int main(void)
{
    return await copied() + await quoted() - 3;
}
END_OF_FILE
cat >signs/sub/copied.h <<'END_OF_FILE'
#include "back\one.h"
#if __has_include("back\one.h")
static inline async int copied(void)
{
    await async_yield();
    return ONE;
}
#endif
END_OF_FILE
cat >'signs/sub/quo"te/copied.h' <<'END_OF_FILE'
#include "two.h"
#if __has_include("two.h")
static inline async int quoted(void)
{
    await async_yield();
    return TWO;
}
#endif
END_OF_FILE
echo '#define ONE 1' >'signs/sub/back\one.h'
echo '#define TWO 2' >'signs/sub/quo"te/two.h'
for compiler in $ASYNCC_COMPILERS; do
    # shellcheck disable=SC2086
    (cd signs && "$ASYNCC" cc "$compiler" $ASYNCC_FLAGS $warnings -Isub -I"$ASYNCC_INCLUDE" main.c $libraries -o signs && ./signs) ||
        fail "$compiler: signs in the names of headers"
done

# What an option includes is not a part of the file.
cat >source/plain.c <<'END_OF_FILE'
int plain;
END_OF_FILE
if "$ASYNCC" -I"$ASYNCC_INCLUDE" -Iinc -include inc/lib/a.h source/plain.c -o out/plain.c 2>stderr; then
    fail "async code of an option was accepted"
fi
grep -q '^\(\./\)*inc/lib/a.h:14:5: error: async code in a file that the command line includes' stderr || fail "$(cat stderr)"
[ ! -e out/plain.c ] || fail "an output file was written"
"$ASYNCC" -I"$ASYNCC_INCLUDE" -include inc/lib/b.h source/plain.c -o out/plain.c || fail "-include of plain C"

# Every program of tests/run is translated alike, in its own file and included by another one.
bare() {
    sed '/^$/d; /^#line /d; /^# [0-9]/d; s/\.file = "[^"]*"/.file/' "$1"
}
for program in "$(dirname "$0")"/../run/*.c; do
    name=$(basename "$program" .c)
    options=$(comment options "$program")
    echo "#include \"$program\"" >includer.c
    "$ASYNCC" -w $options -I"$ASYNCC_INCLUDE" "$program" -o direct.c &&
        "$ASYNCC" -w $options -iquote"$(dirname "$program")" -I"$ASYNCC_INCLUDE" includer.c -o included.c ||
        fail "translation of $name"
    bare direct.c >direct.bare
    bare included.c | diff direct.bare - >difference || fail "$name is translated otherwise when it is included" \
        "$(head -n 5 difference)"
done
finish
