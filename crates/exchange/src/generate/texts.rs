//! The sentences of postings. Lawful ones only: no age, no sex, no looks, no money from workers.
//!
//! `{ma}` a product code, `{chuyen}` a line or workshop, `{may}` a machine, `{khach}` a market,
//! `{n}` a small number, `{nganh}` a field of study, `{nghe}` the job in lower case, `{bac}`
//! the level of training.

mod own_duties;

pub use own_duties::own_duties;

use super::jobs::Branch;

/// Machines of a branch, as makers call them.
pub fn machines(branch: Branch) -> &'static [&'static str] {
    match branch {
        Branch::Garment => &[
            "máy một kim Juki",
            "máy vắt sổ 5 chỉ",
            "máy hai kim Brother",
            "máy kansai",
            "máy đính cúc",
            "máy thùa khuyết",
            "bàn là hơi",
            "máy cắt vòng",
        ],
        Branch::Shoes => &["máy may trụ", "máy gò mũi", "máy chặt thủy lực", "máy ép đế", "máy zigzag", "băng tải gò ráp"],
        Branch::Electronics => &[
            "máy hàn thiếc tự động",
            "máy dán linh kiện SMT",
            "máy kiểm tra AOI",
            "kính hiển vi",
            "tua vít lực",
            "máy đo LCR",
            "máy dập đầu cốt",
        ],
        Branch::Metal => &[
            "máy tiện CNC",
            "máy phay",
            "máy hàn TIG",
            "máy dập 80 tấn",
            "máy cắt laser",
            "cầu trục 5 tấn",
            "máy mài phẳng",
            "rô bốt hàn",
        ],
        Branch::Plastics => &["máy ép nhựa 250 tấn", "máy thổi màng", "máy in ống đồng", "máy bế hộp", "máy cắt cuộn", "máy đùn"],
        Branch::Ceramics => &["máy ép gạch", "lò nung con lăn", "máy phun men", "máy nghiền bi", "lò nung tuynen", "máy mài cạnh"],
        Branch::Food => &[
            "máy chiết rót",
            "băng chuyền cấp đông",
            "máy hút chân không",
            "lò nướng băng tải",
            "máy đóng gói tự động",
            "nồi nấu hơi",
        ],
        Branch::Wood => &["máy chà nhám thùng", "máy cưa bàn trượt", "máy khoan giàn", "buồng sơn", "máy dán cạnh"],
        Branch::Farming => &["hệ thống tưới nhỏ giọt", "máy trộn thức ăn", "máy cho ăn tự động", "máy sục khí"],
        _ => &["xe nâng tay", "máy quét mã vạch", "máy đóng đai", "băng tải", "máy in tem nhãn"],
    }
}

