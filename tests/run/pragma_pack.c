/* `#pragma pack` holds for the user's structs, wherever they are declared, but not for the frames. */
#include <asyncc.h>
#include <stdint.h>
#include <stdio.h>

#pragma pack(push, 1)

struct odd {
    char c;
    int i;
};

static async int inner(char c)
{
    struct local {
        char c;
        int i;
    } local = { c, 1 };
    struct {
        char c;
        long long i;
    } anonymous = { c, 2 };
    struct odd odd = { c, 3 };
    struct odd *kept = &odd;
    await async_yield();
    return kept->i + local.i + (int)anonymous.i + 100 * (int)(sizeof local + sizeof anonymous + sizeof odd) + odd.c;
}

static async int child(char c)
{
    char before[3] = { c, c, c };
    void *pointer = before;
    int sum = await join(create_task(inner(c)));
    await async_sleep(0.001 * c);
    return sum + before[1] + ((char *)pointer)[2];
}

static async int gathers(char c)
{
    char before[5] = { 1, 2, 3, 4, c };
    int w = 0, x = 0, y = 0, z = 0;
    await gather(w = child(1), x = child(2), y = child(3), z = child(c));
    return w + x + y + z + before[4];
}

#pragma pack(pop)

_Pragma("pack(1)")

static async int last(char c)
{
    char before = c;
    int sum = 0;
    if (await timeout(1, sum = gathers(c)) != 0)
        return -1;
    return sum + before;
}

async int main(void)
{
    printf("%d, %d\n", await last(5), (int)sizeof(struct odd));
    return 0;
}
