"""
statements.py - statements, blocks and functions of the generated programs; each method s_KIND makes one of that kind.
"""
import random
import re

from .expressions import CALLS, EXPRESSIONS, LVALUES, Expressions
from .flow import FLOW_STATEMENTS, Flow
from .kinds import KIND_STATEMENTS, Kinds
from .scope import AWAIT_NAMES, FUNCTIONS, LABELS, TAGS, VARIABLES, WIDE, Context, Type, Variable
from .tree import Both, Node, walk

STATEMENTS = {
    "mix": 14, "expression": 8, "declare": 8, "declare_struct": 4, "declare_array": 4, "declare_pointer": 5,
    "declare_several": 3, "declare_narrow": 2, "declare_static": 1, "declare_vla": 2, "declare_function": 2,
    "literal_pointer": 4, "local_struct": 5, "local_union": 1, "local_enum": 2, "local_typedef": 2, "forward_tag": 1,
    "typeof_declare": 1, "if": 5, "for": 5, "for_several": 3, "while": 3, "do": 3, "goto_loop": 2, "forward_goto": 3,
    "switch": 4, "block": 3, "return": 2, "leave": 4, "defer": 7, "cleanup": 2, "await_void": 3, "task": 3,
    "gather_statement": 3, **KIND_STATEMENTS, **FLOW_STATEMENTS,
}
NAMES, CHUNKS = sorted({*EXPRESSIONS, *STATEMENTS, *CALLS, *LVALUES}), 12
FORMS = {"numbers": 4, "old": 2, "array": 3, "recursive": 3}
LABELLED = {"switch", "switch_ranges", "duff", "cases_in_blocks", "goto_loop", "forward_goto", "computed_goto"}
DECLARATIONS = [kind for kind in STATEMENTS if kind.startswith(("declare", "local_", "literal_p", "forward_tag", "typeof_d"))]


class Function:
    """One that is being made. Its form says what its callers give it: see Maker.function."""

    def __init__(self, name, form, is_main):
        self.name, self.form, self.labels, self.computed, self.calls = name, form, set(), False, 0
        self.is_main = is_main


