#!/usr/bin/env python3
"""
libraries.py - libraries of others, from Debian's sources, each as one file, made async and compared with themselves.

    libraries.py --fetch                    gets the sources of Debian's packages
    libraries.py [--twins] [NAME ...]       of zlib, lz4, cjson, sqlite; without names, all

A program is a library's files and one main file, put into one text: every #include "..." is replaced by what it names, what a
file defines as macros is undefined behind it, and static functions that two files have get names of their own by #define and
#undef, as hand-made amalgamations do. It is compiled as it is, converted by asyncify (with --twins by twins, which makes more
functions async), translated with and without --suspend-points, compiled by clang and gcc, and run in the suspension modes: what
it prints and writes into files, and its exit status, must be those of the original.

Sources are looked for in --sources (build/sources), and are not part of the tree. Exit status 77 if they are not there.
Environment: as for run.py, and TWINS.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import run

TWINS = run.tool("TWINS", "build/tests/differential/twins")
PACKAGES = {"zlib": "zlib", "lz4": "lz4", "cjson": "cjson", "sqlite": "sqlite3"}
BUILT = ["cjson", "fribidi", "http-parser", "libcsv", "zlib"] # by their own builds: drivers/packages.sh


class Missing(Exception):
    """What is needed is not there."""


# ---- sources ----

def sources_list():
    """The release that the system gets Debian's packages from, as of its last `apt-get update`, without its updates."""
    targets = subprocess.run(["apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)",
                              "Created-By: Packages"], check=True, capture_output=True, text=True).stdout
    places = sorted(set(re.findall(r"^Debian (\S+ [a-z]+ main)$", targets, re.M)))
    keyring = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
    return "".join(f"deb-src {keyring} {place}\n" for place in places)


def fetch(directory):
    """Unpacks the sources in the directory, with apt's lists in there too: nothing of the system changes. The packages that
    could not be had."""
    lists = directory / "apt"
    (lists / "lists/partial").mkdir(parents=True, exist_ok=True)
    (lists / "archives/partial").mkdir(parents=True, exist_ok=True)
    (lists / "sources.list").write_text(sources_list())
    options = [f"-oDir::Etc::SourceList={lists}/sources.list", "-oDir::Etc::SourceParts=/dev/null",
               f"-oDir::State::Lists={lists}/lists", f"-oDir::Cache={lists}", "-oAcquire::Languages=none",
               "-oAPT::Sandbox::User="]
    subprocess.run(["apt-get", *options, "-qq", "update"], check=True)
    missing = [package for package in sorted({*PACKAGES.values(), *BUILT})
               if subprocess.run(["apt-get", *options, "-qq", "source", "--download-only", package], cwd=directory).returncode]
    for description in sorted(directory.glob("*.dsc")):
        package = description.name.split("_")[0]
        if package in missing:
            continue
        shutil.rmtree(directory / package, ignore_errors=True)
        subprocess.run(["dpkg-source", "--no-check", "-x", description, directory / package], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return missing


# ---- one text ----

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)".*$', re.M)
AGAIN = {"inffixed.h", "crc32.h", "trees.h"} # are included for their text
SHARED = {"lz4.c", "cJSON.c", "cJSON_Utils.c"} # whose macros others want
DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.M)


def inlined(path, directories, stack=()):
    """The file's text, once, with those that it includes by a name in quotes in the places of the #includes."""
    def replace(match):
        for directory in (path.parent, *directories):
            found = (directory / match[1]).resolve()
            if found.is_file():
                return "" if found in stack else inlined(found, directories, (*stack, found))
        return match[0]
    text = INCLUDE.sub(replace, path.read_text(errors="replace"))
    if path.name in AGAIN:
        return text
    guard = "INLINED_" + re.sub(r"\W", "_", path.name)
    return f"#ifndef {guard}\n#define {guard}\n{text}\n#endif\n"


def amalgamated(files, directories, renamed):
    """`renamed`: by file, names that get another one in it."""
    text = []
    kept = {name for directory in {*directories, *(file.parent for file in files)} for header in directory.glob("*.h")
            for name in DEFINE.findall(header.read_text(errors="replace"))}
    for file in files:
        names = renamed.get(file.name, [])
        text += [f"#define {name} {file.stem}_{name}\n" for name in names]
        text.append(inlined(file, directories, (file.resolve(),)))
        own = set() if file.name in SHARED else set(DEFINE.findall(file.read_text(errors="replace"))) - kept
        text += ["\n", *(f"#undef {name}\n" for name in (*names, *sorted(own)))]
    return "".join(text)


# ---- the libraries ----

