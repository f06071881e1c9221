/*
 * handles.c - see handles.h.
 *
 * After each step the loop's handles are looked through, and those that are new were opened by it: the user's own and
 * the runtime's streams alike. Handles whose data is the loop are the runtime's inside.
 */
#include "handles.h"

#include "../core/debug.h"
#include "../core/memory.h"

#include <stdio.h>

struct opened {
    const uv_handle_t *handle; /* NULL: an empty place */
    struct asyncc_step by;     /* its task is NULL when it was open before */
};

/* Open addressing; made anew at each look, so that what was closed is forgotten. */
struct table {
    struct opened *places;
    size_t size, count; /* size: a power of two, more than twice the count */
};

static _Thread_local struct table known;

static struct opened *find(const struct table *table, const uv_handle_t *handle)
{
    size_t at = (uintptr_t)handle >> 4;
    while (table->places[at & (table->size - 1)].handle && table->places[at & (table->size - 1)].handle != handle)
        at++;
    return &table->places[at & (table->size - 1)];
}

static void count_handle(uv_handle_t *handle, void *count)
{
    (void)handle;
    ++*(size_t *)count;
}

static int make_table(struct table *table, uv_loop_t *uv)
{
    *table = (struct table){ .size = 16 };
    uv_walk(uv, count_handle, &table->count);
    while (table->size <= table->count * 2)
        table->size *= 2;
    table->places = asyncc_memory(NULL, table->size * sizeof *table->places);
    if (!table->places)
        return 0;
    for (size_t i = 0; i < table->size; i++)
        table->places[i].handle = NULL;
    return 1;
}

static void note(uv_handle_t *handle, void *context)
{
    struct opened *place = find(context, handle);
    const struct opened *before = known.places ? find(&known, handle) : NULL;
    place->handle = handle;
    place->by = before && before->handle ? before->by : *asyncc_debug_step();
}

/* Without memory, what is new is not known. */
static void look(void)
{
    struct table table;
    if (!make_table(&table, asyncc_thread.loop->uv))
        return;
    uv_walk(asyncc_thread.loop->uv, note, &table);
    asyncc_memory(known.places, 0);
    known = table;
}

void asyncc_handles_begin(struct asyncc_loop *loop)
{
    (void)loop;
    asyncc_handles_end();
    look();
    for (size_t i = 0; i < known.size; i++)
        known.places[i].by.task = NULL;
    asyncc_thread.on_step = look;
}

void asyncc_handles_end(void)
{
    asyncc_memory(known.places, 0);
    known = (struct table){ NULL, 0, 0 };
    asyncc_thread.on_step = NULL;
}

static void report(uv_handle_t *handle, void *loop)
{
    const struct opened *opened = find(&known, handle);
    if (!opened->handle || !opened->by.task || uv_is_closing(handle) || handle->data == loop)
        return;
    const struct asyncc_place *from = &opened->by.from;
    fprintf(stderr, "asyncc: a handle (%s) is still open at the end; task '%s' opened it, after %s %s:%u\n",
            uv_handle_type_name(handle->type), opened->by.task->name, from->function->name, from->function->file,
            from->line);
}

void asyncc_handles_report(const struct asyncc_loop *loop)
{
    if (!known.places)
        return;
    fflush(stdout);
    uv_walk(loop->uv, report, (void *)loop);
}
