//! A QR code as a part of a page.

use qrcode::{Color, QrCode};
use std::fmt::Write;

/// Modules of white around the code that ISO/IEC 18004 asks for.
const QUIET: usize = 4;

/// A QR code as SVG, black on white whatever the theme; empty where the text is too long for one. Dark
/// modules are drawn as the strokes of one path, a stroke for each run of them: a sheet of badges holds
/// dozens of codes, and a page has to be light.
pub fn qr_svg(text: &str) -> String {
    let Ok(code) = QrCode::new(text.as_bytes()) else { return String::new() };
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        let mut drawn_to = None;
        for run in modules.chunk_by(|left, right| left == right) {
            if run[0] == Color::Dark {
                // Within a row the pen only steps over what is white.
                let _ = match drawn_to {
                    None => write!(path, "M{} {}.5h{}", column + QUIET, row + QUIET, run.len()),
                    Some(end) => write!(path, "m{} 0h{}", column - end, run.len()),
                };
                drawn_to = Some(column + run.len());
            }
            column += run.len();
        }
    }
    format!(
        "<svg aria-hidden=\"true\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"200\" height=\"200\" \
         shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path stroke=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that the path's strokes cover, read back from the SVG.
    fn drawn(svg: &str) -> Vec<(usize, usize)> {
        let path = svg.split("stroke=\"#000\" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut covered = Vec::new();
        for row in path.split('M').skip(1) {
            let (at, strokes) = row.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (mut x, y): (usize, usize) = (x.parse().unwrap(), y.trim_end_matches(".5").parse().unwrap());
            for (i, stroke) in strokes.split('m').enumerate() {
                let length = match stroke.split_once(" 0h") {
                    Some((gap, length)) if i > 0 => {
                        x += gap.parse::<usize>().unwrap();
                        length
                    }
                    _ => stroke,
                };
                let length: usize = length.parse().unwrap();
                covered.extend((x..x + length).map(|x| (x - QUIET, y - QUIET)));
                x += length;
            }
        }
        covered
    }

    #[test]
    fn what_is_drawn_is_the_code() {
        for text in [
            "https://vieclam.example/q/7K3M9Q",
            "x",
            "https://sanviec.example/viec-lam/tho-may-cong-nghiep-123456?nguon=to-roi",
        ] {
            let code = QrCode::new(text).unwrap();
            let width = code.width();
            let dark: Vec<_> = (0..width).flat_map(|y| (0..width).map(move |x| (x, y))).filter(|at| code[*at] == Color::Dark).collect();
            assert_eq!(drawn(&qr_svg(text)), dark, "{text}");
        }
        assert_eq!(qr_svg(&"x".repeat(3000)), "");
    }
}
