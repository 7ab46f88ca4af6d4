//! The primal network simplex method with strongly feasible spanning trees.
//!
//! Sources: W. H. Cunningham, "A network simplex method", Mathematical Programming 11 (1976), for the trees that cannot cycle; P. Kovács, "Minimum-cost
//! flow algorithms: an experimental evaluation", Optimization Methods and Software 30 (2015), for the block search of the entering arc, as in LEMON.

mod start;
#[cfg(test)]
mod tests;
mod tree;

use super::{Network, narrow};
use tree::Tree;

/// No node, or no arc.
const NONE: u32 = u32::MAX;
/// The least number of arcs in a block of the search.
///
/// Otherwise a block has twice the square root of the number of arcs. This was measured on networks of a province's size: half or double that takes up
/// to half as long again, and an eighth more than twice as long.
const LEAST_BLOCK: usize = 32;

/// The state of an arc is the factor of its reduced cost: the arc may enter the tree when the product is below zero.
const EMPTY: i8 = 1;
const FULL: i8 = -1;
const IN_TREE_OR_CLOSED: i8 = 0;

/// What the search for the entering arc reads of an arc, kept together in memory.
#[derive(Clone, Copy)]
struct Candidate {
    cost: i64,
    from: u32,
    to: u32,
}

struct Simplex {
    /// The arcs of the network in the order of the search, then the return arc, and then an artificial arc for each node.
    arcs: Vec<Candidate>,
    state: Vec<i8>,
    capacity: Vec<i64>,
    flow: Vec<i64>,
    /// How many arcs may enter: all but the artificial ones.
    searched: usize,
    next_arc: usize,
    block: usize,
    /// Potentials are moved in whichever part of the tree is smaller, so that they may drift, even round the end of the numbers. Only their differences count,
    /// and those of any two nodes stay within the bounds that were checked; so all sums here wrap.
    potential: Vec<i64>,
    tree: Tree,
}

/// The arc that leaves the tree: the one above `node`, on the side of the tail or of the head of the entering arc.
#[derive(Clone, Copy)]
struct Leaving {
    node: u32,
    on_tail_side: bool,
}

/// Solves a network whose bounds have been checked; gives the flow of each arc, the potential of each node, the amount sent, and the number of pivots.
pub(super) fn solve(network: &Network, source: u32, sink: u32) -> (Vec<i64>, Vec<i64>, i64, u64) {
    let order = search_order(network.from.len());
    let mut simplex = start::start(network, &order, source, sink);
    let mut pivots = 0;
    while let Some(arc) = simplex.entering_arc() {
        simplex.pivot(arc);
        pivots += 1;
    }
    let mut flow = vec![0; order.len()];
    for (&arc, &units) in order.iter().zip(&simplex.flow) {
        flow[arc as usize] = units;
    }
    let origin = simplex.potential[network.nodes];
    let potential = simplex.potential[..network.nodes].iter().map(|potential| potential.wrapping_sub(origin)).collect();
    (flow, potential, simplex.flow[order.len()], pivots)
}

/// The order in which arcs are searched: with a stride, since arcs added one after another are often alike (those of one node), and a block should show the
/// whole network.
fn search_order(arcs: usize) -> Vec<u32> {
    let stride = arcs.isqrt().max(1);
    (0..stride).flat_map(|first| (first..arcs).step_by(stride)).map(narrow).collect()
}

impl Simplex {
    /// The best arc of the first block, from where the last search ended, that has an arc which lowers the cost; the first of equals in the order of search.
    fn entering_arc(&mut self) -> Option<usize> {
        let mut position = self.next_arc;
        let mut remaining = self.searched;
        while remaining > 0 {
            let end = self.searched.min(position + self.block.min(remaining));
            let (mut best, mut chosen) = (0, None);
            for (index, (arc, &state)) in self.arcs[position..end].iter().zip(&self.state[position..end]).enumerate() {
                let reduced = i64::from(state) * self.reduced_cost(arc);
                if reduced < best {
                    (best, chosen) = (reduced, Some(position + index));
                }
            }
            remaining -= end - position;
            position = if end == self.searched { 0 } else { end };
            if chosen.is_some() {
                self.next_arc = position;
                return chosen;
            }
        }
        None
    }

