// _Pragma("once") in a comment
_Pragma /* the operator */ ( "once" )
static async inline int tripled(int v)
{
    return v + await doubled(v);
}
