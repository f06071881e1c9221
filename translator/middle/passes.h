/* passes.h - the names of the passes, from passes.def. */
#ifndef PASSES_H
#define PASSES_H

#include <stddef.h>

/* In the order in which they run; NULL behind the last. */
const char *passes_name(size_t index);

#endif
