/* Functions that a library calls. */
#include <stdlib.h>

static int less(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

static void bye(void)
{
}

int main(void)
{
    char s[] = "dcab";
    atexit(bye);
    qsort(s, 4, 1, less);
    return s[0] != 'a' || *(char *)bsearch("c", s, 4, 1, less) != 'c';
}
