//! The title and the texts of an invented vacancy.

use super::{Scene, lower_first, upper_first};
use crate::generate::random::Dice;
use crate::generate::{names, texts};
use sanviec_domain::vacancy::{SkillDemand, VacancyContent, limits};
use sanviec_domain::vocabulary::{Benefit, Experience, Fluency, Meals, OwnershipKind, Qualification, Shift};

pub(super) fn title(dice: &mut Dice, scene: &Scene<'_>, content: &VacancyContent) -> String {
    let name = if dice.percent(52) || scene.job.others.is_empty() {
        scene.job.title
    } else {
        dice.pick(scene.job.others)
    };
    let openings = content.openings.unwrap_or(1);
    let before = *dice.weighted(&[("", 55), ("Tuyển ", 15), ("Cần tuyển ", 14), ("Tuyển gấp ", 10), ("Tuyển dụng ", 6)]);
    let number = if !before.is_empty() && openings > 3 && dice.percent(55) {
        format!("{openings} ")
    } else {
        String::new()
    };
    let named = if before.is_empty() { upper_first(name) } else { lower_first(name) };
    let pay = content.pay.usual.and_then(|usual| Some((usual.from?.0 / 100_000, usual.to?.0 / 100_000)));
    let millions = |tenths: i64| {
        if tenths % 10 == 0 {
            (tenths / 10).to_string()
        } else {
            format!("{},{}", tenths / 10, tenths % 10)
        }
    };
    let after = match dice.below(100) {
        0..48 => String::new(),
        48..63 => format!(" – {}", scene.place_name),
        63..70 => format!(" tại {}", scene.place_name),
        70..78 => pay
            .filter(|(from, to)| from < to)
            .map(|(from, to)| format!(" – lương {}–{} triệu", millions(from), millions(to)))
            .unwrap_or_default(),
        78..83 => " (đi làm ngay)".to_owned(),
        83..88 => if content.has_bus() { " – có xe đưa đón" } else { "" }.to_owned(),
        88..92 => if content.has_dormitory() { " – có ký túc xá" } else { "" }.to_owned(),
        92..96 => match content.shift {
            Some(Shift::Office) => " (giờ hành chính)".to_owned(),
            Some(Shift::Night) => " (ca đêm)".to_owned(),
            Some(Shift::TwoShifts) => " (2 ca)".to_owned(),
            _ => String::new(),
        },
        _ => if scene.job.qualification == Qualification::None {
            " – chưa có kinh nghiệm được đào tạo"
        } else {
            ""
        }
        .to_owned(),
    };
    let title = format!("{before}{number}{named}{after}");
    if title.chars().count() > limits::TITLE { upper_first(name) } else { title }
}

fn fill(dice: &mut Dice, sentence: &str, scene: &Scene<'_>) -> String {
    let mut out = String::with_capacity(sentence.len() + 24);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        match slot {
            "ma" => out.push_str(&scene.code),
            "chuyen" => out.push_str(&scene.line),
            "may" => out.push_str(dice.pick::<&str>(texts::machines(scene.job.branch))),
            "khach" => out.push_str(scene.market),
            "nghe" => out.push_str(&lower_first(scene.job.title)),
            "nganh" => out.push_str(dice.pick::<&str>(texts::fields(scene.job.branch))),
            "bac" => out.push_str(match scene.job.qualification {
                Qualification::University => "đại học",
                Qualification::College => "cao đẳng",
                Qualification::Intermediate => "trung cấp",
                _ => "sơ cấp",
            }),
            "noi" => out.push_str(&scene.place_name),
            "ten" => {
                let (name, woman) = names::person(dice);
                out.push_str(if woman { "chị " } else { "anh " });
                out.push_str(&name);
            }
            "thang" => out.push_str(&dice.between(1, 7).to_string()),
            _ => out.push_str(&dice.between(2, 5).to_string()),
        }
        rest = after;
    }
    out.push_str(rest);
    upper_first(&out)
}

