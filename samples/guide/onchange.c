/*
 * onchange COMMAND PATH... - runs the command whenever one of the paths changes.
 */
#include <asyncc/fs_watch.h>
#include <asyncc/process.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static const char *command;

static async int run(void)
{
    const char *args[] = { "sh", "-c", command, NULL };
    struct async_stdio stdio[] = { { 0 }, { .kind = ASYNC_STDIO_FILE, .file = 1 },
                                   { .kind = ASYNC_STDIO_FILE, .file = 2 } };
    struct async_process *process;
    int error = async_process_start(&(struct async_process_options){ .file = "sh", .args = args, .stdio = stdio,
                                                                     .stdio_count = 3 },
                                    &process);
    if (error)
        return error;
    defer async_process_close(process);
    return await async_process_wait(process, NULL, NULL);
}

static async int watch(const char *path)
{
    struct async_fs_event *event;
    char name[256];
    int events = async_fs_event_open(path, &event);
    if (events < 0)
        return events;
    defer async_fs_event_close(event);
    while ((events = await async_fs_event_next(event, name, sizeof name)) > 0) {
        printf("Change detected in %s:%s%s %s\n", path, events & ASYNC_FS_RENAME ? " renamed" : "",
               events & ASYNC_FS_CHANGE ? " changed" : "", name);
        fflush(stdout);
        int error = await run();
        if (error)
            return error;
    }
    return events;
}

async int main(int argc, char **argv)
{
    task(int) watches[16];
    int count = argc - 2;
    if (count < 1 || count > 16)
        return EXIT_FAILURE;
    command = argv[1];
    for (int i = 0; i < count; i++) {
        watches[i] = create_task(watch(argv[i + 2]));
        if (!watches[i])
            return EXIT_FAILURE;
    }
    await async_yield();
    puts("watching");
    fflush(stdout);
    await async_wait(watches, (size_t)count, ASYNC_FIRST_COMPLETED);
    fprintf(stderr, "onchange: a path cannot be watched any more\n");
    return EXIT_FAILURE;
}
