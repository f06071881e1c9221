#!/bin/sh
# launcher.sh - `asyncc cc`: a compiler's command line, taken as it is.
. "$(dirname "$0")/common.sh"
work launcher launcher
cd "$work" || exit 1
unset ASYNCC_CC
set -- $ASYNCC_COMPILERS
gcc=$1
include=-I$ASYNCC_INCLUDE

mkdir -p src 'a b' bin
cat >src/app.c <<'END'
#include <asyncc.h>
#include "local.h"
#include "one.h"
#include <stdio.h>
#line 4 "src/no_such_file.y"
async int answer(void);
async int main(void)
{
    printf("%d %d\n", await one() + await answer(), __LINE__);
    return 0;
}
END
echo '#define LOCAL 1' >src/local.h
echo 'static inline async int one(void) { await async_yield(); return LOCAL; }' >src/one.h
cat >'a b/answer.c' <<'END'
#include <asyncc.h>
async int answer(void)
{
    await async_yield();
    return 41;
}
END
cp 'a b/answer.c' answer.c
cat >plain.c <<'END'
#ifdef __ASYNCC__
#error "this file is not to be translated"
#endif
int plain(void) { return __LINE__; }
END
cat >bad.c <<'END'
#include <asyncc.h>
async int answer(void);
int f(void) { return answer(); }
END

# A compiler that writes down its arguments, one a line.
cat >bin/spy <<END
#!/bin/sh
for word in "\$@"; do
    echo "\$word"
done >>'$work/spied'
exec $gcc "\$@"
END
chmod +x bin/spy
PATH=$work/bin:$PATH

# spied ARGUMENT... - the arguments that the compiler gets, on one line
spied() {
    rm -f spied
    "$ASYNCC" cc spy "$@" >/dev/null 2>stderr
    grep -v -x -e '-E' -e '-v' spied >others # without the question about its target
    tail -n "${lines:-100}" others | tr '\n' '|'
}

# Plain files, and what is no compilation of C, go to the compiler untouched.
for line in '-c plain.c -o plain.o' '-O2 -DX="a b" -c plain.c -Wall -o plain.o' '--version' '-E -dM plain.c' \
    '-print-search-dirs' '-M src/app.c -I src '"$include" '-MM src/app.c -I src '"$include"; do
    rm -f spied
    "$ASYNCC" cc spy $line >/dev/null 2>&1
    "$gcc" -dumpversion >/dev/null
    [ "$(tr '\n' ' ' <spied)" = "$line " ] || fail "'$line' became '$(tr '\n' ' ' <spied)'"
done
rm -f spied
echo 'int x;' | "$ASYNCC" cc spy -x c -c - -o stdin.o || fail "standard input"
[ -s stdin.o ] || fail "standard input: no object"
[ "$(tr '\n' ' ' <spied)" = '-x c -c - -o stdin.o ' ] || fail "standard input became '$(tr '\n' ' ' <spied)'"

# Async C by standard input, as a pipe and as a file, linked too; its own directory is the current one.
cat >by_input.c <<'END'
#include <asyncc.h>
#include "src/local.h"
static async int answer(void)
{
    await async_yield();
    return 41 + LOCAL;
}
async int main(void)
{
    return await answer() != 42 || __FILE__[0] != '<';
}
END
sed 's/<asyncc.h>/"src\/common.h"/' by_input.c >by_header_input.c
echo '#include <asyncc.h>' >src/common.h
for file in by_input.c by_header_input.c; do
    rm -f input.o input
    # shellcheck disable=SC2086
    cat $file | "$ASYNCC" cc "$gcc" $ASYNCC_FLAGS "$include" -x c -c - -o input.o -MMD || fail "async C by a pipe"
    # shellcheck disable=SC2086
    "$ASYNCC" cc "$gcc" $ASYNCC_FLAGS "$include" input.o -x c - -x none $libraries -o input </dev/null && ./input ||
        fail "async C by standard input"
    grep -q -e '\.asyncc/' -e ': - ' input.d && fail "the depfile names the translation: $(cat input.d)"
    # shellcheck disable=SC2086
    "$ASYNCC" cc "$gcc" $ASYNCC_FLAGS "$include" -x c - -x none $libraries -o input <$file && ./input ||
        fail "async C by a file as standard input"
    "$ASYNCC" cc "$gcc" "$include" -x c -E - <$file | grep -q asyncc_answer_run || fail "-E of standard input"
    "$ASYNCC" cc "$gcc" "$include" -x c -c - <$file && nm ./-.o | grep -q asyncc_answer || fail "-c of standard input"
