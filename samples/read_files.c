/*
 * Real work in the place of the pause, 1: files. Several are read at once, each by awaits that look like the calls
 * of ordinary C; libuv's threads do the reading. The results are printed in order, whichever was there first.
 * A defer may await, too: so files are closed, and everything is removed in the end.
 * Takes some milliseconds.
 */
#include <asyncc/fs.h>
#include <uv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

struct path {
    char chars[256];
};

struct counts {
    int error; /* 0, or what libuv says; then the rest does not count */
    long lines, words, bytes;
};

static const struct {
    const char *name, *line;
    int lines;
} files[] = {
    { "short.txt", "hello, world\n", 1 },
    { "middle.txt", "one two three four\n", 100 },
    { "long.txt", "the quick brown fox jumps over the lazy dog\n", 10000 },
};

static struct path path_of(const char *directory, const char *name)
{
    struct path path;
    snprintf(path.chars, sizeof path.chars, "%s/%s", directory, name);
    return path;
}

static async int write_file(const char *directory, int i)
{
    size_t length = strlen(files[i].line), size = length * (size_t)files[i].lines;
    char *text = malloc(size);
    if (!text)
        return UV_ENOMEM;
    defer free(text);

    for (size_t at = 0; at < size; at += length)
        memcpy(text + at, files[i].line, length);
    struct path path = path_of(directory, files[i].name);
    return await async_fs_write_file(path.chars, text, size, 0600);
}

static async struct counts count(const char *directory, const char *name)
{
    struct counts counts = { 0 };
    struct path path = path_of(directory, name);

    printf("Reading %s...\n", name);
    int file = await async_fs_open(path.chars, O_RDONLY, 0);
    if (file < 0) {
        counts.error = file;
        return counts;
    }
    defer await async_fs_close(file);

    char buffer[4096];
    int in_word = 0;
    ssize_t got;
    while ((got = await async_fs_read(file, buffer, sizeof buffer, -1)) > 0) {
        counts.bytes += got;
        for (ssize_t i = 0; i < got; i++) {
            int is_space = buffer[i] == ' ' || buffer[i] == '\n';
            counts.lines += buffer[i] == '\n';
            counts.words += !is_space && !in_word;
            in_word = !is_space;
        }
    }
    counts.error = (int)got; /* 0 at the end of the file */
    return counts;
}

static void report(const char *name, struct counts counts)
{
    if (counts.error)
        printf("%-11s %s\n", name, uv_strerror(counts.error));
    else
        printf("%-11s %5ld lines %6ld words %7ld bytes\n", name, counts.lines, counts.words, counts.bytes);
}

static async void clean_up(const char *directory)
{
    for (size_t i = 0; i < LENGTH(files); i++) {
        struct path path = path_of(directory, files[i].name);
        await async_fs_unlink(path.chars);
    }
    int error = await async_fs_rmdir(directory);
    if (error)
        fprintf(stderr, "%s: %s\n", directory, uv_strerror(error));
}

async int main(void)
{
    char directory[] = "/tmp/read_files.XXXXXX";
    if (!mkdtemp(directory)) {
        fprintf(stderr, "%s: %s\n", directory, uv_strerror(uv_translate_sys_error(errno)));
        return 1;
    }
    defer await clean_up(directory);

    int errors[LENGTH(files)];
    await gather(errors[0] = write_file(directory, 0),
                 errors[1] = write_file(directory, 1),
                 errors[2] = write_file(directory, 2));
    for (size_t i = 0; i < LENGTH(files); i++) {
        if (errors[i]) {
            fprintf(stderr, "%s: %s\n", files[i].name, uv_strerror(errors[i]));
            return 1;
        }
    }

    struct counts a, b, c, missing;
    await gather(a = count(directory, "short.txt"),
                 b = count(directory, "middle.txt"),
                 c = count(directory, "long.txt"),
                 missing = count(directory, "missing.txt"));
    report("short.txt", a);
    report("middle.txt", b);
    report("long.txt", c);
    report("missing.txt", missing);
    return 0;
}
