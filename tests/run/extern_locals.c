/* Declarations in a block of what is defined outside: by its definition in front of it or behind, hidden or not. */
#include <asyncc.h>
#include <stdio.h>

int counter = 3;
static int hidden = 5;
int array[3] = {1, 2, 3};

static async int f(void)
{
    int sum = 0;
    {
        await async_yield();
        extern int counter;
        await async_yield();
        sum += counter;
    }
    {
        int counter = 2;
        await async_yield();
        {
            extern int counter;
            await async_yield();
            sum += counter;
        }
        sum += counter;
    }
    return sum;
}

static async int g(void)
{
    int sum = 0;
    if (sum == 0) {
        extern int hidden, array[], later;
        int(*p)[3] = (int(*)[3])&array;
        await async_yield();
        sum += hidden++ + array[2] + later + (*p)[1];
        await async_yield();
    }
    return sum + hidden;
}

int later = 40;

#define renamed other_name
#define behind another_name
static async int h(void)
{
    extern int renamed, behind;
    await async_yield();
    return renamed + behind;
}
int renamed = 8, behind = 9;

async int main(void)
{
    printf("%d %d %d\n", await f(), await g(), await h());
    return 0;
}
