//! What JPEG, PNG and WebP have in common: metadata is cut out without touching the pixels; only a picture that must be turned is
//! encoded anew. Which pieces a format consists of is not here but in `jpeg.rs`, `png.rs` and `webp.rs`.

use std::io::Cursor;

use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Rgb, RgbImage, Rgba};

use crate::{Kind, Limits, Refused, Report, Warning, jpeg, kind, png, svg, webp};

/// As good as the picture was: what a phone writes is about 90 to 95.
const QUALITY: u8 = 92;

/// The longest side of a thumbnail: enough for a list, and for a first look on a phone.
const THUMBNAIL_SIDE: u32 = 320;
const THUMBNAIL_QUALITY: u8 = 78;

/// A picture without metadata, its pixels as they were.
pub struct Stripped {
    pub bytes: Vec<u8>,
    /// Before turning.
    pub size: (u32, u32),
    /// As EXIF counts: 1 is upright.
    pub orientation: u8,
    pub animated: bool,
}

pub struct Picture {
    pub bytes: Vec<u8>,
    pub size: (u32, u32),
}

/// Cuts metadata out. The picture may now lie on its side: see `clean`.
pub fn strip(bytes: &[u8], kind: Kind, limits: &Limits, report: &mut Report) -> Result<Stripped, Refused> {
    match kind {
        Kind::Jpeg => jpeg::strip(bytes, limits, report),
        Kind::Png => png::strip(bytes, limits, report),
        _ => webp::strip(bytes, limits, report),
    }
}

/// Cuts metadata out and turns the picture as its metadata asked.
pub fn clean(bytes: &[u8], kind: Kind, limits: &Limits, report: &mut Report) -> Result<Picture, Refused> {
    let Stripped { bytes, size, orientation, animated } = strip(bytes, kind, limits, report)?;
    if animated {
        report.warn(Warning::Animated, 1);
    }
    // Turning a moving picture would keep only its first frame.
    let Some(turn) = Orientation::from_exif(orientation).filter(|_| orientation != 1 && !animated) else {
        return Ok(Picture { bytes, size });
    };
    report.warn(Warning::Turned, 1);
    let (mut picture, profile) = decode(&bytes, kind, limits)?;
    drop(bytes);
    picture.apply_orientation(turn);
    let bytes = encode(picture, kind, profile)?;
    // What the encoder writes of itself goes the same way as everything else.
    let Stripped { bytes, size, .. } = strip(&bytes, kind, limits, &mut Report::default())?;
    Ok(Picture { bytes, size })
}

/// A picture inside a document. Office programs show it as it lies in the file, so it is not turned; formats that are not on the list
/// of uploads but are common here stay as they are, with a warning.
pub fn clean_inside(bytes: Vec<u8>, limits: &Limits, report: &mut Report) -> Result<Vec<u8>, Refused> {
    // EMF, WMF twice, GIF, TIFF twice, BMP, packed EMF.
    const OTHERS: &[&[u8]] = &[
        b"\x01\0\0\0",
        b"\xd7\xcd\xc6\x9a",
        b"\x01\0\x09\0",
        b"GIF8",
        b"II*\0",
        b"MM\0*",
        b"BM",
        b"\x1f\x8b\x08",
    ];
    match kind::by_first_bytes(&bytes) {
        Some(kind @ (Kind::Jpeg | Kind::Png | Kind::WebP)) => {
            strip(&bytes, kind, limits, report).map(|stripped| stripped.bytes)
        }
        None if OTHERS.iter().any(|start| bytes.starts_with(start)) => {
            report.warn(Warning::PicturesNotCleaned, 1);
            Ok(bytes)
        }
        None if bytes.starts_with(b"<") || bytes.starts_with(b"\xef\xbb\xbf<") => {
            svg::clean(&bytes, limits, report).map(|(bytes, _)| bytes)
        }
        _ => Err(Refused::Malformed),
    }
}

/// The pixels of a picture, and its colour profile where that still describes them.
pub fn decode(bytes: &[u8], kind: Kind, limits: &Limits) -> Result<(DynamicImage, Option<Vec<u8>>), Refused> {
    let format = match kind {
        Kind::Jpeg => image::ImageFormat::Jpeg,
        Kind::Png => image::ImageFormat::Png,
        _ => image::ImageFormat::WebP,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut allowed = image::Limits::default();
    allowed.max_image_width = Some(limits.side);
    allowed.max_image_height = Some(limits.side);
    allowed.max_alloc = Some(limits.pixels.saturating_mul(10));
    reader.limits(allowed);
    let mut decoder = reader.into_decoder().map_err(|_| Refused::Malformed)?;
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Refused::Malformed)?;
    // Pictures for print are decoded to the colours of a screen, so their profile no longer fits.
    let space: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    Ok((picture, profile.filter(|profile| profile.get(16..20) == Some(space))))
}

/// A small JPEG of a picture, on white where it is transparent. `None` if its pixels cannot be read: a picture may still be what it
/// says, and browsers show what this decoder does not.
pub fn thumbnail(bytes: &[u8], kind: Kind, limits: &Limits) -> Option<Vec<u8>> {
    let (picture, _) = decode(bytes, kind, limits).ok()?;
    let small = if picture.width().max(picture.height()) > THUMBNAIL_SIDE {
        picture.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE)
    } else {
        picture
    };
    let small = small.into_rgba8();
    let on_white = RgbImage::from_fn(small.width(), small.height(), |x, y| {
        let Rgba([red, green, blue, alpha]) = *small.get_pixel(x, y);
        let (alpha, rest) = (u32::from(alpha), 255 * (255 - u32::from(alpha)));
        Rgb([red, green, blue].map(|colour| ((u32::from(colour) * alpha + rest) / 255) as u8))
    });
    let mut out = Vec::new();
    on_white.write_with_encoder(JpegEncoder::new_with_quality(&mut out, THUMBNAIL_QUALITY)).ok()?;
    Some(out)
}

pub fn encode(picture: DynamicImage, kind: Kind, profile: Option<Vec<u8>>) -> Result<Vec<u8>, Refused> {
    fn write<E: ImageEncoder>(
        mut encoder: E,
        picture: &DynamicImage,
        profile: Option<Vec<u8>>,
    ) -> image::ImageResult<()> {
        if let Some(profile) = profile {
            // An encoder without profiles says so, and the picture is right for nearly everybody without.
            _ = encoder.set_icc_profile(profile);
        }
        picture.write_with_encoder(encoder)
    }
    let mut bytes = Vec::new();
    match kind {
        Kind::Jpeg => {
            let picture = match picture {
                grey @ DynamicImage::ImageLuma8(_) => grey,
                other => DynamicImage::ImageRgb8(other.into_rgb8()),
            };
            write(JpegEncoder::new_with_quality(&mut bytes, QUALITY), &picture, profile)
        }
        Kind::Png => write(PngEncoder::new(&mut bytes), &picture, profile),
        _ => write(WebPEncoder::new_lossless(&mut bytes), &picture, profile),
    }
    .map_err(|_| Refused::Malformed)?;
    Ok(bytes)
}

/// Refuses a picture by what it says of itself, before anything is allocated for it.
pub fn check_size(width: u32, height: u32, limits: &Limits) -> Result<(u32, u32), Refused> {
    if width == 0 || height == 0 {
        return Err(Refused::Malformed);
    }
    if width > limits.side || height > limits.side || u64::from(width) * u64::from(height) > limits.pixels {
        return Err(Refused::TooManyPixels);
    }
    Ok((width, height))
}
