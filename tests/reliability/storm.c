/*
 * storm.c - random programs of tasks that wait for each other in all ways and are cancelled at any moment.
 *
 *     storm [-r] [-m] [-a] [-v] SEED [FIRST [COUNT]]
 *         -r: in real time, else in virtual time    -m: allocations fail at random
 *         -v: what they do is printed               -a: only what asyncio has, too; with -p as JSON, and not run
 *
 * What a program does is interpreted by async functions, so that thousands take a minute. Checked are: each function that
 * began ends; each defer that was reached runs once, in order; what is held is held by as many as may; values are those of the
 * calls; who waits when time has stopped does so for a reason; at the end nothing is held and nothing is left.
 */
#include "storm_program.h"
#include "storm_world.h"

#include <asyncc.h>
#include <asyncc/interval.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

typedef const struct storm_statement statement;

enum { NESTED = 64, ROUNDS = 300, EVENTS = 3000 };

/* A function's own. */
struct account {
    statement *armed[NESTED]; /* the defers that were reached, and have not run */
    int count, done;
};

struct context {
    struct account *account;
    struct async_group *group; /* the one around, or NULL */
    int self;                  /* the task's record; -1: it has none */
    int younger;               /* only tasks behind that record may be waited for, so that nobody waits in a circle */
    int owns;                  /* the group is this task's */
};

static int shared, verbose;
static double unit = 1; /* of time, in seconds */
static int serial;      /* of the values that are put */
static struct { long functions, tasks, defers, cancels, cancelled; } totals;

/* ---- the trace ---- */

static int events;

static void say(const char *what, int number, int value)
{
    if (verbose && events++ < EVENTS)
        printf(" %s%d:%d", what, number, value);
}

/* ---- functions, and their defers ---- */

static async int block(struct context c, statement *s);
static async int body(struct context c, statement *s);

static int value_of(statement *s)
{
    return s->number * 7 + 1;
}

/* What the function returns: some fail. */
static int fallible(statement *s)
{
    return s->b == 0 && !shared ? -value_of(s) : value_of(s);
}

static void finish(struct account *account, statement *s)
{
    storm_expect(account->count == 0);
    world.ended++;
    totals.functions++;
    totals.cancelled += !account->done;
    say(account->done ? "e" : "~", s->number, 0);
}

static async int body(struct context c, statement *s)
{
    struct account account;
    account.count = account.done = 0;
    c.account = &account;
    world.began++;
    say("b", s->number, 0);
    defer finish(&account, s);
    await block(c, s->inner);
    account.done = 1;
    return fallible(s);
}

static void disarm(struct account *account, statement *s)
{
    storm_expect(account->count > 0 && account->armed[account->count - 1] == s);
    account->count--;
    totals.defers++;
    say("d", s->number, 0);
}

static async int guarded(struct context c, statement *s)
{
    storm_expect(c.account->count < NESTED);
    c.account->armed[c.account->count++] = s;
    defer {
        disarm(c.account, s);
        await block(c, s->inner);
    }
    return await block(c, s->next);
}

static struct context child(struct context c)
{
    c.self = -1;
    c.owns = 0;
    return c;
}

/* ---- tasks ---- */

enum how { OWN, SPAWNED, IN_GROUP, SPAWNED_IN_GROUP };

/* The record of a new task; -1: it has none. */
static int start(struct context c, statement *s, enum how how)
{
    int made = world.recorded;
    struct context inside = { NULL, how >= IN_GROUP ? c.group : NULL, made, made, 0 };
    struct context nameless = { NULL, inside.group, -1, made - 1, 0 };
    task(int) t = NULL;
    if (made == STORM_TASKS)
        return -1;
    if (how == SPAWNED && !shared)
        (void)spawn(body(nameless, s));
    else if (how == SPAWNED_IN_GROUP)
        (void)async_group_spawn(c.group, body(nameless, s));
    else if (how == IN_GROUP)
        t = async_group_create_task(c.group, body(inside, s));
    else
        t = create_task(body(inside, s));
    totals.tasks++;
    if (!t)
        return -1;
    world.records[made].handle = t;
    return world.recorded++;
}

static void keep(int slot, int made)
{
    if (made >= 0)
        world.slots[slot] = made;
}

/* The record in the slot, if it may be waited for; or -1. */
static int awaitable(struct context c, int slot)
{
    int record = world.slots[slot % STORM_SLOTS];
    return record > c.younger ? record : -1;
}

