#!/usr/bin/env python3
"""
command_lines.py COMPILER - each line of command_lines.txt, run by the compiler on plain C and by `asyncc cc` on its async twin.

Both see the same text, in directories of their own: the plain one's <asyncc.h> makes the words of the language vanish. Compared are
whether it succeeds, the files that are made, what depfiles name, what libraries define, and where diagnostics point. A line of the
table is `WHOM | ARGUMENTS`, or `WHOM | NAME=VALUE ... | ARGUMENTS`, as a shell reads them; WHOM is gcc, clang or both, and with a
'?' what differs, by right, which is said and no failure.

Environment: see common.sh.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = {
    "f.c": "#include <asyncc.h>\n#include \"h.h\"\nasync int f(int x)\n{\n    await g(x);\n    return x + H;\n}\n",
    "g.c": "#include <asyncc.h>\n#include \"h.h\"\nasync int g(int x)\n{\n    return x;\n}\n",
    "main.c": "#include <asyncc.h>\n#include \"h.h\"\nasync int main(void)\n{\n    return await f(0) - H;\n}\n",
    "pre.c": "#include <asyncc.h>\n#include \"h.h\"\n#ifndef PRE\n#error \"no PRE\"\n#endif\nasync int f(int x)\n{\n    return await g(x) + PRE;\n}\n",
    "named.c": "#include <asyncc.h>\n#include \"h.h\"\n#include \"named.h\"\nasync int f(int x)\n{\n    return await g(x) + NAMED;\n}\n",
    "bad.c": "#include <asyncc.h>\n#include \"h.h\"\nasync int f(int x)\n{\n    await g(x);\n    return nowhere;\n}\n",
    "warned.c": "#include <asyncc.h>\n#include \"h.h\"\nasync int f(int x)\n{\n    int unused;\n    return await g(x);\n}\n",
    "lost.c": "#include <asyncc.h>\n#include \"lost.h\"\nasync int f(int x)\n{\n    return x;\n}\n",
    "plain.c": "int plain(void)\n{\n    return 1;\n}\n",
    "src/sub.c": "#include <asyncc.h>\n#include \"sub.h\"\n#include \"h.h\"\nasync int sub(int x)\n{\n    return await g(x) + SUB;\n}\n",
    "src/sub.h": "#define SUB 1\n",
    "a b/blank.c": "#include <asyncc.h>\nasync int blank(int x)\n{\n    return x;\n}\n",
    "-dash.c": "#include <asyncc.h>\nasync int dash(int x)\n{\n    return x;\n}\n",
    "text.txt": "#include <asyncc.h>\n#include \"h.h\"\nasync int f(int x)\n{\n    return await g(x);\n}\n",
    "h.h": "#ifndef H\n#define H 1\nasync int f(int x);\nasync int g(int x);\n#endif\n",
    "pre.h": "#define PRE 7\n",
    "inc/named.h": "#define NAMED 3\n",
    "inc/pre2.h": "#define PRE 8\n",
    "args.rsp": "-DPRE=1 '-DTEXT=\"a b\"' -c\n",
    "all.rsp": "@args.rsp pre.c -o all.o\n",
    "outer.rsp": "@inner.rsp -Wall\n",
    "inner.rsp": "-DPRE=1 @args.rsp\n",
    "empty.rsp": "",
    "a b.rsp": "-c -DPRE=2",
    "f.c.c": "int twice_c;\n",
    "ba\\ck.c": "#include <asyncc.h>\n#include \"h.h\"\nasync int back(int x)\n{\n    return await g(x);\n}\n",
    "dol$lar.c": "#include <asyncc.h>\nasync int dollar(int x)\n{\n    return x;\n}\n",
    "quo'te.c": "#include <asyncc.h>\nasync int quote(int x)\n{\n    return x;\n}\n",
    "not-a-source": "this is no C\n",
    "out/keep": "",
}
LINKS = {"soft.c": "f.c", "loop.c": "loop.c", "dangling.c": "nowhere.c"}
STUB = "#define async\n#define await\n"


def populate(directory):
    shutil.rmtree(directory, ignore_errors=True)
    for name, text in SOURCES.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for name, target in LINKS.items():
        (directory / name).symlink_to(target)
    os.link(directory / "f.c", directory / "hard.c")


def depfile(text):
    """What it names by relative paths, per target."""
    rules = re.sub(r"\\\n", " ", text).strip().split("\n")
    found = []
    for rule in rules:
        target, _, names = rule.partition(":")
        names = sorted(name for name in re.split(r"(?<!\\) +", names) if name and not name.startswith("/"))
        if not target.startswith("/"):
            found.append((target, names))
    return sorted(found)


def outcome(directory, command, environment):
    """The command's, in a fresh directory: status, files, depfiles, places of diagnostics."""
    populate(directory)
    done = subprocess.run(command, cwd=directory, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    said = done.stderr.decode(errors="replace")
    files, depfiles = {}, {}
    for path in sorted(directory.rglob("*")):
        name = str(path.relative_to(directory))
        if path.is_dir() and name not in ("src", "a b", "inc", "out"):
            files[name] = "directory"
        elif path.is_file() and name not in (*LINKS, "hard.c") and (name not in SOURCES or path.read_bytes() != SOURCES[name].encode()):
            head = path.read_bytes()[:4]
            files[name] = "ELF" if head == b"\x7fELF" else "archive" if head == b"!<ar" else "empty" if not head else "other"
            if files[name] == "other" and re.match(rb"[^\n]*: ", path.read_bytes()) and not name.endswith((".i", ".s")):
                depfiles[name] = depfile(path.read_text())
    places = sorted(set(re.findall(r"^([^\s:]+:\d+:\d+): (?:fatal )?(error|warning)", said, re.M)))
    output = done.stdout.decode(errors="replace")
    if re.match(r"\S+\.o: ", output):
        depfiles["standard output"] = depfile(output)
    return {"status": min(done.returncode, 1), "files": files, "depfiles": depfiles, "places": places}, said


def main():
    compiler = sys.argv[1]
    own = "clang" if "clang" in compiler else "gcc"
    work = pathlib.Path(os.environ["ASYNCC_WORK"]) / "command_lines.work" / own
    stub = work / "stub"
    stub.mkdir(parents=True, exist_ok=True)
    (stub / "asyncc.h").write_text(STUB)
    base = {**os.environ, "LC_ALL": "C"}
    for name in ("ASYNCC_CC", "C_INCLUDE_PATH", "CPATH"):
        base.pop(name, None)
    count = failures = 0
    for number, line in enumerate((HERE / "command_lines.txt").read_text().split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        whom, *said, arguments = [field.strip() for field in line.split(" | ")]
        if whom.strip("?") not in ("both", own):
            continue
        words = [word.replace("\\n", "\n") for word in shlex.split(arguments)]
        extra = dict(word.split("=", 1) for word in shlex.split(" ".join(said)))
        plain = {**base, "C_INCLUDE_PATH": str(stub), **extra}
        expected, expected_said = outcome(work / "plain", [compiler, *words], plain)
        got, got_said = outcome(work / "async", [os.environ["ASYNCC"], "cc", compiler, *words], {**base, **extra})
        count += 1
        known = whom.endswith("?")
        if got != expected:
            failures += not known
            print(f"{'known: ' if known else 'FAILED: '}command_lines.txt:{number}: {arguments}")
            for what in expected:
                if got[what] != expected[what]:
                    print(f"    {what}: {expected[what]}, but asyncc cc: {got[what]}")
            if not known:
                print("    " + "\n    ".join(got_said.split("\n")[:4]))
        elif known:
            print(f"command_lines.txt:{number} no longer differs: {arguments}")
    print(f"{count} command lines, {failures} differ")
    return failures or count < 100


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
