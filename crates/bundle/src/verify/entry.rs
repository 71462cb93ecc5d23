//! One file of the zip: its header, its bytes unpacked and summed up, and what stands behind it.

use miniz_oxide::{
    DataFormat, MZFlush, MZStatus,
    inflate::stream::{InflateState, inflate},
};

use super::directory::Placed;
use crate::{
    digests::{Algorithm, Running, Sums, wide},
    remark::{Code, Remark},
    zip::{
        fields::long,
        record::{DEFLATED, DESCRIBED_BEHIND, DESCRIPTOR, Header},
    },
};

/// Bytes that are unpacked at once.
const ROOM: usize = 64 << 10;

/// A file that is being read, from the first of its bytes to the last.
pub(super) struct Reading {
    running: Running,
    /// Whether the header before the file has been read.
    begun: bool,
    packed_left: u64,
    inflate: Option<Box<InflateState>>,
    ended: bool,
    /// What stands behind the file.
    behind: Vec<u8>,
    kept: Option<Vec<u8>>,
    remarks: Vec<Remark>,
    /// Whether what follows makes no sense any more.
    lost: bool,
}

impl Reading {
    pub(super) fn new(file: &Placed, algorithms: &[Algorithm], keep: bool) -> Self {
        let packed = file.central.header.method == DEFLATED;
        Self {
            running: Running::new(algorithms),
            begun: false,
            packed_left: u64::from(file.central.header.packed),
            inflate: packed.then(|| InflateState::new_boxed(DataFormat::Raw)),
            ended: !packed,
            behind: Vec::new(),
            kept: keep.then(Vec::new),
            remarks: Vec::new(),
            lost: false,
        }
    }

    /// Takes the next bytes of the file; the first piece holds its header.
    pub(super) fn feed(&mut self, file: &Placed, bytes: &[u8]) {
        let mut rest = bytes;
        if !self.begun {
            self.begun = true;
            let Some((local, length)) = Header::read_local(bytes) else {
                return self.lose(Remark::new(Code::HeaderDiffers, &file.path).with("field", "signature"));
            };
            self.compare(file, &local);
            rest = bytes.get(length..).unwrap_or_default();
        }
        if self.lost {
            return;
        }
        let here = usize::try_from(self.packed_left).unwrap_or(usize::MAX);
        let (packed, behind) = rest.split_at_checked(here).unwrap_or((rest, &[]));
        self.packed_left = self.packed_left.saturating_sub(wide(packed.len()));
        self.unpack(file, packed);
        self.behind.extend_from_slice(behind);
    }

    /// What the file holds, where its own bytes have all come.
    pub(super) fn done(mut self, file: &Placed) -> (Option<Sums>, Option<Vec<u8>>, Vec<Remark>) {
        if self.lost {
            return (None, None, self.remarks);
        }
        if self.packed_left > 0 {
            self.remarks.push(Remark::new(Code::Overlap, &file.path));
            return (None, None, self.remarks);
        }
        self.descriptor(file);
        if !self.ended {
            self.remarks.push(Remark::new(Code::Unpacking, &file.path));
            return (None, None, self.remarks);
        }
        let sums = self.running.done();
        let header = &file.central.header;
        if sums.length != u64::from(header.length) {
            let remark = Remark::new(Code::LengthDiffers, &file.path);
            self.remarks.push(remark.with("expected", header.length).with("found", sums.length));
        } else if sums.crc != header.crc {
            let [expected, found] = [header.crc, sums.crc].map(|crc| format!("{crc:08x}"));
            self.remarks
                .push(Remark::new(Code::ChecksumDiffers, &file.path).with("expected", expected).with("found", found));
        }
        (Some(sums), self.kept, self.remarks)
    }

    fn lose(&mut self, remark: Remark) {
        self.remarks.push(remark);
        self.lost = true;
    }

    /// The header before the file against the table of contents.
    fn compare(&mut self, file: &Placed, local: &Header) {
        let central = &file.central.header;
        let behind = central.flags & DESCRIBED_BEHIND != 0;
        // What stands behind the file need not stand before it.
        let sum = |before: u32, told: u32| before == told || (behind && before == 0);
        let fields = [
            ("version", local.needs == central.needs),
            ("flags", local.flags == central.flags),
            ("method", local.method == central.method),
            ("time", (local.time, local.date) == (central.time, central.date)),
            ("checksum", sum(local.crc, central.crc)),
            ("packed", sum(local.packed, central.packed)),
            ("length", sum(local.length, central.length)),
            ("name", local.name == central.name),
        ];
        for (field, _) in fields.iter().filter(|(_, same)| !same) {
            self.remarks.push(Remark::new(Code::HeaderDiffers, &file.path).with("field", field));
        }
    }

    /// What stands behind the file against the table of contents.
    fn descriptor(&mut self, file: &Placed) {
        let header = &file.central.header;
        let numbers = |at: usize| {
            let field = |n: usize| long(&self.behind, at.saturating_add(n));
            (field(0), field(4), field(8)) == (Some(header.crc), Some(header.packed), Some(header.length))
        };
        let described = header.flags & DESCRIBED_BEHIND != 0;
        let good = match (described, self.behind.len()) {
            (false, 0) => true,
            // The signature before the three numbers may be left out.
            (true, 12) => numbers(0),
            (true, 16) => long(&self.behind, 0) == Some(DESCRIPTOR) && numbers(4),
            (_, more) => {
                self.remarks.push(Remark::new(Code::StrayBytes, &file.path).with("bytes", more));
                return;
            }
        };
        if !good {
            self.remarks.push(Remark::new(Code::DescriptorDiffers, &file.path));
        }
    }

    fn unpack(&mut self, file: &Placed, packed: &[u8]) {
        let Some(mut state) = self.inflate.take() else { return self.take(file, packed) };
        let mut room = [0_u8; ROOM];
        let mut rest = packed;
        while !self.lost {
            let step = inflate(&mut state, rest, &mut room, MZFlush::None);
            rest = rest.get(step.bytes_consumed..).unwrap_or_default();
            self.take(file, room.get(..step.bytes_written).unwrap_or_default());
            match step.status {
                Ok(MZStatus::StreamEnd) => {
                    self.ended = true;
                    // Bytes after the last block belong to nothing.
                    if !rest.is_empty() || self.packed_left > 0 {
                        self.lose(Remark::new(Code::Unpacking, &file.path));
                    }
                    return;
                }
                Ok(_) if step.bytes_consumed > 0 || step.bytes_written > 0 => {}
                // No progress: more is wanted than has come. Anything else is damage.
                Ok(_) | Err(miniz_oxide::MZError::Buf) => break,
                Err(_) => return self.lose(Remark::new(Code::Unpacking, &file.path)),
            }
        }
        self.inflate = Some(state);
    }

    fn take(&mut self, file: &Placed, bytes: &[u8]) {
        let length = u64::from(file.central.header.length);
        self.running.update(bytes);
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(bytes);
        }
        // More than was said: no further byte is unpacked.
        if self.running.length() > length {
            let remark = Remark::new(Code::LengthDiffers, &file.path);
            self.lose(remark.with("expected", length).with("found", self.running.length()));
        }
    }
}
