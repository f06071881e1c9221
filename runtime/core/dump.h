/*
 * dump.h - what a unit waits for, in words.
 */
#ifndef ASYNCC_CORE_DUMP_H
#define ASYNCC_CORE_DUMP_H

#include <asyncc/abi.h>

#include <stdio.h>

/*
 * Prints the unit's function and, one a line, the awaits it stands in, outermost first:
 *
 *   task 'main' (a.c:20)
 *     main a.c:23
 *     worker a.c:12
 *     async_sleep
 */
void asyncc_dump_unit(FILE *stream, const struct asyncc_unit *unit);

/* The function that the unit's chain ends in, and the line that it waits in, or begins in. */
struct asyncc_place {
    const struct asyncc_function *function;
    unsigned line;
};
void asyncc_dump_innermost(const struct asyncc_unit *unit, struct asyncc_place *found);

/*
 * The await that `operation`, a struct asyncc_call or asyncc_gather in the unit, is for: 1 if it can be only one, or several
 * of one line.
 */
int asyncc_dump_await(const struct asyncc_unit *unit, const void *operation, struct asyncc_place *found);

#endif
