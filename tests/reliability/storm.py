#!/usr/bin/env python3
"""storm.py STORM [SEED [FIRST [COUNT]]] - the storms of what asyncio has, too, run by CPython's asyncio as well: they must say
the same, turn by turn. STORM is the program reliability_storm. What stands for race, Condition and the clock is what
runtime/differential.py has; gather waits for all, as there; queues serve in turn."""
import asyncio
import collections
import itertools
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "runtime"))
from differential import Condition, Race, VirtualLoop  # noqa: E402

EVENTS, ROUNDS, SLOTS, EACH = 3000, 300, 6, 2
Context = collections.namedtuple("Context", "own younger")


class Queue:
    """As asyncio.Queue, but whoever waits for an item or for room is served in turn: nobody overtakes one that was woken."""

    def __init__(self, bound):
        self.kept, self.unfinished, self.finished = [], 0, asyncio.Event()
        self.items, self.room = asyncio.Semaphore(0), asyncio.Semaphore(bound)
        self.finished.set()

    async def put(self, value):
        await self.room.acquire()
        self.kept.append(value)
        self.unfinished += 1
        self.finished.clear()
        self.items.release()

    async def get(self):
        await self.items.acquire()
        self.room.release()
        return self.kept.pop(0)

    def task_done(self):
        self.unfinished -= 1
        if not self.unfinished:
            self.finished.set()

    async def join(self):
        await self.finished.wait()


class Program:
    def __init__(self, main):
        self.main, self.said, self.tasks, self.slots = main, [], [], {}
        self.began = self.ended = self.serial = 0

    def say(self, what, number, value):
        self.said.append(f"{what}{number}:{value}")

    # ---- functions ----

    async def body(self, c, s):
        self.began += 1
        self.say("b", s[1], 0)
        done = False
        try:
            await self.block(c, s[4], 0)
            done = True
            return s[1] * 7 + 1
        finally:
            self.ended += 1
            self.say("e" if done else "~", s[1], 0)

    async def block(self, c, statements, k):
        for k in range(k, len(statements)):
            s = statements[k]
            if s[0] == "defer":
                try:
                    return await self.block(c, statements, k + 1)
                finally:
                    self.say("d", s[1], 0)
                    await self.block(c, s[4], 0)
            if await getattr(self, "s_" + s[0])(c, s):
                return True
        return False

    def start(self, s):
        made = len(self.tasks)
        self.tasks.append(asyncio.get_running_loop().create_task(self.body(Context(made, made), s)))
        return made

    def children(self, c, s):
        return [self.body(c._replace(own=-1), inner) for inner in s[4]]

    def awaitable(self, c, slot):
        made = self.slots.get(slot % SLOTS, -1)
        return self.tasks[made] if made > c.younger else None

    # ---- statements: the kind, its number, a, b, what it holds ----

    async def s_say(self, c, s):
        self.say("p", s[1], 0)

    async def s_sleep(self, c, s):
        await asyncio.sleep(s[2] / 2)

    async def s_yield(self, c, s):
        await asyncio.sleep(0)

    async def s_call(self, c, s):
        await self.body(c, s[4][0])

    async def s_loop(self, c, s):
        for _ in range(s[3] % 3 + 1):
            if await self.block(c, s[4], 0):
                return True

    async def s_task(self, c, s):
        self.slots[s[3]] = self.start(s[4][0])

    async def s_spawn(self, c, s):
        self.start(s[4][0])

    async def s_gather(self, c, s):
        results = await asyncio.gather(*self.children(c, s), return_exceptions=True)
        if any(isinstance(result, asyncio.CancelledError) for result in results):
            raise asyncio.CancelledError
        self.say("g", s[1], 0)

    async def s_race(self, c, s):
        winner = await Race(self.children(c, s))
        if winner is None:
            raise asyncio.CancelledError
        self.say("r", s[1], winner)

    async def s_timeout(self, c, s):
        late = 1
        try:
            async with asyncio.timeout(s[2] / 2):
                await self.body(c, s[4][0])
            late = 0
        except TimeoutError:
            pass
        self.say("t", s[1], late)

    async def s_join(self, c, s):
        task = self.awaitable(c, s[2])
        if task:
            self.say("j", s[1], await (asyncio.shield(task) if s[0] == "shield" else task))

    s_shield = s_join

    async def s_wait(self, c, s):
        tasks = [task for task in (self.awaitable(c, s[2] + k) for k in range(3)) if task]
        if tasks:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED if s[3] & 1 else asyncio.ALL_COMPLETED,
                               timeout=None if s[0] == "wait" else s[3] / 2)
            self.say("w", s[1], sum(task.done() for task in tasks))

    s_wait_timeout = s_wait

    def cancel(self, s, made):
        if made >= 0:
            self.say("x", s[1], int(self.tasks[made].cancel()))

    async def s_cancel(self, c, s):
        self.cancel(s, self.slots.get(s[2] % SLOTS, -1))

    async def s_cancel_twice(self, c, s):
        await self.s_cancel(c, s)
        await self.s_cancel(c, s)

    async def s_cancel_self(self, c, s):
        self.cancel(s, c.own)

    async def s_status(self, c, s):
        made = self.slots.get(s[2] % SLOTS, -1)
        if made >= 0:
            task = self.tasks[made]
            self.say("?", s[1], 2 if not task.done() else int(task.cancelled()))

    async def s_leave(self, c, s):
        return True

    async def s_mutex(self, c, s):
        async with self.mutexes[s[2] % EACH]:
            self.say("m", s[1], s[2] % EACH)
            return await self.block(c, s[4], 0)

    async def s_semaphore(self, c, s):
        async with self.semaphores[s[2] % EACH]:
            self.say("s", s[1], s[2] % EACH)
            return await self.block(c, s[4], 0)

    async def s_condition(self, c, s):
        condition = self.conditions[s[2] % EACH]
        async with condition.lock:
            self.say("c", s[1], 0)
            await condition.wait()
            self.say("c", s[1], 1)
            await asyncio.sleep(0)
            self.say("c", s[1], 2)

    async def s_notify(self, c, s):
        self.conditions[s[2] % EACH].notify(s[3])

    async def s_event(self, c, s):
        await self.events[s[2] % EACH].wait()
        self.say("E", s[1], s[2] % EACH)

    async def s_event_set(self, c, s):
        self.events[s[2] % EACH].set()

    async def s_event_clear(self, c, s):
        self.events[s[2] % EACH].clear()

    async def s_barrier(self, c, s):
        self.say("B", s[1], await self.barriers[s[2] % EACH].wait())

    async def s_put(self, c, s):
        self.serial += 1
        await self.queues[s[2] % EACH].put(self.serial)
        self.say("P", s[1], 0)

    async def s_get(self, c, s):
        value = await self.queues[s[2] % EACH].get()
        self.undone[s[2] % EACH] += 1
        self.say("G", s[1], value)

    async def s_queue_done(self, c, s):
        if self.undone[s[2] % EACH]:
            self.undone[s[2] % EACH] -= 1
            self.queues[s[2] % EACH].task_done()

    async def s_queue_join(self, c, s):
        await self.queues[s[2] % EACH].join()
        self.say("J", s[1], s[2] % EACH)

    # ---- the whole ----

    async def run(self):
        self.mutexes = [asyncio.Lock() for _ in range(EACH)]
        self.conditions = [Condition(asyncio.Lock()) for _ in range(EACH)]
        self.semaphores = [asyncio.Semaphore(k + 1) for k in range(EACH)]
        self.events = [asyncio.Event() for _ in range(EACH)]
        self.barriers = [asyncio.Barrier(k + 2) for k in range(EACH)]
        self.queues, self.undone = [Queue(2), Queue(10**9)], [0] * EACH
        self.start(self.main)
        await asyncio.sleep(1e4)
        self.say("T", self.began - self.ended, 0)
        for _ in range(ROUNDS):
            if self.began == self.ended:
                break
            for task in list(self.tasks):
                task.cancel()
            await asyncio.sleep(1)
        self.say("T", self.began - self.ended, 1)


