#!/usr/bin/env python3
"""
killed.py [KILLS [SEED]] - a build by make or ninja with `asyncc cc`, of which something is killed with SIGKILL at a random moment:
built again, the program is that of the sources, and the depfiles are those of a clean build.

Between the builds sources change what they include, and headers what they say: what a depfile left out would be seen. Killed are
all processes, the process group of one launcher, a launcher alone, or any one process; what then is left runs to its end. gcc
itself writes objects piece by piece, as linkers write programs: a make that is killed with it, and so cannot remove one of
these, is tried with clang only.

Environment: see common.sh.
"""
import ctypes
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

ASYNCC = os.path.realpath(os.environ["ASYNCC"])
WORK = pathlib.Path(os.environ["ASYNCC_WORK"]) / "killed.work"
UNITS = ("one", "two", "three")
PR_SET_CHILD_SUBREAPER = 36

MAKEFILE = """
CC = setsid --wait {asyncc} cc {compiler}
prog: main.o {objects}; $(CC) {flags} $^ {libraries} -o $@.new && mv $@.new $@
%.o: %.c Makefile; $(CC) {flags} {include} -MMD -MP -c $< -o $@
.DELETE_ON_ERROR:
-include *.d
"""
AT_ONCE = """
CC = setsid --wait {asyncc} cc {compiler}
prog: main.c {sources} Makefile; $(CC) {flags} {include} -MMD -MP -MT $@ main.c {sources} {libraries} && mv a.out $@
-include *.d
"""
NINJA = """
rule cc
  command = {asyncc} cc {compiler} {flags} {include} -MMD -MF $out.d -c $in -o $out
  depfile = $out.d
  {deps}
rule link
  command = {asyncc} cc {compiler} {flags} $in {libraries} -o $out
"""


class Project:
    """Three units of async code, each of which includes one of two headers with its number."""

    def __init__(self, directory, builder, compiler):
        self.directory, self.builder, self.compiler = directory, builder, compiler
        self.includes = {unit: "odd" for unit in UNITS}
        self.numbers = {header: 1 for header in ("odd", "even")}
        self.longest = 0.0
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)
        values = {
            "asyncc": ASYNCC, "compiler": compiler, "flags": os.environ.get("ASYNCC_FLAGS", ""),
            "include": "-I" + os.environ["ASYNCC_INCLUDE"], "objects": " ".join(f"{unit}.o" for unit in UNITS),
            "sources": " ".join(f"{unit}.c" for unit in UNITS),
            "libraries": os.environ["ASYNCC_LIBRARY"] + " -luv -lpthread -ldl -lm",
            "deps": "deps = gcc" if builder == "ninja, which keeps dependencies" else "",
        }
        if builder.startswith("make"):
            self.write("Makefile", (MAKEFILE if builder == "make" else AT_ONCE).format(**values))
        else:
            edges = [f"build {name}.o: cc {name}.c\n" for name in ("main", *UNITS)]
            self.write("build.ninja", NINJA.format(**values) + "".join(edges) + f"build prog: link main.o {values['objects']}\n")
        calls = " + ".join(f"await {unit}()" for unit in UNITS)
        declarations = "".join(f"async int {unit}(void);\n" for unit in UNITS)
        self.write("main.c", f"#include <asyncc.h>\n#include <stdio.h>\n{declarations}"
                   f"async int main(void)\n{{\n    printf(\"%d\\n\", {calls});\n    return 0;\n}}\n")
        for unit in UNITS:
            self.write_unit(unit)
        for header in self.numbers:
            self.write_header(header)

    def write(self, name, text):
        (self.directory / name).write_text(text)

    def write_unit(self, unit):
        weight = 10 ** UNITS.index(unit)
        self.write(f"{unit}.c", f"#include <asyncc.h>\n#include \"{self.includes[unit]}.h\"\nasync int {unit}(void)\n{{\n"
                   f"    await async_yield();\n    return NUMBER * {weight};\n}}\n")

    def write_header(self, header):
        self.write(f"{header}.h", f"#define NUMBER {self.numbers[header]}\n")

    def change_includes(self, chance):
        for unit in chance.sample(UNITS, chance.randint(1, 3)):
            self.includes[unit] = chance.choice(("odd", "even"))
            self.write_unit(unit)

    def change_headers(self, chance):
        for header in chance.sample(list(self.numbers), chance.randint(1, 2)):
            self.numbers[header] += 2
            self.write_header(header)

    def expected(self):
        return sum(self.numbers[self.includes[unit]] * 10 ** UNITS.index(unit) for unit in UNITS)

    def start(self):
        command = ["make", "-j2", "prog"] if self.builder.startswith("make") else ["ninja", "-j2", "prog"]
        time.sleep(0.02)  # what was written before is older than what will be: times have steps of some milliseconds
        return subprocess.Popen(command, cwd=self.directory, stdin=subprocess.DEVNULL, stdout=open(self.directory / "said", "wb"),
                                stderr=subprocess.STDOUT, env={**os.environ, "TMPDIR": str(WORK / "tmp")})

    def build(self):
        """To its end."""
        begun = time.monotonic()
        status = self.start().wait()
        self.longest = max(self.longest, time.monotonic() - begun)
        wait_for_all()
        time.sleep(0.02)
        return status == 0

    def depfiles(self):
        """What each names: with ninja's own database, what that has."""
        found = {}
        for path in self.directory.glob("*.d"):
            text = path.read_text().replace("\\\n", " ")
            names = [name for name in text.split() if not name.startswith("/") and not name.endswith(":")]
            found[path.name] = (sorted(names), text.endswith("\n"))
        return found

    def expected_depfiles(self):
        suffix = ".d" if self.builder.startswith("make") else ".o.d"
        prefix = "a-" if "at once" in self.builder and "clang" not in self.compiler else ""  # the compiler names them
        found = {prefix + unit + suffix: (sorted([f"{unit}.c", f"{self.includes[unit]}.h"]), True) for unit in UNITS}
        found[prefix + "main" + suffix] = (["main.c"], True)
        return found

    def trouble(self):
        """What is wrong after a build; None: nothing."""
        if not os.access(self.directory / "prog", os.X_OK):
            return "there is no program"
        got = subprocess.run(["./prog"], cwd=self.directory, capture_output=True, text=True).stdout.strip()
        if got != str(self.expected()):
            return f"the program says {got}, not {self.expected()}"
        if "keeps" not in self.builder and self.depfiles() != self.expected_depfiles():
            return f"the depfiles are {self.depfiles()}, not {self.expected_depfiles()}"
        return None

    def trouble_between(self):
        """Each depfile is whole, whatever was killed."""
        for name, (names, is_whole) in self.depfiles().items():
            unit = name.split(".")[0].removeprefix("a-")
            if f"{unit}.c" not in names or not is_whole or any("asyncc" in name for name in names):
                return f"{name} is {(self.directory / name).read_text()!r}"
        return None


