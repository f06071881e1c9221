/*
 * idle [SECONDS] - computes whenever there is nothing else to do, and answers what is typed meanwhile. In libuv that is
 * an idle handle; here it is a task that lets the others run now and then.
 */
#include <asyncc/stream.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static long primes = 1, candidate = 3;

static int is_prime(long n)
{
    for (long i = 3; i * i <= n; i += 2) {
        if (n % i == 0)
            return 0;
    }
    return 1;
}

static async void compute(void)
{
    for (;; candidate += 2) {
        primes += is_prime(candidate);
        await async_yield();
    }
}

static async int answer(struct async_stream *in)
{
    char line[64];
    ssize_t n;
    while ((n = await async_stream_read_line(in, line, sizeof line)) >= 0) {
        printf("%s: there are %ld primes below %ld\n", line, primes, candidate);
        fflush(stdout);
    }
    return n == UV_EOF ? EXIT_SUCCESS : EXIT_FAILURE;
}

async int main(void)
{
    struct async_stream *in;
    int error = async_stream_open(0, &in);
    if (error || spawn(compute()) != 0) {
        fprintf(stderr, "idle: %s\n", uv_strerror(error));
        return EXIT_FAILURE;
    }
    defer async_stream_close(in);
    return await answer(in);
}
