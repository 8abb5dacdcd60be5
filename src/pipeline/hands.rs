//! Threads for sheets: [`Hands`].

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::ThreadPool;

use crate::diag::Diagnostic;

/// Threads that work side by side without lending each other a hand: one that waits inside a sheet would begin another, and hold both.
pub struct Hands(Vec<ThreadPool>);

impl Hands {
    /// As many as there are threads here.
    pub fn new() -> Result<Self, Diagnostic> {
        (0..rayon::current_num_threads()).map(|_| super::pool(Some(1))).collect::<Result<_, _>>().map(Hands)
    }

    /// Does the work for each of these, and gives what came of it in their order.
    pub fn each<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let next = AtomicUsize::new(0);
        let share = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(at) else { return done };
                done.push((at, work(item)));
            }
        };
        let mut done = std::thread::scope(|scope| {
            let started: Vec<_> = self.0.iter().map(|hand| scope.spawn(|| hand.install(share))).collect();
            let ended = started.into_iter().flat_map(|thread| match thread.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            ended.collect::<Vec<_>>()
        });
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let hands = super::super::in_pool(Some(3), Hands::new).unwrap();
        let numbers: Vec<u64> = (0..100).collect();
        let slow = |number: &u64| {
            std::thread::sleep(std::time::Duration::from_micros(100 - number));
            number * 2
        };
        assert_eq!(hands.each(&numbers, slow), numbers.iter().map(|number| number * 2).collect::<Vec<_>>());
    }
}
