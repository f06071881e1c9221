#!/bin/sh
# usage.sh - what the translator says when it is called wrongly, or cannot read or write: one line, exit status
# 1, no output file.
. "$(dirname "$0")/common.sh"
work usage usage
cd "$work" || exit 1

cat >good.c <<'END'
#include <asyncc.h>
async int f(void)
{
    await async_yield();
    return 1;
}
END
echo '#include <asyncc.h>' >unreadable.c
mkdir directory.c empty

# says MESSAGE ARGUMENT... - the message can hold a pattern's `*`
says() {
    message=$1
    shift
    "$ASYNCC" -I"$ASYNCC_INCLUDE" "$@" >out 2>stderr
    status=$?
    [ "$status" -eq 1 ] || fail "$*: exit status $status, expected 1"
    [ "$(wc -l <stderr)" -eq 1 ] || fail "$*: $(wc -l <stderr) lines"
    case $(cat stderr) in
    "asyncc: error: "$message) ;;
    *) fail "$*: $(cat stderr)" ;;
    esac
    [ ! -s out ] || fail "$*: something was written"
    [ ! -e out.c ] || fail "$*: an output file was written"
}

says "no input file; try 'asyncc --help'" -o out.c
says "cannot read 'nowhere.c': No such file or directory" nowhere.c -o out.c
says "cannot read 'directory.c': Is a directory" directory.c -o out.c
says "cannot write 'nowhere/out.c': No such file or directory" good.c -o nowhere/out.c
says "several input files need '-o DIRECTORY'; try 'asyncc --help'" good.c unreadable.c
says "both 'good.c' and './good.c' would be written to 'empty/good.c'" good.c ./good.c -o empty
says "'-MF', '-MT' and '-MQ' are for one input file; try 'asyncc --help'" good.c unreadable.c -o empty -MF x.d
says "unknown option '--hlep'; try 'asyncc --help'" --hlep good.c -o out.c
says "there is no program 'nowhere'" --cc=nowhere good.c -o out.c
says "missing argument of '-o'; try 'asyncc --help'" good.c -o
says "cannot read '@nothing': No such file or directory" @nothing -o out.c
says "no such pass to dump: 'nothing'; try 'asyncc --help'" --dump=nothing good.c -o out.c
says "clang's own headers * were not found; *looked in: 'empty'" -resource-dir empty good.c -o out.c
if [ "$(id -u)" -ne 0 ]; then
    chmod a-r unreadable.c
    says "cannot read 'unreadable.c': Permission denied" unreadable.c -o out.c
fi

# A device or a pipe as output is written to and not replaced by a file.
mkfifo pipe
cat pipe >got &
"$ASYNCC" -I"$ASYNCC_INCLUDE" good.c -o pipe || fail "output to a pipe: exit status $?"
wait
[ -p pipe ] || fail "the pipe was replaced by a file"
grep -q asyncc_f_run got || fail "nothing came through the pipe"
finish
