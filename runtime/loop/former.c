/*
 * former.c - see former.h.
 */
#define _GNU_SOURCE
#include "former.h"

static struct {
    uv_once_t once;
    uv_mutex_t mutex; /* of all that follows */
    unsigned handles[NSIG];
    struct sigaction before[NSIG]; /* if there are any */
} former = { .once = UV_ONCE_INIT };

static void init(void)
{
    uv_mutex_init(&former.mutex);
}

static void lock(void)
{
    uv_once(&former.once, init);
    uv_mutex_lock(&former.mutex);
}

static int is_number(int number)
{
    return number > 0 && number < NSIG;
}

void asyncc_former_keep(int number)
{
    if (!is_number(number))
        return;
    lock();
    if (former.handles[number]++ == 0)
        sigaction(number, NULL, &former.before[number]);
    uv_mutex_unlock(&former.mutex);
}

/*
 * libuv has dropped the signal; otherwise there are handles of the user's own for it. What is put back is not libuv's
 * own handler, which would find no handle.
 */
static void put_back(int number, const struct sigaction *libuv)
{
    struct sigaction now;
    if (sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_DFL &&
        former.before[number].sa_handler != libuv->sa_handler)
        sigaction(number, &former.before[number], NULL);
}

void asyncc_former_put_back(int number, uv_handle_t *handle, uv_close_cb closed)
{
    struct sigaction libuv;
    sigset_t this_one, before;
    if (!is_number(number)) {
        uv_close(handle, closed);
        return;
    }
    sigemptyset(&this_one);
    sigaddset(&this_one, number);
    lock();
    pthread_sigmask(SIG_BLOCK, &this_one, &before);
    sigaction(number, NULL, &libuv);
    if (handle)
        uv_close(handle, closed);
    if (--former.handles[number] == 0)
        put_back(number, &libuv);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    uv_mutex_unlock(&former.mutex);
}

void asyncc_former_replace(int number, void (*handler)(int), const struct sigaction *instead)
{
    lock();
    if (former.handles[number] && former.before[number].sa_handler == handler)
        former.before[number] = *instead;
    uv_mutex_unlock(&former.mutex);
}
