/* Packed structs. */
#pragma pack(1)

struct p {
    char a;
    int b;
    long long c;
};

#pragma pack()

struct p f(int x)
{
    struct p r = {x, x * 2, x * 3};
    return r;
}

int g(struct p *p)
{
    return p->a + p->b;
}

int main(void)
{
    struct p q = f(1), r[2] = {f(2), q};
    r[0].b += f(3).b;
    return sizeof q - 13 + g(r) - 12 + (int)r[1].c - 3;
}
