/*
 * storm_world.c - see storm_world.h.
 */
#define ASYNCC_NO_SHORT_NAMES
#include "storm_world.h"
#include "storm_program.h"

#include "core/due.h"
#include "core/memory.h"
#include "core/pool.h"
#include "core/tasks.h"
#include "core/thread.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct storm_world world;
static unsigned long current;

void storm_fail(const char *what, const char *file, int line)
{
    printf("FAILED: program %lu: %s:%d: %s\n", current, file, line, what);
    fflush(stdout);
    abort();
}

static unsigned long dice;
static unsigned one_in; /* allocations fails; 0: none does */
static long blocks;

static void *unreliable(void *old, size_t size)
{
    if (size && one_in && storm_random(&dice, one_in) == 0)
        return NULL;
    blocks += (size != 0) - (old != NULL);
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

void storm_world_begin(unsigned long seed, unsigned long number, int may_fail)
{
    current = number;
    dice = seed * 1000003 + number;
    one_in = may_fail ? 2u << storm_random(&dice, 5) : 0;
    asyncc_memory = unreliable;
    memset(&world, 0, sizeof world);
    for (int i = 0; i < STORM_SLOTS; i++)
        world.slots[i] = -1;
    for (int i = 0; i < STORM_EACH; i++) {
        world.semaphores[i].lock = (struct async_semaphore)ASYNC_SEMAPHORE_INIT((unsigned)i + 1);
        world.barriers[i].barrier = (struct async_barrier)ASYNC_BARRIER_INIT(STORM_PARTIES + (unsigned)i);
        world.latches[i].latch = (struct async_latch)ASYNC_LATCH_INIT(STORM_PARTIES);
        async_queue_init(&world.queues[i].queue, sizeof(int), i ? 0 : STORM_BOUND);
        async_oneshot_init(&world.oneshots[i].oneshot, &world.oneshots[i].value, sizeof(int));
        world.broadcasts[i].is_made = async_broadcast_init(&world.broadcasts[i].broadcast, sizeof(int), STORM_KEPT) == 0;
    }
    world.futures[1].future.cancel = async_future_keep;
}

/* ---- when time has stopped ---- */

static void check_queue(int i)
{
    const struct async_queue *queue = &world.queues[i].queue;
    if (world.queues[i].putting > 0)
        storm_expect(!queue->is_closed && queue->bound && async_queue_count(queue) == queue->bound);
    if (world.queues[i].getting > 0)
        storm_expect(!queue->is_closed && async_queue_count(queue) == 0);
    if (world.queues[i].joining > 0)
        storm_expect(queue->unfinished > 0);
}

static void check_locks(int i)
{
    const struct async_rwlock *lock = &world.rwlocks[i].lock;
    for (int k = i; k < 2 * STORM_EACH; k += STORM_EACH)
        storm_expect(!world.mutexes[k].waiting || world.mutexes[k].holders == 1);
    if (world.semaphores[i].waiting > 0)
        storm_expect(world.semaphores[i].holders == i + 1);
    if (world.rwlocks[i].to_write > 0)
        storm_expect(lock->readers || lock->is_written);
    if (world.rwlocks[i].to_read > 0)
        storm_expect(lock->is_written || world.rwlocks[i].to_write > 0);
}

void storm_world_check_waits(void)
{
    storm_expect(world.sleeping == 0);
    for (int i = 0; i < STORM_EACH; i++) {
        check_queue(i);
        check_locks(i);
        storm_expect(!world.events[i].waiting || !async_event_is_set(&world.events[i].event));
        storm_expect(!world.latches[i].waiting || world.latches[i].latch.count);
        storm_expect(!world.futures[i].waiting || !async_future_is_set(&world.futures[i].future));
        storm_expect(!world.oneshots[i].waiting || world.oneshots[i].oneshot.status == UV_EAGAIN);
        storm_expect(!world.broadcasts[i].waiting || !world.broadcasts[i].broadcast.is_closed);
        storm_expect(!world.barriers[i].waiting || (!async_barrier_is_broken(&world.barriers[i].barrier) &&
                                                    world.barriers[i].waiting < STORM_PARTIES + i));
    }
    for (int i = 0; i < STORM_ROOMLESS; i++)
        storm_expect(!world.roomless[i] || (world.roomless[i]->limit && world.roomless[i]->running >= world.roomless[i]->limit));
    for (int i = 0; i < world.recorded; i++)
        storm_expect(!world.records[i].joining || !async_task_done(world.records[i].handle));
}

void storm_world_open(void)
{
    for (int i = 0; i < STORM_EACH; i++) {
        async_event_set(&world.events[i].event);
        async_barrier_abort(&world.barriers[i].barrier);
        async_latch_count_down(&world.latches[i].latch, world.latches[i].latch.count);
        async_future_set(&world.futures[i].future, 0);
        async_oneshot_close(&world.oneshots[i].oneshot);
        if (world.broadcasts[i].is_made)
            async_broadcast_close(&world.broadcasts[i].broadcast);
        world.queues[i].dropped += (int)async_queue_count(&world.queues[i].queue);
        async_queue_abort(&world.queues[i].queue);
        async_condition_notify_all(&world.conditions[i]);
    }
}

/* ---- when all have ended ---- */

static void end_queue(int i)
{
    struct async_queue *queue = &world.queues[i].queue;
    storm_expect(world.queues[i].put == world.queues[i].got + world.queues[i].dropped + (int)async_queue_count(queue));
    storm_expect(!queue->items.waiters.first && !queue->room.waiters.first && !queue->joiners.first);
    storm_expect(queue->items.granted == 0 && queue->room.granted == 0);
    async_queue_deinit(queue);
}

static void nothing_is_left(void)
{
    storm_expect(asyncc_context.pending == NULL);
    storm_expect(!asyncc_ready(&asyncc_thread));
    storm_expect(!asyncc_timers_any(&asyncc_thread_timers));
    storm_expect(asyncc_tasks_count() == 0);
    asyncc_pool_rest();
    storm_expect(asyncc_thread.live == 0);
    storm_expect(blocks == 0);
}

void storm_world_end(void)
{
    one_in = 0;
    for (int i = 0; i < world.recorded; i++)
        async_task_unref(world.records[i].handle);
    storm_expect(world.began == world.ended);
    for (int i = 0; i < 2 * STORM_EACH; i++)
        storm_expect(world.mutexes[i].holders == 0 && async_mutex_trylock(&world.mutexes[i].lock) == 0);
    for (int i = 0; i < STORM_EACH; i++) {
        storm_expect(async_rwlock_trywrite(&world.rwlocks[i].lock) == 0);
        storm_expect(world.semaphores[i].lock.value == (unsigned)i + 1 && world.semaphores[i].lock.granted == 0);
        storm_expect(!world.rwlocks[i].lock.waiters.first &&
                     !world.semaphores[i].lock.waiters.first && !world.events[i].event.waiters.first &&
                     !world.barriers[i].barrier.waiters.first && !world.conditions[i].waiters.first &&
                     !world.latches[i].latch.waiters.first && !world.futures[i].future.waiters.first &&
                     !world.oneshots[i].oneshot.event.waiters.first && !world.broadcasts[i].broadcast.waiters.first);
        storm_expect(world.barriers[i].barrier.count == 0);
        end_queue(i);
        if (world.broadcasts[i].is_made)
            async_broadcast_deinit(&world.broadcasts[i].broadcast);
    }
    nothing_is_left();
}
