/* pitfalls: 102 */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v) { await async_yield(); return v; }

async int main(void) { printf("%d\n", await f(1)); return 0; } // the end