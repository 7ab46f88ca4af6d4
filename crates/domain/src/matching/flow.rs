//! Minimum-cost flow over whole numbers, where the amount sent is free.
//!
//! [`Network::solve`] looks for the flow from a source to a sink of the least total cost, whatever its amount: flow is pushed as long as it lowers the cost.
//! This is the minimum-cost circulation of the network with a free return arc from the sink to the source. The method is the primal network simplex with
//! strongly feasible trees (see the `simplex` module for the papers). It is exact, always ends, and is deterministic: the same network, with its arcs added
//! in the same order, gives the same flow and the same potentials at each run and on each machine.

mod marginal;
mod simplex;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::fmt;

/// The place of an arc in its network, in the order of the calls to [`Network::add_arc`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcId(u32);

impl ArcId {
    /// The index of the arc: 0 for the first arc added, and so on.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Why a network is refused. Every bound is checked before solving, so that no sum can overflow while solving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlowError {
    /// An arc, or the source or the sink, names a node that the network does not have.
    UnknownNode {
        /// Which node.
        node: usize,
        /// How many nodes there are.
        nodes: usize,
    },
    /// An arc, or the return arc from the sink to the source, leads from a node to itself.
    SelfLoop {
        /// Which node.
        node: usize,
    },
    /// The capacity of an arc is below zero.
    NegativeCapacity {
        /// The capacity.
        capacity: i64,
    },
    /// More nodes and arcs together than 32-bit indices can name.
    TooManyParts,
    /// The greatest cost of an arc times the number of nodes does not fit: potentials could overflow.
    CostTooLarge {
        /// The cost.
        cost: i64,
    },
    /// The sum over all arcs of capacity times cost (without its sign) does not fit in 63 bits: the total cost could overflow.
    TotalCostTooLarge,
    /// The capacities of the arcs leaving the source add up to more than 62 bits: the amount could overflow.
    AmountTooLarge,
}

impl fmt::Display for FlowError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownNode { node, nodes } => write!(formatter, "node {node} is not among the {nodes} nodes of the network"),
            Self::SelfLoop { node } => write!(formatter, "an arc leads from node {node} to itself"),
            Self::NegativeCapacity { capacity } => write!(formatter, "the capacity {capacity} is below zero"),
            Self::TooManyParts => formatter.write_str("the network has too many nodes and arcs"),
            Self::CostTooLarge { cost } => write!(formatter, "the cost {cost} is too large for the number of nodes"),
            Self::TotalCostTooLarge => formatter.write_str("the sum of capacity times cost is too large"),
            Self::AmountTooLarge => formatter.write_str("the capacity leaving the source is too large"),
        }
    }
}

impl Error for FlowError {}

/// A directed network with a capacity and a cost for each unit of flow on each arc. Parallel arcs are allowed.
///
/// The arcs are kept as parallel arrays, because the solver scans a few of their properties very often.
#[derive(Debug, Clone, Default)]
pub struct Network {
    nodes: usize,
    from: Vec<u32>,
    to: Vec<u32>,
    capacity: Vec<i64>,
    cost: Vec<i64>,
}

/// A flow of minimum cost, with the potentials (dual prices) that prove it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    source: usize,
    sink: usize,
    flow: Vec<i64>,
    potential: Vec<i64>,
    amount: i64,
    cost: i64,
    pivots: u64,
}

impl Network {
    /// An empty network with nodes `0..nodes`. Too great a number is refused by [`Network::add_arc`] and [`Network::solve`].
    #[must_use]
    pub fn new(nodes: usize) -> Self {
        Self { nodes, ..Self::default() }
    }

    /// Makes room for `additional` arcs at once.
    pub fn reserve(&mut self, additional: usize) {
        self.from.reserve(additional);
        self.to.reserve(additional);
        self.capacity.reserve(additional);
        self.cost.reserve(additional);
    }

    /// Adds an arc that carries from 0 to `capacity` units at `cost` for each unit (a reward if below zero).
    ///
    /// # Errors
    /// [`FlowError::UnknownNode`], [`FlowError::SelfLoop`], [`FlowError::NegativeCapacity`], [`FlowError::TooManyParts`], or
    /// [`FlowError::CostTooLarge`].
    pub fn add_arc(&mut self, from: usize, to: usize, capacity: i64, cost: i64) -> Result<ArcId, FlowError> {
        let (tail, head) = (self.node(from)?, self.node(to)?);
        if tail == head {
            return Err(FlowError::SelfLoop { node: from });
        }
        if capacity < 0 {
            return Err(FlowError::NegativeCapacity { capacity });
        }
        // Potentials are sums of at most one arc for each node, and reduced costs and distances are sums of a few potentials.
        if i128::from(cost.unsigned_abs()) * (self.nodes as i128 + 2) > i128::from(i64::MAX) / 8 {
            return Err(FlowError::CostTooLarge { cost });
        }
        self.check_parts(self.from.len() + 1)?;
        let index = u32::try_from(self.from.len()).map_err(|_| FlowError::TooManyParts)?;
        self.from.push(tail);
        self.to.push(head);
        self.capacity.push(capacity);
        self.cost.push(cost);
        Ok(ArcId(index))
    }

