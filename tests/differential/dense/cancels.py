"""
cancels.py - random programs whose tasks are cancelled, as async C and as Python: the same statements, in which defer is
`finally`. Each says what it does and when; the two have to say the same, in the same order.

A program is some functions, each of which calls those behind it; what they compute depends on their argument `me`, which
differs from call to call, and so do the times that they sleep: no two timers fall due at once. Handles are cancelled by
killers, tasks that sleep first; by time limits, by races that others win, and at once.
"""
import random

MASK = 0xffffffff


class Statement:
    """Its kind, the values that its text needs, and the blocks in it."""
    __slots__ = ("kind", "values", "blocks")

    def __init__(self, kind, *values, blocks=()):
        self.kind, self.values, self.blocks = kind, values, list(blocks)


KINDS = {
    "say": 3, "update": 6, "sleep": 5, "yield": 4, "defer": 7, "cleanup": 2, "gather": 4, "race": 4, "timeout": 5, "task": 6,
    "block": 2, "for": 3, "if": 2, "if_await": 2, "leave": 2, "return": 1, "return_await": 1, "statement_expression": 3,
    "array": 2, "switch": 1, "argument": 2, "timeout_join": 2, "spawn": 1, "condition": 1, "nested": 5,
}
CALLING = ("update", "gather", "race", "timeout", "task", "if_await", "return_await", "statement_expression", "argument", "timeout_join",
           "spawn", "condition", "nested")
IN_DEFER = ("say", "update", "sleep", "yield", "gather", "timeout", "block", "if", "defer", "race", "task", "for", "nested")
ENDS = ("join", "shield", "cancel_join", "cancel_wait", "killer_join", "killer_shield", "killer_wait", "wait_timeout", "forget", "killer_forget")


class Program:
    """The functions f<number>_<k>, of which the first one is run."""

    def __init__(self, seed, number):
        self.number, self.rng, self.count, self.kinds = number, random.Random(f"{seed}:cancels:{number}"), 0, []
        self.killed = self.rng.random() < 0.6
        self.functions, count = [], self.rng.randrange(2, 6)
        for k in range(count):
            self.level, self.calls, self.last = k, 4, k == count - 1
            self.functions.append(self.block(self.rng.randrange(2, 6), 3, False, False))

    def next(self):
        self.count += 1
        return self.count

    def block(self, count, depth, loop, in_defer):
        return [self.statement(depth, loop, in_defer) for _ in range(count)]

    def statement(self, depth, loop, in_defer):
        names = [name for name in KINDS if (not in_defer or name in IN_DEFER) and not (self.last and name in CALLING)
                 and not (self.calls <= 0 and name in CALLING) and not (depth <= 0 and name in ("block", "for", "if", "defer", "task", "array", "switch", "if_await"))
                 and not (name == "leave" and not loop)]
        kind = self.rng.choices(names, [KINDS[name] for name in names])[0]
        self.kinds.append(kind)
        return getattr(self, "s_" + kind, self.s_plain)(kind, depth, loop, in_defer)

    def call(self):
        """(the function, the number that makes the argument)"""
        self.calls -= 1
        return self.rng.randrange(self.level + 1, self.level + 3), self.next()

    def inner(self, depth, loop, in_defer, most=3):
        return self.block(self.rng.randrange(1, most + 1), depth - 1, loop, in_defer)

    def s_plain(self, kind, depth, loop, in_defer):
        """What holds a call or nothing."""
        return Statement(kind, self.next(), self.call() if kind in CALLING else None)

    def s_defer(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), blocks=[self.inner(depth, False, True, 2)])

    def s_several(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), *(self.call() for _ in range(self.rng.choice((1, 2, 2, 3)))))

    s_gather = s_race = s_several

    def item(self, depth, kinds=("call", "gather", "race", "timeout", "join", "shield")):
        """("call" or "join" or "shield", where its value goes, the call), ("gather", -1, items), ("race", where, items), ("timeout", where, item)"""
        kind = self.rng.choice(kinds if depth > 0 else ("call", "call", "join"))
        where = self.next() if kind == "timeout" else self.rng.choice((-1, self.next()))
        if kind in ("gather", "race"):
            return kind, where if kind == "race" else -1, [self.item(depth - 1) for _ in range(self.rng.choice((1, 2, 2, 3)))]
        return kind, where, self.item(depth - 1) if kind == "timeout" else self.call()

    def s_nested(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), self.item(3, ("gather", "race", "timeout")))

    def s_argument(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), self.call(), self.call())

    def s_task(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), self.call(), self.rng.choice(ENDS), blocks=[self.inner(depth, loop, in_defer, 2)])

    def s_block(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), blocks=[self.inner(depth, loop, in_defer)])

    s_array = s_block

    def s_for(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), self.rng.choice((1, 2, 2, 3)), blocks=[self.inner(depth, True, in_defer)])

    def s_if(self, kind, depth, loop, in_defer):
        call = self.call() if kind == "if_await" else None
        return Statement(kind, self.next(), call, blocks=[self.inner(depth, loop, in_defer), self.inner(depth, loop, in_defer)])

    s_if_await = s_if

    def s_switch(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), blocks=[self.inner(depth, False, in_defer), self.inner(depth, False, in_defer)])

    def s_leave(self, kind, depth, loop, in_defer):
        return Statement(kind, self.next(), self.rng.choice(("break", "continue")))


