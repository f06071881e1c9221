/*
 * serial.c - async functions of the runtime in a serial program: whoever calls one waits for it. Each thread that does
 * has a loop from then on, since streams and the like live from call to call.
 */
#include "loop.h"
#include "run.h"

#include "../core/fatal.h"
#include "../core/serial.h"

#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key; /* so that threads close their loops when they end */
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void close_loop(void *loop)
{
    if (asyncc_thread.loop == loop)
        asyncc_loop_close();
}

static void make_key(void)
{
    if (pthread_key_create(&key, close_loop) != 0)
        asyncc_fatal("out of memory");
}

void asyncc_serial_open(void)
{
    int error = asyncc_loop_open(NULL);
    if (error)
        asyncc_fatal("no loop: %s", uv_strerror(error));
    pthread_once(&once, make_key);
    pthread_setspecific(key, asyncc_thread.loop);
}

void asyncc_serial_run(void *result, size_t size)
{
    asyncc_serial_begin();
    if (!asyncc_run_call(asyncc_thread.loop, result, size))
        exit(EXIT_FAILURE); /* it could never have been over, or there was no memory */
}
