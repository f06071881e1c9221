/*
 * test_fs.c - files, and functions in other threads: results, errors, and cancellation at every moment.
 */
#include "support.h"

#include "core/thread.h"

#include <asyncc/fs.h>
#include <asyncc/thread.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <uv.h>

static char directory[] = "/tmp/asyncc-test-XXXXXX", path[64], other[64];

static int make_directory(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/a", directory);
    snprintf(other, sizeof other, "%s/b", directory);
    return 0;
}

static int remove_directory(void **state)
{
    (void)state;
    unlink(path);
    unlink(other);
    return rmdir(directory);
}

/* ---- one after the other ---- */

FUNCTION(file_life, int, {
    int file, n;
    ssize_t size;
    char buffer[16];
    struct async_stat status;
    union {
        struct asyncc_fs_open open;
        struct asyncc_fs_write write;
        struct asyncc_fs_read read;
        struct asyncc_fs_fstat fstat;
        struct asyncc_fs_close close;
        struct asyncc_fs_rename rename;
        struct asyncc_fs_unlink unlink;
    };
});

static int file_life(void)
{
    START(file_life);
    return 0;
}

BODY(file_life)
{
    BEGIN;
    AWAIT(1, asyncc_fs_open_start(&f->open, path, O_RDWR | O_CREAT | O_TRUNC, 0600, &f->file),
          asyncc_fs_open_resume(&f->open, &f->file));
    assert_true(f->file >= 0);
    AWAIT(2, asyncc_fs_write_start(&f->write, f->file, "hello", 5, -1, &f->size),
          asyncc_fs_write_resume(&f->write, &f->size));
    assert_int_equal(f->size, 5);
    AWAIT(3, asyncc_fs_read_start(&f->read, f->file, f->buffer, sizeof f->buffer, 1, &f->size),
          asyncc_fs_read_resume(&f->read, &f->size));
    assert_int_equal(f->size, 4);
    assert_memory_equal(f->buffer, "ello", 4);
    AWAIT(4, asyncc_fs_fstat_start(&f->fstat, f->file, &f->status, &f->n), asyncc_fs_fstat_resume(&f->fstat, &f->n));
    assert_int_equal(f->n, 0);
    assert_int_equal(f->status.st_size, 5);
    AWAIT(5, asyncc_fs_close_start(&f->close, f->file, &f->n), asyncc_fs_close_resume(&f->close, &f->n));
    assert_int_equal(f->n, 0);
    AWAIT(6, asyncc_fs_rename_start(&f->rename, path, other, &f->n), asyncc_fs_rename_resume(&f->rename, &f->n));
    assert_int_equal(f->n, 0);
    AWAIT(7, asyncc_fs_unlink_start(&f->unlink, path, &f->n), asyncc_fs_unlink_resume(&f->unlink, &f->n));
    assert_int_equal(f->n, UV_ENOENT);
    u->result = 1;
    END;
}

static void the_life_of_a_file(void **state)
{
    (void)state;
    assert_int_equal(async_run(file_life()), 1);
}

static void natural_functions(void **state)
{
    (void)state;
    struct async_stat status;
    assert_int_equal(async_run(async_fs_stat(directory, &status)), 0);
    assert_true(status.st_mode & S_IFDIR);
    assert_int_equal(async_run(async_fs_stat("/nowhere", &status)), UV_ENOENT);
    assert_int_equal(async_run(async_fs_access(directory, R_OK)), 0);
}

static void whole_files(void **state)
{
    (void)state;
    char *data = NULL;
    size_t size = 0;
    static char large[300000];
    memset(large, 'x', sizeof large);
    assert_int_equal(async_run(async_fs_write_file(path, large, sizeof large, 0600)), 0);
    assert_int_equal(async_run(async_fs_read_file(path, &data, &size)), 0);
    assert_int_equal(size, sizeof large);
    assert_memory_equal(data, large, size);
    assert_int_equal(data[size], 0);
    free(data);
    data = NULL;
    assert_int_equal(async_run(async_fs_read_file("/nowhere", &data, &size)), UV_ENOENT);
    assert_null(data);
    assert_int_equal(async_run(async_fs_read_file("/proc/self/stat", &data, &size)), 0); /* says it has 0 bytes */
    assert_true(size > 10 && strlen(data) == size);
    free(data);
}

/* ---- cancelled after so many yields, and as soon as may be ---- */

typedef async_task(int) handle;

static handle begin_open(void)
{
    return async_create_task(async_fs_open(path, O_RDWR | O_CREAT, 0600));
}

FUNCTION(canceller, int, {
    handle (*begin)(void);
    int turns;
    handle task;
    struct asyncc_yield yield;
    handle tasks[1];
    struct asyncc_wait wait;
    int n;
});