/// What is done at the job.
pub fn duties(branch: Branch) -> &'static [&'static str] {
    match branch {
        Branch::Garment => &[
            "May các công đoạn theo phân công của chuyền trưởng tại {chuyen}, bảo đảm đúng mẫu và đúng mật độ mũi chỉ",
            "Vận hành {may}, biết xử lý các lỗi đứt chỉ, bỏ mũi thông thường",
            "May hàng áo jacket, quần âu, áo sơ mi xuất khẩu đi {khach} theo mã hàng {ma}",
            "Tự kiểm tra bán thành phẩm trước khi chuyển sang công đoạn sau, để riêng hàng lỗi đúng nơi quy định",
            "Đọc phiếu công nghệ, nhận mẫu và phụ liệu đầu ca, ghi năng suất vào bảng theo giờ",
            "Là, ủi, gấp xếp và đóng túi thành phẩm theo tiêu chuẩn của khách hàng {khach}",
            "Trải vải, đánh số và cắt bán thành phẩm theo sơ đồ của mã {ma}",
            "Giữ vệ sinh máy, bàn may và khu vực làm việc, thực hiện 5S vào cuối ca",
            "Phối hợp với kỹ thuật chuyền để rải chuyền mã hàng mới {ma}",
            "Báo ngay cho tổ trưởng khi vải có lỗi sợi, loang màu hoặc sai cỡ",
            "Hỗ trợ, kèm cặp công nhân mới trong {n} tuần đầu làm việc",
        ],
        Branch::Shoes => &[
            "May mũ giày, may lót và các chi tiết trang trí của mã {ma} tại {chuyen}",
            "Quét keo, dán đế và gò mũi giày đúng quy trình, đúng thời gian sấy",
            "Vận hành {may} an toàn, lau máy và kiểm tra dao trước khi bắt đầu ca",
            "Cắt, chặt da và vải theo dao mẫu, sắp xếp chi tiết theo đôi và theo cỡ",
            "Kiểm tra đôi giày thành phẩm: đường may, vết keo, độ cân của hai bên",
            "Vệ sinh mũ giày, xỏ dây, đóng hộp hàng đi {khach}",
            "Ghi số đôi làm được theo từng giờ và bàn giao cho ca sau",
            "Thực hiện các công việc khác trong chuyền khi được phân công",
            "Để riêng chi tiết lỗi và báo tổ trưởng để đổi bù kịp thời",
        ],
        Branch::Electronics => &[
            "Lắp ráp linh kiện, tai nghe, bộ sạc và bảng mạch theo bản hướng dẫn tại {chuyen}",
            "Vận hành {may} và ghi lại thông số đầu ca, giữa ca, cuối ca",
            "Hàn linh kiện bằng tay, kiểm tra mối hàn qua kính phóng đại",
            "Kiểm tra ngoại quan sản phẩm {ma} theo tiêu chuẩn của khách hàng {khach}",
            "Mặc quần áo phòng sạch, đeo vòng chống tĩnh điện trong suốt thời gian làm việc",
            "Dán nhãn, quét mã vạch và xếp hàng vào khay đúng số lượng",
            "Phân loại hàng đạt và hàng lỗi, ghi phiếu lỗi và báo cho tổ trưởng",
            "Đo kiểm điện áp, dòng điện của sản phẩm bằng đồng hồ và thiết bị chuyên dụng",
            "Cắm đầu cốt, bó dây và kiểm tra thông mạch bộ dây điện mã {ma}",
            "Tham gia cải tiến thao tác, đề xuất giảm lỗi của chuyền mỗi tháng",
            "Bàn giao máy, sản lượng và các vấn đề tồn đọng cho ca sau",
        ],
        Branch::Metal => &[
            "Vận hành {may} gia công chi tiết theo bản vẽ, đo kiểm bằng thước cặp và panme",
            "Hàn khung, giá đỡ, bồn chứa theo bản vẽ và quy trình hàn đã duyệt",
            "Lắp ráp cụm chi tiết mã {ma} tại {chuyen}, siết lực theo quy định",
            "Bảo dưỡng máy móc theo lịch tuần, tháng và xử lý sự cố trong ca",
            "Thay khuôn, chỉnh máy khi đổi mã hàng và kiểm tra sản phẩm đầu tiên",
            "Đọc bản vẽ kỹ thuật, chuẩn bị phôi, dao cụ và đồ gá",
            "Kiểm tra hệ thống điện, khí nén, nước làm mát của nhà xưởng",
            "Ghi nhật ký máy, thống kê vật tư thay thế và đề nghị mua bổ sung",
            "Mài, đánh bóng bề mặt chi tiết trước khi chuyển sang công đoạn sơn",
            "Tuân thủ quy định an toàn, đeo kính, găng tay và giày bảo hộ khi làm việc",
            "Lập trình, hiệu chỉnh chương trình gia công cho mã hàng {ma}",
        ],
        Branch::Plastics => &[
            "Đứng {may}, lấy sản phẩm, cắt ba via và xếp vào thùng theo đúng số lượng",
            "Kiểm tra màu, kích thước và bề mặt sản phẩm mã {ma} theo mẫu chuẩn",
            "Cấp hạt nhựa, pha màu theo phiếu công thức của phòng kỹ thuật",
            "Vận hành máy in, chỉnh màu và kiểm tra độ chồng màu của bao bì",
            "Cắt, dán, bế hộp và đóng kiện thùng các tông cho khách hàng {khach}",
            "Ghi sản lượng, phế phẩm và lý do dừng máy vào phiếu theo dõi",
            "Vệ sinh khuôn, máy và nền xưởng cuối ca tại {chuyen}",
            "Hỗ trợ kỹ thuật thay khuôn khi đổi mã hàng",
            "Bàn giao ca, báo cáo các lỗi lặp lại cho tổ trưởng",
        ],
        Branch::Ceramics => &[
            "Tạo hình, sửa mộc và phun men sản phẩm sứ vệ sinh theo mẫu {ma}",
            "Vận hành {may}, theo dõi nhiệt độ và áp suất theo bảng thông số",
            "Xếp sản phẩm lên xe goòng, đưa vào và lấy ra khỏi lò nung",
            "Phân loại gạch, sứ thành phẩm theo màu và độ cong vênh",
            "Kiểm tra chai, lọ thủy tinh trên băng chuyền, loại sản phẩm có bọt và vết nứt",
            "Cân, trộn nguyên liệu đất, cát, men theo công thức",
            "Vẽ hoa văn, dán đề can lên sản phẩm trước khi nung lần hai",
            "Đóng gói, chèn lót chống vỡ và bốc lên pa lét hàng đi {khach}",
            "Giữ vệ sinh khu vực {chuyen}, sử dụng khẩu trang và nút tai chống ồn",
        ],
        Branch::Food => &[
            "Sơ chế, phân loại và rửa nguyên liệu theo quy trình vệ sinh an toàn thực phẩm",
            "Vận hành {may} và ghi nhiệt độ, thời gian của từng mẻ",
            "Cân định lượng, đóng túi, hàn miệng và dán nhãn lô {ma}",
            "Mặc bảo hộ, đội mũ trùm tóc và rửa tay sát khuẩn trước khi vào xưởng",
            "Vệ sinh dây chuyền, dụng cụ và sàn nhà xưởng cuối ca",
            "Lấy mẫu gửi phòng thí nghiệm, lưu mẫu theo ngày sản xuất",
            "Xếp hàng vào kho lạnh theo nguyên tắc nhập trước xuất trước",
            "Theo dõi dây chuyền chiết rót, loại chai lỗi tại {chuyen}",
            "Phối hợp với bộ phận kiểm soát chất lượng cho lô hàng đi {khach}",
        ],
        Branch::Wood => &[
            "Chà nhám, bả và sơn chi tiết gỗ theo màu mẫu",
            "Vận hành {may}, kiểm tra kích thước chi tiết theo bản vẽ",
            "Lắp ráp bàn, ghế, tủ mã {ma} xuất khẩu đi {khach}",
            "Chọn phôi, tránh mắt gỗ và vết nứt, xếp theo lô",
            "Đóng gói, chèn góc và dán nhãn thành phẩm",
            "Hút bụi, dọn mùn cưa và vệ sinh máy tại {chuyen} cuối ca",
            "Báo cáo hao hụt vật tư và sản lượng hằng ngày cho quản đốc",
        ],
        Branch::Store => &[
            "Nhận, kiểm đếm và sắp xếp hàng hóa vào đúng vị trí trong kho {chuyen}",
            "Xuất nguyên phụ liệu cho các chuyền theo phiếu, ghi thẻ kho hằng ngày",
            "Lái xe nâng bốc dỡ hàng từ xe công-ten-nơ vào kho an toàn",
            "Quét mã vạch, cập nhật số liệu nhập xuất tồn vào phần mềm",
            "Bốc xếp hàng lên xe theo sơ đồ, chằng buộc và phủ bạt",
            "Kiểm kê kho cuối tháng, đối chiếu số liệu với kế toán",
            "Bảo quản hàng tránh ẩm mốc, giữ lối đi và cửa thoát hiểm thông thoáng",
            "Báo hàng sắp hết, hàng chậm luân chuyển cho bộ phận kế hoạch",
            "Chuẩn bị lô hàng {ma} cho chuyến đi {khach}",
        ],
        Branch::Transport => &[
            "Vận chuyển hàng hóa theo lệnh điều xe, giao đúng người và đúng giờ",
            "Kiểm tra lốp, dầu, phanh trước khi xuất bến và ghi sổ nhật trình",
            "Đưa đón cán bộ, công nhân theo tuyến đã xếp lịch trong tuần",
            "Thu thập biên bản giao nhận, chứng từ và nộp về văn phòng trong ngày",
            "Phối hợp với kho bốc xếp hàng, chằng buộc và niêm phong thùng xe",
            "Lập kế hoạch chạy xe, theo dõi định vị và định mức nhiên liệu",
            "Giữ xe sạch sẽ, bảo dưỡng định kỳ theo số ki-lô-mét",
            "Báo ngay cho bộ phận điều vận khi có sự cố trên đường",
        ],
        Branch::Office => &[
            "Cập nhật chứng từ, theo dõi công nợ và đối chiếu số liệu cuối tháng",
            "Theo dõi chấm công, tính lương và làm hồ sơ bảo hiểm cho người lao động",
            "Phiên dịch trong các cuộc họp sản xuất và tại {chuyen} khi có chuyên gia",
            "Dịch tài liệu kỹ thuật, quy trình và thư từ với khách hàng {khach}",
            "Lập bộ chứng từ, mở tờ khai hải quan và làm việc với hãng vận chuyển",
            "Tìm nhà cung cấp, so sánh báo giá và theo dõi tiến độ giao vật tư",
            "Soạn thảo văn bản, lưu trữ hồ sơ và chuẩn bị phòng họp",
            "Đón tiếp khách, nghe điện thoại và chuyển thông tin đến các bộ phận",
            "Tuyển dụng, đào tạo hội nhập và giải đáp chế độ cho công nhân mới",
            "Thống kê sản lượng từng chuyền, lập báo cáo ngày gửi ban quản lý",
            "Kiểm tra an toàn, huấn luyện phòng cháy chữa cháy theo kế hoạch năm",
        ],
        Branch::Sales => &[
            "Tư vấn, giới thiệu sản phẩm và chốt đơn với khách tại cửa hàng",
            "Trưng bày hàng hóa, kiểm tra giá và hạn sử dụng trên kệ",
            "Thu tiền, in hóa đơn và chốt quỹ cuối ca chính xác",
            "Tìm khách hàng mới trong khu vực, chăm sóc các đại lý đang có",
            "Nghe điện thoại, trả lời tin nhắn và giải quyết phản hồi của khách",
            "Nhập hàng, kiểm kê và đề xuất chương trình khuyến mại",
            "Lập kế hoạch bán hàng tuần và báo cáo doanh số cho quản lý",
            "Giao hàng, thu công nợ theo tuyến khi được phân công",
        ],
        Branch::Services => &[
            "Nấu suất ăn cho công nhân theo thực đơn, bảo đảm đúng giờ và đủ định lượng",
            "Sơ chế thực phẩm, lưu mẫu thức ăn và vệ sinh khu bếp",
            "Trực cổng, kiểm tra người và phương tiện ra vào, ghi sổ giao ca",
            "Tuần tra nhà xưởng, kho bãi theo giờ và xử lý tình huống ban đầu",
            "Quét dọn, lau sàn văn phòng, nhà xưởng và khu vệ sinh chung",
            "Phục vụ khách tại bàn, dọn dẹp và chuẩn bị phòng ăn",
            "Chăm sóc cây cảnh, thu gom và phân loại rác đúng nơi quy định",
            "Phục vụ khách hàng nhẹ nhàng, đúng quy trình và tư vấn sản phẩm phù hợp",
            "Phối hợp với lực lượng phòng cháy chữa cháy cơ sở khi có báo động",
        ],
        Branch::Building => &[
            "Xây, trát, ốp lát theo bản vẽ và hướng dẫn của chỉ huy công trình",
            "Trộn vữa, vận chuyển vật liệu và dọn vệ sinh công trường",
            "Lắp đặt đường điện, đường nước âm tường và thiết bị vệ sinh",
            "Bả, sơn trong và ngoài nhà, bảo đảm mặt tường phẳng, đều màu",
            "Giám sát thi công, nghiệm thu khối lượng và lập hồ sơ hoàn công",
            "Gia công, lắp dựng cốp pha, cốt thép theo bản vẽ",
            "Đeo dây an toàn, đội mũ bảo hộ trong suốt thời gian làm việc trên cao",
            "Bóc tách khối lượng, lập kế hoạch vật tư theo tuần",
        ],
        Branch::Computing => &[
            "Phát triển và bảo trì phần mềm quản lý sản xuất của công ty",
            "Cài đặt máy tính, máy in, mạng nội bộ và camera cho các xưởng",
            "Thiết kế bao bì, ấn phẩm và hình ảnh cho lô hàng đi {khach}",
            "Viết tài liệu, kiểm thử và hướng dẫn người dùng",
            "Sao lưu dữ liệu, theo dõi an toàn thông tin hằng tuần",
            "Làm việc với các bộ phận để hiểu yêu cầu và đề xuất giải pháp",
            "Xử lý sự cố phần cứng, phần mềm trong giờ làm việc tại {chuyen}",
        ],
        Branch::Health => &[
            "Chăm sóc, theo dõi người bệnh theo y lệnh và ghi hồ sơ đầy đủ",
            "Tư vấn cách dùng thuốc, bán thuốc theo đơn và kiểm tra hạn dùng",
            "Trực phòng y tế, sơ cứu và cấp phát thuốc cho công nhân",
            "Đo huyết áp, phụ giúp ăn uống và tập vận động cho người cao tuổi",
            "Quản lý tủ thuốc, vật tư y tế và lập báo cáo tháng",
            "Phối hợp tổ chức khám sức khỏe định kỳ cho người lao động",
            "Giữ phòng bệnh sạch sẽ, thực hiện đúng quy định kiểm soát nhiễm khuẩn",
        ],
        Branch::Teaching => &[
            "Đón, trả trẻ, tổ chức các hoạt động học và chơi theo chương trình",
            "Chăm sóc bữa ăn, giấc ngủ và theo dõi sức khỏe của trẻ",
            "Soạn giáo án, giảng dạy các lớp giao tiếp buổi tối và cuối tuần",
            "Trao đổi với phụ huynh về tình hình của học sinh hằng tuần",
            "Trang trí lớp, làm đồ dùng dạy học từ vật liệu dễ tìm",
            "Chấm bài, nhận xét và tổ chức kiểm tra cuối khóa",
            "Tham gia các buổi ngoại khóa, văn nghệ của nhà trường",
        ],
        Branch::Farming => &[
            "Cho ăn, vệ sinh chuồng trại và theo dõi sức khỏe đàn vật nuôi",
            "Gieo ươm, chăm sóc và thu hoạch rau trong nhà màng",
            "Vận hành {may}, ghi nhật ký chăn nuôi, trồng trọt hằng ngày",
            "Phun khử trùng, tiêm phòng theo lịch của kỹ sư",
            "Chăm sóc, thu hoạch ngao, tôm theo con nước và lịch mùa vụ",
            "Phân loại, đóng gói nông sản lô {ma} giao cho siêu thị",
            "Bảo quản thức ăn, phân bón đúng nơi quy định",
        ],
        Branch::General => &[
            "Làm các công việc trong xưởng theo phân công của tổ trưởng tại {chuyen}",
            "Đóng gói, dán nhãn và xếp thành phẩm mã {ma} lên pa lét",
            "Cấp vật tư cho chuyền, thu gom bán thành phẩm và dọn khu vực làm việc",
            "Đứng máy đơn giản sau khi được hướng dẫn, theo dõi đèn báo và gọi kỹ thuật khi có lỗi",
            "Phân loại, đếm và ghi số lượng sản phẩm vào phiếu",
            "Kiểm tra ngoại quan hàng đi {khach} theo mẫu treo tại bàn",
            "Vệ sinh máy móc, nhà xưởng và thực hiện 5S cuối ca",
            "Hỗ trợ các chuyền khác khi đơn hàng gấp",
            "Tuân thủ nội quy, an toàn lao động và phòng cháy chữa cháy",
        ],
    }
}

