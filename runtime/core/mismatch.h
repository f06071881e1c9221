/*
 * mismatch.h - what is declared async in one file and defined plain in another, or the other way around. Compilers and
 * linkers see the same C function in both; it shows when a call that is to start something has left no unit, or when a
 * unit was left that nobody starts.
 */
#ifndef ASYNCC_CORE_MISMATCH_H
#define ASYNCC_CORE_MISMATCH_H

#include <asyncc/abi.h>

/*
 * A call, of the function at `callee` if that is known, has left no unit, and memory was there. Prints where, aborts: the line
 * of the await that `operation` is for, or else `where` it is started, or else the function that runs.
 */
_Noreturn void asyncc_no_unit(void (*callee)(void), const void *operation, const char *where) __attribute__((cold));

/* In debug mode, in asyncc_unit_new_slow: notes who has called the function that makes the unit. */
void asyncc_mismatch_note(const struct asyncc_unit *unit) __attribute__((cold));

/* "; it was called from ...", in `text`, if it was noted; otherwise "". */
const char *asyncc_mismatch_caller(const struct asyncc_unit *unit, char *text, size_t size) __attribute__((cold));

#endif