static async void joins(struct context c, statement *s)
{
    int record = awaitable(c, s->a), value = 0, late = 0;
    if (record < 0)
        return;
    world.records[record].joining++;
    defer world.records[record].joining--;
    task(int) t = task_ref(world.records[record].handle);
    if (s->kind == STORM_shield)
        value = await shield(t);
    else if (s->kind == STORM_timeout_join)
        late = await timeout(s->b * unit / 2, value = join(t));
    else
        value = await join(t);
    say("j", s->number, value);
    storm_expect(late == (late ? UV_ETIMEDOUT : 0));
    storm_expect(task_done(world.records[record].handle));
}

static async void waits(struct context c, statement *s)
{
    task(int) tasks[3];
    int count = 0, ended, until = s->b & 1 ? ASYNC_FIRST_COMPLETED : ASYNC_ALL_COMPLETED;
    for (int i = 0; i < 3; i++)
        if (awaitable(c, s->a + i) >= 0)
            tasks[count++] = world.records[awaitable(c, s->a + i)].handle;
    if (!count)
        return;
    if (s->kind == STORM_wait)
        ended = await async_wait(tasks, (size_t)count, until);
    else
        ended = await async_wait_timeout(tasks, (size_t)count, until, s->b * unit / 2);
    if (ended == UV_ENOMEM)
        return;
    storm_expect(s->kind == STORM_wait_timeout || ended >= (s->b & 1 ? 1 : count));
    say("w", s->number, ended);
}

static void cancel(statement *s, int record)
{
    if (record < 0)
        return;
    totals.cancels++;
    say("x", s->number, task_cancel(world.records[record].handle));
}

static void status(statement *s)
{
    int record = world.slots[s->a % STORM_SLOTS];
    int is = record < 0 ? 0 : task_status(world.records[record].handle);
    if (record >= 0)
        say("?", s->number, is == 0 ? 0 : is == UV_ECANCELED ? 1 : 2);
}

/* ---- several at once ---- */

static async void gathers(struct context c, statement *s)
{
    statement *f = s->inner, *g = f->next, *h = g ? g->next : NULL;
    struct context k = child(c);
    int x = 0, y = 0, z = 0;
    if (h)
        await gather(x = body(k, f), y = body(k, g), z = body(k, h));
    else if (g)
        await gather(x = body(k, f), y = body(k, g));
    else
        await gather(x = body(k, f));
    storm_expect(x == fallible(f) && (!g || y == fallible(g)) && (!h || z == fallible(h)));
    say("g", s->number, 0);
}

static async void races(struct context c, statement *s)
{
    statement *f = s->inner, *g = f->next, *h = g ? g->next : NULL;
    struct context k = child(c);
    int x = 0, y = 0, z = 0, won;
    if (h)
        won = await race(x = body(k, f), y = body(k, g), z = body(k, h));
    else if (g)
        won = await race(x = body(k, f), y = body(k, g));
    else
        won = await race(x = body(k, f));
    storm_expect(x == (won == 0 ? fallible(f) : 0) && y == (won == 1 ? fallible(g) : 0) && z == (won == 2 ? fallible(h) : 0));
    say("r", s->number, won);
}

static async void first_ok_of(struct context c, statement *s)
{
    statement *f = s->inner, *g = f->next, *h = g ? g->next : NULL;
    struct context k = child(c);
    int x = 0, y = 0, z = 0, won;
    if (h)
        won = await first_ok(x = body(k, f), y = body(k, g), z = body(k, h));
    else if (g)
        won = await first_ok(x = body(k, f), y = body(k, g));
    else
        won = await first_ok(x = body(k, f));
    storm_expect(won < 3);
    storm_expect(x == (won == 0 ? value_of(f) : 0) && y == (won == 1 ? value_of(g) : 0) && z == (won == 2 ? value_of(h) : 0));
}

static async void limited(struct context c, statement *s)
{
    statement *f = s->inner, *g = s->kind == STORM_timeout ? NULL : f->next;
    struct context k = child(c);
    double seconds = s->a * unit / 2;
    int x = 0, y = 0, late;
    if (s->kind == STORM_timeout)
        late = await timeout(seconds, x = body(c, f));
    else if (g)
        late = await timeout(seconds, x = body(k, f), y = body(k, g));
    else
        late = await timeout(seconds, gather(x = body(k, f)));
    storm_expect(late == 0 || late == UV_ETIMEDOUT);
    storm_expect(x == (late ? 0 : fallible(f)) && y == (late || !g ? 0 : fallible(g)));
    say("t", s->number, late != 0);
}

