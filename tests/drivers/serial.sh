#!/bin/sh
# serial.sh PROGRAM - the serial program (-DASYNCC_SERIAL): PROGRAM, which has all words, by each compiler, in each
# standard, with and without optimization, in silence and with one output; what has no serial meaning is refused in one line;
# the runtime's async functions wait.
. "$(dirname "$0")/common.sh"

program=$1
work serial words
cd "$work" || exit 1
gcc=$(compiler 0) clang=$(compiler 1)
pedantic='-Wpedantic -Wshadow'
export ASYNCC_CLOCK=virtual

# run NAME - ./program does what the first one did
run() {
    ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0 timeout 20 ./program >out 2>stderr
    status=$?
    [ -f expected ] || cp out expected
    if ! diff -u expected out || [ "$status" -ne 3 ]; then
        cat stderr
        fail "$1: exit status $status"
    fi
}

# build NAME SOURCE COMMAND...
build() {
    name=$1
    source=$2
    shift 2
    if "$@" $warnings $ASYNCC_FLAGS -DASYNCC_SERIAL -I"$ASYNCC_INCLUDE" "$source" $libraries -o program 2>stderr; then
        run "$name"
    else
        cat stderr
        fail "$name does not compile"
    fi
}

# refuse WHAT COMPILER TEXT - program.c, with just one error, which says so
refuse() {
    if "$2" -O0 -DASYNCC_SERIAL -I"$ASYNCC_INCLUDE" -c program.c -o program.o 2>stderr; then
        fail "$1: $2 accepts it"
    elif [ "$(grep -c 'error:' stderr)" -ne 1 ] || ! grep -q "error:.*$3" stderr; then
        cat stderr
        fail "$1: $2 says something else"
    fi
}

# gcc has all words
for standard in c11 gnu11 c17 gnu17 c2x; do
    build "$gcc -std=$standard" "$program" "$gcc" -std=$standard -O0 $pedantic
done
for flags in -O1 -O2 -O3 -Os '-O2 -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fstack-clash-protection' \
    '-O2 -fomit-frame-pointer' '-O1 -fno-plt -fPIC' '-O2 -funsigned-char -fno-common'; do
    build "$gcc $flags" "$program" "$gcc" -std=gnu17 $flags
done

# clang all but defer
sed 's/^\( *\)defer .*async_completions_deinit.*//; s/defer printf.*//' "$program" |
    awk '/^static async int defers/ { skip = 1 } !skip; skip && /^}/ { skip = 0 }' |
    sed 's/await defers(n)/n/' >clang.c
rm expected
for compiler in $ASYNCC_COMPILERS; do
    for standard in c11 gnu17 c2x; do
        build "$compiler -std=$standard" clang.c "$compiler" -std=$standard -O2 $pedantic
    done
done

# the words need no library
cat >alone.c <<'END'
#include <asyncc.h>
static async int next(int n)
{
    await async_sleep(1);
    return n + 1;
}
async int main(void)
{
    int a = 0, b = 0, c = 0;
    await gather(a = next(0), b = next(1));
    if (await timeout(1, c = next(2)) || await first_ok(a = next(a), b = next(b)))
        return 1;
    task(int) t = create_task(next(c)), u = task_ref(t);
    task_unref(u);
    return spawn(next(a)) || async_time() != 6 || a != 2 || b != 2 || !task_done(t) || await join(t) != 4 ? 2 : 3;
}
END
: >expected
for compiler in "$gcc" "$clang"; do
    with_runtime=$libraries libraries=$(dirname "$program")/../drivers/serial.c
    build 'words without a library' alone.c "$compiler"
    build 'words without a library, instrumented' alone.c "$compiler" -finstrument-functions
    libraries=$with_runtime
done

cat >program.c <<'END'
#include <asyncc.h>
#include <stdio.h>
async int main(void)
{
    defer puts("left");
    return 0;
}
END
cat >optimized.c <<'END'
#define ASYNCC_NO_DEFER
#include <asyncc.h>
async int main(void)
{
#ifdef __OPTIMIZE__
    return 3;
#endif
}
END
: >expected
build 'without defer' optimized.c "$gcc" -O2

case $("$clang" --version) in
*clang*) refuse defer "$clang" 'defer has a serial meaning for gcc' ;;
esac

cat >program.c <<'END'
#include <asyncc.h>
#include <asyncc/thread.h>
static async void nothing(void *unused)
{
    (void)unused;
}
async int main(void)
{
    return async_remote_spawn(async_remote_self(), nothing, NULL);
}
END
refuse async_remote_spawn "$gcc" 'it has no meaning in a serial program'

# what waits, waits: timers of the real clock, files, other threads, streams that live from call to call
cat >waits.c <<'END'
#include <asyncc.h>
#include <asyncc/fs.h>
#include <asyncc/pipe.h>
#include <asyncc/thread.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void work(void *result)
{
    async_sleep(0.05); /* on a loop of this thread's */
    *(int *)result = 7;
}

async int main(void)
{
    double begun = now();
    await async_sleep(0.1);
    if (now() - begun < 0.09)
        return 1;
    async void (*pointer)(double) = async_sleep;
    await pointer(0.1);
    if (now() - begun < 0.19 || async_time() < 0)
        return 2;
    int done = 0;
    if (await async_to_thread(work, &done) != 0 || done != 7)
        return 4;
    char text[20] = "";
    int file = await async_fs_open("waits.text", O_CREAT | O_RDWR, 0600);
    if (file < 0 || await async_fs_write(file, "abc", 3, 0) != 3 || await async_fs_read(file, text, 3, 0) != 3)
        return 5;
    await async_fs_close(file);
    struct async_stream *ends[2];
    if (async_pipe_pair(0, ends) != 0 || await async_stream_write(ends[0], "def", 3) != 0 ||
        await async_stream_read(ends[1], text + 3, sizeof text - 3) != 3)
        return 6;
    async_stream_close(ends[0]);
    async_stream_close(ends[1]);
    puts(text);
    return 3;
}
END
unset ASYNCC_CLOCK
echo abcdef >expected
build 'what waits' waits.c "$gcc" -O2
build 'what waits' waits.c "$clang" -O2
finish