    /// The number of nodes.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// All arcs in their order: from, to, capacity, cost.
    pub fn arcs(&self) -> impl Iterator<Item = (usize, usize, i64, i64)> + '_ {
        let ends = self.from.iter().zip(&self.to);
        ends.zip(self.capacity.iter().zip(&self.cost))
            .map(|((&from, &to), (&capacity, &cost))| (from as usize, to as usize, capacity, cost))
    }

    /// Finds a flow from `source` to `sink` of the least total cost; its amount is free, and zero if no flow lowers the cost.
    ///
    /// # Errors
    /// [`FlowError::UnknownNode`] or [`FlowError::SelfLoop`] for the source and sink, [`FlowError::TooManyParts`], [`FlowError::TotalCostTooLarge`], or
    /// [`FlowError::AmountTooLarge`].
    pub fn solve(&self, source: usize, sink: usize) -> Result<Solution, FlowError> {
        let (first, last) = (self.node(source)?, self.node(sink)?);
        if first == last {
            return Err(FlowError::SelfLoop { node: source });
        }
        self.check_parts(self.from.len())?;
        self.check_sums(first)?;
        let (flow, potential, amount, pivots) = simplex::solve(self, first, last);
        let cost = self.cost.iter().zip(&flow).map(|(&cost, &units)| cost * units).sum();
        Ok(Solution {
            source,
            sink,
            flow,
            potential,
            amount,
            cost,
            pivots,
        })
    }

    fn node(&self, node: usize) -> Result<u32, FlowError> {
        if node >= self.nodes {
            return Err(FlowError::UnknownNode { node, nodes: self.nodes });
        }
        u32::try_from(node).map_err(|_| FlowError::TooManyParts)
    }

    fn check_parts(&self, arcs: usize) -> Result<(), FlowError> {
        // Beside the arcs, the solver numbers an artificial arc for each node, an artificial node, the return arc, and a mark for "none".
        let parts = arcs.saturating_add(self.nodes).saturating_add(3);
        if u32::try_from(parts).is_ok() { Ok(()) } else { Err(FlowError::TooManyParts) }
    }

    fn check_sums(&self, source: u32) -> Result<(), FlowError> {
        // Each product is below 2^126 and each partial sum is checked, so that even the check cannot overflow.
        let mut total: i128 = 0;
        let mut leaving: i128 = 0;
        for ((&capacity, &cost), &from) in self.capacity.iter().zip(&self.cost).zip(&self.from) {
            total += i128::from(capacity) * i128::from(cost.unsigned_abs());
            leaving += if from == source { i128::from(capacity) } else { 0 };
            if total > i128::from(i64::MAX) {
                return Err(FlowError::TotalCostTooLarge);
            }
        }
        if leaving > i128::from(i64::MAX / 2) { Err(FlowError::AmountTooLarge) } else { Ok(()) }
    }
}

impl Solution {
    /// The flow of an arc, in units.
    ///
    /// # Panics
    /// If the arc belongs to another, larger network.
    #[must_use]
    pub fn flow(&self, arc: ArcId) -> i64 {
        self.flow[arc.index()]
    }

    /// The flow of each arc, in units, in the order of the arcs.
    #[must_use]
    pub fn flows(&self) -> &[i64] {
        &self.flow
    }

    /// The potential of each node, in units of cost; the reduced cost of an arc is its cost, plus the potential of its tail, less that of its head.
    ///
    /// Only differences of potentials have a meaning. With ties there are several valid potentials, and these are one of them: for what one more unit of
    /// capacity would bring, ask [`Solution::gains_of_one_more`].
    #[must_use]
    pub fn potentials(&self) -> &[i64] {
        &self.potential
    }

    /// The units sent from the source to the sink.
    #[must_use]
    pub fn amount(&self) -> i64 {
        self.amount
    }

    /// The total cost of the flow; never above zero, since sending nothing costs nothing.
    #[must_use]
    pub fn cost(&self) -> i64 {
        self.cost
    }

    /// How many pivots the simplex method took.
    #[must_use]
    pub fn pivots(&self) -> u64 {
        self.pivots
    }

    /// Proves that this is a flow of `network` of minimum cost: capacities hold, nothing is lost on the way, and complementary slackness holds: an arc with
    /// room left has no reduced cost below zero, and an arc in use has none above zero. The return arc counts as an arc of cost zero with room left.
    #[must_use]
    pub fn is_optimal(&self, network: &Network) -> bool {
        if self.flow.len() != network.from.len() || self.potential.len() != network.nodes {
            return false;
        }
        let mut balance = vec![0_i128; network.nodes];
        balance[self.sink] -= i128::from(self.amount);
        balance[self.source] += i128::from(self.amount);
        let mut cost = 0_i128;
        let slack = |from: usize, to: usize, price: i64| i128::from(price) + i128::from(self.potential[from]) - i128::from(self.potential[to]);
        let returned = slack(self.sink, self.source, 0);
        let mut optimal = self.amount >= 0 && returned >= 0 && (self.amount == 0 || returned == 0);
        for ((from, to, capacity, price), &units) in network.arcs().zip(&self.flow) {
            let reduced = slack(from, to, price);
            optimal &= (0..=capacity).contains(&units) && (units == capacity || reduced >= 0) && (units == 0 || reduced <= 0);
            balance[from] -= i128::from(units);
            balance[to] += i128::from(units);
            cost += i128::from(price) * i128::from(units);
        }
        optimal && cost == i128::from(self.cost) && balance.iter().all(|&units| units == 0)
    }
}

/// The index of a node or an arc as it is kept; [`FlowError::TooManyParts`] guards the bounds.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
