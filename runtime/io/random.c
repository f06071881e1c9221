/*
 * random.c - random bytes.
 */
#include "leaf.h"
#include "libuv_threads.h"

#include "../core/operation.h"
#include "../core/pool.h"
#include "../loop/loop.h"

#include <asyncc/random.h>

struct asyncc_random_request {
    uv_random_t random;
    struct asyncc_random *leaf;
    int error;
};

static void on_random(uv_random_t *random, int status, void *buffer, size_t size)
{
    struct asyncc_random_request *request = (struct asyncc_random_request *)random;
    (void)buffer;
    (void)size;
    request->error = status;
    asyncc_thread.loop->working--;
    asyncc_operation_wake(&request->leaf->operation);
}

static void cancel(struct asyncc_operation *operation)
{
    uv_cancel((uv_req_t *)&((struct asyncc_random *)operation)->request->random);
}

asyncc_status asyncc_random_start(struct asyncc_random *self, void *buffer, size_t size, int *value)
{
    self->request = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    struct asyncc_random_request *request = asyncc_block_new(sizeof *request);
    *value = UV_ENOMEM;
    if (!request)
        return ASYNCC_DONE;
    request->leaf = self;
    *value = asyncc_libuv_threads();
    if (*value == 0)
        *value = uv_random(asyncc_thread.loop->uv, &request->random, buffer, size, 0, on_random);
    if (*value != 0) {
        asyncc_block_free(request);
        return ASYNCC_DONE;
    }
    self->request = request;
    asyncc_thread.loop->working++;
    return asyncc_operation_begin(&self->operation, cancel);
}

asyncc_status asyncc_random_resume(struct asyncc_random *self, int *value)
{
    int cancelled = asyncc_operation_cancelled(&self->operation);
    if (!self->request)
        return ASYNCC_CANCELLED;
    *value = self->request->error;
    asyncc_block_free(self->request);
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(random, int, (void *buffer, size_t size), ({ void *buffer; size_t size; }), (buffer, size),
               (a->buffer, a->size));
/* clang-format on */
