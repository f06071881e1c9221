#!/bin/sh
# launched.sh - what `asyncc cc` writes and leaves: nothing of the user's is lost, depfiles name sources, ends are handed on.
. "$(dirname "$0")/common.sh"
work launched launched
cd "$work" || exit 1
unset ASYNCC_CC DEPENDENCIES_OUTPUT SUNPRO_DEPENDENCIES
include=-I$ASYNCC_INCLUDE
mkdir -p src bin
cat >src/s.c <<'END'
#include <asyncc.h>
#include "local.h"
#include "one.h"
async int f(int x)
{
    await async_yield();
    return x + LOCAL + await one();
}
END
echo '#define LOCAL 1' >src/local.h
echo 'static inline async int one(void) { await async_yield(); return LOCAL; }' >src/one.h
printf '#include <asyncc.h>\nasync int f(int x);\nasync int main(void) { return await f(0) != 2; }\n' >m.c
echo 'int plain(void) { return 1; }' >plain.c
sed 's/f(int x)/g(int x)/' src/s.c >src/t.c
cp -R src original

# left WHAT - nothing may be left of it here, or in TMPDIR
TMPDIR=$work/tmp
export TMPDIR
mkdir tmp
left() {
    ls -d ./*.asyncc* src/*.asyncc* tmp/* .asyncc-* 2>/dev/null && fail "$*: that is left" && rm -rf ./*.asyncc* src/*.asyncc* tmp/*
}

for compiler in $ASYNCC_COMPILERS; do
    cc() {
        "$ASYNCC" cc "$compiler" "$include" "$@"
    }

    # An output that is a source, by whatever name; one output of two sources: the compiler's words.
    ln -sf s.c src/soft.c
    ln -f src/s.c src/hard.c
    for output in src/s.c ./src/../src/s.c src/soft.c src/hard.c; do
        for line in "-c src/s.c -o $output" "src/s.c m.c -o $output" "-S src/s.c -o$output" "-c src/s.c -MMD -MF $output" \
            "-c src/s.c -Wp,-MMD,$output" "-M src/s.c -o $output"; do
            # shellcheck disable=SC2086
            cc $line 2>stderr && fail "$line: exit status 0"
            grep -q "error: input file 'src/s.c' is the same as output file '$output'" stderr || fail "$line: $(cat stderr)"
            diff -r -x soft.c -x hard.c src original || fail "$line changed the source"
        done
    done
    rm src/soft.c src/hard.c
    for mode in -c -S -E; do
        rm -f x.o
        cc $mode src/s.c m.c -o x.o 2>stderr && fail "$mode of two with -o: exit status 0"
        grep -q -e 'cannot specify .*-o' stderr && [ ! -e x.o ] || fail "$mode of two with -o: $(cat stderr)"
    done

    # What can be read once, and is async or plain.
    mkfifo fifo
    for source in src/s.c plain.c; do
        word=f
        [ $source = plain.c ] && word=plain
        rm -f x.o
        cat $source | cc -Isrc -x c -c /dev/stdin -o x.o && nm x.o | grep -q "$word" || fail "$compiler: $source by /dev/stdin"
        rm -f x.o
        cat $source | (exec 4<&0 </dev/null && cc -Isrc -x c -c /dev/fd/4 -o x.o) && nm x.o | grep -q "$word" ||
            fail "$compiler: $source by /dev/fd/4"
        rm -f x.o
        timeout 20 cp $source fifo &
        timeout 20 "$ASYNCC" cc "$compiler" "$include" -Isrc -x c -c fifo -o x.o && nm x.o | grep -q "$word" ||
            fail "$compiler: $source by a FIFO"
        wait $!
    done
    [ -p fifo ] || fail "the FIFO is gone"
    rm fifo

    # Depfiles: the same prerequisites and targets as those of the serial program, which is compiled as it is.
    names() {
        sed 's/\\$//' "$@" 2>/dev/null | tr -s ' \n' '\n\n' | grep -v -e '/include/asyncc' -e '/usr/' -e '^$' |
            grep -v -x -e 'src/one\.h' -e 'src/one\.h:' | sort
    }
    while read -r file line; do # the file: where it is
        for async in -DASYNCC_SERIAL ''; do
            rm -f ./*.d ./*.o
            # shellcheck disable=SC2086
            cc $async $line >output 2>stderr || fail "$compiler $async $line: $(cat stderr)"
            [ "$file" = output ] && cp output output.d
            cat ./*.d | names >"names$async"
            ls ./*.d >"files$async"
        done
        diff -u files-DASYNCC_SERIAL files || fail "$compiler: the files of $line"
        diff -u names-DASYNCC_SERIAL names || fail "$compiler: the depfile of $line"
        grep -q 'src/s\.c' names || fail "$compiler: the depfile of $line"
        left "$line"
    done <<'END'
s.d -MD -c src/s.c
s.d -MMD -c ./src/s.c
s.d -MMD -c .//src/../src/s.c
x.d -MMD -c src/s.c -o x.o
x.d -MMD -MP -c src/s.c -o x.o
dep.d -MMD -MF dep.d -c src/s.c -o x.o
dep.d -MMD -MFdep.d -MT a -MQ b$c -c src/s.c -o x.o
dep.d -Wp,-MMD,dep.d -c src/s.c
output -MMD -MF - -c src/s.c -o x.o
output -MMD -MF /dev/stdout -c src/s.c -o x.o
x.d -MMD -S src/s.c -o x.s
x.d -MMD -E src/s.c -o x.i
s.d -MMD -fsyntax-only src/s.c
s.d --write-user-dependencies -c src/s.c
output -M src/s.c
output -MM src/s.c
END
    # Compiled and linked at once; one that does not link; again by make, with a depfile of which nothing is gone.
    for source in 'm.c src/s.c' 'src/s.c m.c plain.c'; do
        rm -f ./*.d
        # shellcheck disable=SC2086
        cc $ASYNCC_FLAGS -MMD $source $libraries -o prog && ./prog || fail "$compiler: linking at once"
        [ -f prog.d ] && ! grep -q 'prog\.asyncc' ./*.d || fail "$compiler: the depfile of a program: $(cat ./*.d)"
        # shellcheck disable=SC2086
        cc $ASYNCC_FLAGS -MMD $source $libraries || fail "$compiler: a.out"
        grep 'a\.out\.asyncc' ./*.d && fail "$compiler: a depfile beside a.out"
        # What the compiler itself would write there has other names in it: it is not asked to.
        # shellcheck disable=SC2086
        cc --show -MMD -MP $source | tail -n 1 | grep -e ' -M' && fail "$compiler: the depfiles of a.out: $(cc --show -MMD $source)"
    done
    cc -MMD m.c -o prog 2>/dev/null && fail "a program without its library"
    grep 'prog\.asyncc' ./*.d && fail "$compiler: the depfile of a program that was not linked"
    left "linking"
    # A depfile whose name the compiler chooses is not seen before it is right.
    for line in 'm.c' '-fsyntax-only m.c'; do
        # shellcheck disable=SC2086
        cc --show -MMD $line | grep -q -e "-MF '*[^ ]*asyncc[^ ]*/depfile" || fail "$compiler: the depfile of $line: $(cc --show -MMD $line)"
    done

    # Names that make or the shell would take apart.
    for name in 'back\slash' 'a b' 'quo"te' 'dol$lar' "$(printf 'line\nbreak')" "$(printf '%0253d' 0)"; do
        cp src/s.c "$name.c"
        cc -Isrc -MMD -c "$name.c" -o x.o && ! grep -q 'x\.o\.asyncc' x.d || fail "$compiler: a source '$name': $(cat x.d)"
        grep -q '^break' x.d && fail "$compiler: a depfile that Make cannot read: $(cat x.d)"
        rm "$name.c"
    done
    left "names"

    # Two at once on one object.
    for round in 1 2 3; do
        for number in 1 2 3 4; do
            (cc -MMD -c src/s.c -o x.o || touch failed) &
        done
        wait
        [ ! -e failed ] || fail "$compiler: several at once"
        grep -q '^x\.o: src/s\.c' x.d && ! grep -q asyncc/s x.d || fail "$compiler: the depfile of several at once: $(cat x.d)"
    done
    left "several at once"
    mkdir -p folder
    for depfile in no/where.d folder /dev/full; do
        cc -MMD -MF $depfile -c src/s.c -o unwritten.o 2>/dev/null && fail "a depfile that cannot be written"
        [ ! -e unwritten.o ] || fail "$depfile cannot be written, and there is an object"
    done
done

# gcc's variables, and clang's entries of a compilation database, which both add to the file.
set -- $ASYNCC_COMPILERS
if "$1" -v 2>&1 | grep -q '^gcc version'; then
    rm -f ./*.d
    DEPENDENCIES_OUTPUT='var.d target' "$ASYNCC" cc "$1" "$include" -c src/s.c -o x.o
    DEPENDENCIES_OUTPUT=var.d "$ASYNCC" cc "$1" -c plain.c -o plain.o
    grep -q '^target: src/s\.c' var.d && grep -q '^plain\.o: plain\.c' var.d && ! grep -q -e 'x\.o\.asyncc' -e null var.d ||
        fail "DEPENDENCIES_OUTPUT: $(cat var.d)"
    SUNPRO_DEPENDENCIES='sun.d target' "$ASYNCC" cc "$1" "$include" -c src/s.c -o x.o
    grep -q 'src/local\.h' sun.d && ! grep -q -e 'x\.o\.asyncc' -e null sun.d || fail "SUNPRO_DEPENDENCIES: $(cat sun.d)"
fi
echo before >entry.json
"$ASYNCC" cc "$ASYNCC_CLANG" "$include" -MJ entry.json -c src/s.c -o x.o || fail "-MJ"
grep -q '"file": "src/s\.c"' entry.json && [ "$(head -n 1 entry.json)" = before ] && ! grep -q 'x\.o\.asyncc' entry.json ||
    fail "-MJ: $(cat entry.json)"
left "-MJ"

# No directory of another's or of the user's is taken, whatever its name: links, files, numbers of processes.
mkdir -p elsewhere x.o.asyncc
cp src/s.c elsewhere/s.c
cp src/s.c x.o.asyncc/s.c
ln -s elsewhere soft.o.asyncc
: >file.o.asyncc
mkdir -m 777 open.o.asyncc
python3 -c '
import os
for number in range(os.getpid(), os.getpid() + 3000):
    os.symlink("../elsewhere", f"tmp/asyncc-{number}-0")' || fail "traps"
set -- $ASYNCC_COMPILERS
for name in x soft file open; do
    "$ASYNCC" cc "$1" "$include" -c src/s.c -o $name.o && nm $name.o | grep -q asyncc_f || fail "$name.o.asyncc in the way"
done
"$ASYNCC" cc "$1" "$include" -E src/s.c >output || fail "-E"
diff -r -x one.h -x t.c -x local.h elsewhere src && diff x.o.asyncc/s.c src/s.c && [ -z "$(ls -A open.o.asyncc)" ] && [ -f file.o.asyncc ] ||
    fail "something in the way was changed"
rm -rf ./*.asyncc tmp/asyncc-*-0
left "things in the way"
# What was left behind by a kill is taken again; a name with no room for another suffix; TMPDIR that is none.
"$ASYNCC" cc "$1" "$include" -save-temps -c src/s.c -o x.o && [ "$(stat -c %a x.o.asyncc)" = 700 ] || fail "-save-temps"
: >x.o.asyncc/depfile
: >x.o.asyncc/.asyncc-1234
"$ASYNCC" cc "$1" "$include" -MMD -c src/s.c -o x.o || fail "what was left behind"
rm -f ./*.[is]
left "what was left behind"
long=$(printf '%0250d' 0).o
"$ASYNCC" cc "$1" "$include" -MMD -c src/s.c -o "$long" && [ -s "$long" ] || fail "a long name"
rm -f "$long"
: >no_directory
for TMPDIR in "$work/nowhere" "$work/no_directory"; do
    "$ASYNCC" cc "$1" "$include" -fsyntax-only src/s.c || fail "TMPDIR=$TMPDIR"
done
TMPDIR=$work/tmp

# A signal ends us as the compiler, and leaves nothing: while translating, while compiling.
printf '#!/bin/sh\ncase " $* " in *" -E "*) exec %s "$@" ;; esac\ntouch "%s/started"\nexec sleep 60\n' "$1" "$work" >bin/slow
chmod +x bin/slow
cat >undo.py <<'END'
import os, signal, sys
for number in signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE:
    signal.signal(number, signal.SIG_DFL) # a shell has its jobs ignore some
os.execvp(sys.argv[1], sys.argv[1:])
END
for signal in HUP INT PIPE QUIT TERM; do
    number=$(python3 -c "import signal; print(int(signal.SIG$signal))")
    for line in '-c src/s.c -o signal.o' '-S src/s.c -o -' 'src/s.c m.c -o signal'; do
        rm -f started
        # shellcheck disable=SC2086
        python3 undo.py "$ASYNCC" cc "$work/bin/slow" "$include" $line >/dev/null 2>&1 &
        for try in $(seq 400); do [ -e started ] && break; sleep 0.05; done
        kill -$signal $!
        wait $!
        status=$?
        [ $status -eq $((128 + number)) ] ||
            fail "SIG$signal: exit status $status"
        left "SIG$signal $line"
    done
done

# A translator that is killed leaves nothing.
(ulimit -f 0 && "$ASYNCC" cc "$1" "$include" -c src/s.c -o killed.o) >/dev/null 2>&1 && fail "a translator without room"
left "a translator that was killed"

# Brackets nest as deep as the compiler takes them, which is not ours to say.
python3 -c 'n = 1000
print("#include <asyncc.h>\nasync int f(int x) {", "{" * n, "await async_yield();", "}" * n, "return", "(" * n, "x", ")" * n + "; }")' >deep.c
if "$1" -v 2>&1 | grep -q '^gcc version'; then
    "$ASYNCC" cc "$1" "$include" -c deep.c -o x.o || fail "a thousand brackets"
fi

# Through and by what stands before compilers.
if command -v ccache >/dev/null; then
    CCACHE_DIR=$work/ccache CCACHE_CONFIGPATH=$work/ccache.conf
    export CCACHE_DIR CCACHE_CONFIGPATH
    for round in 1 2; do
        rm -f x.o x.d
        "$ASYNCC" cc ccache "$1" "$include" -MMD -c src/s.c -o x.o && grep -q '^x\.o: src/s\.c' x.d || fail "ccache behind us: $(cat x.d)"
        rm -f x.o x.d
        ccache "$ASYNCC" cc "$1" "$include" -MMD -c src/s.c -o x.o && grep -q '^x\.o: src/s\.c' x.d || fail "ccache before us: $(cat x.d)"
    done
fi
printf '#!/bin/sh\nexec "$@"\n' >bin/distant # as distcc: a compiler's words behind its own
chmod +x bin/distant
"$ASYNCC" cc bin/distant "$1" "$include" -MMD -c src/s.c -o x.o && grep -q '^x\.o: src/s\.c' x.d || fail "a wrapper behind us"
bin/distant "$ASYNCC" cc "$1" "$include" -MMD -c src/s.c -o x.o && grep -q '^x\.o: src/s\.c' x.d || fail "a wrapper before us"
left "wrappers"
# By a link with a compiler's name in its own, we are one to what knows compilers by their programs' names.
name=$(basename "$1")
ln -s "$ASYNCC" "bin/asyncc-$name"
ln -s "$ASYNCC" bin/asyncc-cc
named=$work/bin/asyncc-$name
rm -f x.o x.d
PATH=$(dirname "$1"):$PATH "$named" "$include" -MMD -c src/s.c -o x.o && grep -q '^x\.o: src/s\.c' x.d || fail "asyncc-$name: $(cat x.d)"
ASYNCC_CC=$1 bin/asyncc-cc "$include" -S src/s.c -o x.s && grep -q asyncc_f x.s || fail "asyncc-cc"
ln -s "$ASYNCC" bin/asyncc-nowhere
bin/asyncc-nowhere -c src/s.c 2>&1 | grep -q "no program 'nowhere'" || fail "asyncc-nowhere"

# lists TOOL FILE - it has the async source and the plain one; what is compiled in their place is gone
lists() {
    grep -q '"file": ".*src/s\.c"' "$2" && grep -q '"file": ".*plain\.c"' "$2" && ! grep -q 'x\.o\.asyncc' "$2" || fail "$1: $(cat "$2")"
}
printf 'all: x.o plain.o\nx.o: src/s.c; $(CC) -I$(INCLUDE) -MMD -c src/s.c -o $@\nplain.o: plain.c; $(CC) -c plain.c -o $@\n' >Makefile
build="make -B CC=$named INCLUDE=$ASYNCC_INCLUDE"
export PATH
PATH=$(dirname "$1"):$PATH
# bear sees who is run, and intercept-build too; each is told otherwise that `asyncc cc` is a compiler, as docs/editors.md says.
if command -v bear >/dev/null; then
    rm -f bear.json
    bear --output bear.json -- $build || fail "bear"
    lists bear bear.json
    echo "{\"compilation\": {\"compilers_to_recognize\": [{\"executable\": \"$ASYNCC\", \"flags_to_remove\": [\"cc\"]}]}}" >bear.config
    rm -f bear.json
    bear --config bear.config --output bear.json -- make -B CC="$ASYNCC cc" INCLUDE="$ASYNCC_INCLUDE" || fail "bear of asyncc cc"
    lists "bear of asyncc cc" bear.json
fi
for version in 19 14; do
    command -v intercept-build-$version >/dev/null || continue
    intercept-build-$version --cdb intercepted.json $build || fail "intercept-build"
    lists intercept-build intercepted.json
    (PATH=/usr/lib/llvm-$version/libexec:$PATH # where Debian has the half of it that is called
        intercept-build-$version --override-compiler --use-cc "$ASYNCC cc" --cdb wrapped.json make -B INCLUDE="$ASYNCC_INCLUDE") ||
        fail "intercept-build --use-cc"
    lists "intercept-build --use-cc" wrapped.json
    # scan-build's clang reads the source, as editors' does.
    C_INCLUDE_PATH=$ASYNCC_INCLUDE scan-build-$version -o reports --use-cc "$named" make -B INCLUDE="$ASYNCC_INCLUDE" >said 2>&1 &&
        nm x.o | grep -q asyncc_f || fail "scan-build: $(cat said)"
    grep 'error:' said && fail "scan-build: $(cat said)"
    rm -rf reports
    break
done
if command -v sccache >/dev/null; then
    SCCACHE_DIR=$work/sccache SCCACHE_SERVER_UDS=$work/sccache.socket SCCACHE_SERVER_PORT=$((20000 + $$ % 20000)) SCCACHE_IDLE_TIMEOUT=60
    export SCCACHE_DIR SCCACHE_SERVER_UDS SCCACHE_SERVER_PORT SCCACHE_IDLE_TIMEOUT
    for front in "sccache $named" "$ASYNCC cc sccache $1"; do
        for number in 1 2 1; do
            rm -f x.o x.d
            echo "#define LOCAL $number" >src/local.h
            $front "$include" -MMD -c src/s.c -o x.o && nm x.o | grep -q asyncc_f && grep -q 'src/local\.h' x.d || fail "$front: $(cat x.d)"
            cp x.o "x.$number.o"
        done
        cmp -s x.1.o x.2.o && fail "$front: a header's change is not seen"
    done
    cp original/local.h src/local.h
    sccache --stop-server >/dev/null
fi
if command -v distcc >/dev/null; then
    DISTCC_HOSTS=localhost DISTCC_DIR=$work/distcc
    export DISTCC_HOSTS DISTCC_DIR
    mkdir distcc
    for front in "distcc $named" "$ASYNCC cc distcc $1"; do
        rm -f x.o x.d
        $front "$include" -MMD -c src/s.c -o x.o && nm x.o | grep -q asyncc_f && grep -q '^x\.o: src/s\.c' x.d || fail "$front: $(cat x.d)"
    done
fi
left "what stands before compilers"
finish
