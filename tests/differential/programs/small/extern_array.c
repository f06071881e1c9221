/* Arrays declared before they are complete. */
extern int a[];

int f(int i)
{
    return a[i];
}

int a[] = {1, 2, 3};
static int z[];
extern struct inc q;

struct inc {
    int v;
};

static int z[2];

int main(void)
{
    extern int a[3];
    return f(1) - 2 + sizeof a - 12 + z[f(0)];
}
