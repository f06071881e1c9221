/*
 * pidfd.c - see pidfd.h. The C library need not know these calls.
 */
#define _GNU_SOURCE
#include "pidfd.h"

#include <uv.h>

#include <errno.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(SYS_pidfd_open) && defined(SYS_pidfd_send_signal)

enum { OF_A_DESCRIPTOR = 3 }; /* P_PIDFD, of Linux 5.4 */

int asyncc_pidfd_take(int descriptor, int *status, int *signal)
{
    siginfo_t end = { .si_pid = 0 };
    int error;
    do
        error = waitid((idtype_t)OF_A_DESCRIPTOR, (id_t)descriptor, &end, WEXITED | WNOHANG) ? errno : 0;
    while (error == EINTR);
    if (error)
        return error == ECHILD ? UV_ESRCH : uv_translate_sys_error(error);
    if (end.si_pid == 0)
        return 0;
    *status = end.si_code == CLD_EXITED ? end.si_status : 0;
    *signal = end.si_code == CLD_EXITED ? 0 : end.si_status;
    return 1;
}

int asyncc_pidfd_open(pid_t child)
{
    int descriptor = (int)syscall(SYS_pidfd_open, child, 0);
    if (descriptor < 0)
        return -1;
    siginfo_t end;
    if (waitid((idtype_t)OF_A_DESCRIPTOR, (id_t)descriptor, &end, WEXITED | WNOHANG | WNOWAIT) == 0 || errno == ECHILD)
        return descriptor;
    asyncc_pidfd_close(descriptor); /* Linux 5.3 cannot take a status by it */
    return -1;
}

/* ThreadSanitizer has not seen that it was opened, and would take it for what had its number before. */
void asyncc_pidfd_close(int descriptor)
{
    syscall(SYS_close, descriptor);
}

int asyncc_pidfd_kill(int descriptor, int signal)
{
    return syscall(SYS_pidfd_send_signal, descriptor, signal, NULL, 0) == 0 ? 0 : uv_translate_sys_error(errno);
}

#else

int asyncc_pidfd_open(pid_t child)
{
    (void)child;
    return -1;
}

void asyncc_pidfd_close(int descriptor)
{
    (void)descriptor;
}

int asyncc_pidfd_kill(int descriptor, int signal)
{
    (void)descriptor;
    (void)signal;
    return UV_ENOSYS;
}

int asyncc_pidfd_take(int descriptor, int *status, int *signal)
{
    (void)descriptor;
    (void)status;
    (void)signal;
    return UV_ENOSYS;
}

#endif
