#!/bin/sh
# drive.sh PROJECT DIRECTORY GENERATOR WAY PLACE [CMAKE ARGUMENT...] - builds a project that uses asyncc, in DIRECTORY,
# with the CMake generator, and runs its check.sh, which uses the functions of this file. WAY is how it finds asyncc:
# `subdirectory` (PLACE is asyncc's source), `prefix` (an installed one), `moved_prefix` (a copy of an installed one) or
# `build_tree`.
# Environment: CMAKE, CC, CFLAGS, ASYNCC_LLVM_VERSION.
set -u
export ASYNCC_CLOCK=virtual
project=$1 checks=$1 directory=$2 generator=$3 way=$4 place=$5
shift 5

. "$(dirname "$0")/common.sh"

build() {
    must "$CMAKE" --build "$build" --parallel 8
}

# changed - the names of the translations written since the last `mark`
mark() {
    sleep 0.1
    touch "$directory/mark"
    sleep 0.1
}
changed() {
    find "$build" -path '*/asyncc/*' -name '*.c' -newer "$directory/mark" | sed 's|.*/asyncc/||; s|/Debug/|/|' | sort | tr '\n' ' '
}

# run PROGRAM ARGUMENT... - wherever the generator has put it
run() {
    program=$1
    shift
    path=$(find "$build" -type f -name "$program" -perm -u+x | head -n 1)
    [ -n "$path" ] || fail "there is no program $program"
    "$path" "$@" || fail "$program: exit status $?"
}

rm -rf "$directory"
mkdir -p "$directory"
source=$directory/source
build=$directory/build
case $way in
subdirectory) find="-DASYNCC_SOURCE_DIR=$place -DASYNCC_LLVM_VERSION=${ASYNCC_LLVM_VERSION:-}" ;;
prefix) find="-DCMAKE_PREFIX_PATH=$place" ;;
moved_prefix)
    cp -R "$place" "$directory/moved"
    find="-DCMAKE_PREFIX_PATH=$directory/moved"
    ;;
build_tree) find="-Dasyncc_DIR=$place" ;;
*) fail "unknown way $way" ;;
esac
[ -f "$project/CMakeLists.txt" ] || project=$(dirname "$0")/../../$(basename "$project")
cp -R "$project" "$source"
must "$CMAKE" -S "$source" -B "$build" -G "$generator" -DCMAKE_BUILD_TYPE=Debug $find "$@"
build

. "$checks/check.sh"
rm -rf "$directory"
