//! Invented names: people, companies, hamlets, stops.

use super::jobs::Branch;
use super::random::{Dice, Zipf};

/// Family names, most frequent first (shares after the usual counts: Nguyễn about 38 %).
const FAMILY: &[(&str, u32)] = &[
    ("Nguyễn", 380),
    ("Trần", 120),
    ("Phạm", 90),
    ("Lê", 85),
    ("Vũ", 60),
    ("Đỗ", 35),
    ("Hoàng", 35),
    ("Bùi", 30),
    ("Đặng", 25),
    ("Ngô", 18),
    ("Đào", 16),
    ("Đinh", 14),
    ("Lương", 12),
    ("Hà", 12),
    ("Tạ", 9),
    ("Dương", 9),
    ("Khúc", 4),
    ("Lại", 6),
    ("Tô", 6),
    ("Giang", 4),
    ("Quách", 3),
    ("Nhâm", 3),
    ("Khiếu", 2),
    ("Tống", 3),
];
const MIDDLE_WOMEN: &[(&str, u32)] = &[
    ("Thị", 60),
    ("Thị Thu", 8),
    ("Thị Hồng", 7),
    ("Thị Ngọc", 6),
    ("Thị Minh", 5),
    ("Thị Thanh", 6),
    ("Ngọc", 5),
    ("Thu", 4),
    ("Phương", 3),
    ("Khánh", 2),
];
const MIDDLE_MEN: &[(&str, u32)] = &[
    ("Văn", 50),
    ("Đức", 9),
    ("Minh", 7),
    ("Quang", 7),
    ("Xuân", 6),
    ("Hữu", 5),
    ("Duy", 4),
    ("Đình", 5),
    ("Trọng", 4),
    ("Công", 3),
    ("Ngọc", 3),
    ("Mạnh", 3),
];
const WOMEN: &[&str] = &[
    "Hương",
    "Lan",
    "Hoa",
    "Hằng",
    "Thủy",
    "Nga",
    "Huyền",
    "Linh",
    "Trang",
    "Mai",
    "Thảo",
    "Yến",
    "Hạnh",
    "Nhung",
    "Oanh",
    "Quỳnh",
    "Loan",
    "Ngân",
    "Hiền",
    "Phượng",
    "Thơm",
    "Xuân",
    "Dung",
    "Tuyết",
    "Vân",
    "Chinh",
    "Dịu",
    "Gấm",
    "Lụa",
    "Mận",
    "Nhài",
    "Thêu",
    "Tươi",
    "Duyên",
    "Bích",
    "Hà",
    "Anh",
    "Nguyệt",
];
const MEN: &[&str] = &[
    "Hùng", "Dũng", "Tuấn", "Nam", "Hải", "Sơn", "Long", "Thắng", "Cường", "Mạnh", "Đạt", "Hiếu", "Toàn", "Quân", "Tùng", "Bình", "Hòa", "Phúc", "Khánh", "Kiên", "Lâm", "Nghĩa",
    "Phong", "Quyết", "Thành", "Tiến", "Trung", "Vinh", "Chiến", "Đông", "Giang", "Hưng", "Huy", "Duy", "Việt", "Thịnh", "Luân", "Vượng",
];

/// A person's name, and whether it is a woman's.
pub fn person(dice: &mut Dice) -> (String, bool) {
    let woman = dice.percent(56);
    let family = *dice.weighted(FAMILY);
    let (middle, given) = if woman {
        (*dice.weighted(MIDDLE_WOMEN), *dice.pick(WOMEN))
    } else {
        (*dice.weighted(MIDDLE_MEN), *dice.pick(MEN))
    };
    (format!("{family} {middle} {given}"), woman)
}

