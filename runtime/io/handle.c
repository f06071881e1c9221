/*
 * handle.c - see handle.h.
 */
#include "handle.h"

#include "../core/fatal.h"
#include "../core/list.h"
#include "../core/memory.h"
#include "../core/pool.h"
#include "../core/serial.h"

/* ---- the loop's part ---- */

static void close_part(struct asyncc_part *part)
{
    struct asyncc_handles *handles = (struct asyncc_handles *)part;
    while (handles->first) {
        const struct asyncc_function *function = handles->first->unit.function;
        ((const struct asyncc_handle_kind *)function)->close(handles->first);
    }
    if (handles->scratch)
        asyncc_memory(handles->scratch, 0);
    asyncc_memory(handles, 0);
}

static struct asyncc_handles *find_part(struct asyncc_loop *loop)
{
    struct asyncc_handles *handles = (struct asyncc_handles *)asyncc_part_find(loop, close_part);
    if (handles)
        return handles;
    handles = asyncc_memory(NULL, sizeof *handles);
    if (!handles)
        return NULL;
    handles->first = NULL;
    handles->scratch = NULL;
    asyncc_part_add(loop, &handles->part, close_part);
    return handles;
}

/* ---- objects ---- */

void *asyncc_handle_new(const struct asyncc_handle_kind *kind)
{
    asyncc_serial_begin();
    struct asyncc_handles *handles = asyncc_thread.loop ? find_part(asyncc_thread.loop) : NULL;
    struct asyncc_handle *object = handles ? asyncc_pool_new(&kind->function) : NULL;
    if (!object)
        return NULL;
    memset(object, 0, kind->function.size);
    object->unit.function = &kind->function;
    object->unit.owner = handles;
    return object;
}

void asyncc_handle_free(void *object)
{
    asyncc_pool_free(&((struct asyncc_handle *)object)->unit);
}

void asyncc_handle_made(void *object, void *handle)
{
    struct asyncc_handle *self = object;
    struct asyncc_handles *handles = asyncc_handles_of(self);
    ASYNCC_LIST_PREPEND(handles->first, self);
    handles->part.loop->handles++;
    uv_handle_set_data(handle, self);
}

void asyncc_handle_check(const void *object, const struct asyncc_handle_kind *kind, const char *use)
{
    const struct asyncc_handle *self = object;
    if (self->unit.function != &kind->function || !self->unit.owner)
        asyncc_fatal("%s: it was closed before", use);
}

void asyncc_handle_leave(void *object)
{
    struct asyncc_handle *self = object;
    ASYNCC_LIST_REMOVE(asyncc_handles_of(self)->first, self);
    self->unit.owner = NULL;
}

void asyncc_handle_close(void *object, void *handle)
{
    asyncc_handle_leave(object);
    uv_close(handle, asyncc_handle_closed);
}

void asyncc_handle_closed(uv_handle_t *handle)
{
    asyncc_thread.loop->handles--;
    asyncc_handle_free(handle->data);
}

char *asyncc_handle_scratch(struct asyncc_handle *object)
{
    struct asyncc_handles *handles = asyncc_handles_of(object);
    if (!handles->scratch)
        handles->scratch = asyncc_memory(NULL, ASYNCC_SCRATCH);
    return handles->scratch;
}
