typedef ITEM item2_t;
