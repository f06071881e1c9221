/* Plain C as far as its own text goes. */
#include <answer.h>
#include <stdio.h>

int main(void)
{
    printf("%d\n", async_run(answer(1)));
    return 0;
}