def wait_for_all():
    """Until no process is left of those that were started, by whomever: they become children of ours."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def descendants():
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                parents[int(name)] = int(pathlib.Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                pass
    ours, found = {os.getpid()}, set()
    while ours:
        ours = {process for process, parent in parents.items() if parent in ours}
        found |= ours
    return sorted(found)


def is_launcher(process):
    try:
        return os.readlink(f"/proc/{process}/exe") == ASYNCC
    except OSError:
        return False


def send(processes, number):
    """To each that is still there."""
    for process in processes:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            pass


def kill(how, chance, builder):
    """Kills what it says, as soon as it is there; False when the build ended before."""
    while builder.poll() is None:
        processes = descendants()
        launchers = [process for process in processes if is_launcher(process)]
        try:
            if how == "all processes":
                send(processes, signal.SIGSTOP)  # so that none says something to another
                send(descendants(), signal.SIGKILL)
                return True
            if how == "any process" and processes:
                os.kill(chance.choice(processes), signal.SIGKILL)
                return True
            if launchers:
                process = chance.choice(launchers)
                group = os.getpgid(process)
                if how == "a launcher alone":
                    os.kill(process, signal.SIGKILL)
                    return True
                if group != os.getpgid(0):
                    os.killpg(group, signal.SIGKILL)
                    return True
        except ProcessLookupError:
            continue
    return False


def main():
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    chance = random.Random(seed)
    print(f"killed.py {kills} {seed}", flush=True)
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    os.environ.pop("MAKEFLAGS", None)
    os.environ.pop("MAKELEVEL", None)
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "tmp").mkdir(parents=True)
    projects = []
    for compiler in os.environ["ASYNCC_COMPILERS"].split():
        for builder in ("make", "make, all at once", "ninja", "ninja, which keeps dependencies"):
            if shutil.which(builder.partition(",")[0]):
                name = f"{os.path.basename(compiler)}-{len(projects)}"
                projects.append(Project(WORK / name, builder, compiler))
    done, failures, by_kind = 0, 0, {}
    while done < kills:
        project = projects[done % len(projects)]
        if not project.longest and (not project.build() or project.trouble()):
            print(f"FAILED: the first build of {project.directory}: {project.trouble()}")
            return 1
        kinds = ["all processes", "a launcher's group", "a launcher alone", "any process"]
        if project.builder == "make" and "clang" not in project.compiler:
            kinds.remove("all processes")
            kinds.remove("any process")  # which may be make
        how = chance.choice(kinds)
        project.change_includes(chance)
        if chance.random() < 0.5:
            project.change_headers(chance)
        moment = chance.uniform(0, project.longest)
        builder = project.start()
        time.sleep(moment)
        killed = kill(how, chance, builder)
        builder.wait()
        wait_for_all()
        done += killed
        by_kind[how] = by_kind.get(how, 0) + killed
        what = f"{project.compiler}, {project.builder}, {how} killed after {moment:.3f} s"
        trouble = project.trouble_between()
        time.sleep(0.02)
        if chance.random() < 0.5:
            project.change_headers(chance)
        if not trouble:
            trouble = project.trouble() if project.build() else "it does not build: " + (project.directory / "said").read_text()
        if trouble:
            failures += 1
            print(f"FAILED: {what}: {trouble}", flush=True)
            shutil.rmtree(project.directory)
            project.__init__(project.directory, project.builder, project.compiler)
    print(f"{done} kills ({', '.join(f'{how}: {count}' for how, count in sorted(by_kind.items()))}), {failures} builds wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
