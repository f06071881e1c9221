/* Types of the system's that are of another size with other flags, where nobody but generated code names them. */
/* never with: -m32 -idirafter /usr/include/x86_64-linux-gnu */
#include <asyncc.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

static async int one(void)
{
    await async_yield();
    return 1;
}

static uint64_t large(void)
{
    return 5000000001ULL;
}

static off_t far(void)
{
    return (off_t)70000 * 3;
}

async int main(void)
{
    __auto_type a = large();
    __auto_type b = far();
    await one();
    printf("%llu %lld %d\n", (unsigned long long)a, (long long)b, (int)sizeof b);
    printf("%llu\n", (unsigned long long)((large() + 1) + (unsigned)await one()));
    printf("%lld\n", (long long)((far() + 1) + await one()));
    return 0;
}
