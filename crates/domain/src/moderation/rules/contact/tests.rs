use super::{find, short_links};
use crate::moderation::reading::Reading;
use crate::moderation::rules::judge;

#[test]
fn nobody_is_called_away() {
    let words = |text: &str| {
        let reading = Reading::of(text);
        find(text, &reading, &short_links(text, &reading))
            .into_iter()
            .map(|tokens| text[reading.span(tokens)].to_owned())
            .collect()
    };
    judge(words, FOUND, LEFT_ALONE);
}

#[test]
fn shortened_links_are_found() {
    let words = |text: &str| {
        let reading = Reading::of(text);
        short_links(text, &reading).into_iter().map(|tokens| text[reading.span(tokens)].to_owned()).collect()
    };
    judge(words, SHORT, NOT_SHORT);
}

const FOUND: &[&str] = &[
    "Gọi 0900 000 123 gặp chị Hoa",
    "lh o9oo.ooo.123",
    "O9O OOO O123 alo em",
    "sđt: 0900-000-456",
    "+84 900 000 789",
    "không chín không không một hai ba bốn năm sáu",
    "z.a.l.o cô Hiền",
    "ib zalo em nhé",
    "Kết bạn zalo để nhận việc",
    "nhắn tin fanpage Vidu để đăng ký",
    "tele @viecvidu",
    "gửi CV về hr@vidu.com.vn",
    "mail: nhansu vidu a còng gmail chấm com",
    "Xem tại www.vidu.vn",
    "https://vidu.example.com/form",
    "t.me/vieclamvidu",
    "m.me/vidu",
    "tham gia nhóm zalo để nhận ca",
    "inbox mình để biết thêm",
    "ib fb Tiệm Bánh Vidu",
    "Hotline 1900 0000",
    "(0227) 000 1234",
    "quét mã zalo bên dưới",
    "zalo 900000123",
    "0️⃣9️⃣0️⃣0️⃣ 000 469",
    "số của em là không chín trăm, ba số không, bảy bảy một",
    "facebook chấm com gạch chéo vidu",
    "liên hệ qua viber",
    "tìm facebook tên Vidu Tuyển Dụng",
    "zalo o987.xxx.123 gặp Hương",
    "lh 0900 000 111",
    "sdt không chín không không không không một một một",
    "ib zalo e Hà nhé",
    "gửi cv về tuyendung@congty.vn",
    "fb: Xưởng May Hoa",
    "call 0900.000.222",
    "da lo 0900000333",
    "nhắn fb \"Chị Mai tuyển dụng\"",
    "tele: @vieclam24",
    "đt O9OO OOO 444",
    "quét QR zalo trong ảnh",
    "vào nhóm Zalo \"Việc làm KCN\" để nhận lịch",
    "m@il: hoa.ns gờ meo chấm com",
    "0-9-0-0-0-0-0-5-5-5",
    "(09)00 000 666 anh Tùng",
    "số 09 rồi 00 rồi 000 777",
    "gọi chị Nhàn chín trăm, không không không, tám tám tám",
    "ko9 ko ko ko ko ko 321",
];

const LEFT_ALONE: &[&str] = &[
    "Lương 9.000.000 - 12.500.000 đồng",
    "Mã số thuế 0900000123",
    "Trực fanpage, trả lời inbox khách",
    "Chăm sóc khách hàng qua Zalo",
    "Quản lý group facebook của công ty",
    "Thành thạo Zalo, Excel, email",
    "Chạy quảng cáo Facebook, Tiktok",
    "Nhập số điện thoại khách vào phần mềm",
    "Làm từ 07:30 đến 16:30, nghỉ 01 tiếng",
    "Hạn nộp 09/09/2025, đi làm 15/09/2025",
    "Máy CNC số 0912, bản vẽ A3",
    "Kiểm tra line sản xuất, báo leader",
    "Lập trình ASP.NET, Node.js, VB.NET",
    "Thưởng 500.000, phụ cấp 300.000, cơm 25.000",
    "Cấu hình wifi 192.168.1.10",
    "Lô 0900012, tổng 12.000 đôi",
    "Không nhận hồ sơ qua Zalo",
    "Gọi xác nhận đơn với khách",
    "Livestream bán hàng trên Facebook của shop",
    "Số tài khoản 0900000123456",
    "Trực điện thoại bàn lễ tân",
    "Xe biển 17C-000.45",
    "ISO 9001:2015, 5S",
    "Làm 8 tiếng.Nghỉ chủ nhật.Có xe đưa đón",
    "Soạn email tiếng Anh với khách",
    "nhắn lại trong hệ thống của sàn",
    "chăm khách qua Zalo",
    "gọi điện xác nhận đơn cho khách",
    "mã hàng 0900123",
    "lương 9.000.000 - 10.000.000",
    "trả lời tin nhắn Facebook của shop",
    "quản lý nhóm Facebook và kênh Telegram của thương hiệu",
    "hạn nộp 30/12/2026",
    "nhận việc qua hệ thống của sàn",
    "chạy ads Zalo, Facebook",
    "trực hotline tiếp nhận cuộc gọi",
];

const SHORT: &[&str] = &[
    "bit.ly/vidu",
    "bit chấm ly xuyệt vidu",
    "cutt.ly/Vidu",
    "cutt dot ly slash vidu",
    "https://by.com.vn/vidu",
    "by dot com dot vn slash vidu",
    "tinyurl[.]com/vidu",
    "tiny url chấm com gạch chéo vidu",
    "b.i.t.l.y / vidu",
    "bit. ly/vidu",
    "b\u{200b}it.l\u{200b}y/vidu",
    "s . id / vidu",
    "s chấm id gạch vidu",
    "t.ly/vidu",
    "bom.so/vidu",
    "xem is.gd/vidu",
    "shorturl.asia/vidu",
    "rb.gy/vidu",
    "ow.ly/vidu",
    "link: goo.gl/vidu",
    "BIT.LY/VIDU",
    "linktr.ee/vidu",
];

const NOT_SHORT: &[&str] = &[
    "Áo size s. Id nhân viên",
    "bit ốc, vít, ly nước",
    "vidu.com.vn",
    "rửa ly. By phương pháp thủ công",
    "điểm chấm công, ly cốc",
    "t.me/vidu",
    "gg. gg",
    "cut, ly tách",
];
