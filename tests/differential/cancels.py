#!/usr/bin/env python3
"""
cancels.py - random programs whose tasks are cancelled, compared with CPython's asyncio, event by event.

    cancels.py                      a minute of them, of a new seed, which is printed
    cancels.py --seed S --programs N
    cancels.py --seed S --program P prints it in both languages, and compares it alone

dense/cancels.py says what is in them. Some are one file, translated without suspension points, since those would change
the order; it is compiled by gcc and clang in turn, each third file with ASan and UBSan. What differs is kept in
WORK/cancels/SEED-PROGRAM and made small: a statement goes, or gives way to what is in it, as long as they differ.
"""
import argparse
import os
import pathlib
import shutil
import sys
import time

import run
from dense import cancels

SANITIZED = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]
COMPILERS = [(run.GCC, ["-O2"]), (run.CLANG, ["-O0"]), (run.CLANG, SANITIZED), (run.CLANG, ["-O2"]), (run.GCC, ["-O0"]), (run.GCC, SANITIZED)]


def parts(output):
    """{a program's number: what it said}"""
    found = {}
    for text in output.split("program ")[1:]:
        number, _, events = text.partition("\n")
        found[int(number)] = events
    return found


def said_by_python(programs, directory):
    (directory / "twin.py").write_text(cancels.python_text(programs))
    status, stdout, stderr = run.call([sys.executable, str(directory / "twin.py"), *(str(p.number) for p in programs)], timeout=120)
    if status != 0:
        sys.exit(f"{directory}/twin.py: status {status}\n{stderr.decode(errors='replace')[-2000:]}")
    return parts(stdout.decode())


def said_by_c(programs, directory, turn):
    """What they said, or {-1: why there is nothing}."""
    compiler, flags = COMPILERS[turn % len(COMPILERS)]
    path = str(directory / "cancels")
    (directory / "cancels.c").write_text(cancels.c_text(programs))
    for command in ([run.ASYNCC, "--verify", "-w", "-std=gnu17", f"-I{run.INCLUDE}", path + ".c", "-o", path + ".out.c"],
                    [compiler, "-w", "-std=gnu17", *flags, f"-I{run.INCLUDE}", path + ".out.c", run.LIBRARY, "-luv", "-lpthread", "-ldl",
                     "-lm", "-o", path]):
        status, _, stderr = run.call(command, timeout=300)
        if status != 0:
            return {-1: f"{' '.join(command)}: status {status}\n{stderr.decode(errors='replace')[:3000]}"}
    said = {}
    for program in programs:
        status, stdout, stderr = run.call([path, str(program.number)], timeout=30, environment={
            "ASYNCC_SUSPEND": "never", "ASAN_OPTIONS": "detect_stack_use_after_return=1:detect_leaks=0"})
        end = "" if status == 0 else f"status {status}\n{stderr.decode(errors='replace')[:3000]}"
        said[program.number] = parts(stdout.decode()).get(program.number, "") + end
    return said


def differ(programs, directory, turn):
    """[(program, what Python said, what C said)]"""
    expected, got = said_by_python(programs, directory), said_by_c(programs, directory, turn)
    if -1 in got and len(programs) > 1:
        return [failure for program in programs for failure in differ([program], directory, turn)]
    return [(p, expected[p.number], got.get(p.number, got.get(-1))) for p in programs if expected[p.number] != got.get(p.number)]


def lists(statements):
    yield statements
    for statement in list(statements):
        for block in statement.blocks:
            yield from lists(block)


def reduced(program, directory, turn, seconds=120):
    """Makes it small, as long as the two differ."""
    end, changed = time.monotonic() + seconds, True
    while changed and time.monotonic() < end:
        changed = False
        for statements in [block for function in program.functions for block in lists(function)]:
            for k in range(len(statements) - 1, -1, -1):
                old = list(statements)
                for other in ([], *statements[k].blocks):
                    statements[k:k + 1] = other
                    if time.monotonic() < end and differ([program], directory, turn):
                        changed = True
                        break
                    statements[:] = old


def keep(arguments, failure, directory, turn):
    program, expected, got = failure
    kept = arguments.work / "cancels" / f"{arguments.seed}-{program.number}"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    print(f"FAILED: program {program.number}: {got.splitlines()[0] if got else 'nothing'}; kept in {kept}", flush=True)
    if arguments.reduce:
        reduced(program, directory, turn)
        _, expected, got = (differ([program], directory, turn) or [failure])[0]
    for name, text in (("cancels.c", cancels.c_text([program])), ("twin.py", cancels.python_text([program])), ("expected", expected), ("got", got)):
        (kept / name).write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "little"))
    parser.add_argument("--programs", type=int, default=None, metavar="N")
    parser.add_argument("--program", type=int, metavar="P", help="that one alone")
    parser.add_argument("--seconds", type=float, help="begin no file later than this; 60 if there is no --programs")
    parser.add_argument("--batch", type=int, default=40, metavar="N", help="programs in a file")
    parser.add_argument("--reduce", action="store_true", help="make what fails small")
    parser.add_argument("--work", type=pathlib.Path, default=run.ROOT / "build/dense")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    begin, failed, done, turn, events = time.monotonic(), 0, 0, 0, 0
    most = arguments.programs or 10**9
    seconds = arguments.seconds or (10**9 if arguments.programs else 60)
    directory = arguments.work.resolve() / f"cancels-{os.getpid()}"
    directory.mkdir(parents=True, exist_ok=True)
    arguments.work = arguments.work.resolve()
    if arguments.program is not None:
        turn, most = arguments.program // arguments.batch, 1
    while done < most and time.monotonic() - begin < seconds:
        first = turn * arguments.batch
        numbers = [arguments.program] if arguments.program is not None else range(first, first + min(arguments.batch, most - done))
        programs = [cancels.Program(arguments.seed, number) for number in numbers]
        if arguments.program is not None:
            print(cancels.C(programs[0]).text + cancels.Python(programs[0]).text)
        for failure in differ(programs, directory, turn):
            keep(arguments, failure, directory, turn)
            failed += 1
        done, turn, events = done + len(programs), turn + 1, events + sum(len(program.kinds) for program in programs)
    shutil.rmtree(directory, ignore_errors=True)
    print(f"seed {arguments.seed}: {done} programs, {events} statements, {time.monotonic() - begin:.0f} s; {failed or 'no'} difference{'s' * (failed > 1)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
