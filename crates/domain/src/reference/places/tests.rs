use super::*;

/// "33 12826 lien-ha-thai" for each place, "+2" for unnamed ones.
fn said(written: &str) -> String {
    let name = |place: &Place| {
        let commune = place.commune.map(|code| format!(" {code}")).unwrap_or_default();
        let park = place.park.as_ref().map(|park| format!(" {park}")).unwrap_or_default();
        format!("{}{commune}{park}", place.province)
    };
    match Reference::embedded().read_place(written) {
        PlaceReading::Understood { place, others, unnamed, .. } => {
            let named = std::iter::once(&place).chain(&others).map(name).collect::<Vec<_>>().join(", ");
            if unnamed > 0 { format!("{named} +{unnamed}") } else { named }
        }
        PlaceReading::Ambiguous(places) => format!("? {}", places.iter().map(name).collect::<Vec<_>>().join(", ")),
        PlaceReading::Unknown(reason) => format!("! {reason:?}"),
    }
}

#[test]
fn places_are_read_as_people_write_them() {
    for (written, expected) in [
        ("KCN Liên Hà Thái", "33 12826 lien-ha-thai"),
        ("liên hà thái", "33 12826 lien-ha-thai"),
        ("kcn lien ha thai, thai thuy", "33 12826 lien-ha-thai"),
        ("KCN Liên Hà Thái xã Thụy Liên huyện Thái Thụy tỉnh Thái Bình", "33 12826 lien-ha-thai"),
        ("kcn tien hai", "33 tien-hai"),
        ("khu công nghiệp Tiền Hải, xã Đồng Châu", "33 13003 tien-hai"),
        ("Green iP-1", "33 12826 lien-ha-thai"),
        ("xã Thái Thụy", "33 12826"),
        ("xa thai thuy", "33 12826"),
        ("Xã Thái Thuỵ, tỉnh Hưng Yên", "33 12826"),
        ("phường Thái Bình, Hưng Yên", "33 13225"),
        ("xã Thụy Liên, huyện Thái Thụy, Thái Bình", "33 12826"),
        ("xã Thụy Liên huyện Thái Thụy tỉnh Thái Bình", "33 12826"),
        ("Thụy Liên, Thái Thụy", "33 12826"),
        ("thị trấn Diêm Điền", "33 12826"),
        ("Thái Thụy cũ", "33"),
        ("Thái Thụy", "33"),
        ("huyện Thái Thụy", "33"),
        ("tiền hải thái bình", "33"),
        ("TP Thái Bình", "33"),
        ("Thái Bình", "33"),
        ("Hưng Yên (Thái Bình cũ)", "33"),
        ("Bình Dương", "79"),
        ("HCM", "79"),
        ("TP.HCM", "79"),
        ("tp hcm", "79"),
        ("Sài Gòn", "79"),
        ("HN", "01"),
        ("ha noi", "01"),
        ("Bà Rịa - Vũng Tàu", "79"),
        ("Bà Rịa-Vũng Tàu, Đồng Nai", "79, 75"),
        ("Thừa Thiên - Huế", "46"),
        ("Hà Nội, Bắc Ninh", "01, 24"),
        ("Hưng Yên, Thái Bình", "33"),
        ("Hồ Chí Minh & 2 nơi khác", "79 +2"),
        ("Hà Nội, Nước Ngoài", "01 +1"),
        ("Hà Nội; Hà Nội: Số 5 Phạm Hùng, Phường Cầu Giấy", "01 00166"),
        ("Hà Nội: Phường Hà Đông - Hồ Chí Minh: 12 Núi Thành, Phường Tân Bình", "01 09556, 79 27004"),
        // An old address elsewhere: today's ward of that name is another one.
        ("75 Hoàng Văn Thái, P. Tân Phú, Q7, TP. Hồ Chí Minh", "79"),
        ("Cầu Giấy, Hà Nội", "01"),
        ("KCN chuyên nông nghiệp THACO - Thái Bình", "33 thaco-thai-binh"),
        ("phường Trần Lãm Thái Bình", "33 12454"),
        ("123-125 Đường Song Hành, Phường 10 , Quận 6 TpHCM", "79"),
        ("Số 6 Tân Trào, Phường Tân Phú, Quận 7", "79"),
        ("Hồ Chí Minh: quốc lộ 56, Tp Bà Rịa, Phường Bà Rịa", "79 26560"),
        ("KCN Việt Nam - Singapore, Thuận An, Bình Dương", "79"),
        ("Xã Hưng Phú, Hưng Yên", "33 13066"),
    ] {
        assert_eq!(said(written), expected, "{written}");
    }
}

#[test]
fn what_is_not_certain_stays_open() {
    assert_eq!(said("Toàn quốc"), "! Nationwide");
    assert_eq!(said("Nhật Bản"), "! Abroad");
    assert_eq!(said("Osaka, Nhật Bản"), "! Abroad");
    assert_eq!(said("Nước Ngoài, Hà Nội"), "! Abroad");
    assert_eq!(said("  "), "! Empty");
    assert_eq!(said("văn phòng công ty"), "! NoSuchName");
    assert_eq!(said(&"x".repeat(601)), "! TooLong");
    for written in [
        "xã Tân Hưng",
        "Hoàng Mai",
        "KCN Phố Nối",
        "xã Lạc Đạo, huyện Văn Lâm",
        "KCN số 3",
        "Nguyễn Trãi, Thanh Xuân",
    ] {
        assert!(said(written).starts_with("? "), "{written}: {}", said(written));
    }
}

#[test]
fn a_former_district_comes_with_its_communes() {
    let PlaceReading::Understood { hint: Some(hint), .. } = Reference::embedded().read_place("Thái Thụy") else {
        panic!()
    };
    assert!(hint.starts_with("huyện Thái Thụy cũ: ") && hint.contains("xã Đông Thụy Anh"), "{hint}");
}

#[test]
fn every_commune_and_park_is_read_back_from_its_own_label() {
    let reference = Reference::embedded();
    for commune in reference.communes_of(reference.home()) {
        let place = Place {
            commune: Some(commune.code),
            ..Place::province(reference.home())
        };
        let label = reference.place_label(&place);
        assert_eq!(said(&label), format!("33 {}", commune.code), "{label}");
    }
    for park in reference.parks() {
        let place = Place {
            park: Some(park.slug.clone()),
            ..Place::province(reference.home())
        };
        let label = reference.place_label(&place);
        assert!(said(&label).ends_with(&park.slug.0), "{label}: {}", said(&label));
    }
}

proptest::proptest! {
    #[test]
    fn nothing_makes_it_panic(written in proptest::prelude::any::<String>()) {
        let _ = Reference::embedded().read_place(&written);
    }

    #[test]
    fn nothing_place_like_makes_it_panic(written in "(xã|P\\.|huyện|TP|KCN|Q)?[ .:;,(-]{0,3}(Thái Thụy|Hà Nội|cũ|tien hai|& 9 nơi khác|Nhật)?[ :;,)-]{0,2}(Thái Bình|cũ|& 2 nơi khác)?") {
        let _ = Reference::embedded().read_place(&written);
    }
}
