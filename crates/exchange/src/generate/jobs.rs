//! The jobs that are offered, most frequent first within each branch: title, short forms of
//! recruiters, VSCO code, wages.

use sanviec_domain::vocabulary::Qualification;

/// A branch of work, which decides the sentences of a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Branch {
    Garment,
    Shoes,
    Electronics,
    Metal,
    Plastics,
    Ceramics,
    Food,
    Wood,
    Store,
    Transport,
    Office,
    Sales,
    Services,
    Building,
    Computing,
    Health,
    Teaching,
    Farming,
    General,
}

/// A job.
#[derive(Debug)]
pub struct Job {
    /// The usual title.
    pub title: &'static str,
    /// Other titles, and the short forms of recruiters.
    pub others: &'static [&'static str],
    /// VSCO, four digits.
    pub code: &'static str,
    /// The branch of its sentences.
    pub branch: Branch,
    /// Usual income a month in 100,000 VND, from and to.
    pub wage: (i64, i64),
    /// What it takes.
    pub qualification: Qualification,
}

macro_rules! jobs {
    ($($title:literal, [$($other:literal),*], $code:literal, $branch:ident, $low:literal..$high:literal, $qualification:ident;)+) => {
        /// Every job.
        pub const JOBS: &[Job] = &[$(Job {
            title: $title,
            others: &[$($other),*],
            code: $code,
            branch: Branch::$branch,
            wage: ($low, $high),
            qualification: Qualification::$qualification,
        }),+];
    };
}

