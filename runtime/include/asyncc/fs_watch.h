/*
 * asyncc/fs_watch.h - changes of files and directories, awaited.
 *
 * A watch belongs to whoever opened it, who closes it; it is closed at the latest when its loop ends. Changes that
 * come while nobody waits are not lost, nor by a cancel. Several tasks may wait; each change goes to one of them.
 */
#ifndef ASYNCC_FS_WATCH_H
#define ASYNCC_FS_WATCH_H

#include <asyncc.h>
#include <asyncc/fs.h>
#include <asyncc/abi/fs_watch.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- the system tells ---- */

struct async_fs_event;

/* Watches a file, or what is in a directory, from now on: 0 or an error. Does not wait. uv_fs_event_start. */
int async_fs_event_open(const char *path, struct async_fs_event **event);

/*
 * Waits for the next change: ASYNC_FS_RENAME (made, removed or renamed), ASYNC_FS_CHANGE, or both, and in `name`,
 * which may be NULL, the file's name without its directory. Or an error: UV_ENOBUFS if the name does not fit, or
 * after more than 1024 changes that nobody took; UV_ECANCELED if the watch was closed meanwhile.
 */
enum { ASYNC_FS_RENAME = 1, ASYNC_FS_CHANGE = 2 };
_Async int async_fs_event_next(struct async_fs_event *event, char *name, size_t size) ASYNCC_LEAF;

/* NULL does nothing. Those who wait get UV_ECANCELED. */
void async_fs_event_close(struct async_fs_event *event);

/* ---- somebody looks ---- */

struct async_fs_poll;

/* Looks at a path, where there need not be anything yet, each so many milliseconds: 0 or an error. uv_fs_poll_start. */
int async_fs_poll_open(const char *path, unsigned milliseconds, struct async_fs_poll **poll);

/*
 * Waits until it has changed: 0, or what is wrong with it now, as UV_ENOENT; and how it was before the first change
 * that was not told of, and after the last one. Either may be NULL. UV_ECANCELED if the watch was closed meanwhile.
 */
_Async int async_fs_poll_next(struct async_fs_poll *poll, struct async_stat *before, struct async_stat *after) ASYNCC_LEAF;

/* NULL does nothing. Those who wait get UV_ECANCELED. */
void async_fs_poll_close(struct async_fs_poll *poll);

#ifdef __cplusplus
}
#endif
#endif
