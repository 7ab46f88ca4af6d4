//! What is sent and answered, as the description shows it. The tests send each of them, in this order, and
//! hold the answers against them.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// One request and what it is answered with.
pub struct Example {
    /// Its name in the description.
    pub name: &'static str,
    /// Which operation.
    pub operation: &'static str,
    /// In one line.
    pub summary: &'static str,
    /// The body.
    pub body: Value,
    /// The status of the answer.
    pub status: u16,
    /// What the answer says; whatever it says besides is left out here.
    pub answer: Value,
}

/// Every example, as of a day.
pub fn all(today: NaiveDate) -> Vec<Example> {
    let deadline = today.checked_add_days(Days::new(30)).unwrap_or(today);
    let draft = json!({ "external_reference": "MAY-2026-118", "content": { "title": "Công nhân may công nghiệp", "openings": 40 } });
    let whole = |openings: u32| {
        json!({
            "external_reference": "MAY-2026-119",
            "submit": true,
            "content": {
                "title": "Công nhân may công nghiệp",
                "openings": openings,
                "description": "May các công đoạn áo jacket trên chuyền; có người kèm trong tháng đầu.",
                "requirements": "Chịu khó, học nghề được. Chưa biết may sẽ được dạy.",
                "experience": "none",
                "place": { "province": "33", "park": "lien-ha-thai", "street": "Lô CN-05" },
                "contract": "12_to_36_months",
                "work_time": "full_time",
                "shift": "day",
                "hours_from": "07:30",
                "hours_to": "16:30",
                "pay": { "basic": 5_200_000, "usual": { "from": 8_500_000, "to": 11_000_000 }, "allowances": [{ "name": "Chuyên cần", "amount": 500_000 }] },
                "meals": "1",
                "benefits": ["insurance", "bus"],
                "bus": [{ "name": "Tuyến Diêm Điền", "stops": [{ "name": "Ngã tư Vô Hối", "time": "06:40" }] }],
                "deadline": deadline,
                "contact": { "name": "Vũ Thị Hạnh", "title": "Nhân sự", "phone": "0912345678", "notify_sms": true }
            }
        })
    };
    vec![
        Example {
            name: "draft",
            operation: "createVacancy",
            summary: "A draft: anything may be missing",
            answer: json!({ "state": "draft", "external_reference": "MAY-2026-118", "content": { "title": "Công nhân may công nghiệp", "openings": 40 }, "decision": null }),
            body: draft.clone(),
            status: 201,
        },
        Example {
            name: "submitted",
            operation: "createVacancy",
            summary: "A whole vacancy, handed to the centre at once",
            answer: json!({ "state": "submitted", "external_reference": "MAY-2026-119", "content": { "openings": 40, "place": { "province": "33", "park": "lien-ha-thai" } } }),
            body: whole(40),
            status: 201,
        },
        Example {
            name: "taken",
            operation: "createVacancy",
            summary: "The reference is another vacancy's",
            body: draft,
            status: 422,
            answer: json!({ "code": "invalid", "errors": [{ "field": "external_reference", "fault": "duplicate" }] }),
        },
        Example {
            name: "wrong",
            operation: "createVacancy",
            summary: "Each fault is named by its path",
            body: json!({ "content": { "title": "Thợ may", "openings": 0, "wage": 9_000_000 } }),
            status: 422,
            answer: json!({ "code": "invalid", "errors": [{ "field": "content.wage", "fault": "unknown" }, { "field": "content.openings", "fault": "out-of-bounds" }] }),
        },
        Example {
            name: "unlawful",
            operation: "createVacancy",
            summary: "What is against the law is refused at its place",
            body: {
                let mut body = whole(10);
                body["external_reference"] = json!("MAY-2026-120");
                body["content"]["pay"] = json!({ "basic": 2_000_000 });
                body
            },
            status: 422,
            answer: json!({ "code": "invalid", "errors": [{ "field": "content.pay.basic", "fault": "below-minimum-wage" }] }),
        },
        Example {
            name: "more people",
            operation: "replaceVacancy",
            summary: "The draft, whole and handed to the centre",
            body: {
                let mut body = whole(60);
                body["external_reference"] = json!("MAY-2026-118");
                body
            },
            status: 200,
            answer: json!({ "state": "submitted", "external_reference": "MAY-2026-118", "content": { "openings": 60 } }),
        },
        Example {
            name: "published",
            operation: "decideTestVacancy",
            summary: "With a test key: as if an officer had published it",
            body: json!({ "outcome": "publish" }),
            status: 200,
            answer: json!({ "state": "published" }),
        },
        Example {
            name: "pause",
            operation: "pauseVacancy",
            summary: "Not now",
            body: Value::Null,
            status: 200,
            answer: json!({ "state": "paused" }),
        },
        Example {
            name: "resume",
            operation: "resumeVacancy",
            summary: "Again",
            body: Value::Null,
            status: 200,
            answer: json!({ "state": "published" }),
        },
        Example {
            name: "filled",
            operation: "closeVacancy",
            summary: "They have been found",
            body: json!({ "reason": "filled" }),
            status: 200,
            answer: json!({ "state": "closed", "closed_reason": "filled" }),
        },
        Example {
            name: "over",
            operation: "submitVacancy",
            summary: "What is closed is not submitted again",
            body: Value::Null,
            status: 409,
            answer: json!({ "code": "not-now" }),
        },
    ]
}
