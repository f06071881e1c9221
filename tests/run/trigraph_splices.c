/* Trigraphs as splices, and blanks behind splices, in the words of the dialect and between them. */
/* options: -trigraphs -Wno-trigraphs -Wno-backslash-newline-escape */
#include <asyncc.h>
#include <stdio.h>

#define TWICE(e) ((e) * (2))

static as??/
ync int f(int v)
{
    awa??/
it async_yi\
eld();
    re??/
turn v;
}

async int main(void)
{
    int y = await ??/
f(1) + TWICE(aw??/
ait f??/
(2)), z;
    z = aw\ 
ait \ 
f(y) + ??/
__LINE__;
    printf("%d %d\n", y, z);
    return 0;
}