def indented(lines):
    return ["    " + line for line in lines]


class C:
    """The text in async C."""

    def __init__(self, program):
        self.number = program.number
        count = len(program.functions)
        lines = [f"static async unsigned f{self.number}_{k}(unsigned me);" for k in range(count + 2)]
        for k, body in enumerate(program.functions):
            lines += [f"static async unsigned f{self.number}_{k}(unsigned me)", "{", "    unsigned x = me, y = 1, v[4] = { 0 };",
                      *indented(self.block(body)), "    return x + y + v[0] + v[1] * 3u + v[2] * 5u;", "}"]
        for k in (count, count + 1):
            lines += [f"static async unsigned f{self.number}_{k}(unsigned me)", "{", "    defer say(1, me);", f"    await async_sleep(span({k}, me));",
                      "    say(2, me);", "    return me * 7u;", "}"]
        self.text = "\n".join(lines) + "\n"

    def block(self, statements):
        return [line for statement in statements for line in getattr(self, "s_" + statement.kind)(*statement.values, *statement.blocks)]

    def call(self, call):
        return f"f{self.number}_{call[0]}(me * 5u + {call[1]}u)"

    def braces(self, head, block):
        return [head + "{", *indented(self.block(block)), "}"]

    def s_say(self, n, _):
        return [f"say({n}, me + x);"]

    def s_update(self, n, call):
        return [(f"x = x * 31u + await {self.call(call)};", f"x += await {self.call(call)};", f"v[x & 3u] = await {self.call(call)};")[n % 3]]

    def s_sleep(self, n, _):
        return [f"await async_sleep(span({n}, me));"]

    def s_yield(self, n, _):
        return ["await async_yield();"]

    def s_defer(self, n, block):
        return self.braces("defer ", block)

    def s_cleanup(self, n, _):
        return [f"__attribute__((cleanup(left))) unsigned c{n} = me + {n}u;", f"(void)c{n};"]

    def items(self, calls):
        return ", ".join((f"x = {self.call(call)}", f"v[{k}] = {self.call(call)}", self.call(call))[k] for k, call in enumerate(calls))

    def s_gather(self, n, *calls):
        return [f"await gather({self.items(calls)});"]

    def s_race(self, n, *calls):
        return [f"y = y * 3u + (unsigned)await race({self.items(calls)});"]

    def s_timeout(self, n, call):
        return [f"y = y * 3u + (0 != await timeout(span({n}, me), x = {self.call(call)}));"]

    def s_timeout_join(self, n, call):
        return [f"task(unsigned) t{n} = create_task({self.call(call)});", f"y = y * 3u + (0 != await timeout(span({n}, me), x = join(t{n})));"]

    def item(self, n, item):
        """The text, and the declarations of the tasks that it joins."""
        kind, where, inner = item
        if kind in ("gather", "race"):
            parts = [self.item(f"{n}_{k}", part) for k, part in enumerate(inner)]
            text, tasks = f"{kind}({', '.join(part[0] for part in parts)})", sum((part[1] for part in parts), [])
        elif kind == "timeout":
            text, tasks = self.item(n, inner)
            text = f"timeout(span({where}, me), {text})"
        elif kind == "call":
            text, tasks = self.call(inner), []
        else:
            text, tasks = f"{kind}(t{n})", [f"task(unsigned) t{n} = create_task({self.call(inner)});"]
        return (f"v[{where & 3}] = {text}" if where >= 0 else text), tasks

    def s_nested(self, n, item):
        text, tasks = self.item(n, (item[0], -1 if item[0] == "gather" else n, item[2]))
        return ["{", *indented([*tasks, *([f"await {text};"] if item[0] == "gather" else [f"y = y * 3u + (0 != await {text.partition(' = ')[2]});"])]), "}"]

    def s_spawn(self, n, call):
        return [f"spawn({self.call(call)});"]

    def s_task(self, n, call, end, block):
        t = f"t{n}"
        lines = [f"task(unsigned) {t} = create_task({self.call(call)});"]
        if end.startswith("killer"):
            lines.append(f"spawn(killer(task_ref({t}), me + {n}u));")
        lines += self.block(block)
        if end.startswith("cancel"):
            lines.append(f"say({n}, (unsigned)task_cancel({t}));")
        end = end.split("_", 1)[1] if end.split("_")[0] in ("killer", "cancel") else end
        if end in ("join", "shield"):
            lines.append(f"x = x * 31u + await {end}({t});")
        elif end == "wait":
            lines += [f"await async_wait(&{t}, 1, ASYNC_ALL_COMPLETED);", f"say({n}, task_status({t}) == 0);", f"task_unref({t});"]
        elif end == "wait_timeout":
            lines += [f"say({n}, (unsigned)await async_wait_timeout(&{t}, 1, ASYNC_FIRST_COMPLETED, span({n}, me)));", f"task_unref({t});"]
        else:
            lines.append(f"task_unref({t});")
        return ["{", *indented(lines), "}"]

    def s_block(self, n, block):
        return self.braces("", block)

    def s_array(self, n, block):
        return ["{", f"    unsigned w{n}[me % 3u + 2u], *p{n} = &x;", f"    w{n}[1] = x;", *indented(self.block(block)),
                f"    y += w{n}[1] + *p{n};", "}"]

    def s_for(self, n, count, block):
        return self.braces(f"for (unsigned i{n} = 0; i{n} < {count}; i{n}++) ", block)

    def s_if(self, n, call, block, other):
        condition = f"await {self.call(call)} & 1u" if call else f"x & {n % 3 + 1}u"
        lines = self.braces(f"if ({condition}) ", block)
        rest = self.braces(" else ", other)
        return [*lines[:-1], "}" + rest[0], *rest[1:]]

    s_if_await = s_if

    def s_switch(self, n, block, other):
        return ["switch (x % 3u) {", *self.braces("case 0: ", block), "break;", *self.braces("default: ", other), "}"]

    def s_leave(self, n, way):
        return [f"if (x & {n % 3 + 1}u)", f"    {way};"]

    def s_return(self, n, _):
        return [f"if ((x & {n % 7 + 1}u) == 1)", "    return x + y;"]

    def s_return_await(self, n, call):
        return [f"if (x & {n % 3 + 1}u)", f"    return await {self.call(call)};"]

    def s_statement_expression(self, n, call):
        return [f"x = x * 31u + ({{ defer say({n}, me); await {self.call(call)}; }});"]

    def s_argument(self, n, call, inner):
        return [f"x += await f{self.number}_{call[0]}(me * 5u + {call[1]}u + await {self.call(inner)});"]

    def s_condition(self, n, call):
        return [f"x += x & {n % 3 + 1}u && await {self.call(call)} & 2u ? 3u : 4u;"]


