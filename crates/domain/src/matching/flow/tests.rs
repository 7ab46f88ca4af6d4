//! Tests of the flow solver on small networks, by hand and against a method that has nothing in common with it.

use super::*;

fn network(nodes: usize, arcs: &[(usize, usize, i64, i64)]) -> Network {
    let mut network = Network::new(nodes);
    for &(from, to, capacity, cost) in arcs {
        network.add_arc(from, to, capacity, cost).unwrap();
    }
    network
}

fn solve(network: &Network, source: usize, sink: usize) -> Solution {
    let solution = network.solve(source, sink).unwrap();
    assert!(solution.is_optimal(network), "not proved: {network:?} {solution:?}");
    solution
}

/// The least cost by cancelling negative cycles: M. Klein, "A primal method for minimal cost flows", Management Science 14 (1967).
fn cost_by_cancelling(network: &Network, source: usize, sink: usize) -> i64 {
    let mut arcs: Vec<(usize, usize, i64, i64)> = network.arcs().collect();
    arcs.push((sink, source, 1 << 40, 0));
    let mut flow = vec![0_i64; arcs.len()];
    loop {
        // Bellman's and Ford's method from all nodes at once; a change in the last round lies below a negative cycle.
        let mut distance = vec![0_i64; network.nodes()];
        let mut reached_by = vec![None; network.nodes()];
        let mut changed = None;
        for _ in 0..=network.nodes() {
            changed = None;
            for (index, &(from, to, capacity, cost)) in arcs.iter().enumerate() {
                let ways = [(from, to, capacity - flow[index], cost, 1), (to, from, flow[index], -cost, -1)];
                for (tail, head, room, cost, direction) in ways {
                    if room > 0 && distance[tail] + cost < distance[head] {
                        distance[head] = distance[tail] + cost;
                        reached_by[head] = Some((tail, index, direction));
                        changed = Some(head);
                    }
                }
            }
        }
        let Some(mut node) = changed else { break };
        for _ in 0..network.nodes() {
            node = reached_by[node].unwrap().0;
        }
        let start = node;
        loop {
            let (tail, arc, direction) = reached_by[node].unwrap();
            flow[arc] += direction;
            node = tail;
            if node == start {
                break;
            }
        }
    }
    arcs.iter().zip(&flow).map(|(&(.., cost), units)| cost * units).sum()
}

/// The generator `SplitMix64`; gives a number from `least` to `greatest`.
fn random(state: &mut u64, least: i64, greatest: i64) -> i64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    least + i64::try_from(mixed % u64::try_from(greatest - least + 1).unwrap()).unwrap()
}

fn random_node(state: &mut u64, nodes: usize) -> usize {
    usize::try_from(random(state, 0, i64::try_from(nodes).unwrap() - 1)).unwrap()
}

fn random_network(state: &mut u64, most_nodes: i64, most_arcs: i64) -> Network {
    let nodes = usize::try_from(random(state, 2, most_nodes)).unwrap();
    let mut network = Network::new(nodes);
    // Few different costs and capacities make many ties, which are the hard cases.
    let (costs, capacities) = if random(state, 0, 1) == 0 { (2, 2) } else { (50, 9) };
    for _ in 0..random(state, 0, most_arcs) {
        let (from, to) = (random_node(state, nodes), random_node(state, nodes));
        if from != to {
            network.add_arc(from, to, random(state, 0, capacities), random(state, -costs, costs)).unwrap();
        }
    }
    network
}

#[test]
fn sends_only_what_lowers_the_cost() {
    let network = network(4, &[(0, 1, 5, -3), (0, 1, 5, 1), (0, 2, 4, 2), (1, 3, 8, 1), (2, 3, 9, -2)]);
    let solution = solve(&network, 0, 3);
    assert_eq!((solution.flows(), solution.amount(), solution.cost()), (&[5, 0, 0, 5, 0][..], 5, -10));
}

#[test]
fn sends_nothing_at_a_cost_and_through_nothing() {
    let dear = network(2, &[(0, 1, 5, 1)]);
    assert_eq!(solve(&dear, 0, 1).amount(), 0);
    let closed = network(3, &[(0, 1, 0, -9), (1, 2, 7, -9)]);
    assert_eq!(solve(&closed, 0, 2).cost(), 0);
    assert_eq!(solve(&network(2, &[]), 0, 1).cost(), 0);
}

#[test]
fn ways_that_do_not_come_back_carry_nothing() {
    // Node 2 leads nowhere, node 3 comes from nowhere, and the source leads only to node 2.
    let network = network(5, &[(0, 2, 5, -100), (3, 1, 5, -100), (4, 0, 5, -100), (1, 4, 0, -100)]);
    assert_eq!(solve(&network, 0, 1).flows(), [0; 4]);
}

#[test]
fn a_rewarding_round_trip_is_taken_even_away_from_the_source() {
    let network = network(5, &[(2, 3, 4, -5), (3, 4, 3, 1), (4, 2, 9, 1), (0, 2, 9, 0)]);
    let solution = solve(&network, 0, 1);
    assert_eq!((solution.flows(), solution.amount(), solution.cost()), (&[3, 3, 3, 0][..], 0, -9));
}

