//! The board of supply and demand of an event, from what is brought to it.

use super::fits::Brought;
use sanviec_domain::event::board::{BoardRow, board};
use sanviec_domain::partnership::Side;
use sanviec_store::registrations::RegistrationRecord;

/// The rows of the board.
pub(crate) fn rows(brought: &Brought, registrations: &[RegistrationRecord]) -> Vec<BoardRow> {
    let coming = |side: Side| {
        registrations
            .iter()
            .filter(move |registration| registration.side == side && registration.state.takes_part())
    };
    let needs: Vec<(&str, u32)> = coming(Side::Business)
        .flat_map(|registration| brought.needs(registration.id))
        .map(|need| (need.content.occupation.as_str(), need.content.headcount))
        .collect();
    let supplies: Vec<(&[String], u32)> = coming(Side::College)
        .flat_map(|registration| brought.cohorts(registration.id))
        .map(|seen| (seen.programme.content.occupations.as_slice(), seen.cohort.unplaced))
        .collect();
    board(&needs, &supplies)
}
