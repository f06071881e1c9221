#!/bin/sh
# debian.sh PACKAGE.deb [MIRROR] - installs the Debian package on a clean Debian 12, made with debootstrap in a
# temporary directory, and does there what the README says: with cc and with CMake. Needs root and the network; not
# one of ctest's tests for that.
set -eu
package=$(readlink -f "$1")
mirror=${2:-http://deb.debian.org/debian}
minimal=$(cd "$(dirname "$0")" && pwd)/minimal
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT

debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" || {
    cat "$root.log"
    exit 1
}
rm -f "$root.log"
# libclang 19 is in the archive's updates
cp /etc/apt/sources.list "$root/etc/apt/" 2>/dev/null || true
cp -R /etc/apt/sources.list.d "$root/etc/apt/" 2>/dev/null || true
cp -R /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
cp -R /etc/apt/trusted.gpg.d /etc/apt/keyrings "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
mkdir -p "$root/trial"
cp "$package" "$root/trial/asyncc.deb"
cp "$minimal"/* "$root/trial/"
mount -t proc proc "$root/proc" 2>/dev/null || true
chroot "$root" /bin/sh -eux <<'END'
cd /trial
export DEBIAN_FRONTEND=noninteractive
apt-get update >/dev/null
apt-get install -y --no-install-recommends ./asyncc.deb gcc pkg-config >/dev/null
asyncc --version
asyncc --doctor
asyncc cc app.c -o app $(pkg-config --cflags --libs asyncc)
[ "$(./app)" = "$(cat expected)" ]
apt-get install -y --no-install-recommends cmake make >/dev/null
cmake -S . -B build
cmake --build build
[ "$(build/app)" = "$(cat expected)" ]
apt-get remove -y asyncc >/dev/null
[ ! -e /usr/bin/asyncc ]
END
echo "the package works on a clean Debian"
