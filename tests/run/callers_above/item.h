typedef ITEM item_t;
