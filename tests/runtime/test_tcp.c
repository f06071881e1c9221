/*
 * test_tcp.c - TCP over the loopback: every byte arrives, once; ends, errors, and cancels at every moment.
 */
/* pitfalls: 98, 99 */
#include "support.h"

#include "core/thread.h"

#include <asyncc/tcp.h>

#include <stdlib.h>
#include <string.h>
#include <uv.h>

typedef async_task(int) handle;

static struct async_listener *listener;
static int port;

static void listen_anywhere(void)
{
    assert_int_equal(async_tcp_listen("127.0.0.1", 0, 128, &listener), 0);
    port = async_tcp_listener_port(listener);
    assert_true(port > 0);
}

/* ---- an echo server, and a client that sends and compares ---- */

FUNCTION(echo, int, {
    struct async_stream *stream;
    char buffer[3000];
    ssize_t n;
    union {
        struct asyncc_stream_read read;
        struct asyncc_stream_write write;
    };
    int error;
});

static int echo(struct async_stream *stream)
{
    START(echo);
    u->frame.stream = stream;
    return 0;
}

BODY(echo)
{
    BEGIN;
    for (;;) {
        AWAIT_STATUS(1, asyncc_stream_read_start(&f->read, f->stream, f->buffer, sizeof f->buffer, &f->n),
                     asyncc_stream_read_resume(&f->read, &f->n));
        if (s != ASYNCC_DONE || f->n <= 0)
            break;
        AWAIT_STATUS(2, asyncc_stream_write_start(&f->write, f->stream, f->buffer, (size_t)f->n, &f->error),
                     asyncc_stream_write_resume(&f->write, &f->error));
        if (s != ASYNCC_DONE || f->error)
            break;
    }
    async_stream_close(f->stream);
    return s;
    END;
}

FUNCTION(serve, int, {
    struct async_stream *stream;
    struct asyncc_accept accept;
    int error;
});

static int serve(void)
{
    START(serve);
    return 0;
}

BODY(serve)
{
    BEGIN;
    for (;;) {
        AWAIT(1, asyncc_accept_start(&f->accept, listener, &f->stream, &f->error),
              asyncc_accept_resume(&f->accept, &f->error));
        if (f->error)
            return ASYNCC_DONE;
        if (async_spawn(echo(f->stream)) != 0)
            async_stream_close(f->stream);
    }
    END;
}

static char pattern(size_t at)
{
    return (char)(at * 31 + at / 251);
}

FUNCTION(send_pattern, int, {
    struct async_stream *stream;
    size_t size;
    char *data;
    union {
        struct asyncc_stream_write write;
        struct asyncc_stream_shutdown shutdown;
    };
});

static int send_pattern(struct async_stream *stream, size_t size)
{
    START(send_pattern);
    u->frame.stream = stream;
    u->frame.size = size;
    u->result = 0;
    return 0;
}

BODY(send_pattern)
{
    BEGIN;
    f->data = malloc(f->size + 1);
    for (size_t i = 0; i < f->size; i++)
        f->data[i] = pattern(i);
    AWAIT_STATUS(1, asyncc_stream_write_start(&f->write, f->stream, f->data, f->size, &u->result),
                 asyncc_stream_write_resume(&f->write, &u->result));
    free(f->data);
    if (s != ASYNCC_DONE || u->result)
        return s;
    AWAIT(2, asyncc_stream_shutdown_start(&f->shutdown, f->stream, &u->result),
          asyncc_stream_shutdown_resume(&f->shutdown, &u->result));
    END;
}

/* Sends, and reads what comes back in pieces of `piece` bytes, `exactly` or as they come. */
FUNCTION(client, int, {
    size_t size, piece, got;
    int exactly, error;
    ssize_t n;
    char buffer[5000];
    struct async_stream *stream;
    handle sender;
    union {
        struct asyncc_tcp_connect connect;
        struct asyncc_stream_read read;
        struct asyncc_stream_read_exactly read_exactly;
        struct asyncc_join join;
    };
});

static int client(size_t size, size_t piece, int exactly)
{
    START(client);
    u->frame.size = size;
    u->frame.piece = piece;
    u->frame.exactly = exactly;
    u->frame.got = 0;
    u->frame.stream = NULL;
    u->frame.sender = NULL;
    u->result = -1;
    return 0;
}

