//! Exif data as a phone writes them, made by hand.

/// Words that no stripped picture may hold.
pub(crate) const MODEL: &[u8] = b"Examplar 9\0";
pub(crate) const TAKEN: &[u8] = b"2026:07:31 10:15:20\0";
/// Seconds of the latitude, as the GPS entry stores them.
pub(crate) const LATITUDE: [u32; 6] = [47, 1, 22, 1, 1_234_567, 100_000];

/// Make, model, times and place, and which way is up: the payload of an APP1 segment.
pub(crate) fn phone(orientation: u16) -> Vec<u8> {
    [b"Exif\0\0".as_slice(), &tiff(orientation)].concat()
}

/// The same without the segment's name, as a PNG holds it.
pub(crate) fn tiff(orientation: u16) -> Vec<u8> {
    let mut tiff = Tiff::new();
    tiff.directory(&[
        (0x010F, Value::Text(b"Example\0")),
        (0x0110, Value::Text(MODEL)),
        (0x0112, Value::Short(orientation)),
        (0x0132, Value::Text(TAKEN)),
        (0x8769, Value::Directory(&[(0x9003, Value::Text(TAKEN)), (0xA431, Value::Text(b"SN-000-1234\0"))])),
        (
            0x8825,
            Value::Directory(&[
                (0x0000, Value::Text(b"\x02\x03\0\0")),
                (0x0001, Value::Text(b"N\0")),
                (0x0002, Value::Rationals(&LATITUDE)),
            ]),
        ),
    ]);
    tiff.bytes
}

enum Value<'a> {
    Text(&'a [u8]),
    Short(u16),
    Rationals(&'a [u32]),
    Directory(&'a [(u16, Value<'a>)]),
}

struct Tiff {
    bytes: Vec<u8>,
}

impl Tiff {
    fn new() -> Self {
        Self { bytes: b"II*\0\x08\0\0\0".to_vec() }
    }

    /// Entries first, then what does not fit into them.
    fn directory(&mut self, entries: &[(u16, Value<'_>)]) {
        let start = self.bytes.len();
        self.bytes.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
        self.bytes.resize(start + 2 + 12 * entries.len() + 4, 0);
        for (index, (tag, value)) in entries.iter().enumerate() {
            let (kind, count, field) = self.field(value);
            let at = start + 2 + 12 * index;
            self.bytes[at..at + 2].copy_from_slice(&tag.to_le_bytes());
            self.bytes[at + 2..at + 4].copy_from_slice(&kind.to_le_bytes());
            self.bytes[at + 4..at + 8].copy_from_slice(&u32::try_from(count).unwrap().to_le_bytes());
            self.bytes[at + 8..at + 12].copy_from_slice(&field);
        }
    }

    fn field(&mut self, value: &Value<'_>) -> (u16, usize, [u8; 4]) {
        match value {
            Value::Short(short) => (3, 1, u32::from(*short).to_le_bytes()),
            Value::Text(text) if text.len() <= 4 => {
                let mut field = [0; 4];
                field[..text.len()].copy_from_slice(text);
                (2, text.len(), field)
            }
            Value::Text(text) => (2, text.len(), self.place(text)),
            Value::Rationals(numbers) => {
                let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
                (5, numbers.len() / 2, self.place(&bytes))
            }
            Value::Directory(entries) => {
                let at = self.place(&[]);
                self.directory(entries);
                (4, 1, at)
            }
        }
    }

    fn place(&mut self, bytes: &[u8]) -> [u8; 4] {
        let at = u32::try_from(self.bytes.len()).unwrap().to_le_bytes();
        self.bytes.extend_from_slice(bytes);
        at
    }
}

/// An orientation as a byte, a short and a long number, in both byte orders.
pub(crate) fn orientations(up: u8) -> Vec<Vec<u8>> {
    let big = |kind: u8, value: [u8; 4]| {
        [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0".as_slice(), &[kind, 0, 0, 0, 1], &value, &[0; 4]].concat()
    };
    let little =
        |kind: u8| [b"II*\0\x08\0\0\0\x01\0\x12\x01".as_slice(), &[kind, 0, 1, 0, 0, 0, up, 0, 0, 0], &[0; 4]].concat();
    vec![big(1, [up, 0, 0, 0]), big(3, [0, up, 0, 0]), big(4, [0, 0, 0, up]), little(1), little(3), little(4)]
}

/// Pixels per unit (2 for an inch), and who took it.
pub(crate) fn with_density(density: u32, unit: u16) -> Vec<u8> {
    let ratio = [density, 1];
    let mut tiff = Tiff::new();
    tiff.directory(&[
        (0x0110, Value::Text(MODEL)),
        (0x011A, Value::Rationals(&ratio)),
        (0x011B, Value::Rationals(&ratio)),
        (0x0128, Value::Short(unit)),
    ]);
    tiff.bytes
}
