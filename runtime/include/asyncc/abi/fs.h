/*
 * asyncc/abi/fs.h - the leaves of asyncc/fs.h, for translated code.
 */
#ifndef ASYNCC_ABI_FS_H
#define ASYNCC_ABI_FS_H

#include <sys/types.h>
#include <sys/uio.h>

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stat;
struct async_statfs;
struct async_dirent;
struct async_dir;

/* What all of them are: a request of libuv's, in memory of its own. */
struct asyncc_fs {
    struct asyncc_operation operation;
    struct asyncc_fs_request *request; /* NULL when nothing was begun */
};

struct asyncc_fs_open {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_open_start(struct asyncc_fs_open *self, const char *path, int flags, int mode, int *value);
asyncc_status asyncc_fs_open_resume(struct asyncc_fs_open *self, int *value);

struct asyncc_fs_close {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_close_start(struct asyncc_fs_close *self, int file, int *value);
asyncc_status asyncc_fs_close_resume(struct asyncc_fs_close *self, int *value);

struct asyncc_fs_read {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_read_start(struct asyncc_fs_read *self, int file, void *buffer, size_t size, int64_t offset,
                                   ssize_t *value);
asyncc_status asyncc_fs_read_resume(struct asyncc_fs_read *self, ssize_t *value);

struct asyncc_fs_write {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_write_start(struct asyncc_fs_write *self, int file, const void *buffer, size_t size, int64_t offset,
                                    ssize_t *value);
asyncc_status asyncc_fs_write_resume(struct asyncc_fs_write *self, ssize_t *value);

struct asyncc_fs_unlink {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_unlink_start(struct asyncc_fs_unlink *self, const char *path, int *value);
asyncc_status asyncc_fs_unlink_resume(struct asyncc_fs_unlink *self, int *value);

struct asyncc_fs_mkdir {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_mkdir_start(struct asyncc_fs_mkdir *self, const char *path, int mode, int *value);
asyncc_status asyncc_fs_mkdir_resume(struct asyncc_fs_mkdir *self, int *value);

struct asyncc_fs_rmdir {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_rmdir_start(struct asyncc_fs_rmdir *self, const char *path, int *value);
asyncc_status asyncc_fs_rmdir_resume(struct asyncc_fs_rmdir *self, int *value);

struct asyncc_fs_rename {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_rename_start(struct asyncc_fs_rename *self, const char *path, const char *new_path, int *value);
asyncc_status asyncc_fs_rename_resume(struct asyncc_fs_rename *self, int *value);

struct asyncc_fs_link {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_link_start(struct asyncc_fs_link *self, const char *path, const char *new_path, int *value);
asyncc_status asyncc_fs_link_resume(struct asyncc_fs_link *self, int *value);

struct asyncc_fs_symlink {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_symlink_start(struct asyncc_fs_symlink *self, const char *path, const char *new_path, int flags,
                                      int *value);
asyncc_status asyncc_fs_symlink_resume(struct asyncc_fs_symlink *self, int *value);

struct asyncc_fs_copyfile {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_copyfile_start(struct asyncc_fs_copyfile *self, const char *path, const char *new_path, int flags,
                                       int *value);
asyncc_status asyncc_fs_copyfile_resume(struct asyncc_fs_copyfile *self, int *value);

struct asyncc_fs_stat {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_stat_start(struct asyncc_fs_stat *self, const char *path, struct async_stat *result, int *value);
asyncc_status asyncc_fs_stat_resume(struct asyncc_fs_stat *self, int *value);

struct asyncc_fs_lstat {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_lstat_start(struct asyncc_fs_lstat *self, const char *path, struct async_stat *result, int *value);
asyncc_status asyncc_fs_lstat_resume(struct asyncc_fs_lstat *self, int *value);

struct asyncc_fs_fstat {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_fstat_start(struct asyncc_fs_fstat *self, int file, struct async_stat *result, int *value);
asyncc_status asyncc_fs_fstat_resume(struct asyncc_fs_fstat *self, int *value);

struct asyncc_fs_access {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_access_start(struct asyncc_fs_access *self, const char *path, int mode, int *value);
asyncc_status asyncc_fs_access_resume(struct asyncc_fs_access *self, int *value);

struct asyncc_fs_chmod {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_chmod_start(struct asyncc_fs_chmod *self, const char *path, int mode, int *value);
asyncc_status asyncc_fs_chmod_resume(struct asyncc_fs_chmod *self, int *value);

struct asyncc_fs_fchmod {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_fchmod_start(struct asyncc_fs_fchmod *self, int file, int mode, int *value);
asyncc_status asyncc_fs_fchmod_resume(struct asyncc_fs_fchmod *self, int *value);

struct asyncc_fs_fsync {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_fsync_start(struct asyncc_fs_fsync *self, int file, int *value);
asyncc_status asyncc_fs_fsync_resume(struct asyncc_fs_fsync *self, int *value);

struct asyncc_fs_fdatasync {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_fdatasync_start(struct asyncc_fs_fdatasync *self, int file, int *value);
asyncc_status asyncc_fs_fdatasync_resume(struct asyncc_fs_fdatasync *self, int *value);

struct asyncc_fs_ftruncate {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_ftruncate_start(struct asyncc_fs_ftruncate *self, int file, int64_t length, int *value);
asyncc_status asyncc_fs_ftruncate_resume(struct asyncc_fs_ftruncate *self, int *value);

struct asyncc_fs_sendfile {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_sendfile_start(struct asyncc_fs_sendfile *self, int out, int in, int64_t offset, size_t size,
                                       ssize_t *value);
asyncc_status asyncc_fs_sendfile_resume(struct asyncc_fs_sendfile *self, ssize_t *value);

struct asyncc_fs_chown {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_chown_start(struct asyncc_fs_chown *self, const char *path, unsigned uid, unsigned gid, int *value);
asyncc_status asyncc_fs_chown_resume(struct asyncc_fs_chown *self, int *value);

struct asyncc_fs_fchown {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_fchown_start(struct asyncc_fs_fchown *self, int file, unsigned uid, unsigned gid, int *value);
asyncc_status asyncc_fs_fchown_resume(struct asyncc_fs_fchown *self, int *value);

struct asyncc_fs_lchown {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_lchown_start(struct asyncc_fs_lchown *self, const char *path, unsigned uid, unsigned gid,
                                     int *value);
asyncc_status asyncc_fs_lchown_resume(struct asyncc_fs_lchown *self, int *value);

struct asyncc_fs_utime {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_utime_start(struct asyncc_fs_utime *self, const char *path, double accessed, double modified,
                                    int *value);
asyncc_status asyncc_fs_utime_resume(struct asyncc_fs_utime *self, int *value);

struct asyncc_fs_futime {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_futime_start(struct asyncc_fs_futime *self, int file, double accessed, double modified, int *value);
asyncc_status asyncc_fs_futime_resume(struct asyncc_fs_futime *self, int *value);

struct asyncc_fs_lutime {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_lutime_start(struct asyncc_fs_lutime *self, const char *path, double accessed, double modified,
                                     int *value);
asyncc_status asyncc_fs_lutime_resume(struct asyncc_fs_lutime *self, int *value);

struct asyncc_fs_statfs {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_statfs_start(struct asyncc_fs_statfs *self, const char *path, struct async_statfs *result,
                                     int *value);
asyncc_status asyncc_fs_statfs_resume(struct asyncc_fs_statfs *self, int *value);

struct asyncc_fs_readv {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_readv_start(struct asyncc_fs_readv *self, int file, const struct iovec *vector, unsigned count,
                                    int64_t offset, ssize_t *value);
asyncc_status asyncc_fs_readv_resume(struct asyncc_fs_readv *self, ssize_t *value);

struct asyncc_fs_writev {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_writev_start(struct asyncc_fs_writev *self, int file, const struct iovec *vector, unsigned count,
                                     int64_t offset, ssize_t *value);
asyncc_status asyncc_fs_writev_resume(struct asyncc_fs_writev *self, ssize_t *value);

struct asyncc_fs_readlink {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_readlink_start(struct asyncc_fs_readlink *self, const char *path, char *buffer, size_t size,
                                       ssize_t *value);
asyncc_status asyncc_fs_readlink_resume(struct asyncc_fs_readlink *self, ssize_t *value);

struct asyncc_fs_realpath {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_realpath_start(struct asyncc_fs_realpath *self, const char *path, char *buffer, size_t size,
                                       ssize_t *value);
asyncc_status asyncc_fs_realpath_resume(struct asyncc_fs_realpath *self, ssize_t *value);

struct asyncc_fs_mkdtemp {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_mkdtemp_start(struct asyncc_fs_mkdtemp *self, char *path, int *value);
asyncc_status asyncc_fs_mkdtemp_resume(struct asyncc_fs_mkdtemp *self, int *value);

struct asyncc_fs_mkstemp {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_mkstemp_start(struct asyncc_fs_mkstemp *self, char *path, int *value);
asyncc_status asyncc_fs_mkstemp_resume(struct asyncc_fs_mkstemp *self, int *value);

struct asyncc_fs_scandir {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_scandir_start(struct asyncc_fs_scandir *self, const char *path, struct async_dirent **entries,
                                      ssize_t *value);
asyncc_status asyncc_fs_scandir_resume(struct asyncc_fs_scandir *self, ssize_t *value);

struct asyncc_fs_opendir {
    struct asyncc_fs fs;
};
asyncc_status asyncc_fs_opendir_start(struct asyncc_fs_opendir *self, const char *path, struct async_dir **dir, int *value);
asyncc_status asyncc_fs_opendir_resume(struct asyncc_fs_opendir *self, int *value);

struct asyncc_fs_readdir {
    struct asyncc_fs fs;
    struct async_dir *dir;
    char *name;
    size_t size;
    int *type;
};
asyncc_status asyncc_fs_readdir_start(struct asyncc_fs_readdir *self, struct async_dir *dir, char *name, size_t size,
                                      int *type, int *value);
asyncc_status asyncc_fs_readdir_resume(struct asyncc_fs_readdir *self, int *value);

struct asyncc_fs_read_file {
    struct asyncc_operation operation;
    struct asyncc_whole_file *request;
    char **data;
    size_t *size;
};
asyncc_status asyncc_fs_read_file_start(struct asyncc_fs_read_file *self, const char *path, char **data, size_t *size,
                                        int *value);
asyncc_status asyncc_fs_read_file_resume(struct asyncc_fs_read_file *self, int *value);

struct asyncc_fs_write_file {
    struct asyncc_operation operation;
    struct asyncc_whole_file *request;
};
asyncc_status asyncc_fs_write_file_start(struct asyncc_fs_write_file *self, const char *path, const void *data, size_t size,
                                         int mode, int *value);
asyncc_status asyncc_fs_write_file_resume(struct asyncc_fs_write_file *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
