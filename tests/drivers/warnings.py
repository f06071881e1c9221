#!/usr/bin/env python3
"""What compilers say of translations, against what they say of the serial programs.

warnings.py [--all] [--levels "-O0 -O2"] [--jobs N] [--table] [--tolerant] PROGRAM...

Each program is compiled as it is with -DASYNCC_SERIAL, and translated and compiled, with the flags below. What is silent there
must be silent here; what is said there must be said here if its flag is one of KEPT, by the translator or by the compiler, once,
in the line of the source. Of a warning the file, the line and the flag are compared. What does not compile there must not here.

The fixed part, which is the default, is half of the programs, each with one compiler and one level of optimization, which its name
decides, so that another program changes nothing for the others; those made for this with each compiler.
With --all each is compiled by each of ASYNCC_COMPILERS with each level; with --levels with these by each of them.
"""
import argparse
import collections
import concurrent.futures
import functools
import os
import re
import subprocess
import sys
import tempfile
import zlib

FLAGS = """-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wdeclaration-after-statement -Wcast-align -Wcast-qual
    -std=gnu17""".split()
LEVELS = "-O0 -O1 -O2 -Os".split()
GCC_FLAGS = ["-fno-diagnostics-show-caret", "-S", "-o", "/dev/null"]
CLANG_FLAGS = ["-fno-caret-diagnostics", "-ferror-limit=0", "-fsyntax-only"]
# A defer has a serial meaning for gcc alone, and there without optimization: its statement is taken for what never runs.
SERIAL = ["-DASYNCC_SERIAL", "-D__STDC_DEFER_TS25755__=1", "-D_Defer=if(0)"]
# -Wunknown-pragmas: only translations know #pragma asyncc
TRANSLATION = ["-Wno-blocking-call", "-Wno-unknown-pragma", "--no-verify"]

KEPT = re.compile("-W(return-type|return-local-addr|return-stack-address|uninitialized|sometimes-uninitialized|format"
                  "|format-(extra-args|security|zero-length|insufficient-args|invalid-specifier)|int-conversion|incompatible-.*"
                  "|discarded-qualifiers|pointer-sign|unused-.*|switch|parentheses|logical-op-parentheses|bitwise-op-parentheses"
                  "|dangling-else|empty-body|main|main-return-type|return-mismatch|shadow|declaration-after-statement|error)$")
# Said by the translator as libclang has it, which is not in the same places as gcc and other versions of clang have it: of those
# it is compared only whether they are said.
BY_CLANG = ["-Wshadow", "-Wdeclaration-after-statement", "-Wdangling-else"]
# Enumerations of a function whose frame needs them are gcc's own type; one operand of a race is all that the serial program has;
# the size of a parameter stands in the function under the user's name, too; a join is a value in the serial program; what gcc -O1
# takes for possible; what gcc alone takes for unused, as arrays and structs whose parts are set; and a statement expression that
# only typeof has in the translator's parse.
PLACES = [("local_types_attributes.c", "-Wconversion"), ("types.c", "-Wsign-conversion"), ("race_winner.c", "-Wconversion"),
          ("left_without_value.c", "-Wuninitialized"), ("inner_names.c", "-Wsign-conversion"),
          ("for_head_declarators.c", "-Wmaybe-uninitialized"), ("items_cancelled.c", "-Wunused-value"),
          ("operators_in_macros.c", "-Wunused-value"), ("operands_that_end_in_macros.c", "-Wunused-value"),
          ("cancel_releases_storage.c", "-Wunused-but-set-variable"), ("destinations.c", "-Wunused-but-set-variable")]
# Which of these are so differs between versions of clang, and is compared only with the one that reads.
BY_VERSION = re.compile("-Wunused-(variable|value|but-set-variable|but-set-parameter)$")
# What is left, all of it -Wpedantic's: see docs/limits.md. Of the serial program gcc sees an object that has ended.
KNOWN = re.compile("style of line directive is a G|may not be nested in a struct due to flexible|with flexible array member"
                   "|does not support .__int128. types|indirect-goto|forbids .goto \\*expr|forbids label declarations"
                   "|shadows a global declaration|anonymous.* is used uninitialized")

