"""
order.py - random programs that depend on the order of evaluation, in expressions that await.

Of each function two texts are made from one tree: async C, and a twin whose expressions are written out into statements, in
the order that docs/language.md gives: left to right, the right side of an assignment before its left, places like operands.
The twin leaves nothing to a compiler. What awaits must do what the twin does, by gcc and clang, with and without optimising.

Each full expression, also those in statement expressions, has an await somewhere: others are the compiler's. Operands read
and change what others do: globals, locals with and without an address, elements, members, what pointers and functions reach.
"""
import random
import shutil

import run

PRELUDE = r"""
#include <stdio.h>
#include <stdlib.h>
#ifdef TWIN
#define async
#define await
static void async_yield(void) {}
#endif

struct s { unsigned n, m[4]; };
static unsigned g0, g1, array[4], *pointer;
static volatile unsigned seen;
static struct s gs, list[4], *at;
static unsigned state(void)
{
    unsigned sum = g0 * 3u + g1 * 5u + seen * 7u + (unsigned)(pointer - array) * 11u + (unsigned)(at - list) * 13u;
    for (unsigned i = 0; i < 4; i++)
        sum = sum * 31u + array[i] + gs.m[i] + list[i].n * 3u + list[i].m[i];
    return sum * 31u + gs.n;
}
static unsigned first(unsigned v, unsigned w) { return v * 3u + w; }
static unsigned second(unsigned v, unsigned w) { return v * 5u - w; }
static unsigned (*chosen)(unsigned, unsigned);
static unsigned side(unsigned v) { g0 = g0 * 3u + v; gs.n ^= g0; return g0; }
static unsigned next(void) { return ++g1; }
static unsigned poke(unsigned *p, unsigned v) { *p = *p * 5u + v; return *p ^ g0; }
static unsigned turn(unsigned v) { pointer = &array[v & 3u]; at = &list[g1++ & 3u]; chosen = v & 1u ? first : second; return v; }
static unsigned *place(unsigned v) { g1 += v; return &array[g1 & 3u]; }
static struct s *member(unsigned v) { gs.n += v; return &list[gs.n & 3u]; }
static unsigned three(unsigned u, unsigned v, unsigned w) { return u * 7u + v * 3u + w; }
static unsigned of(unsigned u, struct s v, unsigned w) { return u * 7u + v.n * 3u + v.m[1] * 5u + w; }
static struct s changed(unsigned v) { gs.n += v; gs.m[v & 3u] ^= gs.n; return gs; }

static async unsigned same(unsigned v) { await async_yield(); return v; }
static async unsigned plain(unsigned v) { g1 = g1 * 3u + v; return g1; }
static async unsigned grow(unsigned v) { await async_yield(); g0 += v; array[v & 3u]++; return g0; }
static async unsigned sum(unsigned u, unsigned v, unsigned w) { await async_yield(); return three(u, v, w); }
static async struct s make(unsigned v) { await async_yield(); return (struct s){ v, { g0, g1 } }; }
static async unsigned within(struct s v, unsigned w) { await async_yield(); return v.n * 3u + w + v.m[0]; }
static async unsigned (*hook)(unsigned);
static unsigned rehook(unsigned v) { hook = v & 1u ? same : grow; return v * 3u; }

#define ADD(a, b) ((a) + (b))
#define FIRST_OF(a, b) ((void)(a), (b))
#define EACH side(3u) ^ g0

static void restart(unsigned seed)
{
    g0 = seed, g1 = seed * 3u + 1u, seen = 7u, pointer = &array[1], at = &list[2], chosen = first, hook = same;
    gs = (struct s){ 4u, { 1u, 2u, seed } };
    for (unsigned i = 0; i < 4; i++)
        array[i] = i + seed, list[i] = (struct s){ i * 5u, { seed, i } };
}
"""

