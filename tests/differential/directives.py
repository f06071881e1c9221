#!/usr/bin/env python3
"""
directives.py - each kind of preprocessing directive in each place of an async function, against the serial program.

    directives.py                   a hundred pairs of a new seed, which is printed
    directives.py --seed S --pairs N
    directives.py --all             all of them
    directives.py --show KIND PLACE prints the program

Behind the function the program says what the directives of its text have made of the macros, of the packing of records, and of the
line. Serial and async program are compiled by the same compiler, gcc or clang in turn, or each by both with --all: what
the compiler refuses of the serial program is passed over; of the async one the translator may refuse it, in one line
and in the line of the directive; what it takes has to print the same, in each of the modes.
"""
import argparse
import os
import pathlib
import random
import sys

import run

FILES = {
    "list.def": "X(1) X(2)\n#undef X\n#define made 8\n",
    "items.def": "X(4) X(5)\n#undef X\n",
    "say.def": "#define made 8\n#undef sq\n#define sq 6\n",
    "outer.def": '#include "say.def"\n',
    "push.def": '#pragma push_macro("sq")\n#undef sq\n#define sq 4\n',
}
KINDS = {
    "define": "#define made 7",
    "define_lines": "#define made \\\n    7",
    "define_call": "#define made (plus(6))\n#define plus(x) ((x) + 1)",
    "undef": "#undef sq",
    "again": "#undef sq\n#define sq 9",
    "undefined_again": "#define made 7\n#undef made\n#define made 8",
    "push": '#pragma push_macro("sq")\n#undef sq\n#define sq 4',
    "push_operator": '_Pragma("push_macro(\\"sq\\")")\n#undef sq\n#define sq 4',
    "push_other": '#pragma push_macro("keep")',
    "push_and_pop": '#pragma push_macro("sq")\n#undef sq\n#define sq 4\n#pragma pop_macro("sq")',
    "include": '#define X(n) + n\n#include "list.def"',
    "include_items": '#define X(n) n,\n#include "items.def"',
    "include_none": '#define X(n)\n#include "list.def"',
    "include_says": '#include "say.def"',
    "include_nested": '#include "outer.def"',
    "include_pushes": '#include "push.def"',
    "pack": "#pragma pack(1)",
    "pack_push": "#pragma pack(push, 1)",
    "pack_operator": '_Pragma("pack(1)")',
    "diagnostic": '#pragma GCC diagnostic ignored "-Wunused"',
    "if": "#if sq == 3\n#define made 1\n#else\n#define made 2\n#endif",
    "ifdef_behind": "#undef sq\n#ifdef sq\n#define made 4\n#else\n#define made 5\n#endif",
    "line": "#line 500",
    "poison": "#pragma GCC poison nothing_here",
    "optimize": '#pragma GCC optimize ("O1")',
    "weak": "#pragma weak say",
    "visibility": "#pragma GCC visibility push(hidden)",
    "ident": '#ident "x"',
    "null": "#",
}
PLACES = {
    "prototype": "async int t(int a,\n%s\n int b);\nasync int t(int a, int b) { return await f(a + b) + keep; }",
    "head": "static async int t(int a,\n%s\n int b) { return await f(a + b) + keep; }",
    "behind_async": "static async\n%s\n int t(int a, int b) { return await f(a) + keep + b; }",
    "brace": "static async int t(int a, int b)\n%s\n { return await f(a) + keep + b; }",
    "first": "static async int t(int a, int b) {\n%s\n return await f(a) + b; }",
    "last": "static async int t(int a, int b) { a = await f(a); return a + b;\n%s\n }",
    "between": "static async int t(int a, int b) { a += await f(1);\n%s\n a += await f(2); return a + b; }",
    "behind_operator": "static async int t(int a, int b) { a += await f(1); _Pragma(\"GCC diagnostic push\")\n%s\n a += await f(2); return a + b; }",
    "inner_block": "static async int t(int a, int b) { for (;;) { if (await f(a)) {\n%s\n a += await f(4); } break; } return a + b; }",
    "first_argument": "static async int t(int a, int b) { return await g(\n%s\n a, await f(1)) + keep + b; }",
    "argument": "static async int t(int a, int b) { return await g(a,\n%s\n await f(keep)) + b; }",
    "plain_argument": "static async int t(int a, int b) { return await g(a,\n%s\n 1) + keep + b; }",
    "plain_gather": "static async int t(int a, int b) { int c, d; await gather(c = g(a,\n%s\n 1), d = f(3)); return b * c + d; }",
    "plain_task": "static async int t(int a, int b) { task(int) c = create_task(g(\n%s\n a, keep)); return b + await join(c); }",
    "plain_index": "static async int t(int a, int b) { int all[9] = { 1 }; all[a\n%s\n ] = await f(b); return all[2] + all[0]; }",
    "plain_defer": "static async int t(int a, int b) { defer printf(\"%%d\\n\",\n%s\n a); return await f(a) + b; }",
    "defer_block": "static async int t(int a, int b) { defer {\n%s\n a = await f(b); b += a; } return await f(a) + b; }",
    "behind_defer": "static async int t(int a, int b) { defer {\n#undef sq\n#define sq 11\n a = await f(b); }\n%s\n return await f(a) + b; }",
    "plain_loop": "static async int t(int a, int b) { for (int i = 0; i <\n%s\n 3; i++) b += await f(a); return a + b; }",
    "plain_sum": "static async int t(int a, int b) { return await f(a) + (b +\n%s\n keep); }",
    "plain_return": "static async int t(int a, int b) { if (a > 100) return a +\n%s\n b; return await f(a) + b; }",
    "condition": "static async int t(int a, int b) { if (a\n%s\n && await f(a)) a = 9; return a + b; }",
    "while": "static async int t(int a, int b) { while (a < 9\n%s\n && await f(a)) a++; return a + b; }",
    "do": "static async int t(int a, int b) { do a += await f(1);\n%s\n while (a < 5); return a + b; }",
    "for": "static async int t(int a, int b) { for (int i = 0;\n%s\n i < await f(3); i++) a += i; return a + b; }",
    "else": "static async int t(int a, int b) { if (await f(0)) a = 1;\n%s\n else a = await f(8); return a + b; }",
    "case": "static async int t(int a, int b) { switch (await f(a)) {\n%s\n case 2: return await f(5); default: return b; } }",
    "label": "static async int t(int a, int b) { again:\n%s\n if (await f(a++) < 5) goto again; return a + b; }",
    "list": "static async int t(int a, int b) { int all[] = { await f(1),\n%s\n 2 }; return all[0] + all[1] + a + b; }",
    "declarators": "static async int t(int a, int b) { int c = await f(a),\n%s\n d = await f(keep); return b * c + d; }",
    "specifiers": "static async int t(int a, int b) { const\n%s\n int c = await f(a); return b + c; }",
    "initialiser": "static async int t(int a, int b) { int c\n%s\n = await f(a); return b + c; }",
    "cast": "static async int t(int a, int b) { return b + (int)\n%s\n await f(a); }",
    "gather": "static async int t(int a, int b) { int c, d; await gather(c = f(a),\n%s\n d = f(3)); return b * c + d; }",
    "timeout": "static async int t(int a, int b) { int c; await timeout(5,\n%s\n c = f(a)); return b + c; }",
    "task": "static async int t(int a, int b) { task(int) c = create_task(\n%s\n f(a)); return b + await join(c); }",
    "return": "static async int t(int a, int b) { return\n%s\n await f(a) + b; }",
    "expression_block": "static async int t(int a, int b) { return await f(({ int c = await f(a);\n%s\n b + c + keep; })); }",
    "amid_expression_block": "static async int t(int a, int b) { return await f(({ int c = await f(a\n%s\n + 1); b + c; })); }",
    "semicolon": "static async int t(int a, int b) { a = await f(a)\n%s\n ; return a + b; }",
    "plain_statement": "static async int t(int a, int b) { a = a +\n%s\n 1; return await f(a) + keep + b; }",
    "local_type": "static async int t(int a, int b) { struct s {\n%s\n int x; } v = { await f(a) }; return v.x + b; }",
    "condition_behind": "static async int t(int a, int b) { a = b +\n%s\n await f(a);\n#ifdef made\n a += 100;\n#endif\n return a; }",
}
BEFORE = """#include <asyncc.h>
#include <stdio.h>
#define sq 3
#define keep 5
static async int f(int x) { await async_yield(); return x; }
static async int g(int x, int y) { await async_yield(); return x * 10 + y; }
"""
BEHIND = """
struct probe { char c; int i; };
#ifndef sq
#define sq -1
#endif
#ifdef made
#define MADE made
#else
#define MADE -2
#endif
#ifdef X
#define HAS_X 1
#else
#define HAS_X 0
#endif
int say(void) { return printf("%d %d %d %d %d\\n", sq, MADE, (int)sizeof(struct probe), keep, HAS_X); }
#pragma pop_macro("keep")
#pragma pop_macro("sq")
#ifndef sq
#define sq -3
#endif
int say_popped(void) { return printf("%d %d\\n", sq, keep); }
async int main(void) { printf("%d\\n", await t(2, 3)); say(); return say_popped() < 0; }
"""


