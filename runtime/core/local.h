/*
 * local.h - what the table of extra.h knows of values.
 */
#ifndef ASYNCC_CORE_LOCAL_H
#define ASYNCC_CORE_LOCAL_H

#include "extra.h"

/* The new task begins with the values that are there, of which there are some: 0 or UV_ENOMEM. */
int asyncc_local_inherit(struct asyncc_unit *task, const struct asyncc_extra *from);

#endif
