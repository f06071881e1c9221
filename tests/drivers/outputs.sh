#!/bin/sh
# outputs.sh - what the translator writes to: never to what it reads, through links, into devices and pipes; and never half.
. "$(dirname "$0")/common.sh"
work outputs outputs
cd "$work" || exit 1

asyncc() {
    "$ASYNCC" -I"$ASYNCC_INCLUDE" "$@"
}

mkdir -p src
cat >src/s.c <<'END'
#include <asyncc.h>
#include "local.h"
async int f(int x)
{
    await async_yield();
    return x + LOCAL;
}
END
echo '#define LOCAL 1' >src/local.h
sed 's/f(int x)/g(int x)/' src/s.c >src/t.c
asyncc src/s.c >expected || fail "standard output"
lines=$(wc -l <expected)

# An output that is an input, a header, or another's input, by whatever name: nothing is written.
cp -R src original
ln -s s.c src/soft.c
ln src/s.c src/hard.c
ln -s . src/dir
mkdir linked
ln -s ../src/t.c linked/s.c
# refused NAME ARGUMENT... - in src; NAME is that of an input in the message
refused() {
    name=$1
    shift
    (cd src && asyncc "$@") >out 2>stderr
    status=$?
    [ "$status" -eq 1 ] || fail "$*: exit status $status"
    grep -q "error: input file '$name' is the same as output file" stderr || fail "$*: $(cat stderr)"
    diff -r -x soft.c -x hard.c -x dir src original || fail "$* changed the sources"
}
for output in s.c ./s.c dir/s.c ../src/s.c soft.c hard.c . dir; do
    refused s.c s.c -o $output
