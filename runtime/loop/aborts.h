/*
 * aborts.h - a line for who aborts without one, as libuv does where a call of the system's fails that it cannot do
 * without: where that was, and the system's last error.
 */
#ifndef ASYNCC_LOOP_ABORTS_H
#define ASYNCC_LOOP_ABORTS_H

/*
 * From now on SIGABRT has it, unless the program handles that itself; then the signal has its usual end. What the runtime
 * says of its own is not said again. Each beginning, of whatever thread, has an end.
 */
void asyncc_aborts_begin(void);
void asyncc_aborts_end(void);

#endif
