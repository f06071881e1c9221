/*
 * udp-dhcp [ADDRESS PORT] - asks who gives out addresses (a DHCPDISCOVER, RFC 2131), by broadcast to port 67 if nothing
 * else is said, and prints who offers which. Asks again after each second, three times.
 */
#include <asyncc/dns.h>
#include <asyncc/random.h>
#include <asyncc/udp.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { REQUEST = 1, REPLY = 2, ETHERNET = 1, DISCOVER = 1, OFFER = 2, MESSAGE_TYPE = 53, END = 255 };
static const unsigned char cookie[] = { 99, 130, 83, 99 };

struct message {
    unsigned char op, type, address_length, hops;
    unsigned char id[4], seconds[2], flags[2];
    unsigned char client[4], yours[4], server[4], gateway[4];
    unsigned char hardware[16], server_name[64], file[128];
    unsigned char cookie[4], options[308];
};

static async int discover(struct message *message)
{
    *message = (struct message){ .op = REQUEST, .type = ETHERNET, .address_length = 6, .flags = { 0x80 },
                                 .hardware = { 2, 0, 0, 0, 0, 1 },
                                 .options = { MESSAGE_TYPE, 1, DISCOVER, END } };
    memcpy(message->cookie, cookie, sizeof cookie);
    return await async_random(message->id, sizeof message->id);
}

/* Waits for an answer to the question: 0 or an error. */
static async int offered(struct async_udp *udp, const struct message *question, struct message *offer,
                         struct sockaddr_storage *from)
{
    for (;;) {
        ssize_t n = await async_udp_receive(udp, offer, sizeof *offer, from);
        if (n < 0 && n != UV_EMSGSIZE)
            return (int)n;
        if (n >= (ssize_t)offsetof(struct message, options) + 3 && offer->op == REPLY &&
            memcmp(offer->id, question->id, sizeof offer->id) == 0 && offer->options[0] == MESSAGE_TYPE &&
            offer->options[2] == OFFER)
            return 0;
    }
}

static async int ask(struct async_udp *udp, const struct sockaddr *to)
{
    struct message question, offer;
    struct sockaddr_storage from;
    char server[64];
    int error = await discover(&question);
    for (int i = 0; i < 3 && error == 0; i++) {
        int late;
        if ((error = await async_udp_send(udp, &question, sizeof question, to)) != 0)
            break;
        late = await timeout(1, error = offered(udp, &question, &offer, &from));
        if (late)
            continue;
        if (error == 0 && (error = async_address_format(&from, server, sizeof server, NULL)) == 0)
            printf("%s offers %d.%d.%d.%d\n", server, offer.yours[0], offer.yours[1], offer.yours[2], offer.yours[3]);
        return error;
    }
    return error ? error : UV_ETIMEDOUT;
}

async int main(int argc, char **argv)
{
    int local = argc == 3; /* for tries: not the ports that only root may have */
    struct async_udp *udp;
    struct sockaddr_storage to;
    int error = async_udp_bind("0.0.0.0", local ? 0 : 68, 0, &udp);
    if (error == 0 && (error = async_udp_broadcast(udp, 1)) == 0 &&
        (error = async_address_parse(local ? argv[1] : "255.255.255.255", local ? atoi(argv[2]) : 67, &to)) == 0)
        error = await ask(udp, (struct sockaddr *)&to);
    if (error)
        fprintf(stderr, "udp-dhcp: %s\n", uv_strerror(error));
    return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
