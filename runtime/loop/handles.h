/*
 * handles.h - debug mode: which handles of the loop are open, and which step opened them. Nothing happens otherwise.
 */
#ifndef ASYNCC_LOOP_HANDLES_H
#define ASYNCC_LOOP_HANDLES_H

#include "loop.h"

/* From now on; what is open already is not reported. */
void asyncc_handles_begin(struct asyncc_loop *loop);

/* Lists what is still open, but for the runtime's own handles. */
void asyncc_handles_report(const struct asyncc_loop *loop);

void asyncc_handles_end(void);

#endif
