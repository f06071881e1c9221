/* offsetof with an index from a call. */
#include <stddef.h>

struct s {
    int a;

    struct {
        char b[4];
    } c[3];
};

int i(int x)
{
    return x;
}

int main(void)
{
    int n = i(2);
    return offsetof(struct s, c[n].b[1]) + i(0) - 13 + (__builtin_offsetof(struct s, c) != 4);
}
