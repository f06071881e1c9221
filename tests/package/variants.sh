#!/bin/sh
# variants.sh VARIANT DIRECTORY PREFIX SOURCE - the minimal project in circumstances that are not minimal, with the
# asyncc that is installed in PREFIX, or that of the source tree SOURCE. Environment: CMAKE, CC, CFLAGS,
# ASYNCC_LLVM_VERSION, GENERATOR (Ninja if it is empty).
set -u
export ASYNCC_CLOCK=virtual
variant=$1 directory=$2 prefix=$3 asyncc_source=$4
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"

rm -rf "$directory"
mkdir -p "$directory"
source=$directory/source
build=$directory/build
cp -R "$here/minimal" "$source"

# configure ARGUMENT... - and build, in $build from $source
configure() {
    must "$CMAKE" -S "$source" -B "$build" -G "${GENERATOR:-Ninja}" "$@"
}
build() {
    must "$CMAKE" --build "$build" --parallel 2
}
# application - the program, wherever the generator has put it
application() {
    find "$build" -type f -name app -perm -u+x | head -n 1
}
says_what_is_expected() {
    expect "the program" "$("$@")" "$(cat "$source/expected")"
}

in_source() {
    build=$source
    configure -DCMAKE_PREFIX_PATH="$prefix"
    build
    says_what_is_expected "$(application)"
    build
    grep -q -e 'Translating' -e 'Building' -e 'Linking' "$directory/log" && fail "a build without a change did something"
}

# Root may write everywhere, so what is looked at is whether anything was.
read_only() {
    chmod -R a-w "$source"
    find "$source" -exec stat -c '%n %Y %Z' {} + | sort >"$directory/before"
    configure -DCMAKE_PREFIX_PATH="$prefix"
    build
    says_what_is_expected "$(application)"
    find "$source" -exec stat -c '%n %Y %Z' {} + | sort | diff "$directory/before" - || fail "the source tree was written to"
    chmod -R u+w "$source"
}

# refused WHAT TEXT ARGUMENT... - the translation is not compiled with these, and the error has the text
refused() {
    what=$1 text=$2
    shift 2
    "$CC" "$@" -c "$(find "$build" -path '*/asyncc/*' -name app.c)" -o "$directory/app.o" 2>"$directory/log" &&
        fail "$what was accepted"
    grep -q "error: .*$text" "$directory/log" || {
        cat "$directory/log"
        fail "the error about $what is not readable"
    }
}

# A translation of one ABI with a runtime of another is an error that says so; and frames that a header has packed.
abi() {
    cp -R "$prefix" "$directory/prefix"
    configure -DCMAKE_PREFIX_PATH="$directory/prefix"
    build
    include=$directory/prefix/include
    echo '#pragma pack(1)' >"$directory/packed.h"
    refused "a packed frame" pragma_pack_of_a_header_packs_a_frame -I"$include" -include "$directory/packed.h"
    objects_of_another_abi
    sed -i 's/^#define ASYNCC_ABI .*/#define ASYNCC_ABI 999/' "$include/asyncc/abi/number.h"
    refused "another ABI" 'translated for another ABI of the asyncc runtime: translate it again' -I"$include"
}

