"""
reduce.py - makes a failing unit small: a node goes, or gives way to one in it or to a number, as long as the unit
fails in the same way. What then means nothing any more is told by the twin.
"""
import re
import time

from .tree import Both, Node, children, walk


def signature(kind, text):
    """What has to stay: the kind of failure, and the message without its names and numbers."""
    if kind == "different":
        sanitizer = re.search(r"ERROR: AddressSanitizer: ([\w-]+)|runtime error: (\w+ \w+)", text)
        return kind, sanitizer.group(0) if sanitizer else ""
    message = re.search(r"(?:error|abort|assert)[^:]*: (.*)", text)
    return kind, re.sub(r"[‘'`][^’']*[’']|\d+", "_", message.group(1))[:60] if message else ""


class Reduction:
    """A batch of one unit, the way in which it failed, and until when there is time."""

    def __init__(self, batch, step, wanted, breach, seconds):
        self.batch, self.step, self.wanted, self.breach = batch, step, wanted, breach
        self.end = time.monotonic() + seconds

    def late(self):
        return time.monotonic() > self.end

    def fails(self):
        """Whether what is left still does."""
        self.batch.texts.clear()
        try:
            self.batch.check([self.step] if self.step else [])
        except self.breach as found:
            return signature(*found.failures[0][1:]) == self.wanted
        return False


def places(root):
    """(list, index, node) of each node that something else may stand for."""
    def inside(parts):
        for k, part in enumerate(parts):
            if isinstance(part, Both):
                yield from inside(part.parts)
            elif isinstance(part, Node):
                if part.rank:
                    yield parts, k, part
                yield from inside(part.parts)
    yield from inside(root.parts)


def size(node):
    return sum(1 for _ in walk(node))


def candidates(node):
    if node.rank == "s":
        yield ""
        yield ";\n"
    inner = [child for child in descendants(node) if child.rank == node.rank]
    yield from inner[:4]
    if node.rank == "e" and node.kind != "constant":
        yield Node("constant", "1u")


def descendants(node):
    for child in children(node):
        yield child
        if child.rank == "":
            yield from descendants(child)


def reduced(batch, step, kind, text, breach, seconds=200):
    """Makes the unit of the batch small."""
    batch.quickly = kind != "twin"
    reduction, unit, changed = Reduction(batch, step, signature(kind, text), breach, seconds), batch.units[0], True
    while changed and not reduction.late():
        changed = False
        for function in list(unit.functions[:-1]):
            unit.functions.remove(function)
            if reduction.fails():
                changed = True
            else:
                unit.functions.insert(-1, function)
        for function in unit.functions:
            changed |= pass_over(function, reduction)


def pass_over(function, reduction):
    """Tries each node once, the largest first."""
    changed, seen = False, set()
    while not reduction.late():
        todo = [place for place in places(function) if id(place[2]) not in seen]
        if not todo:
            break
        parts, k, node = max(todo, key=lambda place: size(place[2]))
        seen.add(id(node))
        for other in candidates(node):
            parts[k] = other
            if reduction.fails():
                changed = True
                break
            parts[k] = node
    return changed
