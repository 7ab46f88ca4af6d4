//! What one more unit of capacity on an arc would bring, exactly.
//!
//! The potentials of an optimal flow only bound this gain from above when there are ties (a tree that is degenerate). The exact gain is the length of the
//! cheapest way in the residual network from the head of the arc back to its tail. By the potentials, no residual arc has a reduced cost below zero, so
//! that E. W. Dijkstra's method applies ("A note on two problems in connexion with graphs", Numerische Mathematik 1, 1959), with the potentials in the part
//! of J. Edmonds and R. M. Karp ("Theoretical improvements in algorithmic efficiency for network flow problems", Journal of the ACM 19, 1972).
//!
//! Two searches, from the source and to it, settle nearly all arcs: the way through the source bounds the gain from below, and the triangle inequality
//! bounds it from above. Only where these bounds differ is a search made for the arc itself, and it goes no further than the bounds leave open.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::{ArcId, Network, Solution, narrow};

/// The distance of a node that cannot be reached. Sums with it saturate, so that it stays out of reach.
const OUT_OF_REACH: i64 = i64::MAX;

/// A residual network as seen from its nodes: the ways of `node` are at `start[node]..start[node + 1]`, as the node at the other end and the reduced cost.
struct Residual {
    start: Vec<usize>,
    ways: Vec<(u32, i64)>,
}

/// An arc whose gain is still open.
struct Open {
    place: usize,
    tail: usize,
    head: usize,
    /// The negated reduced cost of the arc: the gain if the way back costs nothing more.
    reward: i64,
    /// The length of the shortest way back that is known.
    known: i64,
}

impl Solution {
    /// For each of the given arcs, how much the total cost would fall if the capacity of that arc alone were greater by one unit: never below zero, in units
    /// of cost. This is exact, also with ties.
    ///
    /// # Panics
    /// If this is not the solution of `network`.
    #[must_use]
    pub fn gains_of_one_more(&self, network: &Network, arcs: &[ArcId]) -> Vec<i64> {
        let mut gains = vec![0; arcs.len()];
        let forward = self.residual(network, false);
        let mut search = Search::new(network.nodes);
        let from_source = search.distances(&forward, self.source);
        let backward = self.residual(network, true);
        let to_source = search.distances(&backward, self.source);
        let mut open = Vec::new();
        for (place, arc) in arcs.iter().map(|arc| arc.index()).enumerate() {
            let (tail, head) = (network.from[arc] as usize, network.to[arc] as usize);
            let reward = self.potential[head] - self.potential[tail] - network.cost[arc];
            // An arc with room left is in the residual network already, and has no reward.
            if self.flow[arc] < network.capacity[arc] || reward <= 0 {
                continue;
            }
            let known = to_source[head].saturating_add(from_source[tail]);
            let least = (to_source[head].saturating_sub(to_source[tail]))
                .max(from_source[tail].saturating_sub(from_source[head]))
                .max(0);
            gains[place] = reward.saturating_sub(known).max(0);
            if least < known.min(reward) {
                open.push(Open { place, tail, head, reward, known });
            }
        }
        close(&open, &forward, &backward, &mut search, &mut gains);
        gains
    }

    /// The residual network, or the same with all its arcs turned round.
    fn residual(&self, network: &Network, turned: bool) -> Residual {
        // The entry after the next one counts up while the ways are filled in, and so becomes the start of the next node.
        let mut start = vec![0; network.nodes + 2];
        self.visit_residual(network, |from, to, _| start[if turned { to } else { from } + 2] += 1);
        for node in 2..start.len() {
            start[node] += start[node - 1];
        }
        let mut ways = vec![(0, 0); start[network.nodes + 1]];
        self.visit_residual(network, |from, to, reduced| {
            let (here, there) = if turned { (to, from) } else { (from, to) };
            let place = &mut start[here + 1];
            ways[*place] = (narrow(there), reduced);
            *place += 1;
        });
        Residual { start, ways }
    }

