/*
 * thread.c - the thread's state. See thread.h.
 */
#include "thread.h"

_Thread_local struct asyncc_context asyncc_context;
_Thread_local struct asyncc_thread asyncc_thread;
