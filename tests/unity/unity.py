#!/usr/bin/env python3
"""
unity.py - the tree's own programs, many in one file, against themselves.

    unity.py [--include | --text] [--every N] [--at N] [FILE.c ...]

Programs of tests/run and the samples are put into files of a dozen: as #includes, or as their text. Each keeps its names
apart from the others' by a #define of every one in front of it and an #undef behind it; its main becomes a function of its
own, awaited by a main that stands above them all. Such a file is translated with and without --suspend-points and compiled by
gcc and clang without warnings; each program in it must then print what it prints when it is translated alone, and end with
the same exit status.

A main above all that its functions need, names that are macros here and others there, headers in every order: what unity
builds and amalgamations are made of.

Left out, and told with --verbose, are programs that print their own names, have options or a main with environment, and those
that are no valid C behind such #defines.

Environment: as for differential/run.py, and NAMES.
"""
import argparse
import pathlib
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "differential"))
import run # its tools

MODES = ("never", "always") # what is random depends on how many awaits there are before
DOZEN = 12
COMPILERS = [c for c in ("gcc", "clang-14", "clang-19") if shutil.which(c)]
WARNINGS = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-macros"]
NAMES = run.tool("NAMES", "build/tests/unity/names")
FLAGS = ["-std=gnu17", f"-I{run.INCLUDE}"]


def call(command):
    """(status, what it said): of the tools."""
    status, _, stderr = run.call(command, timeout=300)
    return status, stderr.decode(errors="replace")


# ---- programs ----

UNFIT = re.compile(r"/\* (options|exit|no elision|order of tasks)\b|__func__|__FUNCTION__|__FILE__|__COUNTER__|ASYNCC_NO_SHORT_NAMES"
                   r"|^[ \t]*#[ \t]*define[ \t]+(async|await|defer|task|main|_GNU_SOURCE)\b|^[ \t]*#[ \t]*pragma|_Pragma|\bmain\s*\([^)]*(,[^)]*){2}\)"
                   r"|argv|assert\.h|sqlite3\.h|curl/|jansson\.h|%:", re.M)
MAIN = re.compile(r"^(async|_Async) int main\(void\)", re.M)
SYSTEM = re.compile(r"^[ \t]*#[ \t]*include[ \t]*(<[^>]+>)", re.M)
ATTRIBUTES = {"unused", "cleanup"} # a name that is one would be no attribute any more
DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.M)


class Program:
    def __init__(self, path):
        self.path, self.name = path, "p_" + re.sub(r"\W", "_", path.stem)
        self.text = path.read_text(errors="replace")
        self.headers = SYSTEM.findall(self.text)

    def unfit(self):
        if not MAIN.search(self.text):
            return "no `async int main(void)`"
        found = UNFIT.search(self.text)
        return f"it has `{found[0].strip()}`" if found else None

    def read_names(self):
        _, names, _ = run.call([NAMES, str(self.path), *FLAGS], timeout=300)
        self.names = sorted({name for name in names.decode().splitlines() if name.isidentifier()}
                            - ATTRIBUTES - set(DEFINE.findall(self.text)))

    def part(self, as_text):
        """The program as a part of a unity file."""
        renamed = "".join(f"#define {name} {self.name}_{name}\n" for name in self.names)
        body = f'#line 1 "{self.path.name}"\n{self.text}\n' if as_text else f'#include "{self.path}"\n'
        gone = "".join(f"#undef {name}\n" for name in [*self.names, *dict.fromkeys(DEFINE.findall(self.text))])
        return renamed + body + gone


def unity(programs, as_text):
    headers = dict.fromkeys(header for program in programs for header in program.headers)
    text = "#include <asyncc.h>\n#include <stdio.h>\n#include <string.h>\n"
    text += "".join(f"#include {header}\n" for header in headers)
    text += "".join(f"async int {program.name}_main(void);\n" for program in programs)
    text += "\nasync int main(int argc, char **argv)\n{\n    const char *name = argc > 1 ? argv[1] : \"\";\n"
    text += "".join(f'    if (strcmp(name, "{program.name}") == 0)\n        return await {program.name}_main();\n'
                    for program in programs)
    return text + "    return 99;\n}\n\n" + "".join(program.part(as_text) for program in programs)


# ---- comparing ----

