/*
 * asyncc/abi/fs_watch.h - the leaves of asyncc/fs_watch.h, for translated code.
 */
#ifndef ASYNCC_ABI_FS_WATCH_H
#define ASYNCC_ABI_FS_WATCH_H

#include <asyncc/abi/waiter.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_fs_event;
struct async_fs_poll;
struct async_stat;

struct asyncc_fs_event_next {
    struct asyncc_io_waiter waiter;
    struct async_fs_event *event;
    char *name;
    size_t size;
};
asyncc_status asyncc_fs_event_next_start(struct asyncc_fs_event_next *self, struct async_fs_event *event, char *name,
                                         size_t size, int *value);
asyncc_status asyncc_fs_event_next_resume(struct asyncc_fs_event_next *self, int *value);

struct asyncc_fs_poll_next {
    struct asyncc_io_waiter waiter;
    struct async_fs_poll *poll;
    struct async_stat *before, *after;
};
asyncc_status asyncc_fs_poll_next_start(struct asyncc_fs_poll_next *self, struct async_fs_poll *poll,
                                        struct async_stat *before, struct async_stat *after, int *value);
asyncc_status asyncc_fs_poll_next_resume(struct asyncc_fs_poll_next *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
