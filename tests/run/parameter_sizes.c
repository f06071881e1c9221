/* The sizes of parameters that are arrays are evaluated, once, also those of what are pointers. */
#include <asyncc.h>
#include <stdio.h>

static int global;

static int bump(void)
{
    return ++global;
}

static async void outer(int a, int b[a++], int c[global += 2])
{
    (void)b, (void)c;
    printf("%d %d\n", a, global);
    await async_yield();
    printf("%d %d\n", a, global);
}

async void never_suspends(int a, int b[a++], int c[bump()])
{
    (void)b, (void)c;
    printf("%d %d\n", a, global);
}

static async void both(int a, int b[a++][a++], int unused[][bump()])
{
    int (*row)[a] = 0;
    await async_yield();
    printf("%d %zu %zu %d\n", a, sizeof *b, sizeof *row, unused == 0);
    await async_yield();
    printf("%d %zu\n", a, sizeof *unused);
}

static async int address_taken(int a, int b[++a])
{
    int *p = &a;
    await async_yield();
    return *p + (b != 0);
}

static async int each_other(int a, int b[a][a], int (*c)[sizeof(*b)])
{
    await async_yield();
    return (int)sizeof *c + (c == 0);
}

async int main(void)
{
    int array[10][10] = {{0}};
    await outer(3, array[0], array[0]);
    await never_suspends(5, array[0], array[0]);
    await both(3, (void *)array, 0);
    printf("%d %d\n", await address_taken(1, array[0]), await each_other(10, array, 0));
    async void (*pointer)(int, int *, int *) = never_suspends;
    await pointer(7, array[0], array[0]);
    return 0;
}