jobs! {
    "Công nhân may công nghiệp", ["Công nhân may", "CN may", "Thợ may công nghiệp", "CN may công nghiệp"], "8153", Garment, 70..125, None;
    "Công nhân lắp ráp điện tử", ["Công nhân điện tử", "CN điện tử", "CN lắp ráp linh kiện"], "8202", Electronics, 80..135, None;
    "Lao động phổ thông", ["LĐPT", "Công nhân phổ thông", "Lao động phổ thông làm tại xưởng"], "9329", General, 65..105, None;
    "Công nhân sản xuất", ["CNSX", "Công nhân sản xuất chính thức", "CN sản xuất"], "9329", General, 70..115, None;
    "Công nhân may giày", ["CN may mũ giày", "Công nhân giày da", "CN giày"], "8156", Shoes, 70..120, None;
    "Công nhân vận hành máy", ["CN vận hành máy", "Công nhân đứng máy"], "8189", Metal, 80..130, SkilledWithoutCertificate;
    "Nhân viên kiểm tra chất lượng (QC)", ["QC", "Nhân viên QC", "KCS chuyền", "NV kiểm hàng"], "7543", Electronics, 80..130, None;
    "Công nhân đóng gói", ["CN đóng gói", "Công nhân đóng gói thành phẩm"], "9321", General, 65..100, None;
    "Nhân viên kho", ["NV kho", "Công nhân kho", "Nhân viên kho vật tư"], "4321", Store, 75..120, None;
    "Công nhân cắt vải", ["Thợ cắt", "CN cắt", "Công nhân trải vải, cắt vải"], "7532", Garment, 75..125, SkilledWithoutCertificate;
    "Công nhân là ủi, hoàn thiện", ["CN là", "Công nhân hoàn thiện", "Công nhân ủi thành phẩm"], "8153", Garment, 68..110, None;
    "Chuyền trưởng may", ["Chuyền trưởng", "Tổ trưởng tổ may", "Trưởng chuyền may"], "3122", Garment, 110..180, Intermediate;
    "Kỹ thuật chuyền may", ["Nhân viên kỹ thuật may", "NV kỹ thuật chuyền"], "7532", Garment, 95..160, Intermediate;
    "Công nhân thêu vi tính", ["Thợ thêu vi tính", "CN thêu"], "7533", Garment, 75..125, None;
    "Công nhân dệt", ["CN dệt", "Công nhân đứng máy dệt", "Công nhân dệt kim"], "8152", Garment, 75..120, None;
    "Công nhân kéo sợi", ["CN sợi", "Công nhân đứng máy sợi con"], "8151", Garment, 72..115, None;
    "Công nhân dán đế giày", ["CN gò ráp", "Công nhân gò, dán đế"], "7536", Shoes, 75..120, None;
    "Công nhân in, ép giày", ["CN in ép", "Công nhân chặt da"], "8156", Shoes, 72..115, None;
    "Tổ trưởng chuyền giày", ["Chuyền trưởng may giày"], "3122", Shoes, 110..170, Intermediate;
    "Công nhân vận hành máy SMT", ["CN SMT", "Kỹ thuật viên chuyền SMT"], "8202", Electronics, 90..150, Intermediate;
    "Công nhân lắp ráp dây điện ô tô", ["CN dây điện", "Công nhân bó dây điện"], "8202", Electronics, 78..125, None;
    "Kỹ thuật viên điện tử", ["KTV điện tử", "Nhân viên kỹ thuật điện tử"], "3114", Electronics, 100..180, College;
    "Kỹ sư điện tử", ["KS điện tử", "Kỹ sư quy trình (PE)"], "2152", Electronics, 140..280, University;
    "Tổ trưởng sản xuất", ["Leader sản xuất", "TT sản xuất", "Trưởng ca sản xuất"], "3122", Electronics, 110..190, Intermediate;
    "Thợ hàn", ["Thợ hàn CO2, TIG", "CN hàn", "Công nhân hàn"], "7212", Metal, 95..180, Elementary;
    "Thợ vận hành máy CNC", ["Thợ phay CNC", "Thợ tiện CNC", "CN CNC"], "7223", Metal, 100..190, Intermediate;
    "Thợ cơ khí", ["CN cơ khí", "Công nhân cơ khí"], "7222", Metal, 90..160, Elementary;
    "Nhân viên bảo trì", ["KTV bảo trì", "Nhân viên cơ điện", "Thợ bảo trì máy"], "7412", Metal, 100..180, Intermediate;
    "Thợ điện công nghiệp", ["Thợ điện", "Nhân viên điện nước nhà xưởng"], "7412", Metal, 95..170, Intermediate;
    "Công nhân lắp ráp cơ khí", ["CN lắp ráp", "Công nhân lắp ráp phụ tùng"], "8201", Metal, 80..130, None;
    "Công nhân đánh bóng kim loại", ["CN đánh bóng", "Thợ mài"], "7224", Metal, 85..140, None;
    "Kỹ sư cơ khí", ["KS cơ khí", "Kỹ sư thiết kế khuôn"], "2144", Metal, 130..260, University;
    "Kỹ sư điện tự động hóa", ["KS tự động hóa", "Kỹ sư điện"], "2151", Metal, 130..280, University;
    "Quản đốc phân xưởng", ["QĐ phân xưởng", "Quản đốc xưởng sản xuất"], "3122", Metal, 160..300, College;
    "Công nhân ép nhựa", ["CN ép nhựa", "Công nhân đứng máy ép nhựa"], "8142", Plastics, 78..125, None;
    "Công nhân sản xuất bao bì", ["CN bao bì", "Công nhân máy cắt, dán thùng"], "8143", Plastics, 75..118, None;
    "Công nhân in", ["CN in", "Thợ in offset", "Thợ in ống đồng"], "7322", Plastics, 80..140, Elementary;
    "Công nhân luyện cao su", ["CN cao su"], "8141", Plastics, 78..120, None;
    "Công nhân gốm sứ", ["CN gốm sứ", "Công nhân tráng men", "Công nhân tạo hình sứ vệ sinh"], "8181", Ceramics, 75..125, None;
    "Công nhân lò nung", ["CN lò nung", "Công nhân vận hành lò nung gạch"], "8181", Ceramics, 85..140, SkilledWithoutCertificate;
    "Công nhân thổi thủy tinh", ["CN thủy tinh", "Công nhân kiểm chai thủy tinh"], "8181", Ceramics, 80..130, None;
    "Thợ vẽ hoa văn gốm", ["Thợ vẽ gốm", "Thợ gốm"], "7314", Ceramics, 80..140, SkilledWithoutCertificate;
    "Công nhân chế biến thực phẩm", ["CN thực phẩm", "Công nhân chế biến thủy sản", "CN chế biến"], "8160", Food, 70..115, None;
    "Công nhân đóng chai", ["Công nhân chiết rót", "CN đóng chai"], "8183", Food, 72..112, None;
    "Thợ làm bánh", ["CN làm bánh", "Thợ bánh"], "7512", Food, 75..130, None;
    "Nhân viên phòng thí nghiệm", ["NV lab", "Nhân viên QA thực phẩm"], "3116", Food, 90..150, College;
    "Công nhân chế biến gỗ", ["CN gỗ", "Công nhân chà nhám, sơn gỗ"], "7522", Wood, 78..130, None;
    "Thợ mộc", ["Thợ mộc nội thất"], "7115", Wood, 90..160, SkilledWithoutCertificate;
    "Lái xe nâng", ["LX nâng", "Nhân viên lái xe nâng"], "8344", Store, 85..135, Elementary;
    "Công nhân bốc xếp", ["CN bốc xếp", "Bốc xếp hàng hóa"], "9333", Store, 75..130, None;
    "Thủ kho", ["Thủ kho nguyên phụ liệu", "Thủ kho thành phẩm"], "4321", Store, 85..145, Intermediate;
    "Lái xe tải", ["LX tải", "Tài xế xe tải", "Lái xe container"], "8332", Transport, 95..180, None;
    "Lái xe con", ["LX con", "Tài xế xe 7 chỗ", "Lái xe văn phòng"], "8322", Transport, 80..140, None;
    "Lái xe đưa đón công nhân", ["Tài xế xe buýt công ty", "Lái xe 45 chỗ"], "8331", Transport, 95..160, None;
    "Nhân viên giao hàng", ["Giao hàng", "Shipper", "NV giao hàng"], "9621", Transport, 75..150, None;
    "Nhân viên điều phối vận tải", ["NV điều vận", "Điều phối xe"], "4323", Transport, 90..150, Intermediate;
    "Kế toán tổng hợp", ["KT tổng hợp", "Kế toán viên", "Nhân viên kế toán"], "3313", Office, 90..170, College;
    "Nhân viên hành chính nhân sự", ["HCNS", "Nhân viên nhân sự", "NV hành chính nhân sự"], "4406", Office, 85..150, College;
    "Nhân viên xuất nhập khẩu", ["NV XNK", "Nhân viên chứng từ"], "3331", Office, 95..180, College;
    "Phiên dịch tiếng Trung", ["Phiên dịch viên tiếng Trung", "PD tiếng Trung"], "2643", Office, 130..250, College;
    "Phiên dịch tiếng Hàn", ["Phiên dịch viên tiếng Hàn", "Trợ lý tiếng Hàn"], "2643", Office, 130..260, College;
    "Phiên dịch tiếng Nhật", ["Phiên dịch viên tiếng Nhật"], "2643", Office, 140..270, College;
    "Nhân viên thu mua", ["NV thu mua", "Nhân viên mua hàng"], "3323", Office, 90..170, College;
    "Nhân viên thống kê", ["Thống kê xưởng", "NV thống kê sản xuất"], "4312", Office, 75..120, Intermediate;
    "Lễ tân", ["Nhân viên lễ tân", "Lễ tân văn phòng"], "4226", Office, 65..110, Intermediate;
    "Nhân viên an toàn lao động", ["HSE", "Cán bộ an toàn"], "3257", Office, 100..190, College;
    "Kế toán trưởng", ["KT trưởng"], "2411", Office, 180..380, University;
    "Nhân viên bán hàng", ["NVBH", "Nhân viên cửa hàng", "NV bán hàng siêu thị"], "5223", Sales, 60..130, None;
    "Nhân viên kinh doanh", ["NVKD", "Nhân viên thị trường", "NV kinh doanh"], "3322", Sales, 80..220, Intermediate;
    "Nhân viên thu ngân", ["Thu ngân"], "5230", Sales, 58..90, None;
    "Nhân viên chăm sóc khách hàng", ["CSKH", "Nhân viên tổng đài"], "4222", Sales, 70..130, Intermediate;
    "Cửa hàng trưởng", ["Quản lý cửa hàng"], "5222", Sales, 100..190, College;
    "Nhân viên bảo vệ", ["Bảo vệ", "NV bảo vệ nhà máy"], "5409", Services, 65..100, None;
    "Tạp vụ", ["Nhân viên tạp vụ", "Nhân viên vệ sinh công nghiệp"], "9112", Services, 55..80, None;
    "Nhân viên nấu ăn", ["Đầu bếp bếp ăn công nghiệp", "NV nhà bếp"], "5120", Services, 70..130, None;
    "Phụ bếp", ["Nhân viên phụ bếp"], "9402", Services, 60..90, None;
    "Nhân viên phục vụ bàn", ["NV phục vụ", "Phục vụ nhà hàng"], "5131", Services, 55..90, None;
    "Giúp việc gia đình", ["Người giúp việc theo giờ"], "9111", Services, 65..115, None;
    "Thợ cắt tóc", ["Thợ làm tóc"], "5141", Services, 70..150, None;
    "Nhân viên spa", ["Kỹ thuật viên spa", "KTV spa"], "5142", Services, 70..150, Elementary;
    "Thợ xây", ["Thợ nề", "Thợ xây dựng"], "7111", Building, 100..180, None;
    "Phụ hồ", ["Phụ xây"], "9313", Building, 75..120, None;
    "Thợ sơn nước", ["Thợ sơn bả"], "7131", Building, 90..165, None;
    "Kỹ sư xây dựng", ["KS xây dựng", "Kỹ sư giám sát công trình"], "2142", Building, 130..280, University;
    "Thợ điện nước", ["Thợ lắp đặt điện nước"], "7411", Building, 90..165, Elementary;
    "Lập trình viên", ["Lập trình viên web", "Kỹ sư phần mềm"], "2514", Computing, 150..400, University;
    "Nhân viên IT", ["IT nhà máy", "Kỹ thuật viên máy tính"], "3512", Computing, 90..170, College;
    "Nhân viên thiết kế đồ họa", ["NV thiết kế", "Thiết kế bao bì"], "2166", Computing, 90..170, College;
    "Điều dưỡng", ["Điều dưỡng viên", "Nhân viên y tế nhà máy"], "3221", Health, 80..140, College;
    "Dược sĩ bán thuốc", ["Dược sĩ nhà thuốc", "Nhân viên quầy thuốc"], "3213", Health, 70..130, College;
    "Nhân viên chăm sóc người cao tuổi", ["Điều dưỡng chăm sóc tại nhà"], "5321", Health, 75..130, Elementary;
    "Giáo viên mầm non", ["GV mầm non", "Cô nuôi dạy trẻ"], "3620", Teaching, 65..110, College;
    "Giáo viên tiếng Anh", ["GV tiếng Anh", "Giáo viên trung tâm ngoại ngữ"], "3642", Teaching, 90..220, University;
    "Công nhân chăn nuôi", ["CN trại lợn", "Công nhân trại gà"], "6121", Farming, 75..120, None;
    "Công nhân trồng rau", ["Lao động nhà màng", "CN nông nghiệp"], "6113", Farming, 60..95, None;
    "Công nhân nuôi trồng thủy sản", ["CN nuôi ngao", "Công nhân đầm tôm"], "6221", Farming, 70..115, None;
}