done
[ -z "$(ls -d ./*.asyncc* 2>/dev/null)" ] || fail "standard input leaves a translation"
TMPDIR=$work/nowhere "$ASYNCC" cc "$gcc" "$include" -x c -fsyntax-only - <by_input.c || fail "a TMPDIR that is not there"
sed 's/await answer/answer/' by_input.c | "$ASYNCC" cc "$gcc" "$include" -x c -c - -o input.o 2>stderr && fail "an error in standard input"
grep -q '^<stdin>:10:12: error: ' stderr || fail "an error in standard input: $(cat stderr)"
"$ASYNCC" "$include" -x c - <by_input.c >by_input.out.c && "$gcc" "$include" -c by_input.out.c -o input.o || fail "asyncc -x c -"

# What is preprocessed was translated before, or is refused.
"$ASYNCC" cc "$gcc" "$include" -E by_input.c -o by_input.i && "$ASYNCC" cc "$gcc" -c by_input.i -o input.o &&
    nm input.o | grep -q asyncc_answer || fail "a preprocessed translation"
for compiler in $ASYNCC_COMPILERS; do
    if "$compiler" "$include" -E by_input.c -o untranslated.i 2>stderr; then
        "$ASYNCC" "$include" untranslated.i -o untranslated.c 2>/dev/null && fail "asyncc takes a preprocessed source"
        "$ASYNCC" cc "$compiler" -c untranslated.i -o input.o 2>stderr && fail "$compiler takes a preprocessed source"
    fi
    grep -q 'C that asyncc has not translated' stderr || fail "a preprocessed source: $(cat stderr)"
done
"$ASYNCC" by_input.i -o untranslated.c || fail "asyncc refuses preprocessed plain C"

# Other languages are not C, whatever their text; -x c makes it C.
cp by_input.c by_input.cpp
"$ASYNCC" "$include" by_input.cpp -o by_input.out.c 2>stderr && fail "C++ was translated"
grep -q "'by_input.cpp' is no C" stderr || fail "C++: $(cat stderr)"
"$ASYNCC" "$include" -x c++ by_input.c -o by_input.out.c 2>stderr && fail "-x c++ was translated"
"$ASYNCC" "$include" -x c by_input.cpp -o by_input.out.c || fail "-x c of a name of C++"

# The serial program is plain C: not translated by a compiler's command, and refused otherwise.
got=$(spied "$include" -DASYNCC_SERIAL -c by_input.c -o input.o)
[ "$got" = "$include|-DASYNCC_SERIAL|-c|by_input.c|-o|input.o|" ] || fail "the serial program: the compiler got '$got'"
"$ASYNCC" "$include" -DASYNCC_SERIAL by_input.c -o by_input.out.c 2>stderr && fail "the serial program was translated"
grep -q 'error: .*ASYNCC_SERIAL: the serial program is compiled as it is' stderr || fail "the serial program: $(cat stderr)"

# __BASE_FILE__ is the source.
cat >base.h <<'END'
#define BASE __BASE_FILE__
END
printf '#include <asyncc.h>\n#include "base.h"\nasync int base(void) { await async_yield(); return sizeof BASE; }\n' >base.c
printf '_Static_assert(sizeof BASE == sizeof "base.c", "");\n' >>base.c
"$ASYNCC" cc "$gcc" $warnings "$include" -c base.c -o base.o || fail "__BASE_FILE__"

# A header that declares async functions makes no file async; one that awaits does, and so does a source that is included.
mkdir -p inc
echo '#include <asyncc.h>
async int answer(void);' >inc/declared.h
echo '#include "declared.h"
static inline async int defined(void) { return await answer(); }' >inc/defined.h
for name in declared defined; do
    printf '#include "%s.h"\nint number(void) { return 1; }\n' $name >$name.c
done
echo '#include "a b/answer.c"' >wrapped.c
for case in declared:declared.c defined:defined.c.o.asyncc/defined.c wrapped:wrapped.c.o.asyncc/wrapped.c; do
    name=${case%%:*}
    case $(spied -w "$include" -iquote inc -c $name.c -o $name.c.o) in
    *"|${case#*:}|"*) ;;
    *) fail "$name.c: the compiler got $(tr '\n' ' ' <spied) $(cat stderr)" ;;
    esac
done

# A plain file costs no more than the launcher, which is a program by itself: the translator need not be there.
mkdir -p alone
cp "$ASYNCC" alone/asyncc
alone/asyncc cc "$gcc" -c plain.c -o plain.o || fail "a plain file needs the translator"
alone/asyncc cc "$gcc" "$include" -c answer.c -o alone.o 2>stderr && fail "no translator is no failure"
grep -q "^asyncc: error: cannot run '$(readlink -f alone)/asyncc-translate'" stderr || fail "no translator: $(cat stderr)"
[ ! -e alone.o ] && [ ! -e alone.o.asyncc ] || fail "no translator: files are left"

