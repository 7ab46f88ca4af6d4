//! Every page, rendered with sample data in every language it has, and read as a browser reads it.

mod checks;
mod gallery;
mod public;
mod staff;
mod weight;
