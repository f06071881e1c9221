#define asyncc_header_macro 1
struct asyncc_mentioned;
enum { asyncc_header_constant = 1 };
static inline int header(struct asyncc_mentioned *value)
{
    int asyncc_header_local = value != 0;
    return asyncc_header_local;
}
