/*
 * fatal.c - messages of broken rules, and the markers that only untranslated code calls.
 */
#include "fatal.h"

#include "mismatch.h"

#include <asyncc.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

volatile int asyncc_is_fatal;

void asyncc_fatal(const char *format, ...)
{
    va_list arguments;
    fflush(stdout);
    fputs("asyncc: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    asyncc_is_fatal = 1;
    abort();
}

void asyncc_report_never_started(const struct asyncc_unit *unit)
{
    const struct asyncc_function *function = unit->function;
    char text[600];
    fflush(stdout);
    fprintf(stderr,
            "asyncc: a call of the async function '%s' (%s:%u) was never started: await it, or give it to "
            "create_task, spawn or async_run; if its caller declares it without async, it is a plain "
            "function there, which does nothing%s\n",
            function->name, function->file, function->line, asyncc_mismatch_caller(unit, text, sizeof text));
}

void asyncc_never_started(const struct asyncc_unit *unit)
{
    asyncc_report_never_started(unit);
    asyncc_is_fatal = 1;
    abort();
}

void asyncc_released_handle(const char *use)
{
    asyncc_fatal("%s: the task's handle was released before", use);
}

void asyncc_bad_state(const char *function, unsigned state)
{
    asyncc_fatal("the frame of '%s' was overwritten: it has no state %u", function, state);
}

static _Noreturn void untranslated(const char *word)
{
    asyncc_fatal("'%s' is in a file that was not translated by asyncc", word);
}

int asyncc_defer_marker(void)
{
    untranslated("defer");
}

void asyncc_gather_marker(void)
{
    untranslated("gather");
}

struct async_task *asyncc_shield_marker(void)
{
    untranslated("shield");
}

void asyncc_race_marker(void)
{
    untranslated("race");
}

void asyncc_first_ok_marker(void)
{
    untranslated("first_ok");
}

int asyncc_race_winner(void)
{
    untranslated("race");
}

void asyncc_timeout_marker(double seconds)
{
    (void)seconds;
    untranslated("timeout");
}

int asyncc_timeout_status(void)
{
    untranslated("timeout");
}
