//! The table of access in words, for people who don't code: on a terminal and in docs/ACCESS.md.

use super::{Action, ActorKind, TABLE};
use crate::language::Locale;
use std::fmt::Write;

impl ActorKind {
    /// What people call it.
    pub fn label(self, locale: Locale) -> &'static str {
        let (vi, en) = match self {
            Self::Visitor => ("Khách", "Visitor"),
            Self::Seeker => ("Người tìm việc", "Seeker"),
            Self::Owner => ("Chủ tài khoản của doanh nghiệp", "Employer's owner"),
            Self::Recruiter => ("Người tuyển dụng của doanh nghiệp", "Employer's recruiter"),
            Self::EmployerViewer => ("Người xem của doanh nghiệp", "Employer's viewer"),
            Self::CollegeOwner => ("Chủ tài khoản của trường nghề", "College's owner"),
            Self::College => ("Người biên tập của trường nghề", "College's editor"),
            Self::CollegeViewer => ("Người xem của trường nghề", "College's viewer"),
            Self::Moderator => ("Cán bộ duyệt tin", "Moderator"),
            Self::Manager => ("Quản lý", "Manager"),
            Self::Counsellor => ("Cán bộ tư vấn", "Counsellor"),
            Self::Admin => ("Quản trị", "Administrator"),
            Self::ProgramReader => ("Phần mềm của doanh nghiệp, chỉ đọc", "Employer's system, reading"),
            Self::ProgramWriter => ("Phần mềm của doanh nghiệp", "Employer's system"),
            Self::TestReader => ("Phần mềm của doanh nghiệp, khóa thử, chỉ đọc", "Employer's system, test key, reading"),
            Self::TestWriter => ("Phần mềm của doanh nghiệp, khóa thử", "Employer's system, test key"),
            Self::System => ("Chương trình", "The program itself"),
        };
        if locale == Locale::Vi { vi } else { en }
    }
}

impl Action {
    /// What people call it, with whose records it reaches.
    pub fn label(self, locale: Locale) -> &'static str {
        let (vi, en) = match self {
            Self::ReadPublic => ("Tìm và đọc tin đã đăng", "Search and read published vacancies"),
            Self::Apply => ("Ứng tuyển", "Apply for a vacancy"),
            Self::ReportAbuse => ("Phản ánh một tin đăng", "Report a vacancy"),
            Self::OwnApplications => ("Xem và rút đơn của chính mình", "See and withdraw one's own applications"),
            Self::OwnAccount => (
                "Tài khoản của chính mình: cách đăng nhập, thiết bị, vai trò",
                "One's own account: how one signs in, devices, capacities",
            ),
            Self::ReadOwnVacancies => ("Đọc tin và đơn ứng tuyển của doanh nghiệp mình", "Read one's own employer's vacancies and applications"),
            Self::WriteVacancies => (
                "Viết, gửi duyệt, tạm dừng, đóng tin của doanh nghiệp mình",
                "Write, submit, pause and close one's own employer's vacancies",
            ),
            Self::AnswerApplications => (
                "Trả lời đơn ứng tuyển vào tin của doanh nghiệp mình",
                "Answer applications for one's own employer's vacancies",
            ),
            Self::OpenFiles => ("Mở tệp của đơn mình gửi hoặc nhận", "Open a file of an application one has sent or received"),
            Self::CollegeArea => ("Trang riêng của trường mình", "One's own college's pages"),
            Self::WriteProgrammes => ("Viết chương trình và khóa của trường mình", "Write one's own college's programmes and cohorts"),
            Self::WriteDemands => ("Khai nhu cầu lao động của doanh nghiệp mình", "State what one's own business will need"),
            Self::ReadPartnerships => (
                "Xem gợi ý và các hợp tác của tổ chức mình (trung tâm: tất cả)",
                "See who fits one's own organisation, and its partnerships",
            ),
            Self::Partner => (
                "Đề nghị, trả lời, trao đổi và soạn thỏa thuận trong hợp tác của tổ chức mình (trung tâm: tất cả)",
                "Propose, answer, write and draft in one's own organisation's partnerships (the centre: in all)",
            ),
            Self::Attend => (
                "Đăng ký cho tổ chức mình dự hội nghị, chọn đơn vị muốn gặp",
                "Register one's own organisation for conferences, say whom to meet",
            ),
            Self::SignAgreements => ("Ký thỏa thuận thay mặt tổ chức mình", "Sign agreements for one's own organisation"),
            Self::Broker => (
                "Kết nối doanh nghiệp với trường và theo dõi kết quả",
                "Bring businesses and colleges together and watch over what comes of it",
            ),
            Self::EnterOrganisation => (
                "Đăng ký tổ chức, nhận lời mời, xin vào một tổ chức",
                "Register an organisation, accept an invitation, ask to join one",
            ),
            Self::ReadOwnEmployer => ("Xem hồ sơ và người của doanh nghiệp mình; rời đi", "See one's own employer's record and members; leave it"),
            Self::ManageOwnEmployer => ("Sửa hồ sơ và quản lý người của doanh nghiệp mình", "Change one's own employer's record and members"),
            Self::ManageOwnCollege => ("Sửa hồ sơ và quản lý người của trường mình", "Change one's own college's record and members"),
            Self::ReadQueue => ("Xem danh sách chờ duyệt và từng hồ sơ", "See the moderation queue and its cases"),
            Self::Decide => ("Nhận và quyết định hồ sơ", "Claim and decide cases"),
            Self::Supervise => (
                "Xem việc duyệt đang ra sao; công nhận doanh nghiệp đáng tin cậy",
                "See how the queue is worked through; say which employers are trusted",
            ),
            Self::ServeAtCounter => (
                "Nhập hộ tại quầy với sự đồng ý được ghi lại; tra cứu người tìm việc, có lý do",
                "Enter for somebody at the counter with their recorded consent; look seekers up, for a reason",
            ),
            Self::Administer => (
                "Quản trị: tài khoản, tin nhắn, công việc, nhật ký, thông báo",
                "Administer: accounts, messages, jobs, audit log, announcements",
            ),
            Self::ReadByProgram => (
                "Đọc tin của doanh nghiệp mình qua API; với khóa thử thì chỉ tin thử",
                "Read one's own employer's vacancies by the API; with a test key those for trying out",
            ),
            Self::WriteByProgram => (
                "Tạo, sửa, gửi duyệt, đóng tin của doanh nghiệp mình qua API",
                "Make, change, submit and close one's own employer's vacancies by the API",
            ),
            Self::Operate => ("Nạp danh mục, nhập dữ liệu, dựng lại chỉ mục (bằng lệnh)", "Load lists, import, reindex (by command)"),
        };
        if locale == Locale::Vi { vi } else { en }
    }
}

