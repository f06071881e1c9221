/* Semicolons where they need not be. */
;
;

int f(int x)
{
    return x;
};

int g(void);
;

int main(void)
{
    ;
    ;
    int x;
    ;
    x = f(0);
    ;
    return x;
};
