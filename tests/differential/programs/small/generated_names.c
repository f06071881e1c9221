/* Names that generated code might have used. */
int state(int x)
{
    return x;
}

int self;
int result = 3;

int await1(int at)
{
    return state(at);
}

struct callee {
    int s;
} s;

int t1(int t2)
{
    int t3 = await1(t2) + state(t2);
    return t3;
}

int main(void)
{
    int unit = t1(1), frame = await1(2), at = state(3), t1 = frame;
    s.s = state(4);
    self = state(unit) + at;
    goto await2;
await2:
    return self + t1 + s.s - 11;
}
