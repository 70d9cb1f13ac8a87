//! Things made on another thread, a few of them ahead of whoever takes them.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::Builder;

/// So many may wait to be taken.
const AHEAD: usize = 4;

/// Gives what `make` hands over to `take`, in that order, while `make` goes on; `make` is told by `false` that no more is
/// wanted. Where no thread can be had, each is taken as it is made.
///
/// # Errors
/// The first that `take` gives.
pub fn ahead<T: Send, E>(
    make: impl FnOnce(&mut dyn FnMut(T) -> bool) + Send,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let (give, come): (SyncSender<T>, Receiver<T>) = sync_channel(AHEAD);
    // Whoever runs it takes it out: the other thread, or this one where that one cannot be had.
    let make = Mutex::new(Some(make));
    let taken_out = || make.lock().unwrap_or_else(PoisonError::into_inner).take();
    std::thread::scope(|scope| {
        let made = Builder::new().spawn_scoped(scope, || {
            let give = give;
            if let Some(make) = taken_out() {
                make(&mut |thing| give.send(thing).is_ok());
            }
        });
        if made.is_err() {
            drop(made);
            return here(taken_out(), take);
        }
        // An error hangs up, and `make` is told.
        let come = come;
        come.iter().try_for_each(&mut take)
    })
}

/// Makes and takes on this thread.
fn here<T, E>(
    make: Option<impl FnOnce(&mut dyn FnMut(T) -> bool)>,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let mut taken = Ok(());
    if let Some(make) = make {
        make(&mut |thing| {
            if taken.is_ok() {
                taken = take(thing);
            }
            taken.is_ok()
        });
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(most: usize) -> impl FnOnce(&mut dyn FnMut(usize) -> bool) + Send {
        move |give| {
            (0..most).try_for_each(|number| give(number).then_some(()));
        }
    }

    #[test]
    fn things_come_in_the_order_they_are_made_in() {
        let mut seen = Vec::new();
        let taken: Result<(), ()> = ahead(count(100), |number| {
            seen.push(number);
            Ok(())
        });
        assert_eq!((taken, seen), (Ok(()), (0..100).collect()));
    }

    #[test]
    fn the_first_error_ends_it_on_either_thread() {
        let take = |number| if number == 5 { Err("full") } else { Ok(()) };
        assert_eq!(ahead(count(usize::MAX), take), Err("full"));
        assert_eq!(here(Some(count(usize::MAX)), take), Err("full"));
        assert_eq!(here(Some(count(5)), take), Ok(()));
    }
}
