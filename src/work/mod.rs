//! Work that falls into numbered pieces, done on several threads, with results in the order of the numbers or as they
//! are ready; and work that may come to nothing.

pub mod ahead;
pub mod caught;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// As many threads as the machine has cores; the answer does not depend on their number.
pub fn threads() -> NonZero<usize> {
    std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// What the work gives for each number below `count`, in their order, done by as many threads.
pub fn on_threads<T: Send>(threads: NonZero<usize>, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return done;
            }
            done.push((number, work(number)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get().min(count)).map(|_| scope.spawn(run)).collect();
        let mut done = run();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// So many results for each thread may wait to be taken.
const AHEAD: usize = 4;

/// Gives what the work makes of each number below `count` to `take`, in their order, while other threads go on, never far
/// ahead. Each thread has tools of its own, which `equip` gives it.
///
/// # Errors
/// The first that `take` gives; what is not begun by then is left.
pub fn in_order<T: Send, Tools, E>(
    threads: NonZero<usize>,
    count: usize,
    equip: impl Fn() -> Tools + Sync,
    work: impl Fn(&mut Tools, usize) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    along(&Belt::of(threads, count, true), threads, equip, work, |_, result| take(result))
}

/// As [`in_order`], but gives each result with its number as soon as it is there: one that takes long keeps no other
/// waiting.
///
/// # Errors
/// As [`in_order`].
pub fn as_ready<T: Send, E>(
    threads: NonZero<usize>,
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    along(&Belt::of(threads, count, false), threads, || (), |(), number| work(number), take)
}

fn along<T: Send, Tools, E>(
    belt: &Belt<T>,
    threads: NonZero<usize>,
    equip: impl Fn() -> Tools + Sync,
    work: impl Fn(&mut Tools, usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    std::thread::scope(|scope| {
        // Nobody must wait for room when whoever takes panics, or a thread cannot be had.
        let _stop = StopOnPanic(belt);
        for _ in 0..threads.get().min(belt.end) {
            scope.spawn(|| {
                // A worker that panics must not leave the others waiting for its result.
                let _stop = StopOnPanic(belt);
                let mut tools = equip();
                while let Some(number) = belt.begin() {
                    belt.put(number, work(&mut tools, number));
                }
            });
        }
        let mut taken = Ok(());
        while let Some((number, result)) = belt.take() {
            taken = take(number, result);
            if taken.is_err() {
                belt.stop();
            }
        }
        taken
    })
}

/// Results on their way from those who make them to the one who takes them.
struct Belt<T> {
    end: usize,
    ahead: usize,
    /// Whether they are taken in the order of their numbers.
    is_ordered: bool,
    state: Mutex<State<T>>,
    moved: Condvar,
}

struct State<T> {
    begun: usize,
    taken: usize,
    waiting: BTreeMap<usize, T>,
    is_stopped: bool,
}

impl<T> Default for State<T> {
    fn default() -> Self {
        State { begun: 0, taken: 0, waiting: BTreeMap::new(), is_stopped: false }
    }
}

impl<T> Belt<T> {
    fn of(threads: NonZero<usize>, count: usize, is_ordered: bool) -> Self {
        let ahead = threads.get() * AHEAD;
        Belt { end: count, ahead, is_ordered, state: Mutex::default(), moved: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'b>(&self, state: MutexGuard<'b, State<T>>) -> MutexGuard<'b, State<T>> {
        self.moved.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The next number to work on, once there is room for its result.
    fn begin(&self) -> Option<usize> {
        let mut state = self.state();
        while !state.is_stopped && state.begun < self.end && state.begun >= state.taken + self.ahead {
            state = self.wait(state);
        }
        if state.is_stopped || state.begun == self.end {
            return None;
        }
        state.begun += 1;
        Some(state.begun - 1)
    }

    fn put(&self, number: usize, result: T) {
        self.state().waiting.insert(number, result);
        self.moved.notify_all();
    }

    /// The next result: in order, or whichever is there.
    fn take(&self) -> Option<(usize, T)> {
        let mut state = self.state();
        let is_next = |state: &State<T>| match state.waiting.first_key_value() {
            Some((first, _)) => !self.is_ordered || *first == state.taken,
            None => false,
        };
        while !state.is_stopped && state.taken < self.end && !is_next(&state) {
            state = self.wait(state);
        }
        if state.is_stopped {
            return None;
        }
        let taken = state.waiting.pop_first()?;
        state.taken += 1;
        self.moved.notify_all();
        Some(taken)
    }

    fn stop(&self) {
        self.state().is_stopped = true;
        self.moved.notify_all();
    }
}

struct StopOnPanic<'b, T>(&'b Belt<T>);

impl<T> Drop for StopOnPanic<'_, T> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEW: NonZero<usize> = NonZero::new(3).expect("not zero");

    #[test]
    fn results_come_in_order_and_never_too_many_wait() {
        let (made, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let mut seen = Vec::new();
        let work = |worked: &mut usize, number: usize| {
            *worked += 1;
            std::thread::sleep(std::time::Duration::from_micros((number % 7) as u64 * 100));
            let waiting = made.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            assert!(waiting <= FEW.get() * (AHEAD + 1), "{waiting} wait");
            number * number
        };
        let done: Result<(), ()> = in_order(
            FEW,
            100,
            || 0,
            work,
            |result| {
                taken.fetch_add(1, Ordering::SeqCst);
                seen.push(result);
                Ok(())
            },
        );
        assert_eq!(done, Ok(()));
        assert_eq!(seen, (0..100).map(|number| number * number).collect::<Vec<_>>());
        assert_eq!(in_order(FEW, 0, || (), |(), _| (), |()| Err(())), Ok(()));
    }

    #[test]
    fn a_result_that_takes_long_keeps_no_other_waiting() {
        let (taken, mut seen) = (AtomicUsize::new(0), Vec::new());
        let work = |number: usize| {
            // The first is not there before all others are taken.
            while number == 0 && taken.load(Ordering::SeqCst) < 99 {
                std::thread::yield_now();
            }
            number * number
        };
        let done: Result<(), ()> = as_ready(FEW, 100, work, |number, result| {
            taken.fetch_add(1, Ordering::SeqCst);
            assert_eq!(result, number * number);
            seen.push(number);
            Ok(())
        });
        assert_eq!((done, seen.last()), (Ok(()), Some(&0)));
        seen.sort_unstable();
        assert_eq!(seen, (0..100).collect::<Vec<_>>());
        assert_eq!(
            as_ready(FEW, 1000, |number| number, |number, _| if number == 5 { Err("full") } else { Ok(()) }),
            Err("full")
        );
    }

    #[test]
    fn the_first_error_ends_it() {
        let mut seen = 0;
        let take = |number| {
            seen += 1;
            if number == 5 { Err("full") } else { Ok(()) }
        };
        let done = in_order(FEW, 1000, || (), |(), number| number, take);
        assert_eq!((done, seen), (Err("full"), 6));
    }
}
