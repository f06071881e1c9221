/*
 * A future: a function that takes a callback becomes one that is awaited.
 */
#include <asyncc.h>
#include <asyncc/future.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

/* ---- some library, with a callback ---- */

struct measure {
    uv_timer_t timer;
    void (*callback)(void *data, int status, double value);
    void *data;
};

static void measure_closed(uv_handle_t *timer)
{
    free(timer);
}

static void measured(uv_timer_t *timer)
{
    struct measure *measure = (struct measure *)timer;
    measure->callback(measure->data, 0, 36.6);
    uv_close((uv_handle_t *)timer, measure_closed);
}

static void start_measure(void (*callback)(void *data, int status, double value), void *data)
{
    struct measure *measure = malloc(sizeof *measure);
    if (!measure) {
        callback(data, UV_ENOMEM, 0);
        return;
    }
    measure->callback = callback;
    measure->data = data;
    uv_timer_init(uv_default_loop(), &measure->timer);
    uv_timer_start(&measure->timer, measured, 1, 0);
}

/* ---- awaited ---- */

struct reading {
    struct async_future future;
    double value;
};

static void on_value(void *data, int status, double value)
{
    struct reading *reading = data;
    reading->value = value;
    async_future_set(&reading->future, status);
}

static async int temperature(double *value)
{
    struct reading reading = { ASYNC_FUTURE_INIT, 0 };
    reading.future.cancel = async_future_keep; /* the callback comes in any case: be there */
    start_measure(on_value, &reading);
    int status = await async_future_wait(&reading.future);
    *value = reading.value;
    return status;
}

async int main(void)
{
    double value;
    int status = await temperature(&value);
    printf("%d: %.1f degrees\n", status, value);
    return status;
}