/// Words that companies are named with.
const LUCK: &[&str] = &[
    "An",
    "Bình",
    "Phát",
    "Thịnh",
    "Hưng",
    "Long",
    "Minh",
    "Phú",
    "Quang",
    "Thành",
    "Tiến",
    "Vạn",
    "Đại",
    "Đức",
    "Gia",
    "Hòa",
    "Hoàng",
    "Khang",
    "Lộc",
    "Nam",
    "Ngọc",
    "Phúc",
    "Sơn",
    "Tân",
    "Thái",
    "Thiên",
    "Trung",
    "Trường",
    "Việt",
    "Xuân",
    "Bảo",
    "Cường",
    "Đông",
    "Hải",
    "Hồng",
    "Kim",
    "Lâm",
    "Mỹ",
    "Nhật",
    "Thuận",
    "Toàn",
    "Tường",
    "Vinh",
    "Yên",
    "Bách",
    "Châu",
    "Cát",
    "Diệp",
    "Hà",
    "Khải",
    "Linh",
    "Nguyên",
];

/// Foreign-sounding names, all invented.
const FOREIGN: &[&str] = &[
    "Hanvelo",
    "Daesomi",
    "Sungravi",
    "Kyoreta",
    "Meirano",
    "Sanokei",
    "Taiyuma",
    "Honglira",
    "Jinsaro",
    "Everlumo",
    "Luxorem",
    "Greenavo",
    "Nordavel",
    "Asiavero",
    "Unikora",
    "Maxaron",
    "Sunaveda",
    "Woorisan",
    "Haneuri",
    "Dongsami",
    "Shinaro",
    "Fujikara",
    "Weltora",
    "Kingavel",
    "Grandoka",
    "Pacivera",
    "Novarim",
    "Yoshirano",
    "Kimsoora",
    "Tekavina",
];

/// Onsets and rhymes of rare but well-formed syllables, for the long tail.
const ONSETS: &[&str] = &["B", "Ch", "D", "Đ", "G", "H", "Kh", "L", "M", "N", "Ng", "Nh", "Ph", "Qu", "S", "T", "Th", "Tr", "V", "X"];
const RHYMES: &[&str] = &[
    "ai", "an", "ang", "anh", "ao", "âm", "ân", "âu", "en", "êu", "iên", "iêm", "inh", "oan", "oang", "ông", "ơn", "uân", "ung", "uyên", "ương", "ưu", "ái", "án", "áng", "ánh",
    "áo", "ấm", "ấn", "ận", "ền", "ếu", "iến", "iện", "ính", "ịnh", "oán", "ộng", "ống", "ợp", "uấn", "uận", "úc", "ục", "uyến", "uyện", "ướng", "ượng", "ựu", "ạo", "ản", "ảo",
    "ễn", "ĩnh", "õng", "ũng",
];

/// A syllable of the long tail.
pub fn rare_syllable(dice: &mut Dice, tail: &Zipf) -> String {
    let rank = tail.draw(dice);
    // A fixed shuffle, so that neighbouring ranks don't rhyme.
    let mixed = rank * 7919 % (ONSETS.len() * RHYMES.len());
    let (onset, rhyme) = (ONSETS[mixed % ONSETS.len()], RHYMES[mixed / ONSETS.len()]);
    // "Qu" is followed by no u, "g", "ng" by no e or i.
    let rhyme = match (onset, rhyme.chars().next()) {
        ("Qu", Some('u' | 'ú' | 'ụ' | 'ư' | 'o' | 'õ' | 'ô' | 'ơ' | 'ộ' | 'ố' | 'ợ' | 'ũ' | 'ự')) => "ang",
        ("G" | "Ng", Some('e' | 'ê' | 'i' | 'í' | 'ị' | 'ĩ' | 'ề' | 'ế' | 'ễ')) => "ân",
        _ => rhyme,
    };
    format!("{onset}{rhyme}")
}

/// How many ranks [`rare_syllable`] has.
pub const RARE_SYLLABLES: usize = ONSETS.len() * RHYMES.len();