    /// Visits each residual arc: from, to, and its reduced cost.
    fn visit_residual(&self, network: &Network, mut visit: impl FnMut(usize, usize, i64)) {
        let mut visit_arc = |from: usize, to: usize, cost: i64, has_room: bool, is_used: bool| {
            let reduced = cost + self.potential[from] - self.potential[to];
            if has_room {
                visit(from, to, reduced);
            }
            if is_used {
                visit(to, from, -reduced);
            }
        };
        for (arc, &units) in self.flow.iter().enumerate() {
            visit_arc(
                network.from[arc] as usize,
                network.to[arc] as usize,
                network.cost[arc],
                units < network.capacity[arc],
                units > 0,
            );
        }
        visit_arc(self.sink, self.source, 0, true, self.amount > 0);
    }
}

/// Settles the arcs that the two searches from and to the source left open. Arcs that share a head, or a tail, are settled by one search.
fn close(open: &[Open], forward: &Residual, backward: &Residual, search: &mut Search, gains: &mut [i64]) {
    let mut at_head: BTreeMap<usize, usize> = BTreeMap::new();
    let mut at_tail: BTreeMap<usize, usize> = BTreeMap::new();
    for arc in open {
        *at_head.entry(arc.head).or_default() += 1;
        *at_tail.entry(arc.tail).or_default() += 1;
    }
    let mut groups: BTreeMap<(bool, usize), Vec<&Open>> = BTreeMap::new();
    for arc in open {
        let from_head = at_head.get(&arc.head) >= at_tail.get(&arc.tail);
        groups.entry((from_head, if from_head { arc.head } else { arc.tail })).or_default().push(arc);
    }
    for ((from_head, origin), group) in groups {
        let bound = group.iter().map(|arc| arc.known.min(arc.reward)).max().unwrap_or(0);
        let target = |arc: &Open| if from_head { arc.tail } else { arc.head };
        search.run(if from_head { forward } else { backward }, origin, bound, group.iter().map(|arc| target(arc)));
        for arc in group {
            let back = search.distance[target(arc)].min(arc.known).min(arc.reward);
            gains[arc.place] = arc.reward - back;
        }
    }
}

/// The working memory of Dijkstra's method, kept between searches so that a short search stays cheap.
struct Search {
    distance: Vec<i64>,
    touched: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    wanted: Vec<bool>,
}

impl Search {
    fn new(nodes: usize) -> Self {
        Self {
            distance: vec![OUT_OF_REACH; nodes],
            touched: Vec::new(),
            heap: BinaryHeap::new(),
            wanted: vec![false; nodes],
        }
    }

    fn distances(&mut self, residual: &Residual, origin: usize) -> Vec<i64> {
        self.run(residual, origin, OUT_OF_REACH, std::iter::empty());
        self.distance.clone()
    }

    /// Finds the distances below `bound` from `origin`; ends early when all targets (if any are given) are settled. Distances not below the bound, or found
    /// after the last target, are only upper bounds.
    fn run(&mut self, residual: &Residual, origin: usize, bound: i64, targets: impl Iterator<Item = usize>) {
        for node in self.touched.drain(..) {
            self.distance[node as usize] = OUT_OF_REACH;
        }
        self.heap.clear();
        let mut unsettled: Vec<usize> = targets.collect();
        unsettled.retain(|&node| !std::mem::replace(&mut self.wanted[node], true));
        let mut left = unsettled.len();
        self.reach(narrow(origin), 0);
        while let Some(Reverse((distance, node))) = self.heap.pop() {
            let here = node as usize;
            if distance > self.distance[here] {
                continue;
            }
            if std::mem::replace(&mut self.wanted[here], false) {
                left -= 1;
                if left == 0 {
                    break;
                }
            }
            for &(next, cost) in &residual.ways[residual.start[here]..residual.start[here + 1]] {
                let further = distance + cost;
                if further < self.distance[next as usize] && further < bound {
                    self.reach(next, further);
                }
            }
        }
        for node in unsettled {
            self.wanted[node] = false;
        }
    }

    fn reach(&mut self, node: u32, distance: i64) {
        self.distance[node as usize] = distance;
        self.touched.push(node);
        self.heap.push(Reverse((distance, node)));
    }
}
