#!/usr/bin/env python3
"""
run.py - ordinary C programs, turned into async C and compared with themselves.

    run.py --csmith SEED COUNT       COUNT random programs, of Csmith's seeds SEED, SEED + 1, ...
    run.py --programs FILE.c ...     these; without names, those of the directory programs/
    run.py --small                   the small ones, of programs/small/

Each program is compiled as it is, converted by asyncify, translated with --suspend-points, compiled and run in
the three suspension modes: what it prints and its exit status must be those of the original. Every Nth program
(--matrix N; 1 for programs) is compared more thoroughly: with gcc and clang at -O0 and -O2, translated without
forced suspensions, and with ASan and UBSan. What counts is the original as clang compiles it, since the order of
evaluation of async C is clang's: also where gcc's is another.

A program is skipped, and counted so, if the original does not compile, does not end in time, or depends on the
optimisation. Failures are kept in WORK/failures/NAME. Exit status 1 if there was one.

Environment: ASYNCC, ASYNCC_INCLUDE, ASYNCC_LIBRARY and ASYNCIFY, as ctest sets them; else those of build/.
"""
import argparse
import concurrent.futures
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CLANG = next((c for c in ("clang-19", "clang-22", "clang-14", "clang") if shutil.which(c)), "cc")
GCC = "gcc"
CSMITH_INCLUDE = "/usr/include/csmith"
MODES = ("never", "always", "random:1")
SANITIZE = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]
# What a reducer must not come to: programs that differ because they mean nothing.
STRICT = [*SANITIZE, "-Werror=uninitialized", "-Werror=conditional-uninitialized", "-Werror=return-type",
          "-Werror=implicit-function-declaration", "-Werror=int-conversion", "-Werror=incompatible-pointer-types",
          "-Werror=unsequenced"]
MATRIX = [(compiler, [level]) for compiler in (GCC, CLANG) for level in ("-O0", "-O2")]


def tool(variable, path):
    return os.environ.get(variable) or str(ROOT / path)


ASYNCC = tool("ASYNCC", "build/bin/asyncc")
INCLUDE = tool("ASYNCC_INCLUDE", "runtime/include")
LIBRARY = tool("ASYNCC_LIBRARY", "build/runtime/libasyncc.a")
ASYNCIFY = tool("ASYNCIFY", "build/tests/differential/asyncify")

# What the random programs are made of changes from seed to seed. They are small, since what is tested is the
# translation of one construct beside another and not of many.
CSMITH_OPTIONS = [
    ["--max-funcs", "4", "--max-block-depth", "3"],
    ["--max-funcs", "8", "--max-block-depth", "2", "--max-expr-complexity", "5"],
    ["--max-funcs", "3", "--max-block-depth", "4", "--max-block-size", "3"],
    ["--max-funcs", "6", "--max-block-depth", "3", "--inline-function", "--inline-function-prob", "80"],
    ["--max-funcs", "5", "--max-block-depth", "3", "--max-pointer-depth", "3", "--max-array-dim", "2"],
    ["--max-funcs", "5", "--max-block-depth", "3", "--no-arrays", "--max-struct-fields", "4"],
    ["--max-funcs", "4", "--max-block-depth", "3", "--no-pointers", "--vol-struct-union-fields"],
]


class Skip(Exception):
    """Nothing can be said about this program."""


class Failure(Exception):
    """The kind, one word, and what there is to see."""

    def __init__(self, kind, text=""):
        super().__init__(kind)
        self.kind, self.text = kind, text


