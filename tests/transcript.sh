#!/bin/sh
# transcript.sh FAKE_SLEEP EXPECTED PROGRAM - runs a sample under the virtual clock, with FAKE_SLEEP
# preloaded: it must end with 0, and print exactly what the file EXPECTED says.
set -u

out=$(mktemp) || exit 1
trap 'rm -f "$out"' EXIT

# ASan wants to be the first library; that the preloaded one comes before it does no harm.
ASYNCC_CLOCK=virtual LD_PRELOAD=$1 ASAN_OPTIONS=verify_asan_link_order=0${ASAN_OPTIONS:+:$ASAN_OPTIONS} "$3" >"$out"
status=$?

diff -u "$2" "$out" || exit 1
if [ "$status" -ne 0 ]; then
    echo "$3: exit status $status"
    exit 1
fi
