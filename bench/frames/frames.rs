// frames.rs - the shapes of frames.c as futures of Rust: size_of_val of each, which is all that it will ever need.
// The recursion goes through a box for each level; what is measured is what is in one.
use std::future::Future;
use std::mem::size_of_val;
use std::pin::Pin;
use std::task::{Context, Poll};

struct Leaf {
    _unit: usize,
    _what: usize,
}

impl Future for Leaf {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Pending
    }
}

fn leaf() -> Leaf {
    Leaf { _unit: 0, _what: 0 }
}

#[derive(Clone, Copy)]
struct Large {
    _bytes: [u8; 256],
}

fn value(which: i32) -> i64 {
    which as i64
}

fn using<T>(_: &mut T) {}

async fn one_await(n: i64) -> i64 {
    leaf().await;
    n
}

async fn five_locals(n: i64) -> i64 {
    leaf().await;
    let (a, b, c, d, e) = (value(1), value(2), value(3), value(4), value(5));
    leaf().await;
    let sum = a + b + c + d + e + n;
    leaf().await;
    sum
}

async fn inner(n: i64) -> i64 {
    leaf().await;
    n
}

async fn middle(n: i64) -> i64 {
    inner(n + 1).await + n
}

async fn three_deep(n: i64) -> i64 {
    middle(n + 1).await + n
}

async fn loop_with_buffer(n: i64) -> i64 {
    let mut buffer = [0u8; 4096];
    let mut sum = 0;
    let mut i = 0;
    while i < n {
        using(&mut buffer);
        leaf().await;
        sum += buffer[i as usize] as i64;
        i += 1;
    }
    sum
}

async fn two_branches(n: i64) -> i64 {
    if n > 0 {
        let mut buffer = [0u8; 1024];
        using(&mut buffer);
        leaf().await;
        using(&mut buffer);
    } else {
        let mut buffer = [0u8; 1024];
        using(&mut buffer);
        leaf().await;
        using(&mut buffer);
    }
    n
}

// As futures::join has it: each future, or what it gave.
enum MaybeDone<F: Future> {
    Running(F),
    #[allow(dead_code)]
    Done(Option<F::Output>),
}

struct Join<A: Future, B: Future> {
    a: MaybeDone<A>,
    b: MaybeDone<B>,
}

impl<A: Future, B: Future> Future for Join<A, B> {
    type Output = (A::Output, B::Output);
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        let _ = (&this.a, &this.b);
        Poll::Pending
    }
}

async fn gather_of_two(n: i64) -> i64 {
    let both = Join { a: MaybeDone::Running(one_await(n)), b: MaybeDone::Running(one_await(n + 1)) };
    let (a, b) = both.await;
    a + b
}

fn boxed_recursion(n: i64) -> Pin<Box<dyn Future<Output = i64>>> {
    Box::pin(recursion(n))
}

async fn recursion(n: i64) -> i64 {
    if n > 0 {
        boxed_recursion(n - 1).await;
    }
    leaf().await;
    n
}

async fn use_large(mut large: Large) -> i64 {
    leaf().await;
    using(&mut large);
    0
}

async fn pass_large(large: Large) -> i64 {
    use_large(large).await
}

async fn big_callee(n: i64) -> i64 {
    let mut buffer = [0u8; 4096];
    using(&mut buffer);
    leaf().await;
    using(&mut buffer);
    n
}

async fn other_big_callee(n: i64) -> i64 {
    let mut buffer = [0u8; 4096];
    using(&mut buffer);
    leaf().await;
    using(&mut buffer);
    n
}

async fn two_big_callees(n: i64) -> i64 {
    let first = big_callee(n).await;
    first + other_big_callee(n).await
}

fn show<F: Future>(shape: &str, future: &F) {
    println!("{}\t{}", shape, size_of_val(future));
}

fn main() {
    show("one argument and one await", &one_await(1));
    show("five locals live across the second of three awaits", &five_locals(1));
    show("three nested calls", &three_deep(1));
    show("a loop with a 4 KiB buffer", &loop_with_buffer(1));
    show("two branches with a 1 KiB buffer each", &two_branches(1));
    show("gather of two", &gather_of_two(1));
    show("one level of a recursion", &recursion(1));
    show("a 256-byte struct by value, two deep", &pass_large(Large { _bytes: [0; 256] }));
    show("two big callees one after the other", &two_big_callees(1));
}
