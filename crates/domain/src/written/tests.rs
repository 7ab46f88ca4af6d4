use super::*;
use proptest::prelude::*;

/// "8000000..12000000/month", with "~" where it is negotiable.
fn said(written: &str) -> String {
    match read_wage(written) {
        Err(reason) => format!("! {}", reason.key()),
        Ok(wage) => {
            let end = |amount: Option<i64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
            let mut out = String::new();
            if let Some(range) = wage.range {
                let period = crate::vocabulary::Vocabulary::key(wage.period);
                out = format!("{}..{}/{period}", end(range.from.map(|amount| amount.0)), end(range.to.map(|amount| amount.0)));
            }
            if let Some(foreign) = wage.foreign {
                out = format!("{out}{}..{} {:?}", end(foreign.from), end(foreign.to), foreign.currency);
            }
            if wage.negotiable {
                out.push('~');
            }
            out
        }
    }
}

#[test]
fn wages_are_read_as_people_write_them() {
    for (written, expected) in [
        ("8-12 triệu", "8000000..12000000/month"),
        ("8-12tr", "8000000..12000000/month"),
        ("8tr-12tr", "8000000..12000000/month"),
        ("từ 9tr", "9000000../month"),
        ("Từ 8 đến 12 triệu", "8000000..12000000/month"),
        ("từ 8 triệu tới 12 triệu", "8000000..12000000/month"),
        ("tới 40 triệu", "..40000000/month"),
        ("đến 15 triệu", "..15000000/month"),
        ("tối đa 15 triệu", "..15000000/month"),
        ("tối thiểu 7 triệu/tháng", "7000000../month"),
        ("trên 10 triệu", "10000000../month"),
        ("> 10 triệu", "10000000../month"),
        ("dưới 20 triệu", "..20000000/month"),
        ("10 triệu +", "10000000../month"),
        ("10tr+/tháng", "10000000../month"),
        ("10 triệu trở lên", "10000000../month"),
        ("250k/ngày", "250000..250000/day"),
        ("250.000/ngày", "250000..250000/day"),
        ("lương ngày 250k", "250000..250000/day"),
        ("25k/h", "25000..25000/hour"),
        ("25.000đ/giờ", "25000..25000/hour"),
        ("25 k - 40 k /giờ", "25000..40000/hour"),
        ("13 - 18 triệu", "13000000..18000000/month"),
        ("7–10 triệu/tháng", "7000000..10000000/month"),
        ("7 ~ 10 trieu 1 thang", "7000000..10000000/month"),
        ("8 củ", "8000000..8000000/month"),
        ("8,5 triệu", "8500000..8500000/month"),
        ("8.5 - 9,75 triệu", "8500000..9750000/month"),
        ("8tr5", "8500000..8500000/month"),
        ("8tr5-10tr", "8500000..10000000/month"),
        ("8 triệu rưỡi", "8500000..8500000/month"),
        ("8 triệu 500 nghìn", "8500000..8500000/month"),
        ("8.500k", "8500000..8500000/month"),
        ("7.500.000", "7500000..7500000/month"),
        ("7500000", "7500000..7500000/month"),
        ("lương 7.500.000đ", "7500000..7500000/month"),
        ("7.500.000 - 9.000.000 VNĐ", "7500000..9000000/month"),
        ("VND 7,500,000 - 9,000,000", "7500000..9000000/month"),
        ("Thoả thuận", "~"),
        ("thỏa thuận", "~"),
        ("thoa thuan", "~"),
        ("THO\u{309}A THUA\u{302}\u{323}N", "~"),
        ("Lương cạnh tranh", "~"),
        ("Thoả thuận (10 - 15 triệu)", "10000000..15000000/month~"),
        ("8-12 trie\u{302}\u{323}u", "8000000..12000000/month"),
        ("1.200 USD", "1200..1200 Usd"),
        ("$1,000 - 1,500", "1000..1500 Usd"),
        ("800 - 1200 USD", "800..1200 Usd"),
        ("Tới 1,200 USD", "..1200 Usd"),
        ("1.000 - 1.500 USD", "1000..1500 Usd"),
        ("20 man", "200000..200000 Jpy"),
        ("40 - 45 triệu won", "40000000..45000000 Krw"),
    ] {
        assert_eq!(said(written), expected, "{written}");
    }
}