class Maker(Kinds, Flow, Expressions):
    """Makes the functions of one unit."""

    def __init__(self, number, seed, without):
        self.rng, self.without, self.number = random.Random(seed), without, number
        self.fuel, self.callees, self.globals, self.defers, self.is_main = 0, [], [], 0, False
        self.parent, self.children = NAMES[number % len(NAMES)], set(NAMES[number // len(NAMES) % CHUNKS::CHUNKS])
        self.favourites = {name for names in (EXPRESSIONS, STATEMENTS, CALLS, LVALUES) for name in self.rng.sample(sorted(names), len(names) // 12 or 1)}
        self.variables = VARIABLES + AWAIT_NAMES * ("await_names" not in without) + FUNCTIONS * ("function_hidden" not in without)

    # Names

    def name(self, c, tags=False):
        pool, here = (TAGS, c.tags_here) if tags else (self.variables, c.here)
        names = [name for name in pool if name not in here]
        if "shadowing" in self.without:
            names = [name for name in names if name not in c.names and name not in c.tags]
        return self.rng.choice(names) if names else None

    def label(self, c):
        names = [name for name in LABELS if name not in c.function.labels] or [f"label{len(c.function.labels)}"]
        name = self.rng.choice(names)
        c.function.labels.add(name)
        return name

    def without_name(self, c, name):
        """Where an initialiser stands: the name means the new variable already."""
        new = c.copy(names=dict(c.names))
        new.names[name] = None
        return new

    # Blocks

    def items(self, c, count):
        """Statements of a block, which declare into it."""
        nodes = c.before = []
        for _ in range(count):
            node = self.statement(c)
            if node:
                nodes.append(node)
        return nodes

    def statement(self, c, kinds=STATEMENTS):
        if self.fuel <= 0:
            return None
        self.fuel -= 1
        role = "statement" if kinds is STATEMENTS else "statement without braces"
        for _ in range(5):
            around, kind = c.near, self.pick(kinds, c)
            c.near = kind
            node = getattr(self, "s_" + kind)(c)
            c.near = around
            if node:
                return self.role(node, role, c)
        return None

    def body(self, c, count=None, **changes):
        """A block of its own, with its braces."""
        inner = c.inner(depth=c.depth - 1, **changes)
        items = self.items(inner, count or self.rng.randrange(1, 4))
        node = Node("braces", "{\n", *items, self.mix(inner), "}\n", rank="s")
        if self.chance(0.08) and "macro_block" not in self.without:
            node = Node("macro_block", node, rank="s")
        return node

    def mix(self, c):
        if c.own.get(c.function.hash) is not True:
            return Node("nothing", ";\n", rank="s")
        return Node("mix", "hash = hash * 31u + ", self.expression(c.reading([c.function.hash]).copy(depth=min(c.depth, 3))), ";\n", rank="s")

    # Statements

    def s_mix(self, c):
        return self.mix(c)

    def s_expression(self, c):
        return Node("expression", "(void)(", self.expression(c), ");\n", rank="s")

    def declared(self, c, kind, name, parts, variable):
        c.declare(name, variable)
        return Node(kind, *parts, rank="s")

    def s_declare(self, c):
        name = self.name(c)
        if not name:
            return None
        head = self.rng.choice(("unsigned", "unsigned", "volatile unsigned", "register unsigned", "__attribute__((aligned(32))) unsigned"))
        variable = Variable(name)
        variable.cells[0].address = head.endswith(" unsigned") is False or "aligned" in head
        return self.declared(c, "declare", name, [f"{head} {name} = ", self.argument(self.without_name(c, name)), ";\n"], variable)

    def s_declare_narrow(self, c):
        name = self.name(c)
        kind = self.rng.choice(("unsigned char", "unsigned short", "unsigned long long", "_Bool"))
        return name and self.declared(c, "declare_narrow", name, [f"{kind} {name} = ", self.argument(self.without_name(c, name)), ";\n"],
                                      Variable(name, kind))

    def s_declare_static(self, c):
        name = self.name(c)
        if not name or not self.is_main:
            return None
        return self.declared(c, "declare_static", name, [f"static unsigned {name} = {self.constant()};\n"], Variable(name))

    def s_declare_several(self, c):
        first, second = self.name(c), self.name(c)
        if not first or first == second:
            return None
        hidden = self.without_name(self.without_name(c, first), second)
        value, other = self.argument(hidden), self.argument(hidden)
        c.declare(first, Variable(first))
        variable = c.names[first]
        node = Node("declare_several", f"unsigned {first} = ", value, f", *{second} = &{first}, ", f"{first}{second}_[2] = {{ ", other, " };\n", rank="s")
        c.declare(second, Variable(second, kind="pointer", targets=tuple(variable.cells)))
        return node

    def s_declare_struct(self, c):
        name, kind = self.name(c), self.rng.choice([*c.types(), WIDE])
        if not name or not kind.fields or kind.name == name:
            return None
        hidden, parts = self.without_name(c, name), []
        pieces = kind.initialiser.split("%s")
        shares = hidden.split(max(1, len(pieces) - 1), self.rng)
        for k, piece in enumerate(pieces):
            parts += [piece] + ([self.argument(shares[k])] if k + 1 < len(pieces) else [])
        if kind.name == "struct wide" and self.chance(0.4):
            parts = [self.wide(hidden)]
        return self.declared(c, "declare_struct", name, [f"{kind.name} {name} = ", *parts, ";\n"],
                             Variable(name, kind.name, fields=kind.fields))

    def s_declare_array(self, c):
        name, count = self.name(c), self.rng.choice((2, 3))
        if not name:
            return None
        fields = [(f"[{k}]", "unsigned", True) for k in range(count)]
        return self.declared(c, "declare_array", name, [f"unsigned {name}[{count}] = {{ ", *self.arguments(self.without_name(c, name), 2), " };\n"],
                             Variable(name, fields=fields, element=True))

    def vla_size(self, c):
        """Or None where there can be no array: gcc takes the value of a statement expression away that has one behind a label."""
        size = Node("vla_size", "(", self.expression(c), ") % 3u + 2u")
        if c.value and any(node.kind in LABELLED for part in (*c.before, size) for node, _ in walk(part)):
            return None
        return size

    def s_declare_vla(self, c):
        name = self.name(c)
        size = name and self.vla_size(self.without_name(c, name))
        if not size:
            return None
        size = Node("vla", f"unsigned {name}[", size, f"];\nmemset({name}, 0, sizeof {name});\n", rank="s")
        c.declare(name, Variable(name, fields=[("[0]", "unsigned", True), ("[1]", "unsigned", True)], element=True))
        return size

    def s_declare_pointer(self, c):
        name, found = self.name(c), self.address(c)
        if not name or not found:
            return None
        cells, value = list(found[1]), [found[0]]
        if name in [cell.variable.name for cell in cells] or name == found[0].parts[0]:
            return None
        other = self.address(c)
        if other and self.chance(0.4) and name not in [cell.variable.name for cell in other[1]] and name != other[0].parts[0]:
            cells += other[1]
            value = [self.condition(self.without_name(c, name).reading(cells)), " ? ", found[0], " : ", other[0]]
        return self.declared(c, "declare_pointer", name, [f"unsigned *{name} = ", *value, ";\n"],
                             Variable(name, kind="pointer", targets=tuple(cells)))

    def s_declare_function(self, c):
        name = self.name(c)
        values = [f for f in ("same", "quick", "twice", "later") if f not in c.names and f != name]
        if not name or not values:
            return None
        variable = Variable(name, kind="function")
        form = self.rng.choice(("async unsigned (*{})(unsigned) = {};\n", "async unsigned (*const {})(unsigned v) = &{};\n"))
        return self.declared(c, "declare_function", name, [form.format(name, self.rng.choice(values))], variable)

    def s_literal_pointer(self, c):
        name = self.name(c)
        if not name:
            return None
        hidden = self.without_name(c, name)
        forms = [["&(unsigned){ ", self.argument(hidden), " }"], ["(unsigned[2]){ ", self.argument(hidden), " }"],
                 ["&(struct pair){ ", self.argument(hidden), ", 4u }.a"], ["(struct wide){ .r = { ", self.argument(hidden), " } }.r"],
                 ["&((struct wide){ .r = { 1u, ", self.argument(hidden), " } }).r[1]"], ["&(struct wide){ .in = { 3u, ", self.argument(hidden), " } }.in.b"],
                 [self.condition(hidden), " ? &(unsigned){ 8u } : (unsigned[2]){ ", self.argument(hidden), " }"]]
        # The object has no name; its cell is only reached through the pointer.
        variable = Variable(name, kind="pointer")
        cell = Variable("", kind="value").cells[0]
        variable.targets = (cell,)
        c.own[cell] = True
        return self.declared(c, "literal_pointer", name, [f"unsigned *{name} = ", *self.rng.choice(forms), ";\n"], variable)

    # Types

    def s_local_struct(self, c):
        tag = self.name(c, True)
        name = self.name(c)
        if not tag:
            return None
        attribute = self.rng.choice(("", "", " __attribute__((packed))", " __attribute__((aligned(16)))"))
        suffix, members, fields = self.layout("packed" in attribute)
        initialiser = "{ .a = %s, .r = { 1u, %s } }"
        form = self.rng.randrange(3)
        if form == 0 and name:
            c.declare(name, Type(name, fields, initialiser))
            return Node("local_typedef_struct" + suffix, f"typedef struct {{ {members} }}{attribute} {name};\n", rank="s")
        kind = Type(f"struct {tag}", fields, initialiser)
        c.tags[tag] = kind
        c.tags_here.add(tag)
        if form == 1 and name:
            variable = Variable(name, kind.name, fields=fields)
            pre, mid, post = initialiser.split("%s")
            values = self.arguments(self.without_name(c, name), 2)
            c.declare(name, variable)
            return Node("local_struct_with_variable" + suffix, f"struct {tag} {{ {members} }}{attribute} {name} = {pre}", values[0], mid, values[2], post, ";\n", rank="s")
        return Node("local_struct" + suffix, f"struct {tag} {{ {members} }}{attribute};\n", rank="s")

    def s_local_union(self, c):
        tag = self.name(c, True)
        if not tag:
            return None
        c.tags[tag] = Type(f"union {tag}", [(".a", "unsigned", True)], "{ %s }")
        c.tags_here.add(tag)
        return Node("local_union", f"union {tag} {{ unsigned a; unsigned char c[9]; }};\n", rank="s")

    def s_local_enum(self, c):
        name, tag = self.name(c), self.name(c, True)
        if not name or not tag:
            return None
        c.tags[tag] = None
        c.tags_here.add(tag)
        variable = Variable(name, kind="constant", ctype="enumerator")
        return self.declared(c, "local_enum", name, [f"enum {tag} {{ {name} = {self.rng.randrange(50)} }};\n"], variable)

    def s_local_typedef(self, c):
        name = self.name(c)
        if not name:
            return None
        kind = self.rng.choice(("unsigned", "unsigned char", "unsigned short"))
        c.declare(name, Type(name, [("", kind, kind == "unsigned")], "%s"))
        return Node("local_typedef", f"typedef {kind} {name};\n", rank="s")

    def s_forward_tag(self, c):
        tag = self.name(c, True)
        if not tag:
            return None
        c.tags[tag] = None
        c.tags_here.add(tag)
        return Node("forward_tag", f"struct {tag};\n", rank="s")

    def s_typeof_declare(self, c):
        name = self.name(c)
        if not name:
            return None
        hidden = self.without_name(c, name)
        form = self.rng.choice((["__typeof__(await same(", self.unevaluated(hidden), f")) {name} = "], [f"__auto_type {name} = "]))
        return self.declared(c, "typeof_declare", name, [*form, "(unsigned)(", self.expression(hidden), ");\n"], Variable(name))

    # Control

    def s_if(self, c):
        if c.depth <= 0:
            return None
        rest = [" else ", self.body(c)] if self.chance(0.4) else []
        return Node("if", "if (", self.condition(c), ") ", self.body(c), *rest, rank="s")

    def head(self, c):
        """The place of a loop's condition: nothing leaves by break there."""
        return c.copy(breaks=False, continues=False, depth=min(c.depth, 2), loops=c.loops + 1)

    def loop_name(self, c):
        return self.name(c) if c.depth > 0 and c.loops < 3 else None

    def counter(self, c, name):
        inner = c.inner()
        inner.declare(name, Variable(name, kind="constant", ctype="unsigned"))
        return inner

    def looped(self, c):
        return self.body(c, breaks=True, continues=True, loops=c.loops + 1)

    def s_for(self, c):
        name = self.loop_name(c)
        if not name:
            return None
        first = Node("for_initial", "(", self.expression(self.head(self.without_name(c, name))), ") % 2u")
        inner = self.counter(c, name)
        condition = ["(", self.expression(self.head(inner)), f", {name} < 3u)"] if self.chance(0.3) else [f"{name} < 3u && ", self.condition(self.head(inner))]
        step = ["(", self.expression(self.head(inner)), f"), {name}++"] if self.chance(0.4) else [f"{name}++"]
        return Node("for", f"for (unsigned {name} = ", first, "; ", *condition, "; ", *step, ") ", self.looped(inner), rank="s")

    def s_for_several(self, c):
        first, second = self.loop_name(c), self.name(c)
        if not first or first == second or not second:
            return None
        limit = Node("for_initial", "(", self.expression(self.head(self.without_name(self.without_name(c, first), second))), ") % 3u")
        inner = self.counter(self.counter(c, first), second)
        return Node("for_several", f"for (unsigned {first} = 0, {second} = ", limit, f"; {first} < {second}; {first}++) ",
                    self.looped(inner), rank="s")

    def s_while(self, c):
        name = self.loop_name(c)
        if not name:
            return None
        inner = self.counter(c, name)
        condition = self.condition(self.head(inner))
        return Node("while", f"{{\nunsigned {name} = 3;\nwhile ({name}-- > 0 && ", condition, ") ", self.looped(inner), "}\n", rank="s")

    def s_do(self, c):
        name = self.loop_name(c)
        if not name:
            return None
        inner = self.counter(c, name)
        body = self.looped(inner)
        return Node("do", f"{{\nunsigned {name} = 0;\ndo ", body, f"while ({name}++ < 2u && ", self.condition(self.head(inner)), ");\n}\n", rank="s")

    def s_goto_loop(self, c):
        name = self.loop_name(c)
        if not name:
            return None
        inner, label = self.counter(c, name), self.label(c)
        body = self.body(inner, loops=c.loops + 1)
        return Node("goto_loop", f"{{\nunsigned {name} = 0;\n{label}: ", body, f"if ({name}++ < 2u && ", self.condition(self.head(inner)), f") goto {label};\n}}\n", rank="s")

    def s_forward_goto(self, c):
        if c.depth <= 0:
            return None
        label = self.label(c)
        return Node("forward_goto", self.body(c, labels=(*c.labels, label)), f"{label}: ;\n", rank="s")

    def s_switch(self, c):
        if c.depth <= 0:
            return None
        parts = ["switch ((", self.expression(self.head(c)), ") % 4u) {\n"]
        for label in self.rng.sample(["case 0:", "case 1:", "case 2 ... 3:", "default:"], self.rng.randrange(1, 4)):
            parts += [label + " ", self.body(c, breaks=True), self.rng.choice(("break;\n", "break;\n", "/* fallthrough */\n"))]
        return Node("switch", *parts, "}\n", rank="s")

    def s_block(self, c):
        return self.body(c) if c.depth > 0 else None

    def s_return(self, c):
        if not c.jump:
            return None
        return Node("return", "if (", self.condition(c), ") return ", self.argument(c), ";\n", rank="s")

    def s_leave(self, c):
        ways = ["break;"] * c.breaks + ["continue;"] * c.continues + [f"goto {label};" for label in c.labels]
        if not ways:
            return None
        way = self.rng.choice(ways)
        return Node(way.split()[0].rstrip(";"), "if (", self.condition(c), f") {way}\n", rank="s")

    # What happens on the way out, and beside

    def s_defer(self, c):
        if not c.evaluated:
            return None
        self.defers += 1
        number, inner = self.defers, c.without_jumps().copy(depth=min(c.depth, 3))
        if c.depth > 0 and self.chance(0.6):
            body = self.body(inner)
        else:
            body = Node("defer_expression", "(void)(", self.expression(inner), ");\n", rank="s") if self.chance(0.5) else self.mix(inner)
        return Node("defer", Both(["defer "], [f"void D{number}_(char *p_) {{ (void)p_; "]), body,
                    Both([], [f"}} __attribute__((cleanup(D{number}_))) char V{number}_ = 0;\n"]), rank="s")

    def s_cleanup(self, c):
        name = self.name(c)
        if not name or c.own.get(c.function.hash) is not True:
            return None
        hidden = self.without_name(c, name).reading([c.function.hash])
        return self.declared(c, "cleanup", name, [f"__attribute__((cleanup(note_left))) struct note {name} = {{ &hash, ", self.argument(hidden), " };\n"],
                             Variable(name, kind="note"))

    def s_await_void(self, c):
        found = self.address(c)
        if found and self.chance(0.6):
            return Node("await_touch", "await touch(", found[0], ", ", self.argument(c.reading(found[1])), ");\n", rank="s")
        return Node("await_yield", self.rng.choice(("await async_yield();\n", "await async_sleep(0.001);\n")), rank="s")

    def s_task(self, c):
        name = self.name(c)
        if not name or c.depth <= 0:
            return None
        head = Node("create", f"task(unsigned) {name} = create_task(", self.typed_call(self.without_name(self.created(c), name)), ");\n")
        inner = c.inner(depth=c.depth - 1)
        inner.declare(name, Variable(name, kind="task"))
        items = self.items(inner, self.rng.randrange(1, 3))
        end = Node("join", f"(void)await {self.rng.choice(('join', 'shield'))}({name});\n", rank="s")
        if inner.own.get(c.function.hash) is True:
            end = Node("join", f"hash = hash * 31u + await {self.rng.choice(('join', 'shield'))}({name});\n", rank="s")
        return Node("task", "{\n", head, *items, end, "}\n", rank="s")

    def typed_call(self, c):
        return Node("task_call", "same(", self.argument(c), ")", rank="") if self.chance(0.5) else \
            Node("task_call2", "add(", *self.arguments(c, 2), ")", rank="")

    def s_gather_statement(self, c):
        parts = []
        for k, share in enumerate(c.copy(item=True, lines=False).split(self.rng.choice((1, 2, 3)), self.rng)):
            parts += [", "] * (k > 0) + [self.item(share)]
        return Node("gather_statement", "await gather(", *parts, ");\n", rank="s")

    # Functions

    def function(self, name, form, count, depth, fuel):
        """
        A function and its prototype, if it needs one. Forms: "numbers", two; "old", the same by an old head; "array", the
        second is an array whose size is said by the first; "recursive", a third says how often it may call itself.
        """
        c = Context(Function(name, form, self.is_main))
        c.depth, self.fuel = depth, fuel
        first, second = self.rng.sample(self.variables, 2)
        c.declare(first, Variable(first))
        c.latest.cells[0].address = form != "old"
        c.declare(second, self.array_parameter(c, second) if form == "array" else Variable(second))
        hash_variable = Variable("hash", kind="hash")
        c.declare("hash", hash_variable)
        c.function.hash = hash_variable.cells[0]
        head, prefix = self.head_of(name, form, first, second), ""
        if form == "recursive":
            self.callees.append(c.function)
            prefix = f"if (level == 0u)\nreturn {first} + {second} * 3u;\n"
        items = self.items(c, count)
        node = Node("function_" + form, head + f"\n{{\nunsigned hash = {first};\n{prefix}", *items, self.mix(c), "return hash;\n}\n", rank="")
        if not self.is_main and form != "recursive":
            self.callees.append(c.function)
        node.prototype = f"static async unsigned {name}();\n" if form == "old" else head + ";\n"
        return node

    def head_of(self, name, form, first, second):
        head = f"static async unsigned {name}("
        if form == "old":
            return head + f"{first}, {second})\n" + self.rng.choice((f"unsigned {first}, {second};", f"unsigned {second};\nregister unsigned {first};"))
        if form == "array":
            size = self.rng.choice((f"{first} % 2u + 1u", "static 1", "const 2", "", f"(sizeof {first} + {first}) & 3u | 1u"))
            return head + f"unsigned {first}, unsigned {second}[{size}])"
        return head + f"unsigned {first}, unsigned {second}{', unsigned level' * (form == 'recursive')})"

    def array_parameter(self, c, name):
        variable = Variable(name, kind="pointer")
        cell = Variable("").cells[0]
        variable.targets = (cell,)
        c.own[cell] = True
        return variable


class Unit:
    """A program of the generator's: the function uN, and what it calls."""

    def __init__(self, seed, number, without):
        self.number, self.seed = number, seed
        maker = Maker(number, f"{seed}:{number}", without)
        self.functions, self.globals = [], maker.globals
        for k in range(maker.rng.choice((0, 0, 1, 1, 2))):
            form = "recursive" if maker.parent == "self" else maker.pick(FORMS, Context(None))
            self.functions.append(maker.function(f"c{number}_{k}", form, 2, 3, 12))
        maker.is_main = True
        self.functions.append(maker.function(f"u{number}", "numbers", maker.rng.randrange(2, 7), 4, maker.rng.choice((12, 25, 50))))

    def nodes(self):
        for function in self.functions:
            yield from walk(function)

    @property
    def gcc_only(self):
        """Whether the twin needs gcc's nested functions."""
        return any(node.kind == "defer" for node, _ in self.nodes())

    def text(self, writer_class, twin, far=False):
        """(its text, the text of what it calls from another file, {name: text} of what it includes)."""
        writer = writer_class(twin, self.number)
        functions = [writer.text(function) for function in self.functions]
        begin = "".join(writer.macros) + "".join(f"static unsigned {name};\n" for name in self.globals)
        if not far:
            return begin + "".join(functions), "", writer.files
        outside = lambda text: re.sub(r"^static async", "async", text)
        return (begin + "".join(outside(function.prototype) for function in self.functions[:-1]) + functions[-1],
                begin + "".join(map(outside, functions[:-1])), writer.files)
