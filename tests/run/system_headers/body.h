{
    struct taken taken = { x };
    await async_yield();
    return taken.x;
}
