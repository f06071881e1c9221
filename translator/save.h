/*
 * save.h - writing files so that nobody sees half of one.
 */
#ifndef SAVE_H
#define SAVE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes the text to the file by way of a temporary one beside it; to "-", standard output, and to devices and pipes as
 * they are. False, with errno set, when it cannot.
 */
bool save_file(const char *path, const char *text, size_t length);

#endif
