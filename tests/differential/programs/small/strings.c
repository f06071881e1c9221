/* Strings of all kinds. */
#include <string.h>
#include <stdio.h>

char *up(char *d, const char *s)
{
    char *r = d;
    while ((*d++ = *s >= 'a' && *s <= 'z' ? *s++ - 32 : *s++))
        ;
    return r;
}

int main(void)
{
    char b[20];
    printf("%s %zu %s\n", up(b, "a\"b\\c\tz??/"),
           strlen(up(b, "x"
                        "y"
                        "z")),
           up(b, "\x41\101\0zz"));
    puts(up(b, __func__));
    printf("%.*s|%5s|%-5s|\n", 2, up(b, "abc"), up(b, "d"), up(b + 10, "e"));
    return 0;
}
