//! With what each route is walked.

use super::is_test;
use http::Method;
use sanviec_domain::access::ActorKind;
use sanviec_web::routes::Route;

/// What stands in the place of a path's parameters.
pub struct Places {
    pub branch: String,
    pub number: i64,
    pub vacancy: String,
    pub foreign_vacancy: String,
    pub application: String,
    pub foreign_application: String,
    pub own_application: String,
    pub foreign_own_application: String,
    pub employer: String,
    pub stranger: String,
    pub member: String,
    pub college_member: String,
    pub invitation: String,
    pub college_invitation: String,
    pub invitation_token: String,
    pub join: String,
    pub college_join: String,
    pub report: String,
    pub batch: String,
    pub foreign_batch: String,
    pub programme: String,
    pub foreign_programme: String,
    pub cohorts: [String; 3],
    pub foreign_cohort: String,
    pub demand: String,
    pub foreign_demand: String,
    pub partnership: String,
    pub foreign_partnership: String,
    /// A meeting in each of the two.
    pub partnership_meeting: String,
    pub foreign_partnership_meeting: String,
    /// A file in each of the two: in the own one of each side.
    pub shared_file: String,
    pub shared_file_of_college: String,
    pub foreign_shared_file: String,
    pub agreement: String,
    pub foreign_agreement: String,
    pub college: String,
    /// A conference that runs, with a business, a college and their meeting; and one of others.
    pub event: String,
    pub registration: String,
    pub meeting: String,
    pub foreign_event: String,
    pub foreign_meeting: String,
    pub test_vacancy: String,
    pub foreign_test_vacancy: String,
    pub api_key: String,
    pub foreign_api_key: String,
    pub webhook: String,
    pub foreign_webhook: String,
    pub case: String,
    pub dead_job: String,
    pub file: String,
    pub foreign_file: String,
    pub entered: String,
    pub message: String,
    pub person: String,
    pub announcement: String,
    pub code: String,
    pub asset: String,
}

