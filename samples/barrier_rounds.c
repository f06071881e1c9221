/*
 * A barrier: nobody begins a round before all have ended the one before.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_barrier barrier = ASYNC_BARRIER_INIT(3);

static async void play(int player)
{
    for (int round = 1; round <= 2; round++) {
        await async_sleep(player);
        printf("player %d has played round %d\n", player, round);
        if (await async_barrier_wait(&barrier) == 2)
            printf("round %d is over\n", round);
    }
}

async int main(void)
{
    await gather(play(1), play(2), play(3));
    return 0;
}
