/*
 * driver.h - translates one file: the order of the passes, and nothing of what they do.
 */
#ifndef DRIVER_H
#define DRIVER_H

#include <stdbool.h>

struct options;

/* Whether it was translated; if not, why has been said and no output was written. */
bool driver_translate(const struct options *options);

#endif
