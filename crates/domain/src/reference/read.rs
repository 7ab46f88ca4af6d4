//! Reading the lists of `config/reference/`: every row is checked, every error is reported with its
//! file, line and field, and nothing is taken over while there is one.

mod codes;
mod land;
mod table;

use super::lists::{
    Commune, FormerUnit, Industry, MinimumWage, Occupation, OccupationHint, OccupationTitle, Park, Province, PublicHoliday, SynonymGroup, TrainingField, TrainingGroup,
};
use serde::{Deserialize, Serialize};
use std::fmt;
use table::Errors;

macro_rules! embedded {
    ($($file:literal),+ $(,)?) => {
        /// The lists as they were when the program was built, by file name.
        pub const EMBEDDED: &[(&str, &str)] = &[$(($file, include_str!(concat!("../../../../config/reference/", $file)))),+];
    };
}
embedded!(
    "provinces.csv",
    "former_provinces.csv",
    "communes_all.csv",
    "communes_hungyen.csv",
    "former_units.csv",
    "industrial_parks.csv",
    "occupations_vsco.csv",
    "occupation_titles_vsco.csv",
    "occupation_hints.csv",
    "industries_vsic2018.csv",
    "industries_vsic2025_l1.csv",
    "training_groups.csv",
    "training_fields.csv",
    "minimum_wage.csv",
    "synonyms_vi.csv",
    "public_holidays.csv",
);

/// Why a row was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    /// The file's name.
    pub file: String,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: u64,
    /// The column; empty where the whole row is meant.
    pub field: String,
    /// What is wrong, in English: these lists are kept by the operator.
    pub message: String,
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, " line {}", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for RowError {}

/// Every list, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lists {
    /// Provinces and centrally-run cities of today.
    pub provinces: Vec<Province>,
    /// Every commune, ward and special zone of today.
    pub communes: Vec<Commune>,
    /// The communes that the home province's communes were made of.
    pub former_units: Vec<FormerUnit>,
    /// Industrial parks and the economic zone.
    pub parks: Vec<Park>,
    /// VSCO, levels 1 to 4.
    pub occupations: Vec<Occupation>,
    /// Finer titles under level 4.
    pub occupation_titles: Vec<OccupationTitle>,
    /// Phrases of job titles and the occupations they mean.
    pub occupation_hints: Vec<OccupationHint>,
    /// VSIC 2018 in full, VSIC 2025 sections.
    pub industries: Vec<Industry>,
    /// Groups of training fields.
    pub training_groups: Vec<TrainingGroup>,
    /// Training fields.
    pub training_fields: Vec<TrainingField>,
    /// Regional minimum wages.
    pub minimum_wages: Vec<MinimumWage>,
    /// Words that mean the same.
    pub synonyms: Vec<SynonymGroup>,
    /// Public holidays.
    pub holidays: Vec<PublicHoliday>,
}

impl Lists {
    /// Reads all lists; `files` gives a file's content by its name, `None` where there is none.
    ///
    /// All errors are collected (the first hundred are kept); with any error nothing is loaded.
    pub fn read(files: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<RowError>> {
        let errors = Errors::default();
        let provinces = land::provinces(files, &errors);
        let communes = land::communes(files, &errors, &provinces);
        let occupations = codes::occupations(files, &errors);
        let training_groups = codes::training_groups(files, &errors);
        let lists = Self {
            former_units: land::former_units(files, &errors, &communes),
            parks: land::parks(files, &errors, &provinces, &communes),
            occupation_titles: codes::occupation_titles(files, &errors, &occupations),
            occupation_hints: codes::occupation_hints(files, &errors, &occupations),
            industries: codes::industries(files, &errors),
            training_fields: codes::training_fields(files, &errors, &training_groups),
            minimum_wages: codes::minimum_wages(files, &errors),
            synonyms: codes::synonyms(files, &errors),
            holidays: codes::holidays(files, &errors),
            provinces,
            communes,
            occupations,
            training_groups,
        };
        let errors = errors.into_list();
        if errors.is_empty() { Ok(lists) } else { Err(errors) }
    }

    /// The lists that the program was built with.
    pub fn embedded() -> Self {
        Self::read(&embedded_file).expect("the lists of config/reference are checked by a test before they are built in")
    }
}

/// The content of one of the [`EMBEDDED`] files.
pub fn embedded_file(name: &str) -> Option<String> {
    EMBEDDED.iter().find(|(file, _)| *file == name).map(|(_, content)| (*content).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The embedded lists with one file changed.
    fn with(name: &'static str, change: impl Fn(String) -> String) -> Result<Lists, Vec<RowError>> {
        Lists::read(&|file| embedded_file(file).map(|content| if file == name { change(content) } else { content }))
    }

    #[test]
    fn the_embedded_lists_are_whole() {
        let lists = Lists::read(&embedded_file).unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")));
        assert_eq!(lists.provinces.len(), 34);
        assert_eq!(lists.communes.len(), 3321);
        assert_eq!(lists.communes.iter().filter(|commune| commune.wage_region.is_some()).count(), 104);
        assert_eq!(lists.former_units.len(), 384);
        assert_eq!(lists.parks.len(), 30);
        assert_eq!(lists.occupations.len(), 719);
        assert_eq!(lists.industries.len(), 815 + 22);
        assert_eq!(lists.holidays.iter().filter(|holiday| !holiday.recalled).count(), 8);
    }

    #[test]
    fn errors_say_where_they_are() {
        let errors = with("occupations_vsco.csv", |content| content.replacen("\n01,2,", "\n01,7,", 1)).unwrap_err();
        assert_eq!(errors[0].to_string(), "occupations_vsco.csv line 3, level: “7” is not the level of a code of 2 digits");
    }

    #[test]
    fn every_error_is_reported_but_not_more_than_a_hundred() {
        let errors = with("provinces.csv", |content| content.replace("tinh,", "tịnh,")).unwrap_err();
        assert_eq!(errors.len(), 100);
    }

    #[test]
    fn a_park_in_no_commune_is_refused() {
        let errors = with("industrial_parks.csv", |content| content.replace("12943 12922,", "12943 99999,")).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].field, "commune_codes");
    }

    #[test]
    fn a_row_twice_is_refused() {
        let errors = with("public_holidays.csv", |content| format!("{content}2026-09-02,Quốc khánh,again\n")).unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].message.contains("twice"));
    }

    #[test]
    fn a_missing_file_and_rubbish_are_errors_not_panics() {
        assert!(Lists::read(&|_| None).is_err());
        assert!(Lists::read(&|_| Some("\"a,\n\u{0}b\"\"c".to_owned())).is_err());
    }
}
