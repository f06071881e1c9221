#!/bin/sh
# setup.sh - installs the Debian packages of packages.txt that are missing. Needs root if there are any.
# On other systems it does nothing: see packages.txt for what is needed.
set -eu
cd "$(dirname "$0")/.."

command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || exit 0

missing=
for package in $(cat packages.txt); do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
    *' installed') ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are needed; run this as root, or install them:$missing" >&2
    exit 1
fi
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