/// What is part of nearly every job.
pub const COMMON_DUTIES: &[&str] = &[
    "Báo cáo kết quả công việc cho quản lý trực tiếp vào cuối ngày",
    "Phối hợp với các bộ phận liên quan để công việc hoàn thành đúng hạn",
    "Giữ gìn dụng cụ, trang thiết bị được giao và nơi làm việc gọn gàng",
    "Tham gia các buổi hướng dẫn nghiệp vụ, an toàn và phòng cháy chữa cháy",
    "Thực hiện các công việc khác theo phân công phù hợp với chuyên môn",
    "Hỗ trợ đồng nghiệp mới làm quen với công việc trong {n} tuần đầu",
];

/// What is asked of everybody.
pub const DEMANDS: &[&str] = &[
    "Sức khỏe tốt, chăm chỉ, trung thực",
    "Không yêu cầu kinh nghiệm, người mới được đào tạo từ đầu và hưởng lương trong thời gian học việc",
    "Biết đọc, biết viết, chấp hành nội quy công ty",
    "Có thể làm theo ca và tăng ca khi hai bên thỏa thuận",
    "Cẩn thận, nhanh nhẹn, có tinh thần trách nhiệm với công việc",
    "Ưu tiên người ở gần hoặc thuận tiện đi xe đưa đón của công ty",
    "Có tinh thần học hỏi, hòa đồng với đồng nghiệp",
    "Tốt nghiệp trung học cơ sở trở lên",
    "Gắn bó lâu dài với công ty",
    "Hoan nghênh người khuyết tật có thể đảm nhận công việc, bộ đội xuất ngũ và lao động từ địa phương khác",
    "Đi làm được ngay sau khi trúng tuyển là một lợi thế",
    "Có phương tiện đi lại hoặc đăng ký tuyến xe của công ty",
];

