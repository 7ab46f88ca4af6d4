//! Invented employers in real parks and communes, with what form 03 asks for.

use super::jobs::{Branch, EMPLOYERS_OF};
use super::names;
use super::random::{Dice, Stream, Zipf};
use super::{Corpus, CorpusOptions};
use sanviec_domain::contact::{Email, PersonName, Phone, TaxCode};
use sanviec_domain::organisation::{OrganisationProfile, Subject};
use sanviec_domain::place::{Place, ProvinceCode};
use sanviec_domain::reference::Reference;
use sanviec_domain::text::slug;
use sanviec_domain::vocabulary::{EmployerService, OwnershipKind, Workforce};

/// An invented employer.
#[derive(Clone, Debug)]
pub struct GeneratedEmployer {
    /// Its number in the corpus.
    pub index: usize,
    /// Marked "(mẫu)".
    pub name: String,
    /// With a valid check digit, from the range 99…, in which none are issued.
    pub tax_code: TaxCode,
    /// Form 03.
    pub profile: OrganisationProfile,
    pub(super) branch: Branch,
}

/// The places where employers are, by how likely they are.
#[derive(Debug)]
pub(super) struct Sites {
    parks: Vec<(Place, u32)>,
    communes: Vec<(Place, bool)>,
    commune_ranks: Zipf,
    elsewhere: Vec<(Vec<Place>, u32)>,
}

impl Sites {
    /// Parks by what runs there today, communes of the home province in a fixed order of size of
    /// demand, and four provinces near by.
    pub fn new(reference: &Reference) -> Self {
        let home = reference.home();
        let parks = reference
            .parks()
            .iter()
            .filter(|park| park.kind != "KKT" && !park.commune_codes.is_empty() && park.province_code == home);
        let parks = parks
            .map(|park| {
                let running = park.status.contains("đang hoạt động");
                let weight = if running { 12 + (park.area_ha.unwrap_or_default() / 25.0) as u32 } else { 1 };
                (
                    Place {
                        province: home,
                        commune: park.commune_codes.first().copied(),
                        park: Some(park.slug.clone()),
                        street: String::new(),
                    },
                    weight,
                )
            })
            .collect();
        let mut communes: Vec<(Place, bool)> = reference
            .communes_of(home)
            .map(|commune| (in_commune(home, commune.code), commune.kind.word() == "phường"))
            .collect();
        // Wards and the old district towns hire most; the rest in a mixed but fixed order.
        communes.sort_by_key(|(place, ward)| {
            (
                !ward,
                place
                    .commune
                    .map(|code| code.as_str().bytes().fold(7u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()))),
            )
        });
        let near = [
            ("Hải Phòng", 5),
            ("Bắc Ninh", 5),
            ("Hà Nội", 6),
            ("Ninh Bình", 4),
            ("Quảng Ninh", 2),
            ("Phú Thọ", 1),
            ("Hồ Chí Minh", 2),
            ("Đồng Nai", 1),
        ];
        let elsewhere = near
            .into_iter()
            .filter_map(|(name, weight)| {
                let province = reference.provinces().iter().find(|province| province.name == name)?.code;
                Some((reference.communes_of(province).map(|commune| in_commune(province, commune.code)).collect(), weight))
            })
            .collect();
        let commune_ranks = Zipf::new(communes.len(), 0.9, 4.0);
        Self {
            parks,
            communes,
            commune_ranks,
            elsewhere,
        }
    }

    /// A place for an employer of a branch, with whether it is in a town.
    pub fn draw(&self, dice: &mut Dice, branch: Branch) -> (Place, bool) {
        if dice.percent(8) {
            let communes: &Vec<Place> = dice.weighted(&self.elsewhere);
            return (dice.pick(communes).clone(), true);
        }
        let in_park = if branch.is_factory() { 66 } else { 8 };
        if dice.percent(in_park) {
            return (dice.weighted(&self.parks).clone(), false);
        }
        self.communes[self.commune_ranks.draw(dice)].clone()
    }

    /// A commune of the home province for a person.
    pub fn commune(&self, dice: &mut Dice) -> Place {
        self.communes[Zipf::draw(&self.commune_ranks, dice)].0.clone()
    }
}

fn in_commune(province: ProvinceCode, commune: sanviec_domain::place::CommuneCode) -> Place {
    Place {
        province,
        commune: Some(commune),
        park: None,
        street: String::new(),
    }
}

/// A telephone number that nobody has: no carrier was given 030 and 031 (plan of TT 22/2014, new
/// prefixes of 2018).
pub(super) fn phone(dice: &mut Dice) -> Phone {
    format!("03{}{:07}", dice.below(2), dice.below(10_000_000)).parse().expect("ten digits beginning with 03")
}

