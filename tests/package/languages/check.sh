# check.sh - programs of several languages and standards; what editors see; read by drive.sh.
expect "app" "$(run app)" '136 7 1 5'
for program in standard_11_ON standard_11_OFF standard_17_ON standard_17_OFF standard_23_ON standard_23_OFF; do
    expect "$program" "$(run $program)" 1
done
run made

mark
build
expect "nothing changed" "$(changed)" ''
grep -q -e 'Translating' -e 'Building' -e 'Linking' "$directory/log" && fail "a build without a change did something"
mark
must "$CMAKE" -S "$source" -B "$build"
build
expect "configured again" "$(changed)" ''
grep -q -e 'Translating' -e 'Building' -e 'Linking' "$directory/log" && fail "configuring again built something"
mark
sed -i 's/return 0/return 3/' "$source/made.c.in"
build
expect "what the build makes a source of changed" "$(changed)" 'made/made.c '

# Another configuration has definitions of its own.
if [ "$generator" = "Ninja Multi-Config" ]; then
    must "$CMAKE" --build "$build" --config Release --parallel 2
    expect "app of Release" "$("$build/Release/app")" '166 7 1 5'
fi

# compile_commands.json has the users' files, and clang takes them as they are, in the configuration that was built.
if [ -n "${CLANG:-}" ] && command -v python3 >/dev/null; then
    python3 - "$build/compile_commands.json" "$source" "$CLANG" <<'END' || fail "clang does not take the user's files"
import json, shlex, subprocess, sys
commands, source, clang = json.load(open(sys.argv[1])), sys.argv[2], sys.argv[3]
seen = set()
for entry in commands:
    name = entry["file"]
    other = "CMAKE_INTDIR" in entry["command"] and "Debug" not in entry["command"]
    if not other and name.startswith(source) and name.endswith(".c") and "plain" not in name:
        seen.add(name[len(source) + 1:])
        words = shlex.split(entry["command"])[1:]
        words = words[:words.index("-o")] + words[words.index("-o") + 2:]
        drop = [w for w in words if w not in ("-c",) and not w.startswith("-Winvalid-pch")]
        subprocess.run([clang, "-fsyntax-only", "-Werror", *drop], cwd=entry["directory"], check=True)
wanted = {"app.c", "more.c", "part.c", "standard.c"}
if not wanted <= seen:
    sys.exit(f"compile_commands.json lacks {wanted - seen}")
END
fi