def program(kind, place):
    return BEFORE + PLACES[place] % KINDS[kind] + BEHIND


def compiled(compiler, source, program, *flags):
    status, _, stderr = run.call([compiler, "-w", "-std=gnu17", *flags, f"-I{run.INCLUDE}", str(source), run.LIBRARY, "-luv",
                                  "-lpthread", "-ldl", "-o", str(program)])
    return status == 0, stderr.decode(errors="replace")


def check(kind, place, compiler, work):
    """None, or what is wrong; "refused" and "passed over" are right."""
    text = program(kind, place)
    source, serial, translation, output = work / "directives.c", work / "serial", work / "translation.c", work / "program"
    source.write_text(text)
    if not compiled(compiler, source, serial, "-DASYNCC_SERIAL")[0]:
        return "passed over"
    _, expected, _ = run.call([str(serial)])
    status, _, stderr = run.call([run.ASYNCC, f"--cc={compiler}", "-w", "-std=gnu17", f"-I{run.INCLUDE}", str(source), "-o",
                                  str(translation)])
    message = stderr.decode(errors="replace")
    if status == 1 and "internal error" not in message and message.startswith(f"{source}:"):
        return "refused"
    if status != 0:
        return f"status {status}\n{message}"
    good, stderr = compiled(compiler, translation, output)
    if not good:
        return f"does not compile\n{stderr}"
    for mode in ("never", "always"):
        _, stdout, _ = run.call([str(output)], environment={"ASYNCC_SUSPEND": mode})
        if stdout != expected:
            return f"{mode}: {stdout.decode(errors='replace')}\nexpected: {expected.decode(errors='replace')}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--pairs", type=int, default=100, metavar="N")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show", nargs=2, metavar=("KIND", "PLACE"))
    parser.add_argument("--work", type=pathlib.Path, default=run.ROOT / "build/directives")
    arguments = parser.parse_args()
    if arguments.show:
        print(program(*arguments.show), end="")
        return 0
    seed = int.from_bytes(os.urandom(4), "little") if arguments.seed is None else arguments.seed
    arguments.work.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (arguments.work / name).write_text(text)
    pairs = [(kind, place, compiler) for kind in KINDS for place in PLACES for compiler in (run.GCC, run.CLANG)]
    if not arguments.all:
        pairs = random.Random(seed).sample(pairs, arguments.pairs)
        print(f"seed {seed}", flush=True)
    counts = {"same": 0, "refused": 0, "passed over": 0, "wrong": 0}
    for kind, place, compiler in pairs:
        result = check(kind, place, compiler, arguments.work)
        counts[result if result in counts else "wrong" if result else "same"] += 1
        if result and result not in counts:
            print(f"FAILED: {kind} {place} {compiler}: {result}", flush=True)
    print(f"{len(pairs)} programs: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
    return 1 if counts["wrong"] or counts["same"] < len(pairs) // 3 else 0


if __name__ == "__main__":
    sys.exit(main())
