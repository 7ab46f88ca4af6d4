//! Letters about people who started work: to the business whose report the person objects to. What sides of an
//! agreement are told goes with their partnership.

use super::notices::{APPLICATION, Outgoing, to_employer, vacancy_and_employer};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::ids::PlacementId;
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_render::mail::{Notice, PartnershipNotice, PartnershipStory};

/// To the business: the person says that they have not started.
pub(super) async fn of_denial(exchange: &Exchange, id: PlacementId) -> Result<Vec<Outgoing>> {
    let found = sanviec_store::placements::find(exchange.store.reader(), id).await?;
    let placement = found.ok_or(ExchangeError::NotFound)?;
    let (Some(vacancy), Some(application)) = (placement.vacancy, placement.application) else {
        return Ok(Vec::new());
    };
    let (vacancy, employer) = vacancy_and_employer(exchange, vacancy).await?;
    let lines: Vec<String> = placement.denial.map(|denial| format!("{}.", denial.label(Locale::Vi))).into_iter().collect();
    let notice = Notice::Partnership(PartnershipNotice {
        story: PartnershipStory::HireDenied,
        name: &vacancy.content.title,
        lines: &lines,
        url: &format!("{}/ntd/don/{application}", exchange.settings.site.base_url),
    });
    to_employer(exchange, &employer, Some(&vacancy.content), &notice, APPLICATION).await
}
