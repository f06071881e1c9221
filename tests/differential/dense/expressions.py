"""
expressions.py - expressions that await, in every place. All of them are of the type `unsigned`, so that nothing
overflows; each method e_KIND makes one of that kind, or None where that cannot be.
"""
from .flow import FLOW_EXPRESSIONS
from .kinds import KIND_EXPRESSIONS
from .tree import Both, Node

EXPRESSIONS = {
    "binary": 10, "shift": 2, "compare": 3, "unary": 3, "comma": 4, "conditional": 6, "elvis": 3, "logical": 4,
    "assign": 6, "increment": 3, "await": 16, "awaited_member": 2, "awaited_element": 1, "awaited_bits": 1,
    "awaited_pointer": 3, "statement_expression": 8,
    "gather": 4, "timeout": 4, "late": 2, "race": 3, "join_created": 3, "shield_created": 2, "spawn": 1,
    "created_value": 2, "plain_call": 2, "plain_call2": 2, "plain_struct": 1, "literal_member": 2, "literal_element": 1,
    "literal_decayed": 2, "literal_array": 2, "literal_address": 1, "literal_member_address": 1, "literal_awaited": 1,
    "sizeof_await": 1, "sizeof": 1, "typeof_await": 2, "alignof_await": 1, "generic": 2, "choose": 2, "expect": 1, "try": 3,
    "table": 2, "string": 1, "assert": 2, "sizeof_type": 2, "macro_pair": 1, "macro_pasted": 1, "macro_await": 2,
    "expression_macro": 3, "turned_index": 1, "overflow": 1, **KIND_EXPRESSIONS, **FLOW_EXPRESSIONS,
}
MACROS = ("macro_whole", "macro_begin", "macro_middle", "macro_end", "macro_call", "macro_argument")
CALLS = {"same": 6, "quick": 3, "later": 2, "loud": 1, "twice": 2, "narrow": 1, "big": 1, "real": 1, "add": 4,
         "sum_of": 2, "inside": 2, "pointer": 2, "callee": 4, "actor": 2, "functions": 2, "self": 1}
COMBINATORS = ("gather", "timeout", "late", "race", "join_created", "shield_created", "spawn", "created_value", "macro_pair")
# What hands its operands to a macro.
MACRO_CALLS = (*COMBINATORS, "try", "assert", "macro_await", "expression_macro", "offset")
FLOATING = ("double", "long double", "part")
# Names for what is not a construct of its own.
SWITCHES = ("combinator_in_item", "jump_in_operand", "defer_in_operand", "shadowing", "await_names", "function_hidden",
            "block_in_created", "pointer_sum", "spawn_that_awaits")
LVALUES = {"cell": 12, "pointed": 6, "chosen": 3, "indexed": 3, "by_statement": 2, "by_await": 2, "of_literal": 2,
           "by_comma": 1, "global": 1}


