"""
kinds.py - objects of the kinds that are not `unsigned`: atomics, complex and other numbers, vectors, pointers to async
functions in structs and arrays, flexible members, packed and anonymous members, wide and empty bit-fields.
"""
from .scope import QUAD, WIDE, Cell, Type, Variable
from .tree import Both, Node

KIND_STATEMENTS = {
    "declare_atomic": 2, "declare_number": 2, "declare_complex": 2, "declare_vector": 2, "declare_actor": 2,
    "declare_functions": 2, "declare_flexible": 1, "vla_kinds": 2, "packed_struct": 2, "struct_assign": 3,
    "void_task": 2, "typeof_type": 2,
}
KIND_EXPRESSIONS = {
    "complex_part": 1, "complex_sum": 1, "vector_element": 1, "vector_scalar": 1, "vector_whole": 1, "generic_type": 2, "types_compatible": 1, "choose_other": 1, "offset": 1,
}
NUMBERS = ("double", "long double", "unsigned __int128", "long long", "_Atomic unsigned short", "const volatile unsigned long")

# Members of a local struct: (name of the form, text, fields). Each has an `a`, and `r[2]`.
LAYOUTS = (
    ("", "unsigned char d; unsigned a%s; unsigned b : 5, c : 9; struct { unsigned a, b; } in; unsigned r[2];",
     [(".a", "unsigned", True), (".b", "bits", False), (".c", "bits", False), (".d", "unsigned char", False),
      (".in.a", "unsigned", True), (".r[1]", "unsigned", True)]),
    ("_anonymous", "unsigned char d; struct { unsigned a%s; union { unsigned e; unsigned char h[4]; }; }; unsigned r[2];",
     [(".a", "unsigned", True), (".e", "unsigned", True), (".d", "unsigned char", False), (".r[1]", "unsigned", True)]),
    ("_bits", "unsigned char d; unsigned long long q : 40; unsigned : 0; unsigned a%s; _Bool f : 1; signed : 3; unsigned b : 5; unsigned r[2];",
     [(".q", "bits", False), (".a", "unsigned", True), (".f", "bits", False), (".b", "bits", False), (".r[1]", "unsigned", True)]),
)


