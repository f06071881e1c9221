/*
 * test_files.c - every operation on files, directories, and being told of changes.
 */
#include "scenario.h"

#include <asyncc/fs.h>
#include <asyncc/fs_watch.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <uv.h>

struct path {
    char text[128];
};

static struct path in(const char *directory, const char *name)
{
    struct path path;
    snprintf(path.text, sizeof path.text, "%s/%s", directory, name);
    return path;
}

static void remove_all(const char *directory)
{
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s'", directory);
    MUST(system(command) == 0);
}

#define WITH_DIRECTORY(name)                                                                     \
    char name[] = "/tmp/asyncc_files.XXXXXX";                                                    \
    MUST(mkdtemp(name) != NULL);                                                                 \
    defer remove_all(name)

static async int contents(void)
{
    WITH_DIRECTORY(directory);
    struct path a = in(directory, "a"), b = in(directory, "b");
    char data[16] = { 0 }, first[3] = { 0 }, second[4] = { 0 };
    int file = await async_fs_open(a.text, O_RDWR | O_CREAT, 0600);
    TRY(file);
    defer await async_fs_close(file);
    struct iovec out[] = { { "12", 2 }, { "3456", 4 } }, back[] = { { first, 2 }, { second, 3 } };
    ssize_t n = await async_fs_writev(file, out, 2, 0);
    TRY(n);
    EXPECT(n == 6);
    n = await async_fs_readv(file, back, 2, 1);
    TRY(n);
    EXPECT(n == 5 && strcmp(first, "23") == 0 && strcmp(second, "456") == 0);
    TRY(await async_fs_fsync(file));
    TRY(await async_fs_fdatasync(file));
    TRY(await async_fs_ftruncate(file, 4));
    int copy = await async_fs_open(b.text, O_RDWR | O_CREAT, 0600);
    TRY(copy);
    defer await async_fs_close(copy);
    n = await async_fs_sendfile(copy, file, 0, 4);
    TRY(n);
    n = await async_fs_read(copy, data, sizeof data, 0);
    TRY(n);
    EXPECT(n == 4 && strcmp(data, "1234") == 0);
    return 0;
}

static async int attributes(void)
{
    WITH_DIRECTORY(directory);
    struct path a = in(directory, "a"), link = in(directory, "link");
    struct async_stat stat;
    struct async_statfs statfs;
    TRY(await async_fs_write_file(a.text, "data", 4, 0600));
    int file = await async_fs_open(a.text, O_RDONLY, 0);
    TRY(file);
    defer await async_fs_close(file);
    TRY(await async_fs_chmod(a.text, 0640));
    TRY(await async_fs_stat(a.text, &stat));
    EXPECT((stat.st_mode & 0777) == 0640 && stat.st_size == 4);
    TRY(await async_fs_fchmod(file, 0600));
    TRY(await async_fs_access(a.text, R_OK));
    TRY(await async_fs_utime(a.text, 1000, 2000));
    TRY(await async_fs_fstat(file, &stat));
    EXPECT(stat.st_mtim.tv_sec == 2000 && (stat.st_mode & 0777) == 0600);
    TRY(await async_fs_futime(file, 1000, 3000));
    TRY(await async_fs_symlink(a.text, link.text, 0));
    TRY(await async_fs_lutime(link.text, 1000, 4000));
    TRY(await async_fs_lstat(link.text, &stat));
    EXPECT(stat.st_mtim.tv_sec == 4000 && S_ISLNK(stat.st_mode));
    TRY(await async_fs_chown(a.text, getuid(), getgid()));
    TRY(await async_fs_fchown(file, getuid(), getgid()));
    TRY(await async_fs_lchown(link.text, getuid(), getgid()));
    TRY(await async_fs_statfs(directory, &statfs));
    EXPECT(statfs.f_bsize > 0);
    return 0;
}

