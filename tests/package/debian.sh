#!/bin/sh
# debian.sh PACKAGE.deb - installs the Debian package on a clean Debian of this system's release, made with debootstrap in
# a temporary directory, and does there what the README says: with cc and with CMake. Needs root, the network and
# debootstrap; .ci/run runs it. What is mounted is so in a namespace of the script's own, and goes with it, however
# that ends. Exit status 77: this machine lets nobody mount or change roots.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ -z "${ASYNCC_DEBIAN_ROOT:-}" ]; then
    package=$(readlink -f "$1")
    unshare --mount --propagation private chroot / true || {
        echo "SKIPPED: no mounts of one's own and no chroot here"
        exit 77
    }
    ASYNCC_DEBIAN_ROOT=$(mktemp -d)
    export ASYNCC_DEBIAN_ROOT
    trap 'rm -rf "$ASYNCC_DEBIAN_ROOT"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    unshare --mount --propagation private "$0" "$package"
    exit
fi

package=$1 root=$ASYNCC_DEBIAN_ROOT
. /etc/os-release
# Where this machine has its own packages from.
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $VERSION_CODENAME" 'Origin: Debian' | sort -u | head -n 1)
log=$root.log
# quiet COMMAND... - shows what it says only if it fails
quiet() {
    "$@" >"$log" 2>&1 || {
        cat "$log"
        echo "FAILED: $*"
        exit 1
    }
}
trap 'rm -f "$log"' EXIT

quiet debootstrap --variant=minbase "$VERSION_CODENAME" "$root" "$mirror"
# libclang 19 is in the archive's updates
for file in sources.list sources.list.d apt.conf.d trusted.gpg.d keyrings; do
    [ ! -e "/etc/apt/$file" ] || cp -R "/etc/apt/$file" "$root/etc/apt/"
done
cp -R /usr/share/keyrings/. "$root/usr/share/keyrings/"
cp /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
mkdir -p "$root/trial"
cp "$package" "$root/trial/asyncc.deb"
cp "$here"/minimal/* "$root/trial/"
mount -t proc proc "$root/proc"

# inside COMMAND - in the new root
inside() {
    quiet chroot "$root" /usr/bin/env DEBIAN_FRONTEND=noninteractive LC_ALL=C /bin/sh -euxc "cd /trial; $1"
}
inside 'apt-get update && apt-get install -y --no-install-recommends ./asyncc.deb gcc pkg-config'
inside 'asyncc --version; asyncc --doctor'
inside 'asyncc cc app.c -o app $(pkg-config --cflags --libs asyncc) && [ "$(./app)" = "$(cat expected)" ]'
inside 'apt-get install -y --no-install-recommends cmake make'
inside 'cmake -S . -B build && cmake --build build && [ "$(build/app)" = "$(cat expected)" ]'
inside 'apt-get remove -y asyncc && [ ! -e /usr/bin/asyncc ]'
echo "the package works on a clean $PRETTY_NAME"
