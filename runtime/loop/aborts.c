/*
 * aborts.c - see aborts.h. In a handler nothing may be used that takes a lock, so the line is put together by hand.
 */
#include "aborts.h"

#include "../core/fatal.h"
#include "../core/thread.h"

#include <uv.h>

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct line {
    char text[400];
    size_t length;
};

static void add(struct line *line, const char *text)
{
    size_t size = strlen(text), room = sizeof line->text - line->length;
    size = size < room ? size : room;
    memcpy(line->text + line->length, text, size);
    line->length += size;
}

static void add_number(struct line *line, unsigned number)
{
    char digits[12], *first = digits + sizeof digits - 1;
    *first = 0;
    do
        *--first = (char)('0' + number % 10);
    while (number /= 10);
    add(line, first);
}

static void add_place(struct line *line)
{
    if (!asyncc_context.current) {
        add(line, " outside of tasks");
        return;
    }
    const struct asyncc_function *function = asyncc_context.current->function;
    add(line, " in '");
    add(line, function->name);
    add(line, "' (");
    add(line, function->file);
    add(line, ":");
    add_number(line, function->line);
    add(line, ")");
}

static void on_abort(int number)
{
    struct line line = { .length = 0 };
    char name[64];
    int error = errno;
    signal(number, SIG_DFL);
    if (asyncc_is_fatal)
        return;
    add(&line, "asyncc: aborted");
    add_place(&line);
    if (error) {
        add(&line, "; the last error of a system call: ");
        add(&line, uv_err_name_r(uv_translate_sys_error(error), name, sizeof name));
    }
    add(&line, "\n");
    ssize_t written = write(STDERR_FILENO, line.text, line.length);
    (void)written;
    errno = error;
}

static atomic_int users;

/* In the place of `expected`, if that is what is there. */
static void put(void (*handler)(int), void (*expected)(int))
{
    struct sigaction now, next = { .sa_handler = handler };
    if (sigaction(SIGABRT, NULL, &now) == 0 && now.sa_handler == expected)
        sigaction(SIGABRT, &next, NULL);
}

void asyncc_aborts_begin(void)
{
    if (atomic_fetch_add(&users, 1) == 0)
        put(on_abort, SIG_DFL);
}

void asyncc_aborts_end(void)
{
    if (atomic_fetch_sub(&users, 1) == 1)
        put(SIG_DFL, on_abort);
}
