//! The words of a title that are no field of work: roles, what a seller sells, and what only adds.
//! Phrases of one kind are parted by "; ".

use super::title::Zone;

/// The place of a person in the work of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Heads of departments and their deputies.
    Head,
    Director,
    /// Leads a team or a shift: takes the occupation of those who are led, or of their supervisors.
    Leader,
    Engineer,
    Intern,
    /// Works for somebody whose role follows: "trợ lý giám đốc" directs nothing.
    Assistant,
}

/// What the customers of a seller buy, which decides between the occupations of selling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trade {
    Shop,
    Vehicles,
    Parts,
    Software,
    Engineering,
    Distance,
    Property,
    Insurance,
    Study,
    Credit,
    /// Selling to businesses is named as well.
    Business,
    /// Selling to shops, not in them.
    Channel,
    /// Not sold: the electrical part of a building site.
    Electrical,
}

pub(super) const ROLES: &[(Role, &str)] = &[
    (
        Role::Head,
        "trưởng phòng; phó phòng; trường phòng; trưởng bộ phận; phó bộ phận; trưởng ban; phó ban; trưởng khối; phó trưởng phòng; phụ trách phòng; phụ trách bộ phận; lãnh đạo phòng; head of; manager; quản lý phòng; quản lý bộ phận; head",
    ),
    (
        Role::Director,
        "giám đốc; phó giám đốc; tổng giám đốc; phó tổng giám đốc; director; GĐ; PGĐ; giám đốc điều hành",
    ),
    (
        Role::Leader,
        "trưởng nhóm; phó nhóm; nhóm trưởng; tổ trưởng; tổ phó; đội trưởng; đội phó; giám sát; giám sát viên; quản lý; leader; team leader; teamleader; supervisor; trưởng ca; quản đốc; phó quản đốc; lead; sup",
    ),
    (Role::Engineer, "kỹ sư; engineer; KS"),
    (Role::Intern, "thực tập sinh; thực tập; TTS; intern; internship; thực tâp sinh"),
    (
        Role::Assistant,
        "trợ lý; thư ký; lái xe; tài xế; phiên dịch; thông dịch; biên dịch; biên phiên dịch; assistant; trợ lí",
    ),
];

pub(super) const TRADES: &[(Trade, &str)] = &[
    (Trade::Shop, "showroom; cửa hàng; shop; siêu thị; bán lẻ; TTTM; trung tâm thương mại; tại quầy"),
    (
        Trade::Vehicles,
        "ô tô; oto; xe máy; xe điện; xe hơi; xe tải; xe máy điện; vinfast; toyota; honda; hyundai; mazda; mitsubishi; BMW; mercedes; KIA; geely; xe con; bán xe; xe 50cc",
    ),
    (
        Trade::Parts,
        "phụ tùng; phụ kiện; sơn; lốp; dầu nhớt; sửa chữa; bảo dưỡng; thiết bị; ắc quy; phim cách nhiệt",
    ),
    (
        Trade::Software,
        "phần mềm; website; công nghệ thông tin; công nghê thông tin; CNTT; ERP; CRM; hóa đơn điện tử; chữ ký số; SaaS; giải pháp CNTT; IT; cloud",
    ),
    (Trade::Engineering, "sales engineer; sale engineer; pre sales; presales; kỹ sư bán hàng; kỹ sư kinh doanh"),
    (
        Trade::Distance,
        "qua điện thoại; online; trực page; qua chat; kênh chat; fanpage; telesales; telesale; chốt đơn",
    ),
    (Trade::Property, "bất động sản; BĐS; căn hộ; chung cư; đất nền; nhà phố; nhà đất"),
    (Trade::Insurance, "bảo hiểm; bancassurance"),
    (Trade::Study, "du học; tuyển sinh; khóa học; giáo dục; trung tâm anh ngữ; trung tâm tiếng Anh"),
    (Trade::Credit, "tín dụng; khoản vay; thẻ tín dụng; vay vốn; vay tiêu dùng; tín chấp"),
    (
        Trade::Electrical,
        "cơ điện; MEP; M E; điện nhẹ; điện mặt trời; ELV; nhiệt điện; tủ điện; điện nước; thi công điện; điện công nghiệp",
    ),
    (Trade::Channel, "kênh; đại lý; phân phối; B2B; dự án; nhà phân phối"),
    (Trade::Business, "kinh doanh; sale; sales; kênh GT; kênh MT; thị trường; đại lý; B2B; dự án; phân phối"),
];

/// Words behind which a title only adds to what it has named, and how little that counts.
pub(super) const CHANGES: &[(Zone, &str)] = &[
    (Zone::Behind, "kiêm; mảng; ngành; lĩnh vực; chuyên ngành; chuyên nghành; dành cho; cho; thuộc; phụ trách"),
    (
        Zone::Conditions,
        "thu nhập; thu nhâp; mức lương; upto; up to; đi làm; nhận việc; làm việc; địa điểm; không yêu cầu; không cần; không kinh nghiệm; không YC; kinh nghiệm; yêu cầu; ưu tiên; phúc lợi; tốt nghiệp; chấp nhận; được đào tạo; có đào tạo; sinh viên; khu vực; chế độ; hỗ trợ ăn; hỗ trợ đi lại; nhận sinh viên; việc tốt; tổng thu nhập; KCN; khu công nghiệp; quận",
    ),
];

/// As [`CHANGES`], but other words without their marks ("lượng", "tải"): believed only where marks are.
pub(super) const MARKED_CHANGES: &[(Zone, &str)] = &[(Zone::Conditions, "lương; tại; biết; có; mạnh; từ; thạo")];
