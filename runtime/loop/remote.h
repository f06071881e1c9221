/*
 * remote.h - a loop as other threads see it: messages can be sent to it. Counted by references; it outlives its loop
 * as long as anybody has one.
 */
#ifndef ASYNCC_LOOP_REMOTE_H
#define ASYNCC_LOOP_REMOTE_H

#include "loop.h"

#include <asyncc/abi/future.h>

struct async_remote;

/* The thread's loop's, made at the first call: 0 or a libuv error. The loop keeps a reference itself. */
int asyncc_remote_find(struct asyncc_loop *loop, struct async_remote **found);

/* Any thread: one reference more; one less. */
void asyncc_remote_ref(struct async_remote *remote);
void asyncc_remote_unref(struct async_remote *remote);

/* Any thread: one thing more, or less, that the loop is to be kept alive for. */
void asyncc_remote_expect(struct async_remote *remote);
void asyncc_remote_relax(struct async_remote *remote);

/*
 * Any thread: `deliver` of the message is called in the loop's thread, outside of tasks, in the order of posting:
 * 0, or UV_ESRCH if the loop has ended.
 */
int asyncc_remote_post(struct async_remote *remote, struct asyncc_message *message);

/* The same for what makes a task: UV_ESRCH also if the loop's last tasks are being cancelled. */
int asyncc_remote_post_task(struct async_remote *remote, struct asyncc_message *message);

/*
 * In the child of a fork, whose loop has a new wake-up as soon as the user has called uv_loop_fork: that is not on its
 * way, as libuv before 1.46 believes, and nobody holds the lock.
 */
void asyncc_remote_forked(struct asyncc_loop *loop);

/*
 * The loop's tasks are about to be cancelled: no more are to come. Those that came are made now: whether there were any.
 */
int asyncc_remote_end(struct asyncc_loop *loop);

#endif
