#include <asyncc.h>

#ifdef __cplusplus
extern "C" {
#endif
async int part_static(int x);
async int part_shared(int x);
async int part_object(int x);
async int more(int x);
int from_plain(int x);
int from_cplusplus(int x);
#ifdef __cplusplus
}
#endif
