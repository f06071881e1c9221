/* Bit-fields as destinations and operands; unions and packed structs. */
#include <stdio.h>
#include <string.h>

struct flags {
    unsigned a : 3, b : 5;
    signed c : 4;
    unsigned : 0;
    unsigned long long d : 40;
    _Bool e : 1;
};

#pragma pack(push, 1)
struct packed {
    char tag;
    int value;
    short rest : 9;
};
#pragma pack(pop)

union bytes {
    unsigned word;
    unsigned char byte[4];
    struct {
        unsigned low : 4, high : 28;
    };
};

static unsigned f(unsigned n)
{
    return n;
}

static struct flags filled(unsigned n)
{
    struct flags s = { .a = f(n), .c = (int)f(n + 3), .d = (1ull << 39) + f(n) };
    s.b = f(40);
    s.e = f(n) > 2;
    return s;
}

static struct packed pack(int value)
{
    struct packed p = { 'p', (int)f((unsigned)value), (short)f(200) };
    return p;
}

static union bytes as_bytes(unsigned word)
{
    union bytes u;
    u.word = f(word);
    return u;
}

int main(void)
{
    struct flags s = filled(9), array[3], *p = array;
    memset(array, 0, sizeof array);
    printf("%u %u %d %llu %d\n", s.a, s.b, s.c, (unsigned long long)s.d, s.e);
    printf("%u %d\n", s.a = f(15), s.c = (int)f(9));
    s.b += f(30);
    s.a++;
    s.d <<= f(1);
    s.c -= (int)f(5);
    s.e ^= f(3);
    printf("%u %u %d %llu %d\n", s.a, s.b, s.c, (unsigned long long)s.d, s.e);
    p++->b = f(7);
    p->c = (int)f(2);
    (p + f(1))->d = f(77);
    array[f(2)].a |= f(5);
    printf("%u %d %llu %u\n", array[0].b, array[1].c, (unsigned long long)array[2].d, array[2].a);
    printf("%u %d\n", filled(2).a + filled(5).b, filled(1).e);
    printf("%d %d %d\n", (int)sizeof(struct packed), pack(1234567).value, pack(0).rest);
    union bytes u = as_bytes(0x01020304);
    u.byte[f(1)] = (unsigned char)f(0xff);
    u.high += f(1);
    printf("%x %x\n", u.word, as_bytes(0xab).low);
    return 0;
}