#[test]
fn what_is_not_certain_is_refused() {
    for (written, reason) in [
        ("", "empty"),
        ("   ", "empty"),
        ("8 - 12", "missing_unit"),
        ("8 triệu - 12", "missing_unit"),
        ("250k", "missing_period"),
        ("500k - 1tr", "missing_period"),
        ("hấp dẫn", "no_amount"),
        ("từ", "no_amount"),
        ("12 - 8 triệu", "turned_round"),
        ("5.000 triệu", "ambiguous_number"),
        ("1k5", "several_wages"),
        ("8tr25", "ambiguous_number"),
        ("1.50.000 đ", "ambiguous_number"),
        ("10 triệu + thưởng", "unknown_word"),
        ("lương cơ bản 5 triệu", "unknown_word"),
        ("8 triệu hoặc 12 triệu", "unknown_word"),
        ("8 triệu, 12 triệu", "several_wages"),
        ("từ 8 triệu trở xuống", "several_wages"),
        ("120 triệu/năm", "unknown_period"),
        ("300k/ca", "unknown_period"),
        ("2k/sản phẩm", "unknown_period"),
        ("20 USD/giờ", "foreign_not_monthly"),
        ("8 triệu - 500 USD", "mixed_currencies"),
        ("99999999999999999999 triệu", "ambiguous_number"),
        ("5 triệu/giờ - 6 triệu", "several_wages"),
        ("90 triệu/ngày", "out_of_bounds"),
        ("- 10 triệu", "several_wages"),
        ("10 triệu -", "several_wages"),
        ("10% doanh thu", "unknown_word"),
    ] {
        assert_eq!(said(written), format!("! {reason}"), "{written}");
    }
    assert_eq!(said(&"8-12 triệu ".repeat(12)), "! too_long");
}

#[test]
fn a_wage_goes_to_its_place_in_pay() {
    let mut pay = Pay {
        basic: Some(Vnd::millions(5)),
        ..Pay::default()
    };
    for written in ["8-12tr", "250k/ngày", "30k/h", "thoả thuận", "800 USD"] {
        read_wage(written).unwrap().apply_to(&mut pay);
    }
    assert_eq!(pay.basic, Some(Vnd::millions(5)));
    assert_eq!(pay.usual.unwrap().most(), Vnd::millions(12));
    assert_eq!(pay.day.unwrap().least(), Vnd(250_000));
    assert_eq!(pay.hour.unwrap().least(), Vnd(30_000));
    assert!(pay.negotiable && pay.foreign.is_some());
}

/// "7.500.000"
fn grouped(amount: i64) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// "8,5" of 8,500,000
fn in_millions(amount: i64) -> String {
    let (whole, tenth) = (amount / 1_000_000, amount % 1_000_000 / 100_000);
    if tenth == 0 { whole.to_string() } else { format!("{whole},{tenth}") }
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(written in any::<String>()) {
        let _ = read_wage(&written);
    }

    #[test]
    fn nothing_wage_like_makes_it_panic(written in "[0-9]{0,20}[.,]?[0-9]{0,3} ?(triệu|tr|k|đ|usd|\\$|man|nghìn)?[0-9]{0,4} ?[-+/–]? ?[0-9]{0,18} ?(tr|k|củ|/h|/ngày|đ|won)?") {
        let _ = read_wage(&written);
    }

    #[test]
    fn what_is_written_plainly_is_read_back(tenths in 10_i64..2_000, more in 0_i64..2_000, style in 0..6) {
        let (from, to) = (tenths * 100_000, (tenths + more) * 100_000);
        let written = match style {
            0 => format!("{} - {} triệu", in_millions(from), in_millions(to)),
            1 => format!("{} - {}đ/tháng", grouped(from), grouped(to)),
            2 => format!("{from}-{to}"),
            3 => format!("từ {}tr đến {}tr", in_millions(from), in_millions(to)),
            4 => format!("{}–{} trieu", in_millions(from).replace(',', "."), in_millions(to)),
            _ => format!("{}k - {}k/thang", grouped(from / 1000), grouped(to / 1000)),
        };
        let wage = read_wage(&written);
        prop_assert_eq!(wage.as_ref().ok().and_then(|wage| wage.range), VndRange::new(Some(Vnd(from)), Some(Vnd(to))).ok(), "{} {:?}", written, wage);
    }
}
