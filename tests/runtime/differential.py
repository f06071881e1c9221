#!/usr/bin/env python3
"""differential.py SCRIPT_MAIN [COUNT [SEED]] - random scripts (see script.h), run by CPython's asyncio and by the
runtime under the virtual clock, must say the same. differential.py -e 'SCRIPT' prints what asyncio says.

Where the runtime differs from asyncio by design, the interpreter here does as the runtime does: gather waits
for all its children even if one was cancelled, and tasks left at the end are cancelled in the order of their
creation."""

import asyncio
import os
import random
import selectors
import subprocess
import sys


class Timer(asyncio.events.TimerHandle):
    """Of two with the same deadline the older one is first; with a real clock no two are the same."""

    count = 0

    def __init__(self, *arguments):
        super().__init__(*arguments)
        Timer.count += 1
        self.number = Timer.count

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


asyncio.events.TimerHandle = Timer

LATENESS = 2.0 ** -20  # a microsecond, so that sums are exact


class Deadlock(RuntimeError):
    """The runtime cancels the main task then, asyncio would wait for ever."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time stands still, and jumps when there is nothing else to do, a microsecond late."""

    def __init__(self):
        class Selector(selectors.SelectSelector):
            def select(selector, timeout=None):
                if timeout is None:
                    raise Deadlock
                if timeout > 0:
                    self.now += timeout + LATENESS
                return super().select(0)

        self.now = 1.0
        super().__init__(Selector())
        self._clock_resolution = 1e-12

    def time(self):
        return self.now


class Race(asyncio.Future):
    """Tasks of which the first one that ends without being cancelled wins; it is done when all have ended. The result
    is the winner's number, or None. As with gather, cancelling it cancels them."""

    def __init__(self, coroutines):
        super().__init__()
        self.tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
        self.left = len(self.tasks)
        self.winner = None
        self.was_cancelled = False
        for task in self.tasks:
            task.add_done_callback(self.ended)

    def ended(self, task):
        if self.winner is None and not task.cancelled() and not self.was_cancelled:
            self.winner = self.tasks.index(task)
            for other in self.tasks:
                other.cancel()
        self.left -= 1
        if self.left == 0:
            self.set_result(None if self.was_cancelled else self.winner)

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = [task.cancel() for task in self.tasks]
        self.was_cancelled = self.was_cancelled or any(asked)
        return any(asked)


class Condition:
    """As of Python 3.13, where a task that was notified and is cancelled before it goes on notifies the next; and
    anybody may notify."""

    def __init__(self, lock):
        self.lock = lock
        self.waiters = []

    async def wait(self):
        future = asyncio.get_running_loop().create_future()
        cancelled = None
        self.lock.release()
        self.waiters.append(future)
        try:
            await future
        except asyncio.CancelledError as error:
            cancelled = error
        self.waiters.remove(future)
        while True:
            try:
                await self.lock.acquire()
                break
            except asyncio.CancelledError as error:
                cancelled = error
        if cancelled:
            if not future.cancelled():
                self.notify(1)
            raise cancelled

    def notify(self, count):
        for future in [future for future in self.waiters if not future.done()][:count]:
            future.set_result(None)