# Objects of one ABI with the runtime of another, which has the same names but for the number.
objects_of_another_abi() {
    number=$(sed -n 's/^#define ASYNCC_ABI //p' "$include/asyncc/abi/number.h")
    cp "$source/app.c" "$directory/whole.c"
    sed 's/main(void)/program(void)/' "$source/app.c" >"$directory/program.c"
    printf '#include <asyncc.h>\nasync int program(void);\nint main(void) { return async_run(program()); }\n' >"$directory/starts.c"
    nm "$prefix/lib/libasyncc.a" | sed -n "s/.* \(asyncc_[a-z_]*abi\)_$number\$/\1_$number \1_999/p" | sort -u >"$directory/names"
    must objcopy --redefine-syms="$directory/names" "$prefix/lib/libasyncc.a" "$directory/other.a"
    libraries="$(pkg-config --libs libuv) -pthread -ldl -lm"
    for flags in '' '-O2 -flto' '-O2 -ffunction-sections -Wl,--gc-sections'; do
        # shellcheck disable=SC2086
        set -- "$prefix/bin/asyncc" cc "$CC" ${CFLAGS:-} $flags -I"$include"
        for file in whole program starts; do
            must "$@" -c "$directory/$file.c" -o "$directory/$file.o"
        done
        # By the compiler itself: `asyncc cc` would add the library of its own.
        # shellcheck disable=SC2086
        set -- "$CC" ${CFLAGS:-} $flags
        # shellcheck disable=SC2086
        must "$@" "$directory/program.o" "$directory/starts.o" "$prefix/lib/libasyncc.a" $libraries -o "$directory/links"
        says_what_is_expected "$directory/links"
        for missing in "whole asyncc_abi_$number" "starts asyncc_run_abi_$number"; do
            # shellcheck disable=SC2086
            "$@" "$directory/${missing% *}.o" "$directory/other.a" $libraries -o "$directory/links" 2>"$directory/log" &&
                fail "$flags: another ABI was linked"
            grep -q "undefined .*${missing#* }" "$directory/log" || {
                cat "$directory/log"
                fail "$flags: the linker does not name ${missing#* }"
            }
        done
    done
    # A library that is loaded by a program without a runtime of its ABI.
    case ${CFLAGS:-} in *-fsanitize*) return ;; esac
    must "$prefix/bin/asyncc" cc "$CC" -fPIC -shared -I"$include" "$directory/program.c" -o "$directory/plugin.so"
    cat >"$directory/loads.c" <<'END'
#include <dlfcn.h>
#include <stdio.h>
int main(int count, char **arguments)
{
    int loaded = dlopen(arguments[count - 1], RTLD_LAZY) != NULL;
    if (!loaded)
        puts(dlerror());
    return !loaded;
}
END
    must "$CC" "$directory/loads.c" -ldl -o "$directory/loads"
    "$directory/loads" "$directory/plugin.so" >"$directory/log" && fail "a library of another ABI was loaded"
    grep -q "undefined symbol: asyncc_abi_$number" "$directory/log" || fail "loading: $(cat "$directory/log")"
}

fetch_content() {
    (cd "$asyncc_source" && "$CMAKE" -E tar czf "$directory/asyncc.tar.gz" CMakeLists.txt LICENSE cmake runtime translator docs \
        completions)
    configure -DASYNCC_ARCHIVE="$directory/asyncc.tar.gz" -DASYNCC_LLVM_VERSION="${ASYNCC_LLVM_VERSION:-}"
    build
    says_what_is_expected "$(application)"
    must "$CMAKE" --install "$build" --prefix "$directory/installed"
    [ -z "$(find "$directory/installed" -type f 2>/dev/null)" ] || fail "asyncc was installed along with the project"
}

# The runtime alone, for machines without LLVM; and translations made before.
runtime_only() {
    must "$CMAKE" -S "$asyncc_source" -B "$directory/runtime" -G Ninja -DASYNCC_BUILD_TRANSLATOR=OFF \
        -DASYNCC_BUILD_TESTS=OFF -DASYNCC_BUILD_SAMPLES=OFF -DCMAKE_DISABLE_FIND_PACKAGE_LibClang=ON
    must "$CMAKE" --build "$directory/runtime" --parallel 2
    must "$CMAKE" --install "$directory/runtime" --prefix "$directory/prefix"
    [ ! -e "$directory/prefix/bin" ] || fail "a runtime without translator installs programs"
    cp "$here/pretranslated/CMakeLists.txt" "$source"
    mkdir "$source/translated"
    "$prefix/bin/asyncc" -I"$prefix/include" "$source/app.c" -o "$source/translated/app.c" || fail "translation"
    configure -DCMAKE_PREFIX_PATH="$directory/prefix"
    build
    says_what_is_expected "$(application)"
    "$CMAKE" -S "$source" -B "$build" -DTRANSLATE=ON >"$directory/log" 2>&1 && fail "a translation without translator"
    tr '\n' ' ' <"$directory/log" | grep -q 'there is no translator\. *Set ASYNCC_EXECUTABLE' || {
        cat "$directory/log"
        fail "the error about a missing translator is not clear"
    }
}

