//! A picture as a PDF of one page.
//!
//! A JPEG goes in as it is, without its metadata. Everything else is written anew without loss, as PDFs have no form for it
//! that all readers know.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageEncoder as _};
use pdf_writer::types::Predictor;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref};

use crate::decode::{Wanted, check_pixels, decode};
use crate::error::DocumentError;
use crate::inspect::{open_jpeg, recognise};
use crate::shrink::{on_white, shrink};
use crate::{MAX_BYTES, MediaType, colours};

/// A4 (ISO 216) and its margin, in points.
const SHORT_SIDE: f32 = 595.276;
const LONG_SIDE: f32 = 841.89;
const MARGIN: f32 = 28.35;

const CATALOGUE: Ref = Ref::new(1);
const TREE: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const PICTURE: Ref = Ref::new(5);
const PROFILE: Ref = Ref::new(6);

/// What the content of the page calls the picture.
const PICTURE_NAME: Name<'_> = Name(b"P");

/// A JPEG or PNG on a page of A4, upright, as large as fits and at most a point for each pixel. The page lies on its side for
/// a picture that is wider than it is high. The same picture always gives the same bytes, and nothing of its metadata is in
/// them.
///
/// No pixel of a JPEG changes, unless its colours are stored in an unusual way (inks, or red, green and blue as they are):
/// then it is encoded anew. What is transparent in a PNG becomes white, and one of more than 28 megapixels gets smaller.
///
/// Decodes: for a picture that is not trusted, use [`Worker::picture_page`](crate::Worker::picture_page).
///
/// # Errors
///
/// [`DocumentError::NotAPicture`] for other types, a PDF among them, [`DocumentError::TooLarge`] if the PDF would be, and what
/// [`inspect`](crate::inspect()) refuses.
pub fn picture_page(bytes: &[u8]) -> Result<Vec<u8>, DocumentError> {
    let picture = match recognise(bytes)? {
        MediaType::Jpeg => Picture::of_jpeg(bytes)?,
        MediaType::Png => Picture::of_png(bytes)?,
        media_type => return Err(DocumentError::NotAPicture { media_type }),
    };
    let pdf = picture.write();
    if pdf.len() as u64 > MAX_BYTES {
        return Err(DocumentError::TooLarge { max_bytes: MAX_BYTES });
    }
    Ok(pdf)
}

/// A picture as a PDF stores it.
struct Picture {
    width: u32,
    height: u32,
    orientation: Orientation,
    is_grey: bool,
    profile: Option<Vec<u8>>,
    filter: Filter,
    data: Vec<u8>,
}

impl Picture {
    fn of_jpeg(bytes: &[u8]) -> Result<Self, DocumentError> {
        let jpeg = open_jpeg(bytes)?;
        let (width, height) = jpeg.dimensions();
        check_pixels(width, height)?;
        if jpeg.colours() == 4 || jpeg.is_stored_as_red_green_blue() {
            // As large as it is, in the first quality that is tried.
            return Self::of_jpeg(&shrink(bytes, MAX_BYTES)?.bytes);
        }
        let is_grey = jpeg.colours() == 1;
        Ok(Self {
            width,
            height,
            orientation: jpeg.orientation().and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms),
            is_grey,
            profile: jpeg.colour_profile().filter(|profile| colours::is_for(profile, space(is_grey))),
            filter: Filter::DctDecode,
            data: jpeg.stripped(),
        })
    }

    fn of_png(bytes: &[u8]) -> Result<Self, DocumentError> {
        const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Png };
        let decoded = decode(bytes, MediaType::Png, Wanted::Largest)?;
        let image = on_white(decoded.image);
        let is_grey = !image.color().has_color();
        let image = if is_grey { DynamicImage::from(image.into_luma8()) } else { image.into_rgb8().into() };
        Ok(Self {
            width: image.width(),
            height: image.height(),
            orientation: decoded.orientation,
            is_grey,
            profile: decoded.colour_profile.filter(|profile| colours::is_for(profile, space(is_grey))),
            filter: Filter::FlateDecode,
            data: compressed(&image).ok_or(DAMAGED)?,
        })
    }

    fn write(&self) -> Vec<u8> {
        let mut pdf = Pdf::with_capacity(self.data.len() + 4096);
        pdf.catalog(CATALOGUE).pages(TREE);
        pdf.pages(TREE).kids([PAGE]).count(1);
        let placed = Placed::new(self);
        let mut page = pdf.page(PAGE);
        page.parent(TREE).media_box(Rect::new(0.0, 0.0, placed.page.0, placed.page.1)).contents(CONTENT);
        page.resources().x_objects().pair(PICTURE_NAME, PICTURE);
        page.finish();
        let mut content = Content::new();
        content.save_state().transform(placed.on_page).transform(turned(self.orientation));
        content.x_object(PICTURE_NAME).restore_state();
        pdf.stream(CONTENT, &content.finish());
        self.write_picture(&mut pdf);
        pdf.finish()
    }

    fn write_picture(&self, pdf: &mut Pdf) {
        let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
        let mut picture = pdf.image_xobject(PICTURE, &self.data);
        picture.filter(self.filter);
        picture.width(side(self.width)).height(side(self.height)).bits_per_component(8);
        if self.filter == Filter::FlateDecode {
            let mut form = picture.decode_parms();
            form.predictor(Predictor::PngOptimum)
                .colors(self.colours())
                .bits_per_component(8)
                .columns(side(self.width));
        }
        match (&self.profile, self.is_grey) {
            (Some(_), _) => picture.color_space().icc_based(PROFILE),
            (None, true) => picture.color_space().device_gray(),
            (None, false) => picture.color_space().device_rgb(),
        }
        picture.finish();
        if let Some(profile) = &self.profile {
            pdf.icc_profile(PROFILE, profile).n(self.colours());
        }
    }

    fn colours(&self) -> i32 {
        if self.is_grey { 1 } else { 3 }
    }
}

