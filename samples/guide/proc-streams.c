/*
 * proc-streams - a child that shares only the standard error of its parent; and one whose output is read.
 */
#include <asyncc/process.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static async int run(const char *const *args, const struct async_stdio *stdio, struct async_output *output)
{
    struct async_process *process;
    int status;
    int error = async_process_start(&(struct async_process_options){ .file = args[0], .args = args, .stdio = stdio,
                                                                     .stdio_count = 3 },
                                    &process);
    if (error)
        return error;
    defer async_process_close(process);
    if (output)
        error = await async_process_communicate(process, "question\n", 9, output, NULL);
    await async_process_wait(process, &status, NULL);
    return error ? error : status;
}

async int main(void)
{
    const char *speak[] = { "sh", "-c", "echo This is stderr >&2; echo This is stdout", NULL },
               *shout[] = { "tr", "a-z", "A-Z", NULL };
    struct async_stdio shared[] = { { 0 }, { 0 }, { .kind = ASYNC_STDIO_FILE, .file = 2 } },
                       pipes[] = { { .kind = ASYNC_STDIO_PIPE }, { .kind = ASYNC_STDIO_PIPE },
                                   { .kind = ASYNC_STDIO_FILE, .file = 2 } };
    struct async_output output = { 0 };
    printf("Process exited with status %d\n", await run(speak, shared, NULL));
    defer free(output.data);
    printf("Process exited with status %d", await run(shout, pipes, &output));
    printf(", and says %s", output.data);
    return EXIT_SUCCESS;
}