static async void nested(struct context c, statement *s)
{
    statement *f = s->inner, *g = f->next ? f->next : f, *h = g->next ? g->next : g;
    struct context k = child(c);
    double seconds = s->a * unit / 2;
    int x = 0, y = 0, z = 0, u = 0, late = 1, won, inner = -1;
    switch (s->b % 3) {
    case 0:
        won = await race(x = body(k, f), late = timeout(seconds, y = body(k, g)), gather(z = body(k, h), u = body(k, f)));
        storm_expect(won == 0   ? x == fallible(f) && late == 1
                     : won == 1 ? late != 1
                                : z == fallible(h) && u == fallible(f));
        break;
    case 1:
        await gather(x = body(k, f), inner = race(y = body(k, g), late = timeout(seconds, z = body(k, h))));
        storm_expect(x == fallible(f) && (inner == 0 ? y == fallible(g) && late == 1 : inner == 1 && late != 1 && y == 0));
        break;
    default:
        late = await timeout(seconds, inner = race(timeout(s->b * unit, x = body(k, f)), gather(y = body(k, g), z = body(k, h))));
        storm_expect(late         ? inner == -1 && !x && !y && !z
                     : inner == 0 ? !y && !z
                                  : !x && y == fallible(g) && z == fallible(h));
    }
}

/* ---- groups ---- */

static async void group_join(struct context c)
{
    if (c.owns && await async_group_join(c.group) == 0)
        storm_expect(c.group->count == 0);
}

static async void waits_for_room(struct context c)
{
    int i = 0;
    while (i < STORM_ROOMLESS && world.roomless[i])
        i++;
    if (i == STORM_ROOMLESS)
        return;
    world.roomless[i] = c.group;
    defer world.roomless[i] = NULL;
    await async_group_room(c.group);
}

static async int grouped(struct context c, statement *s)
{
    struct async_group group = ASYNC_GROUP_INIT((size_t)s->a % 4);
    defer storm_expect(group.count == 0 && !group.joiners.first && !group.roomless.first);
    defer await async_group_close(&group);
    c.group = &group;
    c.owns = 1;
    int left = await block(c, s->inner);
    if (s->b & 1)
        await group_join(c);
    return left;
}

static async void completed(struct context c, statement *s)
{
    struct async_completions completions;
    task(int) tasks[3];
    int count = 0, seen = 0;
    for (statement *inner = s->inner; inner; inner = inner->next) {
        int made = start(c, inner, OWN);
        if (made >= 0)
            tasks[count++] = world.records[made].handle;
    }
    if (async_completions_init(&completions, tasks, (size_t)count) != 0)
        return;
    defer async_completions_deinit(&completions);
    for (int i; (i = await async_completions_next(&completions)) >= 0; seen |= 1 << i)
        storm_expect(i < count && !(seen & 1 << i) && task_done(tasks[i]));
    storm_expect(seen == (1 << count) - 1);
}

/* ---- locks ---- */

/* A wait that is counted as long as it lasts. */
#define WAITS(counter, ...) \
    do {                    \
        (counter)++;        \
        defer (counter)--;  \
        __VA_ARGS__;        \
    } while (0)

static async int with_mutex(struct context c, statement *s)
{
    int i = s->a % STORM_EACH;
    WAITS(world.mutexes[i].waiting, await async_mutex_lock(&world.mutexes[i].lock));
    storm_expect(world.mutexes[i].holders++ == 0);
    defer {
        storm_expect(--world.mutexes[i].holders == 0);
        async_mutex_unlock(&world.mutexes[i].lock);
    }
    say("m", s->number, i);
    return await block(c, s->inner);
}

/* Its mutex is its own, and held only shortly: who waits for a condition takes it again even when it is cancelled. */
static async void condition(statement *s)
{
    int i = STORM_EACH + s->a % STORM_EACH;
    WAITS(world.mutexes[i].waiting, await async_mutex_lock(&world.mutexes[i].lock));
    storm_expect(world.mutexes[i].holders++ == 0);
    defer {
        storm_expect(--world.mutexes[i].holders == 0);
        async_mutex_unlock(&world.mutexes[i].lock);
    }
    say("c", s->number, 0);
    {
        storm_expect(--world.mutexes[i].holders == 0);
        defer storm_expect(world.mutexes[i].holders++ == 0);
        await async_condition_wait(&world.conditions[i - STORM_EACH], &world.mutexes[i].lock);
    }
    say("c", s->number, 1);
    await async_yield();
    say("c", s->number, 2);
}

