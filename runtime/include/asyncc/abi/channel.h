/*
 * asyncc/abi/channel.h - the leaves of asyncc/channel.h, for translated code.
 */
#ifndef ASYNCC_ABI_CHANNEL_H
#define ASYNCC_ABI_CHANNEL_H

#include <asyncc/abi/sync.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_queue;
struct async_oneshot;
struct async_receiver;

struct asyncc_queue_put {
    struct asyncc_waiting waiting;
    struct async_queue *queue;
    const void *item;
};
asyncc_status asyncc_queue_put_start(struct asyncc_queue_put *self, struct async_queue *queue, const void *item, int *value);
asyncc_status asyncc_queue_put_resume(struct asyncc_queue_put *self, int *value);

struct asyncc_queue_get {
    struct asyncc_waiting waiting;
    struct async_queue *queue;
    void *item;
};
asyncc_status asyncc_queue_get_start(struct asyncc_queue_get *self, struct async_queue *queue, void *item, int *value);
asyncc_status asyncc_queue_get_resume(struct asyncc_queue_get *self, int *value);

struct asyncc_queue_join {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_queue_join_start(struct asyncc_queue_join *self, struct async_queue *queue);
asyncc_status asyncc_queue_join_resume(struct asyncc_queue_join *self);

struct asyncc_oneshot_receive {
    struct asyncc_event_wait wait;
};
asyncc_status asyncc_oneshot_receive_start(struct asyncc_oneshot_receive *self, struct async_oneshot *oneshot, int *value);
asyncc_status asyncc_oneshot_receive_resume(struct asyncc_oneshot_receive *self, int *value);

struct asyncc_broadcast_receive {
    struct asyncc_waiting waiting;
    struct async_receiver *receiver;
    void *item;
};
asyncc_status asyncc_broadcast_receive_start(struct asyncc_broadcast_receive *self, struct async_receiver *receiver,
                                             void *item, int *value);
asyncc_status asyncc_broadcast_receive_resume(struct asyncc_broadcast_receive *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
