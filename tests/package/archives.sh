#!/bin/sh
# archives.sh DIRECTORY BUILD - the archives that CPack makes of BUILD hold an asyncc that works from where they are
# unpacked, and the Debian package depends on what it needs. Environment: CMAKE, CC, CFLAGS. (debian.sh installs the package on
# a clean Debian.)
set -u
export ASYNCC_CLOCK=virtual
directory=$1 build=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"

rm -rf "$directory"
mkdir -p "$directory/tar" "$directory/deb"
cd "$directory" || exit 1
generators=TGZ
command -v dpkg-shlibdeps >/dev/null && generators="TGZ;DEB"
must "$(dirname "$CMAKE")/cpack" --config "$build/CPackConfig.cmake" -G "$generators" -B "$directory"

# works PREFIX
works() {
    "$here/installed.sh" "$1" || fail "the files of $1"
    must "$CMAKE" -S "$here/minimal" -B "$1.build" -G Ninja -DCMAKE_PREFIX_PATH="$1"
    must "$CMAKE" --build "$1.build"
    expect "the program of $1" "$("$1.build/app")" "$(cat "$here/minimal/expected")"
}

tar -xzf asyncc-*.tar.gz -C tar --strip-components=1 || fail "unpacking"
works "$directory/tar"
if [ "$generators" != TGZ ]; then
    depends=$(dpkg-deb -f asyncc_*.deb Depends)
    for package in 'libclang1-[0-9]*' 'libclang-common-[0-9]*-dev' 'libuv1-dev' 'libjansson4' 'libc6 '; do
        echo "$depends" | grep -q "$package" || fail "the package does not depend on $package: $depends"
    done
    dpkg-deb -x asyncc_*.deb deb || fail "unpacking"
    works "$directory/deb/usr"
fi
rm -rf "$directory"
