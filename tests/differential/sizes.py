#!/usr/bin/env python3
"""
sizes.py - each construct n times and 2n times: what the translator needs must not grow faster than the text.

    sizes.py [--size N] [NAME ...]      all constructs, or these; N times instead of what each has

Measured are the bytes of the output, without what its lines are indented by, the peak of memory and the CPU time of the
translator. The ratio of 2n to n may be that of n log n with some slack; bytes are exact (of what is refused: those of the
messages), memory is counted above that of an empty file, and times that are too short to say anything are not looked at.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ASYNCC = os.environ.get("ASYNCC") or str(ROOT / "build/bin/asyncc")
INCLUDE = os.environ.get("ASYNCC_INCLUDE") or str(ROOT / "runtime/include")
BYTES, MEMORY, TIME = 2.2, 2.9, 2.9
SHORT, FEW, ENDLESS = 0.15, 4 << 20, 30
HEAD = """#include <asyncc.h>
struct s { unsigned a; };
async unsigned f(unsigned v);
async unsigned g2(unsigned v, unsigned w);
unsigned plain(const unsigned *p);
void use(void *p);
"""
SHAPES = {}


def shape(count, check="--no-verify", refused=False):
    """A construct by the name of its function; so many of it, and twice as many, are measured."""
    def add(function):
        SHAPES[function.__name__] = (count, function, check, refused)
        return function
    return add


def body(text, before=""):
    return HEAD + before + "async unsigned g(unsigned x)" + "\n{\nunsigned r = 0;\n" + text + "\nreturn r;\n}\n"


def many(n, text):
    return "".join(text.replace("@", str(k)) for k in range(n))


def nested(n, before, inside, after):
    return many(n, before) + inside + after * n


@shape(0)
def empty(n):
    return body("")


@shape(1000)
def awaits_in_a_row(n):
    return body(many(n, "r += await f(@);\n"))


@shape(1000)
def sum_of_awaits(n):
    return body("r = " + " + ".join(f"await f({k})" for k in range(n)) + ";\n")


@shape(4000)
def sum_behind_an_await(n):
    return body("unsigned a[9]; use(a); r = await f(1)" + "".join(f" + a[{k % 9}]" for k in range(n)) + ";\n")


@shape(200)
def items_of_items(n):
    return body("await gather(" + ", ".join(f"timeout({k}, race(r = f({k}), gather(f({k}), f(2))))" for k in range(n)) + ");\n")


@shape(400)
def sum_of_numbers(n):
    return body("double s = " + " + ".join(f"({k % 3}.0 + await f({k}))" for k in range(n)) + ";\nr = s;\n")


@shape(1000)
def arguments_that_await(n):
    return body("static const unsigned *p; unsigned a[] = { " + ", ".join(f"await f({k})" for k in range(n)) + " }; p = a; r = plain(p);\n")


@shape(400)
def logical_of_awaits(n):
    return body("r = " + " && ".join(f"await f({k})" for k in range(n)) + ";\n")


@shape(100)
def conditionals_nested(n):
    return body("r = " + nested(n, "await f(@) ? 1u : (", "2u", ")") + ";\n")


@shape(100)
def conditionals_nested_left(n):
    return body("r = " + "(" * n + "x" + many(n, " ? await f(@) : 2u)") + ";\n")


@shape(100)
def short_conditionals_nested(n):
    return body("r = " + "(" * n + "x" + many(n, " ?: await f(@))") + ";\n")


@shape(400)
def commas(n):
    return body("r = (" + ", ".join(f"await f({k})" for k in range(n)) + ");\n")


@shape(100)
def calls_nested(n):
    return body("r = " + nested(n, "await f(", "x", ")") + ";\n")


@shape(120)
def parentheses(n):
    return body("r = " + nested(n, "(", "await f(x)", ")") + " + await f(1);\n")


@shape(60)
def statement_expressions_nested(n):
    return body("r = " + nested(n, "({ unsigned t@ = await f(1); t@ + ", "x", "; })") + ";\n")


@shape(60)
def statement_expressions_one_name(n):
    return body("r = " + nested(n, "({ unsigned t = await f(1); t + ", "x", "; })") + ";\n")


@shape(60)
def blocks_nested_one_name(n):
    return body(nested(n, "{ unsigned i = await f(x);\n", "r += await f(1);", " r += i; }\n"))


@shape(60)
def loops_nested_one_name(n):
    return body(nested(n, "for (unsigned i = 0; i < 1; i++) {\n", "r += await f(1);", "}\n"))


@shape(60)
def loops_nested(n):
    return body(nested(n, "for (unsigned i@ = 0; i@ < 1; i@++) {\n", "r += await f(1);", "}\n"))


@shape(100)
def ifs_nested(n):
    return body(nested(n, "if (await f(@)) {\n", "r += await f(1);", "}\n"))


@shape(400)
def else_ifs(n):
    return body(many(min(n, 100), "if (await f(@)) r++; else ") + "r--;" + many(n, "if (await f(@)) r++;\n"))


@shape(500)
def loops_in_a_row(n):
    return body(many(n, "for (unsigned i = 0; i < x; i++) r += await f(i);\n"))


@shape(500)
def blocks_in_a_row_one_name(n):
    return body(many(n, "{ unsigned i = x; r += await f(@); r += i; }\n"))


@shape(1000)
def locals_alive(n):
    return body(many(n, "unsigned i@ = await f(@);\n") + many(n, "r += i@;\n"))


@shape(500)
def locals_alive_once(n):
    return body(many(n, "unsigned i@ = @ + x;\n") + "r = await f(1);\n" + many(n, "r += i@;\n"))


@shape(1000)
def locals_with_addresses(n):
    return body(many(n, "unsigned i@ = @; use(&i@); r += await f(@);\n"))


@shape(500)
def gather_items(n):
    return body("unsigned a[3];\nawait gather(" + ", ".join(f"a[{k % 3}] = f({k})" for k in range(n)) + ");\nr = a[0];\n")


@shape(500)
def race_items(n):
    return body("r = await race(" + ", ".join(f"f({k})" for k in range(n)) + ");\n")


@shape(300)
def gathers(n):
    return body(many(n, "{ unsigned a, b; await gather(a = f(@), b = f(x)); r += a + b; }\n"))


@shape(300)
def timeouts(n):
    return body(many(n, "{ unsigned a = 0; r += await timeout(@, a = f(@)); r += a; }\n"))


@shape(16)  # clang nests brackets 256 deep at most, of which the macro has some
def create_task_nested(n):
    return body("r = " + nested(n, "await join(create_task(f(", "x", ")))") + ";\n")


@shape(25)
def timeouts_nested(n):
    return body("unsigned a = 0;\nr = " + nested(n, "await timeout(1, a = f(", "x", "))") + ";\n")


@shape(20)
def gathers_nested(n):
    return body("unsigned a = 0;\n" + nested(n, "await gather(a = f(({ ", "", "1u; })));\n") + "r = a;\n")


@shape(6, "--verify")  # each level is named by a longer path
def items_nested(n):
    return body("unsigned a = 0;\nawait gather(" + nested(n, "gather(a = f(@), timeout(@, ", "f(x)", "))") + ");\nr = a;\n")


@shape(12)
def tasks_in_operands(n):
    return body("task(unsigned) t = " + nested(n, "create_task(f((task_unref(", "create_task(f(1))", "), 1)))") + ";\nr = await join(t);\n")


@shape(10, "--verify")
def races_nested(n):
    return body("unsigned a = 0;\nr = " + nested(n, "await race(a = f(@), join(create_task(f(", "x", "))))") + ";\n")


@shape(32, "--verify")
def records_nested(n):
    return body(nested(n, "struct { unsigned m@; ", "unsigned m; ", "} n;") + "\nn.m0 = await f(x); r = await f(n.m0) + n.m0;\n")


@shape(32, "--verify")
def records_in_sizes(n):
    return body("struct { char a[" + nested(n, "sizeof(struct { unsigned m@; char a[", "1", "]; })") + "]; } s;\n" +
                "use(&s); r = await f(x); r += s.a[0];\n")


@shape(1000)
def create_tasks(n):
    return body(many(n, "{ task(unsigned) t = create_task(f(@)); r += await join(t); }\n"))


@shape(300)
def defers(n):
    return body(many(n, "defer r += @;\n") + "r += await f(1);\n")


@shape(50)
def defers_nested(n):
    return body(nested(n, "{ defer r += @;\n", "r += await f(1);", "}\n"))


@shape(50)
def defers_nested_awaiting(n):
    return body(nested(n, "{ defer r += await f(@);\n", "r += await f(1);", "}\n"))


@shape(60)
def defers_and_returns(n):
    return body("defer r++;\n" + many(n, "if (await f(@)) return @;\n"))


@shape(500)
def cases(n):
    return body("switch (x) {\n" + many(n, "case @: r += await f(@); break;\n") + "}\n")


@shape(500)
def gotos(n):
    return body(many(n, "l@: if (await f(@)) goto l@;\n"))


@shape(500)
def local_types(n):
    return body(many(n, "struct t@ { unsigned a, b; } v@ = { x, @ }; r += await f(v@.a); r += v@.b;\n"))


@shape(500)
def local_types_one_tag(n):
    return body(many(n, "{ struct t { unsigned a, b; } v = { x, @ }; r += await f(v.a); r += v.b; }\n"))


@shape(300)
def literals(n):
    return body(many(n, "use(&(struct s){ await f(@) });\n"))


@shape(300)
def literals_kept(n):
    return body(many(n, "{ unsigned *p = (unsigned[2]){ x, @ }; r += await f(@); r += *p; }\n"))


@shape(300)
def variable_arrays(n):
    return body(many(n, "{ unsigned a[x + 1]; a[0] = @; r += await f(@); r += a[0]; }\n"))


@shape(150)
def macros_nested(n):
    return HEAD + "#define M0(v) await f(v)\n" + "".join(f"#define M{k}(v) M{k - 1}(v)\n" for k in range(1, n)) + \
        f"async unsigned g(unsigned x) {{ return M{n - 1}(x); }}\n"


@shape(300)
def macros_used(n):
    return "#define CALL(v) await f(v)\n" + body(many(n, "r += CALL(@);\n"))


@shape(300)
def functions(n):
    return HEAD + many(n, "async unsigned g_@(unsigned x) { return await f(x); }\n")


@shape(3000)
def functions_that_move_types(n):
    return HEAD + many(n, "async unsigned g_@(unsigned x) { struct p { unsigned a; } p = { x }; return await f(p.a); }\n")


@shape(3000)
def functions_that_shadow(n):
    return HEAD + many(n, "async unsigned g_@(unsigned x) { unsigned r = x; { unsigned x = 2; r += await f(x); } return r; }\n")


@shape(3000)
def functions_with_conditions(n):
    return HEAD + many(n, "async unsigned g_@(unsigned x)\n{\n#if defined(ODD)\n    x++;\n#endif\n    return await f(x);\n}\n")


@shape(3000)
def functions_with_macros(n):
    return HEAD + "#define KEEP(v) do { x += await f(v); plain(&x); } while (0)\n" + \
        many(n, "async unsigned g_@(unsigned x) { unsigned a[sizeof(int)] = { x }; KEEP(@); return a[x & 3]; }\n")


@shape(300)
def functions_in_a_chain(n):
    chain = "static async unsigned h0(unsigned x) { return await f(x); }\n" + "".join(
        f"static async unsigned h{k}(unsigned x) {{ return await h{k - 1}(x) + 1; }}\n" for k in range(1, n))
    return body(f"r = await h{n - 1}(x);\n", chain)


@shape(300)
def callees_of_one(n):
    return body(many(n, "r += await h@(x);\n"), many(n, "static async unsigned h@(unsigned x) { return await f(x); }\n"))


@shape(500)
def parameters(n):
    names = ", ".join(f"unsigned p{k}" for k in range(n))
    return HEAD + f"async unsigned g({names}) {{ unsigned r = await f(1); " + many(n, "r += p@; ") + "return r; }\n"


@shape(600)
def plain_statements(n):
    return body("r = await f(1);\n" + many(n, "r = r * 3u + @;\n"))


@shape(300)
def shadowed_in_defers(n):
    return body(many(n, "{ defer r += x; unsigned x = @; r += await f(x); }\n"))


@shape(2000, refused=True)
def reserved_names(n):
    return body("", many(n, "int asyncc_name_@;\n"))


class Cost:
    def __init__(self, name, n, directory):
        source, output = os.path.join(directory, "in.c"), os.path.join(directory, "out.c")
        pathlib.Path(source).write_text(SHAPES[name][1](n))
        child = subprocess.Popen([ASYNCC, SHAPES[name][2], "-w", "-fbracket-depth=100000", f"-I{INCLUDE}", source, "-o", output],
                                 stderr=subprocess.PIPE, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (ENDLESS, ENDLESS)))
        self.message = child.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.status, self.time, self.memory = child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10
        self.is_wrong = self.status != SHAPES[name][3]
        text = open(output, "rb") if self.status == 0 else self.message.encode().splitlines(True)
        self.bytes = sum(len(line.lstrip()) for line in text)


def verdict(name, n, base, directory):
    """(what is wrong, what was measured)"""
    once, twice = Cost(name, n, directory), Cost(name, 2 * n, directory)
    if once.is_wrong or twice.is_wrong:
        failed = once if once.is_wrong else twice
        return f"status {failed.status}: {failed.message[:200]}", ""
    ratios = ((twice.bytes - base.bytes) / (once.bytes - base.bytes),
              max(twice.memory - base.memory, 1) / max(once.memory - base.memory, FEW),
              max(twice.time - base.time, 0) / max(once.time - base.time, SHORT))
    allowed = zip(("bytes", "memory", "time"), ratios, (BYTES, MEMORY, TIME))
    wrong = [f"{what} grow {ratio:.2f} times, {most} allowed" for what, ratio, most in allowed if ratio > most]
    return ", ".join(wrong), (f"n = {n}: {once.bytes} and {twice.bytes} bytes ({ratios[0]:.2f}), {once.memory >> 20} and {twice.memory >> 20} MiB, "
                              f"{once.time:.2f} and {twice.time:.2f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int)
    arguments = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as directory:
        base = Cost("empty", 0, directory)
        for name in arguments.names or [name for name in SHAPES if name != "empty"]:
            for _ in range(4): # a time may be another process's fault, and how much memory is resident the kernel's
                wrong, measured = verdict(name, arguments.size or SHAPES[name][0], base, directory)
                if not wrong.startswith(("time", "memory")):
                    break
            failed += bool(wrong)
            print(f"{'FAILED: ' if wrong else ''}{name}: {wrong + '; ' if wrong else ''}{measured}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
