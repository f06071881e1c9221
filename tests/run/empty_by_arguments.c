/* Macros that are empty only by their arguments, in front of and behind operands of everything. */
#include <asyncc.h>
#include <stdio.h>
#define ID(...) __VA_ARGS__
#define NOTHING(x)
#define SECOND(x, y) y
#define EMPTY
#define PICK(x) SECOND(x, )

struct pair {
    int a, b;
};

static async int f(int a)
{
    return a + 1;
}

static async int both(int a, int b)
{
    return a * 10 + b;
}

static async int k(int x)
{
    int s = x ?: ID() ~(await f(3));
    s += ID() await f(1) + NOTHING(3) await f(ID() 2 NOTHING(4));
    s += (NOTHING(1) x) ? ID() -(await f(2)) : NOTHING() (await f(3));
    s += x PICK(1) ? PICK(2) await f(2) PICK(3) : SECOND(1, ) await f(3) ID();
    int a[3] = { ID() 1, NOTHING(1) await f(2) ID(), };
    struct pair p = { .b = PICK(1) await f(1), .a = ID() 2 };
    s = ID() s + a[ID() 1] ID();
    s += ID() x && PICK(1) await f(2) ID();
    s += (x ID() || ID() !(await f(1)) PICK(3));
    s += (s++ ID(), s += ID(EMPTY) await f(4) PICK(1), ID(ID()) s ID(PICK(1)));
    s += await both(ID() await f(1) PICK(2), ID() s ID());
    s += _Generic(ID() x ID(), int: ID() await f(1) ID(), default: ID() 0);
    s += ({ ID() await f(2); }) ID() - ID() ({ PICK(1); ID() s++; ID() await f(1) ID(); });
    s += a[ID() await f(0) ID()] + (ID() (ID() &p)->b) + *(ID() a + ID() await f(1));
    if (ID() !ID() (await f(x)) ID())
        return ID() 0;
    for (ID() x = 0 ID(); ID() x < await f(1) ID(); ID() x++ ID())
        s += ID() x ID();
    ID() await f(s) ID();
    return ID() s + NOTHING(2) (await f(x)) ID();
}

async int main(void)
{
    printf("%d\n", await k(0));
    printf("%d\n", await k(4));
    int n = ID() await f(1), ID() m = ID() 2 ID();
    n += ID() m;
    printf("%d\n", n);
    return 0;
}
