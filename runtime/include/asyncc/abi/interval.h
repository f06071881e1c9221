/*
 * asyncc/abi/interval.h - the leaf of asyncc/interval.h, for translated code.
 */
#ifndef ASYNCC_ABI_INTERVAL_H
#define ASYNCC_ABI_INTERVAL_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_interval;

struct asyncc_interval_next {
    struct asyncc_sleep sleep;
    struct async_interval *interval;
};
asyncc_status asyncc_interval_next_start(struct asyncc_interval_next *self, struct async_interval *interval, int64_t *value);
asyncc_status asyncc_interval_next_resume(struct asyncc_interval_next *self, int64_t *value);

#ifdef __cplusplus
}
#endif
#endif
