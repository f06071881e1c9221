"""
tree.py - a generated program as a tree, of which two texts can be made: async C, and the serial twin, plain C.

A Node is a construct (its kind is the name that `--without` takes) with its parts: text, nodes, and Both, where the
texts differ. Its rank says what a reducer may put in its place: 'e', an expression; 's', a statement; '', nothing. Its
role says as what it stands where it stands, an expression, a call ...; permits, what may be there.
"""
import random
import re

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[A-Za-z_]\w*|\.?\d[\w.]*|<<=|>>=|\.\.\.|->|\+\+|--|<<|>>|'
                   r'[-+*/%&|^=!<>]=|&&|\|\||##|\?:|[^\s]')
OPEN, CLOSE = "([{", ")]}"


class Node:
    __slots__ = ("kind", "parts", "rank", "seed", "role", "permits", "prototype")

    def __init__(self, kind, *parts, rank="e"):
        self.kind, self.parts, self.rank, self.seed = kind, list(parts), rank, 0.0
        self.role, self.permits = "", frozenset()


class Both:
    """What async C says in one way, and the twin in another. The nodes in it are the same ones."""
    __slots__ = ("parts", "twin")

    def __init__(self, parts, twin):
        self.parts, self.twin = list(parts), list(twin)


class Writer:
    """The text of a tree in one of the two languages; macros are only in the one that is translated."""

    def __init__(self, twin, unit):
        self.twin, self.unit, self.macros, self.files = twin, unit, [], {}

    def text(self, node):
        if isinstance(node, str):
            return node
        if isinstance(node, Both):
            return "".join(map(self.text, node.twin if self.twin else node.parts))
        text = "".join(map(self.text, node.parts))
        if node.kind == "include" and not self.twin:
            name = f"part{self.unit}_{len(self.files)}.h"
            self.files[name] = text + "\n"
            return f'\n#include "{name}"\n'
        return self.hidden(node, text) if node.kind.startswith("macro_") and not self.twin else text

    def hidden(self, node, text):
        """Some of the tokens become a macro; what the text means does not change."""
        if "#" in text or "\n#" in text:
            return text
        tokens = [(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]
        rng = random.Random(node.seed)
        name = f"M{self.unit}_{len(self.macros)}"
        for _ in range(12):
            first, last = chosen_range(node.kind, len(tokens), rng)
            if not closed(tokens, first, last, node.kind):
                continue
            begin, end = tokens[first][0], tokens[last][1]
            body = text[begin:end].replace("\n", " ")
            if node.kind == "macro_argument" and "," not in body:
                self.macros.append(f"#define {name}(...) __VA_ARGS__\n")
                return f"{text[:begin]}{name}({text[begin:end]}){text[end:]}"
            if node.kind == "macro_call":
                self.macros.append(f"#define {name}() {body}\n")
                return f"{text[:begin]} {name}() {text[end:]}"
            self.macros.append(f"#define {name} {body}\n")
            return f"{text[:begin]} {name} {text[end:]}"
        return text


def chosen_range(kind, count, rng):
    if kind in ("macro_whole", "macro_block", "macro_call", "macro_argument"):
        return 0, count - 1
    if kind == "macro_begin":
        return 0, rng.randrange(count)
    if kind == "macro_end":
        return rng.randrange(count), count - 1
    return tuple(sorted((rng.randrange(count), rng.randrange(count))))


def closed(tokens, first, last, kind):
    """Whether what stands from the first to the last token is a piece of an operand: no bracket or comma of others, or operand of ##."""
    depth = 0
    for _, _, token in tokens[first:last + 1]:
        depth += (token in OPEN) - (token in CLOSE)
        if depth < 0 or (depth == 0 and token in ",;"):
            return False
    words = [token for _, _, token in tokens]
    if words[first:last + 1] in (["sa"], ["me"]) or depth or words[last] in ("await", "defer", "goto", "struct", "union", "enum") or words[first] in ("[", "."):
        return False
    # The name of a macro of the user's or the header's apart from its parentheses.
    if first and words[first] == "(" and re.fullmatch(r"\w+", words[first - 1]):
        return False
    return not (last + 1 < len(words) and words[last + 1] == "(" and re.fullmatch(r"\w+", words[last]))


def walk(node, parent=None):
    """(node, the node around it), for each node."""
    if isinstance(node, Node):
        yield node, parent
        parent = node
    if not isinstance(node, str):
        for part in node.parts:
            yield from walk(part, parent)


def children(node):
    """The nodes directly in it."""
    for part in node.parts:
        if isinstance(part, Node):
            yield part
        elif isinstance(part, Both):
            yield from children(part)
