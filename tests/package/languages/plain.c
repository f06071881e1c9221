/* Plain C that starts a task. */
#include "part.h"

static int started;

static void note(task(int) t)
{
    started += t != 0;
    task_unref(t);
}

int from_plain(int x)
{
    note(create_task(part_static(x)));
    return started;
}
