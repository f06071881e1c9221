/*
 * stream.c - making and closing streams. Reading and writing have files of their own.
 */
#include "stream.h"

#include "../core/fatal.h"
#include "../core/memory.h"
#include "../core/pool.h"

#define ASYNCC_NO_SHORT_NAMES
#include <asyncc/stream.h>

#include <signal.h>

static const struct asyncc_function stream_function = { .name = "stream",
                                                        ASYNCC_UNIT_SIZE(struct async_stream) };

/* ---- the loop's part ---- */

static void close_part(struct asyncc_part *part)
{
    struct asyncc_streams *streams = (struct asyncc_streams *)part;
    while (streams->first) {
        if (streams->first->close_owner)
            streams->first->close_owner(streams->first->owner);
        else
            async_stream_close(streams->first);
    }
    asyncc_memory(streams, 0);
}

static void ignore_sigpipe(void)
{
    struct sigaction action;
    if (sigaction(SIGPIPE, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
        signal(SIGPIPE, SIG_IGN);
}

static struct asyncc_streams *find_part(struct asyncc_loop *loop)
{
    struct asyncc_streams *streams = (struct asyncc_streams *)asyncc_part_find(loop, close_part);
    if (streams)
        return streams;
    streams = asyncc_memory(NULL, sizeof *streams);
    if (!streams)
        return NULL;
    streams->first = NULL;
    ignore_sigpipe();
    asyncc_part_add(loop, &streams->part, close_part);
    return streams;
}

/* ---- streams ---- */

static void link_stream(struct async_stream *stream)
{
    struct asyncc_streams *streams = stream->streams;
    stream->previous = NULL;
    stream->next = streams->first;
    if (streams->first)
        streams->first->previous = stream;
    streams->first = stream;
    streams->part.loop->handles++;
}

struct async_stream *asyncc_stream_new(int *error)
{
    struct asyncc_loop *loop = asyncc_thread.loop;
    struct asyncc_streams *streams = find_part(loop);
    struct async_stream *stream = streams ? asyncc_pool_new(&stream_function) : NULL;
    *error = UV_ENOMEM;
    if (!stream)
        return NULL;
    struct asyncc_unit unit = { .function = &stream_function };
    *stream = (struct async_stream){ .unit = unit, .streams = streams };
    *error = uv_tcp_init(loop->uv, &stream->tcp);
    if (*error) {
        asyncc_pool_free(&stream->unit);
        return NULL;
    }
    link_stream(stream);
    return stream;
}

static void on_closed(uv_handle_t *handle)
{
    struct async_stream *stream = (void *)((char *)handle - offsetof(struct async_stream, handle));
    asyncc_thread.loop->handles--;
    asyncc_pool_free(&stream->unit);
}

void async_stream_close(struct async_stream *stream)
{
    if (!stream)
        return;
    if (stream->unit.function != &stream_function || uv_is_closing(&stream->handle))
        asyncc_fatal("async_stream_close: the stream was closed before");
    asyncc_stream_end_reader(stream);
    asyncc_stream_drop_kept(stream);
    if (stream->previous)
        stream->previous->next = stream->next;
    else
        stream->streams->first = stream->next;
    if (stream->next)
        stream->next->previous = stream->previous;
    uv_close(&stream->handle, on_closed);
}
