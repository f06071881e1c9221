/* goto in all directions: back, forth, into blocks and loops, out of them. */
#include <stdio.h>

static int next(int n)
{
    return n + 1;
}

static int into_block(int n)
{
    int result = 0;
    if (n == 0)
        goto inside;
    if (n > 1) {
        result = next(10);
    inside:
        result += next(100);
    }
    return result;
}

static int into_loop(int n)
{
    int i = 5, result = 0;
    if (n)
        goto middle;
    for (i = 0; i < next(2); i++) {
        result += next(i);
    middle:
        result += 100 * next(i);
    }
    while (result < 0)
    inside:
        result = next(result);
    if (result > 0 && n-- > 0) {
        result = -next(3);
        goto inside;
    }
    return result;
}

static int out_of_loops(int limit)
{
    int i, j, k = 0;
    for (i = 0; i < 10; i++)
        for (j = 0; j < 10; j++) {
            while (1) {
                k = next(k);
                if (i * 10 + j == limit)
                    goto out;
                if (k % 3 == 0)
                    break;
            }
            if (next(j) == 7)
                goto next_row;
        next_row:;
        }
out:
    return i * 1000 + j * 100 + k;
}

static int back(int n)
{
    int rounds = 0, total = 0;
again:
    {
        int fresh = next(rounds);
        total += fresh;
        if (next(rounds++) < n)
            goto again;
    }
    return total;
}

static int past_initialiser(int n)
{
    int total = 0;
    if (n)
        goto past;
    int skipped = next(4);
    total += skipped;
past:
    skipped = next(n);
    return total + skipped;
}

static int local_labels(int n)
{
    int total = 0;
#define FIND(limit)                                                                                \
    ({                                                                                             \
        __label__ found;                                                                           \
        int i = 0;                                                                                 \
        for (;; i++)                                                                               \
            if (next(i) * next(i) > (limit))                                                       \
                goto found;                                                                        \
    found:                                                                                         \
        i;                                                                                         \
    })
    total += FIND(n);
    total += FIND(n * 10) * 100;
    return total;
}

static int state_machine(const char *text)
{
    int words = 0;
blank:
    if (!*text)
        goto end;
    if (*text++ == ' ')
        goto blank;
    words = next(words);
word:
    if (!*text)
        goto end;
    if (*text++ == ' ')
        goto blank;
    goto word;
end:
    return words;
}

int main(void)
{
    printf("%d %d %d\n", into_block(0), into_block(1), into_block(2));
    printf("%d %d\n", into_loop(0), into_loop(1));
    printf("%d %d\n", out_of_loops(0), out_of_loops(23));
    printf("%d\n", back(5));
    printf("%d %d\n", past_initialiser(0), past_initialiser(1));
    printf("%d\n", local_labels(30));
    printf("%d\n", state_machine("  to be or  not "));
    return 0;
}