TEXT = re.compile(r"^(.*?):(\d+)(?::(\d+))?: (warning|error|fatal error): (.*?)(?: \[(?:-Werror,)?(-W[^],]*)(?:,(-W[^]]*))?\])?$")

Word = collections.namedtuple("Word", "file line flag")
Said = collections.namedtuple("Said", "word column message path")


def said(path, line, column, kind, flag, message):
    flag = "-Werror" if "error" in kind else (flag or "-W" + kind).rstrip("=").replace("-from-macro-expansion", "")
    return Said(Word(os.path.basename(path), line, flag), column, message, path)


@functools.lru_cache(None)
def bodies(path):
    """The lines of macros' definitions."""
    lines, inside = set(), False
    with open(path, errors="replace") as file:
        for number, line in enumerate(file, 1):
            if inside or re.match(r"\s*#\s*define\b", line):
                lines.add(number)
                inside = line.rstrip().endswith("\\")
    return lines


def in_body(path, line):
    return os.path.exists(path) and line in bodies(path)


def words_of(text):
    """What stands in a macro's body is where the macro is invoked: it may have been expanded."""
    words, expansion = [], re.compile(r"^(.*?):(\d+):(\d+): note: in expansion of macro")
    for line in text.splitlines():
        found, invoked = TEXT.match(line), expansion.match(line)
        if found:
            words.append(said(found[1], int(found[2]), int(found[3] or 0), found[4], found[7] or found[6], found[5]))
        elif invoked and words and in_body(words[-1].path, words[-1].word.line):
            word = words[-1].word._replace(file=os.path.basename(invoked[1]), line=int(invoked[2]))
            words[-1] = words[-1]._replace(word=word, column=int(invoked[3]), path=invoked[1])
    return words


def run(command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", timeout=120,
                              env=dict(os.environ, LC_ALL="C"))
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -1, "", "takes longer than two minutes")


class Compiler:
    def __init__(self, path):
        self.path = path
        version = re.compile(r"clang version (\d+)")
        own, read = [version.search(run([each, "--version"]).stdout) for each in (path, os.environ["ASYNCC"])]
        self.is_clang = own is not None
        self.is_read_with = own is not None and read is not None and own[1] == read[1]

    def compile(self, source, flags):
        """Whether it compiles, what is said, and the text; clang says the same without making code."""
        done = run([self.path, *flags, *(CLANG_FLAGS if self.is_clang else GCC_FLAGS), source])
        return done.returncode == 0, words_of(done.stderr) if done.returncode >= 0 else None, done.stderr


def comment(source, word):
    with open(source, errors="replace") as file:
        found = re.search(rf"^/\* {word}: *(.*?) *\*/", file.read(), re.M)
    return found[1].split() if found else []


def compare(job):
    """The job; why it was not compared, or None; what is said of the serial program, and what of the translation."""
    source, compiler, level = job
    include, asyncc = os.environ["ASYNCC_INCLUDE"], os.environ["ASYNCC"]
    directory = os.path.dirname(source)
    options = comment(source, "options")
    flags = [level, *FLAGS, *options, "-I" + include, "-iquote", directory, "-I" + directory]
    if any(re.match("-(ansi|std=.*[89][09])", option) for option in options): # translations are C11
        flags.remove("-Wpedantic")
    flags += ["-Wno-unknown-pragmas"] if compiler.is_clang else []
    compiles, serial, text = compiler.compile(source, SERIAL + flags)
    if serial is None:
        return job, "serial: " + text, None, None
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, "translated.c")
        done = run([asyncc, "--cc=" + compiler.path, *flags, *TRANSLATION, source, "-o", out])
        heard = words_of(done.stderr)
        if done.returncode == 0:
            compiles_too, also, text = compiler.compile(out, flags)
            if also is None:
                return job, "translation: " + text, None, None
            heard += also
        else:
            compiles_too, text = False, done.stderr
    if compiles_too != compiles: # no meaning as a serial program; or a fault that other tests find
        return job, "translation: " + text if compiles else "serial: " + text, None, None
    if not compiles: # not all that could be warned of is said then
        serial, heard = [[each for each in all if each.word.flag == "-Werror"] for all in (serial, heard)]
        if not {each.word for each in serial} & {each.word for each in heard}:
            return job, "serial: " + text, None, None
    return job, None, serial, heard


