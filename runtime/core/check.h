/*
 * check.h - a build of the runtime that checks itself: with ASYNCC_CHECK defined it looks at all of its state at the end of
 * a turn, when nothing is under way, and aborts with what it found. For tests, and for those who change the runtime; never
 * in a release.
 */
#ifndef ASYNCC_CORE_CHECK_H
#define ASYNCC_CORE_CHECK_H

#include "thread.h"

/*
 * A turn is over. Of each unit that lives: its kind fits what it waits in, and that knows it; who has begun and waits in
 * nothing is in the ready queue; who has something to do with the end of a task or child is in its list, and the
 * lists are closed; a gather counts its running children; the wheel's bits fit its slots.
 */
#ifdef ASYNCC_CHECK
void asyncc_check_turn(const struct asyncc_thread *thread);
#else
static inline void asyncc_check_turn(const struct asyncc_thread *thread)
{
    (void)thread;
}
#endif

#endif
