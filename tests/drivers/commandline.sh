#!/bin/sh
# commandline.sh - what the translator's options do.
. "$(dirname "$0")/common.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
work commandline commandline
cd "$work" || exit 1

asyncc() {
    "$ASYNCC" -I"$ASYNCC_INCLUDE" "$@"
}

cat >good.c <<'END'
#include <asyncc.h>
#include "local.h"
async int f(int x)
{
    await async_yield();
    return x + LOCAL;
}
END
echo '#define LOCAL 1' >local.h
sed 's/f(int x)/g(int x)/' good.c >other.c
cat >warned.c <<'END'
#include <asyncc.h>
#include <unistd.h>
async void f(void)
{
    /* ä */ sleep(1);
    await async_yield();
}
END
cat >bad.c <<'END'
#include <asyncc.h>
async int answer(void);
static int f(void)
{
    return await answer();
}
END

# Several inputs at once: the same bytes as one by one, messages in the order of the line, and what is good is written
# beside what is not.
for source in good other; do
    mkdir -p one many
    asyncc $source.c -o one/$source.c || fail "$source.c"
done
asyncc good.c other.c -o many || fail "two inputs: exit status $?"
diff -r one many || fail "two inputs at once are translated otherwise than one by one"
rm many/*
for jobs in '' -j1 '-j 8'; do
    asyncc $jobs bad.c good.c warned.c -o many 2>stderr
    status=$?
    [ "$status" -eq 1 ] || fail "three inputs, one of them bad: exit status $status"
    order=$(sed -n 's/^\([a-z]*\.c\):.*: \([a-z]*\): .*/\1 \2/p' stderr | tr '\n' ' ')
    [ "$order" = 'bad.c error bad.c note warned.c warning ' ] || fail "messages in the order '$order'"
    [ "$(ls many | tr '\n' ' ')" = 'good.c warned.c ' ] || fail "written: $(ls many)"
done
asyncc -fsyntax-only good.c other.c || fail "-fsyntax-only of two inputs"

# Standard input: the same but for the name.
asyncc - <good.c >stdin.c || fail "standard input: exit status $?"
sed 's/<stdin>/good.c/' stdin.c | diff - one/good.c >difference
grep '^[<>]' difference | grep -v 'translated\.c\|#line [0-9]* "good\.c"' && fail "standard input is translated otherwise"
asyncc - <bad.c >stdin.c 2>stderr && fail "a bad standard input is translated"
grep -q '^<stdin>:5:12: error: await outside an async function' stderr || fail "an error in standard input"

# Depfiles.
rm -rf many/*
asyncc -MMD good.c -o many/good.out.c || fail "-MMD"
[ "$(tr -d '\\\n' <many/good.out.d | tr -s ' ' | sed "s|$ASYNCC_INCLUDE|I|g")" = \
    'many/good.out.c: good.c I/asyncc.h I/asyncc/abi/number.h local.h' ] || fail "the depfile of -MMD: $(cat many/good.out.d)"
asyncc -MMD good.c other.c -o many || fail "-MMD of two inputs"
grep -q '^many/other.c:' many/other.d || fail "the depfile of one of two inputs"
asyncc -MD -MF named.d -MT target good.c -o many/good.c || fail "-MD -MF -MT"
grep -q '^target:' named.d || fail "the depfile of -MD -MF -MT"

# Diagnostics for programs.
cat >expected <<'END'
[{"kind":"warning","message":"'sleep' blocks the event loop and every task on it; await 'async_sleep' instead","locations":[{"caret":{"file":"warned.c","line":5,"column":13,"display-column":13,"byte-column":14},"finish":{"file":"warned.c","line":5,"column":20,"display-column":20,"byte-column":21}}],"column-origin":1,"id":"blocking-call","option":"-Wblocking-call","children":[]},{"kind":"error","message":"await outside an async function","locations":[{"caret":{"file":"bad.c","line":5,"column":12,"display-column":12,"byte-column":12},"finish":{"file":"bad.c","line":5,"column":16,"display-column":16,"byte-column":16}}],"column-origin":1,"id":"await-outside","children":[{"kind":"note","message":"make 'f' async, or start the call with create_task","locations":[{"caret":{"file":"bad.c","line":3,"column":12,"display-column":12,"byte-column":12}}],"column-origin":1}]}]
END
asyncc -fdiagnostics-format=json warned.c bad.c -fsyntax-only 2>stderr && fail "JSON: exit status 0"
diff -u expected stderr || fail "JSON"
asyncc -fdiagnostics-format=json good.c -fsyntax-only 2>stderr || fail "JSON of nothing"
[ "$(cat stderr)" = '[]' ] || fail "JSON of nothing: $(cat stderr)"
cat >expected <<'END'
"columnKind":"unicodeCodePoints","results":[{"level":"warning","message":{"text":"'sleep' blocks the event loop and every task on it; await 'async_sleep' instead"},"ruleId":"blocking-call","locations":[{"physicalLocation":{"artifactLocation":{"uri":"warned.c"},"region":{"startLine":5,"startColumn":13,"endLine":5,"endColumn":21}}}]},{"level":"error","message":{"text":"await outside an async function"},"ruleId":"await-outside","locations":[{"physicalLocation":{"artifactLocation":{"uri":"bad.c"},"region":{"startLine":5,"startColumn":12,"endLine":5,"endColumn":17}}}],"relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"bad.c"},"region":{"startLine":3,"startColumn":12,"endLine":3,"endColumn":13}},"message":{"text":"make 'f' async, or start the call with create_task"}}]}]}]}
END
asyncc -fdiagnostics-format=sarif warned.c bad.c -fsyntax-only 2>stderr && fail "SARIF: exit status 0"
grep -o '"columnKind".*' stderr | diff -u expected - || fail "SARIF: results"
grep -q '"id":"blocking-call","help":{"text":"# blocking-call\\n' stderr || fail "SARIF: rules"
asyncc -fdiagnostics-format=json nowhere.c -fsyntax-only 2>stderr && fail "JSON of a file that is not there"
grep -q '^\[{"kind":"error","message":"cannot read .nowhere\.c.*","locations":\[\]' stderr || fail "JSON of a missing file"

# Warnings.
# warned KIND OPTION... - what becomes of one, for which the exit status is right
warned() {
    kind=$1 expected=0
    shift
    [ "$kind" = error ] && expected=1
    asyncc "$@" warned.c -fsyntax-only 2>stderr
    status=$?
    got=$(sed -n 's/^warned\.c:.*: \([a-z]*\): .*/\1/p' stderr)
    [ "$got" = "$kind" ] && [ "$status" -eq "$expected" ] || fail "$*: '$got', exit status $status"
}
warned warning
warned '' -Wno-blocking-call
warned warning -Wno-blocking-call -Wblocking-call
warned '' -w
warned error -Werror
warned error -Werror=blocking-call
warned warning -Werror -Wno-error=blocking-call
warned warning -Werror=blocking-call -Wno-error=blocking-call
warned warning -Werror -Wno-error
warned '' -Werror=blocking-call -Wno-blocking-call
warned warning -Wall -Wextra -Wno-no-such-warning

