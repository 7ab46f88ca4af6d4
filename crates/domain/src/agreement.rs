//! The framework agreement (hợp đồng nguyên tắc) of a partnership: lines of programme × occupation × people ×
//! intake, a text made from them and from the centre's template, and two signatures over that very text.

pub mod fulfilment;
pub mod review;
pub mod text;

use crate::ids::ProgrammeId;
use crate::lifecycle::{Machine, Party, Rule};
use crate::month::Month;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The greatest lengths and numbers.
pub mod limits {
    /// Lines of an agreement.
    pub const LINES: usize = 30;
    /// A free text, in characters.
    pub const TEXT: usize = 4_000;
    /// People of a line.
    pub const PEOPLE: u32 = 5_000;
    /// Years that an agreement runs.
    pub const YEARS: i32 = 5;
}

vocabulary! {
    /// Where an agreement stands.
    AgreementState {
        Draft = "draft", "Đang soạn", "Draft";
        HalfSigned = "half_signed", "Một bên đã ký", "Signed by one side";
        Signed = "signed", "Hai bên đã ký", "Signed by both";
        Replaced = "replaced", "Đã thay thế", "Replaced";
        Terminated = "terminated", "Chấm dứt", "Terminated";
        Ended = "ended", "Hết hiệu lực", "Ended";
        Discarded = "discarded", "Đã bỏ", "Discarded";
    }
}

vocabulary! {
    /// What can be asked of an agreement.
    AgreementCommand {
        Write = "write", "Sửa", "Change";
        Sign = "sign", "Ký", "Sign";
        Replace = "replace", "Thay thế", "Replace";
        Terminate = "terminate", "Chấm dứt", "Terminate";
        End = "end", "Hết hiệu lực", "End";
        Discard = "discard", "Bỏ bản này", "Discard";
    }
}

vocabulary! {
    /// With what, besides being signed in, somebody signs.
    SigningFactor {
        Authenticator = "authenticator", "Ứng dụng xác thực", "Authenticator";
        Passkey = "passkey", "Khoá truy cập", "Passkey";
        RecoveryCode = "recovery_code", "Mã dự phòng", "Recovery code";
        Code = "code", "Mã gửi đến điện thoại", "Code sent to the telephone";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementGuard {
    /// The text that is signed is the one that stands: the hash that was shown is its hash.
    SameText,
    /// The member may bind the organisation.
    Entitled,
    /// A second factor was given for this signature.
    SecondFactor,
    /// The side that asks has not signed this text.
    NotYetMine,
    /// The other side has signed this text.
    OtherSigned,
    /// The other side has not signed this text.
    OtherUnsigned,
    /// It has lines, and its days fit.
    Complete,
    /// A reason is given.
    ReasonGiven,
    /// Its last day is over.
    Over,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementEvent {
    /// Signatures that were there count no more.
    SignaturesCleared,
    /// The partnership is signed.
    PartnershipSealed,
    /// The partnership ends with it.
    PartnershipTerminated,
    /// The partnership is complete.
    PartnershipCompleted,
    /// The other side is told.
    OtherTold,
}

/// The life cycle of an agreement.
#[derive(Debug)]
pub struct AgreementLife;

use AgreementCommand as C;
use AgreementEvent as E;
use AgreementGuard as G;
use AgreementState as S;

const OWNER: &[Party] = &[Party::Owner];
const OWNER_OR_OFFICER: &[Party] = &[Party::Owner, Party::Officer];
const TO_SIGN: &[G] = &[G::Complete, G::SameText, G::Entitled, G::SecondFactor, G::NotYetMine, G::OtherUnsigned];
const TO_SEAL: &[G] = &[G::Complete, G::SameText, G::Entitled, G::SecondFactor, G::NotYetMine, G::OtherSigned];

impl Machine for AgreementLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Agreement";
    const INITIAL: S = S::Draft;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Draft, C::Write, OWNER_OR_OFFICER, &[], S::Draft, &[E::OtherTold]),
        Rule::new(S::HalfSigned, C::Write, OWNER_OR_OFFICER, &[], S::Draft, &[E::SignaturesCleared, E::OtherTold]),
        Rule::new(S::Draft, C::Sign, OWNER, TO_SIGN, S::HalfSigned, &[E::OtherTold]),
        Rule::new(S::HalfSigned, C::Sign, OWNER, TO_SEAL, S::Signed, &[E::PartnershipSealed]),
        Rule::new(S::Draft, C::Discard, &[Party::Owner, Party::Officer, Party::System], &[], S::Discarded, &[E::OtherTold]),
        Rule::new(
            S::HalfSigned,
            C::Discard,
            &[Party::Owner, Party::Officer, Party::System],
            &[],
            S::Discarded,
            &[E::SignaturesCleared, E::OtherTold],
        ),
        // An amendment or a renewal that both have signed takes its place.
        Rule::new(S::Signed, C::Replace, &[Party::System], &[], S::Replaced, &[]),
        Rule::new(
            S::Signed,
            C::Terminate,
            OWNER_OR_OFFICER,
            &[G::ReasonGiven],
            S::Terminated,
            &[E::PartnershipTerminated, E::OtherTold],
        ),
        Rule::new(S::Signed, C::End, &[Party::System], &[G::Over], S::Ended, &[E::PartnershipCompleted]),
    ];
}

/// One line of an agreement: people of a programme for an occupation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementLine {
    /// Which programme, where it is one of the college's.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// Ngành, nghề đào tạo, as it is written in the text.
    pub training: String,
    /// VSCO code of the work, two to four digits.
    pub occupation: String,
    /// The work, as it is written in the text.
    pub work: String,
    /// How many people.
    pub people: u32,
    /// When they graduate.
    pub intake: Month,
    /// Months of internship at the business.
    #[serde(default)]
    pub internship_months: u32,
    /// What applies to this line alone.
    #[serde(default)]
    pub terms: String,
}

/// What an agreement says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementContent {
    /// Its lines.
    pub lines: Vec<AgreementLine>,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// What the business brings.
    pub business_terms: String,
    /// What the college brings.
    pub college_terms: String,
    /// Anything else.
    #[serde(default)]
    pub other_terms: String,
}

/// A part of an agreement that a fault can be at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementFault {
    /// It has no line.
    NoLines,
    /// A line lacks its programme, its work or its people.
    Line(usize),
    /// It ends before it begins, or runs too long.
    Days,
    /// One side brings nothing.
    Terms,
}

impl AgreementContent {
    /// What keeps it from being signed.
    pub fn faults(&self) -> Vec<AgreementFault> {
        let mut faults = Vec::new();
        if self.lines.is_empty() {
            faults.push(AgreementFault::NoLines);
        }
        for (index, line) in self.lines.iter().enumerate() {
            if line.training.is_empty() || line.work.is_empty() || line.people == 0 || line.people > limits::PEOPLE {
                faults.push(AgreementFault::Line(index));
            }
        }
        if self.until <= self.from || (self.until - self.from).num_days() > i64::from(limits::YEARS) * 366 {
            faults.push(AgreementFault::Days);
        }
        if self.business_terms.is_empty() || self.college_terms.is_empty() {
            faults.push(AgreementFault::Terms);
        }
        faults
    }

    /// How many people in all.
    pub fn people(&self) -> u32 {
        self.lines.iter().map(|line| line.people).sum()
    }
}