BODY(client)
{
    BEGIN;
    AWAIT_STATUS(1, asyncc_tcp_connect_start(&f->connect, "127.0.0.1", port, &f->stream, &f->error),
                 asyncc_tcp_connect_resume(&f->connect, &f->error));
    if (s != ASYNCC_DONE || f->error)
        goto out;
    f->sender = async_create_task(send_pattern(f->stream, f->size));
    if (!f->sender)
        goto out;
    for (;;) {
        if (f->exactly)
            AWAIT_STATUS(2, asyncc_stream_read_exactly_start(&f->read_exactly, f->stream, f->buffer, f->piece, &f->n),
                         asyncc_stream_read_exactly_resume(&f->read_exactly, &f->n));
        else
            AWAIT_STATUS(3, asyncc_stream_read_start(&f->read, f->stream, f->buffer, f->piece, &f->n),
                         asyncc_stream_read_resume(&f->read, &f->n));
        if (s != ASYNCC_DONE || f->n <= 0)
            break;
        for (ssize_t i = 0; i < f->n; i++)
            assert_int_equal(f->buffer[i], pattern(f->got++));
    }
    if (s == ASYNCC_DONE && f->n == 0)
        u->result = f->got == f->size ? 0 : -2;
    if (s == ASYNCC_DONE)
        AWAIT_STATUS(4, asyncc_join_start(&f->join, (void *)f->sender, &f->error, sizeof f->error),
                     asyncc_join_resume(&f->join, &f->error, sizeof f->error));
    else
        async_task_unref(f->sender);
out:
    async_stream_close(f->stream);
    return s;
    END;
}

/* ---- many clients at once ---- */

enum { CLIENTS = 40 };

FUNCTION(all, int, {
    handle server, clients[CLIENTS];
    struct asyncc_join join;
    int i, value, exactly;
});

static int all(int exactly)
{
    START(all);
    u->frame.exactly = exactly;
    return 0;
}

BODY(all)
{
    BEGIN;
    listen_anywhere();
    f->server = async_create_task(serve());
    for (f->i = 0; f->i < CLIENTS; f->i++)
        f->clients[f->i] = async_create_task(client((size_t)f->i * f->i * f->i * 13, (size_t)(f->i * 119 + 1), f->exactly));
    for (f->i = 0; f->i < CLIENTS; f->i++) {
        AWAIT(1, asyncc_join_start(&f->join, (void *)f->clients[f->i], &f->value, sizeof f->value),
              asyncc_join_resume(&f->join, &f->value, sizeof f->value));
        assert_int_equal(f->value, 0);
    }
    async_listener_close(listener);
    AWAIT(2, asyncc_join_start(&f->join, (void *)f->server, &f->value, sizeof f->value),
          asyncc_join_resume(&f->join, &f->value, sizeof f->value));
    u->result = 1;
    END;
}

static void every_byte_arrives(void **state)
{
    (void)state;
    assert_int_equal(async_run(all(0)), 1);
    assert_int_equal(async_run(all(1)), 1);
}

static void every_byte_arrives_in_real_time(void **state)
{
    (void)state;
    async_clock_set_virtual(0);
    assert_int_equal(async_run(all(0)), 1);
    async_clock_set_virtual(1);
}

/* ---- a dialogue written down: the peer sends the script's words, one a turn of the loop ---- */

FUNCTION(talker, int, {
    const char *script; /* words separated by |; "~" is a pause, "#" the end of the sending side */
    struct async_stream *stream;
    int error;
    union {
        struct asyncc_tcp_connect connect;
        struct asyncc_stream_write write;
        struct asyncc_stream_shutdown shutdown;
        struct asyncc_sleep sleep;
    };
});

static int talker(const char *script)
{
    START(talker);
    u->frame.script = script;
    u->frame.stream = NULL;
    return 0;
}

