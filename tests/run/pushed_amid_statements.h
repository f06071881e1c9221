ITEM(1) ITEM(2)
#undef ITEM
#define items 2
