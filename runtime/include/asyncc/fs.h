/*
 * asyncc/fs.h - files, awaited: libuv's uv_fs_..., one async function for each.
 *
 * The value is what libuv gives as `req->result`: 0, a number of bytes or a descriptor, or a negative UV_E...
 * code; UV_ENOMEM if there was no memory for the request. Modes, flags and meanings are libuv's. Paths and
 * buffers are the caller's, and are used until the call has ended.
 *
 * The work is done by libuv's threads. A cancel takes a request that no thread has begun out of their queue; one
 * that was begun is waited for, since it uses the caller's memory, and its outcome is dropped: whether the
 * operation took place is then not known.
 *
 * At the first of them libuv starts its threads, UV_THREADPOOL_SIZE of them or 4: UV_EAGAIN when that many cannot be had
 * (RLIMIT_NPROC, memory, a container's limit), in which case nothing was begun, and the next one tries again; only
 * async_fs_close does its work even then.
 */
#ifndef ASYNCC_FS_H
#define ASYNCC_FS_H

#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>
#ifndef __STRICT_ANSI__
#include <uv.h> /* the codes; it needs more of the system's headers than strict C shows */
#endif

#include <asyncc.h>
#include <asyncc/abi/fs.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What libuv knows of a file: uv_stat_t, member by member. */
struct async_timespec {
    long tv_sec, tv_nsec;
};
struct async_stat {
    uint64_t st_dev, st_mode, st_nlink, st_uid, st_gid, st_rdev, st_ino, st_size, st_blksize, st_blocks, st_flags, st_gen;
    struct async_timespec st_atim, st_mtim, st_ctim, st_birthtim;
};

/* The descriptor. If cancelled when the file was opened already, that is closed again. */
_Async int async_fs_open(const char *path, int flags, int mode) ASYNCC_LEAF;

/* The file is closed even if the call is cancelled. */
_Async int async_fs_close(int file) ASYNCC_LEAF;

/*
 * The number of bytes read, 0 at the end. At `offset`, or at the file's position if that is negative; then a cancel
 * may have moved it.
 */
_Async ssize_t async_fs_read(int file, void *buffer, size_t size, int64_t offset) ASYNCC_LEAF;

/*
 * The number of bytes written, which may be less than `size`. At `offset`, or at the file's position if that is
 * negative. A cancel may come when all or some is written.
 */
_Async ssize_t async_fs_write(int file, const void *buffer, size_t size, int64_t offset) ASYNCC_LEAF;

_Async int async_fs_unlink(const char *path) ASYNCC_LEAF;
_Async int async_fs_mkdir(const char *path, int mode) ASYNCC_LEAF;
_Async int async_fs_rmdir(const char *path) ASYNCC_LEAF;
_Async int async_fs_rename(const char *path, const char *new_path) ASYNCC_LEAF;
_Async int async_fs_link(const char *path, const char *new_path) ASYNCC_LEAF;
_Async int async_fs_symlink(const char *path, const char *new_path, int flags) ASYNCC_LEAF;
_Async int async_fs_copyfile(const char *path, const char *new_path, int flags) ASYNCC_LEAF;

_Async int async_fs_stat(const char *path, struct async_stat *result) ASYNCC_LEAF;
_Async int async_fs_lstat(const char *path, struct async_stat *result) ASYNCC_LEAF;
_Async int async_fs_fstat(int file, struct async_stat *result) ASYNCC_LEAF;

_Async int async_fs_access(const char *path, int mode) ASYNCC_LEAF;

_Async int async_fs_chmod(const char *path, int mode) ASYNCC_LEAF;
_Async int async_fs_fchmod(int file, int mode) ASYNCC_LEAF;
_Async int async_fs_fsync(int file) ASYNCC_LEAF;
_Async int async_fs_fdatasync(int file) ASYNCC_LEAF;
_Async int async_fs_ftruncate(int file, int64_t length) ASYNCC_LEAF;

/* The owner and group, of the file that a link means, of an open file, or of the link. */
_Async int async_fs_chown(const char *path, unsigned uid, unsigned gid) ASYNCC_LEAF;
_Async int async_fs_fchown(int file, unsigned uid, unsigned gid) ASYNCC_LEAF;
_Async int async_fs_lchown(const char *path, unsigned uid, unsigned gid) ASYNCC_LEAF;