class Expressions:
    """What needs self.rng, self.without, self.fuel and the statements beside it."""

    def pick(self, weights, c):
        """One of the names. Each unit has favourites, and some that it puts into one of them, so that all pairs meet."""
        names = [name for name in weights if name not in self.without]
        inside = self.children if c.near == self.parent else ()
        return self.rng.choices(names, [weights[name] + 15 * (name in self.favourites) + 40 * (name == self.parent or name in inside)
                                        for name in names])[0]

    def role(self, node, role, c):
        """Marks as what it stands where it stands, and what may be there."""
        node.role, node.permits = role, c.permits()
        return node

    def chance(self, probability):
        return self.rng.random() < probability

    def constant(self):
        return str(self.rng.choice((0, 1, 2, 3, 5, 7, 100, 255, 4294967295, self.rng.randrange(1000)))) + "u"

    def leaf(self, c):
        cells = c.cells()
        pointers = [v for v in c.variables("pointer") if c.holds(v.targets, False)]
        if pointers and self.chance(0.25):
            name = self.rng.choice(pointers).name
            return Node("pointed", f"*{name}") if self.chance(0.5) else Node("pointed", f"{name}[0]")
        if cells and self.chance(0.75):
            cell = self.rng.choice(cells)
            return Node("read", cell.text if cell.type == "unsigned" else f"(unsigned){cell.text}")
        return Node("constant", self.constant())

    def wrapped(self, node, rank="e"):
        """Some of its text perhaps in a macro."""
        wraps = [kind for kind in MACROS if kind not in self.without]
        if not wraps or not self.chance(0.1):
            return node
        node = Node(self.rng.choice(wraps), node, rank=rank)
        node.seed = self.rng.random()
        return node

    def expression(self, c):
        return self.role(self.wrapped(self.role(self.bare(c), "bare expression", c)), "expression", c)

    def bare(self, c):
        if c.depth <= 0 or self.fuel <= 0:
            return self.leaf(c)
        self.fuel -= 1
        c = c.copy(depth=c.depth - 1)
        for _ in range(5):
            kind = self.pick(EXPRESSIONS, c)
            if c.item and kind in COMBINATORS and "combinator_in_item" in self.without:
                continue
            if not c.blocks and kind in ("statement_expression", "created_value", "try", "overflow"):
                continue
            node = getattr(self, "e_" + kind)(c.copy(near=kind, item=c.item or kind in COMBINATORS, lines=c.lines and kind not in MACRO_CALLS))
            if node:
                return node
        return self.leaf(c)

    def created(self, c):
        """The operand of create_task."""
        return c.copy(item=True, lines=False, blocks=c.blocks and "block_in_created" not in self.without)

    def operand_block(self, c):
        """The block of a statement expression."""
        inner = c.inner()
        inner.value = True
        if "jump_in_operand" in self.without:
            inner = inner.without_jumps()
        if "defer_in_operand" in self.without:
            inner.evaluated = False
        return inner

    def argument(self, c):
        """An operand that commas set apart: it needs no parentheses."""
        node = self.expression(c)
        if node.kind in ("binary", "conditional", "shift", "elvis", "assign"):
            node.parts = node.parts[1:-1]
        return node

    def arguments(self, c, count):
        parts = []
        for k, share in enumerate(c.split(count, self.rng)):
            parts += [", "] * (k > 0) + [self.argument(share)]
        return parts

    def condition(self, c):
        return self.role(self.bare_condition(c), "condition", c)

    def bare_condition(self, c):
        kind = self.rng.randrange(6)
        if kind == 0:
            return Node("not", "!", self.expression(c))
        if kind == 1 and "logical" not in self.without:
            return Node("logical", "(", self.condition_of(c), self.rng.choice((" && ", " || ")), self.condition_of(c), ")")
        if kind == 2:
            left, right = c.split(2, self.rng)
            return Node("compare", "(", self.expression(left), self.rng.choice((" < ", " == ", " != ", " >= ")), self.expression(right), ")")
        return Node("bit", "(", self.expression(c), f" & {self.rng.choice((1, 2, 3))}u)")

    def condition_of(self, c):
        return self.condition(c.copy(depth=c.depth - 1)) if c.depth > 0 else self.leaf(c)

    # Places

    def lvalue(self, c, kinds=LVALUES):
        """(a place to assign to, the cells that it may be); the place itself is computed without changing them."""
        for _ in range(4):
            kind = self.pick(kinds, c)
            found = getattr(self, "l_" + kind)(c.copy(near=kind, depth=min(c.depth - 1, 2)))
            if found:
                return self.role(found[0], "place", c), found[1]
        place, cells = self.l_global(c)
        return self.role(place, "place", c), cells

    def address(self, c):
        """(`&x`, its cells)"""
        cells = c.cells(write=True, address=True)
        pointers = [v for v in c.variables("pointer") if c.holds(v.targets, True)]
        if pointers and self.chance(0.3):
            pointer = self.rng.choice(pointers)
            return Node("pointer", pointer.name), list(pointer.targets)
        if not cells:
            return None
        cell = self.rng.choice(cells)
        return Node("address", "&" + cell.text), [cell]

    def l_cell(self, c):
        cells = c.cells(write=True)
        if not cells:
            return None
        cell = self.rng.choice(cells)
        return Node("cell_bits" if cell.type == "bits" else "cell", cell.text, rank=""), [cell]

    def l_pointed(self, c):
        pointers = [v for v in c.variables("pointer") if c.holds(v.targets, True)]
        if not pointers:
            return None
        pointer = self.rng.choice(pointers)
        return Node("pointed", self.rng.choice(("*{}", "{}[0]", "*({} + 0)")).format(pointer.name), rank=""), list(pointer.targets)

    def l_chosen(self, c):
        first, second = self.address(c), self.address(c)
        if not first or not second:
            return None
        cells = first[1] + second[1]
        c = c.reading(cells)
        return Node("chosen", "*(", self.condition(c), " ? ", first[0], " : ", second[0], ")", rank=""), cells

    def l_indexed(self, c):
        arrays = [v for v in c.variables("value") if v.element and c.holds(v.cells, True)]
        if not arrays:
            self.globals.append(f"g{self.number}_{len(self.globals)}[3]")
            return Node("indexed", self.globals[-1][:-3], "[", self.expression(c), " % 3u]", rank=""), []
        array = self.rng.choice(arrays)
        index = self.expression(c.reading(array.cells))
        return Node("indexed", array.name, "[", index, f" % {len(array.cells)}u]", rank=""), array.cells

    def l_by_statement(self, c):
        found = self.address(c)
        if not found or not c.blocks or "statement_expression" in self.without:
            return None
        inner = self.operand_block(c.reading(found[1]))
        # The address is computed last, so the block must not hide what it names.
        inner.here |= {cell.variable.name for cell in found[1]} | {found[0].parts[0].lstrip("&").split(".")[0].split("[")[0]}
        items = self.items(inner, 1)
        return Node("place_by_statement", "*({ ", *items, found[0], "; })", rank=""), found[1]

    def l_by_await(self, c):
        found = self.address(c)
        return found and (Node("place_by_await", "*await address(", found[0], ")", rank=""), found[1])

    def l_by_comma(self, c):
        found = self.address(c)
        return found and (Node("place_by_comma", "*(", self.expression(c.reading(found[1])), ", ", found[0], ")", rank=""), found[1])

    def l_global(self, c):
        """One that nothing else names."""
        self.globals.append(f"g{self.number}_{len(self.globals)}")
        return Node("global", self.globals[-1], rank=""), []

    def l_of_literal(self, c):
        member = self.rng.choice((".a", ".b", ".r[1]", ".in.b"))
        return Node("place_of_literal", "(struct wide){ .a = ", self.argument(c), " }" + member, rank=""), []

    # Calls

    def call(self, c, pure=False):
        return self.role(self.bare_call(c, pure), "pure call" if pure else "call", c)

    def bare_call(self, c, pure):
        """A call of an async function that gives a number. A pure one is given no address."""
        around = c
        while True:
            kind = self.pick(CALLS, around)
            c = around.copy(near=kind)
            if kind in c.names or (pure and kind == "sum_of"):
                kind = "same"
            if kind in ("same", "quick", "later", "loud", "twice", "narrow", "big", "real"):
                return Node("call", f"{kind}(", self.argument(c.copy(lines=c.lines and kind != "loud")), ")", rank="")
            if kind == "add":
                return Node("call2", "add(", *self.arguments(c, 2), ")", rank="")
            if kind == "sum_of":
                return self.call_sum(c)
            if kind == "inside":
                return Node("call_struct", "inside(", self.wide(c), ")", rank="")
            if kind == "pointer":
                return self.call_pointer(c)
            if kind in ("actor", "functions"):
                return self.call_variable(c, kind)
            callees = [f for f in self.callees if f.name not in c.names and (f is c.function) == (kind == "self")
                       and not (pure and f.form == "array")]
            if callees and c.loops < (1 if kind == "self" else 2) and (kind != "self" or c.function.calls < 2):
                c.function.calls += kind == "self"
                return self.call_callee(c, self.rng.choice(callees))

    def call_callee(self, c, callee):
        if callee.form == "array":
            found = self.address(c)
            array = [found[0]] if found and self.chance(0.6) else None
            if array:
                return Node("call_array_callee", callee.name + "(", self.argument(c.reading(found[1])), ", ", *array, ")", rank="")
            share, other = c.split(2, self.rng)
            return Node("call_array_callee", callee.name + "(", self.argument(share), ", (unsigned[3]){ ", self.argument(other), " })", rank="")
        level = {True: ", level - 1u", False: ", 2u"}[callee is c.function] if callee.form == "recursive" else ""
        return Node("call_self" if callee is c.function else "call_callee", callee.name + "(", *self.arguments(c, 2), level + ")", rank="")

    def call_variable(self, c, kind):
        """By a pointer in a struct or an array."""
        share, other = c.split(2, self.rng)
        if kind == "actor":
            actors = [v for v in c.variables("value") if v.type == "actor"]
            act = self.rng.choice(actors).act if actors and self.chance(0.7) else "player.act"
            return Node("call_actor", act + "(", self.argument(c), ")", rank="")
        arrays = c.variables("functions")
        name = self.rng.choice(arrays).name if arrays else "handlers"
        return Node("call_functions", name + "[(", self.expression(share), ") % 2u](", self.argument(other), ")", rank="")

    def call_sum(self, c):
        arrays = [v for v in c.variables("value") if v.element is True and c.holds(v.cells, True)]
        if arrays and self.chance(0.5):
            array = self.rng.choice(arrays)
            return Node("call_array", f"sum_of({array.name}, {len(array.cells)}u)", rank="")
        return Node("call_literal", "sum_of((unsigned[]){ ", *self.arguments(c, 2), " }, 2u)", rank="")

    def call_pointer(self, c):
        pointers = c.variables("function")
        share, other = c.split(2, self.rng)
        if self.chance(0.6):
            name = self.rng.choice(pointers).name if pointers else "chosen"
            return Node("call_pointer", self.rng.choice((f"{name}(", f"(*{name})(")), self.argument(c), ")", rank="")
        form = self.rng.choice((("pointers[", "]("), ("(*pointers[", "])("), ("(*(pointers + ", "))("))[:2 if "pointer_sum" in self.without else 3])
        return Node("call_table", form[0], "(", self.expression(share), ") % 3u", form[1], self.argument(other), ")", rank="")

    def wide(self, c):
        return self.role(self.bare_wide(c), "struct", c)

    def bare_wide(self, c):
        variables = [v for v in c.variables("value") if v.type == "struct wide" and c.holds(v.cells, False)]
        if variables and self.chance(0.6):
            return Node("whole_struct", self.rng.choice(variables).name, rank="")
        share, other = c.split(2, self.rng)
        if self.chance(0.4):
            return Node("awaited_struct", "await wide_of(", self.argument(share), ")", rank="")
        if self.chance(0.3):
            return Node("made_struct", "plain_make(", self.argument(share), ")", rank="")
        return Node("literal_struct", "(struct wide){ .a = ", self.argument(share), ", .r = { 1u, ", self.argument(other), " } }", rank="")

    def item(self, c, pure=False):
        """One of gather's kind: a call, and where its result goes."""
        return self.role(self.wrapped(self.role(self.bare_item(c, pure), "bare item", c), rank=""), "item", c)

    def bare_item(self, c, pure):
        if self.chance(0.2):
            found = self.address(c)
            if found and not pure:
                return Node("item_touch", "touch(", found[0], ", ", self.argument(c.reading(found[1])), ")", rank="")
        if self.chance(0.2):
            return self.call(c, pure)
        place, operand = c.split(2, self.rng)
        target, cells = self.lvalue(place)
        target.role = "" # the kind of the item says it
        operand = operand.reading(cells)
        exact = any(cell.type in FLOATING for cell in cells) # what comes out must be a number of `unsigned`
        return Node("item_" + target.kind, target, " = ", self.typed_call(operand) if exact else self.call(operand, pure), rank="")

    def loser(self, c):
        cells = c.cells(write=True)
        if cells and self.chance(0.7):
            cell = self.rng.choice(cells)
            return Node("loser", f"{cell.text} = slow({cell.text}, ", self.argument(c.reading([cell])), ")", rank="")
        return Node("loser", "slow(1u, ", self.argument(c), ")", rank="")

    def seconds(self, c):
        kind = self.rng.randrange(5)
        if kind == 0 and c.depth > 0:
            return Node("seconds", "5000 + (", self.expression(c), ") % 3u")
        macros = () if "expression_macro" in self.without else ("2500 TWICE", "ID(5000)")
        return self.rng.choice(("5000", "1e6", "(double)5000", *macros))

    # Expressions

    def e_binary(self, c):
        left, right = c.split(2, self.rng)
        return Node("binary", "(", self.expression(left), f" {self.rng.choice('+-*^&|')} ", self.expression(right), ")")

    def e_shift(self, c):
        macros = () if "expression_macro" in self.without else (" MORE", " TWICE")
        return Node("shift", "(", self.expression(c), self.rng.choice((" << 3u", " >> 2u", " % 7u", " / 3u", *macros)), ")")

    def e_compare(self, c):
        return Node("truth", "(0u + ", self.condition(c), ")")

    e_logical = e_compare

    def e_unary(self, c):
        return Node("unary", self.rng.choice(("~", "-", "+") + (() if "expression_macro" in self.without else ("NEGATIVE ", "EMPTY ~"))), self.cast(c))

    def cast(self, c):
        """Something that unary operators may stand before."""
        return Node("parenthesised", "(", self.expression(c), ")")

    def e_comma(self, c):
        return Node("comma", "(", self.argument(c), ", ", self.argument(c), ")")

    def e_conditional(self, c):
        return Node("conditional", "(", self.condition(c), " ? ", self.argument(c), " : ", self.expression(c), ")")

    def e_elvis(self, c):
        return Node("elvis", "(", self.expression(c), " ?: ", self.expression(c), ")")

    def e_assign(self, c):
        left, right = c.split(2, self.rng)
        target, cells = self.lvalue(left)
        operator = self.rng.choice((" = ", " += ", " ^= ", " *= ", " -= ", " |= ", " &= ") if cells and cells[0].type == "unsigned" else (" = ",))
        simple = cells and all(cell.type == "unsigned" for cell in cells)
        target.role += " of a number" if simple else " of another kind"
        return Node("assign" if simple else "assign_cast", "(" if simple else "(unsigned)(", target, operator,
                    self.argument(right.reading(cells)), ")")

    def e_increment(self, c):
        target, cells = self.lvalue(c)
        if not cells or cells[0].type != "unsigned":
            return None
        target.role += " of a number"
        return Node("increment", *self.rng.choice((("(", target, ")++"), ("++", target), ("(", target, ")--"))))

    def e_await(self, c):
        call = self.call(c)
        text = call.parts[0]
        return Node("await", "(unsigned)await " if text.startswith(("narrow", "big", "real")) else "await ", call)

    def e_awaited_member(self, c):
        return Node("awaited_member", "(await pair_of(", *self.arguments(c, 2), "))" + self.rng.choice((".a", ".b")))

    def e_awaited_element(self, c):
        share, other = c.split(2, self.rng)
        return Node("awaited_element", "(await wide_of(", self.argument(share), ")).r[(", self.expression(other), ") % 3u]")

    def e_awaited_bits(self, c):
        return Node("awaited_bits", "(unsigned)(await wide_of(", self.argument(c), "))" + self.rng.choice((".b", ".c", ".d")))

    def e_awaited_pointer(self, c):
        found = self.address(c)
        return found and Node("awaited_pointer", self.rng.choice(("*", "*" if "expression_macro" in self.without else "DEREF ")), "await address(", found[0], ")")

    def e_statement_expression(self, c):
        inner = self.operand_block(c)
        items = self.items(inner, self.rng.randrange(3))
        return Node("statement_expression", "({ ", *items, self.argument(inner), "; })")

    def e_gather(self, c):
        count = self.rng.choice((1, 2, 2, 3, 4))
        parts = []
        for k, share in enumerate(c.split(count, self.rng)):
            parts += [", "] * (k > 0) + [self.item(share)]
        return Node("gather", "(await gather(", *parts, "), ", self.argument(c), ")")

    def e_timeout(self, c):
        limit, share = c.split(2, self.rng)
        return Node("timeout", "(0u + await timeout(", self.seconds(limit), ", ", self.item(share), "))")

    def e_late(self, c):
        return Node("late", "(0u + (", Both(["await timeout("], ["LATE("]), "0.25, ", self.loser(c), ")",
                    Both([" != 0"], []), "))")

    def e_race(self, c):
        count = self.rng.choice((1, 2, 3))
        winner = self.rng.randrange(count)
        parts = []
        for k, share in enumerate(c.split(count, self.rng)):
            parts += [", "] * (k > 0) + [self.item(share) if k == winner else self.loser(share)]
        return Node("race", "(0u + ", Both(["await race("], [f"RACE({winner}, "]), *parts, "))")

    def e_join_created(self, c):
        return Node("join_created", "(unsigned)await join(create_task(", self.call(self.created(c)), "))")

    def e_shield_created(self, c):
        return Node("shield_created", "(unsigned)await shield(create_task(", self.call(self.created(c)), "))")

    def e_spawn(self, c):
        if "spawn_that_awaits" in self.without:
            return Node("spawn", "(unsigned)spawn(same(", self.leaf(c), "))")
        return Node("spawn", "(unsigned)spawn(", self.call(self.created(c).without_jumps(), pure=True), ")")

    def e_created_value(self, c):
        inner = self.operand_block(c)
        items = self.items(inner, 1)
        return Node("created_value", "(unsigned)await join(({ ", *items, "create_task(", self.call(self.created(inner), pure=True), "); }))")

    def e_plain_call(self, c):
        return Node("plain_call", "plain(", self.argument(c), ")")

    def e_plain_call2(self, c):
        return Node("plain_call2", "plain2(", *self.arguments(c, 2), ")")

    def e_plain_struct(self, c):
        return Node("plain_struct", "plain_wide(", self.wide(c), ")")

    def e_literal_member(self, c):
        return Node("literal_member", "(struct pair){ ", *self.arguments(c, 2), " }" + self.rng.choice((".a", ".b")))

    def e_literal_element(self, c):
        share, other = c.split(2, self.rng)
        return Node("literal_element", "(struct wide){ .r = { 3u, ", self.argument(share), " } }.r[(", self.expression(other), ") % 3u]")

    def e_literal_decayed(self, c):
        return Node("literal_decayed", "plain_sum((unsigned[]){ ", *self.arguments(c, 3), " }, 3u)")

    def e_literal_array(self, c):
        share, other = c.split(2, self.rng)
        return Node("literal_array", "(unsigned[]){ 4u, ", self.argument(share), " }[(", self.expression(other), ") % 2u]")

    def e_literal_address(self, c):
        return Node("literal_address", "*&(unsigned){ ", self.argument(c), " }")

    def e_literal_member_address(self, c):
        return Node("literal_member_address", "*&(struct pair){ 5u, ", self.argument(c), " }.b")

    def e_literal_awaited(self, c):
        return Node("literal_awaited", "*await address(&(struct pair){ ", self.argument(c), ", 6u }.a)")

    def unevaluated(self, c):
        """What may name anything, since it is not computed; but no jump leaves it."""
        return self.argument(c.without_jumps().copy(depth=min(c.depth, 2), evaluated=False))

    def e_sizeof_await(self, c):
        return Node("sizeof_await", "(unsigned)sizeof(await narrow(", self.unevaluated(c), "))")

    def e_sizeof(self, c):
        return Node("sizeof", "(unsigned)sizeof(", self.unevaluated(c), ")")

    def e_alignof_await(self, c):
        return Node("alignof", "(unsigned)__alignof__(", self.unevaluated(c), ")")

    def e_typeof_await(self, c):
        unevaluated, share = c.split(2, self.rng)
        return Node("typeof", "(unsigned)(__typeof__(await narrow(", self.unevaluated(unevaluated), ")))(", self.expression(share), ")")

    def e_generic(self, c):
        unevaluated, share = c.split(2, self.rng)
        return Node("generic", "_Generic(", self.unevaluated(unevaluated), ", unsigned: ", self.argument(share), ", default: 0u)")

    def e_choose(self, c):
        return Node("choose", "__builtin_choose_expr(1, ", self.argument(c), ", 0u)")

    def e_expect(self, c):
        return Node("expect", "(unsigned)__builtin_expect(", self.argument(c), ", 1)")

    def e_try(self, c):
        return Node("try", "TRY(", self.argument(c), ")") if c.jump and "jump_in_operand" not in self.without else None

    def e_table(self, c):
        return Node("table", "table[(", self.expression(c), ") % 4u]")

    def e_turned_index(self, c):
        return Node("turned_index", "((", self.expression(c), ") % 4u)[table]")

    def e_string(self, c):
        return Node("string", '(unsigned)("ab" STR(await) "c")[(', self.expression(c), ") % 5u]")

    def e_assert(self, c):
        share, other = c.split(2, self.rng)
        share.blocks = False # gcc's assert names its operand twice, so it can hold no labels
        return Node("assert", "({ assert((", self.expression(share), self.rng.choice((" | 1u) != 0", ") < 0xfffffffffull")), "); ", self.argument(other), "; })")

    def e_sizeof_type(self, c):
        kind = self.rng.choice(c.types())
        return Node("sizeof_type", self.rng.choice(("(unsigned)sizeof(", "(unsigned)_Alignof(")) + kind.name + ")")

    def e_macro_pair(self, c):
        return Node("pair_macro", "plain2(PAIR)") if "same" in c.names else Node("pair_macro", self.rng.choice(("await add(PAIR)", "plain2(PAIR)", "await join(create_task(add(PAIR)))")))

    def e_macro_pasted(self, c):
        return Node("pasted", "await CAT(sa, me)(", self.argument(c), ")")

    def e_macro_await(self, c):
        return Node("await_macro", "AWAIT_SAME(", self.expression(c), ")")

    def e_expression_macro(self, c):
        return Node("in_macro", *self.rng.choice((["ID(", self.expression(c), ")"], ["FIRST(", self.cast(c), ", 1u)"],
                                                  ["SECOND(EMPTY, ", self.cast(c), ", 2u)"], ["ID(ID(", self.expression(c), "))"])))

    def e_overflow(self, c):
        return Node("overflow", "({ unsigned long long o_; __builtin_add_overflow(", *self.arguments(c, 2), ", &o_); (unsigned)o_; })")
