#!/usr/bin/env python3
"""
dense.py - random programs of awaits in every place, compared with their serial twins.

    dense.py                        two minutes of them, of a new seed, which is printed
    dense.py --seed S --functions N
    dense.py --seed S --unit U      prints the unit, as async C, and compares it alone
    dense.py --order [N]            functions that do depend on the order of evaluation, see dense/order.py

Of each unit, a function with what it calls, the generator (dense/) writes two texts from one tree: async C, and plain C
that does the same serially: gather and race are calls in turn, a task is its result, a defer is a nested function of
gcc's that `cleanup` calls. The programs are defined and do not depend on the order of evaluation, by construction: the
twin is compiled by gcc and clang, and where it disagrees with itself the generator is at fault. Some thirty units are
one file, translated with suspension points and, every other file, without; compiled by gcc or clang, in turn with -O0, -O2
and sanitizers, and run in the three modes. What fails is kept in WORK/failures/SEED-UNIT, alone and, with --reduce, made small.

--without K,K leaves constructs out, by the names in the table that --table prints: how often each was made, and the
pairs of constructs, one directly in the other, that were and were not.
"""
import argparse
import collections
import os
import pathlib
import re
import shutil
import sys
import time

import run
from dense import order, prelude, reduce
from dense.statements import Unit
from dense.tree import Writer

SANITIZED = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined",
             "-fsanitize-address-use-after-scope"]
ADDRESSES = ["-O0", "-fsanitize=address", "-fsanitize-address-use-after-scope"] # a sixth of what those cost
ENVIRONMENT = {"ASAN_OPTIONS": "detect_stack_use_after_return=1:detect_leaks=0"}
LIBRARIES = [run.LIBRARY, "-luv", "-lpthread", "-ldl"]
TWINS = [(run.CLANG, ["-O0"]), (run.GCC, ["-O2"]), (run.CLANG, ["-O2"]),
         (run.GCC, ["-O1", "-fsanitize=undefined", "-fno-sanitize-recover=undefined"])]
PLAIN = [(run.GCC, ["-O0"]), (run.CLANG, ["-O2"]), (run.CLANG, ["-O0"]), (run.GCC, ["-O2"])]
SUSPENDED = [(run.GCC, ["-O0"]), (run.CLANG, ["-O0"]), (run.GCC, ["-O2"]), (run.CLANG, ["-O2"])]


class Breach(Exception):
    """Units that fail, and how: [(unit, kind, text)]."""

    def __init__(self, failures):
        super().__init__(failures)
        self.failures = failures