# The words alone make no file async: it must read <asyncc.h>, also by a header or an option. What is not async is never
# parsed by clang, which does not know all that gcc does.
cat >words.c <<'END'
struct async { int await; };
#ifdef NESTED
int outer(void) { int inner(void) { return 1; } return inner(); }
#endif
END
cp words.c 'a b/words.c'
"$ASYNCC" cc gcc -DNESTED -c words.c -o words.o || fail "async as another name"
got=$(lines=7 spied -MMD -MF words.d -c 'a b/words.c' -o words.o)
[ "$got" = '-MMD|-MF|words.d|-c|a b/words.c|-o|words.o|' ] || fail "async as another name: the compiler got '$got'"
grep -q -x -e -M spied || fail "async as another name: the compiler was not asked"
echo '#include <asyncc.h>' >inc/common.h
printf '#include "common.h"\nasync int by_header(void) { return 1; }\n' >by_header.c
echo 'async int by_option(void) { return 1; }' >by_option.c
"$ASYNCC" cc "$gcc" "$include" -Iinc -c by_header.c && nm by_header.o | grep -q asyncc_by_header || fail "<asyncc.h> by a header"
"$ASYNCC" cc "$gcc" "$include" -include asyncc.h -c by_option.c && nm by_option.o | grep -q asyncc_by_option ||
    fail "<asyncc.h> by an option"

# A file with async: its translation in its place, all else as it is.
got=$(lines=12 spied -O2 -g "-DNAME=\"a b\"" "$include" -Wno-blocking-call -MD -c 'a b/answer.c' -o 'a b/answer.o')
expected="-iquotea b|-O2|-g|-DNAME=\"a b\"|$include|-c|a b/answer.o.asyncc/answer.c|-o|a b/answer.o|-MD|-MF|a b/answer.o.asyncc/depfile|"
case $got in
*"$expected") ;;
*) fail "the compiler got '$got', expected '$expected'" ;;
esac
[ ! -e 'a b/answer.o.asyncc' ] || fail "the translation is still there"
[ "$(tr -d '\\\n' <'a b/answer.d' | tr -s ' ' | sed 's/\(b\/answer\.c\).*/\1/')" = 'a b/answer.o: a b/answer.c' ] ||
    [ "$(head -c 40 'a b/answer.d' | tr -d '\n\\' | sed 's/\(b\/answer\.c\).*/\1/')" = 'a b/answer.o: a b/answer.c' ] ||
    fail "the depfile: $(head -n 3 'a b/answer.d')"
grep -q 'asyncc/answer' 'a b/answer.d' && fail "the depfile names the translation"

# Depfiles in all the ways that build systems ask for them.
# depends FILE OPTION... - compiles src/app.c, and FILE names the source and its header, not the translation
depends() {
    file=$1
    shift
    rm -f app.o app.d "$file"
    "$ASYNCC" cc "$gcc" "$include" "$@" -c src/app.c -o app.o || fail "$*: exit status $?"
    [ -f "$file" ] || fail "$*: there is no $file"
    { grep -q 'src/app\.c' "$file" && grep -q 'src/local\.h' "$file"; } || fail "$*: $(cat "$file")"
    grep -q 'src/one\.h' "$file" || fail "$*: $(cat "$file")" # whose text is in the translation
    grep -q 'no_such_file' "$file" && fail "$*: $(cat "$file")"
    grep -q 'app\.o\.asyncc' "$file" && fail "$*: names the translation"
}
depends app.d -MD
depends app.d -MMD -MP
grep -q '^src/one\.h:$' app.d || fail "no rule of -MP: $(cat app.d)"
depends other.d -MD -MF other.d -MT target
grep -q '^target:' other.d || fail "the target of -MT"
depends other.d -MMD -MFother.d -MQ app.o
depends other.d -Wp,-MMD,other.d

