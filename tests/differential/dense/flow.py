"""
flow.py - ways of control and of text that are rarely seen: cases within blocks (Duff's device), ranges of cases, computed
goto, statements without braces, lists of macros, included files and conditions within functions and expressions.
"""
from .scope import Variable
from .tree import Node

FLOW_STATEMENTS = {
    "duff": 3, "cases_in_blocks": 3, "switch_ranges": 2, "computed_goto": 2, "unbraced": 4, "x_macro": 2,
    "x_declare": 1, "include": 2, "condition_lines": 2,
}
FLOW_EXPRESSIONS = {"condition_inside": 2, "include_inside": 1, "commas": 2}
CONDITIONS = ("#if 1", "#ifdef __GNUC__", "#if !defined(NOWHERE) && ID(1)", "#ifndef NOWHERE", "#if 0\nnothing of this (\n#elif 1")
SIMPLE = {"mix": 4, "expression": 4, "await_void": 3, "return": 2, "leave": 3, "gather_statement": 2, "if": 2, "struct_assign": 1,
          "unbraced": 1}


class Flow:
    """What needs self.rng, the statements and the expressions beside it."""

    def s_duff(self, c):
        """A loop that a switch enters in its middle. Nothing is declared where the cases stand."""
        name = self.loop_name(c)
        if not name:
            return None
        inner = self.counter(c, name)
        head = Node("switch_head", "(", self.expression(self.head(self.without_name(c, name))), ") % 3u")
        parts = [f"case {k}: " for k in self.rng.sample(range(3), 3)]
        body = []
        for part in parts:
            body += [part, self.looped(inner)]
        return Node("duff", f"{{\nunsigned {name} = 0;\nswitch (", head, ") {\n", body[0], "do {\n", *body[1:], f"}} while ({name}++ < 1u && ",
                    self.condition(self.head(inner)), ");\n}\n}\n", rank="s")

    def s_cases_in_blocks(self, c):
        if c.depth <= 0:
            return None
        head = Node("switch_head", "(", self.expression(self.head(c)), ") % 5u")
        return Node("cases_in_blocks", "switch (", head, ") {\ncase 0: {\n", self.body(c, breaks=True), "case 1: ", self.body(c, breaks=True), "}\nif (",
                    self.condition(self.head(c)), ") {\ncase 2: ", self.body(c, breaks=True), "} else default: ", self.body(c, breaks=True), "}\n", rank="s")

    def s_switch_ranges(self, c):
        if c.depth <= 0:
            return None
        cast = self.rng.choice(("(unsigned char)", "(unsigned long long)", "(int)(unsigned short)"))
        return Node("switch_ranges", f"switch ({cast}(", self.expression(self.head(c)), ")) {\ncase 0 ... 50: case 51: ", self.body(c, breaks=True),
                    self.rng.choice(("break;\n", "")), "case 52 ... 200: case 201 ... 1000: ", self.body(c, breaks=True), "}\n", rank="s")

    def s_computed_goto(self, c):
        """One in a function, as clang asks of all its labels that each could be the target."""
        if c.depth <= 0 or c.function.computed or not c.evaluated:
            return None
        c.function.computed = True
        first, second, name = self.label(c), self.label(c), f"to{self.number}"
        head = Node("computed_head", "(", self.expression(self.head(c)), ") % 2u")
        table = self.rng.choice(("static void *const", "void *const", "const void *"))
        return Node("computed_goto", f"{{\n{table} {name}[] = {{ &&{first}, &&{second} }};\ngoto *{name}[", head, f"];\n{first}: ", self.body(c),
                    f"{second}: ", self.body(c), "}\n", rank="s")

    def single(self, c):
        """A statement without braces."""
        return self.statement(c.inner(depth=c.depth - 1), {kind: weight for kind, weight in SIMPLE.items() if kind not in self.without}) or Node("nothing", ";\n", rank="s")

    def s_unbraced(self, c):
        if c.depth <= 0:
            return None
        rest = ["else ", self.single(c)] if self.chance(0.4) else []
        return Node("unbraced", "if (", self.condition(c), ") ", self.single(c), *rest, rank="s")

    # Text

    def s_x_macro(self, c):
        if c.own.get(c.function.hash) is not True:
            return None
        inner = c.reading([c.function.hash]).copy(lines=False, blocks=False, depth=min(c.depth, 2)).without_jumps()
        return Node("x_macro", "LIST(SUM, ", self.argument(inner), ")\n", rank="s")

    def s_x_declare(self, c):
        if "x1" in c.here:
            return None
        inner = c.copy(names=dict(c.names), lines=False, blocks=False, depth=min(c.depth, 2)).without_jumps()
        inner.names.update(x1=None, x2=None)
        node = Node("x_declare", "LIST(DECLARE, ", self.argument(inner), ")\n", rank="s")
        for name in ("x1", "x2"):
            c.declare(name, Variable(name))
        return node

    def s_include(self, c):
        if not c.lines or c.depth <= 0:
            return None
        return Node("include", self.body(c), rank="s")

    def s_condition_lines(self, c):
        if not c.lines or c.depth <= 0:
            return None
        return Node("condition_lines", f"\n{self.rng.choice(CONDITIONS)}\n", self.body(c), "\n#else\n", self.mix(c), "\n#endif\n", rank="s")

    def e_condition_inside(self, c):
        if not c.lines:
            return None
        other = self.unevaluated(c) if self.chance(0.3) else "7u"
        return Node("condition_inside", f"(1u +\n{self.rng.choice(CONDITIONS)}\n", self.expression(c), "\n#else\n", other, "\n#endif\n)")

    def e_include_inside(self, c):
        return Node("include", self.expression(c)) if c.lines else None

    def e_commas(self, c):
        parts = []
        for k in range(self.rng.randrange(3, 5)):
            parts += [", "] * (k > 0) + [self.argument(c)]
        return Node("commas", "(", *parts, ")")
