#!/bin/sh
# editors.sh COMMANDS SAMPLE... - clangd and clang-format take the samples as they are: no error, no warning, and the
# keywords stay where they stand. COMMANDS is the directory of compile_commands.json.
. "$(dirname "$0")/common.sh"
commands=$1
shift
work editors editors

for clangd in clangd-14 clangd-19; do
    command -v $clangd >/dev/null || continue
    for sample in "$@"; do
        $clangd --check="$sample" --compile-commands-dir="$commands" >"$work/log" 2>&1
        if ! grep -q 'All checks completed, 0 errors' "$work/log" || grep -q '^[EW]\[[^]]*\] \[[a-z-]*\] Line' "$work/log"; then
            grep -v '^I' "$work/log"
            fail "$clangd --check $sample"
        fi
    done
done

# code FILE - without comments, directives and blanks
code() {
    "$(compiler 0)" -x c -fpreprocessed -E -P "$1" | grep -v '^ *#'
}
cat "$@" >"$work/all.c"
code "$work/all.c" >"$work/before"
for format in clang-format-14 clang-format-19; do
    command -v $format >/dev/null || continue
    for style in LLVM GNU Google WebKit Mozilla Microsoft Chromium; do
        $format --style="{BasedOnStyle: $style, BreakStringLiterals: false}" "$work/all.c" >"$work/formatted.c"
        code "$work/formatted.c" >"$work/after"
        [ "$(tr -d ' \n' <"$work/before")" = "$(tr -d ' \n' <"$work/after")" ] || fail "$format, $style: other words"
        # a keyword and what it belongs to, with one blank between
        sed 's/"[^"]*"//g' "$work/after" | grep -n -w -E '(async|await|defer)' |
            grep -v -E '\b(async|await) [A-Za-z_(*]|\bdefer( [A-Za-z_{]|$)' && fail "$format, $style: keywords"
    done
done

command -v python3 >/dev/null && for clangd in clangd-14 clangd-19; do
    command -v $clangd >/dev/null || continue
    python3 "$(dirname "$0")/hover.py" $clangd "$ASYNCC_INCLUDE" "$work" || fail "what $clangd shows"
done
finish