def call(command, timeout=60, environment=None, cwd=None):
    """(status, stdout, stderr); the status is None when it does not end in time."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=timeout, cwd=cwd, stdin=subprocess.DEVNULL,
                              env={**os.environ, "ASYNCC_CLOCK": "virtual", **(environment or {})})
    except subprocess.TimeoutExpired:
        return None, b"", b""
    return done.returncode, done.stdout, done.stderr


class Program:
    """One program on its way through the tools, in a directory of its own."""

    def __init__(self, name, source, directory, options=(), preprocess=False, thorough=False, sanitized=False):
        self.name, self.source, self.directory = name, source, directory
        self.options, self.preprocess = list(options), preprocess
        self.thorough, self.sanitized = thorough, sanitized
        self.seconds = 5
        self.pauses = False
        self.strict = False
        self.arguments = None

    def path(self, name):
        return str(self.directory / name)

    def compile(self, compiler, flags, source, output, libraries=()):
        status, _, stderr = call([compiler, *([] if flags is STRICT else ["-w"]), *flags, *self.options, f"-iquote{self.source.parent}", f"-I{INCLUDE}",
                                  source, *libraries, "-lm", "-o", self.path(output)], timeout=300)
        return None if status == 0 else stderr.decode(errors="replace")

    def original(self, compiler, flags, output="original"):
        """What the program itself does: (stdout, status)."""
        if self.compile(compiler, flags, str(self.source), output) is not None:
            raise Skip("does not compile")
        if self.arguments is None:
            return self.ended(self.run_original(output, []))
        outcomes = {argument: self.run_original(output, [argument]) for argument in self.arguments}
        self.arguments = [argument for argument, outcome in outcomes.items() if outcome[1] == 0]
        return self.ended((b"".join(outcomes[argument][0] for argument in self.arguments), 0 if self.arguments else None))

    def run_original(self, output, arguments):
        status, stdout, _ = call([self.path(output), *arguments], timeout=self.seconds)
        return stdout, status

    @staticmethod
    def ended(outcome):
        if outcome[1] is None:
            raise Skip("does not end")
        return outcome

    def convert(self):
        """The program as async C."""
        source = str(self.source)
        for preprocess in ([True] if self.preprocess else [False, True]):
            if preprocess:
                source = self.path("preprocessed.c")
                status, _, _ = call([CLANG, "-E", "-P", "-w", "-fkeep-system-includes", *self.options,
                                     f"-iquote{self.source.parent}", str(self.source), "-o", source])
                if status != 0:
                    raise Skip("cannot be preprocessed")
            command = [ASYNCIFY, *(["--pauses"] if self.pauses else []), source, "-o", self.path("async.c"), "-w", *self.options, f"-iquote{self.source.parent}"]
            status, _, stderr = call(command)
            if status != 3:
                break
        if status == 2:
            raise Skip("main stays plain")
        if status != 0:
            raise Failure("unconverted", stderr.decode(errors="replace"))

    def translate(self, output, *flags):
        status, _, stderr = call([ASYNCC, "--verify", *flags, "-w", *self.options, f"-iquote{self.source.parent}", f"-I{INCLUDE}",
                                  self.path("async.c"), "-o", self.path(output)])
        text = stderr.decode(errors="replace")
        if status is None:
            raise Failure("hang", text)
        if status == 1:
            raise Failure("refused", text)
        if status != 0:
            raise Failure("crash", f"status {status}\n{text}")

    def compare(self, compiler, flags, source, modes, expected):
        text = self.compile(compiler, flags, self.path(source), "converted", [LIBRARY, "-luv", "-lpthread", "-ldl"])
        if text is not None:
            raise Failure("uncompilable", f"{compiler} {' '.join(flags)}\n{text}")
        for mode in modes:
            status, stdout, stderr = call([self.path("converted"), *(self.arguments or [])], timeout=20 + 12 * self.seconds,
                                          environment={"ASYNCC_SUSPEND": mode})
            if (stdout, status) != expected:
                raise Failure("different", f"{compiler} {' '.join(flags)} {source}, ASYNCC_SUSPEND={mode}: "
                              f"status {status}, expected {expected[1]}\n"
                              f"{stdout[-2000:].decode(errors='replace')}\n{stderr[-4000:].decode(errors='replace')}")

    def check(self):
        expected = self.original(CLANG, ["-O0"])
        if self.strict:
            self.check_defined(expected, STRICT)
        if self.thorough:
            if self.original(CLANG, ["-O2"]) != expected:
                raise Skip("depends on the optimisation")
        self.convert()
        self.translate("suspend.c", "--suspend-points")
        self.compare(CLANG, ["-O0"], "suspend.c", MODES, expected)
        if self.thorough:
            self.translate("plain.c")
            for compiler, flags in MATRIX:
                self.compare(compiler, flags, "plain.c", ["never"], expected)
                self.compare(compiler, flags, "suspend.c", MODES, expected)
        if self.sanitized and self.original(CLANG, SANITIZE, "sanitized") == expected:
            self.compare(CLANG, SANITIZE, "suspend.c", MODES, expected)

    def check_defined(self, expected, flags):
        """Some of Csmith's programs mean nothing after all: they use what was never set, or numbers out of range."""
        for compiler, flags in [(CLANG, flags), (CLANG, ["-O0", "-fsanitize=memory"]), (GCC, ["-O2"])]:
            if self.original(compiler, flags) != expected:
                raise Skip("undefined")

    def run(self):
        """(outcome, text): ok, skipped, or the kind of failure."""
        try:
            try:
                self.check()
            except Failure as failure:
                if failure.kind == "different" and self.arguments:
                    self.seconds = 5
                    self.check_defined(self.original(CLANG, ["-O0"]), SANITIZE)
                raise
        except Skip as skip:
            return "skipped", str(skip)
        except Failure as failure:
            return failure.kind, failure.text
        return "ok", ""


def fresh(arguments, name):
    directory = arguments.work / name
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    return directory


def csmith_text(seed, directory):
    """The program of the seed, with names of its own for all that is global; None if Csmith does not end."""
    options = CSMITH_OPTIONS[seed % len(CSMITH_OPTIONS)]
    status, text, _ = call(["csmith", "--seed", str(seed), *options], timeout=20, cwd=directory)
    if status != 0:
        return None
    text = text.decode().replace('#include "csmith.h"', "")
    return re.sub(r"\b(main|(g_|func_|S|U)[0-9]+)\b", rf"p{seed}_\1", text)


