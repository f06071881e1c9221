/*
 * batch.h - translates the files of a command line, several at once, and says what there is to say about them
 * in the order of the line.
 */
#ifndef BATCH_H
#define BATCH_H

#include <stdbool.h>

struct options;

/* Whether all were translated. */
bool batch_translate(const struct options *options);

#endif
