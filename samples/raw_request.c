/*
 * Awaiting a request of libuv that the runtime has no function for: begin it with the callback of asyncc/uv.h, and
 * await it.
 */
#include <asyncc.h>
#include <asyncc/uv.h>
#include <stdio.h>

/* What the function works on stands around the request, whose `data` is the runtime's. */
struct counting {
    uv_work_t request;
    int limit, primes;
};

static void count_primes(uv_work_t *request)
{
    struct counting *counting = (struct counting *)request;
    for (int n = 2; n < counting->limit; n++) {
        int divisor = 2;
        while (n % divisor)
            divisor++;
        counting->primes += divisor == n;
    }
}

async int main(void)
{
    uv_fs_t fs;
    int status = uv_fs_stat(async_uv_loop(), &fs, "/", async_fs_cb);
    if (status == 0)
        status = await async_request(&fs);
    printf("/ is %s\n", status == 0 && (fs.statbuf.st_mode & S_IFMT) == S_IFDIR ? "a directory" : "something else");
    uv_fs_req_cleanup(&fs);

    struct counting counting = { .limit = 1000 };
    status = uv_queue_work(async_uv_loop(), &counting.request, count_primes, async_after_work_cb);
    if (status == 0)
        status = await async_request(&counting.request);
    printf("%d primes below 1000\n", counting.primes);
    return status;
}
