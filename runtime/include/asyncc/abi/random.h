/*
 * asyncc/abi/random.h - the leaf of asyncc/random.h, for translated code.
 */
#ifndef ASYNCC_ABI_RANDOM_H
#define ASYNCC_ABI_RANDOM_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct asyncc_random {
    struct asyncc_operation operation;
    struct asyncc_random_request *request; /* NULL when nothing was begun */
};
asyncc_status asyncc_random_start(struct asyncc_random *self, void *buffer, size_t size, int *value);
asyncc_status asyncc_random_resume(struct asyncc_random *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
