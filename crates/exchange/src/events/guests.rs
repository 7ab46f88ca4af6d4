//! Whom an event invites: businesses by park and occupation, colleges by programme.

use crate::Exchange;
use crate::error::Result;
use crate::training::public;
use sanviec_domain::event::EventContent;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_store::{demands, organisations};
use std::collections::BTreeSet;

/// Organisations read at once.
const CHUNK: u64 = 500;

/// Whether a code of work is one that an event is about.
fn is_about(content: &EventContent, occupation: &str) -> bool {
    content.occupations.is_empty() || content.occupations.iter().any(|wanted| occupation.starts_with(wanted.as_str()))
}

/// How many an event would invite.
pub async fn count(exchange: &Exchange, content: &EventContent) -> Result<u64> {
    Ok(guests(exchange, content).await?.len() as u64)
}

/// The verified organisations that an event is meant for: of its parks, or with a need or a programme in its
/// occupations; everybody where it names neither.
pub(crate) async fn guests(exchange: &Exchange, content: &EventContent) -> Result<Vec<OrganisationId>> {
    let conn = exchange.store.reader();
    let mut guests = Vec::new();
    let needing: BTreeSet<OrganisationId> = demands::standing(conn)
        .await?
        .into_iter()
        .filter(|demand| is_about(content, &demand.content.occupation))
        .map(|demand| demand.business)
        .collect();
    let teaching: BTreeSet<OrganisationId> = public::all(exchange)
        .await?
        .into_iter()
        .filter(|programme| programme.content.occupations.iter().any(|code| is_about(content, code)))
        .map(|programme| programme.college.id)
        .collect();
    for kind in [OrganisationKind::Employer, OrganisationKind::College] {
        let mut after = None;
        loop {
            let found = organisations::list(conn, kind, after, CHUNK).await?;
            let is_last = (found.len() as u64) < CHUNK;
            after = found.last().map(|organisation| organisation.id);
            for organisation in found.into_iter().filter(|organisation| organisation.state == OrganisationState::Verified) {
                let park = organisation.profile.place.as_ref().and_then(|place| place.park.as_ref());
                let is_meant = match kind {
                    OrganisationKind::College => content.occupations.is_empty() || teaching.contains(&organisation.id),
                    _ => {
                        let is_there = content.parks.is_empty() || park.is_some_and(|park| content.parks.contains(park));
                        is_there && (content.occupations.is_empty() || needing.contains(&organisation.id))
                    }
                };
                if is_meant {
                    guests.push(organisation.id);
                }
            }
            if is_last {
                break;
            }
        }
    }
    Ok(guests)
}
