/*
 * cancel.h - delivering cancellation.
 */
#ifndef ASYNCC_CORE_CANCEL_H
#define ASYNCC_CORE_CANCEL_H

#include "thread.h"

/*
 * Task.cancel: one more request for `root`, a task or child of a gather that has not ended, delivered to
 * what it waits in, which stands in or below `from`, a unit on its chain of calls. Runs no user code and
 * releases nothing.
 */
void asyncc_cancel(struct asyncc_unit *root, struct asyncc_unit *from);

/* Task.cancelling: the requests for `root` that were not taken back; and taking back one that there is. */
uint32_t asyncc_requests(const struct asyncc_unit *root);
void asyncc_request_take_back(struct asyncc_unit *root);

/* The unit, which has a cancel to deliver, now waits in the leaf that its kind says: delivers it at once. */
void asyncc_cancel_begun(struct asyncc_unit *unit);

#endif