GLOBALS = ["g0", "g1", "seen", "gs.n"]
LOCALS = ["x", "y", "z", "a"]      # a's address is given away
OPERATORS = ["+", "-", "*", "^", "&", "|"]
COMPARISONS = ["<", "==", "!=", ">="]


class Function:
    """The texts of one: `text`, and `lines` of the twin. An expression is (async text, name of its value in the twin)."""

    def __init__(self, seed, number):
        self.rng, self.number = random.Random(f"{seed}/{number}"), number
        self.lines, self.count, self.indent, self.depth, self.awaits, self.selected = [], 0, "    ", 0, 0, 0
        self.text = "".join("    " + self.statement() + "\n" for _ in range(self.rng.randint(1, 3)))

    # ---- the twin's statements ----

    def line(self, text):
        self.lines.append(self.indent + text)

    def temporary(self, value, ctype="unsigned ", name=None):
        self.count += 1
        name = name or f"t{self.count}"
        self.line(f"{ctype}{name} = {value};")
        return name

    def block(self, head, make):
        """Statements below the head; what make() returns."""
        self.line(head + " {")
        self.indent += "    "
        made = make()
        self.indent = self.indent[:-4]
        self.line("}")
        return made

    # ---- values ----

    def value(self):
        self.depth += 1
        kinds = [self.read, self.read, self.constant] if self.depth > 2 else [
            self.read, self.read, self.constant, self.increment, self.increment, self.assignment, self.compound, self.binary,
            self.binary, self.comparison, self.unary, self.logical, self.conditional, self.comma, self.call, self.call,
            self.effect, self.effect, self.awaited, self.awaited, self.through, self.statements, self.member_of,
            self.macro, self.literal, self.generic]
        made = self.rng.choice(kinds)()
        self.depth -= 1
        return made

    def constant(self):
        number = f"{self.rng.randrange(6)}u"
        return number, number

    def read(self):
        text, twin = self.place()
        return text, self.temporary(twin)

    def place(self):
        """(text, the twin's place, of which all but the object itself has been evaluated)"""
        kind = self.rng.randrange(9 if self.depth < 2 else 3)
        if kind <= 1:
            name = self.rng.choice(GLOBALS)
        elif kind == 2:
            name = self.rng.choice(LOCALS)
        if kind <= 2:
            return name, name
        if kind == 3:
            return "*pointer", f"(*{self.temporary('pointer', 'unsigned *')})"
        if kind == 4:
            return "at->n", self.temporary("at", "struct s *") + "->n"
        text, twin = self.value()
        if kind == 5:
            name = self.rng.choice(["array", "gs.m", "local"])
            return f"{name}[({text}) & 3u]", f"{name}[{twin} & 3u]"
        if kind == 6:
            pointer = self.temporary(f"place({twin})", "unsigned *")
            return f"*place({text})", f"(*{pointer})"
        if kind == 7:
            return f"member({text})->n", self.temporary(f"member({twin})", "struct s *") + "->n"
        return f"list[({text}) & 3u].n", f"list[{twin} & 3u].n"

    def increment(self):
        text, twin = self.place()
        operator = self.rng.choice(["++", "--"])
        if self.rng.random() < 0.5:
            value = self.temporary(twin)
            self.line(f"{twin}{operator};")
            return f"(({text}){operator})", value
        self.line(f"{twin}{operator};")
        return f"({operator}{text})", self.temporary(twin)

    def stored(self, operator):
        right, value = self.value()
        left, twin = self.place()
        self.line(f"{twin} {operator} {value};")
        return f"({left} {operator} {right})", self.temporary(twin)

    def assignment(self):
        return self.stored("=")

    def compound(self):
        return self.stored(self.rng.choice(OPERATORS) + "=")

    def binary(self):
        (left, a), (right, b) = self.value(), self.value()
        operator = self.rng.choice(OPERATORS)
        return f"({left} {operator} {right})", self.temporary(f"{a} {operator} {b}")

    def comparison(self):
        (left, a), (right, b) = self.value(), self.value()
        operator = self.rng.choice(COMPARISONS)
        return f"(unsigned)(({left}) {operator} ({right}))", self.temporary(f"{a} {operator} {b}")

    def unary(self):
        text, value = self.value()
        operator = self.rng.choice(["-", "~", "+", "(unsigned)!", "(unsigned)(long)"])
        return f"({operator}({text}))", self.temporary(f"{operator}{value}")

    def logical(self):
        operator = self.rng.choice(["&&", "||"])
        left, value = self.value()
        result = self.temporary(f"!!{value}")

        def other():
            right, value = self.value()
            self.line(f"{result} = !!{value};")
            return right
        right = self.block(f"if ({'!' if operator == '||' else ''}{result})", other)
        return f"(unsigned)({left} {operator} {right})", result

    def conditional(self):
        condition, value = self.value()
        result = self.temporary("0")

        def arm():
            text, value = self.value()
            self.line(f"{result} = {value};")
            return text
        yes = self.block(f"if ({value})", arm)
        no = self.block("else", arm)
        return f"({condition} ? {yes} : {no})", result

    def comma(self):
        (left, _), (right, value) = self.value(), self.value()
        return f"((void)({left}), {right})", value

    def arguments(self, count):
        made = [self.value() for _ in range(count)]
        return ", ".join(text for text, _ in made), ", ".join(value for _, value in made)

    def effect(self):
        text, value = self.value()
        name = self.rng.choice(["side({})", "turn({})", "rehook({})", "poke(&a, {})", "poke(&array[2], {})", "FIRST_OF({}, next())"])
        return name.format(text), self.temporary("next()" if "next" in name else name.format(value))

    def call(self):
        if self.rng.random() < 0.3:
            callee = self.pointer("chosen", "unsigned, unsigned")
            text, values = self.arguments(2)
            return f"chosen({text})", self.temporary(f"{callee}({values})")
        if self.rng.random() < 0.4:
            (u, a), (v, b), (w, c) = self.value(), self.struct(), self.value()
            return f"of({u}, {v}, {w})", self.temporary(f"of({a}, {b}, {c})")
        text, values = self.arguments(3)
        return f"three({text})", self.temporary(f"three({values})")

    def pointer(self, name, parameters):
        self.count += 1
        self.line(f"unsigned (*t{self.count})({parameters}) = {name};")
        return f"t{self.count}"

    def awaited(self):
        self.awaits += 1
        kind = self.rng.randrange(7)
        if kind == 5:
            text, values = self.arguments(3)
            return f"await sum({text})", self.temporary(f"sum({values})")
        if kind == 6:
            (v, a), (w, b) = self.struct(), self.value()
            return f"await within({v}, {w})", self.temporary(f"within({a}, {b})")
        name = ["same", "same", "plain", "plain", "grow"][kind]
        text, value = self.value()
        return f"await {name}({text})", self.temporary(f"{name}({value})")

    def through(self):
        if self.selected:
            return self.awaited()
        self.awaits += 1
        callee = self.pointer("hook", "unsigned")
        text, value = self.value()
        return f"await hook({text})", self.temporary(f"{callee}({value})")

    def struct(self):
        kind = self.rng.randrange(5)
        if kind == 0 or self.depth > 2:
            return "gs", self.temporary("gs", "struct s ")
        if kind == 1:
            text, values = self.arguments(3)
            literal = "(struct s){{ {}, {{ {} }} }}"
            u, v, w = values.split(", ")
            parts = self.split(text)
            return (literal.format(parts[0], ", ".join(parts[1:])), self.temporary(literal.format(u, f"{v}, {w}"), "struct s "))
        text, value = self.value()
        if kind == 2:
            return f"changed({text})", self.temporary(f"changed({value})", "struct s ")
        if kind == 3:
            return f"list[({text}) & 3u]", self.temporary(f"list[{value} & 3u]", "struct s ")
        self.awaits += 1
        return f"await make({text})", self.temporary(f"make({value})", "struct s ")

    @staticmethod
    def split(text):
        """Arguments, at the commas that are in no bracket."""
        parts, depth = [""], 0
        for character in text:
            depth += (character in "([{") - (character in ")]}")
            if character == "," and not depth:
                parts.append("")
            else:
                parts[-1] += character
        return [part.strip() for part in parts]

    def member_of(self):
        text, value = self.struct()
        return f"({text}).n", self.temporary(f"{value}.n")

    def literal(self):
        text, values = self.arguments(2)
        last, index = self.rng.choice([("1", "1"), ("0", "0")])
        name = self.temporary("{ " + values + " }", "unsigned ", f"l{self.count + 1}[2]").split("[")[0]
        return f"((unsigned[2]){{ {text} }})[{index}]", self.temporary(f"{name}[{last}]")

    def macro(self):
        if self.rng.random() < 0.3:
            a = self.temporary("side(3u)")
            b = self.temporary("g0")
            return "(EACH)", self.temporary(f"{a} ^ {b}")
        (left, a), (right, b) = self.value(), self.value()
        return f"ADD({left}, {right})", self.temporary(f"{a} + {b}")

    def generic(self):
        self.selected += 1
        text, value = self.value()
        self.selected -= 1
        return f"_Generic(g0, unsigned: {text}, int: next())", value

    def statements(self):
        """Each expression in it has an await of its own."""
        made, name = [], f"v{self.count}"
        self.count += 1
        text, value = self.full()
        self.temporary(value, "unsigned ", name)
        made.append(f"unsigned {name} = {text};")
        text, value = self.full()
        made.append(f"{text};")
        if self.rng.random() < 0.5:
            return "({ " + " ".join(made) + " })", value
        a = self.temporary(name)
        text, value = self.full()
        return "({ " + " ".join(made) + f" {name} + {text}; }})", self.temporary(f"{a} + {value}")

    # ---- statements ----

    def full(self):
        """A value with an await, before or behind."""
        before, behind = self.rng.random() < 0.5, []
        made = []
        if before:
            made.append(self.awaited())
        made.append(self.value())
        if not before or self.rng.random() < 0.3:
            made.append(self.awaited())
        (left, a), *others = made
        for right, b in others:
            operator = self.rng.choice(OPERATORS)
            left, a = f"({left} {operator} {right})", self.temporary(f"{a} {operator} {b}")
        return left, a

    def statement(self):
        kind = self.rng.randrange(8)
        if kind == 0:
            text, value = self.full()
            condition = f"if ({text})\n        hash += 7u;"
            self.line(f"if ({value}) hash += 7u;")
            return condition
        if kind == 1:
            name = f"d{self.count}"
            self.count += 1
            (one, a), (two, b), (three, c) = self.full(), self.value(), self.value()
            self.line(f"hash = hash * 3u + {a} * 5u + {b} * 7u + {c};")
            return (f"struct s {name} = {{ {one}, {{ {two}, {three} }} }};\n"
                    f"    hash = hash * 3u + {name}.n * 5u + {name}.m[0] * 7u + {name}.m[1];")
        if kind == 2:
            (text, _), (right, value), (place, twin) = self.full(), self.struct(), self.value()
            self.line(f"list[{twin} & 3u] = {value};")
            return f"list[({place}) & 3u] = ((void)({text}), {right});"
        if kind <= 5:
            right, value = self.full()
            left, twin = self.place()
            operator = self.rng.choice(["=", "=", *(o + "=" for o in OPERATORS)])
            self.line(f"{twin} {operator} {value};")
            return f"{left} {operator} {right};"
        text, value = self.full()
        self.line(f"hash = hash * 3u + {value};")
        return f"hash = hash * 3u + {text};"

    def whole(self, twin):
        body = "".join(line + "\n" for line in self.lines) if twin else self.text
        return (f"static async unsigned u{self.number}(unsigned seed)\n{{\n"
                "    unsigned x = seed, y = 2u, z = 3u, a = 4u, local[4] = { 1u, 2u, 3u, 4u }, hash = 0u;\n"
                f"    restart(seed);\n{body}"
                "    for (unsigned i = 0; i < 4; i++)\n        hash = hash * 31u + local[i];\n"
                "    return (((hash * 31u + x) * 31u + y) * 31u + z) * 31u + a + state();\n}\n")


