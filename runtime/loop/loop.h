/*
 * loop.h - a thread's tie to a libuv loop.
 *
 * Two ways to run. *Driven*: async_run and the like call uv_run themselves, and only when there is something
 * to wait for, or every STEPS steps when libuv has something of its own; while they wait, what a poll has made ready is
 * run inside uv_run, since leaving it costs a look at the clock. *Hooked*, between async_attach and
 * async_detach: the user calls uv_run, and handles of ours in the loop let the tasks run: prepare and check
 * before and after each poll, idle so that the poll does not wait while something is ready, and the timer.
 *
 * None of the handles keeps the loop alive except the idle one while something is ready, and the timer while
 * it is waited for: the loop is alive as long as tasks have something to wait for.
 */
#ifndef ASYNCC_LOOP_LOOP_H
#define ASYNCC_LOOP_LOOP_H

#include "../core/thread.h"

#include <uv.h>

#include <stdint.h>

enum { ASYNCC_STEPS = 256 }; /* between two polls */

struct asyncc_loop;

/*
 * What a family of operations keeps for each loop. `close` is called when the loop is closed: it closes the
 * part's handles, which count in `handles` of the loop until they are closed, and releases the part.
 */
struct asyncc_part {
    struct asyncc_part *next;
    struct asyncc_loop *loop;
    void (*close)(struct asyncc_part *part);
};

struct asyncc_loop {
    uv_loop_t *uv;
    uv_loop_t own;    /* when the default loop is another thread's */
    uv_timer_t timer; /* for the first deadline */
    uv_idle_t idle;
    uv_prepare_t prepare;
    uv_check_t check;
    uv_timer_t settling; /* while there is much memory: for a look at it when it is quiet */
    uint64_t settled_at; /* the steps that were taken by then */
    uint64_t patience;   /* milliseconds from one to the next */
    uint64_t armed;      /* the deadline that the timer is armed for; 0 when it is not */
    unsigned handles;    /* that are open, and requests that nobody waits for any more */
    unsigned working;    /* operations on other threads, which end by themselves: see asyncc_loop_wait */
    struct asyncc_part *parts;
    int (*finished)(const struct asyncc_thread *thread); /* of asyncc_loop_drive */
    unsigned char is_default;
    unsigned char attached;
};

/* Ties the thread to the loop: 0 or a libuv error. `uv` NULL: a loop for async_run. */
int asyncc_loop_open(uv_loop_t *uv);

/* Ends that; a loop that was made is closed. No task may be left. */
void asyncc_loop_close(void);

/* Starts and stops the hooks of an attached loop. */
void asyncc_loop_hook(struct asyncc_loop *loop);
void asyncc_loop_unhook(struct asyncc_loop *loop);

/* The loop's part with that `close`, NULL if there is none yet; and adding it. */
struct asyncc_part *asyncc_part_find(const struct asyncc_loop *loop, void (*close)(struct asyncc_part *part));
void asyncc_part_add(struct asyncc_loop *loop, struct asyncc_part *part, void (*close)(struct asyncc_part *part));

/* Drives the loop until `finished`: 1, or 0 if there is nothing left that could wake a task. */
int asyncc_loop_drive(struct asyncc_loop *loop, int (*finished)(const struct asyncc_thread *thread));

/* Arms the timer so that it keeps the loop alive until the deadline. */
void asyncc_loop_arm(struct asyncc_loop *loop, uint64_t deadline);

/*
 * The loop is about to wait. If the pool has much memory, and anything has been going on, a timer is started, which keeps
 * nothing alive: then it is settled.
 */
void asyncc_loop_settle(struct asyncc_loop *loop);

/* How long the virtual clock waits for other I/O before it jumps; tests may shorten it. */
extern uint64_t asyncc_loop_milliseconds;

/* Of the virtual clock, when nothing is ready: whether to wait for libuv instead of jumping, and how long. */
int asyncc_loop_patience(const struct asyncc_loop *loop, uint64_t *milliseconds);

#endif