/* The times, in seconds since 1970. */
_Async int async_fs_utime(const char *path, double accessed, double modified) ASYNCC_LEAF;
_Async int async_fs_futime(int file, double accessed, double modified) ASYNCC_LEAF;
_Async int async_fs_lutime(const char *path, double accessed, double modified) ASYNCC_LEAF;

/* What libuv knows of a file system: uv_statfs_t, member by member. */
struct async_statfs {
    uint64_t f_type, f_bsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree, f_spare[4];
};
_Async int async_fs_statfs(const char *path, struct async_statfs *result) ASYNCC_LEAF;

/* async_fs_read and async_fs_write with several buffers, one after the other; the vector is used to the end of the call. */
_Async ssize_t async_fs_readv(int file, const struct iovec *vector, unsigned count, int64_t offset) ASYNCC_LEAF;
_Async ssize_t async_fs_writev(int file, const struct iovec *vector, unsigned count, int64_t offset) ASYNCC_LEAF;

/* ---- paths ---- */

/* What a symbolic link says, or the path without any: its length; UV_ENOBUFS if it does not fit with the 0 behind it. */
_Async ssize_t async_fs_readlink(const char *path, char *buffer, size_t size) ASYNCC_LEAF;
_Async ssize_t async_fs_realpath(const char *path, char *buffer, size_t size) ASYNCC_LEAF;

/*
 * A new directory, or a new file that is open for reading and writing: 0, or the descriptor. The path ends with
 * XXXXXX, which gets other letters. If cancelled when it was made already, it is removed again.
 */
_Async int async_fs_mkdtemp(char *path) ASYNCC_LEAF;
_Async int async_fs_mkstemp(char *path) ASYNCC_LEAF;

/* ---- directories ---- */

/* uv_dirent_type_t */
enum {
    ASYNC_DIRENT_UNKNOWN,
    ASYNC_DIRENT_FILE,
    ASYNC_DIRENT_DIR,
    ASYNC_DIRENT_LINK,
    ASYNC_DIRENT_FIFO,
    ASYNC_DIRENT_SOCKET,
    ASYNC_DIRENT_CHAR,
    ASYNC_DIRENT_BLOCK
};
struct async_dirent {
    const char *name;
    int type;
};

/* All entries of a directory, sorted by name: how many; the caller releases *entries, one block, with free(). */
_Async ssize_t async_fs_scandir(const char *path, struct async_dirent **entries) ASYNCC_LEAF;

struct async_dir;

/* Opens a directory to be read entry by entry: 0, and *dir, which the caller closes. */
_Async int async_fs_opendir(const char *path, struct async_dir **dir) ASYNCC_LEAF;

/*
 * The next entry, in no particular order: 1, and its name, and its type unless `type` is NULL; 0 at the end.
 * UV_ENOBUFS if the name and the 0 behind it do not fit; it can be read again. A cancel loses nothing.
 */
_Async int async_fs_readdir(struct async_dir *dir, char *name, size_t size, int *type) ASYNCC_LEAF;

/* Closes the directory, which is not being read; NULL does nothing. Does not wait. */
void async_fs_closedir(struct async_dir *dir);

/* ---- more ---- */

/* The number of bytes copied, which may be less than `size`. */
_Async ssize_t async_fs_sendfile(int out, int in, int64_t offset, size_t size) ASYNCC_LEAF;

/*
 * Reads a whole file: 0, and in *data its bytes, followed by a 0 that does not count, and in *size how many; the
 * caller releases *data with free(). An error otherwise, and neither is touched. One thread does it all.
 */
_Async int async_fs_read_file(const char *path, char **data, size_t *size) ASYNCC_LEAF;

/* Writes a whole file, as open with O_CREAT | O_TRUNC and `mode` does: 0 or an error. */
_Async int async_fs_write_file(const char *path, const void *data, size_t size, int mode) ASYNCC_LEAF;

#ifdef __cplusplus
}
#endif
#endif