done
refused s.c s.c t.c -o .
refused t.c s.c t.c -o ../linked
refused ./local.h s.c -o local.h
refused s.c s.c -MMD -MF s.c -o ../x.c
refused ./local.h s.c -MMD -MF dir/local.h -o ../x.c
ls ./*.c 2>/dev/null && fail "a refused output was written"

# A link is followed; one input goes into a directory as several do; how a file can be used stays.
mkdir -p many
ln -s real.c link.c
ln -s many/none.c dangling.c
asyncc src/s.c -o link.c && [ -L link.c ] && [ "$(wc -l <real.c)" = "$lines" ] || fail "an output that is a link"
asyncc src/s.c -o dangling.c && [ -L dangling.c ] && [ -s many/none.c ] || fail "an output that is a link to no file"
ln -s loop.c loop.c
asyncc src/s.c -o loop.c 2>/dev/null && fail "a link to itself"
for directory in many many/; do
    rm -f many/*
    asyncc src/s.c -o $directory && [ "$(ls many)" = s.c ] || fail "one input into '$directory': $(ls many)"
done
chmod 600 real.c
asyncc src/s.c -o real.c && [ "$(stat -c %a real.c)" = 600 ] || fail "a private file has become $(stat -c %a real.c)"
if [ "$(id -u)" -ne 0 ]; then
    chmod 400 real.c
    asyncc src/s.c -o real.c 2>/dev/null && fail "a file that is not to be written to was replaced"
fi
(umask 077 && asyncc src/s.c -o masked.c && [ "$(stat -c %a masked.c)" = 600 ]) || fail "umask"

# What is no regular file is written to; open files go on where they stand.
(echo before && asyncc src/s.c -o /dev/stdout && echo after) >out
[ "$(head -n 1 out)$(tail -n 1 out)$(wc -l <out)" = "beforeafter$((lines + 2))" ] || fail "/dev/stdout: $(wc -l <out) lines"
asyncc src/s.c -o /dev/fd/3 3>out && [ "$(wc -l <out)" = "$lines" ] || fail "/dev/fd/3"
[ "$(asyncc src/s.c -o /dev/stdout | wc -l)" = "$lines" ] || fail "/dev/stdout that is a pipe"
asyncc src/s.c -o /dev/null && [ -c /dev/null ] || fail "/dev/null"
asyncc src/s.c -o /dev/full 2>stderr && fail "a full device"
grep -q "cannot write '/dev/full'" stderr || fail "a full device: $(cat stderr)"
mkfifo fifo
timeout 20 cat fifo >out &
reader=$!
timeout 20 "$ASYNCC" -I"$ASYNCC_INCLUDE" src/s.c -o fifo && [ -p fifo ] || fail "a FIFO as output"
wait $reader
[ "$(wc -l <out)" = "$lines" ] || fail "a FIFO got $(wc -l <out) lines"

# What can be read once is read once.
cat src/s.c | asyncc -Isrc /dev/stdin -o once.c && [ "$(wc -l <once.c)" = "$lines" ] || fail "/dev/stdin"
cat src/s.c | (exec 4<&0 </dev/null && asyncc -Isrc /dev/fd/4 -o once.c) && [ "$(wc -l <once.c)" = "$lines" ] || fail "/dev/fd/4"
timeout 20 cp src/s.c fifo &
asyncc -Isrc fifo -o once.c && [ "$(wc -l <once.c)" = "$lines" ] || fail "a FIFO"
sed 's/LOCAL/NOWHERE/' src/s.c >bad.c
timeout 20 cp bad.c fifo &
asyncc -Isrc fifo -o once.c 2>stderr && fail "an error in a FIFO"
grep -q '^fifo:6:16: error: ' stderr || fail "an error in a FIFO: $(cat stderr)"

# Depfiles: to everything, and only when all is good.
asyncc -MMD -MF - src/s.c -o x.c >out && grep -q '^x\.c: src/s\.c' out || fail "-MF -: $(cat out)"
asyncc -MMD -MF /dev/stdout src/s.c -o x.c >out && grep -q '^x\.c: src/s\.c' out || fail "-MF /dev/stdout: $(cat out)"
echo kept >x.d
asyncc -Isrc -MMD bad.c -o x.c 2>/dev/null
[ "$(cat x.d)" = kept ] || fail "an error writes a depfile"
asyncc -MMD -MF no/where.d src/s.c -o unwritten.c 2>stderr && fail "a depfile that cannot be written"
grep -q "cannot write 'no/where.d': No such file" stderr || fail "a depfile that cannot be written: $(cat stderr)"
[ ! -e unwritten.c ] || fail "an output without its depfile"

# Who can write to the directory lays nothing in the way, whatever the process's number; long names are no harm.
mkdir -p trap
echo precious >precious
python3 -c '
import os
for number in range(os.getpid(), os.getpid() + 3000):
    os.symlink("../precious", f"trap/x.c.tmp{number}")' || fail "traps"
asyncc src/s.c -o trap/x.c || fail "links in the way"
[ "$(cat precious)" = precious ] && [ "$(wc -l <trap/x.c)" = "$lines" ] || fail "a link in the way was written through"
long=$(printf '%0253d' 0).c
asyncc src/s.c -o "$long" && [ "$(wc -l <"$long")" = "$lines" ] || fail "a name of 255 bytes"

# A signal while a file is half written leaves nothing, and ends the translator.
cat >undo.py <<'END'
import os, signal, sys
for number in signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE:
    signal.signal(number, signal.SIG_DFL) # a shell has its jobs ignore some
os.execvp(sys.argv[1], sys.argv[1:])
END
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
    for signal in HUP INT PIPE QUIT TERM; do
        rm -rf signal
        mkdir signal
        python3 undo.py strace -D -f -o trace -e trace=rename -e inject=rename:delay_enter=500000 \
            "$ASYNCC" -I"$ASYNCC_INCLUDE" src/s.c -o signal/x.c &
        child=$!
        for try in $(seq 200); do
            [ -z "$(ls -A signal)" ] && kill -0 $child 2>/dev/null || break
            sleep 0.05
        done
        kill -$signal $child
        wait $child
        status=$?
        [ "$status" -gt 128 ] || fail "SIG$signal: exit status $status"
        [ -z "$(ls -A signal | grep -v '^x\.c$')" ] || fail "SIG$signal leaves $(ls -A signal)"
    done
fi
finish