class Python:
    """The same in Python, where `finally` stands for defer, and helpers for what asyncio has in another way."""

    def __init__(self, program):
        self.number = program.number
        lines = []
        for k, body in enumerate(program.functions):
            lines += [f"async def f{self.number}_{k}(me):", "    me &= M; x = me; y = 1; v = [0] * 4",
                      *indented(self.followed(body, ["return x + y + v[0] + v[1] * 3 + v[2] * 5 & M"]))]
        for k in (len(program.functions), len(program.functions) + 1):
            lines += [f"async def f{self.number}_{k}(me):", "    me &= M", "    try:", f"        await asyncio.sleep(span({k}, me))", "        say(2, me)",
                      "        return me * 7 & M", "    finally:", "        say(1, me)"]
        self.text = "\n".join(lines) + "\n"

    def block(self, statements):
        """What follows a defer stands in its `try`."""
        for k, statement in enumerate(statements):
            if statement.kind in ("defer", "cleanup"):
                last = self.block(statement.blocks[0]) if statement.blocks else [f"say(3, me + {statement.values[0]})"]
                return [*self.lines(statements[:k]), "try:", *indented(self.block(statements[k + 1:])), "finally:", *indented(last)]
        return self.lines(statements) or ["pass"]

    def lines(self, statements):
        return [line for statement in statements for line in getattr(self, "s_" + statement.kind)(*statement.values, *statement.blocks)]

    def call(self, call):
        return f"f{self.number}_{call[0]}(me * 5 + {call[1]})"

    def s_say(self, n, _):
        return [f"say({n}, me + x)"]

    def s_update(self, n, call):
        return [(f"x = x * 31 + await {self.call(call)} & M", f"r = await {self.call(call)}; x = x + r & M",
                 f"r = await {self.call(call)}; v[x & 3] = r")[n % 3]]

    def s_sleep(self, n, _):
        return [f"await asyncio.sleep(span({n}, me))"]

    def s_yield(self, n, _):
        return ["await asyncio.sleep(0)"]

    def assigned(self, k):
        return ("x = r[0]", "v[1] = r[1]", "")[k]

    def s_gather(self, n, *calls):
        return [f"r = await gather({', '.join(map(self.call, calls))})", *filter(None, (self.assigned(k) for k in range(len(calls))))]

    def s_race(self, n, *calls):
        return ["first, r = await race(" + ", ".join(map(self.call, calls)) + ")", "if first == 0: x = r", "if first == 1: v[1] = r", "y = y * 3 + first & M"]

    def limited(self, n, lines):
        return ["late = 1", "try:", f"    async with asyncio.timeout(span({n}, me)):", *indented(indented(lines)), "    late = 0", "except TimeoutError:", "    pass",
                "y = y * 3 + late & M"]

    def s_timeout(self, n, call):
        return self.limited(n, [f"x = await {self.call(call)}"])

    def s_timeout_join(self, n, call):
        return [f"t{n} = create({self.call(call)})", *self.limited(n, [f"x = await t{n}"])]

    def item(self, n, item):
        """What is awaited, the tasks that it joins, and where its results go, for `assign`."""
        kind, where, inner = item
        if kind in ("gather", "race"):
            parts = [self.item(f"{n}_{k}", part) for k, part in enumerate(inner)]
            return (f"{kind.capitalize()}([{', '.join(part[0] for part in parts)}])", sum((part[1] for part in parts), []),
                    (kind, where, [part[2] for part in parts]))
        if kind == "timeout":
            text, tasks, places = self.item(n, inner)
            return f"limited(span({where}, me), {text})", tasks, (kind, where, places)
        if kind == "call":
            return self.call(inner), [], (kind, where)
        return f"asyncio.shield(t{n})" if kind == "shield" else f"t{n}", [f"t{n} = create({self.call(inner)})"], (kind, where)

    def s_nested(self, n, item):
        """A time limit of the statement's own begins before what is in it."""
        text, tasks, places = self.item(n, (item[0], -1 if item[0] == "gather" else n, item[2]))
        if item[0] == "timeout":
            inner = self.item(n, item[2])
            return [*tasks, *self.limited(n, [f"r = await {inner[0]}"]), f"if not late: assign(v, {inner[2]}, r)"]
        lines = [*tasks, f"r = await {text}", f"assign(v, {(places[0], -1, places[2])}, r)"]
        return lines if item[0] == "gather" else [*lines, "y = y * 3 + (r[0] != 0) & M"]

    def s_spawn(self, n, call):
        return [f"create({self.call(call)})"]

    def s_task(self, n, call, end, block):
        t = f"t{n}"
        lines = [f"say({n}, int({t}.cancel()))"] if end.startswith("cancel") else []
        killer = [f"create(killer({t}, me + {n}))"] if end.startswith("killer") else []
        end = end.split("_", 1)[1] if end.split("_")[0] in ("killer", "cancel") else end
        lines += {"join": [f"x = x * 31 + await {t} & M"], "shield": [f"x = x * 31 + await asyncio.shield({t}) & M"],
                  "wait": [f"await asyncio.wait([{t}])", f"say({n}, int(not {t}.cancelled()))"],
                  "wait_timeout": [f"done, _ = await asyncio.wait([{t}], timeout=span({n}, me), return_when=asyncio.FIRST_COMPLETED)", f"say({n}, len(done))"],
                  "forget": []}[end]
        return [f"{t} = create({self.call(call)})", *killer, *self.followed(block, lines)]

    def followed(self, block, lines):
        """The block with some lines at its end, behind its defers' `try` as the rest is."""
        return self.block([*block, Statement("text", lines)])

    def s_text(self, lines):
        return lines or ["pass"]

    def s_block(self, n, block):
        return self.block(block)

    def s_array(self, n, block):
        return [f"w{n} = x", *self.followed(block, [f"y = y + w{n} + x & M"])]

    def s_for(self, n, count, block):
        return [f"for i{n} in range({count}):", *indented(self.block(block))]

    def s_if(self, n, call, block, other):
        condition = f"await {self.call(call)} & 1" if call else f"x & {n % 3 + 1}"
        return [f"if {condition}:", *indented(self.block(block)), "else:", *indented(self.block(other))]

    s_if_await = s_if

    def s_switch(self, n, block, other):
        return ["if x % 3 == 0:", *indented(self.block(block)), "else:", *indented(self.block(other))]

    def s_leave(self, n, way):
        return [f"if x & {n % 3 + 1}: {way}"]

    def s_return(self, n, _):
        return [f"if x & {n % 7 + 1} == 1: return x + y & M"]

    def s_return_await(self, n, call):
        return [f"if x & {n % 3 + 1}: return await {self.call(call)}"]

    def s_statement_expression(self, n, call):
        return ["r = x", "try:", f"    x = r * 31 + await {self.call(call)} & M", "finally:", f"    say({n}, me)"]

    def s_argument(self, n, call, inner):
        return [f"r = await f{self.number}_{call[0]}(me * 5 + {call[1]} + await {self.call(inner)}); x = x + r & M"]

    def s_condition(self, n, call):
        return [f"r = 3 if x & {n % 3 + 1} and await {self.call(call)} & 2 else 4; x = x + r & M"]


