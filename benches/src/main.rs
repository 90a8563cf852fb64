//! The vault's figures beside those of others, in one table: `cargo xtask bench vault [group…]`.
//!
//! It is a report and not a test: a mark that is missed is printed as missed, and the program ends with success. What
//! each row means stands in `docs/benchmarks.md`.

mod checks;
mod child;
mod documents;
mod home;
mod kdf;
mod list_memory;
mod records;
mod sample;
mod space;
mod sqlcipher;
mod table;
mod timing;
mod unlock;

use anyhow::{Result, bail};
use table::Table;

// As in the programs that ship: what is freed is wiped, which costs time here too.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

type Group = fn(&mut Table) -> Result<()>;

/// What can be measured alone, by name.
const GROUPS: [(&str, Group); 7] = [
    ("records", records::measure),
    ("unlock", unlock::measure),
    ("kdf", kdf::measure),
    ("space", space::measure),
    ("memory", list_memory::measure),
    ("documents", documents::measure),
    ("checks", checks::measure),
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, rest @ ..] = arguments.as_slice()
        && first == child::ROLE
    {
        return child::run(rest);
    }
    if let Some(unknown) = arguments.iter().find(|name| GROUPS.iter().all(|(group, _)| group != name)) {
        let known: Vec<_> = GROUPS.iter().map(|(name, _)| *name).collect();
        bail!("there is no group {unknown:?}; the groups are {}", known.join(", "));
    }
    let mut table = Table::default();
    for (name, measure) in GROUPS {
        if arguments.is_empty() || arguments.iter().any(|wanted| wanted == name) {
            eprintln!("measuring: {name}");
            measure(&mut table)?;
        }
    }
    println!("{table}");
    Ok(())
}
