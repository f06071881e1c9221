#include "part.h"

int plain(int x);
#ifdef __cplusplus
extern "C"
#endif
int from_cplusplus(void);

async int main(void)
{
    printf("%d %d %s\n", plain(await part(20)), from_cplusplus(), OWN);
    return 0;
}