C_BEGIN = r"""#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>
static double begin;
static void say(unsigned what, unsigned who)
{
    printf("%u %u %.0f\n", what, who, (async_time() - begin) * 1e6);
}
static void left(unsigned *who) { say(3, *who); }
/* No two of them are likely to end at once. */
static double span(unsigned what, unsigned who) { return ((who * 7919u + what * 104729u) % 100003u + 1u) * 1e-6; }
static async void killer(task(unsigned) t, unsigned me)
{
    defer task_unref(t);
    await async_sleep(span(9, me));
    say(4, (unsigned)task_cancel(t));
}
"""
PYTHON_BEGIN = r'''import asyncio
import sys
M = 0xffffffff
kept = set()


class Loop(asyncio.SelectorEventLoop):
    """Time stands still until nothing is ready, and then jumps."""

    def __init__(self):
        super().__init__()
        self.start_time()
        self._clock_resolution, real = 1e-9, self._selector.select

        def select(timeout):
            if timeout is None:
                raise RuntimeError("nothing left to wait for")
            if timeout > 0:
                self.now = max(self.now, round(self._scheduled[0]._when, 6) + 1e-6) # as the runtime does
            return real(0)
        self._selector.select = select

    def start_time(self):
        """For each program anew: far from 0 a double is too coarse to tell which timer was set first."""
        self.now, self.timers = 0.0, 0

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        """Of timers that are due at one time, a heap gives out whichever; here the one that was set first comes first."""
        self.timers += 1
        return super().call_at(when + self.timers * 1e-12, callback, *args, context=context)


class Race(asyncio.Future):
    """The first one that ends without having been cancelled wins, the others are cancelled; it ends when all have ended."""

    def __init__(self, children):
        super().__init__()
        self.children, self.left, self.winner, self.requested = list(map(started, children)), len(children), None, False
        for child in self.children:
            child.add_done_callback(self.arrive)

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = [child.cancel() for child in self.children]
        self.requested |= any(asked)
        return any(asked)

    def arrive(self, child):
        if self.winner is None and not child.cancelled() and not self.requested:
            self.winner = child
            for other in self.children:
                if not other.done():
                    other.cancel()
        self.left -= 1
        if self.left == 0:
            if self.requested or self.winner is None:
                super().cancel()
            else:
                self.set_result((self.children.index(self.winner), self.winner.result()))


class Gather(asyncio.Future):
    """Ends when all have ended, as cancelled if one of them was."""

    def __init__(self, children):
        super().__init__()
        self.children, self.left, self.requested = list(map(started, children)), len(children), False
        for child in self.children:
            child.add_done_callback(self.arrive)

    cancel = Race.cancel

    def arrive(self, child):
        self.left -= 1
        if self.left == 0:
            if self.requested or any(child.cancelled() for child in self.children):
                super().cancel()
            else:
                self.set_result([child.result() for child in self.children])


async def limited(seconds, inner):
    try:
        async with asyncio.timeout(seconds):
            return 0, await inner
    except TimeoutError:
        return -110 & M, None # UV_ETIMEDOUT


def assign(v, places, result):
    kind, where, *inner = places
    value, rest = result if kind in ("race", "timeout") else (result, result)
    if kind == "race":
        assign(v, inner[0][value], rest)
    elif kind == "timeout" and not value:
        assign(v, inner[0], rest)
    elif kind == "gather":
        for places, one in zip(inner[0], rest):
            assign(v, places, one)
    if where >= 0:
        v[where & 3] = value


def started(call):
    return call if asyncio.isfuture(call) else create(call)


def create(call):
    made = asyncio.get_running_loop().create_task(call)
    kept.add(made)
    return made


async def race(*calls):
    return await Race([create(call) for call in calls])


async def gather(*calls):
    results = await asyncio.gather(*calls, return_exceptions=True)
    if any(isinstance(result, asyncio.CancelledError) for result in results):
        raise asyncio.CancelledError
    return results


def say(what, who):
    print(what, who & M, "%.0f" % (asyncio.get_running_loop().time() * 1e6))


def span(what, who):
    return (((who * 7919 & M) + (what * 104729 & M) & M) % 100003 + 1) * 1e-6


async def killer(t, me):
    me &= M
    await asyncio.sleep(span(9, me))
    say(4, int(t.cancel()))


async def run(name, number, killed):
    asyncio.get_running_loop().start_time() # nothing is left of the program before
    print("program", number)
    t = create(name(number))
    if killed:
        create(killer(t, number))
    await asyncio.wait([t])
    say(5, int(not t.cancelled()))
    await asyncio.sleep(1e5)
    kept.clear()
'''


def c_text(programs):
    runs = ""
    for program in programs:
        n = program.number
        runs += f"    case {n}: t = create_task(f{n}_0({n}u)); {f'spawn(killer(task_ref(t), {n}u));' * program.killed} break;\n"
    return C_BEGIN + "".join(C(program).text for program in programs) + (
        "async int main(int argc, char **argv)\n{\n    for (int k = 1; k < argc; k++) {\n    task(unsigned) t = NULL;\n"
        "    begin = async_time();\n    printf(\"program %s\\n\", argv[k]);\n    switch (atoi(argv[k])) {\n" + runs + "    }\n"
        "    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);\n    say(5, task_status(t) == 0);\n    task_unref(t);\n    fflush(stdout);\n"
        "    await async_sleep(1e5);\n    }\n    return 0;\n}\n")


def python_text(programs):
    return PYTHON_BEGIN + "".join(Python(program).text for program in programs) + (
        "async def main():\n" + "".join(f"    if {p.number} in wanted: await run(f{p.number}_0, {p.number}, {p.killed})\n" for p in programs)
        + "wanted = set(map(int, sys.argv[1:]))\nloop = Loop()\nloop.run_until_complete(main())\n")