/// What is asked where training or experience is.
pub const SKILLED_DEMANDS: &[&str] = &[
    "Tốt nghiệp {bac} trở lên ngành {nganh} hoặc ngành liên quan",
    "Có ít nhất {n} năm kinh nghiệm ở vị trí {nghe} hoặc tương đương",
    "Sử dụng được máy tính văn phòng, biết lập bảng tính và báo cáo",
    "Đọc hiểu tài liệu, bản vẽ hoặc quy trình kỹ thuật của công việc",
    "Chịu được áp lực tiến độ, biết sắp xếp công việc khoa học",
    "Ưu tiên người đã làm trong doanh nghiệp có vốn đầu tư nước ngoài",
    "Có khả năng làm việc độc lập và phối hợp với các bộ phận khác",
    "Giao tiếp tốt, chủ động báo cáo và đề xuất cách làm mới",
    "Biết tiếng Trung, tiếng Hàn hoặc tiếng Anh là một lợi thế",
];

/// What comes with the job, in words.
pub const BENEFITS: &[&str] = &[
    "Tham gia đầy đủ bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp theo luật",
    "Ăn ca miễn phí tại nhà ăn của công ty, có suất chay ngày rằm và mùng một",
    "Thưởng chuyên cần, thưởng năng suất hằng tháng theo kết quả của tổ",
    "Phụ cấp đi lại, nhà ở và nuôi con nhỏ cho người có con dưới sáu tuổi",
    "Lương tháng thứ mười ba, thưởng Tết theo thâm niên",
    "Khám sức khỏe định kỳ mỗi năm một lần, có phòng y tế tại nhà máy",
    "Nghỉ phép năm {n} ngày, nghỉ lễ Tết hưởng nguyên lương",
    "Xét nâng lương mỗi năm một lần vào tháng {thang}",
    "Được cấp đồng phục, giày và đồ bảo hộ lao động",
    "Công đoàn thăm hỏi ốm đau, hiếu hỷ, tặng quà sinh nhật và ngày lễ",
    "Nhà xưởng có quạt hơi nước, làm mát về mùa hè",
    "Thưởng cho người giới thiệu bạn vào làm đủ hai tháng",
    "Được đào tạo nâng cao tay nghề, có cơ hội lên tổ trưởng, kỹ thuật",
    "Lao động nuôi con nhỏ được bố trí ca phù hợp và phòng vắt trữ sữa",
    "Du lịch hè hằng năm, hội thao và văn nghệ do công đoàn tổ chức",
];

