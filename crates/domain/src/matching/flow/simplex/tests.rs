//! The invariants of the tree after each pivot: they are what makes the method right and lets it end.

use super::*;

fn random(state: &mut u64, greatest: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % (greatest + 1)
}

fn random_network(state: &mut u64) -> Network {
    let nodes = 2 + random(state, 10);
    let mut network = Network::new(usize::try_from(nodes).unwrap());
    for _ in 0..random(state, 60) {
        let (from, to) = (random(state, nodes - 1), random(state, nodes - 1));
        let (capacity, cost) = (i64::try_from(random(state, 3)).unwrap(), i64::try_from(random(state, 8)).unwrap() - 4);
        if from != to {
            network.add_arc(usize::try_from(from).unwrap(), usize::try_from(to).unwrap(), capacity, cost).unwrap();
        }
    }
    network
}

/// Each node stands in the list right before all that are below it, and sizes and ends fit.
fn check_list(tree: &Tree) {
    let nodes = tree.parent.len();
    let is_below = |mut node: usize, top: usize| {
        while node != top && tree.parent[node] != NONE {
            node = tree.parent[node] as usize;
        }
        node == top
    };
    for top in 0..nodes {
        let mut end = top;
        for _ in 1..tree.size[top] {
            end = tree.next[end] as usize;
            assert!(is_below(end, top));
        }
        assert_eq!(tree.last[top] as usize, end);
        assert_eq!(tree.size[top] as usize, (0..nodes).filter(|&node| is_below(node, top)).count());
    }
}

/// Each arc of the tree can take flow towards the root and has no reduced cost; each other arc is empty or full.
fn check_arcs(simplex: &Simplex) {
    let tree = &simplex.tree;
    for node in 0..tree.parent.len() - 1 {
        let arc = tree.arc[node] as usize;
        let Candidate { from, to, .. } = simplex.arcs[arc];
        let ends = (narrow(node), tree.parent[node]);
        assert_eq!(if tree.upward[node] { (from, to) } else { (to, from) }, ends);
        assert!(simplex.room(narrow(node), tree.upward[node]) > 0, "not strongly feasible");
        assert_eq!(simplex.reduced_cost(&simplex.arcs[arc]), 0);
        assert_eq!(simplex.state[arc], IN_TREE_OR_CLOSED);
    }
    for (arc, &state) in simplex.state.iter().enumerate() {
        let (flow, capacity) = (simplex.flow[arc], simplex.capacity[arc]);
        assert!((0..=capacity).contains(&flow));
        assert!(state != EMPTY || flow == 0);
        assert!(state != FULL || flow == capacity);
        assert!(arc < simplex.searched || flow == 0, "an artificial arc carries flow");
    }
}

#[test]
fn each_pivot_keeps_the_tree_strongly_feasible() {
    let mut state = 1;
    let mut pivots = 0;
    for _ in 0..400 {
        let network = random_network(&mut state);
        let order = search_order(network.from.len());
        let mut simplex = start::start(&network, &order, 0, 1);
        // Small blocks take worse arcs, and so make more and stranger trees.
        simplex.block = 3;
        check_list(&simplex.tree);
        check_arcs(&simplex);
        while let Some(arc) = simplex.entering_arc() {
            simplex.pivot(arc);
            check_list(&simplex.tree);
            check_arcs(&simplex);
            pivots += 1;
        }
    }
    assert!(pivots > 3000, "only {pivots} pivots");
}

#[test]
fn each_arc_is_searched_once() {
    for arcs in [0, 1, 2, 3, 10, 99, 100, 101] {
        let mut order = search_order(arcs);
        order.sort_unstable();
        assert!(order.iter().map(|&arc| arc as usize).eq(0..arcs));
    }
}