class Unity:
    def __init__(self, directory, programs, as_text):
        self.directory, self.programs, self.as_text = directory, programs, as_text
        self.failures = 0
        self.quoted = [f"-iquote{folder}" for folder in dict.fromkeys(program.path.parent for program in programs)]

    def path(self, name):
        return str(self.directory / name)

    def fail(self, what, text=""):
        self.failures += 1
        print(f"FAILED: {self.directory.name}: {what}\n{text[:3000]}", flush=True)
        return None

    def translated(self, source, output, *flags):
        status, stderr = call([run.ASYNCC, "--verify", *flags, *FLAGS, *self.quoted, source, "-o", self.path(output)])
        return True if status == 0 else self.fail(f"translation of {source}", stderr)

    def compiled(self, compiler, level, source, program, extra=()):
        status, stderr = call([compiler, level, *WARNINGS, *extra, *FLAGS, *self.quoted, self.path(source), run.LIBRARY, "-luv",
                               "-lpthread", "-ldl", "-lm", "-o", self.path(program)])
        return True if status == 0 else self.fail(f"{compiler} {level} {source}", stderr)

    def run(self, program, arguments, mode):
        return run.call([self.path(program), *arguments], environment={"ASYNCC_SUSPEND": mode}, cwd=self.directory)

    def alone(self):
        """What each program does by itself, in each mode."""
        self.expected = {}
        for program in self.programs:
            if self.translated(str(program.path), "alone.c", "--suspend-points") and \
                    self.compiled(COMPILERS[-1], "-O0", "alone.c", "alone", ["-w"]):
                self.expected[program] = {mode: self.run("alone", [], mode)[:2] for mode in MODES}

    def compare(self, how, modes):
        for program, expected in self.expected.items():
            for mode in modes:
                status, stdout, stderr = self.run("unity", [program.name], mode)
                stdout = stdout.replace(f"{program.name}_".encode(), b"") # names that a macro makes strings of
                if (status, stdout) != expected[mode]:
                    self.fail(f"{how}, {mode}: {program.path}: status {status}, expected {expected[mode][0]}",
                              f"{stdout[-800:].decode(errors='replace')}\n---\n{expected[mode][1][-800:].decode(errors='replace')}\n{stderr[-800:].decode(errors='replace')}")

    def check(self):
        source = self.path("unity.source.c")
        pathlib.Path(source).write_text(unity(self.programs, self.as_text))
        self.alone()
        if self.translated(source, "suspend.c", "--suspend-points"):
            if self.compiled(COMPILERS[-1], "-O0", "suspend.c", "unity"):
                self.compare("--suspend-points", MODES)
        if self.translated(source, "plain.c"):
            for compiler in COMPILERS:
                if self.compiled(compiler, "-O0", "plain.c", "unity"):
                    self.compare(compiler, ["never"])
        return self.failures


def usable(programs, work, verbose):
    """Those that are C as a part of such a file."""
    for program in programs:
        reason = program.unfit()
        if not reason:
            program.read_names()
            source = work / "one.c"
            source.write_text(unity([program], False))
            status, stderr = call([COMPILERS[-1], "-fsyntax-only", "-w", *FLAGS, str(source)])
            reason = stderr.splitlines()[0] if status != 0 else None
        if not reason:
            yield program
        elif verbose:
            print(f"left out: {program.path.name}: {reason}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE.c")
    parser.add_argument("--text", action="store_true", help="the programs' text, not #includes of them")
    parser.add_argument("--include", dest="text", action="store_false")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth file of a dozen")
    parser.add_argument("--at", type=int, default=0, metavar="N", help="from the Nth on")
    parser.add_argument("--work", type=pathlib.Path, default=run.ROOT / "build/unity")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    work = arguments.work.resolve() / ("text" if arguments.text else "include") / str(arguments.at)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    files = arguments.files or [*sorted((run.ROOT / "tests/run").glob("*.c")), *sorted((run.ROOT / "samples").glob("*.c"))]
    fit = list(usable([Program(path.resolve()) for path in files], work, arguments.verbose))
    dozens = [fit[i:i + DOZEN] for i in range(0, len(fit), DOZEN)][arguments.at::arguments.every]
    failures = 0
    for i, programs in enumerate(dozens):
        directory = work / str(i)
        directory.mkdir()
        failures += Unity(directory, programs, arguments.text).check()
    print(f"{sum(map(len, dozens))} programs in {len(dozens)} files, of {len(files)} there are: {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
