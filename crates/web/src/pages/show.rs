//! From a vacancy's record to what its page shows: the names behind the codes.

use crate::App;
use crate::visit::Visit;
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::text::slug;
use sanviec_domain::time::vietnam_date;
use sanviec_domain::vacancy::VacancyContent;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::indexing;
use sanviec_exchange::vacancies::read::VacancyView as Read;
use sanviec_render::card::VacancyCard;
use sanviec_render::chrome::localised;
use sanviec_render::pages::{Change, EmployerBox, VacancyView, Version, changes};

/// The words of a vacancy's page that are made here; the page itself borrows them.
pub struct Named {
    slug: String,
    short: String,
    long: String,
    former: Option<String>,
    commune: Option<String>,
    province: String,
    occupation: Option<String>,
    address: String,
    open_vacancies: u64,
}

impl Named {
    /// Looks the names up.
    pub fn of(app: &App, view: &Read, locale: Locale, open_vacancies: u64) -> Self {
        let (reference, content) = (&app.exchange.reference, &view.vacancy.content);
        let place = content.place.as_ref();
        let commune = place.and_then(|place| place.commune);
        Self {
            slug: slug(&content.title),
            short: place.map(|place| reference.place_short(place)).unwrap_or_default(),
            long: place.map(|place| reference.place_label(place)).unwrap_or_default(),
            former: commune.and_then(|code| reference.former_hint(code)),
            commune: commune.and_then(|code| reference.commune(code)).map(|commune| commune.name.clone()),
            province: place
                .and_then(|place| reference.province(place.province))
                .map(|province| province.name.clone())
                .unwrap_or_default(),
            occupation: content.occupation.as_deref().and_then(|code| reference.occupation_name(code, locale)).map(str::to_owned),
            address: view.employer.profile.place.as_ref().map(|place| reference.place_label(place)).unwrap_or_default(),
            open_vacancies,
        }
    }

    /// The employer's box. `linked` where it has a public page.
    pub fn employer<'a>(&'a self, view: &'a Read, locale: Locale) -> EmployerBox<'a> {
        let verified = view.employer.state == OrganisationState::Verified;
        EmployerBox {
            href: verified.then(|| localised(&format!("/doanh-nghiep/{}-{}", view.employer.id, slug(&view.employer.name)), locale)),
            name: &view.employer.name,
            verified,
            workforce: view.employer.profile.workforce,
            address: &self.address,
            open_vacancies: self.open_vacancies,
            answers: None,
            sample: indexing::shows_sample(&view.employer),
        }
    }

    /// The vacancy as its page shows it.
    pub fn view<'a>(&'a self, app: &App, view: &'a Read, locale: Locale) -> VacancyView<'a> {
        VacancyView {
            number: view.vacancy.number,
            slug: &self.slug,
            content: &view.vacancy.content,
            state: view.vacancy.state,
            closed: view.vacancy.closed_reason,
            employer: self.employer(view, locale),
            place_short: &self.short,
            place_long: &self.long,
            place_former: self.former.as_deref(),
            commune: self.commune.as_deref(),
            province: &self.province,
            occupation: self.occupation.as_deref(),
            published_on: view.vacancy.published_at.map(vietnam_date),
            today: app.exchange.clock.today(),
        }
    }
}

/// What changes between two texts of a vacancy, in words.
pub fn changes_between(visit: &Visit, old: &VacancyContent, new: &VacancyContent) -> Vec<Change> {
    let reference = &visit.app.exchange.reference;
    let place = |content: &VacancyContent| content.place.as_ref().map(|place| reference.place_label(place)).unwrap_or_default();
    let occupation = |content: &VacancyContent| {
        content
            .occupation
            .as_deref()
            .and_then(|code| reference.occupation_name(code, visit.locale))
            .unwrap_or_default()
    };
    let (places, occupations) = ([place(old), place(new)], [occupation(old), occupation(new)]);
    let version = |content, at: usize| Version {
        content,
        place: &places[at],
        occupation: occupations[at],
    };
    changes(&version(old, 0), &version(new, 1), visit.texts())
}

/// A vacancy as a row of a list.
pub fn card(app: &App, view: &Read) -> VacancyCard {
    indexing::card(&view.vacancy, &view.employer, &app.exchange.reference)
}

/// Occupation codes for a title in words, the likeliest first; those that are known already stand before them:
/// (code, "7531 Thợ may").
pub fn occupations_for(visit: &Visit, known: Option<&str>, title: &str, most: usize) -> Vec<(String, String)> {
    let reference = &visit.app.exchange.reference;
    let mut codes: Vec<String> = known.map(str::to_owned).into_iter().collect();
    let folded = reference.propose_occupations(&sanviec_domain::text::fold(title), most);
    for proposal in folded.into_iter().chain(reference.propose_occupations(title, most)) {
        if !codes.contains(&proposal.code) && codes.len() < most {
            codes.push(proposal.code);
        }
    }
    codes
        .into_iter()
        .filter_map(|code| reference.occupation_name(&code, visit.locale).map(|name| (code.clone(), format!("{code} {name}"))))
        .collect()
}

/// The words of a vocabulary as options.
pub fn options<V: Vocabulary>(locale: Locale) -> Vec<(String, String)> {
    V::ALL.iter().map(|word| (word.key().to_owned(), word.label(locale).to_owned())).collect()
}

/// The communes of the centre's province as options.
pub fn communes(app: &App) -> Vec<(String, String)> {
    let reference = &app.exchange.reference;
    reference
        .communes_of(reference.home())
        .map(|commune| (commune.code.to_string(), format!("{} {}", commune.kind.word(), commune.name)))
        .collect()
}

/// The parks as options.
pub fn parks(app: &App) -> Vec<(String, String)> {
    app.exchange.reference.parks().iter().map(|park| (park.slug.to_string(), park.name.clone())).collect()
}
