#define word signed char
