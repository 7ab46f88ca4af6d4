//! The use cases from outside, over a real database and a real index.

mod province;
mod world;