# For another machine: the runtime by its compiler, the translator of this one.
cross() {
    unset CFLAGS CC
    must "$CMAKE" -S "$asyncc_source" -B "$directory/runtime" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/aarch64.cmake" \
        -DASYNCC_BUILD_TRANSLATOR=OFF -DASYNCC_BUILD_TESTS=OFF -DASYNCC_BUILD_SAMPLES=OFF
    must "$CMAKE" --build "$directory/runtime" --parallel 2
    must "$CMAKE" --install "$directory/runtime" --prefix "$directory/prefix"
    cat >>"$source/app.c" <<'END'
#if !defined(__aarch64__) || defined(__CHAR_UNSIGNED__) != 1
#error "this is parsed for another machine than it is compiled for"
#endif
END
    configure -DCMAKE_TOOLCHAIN_FILE="$here/aarch64.cmake" -DCMAKE_PREFIX_PATH="$directory/prefix" \
        -DCMAKE_FIND_ROOT_PATH="$directory/prefix" -DASYNCC_EXECUTABLE="$prefix/bin/asyncc"
    build
    says_what_is_expected qemu-aarch64 "$(application)"
    # and by the launcher
    "$prefix/bin/asyncc" cc aarch64-linux-gnu-gcc -I"$prefix/include" "$source/app.c" "$directory/prefix/lib/libasyncc.a" \
        -luv -o "$directory/launched" || fail "asyncc cc"
    says_what_is_expected qemu-aarch64 "$directory/launched"
}

# A project that builds a libuv of its own: that one, no other, and pkg-config is not asked. Here it is the system's as
# an archive.
own_libuv() {
    cat >"$directory/own.cmake" <<END
add_library(own_uv STATIC IMPORTED GLOBAL)
set_target_properties(own_uv PROPERTIES IMPORTED_LOCATION "$ASYNCC_TEST_LIBUV_ARCHIVE"
    INTERFACE_LINK_LIBRARIES "pthread;dl;rt")
END
    set -- -DCMAKE_PROJECT_minimal_INCLUDE="$directory/own.cmake" -DASYNCC_LIBUV=own_uv -DPKG_CONFIG_EXECUTABLE=/bin/false
    for way in -DCMAKE_PREFIX_PATH="$prefix" -DASYNCC_SOURCE_DIR="$asyncc_source"; do
        rm -rf "$build"
        configure "$@" "$way" -DASYNCC_BUILD_TRANSLATOR=OFF -DASYNCC_EXECUTABLE="$prefix/bin/asyncc"
        build
        says_what_is_expected "$(application)"
        ldd "$(application)" | grep libuv && fail "$way: another libuv is linked, too"
    done
}

static_program() {
    configure -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_EXE_LINKER_FLAGS=-static
    build
    says_what_is_expected "$(application)"
    ldd "$(application)" >/dev/null 2>&1 && fail "the program is not static"
    return 0
}

shared_runtime() {
    configure -DCMAKE_PREFIX_PATH="$prefix" -DASYNCC_SHARED_RUNTIME=ON
    build
    says_what_is_expected "$(application)"
    ldd "$(application)" | grep -q 'libasyncc\.so' || fail "the program does not use the shared runtime"
    nm -D --defined-only "$prefix/lib/libasyncc.so" | awk '$3 !~ /^asyncc?_/ { print; bad = 1 } END { exit bad }' ||
        fail "the shared runtime has names of others"
}

$variant
rm -rf "$directory"
