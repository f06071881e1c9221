/*
 * Jumps inside statement expressions, wherever these stand: what is pending runs on the way out. `D` is a defer, `C` a
 * cleanup function.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>
#include <string.h>

#define TRY(e) ({ int e_ = (e); if (e_ < 0) return e_; e_; })

static char said[9];
static struct async_mutex mutex;
static void say(const char *text) { strcat(said, text); }
static void clean(int *p) { (void)p; say("C"); }
static async int same(int x) { await async_yield(); return x; }

static async int value(int x) { defer say("D"); await async_yield(); return TRY(x) + 1; }
static async int no_await(int x) { defer say("D"); return TRY(x); }
static async int cleanup(int x) { __attribute__((cleanup(clean))) int c = 1; await async_yield(); c++; return TRY(x); }
static async int argument(int x) { defer say("D"); int r = await same(TRY(x)); return r; }
static async int gathered(int x) { defer say("D"); int a; await gather(a = same(TRY(x)), same(1)); return a; }
static async int limited(int x) { defer say("D"); int a = 0; await timeout(1, a = same(TRY(x))); return a; }
static async int seconds(int x) { defer say("D"); int a = 0; await timeout(TRY(x), a = same(1)); return a; }
static async int sleeps(int x) { defer say("D"); await async_sleep(TRY(x)); return 1; }
static async int locked(int x) { await async_mutex_lock(&mutex); defer { async_mutex_unlock(&mutex); say("D"); } return TRY(x); }
static async int loop(int x)
{
    for (int i = 0; i < 3; i++) {
        defer say("D");
        await same(({ if (x < 0) break; x; }));
    }
    return 7;
}
static async int next(int x)
{
    for (int i = 0; i < 3; i++) {
        defer say("D");
        await same(({ if (x < 0) continue; x; }));
    }
    return 7;
}
static async int jump(int x)
{
    {
        defer say("D");
        await same(({ if (x < 0) goto out; x; }));
    }
    return 7;
out:
    return 8;
}

static async int initialiser(int x) { defer say("D"); await async_yield(); int y = TRY(x); return y; }

async int main(void)
{
#define SHOW(f) do { said[0] = 0; int r = await f(-5); printf(#f ": %s %d\n", said, r); } while (0)
    SHOW(initialiser);
    SHOW(value);
    SHOW(no_await);
    SHOW(cleanup);
    SHOW(argument);
    SHOW(gathered);
    SHOW(limited);
    SHOW(seconds);
    SHOW(sleeps);
    SHOW(locked);
    printf("locked: %d\n", async_mutex_is_locked(&mutex));
    SHOW(loop);
    SHOW(next);
    SHOW(jump);
    return 0;
}