/// Where a picture stands on its page.
struct Placed {
    /// Width and height.
    page: (f32, f32),
    /// Makes a square of one point that, and puts it there.
    on_page: [f32; 6],
}

impl Placed {
    #[expect(clippy::cast_precision_loss, reason = "sides of at most 65,535 pixels")]
    fn new(picture: &Picture) -> Self {
        let (width, height) = if is_on_its_side(picture.orientation) {
            (picture.height as f32, picture.width as f32)
        } else {
            (picture.width as f32, picture.height as f32)
        };
        let page = if width > height { (LONG_SIDE, SHORT_SIDE) } else { (SHORT_SIDE, LONG_SIDE) };
        let room = (page.0 - 2.0 * MARGIN, page.1 - 2.0 * MARGIN);
        let scale = (room.0 / width).min(room.1 / height).min(1.0);
        let (width, height) = (width * scale, height * scale);
        let (left, bottom) = ((page.0 - width) / 2.0, (page.1 - height) / 2.0);
        Self { page, on_page: [width, 0.0, 0.0, height, left, bottom] }
    }
}

fn is_on_its_side(orientation: Orientation) -> bool {
    orientation.to_exif() > 4
}

/// Turns a square of one point as an orientation wants a picture to be turned (TIFF 6.0, p. 36). Up is up in a PDF.
fn turned(orientation: Orientation) -> [f32; 6] {
    match orientation {
        Orientation::NoTransforms => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        Orientation::FlipHorizontal => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
        Orientation::Rotate180 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
        Orientation::FlipVertical => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
        Orientation::Rotate90FlipH => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
        Orientation::Rotate90 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
        Orientation::Rotate270FlipH => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        Orientation::Rotate270 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
    }
}

fn space(is_grey: bool) -> [u8; 4] {
    if is_grey { *b"GRAY" } else { *b"RGB " }
}

/// Rows as a PNG compresses them, which is a form that PDFs know (ISO 32000-1, 7.4.4.4).
fn compressed(image: &DynamicImage) -> Option<Vec<u8>> {
    let mut png = Cursor::new(Vec::new());
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive);
    encoder.write_image(image.as_bytes(), image.width(), image.height(), image.color().into()).ok()?;
    let png = png.into_inner();
    let mut rows = Vec::with_capacity(png.len());
    let mut left = png.get(8..)?;
    while let Some((len, rest)) = left.split_first_chunk() {
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        let (data, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*len)).ok()?)?;
        if kind == b"IDAT" {
            rows.extend_from_slice(data);
        }
        left = rest.get(4..)?;
    }
    Some(rows)
}
