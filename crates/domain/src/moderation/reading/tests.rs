use super::*;

fn words(text: &str) -> Vec<String> {
    Reading::of(text)
        .tokens
        .into_iter()
        .map(|token| if token.number.is_some() { token.digits } else { token.folded })
        .collect()
}

#[test]
fn hidden_words_are_read() {
    for (text, read) in [
        ("đ.ặ.t c.ọ.c 300k", "dat coc 300 k"),
        ("Thu p h í hồ sơ", "thu phi ho so"),
        ("ph í h ồ s ơ hai", "phi ho so hai"),
        ("t h u n ữ", "thu nu"),
        ("Đ/ặ/t c/ọ/c", "dat coc"),
        ("Chi ph1 ho so", "chi phi ho so"),
        ("Ng0ại h1nh, d0 tu0i, h0 khau Ha N0i", "ngoai hinh do tuoi ho khau ha noi"),
        ("n-g-o-ạ-i h-ì-n-h khá", "ngoai hinh kha"),
        ("đi xk.lđ Đài", "di xuat khau lao dong dai"),
        ("x.k.l.đ Nhật, k.o cần", "xuat khau lao dong nhat khong can"),
        ("X K L Đ Nhật", "xuat khau lao dong nhat"),
        ("z a l o cô Hiền", "zalo co hien"),
        ("tiềnn cọcc fí", "tien coc phi"),
        ("t.ă.n.g c.a 5 tiếng", "tang ca 5 tieng"),
        ("lao động n.ữ", "lao dong nu"),
        ("ngoai hjnh ua nhjn, lươg", "ngoai hinh ua nhin luong"),
        ("t4ng c4 8O giờ/th4ng", "tang ca 80 gio thang"),
        ("tangca, datcoc", "tang ca dat coc"),
        ("2O-3S tuổi, 18-3o t, 4O", "20 35 tuoi 18 30 t 40"),
        ("1.4 ti.ế.n.g", "14 tieng"),
        ("t.ừ 1.3 t.u.ổ.i", "tu 13 tuoi"),
        ("tu 1 3 t u o i", "tu 13 tuoi"),
        ("1 8 - 3 8 t u ổ i", "18 38 tuoi"),
        ("lam 3 0 ngay", "lam 30 ngay"),
        ("đ0ng tr'c 3OOk", "dong truoc 300 k"),
        ("đ\u{200b}ặt c\u{200b}ọc", "dat coc"),
    ] {
        assert_eq!(words(text).join(" "), read, "{text}");
    }
}

#[test]
fn what_hides_nothing_stays() {
    for (text, read) in [
        ("nam/nữ", "nam nu"),
        ("HSK4, N3, 5S, hạng B, C", "hsk 4 n 3 5 s hang b c"),
        ("Lương 9.000.000 - 12.000.000 đồng", "luong 9000000 12000000 dong"),
        ("KCN VSIP", "kcn vsip"),
        ("20kg", "20 kg"),
        ("o9l2 345 678", "0912 345 678"),
        ("O9O.OOO.O771", "090 ooo 0771"),
        ("1.4 tiếng, ca 1, 2, 3", "14 tieng ca 1 2 3"),
        ("làm ở đây, ai ở lại", "lam o day ai o lai"),
        ("50k tuyển", "50 k tuyen"),
        ("giấy A4, thép C45", "giay a 4 thep c 45"),
    ] {
        assert_eq!(words(text).join(" "), read, "{text}");
    }
    assert_eq!(Reading::of("1.4 tiếng").tokens[0].number, Some(1.4));
}

#[test]
fn marks_that_are_written_are_meant() {
    let (nam, five) = (Word::new("nam"), Word::new("năm"));
    let reading = Reading::of("Có 2 năm kinh nghiệm, quê Nam Định");
    assert!(!reading.says(2, &nam) && reading.says(2, &five));
    let reading = Reading::of("can 2 nam kinh nghiem");
    assert!(reading.says(2, &nam) && reading.says(2, &five));
    // A word that can't be without its marks is meant with them, and hỏi is as good as ngã.
    let reading = Reading::of("Cần đặt coc, nử nghĩ việc");
    assert!(reading.says(2, &Word::new("cọc")) && reading.says(3, &Word::new("nữ")) && reading.says(4, &Word::new("nghỉ")));
    // One marked word makes no marked text.
    let reading = Reading::of("tuoi tu mười tám toi ba lăm, tay chan nhanh nhen");
    assert!(reading.says(4, &Word::new("tới")));
}

#[test]
fn a_token_knows_its_bytes() {
    let text = "Lưu ý: đ.ặ.t c.ọ.c ０９";
    let reading = Reading::of(text);
    let spans: Vec<&str> = reading.tokens.iter().map(|token| &text[token.range.clone()]).collect();
    assert_eq!(spans, ["Lưu", "ý", "đ.ặ.t", "c.ọ.c", "０９"]);
}

#[test]
fn the_at_sign_may_be_a_letter() {
    let says = |text: &str, word: &str| (0..Reading::of(text).len()).any(|at| Reading::of(text).says(at, &Word::new(word)));
    assert!(says("đơn hàng Nh@t, bay sớm", "nhật"));
    assert!(!says("gửi nh@t.vn", "nhật"));
}
