/*
 * uvwget URL... - downloads all at once, by libcurl, into files 1.download, 2.download ... libcurl says which sockets it
 * waits for, and how long; for each socket there is a task, and one for the time.
 */
#include <asyncc/sync.h>
#include <asyncc/uv.h>

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static CURLM *curl;
static task(void) timer;
static int under_way;
static struct async_event ended = ASYNC_EVENT_INIT;

/* What has ended is told of, and released. */
static void check_ends(void)
{
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(curl, &left)) != NULL) {
        CURL *download = message->easy_handle;
        CURLcode result = message->data.result;
        char *url;
        FILE *file;
        if (message->msg != CURLMSG_DONE)
            continue;
        curl_easy_getinfo(download, CURLINFO_EFFECTIVE_URL, &url);
        curl_easy_getinfo(download, CURLINFO_PRIVATE, &file);
        printf("%s %s\n", url, result == CURLE_OK ? "DONE" : curl_easy_strerror(result));
        curl_multi_remove_handle(curl, download);
        curl_easy_cleanup(download);
        fclose(file);
        under_way--;
        async_event_set(&ended);
    }
}

static void act(curl_socket_t socket, int flags)
{
    int running;
    curl_multi_socket_action(curl, socket, flags, &running);
    check_ends();
}

/* ---- sockets: CURLMOPT_SOCKETFUNCTION ---- */

static async void watch(curl_socket_t socket, int action)
{
    for (;;) {
        int events = await async_poll_fd(socket, (action != CURL_POLL_OUT ? UV_READABLE : 0) |
                                                     (action != CURL_POLL_IN ? UV_WRITABLE : 0));
        act(socket, events < 0 ? CURL_CSELECT_ERR : (events & UV_READABLE ? CURL_CSELECT_IN : 0) |
                                                       (events & UV_WRITABLE ? CURL_CSELECT_OUT : 0));
        await async_yield(); /* if libcurl has no more use for it, this is where it ends */
    }
}

static int on_socket(CURL *download, curl_socket_t socket, int action, void *data, void *watched)
{
    task(void) watcher = watched;
    (void)download;
    (void)data;
    if (watcher) {
        task_cancel(watcher);
        task_unref(watcher);
    }
    watcher = action == CURL_POLL_REMOVE ? NULL : create_task(watch(socket, action));
    curl_multi_assign(curl, socket, (void *)watcher);
    return 0;
}

/* ---- time: CURLMOPT_TIMERFUNCTION ---- */

static async void time_out(long milliseconds)
{
    await async_sleep((double)milliseconds / 1000);
    act(CURL_SOCKET_TIMEOUT, 0);
}

static int on_timer(CURLM *multi, long milliseconds, void *data)
{
    (void)multi;
    (void)data;
    if (timer) {
        task_cancel(timer);
        task_unref(timer);
    }
    timer = milliseconds < 0 ? NULL : create_task(time_out(milliseconds));
    return 0;
}

/* ---- downloads ---- */

static int add(int number, const char *url)
{
    char name[32];
    snprintf(name, sizeof name, "%d.download", number);
    FILE *file = fopen(name, "wb");
    CURL *download = curl_easy_init();
    if (!file || !download) {
        fprintf(stderr, "uvwget: cannot download to %s\n", name);
        return 0;
    }
    curl_easy_setopt(download, CURLOPT_WRITEDATA, file);
    curl_easy_setopt(download, CURLOPT_PRIVATE, file);
    curl_easy_setopt(download, CURLOPT_URL, url);
    curl_multi_add_handle(curl, download);
    return 1;
}

async int main(int argc, char **argv)
{
    curl_global_init(CURL_GLOBAL_ALL);
    defer curl_global_cleanup();
    curl = curl_multi_init();
    defer curl_multi_cleanup(curl);
    curl_multi_setopt(curl, CURLMOPT_SOCKETFUNCTION, on_socket);
    curl_multi_setopt(curl, CURLMOPT_TIMERFUNCTION, on_timer);
    for (int i = 1; i < argc; i++)
        under_way += add(i, argv[i]);
    while (under_way) {
        async_event_clear(&ended);
        await async_event_wait(&ended);
    }
    return EXIT_SUCCESS;
}
