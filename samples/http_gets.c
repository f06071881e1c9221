/*
 * Real work in the place of the pause, 3: the network. A little HTTP server and its clients are tasks of one
 * program. Three pages are got at once: the first one asked for is answered last.
 * Takes 2 seconds; one after the other would take 3.
 */
#include <asyncc/tcp.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <uv.h>

/* Reads up to the empty line that ends a header: 0 or an error. *length is what Content-Length says, or 0. */
static async int skip_header(struct async_stream *stream, size_t *length)
{
    char line[256];
    ssize_t n;
    *length = 0;
    while ((n = await async_stream_read_line(stream, line, sizeof line)) > 0) {
        if (strncasecmp(line, "Content-Length:", 15) == 0)
            sscanf(line + 15, "%zu", length);
    }
    return (int)n;
}

/* ---- the server ---- */

static const struct page {
    const char *path, *status, *text;
    double seconds; /* to find it */
} pages[] = {
    { "/slow", "200 OK", "Good things take time.", 2 },
    { "/quick", "200 OK", "Here you are.", 1 },
    { "", "404 Not Found", "There is no such page.", 0 }, /* all others */
};

static const struct page *find(const char *path)
{
    const struct page *page = pages;
    while (page->path[0] && strcmp(page->path, path) != 0)
        page++;
    return page;
}

static async void answer(struct async_stream *client)
{
    defer async_stream_close(client);
    char line[256], path[sizeof line], reply[256];
    size_t length;
    if (await async_stream_read_line(client, line, sizeof line) < 0 || sscanf(line, "GET %s HTTP/1.1", path) != 1 ||
        await skip_header(client, &length) < 0)
        return;

    const struct page *page = find(path);
    await async_sleep(page->seconds);
    int size = snprintf(reply, sizeof reply,
                        "HTTP/1.1 %s\r\nContent-Length: %zu\r\nContent-Type: text/plain\r\n"
                        "Connection: close\r\n\r\n%s",
                        page->status, strlen(page->text), page->text);
    int error = await async_stream_write(client, reply, (size_t)size);
    if (error)
        fprintf(stderr, "Answering %s: %s\n", path, uv_strerror(error));
}

/* Until the listener is closed. */
static async void serve(struct async_listener *listener)
{
    struct async_stream *client;
    int error;
    while ((error = await async_accept(listener, &client)) == 0) {
        if (spawn(answer(client)) != 0)
            async_stream_close(client);
    }
    if (error != UV_ECANCELED)
        fprintf(stderr, "The server ends: %s\n", uv_strerror(error));
}

/* ---- the client ---- */

struct response {
    int status; /* HTTP's, or a negative error */
    char text[64];
};

/* The response's status: HTTP's, or an error. */
static async int exchange(struct async_stream *server, const char *path, struct response *response)
{
    char request[256], line[256];
    size_t length;
    int status, size = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", path);
    int error = await async_stream_write(server, request, (size_t)size);
    if (error)
        return error;
    ssize_t n = await async_stream_read_line(server, line, sizeof line);
    if (n < 0)
        return (int)n;
    if (sscanf(line, "HTTP/1.1 %d", &status) != 1)
        return UV_EPROTO;
    if ((error = await skip_header(server, &length)) < 0)
        return error;
    if (length >= sizeof response->text)
        return UV_EMSGSIZE;
    n = await async_stream_read_exactly(server, response->text, length);
    return n < 0 ? (int)n : (size_t)n < length ? UV_EOF : status;
}

static async struct response get(int port, const char *path)
{
    struct response response = { 0 };
    struct async_stream *server;

    printf("GET %s\n", path);
    response.status = await async_tcp_connect("127.0.0.1", port, &server);
    if (response.status)
        return response;
    defer async_stream_close(server);
    response.status = await exchange(server, path, &response);
    printf("%s is done\n", path);
    return response;
}

static void report(struct response response)
{
    printf("%d %s\n", response.status, response.status < 0 ? uv_strerror(response.status) : response.text);
}

async int main(void)
{
    struct async_listener *listener;
    int error = async_tcp_listen("127.0.0.1", 0, 16, &listener);
    if (error) {
        fprintf(stderr, "Listening: %s\n", uv_strerror(error));
        return 1;
    }
    defer async_listener_close(listener);
    if ((error = spawn(serve(listener))) != 0) {
        fprintf(stderr, "Serving: %s\n", uv_strerror(error));
        return 1;
    }

    int port = async_tcp_listener_port(listener);
    double start = async_time();
    struct response a, b, c;
    await gather(a = get(port, "/slow"), b = get(port, "/quick"), c = get(port, "/missing"));
    report(a);
    report(b);
    report(c);
    printf("Executed in %.1f seconds\n", async_time() - start);
    return 0;
}