/// Two-word names that well-known companies bear.
const KNOWN: &[&str] = &[
    "Long Châu",
    "Hòa Phát",
    "Việt Tiến",
    "Hoàng Long",
    "An Phát",
    "Đức Giang",
    "Thiên Long",
    "Minh Phú",
    "Bảo Minh",
    "Hải Hà",
    "Phú Thái",
    "Hồng Hà",
    "Hoàng Hà",
    "Trường Hải",
    "Đại Nam",
    "Việt Hưng",
    "Bảo Long",
    "Hưng Thịnh",
    "An Gia",
    "Kim Long",
    "Nam Long",
    "Hải Long",
    "Phúc Long",
    "Trung Nguyên",
    "Hoàng Quân",
    "Minh Long",
    "Hưng Yên",
    "Nam Cường",
    "Phú Cường",
    "Phú Mỹ",
    "Việt Nhật",
    "Thành Nam",
    "Thái Bình",
    "Hải Châu",
    "Xuân Thành",
    "Xuân Trường",
    "Đại Việt",
    "Đông Nam",
    "Việt Nam",
];

/// Two different lucky words that no well-known company bears together.
fn lucky(dice: &mut Dice) -> String {
    loop {
        let (first, second) = (*dice.pick(LUCK), *dice.pick(LUCK));
        let name = format!("{first} {second}");
        if first != second && !KNOWN.contains(&name.as_str()) {
            return name;
        }
    }
}

/// A company's name, always marked as invented.
pub fn company(dice: &mut Dice, branch: Branch, rank: usize, foreign: bool, tail: &Zipf) -> String {
    let business = dice.pick(businesses(branch));
    let own = if foreign && dice.percent(70) {
        let word = dice.pick(FOREIGN);
        if rank < 60 {
            (*word).to_owned()
        } else {
            format!("{word} {}", rare_syllable(dice, tail))
        }
    } else if rank < 400 {
        lucky(dice)
    } else {
        // Far down the list names grow rarer.
        format!("{} {}", dice.pick(LUCK), rare_syllable(dice, tail))
    };
    let form = *dice.weighted(&[("TNHH", 55), ("Cổ phần", 32), ("TNHH MTV", 13)]);
    let name = match branch {
        Branch::Teaching => format!("Trường Mầm non tư thục {own}"),
        Branch::Health if dice.percent(60) => format!("Phòng khám đa khoa {own}"),
        Branch::Farming if dice.percent(50) => format!("Hợp tác xã nông nghiệp {own}"),
        _ if foreign => format!("Công ty TNHH {business} {own} Việt Nam"),
        _ => format!("Công ty {form} {business} {own}"),
    };
    // Companies with the same words are told apart by a number, as sister companies are.
    format!("{name} (mẫu)")
}

fn businesses(branch: Branch) -> &'static [&'static str] {
    match branch {
        Branch::Garment => &["May", "May mặc", "Dệt may", "May xuất khẩu", "Thời trang", "Dệt", "Sợi"],
        Branch::Shoes => &["Giày", "Giày da", "Sản xuất giày", "Túi xách"],
        Branch::Electronics => &["Điện tử", "Linh kiện điện tử", "Công nghệ điện tử", "Dây điện", "Thiết bị điện"],
        Branch::Metal => &["Cơ khí", "Kết cấu thép", "Phụ tùng", "Cơ khí chính xác", "Khuôn mẫu"],
        Branch::Plastics => &["Nhựa", "Bao bì", "In và Bao bì", "Cao su"],
        Branch::Ceramics => &["Gốm sứ", "Sứ vệ sinh", "Gạch men", "Thủy tinh"],
        Branch::Food => &["Thực phẩm", "Chế biến thủy sản", "Đồ uống", "Bánh kẹo", "Nông sản"],
        Branch::Wood => &["Gỗ", "Nội thất", "Chế biến gỗ"],
        Branch::Store => &["Kho vận", "Logistics"],
        Branch::Transport => &["Vận tải", "Vận tải và Thương mại"],
        Branch::Sales => &["Thương mại", "Siêu thị", "Điện máy", "Thương mại và Dịch vụ"],
        Branch::Services => &["Dịch vụ", "Dịch vụ tổng hợp", "Thương mại Dịch vụ"],
        Branch::Building => &["Xây dựng", "Xây lắp", "Đầu tư xây dựng"],
        Branch::Computing => &["Công nghệ", "Giải pháp phần mềm"],
        Branch::Health => &["Dược phẩm", "Y tế"],
        Branch::Farming => &["Giống vật nuôi", "Nông nghiệp công nghệ cao"],
        _ => &["Đầu tư và Phát triển"],
    }
}

