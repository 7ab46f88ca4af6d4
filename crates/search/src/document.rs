//! A vacancy as the index knows it.

use chrono::NaiveDate;
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::place::Place;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::{Benefit, Contract, Experience, Shift, WorkTime};

/// An open vacancy, with everything it can be found by.
#[derive(Clone, Debug, PartialEq)]
pub struct VacancyDocument {
    /// Its id.
    pub id: VacancyId,
    /// Its number, the last tie-break of every order.
    pub number: VacancyNumber,
    /// The title as the employer wrote it.
    pub title: String,
    /// Whose it is.
    pub employer: OrganisationId,
    /// The employer's name.
    pub employer_name: String,
    /// The occupation's code, one to four digits.
    pub occupation: Option<String>,
    /// The names that the occupation goes by, the most exact first.
    pub occupation_names: Vec<String>,
    /// Where the work is.
    pub place: Place,
    /// The names of that place: park, commune, former districts and communes, province.
    pub place_names: Vec<String>,
    /// What is to be done.
    pub description: String,
    /// What is asked for.
    pub requirements: String,
    /// Words of benefits, shifts, contract and the like.
    pub extra: Vec<String>,
    /// The least pay, VND a month.
    pub pay_from: Option<i64>,
    /// The best pay, VND a month.
    pub pay_to: Option<i64>,
    /// The shift.
    pub shift: Option<Shift>,
    /// The contract.
    pub contract: Option<Contract>,
    /// The benefits.
    pub benefits: Vec<Benefit>,
    /// The experience asked for.
    pub experience: Option<Experience>,
    /// Full or part time.
    pub work_time: Option<WorkTime>,
    /// Since when it is public.
    pub published_at: Instant,
    /// The last day to apply.
    pub deadline: NaiveDate,
    /// What the page shows a row from; the index only keeps it.
    pub card: Vec<u8>,
}

/// One change of the index.
#[derive(Clone, Debug, PartialEq)]
pub enum IndexChange {
    /// The vacancy is open: add it, or replace what is known of it.
    Put(Box<VacancyDocument>),
    /// The vacancy is no longer open.
    Remove(VacancyId),
}
