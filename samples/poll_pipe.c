/*
 * Awaiting a descriptor that another library reads and writes: async_poll_fd tells when it can.
 */
#include <asyncc.h>
#include <asyncc/uv.h>
#include <stdio.h>
#include <unistd.h>

static async void writes(int fd)
{
    defer close(fd);
    await async_sleep(1);
    if (await async_poll_fd(fd, UV_WRITABLE) == UV_WRITABLE && write(fd, "hello", 5) == 5)
        printf("written\n");
}

async int main(void)
{
    int ends[2];
    char text[10] = "";
    if (pipe(ends) != 0)
        return 1;
    defer close(ends[0]);
    task(void) writer = create_task(writes(ends[1]));
    int events = await async_poll_fd(ends[0], UV_READABLE);
    printf("readable: %d\n", events == UV_READABLE);
    if (events == UV_READABLE && read(ends[0], text, sizeof text - 1) > 0)
        printf("%s\n", text);
    await join(writer);
    return 0;
}