    fn reduced_cost(&self, arc: &Candidate) -> i64 {
        arc.cost.wrapping_add(self.potential[arc.from as usize]).wrapping_sub(self.potential[arc.to as usize])
    }

    /// Sends as much as fits round the cycle that the arc closes with the tree, and takes the arc into the tree in place of one that stops the flow.
    fn pivot(&mut self, arc: usize) {
        let Candidate { from, to, .. } = self.arcs[arc];
        // An arc that is full enters to lower its own flow: then the cycle runs against it.
        let (tail, head) = if self.state[arc] == EMPTY { (from, to) } else { (to, from) };
        let (join, units, leaving) = self.stop(tail, head, self.capacity[arc]);
        if units > 0 {
            self.push(arc, units, [(tail, true), (head, false)], join);
        }
        let Some(leaving) = leaving else {
            self.state[arc] = -self.state[arc];
            return;
        };
        let left = self.tree.arc[leaving.node as usize] as usize;
        self.state[left] = if self.flow[left] == 0 { EMPTY } else { FULL };
        self.state[arc] = IN_TREE_OR_CLOSED;
        let (inside, outside) = if leaving.on_tail_side { (tail, head) } else { (head, tail) };
        self.tree.rehang(inside, outside, (narrow(arc), from == inside), leaving.node, join);
        // The arc is in the tree now, so that its reduced cost must become zero.
        let reduced = self.reduced_cost(&self.arcs[arc]);
        self.shift(inside, if from == inside { reduced.wrapping_neg() } else { reduced });
    }

    /// Walks both sides of the cycle up to where they join; gives that node, the units that fit, and the arc that stops more, if it is one of the tree.
    ///
    /// Of several such arcs, the last on the cycle is taken, in its direction from the join: this keeps the tree strongly feasible.
    fn stop(&self, tail: u32, head: u32, room: i64) -> (u32, i64, Option<Leaving>) {
        let tree = &self.tree;
        let (mut down, mut up) = (tail, head);
        let (mut tail_units, mut tail_stop) = (room, None);
        let (mut head_units, mut head_stop) = (room, None);
        while down != up {
            // A node with no more nodes below it than another is not above that other, so that a step up from it cannot miss the join.
            if tree.size[down as usize] < tree.size[up as usize] {
                let units = self.room(down, !tree.upward[down as usize]);
                if units < tail_units {
                    (tail_units, tail_stop) = (units, Some(Leaving { node: down, on_tail_side: true }));
                }
                down = tree.parent[down as usize];
            } else {
                let units = self.room(up, tree.upward[up as usize]);
                if units <= head_units {
                    (head_units, head_stop) = (units, Some(Leaving { node: up, on_tail_side: false }));
                }
                up = tree.parent[up as usize];
            }
        }
        if head_units <= tail_units && head_stop.is_some() {
            (down, head_units, head_stop)
        } else {
            (down, tail_units, tail_stop)
        }
    }

    /// The units that fit on the arc above a node, along the arc or against it.
    fn room(&self, node: u32, along: bool) -> i64 {
        let arc = self.tree.arc[node as usize] as usize;
        if along { self.capacity[arc] - self.flow[arc] } else { self.flow[arc] }
    }

    fn push(&mut self, arc: usize, units: i64, sides: [(u32, bool); 2], join: u32) {
        self.flow[arc] += if self.state[arc] == EMPTY { units } else { -units };
        for (mut node, downward) in sides {
            while node != join {
                let along = self.tree.upward[node as usize] != downward;
                self.flow[self.tree.arc[node as usize] as usize] += if along { units } else { -units };
                node = self.tree.parent[node as usize];
            }
        }
    }

    /// Raises the potentials of a node and all below it by `change`, or lowers all the others, whichever are fewer: only differences count.
    fn shift(&mut self, node: u32, change: i64) {
        let below = self.tree.size[node as usize] as usize;
        let after = self.tree.next[self.tree.last[node as usize] as usize];
        let is_small = below <= self.potential.len() / 2;
        let (mut here, count, change) = if is_small {
            (node, below, change)
        } else {
            (after, self.potential.len() - below, change.wrapping_neg())
        };
        for _ in 0..count {
            let potential = &mut self.potential[here as usize];
            *potential = potential.wrapping_add(change);
            here = self.tree.next[here as usize];
        }
    }
}