class File:
    """Some functions, and their ways through the tools."""

    COMPILERS = [(compiler, flag) for compiler in (run.GCC, run.CLANG) for flag in ("-O0", "-O2")]

    def __init__(self, functions, directory, turn):
        self.functions, self.directory = functions, directory
        self.ways = [("plain.c", *compiler, ("never",)) for compiler in self.COMPILERS]
        self.ways.append(("suspend.c", *self.COMPILERS[turn % 4], ("always", "random:1")))
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)

    def path(self, name):
        return str(self.directory / name)

    def write(self, name, twin):
        calls = "".join(f'    printf("{f.number} %u %u\\n", await u{f.number}(1u), await u{f.number}(6u));\n' for f in self.functions)
        text = ("#define TWIN\n" if twin else "#include <asyncc.h>\n") + PRELUDE + "".join(f.whole(twin) for f in self.functions)
        (self.directory / name).write_text(text + "async int main(void)\n{\n" + calls + "    return 0;\n}\n")

    def made(self, what, command):
        status, _, stderr = run.call(command, timeout=300)
        if status != 0:
            raise SystemExit(f"FAILED: {what}: status {status}, see {self.directory}\n{stderr.decode(errors='replace')[:3000]}")

    def results(self, source, compiler, flag, libraries, mode):
        program = self.path(f"{source}.{compiler}{flag}")
        if not (self.directory / program).exists():
            self.made("compilation", [compiler, "-w", "-std=gnu17", flag, f"-I{run.INCLUDE}", self.path(source), *libraries, "-o", program])
        status, stdout, _ = run.call([program], timeout=60, environment={"ASYNCC_SUSPEND": mode})
        lines = dict(line.split(" ", 1) for line in stdout.decode().splitlines())
        return lines if status == 0 else {**lines, "status": str(status)}

    def differences(self):
        """[(function, how)]"""
        self.write("twin.c", True)
        self.write("order.c", False)
        for name, flags in (("plain.c", []), ("suspend.c", ["--suspend-points"])):
            self.made("translation", [run.ASYNCC, "--verify", *flags, "-w", "-std=gnu17", f"-I{run.INCLUDE}", self.path("order.c"), "-o", self.path(name)])
        expected = self.results("twin.c", run.CLANG, "-O0", [], "never")
        found = {}
        for source, compiler, flag, modes in self.ways:
            for mode in modes:
                lines = self.results(source, compiler, flag, [run.LIBRARY, "-luv", "-lpthread", "-ldl"], mode)
                for function in self.functions:
                    key = str(function.number)
                    if lines.get(key) != expected[key]:
                        found.setdefault(function.number, (function, f"{compiler} {flag} {source}, {mode}: {lines.get(key)}, not {expected[key]}"))
        return list(found.values())


def main(seed, count, work):
    """Prints what differs; the number of functions for which something does."""
    functions = [Function(seed, number) for number in range(count)]
    different, at_once = [], 40
    for begin in range(0, count, at_once):
        different += File(functions[begin:begin + at_once], work / f"order-{begin}", begin // at_once).differences()
    for function, how in different:
        print(f"FAILED: {function.number}: {how}\n{function.whole(False)}")
    print(f"seed {seed}: {count} functions, {sum(f.awaits for f in functions)} awaits; {len(different)} different")
    return len(different)
