/*
 * alarm.c - see alarm.h. On Linux a timer with a descriptor, made when a deadline is first near: exact to some ten
 * microseconds. Elsewhere none.
 */
#include "alarm.h"

#ifdef __linux__

#include "../core/memory.h"

#include <sys/timerfd.h>
#include <unistd.h>

struct alarm {
    struct asyncc_part part;
    uv_poll_t poll;
    int file; /* -1: there could be none */
};

static void on_closed(uv_handle_t *handle)
{
    struct alarm *alarm = handle->data;
    alarm->part.loop->handles--;
    asyncc_memory(alarm, 0);
}

static void end(struct asyncc_part *part)
{
    struct alarm *alarm = (struct alarm *)part;
    if (alarm->file < 0) {
        asyncc_memory(alarm, 0);
        return;
    }
    uv_close((uv_handle_t *)&alarm->poll, on_closed);
    close(alarm->file);
}

/* The loop was woken, which is all: what is due is seen then. */
static void on_alarm(uv_poll_t *poll, int status, int events)
{
    struct alarm *alarm = poll->data;
    uint64_t times;
    (void)status;
    (void)events;
    if (read(alarm->file, &times, sizeof times) > 0)
        alarm->part.loop->armed = 0;
}

static int open_alarm(struct alarm *alarm, struct asyncc_loop *loop)
{
    int file = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (file < 0)
        return -1;
    if (uv_poll_init(loop->uv, &alarm->poll, file) != 0) {
        close(file);
        return -1;
    }
    alarm->poll.data = alarm;
    loop->handles++;
    uv_poll_start(&alarm->poll, UV_READABLE, on_alarm);
    uv_unref((uv_handle_t *)&alarm->poll);
    return file;
}

static struct alarm *find(const struct asyncc_loop *loop)
{
    return (struct alarm *)asyncc_part_find(loop, end);
}

int asyncc_alarm_is_likely(const struct asyncc_loop *loop)
{
    const struct alarm *alarm = find(loop);
    return !alarm || alarm->file >= 0;
}

void asyncc_alarm_set(struct asyncc_loop *loop, uint64_t deadline)
{
    struct alarm *alarm = find(loop);
    if (!alarm) {
        alarm = asyncc_memory(NULL, sizeof *alarm);
        if (!alarm)
            return;
        asyncc_part_add(loop, &alarm->part, end);
        alarm->file = open_alarm(alarm, loop);
    }
    struct itimerspec at = { .it_value = { .tv_sec = (time_t)(deadline / 1000000000),
                                           .tv_nsec = (long)(deadline % 1000000000) } };
    if (alarm->file >= 0)
        timerfd_settime(alarm->file, TFD_TIMER_ABSTIME, &at, NULL);
}

#else

int asyncc_alarm_is_likely(const struct asyncc_loop *loop)
{
    (void)loop;
    return 0;
}

void asyncc_alarm_set(struct asyncc_loop *loop, uint64_t deadline)
{
    (void)loop;
    (void)deadline;
}

#endif
