/*
 * sockets.h - connections between a server and its clients.
 */
#ifndef BENCH_SOCKETS_H
#define BENCH_SOCKETS_H

/* TCP over the loopback interface, without delay. The ends of each connection have the same index. */
void sockets_connect_tcp(int *servers, int *clients, int count);

/* A pair of local sockets. */
void sockets_connect_pair(int *server, int *client);

/* Allows so many descriptors as the process may have: whether `count` are allowed. */
int sockets_allow(int count);

#endif
