#!/bin/sh
# tsan.sh FILE... - programs of several threads and loops, and the runtime, under ThreadSanitizer: it says nothing. Skipped
# (77) without one. libuv is not instrumented, and closes descriptors by bare system calls: what is said of the next one
# with the same number is suppressed, and nothing else.
. "$(dirname "$0")/common.sh"
work reliability tsan
runtime=$(cd "$(dirname "$0")/../../runtime" && pwd)
[ -z "$ASYNCC_FLAGS" ] || { echo "another sanitizer is in use"; exit 77; }

cat >"$work/suppressions" <<'END'
race_top:epoll_create1
race_top:epoll_ctl
race_top:eventfd
race_top:pipe2
END
export TSAN_OPTIONS="suppressions=$work/suppressions"

echo 'int main(void) { return 0; }' >"$work/empty.c"
compiler=
for each in $ASYNCC_COMPILERS; do
    if "$each" -fsanitize=thread "$work/empty.c" -o "$work/empty" 2>"$work/stderr" && "$work/empty" 2>>"$work/stderr"; then
        compiler=$each
        break
    fi
done
[ -n "$compiler" ] || { cat "$work/stderr"; echo "no ThreadSanitizer"; exit 77; }

compile() {
    "$compiler" -std=gnu17 -g -O1 -fsanitize=thread -DASYNCC_RUNTIME -I"$ASYNCC_INCLUDE" "$@" \
        $(pkg-config --libs libuv 2>/dev/null || echo -luv) -lpthread
}
mkdir "$work/objects"
(cd "$work/objects" && compile -ftls-model=initial-exec -c "$runtime"/*/*.c) || { fail "the runtime does not compile"; finish; }

for source; do
    name=$(basename "$source" .c)
    "$ASYNCC" -std=gnu17 -I"$ASYNCC_INCLUDE" "$source" -o "$work/$name.c" &&
        compile "$work/$name.c" "$work"/objects/*.o -o "$work/$name" || { fail "$name: does not compile"; continue; }
    "$work/$name" >"$work/out" 2>&1 || { head -c 8000 "$work/out"; fail "$name: exit status $?"; }
done
finish
