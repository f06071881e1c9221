#!/bin/bash
# test.sh NAME PROGRAM - tries one of the programs of this directory for real, on this machine only. Exit status 77:
# something that it needs (curl, python3) is not there.
set -u
name=$1 program=$(realpath "$2") here=$(dirname "$(realpath "$0")")
work=$(mktemp -d) || exit 1
cd "$work" || exit 1
children=()
finish() {
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null
    done
    wait
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "$name: $*"
    exit 1
}
need() {
    for command in "$@"; do
        command -v "$command" >/dev/null || exit 77
    done
}
# start OUTPUT COMMAND... - runs it beside the test, and waits until it has written a line, which is then $line.
start() {
    "${@:2}" >"$1" &
    children+=($!)
    for ((i = 0; i < 500; i++)); do
        line=$(head -n 1 "$1" 2>/dev/null)
        [ -n "$line" ] && return
        sleep 0.02
    done
    fail "$2 says nothing"
}
# expect WORD... TEXT - the text is the words
expect() {
    [ "$1" = "$2" ] || fail "'$2' instead of '$1'"
}
# stop - ends what was started last, by SIGINT; its exit status
stop() {
    kill -INT "${children[-1]}"
    wait "${children[-1]}"
    local status=$?
    unset 'children[-1]'
    return $status
}
# talk PORT TEXT - sends the text to a port, ends that side, and prints what comes back
talk() {
    exec 3<>"/dev/tcp/127.0.0.1/$1" || fail "no connection"
    printf '%s' "$2" >&3
    head -c "${#2}" <&3
    exec 3>&-
}

# shellcheck source=/dev/null
. "$here/$name.test"
