/*
 * serial.h - whether this is a serial program (asyncc/serial.h): whether one of its files was compiled as such. What
 * follows from that is the loop layer's: loop/serial.c.
 */
#ifndef ASYNCC_CORE_SERIAL_H
#define ASYNCC_CORE_SERIAL_H

#include "thread.h"

extern char asyncc_serial_program __attribute__((weak)); /* defined by those files */

/* Makes a loop for the thread, which has none. */
void asyncc_serial_open(void);

/* Runs the call that has left its unit to its end, and copies its result. */
void asyncc_serial_run(void *result, size_t size);

/* In what needs the thread's loop: outside of a serial program there is one, or the caller has made a mistake. */
static inline void asyncc_serial_begin(void)
{
    if (__builtin_expect(&asyncc_serial_program != NULL, 0) && !asyncc_thread.loop)
        asyncc_serial_open();
}

/* At the end of natural functions: nobody else will run the call. */
static inline void asyncc_serial_end(void *result, size_t size)
{
    if (__builtin_expect(&asyncc_serial_program != NULL, 0) && !asyncc_context.current)
        asyncc_serial_run(result, size);
}

#endif
