/* What a plugin leaves in the runtime's memory must not be looked at when the plugin is gone, or another in its place. */
#include <asyncc.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

typedef async int run_function(void);

static async int own(int n)
{
    for (int i = 0; i < n; i++)
        await async_yield();
    return n;
}

static async int uses(const char *path)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    run_function *run = (run_function *)dlsym(library, "plugin_run");
    int sum = await run();
    if (dlclose(library) != 0 || dlopen(path, RTLD_NOW | RTLD_NOLOAD))
        exit(1);
    task(int) t = create_task(own(1));
    return sum + await join(t);
}

async int main(int argc, char **argv)
{
    int sum = 0;
    for (int round = 0; round < 10; round++)
        for (int i = 1; i < argc; i++) {
            sum += await uses(argv[i]);
            if (i % 2) {
                task(int) t = create_task(own(2));
                sum += await join(t);
            }
        }
    printf("%d\n", sum);
    return 0;
}