/// A tax code out of the range 99 0000000 to 99 9999999.
fn tax_code(index: usize) -> TaxCode {
    // Of two codes that differ only in an even last digit and the one after it, one is valid.
    let code = |nine: usize| -> Option<TaxCode> {
        let nine = format!("99{:07}", nine % 10_000_000);
        let digits: Vec<u32> = nine.chars().filter_map(|c| c.to_digit(10)).collect();
        format!("{nine}{}", TaxCode::check_digit(&digits)?).parse().ok()
    };
    code(index * 2).or_else(|| code(index * 2 + 1)).expect("one of two neighbours has a check digit")
}

impl Corpus {
    /// All employers of the corpus.
    pub(super) fn make_employers(reference: &Reference, seed: u64, options: &CorpusOptions, sites: &Sites, tail: &Zipf) -> Vec<GeneratedEmployer> {
        let mut names_taken = std::collections::HashSet::new();
        (0..options.employers)
            .map(|index| {
                let mut dice = Dice::new(seed, Stream::Employer, index as u64);
                let mut employer = employer(&mut dice, index, reference, sites, tail);
                let mut number = 2;
                let plain = employer.name.trim_end_matches(" (mẫu)").to_owned();
                while !names_taken.insert(employer.name.clone()) {
                    employer.name = format!("{plain} {number} (mẫu)");
                    number += 1;
                }
                employer
            })
            .collect()
    }
}

fn employer(dice: &mut Dice, index: usize, reference: &Reference, sites: &Sites, tail: &Zipf) -> GeneratedEmployer {
    // The first employers have the most vacancies: they are factories.
    let branch = loop {
        let branch = *dice.weighted(EMPLOYERS_OF);
        if index >= 40 || branch.is_factory() {
            break branch;
        }
    };
    let foreign = branch.is_factory() && dice.percent(45);
    let name = names::company(dice, branch, index, foreign, tail);
    let (mut place, town) = sites.draw(dice, branch);
    place.street = names::street(dice, place.park.is_some(), town);
    let workforce = *if branch.is_factory() {
        dice.weighted(&[
            (Workforce::To100, 8),
            (Workforce::To200, 15),
            (Workforce::To500, 28),
            (Workforce::To1000, 24),
            (Workforce::To3000, 18),
            (Workforce::To10000, 6),
            (Workforce::Over10000, 1),
        ])
    } else {
        dice.weighted(&[
            (Workforce::Under10, 22),
            (Workforce::To50, 48),
            (Workforce::To100, 20),
            (Workforce::To200, 8),
            (Workforce::To500, 2),
        ])
    };
    let (representative, woman) = names::person(dice);
    let short = slug(name.trim_end_matches(" (mẫu)"))
        .replace("cong-ty-", "")
        .replace("tnhh-", "")
        .replace("mtv-", "")
        .replace("co-phan-", "");
    let domain: String = short.split('-').filter(|word| *word != "viet" && *word != "nam").collect::<Vec<_>>().join("");
    let domain: String = domain.chars().take(40).collect();
    let title = *if woman {
        dice.pick(&["Trưởng phòng Nhân sự", "Nhân viên tuyển dụng", "Phó phòng Hành chính"])
    } else {
        dice.pick(&["Trưởng phòng Nhân sự", "Giám đốc", "Phó giám đốc"])
    };
    let profile = OrganisationProfile {
        subject: Some(Subject::Enterprise),
        ownership: Some(if foreign {
            OwnershipKind::Foreign
        } else if dice.percent(3) {
            OwnershipKind::State
        } else {
            OwnershipKind::Private
        }),
        place: Some(place),
        phone: Some(phone(dice)),
        // Addresses under .example belong to nobody (RFC 2606).
        email: format!("tuyendung@{domain}{index}.example").parse::<Email>().ok(),
        industry: Some(section(branch).to_owned()).filter(|section| reference.industry(2018, section).is_some()),
        product: names::product(branch).to_owned(),
        workforce: Some(workforce),
        need_6_months: Some(dice.between(2, if branch.is_factory() { 240 } else { 15 }) as u32),
        services: vec![EmployerService::Referral],
        when: String::new(),
        representative: representative.parse::<PersonName>().ok(),
        representative_title: title.to_owned(),
        representative_phone: Some(phone(dice)),
    };
    GeneratedEmployer {
        index,
        name,
        tax_code: tax_code(index),
        profile,
        branch,
    }
}

/// The section of VSIC 2018.
fn section(branch: Branch) -> &'static str {
    match branch {
        Branch::Farming => "A",
        Branch::Building => "F",
        Branch::Sales => "G",
        Branch::Store | Branch::Transport => "H",
        Branch::Computing => "J",
        Branch::Services => "N",
        Branch::Teaching => "P",
        Branch::Health => "Q",
        _ => "C",
    }
}
