/*
 * save.h - writing files so that nobody sees half of one, and nothing is lost.
 */
#ifndef SAVE_H
#define SAVE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Replaces the file by one with the text, at once; a link is followed. What is no regular file - "-", which is standard output,
 * devices, pipes, open files as /dev/stdout and /dev/fd/3 - is written to. False, with errno set, when it cannot.
 */
bool save_file(const char *path, const char *text, size_t length);

/* Whether both names are of one regular file, which would be lost if it were the input and the output. */
bool save_is_same(const char *path, const char *other);

/* The number of the open file of ours that the name stands for, as /dev/stdin and /dev/fd/3 do; -1: it is another's name. */
int save_open_file(const char *path);

/* From here on a signal that ends the program waits until no file is half written. */
void save_first(void);

#endif
