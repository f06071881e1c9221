/* Macros whose names are made of the compiler's own, with no condition in sight. */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define FOR(name) PASTE(name, __GNUC__)
#define LEAVE_4(n) (void)0
#define LEAVE_12(n) return n
#define LEAVE_13(n) return n
#define LEAVE_14(n) return n
#define LEAVE_15(n) return n
#define TWICE_4(n) (n)
#define TWICE_12(n) ((n) + (n))
#define TWICE_13(n) ((n) + (n))
#define TWICE_14(n) ((n) + (n))
#define TWICE_15(n) ((n) + (n))

static async int left(int n)
{
    await async_yield();
    PASTE(LEAVE_, __GNUC__)(n * 10);
    return 2;
}

static async int counted(int n)
{
    return FOR(TWICE_)(await left(n));
}

async int main(void)
{
    printf("%d %d\n", await left(2), await counted(3));
    return 0;
}