def said_by_python(main):
    loop, program = VirtualLoop(), Program(main)
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(lambda loop, context: None)
    loop.run_until_complete(program.run())
    left = program.began != program.ended or len(program.said) >= EVENTS
    if left:
        kept.append((program, loop)) # tasks that have not ended would say things when they are collected
    else:
        loop.close()
    return None if left else program.said


kept = []


def main():
    storm, (seed, first, count) = sys.argv[1], [*map(int, sys.argv[2:]), *(1, 0, 2000)[len(sys.argv) - 2:]]

    def output(option):
        return subprocess.run([storm, "-a" + option, str(seed), str(first), str(count)], capture_output=True, text=True).stdout.splitlines()
    bad = left = 0
    got = {int(number): events.split() for number, _, events in (line.partition(":") for line in output("v"))}
    for number, line in zip(itertools.count(first), output("p")):
        expected = said_by_python(json.loads(line))
        if expected is None:
            left += 1
        elif expected != got.get(number):
            mine = got.get(number, [])
            at = next((k for k, pair in enumerate(itertools.zip_longest(expected, mine)) if pair[0] != pair[1]), 0)
            bad += 1
            if bad <= 5:
                print(f"program {number}: alike are {' '.join(expected[:at][-12:])}\n  asyncio: {' '.join(expected[at:at + 12])}\n"
                      f"  asyncc:  {' '.join(mine[at:at + 12])}")
    print(f"seed {seed}: {count} programs, {left} that cannot be compared, {bad or 'no'} different")
    sys.stdout.flush()
    os._exit(bad != 0)  # without collecting what is kept


if __name__ == "__main__":
    main()
