/*
 * traffic.h - an echo server, and clients that compare byte for byte what comes back: polite ones, slow ones, those that
 * leave in the middle, reset, or run out of time. Async C.
 */
#ifndef TRAFFIC_H
#define TRAFFIC_H

#include <asyncc.h>

#include <stdint.h>

enum { TRAFFIC_KINDS = 5 };

/* Of this process. */
extern struct traffic {
    int port;                         /* of the server */
    uint64_t sessions[TRAFFIC_KINDS]; /* of clients that came to their end */
    uint64_t compared;                /* bytes */
    uint64_t refused;                 /* sessions that an error ended */
    uint64_t cut;                     /* sessions in which the server ended too early */
    uint64_t served, now, most;       /* connections: of the server; of clients at this moment, and at most */
    uint64_t together;                /* until there were so many at once, none of the clients goes on */
} traffic;

/* Numbers by chance, from the seed on: from 0 to less than `below`. */
void traffic_seed(uint64_t seed);
uint64_t traffic_chance(uint64_t below);

/* Listens at traffic.port, or any if that is 0 and sets it, and serves in tasks of its own: 0 or an error. */
int traffic_listen(void);

/* A client: one session after the other, until async_time() is `until`. */
async void traffic_client(double until);

#endif
