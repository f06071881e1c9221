/*
 * errors.h - the codes of libuv that the core reports. The core builds without <uv.h>; the loop layer
 * asserts that they are the same.
 */
#ifndef ASYNCC_CORE_ERRORS_H
#define ASYNCC_CORE_ERRORS_H

#include <errno.h>

#define ASYNCC_EAGAIN (-EAGAIN)
#define ASYNCC_EBUSY (-EBUSY)
#define ASYNCC_EALREADY (-EALREADY)
#define ASYNCC_ECANCELED (-ECANCELED)
#define ASYNCC_ECONNABORTED (-ECONNABORTED)
#define ASYNCC_EINVAL (-EINVAL)
#define ASYNCC_ENOBUFS (-ENOBUFS)
#define ASYNCC_ENOMEM (-ENOMEM)
#define ASYNCC_EOF (-4095)
#define ASYNCC_EPIPE (-EPIPE)
#define ASYNCC_ETIMEDOUT (-ETIMEDOUT)

#endif
