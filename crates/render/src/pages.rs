//! The pages, one struct each. A page's fields are what it shows; who fills them is `web`.

pub mod account;
pub mod admin;
pub mod admin_forms;
pub mod admin_lists;
pub mod application;
pub mod apply;
pub mod centre;
pub mod changes;
pub mod college;
pub mod counter;
pub mod demand;
pub mod demo;
pub mod employer;
pub mod employer_public;
pub mod error;
pub mod event;
pub mod figures;
pub mod home;
pub mod identity;
pub mod organisation;
pub mod pager;
pub mod partnership;
pub mod poster;
pub mod problem;
pub mod promise;
pub mod report;
pub mod search;
pub mod sign_in;
pub mod text;
pub mod training;
pub mod vacancy;

pub use account::{
    AccountPage, CapacityRow, ContactCodePage, ContactPage, DeviceRow, DevicesPage, ForgotPage, PasswordPage, PasswordSignInPage, ProviderRow, RecoveryCodesPage, ResetPage,
    SecondFactorPage, SecondFactorState, SecondStepPage,
};
pub use admin::{AdminSystemPage, DeadJob, JobCounts, MessageCounts, ScheduleRow};
pub use admin_forms::{AdminAccountPage, AdminAnnouncementsPage, AdminBranchesPage, AnnouncementRow, BranchRow};
pub use admin_lists::{AdminListPage, Cell, Filter};
pub use application::{ApplicationPage, ApplicationRow, HistoryLine, SeekerHomePage, WorkBox};
pub use apply::{ApplyPage, CodePage, CodePurpose, FileRow};
pub use centre::{CasePage, CaseSubject, Claim, DeskPage, EarlierDecision, EmployerRecord, LoadRow, Noted, OfficerRow, QueuePage, QueueRow, Reported, RuleRow};
pub use changes::{Change, Version, changes};
pub use college::CollegeHomePage;
pub use counter::{ConsentRow, CounterPage, SeekerFilePage, SeekerFileRow, SlipPage};
pub use demo::{DemoFigures, DemoMailboxPage, DemoMessage, DemoPage};
pub use employer::{
    ApplicantPage, ApplicantRow, ApplicantsPage, BatchPage, BatchRow, BatchRowPage, BatchUploadPage, CellInput, DecisionNote, DeliveryRow, EmployerHomePage, EmployerVacancyPage,
    HistoryStep, Inputs, KeyRow, OwnVacancy, PostingRemarks, ProgramPage, ResultRow, ResultsPage, RevisionNote, VacancyFormPage, VacancyPreviewPage, WebhookRow, WrongRow,
    posting_fields,
};
pub use employer_public::EmployerPublicPage;
pub use error::ErrorPage;
pub use home::{HomePage, PlaceLink};
pub use identity::{LinkPage, MergeAccountsPage, MergePerson, MergePreviewPage, PasskeyRow, PasskeysPage};
pub use pager::Pager;
pub use poster::PosterPage;
pub use problem::ProblemPage;
pub use promise::{MonthRow, OwnCaseRow, OwnCasesPage, PromisePage};
pub use report::{ReportPage, ReportedPage};
pub use search::{Chip, Corrected, FacetGroup, FacetOption, SearchPage, SortLink, Widen};
pub use sign_in::SignInPage;
pub use text::{TextKind, TextPage};
pub use vacancy::{ApplyOffer, EmployerBox, Fact, VacancyPage, VacancyView};
