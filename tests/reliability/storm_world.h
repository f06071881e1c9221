/*
 * storm_world.h - what the tasks of a storm's program share, and the books about it.
 *
 * Each object has the program's own count of who holds it and who waits for it. When time has stopped, since nothing is left
 * to do, who still waits must do so for a reason: what they wait for is not to be had. When all have ended, nobody holds anything.
 */
#ifndef STORM_WORLD_H
#define STORM_WORLD_H

#include <asyncc/channel.h>
#include <asyncc/future.h>
#include <asyncc/group.h>
#include <asyncc/sync.h>

enum { STORM_EACH = 2, STORM_TASKS = 4096, STORM_SLOTS = 6, STORM_PARTIES = 2, STORM_BOUND = 2, STORM_KEPT = 3, STORM_ROOMLESS = 16 };

struct storm_record { /* of a task that was started */
    async_task(int) handle;
    int joining; /* how many wait for it */
};

struct storm_world {
    struct { struct async_mutex lock; int holders, waiting; } mutexes[2 * STORM_EACH]; /* the last ones of the conditions */
    struct { struct async_rwlock lock; int readers, writers, to_read, to_write; } rwlocks[STORM_EACH];
    struct { struct async_semaphore lock; int holders, waiting; } semaphores[STORM_EACH]; /* of the value 1, 2 */
    struct { struct async_event event; int waiting; } events[STORM_EACH];
    struct { struct async_barrier barrier; int waiting; } barriers[STORM_EACH]; /* for 2, 3 */
    struct async_condition conditions[STORM_EACH];
    struct { struct async_queue queue; int putting, getting, joining, put, got, dropped, undone; } queues[STORM_EACH]; /* of one, any number */
    struct { struct async_latch latch; int waiting; } latches[STORM_EACH];
    struct { struct async_future future; int waiting; } futures[STORM_EACH]; /* the second one keeps who waits */
    struct { struct async_oneshot oneshot; int value, waiting; } oneshots[STORM_EACH];
    struct { struct async_broadcast broadcast; int is_made, waiting, sent; } broadcasts[STORM_EACH];
    struct storm_record records[STORM_TASKS];
    int recorded, slots[STORM_SLOTS]; /* records */
    long began, ended;                /* functions */
    int sleeping;
    const struct async_group *roomless[STORM_ROOMLESS]; /* a group that somebody waits for room in, each */
};

extern struct storm_world world;

/* Ends the process, with the program's number, if it does not hold. */
#define storm_expect(holds) ((holds) ? (void)0 : storm_fail(#holds, __FILE__, __LINE__))
void storm_fail(const char *what, const char *file, int line);

/* For that program; if they may fail, allocations of the runtime's do at random. */
void storm_world_begin(unsigned long seed, unsigned long number, int may_fail);

/* Time has stopped. */
void storm_world_check_waits(void);

/* Lets in and through whoever waits for what can be opened. */
void storm_world_open(void);

/* The run is over. */
void storm_world_end(void);

#endif