# Colour on a terminal only.
escape=$(printf '\033')
asyncc bad.c -fsyntax-only 2>stderr
grep -q "$escape" stderr && fail "colour in a file"
asyncc -fdiagnostics-color=always bad.c -fsyntax-only 2>stderr
grep -q "$escape" stderr || fail "no colour with -fdiagnostics-color=always"
if command -v script >/dev/null; then
    terminal() {
        script -qec "'$ASYNCC' -I'$ASYNCC_INCLUDE' ${1:-} bad.c -fsyntax-only" /dev/null </dev/null >terminal 2>&1
    }
    terminal
    grep -q "$escape" terminal || fail "no colour on a terminal"
    terminal -fdiagnostics-color=never
    grep -q "$escape" terminal && fail "colour on a terminal that shall have none"
    NO_COLOR=1 terminal
    grep -q "$escape" terminal && fail "colour in spite of NO_COLOR"
    TERM=dumb terminal
    grep -q "$escape" terminal && fail "colour on a dumb terminal"
fi

# What the program says about itself.
asyncc --version >out || fail "--version"
abi=$(sed -n 's/^#define ASYNCC_ABI \([0-9]*\)$/\1/p' "$ASYNCC_INCLUDE/asyncc/abi/number.h")
grep -q '^asyncc [0-9.]*$' out && grep -q '^libclang: .*clang version [0-9]' out &&
    grep -q "^ABI of generated code: $abi\$" out || fail "--version: $(cat out)"
asyncc --doctor >out || fail "--doctor: $(cat out)"
grep -q '^ok   asyncc.h' out || fail "--doctor: $(cat out)"
"$ASYNCC" --doctor -nostdinc --cc=no-such-compiler >out && fail "--doctor without a compiler: exit status 0"
for line in 'C compiler .*no-such-compiler' 'system headers' 'asyncc.h'; do
    grep -q "^BAD  $line" out || fail "--doctor without a compiler: $(cat out)"
done

# Each option of --help is in the manual and in the completions of every shell.
asyncc --help >help || fail "--help"
sed 's/\\-/-/g; s/\\fB//g; s/\\f[RPI]//g' "$root/docs/asyncc.1" >manual
options=$(sed -n '/^What is translated/,$p' help | grep -o -e '^  -[^ ]*.*' | cut -c3-21 |
    grep -o -e '--\?[A-Za-z][A-Za-z-]*=\?' | sort -u)
[ "$(echo "$options" | wc -l)" -gt 15 ] || fail "too few options found in --help:" $options
for option in $options; do
    for file in manual "$root/completions/asyncc.bash" "$root/completions/_asyncc"; do
        grep -q -e "$option" "$file" || fail "$(basename "$file") does not have $option"
    done
    bare=$(echo "$option" | sed 's/^-*//; s/=$//')
    grep -q -e "-[aols] '\?$bare" -e "[ ']$option" "$root/completions/asyncc.fish" || fail "asyncc.fish does not have $option"
done
finish