static async int paths(void)
{
    WITH_DIRECTORY(directory);
    struct path a = in(directory, "a"), b = in(directory, "b"), temporary = in(directory, "t.XXXXXX"),
                other = in(directory, "d.XXXXXX");
    char buffer[128], small[4];
    TRY(await async_fs_write_file(a.text, "data", 4, 0600));
    TRY(await async_fs_symlink("a", b.text, 0));
    ssize_t n = await async_fs_readlink(b.text, buffer, sizeof buffer);
    TRY(n);
    EXPECT(n == 1 && strcmp(buffer, "a") == 0);
    n = await async_fs_realpath(b.text, buffer, sizeof buffer);
    TRY(n);
    EXPECT(strcmp(buffer, a.text) == 0);
    EXPECT(await async_fs_realpath(b.text, small, sizeof small) == UV_ENOBUFS);
    int file = await async_fs_mkstemp(temporary.text);
    TRY(file);
    TRY(await async_fs_close(file));
    TRY(await async_fs_access(temporary.text, W_OK));
    TRY(await async_fs_mkdtemp(other.text));
    TRY(await async_fs_rmdir(other.text));
    TRY(await async_fs_rename(temporary.text, other.text));
    TRY(await async_fs_link(other.text, temporary.text));
    TRY(await async_fs_unlink(other.text));
    TRY(await async_fs_copyfile(a.text, other.text, 0));
    return 0;
}

static async int directories(void)
{
    enum { COUNT = 40 };
    WITH_DIRECTORY(directory);
    char name[32];
    int seen[COUNT] = { 0 }, type, got, i, total = 0;
    for (i = 0; i < COUNT; i++) {
        snprintf(name, sizeof name, "f%02d", i);
        fclose(fopen(in(directory, name).text, "w"));
    }
    struct async_dirent *entries = NULL;
    ssize_t count = await async_fs_scandir(directory, &entries);
    TRY(count);
    defer free(entries);
    EXPECT(count == COUNT && strcmp(entries[7].name, "f07") == 0 && entries[7].type == ASYNC_DIRENT_FILE);
    struct async_dir *dir = NULL;
    TRY(await async_fs_opendir(directory, &dir));
    defer async_fs_closedir(dir);
    EXPECT(await async_fs_readdir(dir, name, 2, NULL) == UV_ENOBUFS);
    while ((got = await async_fs_readdir(dir, name, sizeof name, &type)) == 1) {
        MUST(sscanf(name, "f%d", &i) == 1 && !seen[i]++);
        total++;
    }
    TRY(got);
    EXPECT(total == COUNT);
    EXPECT(await async_fs_scandir("/no/such/directory", &entries) == UV_ENOENT);
    TRY(await async_fs_mkdir(in(directory, "one more").text, 0700));
    EXPECT(await async_fs_mkdir(in(directory, "one more").text, 0700) == UV_EEXIST);
    TRY(await async_fs_rmdir(in(directory, "one more").text));
    return 0;
}

static async int watching(void)
{
    WITH_DIRECTORY(directory);
    struct path a = in(directory, "a");
    char name[8];
    struct async_fs_event *event;
    TRY(async_fs_event_open(directory, &event));
    defer async_fs_event_close(event);
    fclose(fopen(a.text, "w"));
    unlink(a.text);
    EXPECT(await async_fs_event_next(event, name, sizeof name) == ASYNC_FS_RENAME && strcmp(name, "a") == 0);
    int last = 0, events = 0;
    while (await timeout(0.1, events = async_fs_event_next(event, NULL, 0)) == 0)
        last = events;
    EXPECT(last == ASYNC_FS_RENAME);
    return 0;
}

static async int looking(void)
{
    WITH_DIRECTORY(directory);
    struct path a = in(directory, "a");
    struct async_fs_poll *poll;
    struct async_stat before, after;
    TRY(async_fs_poll_open(a.text, 1, &poll));
    defer async_fs_poll_close(poll);
    EXPECT(await async_fs_poll_next(poll, NULL, NULL) == UV_ENOENT);
    TRY(await async_fs_write_file(a.text, "data", 4, 0600));
    do
        TRY(await async_fs_poll_next(poll, &before, &after));
    while (after.st_size != 4);
    return 0;
}

SCENARIO(contents)
SCENARIO(attributes)
SCENARIO(paths)
SCENARIO(directories)
SCENARIO(watching)

static void check_looking(void **state)
{
    (void)state;
    wait_for_others(20);
    check_scenario(looking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(check_contents),
        TEST(check_attributes),
        TEST(check_paths),
        TEST(check_directories),
        TEST(check_watching),
        TEST(check_looking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
