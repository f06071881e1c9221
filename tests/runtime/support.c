/*
 * support.c - see support.h.
 */
#include "support.h"

#include "core/due.h"
#include "core/memory.h"
#include "core/pool.h"
#include "core/tasks.h"
#include "core/thread.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the log ---- */

static char text[1 << 16];
static size_t length;

void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (length)
        text[length++] = ' ';
    length += (size_t)vsnprintf(text + length, sizeof text - length, format, arguments);
    va_end(arguments);
    assert_true(length < sizeof text - 1);
}

const char *said(void)
{
    static char copy[sizeof text];
    memcpy(copy, text, sizeof text);
    length = 0;
    text[0] = 0;
    return copy;
}

/* ---- memory ---- */

static atomic_long outstanding; /* threads have tests too */
static unsigned long fail_at; /* set while there is one thread */
static int fail_rest, failing;

static void *counting(void *old, size_t size)
{
    if (size && fail_at && --fail_at == 0) {
        fail_at = fail_rest;
        failing = 1;
        return NULL;
    }
    outstanding += (size != 0) - (old != NULL);
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

void fail_allocation(unsigned long n, int rest)
{
    fail_at = n;
    fail_rest = rest;
    failing = 0;
}

int allocation_is_to_fail(void)
{
    return fail_at != 0 && !failing;
}

int begin_test(void **state)
{
    (void)state;
    if (asyncc_memory != counting)
        asyncc_memory = counting;
    async_clock_set_virtual(1);
    fail_allocation(0, 0);
    said();
    return 0;
}

int end_test(void **state)
{
    (void)state;
    assert_ptr_equal(asyncc_context.pending, NULL);
    assert_ptr_equal(asyncc_thread.loop, NULL);
    assert_false(asyncc_ready(&asyncc_thread));
    assert_false(asyncc_timers_any(&asyncc_thread_timers));
    assert_int_equal(asyncc_tasks_count(), 0);
    asyncc_pool_rest();
    assert_int_equal(asyncc_thread.live, 0);
    assert_int_equal(atomic_load(&outstanding), 0);
    return 0;
}

/* ---- processes that end badly ---- */

const char *stderr_of(void (*act)(void), int *signal)
{
    static char output[1 << 14];
    int ends[2], status;
    size_t used = 0;
    ssize_t n;
    fflush(NULL);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        act();
        _exit(0);
    }
    close(ends[1]);
    while ((n = read(ends[0], output + used, sizeof output - 1 - used)) > 0)
        used += (size_t)n;
    output[used] = 0;
    close(ends[0]);
    waitpid(child, &status, 0);
    *signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return output;
}
