//! One address, taken apart.

use super::super::lists::CommuneKind;
use super::names::{District, NamedProvince};
use super::parts::Part;
use crate::place::ParkSlug;

/// The parts of an address, sorted by what they are.
#[expect(clippy::struct_excessive_bools, reason = "independent findings, not states")]
#[derive(Default)]
pub(super) struct Address {
    pub(super) provinces: Vec<NamedProvince>,
    /// Communes with their kind word.
    pub(super) communes: Vec<(String, Option<CommuneKind>, bool)>,
    pub(super) districts: Vec<(District, bool)>,
    pub(super) other_districts: Vec<String>,
    pub(super) parks: Vec<ParkSlug>,
    pub(super) bare: Vec<(String, bool)>,
    pub(super) abroad: bool,
    pub(super) nationwide: bool,
    pub(super) has_street: bool,
    /// Whether a commune stands last, as in "Tp Bà Rịa, Phường Bà Rịa": the way of job boards that
    /// put today's commune behind what the employer wrote.
    pub(super) ends_in_commune: bool,
}

impl Address {
    pub(super) fn sort(parts: Vec<Part>) -> Self {
        let mut address = Self::default();
        for part in parts {
            address.ends_in_commune = matches!(part, Part::Commune { .. });
            match part {
                Part::Nothing => address.has_street = true,
                Part::Nationwide => address.nationwide = true,
                Part::Abroad => address.abroad = true,
                Part::Province(province) => address.provinces.push(province),
                Part::Commune { name, kind, old } => address.communes.push((name, kind, old)),
                Part::District { district, old } => address.districts.push((district, old)),
                Part::OtherDistrict(name) => address.other_districts.push(name),
                Part::Park(slugs) => address.parks = slugs,
                Part::Bare { name, old } => address.bare.push((name, old)),
            }
        }
        address
    }

    /// Whether nothing but provinces and countries is named.
    pub(super) fn names_only_provinces(&self) -> bool {
        self.communes.is_empty() && self.districts.is_empty() && self.other_districts.is_empty() && self.parks.is_empty() && self.bare.is_empty()
    }
}
