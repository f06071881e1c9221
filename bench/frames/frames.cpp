/*
 * frames.cpp - the shapes of frames.c as C++20 coroutines. Each is run to its end, with a suspension in each leaf;
 * what `operator new` of the promise gives out is counted, the most that is alive at once. A frame that the compiler
 * has put into its caller's is in that one's bytes. The outermost it must not put anywhere, so that is called
 * through a pointer.
 *
 * Prints a line for each shape: its name and the bytes; for the recursion half of those of two levels.
 */
#include <coroutine>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <utility>

static std::size_t live, most;

struct counted {
    static void *operator new(std::size_t size)
    {
        live += size;
        most = live > most ? live : most;
        return std::malloc(size);
    }
    static void operator delete(void *memory, std::size_t size)
    {
        live -= size;
        std::free(memory);
    }
};

/* A lazy task as libraries have it: who awaits it, and the value. */
struct task {
    struct promise_type : counted {
        std::coroutine_handle<> awaiter;
        long value;

        struct final_awaiter {
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) noexcept
            {
                auto awaiter = ended.promise().awaiter;
                return awaiter ? awaiter : std::noop_coroutine();
            }
            void await_resume() noexcept {}
        };

        task get_return_object() { return task(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        final_awaiter final_suspend() noexcept { return {}; }
        void return_value(long given) { value = given; }
        void unhandled_exception() { std::abort(); }
    };

    std::coroutine_handle<promise_type> handle;

    explicit task(std::coroutine_handle<promise_type> of) : handle(of) {}
    task(task &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
    ~task()
    {
        if (handle)
            handle.destroy();
    }
    bool await_ready() { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter)
    {
        handle.promise().awaiter = awaiter;
        return handle;
    }
    long await_resume() { return handle.promise().value; }
};

static std::coroutine_handle<> waiting; /* in the leaf */

struct leaf {
    void *unit = nullptr, *what = nullptr;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> awaiter) { waiting = awaiter; }
    void await_resume() {}
};

struct large {
    char bytes[256];
};

[[gnu::noinline]] static long value(int which)
{
    asm volatile("" : "+r"(which));
    return which;
}

[[gnu::noinline]] static void use(void *bytes)
{
    asm volatile("" : : "r"(bytes) : "memory");
}

static task one_await(long n)
{
    co_await leaf();
    co_return n;
}

static task five_locals(long n)
{
    co_await leaf();
    long a = value(1), b = value(2), c = value(3), d = value(4), e = value(5);
    co_await leaf();
    long sum = a + b + c + d + e + n;
    co_await leaf();
    co_return sum;
}

static task inner(long n)
{
    co_await leaf();
    co_return n;
}

static task middle(long n)
{
    co_return co_await inner(n + 1) + n;
}

static task three_deep(long n)
{
    co_return co_await middle(n + 1) + n;
}

static task loop_with_buffer(long n)
{
    char buffer[4096];
    long sum = 0;
    for (long i = 0; i < n; i++) {
        use(buffer);
        co_await leaf();
        sum += buffer[i];
    }
    co_return sum;
}

static task two_branches(long n)
{
    if (n > 0) {
        char buffer[1024];
        use(buffer);
        co_await leaf();
        use(buffer);
    } else {
        char buffer[1024];
        use(buffer);
        co_await leaf();
        use(buffer);
    }
    co_return n;
}

/* Begins both, and goes on when both have ended. */
struct both {
    task &a, &b;

    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<>)
    {
        a.handle.resume();
        b.handle.resume();
    }
    void await_resume() {}
};

static task gather_of_two(long n)
{
    task a = one_await(n), b = one_await(n + 1);
    co_await both{ a, b };
    co_return a.await_resume() + b.await_resume();
}

static task recursion(long n)
{
    if (n > 0)
        co_await recursion(n - 1);
    co_await leaf();
    co_return n;
}

static task use_large(large given)
{
    co_await leaf();
    use(&given);
    co_return 0;
}

static task pass_large(large given)
{
    co_return co_await use_large(given);
}

static task pass_some_large(long)
{
    return pass_large(large{});
}

static task big_callee(long n)
{
    char buffer[4096];
    use(buffer);
    co_await leaf();
    use(buffer);
    co_return n;
}

static task other_big_callee(long n)
{
    char buffer[4096];
    use(buffer);
    co_await leaf();
    use(buffer);
    co_return n;
}

static task two_big_callees(long n)
{
    long first = co_await big_callee(n);
    co_return first + co_await other_big_callee(n);
}

static void measure(const char *shape, task (*function)(long), std::size_t levels = 1)
{
    task (*volatile begin)(long) = function;
    live = most = 0;
    {
        task outermost = begin(1);
        outermost.handle.resume();
        while (waiting && function != gather_of_two) /* whose halves have nobody to go on with */
            std::exchange(waiting, nullptr).resume();
        waiting = nullptr;
    }
    std::printf("%s\t%zu\n", shape, most / levels);
}

int main()
{
    measure("one argument and one await", one_await);
    measure("five locals live across the second of three awaits", five_locals);
    measure("three nested calls", three_deep);
    measure("a loop with a 4 KiB buffer", loop_with_buffer);
    measure("two branches with a 1 KiB buffer each", two_branches);
    measure("gather of two", gather_of_two);
    measure("one level of a recursion", recursion, 2);
    measure("a 256-byte struct by value, two deep", pass_some_large);
    measure("two big callees one after the other", two_big_callees);
    return 0;
}
