(1 +
#if 0
nothing of this (
#else
2
#endif
)
