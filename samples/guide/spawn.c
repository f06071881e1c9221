/*
 * spawn COMMAND [ARGUMENT...] - runs a command and tells how it ended.
 */
#include <asyncc/process.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

async int main(int argc, char **argv)
{
    struct async_process *process;
    int status, signal;
    if (argc < 2)
        return EXIT_FAILURE;
    int error = async_process_start(
        &(struct async_process_options){ .file = argv[1], .args = (const char *const *)(argv + 1) }, &process);
    if (error) {
        fprintf(stderr, "%s: %s\n", argv[1], uv_strerror(error));
        return EXIT_FAILURE;
    }
    defer async_process_close(process);
    printf("Launched process with ID %d\n", async_process_pid(process));
    await async_process_wait(process, &status, &signal);
    printf("Process exited with status %d, signal %d\n", status, signal);
    return EXIT_SUCCESS;
}