/// The kinds of actor that a cell stands for.
fn may(action: Action, kind: ActorKind) -> bool {
    TABLE.iter().any(|(known, kinds)| *known == action && kinds.contains(&kind))
}

/// The table for a terminal: under each action, who may.
pub fn listing(locale: Locale) -> String {
    let (title, own) = heading(locale);
    let mut out = format!("{title}\n{own}\n");
    for action in Action::ALL {
        let _ = write!(out, "\n{}\n", action.label(locale));
        for kind in ActorKind::ALL.into_iter().filter(|kind| may(action, *kind)) {
            let _ = writeln!(out, "  ✓ {}", kind.label(locale));
        }
    }
    out
}

fn heading(locale: Locale) -> (&'static str, &'static str) {
    match locale {
        Locale::Vi => (
            "Ai được làm gì",
            "Ngoài bảng này, hồ sơ của ai thì chỉ người đó (hoặc tổ chức đó) thấy: hồ sơ của người khác được trả lời là không có. Không ai được đăng nhập thay người khác.",
        ),
        Locale::En => (
            "Who may do what",
            "Besides this table, a record is only there for its owner (a person, or an organisation): somebody else's is answered as not found. Nobody can sign in as somebody else.",
        ),
    }
}

/// The table as Markdown: an action a row, a kind of actor a column.
pub fn markdown(locale: Locale) -> String {
    let (title, own) = heading(locale);
    let what = if locale == Locale::Vi { "Việc" } else { "Action" };
    let mut out = format!("## {title}\n\n{own}\n\n| {what} |");
    for kind in ActorKind::ALL {
        let _ = write!(out, " {} |", kind.label(locale));
    }
    let _ = write!(out, "\n| --- |{}\n", " :-: |".repeat(ActorKind::ALL.len()));
    for action in Action::ALL {
        let _ = write!(out, "| {} |", action.label(locale));
        for kind in ActorKind::ALL {
            out.push_str(if may(action, kind) { " ✓ |" } else { "  |" });
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_and_column_has_words_of_its_own() {
        for locale in Locale::ALL {
            let actions: BTreeSet<_> = Action::ALL.iter().map(|action| action.label(locale)).collect();
            let kinds: BTreeSet<_> = ActorKind::ALL.iter().map(|kind| kind.label(locale)).collect();
            assert_eq!((actions.len(), kinds.len()), (Action::ALL.len(), ActorKind::ALL.len()));
            let ticks: usize = TABLE.iter().map(|(_, kinds)| kinds.len()).sum();
            assert_eq!(markdown(locale).matches('✓').count(), ticks);
            assert_eq!(listing(locale).matches('✓').count(), ticks);
        }
    }

    #[test]
    fn the_page_in_docs_is_that_of_the_table() {
        let page = format!(
            "# Access\n\nMade from `domain::access::TABLE` by the tests of `crates/domain`; run them with `UPDATE_DOCS=1` after a change. `sanviec access` prints the same.\n\n{}\n{}",
            markdown(Locale::Vi),
            markdown(Locale::En)
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/ACCESS.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "run the tests with UPDATE_DOCS=1");
    }
}
