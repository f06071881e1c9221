/*
 * timeout.h - what the timers know of timeouts.
 */
#ifndef ASYNCC_CORE_TIMEOUT_H
#define ASYNCC_CORE_TIMEOUT_H

#include <asyncc/abi.h>

/* The timeout's time has come: a cancel for its task. */
void asyncc_timeout_fire(struct asyncc_timeout *timeout);

#endif
