//! A posting as an employer writes it into the form.

use crate::form::Form;
use chrono::{Days, NaiveDate};
use sanviec_domain::ids::VacancyId;

/// A posting that was made.
#[derive(Clone, Debug)]
pub struct Posted {
    /// Its id.
    pub id: VacancyId,
    /// The number people see.
    pub number: i64,
    /// Its title.
    pub title: String,
}

/// A posting in the form: complete, until something is changed.
#[derive(Clone, Debug)]
pub struct VacancyForm {
    fields: Vec<(&'static str, String)>,
    days: u64,
}

/// A complete posting for sewing workers.
pub fn vacancy() -> VacancyForm {
    let fields = [
        ("job_title", "Công nhân may công nghiệp"),
        ("quantity", "20"),
        (
            "job_description",
            "May các công đoạn áo sơ mi trên máy một kim, kiểm tra đường may và giao hàng cho tổ trưởng.",
        ),
        ("commune", "12826"),
        ("wage_basic", "6,5"),
        ("wage_from", "9"),
        ("wage_to", "12"),
        ("work_time", "full_time"),
        ("shift", "day"),
        ("contact_name", "Nguyễn Thị Hoà"),
        ("contact_phone", "0227 3842 111"),
    ];
    VacancyForm {
        fields: fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect(),
        days: 30,
    }
}

impl VacancyForm {
    /// Writes another value into a field.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.fields.retain(|(known, _)| *known != name);
        self.fields.push((name, value.to_owned()));
        self
    }

    /// Ticks one more box of a name.
    #[must_use]
    pub fn tick(mut self, name: &'static str, value: &str) -> Self {
        self.fields.push((name, value.to_owned()));
        self
    }

    /// Tên công việc.
    #[must_use]
    pub fn title(self, title: &str) -> Self {
        self.with("job_title", title)
    }

    /// Usual income in millions of đồng.
    #[must_use]
    pub fn wage(self, from: &str, to: &str) -> Self {
        self.with("wage_from", from).with("wage_to", to)
    }

    /// The last day for applications, from today.
    #[must_use]
    pub fn days(mut self, days: u64) -> Self {
        self.days = days;
        self
    }

    /// The title written.
    pub fn title_text(&self) -> String {
        self.fields
            .iter()
            .find(|(name, _)| *name == "job_title")
            .map(|(_, title)| title.clone())
            .unwrap_or_default()
    }

    /// Writes it into the form of the page.
    #[track_caller]
    pub fn fill(&self, form: Form, today: NaiveDate) -> Form {
        let deadline = today + Days::new(self.days);
        let form = form.fill("deadline", &deadline.to_string());
        self.fields.iter().fold(form, |form, (name, value)| form.fill(name, value))
    }
}
