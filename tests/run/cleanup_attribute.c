/* __attribute__((cleanup)) of variables that live across awaits, in every way out of their scopes. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>

struct resource {
    const char *name;
    int count;
};

static void close_resource(struct resource *resource)
{
    printf("close %s %d\n", resource->name, resource->count);
}

static void free_text(char **text)
{
    printf("free %s\n", *text);
    free(*text);
}

static void note(int *n)
{
    printf("note %d\n", *n);
}

#define AUTO(f) __attribute__((__cleanup__(f)))
#define AUTO_FREE AUTO(free_text)

static char *make(char c)
{
    char *text = malloc(2);
    text[0] = c;
    text[1] = 0;
    return text;
}

static async int f(int v)
{
    await async_yield();
    return v;
}

static async struct resource open_resource(const char *name)
{
    return (struct resource){ name, await f(1) };
}

static async int plain(int n)
{
    AUTO(close_resource) struct resource r = await open_resource("r");
    AUTO_FREE char *a = make('a'), *b = make('b');
    int AUTO(note) i = 0;
    for (i = 0; i < n; i++) {
        char *c AUTO_FREE = make((char)('0' + i));
        r.count += await f(10);
        if (i == 1)
            continue;
        if (i == 3)
            break;
        if (i == 2 && n == 3)
            return (*a = 'A') + await f(c[0]);
    }
    return r.count + b[0];
}

static async int with_goto(int n)
{
    int tries = 0;
again:;
    __attribute__((cleanup(note))) int kept = await f(tries);
    if (tries++ < n)
        goto again;
    {
        __attribute__((cleanup(note))) int inner = 100 + await f(kept);
        if (n == 1)
            goto out;
        inner++;
    }
    kept += 50;
out:
    return kept;
}

/* The order with arrays of variable length and with scopes that do not await. */
static async int mixed(int n)
{
    __attribute__((cleanup(note))) int first = 1;
    int list[n];
    __attribute__((cleanup(note))) int second = list[n - 1] = await f(2);
    if (n > 2) {
        __attribute__((cleanup(note))) int without = 3;
        if (n == 4)
            return without;
    }
    switch (n) {
    case 1:
        break;
    default: {
        __attribute__((cleanup(note))) int in_case = await f(4);
        if (n == 3)
            return in_case;
    }
    }
    return list[n - 1] + first + second;
}

static async int without_await(int n)
{
    __attribute__((cleanup(note))) int kept = n;
    return kept++;
}

async int main(void)
{
    printf("%d\n", await plain(2));
    printf("%d\n", await plain(3));
    printf("%d\n", await plain(5));
    printf("%d\n", await with_goto(1));
    printf("%d\n", await with_goto(2));
    for (int n = 1; n < 5; n++)
        printf("%d\n", await mixed(n));
    printf("%d\n", await without_await(9));
    return 0;
}
