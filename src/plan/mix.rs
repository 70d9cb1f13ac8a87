//! What is different between two rosters of an area, in pieces that do not depend on one another.

/// Needs that have other people in two fillings, in pieces that can be taken over from one filling to the other by
/// themselves. A seat that passes on leads from whoever gives it up to whoever gets it; where such steps lead back to
/// somebody, they make a circle, in which everybody gives up as many seats as they get. What is no circle is a way: it
/// begins with somebody who holds fewer in the other filling and ends with somebody who holds more, so that nobody holds
/// more than in one of the two, whichever pieces are taken over.
pub fn pieces(people: usize, one: &[Vec<u32>], other: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let steps = steps(people, one, other);
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); people + 1];
    steps.iter().enumerate().for_each(|(at, step)| from[step.from].push(at));
    let mut more: Vec<usize> = from.iter().map(Vec::len).collect();
    steps.iter().for_each(|step| more[step.to] = more[step.to].saturating_sub(1));
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    for (start, more) in more.into_iter().enumerate() {
        (0..more).for_each(|_| walk(start, &steps, &mut from, &mut pieces));
    }
    // What is left leads back to where it began.
    for start in 0..=people {
        while !from[start].is_empty() {
            walk(start, &steps, &mut from, &mut pieces);
        }
    }
    joined(one.len(), pieces)
}

/// A seat of a need that passes from one person to another; the number after the last person stands for nobody.
struct Step {
    from: usize,
    to: usize,
    need: usize,
}

fn steps(people: usize, one: &[Vec<u32>], other: &[Vec<u32>]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (need, (one, other)) in one.iter().zip(other).enumerate() {
        let only = |own: &[u32], others: &[u32]| {
            own.iter().filter(|at| !others.contains(at)).map(|at| *at as usize).collect::<Vec<usize>>()
        };
        let (gone, come) = (only(one, other), only(other, one));
        let nobody = || std::iter::repeat(people);
        let pairs = gone.iter().copied().chain(nobody()).zip(come.iter().copied().chain(nobody()));
        steps.extend(pairs.take(gone.len().max(come.len())).map(|(from, to)| Step { from, to, need }));
    }
    steps
}

/// Follows steps that nobody has taken yet, and puts aside every circle that they close, at last the way that is left.
fn walk(start: usize, steps: &[Step], from: &mut [Vec<usize>], pieces: &mut Vec<Vec<usize>>) {
    let mut way: Vec<usize> = Vec::new();
    let mut at = start;
    while let Some(step) = from[at].pop() {
        way.push(step);
        at = steps[step].to;
        if let Some(begun) = way.iter().position(|step| steps[*step].from == at) {
            pieces.push(way.drain(begun..).map(|step| steps[step].need).collect());
        }
    }
    if !way.is_empty() {
        pieces.push(way.into_iter().map(|step| steps[step].need).collect());
    }
}

/// Pieces that share a need, of which several seats pass on, are one.
fn joined(needs: usize, pieces: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut of_need: Vec<Option<usize>> = vec![None; needs];
    let mut all: Vec<Vec<usize>> = Vec::new();
    for piece in pieces {
        let mut known: Vec<usize> = piece.iter().filter_map(|need| of_need[*need]).collect();
        known.sort_unstable();
        known.dedup();
        let mut whole = piece;
        known.into_iter().for_each(|at| whole.append(&mut all[at]));
        whole.sort_unstable();
        whole.dedup();
        whole.iter().for_each(|need| of_need[*need] = Some(all.len()));
        all.push(whole);
    }
    all.retain(|piece| !piece.is_empty());
    all
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
    fn circles_and_ways_are_told_apart() {
        // Two people change seats twice, one hands a seat on to another, an empty seat is filled.
        let one = [vec![0], vec![1], vec![0], vec![1], vec![2], vec![], vec![3]];
        let other = [vec![1], vec![0], vec![1], vec![0], vec![4], vec![5], vec![3]];
        let mut found = pieces(6, &one, &other);
        found.sort();
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.contains(&vec![4]) && found.contains(&vec![5]));
        assert!(found.iter().filter(|piece| piece.len() == 2).count() == 2, "{found:?}");
    }

    #[test]
    fn whoever_gets_a_seat_and_gives_one_up_does_both_at_once() {
        // The first gets a seat of the second and gives another to the third: half of that could be one seat too many.
        assert_eq!(pieces(3, &[vec![1], vec![0]], &[vec![0], vec![2]]), [[0, 1]]);
        assert_eq!(pieces(3, &[vec![1], vec![0], vec![]], &[vec![0], vec![2], vec![1]]), [[0, 1, 2]]);
    }

    #[test]
    fn seats_of_one_unit_pass_on_together() {
        assert_eq!(pieces(4, &[vec![0, 1]], &[vec![2, 3]]), [[0]]);
    }

    #[test]
    fn the_most_is_gained_in_few_moves() {
        let pieces = [(2, 50), (1, 20), (1, 30), (3, 90), (0, 5)];
        let gain = |most| chosen(&pieces, most).into_iter().map(|at| pieces[at].1).sum::<i128>();
        assert_eq!([0, 1, 2, 3, 4].map(gain), [5, 35, 55, 95, 125]);
    }
}