static async int with_semaphore(struct context c, statement *s)
{
    int i = s->a % STORM_EACH;
    WAITS(world.semaphores[i].waiting, await async_semaphore_acquire(&world.semaphores[i].lock));
    storm_expect(world.semaphores[i].holders++ <= i);
    defer {
        world.semaphores[i].holders--;
        async_semaphore_release(&world.semaphores[i].lock);
    }
    say("s", s->number, i);
    return await block(c, s->inner);
}

static async int with_rwlock(struct context c, statement *s)
{
    int i = s->a % STORM_EACH, *held = s->kind == STORM_read_lock ? &world.rwlocks[i].readers : &world.rwlocks[i].writers;
    if (s->kind == STORM_read_lock)
        WAITS(world.rwlocks[i].to_read, await async_rwlock_read(&world.rwlocks[i].lock));
    else
        WAITS(world.rwlocks[i].to_write, await async_rwlock_write(&world.rwlocks[i].lock));
    ++*held;
    storm_expect(world.rwlocks[i].writers == 0 || world.rwlocks[i].writers + world.rwlocks[i].readers == 1);
    defer {
        --*held;
        async_rwlock_unlock(&world.rwlocks[i].lock);
    }
    return await block(c, s->inner);
}

static async void barrier(statement *s)
{
    int i = s->a % STORM_EACH, index = 0;
    WAITS(world.barriers[i].waiting, index = await async_barrier_wait(&world.barriers[i].barrier));
    storm_expect(index == UV_ECONNABORTED || (index >= 0 && index < STORM_PARTIES + i));
    say("B", s->number, index);
}

static async void simple_wait(statement *s)
{
    int i = s->a % STORM_EACH, status = 0;
    switch (s->kind) {
    case STORM_event:
        WAITS(world.events[i].waiting, await async_event_wait(&world.events[i].event));
        say("E", s->number, i);
        break;
    case STORM_latch:
        WAITS(world.latches[i].waiting, await async_latch_wait(&world.latches[i].latch));
        storm_expect(world.latches[i].latch.count == 0);
        break;
    case STORM_future:
        WAITS(world.futures[i].waiting, status = await async_future_wait(&world.futures[i].future));
        storm_expect(status == 0 || status == 7);
        break;
    default:
        WAITS(world.oneshots[i].waiting, status = await async_oneshot_receive(&world.oneshots[i].oneshot));
        storm_expect(status == UV_EOF || (status == 0 && world.oneshots[i].value == 5));
    }
}

/* ---- what is sent ---- */

static async void put(statement *s)
{
    int i = s->a % STORM_EACH, value = ++serial, status = 0;
    WAITS(world.queues[i].putting, status = await async_queue_put(&world.queues[i].queue, &value));
    storm_expect(status == 0 || status == UV_EPIPE || status == UV_ENOMEM);
    world.queues[i].put += status == 0;
    say("P", s->number, status);
}

static async void get(statement *s)
{
    int i = s->a % STORM_EACH, value = 0, status = 0;
    WAITS(world.queues[i].getting, status = await async_queue_get(&world.queues[i].queue, &value));
    storm_expect(status == 0 ? value > 0 : status == UV_EOF && value == 0);
    world.queues[i].got += status == 0;
    world.queues[i].undone += status == 0;
    say("G", s->number, value);
}

static async void queue_join(statement *s)
{
    int i = s->a % STORM_EACH;
    WAITS(world.queues[i].joining, await async_queue_join(&world.queues[i].queue));
    say("J", s->number, i);
}

static void queue_done(int i)
{
    if (world.queues[i].undone && world.queues[i].queue.unfinished) {
        world.queues[i].undone--;
        async_queue_done(&world.queues[i].queue);
    }
}

static void queue_try(int i, int puts)
{
    int value = 1;
    if (puts)
        world.queues[i].put += async_queue_try_put(&world.queues[i].queue, &value) == 0;
    else
        world.queues[i].got += async_queue_try_get(&world.queues[i].queue, &value) == 0;
}