def csmith_program(seeds, arguments):
    """
    The programs of several seeds in one file, since most of the time is spent on starting tools and reading headers.
    Its arguments say which are run.
    """
    name = f"seed-{seeds[0]}" + (f"-{seeds[-1]}" if len(seeds) > 1 else "")
    directory = fresh(arguments, name)
    texts = {seed: text for seed in seeds if (text := csmith_text(seed, directory))}
    cases = "".join(f"        case {seed}: p{seed}_main(1, argv); break;\n" for seed in texts)
    source = directory / "program.c"
    source.write_text('#include <stdlib.h>\n#include "csmith.h"\n' + "".join(texts.values()) +
                      "int main(int argc, char **argv)\n{\n    for (int i = 1; i < argc; i++) {\n"
                      "        crc32_context = 0xFFFFFFFFUL;\n        switch (atoi(argv[i])) {\n" + cases +
                      "        }\n    }\n    return 0;\n}\n")
    batch = seeds[0] // len(seeds)
    thorough = bool(arguments.matrix) and batch % arguments.matrix == 0
    program = Program(name, source, directory, [f"-I{CSMITH_INCLUDE}"], preprocess=batch % 8 == 3, thorough=thorough,
                      sanitized=thorough)
    program.seconds = 0.15
    program.arguments = [str(seed) for seed in texts]
    program.pauses = arguments.pauses
    return program


def file_program(path, arguments):
    directory = fresh(arguments, path.stem)
    options = re.findall(r"^/\* options: *(.*?) *\*/", path.read_text(errors="replace"), re.M)
    program = Program(path.stem, path.resolve(), directory, options[0].split() if options else [],
                   thorough=bool(arguments.matrix), sanitized=bool(arguments.matrix))
    program.strict = arguments.kind is not None
    program.pauses = arguments.pauses
    return program


def keep(program, kind, text, arguments):
    kept = arguments.work / "failures" / program.name
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(program.directory, kept, ignore=shutil.ignore_patterns("original", "converted", "sanitized"))
    if program.source.parent != program.directory:
        shutil.copy(program.source, kept / "program.c")
    (kept / "failure").write_text(f"{kind}\n{text}\n")


def one(make, item, arguments):
    """[(name, outcome, text)] of a file, or of each of some seeds."""
    program = make(item, arguments)
    outcome, text = program.run()
    if outcome not in ("ok", "skipped"):
        keep(program, outcome, text, arguments)
    shutil.rmtree(program.directory, ignore_errors=True)
    if make is file_program or (len(item) == 1 and outcome != "ok"):
        return [(program.name, outcome, text)]
    if outcome == "ok":
        return [(f"seed-{seed}", *(("ok", "") if str(seed) in program.arguments else ("skipped", "does not end")))
                for seed in item]
    return [outcome for seed in item for outcome in one(make, [seed], arguments)]


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--csmith", nargs=2, type=int, metavar=("SEED", "COUNT"))
    parser.add_argument("--programs", nargs="*", type=pathlib.Path, metavar="FILE.c")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--matrix", type=int, metavar="N", help="every Nth file thoroughly; 0 for none")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, default=10, metavar="N", help="so many of Csmith's programs in one file")
    parser.add_argument("--seconds", type=float, help="begin no program later than this")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/differential")
    parser.add_argument("--pauses", action="store_true", help="an await in front of every statement, too")
    parser.add_argument("--verbose", action="store_true", help="say of each program what came out")
    parser.add_argument("--is", dest="kind", metavar="KIND",
                        help="for reduce.sh: exit status 0 if the program fails in this way and has no undefined behaviour")
    arguments = parser.parse_args()
    if arguments.small:
        arguments.programs = sorted((HERE / "programs/small").glob("*.c"))
    if (arguments.csmith is None) == (arguments.programs is None):
        parser.error("one of --csmith, --programs, --small")
    if arguments.matrix is None:
        arguments.matrix = 40 if arguments.csmith else 1
    arguments.work = arguments.work.resolve()
    return arguments


def main():
    arguments = parse_arguments()
    if arguments.csmith:
        first, last = arguments.csmith[0], sum(arguments.csmith)
        make = csmith_program
        todo = (range(seed, min(seed + arguments.batch, last)) for seed in range(first, last, arguments.batch))
    else:
        make, todo = file_program, arguments.programs or sorted((HERE / "programs").glob("*.c"))
    counts, begin = {}, time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        waiting, queue = set(), iter(todo)
        while True:
            late = arguments.seconds and time.monotonic() - begin > arguments.seconds
            for item in itertools.islice(queue, 0 if late else 2 * arguments.jobs - len(waiting)):
                waiting.add(pool.submit(one, make, item, arguments))
            if not waiting:
                break
            done, waiting = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
            for name, outcome, text in itertools.chain.from_iterable(future.result() for future in done):
                counts[outcome] = counts.get(outcome, 0) + 1
                failed = outcome not in ("ok", "skipped")
                if arguments.verbose or (failed and not arguments.kind):
                    first = text.strip().splitlines()[0] if text.strip() else ""
                    print(f"{'FAILED: ' if failed else ''}{name}: {outcome}: {first}", flush=True)
    if arguments.kind:
        return 0 if counts.get(arguments.kind) else 1
    print(f"{sum(counts.values())} programs: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())))
    return 1 if set(counts) - {"ok", "skipped"} else 0


if __name__ == "__main__":
    sys.exit(main())