/// About 120 to 180 words in the three texts together.
pub(super) fn text(dice: &mut Dice, content: &mut VacancyContent, scene: &Scene<'_>, skilled: bool) {
    let wanted = dice.between(122, 176) as usize;
    let factory = scene.employer.branch.is_factory();
    let company = scene.employer.name.trim_end_matches(" (mẫu)");
    let openings = content.openings.unwrap_or(1);
    let nghe = lower_first(scene.job.title);
    let intro = match dice.below(4) {
        0 => format!("{company} cần tuyển {openings} {nghe} làm việc tại {}.", scene.place_name),
        1 => format!(
            "Do mở rộng {}, {company} tuyển {openings} {nghe} tại {}.",
            if factory { "sản xuất" } else { "hoạt động" },
            scene.place_name
        ),
        2 => format!("{company} ({}) thông báo tuyển {openings} {nghe}.", scene.place_name),
        _ => format!("Làm việc tại {}, {company}. Số lượng cần tuyển: {openings} {nghe}.", scene.place_name),
    };
    let count = |text: &str| text.split_whitespace().count();
    let mut words = count(&intro);
    let mut description = intro;
    let duties = texts::own_duties(scene.job.code).unwrap_or_else(|| texts::duties(scene.job.branch));
    let mut done = dice.some(duties, duties.len());
    done.extend(dice.some(texts::COMMON_DUTIES, 3));
    for duty in done {
        if words * 100 >= wanted * 48 {
            break;
        }
        let line = fill(dice, duty, scene);
        words += count(&line);
        description.push_str("\n- ");
        description.push_str(&line);
        description.push('.');
    }
    if dice.percent(60) {
        let closing = *dice.pick(texts::CLOSINGS);
        let closing = fill(dice, closing, scene);
        words += count(&closing);
        description.push('\n');
        description.push_str(&closing);
    }
    let mut asked: Vec<&&str> = if skilled { dice.some(texts::SKILLED_DEMANDS, 3) } else { Vec::new() };
    asked.extend(dice.some(texts::DEMANDS, texts::DEMANDS.len()).into_iter().filter(|demand| {
        // Nothing that contradicts the rest of the posting.
        !(skilled && (demand.starts_with("Không yêu cầu kinh nghiệm") || demand.starts_with("Tốt nghiệp trung học") || demand.starts_with("Biết đọc")))
            && !(content.bus.is_empty() && demand.contains("xe"))
            && (factory || !demand.contains("bản vẽ"))
            && (factory || !demand.contains("vốn đầu tư"))
            && !(content.experience != Some(Experience::None) && demand.starts_with("Không yêu cầu"))
    }));
    let mut requirements = Vec::new();
    for demand in asked {
        if words * 100 >= wanted * 82 && !requirements.is_empty() {
            break;
        }
        let line = fill(dice, demand, scene);
        words += count(&line);
        requirements.push(format!("- {line}."));
    }
    let mut extras = Vec::new();
    for benefit in dice.some(texts::BENEFITS, texts::BENEFITS.len()) {
        if words >= wanted && !extras.is_empty() {
            break;
        }
        let fits = (!benefit.contains("Ăn ca") || matches!(content.meals, Some(Meals::One | Meals::Two | Meals::Three)))
            && (!benefit.contains("mười ba") || content.pay.thirteenth_month)
            && (factory || !["Nhà xưởng", "nhà máy", "tổ trưởng", "năng suất"].iter().any(|word| benefit.contains(word)))
            && (!benefit.contains("bảo hiểm xã hội") || content.benefits.contains(&Benefit::Insurance));
        if fits {
            let n = dice.between(12, 14).to_string();
            let line = fill(dice, &benefit.replace("{n}", &n), scene);
            words += count(&line);
            extras.push(format!("- {line}."));
        }
    }
    content.description = description;
    content.requirements = requirements.join("\n");
    content.benefits_other = extras.join("\n");
    if scene.employer.profile.ownership == Some(OwnershipKind::Foreign) && skilled && content.languages.is_empty() && dice.percent(10) {
        content.languages.push(SkillDemand {
            name: "Tiếng Anh".to_owned(),
            certificate: None,
            fluency: Some(Fluency::Average),
        });
    }
}

/// "hòa" as "hoà": the tone on the last vowel, as older rules and many keyboards place it.
pub(super) fn old_tone_placement(text: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("ủy", "uỷ"),
        ("úy", "uý"),
        ("ùy", "uỳ"),
        ("ụy", "uỵ"),
        ("ũy", "uỹ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
    ];
    let mut out = text.to_owned();
    for (new, old) in PAIRS {
        // "oán", "oàn" are written so in both ways; only open syllables differ.
        if out.contains(new) {
            out = out.replace(new, old);
        }
    }
    out
}