static void queue_end(int i, int drops)
{
    if (drops) {
        world.queues[i].dropped += (int)async_queue_count(&world.queues[i].queue);
        async_queue_abort(&world.queues[i].queue);
    } else {
        async_queue_close(&world.queues[i].queue);
    }
}

static async void receives(statement *s)
{
    int i = s->a % STORM_EACH, value, last = world.broadcasts[i].sent, status = 0;
    struct async_receiver receiver;
    if (!world.broadcasts[i].is_made)
        return;
    async_broadcast_subscribe(&world.broadcasts[i].broadcast, &receiver);
    for (int k = 0; k <= s->b; k++) {
        WAITS(world.broadcasts[i].waiting, status = await async_broadcast_receive(&receiver, &value));
        storm_expect(status == 0 || status == UV_EOF || status == UV_ENOBUFS);
        if (status == 0)
            storm_expect(value == ++last);
        else if (status == UV_ENOBUFS)
            last += (int)receiver.missed;
        else
            storm_expect(last == world.broadcasts[i].sent);
    }
}

static void send_all(int i)
{
    int value = world.broadcasts[i].sent + 1;
    if (world.broadcasts[i].is_made && async_broadcast_send(&world.broadcasts[i].broadcast, &value) == 0)
        world.broadcasts[i].sent++;
}

static void send_once(int i, int closes)
{
    int five = 5;
    if (closes)
        async_oneshot_close(&world.oneshots[i].oneshot);
    else
        (void)async_oneshot_send(&world.oneshots[i].oneshot, &five);
}

/* ---- all of them ---- */

static void act(struct context c, statement *s)
{
    int i = s->a % STORM_EACH, slot = s->a % STORM_SLOTS;
    switch (s->kind) {
    case STORM_say: say("p", s->number, 0); break;
    case STORM_task: keep(s->b, start(c, s->inner, OWN)); break;
    case STORM_spawn: start(c, s->inner, SPAWNED); break;
    case STORM_cancel: cancel(s, world.slots[slot]); break;
    case STORM_cancel_twice: cancel(s, world.slots[slot]), cancel(s, world.slots[slot]); break;
    case STORM_cancel_self: cancel(s, c.self); break;
    case STORM_status: status(s); break;
    case STORM_notify: async_condition_notify(&world.conditions[i], (unsigned)s->b); break;
    case STORM_event_set: async_event_set(&world.events[i].event); break;
    case STORM_event_clear: async_event_clear(&world.events[i].event); break;
    case STORM_queue_done: queue_done(i); break;
    case STORM_queue_try: queue_try(i, s->b & 1); break;
    case STORM_queue_close: queue_end(i, s->b & 1); break;
    case STORM_barrier_abort: async_barrier_abort(&world.barriers[i].barrier); break;
    case STORM_barrier_reset: async_barrier_reset(&world.barriers[i].barrier); break;
    case STORM_latch_down: async_latch_count_down(&world.latches[i].latch, world.latches[i].latch.count != 0); break;
    case STORM_future_set: async_future_set(&world.futures[i].future, 7); break;
    case STORM_oneshot_send: send_once(i, s->b == 0); break;
    case STORM_broadcast_send: send_all(i); break;
    case STORM_broadcast_close:
        if (world.broadcasts[i].is_made && s->b == 0)
            async_broadcast_close(&world.broadcasts[i].broadcast);
        break;
    case STORM_group_spawn: start(c, s->inner, SPAWNED_IN_GROUP); break;
    case STORM_group_task: keep(s->b, start(c, s->inner, IN_GROUP)); break;
    case STORM_group_cancel: async_group_cancel(c.group); break;
    default: storm_fail("a statement that nobody knows", __FILE__, __LINE__);
    }
}

static async void ticks(statement *s)
{
    struct async_interval interval;
    async_interval_init(&interval, (s->a + 1) * unit / 4, s->b % 3);
    await async_interval_next(&interval);
    await async_interval_next(&interval);
}

static async int repeated(struct context c, statement *s)
{
    for (int i = 0; i < s->b % 3 + 1; i++)
        if (await block(c, s->inner))
            return 1;
    return 0;
}