class Kinds:
    """What needs self.rng and the expressions beside it."""

    def declared_as(self, c, kind, form, ctype, fields=None, **more):
        """`form % name`, where `@` is an operand, and the name means the new variable already."""
        name = self.name(c)
        if not name:
            return None
        hidden, parts = self.without_name(c, name), []
        pieces = form.replace("%", name).split("@")
        shares = hidden.split(max(1, len(pieces) - 1), self.rng)
        for k, piece in enumerate(pieces):
            parts += [piece] + ([self.argument(shares[k])] if k + 1 < len(pieces) else [])
        return self.declared(c, kind, name, parts, Variable(name, ctype, fields=fields, **more))

    def s_declare_atomic(self, c):
        """The value of an assignment is atomic for clang, so its type is none of those that are taken as `unsigned`."""
        return self.declared_as(c, "declare_atomic", self.rng.choice(("_Atomic unsigned % = @;\n", "_Atomic(unsigned) volatile % = @;\n")), "atomic")

    def s_declare_number(self, c):
        kind = self.rng.choice(NUMBERS)
        node = self.declared_as(c, "declare_number", kind + " % = @;\n", kind)
        if node and kind.startswith("const"):
            cell = c.latest.cells[0]
            c.own[cell] = False
        return node

    def s_declare_complex(self, c):
        form = self.rng.choice(("double _Complex % = @;\n", "_Complex double % = @ + 2.0i;\n", "_Complex unsigned % = @;\n"))
        node = self.declared_as(c, "declare_complex", form.replace("= @ +", "= (@) +"), "complex", fields=[])
        if node:
            variable = c.latest
            variable.cells = [Cell(f"{part} {variable.name}", "part", False, variable) for part in ("__real__", "__imag__")]
            c.own.update({cell: True for cell in variable.cells})
        return node

    def s_declare_vector(self, c):
        form = self.rng.choice(("quad % = { @, 4u, @ };\n", "quad % = (quad){ @ } + (@);\n", "__attribute__((vector_size(16))) unsigned % = { @ };\n"))
        return self.declared_as(c, "declare_vector", form, "quad", fields=QUAD.fields, element="vector")

    def s_declare_actor(self, c):
        function = next((f for f in ("same", "later") if f not in c.names), None) # no variable is called so
        form = self.rng.choice((f"struct actor % = {{ {function}, @ }};\n", f"struct actor %[1] = {{ [0] = {{ .value = @, .act = &{function} }} }};\n"))
        array = "[1]" in form
        fields = [(("[0]" if array else "") + ".value", "unsigned", True)]
        node = function and self.declared_as(c, "declare_actor", form, "actor", fields=fields)
        if node:
            variable = c.latest
            variable.act = f"{variable.name}[0].act" if array else self.rng.choice((f"{variable.name}.act", f"(&{variable.name})->act"))
        return node

    def s_declare_functions(self, c):
        name = self.name(c)
        first, second = self.visible_function(c, name), self.visible_function(c, name)
        if not name or not first or not second:
            return None
        form = self.rng.choice(("async unsigned (*{}[2])(unsigned) = {{ {}, {} }};\n", "async unsigned (*const {}[])(unsigned v) = {{ &{}, {} }};\n"))
        return self.declared(c, "declare_functions", name, [form.format(name, first, second)], Variable(name, kind="functions"))

    def visible_function(self, c, name):
        values = [f for f in ("same", "quick", "twice", "later") if f not in c.names and f != name]
        return self.rng.choice(values) if values else None

    def s_declare_flexible(self, c):
        tag, name = self.name(c, True), self.name(c)
        if not name or not tag:
            return None
        c.tags[tag] = None
        c.tags_here.add(tag)
        variable = Variable(name, "flexible", fields=[("->n", "unsigned", True), ("->v[0]", "unsigned", True), ("->v[1]", "unsigned", True)])
        return self.declared(c, "declare_flexible", name, [f"struct {tag} {{ unsigned n; unsigned v[]; }} *{name} = calloc(1, sizeof *{name} + 8);\n"], variable)

    def s_vla_kinds(self, c):
        """A type of variable length, one of two dimensions, a pointer to one. Their cells have been set to 0."""
        name = self.name(c)
        size = name and self.vla_size(self.without_name(c, name))
        if not size:
            return None
        form, fields = self.rng.choice((
            ("typedef unsigned %_t[@];\n%_t %;\nmemset(%, 0, sizeof %);\n", ["[0]", "[1]"]),
            ("unsigned %[2][@];\nmemset(%, 0, sizeof %);\n", ["[0][1]", "[1][0]", "[1][1]"]),
            ("unsigned (*%)[@] = calloc(2, sizeof *%);\n", ["[0][1]", "(*%)[0]", "1[1[%]]"])))
        before, after = form.replace("%", name).split("@")
        variable = Variable(name, fields=[])
        variable.cells = [Cell(text.replace("%", name) if "%" in text else name + text, "unsigned", True, variable) for text in fields]
        return self.declared(c, "vla_kinds", name, [before, size, after], variable)

    def layout(self, packed):
        """A struct's members and fields, where packed says that no field has an address."""
        suffix, members, fields = self.rng.choice(LAYOUTS)
        align = self.rng.choice(("", "", " __attribute__((aligned(8)))"))
        return suffix, members % align, [(name, kind, address and not packed) for name, kind, address in fields]

    def s_packed_struct(self, c):
        tag = self.name(c, True)
        if not tag:
            return None
        suffix, members, fields = self.layout(True)
        width = self.rng.choice((1, 2, 4))
        begin, end = f'_Pragma("pack(push, {width})") ', ' _Pragma("pack(pop)")\n'
        if c.lines and self.chance(0.7):
            begin, end = f"\n#pragma pack(push, {width})\n", "\n#pragma pack(pop)\n"
        elif not c.lines:
            return None
        c.tags[tag] = Type(f"struct {tag}", fields, "{ .a = %s, .r = { 1u, %s } }")
        c.tags_here.add(tag)
        return Node("packed_struct" + suffix, f"{begin}struct {tag} {{ {members} }};{end}", rank="s")

    def s_typeof_type(self, c):
        """A variable of the type of another one."""
        name = self.name(c)
        if not name:
            return None
        others = [v for v in c.variables("value") if v.type == "struct wide" and v.name != name and not v.element]
        if others and self.chance(0.6):
            other = self.rng.choice(others)
            return self.declared(c, "typeof_struct", name, [f"__typeof__({other.name}) {name} = ", self.wide(self.without_name(c, name)), ";\n"],
                                 Variable(name, "struct wide", fields=WIDE.fields))
        form = self.rng.choice((f"__typeof__(*(unsigned *)0) {name} = ", f"__typeof__(quick) *{name}_f = 0; (void){name}_f; __typeof__(unsigned) {name} = ",
                                f"const __typeof__((await pair_of(1u, 2u)).a) {name}_c = 4u; __typeof__({name}_c + 0u) {name} = {name}_c + "))
        if any(word in c.names for word in ("quick",)) and "quick" in form:
            return None
        return self.declared(c, "typeof_type", name, [form, self.expression(self.without_name(c, name)), ";\n"], Variable(name))

    def s_struct_assign(self, c):
        variables = [v for v in c.variables("value") if v.type == "struct wide" and c.holds(v.cells, True)]
        if not variables:
            return None
        variable = self.rng.choice(variables)
        inner = c.reading(variable.cells)
        kind = self.rng.randrange(4)
        if kind == 0:
            return Node("struct_assign", f"{variable.name} = ", self.wide(c), ";\n", rank="s")
        item = [f"{variable.name} = wide_of(", self.argument(inner.copy(item=True, lines=False)), ")"]
        if kind == 1:
            return Node("struct_timeout", "(void)await timeout(5000, ", *item, ");\n", rank="s")
        if kind == 2:
            return Node("struct_race", Both(["(void)await race("], ["(void)RACE(0, "]), *item, ");\n", rank="s")
        return Node("struct_gather", "await gather(", *item, ");\n", rank="s")

    def s_void_task(self, c):
        """What it changes belongs to it until it has been joined."""
        name, found = self.name(c), self.address(c)
        if not name or not found or c.depth <= 0:
            return None
        operand = self.argument(self.without_name(self.created(c), name).reading(found[1]))
        if name in [cell.variable.name for cell in found[1]] or name == found[0].parts[0].lstrip("&"):
            return None
        head = Node("create_void", Both([f"task(void) {name} = create_task("], [f"int {name} = 0; ("]), "touch(", found[0], ", ", operand, "));\n")
        inner = c.inner(depth=c.depth - 1).without_jumps()
        for cell in list(inner.own):
            if cell in found[1]:
                del inner.own[cell]
        inner.declare(name, Variable(name, kind="task"))
        items = self.items(inner, self.rng.randrange(1, 3))
        return Node("void_task", "{\n", head, *items, Both([f"await {self.rng.choice(('join', 'shield'))}({name});\n"], [f"(void){name};\n"]), "}\n", rank="s")

    # Expressions

    def e_complex_part(self, c):
        part = self.rng.choice(("__real__", "__imag__"))
        return Node("complex_part", f"(unsigned){part} (await complex_of(", *self.arguments(c, 2), "))")

    def e_complex_sum(self, c):
        part = self.rng.choice(("__real__", "__imag__"))
        return Node("complex_sum", f"(unsigned){part} (((", self.expression(c), ") & 0xffffu) + await complex_of(2u, 3u))")

    def e_vector_element(self, c):
        share, other = c.split(2, self.rng)
        return Node("vector_element", "(await quad_of(", self.argument(share), "))[(", self.expression(other), ") % 4u]")

    def e_vector_scalar(self, c):
        share, other = c.split(2, self.rng)
        return Node("vector_scalar", "((", self.expression(share), ") * await quad_of(", self.argument(other), "))[2]")

    def e_vector_whole(self, c):
        vectors = [v for v in c.variables("value") if v.element == "vector" and c.holds(v.cells, False)]
        vector = self.rng.choice(vectors) if vectors else None
        inner = c.reading(vector.cells) if vector else c
        return Node("vector_whole", f"({vector.name if vector else 'lanes'} * await quad_of(", self.argument(inner), "))[1]")

    def e_generic_type(self, c):
        types = [kind for kind in c.types() if kind.name.startswith(("struct ", "union ")) and kind.fields]
        kind = self.rng.choice(types)
        return Node("generic_type", f"_Generic(({kind.name} *)0, {kind.name} *: ", self.argument(c), ", default: 1u)")

    def e_types_compatible(self, c):
        return Node("types_compatible", "(0u + __builtin_types_compatible_p(__typeof__(", self.unevaluated(c), "), unsigned))")

    def e_choose_other(self, c):
        unevaluated, share = c.split(2, self.rng)
        return Node("choose_other", "__builtin_choose_expr(sizeof(struct pair) == 1, ", self.unevaluated(unevaluated), ", ", self.argument(share), ")")

    def e_offset(self, c):
        types = [kind for kind in c.types() if kind.fields and any(suffix == ".r[1]" for suffix, _, _ in kind.fields)]
        return Node("offset", f"(unsigned)offsetof({self.rng.choice(types).name}, r[1])")
