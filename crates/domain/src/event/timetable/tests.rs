//! Rules, optimality and errors of the timetable.

mod fixed;
mod hand_made;
mod optimum;
mod random;
mod support;