class Batch:
    """Some units in one file, and its ways through the tools."""

    def __init__(self, units, directory, turn):
        self.units, self.directory, self.turn = list(units), directory, turn
        directory.mkdir(parents=True, exist_ok=True)
        self.texts, self.lines, self.step, self.quickly = {}, {}, None, False
        self.far = turn % 5 == 1 # what the units call is in a file of its own then

    def path(self, name):
        return str(self.directory / name)

    def text(self, unit, twin):
        key = (unit.number, twin)
        if key not in self.texts:
            self.texts[key] = unit.text(Writer, twin, self.far and not twin)
        return self.texts[key]

    def write(self, twin):
        """The twin, or the file of the units, that of what they call from another one, and what they include."""
        begin, main = prelude.TWIN_BEGIN if twin else prelude.BEGIN, prelude.main_text(self.units)
        self.lines = {}
        if not twin and self.far:
            self.write_file("far.c", begin, 1, twin, "")
        self.write_file("twin.c" if twin else "dense.c", begin, 0, twin, main)
        for unit in self.units:
            for name, text in self.text(unit, twin)[2].items():
                (self.directory / name).write_text(text)

    def write_file(self, name, begin, part, twin, end):
        parts, line = [begin], begin.count("\n") + 1
        for unit in self.units:
            text = self.text(unit, twin)[part]
            if twin and unit.gcc_only:
                text = "#ifndef __clang__\n" + text + "#endif\n"
            count = text.count("\n")
            self.lines.update({(name, number): unit for number in range(line, line + count)})
            line += count
            parts.append(text)
        (self.directory / name).write_text("".join(parts) + end)

    def unit_at(self, name, line):
        part = re.fullmatch(r"part(\d+)_\d+\.h", name)
        if part:
            return next((unit for unit in self.units if unit.number == int(part.group(1))), None)
        return self.lines.get((name, int(line)))

    def culprits(self, kind, text):
        """The units that a message's lines belong to; all of them if it names none."""
        found = {}
        for match in re.finditer(r"((?:dense|far|twin)\.c|part\d+_\d+\.h):(\d+):\d+: (?:fatal )?(?:internal )?error: ", text):
            unit = self.unit_at(match.group(1), match.group(2))
            if unit and unit.number not in found:
                found[unit.number] = (unit, kind, text[match.start():match.start() + 600])
        if found:
            raise Breach(list(found.values()))
        raise Breach([(unit, kind, text[:2000]) for unit in self.units])

    def compile(self, compiler, flags, source, output, libraries, kind):
        status, _, stderr = run.call([compiler, "-w", "-std=gnu17", *flags, f"-I{run.INCLUDE}", self.path(source), *libraries,
                                      "-lm", "-o", self.path(output)], timeout=600)
        if status != 0:
            self.culprits(kind, f"{compiler} {' '.join(flags)} {source}\n{stderr.decode(errors='replace')}")

    def run(self, program, units, mode=None):
        """{unit's number: its lines}; what comes behind one that crashed is run again."""
        results, todo = {}, [unit.number for unit in units]
        while todo:
            status, stdout, stderr = run.call([self.path(program), *map(str, todo)], timeout=20,
                                              environment={**ENVIRONMENT, **({"ASYNCC_SUSPEND": mode} if mode else {})})
            lines = collections.defaultdict(list)
            for line in stdout.decode(errors="replace").splitlines():
                if re.fullmatch(r"\d+\.\d \d+", line):
                    lines[int(line.split(".")[0])].append(line)
            done = [number for number in todo if len(lines[number]) == 3]
            results.update({number: lines[number] for number in done})
            if status == 0:
                break
            left = [number for number in todo if number not in done]
            if not left:
                results[todo[-1]] = [f"status {status}", stderr[:6000].decode(errors="replace")]
                break
            results[left[0]] = [*lines[left[0]], f"status {status}", stderr[:6000].decode(errors="replace")]
            todo = left[1:]
        return results

    def twin(self, compiler, flags):
        self.compile(compiler, flags, "twin.c", "twin", [], "twin")
        return self.run("twin", [unit for unit in self.units if compiler == run.GCC or not unit.gcc_only])

    def expected(self):
        self.write(True)
        expected = self.twin(run.GCC, ["-O0"])
        if len(self.units) == 1 and self.quickly:
            return expected
        compiler, flags = TWINS[self.turn % len(TWINS)]
        other = self.twin(compiler, flags)
        wrong = [(unit, "twin", f"{expected[unit.number]}\n{compiler} {flags}: {other.get(unit.number)}") for unit in self.units
                 if (unit.number in other and other[unit.number] != expected[unit.number]) or len(expected.get(unit.number, ())) != 3
                 or "status" in expected[unit.number][-1]]
        if wrong:
            raise Breach(wrong)
        return expected

    def translate(self, output, *flags):
        for source in ("dense.c", "far.c")[:1 + self.far]:
            command = [run.ASYNCC, "--verify", *flags, "-w", "-std=gnu17", f"-I{run.INCLUDE}", self.path(source), "-o",
                       self.path(source.replace("dense.c", "") + output)]
            status, _, stderr = run.call(command, timeout=60)
            text = stderr.decode(errors="replace")
            if status != 0:
                kind = "hang" if status is None else "refused" if status == 1 else "crash"
                self.culprits("internal" if "internal error" in text else kind, f"asyncc {' '.join(flags)}: status {status}\n{text}")

    def compare(self, compiler, flags, source, modes, expected):
        self.compile(compiler, flags, source, "program", [self.path("far.c" + source)] * self.far + LIBRARIES, "uncompilable")
        for mode in modes:
            results = self.run("program", self.units, mode)
            wrong = [(unit, "different", f"{compiler} {' '.join(flags)} {source}, ASYNCC_SUSPEND={mode}:\n"
                      + "\n".join(results.get(unit.number, ["nothing"])) + "\nexpected:\n" + "\n".join(expected[unit.number]))
                     for unit in self.units if results.get(unit.number) != expected[unit.number]]
            if wrong:
                raise Breach(wrong)

    def steps(self, thorough=False):
        """The ways of this batch: (compiler, flags, source, modes)."""
        modes = ("never", "always", f"random:{self.turn + 1}")
        both, plain = (run.GCC, run.CLANG), PLAIN
        suspended = SUSPENDED + [(compiler, flags) for compiler in both for flags in (ADDRESSES, SANITIZED)]
        if not thorough and self.turn % 2:
            suspended, plain = [SUSPENDED[self.turn // 2 % 4]], [PLAIN[self.turn // 2 % 4]]
        elif not thorough:
            suspended, plain = [(both[self.turn // 2 % 2], SANITIZED if self.turn % 14 == 0 else ADDRESSES)], []
        return [(*step, "suspend.c", modes) for step in suspended] + [(*step, "plain.c", ("never",)) for step in plain]

    def check(self, steps):
        expected = self.expected()
        self.write(False)
        for source, flags in (("suspend.c", ["--suspend-points"]), ("plain.c", [])):
            if any(step[2] == source for step in steps):
                self.step = (*steps[0][:2], source, ())
                self.translate(source, *flags)
        for self.step in steps:
            self.compare(*self.step, expected)


def could(places, made):
    return any(one <= place for place in places for one in made)


class Tester:
    """Runs batches, drops from each what fails until the rest agrees, and keeps the failures."""

    def __init__(self, arguments):
        self.arguments, self.kinds, self.failures = arguments, collections.Counter(), []
        self.constructs, self.pairs, self.units, self.functions = collections.Counter(), collections.Counter(), 0, 0
        self.makers, self.slots = collections.defaultdict(set), collections.defaultdict(set)

    def batch(self, numbers, turn):
        units = [Unit(self.arguments.seed, number, self.arguments.without) for number in numbers]
        self.count(units)
        self.settle(units, turn)

    def count(self, units):
        self.units += len(units)
        for unit in units:
            self.functions += len(unit.functions)
            for node, around in unit.nodes():
                self.constructs[node.kind] += 1
                if around:
                    self.pairs[around.kind, node.kind] += 1
                if around and node.role and node.kind != "nothing":
                    self.makers[node.role, node.kind].add(node.permits)
                    self.slots[around.kind, node.role].add(node.permits)

    def missing(self):
        """
        The pairs that could be and were not: a construct has places for expressions, statements, calls ..., where some things
        are permitted, and whatever was made as one of these where no more was permitted could stand there.
        """
        return sorted((around, kind) for around, role in self.slots for of, kind in self.makers
                      if of == role and (around, kind) not in self.pairs and could(self.slots[around, role], self.makers[of, kind]))

    def settle(self, units, turn):
        directory = self.arguments.work / f"batch-{os.getpid()}"
        while units:
            shutil.rmtree(directory, ignore_errors=True)
            batch = Batch(units, directory, turn)
            try:
                batch.check(batch.steps(self.arguments.unit is not None))
                break
            except Breach as breach:
                failed = {unit.number for unit, _, _ in breach.failures}
                if len(failed) == len(units) and len(units) > 1:
                    self.settle(units[:len(units) // 2], turn)
                    units = units[len(units) // 2:]
                    continue
                for unit, kind, text in breach.failures:
                    self.keep(unit, kind, text, batch)
                units = [unit for unit in units if unit.number not in failed]
        shutil.rmtree(directory, ignore_errors=True)

    def keep(self, unit, kind, text, failed):
        self.kinds[kind] += 1
        directory = self.arguments.work / "failures" / f"{self.arguments.seed}-{unit.number}"
        shutil.rmtree(directory, ignore_errors=True)
        batch = Batch([unit], directory, failed.turn)
        batch.write(True)
        batch.write(False)
        (directory / "failure").write_text(f"{kind}\n{text}\n")
        lines = [line for line in text.splitlines() if "error" in line or "ERROR" in line or "status" in line] or text.splitlines()[:1]
        print(f"FAILED: unit {unit.number}: {kind}: {' | '.join(lines[:2])[:200]}", flush=True)
        self.failures.append((unit, kind, text))
        if len(self.failures) <= self.arguments.reduce:
            small = Batch([unit], self.arguments.work / f"reduce-{os.getpid()}", failed.turn)
            reduce.reduced(small, failed.step, kind, text, Breach)
            small.texts, small.directory = {}, directory
            small.write(True)
            small.write(False)

    def report(self, seconds):
        print(f"seed {self.arguments.seed}: {self.units} units, {self.functions} functions, {seconds:.0f} s; "
              f"{len(self.constructs)} constructs, {len(self.pairs)} pairs of them; "
              + (", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items())) or "no difference"))
        if self.arguments.table:
            for kind, count in sorted(self.constructs.items()):
                inner = sorted(name for around, name in self.pairs if around == kind)
                print(f"{kind} {count}: {' '.join(inner)}")
            missing = self.missing()
            print(f"\nnot reached, {len(missing)} pairs:")
            for kind in sorted({around for around, _ in missing}):
                print(f"{kind}: {' '.join(name for around, name in missing if around == kind)}")
        return 1 if self.failures else 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--functions", type=int, default=10**9, metavar="N", help="stop when there were so many")
    parser.add_argument("--seconds", type=float, help="begin no file later than this; 120 if there is no --functions")
    parser.add_argument("--unit", type=int, metavar="U", help="that one alone, thoroughly")
    parser.add_argument("--batch", type=int, default=30, metavar="N", help="units in a file")
    parser.add_argument("--without", default="", metavar="K,K")
    parser.add_argument("--known", action="store_true", help="without what dense/known.txt lists")
    parser.add_argument("--reduce", type=int, default=0, metavar="N", help="make the first N failures small")
    parser.add_argument("--order", type=int, nargs="?", const=200, metavar="N", help="N functions that depend on the order of evaluation")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--work", type=pathlib.Path, default=run.ROOT / "build/dense")
    arguments = parser.parse_args()
    arguments.without = set(filter(None, arguments.without.split(",")))
    if arguments.known:
        lines = (run.HERE / "dense/known.txt").read_text().splitlines()
        arguments.without |= {line.split()[0] for line in lines if line and line[0] != "#"}
    arguments.work = arguments.work.resolve()
    if arguments.seed is None:
        arguments.seed = int.from_bytes(os.urandom(4), "little")
    if arguments.seconds is None:
        arguments.seconds = 120 if arguments.functions == 10**9 else 10**9
    return arguments


def main():
    arguments = parse_arguments()
    tester, begin = Tester(arguments), time.monotonic()
    print(f"seed {arguments.seed}", flush=True)
    if arguments.order:
        return 1 if order.main(arguments.seed, arguments.order, arguments.work) else 0
    if arguments.unit is not None:
        print(Unit(arguments.seed, arguments.unit, arguments.without).text(Writer, False)[0])
        tester.batch([arguments.unit], arguments.unit // arguments.batch)
        return tester.report(time.monotonic() - begin)
    turn = 0
    while tester.functions < arguments.functions and time.monotonic() - begin < arguments.seconds:
        tester.batch(range(turn * arguments.batch, (turn + 1) * arguments.batch), turn)
        turn += 1
    return tester.report(time.monotonic() - begin)


if __name__ == "__main__":
    sys.exit(main())
