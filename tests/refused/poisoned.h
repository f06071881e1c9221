#pragma GCC poison switch