class Library:
    """`programs`: by name, the main file and the arguments of each run, in a directory that has a file `input`."""

    def __init__(self, files, programs, directories=(), options=(), renamed=None, prepare=None):
        self.files, self.programs, self.directories = files, programs, directories
        self.options, self.renamed, self.prepare = list(options), renamed or {}, prepare

    def text(self, root, main, work):
        base = self.prepare(root, work) if self.prepare else root
        files = [file for name in self.files for file in sorted(base.glob(name))]
        if not files:
            raise Missing(f"no {self.files[0]} in {base}")
        directories = [root / directory for directory in self.directories]
        return amalgamated([*files, *([] if main is None else [main_file(root, main)])], directories, self.renamed)


def main_file(root, name):
    return run.HERE / "libraries" / name[1:] if name.startswith("@") else root / name


def sqlite_amalgamation(root, work):
    """sqlite3.c, which sqlite's own scripts make."""
    built = work / "amalgamation"
    if not (built / "sqlite3.c").exists():
        if not shutil.which("tclsh"):
            raise Missing("sqlite's amalgamation is made by tclsh: install tcl")
        built.mkdir(parents=True, exist_ok=True)
        for command in ([root / "configure", "--disable-tcl", "--disable-readline"], ["make", "sqlite3.c"]):
            subprocess.run(command, check=True, cwd=built, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return built


SQL = [str(path) for path in sorted((run.HERE / "libraries").glob("*.sql"))]
LIBRARIES = {
    "zlib": Library(
        ["adler32.c", "crc32.c", "deflate.c", "trees.c", "infback.c", "inffast.c", "inflate.c", "inftrees.c", "zutil.c",
         "compress.c", "uncompr.c", "gzclose.c", "gzlib.c", "gzread.c", "gzwrite.c"],
        {"example": ("test/example.c", [[]]), "infcover": ("test/infcover.c", [[]]),
         "minigzip": ("test/minigzip.c", [["input"], ["-d", "input.gz"], ["-1", "-h", "input"]])},
        ["."], ["-DHAVE_UNISTD_H", "-D_GNU_SOURCE"], {"infback.c": ["fixedtables"]}),
    "lz4": Library(
        ["lib/lz4.c", "lib/lz4hc.c", "lib/xxhash.c", "lib/lz4frame.c"],
        {"roundTripTest": ("tests/roundTripTest.c", [["input"], ["-1", "input"], ["-9", "input"]]),
         "frametest": ("tests/frametest.c", [["-s7", "-i1", "-v"]])},
        ["lib", "programs", "tests"], ["-D_GNU_SOURCE"]),
    "cjson": Library(
        ["cJSON.c", "cJSON_Utils.c", "tests/unity/src/unity.c"],
        {"test": ("test.c", [[]]),
         **{name: (f"tests/{name}.c", [[]]) for name in ("misc_tests", "misc_utils_tests", "parse_value", "print_value",
                                                         "cjson_add", "minify_tests", "old_utils_tests")}},
        [".", "tests", "tests/unity/src"], ["-DUNITY_EXCLUDE_SETJMP_H", "-D_GNU_SOURCE"],
        {"cJSON_Utils.c": ["compare_double", "get_array_item", "get_object_item"]}),
    "sqlite": Library(["sqlite3.c"], {"scripts": ("@sqlite.c", [SQL])}, [], ["-D_GNU_SOURCE"], prepare=sqlite_amalgamation),
}


# ---- comparing ----

class Unity(run.Program):
    """One amalgamation with one main file."""

    def __init__(self, name, source, directory, options, runs, twins):
        super().__init__(name, source, directory, options)
        self.runs, self.twins = runs, twins
        self.said, self.seconds = "", 120

    def outcome(self, program, environment=None):
        """What all runs print, their exit statuses, and what is then in the files."""
        place = self.directory / "place"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        (place / "input").write_bytes(self.source.read_bytes()[:30000])
        results = []
        for arguments in self.runs:
            status, stdout, stderr = run.call([self.path(program), *arguments], self.seconds, environment, place)
            results.append((status, stdout))
            if status is None or status < 0:
                raise run.Failure("different", f"status {status}: {stderr[-2000:].decode(errors='replace')}")
        return results, {path.name: path.read_bytes() for path in place.iterdir()}

    def original(self, compiler, flags, output="original"):
        text = self.compile(compiler, flags, str(self.source), output)
        if text is not None:
            raise run.Failure("original", text)
        return self.outcome(output)

    def convert(self):
        source = str(self.source)
        for preprocess in [True] if self.twins else [False, True]:
            if preprocess:
                source = self.path("preprocessed.c")
                status, _, stderr = run.call([run.CLANG, "-E", "-P", "-w", "-fkeep-system-includes", *self.options,
                                              str(self.source), "-o", source])
                if status != 0:
                    raise run.Failure("unpreprocessed", stderr.decode(errors="replace"))
            command = [TWINS if self.twins else run.ASYNCIFY, source, "-o", self.path("async.c"), "-w", *self.options]
            status, _, stderr = run.call(command, 300)
            if status != 3:
                break
        if status != 0:
            raise run.Failure("unconverted", stderr.decode(errors="replace"))
        self.said = stderr.decode(errors="replace").strip().splitlines()[-1]

    def translate(self, output, *flags):
        begin = os.times()
        status, _, stderr = run.call([run.ASYNCC, *flags, "-w", *self.options, f"-I{run.INCLUDE}", self.path("async.c"), "-o",
                                      self.path(output)], 900)
        end = os.times()
        if status != 0:
            raise run.Failure("untranslated", f"status {status}\n{stderr.decode(errors='replace')}")
        seconds = end.children_user + end.children_system - begin.children_user - begin.children_system
        sizes = [pathlib.Path(self.path(name)).stat().st_size / 1e6 for name in ("async.c", output)]
        self.said += f"; {' '.join(flags)} {seconds:.1f} s, {sizes[0]:.2f} MB to {sizes[1]:.2f} MB"

    def compare(self, compiler, flags, source, modes, expected):
        text = self.compile(compiler, flags, self.path(source), "converted", [run.LIBRARY, "-luv", "-lpthread", "-ldl"])
        if text is not None:
            raise run.Failure("uncompilable", f"{compiler} {' '.join(flags)}\n{text}")
        for mode in modes:
            results, files = self.outcome("converted", {"ASYNCC_SUSPEND": mode})
            for arguments, (is_now, was) in zip(self.runs, zip(results, expected[0])):
                if is_now != was:
                    raise run.Failure("different", f"{compiler} {source} {mode}, {arguments}: status {is_now[0]}, "
                                                   f"expected {was[0]}\n{is_now[1][-3000:].decode(errors='replace')}")
            for name in sorted({*files, *expected[1]}):
                if files.get(name) != expected[1].get(name):
                    raise run.Failure("different", f"{compiler} {source} {mode}: file {name}")

    def check(self):
        expected = self.original(run.CLANG, ["-O0"])
        self.convert()
        self.translate("suspend.c", "--verify", "--suspend-points")
        self.compare(run.CLANG, ["-O0"], "suspend.c", run.MODES, expected)
        self.translate("plain.c")
        self.compare(run.GCC, ["-O0"], "plain.c", ["never", "always"], expected)
        return sum(len(stdout) for _, stdout in expected[0])


def check(name, arguments):
    """How many of the library's programs differ."""
    root = arguments.sources / PACKAGES[name]
    if not root.is_dir():
        raise Missing(f"no {root}: tests/differential/libraries.py --fetch gets the sources")
    library, failures = LIBRARIES[name], 0
    for program, (main, runs) in library.programs.items():
        directory = arguments.work / f"{name}-{program}{'-twins' if arguments.twins else ''}"
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)
        source = directory / "program.c"
        source.write_text(library.text(root, main, arguments.work / name))
        unity = Unity(program, source, directory, library.options, runs, arguments.twins)
        begin = time.monotonic()
        try:
            printed = unity.check()
            print(f"{name} {program}: ok: {unity.said}; {printed} bytes printed, {time.monotonic() - begin:.0f} s in all", flush=True)
            if not arguments.keep:
                shutil.rmtree(directory)
        except run.Failure as failure:
            failures += 1
            print(f"FAILED: {name} {program}: {failure.kind}: {unity.said}\n{failure.text[:4000]}", flush=True)
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("--twins", action="store_true")
    parser.add_argument("--keep", action="store_true", help="the texts and programs, also of what is right")
    parser.add_argument("--sources", type=pathlib.Path, default=run.ROOT / "build/sources")
    parser.add_argument("--work", type=pathlib.Path, default=run.ROOT / "build/libraries")
    arguments = parser.parse_args()
    arguments.sources, arguments.work = arguments.sources.resolve(), arguments.work.resolve()
    if arguments.fetch:
        missing = fetch(arguments.sources)
        if missing:
            print("not fetched:", *missing)
        return 1 if missing else 0
    try:
        return 1 if sum(check(name, arguments) for name in arguments.names or LIBRARIES) else 0
    except Missing as missing:
        print(f"skipped: {missing}")
        return 77


if __name__ == "__main__":
    sys.exit(main())