/// How a route is walked.
pub struct Sample {
    pub path: String,
    /// The same route with somebody else's record, where records have owners.
    pub foreign: Option<String>,
    pub fields: Vec<(&'static str, String)>,
    /// The body, where a program sends one.
    pub json: serde_json::Value,
}

impl Places {
    pub fn sample(&self, route: &Route, kind: ActorKind) -> Sample {
        let (prefix, path) = match route.path.strip_prefix("/en") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => ("/en", rest),
            _ => ("", route.path.as_str()),
        };
        let here = |path: String| Sample {
            path: format!("{prefix}{path}"),
            foreign: None,
            fields: Vec::new(),
            json: serde_json::Value::Null,
        };
        let id = |value: &str| here(path.replace("{id}", value));
        let owned = |own: &str, foreign: &str| Sample {
            foreign: Some(format!("{prefix}{}", path.replace("{id}", foreign))),
            ..id(own)
        };
        let with = |sample: Sample, fields: &[(&'static str, &str)]| Sample {
            fields: fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
            ..sample
        };
        let (tin, don) = (|| owned(&self.vacancy, &self.foreign_vacancy), || owned(&self.application, &self.foreign_application));
        match path {
            "/viec-lam/kcn/{slug}" => here("/viec-lam/kcn/tien-hai".to_owned()),
            "/viec-lam/nghe/{slug}" => here("/viec-lam/nghe/8153-tho-may".to_owned()),
            "/viec-lam/xa/{slug}" => here("/viec-lam/xa/12826-xa".to_owned()),
            "/viec-lam/{id}" | "/viec-lam/{id}/to-roi" | "/q/{id}" | "/viec-lam/{id}/ung-tuyen" | "/viec-lam/{id}/phan-anh" | "/api/v1/vacancies/{id}" => {
                id(&self.number.to_string())
            }
            "/viec-lam/{id}/phan-anh/{report}" => here(format!("/viec-lam/{}/phan-anh/{}", self.number, self.report)),
            "/viec-lam/{id}/xac-nhan" if route.method == Method::GET => here(format!("/viec-lam/{}/xac-nhan?yeu-cau={}", self.number, self.code)),
            "/viec-lam/{id}/xac-nhan" | "/viec-lam/{id}/gui-lai-ma" => with(id(&self.number.to_string()), &[("yeu-cau", &self.code), ("ma", "000000")]),
            "/xac-nhan" if route.method == Method::GET => here(format!("/xac-nhan?yeu-cau={}", self.code)),
            "/xac-nhan" | "/gui-lai-ma" | "/toi/lien-lac/cu" | "/toi/lien-lac/moi" | "/toi/gop/ma" if route.method != Method::GET => {
                with(here(path.to_owned()), &[("yeu-cau", &self.code), ("ma", "000000")])
            }
            "/dang-nhap/qua/{provider}" | "/dang-nhap/qua/{provider}/ve" | "/toi/lien-ket/{provider}/bo" => here(path.replace("{provider}", "im-lang")),
            "/toi/khoa/bo" => with(here(path.to_owned()), &[("khoa", &self.vacancy)]),
            "/toi/lien-lac/cu" | "/toi/lien-lac/moi" | "/toi/gop/ma" if route.method == Method::GET => here(format!("{path}?yeu-cau={}", self.code)),
            "/doanh-nghiep/{id}" => id(&self.employer),
            "/api/v1/employer/vacancies" => Sample {
                json: serde_json::json!({ "content": {} }),
                ..here(path.to_owned())
            },
            _ if path.starts_with("/api/v1/employer/vacancies/{id}") => {
                let [own, foreign] = if is_test(kind) {
                    [&self.test_vacancy, &self.foreign_test_vacancy]
                } else {
                    [&self.vacancy, &self.foreign_vacancy]
                };
                let json = match path.rsplit('/').next() {
                    Some("{id}") => serde_json::json!({ "content": {} }),
                    Some("close") => serde_json::json!({ "reason": "filled" }),
                    Some("decide") => serde_json::json!({ "outcome": "return" }),
                    _ => serde_json::Value::Null,
                };
                Sample { json, ..owned(own, foreign) }
            }
            _ if path.starts_with("/ntd/ket-noi/khoa/{id}") => owned(&self.api_key, &self.foreign_api_key),
            _ if path.starts_with("/ntd/ket-noi/dia-chi/{id}") => owned(&self.webhook, &self.foreign_webhook),
            "/a/{file}" => here(self.asset.clone()),
            "/api/v1/problems/{code}" => here("/api/v1/problems/not-found".to_owned()),
            "/api/v1/reference/{list}" => here("/api/v1/reference/parks".to_owned()),
            "/toi/don/{id}/nhan-viec" => with(owned(&self.own_application, &self.foreign_own_application), &[("lenh", "confirm")]),
            "/toi/don/{id}" | "/toi/don/{id}/rut" => owned(&self.own_application, &self.foreign_own_application),
            "/ntd/tin/nhap/mau.csv" => here(path.to_owned()),
            _ if path.starts_with("/ntd/tin/nhap/{id}") => {
                let line = if path.ends_with("bo-qua") { "3" } else { "2" };
                let at = |batch: &str| path.replace("{id}", batch).replace("{dong}", line);
                Sample {
                    foreign: Some(at(&self.foreign_batch)),
                    ..here(at(&self.batch))
                }
            }
            "/ntd/tin/{id}/lenh" => with(tin(), &[("command", "pause")]),
            _ if path.starts_with("/ntd/tin/{id}/sua/{buoc}") => {
                let at = |id: &str| path.replace("{id}", id).replace("{buoc}", "1");
                Sample {
                    foreign: Some(at(&self.foreign_vacancy)),
                    ..here(at(&self.vacancy))
                }
            }
            _ if path.starts_with("/ntd/tin/{id}") => tin(),
            "/ntd/don/{id}/lenh" => with(don(), &[("command", "decline"), ("reason", "filled")]),
            "/ntd/don/{id}" => don(),
            _ if path.starts_with("/tt/duyet/{id}") => id(&self.case),
            "/dang-ky/{loai}" => here("/dang-ky/ca-nhan".to_owned()),
            "/xin-tham-gia" => with(here(path.to_owned()), &[("tax-code", "0100109106")]),
            "/loi-moi/{token}" => here(format!("/loi-moi/{}", self.invitation_token)),
            "/ntd/thanh-vien/{id}/vai-tro" => with(owned(&self.member, &self.college_member), &[("role", "viewer")]),
            "/truong-toi/thanh-vien/{id}/vai-tro" => with(owned(&self.college_member, &self.member), &[("role", "viewer")]),
            "/ntd/thanh-vien/{id}/go" => owned(&self.member, &self.college_member),
            "/truong-toi/thanh-vien/{id}/go" => owned(&self.college_member, &self.member),
            _ if path.starts_with("/ntd/loi-moi/{id}") => owned(&self.invitation, &self.college_invitation),
            _ if path.starts_with("/truong-toi/loi-moi/{id}") => owned(&self.college_invitation, &self.invitation),
            "/ntd/xin-tham-gia/{id}" => with(owned(&self.join, &self.college_join), &[("answer", "decline")]),
            "/truong-toi/xin-tham-gia/{id}" => with(owned(&self.college_join, &self.join), &[("answer", "decline")]),
            "/tt/to-chuc/{id}/lenh" => with(id(&self.employer), &[("command", "suspend")]),
            "/tt/to-chuc/{id}/chu/{person}" => here(format!("/tt/to-chuc/{}/chu/{}", self.employer, self.member)),
            "/tt/to-chuc/{id}/xin-tham-gia/{request}" => here(format!("/tt/to-chuc/{}/xin-tham-gia/{}", self.employer, self.join)),
            "/tt/to-chuc/{id}/gop" if route.method == Method::POST => with(id(&self.employer), &[("vao", &self.stranger), ("versions", "0-0")]),
            _ if path.starts_with("/tt/to-chuc/{id}") => id(&self.employer),
            "/dao-tao/{id}" => id(&self.programme),
            "/truong/{id}" => id(&self.college),
            "/truong-toi/chuong-trinh/{id}/lenh" => with(owned(&self.programme, &self.foreign_programme), &[("lenh", "reopen")]),
            _ if path.starts_with("/truong-toi/chuong-trinh/{id}") => owned(&self.programme, &self.foreign_programme),
            // Each takes away one of its own.
            _ if path.starts_with("/truong-toi/khoa/{id}") => {
                let own = match kind {
                    ActorKind::CollegeOwner => &self.cohorts[0],
                    ActorKind::College => &self.cohorts[1],
                    _ => &self.cohorts[2],
                };
                owned(own, &self.foreign_cohort)
            }
            "/ntd/nhu-cau/{id}/lenh" => with(owned(&self.demand, &self.foreign_demand), &[("lenh", "confirm")]),
            _ if path.starts_with("/ntd/nhu-cau/{id}") => owned(&self.demand, &self.foreign_demand),
            "/hop-tac" => with(here(path.to_owned()), &[("doanh-nghiep", &self.employer), ("truong", &self.college)]),
            _ if path.starts_with("/hop-tac/{id}/hen") => {
                let ending = if route.method == Method::GET { ".ics" } else { "" };
                let at = |partnership: &str, meeting: &str| path.replace("{id}", partnership).replace("{hen}", &format!("{meeting}{ending}"));
                let is_centre = matches!(kind, ActorKind::Moderator | ActorKind::Manager | ActorKind::Counsellor);
                let sample = Sample {
                    foreign: (!is_centre).then(|| at(&self.foreign_partnership, &self.foreign_partnership_meeting)),
                    ..here(at(&self.partnership, &self.partnership_meeting))
                };
                with(sample, &[("lenh", "agree")])
            }
            "/hop-tac/{id}/tep/{tep}" => {
                let at = |partnership: &str, file: &str| path.replace("{id}", partnership).replace("{tep}", file);
                let is_centre = matches!(kind, ActorKind::Moderator | ActorKind::Manager | ActorKind::Counsellor);
                // That of the other side, which nobody removes from under the next who asks for it.
                let is_college = matches!(kind, ActorKind::CollegeOwner | ActorKind::College | ActorKind::CollegeViewer);
                let file = if is_college || is_centre { &self.shared_file } else { &self.shared_file_of_college };
                Sample {
                    foreign: (!is_centre).then(|| at(&self.foreign_partnership, &self.foreign_shared_file)),
                    ..here(at(&self.partnership, file))
                }
            }
            _ if path.starts_with("/hop-tac/{id}") => {
                let at = |partnership: &str, agreement: &str| path.replace("{id}", partnership).replace("{ban}", agreement);
                let is_centre = matches!(kind, ActorKind::Moderator | ActorKind::Manager | ActorKind::Counsellor);
                let sample = Sample {
                    // The centre watches over all of them.
                    foreign: (!is_centre).then(|| at(&self.foreign_partnership, &self.foreign_agreement)),
                    ..here(at(&self.partnership, &self.agreement))
                };
                if path.ends_with("/nguoi") {
                    return with(sample, &[("lenh", "confirm_all")]);
                }
                if path.ends_with("/danh-gia") {
                    return with(sample, &[("lenh", "open")]);
                }
                let command = if path.contains("thoa-thuan") { ("lenh", "discard") } else { ("lenh", "complete") };
                with(sample, &[command, ("ly-do", "other"), ("tin-nhan", "Xin chào")])
            }
            "/tt/hoi-nghi/{id}/lenh" => with(id(&self.event), &[("lenh", "cancel"), ("ly-do", "")]),
            "/tt/hoi-nghi/{id}/don-vi/{don}" => with(here(path.replace("{id}", &self.event).replace("{don}", &self.registration)), &[("lenh", "confirm")]),
            _ if path.starts_with("/tt/hoi-nghi/{id}") => {
                let there = path.replace("{id}", &self.event).replace("{don}", &self.registration);
                with(here(there.replace("{cuoc}", &self.meeting)), &[("ket-qua", "talk_on")])
            }
            "/hoi-nghi/{id}" => id(&self.event),
            _ if path.starts_with("/hoi-nghi/{id}") => {
                let at = |event: &str, meeting: &str| path.replace("{id}", event).replace("{cuoc}", meeting);
                let is_staff = matches!(kind, ActorKind::Moderator | ActorKind::Manager | ActorKind::Counsellor);
                let is_form = path.ends_with("/dang-ky");
                let sample = Sample {
                    // Whoever may come can register; what is one's own there is nobody else's.
                    foreign: (!is_staff && !is_form).then(|| at(&self.foreign_event, &self.foreign_meeting)),
                    ..here(at(&self.event, &self.meeting))
                };
                with(sample, &[("ket-qua", "talk_on")])
            }
            "/tep/{id}" => owned(&self.file, &self.foreign_file),
            "/tt/nhap-ho/phieu/{id}" => id(&self.entered),
            "/tt/nguoi-tim-viec/{id}" => with(id(&self.person), &[("ly-do", "kiểm tra quyền truy cập")]),
            "/qt/cong-viec/{id}/thu-lai" => id(&self.dead_job),
            "/qt/kenh-gui/{id}/thu-lai" => id(&self.message),
            "/qt/tai-khoan/{id}/gop" => with(id(&self.person), &[("vao", "0911000222"), ("ly-do-gop", "kiểm tra quyền truy cập")]),
            "/qt/tai-khoan/{id}/gop/lam" => with(id(&self.person), &[("vao", &self.person), ("ly-do-gop", "kiểm tra quyền truy cập")]),
            "/qt/tai-khoan/{id}" => with(id(&self.person), &[("viec", "phien"), ("ly-do", "kiểm tra quyền truy cập")]),
            "/qt/thong-bao/{id}/go" => id(&self.announcement),
            _ if path.starts_with("/qt/chi-nhanh/{id}") => id(&self.branch),
            _ => {
                assert!(
                    !path.contains('{'),
                    "the route {} {} is new: say in Places::sample with what it is walked",
                    route.method,
                    route.path
                );
                here(path.to_owned())
            }
        }
    }
}
