/*
 * asyncc/abi/group.h - the leaves of asyncc/group.h, for translated code.
 */
#ifndef ASYNCC_ABI_GROUP_H
#define ASYNCC_ABI_GROUP_H

#include <asyncc/abi/sync.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_group;
struct async_completions;

struct asyncc_group_join {
    struct asyncc_waiting waiting;
    int cancelled;
};
asyncc_status asyncc_group_join_start(struct asyncc_group_join *self, struct async_group *group, int *value);
asyncc_status asyncc_group_join_resume(struct asyncc_group_join *self, int *value);

struct asyncc_group_close {
    struct asyncc_group_join join;
};
asyncc_status asyncc_group_close_start(struct asyncc_group_close *self, struct async_group *group);
asyncc_status asyncc_group_close_resume(struct asyncc_group_close *self);

struct asyncc_group_room {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_group_room_start(struct asyncc_group_room *self, struct async_group *group);
asyncc_status asyncc_group_room_resume(struct asyncc_group_room *self);

struct asyncc_completions_next {
    struct asyncc_waiting waiting;
    struct async_completions *completions;
};
asyncc_status asyncc_completions_next_start(struct asyncc_completions_next *self, struct async_completions *completions,
                                            int *value);
asyncc_status asyncc_completions_next_resume(struct asyncc_completions_next *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
