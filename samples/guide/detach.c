/*
 * detach COMMAND [ARGUMENT...] - starts a command that lives on, and prints its id.
 */
#include <asyncc/process.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

async int main(int argc, char **argv)
{
    struct async_process *process;
    if (argc < 2)
        return EXIT_FAILURE;
    int error = async_process_start(&(struct async_process_options){ .file = argv[1],
                                                                     .args = (const char *const *)(argv + 1),
                                                                     .flags = ASYNC_PROCESS_DETACHED },
                                    &process);
    if (error) {
        fprintf(stderr, "%s: %s\n", argv[1], uv_strerror(error));
        return EXIT_FAILURE;
    }
    printf("%d\n", async_process_pid(process));
    async_process_close(process); /* it goes on */
    return EXIT_SUCCESS;
}