static int canceller(handle (*begin)(void), int turns)
{
    START(canceller);
    u->frame.begin = begin;
    u->frame.turns = turns;
    return 0;
}

BODY(canceller)
{
    BEGIN;
    f->task = f->begin();
    if (!f->task)
        return ASYNCC_DONE;
    while (f->turns-- > 0)
        AWAIT(1, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    async_task_cancel(f->task);
    f->tasks[0] = f->task;
    AWAIT(2, asyncc_wait_start(&f->wait, f->tasks, 1, ASYNC_ALL_COMPLETED, &f->n), asyncc_wait_resume(&f->wait, &f->n));
    u->result = async_task_status(f->task);
    if (u->result == 0 && f->begin == begin_open)
        close(*(int *)asyncc_unit_result((struct asyncc_unit *)f->task));
    async_task_unref(f->task);
    END;
}

static char *read_data;
static size_t read_size;

static handle begin_read_file(void)
{
    return async_create_task(async_fs_read_file("/proc/self/stat", &read_data, &read_size));
}

static void wait_a_little(void *arg)
{
    usleep(200);
    ++*(int *)arg;
}

static int called;

static handle begin_to_thread(void)
{
    return async_create_task(async_to_thread(wait_a_little, &called));
}

static int open_files(void)
{
    int count = 0;
    for (int i = 0; i < 200; i++)
        count += fcntl(i, F_GETFD) >= 0;
    return count;
}

static void cancel_after_any_time(void **state)
{
    (void)state;
    handle (*const begin[])(void) = { begin_open, begin_read_file, begin_to_thread };
    async_run(async_to_thread(wait_a_little, &called));
    async_run(canceller(begin_open, 1)); /* libuv's threads have begun */
    int before = open_files();
    for (size_t i = 0; i < 3; i++) {
        for (int turns = 0; turns < 1000; turns = turns * 2 + 1) {
            read_data = NULL;
            int status = async_run(canceller(begin[i], turns));
            assert_true(status == 0 || status == UV_ECANCELED);
            if (read_data)
                free(read_data);
            assert_int_equal(open_files(), before);
        }
    }
}

static void a_busy_thread_pool_cancels_what_waits(void **state)
{
    (void)state;
    async_thread_set_limit(1);
    called = 0;
    async_task(int) tasks[5];
    for (int i = 0; i < 5; i++)
        tasks[i] = begin_to_thread();
    async_run(async_yield());
    for (int i = 0; i < 5; i++) {
        assert_true(async_task_done(tasks[i]));
        async_task_unref(tasks[i]);
    }
    assert_true(called <= 1);
    async_thread_set_limit(8);
}

static void many_threads(void **state)
{
    (void)state;
    static async_task(int) tasks[100];
    int counts[100] = { 0 };
    for (int i = 0; i < 100; i++)
        tasks[i] = async_create_task(async_to_thread(wait_a_little, &counts[i]));
    async_run(async_wait(tasks, 100, ASYNC_ALL_COMPLETED));
    for (int i = 0; i < 100; i++) {
        assert_int_equal(counts[i], 1);
        assert_int_equal(async_task_status(tasks[i]), 0);
        async_task_unref(tasks[i]);
    }
}

static void without_memory(void **state)
{
    for (unsigned long n = 1; n < 8; n++) {
        fail_allocation(n, 1);
        async_run(canceller(begin_open, 30));
        fail_allocation(n, 1);
        async_run(canceller(begin_to_thread, 30));
        fail_allocation(n, 1);
        read_data = NULL;
        async_run(canceller(begin_read_file, 30));
        free(read_data);
        end_test(state);
    }
    fail_allocation(0, 0);
}

/* The virtual clock stands still while threads are at work. */
FUNCTION(hurried, int, {
    struct asyncc_timeout timeout;
    struct asyncc_to_thread thread;
    int called, value;
});

static int hurried(void)
{
    START(hurried);
    u->frame.called = 0;
    return 0;
}

BODY(hurried)
{
    BEGIN;
    asyncc_timeout_start(&f->timeout, 0.0001);
    AWAIT(1, asyncc_timeout_end(&f->timeout, asyncc_to_thread_start(&f->thread, wait_a_little, &f->called, &f->value), &u->result),
          asyncc_timeout_end(&f->timeout, asyncc_to_thread_resume(&f->thread, &f->value), &u->result));
    assert_int_equal(f->called, 1);
    END;
}

static void virtual_time_waits_for_threads(void **state)
{
    (void)state;
    assert_int_equal(async_run(hurried()), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_life_of_a_file),
        TEST(natural_functions),
        TEST(whole_files),
        TEST(cancel_after_any_time),
        TEST(a_busy_thread_pool_cancels_what_waits),
        TEST(many_threads),
        TEST(without_memory),
        TEST(virtual_time_waits_for_threads),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
