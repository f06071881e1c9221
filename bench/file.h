/*
 * file.h - copying a file block by block, twice: ours, and libuv with callbacks.
 */
#ifndef BENCH_FILE_H
#define BENCH_FILE_H

enum { FILE_BLOCK = 64 * 1024 };

/* Each copies a file that exists to one that is made anew, and stops the program if that fails. */
void file_copy_ours(const char *from, const char *to);
void file_copy_uv(const char *from, const char *to);

#endif
