#!/bin/sh
# spellings.sh - the options of gcc and clang, however they are spelled, reach the parse, and what follows them is no source;
# compilers that are named with arguments, wrapped, of another machine, missing, or none.
. "$(dirname "$0")/common.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
work spellings spellings
cd "$work" || exit 1
unset ASYNCC_CC
include=-I$ASYNCC_INCLUDE

cat >needs.c <<'END'
#include <asyncc.h>
#ifndef PRE
#error "PRE did not get here"
#endif
async int f(int x) { await async_yield(); return x + PRE; }
END
sed 's/#ifndef PRE/#define PRE 1\n#if !__has_feature(address_sanitizer)/' needs.c >feature.c
mkdir -p inc
echo '#define PRE 7' | tee pre.h inc/prefixed.h >inc/named.h
sed 's/#ifndef PRE/#include "named.h"\n&/' needs.c >named.c
printf '%s\n' -DPRE=1 >options.rsp
printf 'source\n' >no-source

# compiles COMPILER SOURCE OPTION... - it does, and the translator saw what the compiler sees
compiles() {
    compiler=$1 source=$2
    shift 2
    rm -f object.o
    "$ASYNCC" cc "$compiler" "$include" "$@" -c "$source" -o object.o >said 2>&1 && [ -s object.o ] &&
        nm object.o | grep -q asyncc_f || fail "$compiler $*: $(head -n 3 said)"
}
for compiler in $ASYNCC_COMPILERS; do
    case $compiler in
    *clang*) own='clang' ;;
    *) own='gcc' ;;
    esac
    while IFS='|' read -r whose source line; do
        case $whose in both | $own) ;; *) continue ;; esac
        # shellcheck disable=SC2086
        compiles "$compiler" $source $line
    done <<'END'
both|needs.c|-DPRE=1
both|needs.c|-D PRE=1
both|needs.c|--define-macro PRE=1
both|needs.c|--define-macro=PRE=1
both|needs.c|-Wp,-DPRE=1
both|needs.c|-Wp,-D,PRE=1
both|needs.c|-Wp,-UPRE,-DPRE=1
both|needs.c|-Xpreprocessor -DPRE=1
both|needs.c|-Xpreprocessor -D -Xpreprocessor PRE=1
clang|needs.c|-Xclang -DPRE=1
clang|needs.c|-Xclang -D -Xclang PRE=1
clang|needs.c|-Xclang -Wno-unused -Xclang -DPRE=1 -Xclang -fblocks
clang|needs.c|-Xclang -include -Xclang pre.h
both|needs.c|@options.rsp
both|needs.c|-include pre.h
both|needs.c|-includepre.h
both|needs.c|--include pre.h
both|needs.c|--include=pre.h
both|needs.c|-imacros pre.h
both|needs.c|-imacrospre.h
both|needs.c|--imacros=pre.h
both|named.c|-Iinc
both|named.c|-I inc
both|named.c|--include-directory inc
both|named.c|--include-directory=inc
both|named.c|-iquoteinc
both|named.c|-iquote inc
both|named.c|-isysteminc
both|named.c|-idirafterinc
both|named.c|--include-directory-after=inc
both|named.c|--include-directory-after inc
both|named.c|-iprefix in -iwithprefixbefore c
both|named.c|--include-prefix=in --include-with-prefix-before=c
gcc|needs.c|-DPRE=__OPTIMIZE__ --optimize=2
gcc|needs.c|-DPRE=__AVX2__ --machine-avx2
both|needs.c|-DPRE=1 --std=gnu11
gcc|needs.c|-DPRE=1 -aux-info protos.X
gcc|needs.c|-DPRE=1 --param max-inline-insns-single=100 -dumpbase needs.c -dumpdir ./
gcc|needs.c|-DPRE=1 -mpreferred-stack-boundary=4 -mindirect-branch=thunk -maccumulate-outgoing-args
gcc|needs.c|-DPRE=__SANITIZE_THREAD__ -fsanitize=thread
clang|needs.c|-DPRE=1 --serialize-diagnostics needs.dia
clang|feature.c|-fsanitize=address
clang|needs.c|-DPRE=1 -mllvm -inline-threshold=100
clang|needs.c|-DPRE=1 -Xclang -fno-validate-pch -MJ needs.json
both|needs.c|-DPRE=1 -Xlinker no-source -z relro -u no-source -e no-source -T no-source -Xassembler -W
both|needs.c|-DPRE=1 -L inc -l m -B inc
both|needs.c|--no-warnings -DPRE=1 --output=object.o --compile
both|needs.c|-DPRE=1 --language c --language=c
END
done

# The table is what its script writes, in order, each spelling once.
sed -n 's/^SPELLING("\([^"]*\)", \([A-Z]*\), .*/\1 \2/p' "$root/translator/driver/spellings.def" >rows
[ "$(wc -l <rows)" -gt 200 ] || fail "spellings.def has $(wc -l <rows) rows"
LC_ALL=C sort -u rows | diff rows - || fail "spellings.def is not in order"

