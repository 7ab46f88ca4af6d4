//! Whether a password is good enough: long enough, and not easily guessed. No rules about digits and
//! signs (ASVS 5.0 V6.2): those make passwords worse.

use sanviec_domain::text::fold;
use zxcvbn::{Score, zxcvbn};

/// The shortest, in characters.
pub const SHORTEST: usize = 12;
/// The longest, in characters.
pub const LONGEST: usize = 128;

/// What is wrong with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than [`SHORTEST`].
    Short,
    /// Longer than [`LONGEST`].
    Long,
    /// Among the first that somebody would try.
    Guessable,
}

/// What is tried first in Vietnam, without marks and in one word: common passwords, names and
/// places. English and what keyboards suggest are known to the estimator already.
const VIETNAMESE: &str = "matkhau matkhaumoi matkhau123 mật_khẩu anhyeuem emyeuanh yeuem yeuanh iloveyou anhnhoem emnhoanh \
    khongbiet khongcogi khongquen mottinhyeu tinhyeu hanhphuc giadinh vochong conyeu meyeucon bome chame ongba banbe \
    dangnhap taikhoan quantri quanly nhanvien giamdoc ketoan nhansu tuyendung vieclam sanviec trungtam congty doanhnghiep \
    xinchao chaoban camon vietnam vietnamvodich hanoi saigon hochiminh danang haiphong cantho hungyen thaibinh tienhai \
    kienxuong quynhphu donghung vuthu phohien namdinh haiduong bacninh nguyen nguyenvan nguyenthi tran tranvan tranthi le \
    levan lethi pham phamvan phamthi hoang huynh phan vu vo dang bui do ho ngo duong ly anh bao binh chau chi chien cuong \
    dung duc duy giang ha hai hanh hieu hoa hoai hung huong huy khanh khoa kien lan lam linh loan long mai manh minh my nam \
    nga ngoc nguyet nhan nhung oanh phong phuc phuong quan quang quoc quyen quynh son tam tan thang thanh thao thinh thu thuy \
    tien toan trang trinh trung tuan tung tuyet van viet vinh xuan yen qwerty azerty asdfgh motmot haiba bamuoi motngay \
    thangnay namnay sinhnhat tetnguyendan mauxanh mautim bongda manchester ronaldo messi";

/// Judges a password. `own` are words that belong to the person or the site: name, number, address,
/// employer.
pub fn judge(password: &str, own: &[String]) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weakness::Short);
    }
    if length > LONGEST {
        return Err(Weakness::Long);
    }
    let mut own: Vec<String> = own.iter().flat_map(|word| words_of(word)).filter(|word| word.len() > 2).collect();
    own.sort_by_key(|word| std::cmp::Reverse(word.len()));
    // What stands earlier is taken to be tried earlier.
    let known: Vec<&str> = own.iter().map(String::as_str).chain(VIETNAMESE.split_whitespace()).collect();
    // Marks and spaces make nothing harder to guess for somebody who leaves them out or puts them in.
    let plain: String = fold(password).chars().filter(|c| !c.is_whitespace()).collect();
    // The estimator thinks three words in a row hard to guess, even if all of them are the person's own.
    let rest = own.iter().fold(plain.clone(), |rest, word| rest.replace(word.as_str(), ""));
    let guessable = rest.chars().count() < SHORTEST / 2 || [password, &plain].iter().any(|form| zxcvbn(form, &known).score() < Score::Three);
    if guessable { Err(Weakness::Guessable) } else { Ok(()) }
}

/// A text as somebody would try it: whole, in one word, and each of its words.
fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect();
    words.push(folded.chars().filter(|c| c.is_alphanumeric()).collect());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused() {
        let own = ["Nguyễn Quang Huy".to_owned(), "0912345678".to_owned(), "Công ty May Tiền Hải".to_owned()];
        for weak in [
            "matkhau123456",
            "mật khẩu mới 123",
            "anhyeuem2026!",
            "123456789012",
            "aaaaaaaaaaaaaaaa",
            "qwertyuiop[]",
            "nguyenquanghuy",
            "quanghuy0912345678",
            "vietnamvodich1",
            "Password1234",
        ] {
            assert_eq!(judge(weak, &own), Err(Weakness::Guessable), "{weak}");
        }
        assert_eq!(judge("ngắn quá", &own), Err(Weakness::Short));
        assert_eq!(judge(&"xà cừ ".repeat(40), &own), Err(Weakness::Long));
    }

    #[test]
    fn four_words_that_have_nothing_to_do_with_each_other_are_enough() {
        for good in ["thuyền gỗ ăn chanh tối thứ ba", "kẹo lạc bay qua cột điện", "tr0ng-vuon-co-9-con-ech", "Xh7#pq-LmV2!rt"] {
            assert_eq!(judge(good, &["Trần Thị Thu Hà".to_owned()]), Ok(()), "{good}");
        }
    }
}
