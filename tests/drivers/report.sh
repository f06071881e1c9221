#!/bin/sh
# report.sh - what is said of frames: the remarks of -Rframe, and the warning of -Wlarge-frame.
. "$(dirname "$0")/common.sh"
shapes=$(cd "$(dirname "$0")/../../bench/frames" && pwd)
work report report
cd "$work" || exit 1

asyncc() {
    "$ASYNCC" -std=gnu17 -I"$ASYNCC_INCLUDE" "$@"
}

cat >kinds.c <<'END'
#include <asyncc.h>

async int fill(char *bytes, int size);
async int plain(int n)
{
    return n;
}
static async int two(int n, int which)
{
    char line[24];
    int got = await fill(line, n);
    if (which) {
        char small[100], *first = &small[0];
        got += await fill(small, which);
        await async_yield();
        *first = 0;
    } else {
        char large[1000];
        got += await fill(large, 1000);
    }
    return got + await plain(n);
}
async int callers(int n)
{
    int a, b;
    await gather(a = two(n, 1), b = fill(&(char){ 2 }, 3));
    int list[a];
    int status = await timeout(1.5, b = fill((char *)list, n));
    if (n)
        await callers(n - 1);
    return status + b + list[0];
}
END

# In the order of their places: the whole first, then what is always there and the parts; those that are numbered
# differently lie over each other.
cat >expected <<'END'
kinds.c:4:11: remark: 'plain' never suspends and has no frame; as a task, 40 bytes [-Rframe]
kinds.c:8:18: remark: frame of 'two': 1048 bytes, in 3 parts that lie over each other; as a task, 1080 bytes [-Rframe]
kinds.c:10:10: remark: 'line': 24 bytes of the frame of 'two' [-Rframe]
kinds.c:11:15: remark: this await: 16 bytes of the frame of 'two', part 1 of 3: 8 the call of 'fill', whose frame is its own, 4 'n', 4 'which' [-Rframe]
kinds.c:13:14: remark: 'small': 100 bytes of the frame of 'two', part 2 of 3 [-Rframe]
kinds.c:14:16: remark: this await: 24 bytes of the frame of 'two', part 2 of 3, part 1 of 2: 8 the call of 'fill', whose frame is its own, 8 'first', 4 'n', 4 'got' [-Rframe]
kinds.c:15:9: remark: this await: 24 bytes of the frame of 'two', part 2 of 3, part 2 of 2: 1 'async_yield', 8 'first', 4 'n', 4 'got' [-Rframe]
kinds.c:18:14: remark: 'large': 1000 bytes of the frame of 'two', part 3 of 3 [-Rframe]
kinds.c:19:16: remark: this await: 16 bytes of the frame of 'two', part 3 of 3: 8 the call of 'fill', whose frame is its own, 4 'n', 4 'got' [-Rframe]
kinds.c:23:11: remark: frame of 'callers': 1152 bytes, in 3 parts that lie over each other; as a task, 1184 bytes [-Rframe]
kinds.c:23:11: remark: a temporary: 8 bytes of the frame of 'callers' [-Rframe]
kinds.c:26:5: remark: this await: 1128 bytes of the frame of 'callers', part 1 of 3: 32 gather, 1080 the task of 'two', 8 'fill', whose frame is its own, 4 'n' [-Rframe]
kinds.c:26:43: remark: a compound literal: 1 byte of the frame of 'callers' [-Rframe]
kinds.c:27:9: remark: 'list': 8 bytes of the frame of 'callers'; what it stands for is memory of its own [-Rframe]
kinds.c:28:18: remark: this await: 64 bytes of the frame of 'callers', part 2 of 3: 48 timeout, 8 the call of 'fill', whose frame is its own, 4 'n', 4 'b' [-Rframe]
kinds.c:30:9: remark: this await: 16 bytes of the frame of 'callers', part 3 of 3: 8 the call of 'callers', whose frame is its own, 4 'b', 4 'status' [-Rframe]
END
asyncc -Rframe -fsyntax-only kinds.c 2>stderr || fail "-Rframe: exit status $?"
grep ': remark: ' stderr | diff -u expected - || fail "-Rframe: other remarks"
sed -n 7,9p stderr >first
diff -u - first <<'END' || fail "-Rframe: how a remark is shown"
kinds.c:10:10: remark: 'line': 24 bytes of the frame of 'two' [-Rframe]
    char line[24];
         ^~~~
