//! Encrypts a file with the `age` crate, to a key rather than a passphrase so that no time goes into deriving one, and
//! prints how many nanoseconds it took until the result was on the disk: `age-encrypt FROM TO BUFFER_BYTES`.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [from, to, buffer_bytes] = arguments.as_slice() else {
        bail!("age-encrypt FROM TO BUFFER_BYTES");
    };
    let recipient = age::x25519::Identity::generate().to_public();
    let mut buffer = vec![0; buffer_bytes.parse().context("the length of the buffer")?];
    let started = Instant::now();
    let mut source = File::open(from)?;
    let target = File::create(to)?;
    let encryptor = age::Encryptor::with_recipients([&recipient as &dyn age::Recipient].into_iter())?;
    // age writes chunks of 64 KiB; they are gathered into writes as large as the others'.
    let mut writer = encryptor.wrap_output(std::io::BufWriter::with_capacity(buffer.len(), target))?;
    loop {
        let len = source.read(&mut buffer)?;
        if len == 0 {
            break;
        }
        writer.write_all(&buffer[..len])?;
    }
    let target = writer.finish()?.into_inner()?;
    target.sync_all()?;
    println!("{}", started.elapsed().as_nanos());
    Ok(())
}
