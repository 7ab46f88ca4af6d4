//! The posting form: four short screens for a new vacancy, one page of four sections for changes. What
//! matters is asked first; the rest of form 03a lies under "Thêm chi tiết" and is never lost.

use super::posting_fields::{self as fields, MORE};
use super::steps::{self, Inputs, PostingRemarks, PostingSteps};
use crate::format::words;
use crate::mail::reason_sentence;
use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::{Finding, Reason};
use sanviec_domain::vocabulary::{
    Benefit, CentreService, Contract, DaysOff, Experience, ExtraDemand, Fluency, Handwork, Hearing, Lifting, Meals, Position, PriorityGroup, Purpose, Qualification, RecruitMode,
    Schooling, Setting, Shift, Sight, SoftSkill, Standing, TwoHands, Vocabulary, WorkTime,
};

/// What is filled in before anybody writes opens nothing.
const PREFILLED: [&str; 2] = [fields::PROVINCE, fields::CONTACT_TITLE];

/// Values and their words, as `m::choose` and `m::choices` take them.
type Words = Vec<(&'static str, &'static str)>;

/// The posting form. Its inputs are those of [`super::posting_fields`].
#[derive(Template)]
#[template(path = "employer/form.html")]
pub struct VacancyFormPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy being edited; `None` for a new one.
    pub id: Option<VacancyId>,
    /// The screen shown, 1 to 4; `None` for all of them on one page.
    pub step: Option<usize>,
    /// Where the remarks on what is being written are asked for.
    pub checks: Option<&'a str>,
    /// What the rules say of what stands on the page.
    pub findings: &'a [Finding],
    /// Where the form goes.
    pub action: &'a str,
    /// What was typed, and what is wrong with it.
    pub form: &'a FormState,
    /// Provinces: (code, name).
    pub provinces: &'a [(String, String)],
    /// Communes of the centre's province: (code, name); the name may carry its old names.
    pub communes: &'a [(String, String)],
    /// Industrial parks: (slug, name).
    pub parks: &'a [(String, String)],
    /// Earlier vacancies to copy from: (id, title); shown for a new one only.
    pub earlier: &'a [(VacancyId, String)],
    /// Whether the vacancy is published: what is sent then is a change of it.
    pub revising: bool,
    /// Why the centre returned it.
    pub reasons: &'a [Reason],
    /// What the officer wrote besides.
    pub message: &'a str,
}

crate::html_pages!(VacancyFormPage);

impl VacancyFormPage<'_> {
    fn words<V: Vocabulary>(&self) -> Words {
        V::ALL.iter().map(|word| (word.key(), words::label(*word, self.chrome.locale))).collect()
    }

    /// Whether the further details of a section stay open: something in them was filled in or is wrong.
    fn is_open(&self, section: usize) -> bool {
        MORE[section - 1]
            .iter()
            .any(|name| (!PREFILLED.contains(name) && !self.form.value(name).is_empty()) || self.form.error(name).is_some())
    }

    fn title(&self) -> &'static str {
        self.chrome.t.get(if self.id.is_some() && self.step.is_none() {
            "posting-title-edit"
        } else {
            "posting-title-new"
        })
    }

    fn shows(&self, section: usize) -> bool {
        self.step.is_none_or(|step| step == section)
    }

    /// "Phần 2 trên 4" where all four stand on the page; the steps say it otherwise.
    fn part_says(&self, section: usize) -> String {
        if self.step.is_some() {
            String::new()
        } else {
            self.chrome.t.count("posting-part", section)
        }
    }

    fn steps(&self, at: &usize) -> PostingSteps<'_> {
        PostingSteps {
            chrome: self.chrome,
            id: self.id,
            at: *at,
        }
    }

    fn step_name(&self, step: &usize) -> &'static str {
        steps::name(*step, self.chrome.t)
    }

    fn step_before(&self) -> Option<String> {
        let before = self.step?.checked_sub(1).filter(|before| *before > 0)?;
        self.id.map(|id| steps::path(id, before))
    }

    fn remarks(&self) -> PostingRemarks<'_> {
        PostingRemarks {
            chrome: self.chrome,
            findings: self.findings,
            inputs: Inputs::Here,
        }
    }

    fn seen(&self) -> String {
        steps::fingerprint(self.findings)
    }

    fn was_returned(&self) -> bool {
        !self.reasons.is_empty() || !self.message.is_empty()
    }

    fn sentence(&self, reason: &Reason) -> &'static str {
        reason_sentence(*reason, self.chrome.locale)
    }

    fn positions(&self) -> Words {
        self.words::<Position>()
    }
    fn purposes(&self) -> Words {
        self.words::<Purpose>()
    }
    fn extras(&self) -> Words {
        self.words::<ExtraDemand>()
    }
    fn shifts(&self) -> Words {
        self.words::<Shift>()
    }
    fn work_times(&self) -> Words {
        self.words::<WorkTime>()
    }
    fn contracts(&self) -> Words {
        self.words::<Contract>()
    }
    fn days_off(&self) -> Words {
        self.words::<DaysOff>()
    }
    fn benefits(&self) -> Words {
        self.words::<Benefit>()
    }
    fn meals(&self) -> Words {
        self.words::<Meals>()
    }
    fn settings(&self) -> Words {
        self.words::<Setting>()
    }
    fn liftings(&self) -> Words {
        self.words::<Lifting>()
    }
    fn standings(&self) -> Words {
        self.words::<Standing>()
    }
    fn hearings(&self) -> Words {
        self.words::<Hearing>()
    }
    fn sights(&self) -> Words {
        self.words::<Sight>()
    }
    fn handworks(&self) -> Words {
        self.words::<Handwork>()
    }
    fn two_hands(&self) -> Words {
        self.words::<TwoHands>()
    }
    fn priorities(&self) -> Words {
        self.words::<PriorityGroup>()
    }
    fn experiences(&self) -> Words {
        self.words::<Experience>()
    }
    fn schoolings(&self) -> Words {
        self.words::<Schooling>()
    }
    fn qualifications(&self) -> Words {
        self.words::<Qualification>()
    }
    fn recruit_modes(&self) -> Words {
        self.words::<RecruitMode>()
    }
    fn fluencies(&self) -> Words {
        self.words::<Fluency>()
    }
    fn soft_skills(&self) -> Words {
        self.words::<SoftSkill>()
    }
    fn services(&self) -> Words {
        self.words::<CentreService>()
    }
}
