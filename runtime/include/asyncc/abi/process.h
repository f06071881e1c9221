/*
 * asyncc/abi/process.h - the leaves of asyncc/process.h, for translated code.
 */
#ifndef ASYNCC_ABI_PROCESS_H
#define ASYNCC_ABI_PROCESS_H

#include <sys/types.h>

#include <asyncc/abi/waiter.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_process;
struct async_output;

struct asyncc_process_wait {
    struct asyncc_io_waiter waiter;
    struct async_process *process;
    int *status, *signal;
};
asyncc_status asyncc_process_wait_start(struct asyncc_process_wait *self, struct async_process *process, int *status,
                                        int *signal, int *value);
asyncc_status asyncc_process_wait_resume(struct asyncc_process_wait *self, int *value);

struct asyncc_process_communicate {
    struct asyncc_gather gather;
    struct asyncc_process_wait wait;
    struct async_process *process;
    struct asyncc_unit *children[3]; /* for the descriptors 0, 1 and 2, those that are pipes */
    char *data[3];                   /* what was read, until the caller gets it */
    size_t sizes[3];
    struct async_output *outputs[3];
    int waiting; /* for the end of the process */
    int error;
};
asyncc_status asyncc_process_communicate_start(struct asyncc_process_communicate *self, struct async_process *process,
                                               const void *input, size_t size, struct async_output *out,
                                               struct async_output *err, int *value);
asyncc_status asyncc_process_communicate_resume(struct asyncc_process_communicate *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