END

# The translation is the same with it and without.
asyncc kinds.c -o without.c && asyncc -Rframe kinds.c -o with.c 2>stderr || fail "translation of kinds.c"
sed 's/"without\.c"/"with.c"/' without.c | diff - with.c || fail "-Rframe changes the translation"

# The sizes are the compiler's, for every frame and task that it tells of.
cp "$shapes/leaf.h" .
for source in kinds.c shapes.c; do
    [ $source = kinds.c ] || cp "$shapes/frames.c" shapes.c
    asyncc -Rframe "$source" -o out.c 2>stderr || fail "$source: exit status $?"
    sed -n "s/.*: remark: frame of '\([a-z_]*\)': \([0-9]*\) bytes.*/_Static_assert(sizeof(struct asyncc_\1_frame) == \2, \"\1\");/p
        s/.*: remark: .*'\([a-z_]*\)'.*; as a task, \([0-9]*\) bytes.*/_Static_assert(sizeof(struct asyncc_\1_unit) == \2, \"\1\");/p" stderr >sizes
    cat sizes >>out.c
    [ "$(wc -l <sizes)" -gt 2 ] || fail "$source: too few sizes"
    for compiler in $ASYNCC_COMPILERS; do
        "$compiler" -std=gnu17 -I"$ASYNCC_INCLUDE" -fsyntax-only out.c || fail "$source: $compiler has other sizes"
    done
done

# warned OPTION... - the warnings of large frames in kinds.c, without places
warned() {
    asyncc "$@" -fsyntax-only kinds.c 2>stderr
    status=$?
    sed -n 's/^kinds\.c:[0-9:]* \([a-z]*\): frame of \(.*\)/\1 \2/p' stderr >got
}

cat >expected <<'END'
warning 'two' takes 1048 bytes, more than 1000: 'large' (1000 bytes) across the await in line 19 [-Wlarge-frame]
warning 'callers' takes 1152 bytes, more than 1000: the task of 'two' (1080 bytes) for the await in line 26 [-Wlarge-frame]
END
warned -Wlarge-frame=1000
[ "$status" -eq 0 ] && diff -u expected got || fail "-Wlarge-frame=1000: exit status $status"
sed -n '/note:/s/^kinds\.c:\([0-9]*\):.*note: /\1 /p' stderr | diff -u - /dev/fd/3 3<<'END' || fail "-Wlarge-frame: notes"
18 'large' takes 1000 bytes
19 it is alive across this await
26 the task of 'two' takes 1080 bytes
END

# More than the number only; and it is off, and on without a number, and off again.
silent() {
    warned "$@"
    [ "$status" -eq 0 ] && [ ! -s got ] || fail "$*: exit status $status, $(cat got)"
}
silent
silent -Werror
silent -Wlarge-frame
silent -Wlarge-frame=1152
silent -Wlarge-frame=1000 -Wno-large-frame
silent -w -Wlarge-frame=1
warned -Wlarge-frame=1151
[ "$(wc -l <got)" -eq 1 ] || fail "-Wlarge-frame=1151: $(cat got)"

# As an error nothing is written.
warned -Werror=large-frame=1000
[ "$status" -eq 1 ] && [ "$(cut -d' ' -f1 got | sort -u)" = error ] || fail "-Werror=large-frame=1000: $status"
asyncc -Wlarge-frame=1000 -Werror kinds.c -o nothing.c 2>stderr && fail "-Wlarge-frame=1000 -Werror: exit status 0"
[ ! -e nothing.c ] || fail "-Werror: an output file was written"

for wrong in large-frame= large-frame=1k large-frame=0 error=large-frame=-1; do
    asyncc -W$wrong -fsyntax-only kinds.c 2>stderr && fail "-W$wrong: exit status 0"
    grep -q "^asyncc: error: not a number of bytes in '$wrong'" stderr || fail "-W$wrong: $(cat stderr)"
done

# In the file itself.
{
    echo '#pragma asyncc diagnostic error "-Wlarge-frame"'
    sed 's/1000/10000/' kinds.c
} >pragma.c
asyncc -fsyntax-only pragma.c 2>stderr && fail "the pragma: exit status 0"
grep -q "^pragma\.c:9:18: error: frame of 'two' takes 10048 bytes, more than 4096: 'large' (10000 bytes) across the await in line 20 " \
    stderr || fail "the pragma: $(cat stderr)"
finish
