/*
 * frames.c - the shapes in async C, and the bytes that each of them has alive at once while it is suspended in its
 * innermost await. Nothing is run: the frames are structs, and what is awaited lies inside of them, but for a level
 * of a recursion, which is a unit of its own.
 *
 * Prints a line for each shape: its name, the bytes, and those of the headers of the units in it - children of a
 * gather, a level of a recursion - which are not among the former. The header of the task itself is in neither.
 */
#include "leaf.h"

#include <stdio.h>

struct large {
    char bytes[256];
};

/* Nobody knows what they do. */
long value(int which);
void use(void *bytes);

async long one_await(long n)
{
    await leaf();
    return n;
}

async long five_locals(long n)
{
    await leaf();
    long a = value(1), b = value(2), c = value(3), d = value(4), e = value(5);
    await leaf();
    long sum = a + b + c + d + e + n;
    await leaf();
    return sum;
}

async long inner(long n)
{
    await leaf();
    return n;
}

async long middle(long n)
{
    return await inner(n + 1) + n;
}

async long three_deep(long n)
{
    return await middle(n + 1) + n;
}

async long loop_with_buffer(long n)
{
    char buffer[4096];
    long sum = 0;
    for (long i = 0; i < n; i++) {
        use(buffer);
        await leaf();
        sum += buffer[i];
    }
    return sum;
}

async long two_branches(long n)
{
    if (n > 0) {
        char buffer[1024];
        use(buffer);
        await leaf();
        use(buffer);
    } else {
        char buffer[1024];
        use(buffer);
        await leaf();
        use(buffer);
    }
    return n;
}

async long gather_of_two(long n)
{
    long a, b;
    await gather(a = one_await(n), b = one_await(n + 1));
    return a + b;
}

async long recursion(long n)
{
    if (n > 0)
        await recursion(n - 1);
    await leaf();
    return n;
}

async long use_large(struct large large)
{
    await leaf();
    use(&large);
    return 0;
}

async long pass_large(struct large large)
{
    return await use_large(large);
}

async long big_callee(long n)
{
    char buffer[4096];
    use(buffer);
    await leaf();
    use(buffer);
    return n;
}

async long other_big_callee(long n)
{
    char buffer[4096];
    use(buffer);
    await leaf();
    use(buffer);
    return n;
}

async long two_big_callees(long n)
{
    long first = await big_callee(n);
    return first + await other_big_callee(n);
}

#ifndef __ASYNCC__ /* what follows is about the output */

long value(int which)
{
    return which;
}

void use(void *bytes)
{
    (void)bytes;
}

#define FRAME(function) ((int)sizeof(struct asyncc_##function##_frame))

static void print(const char *shape, int frame, int units)
{
    int headers = units * (int)sizeof(struct asyncc_unit);
    printf("%s\t%d\t%d\n", shape, frame - headers, headers);
}

int main(void)
{
    print("one argument and one await", FRAME(one_await), 0);
    print("five locals live across the second of three awaits", FRAME(five_locals), 0);
    print("three nested calls", FRAME(three_deep), 0);
    print("a loop with a 4 KiB buffer", FRAME(loop_with_buffer), 0);
    print("two branches with a 1 KiB buffer each", FRAME(two_branches), 0);
    print("gather of two", FRAME(gather_of_two), 2);
    print("one level of a recursion", (int)sizeof(struct asyncc_recursion_unit), 1);
    print("a 256-byte struct by value, two deep", FRAME(pass_large), 0);
    print("two big callees one after the other", FRAME(two_big_callees), 0);
    return 0;
}

#endif