/// How a posting ends.
pub const CLOSINGS: &[&str] = &[
    "Phỏng vấn trực tiếp tại phòng Nhân sự từ thứ Hai đến thứ Sáu, gặp {ten}.",
    "Người trúng tuyển được hẹn ngày đi làm trong vòng {n} ngày.",
    "Công ty tuyển dụng trực tiếp, người lao động không phải trả bất kỳ khoản tiền nào.",
    "Hồ sơ có thể nộp tại Trung tâm Dịch vụ việc làm hoặc cổng bảo vệ của công ty, ghi rõ mã {ma}.",
    "Người ở xa được công ty hỗ trợ tìm chỗ trọ quanh {noi}.",
    "Công ty nhận hồ sơ đến khi tuyển đủ số lượng, phỏng vấn vào chiều thứ Tư hằng tuần.",
];

/// Fields of study by branch.
pub fn fields(branch: Branch) -> &'static [&'static str] {
    match branch {
        Branch::Garment | Branch::Shoes => &["Công nghệ may", "May thời trang", "Thiết kế thời trang"],
        Branch::Electronics => &["Điện tử công nghiệp", "Cơ điện tử", "Công nghệ kỹ thuật điện, điện tử"],
        Branch::Metal | Branch::Plastics | Branch::Ceramics | Branch::Wood => &["Cơ khí chế tạo", "Điện công nghiệp", "Cắt gọt kim loại", "Cơ điện tử"],
        Branch::Food | Branch::Farming => &["Công nghệ thực phẩm", "Chăn nuôi - Thú y", "Nuôi trồng thủy sản"],
        Branch::Office | Branch::Sales | Branch::Store | Branch::General | Branch::Services => &["Kế toán", "Quản trị kinh doanh", "Logistics"],
        Branch::Transport => &["Công nghệ ô tô", "Logistics"],
        Branch::Building => &["Kỹ thuật xây dựng", "Điện dân dụng"],
        Branch::Computing => &["Công nghệ thông tin", "Thiết kế đồ họa"],
        Branch::Health => &["Điều dưỡng", "Dược"],
        Branch::Teaching => &["Sư phạm mầm non", "Ngôn ngữ Anh"],
    }
}