def missing(serial, heard):
    words = {each.word for each in heard}
    return [each for each in serial if each.word not in words]


def must_be_said(said, compiler):
    other = compiler.is_clang and not compiler.is_read_with
    return KEPT.match(said.word.flag) and not (other and BY_VERSION.match(said.word.flag))


def more(heard, serial):
    """What is said more often than of the serial program: not only new, but also twice."""
    count = collections.Counter(each.word for each in serial)
    for each in heard:
        count[each.word] -= 1
        if count[each.word] < 0:
            yield each


def settled(said, compiler):
    """What is the translator's to say in libclang's way once for the file, unless the compiler is that clang."""
    left, once = [], set()
    for each in said:
        if not compiler.is_read_with and each.word.flag in BY_CLANG:
            each = each._replace(word=each.word._replace(file="", line=0))
            if each.word in once:
                continue
            once.add(each.word)
        left.append(each)
    return left


def is_known(said, source):
    return KNOWN.search(said.message) or (os.path.basename(source), said.word.flag) in PLACES


def jobs_of(given):
    compilers = [Compiler(path) for path in given.compilers.split()]
    if given.all or given.levels:
        levels = given.levels.split() if given.levels else LEVELS
        return [(source, compiler, level) for compiler in compilers for source in given.programs for level in levels]
    jobs, kinds = [], [[each for each in compilers if each.is_clang == clang] for clang in (False, True)]
    for source in given.programs:
        lot = zlib.crc32("/".join(source.split("/")[-2:]).encode())
        kind, level = kinds[lot >> 1 & 1], LEVELS[(lot >> 8) % len(LEVELS)]
        if "/warnings/" in source:
            jobs += [(source, compiler, level) for compiler in compilers]
        elif lot & 1 and kind:
            jobs.append((source, kind[(lot >> 16) % len(kind)], level))
    return jobs


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--levels")
    parser.add_argument("--compilers", default=os.environ.get("ASYNCC_COMPILERS", "gcc clang"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--table", action="store_true", help="by flag; also of what may get lost")
    parser.add_argument("programs", nargs="+")
    given = parser.parse_args()
    jobs = jobs_of(given)
    tables = {kind: collections.Counter() for kind in ("more", "lost", "let go")}
    programs = {kind: set() for kind in tables}
    left_out = 0
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for (source, compiler, level), why, serial, heard in pool.map(compare, jobs):
            name = os.path.basename(compiler.path) + " " + level
            if why:
                left_out += 1
                print(f"not compared: {source}: {name}: " + why[:300].replace("\n", " "))
                continue
            serial, heard = settled(serial, compiler), settled(heard, compiler)
            lost = missing(serial, heard)
            for kind, words in (("more", more(heard, serial)),
                                ("lost", [each for each in lost if must_be_said(each, compiler)]),
                                ("let go", [each for each in lost if not must_be_said(each, compiler)])):
                for each in [each for each in words if kind == "let go" or not is_known(each, source)]:
                    tables[kind][name, each.word.flag] += 1
                    programs[kind].add(source)
                    if kind != "let go" or given.table:
                        print(f"{kind}: {source}: {name}: {each.word.file}:{each.word.line}:{each.column}: "
                              f"{each.message} [{each.word.flag}]")
    for kind in tables:
        if kind != "let go" or given.table:
            print(f"{kind}: {sum(tables[kind].values())} in {len(programs[kind])} programs")
        for (name, flag), count in sorted(tables[kind].items()) if given.table else []:
            print(f"    {name:16} {flag:40} {count}")
    print(f"{len(jobs) - left_out} compared, {left_out} not")
    return 1 if tables["more"] or tables["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
