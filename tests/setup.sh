#!/bin/sh
# setup.sh [LIST] - installs the Debian packages of the list that are missing; of packages.txt if none is said. Needs root
# if there are any. On other systems it does nothing: see the list for what is needed.
set -eu
cd "$(dirname "$0")/.."

command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || exit 0

# of this architecture or of all: others' are there for cross-compiling
own=$(dpkg --print-architecture)
missing=
for package in $(cat "${1:-packages.txt}"); do
    dpkg-query -W -f '${Architecture} ${Status}\n' "$package" 2>/dev/null |
        grep -q -e "^$own .* installed\$" -e '^all .* installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are needed; run this as root, or install them:$missing" >&2
    exit 1
fi
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