#[test]
fn flow_back_from_the_sink_is_counted_off_the_amount() {
    let network = network(3, &[(0, 1, 5, -3), (1, 0, 4, -1), (1, 2, 3, -1), (2, 0, 3, 0)]);
    let solution = solve(&network, 0, 1);
    assert_eq!((solution.cost(), solution.flows()), (-20, &[5, 4, 1, 1][..]));
    assert_eq!(solution.amount(), 0);
}

#[test]
fn agrees_with_cancelling_cycles() {
    let mut state = 1;
    for _ in 0..1500 {
        let network = random_network(&mut state, 9, 30);
        assert_eq!(solve(&network, 0, 1).cost(), cost_by_cancelling(&network, 0, 1), "{network:?}");
    }
}

#[test]
fn proves_larger_networks_and_repeats_them() {
    let mut state = 2;
    for _ in 0..40 {
        let network = random_network(&mut state, 200, 4000);
        let solution = solve(&network, 1, 0);
        assert_eq!(solution, network.clone().solve(1, 0).unwrap());
    }
}

#[test]
fn gains_are_what_one_more_unit_brings() {
    let mut state = 3;
    for _ in 0..400 {
        let network = random_network(&mut state, 8, 24);
        let solution = solve(&network, 0, 1);
        let arcs: Vec<ArcId> = (0..network.from.len()).map(|arc| ArcId(narrow(arc))).collect();
        let gains = solution.gains_of_one_more(&network, &arcs);
        for (arc, gain) in arcs.iter().zip(gains) {
            let mut wider = network.clone();
            wider.capacity[arc.index()] += 1;
            assert_eq!(gain, solution.cost() - solve(&wider, 0, 1).cost(), "arc {arc:?} of {network:?}");
        }
    }
}

#[test]
fn a_wrong_solution_is_not_optimal() {
    let network = network(3, &[(0, 1, 5, -3), (1, 2, 5, 1)]);
    let right = solve(&network, 0, 2);
    let wrong = |change: &dyn Fn(&mut Solution)| {
        let mut solution = right.clone();
        change(&mut solution);
        solution.is_optimal(&network)
    };
    assert!(wrong(&|_| ()));
    assert!(!wrong(&|solution| solution.flow[0] = 4));
    assert!(!wrong(&|solution| solution.amount = 4));
    assert!(!wrong(&|solution| solution.cost += 1));
    assert!(!wrong(&|solution| solution.potential[1] += 10));
    assert!(!wrong(&|solution| solution.flow = vec![6, 6]));
    assert!(!wrong(&|solution| solution.flow.truncate(1)));
    assert!(!wrong(&|solution| (solution.flow, solution.amount, solution.cost) = (vec![0, 0], 0, 0)));
}

#[test]
fn refuses_what_could_overflow() {
    let mut network = Network::new(3);
    assert_eq!(network.add_arc(0, 3, 1, 1), Err(FlowError::UnknownNode { node: 3, nodes: 3 }));
    assert_eq!(network.add_arc(1, 1, 1, 1), Err(FlowError::SelfLoop { node: 1 }));
    assert_eq!(network.add_arc(0, 1, -1, 1), Err(FlowError::NegativeCapacity { capacity: -1 }));
    assert_eq!(network.add_arc(0, 1, 1, i64::MIN), Err(FlowError::CostTooLarge { cost: i64::MIN }));
    assert_eq!(network.solve(0, 9), Err(FlowError::UnknownNode { node: 9, nodes: 3 }));
    assert_eq!(network.solve(2, 2), Err(FlowError::SelfLoop { node: 2 }));
    network.add_arc(0, 1, i64::MAX / 4, 5).unwrap();
    assert_eq!(network.solve(0, 1), Err(FlowError::TotalCostTooLarge));
    let mut wide = Network::new(2);
    wide.add_arc(0, 1, i64::MAX, 0).unwrap();
    assert_eq!(wide.solve(0, 1), Err(FlowError::AmountTooLarge));
    assert_eq!(Network::new(usize::MAX).add_arc(0, 1, 1, 0), Err(FlowError::TooManyParts));
    assert_eq!(Network::new(usize::MAX).solve(0, 1), Err(FlowError::TooManyParts));
    assert_eq!(wide.solve(0, 0).unwrap_err().to_string(), "an arc leads from node 0 to itself");
}

#[test]
fn solves_with_the_greatest_costs_that_are_allowed() {
    let mut state = 4;
    for _ in 0..500 {
        let mut network = Network::new(6);
        let greatest = i64::MAX / 8 / 8;
        for _ in 0..60 {
            let (from, to) = (random_node(&mut state, 6), random_node(&mut state, 6));
            if from != to {
                let cost = [-greatest, greatest, greatest - 1, 1 - greatest, 0][random_node(&mut state, 5)];
                network.add_arc(from, to, 1, cost).unwrap();
            }
        }
        assert_eq!(network.add_arc(0, 1, 1, greatest + 1), Err(FlowError::CostTooLarge { cost: greatest + 1 }));
        let solution = solve(&network, 0, 1);
        let arcs: Vec<ArcId> = (0..network.from.len()).map(|arc| ArcId(narrow(arc))).collect();
        assert!(solution.gains_of_one_more(&network, &arcs).iter().all(|&gain| gain >= 0));
    }
}