class Interpreter:
    def __init__(self, script):
        self.routines = [routine.split() for routine in script.split(";")]
        self.slots = {}
        self.log = []
        self.made = set()
        self.tasks = []
        self.events = [asyncio.Event() for _ in range(2)]
        self.mutexes = [asyncio.Lock() for _ in range(2)]
        self.semaphores = [asyncio.Semaphore(i + 1) for i in range(2)]
        self.conditions = [Condition(lock) for lock in self.mutexes]

    def say(self, word):
        self.log.append(word)

    @staticmethod
    def number(task):
        return int(task.get_name()[5:])

    def younger(self, slot):
        task = self.slots.get(int(slot))
        if task and self.number(task) > self.number(asyncio.current_task()):
            return task
        return None

    async def word(self, word):
        kind, rest = word[0], word[1:]
        if kind == "p":
            self.say(rest)
        elif kind == "s":
            await asyncio.sleep(float(rest))
        elif kind == "y":
            await asyncio.sleep(0)
        elif kind == "c":
            await self.routine(int(rest))
        elif kind == "n":
            routine, slot = rest.split(":")
            self.slots[int(slot)] = self.keep(asyncio.create_task(self.routine(int(routine))))
        elif kind == "N":
            self.keep(asyncio.create_task(self.routine(int(rest))))
        elif kind == "j":
            if self.younger(rest):
                await self.younger(rest)
        elif kind == "x":
            if int(rest) in self.slots:
                self.say("x%d" % self.slots[int(rest)].cancel())
        elif kind == "X":
            asyncio.current_task().cancel()
        elif kind == "?":
            if int(rest) in self.slots:
                task = self.slots[int(rest)]
                self.say("R" if not task.done() else "C" if task.cancelled() else "D")
        elif kind == "g":
            calls = [self.routine(int(routine)) for routine in rest.split(",")]
            results = await asyncio.gather(*calls, return_exceptions=True)
            if any(isinstance(result, asyncio.CancelledError) for result in results):
                raise asyncio.CancelledError
        elif kind == "t":
            seconds, routine = rest.split(",")
            try:
                async with asyncio.timeout(float(seconds)):
                    await self.routine(int(routine))
                self.say("t0")
            except TimeoutError:
                self.say("tT")
        elif kind == "r":
            winner = await Race([self.routine(int(routine)) for routine in rest.split(",")])
            if winner is None:
                raise asyncio.CancelledError
            self.say("r%d" % winner)
        elif kind == "h":
            if self.younger(rest):
                await asyncio.shield(self.younger(rest))
        elif kind in "wW":
            at = min(rest.find(until) for until in "AF" if until in rest)
            seconds, rest = float(rest[:at]) if at else None, rest[at:]
            tasks = [self.younger(slot) for slot in rest[1:].split(",")]
            tasks = [task for task in tasks if task]
            if tasks:
                until = asyncio.ALL_COMPLETED if rest[0] == "A" else asyncio.FIRST_COMPLETED
                await asyncio.wait(tasks, return_when=until, timeout=seconds)
            self.say("w%d" % sum(task.done() for task in tasks))
        elif kind == "e":
            await self.events[int(rest)].wait()
        elif kind == "E":
            self.events[int(rest)].set()
        elif kind == "K":
            self.events[int(rest)].clear()
        elif kind in "ma":
            number, routine = rest.split(",")
            async with (self.mutexes if kind == "m" else self.semaphores)[int(number)]:
                await self.routine(int(routine))
        elif kind == "v":
            async with self.mutexes[int(rest)]:
                await self.conditions[int(rest)].wait()
        elif kind == "V":
            number, count = rest.split(",")
            self.conditions[int(number)].notify(int(count))

    def keep(self, task):
        self.made.add(task)
        return task

    async def routine(self, number):
        words = self.routines[number]
        at = words.index("/") if "/" in words else len(words)
        try:
            for word in words[:at]:
                await self.word(word)
        except asyncio.CancelledError:
            self.say("~%d" % number)
            raise
        finally:
            for word in words[at + 1:]:
                await self.word(word)

    def new_task(self, loop, coroutine, **arguments):
        self.tasks.append(asyncio.Task(coroutine, loop=loop, **arguments))
        return self.tasks[-1]

    def run_in(self, loop):
        """The value is how many tasks had been made when the main one ended."""
        try:
            loop.run_until_complete(loop.create_task(self.routine(0)))
        except asyncio.CancelledError:
            pass
        tasks = sorted(asyncio.all_tasks(loop), key=self.number)
        for task in tasks:
            task.cancel()
        made = len(self.made)
        if tasks:
            loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        return made

    def run(self):
        loop = VirtualLoop()
        loop.set_task_factory(self.new_task)
        asyncio.set_event_loop(loop)
        loop.set_exception_handler(lambda loop, context: None)
        asyncio.tasks._task_name_counter = __import__("itertools").count(1).__next__
        try:
            made = self.run_in(loop)
        finally:
            loop.close()
        # asyncio.run does not care for tasks that are made while the others are cancelled; we do.
        return " ".join(self.log) if made == len(self.made) else None


