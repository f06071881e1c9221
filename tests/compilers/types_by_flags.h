/* Of tests/compilers/types_by_flags.c. */
#ifndef NUMBER_OF_HEADER
#define NUMBER_OF_HEADER short
#endif

static inline NUMBER_OF_HEADER in_header(void)
{
    return (NUMBER_OF_HEADER)70000;
}