/// What a branch makes or does, for form 03.
pub fn product(branch: Branch) -> &'static str {
    match branch {
        Branch::Garment => "Áo jacket, quần âu, áo sơ mi xuất khẩu",
        Branch::Shoes => "Giày thể thao, mũ giày",
        Branch::Electronics => "Linh kiện, bảng mạch, dây điện ô tô",
        Branch::Metal => "Chi tiết cơ khí, kết cấu thép",
        Branch::Plastics => "Sản phẩm nhựa, bao bì các tông",
        Branch::Ceramics => "Gạch men, sứ vệ sinh, chai thủy tinh",
        Branch::Food => "Thực phẩm chế biến, đồ uống",
        Branch::Wood => "Bàn ghế, nội thất gỗ",
        Branch::Store => "Cho thuê kho, giao nhận hàng hóa",
        Branch::Transport => "Vận tải hàng hóa, đưa đón công nhân",
        Branch::Office | Branch::General => "Sản xuất hàng tiêu dùng",
        Branch::Sales => "Bán lẻ hàng tiêu dùng, điện máy",
        Branch::Services => "Bảo vệ, vệ sinh, suất ăn công nghiệp",
        Branch::Building => "Thi công nhà xưởng, nhà ở",
        Branch::Computing => "Phần mềm, thiết kế",
        Branch::Health => "Khám chữa bệnh, bán thuốc",
        Branch::Teaching => "Nuôi dạy trẻ, dạy ngoại ngữ",
        Branch::Farming => "Lợn, gà giống; rau an toàn; ngao, tôm",
    }
}

/// Hamlets and streets, invented or as common as can be.
const HAMLETS: &[&str] = &[
    "Đông",
    "Đoài",
    "Thượng",
    "Hạ",
    "Trung",
    "Bắc",
    "Nam",
    "Tân Tiến",
    "Đồng Tâm",
    "Quyết Tiến",
    "Xuân Hòa",
    "Phú Lạc",
    "An Ninh",
    "Vĩnh Trung",
    "Hoàng Xá",
    "Lạc Thành",
    "Bồ Trang",
    "Cổ Hội",
];
const ROADS: &[&str] = &[
    "Trần Hưng Đạo",
    "Lý Thường Kiệt",
    "Lê Quý Đôn",
    "Nguyễn Văn Linh",
    "Quang Trung",
    "Trần Thái Tông",
    "Hai Bà Trưng",
    "Phạm Ngũ Lão",
    "Điện Biên",
    "Long Hưng",
];

/// A street line: a lot in a park, a hamlet or a house number.
pub fn street(dice: &mut Dice, in_park: bool, town: bool) -> String {
    if in_park {
        let letter = *dice.pick(&["A", "B", "C", "D", "E", "F", "K", "M"]);
        format!(
            "Lô {letter}{}-{}, đường {}{}",
            dice.between(1, 24),
            dice.between(1, 9),
            dice.pick(&["N", "D", "T"]),
            dice.between(1, 12)
        )
    } else if town {
        format!("Số {} đường {}", dice.between(1, 480), dice.pick(ROADS))
    } else {
        format!("Thôn {}", dice.pick(HAMLETS))
    }
}

/// Stops along a bus route: crossroads, markets, bridges.
const LANDMARKS: &[&str] = &[
    "Ngã tư",
    "Chợ",
    "Cầu",
    "Cổng làng",
    "Bưu điện",
    "Trạm y tế",
    "UBND xã",
    "Ngã ba",
    "Cây xăng",
    "Trường THPT",
    "Sân vận động",
    "Đình làng",
];

/// A stop's name near a commune as it was called before 2025.
pub fn stop(dice: &mut Dice, former: &str) -> String {
    format!("{} {former}", dice.pick(LANDMARKS))
}