# One command for all.
libraries="$libraries $ASYNCC_FLAGS"
"$ASYNCC" cc "$gcc" $ASYNCC_FLAGS "$include" src/app.c 'a b/answer.c' plain.c $libraries -o app || fail "compiling and linking"
[ "$(./app)" = '42 7' ] || fail "the program says: $(./app)"
"$ASYNCC" cc "$gcc" "$include" -c src/app.c answer.c plain.c || fail "several objects"
"$ASYNCC" cc "$gcc" $ASYNCC_FLAGS app.o answer.o plain.o $libraries -o linked || fail "linking"
[ "$(./linked)" = '42 7' ] || fail "the linked program says: $(./linked)"
"$ASYNCC" cc "$gcc" $ASYNCC_FLAGS "$include" -MD src/app.c answer.c $libraries -o dir || fail "linking with depfiles"
grep -l 'asyncc/app\.c' ./*.d && fail "a depfile of a linked program names the translation"
ls -d ./*.asyncc* 2>/dev/null && fail "translations are still there"

# Without a compiler's name: cc, or ASYNCC_CC. With several words: as they are.
ASYNCC_CC=spy
export ASYNCC_CC
rm -f spied
"$ASYNCC" cc "$include" -c answer.c -o named.o || fail "ASYNCC_CC"
[ -s spied ] || fail "ASYNCC_CC was not asked"
unset ASYNCC_CC
"$ASYNCC" cc "$include" -c answer.c -o named.o || fail "no compiler named"
rm -f spied
"$ASYNCC" cc env spy "$include" -c answer.c -o named.o || fail "two words of a compiler"
[ -s spied ] || fail "the second word was not asked"

# -S, -E, -fsyntax-only, response files, -save-temps, -x.
"$ASYNCC" cc "$gcc" "$include" -S answer.c && grep -q answer answer.s || fail "-S"
"$ASYNCC" cc "$gcc" "$include" -E answer.c | grep -q asyncc_answer_run || fail "-E"
"$ASYNCC" cc "$gcc" "$include" -fsyntax-only answer.c || fail "-fsyntax-only"
printf '%s\n' "\"$include\"" -c answer.c '-o rsp.o' >words.rsp
"$ASYNCC" cc "$gcc" @words.rsp && [ -s rsp.o ] || fail "a response file"
"$ASYNCC" cc "$gcc" "$include" -save-temps=obj -c answer.c -o kept.o && [ -s kept.o.asyncc/answer.c ] || fail "-save-temps"
cp answer.c answer.txt
"$ASYNCC" cc "$gcc" "$include" -x c -c answer.txt -o x.o && nm x.o | grep -q asyncc_answer || fail "-x c"
"$ASYNCC" cc "$gcc" "$include" --suspend-points -c answer.c -o points.o || fail "--suspend-points"
"$ASYNCC" cc "$gcc" "$include" --coverage -flto -c answer.c -o flags.o || fail "--coverage -flto"

# Errors: of ours with the user's file and line, of the compiler's with its status; no object, nothing left.
rm -f bad.o
"$ASYNCC" cc "$gcc" "$include" -c bad.c -o bad.o 2>stderr && fail "an error is no failure"
grep -q '^bad\.c:3:22: error: ' stderr || fail "an error: $(cat stderr)"
[ ! -e bad.o ] && [ ! -e bad.o.asyncc ] || fail "an error leaves files"
for format in json sarif; do
    "$ASYNCC" cc "$gcc" "$include" -fdiagnostics-format=$format -c bad.c -o bad.o 2>stderr
    grep -q '"call-without-await"' stderr || fail "-fdiagnostics-format=$format: $(cat stderr)"
done
printf '#!/bin/sh\ncase " $* " in *" -E "*) exec %s "$@" ;; esac\nexit 7\n' "$gcc" >bin/seven
printf '#!/bin/sh\ncase " $* " in *" -E "*) exec %s "$@" ;; esac\nkill -TERM $$\n' "$gcc" >bin/killed
printf '#!/bin/sh\ncase " $* " in *" -E "*) exec %s "$@" ;; esac\ntouch "%s/started"\nexec sleep 60\n' "$gcc" "$work" >bin/slow
chmod +x bin/*
for source in plain.c answer.c; do
    "$ASYNCC" cc seven "$include" -c $source
    [ $? -eq 7 ] || fail "$source: the compiler's exit status"
    sh -c '"$0" "$@"; exit $?' "$ASYNCC" cc killed "$include" -c $source 2>/dev/null
    [ $? -eq 143 ] || fail "$source: a signal that ends the compiler"
    rm -f started
    "$ASYNCC" cc slow "$include" -c $source -o signal.o &
    while [ ! -e started ]; do sleep 0.05; done
    kill -TERM $!
    wait $!
    [ $? -eq 143 ] || fail "$source: a signal"
    [ ! -e signal.o.asyncc ] || fail "$source: a signal leaves the translation"
done
"$ASYNCC" cc ./nowhere "$include" -c answer.c 2>/dev/null && fail "a compiler that is not there"

# The same object as by hand, but for the name of the translation; and through ccache, from it the second time.
if command -v ccache >/dev/null; then
    CCACHE_DIR=$work/ccache CCACHE_CONFIGPATH=$work/ccache.conf
    export CCACHE_DIR CCACHE_CONFIGPATH
    ccache -z >/dev/null
    for time in 1 2; do
        rm -f cached.o cached.d
        "$ASYNCC" cc ccache "$gcc" -g "$include" -MD -c src/app.c -o cached.o || fail "ccache"
        grep -q 'src/app\.c' cached.d || fail "the depfile through ccache"
        grep -q 'cached\.o\.asyncc' cached.d && fail "the depfile through ccache names the translation"
    done
    ccache -s -v | grep -q 'Hits: *1 ' || fail "ccache did not find the second: $(ccache -s -v)"
fi
# A plain file that includes a header with an async function is translated, however the header is found.
mkdir -p library
cat >library/lib_answer.h <<'EOF'
#include <asyncc.h>
static inline async int lib_answer(int x)
{
    await async_yield();
    return x + 41;
}
EOF
echo '#include "lib_answer.h"' >library/whole.h
echo '-I library' >library/rsp
for line in '#include "lib_answer.h"' '#include <lib_answer.h>' '#include <whole.h>' '# include_next <lib_answer.h>' \
    '#include HEADER' ''; do
    printf '#define HEADER <lib_answer.h>\n%s\nint main(void) { return async_run(lib_answer(1)) != 42; }\n' "$line" >uses.c
    for way in -Ilibrary '-isystem library' '-idirafter library' '-iquote library -Ilibrary' C_INCLUDE_PATH \
        --include-directory=library '--include-directory library' '-iprefix lib -iwithprefix rary' -Wp,-Ilibrary \
        '-Xpreprocessor -isystem -Xpreprocessor library' @library/rsp; do
        # shellcheck disable=SC2086
        set -- $way
        [ -n "$line" ] || set -- "$@" -include lib_answer.h
        (
            [ "$1" = C_INCLUDE_PATH ] && export C_INCLUDE_PATH=library && shift
            # shellcheck disable=SC2086
            "$ASYNCC" cc "$gcc" $ASYNCC_FLAGS "$include" "$@" uses.c $libraries -o uses && ./uses
        ) >out 2>&1 || { [ -z "$line" ] && grep -q 'included-by-option' out; } || fail "'$line' by $way: $(cat out)"
    done
done

# What a translation's compiler has to say of calls is said.
cat >warns.c <<'END'
#include <asyncc.h>
void old(void) __attribute__((warning("old words")));
async void f(void)
{
    await async_sleep(1);
    old();
}
END
for compiler in $ASYNCC_COMPILERS; do
    "$ASYNCC" cc "$compiler" "$include" -c warns.c -o warns.o 2>stderr || fail "$compiler: $(cat stderr)"
    grep -q '^warns.c:6:5: warning: .*old words' stderr || fail "$compiler does not warn: $(cat stderr)"
    [ "$(grep -c 'warning:' stderr)" -eq 1 ] || fail "$compiler warns of other things: $(cat stderr)"
done

# A weak function is not awaited past the one that replaces it, wherever gcc takes the word from.
cat >strong.c <<'END'
#include <asyncc.h>
async int hook(int x) { await async_yield(); return 10 * x; }
async int twice(int x);
async int main(void) { int sum = await twice(1); return sum != 30; }
END
while read -r front; do
    read -r behind
    cat >weak.c <<END
#include <asyncc.h>
$front async int hook(int x) { await async_yield(); return x; }
async int twice(int x) { int first = await hook(x); return first + await hook(x + 1); }
$behind
END
    # shellcheck disable=SC2086
    "$ASYNCC" cc "$gcc" -std=gnu2x $ASYNCC_FLAGS "$include" weak.c strong.c $libraries -o weak && ./weak ||
        fail "weak by '$front', '$behind'"
done <<'END'
__attribute__((weak))

[[gnu::weak]]

_Pragma("weak hook")


#pragma weak hook

async int hook(int x) __attribute__((weak));

void unused(void); void unused(void) { extern __attribute__((weak)) async int hook(int); }
END

# A translation that was kept is an ordinary file.
"$ASYNCC" "$include" answer.c -o kept.c && "$ASYNCC" cc "$gcc" "$include" -c kept.c -o kept.o ||
    fail "a translation is translated again"
"$ASYNCC" "$include" kept.c -o again.c 2>stderr && fail "a translation of a translation"
grep -q "'kept.c' is a translation already" stderr || fail "a translation of a translation: $(cat stderr)"
[ ! -e again.c ] || fail "a translation of a translation was written"
finish
