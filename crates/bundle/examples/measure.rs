//! How long a file takes into a bag and out of it, beside what is left when all but one digest is left out:
//! `cargo run --release -p jibiao-bundle --features threads --example measure -- FILE`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing
)]

use std::{
    fs::File,
    io::{BufWriter, Read, Write},
    time::Instant,
};

use jibiao_bundle::{Standing, Writer, verify_reader};
use sha2::{Digest, Sha256};

fn main() {
    let source = std::env::args().nth(1).unwrap();
    let place = std::env::temp_dir().join(format!("jibiao-measure-{}", std::process::id()));
    std::fs::create_dir_all(&place).unwrap();
    let (bag, plain) = (place.join("bag.zip"), place.join("plain.bin"));
    for _ in 0..5 {
        let mut piece = vec![0; 1 << 20];
        let mut out = Vec::new();

        let start = Instant::now();
        let mut file = File::open(&source).unwrap();
        let (mut to, mut sum, mut crc) =
            (BufWriter::new(File::create(&plain).unwrap()), Sha256::new(), crc32fast::Hasher::new());
        loop {
            let count = file.read(&mut piece).unwrap();
            if count == 0 {
                break;
            }
            sum.update(&piece[..count]);
            crc.update(&piece[..count]);
            to.write_all(&piece[..count]).unwrap();
        }
        to.flush().unwrap();
        let least = start.elapsed();
        assert_eq!(sum.finalize().len(), 32);

        let start = Instant::now();
        let mut file = File::open(&source).unwrap();
        let length = file.metadata().unwrap().len();
        let mut to = BufWriter::new(File::create(&bag).unwrap());
        let mut writer = Writer::new("b", &mut out).unwrap();
        writer.begin("data/a.bin", None, length, &mut out).unwrap();
        loop {
            let count = file.read(&mut piece).unwrap();
            if count == 0 {
                break;
            }
            writer.push(&piece[..count], &mut out).unwrap();
            to.write_all(&out).unwrap();
            out.clear();
        }
        writer.end(&mut out).unwrap();
        writer.finish(&[], &mut out).unwrap();
        to.write_all(&out).unwrap();
        to.flush().unwrap();
        let made = start.elapsed();

        let start = Instant::now();
        let findings = verify_reader(File::open(&bag).unwrap(), |_| false).unwrap();
        assert_eq!(findings.standing(), Standing::Valid);
        let verified = start.elapsed();
        println!(
            "{} MB: written with one digest {least:.0?}, bag {made:.0?} ({:.2} times), verified {verified:.0?}",
            length >> 20,
            made.as_secs_f64() / least.as_secs_f64()
        );
    }
    std::fs::remove_dir_all(place).unwrap();
}
