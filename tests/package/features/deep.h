/* Included by a header that is included. */
#define DEEP 0
