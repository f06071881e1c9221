/* pitfalls: 105 */
/* Declarations of one function, by typedefs too, before and behind its definition. */
#include <asyncc.h>
typedef async int source(void);
static int plain(void) { return 3; }
int (*pick_plain(int n))(void) { return n ? 0 : 0; }
async int (*pick_plain(int))(void);
extern source declared;
int declared(void);
source plain;
source fine;
async int fine(void);
async int fine(void) { return 1; }
source fine;
int (*other(int))(void);
async int (*other(int))(void);
async int third(void);
source third;