/* 1: the function is to be left. */
static async int step(struct context c, statement *s)
{
    switch (s->kind) {
    case STORM_leave: return 1;
    case STORM_loop: return await repeated(c, s);
    case STORM_mutex: return await with_mutex(c, s);
    case STORM_semaphore: return await with_semaphore(c, s);
    case STORM_read_lock:
    case STORM_write_lock: return await with_rwlock(c, s);
    case STORM_group: return await grouped(c, s);
    case STORM_sleep: WAITS(world.sleeping, await async_sleep(s->a * unit / 2)); break;
    case STORM_yield: WAITS(world.sleeping, await async_yield()); break;
    case STORM_call: storm_expect(await body(c, s->inner) == fallible(s->inner)); break;
    case STORM_gather: await gathers(c, s); break;
    case STORM_race: await races(c, s); break;
    case STORM_first_ok: await first_ok_of(c, s); break;
    case STORM_timeout:
    case STORM_timeout_gather: await limited(c, s); break;
    case STORM_nested: await nested(c, s); break;
    case STORM_join:
    case STORM_shield:
    case STORM_timeout_join: await joins(c, s); break;
    case STORM_wait:
    case STORM_wait_timeout: await waits(c, s); break;
    case STORM_condition: await condition(s); break;
    case STORM_event:
    case STORM_latch:
    case STORM_future:
    case STORM_oneshot: await simple_wait(s); break;
    case STORM_barrier: await barrier(s); break;
    case STORM_put: await put(s); break;
    case STORM_get: await get(s); break;
    case STORM_queue_join: await queue_join(s); break;
    case STORM_broadcast: await receives(s); break;
    case STORM_group_join: await group_join(c); break;
    case STORM_group_room: await waits_for_room(c); break;
    case STORM_completions: await completed(c, s); break;
    case STORM_interval: await ticks(s); break;
    default: act(c, s);
    }
    return 0;
}

static async int block(struct context c, statement *s)
{
    for (; s; s = s->next) {
        if (s->kind == STORM_defer)
            return await guarded(c, s);
        if (await step(c, s))
            return 1;
    }
    return 0;
}

/* ---- a program ---- */

static int real_time;

/* All that is left is cancelled, again and again: a defer may wait, too. */
static async void end_tasks(void)
{
    for (int round = 0; round < ROUNDS && world.began != world.ended; round++) {
        if (!shared)
            storm_world_open();
        for (int i = 0; i < world.recorded; i++)
            task_cancel(world.records[i].handle);
        await async_sleep(unit);
    }
}

static async int run(statement *s)
{
    start((struct context){ NULL, NULL, 0, 0, 0 }, s, OWN);
    if (real_time) {
        int left = 10;
        do
            await async_sleep(unit);
        while (--left && world.began != world.ended);
    } else {
        await async_sleep(1e4);
        storm_world_check_waits();
        say("T", (int)(world.began - world.ended), 0);
    }
    await end_tasks();
    say("T", (int)(world.began - world.ended), 1);
    if (!shared)
        storm_world_open();
    return 1;
}

static void run_program(unsigned long seed, unsigned long number, int may_fail)
{
    statement *program = storm_program(seed, number, shared);
    events = serial = 0;
    if (verbose)
        printf("%lu:", number);
    storm_world_begin(seed, number, may_fail);
    async_run(run(program));
    storm_world_end();
    if (verbose)
        printf("\n");
}

int main(int argc, char **argv)
{
    int may_fail = 0, print = 0;
    for (int option; (option = getopt(argc, argv, "rmapv")) != -1;) {
        real_time |= option == 'r';
        may_fail |= option == 'm';
        shared |= option == 'a';
        print |= option == 'p';
        verbose |= option == 'v';
    }
    if (optind == argc)
        return 2;
    unsigned long seed = strtoul(argv[optind], NULL, 10);
    unsigned long first = optind + 1 < argc ? strtoul(argv[optind + 1], NULL, 10) : 0;
    unsigned long count = optind + 2 < argc ? strtoul(argv[optind + 2], NULL, 10) : 1000;
    async_clock_set_virtual(!real_time);
    unit = real_time ? 0.0005 : 1;
    for (unsigned long number = first; number < first + count; number++) {
        if (print)
            storm_print(storm_program(seed, number, shared)), printf("\n");
        else
            run_program(seed, number, may_fail);
    }
    if (!print && !verbose)
        printf("seed %lu: %lu programs, %ld functions, %ld of them cancelled, %ld tasks, %ld defers, %ld cancels by name\n", seed,
               count, totals.functions, totals.cancelled, totals.tasks, totals.defers, totals.cancels);
    return 0;
}
