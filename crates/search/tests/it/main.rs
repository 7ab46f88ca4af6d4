//! The index from outside: a small corpus that reads like the real one, and properties.

mod corpus;
mod finding;
mod keeping;
mod properties;
