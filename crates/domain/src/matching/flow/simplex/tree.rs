//! The spanning tree of the simplex method.
//!
//! Beside its parent, each node knows its place in one round list of all nodes, in which each node stands right before all that are below it. So a part of the
//! tree is a run of that list, and a cut part is hung elsewhere by cutting and joining a few runs: R. S. Barr, F. Glover and D. Klingman, "Enhancements of
//! spanning tree labelling procedures for network optimization", INFOR 17 (1979).

use super::{NONE, narrow};

pub(super) struct Tree {
    pub(super) parent: Vec<u32>,
    /// The arc between a node and its parent.
    pub(super) arc: Vec<u32>,
    /// Whether that arc leads from the node up to its parent.
    pub(super) upward: Vec<bool>,
    /// How many nodes a node and all below it are.
    pub(super) size: Vec<u32>,
    /// The node after each node in the list, the node before it, and the last of all nodes below it (itself if none).
    pub(super) next: Vec<u32>,
    previous: Vec<u32>,
    pub(super) last: Vec<u32>,
}

impl Tree {
    /// A tree from the parent of each node, the arc to it, and whether that leads upward; `order` has the root first and each parent before its children.
    pub(super) fn new(parent: Vec<u32>, arc: Vec<u32>, upward: Vec<bool>, order: &[u32]) -> Self {
        let nodes = parent.len();
        let mut size = vec![1; nodes];
        for &node in order.iter().rev() {
            let below = size[node as usize];
            if let Some(above) = size.get_mut(parent[node as usize] as usize) {
                *above += below;
            }
        }
        // Where each node stands in the list, and where the next of its children will.
        let (mut place, mut free) = (vec![0; nodes], vec![1; nodes]);
        for &node in order {
            let here = node as usize;
            if let Some(free) = free.get_mut(parent[here] as usize) {
                place[here] = *free;
                *free += size[here] as usize;
            }
            free[here] = place[here] + 1;
        }
        let mut list = vec![NONE; nodes];
        for (node, &place) in place.iter().enumerate() {
            list[place] = narrow(node);
        }
        let ends = (0..nodes).map(|node| list[place[node] + size[node] as usize - 1]).collect();
        let next = place.iter().map(|place| list[(place + 1) % nodes]).collect();
        let previous = place.iter().map(|place| list[(place + nodes - 1) % nodes]).collect();
        Self {
            parent,
            arc,
            upward,
            size,
            next,
            previous,
            last: ends,
        }
    }

    /// Cuts the tree above `cut`, turns the part round, and hangs it by `node` (which is in it) under `parent` (which is not) with an arc and its direction.
    /// The `join` is the lowest node above both.
    pub(super) fn rehang(&mut self, node: u32, parent: u32, arc: (u32, bool), cut: u32, join: u32) {
        self.take_out(cut, join);
        let moved = self.size[cut as usize];
        // The nodes from `node` up to `cut` will follow each other downwards. Each keeps what is below it, except for the part it was reached from: that is
        // taken out of its run, and the rest is put at the end of the new list. All ends and neighbours are those of the old list.
        let (mut here, mut above, mut up, mut reached) = (node, parent, arc, 0);
        let (mut before, mut end) = (self.previous[node as usize], self.last[node as usize]);
        let mut after = self.next[end as usize];
        loop {
            let old_above = std::mem::replace(&mut self.parent[here as usize], above);
            let old_arc = std::mem::replace(&mut self.arc[here as usize], up.0);
            let old_upward = std::mem::replace(&mut self.upward[here as usize], up.1);
            let old_size = std::mem::replace(&mut self.size[here as usize], moved - reached);
            if here == cut {
                break;
            }
            let (old_end, above_end) = (self.last[here as usize], self.last[old_above as usize]);
            let above_before = self.previous[old_above as usize];
            let above_after = if above_end == old_end { after } else { self.next[above_end as usize] };
            if above_end != old_end {
                self.connect(before, after);
            }
            self.connect(end, old_above);
            end = if above_end == old_end { before } else { above_end };
            (before, after, reached) = (above_before, above_after, old_size);
            (above, here, up) = (here, old_above, (old_arc, !old_upward));
        }
        let mut here = cut;
        while here != parent {
            self.last[here as usize] = end;
            here = self.parent[here as usize];
        }
        self.put_in(node, end, parent, join, moved);
    }

    /// Takes a node and all below it out of the list, and out of the sizes and ends of the nodes above it. What is above the join gets its size back at once.
    fn take_out(&mut self, cut: u32, join: u32) {
        let (before, end) = (self.previous[cut as usize], self.last[cut as usize]);
        self.connect(before, self.next[end as usize]);
        let mut here = self.parent[cut as usize];
        while here != join {
            self.size[here as usize] -= self.size[cut as usize];
            here = self.parent[here as usize];
        }
        self.replace_end(self.parent[cut as usize], end, before);
    }

    /// Puts a run of `moved` nodes, from `node` to `end`, right after its parent into the list, the sizes, and the ends.
    fn put_in(&mut self, node: u32, end: u32, parent: u32, join: u32, moved: u32) {
        let after = self.next[parent as usize];
        self.connect(parent, node);
        self.connect(end, after);
        let mut here = parent;
        while here != join {
            self.size[here as usize] += moved;
            here = self.parent[here as usize];
        }
        self.replace_end(parent, parent, end);
    }

    fn replace_end(&mut self, mut node: u32, old: u32, new: u32) {
        while let Some(last) = self.last.get_mut(node as usize)
            && *last == old
        {
            *last = new;
            node = self.parent[node as usize];
        }
    }

    fn connect(&mut self, before: u32, after: u32) {
        self.next[before as usize] = after;
        self.previous[after as usize] = before;
    }
}