def random_word(dice, number, count, cleanup, primitives):
    def later():
        return dice.randrange(number + 1, count)

    def slot():
        return dice.randrange(4)

    def some(make):
        return ",".join(str(make()) for _ in range(dice.randint(1, 3)))

    def seconds():
        return dice.choice(["0", "-1", "0.5", "1", "1.5", "2", "3", "3.5"])

    kinds = "pppssyyx?" + ("" if cleanup else "X")
    if number + 1 < count:
        kinds += "cgtt" if cleanup else "cnnnNggttt"
    kinds += "j" if cleanup else "jjjww"
    if primitives:
        kinds += "EEEKVVV" + ("" if cleanup else "eevv")
        if number + 1 < count:
            kinds += "mmmaaatt"
    elif not cleanup:
        kinds += "hhWW" + ("rr" if number + 1 < count else "")
    kind = dice.choice(kinds)
    if kind == "X" and dice.random() < 0.7:
        kind = "p"
    return {
        "p": lambda: "p%s%d" % (chr(97 + number), dice.randrange(10)),
        "s": lambda: "s" + seconds(),
        "y": lambda: "y",
        "x": lambda: "x%d" % slot(),
        "?": lambda: "?%d" % slot(),
        "X": lambda: "X",
        "c": lambda: "c%d" % later(),
        "n": lambda: "n%d:%d" % (later(), slot()),
        "N": lambda: "N%d" % later(),
        "g": lambda: "g" + some(later),
        "t": lambda: "t%s,%d" % (seconds(), later()),
        "j": lambda: "j%d" % slot(),
        "w": lambda: "w" + dice.choice("AF") + some(slot),
        "W": lambda: "W" + seconds() + dice.choice("AF") + some(slot),
        "r": lambda: "r" + some(later),
        "h": lambda: "h%d" % slot(),
        "e": lambda: "e%d" % dice.randrange(2),
        "E": lambda: "E%d" % dice.randrange(2),
        "K": lambda: "K%d" % dice.randrange(2),
        "m": lambda: "m%d,%d" % (dice.randrange(2), later()),
        "a": lambda: "a%d,%d" % (dice.randrange(2), later()),
        "v": lambda: "v%d" % dice.randrange(2),
        "V": lambda: "V%d,%d" % (dice.randrange(2), dice.randint(1, 3)),
    }[kind]()


def random_script(dice):
    primitives = dice.random() < 0.5
    count = dice.randint(3, 6) if primitives else dice.randint(1, 6)
    routines = []
    for number in range(count):
        words = [random_word(dice, number, count, False, primitives) for _ in range(dice.randint(1, 8))]
        if dice.random() < 0.4:
            words += ["/"] + [random_word(dice, number, count, True, primitives) for _ in range(dice.randint(1, 3))]
        routines.append(" ".join(words))
    return ";".join(routines)


def main():
    if sys.argv[1] == "-e":
        print(Interpreter(sys.argv[2]).run())
        return
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    scripts, expected = [], []
    kept = []  # tasks that have not ended would say things when they are collected
    for i in range(count):
        script = random_script(random.Random("%d.%d" % (seed, i)))
        interpreter = Interpreter(script)
        try:
            said = interpreter.run()
        except Deadlock:
            said = None
        kept += [task for task in interpreter.tasks if not task.done()]
        if said is not None and len(said) < 10000:
            scripts.append(script)
            expected.append(said)
    result = subprocess.run([sys.argv[1]], input="\n".join(scripts) + "\n", capture_output=True, text=True)
    got = result.stdout.split("\n")[:-1]
    bad = 0
    for script, right, mine in zip(scripts, expected, got):
        if right != mine:
            bad += 1
            if bad <= 5:
                print("script:  %s\nasyncio: %s\nasyncc:  %s\n" % (script, right, mine))
    if len(got) != len(scripts) or result.returncode:
        print("ended with %d after %d of %d scripts: %s\n%s" % (result.returncode, len(got), len(scripts),
              scripts[len(got)] if len(got) < len(scripts) else "", result.stderr))
        bad += 1
    print("%d scripts, %d different" % (len(scripts), bad))
    sys.stdout.flush()
    os._exit(bad != 0)  # without collecting what is kept


if __name__ == "__main__":
    main()
