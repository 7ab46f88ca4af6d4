//! A flow of least cost by shortest paths with potentials (J. Edmonds and R. M. Karp, "Theoretical improvements
//! in algorithmic efficiency for network flow problems", Journal of the ACM 19, 1972, 248–264).

use std::{cmp::Reverse, collections::BinaryHeap};

struct Arc {
    to: usize,
    capacity: usize,
    cost: i128,
}

/// A network whose arcs all lead from a lower to a higher node, so that the first potentials need one sweep only. The first
/// node is the source and the last one the sink.
pub(super) struct Network {
    /// Each arc is followed by its reverse.
    arcs: Vec<Arc>,
    leaving: Vec<Vec<usize>>,
}

impl Network {
    pub fn new(nodes: usize) -> Self {
        Self {
            arcs: Vec::new(),
            leaving: vec![Vec::new(); nodes],
        }
    }

    /// Adds an arc; its name for [`Self::is_used`].
    pub fn connect(&mut self, from: usize, to: usize, capacity: usize, cost: i128) -> usize {
        let arc = self.arcs.len();
        self.arcs.push(Arc { to, capacity, cost });
        self.arcs.push(Arc {
            to: from,
            capacity: 0,
            cost: -cost,
        });
        self.leaving[from].push(arc);
        self.leaving[to].push(arc + 1);
        arc
    }

    pub fn is_used(&self, arc: usize) -> bool {
        self.arcs[arc + 1].capacity > 0
    }

    /// Sends units from the source to the sink, at most so many, as long as each makes the whole cheaper. The result is
    /// cheapest among all flows of at most that size, because the paths become ever dearer.
    pub fn send(&mut self, mut most: usize) {
        let Some(sink) = self.leaving.len().checked_sub(1) else { return };
        let mut potential = self.first_potentials();
        while most > 0 {
            let Some(distance) = self.distances(&potential) else { return };
            let reach = distance[sink];
            for (potential, distance) in potential.iter_mut().zip(&distance) {
                // Nodes beyond the sink were not finished; the distance of the sink keeps their arcs from becoming negative.
                *potential += *distance.min(&reach);
            }
            if potential[sink] >= potential[0] {
                return;
            }
            // Many paths often cost the same; those need no new distances.
            while most > 0 && self.send_one(&potential) {
                most -= 1;
            }
        }
    }

    /// Sends a unit along a path of arcs whose reduced cost is 0, if there is one.
    fn send_one(&mut self, potential: &[i128]) -> bool {
        let sink = self.leaving.len() - 1;
        let mut is_seen = vec![false; self.leaving.len()];
        // The next arc to try, by node.
        let mut tried = vec![0; self.leaving.len()];
        let mut path: Vec<usize> = Vec::new();
        let mut node = 0;
        is_seen[0] = true;
        while node != sink {
            if let Some(&name) = self.leaving[node].get(tried[node]) {
                tried[node] += 1;
                let arc = &self.arcs[name];
                if arc.capacity > 0 && !is_seen[arc.to] && arc.cost + potential[node] == potential[arc.to] {
                    path.push(name);
                    node = arc.to;
                    is_seen[node] = true;
                }
            } else {
                let Some(name) = path.pop() else { return false };
                node = self.arcs[name ^ 1].to;
            }
        }
        for name in path {
            self.arcs[name].capacity -= 1;
            self.arcs[name ^ 1].capacity += 1;
        }
        true
    }

    fn first_potentials(&self) -> Vec<i128> {
        let mut cheapest: Vec<Option<i128>> = vec![None; self.leaving.len()];
        if let Some(source) = cheapest.first_mut() {
            *source = Some(0);
        }
        for node in 0..self.leaving.len() {
            let Some(here) = cheapest[node] else { continue };
            for arc in self.leaving[node].iter().map(|&arc| &self.arcs[arc]).filter(|arc| arc.capacity > 0) {
                let there = here + arc.cost;
                cheapest[arc.to] = Some(cheapest[arc.to].map_or(there, |known| known.min(there)));
            }
        }
        // A node that cannot be reached now never will be: units go only along nodes that can.
        cheapest.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// The distances from the source at reduced cost, right up to that of the sink; none when the sink is out of reach.
    fn distances(&self, potential: &[i128]) -> Option<Vec<i128>> {
        let sink = self.leaving.len() - 1;
        let mut distance = vec![i128::MAX; self.leaving.len()];
        let mut waiting = BinaryHeap::from([Reverse((0, 0))]);
        distance[0] = 0;
        while let Some(Reverse((so_far, node))) = waiting.pop() {
            if node == sink {
                return Some(distance);
            }
            if so_far > distance[node] {
                continue;
            }
            for arc in self.leaving[node].iter().map(|&name| &self.arcs[name]).filter(|arc| arc.capacity > 0) {
                let there = so_far + arc.cost + potential[node] - potential[arc.to];
                if there < distance[arc.to] {
                    distance[arc.to] = there;
                    waiting.push(Reverse((there, arc.to)));
                }
            }
        }
        None
    }
}
