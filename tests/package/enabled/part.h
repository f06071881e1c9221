#include <asyncc.h>

#ifdef __cplusplus
extern "C"
#endif
async int part(int x);