/// How many employers there are of a branch, out of a hundred or so.
pub const EMPLOYERS_OF: &[(Branch, u32)] = &[
    (Branch::Garment, 26),
    (Branch::Electronics, 17),
    (Branch::Metal, 11),
    (Branch::Shoes, 8),
    (Branch::Plastics, 8),
    (Branch::Ceramics, 5),
    (Branch::Food, 7),
    (Branch::Sales, 5),
    (Branch::Services, 4),
    (Branch::Building, 4),
    (Branch::Wood, 3),
    (Branch::Store, 2),
    (Branch::Transport, 3),
    (Branch::Farming, 2),
    (Branch::Computing, 1),
    (Branch::Health, 2),
    (Branch::Teaching, 2),
];

impl Branch {
    /// Whether it works in a factory: shifts, parks, buses.
    pub fn is_factory(self) -> bool {
        matches!(
            self,
            Self::Garment | Self::Shoes | Self::Electronics | Self::Metal | Self::Plastics | Self::Ceramics | Self::Food | Self::Wood | Self::General
        )
    }

    /// The jobs that every employer of the kind has besides those of its own branch, most frequent first.
    pub fn support_jobs(self) -> &'static [&'static str] {
        if self.is_factory() {
            &[
                "Lao động phổ thông",
                "Công nhân sản xuất",
                "Công nhân đóng gói",
                "Nhân viên kho",
                "Nhân viên bảo trì",
                "Nhân viên hành chính nhân sự",
                "Kế toán tổng hợp",
                "Tạp vụ",
                "Nhân viên bảo vệ",
                "Nhân viên thống kê",
                "Thợ điện công nghiệp",
                "Lái xe nâng",
                "Phiên dịch tiếng Trung",
                "Nhân viên xuất nhập khẩu",
                "Nhân viên nấu ăn",
                "Công nhân bốc xếp",
                "Phiên dịch tiếng Hàn",
                "Phụ bếp",
                "Nhân viên thu mua",
                "Nhân viên an toàn lao động",
                "Thủ kho",
                "Lái xe con",
                "Nhân viên IT",
                "Lái xe đưa đón công nhân",
                "Điều dưỡng",
                "Phiên dịch tiếng Nhật",
                "Kế toán trưởng",
                "Quản đốc phân xưởng",
            ]
        } else {
            &[
                "Nhân viên kinh doanh",
                "Kế toán tổng hợp",
                "Nhân viên bán hàng",
                "Lễ tân",
                "Nhân viên kho",
                "Tạp vụ",
                "Nhân viên bảo vệ",
                "Nhân viên hành chính nhân sự",
                "Lái xe con",
                "Nhân viên giao hàng",
                "Nhân viên chăm sóc khách hàng",
            ]
        }
    }

    /// Whether part-time work is usual.
    pub fn has_part_time(self) -> bool {
        matches!(self, Self::Sales | Self::Services | Self::Teaching)
    }
}
