/* Pointers that are incremented where they are read. */
#include <string.h>
char buf[10];

char ch(int c)
{
    return c;
}

int n;

char **pp(char **p)
{
    n++;
    return p;
}

int main(void)
{
    char *p = buf;
    *p++ = ch('a');
    *p++ = ch('b');
    *(*pp(&p))++ = ch('c');
    *++*pp(&p) = ch('e');
    p[-1] = *(p - 2) + ch(1);
    return strcmp(buf, "abcde") + n - 2;
}
