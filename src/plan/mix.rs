//! What is different between two rosters of an area, in pieces that do not depend on one another.

use std::collections::BTreeMap;

/// The needs that have other people in two fillings, put together where they share somebody who comes or goes: each piece
/// can be taken over from one filling to the other by itself, and costs then what it costs, whatever else is taken over.
pub fn pieces(people: usize, one: &[Vec<u32>], other: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let mut leaders: Vec<u32> = (0..u32::try_from(people).unwrap_or(u32::MAX)).collect();
    let mut changed: Vec<(usize, u32)> = Vec::new();
    for (need, (one, other)) in one.iter().zip(other).enumerate() {
        let only =
            |own: &[u32], others: &[u32]| own.iter().copied().filter(|at| !others.contains(at)).collect::<Vec<_>>();
        let moved = [only(one, other), only(other, one)].concat();
        let Some(first) = moved.first().copied() else { continue };
        for at in moved {
            let (from, to) = (leader(&mut leaders, at), leader(&mut leaders, first));
            leaders[from as usize] = to;
        }
        changed.push((need, first));
    }
    let mut pieces: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (need, person) in changed {
        pieces.entry(leader(&mut leaders, person)).or_default().push(need);
    }
    pieces.into_values().collect()
}

fn leader(leaders: &mut [u32], mut person: u32) -> u32 {
    while leaders[person as usize] != person {
        leaders[person as usize] = leaders[leaders[person as usize] as usize];
        person = leaders[person as usize];
    }
    person
}

/// Which of some pieces, each with its moves and its gain, gain the most in at most so many moves.
pub fn chosen(pieces: &[(usize, i128)], most: usize) -> Vec<usize> {
    let mut gains: Vec<i128> = vec![0; most + 1];
    let mut is_taken: Vec<Vec<bool>> = Vec::with_capacity(pieces.len());
    for (moves, gain) in pieces {
        let mut taken = vec![false; most + 1];
        for total in (*moves..=most).rev() {
            if gains[total - moves] + gain > gains[total] {
                gains[total] = gains[total - moves] + gain;
                taken[total] = true;
            }
        }
        is_taken.push(taken);
    }
    let mut left = most;
    let mut chosen = Vec::new();
    for (at, taken) in is_taken.iter().enumerate().rev() {
        if taken[left] {
            chosen.push(at);
            left -= pieces[at].0;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_nobody_falls_apart() {
        let one = [vec![0], vec![1], vec![2], vec![3], vec![]];
        let other = [vec![1], vec![0], vec![2], vec![4], vec![5]];
        assert_eq!(pieces(6, &one, &other), [vec![0, 1], vec![3], vec![4]]);
    }

    #[test]
    fn the_most_is_gained_in_few_moves() {
        let pieces = [(2, 50), (1, 20), (1, 30), (3, 90), (0, 5)];
        let gain = |most| chosen(&pieces, most).into_iter().map(|at| pieces[at].1).sum::<i128>();
        assert_eq!([0, 1, 2, 3, 4].map(gain), [5, 35, 55, 95, 125]);
    }
}
