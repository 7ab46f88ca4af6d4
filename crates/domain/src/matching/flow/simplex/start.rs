//! The first tree of the simplex method.
//!
//! The usual start has artificial arcs of a very great cost, from which the method must first drive the flow. Here nothing has to be sent, so that sending
//! nothing is feasible, and each node can at once hang on a real arc that leads towards the source (through the sink and the return arc). Every arc of that
//! tree can take flow towards the root, which is what makes it strongly feasible. Artificial arcs remain for the source and for nodes from which no arc leads
//! on; since all of them lead into the root, which is a node of its own, and none out of it, they never carry anything.

use super::super::Network;
use super::tree::Tree;
use super::{Candidate, EMPTY, IN_TREE_OR_CLOSED, LEAST_BLOCK, NONE, Simplex, narrow};

/// The first tree, as it grows.
struct Plan {
    parent: Vec<u32>,
    arc: Vec<u32>,
    upward: Vec<bool>,
    potential: Vec<i64>,
    level: Vec<u32>,
    /// The root, and then all nodes by their level.
    order: Vec<u32>,
}

/// The solver before its first pivot, for arcs searched in the given order.
pub(super) fn start(network: &Network, order: &[u32], source: u32, sink: u32) -> Simplex {
    let searched = order.len() + 1;
    let nodes = network.nodes;
    let mut arcs: Vec<Candidate> = Vec::with_capacity(searched + nodes);
    let mut capacity: Vec<i64> = Vec::with_capacity(searched + nodes);
    for arc in order.iter().map(|&arc| arc as usize) {
        arcs.push(Candidate {
            cost: network.cost[arc],
            from: network.from[arc],
            to: network.to[arc],
        });
        capacity.push(network.capacity[arc]);
    }
    arcs.push(Candidate { cost: 0, from: sink, to: source });
    let root = narrow(nodes);
    arcs.extend((0..root).map(|node| Candidate { cost: 0, from: node, to: root }));
    capacity.resize(arcs.len(), i64::MAX);
    let mut state: Vec<i8> = capacity.iter().map(|&units| if units == 0 { IN_TREE_OR_CLOSED } else { EMPTY }).collect();
    let plan = Plan::grow(&arcs, &incoming(&arcs[..searched], &capacity, nodes), source);
    for &arc in &plan.arc[..nodes] {
        state[arc as usize] = IN_TREE_OR_CLOSED;
    }
    Simplex {
        state,
        flow: vec![0; arcs.len()],
        arcs,
        capacity,
        searched,
        next_arc: 0,
        block: (2 * searched.isqrt()).max(LEAST_BLOCK),
        tree: Tree::new(plan.parent, plan.arc, plan.upward, &plan.order),
        potential: plan.potential,
    }
}

/// The open arcs that enter each node: those of `node` are in the second list, from `start[node]` to `start[node + 1]` of the first.
fn incoming(arcs: &[Candidate], capacity: &[i64], nodes: usize) -> (Vec<usize>, Vec<u32>) {
    let open = || arcs.iter().zip(capacity).enumerate().filter(|(_, (_, capacity))| **capacity > 0);
    // The entry after the next one counts up while the arcs are filled in, and so becomes the start of the next node.
    let mut start = vec![0; nodes + 2];
    for (_, (arc, _)) in open() {
        start[arc.to as usize + 2] += 1;
    }
    for node in 2..start.len() {
        start[node] += start[node - 1];
    }
    let mut incoming = vec![NONE; start[nodes + 1]];
    for (index, (arc, _)) in open() {
        let place = &mut start[arc.to as usize + 1];
        incoming[*place] = narrow(index);
        *place += 1;
    }
    (start, incoming)
}

impl Plan {
    /// Grows the tree level by level from the source, against the arcs, each node on the arc that is cheapest with the way that follows it. Nodes that cannot
    /// reach the source start trees of their own under the root, in the order of their numbers.
    fn grow(arcs: &[Candidate], incoming: &(Vec<usize>, Vec<u32>), source: u32) -> Self {
        let nodes = incoming.0.len() - 2;
        let root = narrow(nodes);
        let mut plan = Self {
            parent: vec![NONE; nodes + 1],
            arc: vec![NONE; nodes + 1],
            upward: vec![true; nodes + 1],
            potential: vec![0; nodes + 1],
            level: vec![0; nodes + 1],
            order: vec![root],
        };
        for first in std::iter::once(source).chain(0..root) {
            if plan.parent[first as usize] != NONE {
                continue;
            }
            let mut position = plan.order.len();
            // Each tree has levels of its own, below those of the trees before it, so that no node is hung back under a later tree.
            let deepest = plan.level[plan.order[position - 1] as usize];
            plan.order.push(first);
            plan.hang(first, narrow(arcs.len() - nodes) + first, 0, root);
            plan.level[first as usize] = deepest + 2;
            while let Some(&head) = plan.order.get(position) {
                position += 1;
                let below = plan.level[head as usize] + 1;
                for &arc in &incoming.1[incoming.0[head as usize]..incoming.0[head as usize + 1]] {
                    let Candidate { cost, from, .. } = arcs[arc as usize];
                    let tail = from as usize;
                    if plan.parent[tail] == NONE {
                        plan.order.push(from);
                        plan.hang(from, arc, cost, head);
                    } else if plan.level[tail] == below && plan.potential[head as usize] - cost > plan.potential[tail] {
                        plan.hang(from, arc, cost, head);
                    }
                }
            }
        }
        plan
    }

    fn hang(&mut self, node: u32, arc: u32, cost: i64, parent: u32) {
        let (here, above) = (node as usize, parent as usize);
        self.potential[here] = self.potential[above] - cost;
        self.parent[here] = parent;
        self.arc[here] = arc;
        self.level[here] = self.level[above] + 1;
    }
}
