//! Draws the pages and writes the file.

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::blocks::{Layout, Setting};
use super::fonts::{Fonts, Lettering, Style};
use super::pages::{self, Placed};
use super::strips::{Align, BOTTOM, Colour, Item, LEFT, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH, millimetres};
use super::tags::Tags;
use super::{Document, Moment, PdfError};

const FOOTER: Lettering = Lettering::new(Style::Regular, 8.5);
/// Distance of the footer from the edge of the sheet.
const FOOTER_EDGE: f32 = millimetres(9.0);
/// Distance of the footer from the text above and from its own line.
const FOOTER_GAP: f32 = 4.0;

/// Divides the layout among pages, draws them, and gives the file.
pub fn write(document: &Document, fonts: &Fonts, layout: Layout<'_>) -> Result<Vec<u8>, PdfError> {
    let footer = Footer::of(document, &layout);
    let Layout { strips, repeats, mut tags, .. } = layout;
    let mut pages = pages::fill(&strips, &repeats, footer.room_above());
    if pages.is_empty() {
        pages.push(Vec::new());
    }
    let mut file = krilla::Document::new_with(settings()?);
    let mut outline = OutlineNode::new(document.title.clone(), XyzDestination::new(0, Point::from_xy(0.0, 0.0)));
    let size = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or_else(|| PdfError::Write("no page size".into()))?;
    for (index, placed) in pages.iter().enumerate() {
        let mut page = file.start_page_with(size.clone());
        let mut surface = page.surface();
        let mut pen = Pen { surface: &mut surface, fonts };
        for Placed { y, strip, again } in placed {
            if let Some(text) = strip.bookmark.as_ref().filter(|_| !again) {
                let point = Point::from_xy(0.0, (TOP + y - 12.0).max(0.0));
                outline.push_child(OutlineNode::new(text.clone(), XyzDestination::new(index, point)));
            }
            pen.strip(&strip.items, TOP + y, if *again { None } else { Some(&mut tags) });
        }
        footer.draw(&mut pen, index + 1, pages.len(), document);
        surface.finish();
        page.finish();
    }
    let mut outlines = Outline::new();
    outlines.push_child(outline.with_open(true));
    file.set_outline(outlines);
    file.set_metadata(metadata(document));
    file.set_tag_tree(tags.tree(document.language.code()));
    file.finish().map_err(|error| PdfError::Write(format!("{error}: {error:?}")))
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish();
    let configuration = configuration.map_err(|error| PdfError::Write(format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    })
}

fn metadata(document: &Document) -> Metadata {
    let title = if document.title.trim().is_empty() {
        document.language.pick("Hợp đồng", "Agreement")
    } else {
        document.title.trim()
    };
    let mut metadata = Metadata::new()
        .title(title.to_owned())
        .language(document.language.code().to_owned())
        .creation_date(date(document.created))
        .text_direction(TextDirection::LeftToRight);
    if !document.author.trim().is_empty() {
        metadata = metadata.authors(vec![document.author.clone()]);
    }
    match &document.number {
        Some(number) => metadata.description(format!("{} {number}", document.language.pick("Số:", "No.:"))),
        None => metadata,
    }
}

fn date(moment: Moment) -> DateTime {
    let day = DateTime::new(moment.year).month(moment.month).day(moment.day);
    day.hour(moment.hour)
        .minute(moment.minute)
        .second(moment.second)
        .utc_offset_hour(moment.offset_hours)
        .utc_offset_minute(0)
}

/// Draws on one page.
struct Pen<'a, 'p> {
    surface: &'a mut Surface<'p>,
    fonts: &'a Fonts,
}

impl Pen<'_, '_> {
    /// Draws a strip; without tags, as something that is not read.
    fn strip(&mut self, items: &[Item], top: f32, mut tags: Option<&mut Tags>) {
        for item in items {
            match (item, &mut tags) {
                (Item::Text { tag, .. }, Some(tags)) => {
                    let identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    tags.content(*tag, identifier);
                }
                (Item::Text { .. }, None) => self.artifact(ArtifactType::PaginationOther),
                (Item::Fill { .. }, _) => self.artifact(ArtifactType::Layout),
            }
            self.item(item, top);
            self.surface.end_tagged();
        }
    }

    fn artifact(&mut self, kind: ArtifactType) {
        // What is not read has no place in the structure, so its identifier is not kept.
        let _ = self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    }

    fn item(&mut self, item: &Item, top: f32) {
        match item {
            Item::Text {
                x,
                baseline,
                lettering,
                colour,
                run,
                ..
            } => {
                self.colour(*colour);
                let start = Point::from_xy(LEFT + x, top + baseline);
                let font = self.fonts.face(lettering.style).font.clone();
                self.surface.draw_glyphs(start, &run.glyphs, font, &run.text, lettering.size, false);
            }
            Item::Fill { x, y, width, height, colour } => {
                self.colour(*colour);
                let mut path = PathBuilder::new();
                if let Some(rect) = Rect::from_xywh(LEFT + x, top + y, *width, *height) {
                    path.push_rect(rect);
                }
                if let Some(path) = path.finish() {
                    self.surface.draw_path(&path);
                }
            }
        }
    }

    fn colour(&mut self, colour: Colour) {
        let [red, green, blue] = colour.parts();
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::new(red, green, blue).into(),
            ..Fill::default()
        }));
    }
}

/// The small print at the foot of each page.
struct Footer {
    items: Vec<Item>,
    height: f32,
    page: Setting,
}

impl Footer {
    fn of(document: &Document, layout: &Layout<'_>) -> Self {
        let room = layout.run("Trang 000/000", FOOTER).width * FOOTER.size + 8.0;
        let setting = Setting {
            colour: Colour::Soft,
            width: WIDTH - room,
            ..Setting::new(FOOTER, Align::Left, 0.0)
        };
        let (items, height) = layout.text_box(&document.footer, 0.0, setting, 0);
        let page = Setting {
            left: WIDTH - room,
            width: room,
            align: Align::Right,
            ..setting
        };
        Self {
            items,
            height: height.max(FOOTER.leading),
            page,
        }
    }

    /// Where its line stands.
    fn top(&self) -> f32 {
        PAGE_HEIGHT - FOOTER_EDGE - self.height - FOOTER_GAP
    }

    /// How high the text above is: down to the bottom margin, unless the footer has many lines.
    fn room_above(&self) -> f32 {
        (self.top() - FOOTER_GAP).min(PAGE_HEIGHT - BOTTOM) - TOP
    }

    fn draw(&self, pen: &mut Pen<'_, '_>, page: usize, pages: usize, document: &Document) {
        let top = self.top();
        pen.artifact(ArtifactType::Footer);
        pen.item(
            &Item::Fill {
                x: 0.0,
                y: 0.0,
                width: WIDTH,
                height: 0.4,
                colour: Colour::Soft,
            },
            top,
        );
        for item in &self.items {
            pen.item(item, top + FOOTER_GAP);
        }
        let text = format!("{} {page}/{pages}", document.language.pick("Trang", "Page"));
        let run = pen.fonts.face(FOOTER.style).shape(&text);
        let x = self.page.left + self.page.width - run.width * FOOTER.size;
        let number = Item::Text {
            x,
            baseline: FOOTER.baseline(),
            lettering: FOOTER,
            colour: Colour::Soft,
            run,
            tag: 0,
        };
        pen.item(&number, top + FOOTER_GAP);
        pen.surface.end_tagged();
    }
}
