#!/bin/sh
# reduce.sh SEED|FILE.c - makes the smallest program that fails as this one does, the program of a seed of Csmith's or
# one's own, with C-Vise (or creduce). The result is WORK/reduce/NAME.c; WORK is build/differential, or $WORK.
# Programs with undefined behaviour are told apart by sanitizers and other compilers, and not taken.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-$here/../../build/differential}
mkdir -p "$work/reduce"
work=$(cd "$work" && pwd)
clang=$(command -v clang-19 || command -v clang)

case $1 in
*[!0-9]*)
    name=$(basename "$1" .c)
    options=$(sed -n 's|^/\* options: *\(.*[^ ]\) *\*/.*|\1|p' "$1" | head -n 1)
    source=$1
    ;;
*)
    name=seed-$1
    options=-I/usr/include/csmith
    "$here/run.py" --csmith "$1" 1 --matrix 1 --work "$work" || true
    source=$work/failures/$name/program.c
    [ -f "$source" ] || {
        echo "seed $1 does not fail"
        exit 1
    }
    ;;
esac

# What comes of it has no comment to hold its options any more, and no file beside it.
program=$work/reduce/$name.c
"$clang" -E -P -w -fkeep-system-includes $options "$source" -o "$program"
options=$(echo "$options" | sed 's|-I[^ ]*||')
sed -i 's| /\* clang -E .*||' "$program"
[ -z "$options" ] || sed -i "1i/* options: $options */" "$program"
for matrix in 0 1; do
    "$here/run.py" --programs "$program" --matrix $matrix --work "$work/reduce" || break
done
kind=$(head -n 1 "$work/reduce/failures/$name/failure") || {
    echo "$program does not fail"
    exit 1
}

test=$work/reduce/interesting.sh
cat >"$test" <<EOF
#!/bin/sh
${options:+grep -q '^/\\* options: $options' $name.c &&}
exec "$here/run.py" --programs $name.c --work "\$PWD/work" --jobs 1 --matrix $matrix --is $kind
EOF
chmod +x "$test"
cd "$work/reduce"
if command -v cvise >/dev/null; then
    cvise --n "$(nproc)" "$test" "$name.c"
else
    creduce --n "$(nproc)" "$test" "$name.c"
fi
echo "$kind: $program"