# A compiler is a word that is one, with its arguments if there are some, quoted as for a shell.
set -- $ASYNCC_COMPILERS
gcc=$1
mkdir -p 'a wrapper'
printf '#!/bin/sh\n[ -n "$WRAPPED" ] && echo wrapped >>"%s/wrapped"\nexec "%s" "$@"\n' "$work" "$gcc" >'a wrapper/cc'
chmod +x 'a wrapper/cc'
PRE_QUOTED="$gcc -DPRE='1 + 1' -DOTHER=\"a b\""
WRAPPED=1
export WRAPPED
for named in "$gcc -DPRE=1" "$PRE_QUOTED" "'$work/a wrapper/cc' -DPRE=1" "env LC_ALL=C $gcc -DPRE=1"; do
    compiles "$named" needs.c
    rm -f object.o
    ASYNCC_CC=$named "$ASYNCC" cc "$include" -c needs.c -o object.o && nm object.o | grep -q asyncc_f ||
        fail "ASYNCC_CC=$named"
    "$ASYNCC" --cc="$named" "$include" needs.c -o out.c || fail "--cc=$named"
    "$ASYNCC" --cc="$named" "$include" --doctor >doctor || fail "--doctor --cc=$named: $(cat doctor)"
done
compiles "$work/a wrapper/cc" needs.c -DPRE=1
[ -s wrapped ] || fail "the wrapper was not asked"

# says MESSAGE WORD... - asyncc cc fails with it, and writes nothing
says() {
    message=$1
    shift
    rm -f object.o
    "$ASYNCC" cc "$@" "$include" -DPRE=1 -c needs.c -o object.o 2>said && fail "$*: exit status 0"
    grep -q -F -e "$message" said || fail "$*: $(cat said)"
    [ ! -e object.o ] || fail "$*: an object"
}
# Without the system's headers clang lists no directories.
for compiler in $ASYNCC_COMPILERS; do
    "$ASYNCC" cc "$compiler" -nostdinc "$include" -DPRE=1 -c needs.c 2>said && fail "$compiler -nostdinc: exit status 0"
    grep -q "'stddef.h' file not found" said || fail "$compiler -nostdinc: $(cat said)"
done
# Neither compiler has it.
timeout 20 "$ASYNCC" cc "$gcc" "$include" -Xclangx -DPRE=1 -c needs.c 2>said
[ $? -eq 1 ] || fail "-Xclangx: $(cat said)"
case " $ASYNCC_COMPILERS " in
*clang-19*) compiles clang-19 needs.c -Xclang=-DPRE=1 ;;
esac

# A command of two words, of which the first alone is no compiler.
printf '#!/bin/sh\n[ "$1" = cc ] && shift && exec "%s" "$@"\necho "error: unknown command: $1"\nexit 1\n' "$gcc" >'a wrapper/zig'
chmod +x 'a wrapper/zig'
PATH="$work/a wrapper:$PATH" compiles 'zig cc' needs.c -DPRE=1
PATH="$work/a wrapper:$PATH" "$ASYNCC" cc zig cc "$include" -DPRE=1 -c needs.c -o object.o || fail "zig cc"
PATH="$work/a wrapper:$PATH" says "'zig' does not say what it compiles for; asked with -E -dM -v, it answered 'error: unknown command: " zig
says "there is no program 'no-such-compiler' to compile with" no-such-compiler
says "there is no program 'no-such-compiler -m32' to compile with" 'no-such-compiler -m32'
says "'false' does not say what it compiles for; asked with -E -dM -v, it said nothing, and ended with status 1" false
says "unrecognized command-line option" "$gcc" -no-such-option
ASYNCC_CC=nowhere/gcc "$ASYNCC" cc -c needs.c 2>said && fail "ASYNCC_CC that is not there"
grep -q "there is no program 'nowhere/gcc'" said || fail "ASYNCC_CC that is not there: $(cat said)"

# Shared libraries are programs by their mode.
echo 'int plain(void) { return 1; }' >plain.c
"$gcc" -shared -fPIC plain.c -o libplain.so && cp libplain.so libplain.so.1
echo 'int plain(void); int main(void) { return plain() - 1; }' >main.c
for library in ./libplain.so ./libplain.so.1; do
    rm -f main
    "$ASYNCC" cc $library -Wl,-rpath,. main.c -o main $library && ./main || fail "$library as the first word"
done

# Of other C libraries and machines, where their compilers are.
for compiler in musl-gcc aarch64-linux-gnu-gcc i686-linux-gnu-gcc; do
    echo '#include <stdio.h>' | $compiler -E - >preprocessed 2>/dev/null && compiles $compiler needs.c -DPRE=1
done
finish
