/*
 * tty - a line in colour to a terminal, a plain one to anything else, and how large the terminal is.
 */
#include <asyncc/tty.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

static async int show(struct async_stream *out, const char *text)
{
    return await async_stream_write(out, text, strlen(text));
}

async int main(void)
{
    struct async_stream *out;
    int columns, rows, error = async_stream_open(1, &out);
    char size[64];
    if (error) {
        fprintf(stderr, "tty: %s\n", uv_strerror(error));
        return EXIT_FAILURE;
    }
    defer async_stream_close(out);
    if (async_tty_size(out, &columns, &rows) != 0)
        return await show(out, "Hello, whoever reads this\n") ? EXIT_FAILURE : EXIT_SUCCESS;
    async_tty_set_mode(out, ASYNC_TTY_NORMAL);
    snprintf(size, sizeof size, "%d x %d\n", columns, rows);
    error = await show(out, "\033[41;37mHello TTY\033[m\n");
    if (error == 0)
        error = await show(out, size);
    async_tty_reset_mode();
    return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
