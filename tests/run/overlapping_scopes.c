/* pitfalls: 34, 35, 41, 53 */
/* Locals of disjoint scopes may share memory; those of enclosing scopes and of goto'd scopes must not. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

static async void fill(char *p, size_t n, char c)
{
    await async_yield();
    memset(p, c, n);
}

static int check(const char *p, size_t n, char c)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] != c)
            return 0;
    return 1;
}

static async int nested(void)
{
    char outer[40];
    int good = 0;
    await fill(outer, sizeof outer, 'o');
    {
        char first[30];
        await fill(first, sizeof first, '1');
        {
            char deep[50];
            await fill(deep, sizeof deep, 'd');
            good += check(deep, sizeof deep, 'd') + check(first, sizeof first, '1');
        }
        {
            int deep[9];
            await fill((char *)deep, sizeof deep, 'e');
            good += check((char *)deep, sizeof deep, 'e') + check(first, sizeof first, '1');
        }
    }
    for (int i = 0; i < 2; i++) {
        char second[60];
        await fill(second, sizeof second, (char)('a' + i));
        good += check(second, sizeof second, (char)('a' + i));
        await async_yield();
        char third[10];
        await fill(third, sizeof third, '3');
        good += check(second, sizeof second, (char)('a' + i)) + check(third, sizeof third, '3');
    }
    return good + check(outer, sizeof outer, 'o');
}

static async int by_goto(int again)
{
    int good = 0;
    char *kept;
    {
        char early[16];
    back:
        kept = early;
        await fill(kept, sizeof early, 'k');
        {
            char late[16];
            await fill(late, sizeof late, 'l');
            good += check(kept, 16, 'k') + check(late, 16, 'l');
            if (again-- > 0)
                goto back;
        }
        good += check(early, 16, 'k');
    }
    return good;
}

static async int in_switch(int v)
{
    int good = 0;
    switch (v) {
        char shared[20];
    case 0: {
        char own[20];
        await fill(own, 20, 'o');
        good += check(own, 20, 'o');
    }
    /* fall through */
    case 1:
        await fill(shared, 20, 's');
        {
            char own[20];
            await fill(own, 20, 'p');
            good += check(own, 20, 'p');
        }
        good += check(shared, 20, 's');
    }
    return good;
}

async int main(void)
{
    printf("%d %d %d\n", await nested(), await by_goto(0), await by_goto(2));
    printf("%d %d %d\n", await in_switch(0), await in_switch(1), await in_switch(2));
    return 0;
}
