#!/usr/bin/env python3
"""
spellings.py COMPILER ... - writes spellings.def: how gcc and clang spell the options that asyncc has to know.

What an option is called is what the compilers list (gcc's --completion, clang's --autocomplete). Which words it takes they
say themselves when those are missing; which spellings are one option, by the commands that -### shows for them. An option is
in the table if it takes words behind it, or if it is another spelling of one that options.c or launcher.c names.

    translator/driver/spellings.py gcc clang-14 clang-19 >translator/driver/spellings.def
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ARGUMENT = "c++" # of options that take some; a language, since what -x c says of a file of C is nothing
APPLE = """-Xarch_ -allowable_client -bundle_loader -client_name -compatibility_version -current_version -dylib_file -dylinker_install_name
-exported_symbols_list -filelist -force_load -framework -image_base -init -install_name -multiply_defined
-multiply_defined_unused -pagezero_size -read_only_relocs -sectalign -sectcreate -sectobjectsymbols -sectorder -seg1addr
-seg_addr_table -seg_addr_table_filename -segaddr -segcreate -segprot -segs_read_only_addr -segs_read_write_addr -sub_library
-sub_umbrella -umbrella -unexported_symbols_list -weak_framework -weak_library""".split() # taken, and not listed, by clang


def answer(*command):
    return subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
                          stdin=subprocess.DEVNULL).stdout


class Compiler:
    """One that is asked, always about the same file."""

    def __init__(self, name):
        self.name = name
        self.is_clang = "clang" in name
        self.version = answer(name, "--version").split("\n")[0]
        self.plain = self.command()

    def ask(self, *words):
        done = subprocess.run([self.name, "-###", *words], capture_output=True, text=True, errors="replace",
                              env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
        return done.returncode, done.stderr

    def names(self):
        """Without those of clang's that help shows to take no word behind them, and -fX that gcc takes as --X, too."""
        listed = answer(self.name, "--autocomplete=-" if self.is_clang else "--completion=-")
        names = {re.sub(r"=.*", "=", re.split(r"[\t ]", line)[0]) for line in listed.split("\n")}
        separate = set(re.findall(r"^  (-[fm][\w-]+) <", answer(self.name, "--help-hidden"), re.M)) if self.is_clang else set()
        return {name for name in names if re.fullmatch(r"--?[A-Za-z][\w+-]*[=,]?", name) and not re.match("--?W|--warn-|--machine|--std.|-g", name) and
                (name in separate or not re.match("-[fm].", name)) and
                not (name.startswith("--") and {"-f" + name[2:], "-fno-" + name[5:], "-f" + name[2:] + "="} & names)}

    def missing(self, *words):
        """How many words are missing behind these; None if these are not understood."""
        status, said = self.ask("x.c", *words)
        if found := re.search(r"argument to '[^']*' is missing \(expected (\d+) value", said):
            return int(found[1])
        if re.search(r"error: (missing (argument|filename|path)|[\w ]+ missing after|argument to '[^']*' is missing)", said):
            return 1
        unknown = re.search(r"error: (unrecognized|unknown|unsupported) |unknown argument|error: .* (not supported|invalid)", said)
        return None if unknown or status else 0

    def command(self, *words):
        """What it would run, or None."""
        status, said = self.ask(*words, "x.c")
        if status or re.search(r"error:", said):
            return None
        said = "\n".join(line for line in said.split("\n")
                         if line.startswith(" ") or line.startswith(("COMPILER_PATH", "LIBRARY_PATH")))
        said = re.sub(r"/tmp/[\w.-]+", "TMP", said)
        return re.sub(r'"?-dumpbase(-ext)?"? \S+|COLLECT_GCC_OPTIONS=.*', "", said)


def known():
    """The options that the code names."""
    text = "".join((HERE / file).read_text() for file in ("options.c", "launcher.c"))
    return {name for name in re.findall(r'"(--?[A-Za-z][\w+-]*=?)"', text)}


def forms(compiler, name):
    """Of a name: the forms in which the compiler takes it, each with the number of words behind it."""
    found = {}
    if name[-1] in "=,":
        behind = compiler.missing(name + ARGUMENT)
        if behind is not None:
            found["JOINED"] = behind
        return name, found
    behind = compiler.missing(name)
    if behind is not None:
        found["ALONE"] = behind
    if behind and not name.startswith("--") and compiler.missing(name + ARGUMENT) == 0:
        found["JOINED"] = 0
    elif not behind and name[-1] == "_" and compiler.missing(name + "host"):
        found["JOINED"] = compiler.missing(name + "host")
    return name, found


def spelled(name, form, behind):
    """The words by which an option is said."""
    return [name + ARGUMENT * (form == "JOINED")] + [ARGUMENT] * behind


def main():
    compilers = [Compiler(name) for name in sys.argv[1:]]
    pool = concurrent.futures.ThreadPoolExecutor(2)
    names = sorted(set(APPLE).union(known(), *(compiler.names() for compiler in compilers)))
    names += [name + "=" for name in names if name.startswith("--") and name + "=" not in names and name[-1] != "="]
    table, same = {}, {}
    for compiler in compilers:
        taken = {name: found for name, found in pool.map(lambda name, c=compiler: forms(c, name), names) if found}
        for name, found in taken.items():
            for form, behind in found.items():
                table.setdefault((name, form), set()).add(behind)
        said = [(name, form, behind) for name, found in taken.items() for form, behind in found.items()
                if name in known() or name.startswith("--")]
        shown = dict(zip(said, pool.map(lambda item, c=compiler: c.command(*spelled(*item)), said)))
        meant = {}
        for (name, _, _), command in shown.items():
            if name in known() and command and command != compiler.plain:
                meant.setdefault(command, []).append(name)
        for (name, form, _), command in shown.items():
            if name not in known() and command in meant:
                best = min(meant[command], key=lambda other: (len(other), other))
                if not best.startswith("--") or best == name + "=":
                    same.setdefault((name, form), best)
    rows = []
    for (name, form), found in table.items():
        behind = max(found) # what one of them takes for a word of its own is never a source's name for the other
        meant = same.get((name, form), name)
        if behind or meant != name or (name in known() and form == "JOINED"):
            rows.append((name, form, behind, meant))
    print("/* Made by spellings.py from:")
    for compiler in compilers:
        print(" *   " + compiler.version)
    print(" * The option as it is written, whether its argument is joined to it, how many words follow, and what it means. */")
    for name, form, behind, meant in sorted(rows):
        print(f'SPELLING("{name}", {form}, {behind}, "{meant}")')


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        pathlib.Path("x.c").write_text("int x;\n")
        main()
