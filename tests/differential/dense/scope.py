"""
scope.py - what a place of the generated program can see, and what it may change.

A cell is an object of one value: a variable, an element, a member. Each place owns cells: True, it may change them;
False, it may read them. Operands that are not sequenced are given their shares by `split`, so that no two of them
meet in a cell that one of them changes: what comes out does not depend on the order of evaluation.
"""

# As the translator makes them, or near to it; and functions of the prelude, which are hidden then.
VARIABLES = "t1 t2 s self at exit1 result state callee child1 x n p i unit frame t here value step".split()
AWAIT_NAMES, FUNCTIONS = ["await1", "awaited"], ["quick", "twice"]
TAGS = "s t1 node state unit tag".split()
LABELS = "out again t1 exit1 resume state1 s n".split()


class Type:
    """A type of the prelude or of a block, by the name that stands for it. Fields: (suffix, type, has an address)."""

    def __init__(self, name, fields, initialiser, tag=None):
        self.name, self.fields, self.initialiser, self.tag = name, fields, initialiser, tag


WIDE = Type("struct wide", [(".a", "unsigned", True), (".b", "bits", False), (".c", "bits", False),
                            (".r[0]", "unsigned", True), (".r[1]", "unsigned", True), (".r[2]", "unsigned", True),
                            (".in.a", "unsigned", True), (".in.b", "unsigned", True), (".d", "unsigned char", False)],
            "{ .a = %s, .b = 9, .r = { 1u, %s } }")
PAIR = Type("struct pair", [(".a", "unsigned", True), (".b", "unsigned", True)], "{ %s, %s }")
QUAD = Type("quad", [(f"[{k}]", "unsigned", False) for k in range(4)], "{ %s, 3u, %s }")
BOTH = Type("union both", [(".a", "unsigned", True)], "{ %s }")


class Cell:
    __slots__ = ("text", "type", "address", "variable")

    def __init__(self, text, ctype, address, variable):
        self.text, self.type, self.address, self.variable = text, ctype, address, variable


class Variable:
    def __init__(self, name, ctype="unsigned", fields=None, element=False, targets=None, kind="value"):
        self.name, self.kind, self.targets = name, kind, targets
        self.type, self.element = ctype, element
        if fields is None:
            self.cells = [Cell(name, ctype, ctype == "unsigned", self)]
        else:
            self.cells = [Cell(name + suffix, ctype, address, self) for suffix, ctype, address in fields]


class Context:
    """A place. `jump` says whether it may leave; `loop` what break and continue may do, `labels` whereto goto."""

    def __init__(self, function):
        self.function = function
        self.names, self.tags, self.own = {}, {}, {}
        self.here, self.tags_here = set(), set()
        self.depth, self.loops, self.evaluated, self.item, self.blocks = 0, 0, True, False, True
        self.jump, self.breaks, self.continues, self.labels = True, False, False, ()
        self.near = "" # the kind of what it is in
        self.value = False # it is the block of a statement expression, directly
        self.lines = True # directives may stand here: not in the argument of a macro

    def permits(self):
        """What of that may be here which decides about constructs, and not about their names."""
        found = {"depth": self.depth > 0, "blocks": self.blocks, "lines": self.lines, "jump": self.jump, "item": not self.item,
                 "evaluated": self.evaluated, "leave": self.breaks or self.continues or self.labels, "loop": self.loops < 2,
                 "loops": self.loops < 3, "hash": self.own.get(self.function.hash) is True, "value": not self.value, "main": self.function.is_main}
        return frozenset(name for name, may in found.items() if may)

    def copy(self, **changes):
        new = object.__new__(Context)
        new.__dict__.update(self.__dict__)
        new.own = dict(self.own)
        new.__dict__.update(changes)
        return new

    def inner(self, **changes):
        """A block in this one."""
        return self.copy(names=dict(self.names), tags=dict(self.tags), here=set(), tags_here=set(), value=False, **changes)

    def declare(self, name, what):
        self.names[name] = self.latest = what
        self.here.add(name)
        if isinstance(what, Variable):
            for cell in what.cells if what.kind in ("value", "hash", "constant") else ():
                self.own[cell] = what.kind != "constant"

    def sees(self, variable):
        return self.names.get(variable.name) is variable

    def types(self):
        """The names of the types of blocks around, and of the prelude's."""
        return [WIDE, PAIR, BOTH, QUAD] + [t for t in [*self.tags.values(), *self.names.values()] if isinstance(t, Type)]

    def variables(self, kind):
        return [v for v in self.names.values() if isinstance(v, Variable) and v.kind == kind]

    def cells(self, write=False, address=False):
        return [c for c, owned in self.own.items() if (owned or not write) and (c.address or not address)
                and c.variable.kind != "hash" and self.sees(c.variable)]

    def holds(self, cells, write):
        return all(self.own.get(cell, None) is True or (not write and cell in self.own) for cell in cells)

    def reading(self, cells):
        """The same place, where these may only be read."""
        new = self.copy()
        for cell in cells:
            if cell in new.own:
                new.own[cell] = False
        return new

    def without_jumps(self):
        return self.copy(jump=False, breaks=False, continues=False, labels=())

    def split(self, count, rng):
        """The shares of operands that are not sequenced."""
        if count == 1:
            return [self.copy()]
        jumper = rng.randrange(count) if self.jump and rng.random() < 0.3 else None
        shares = [self.copy() if k == jumper else self.without_jumps() for k in range(count)]
        for cell, owned in self.own.items():
            if not owned:
                continue
            owner = jumper if jumper is not None else rng.randrange(2 * count)
            for k, share in enumerate(shares):
                if owner >= count:
                    share.own[cell] = False
                elif k != owner:
                    del share.own[cell]
        return shares
