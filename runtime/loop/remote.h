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

#endif
