/*
 * fatal.h - the ends that a program is put to when it breaks a rule.
 */
#ifndef ASYNCC_CORE_FATAL_H
#define ASYNCC_CORE_FATAL_H

#include <asyncc/abi.h>

/* It has been said why the program aborts. */
extern volatile int asyncc_is_fatal;

/* Prints "asyncc: " and the message to stderr, and aborts. */
_Noreturn void asyncc_fatal(const char *format, ...) __attribute__((format(printf, 1, 2), cold));

/* Prints likewise, of a unit that was made but never started; the other one aborts, too. */
void asyncc_report_never_started(const struct asyncc_unit *unit) __attribute__((cold));
_Noreturn void asyncc_never_started(const struct asyncc_unit *unit) __attribute__((cold));

/* The same, of a handle that nobody owns any more. */
_Noreturn void asyncc_released_handle(const char *use) __attribute__((cold));

#endif
