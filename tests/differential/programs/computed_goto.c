/* Addresses of labels: an interpreter, and tables of offsets. */
#include <stdio.h>

static int pushed(int n)
{
    return n * 2;
}

static int interpret(const unsigned char *code)
{
    static const void *const table[] = { &&push, &&add, &&multiply, &&jump_if, &&end };
    int stack[16], *top = stack, steps = 0;
#define NEXT goto *table[steps++, *code++]
    NEXT;
push:
    *top++ = pushed(*code++);
    NEXT;
add:
    top--;
    top[-1] += pushed(top[0]) / 2;
    NEXT;
multiply:
    top--;
    top[-1] = pushed(top[-1] * top[0]) / 2;
    NEXT;
jump_if:
    if (pushed(steps) < 20)
        code -= *code;
    else
        code++;
    NEXT;
end:
    return top[-1] * 1000 + steps;
}

static int choose(int n)
{
    void *to = n ? &&one : &&other;
    int result = pushed(n);
    goto *to;
one:
    result += pushed(10);
other:
    return result;
}

static int offsets(int n)
{
    static const int table[] = { &&zero - &&zero, &&first - &&zero, &&second - &&zero };
    int result = 0;
    do {
        goto *(&&zero + table[n]);
    second:
        result += pushed(2);
    first:
        result += pushed(1);
    zero:
        result += pushed(0) + 7;
    } while (n-- > 0);
    return result;
}

int main(void)
{
    static const unsigned char code[] = { 0, 3, 0, 4, 1, 0, 2, 2, 3, 9, 4 };
    printf("%d\n", interpret(code));
    printf("%d %d\n", choose(0), choose(1));
    printf("%d\n", offsets(2));
    return 0;
}
