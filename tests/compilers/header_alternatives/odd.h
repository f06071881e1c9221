#ifdef ODD
#define helper(x) ((x)++)
#endif
