/*
 * traffic.c - see traffic.h.
 */
#include "traffic.h"

#include <asyncc/tcp.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

enum { LISTENERS = 16 };

struct traffic traffic;

/* ---- chance: splitmix64 ---- */

static uint64_t chance_state;

void traffic_seed(uint64_t seed)
{
    chance_state = seed;
}

uint64_t traffic_chance(uint64_t below)
{
    uint64_t z = chance_state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (z ^ z >> 31) % below;
}

/* ---- the server ---- */

static async void echo(struct async_stream *stream)
{
    defer async_stream_close(stream);
    traffic.served++;
    if (await async_stream_copy(stream, stream) >= 0)
        await async_stream_shutdown(stream);
}

static async void serve(struct async_listener *listener)
{
    struct async_stream *stream;
    int error;
    while ((error = await async_accept(listener, &stream)) != UV_ECANCELED) {
        if (error == 0 && spawn(echo(stream)) != 0)
            async_stream_close(stream);
    }
}

int traffic_listen(void)
{
    for (int i = 0; i < LISTENERS; i++) {
        struct async_listener *listener;
        char host[32];
        snprintf(host, sizeof host, "127.0.0.%d", i + 1);
        int error = async_tcp_listen(host, traffic.port, 4096, &listener);
        if (error || spawn(serve(listener)) != 0)
            return error ? error : UV_ENOMEM;
        traffic.port = async_tcp_listener_port(listener);
    }
    return 0;
}

/* ---- clients ---- */

enum kind { POLITE, SLOW, LEAVES, RESETS, HURRIES };

static char pattern(uint64_t seed, size_t at)
{
    return (char)((seed + at) * 0x9e3779b97f4a7c15u >> 56);
}

static async int send_all(struct async_stream *stream, uint64_t seed, size_t size)
{
    char data[8 * 1024];
    for (size_t at = 0; at < size;) {
        size_t n = 1 + traffic_chance(sizeof data);
        n = n < size - at ? n : size - at;
        for (size_t i = 0; i < n; i++)
            data[i] = pattern(seed, at + i);
        int error = await async_stream_write(stream, data, n);
        if (error)
            return error;
        at += n;
    }
    return await async_stream_shutdown(stream);
}

/* How many bytes came, at most `limit`. Aborts when one is wrong: nothing excuses that. */
static async int64_t receive_all(struct async_stream *stream, uint64_t seed, size_t limit, int is_slow)
{
    char data[4 * 1024];
    size_t at = 0;
    ssize_t n;
    while (at < limit && (n = await async_stream_read(stream, data, 1 + traffic_chance(sizeof data))) != 0) {
        if (n < 0)
            return n;
        for (ssize_t i = 0; i < n; i++, at++) {
            if (data[i] != pattern(seed, at)) {
                fprintf(stderr, "traffic: byte %zu is wrong\n", at);
                abort();
            }
        }
        traffic.compared += (uint64_t)n;
        if (is_slow)
            await async_sleep((double)traffic_chance(100) / 1000);
    }
    return (int64_t)at;
}

/* 0 or an error: of the machine, such as no port being free. */
static async int talk(enum kind kind)
{
    struct async_stream *stream;
    char host[32];
    uint64_t seed = traffic_chance(UINT64_MAX);
    size_t size = traffic_chance(traffic_chance(8) ? 5000 : 300000);
    snprintf(host, sizeof host, "127.0.0.%d", (int)(1 + traffic_chance(LISTENERS)));
    int error = await async_tcp_connect(host, traffic.port, &stream), sent;
    if (error)
        return error;
    defer if (kind == RESETS) async_stream_reset(stream); else async_stream_close(stream);
    traffic.now++;
    defer traffic.now--;
    traffic.most = traffic.now > traffic.most ? traffic.now : traffic.most;
    while (traffic.most < traffic.together)
        await async_sleep(0.1);
    int64_t got;
    if (kind == LEAVES || kind == RESETS) {
        task(int) sender = create_task(send_all(stream, seed, size));
        if (!sender)
            return UV_ENOMEM;
        defer task_unref(sender);
        defer await async_wait(&sender, 1, ASYNC_ALL_COMPLETED);
        defer task_cancel(sender);
        got = await receive_all(stream, seed, traffic_chance(size + 1), 0);
        return got < 0 ? (int)got : 0;
    }
    await gather(sent = send_all(stream, seed, size), got = receive_all(stream, seed, size + 1, kind == SLOW));
    if (sent || got < 0)
        return sent ? sent : (int)got;
    traffic.cut += (size_t)got != size;
    return 0;
}

static async void session(void)
{
    enum kind kind = (enum kind)traffic_chance(TRAFFIC_KINDS);
    int error = 0, late = 0;
    if (kind == HURRIES && traffic.most >= traffic.together)
        late = await timeout((double)traffic_chance(200) / 1000, error = talk(kind));
    else
        error = await talk(kind);
    if (!late && error) {
        traffic.refused++;
        await async_sleep(0.1);
    } else {
        traffic.sessions[kind]++;
    }
}

async void traffic_client(double until)
{
    await async_sleep((double)traffic_chance(1000) / 1000);
    while (async_time() < until)
        await session();
}

