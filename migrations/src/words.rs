//! The words that the CHECKs of the schema allow. They are the keys of the domain's vocabularies
//! and of the store's own, written out because a step must not change when the domain does; a test
//! of the store holds the two together.

/// `organisation.kind`
pub const ORGANISATION_KIND: &[&str] = &["employer", "college", "centre"];
/// `organisation.state`
pub const ORGANISATION_STATE: &[&str] = &["pending", "verified", "refused", "suspended"];
/// `member.role`
pub const MEMBER_ROLE: &[&str] = &["owner", "recruiter", "viewer"];
/// `staff.role`
pub const STAFF_ROLE: &[&str] = &["moderator", "counsellor", "manager", "admin"];
/// `person.locale` and `message.locale`
pub const LOCALE: &[&str] = &["vi", "en"];
/// `vacancy.state`
pub const VACANCY_STATE: &[&str] = &["draft", "submitted", "returned", "published", "paused", "expired", "closed", "rejected", "appealed"];
/// `vacancy.closed_reason`
pub const CLOSED_REASON: &[&str] = &["filled", "withdrawn", "by_centre"];
/// `revision.state`
pub const REVISION_STATE: &[&str] = &["pending", "approved", "rejected", "withdrawn"];
/// `application.state`
pub const APPLICATION_STATE: &[&str] = &[
    "submitted",
    "viewed",
    "shortlisted",
    "interviewing",
    "offered",
    "hired",
    "declined",
    "withdrawn",
    "elsewhere",
    "lapsed",
];
/// `application.decline_reason`
pub const DECLINE_REASON: &[&str] = &["filled", "experience", "qualification", "shift", "distance", "unreachable", "absent", "closed"];
/// `moderation_case.kind`, before there were samples.
pub const CASE_KIND: &[&str] = &["vacancy", "revision", "organisation", "report", "appeal"];
/// `moderation_case.kind`
pub const CASE_KIND_WITH_SAMPLE: &[&str] = &["vacancy", "revision", "organisation", "report", "appeal", "sample"];
/// `moderation_case.kind`, since programmes are published.
pub const CASE_KIND_WITH_PROGRAMME: &[&str] = &["vacancy", "revision", "organisation", "report", "appeal", "sample", "programme"];
/// `programme.state`
pub const PROGRAMME_STATE: &[&str] = &["draft", "submitted", "returned", "published", "closed"];
/// `demand.state`
pub const DEMAND_STATE: &[&str] = &["open", "asked", "lapsed", "closed"];
/// `demand.audience`
pub const DEMAND_AUDIENCE: &[&str] = &["colleges", "public"];
/// `partnership.state`
pub const PARTNERSHIP_STATE: &[&str] = &["proposed", "accepted", "negotiating", "signed", "active", "completed", "declined", "terminated"];
/// `partnership.proposer`
pub const PROPOSER: &[&str] = &["business", "college", "centre", "matching"];
/// `partnership.reason`
pub const PARTNERSHIP_REASON: &[&str] = &["occupation", "numbers", "time", "distance", "terms", "partner", "unreachable", "other"];
/// `partnership.urgency`
pub const URGENCY: &[&str] = &["fresh", "reminded", "called", "with_centre"];
/// `partnership_message.side`, `partnership_file.side`, `agreement_version.side`, `agreement_signature.side`, `event_registration.side`
pub const SIDE: &[&str] = &["business", "college"];
/// `event.state`
pub const EVENT_STATE: &[&str] = &["draft", "open", "full", "running", "finished", "cancelled"];
/// `event_registration.state`
pub const REGISTRATION_STATE: &[&str] = &["registered", "confirmed", "checked_in", "absent", "withdrawn"];
/// `event_meeting.result`
pub const MEETING_RESULT: &[&str] = &["partnership", "talk_on", "no_fit", "not_held"];
/// `agreement.state`
pub const AGREEMENT_STATE: &[&str] = &["draft", "half_signed", "signed", "replaced", "terminated", "ended", "discarded"];
/// `agreement_signature.factor`
pub const SIGNING_FACTOR: &[&str] = &["authenticator", "passkey", "recovery_code", "code"];
/// `api_key.scope`
pub const KEY_SCOPE: &[&str] = &["read", "write"];
/// `api_key.mode`
pub const KEY_MODE: &[&str] = &["live", "test"];
/// `webhook_delivery.state`
pub const DELIVERY_STATE: &[&str] = &["waiting", "arrived", "failed"];
/// `import_row.state`
pub const IMPORT_ROW_STATE: &[&str] = &["waiting", "sent", "wrong", "left_out"];
/// `vacancy_reminder.kind`
pub const REMINDER_KIND: &[&str] = &["week", "day"];
/// `abuse_report.reason`
pub const REPORT_REASON: &[&str] = &["fee", "fake", "abroad", "danger", "not-as-described", "discrimination", "closed", "contact", "other"];
/// `moderation_case.state`
pub const CASE_STATE: &[&str] = &["waiting", "claimed", "decided"];
/// `moderation_case.outcome`
pub const OUTCOME: &[&str] = &["approved", "returned", "rejected", "withdrawn"];
/// `change.entity`, `history.entity`, `audit.entity`, `moderation_case.entity`
pub const ENTITY: &[&str] = &["vacancy", "organisation", "person", "application", "case", "message", "reference", "revision"];
/// The same columns, since businesses and colleges work together here.
pub const ENTITY_WITH_PARTNERSHIPS: &[&str] = &[
    "vacancy",
    "organisation",
    "person",
    "application",
    "case",
    "message",
    "reference",
    "revision",
    "programme",
    "demand",
    "partnership",
    "agreement",
    "event",
    "placement",
];
/// `change.kind`
pub const CHANGE_KIND: &[&str] = &["put", "removed"];
/// `history.party`, `audit.party`
pub const PARTY: &[&str] = &["seeker", "owner", "officer", "system"];
/// `job.state`
pub const JOB_STATE: &[&str] = &["ready", "running", "done", "dead"];
/// `message.channel`
pub const CHANNEL: &[&str] = &["email", "sms", "zalo"];
/// `message.state`
pub const MESSAGE_STATE: &[&str] = &["queued", "sent", "failed"];
/// `invitation.state`
pub const INVITATION_STATE: &[&str] = &["open", "accepted", "revoked"];
/// `join_request.state`
pub const JOIN_STATE: &[&str] = &["waiting", "escalated", "accepted", "declined"];
/// `consent.purpose`
pub const CONSENT_PURPOSE: &[&str] = &["application", "keep_application", "counter"];
/// `consent.way`
pub const CONSENT_WAY: &[&str] = &["online", "spoken", "signed"];
/// `file.kind`
pub const FILE_KIND: &[&str] = &["pdf", "docx", "jpeg", "png"];
/// `placement.state`
pub const PLACEMENT_STATE: &[&str] = &["reported", "confirmed", "denied", "withdrawn"];
/// `placement.way`
pub const PLACEMENT_WAY: &[&str] = &["application", "fair", "referral", "agreement"];
/// `placement.destination`
pub const DESTINATION: &[&str] = &["home", "elsewhere", "abroad"];
/// `placement.denial`
pub const PLACEMENT_DENIAL: &[&str] = &["not_started", "left", "wrong_day", "not_ours", "twice", "other"];
/// `agreement_review.state`
pub const REVIEW_STATE: &[&str] = &["draft", "half_signed", "countersigned"];
/// `partnership_meeting.state`
pub const MEETING_STATE: &[&str] = &["proposed", "agreed", "declined", "cancelled"];