BODY(talker)
{
    BEGIN;
    AWAIT_STATUS(1, asyncc_tcp_connect_start(&f->connect, "localhost", port, &f->stream, &f->error),
                 asyncc_tcp_connect_resume(&f->connect, &f->error));
    for (; s == ASYNCC_DONE && !f->error && *f->script; f->script += strcspn(f->script, "|"), f->script += *f->script == '|') {
        if (*f->script == '~')
            AWAIT_STATUS(2, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
        else if (*f->script == '#')
            AWAIT_STATUS(3, asyncc_stream_shutdown_start(&f->shutdown, f->stream, &f->error),
                         asyncc_stream_shutdown_resume(&f->shutdown, &f->error));
        else
            AWAIT_STATUS(4, asyncc_stream_write_start(&f->write, f->stream, f->script, strcspn(f->script, "|"), &f->error),
                         asyncc_stream_write_resume(&f->write, &f->error));
    }
    if (s == ASYNCC_DONE)
        AWAIT_STATUS(5, asyncc_sleep_start(&f->sleep, 100), asyncc_sleep_resume(&f->sleep));
    async_stream_close(f->stream);
    return s;
    END;
}

/* Accepts the talker, and reads as `how` says: s some, e exactly, u until ',', l lines; n bytes of room each. */
FUNCTION(listens, int, {
    const char *how;
    size_t room;
    double patience; /* how long it waits for each, 0: without end */
    struct async_stream *stream;
    char buffer[64];
    ssize_t n;
    int error, value;
    struct asyncc_timeout timeout;
    union {
        struct asyncc_accept accept;
        struct asyncc_stream_read read;
        struct asyncc_stream_read_exactly read_exactly;
        struct asyncc_stream_read_until read_until;
        struct asyncc_stream_read_line read_line;
    };
});

static int listens(const char *how, size_t room, double patience)
{
    START(listens);
    u->frame.how = how;
    u->frame.room = room;
    u->frame.patience = patience;
    return 0;
}

static asyncc_status start_read(struct listens_frame *f)
{
    asyncc_timeout_start(&f->timeout, f->patience);
    switch (*f->how) {
    case 's': return asyncc_stream_read_start(&f->read, f->stream, f->buffer, f->room, &f->n);
    case 'e': return asyncc_stream_read_exactly_start(&f->read_exactly, f->stream, f->buffer, f->room, &f->n);
    case 'u': return asyncc_stream_read_until_start(&f->read_until, f->stream, ',', f->buffer, f->room, &f->n);
    default: return asyncc_stream_read_line_start(&f->read_line, f->stream, f->buffer, f->room, &f->n);
    }
}

static asyncc_status resume_read(struct listens_frame *f)
{
    switch (*f->how) {
    case 's': return asyncc_stream_read_resume(&f->read, &f->n);
    case 'e': return asyncc_stream_read_exactly_resume(&f->read_exactly, &f->n);
    case 'u': return asyncc_stream_read_until_resume(&f->read_until, &f->n);
    default: return asyncc_stream_read_line_resume(&f->read_line, &f->n);
    }
}

BODY(listens)
{
    BEGIN;
    AWAIT(1, asyncc_accept_start(&f->accept, listener, &f->stream, &f->error),
          asyncc_accept_resume(&f->accept, &f->error));
    for (; *f->how; f->how++) {
        AWAIT(2, asyncc_timeout_end(&f->timeout, start_read(f), &f->value),
              asyncc_timeout_end(&f->timeout, resume_read(f), &f->value));
        if (f->value)
            say("T");
        else if (f->n < 0)
            say("%s", uv_err_name((int)f->n));
        else
            say("%.*s.", (int)f->n, f->buffer);
    }
    async_stream_close(f->stream);
    END;
}

FUNCTION(dialogue, int, {
    const char *script, *how;
    size_t room;
    double patience;
    struct asyncc_call call;
});

static int dialogue(const char *script, const char *how, size_t room, double patience)
{
    START(dialogue);
    u->frame.script = script;
    u->frame.how = how;
    u->frame.room = room;
    u->frame.patience = patience;
    return 0;
}

BODY(dialogue)
{
    BEGIN;
    listen_anywhere();
    async_spawn(talker(f->script));
    AWAIT(1, ((void)listens(f->how, f->room, f->patience), asyncc_call_start(&f->call, NULL, 0)),
          asyncc_call_resume(&f->call, NULL, 0));
    async_listener_close(listener);
    END;
}

static void assert_dialogue(const char *script, const char *how, size_t room, double patience, const char *expected)
{
    async_run(dialogue(script, how, room, patience ? patience : 1e6));
    assert_said(expected);
}

static void some_is_what_is_there(void **state)
{
    (void)state;
    assert_dialogue("abc|~|defgh|#", "ssssss", 3, 0, "abc. def. gh. . . .");
    assert_dialogue("#", "s", 3, 0, ".");
}

static void exactly_waits_for_all_of_it(void **state)
{
    (void)state;
    assert_dialogue("a|~|bcdefgh|#", "eeeee", 3, 0, "abc. def. gh. . .");
}

static void until_finds_the_separator_wherever_it_comes(void **state)
{
    (void)state;
    assert_dialogue("a,b|~|c|~|,,d|#", "uuuuu", 9, 0, "a,. bc,. ,. d. .");
    assert_dialogue("abcdef,|#", "usssu", 4, 0, "ENOBUFS abcd. ef,. . .");
}

static void lines_lose_their_ends(void **state)
{
    (void)state;
    assert_dialogue("one\r\ntwo\n\nth|~|ree|#", "lllll", 20, 0, "one. two. . three. EOF");
    assert_dialogue("1234\n", "lss", 4, 0, "ENOBUFS 1234. \n.");
}

static void kinds_may_be_mixed(void **state)
{
    (void)state;
    assert_dialogue("head\nbodyx,y|#", "lesu", 6, 0, "head. bodyx,. y. .");
}

static void a_read_out_of_time_loses_nothing(void **state)
{
    (void)state;
    assert_dialogue("ab|~|~|~|cd|#", "eeeee", 4, 1.2, "T T abcd. . .");
    assert_dialogue("ab|~|~|~|c,d|#", "uuuuu", 4, 1.2, "T T abc,. d. .");
    assert_dialogue("ab|~|~|~|c\r\nd|#", "lllls", 9, 1.2, "T T abc. d. .");
}

/* ---- errors ---- */

FUNCTION(fails, int, {
    struct async_stream *stream;
    union {
        struct asyncc_tcp_connect connect;
        struct asyncc_sleep sleep;
    };
    handle waits;
});

static int fails(void)
{
    START(fails);
    return 0;
}

BODY(fails)
{
    BEGIN;
    listen_anywhere();
    async_listener_close(listener);
    AWAIT(1, asyncc_tcp_connect_start(&f->connect, "127.0.0.1", port, &f->stream, &u->result),
          asyncc_tcp_connect_resume(&f->connect, &u->result));
    assert_int_equal(u->result, UV_ECONNREFUSED);
    assert_null(f->stream);
    AWAIT(2, asyncc_tcp_connect_start(&f->connect, "no such host.invalid", port, &f->stream, &u->result),
          asyncc_tcp_connect_resume(&f->connect, &u->result));
    assert_true(u->result < 0);
    assert_null(f->stream);
    assert_int_equal(async_tcp_listen("not an address", 0, 1, &listener), UV_EINVAL);
    assert_null(listener);
    /* closing what a task waits for */
    listen_anywhere();
    f->waits = async_create_task(async_accept(listener, &f->stream));
    AWAIT(3, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    async_listener_close(listener);
    AWAIT(4, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    assert_int_equal(async_task_status(f->waits), 0);
    u->result = *(int *)asyncc_unit_result((void *)f->waits);
    async_task_unref(f->waits);
    END;
}

static void errors_are_values(void **state)
{
    (void)state;
    assert_int_equal(async_run(fails()), UV_ECANCELED);
}

/* ---- what is left at the end ---- */

FUNCTION(leaves_all_open, int, {
    handle server, client;
    struct asyncc_yield yield;
    int turns;
});

static int leaves_all_open(int turns)
{
    START(leaves_all_open);
    u->frame.turns = turns;
    return 0;
}

/* The run ends at any moment: every task is cancelled wherever it is. */
BODY(leaves_all_open)
{
    BEGIN;
    if (async_tcp_listen("127.0.0.1", 0, 128, &listener) != 0)
        return ASYNCC_DONE;
    port = async_tcp_listener_port(listener);
    async_spawn(serve());
    async_spawn(client(300000, 1000, 0));
    async_spawn(client(300000, 5000, 1));
    async_spawn(client(3000000, 1, 0));
    async_spawn(talker("a|~|b"));
    while (f->turns-- > 0)
        AWAIT(1, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    END;
}

static void a_run_may_end_at_any_moment(void **state)
{
    for (int turns = 0; turns < 3000; turns += 1 + turns / 8) {
        async_run(leaves_all_open(turns));
        end_test(state);
    }
}

static void without_memory(void **state)
{
    for (unsigned long n = 1; n < 60; n++) {
        for (int rest = 0; rest < 2; rest++) {
            fail_allocation(n, rest);
            async_run(leaves_all_open(300));
            end_test(state);
        }
    }
    fail_allocation(0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_byte_arrives),
        TEST(every_byte_arrives_in_real_time),
        TEST(some_is_what_is_there),
        TEST(exactly_waits_for_all_of_it),
        TEST(until_finds_the_separator_wherever_it_comes),
        TEST(lines_lose_their_ends),
        TEST(kinds_may_be_mixed),
        TEST(a_read_out_of_time_loses_nothing),
        TEST(errors_are_values),
        TEST(a_run_may_end_at_any_moment),
        TEST(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
