/*
 * thread.c - the thread's state. See thread.h.
 */
#define _GNU_SOURCE
#include "thread.h"

#ifdef __linux__
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

_Thread_local struct asyncc_context asyncc_context;
_Thread_local struct asyncc_thread asyncc_thread;

#ifdef __linux__
/* The main thread's stack is rarely small, and where it is, is read from /proc, which takes as long as the loop's start. */
static int is_ample(void)
{
    struct rlimit limit;
    return gettid() == getpid() && getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur >= 8 * ASYNCC_STACK;
}
#endif

/* The lowest address of the thread's stack; 0 if there is enough of it, or the system does not tell. */
static size_t ask_stack(void)
{
    void *lowest = NULL;
#ifdef __linux__
    pthread_attr_t attributes;
    size_t size;
    if (is_ample() || pthread_getattr_np(pthread_self(), &attributes) != 0)
        return 0;
    if (pthread_attr_getstack(&attributes, &lowest, &size) != 0)
        lowest = NULL;
    pthread_attr_destroy(&attributes);
#endif
    return (size_t)lowest;
}

void asyncc_thread_measure_stack(struct asyncc_thread *thread)
{
    char here;
    if (!thread->stack_asked)
        thread->stack_lowest = ask_stack();
    thread->stack_asked = 1;
    size_t left = (size_t)&here - thread->stack_lowest;
    int is_there = thread->stack_lowest && (size_t)&here > thread->stack_lowest; /* not on a stack of the user's own */
    thread->stack_floor = is_there ? thread->stack_lowest + left / 2 : 0;
}
