//! Generates `ui/src/lib/bindings.ts` from the view types and the commands' own signatures, and fails when the file
//! in the repository is another. `IDW_WRITE_BINDINGS=1` writes it.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::Path,
};

use idw_wallet::view::{
    AccountView, ActivityCheck, ActivityExported, ActivityListView, ActivityView, ApplicationChangeView,
    ApplicationView, AttributeEventView, AttributeListView, AttributeTypeView, AttributeView, CheckKept, CheckPreview,
    DataExported, DocumentAdded, DocumentCleaned, DocumentListView, DocumentShrunk, DocumentView, EidPartyView,
    EidServiceView, ImportReport, KeyringView, LoggedSite, MrzView, NoticeView, Outcome, OverviewView, ProfileView,
    ProviderView, ReminderView, RequestView, SecretState, SelfkeyContents, SiteAdded, SiteKnowledge,
    SiteKnowledgeSummary, SiteView, Strength, TemplateView, VaultCheck, VaultCompacted, VaultStatus,
};
use idw_wallet::{AccountRemoval, BackupReport, BackupStanding, MergeReport, QuarantinedView};
use idw_words::MessageData;
use syn::{FnArg, GenericArgument, Item, Pat, PathArguments, ReturnType, Type};
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    chosen_files::{ChosenFileView, TargetView},
    commands::{
        accounts::{KeyInput, RevealedView, SecretInput},
        activity::{ActivityFilterInput, LogFormat},
        applications::ResumeInput,
        attributes::{AttributeFilterInput, AttributeInput, OrderInput, PartInput},
        backups::BackupProgressView,
        checks::{CheckChoiceInput, CheckOptionsInput, CheckStepView},
        data::ConflictInput,
        disclosure::{ChoiceInput, IntentInput, MadeFileView, ProgressView, ProposalView},
        eid::{EidDisconnectedView, EidPartyInput, EidPartyKeyView},
        pictures::ShrinkOfferView,
        providers::ProviderInput,
        requests::AnsweredBy,
        shell::{AboutView, AutoLockView},
        vault::{RecoveryView, VaultState},
    },
    failure::Failure,
    page_event::PageEvent,
};

const FILE: &str = "../ui/src/lib/bindings.ts";

const HEAD: &str = "\
// Generated from the Rust types and commands; do not edit. To renew it:
// IDW_WRITE_BINDINGS=1 cargo test -p idw-desktop bindings
// The only place that calls `invoke`.
import { Channel, invoke } from '@tauri-apps/api/core';
";

#[test]
fn bindings_are_those_of_the_rust_side() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let generated = generate();
    if env::var_os("IDW_WRITE_BINDINGS").is_some_and(|value| value == "1") {
        fs::write(&path, &generated).unwrap();
    }
    let present = fs::read_to_string(&path).unwrap();
    assert!(
        present == generated,
        "ui/src/lib/bindings.ts is stale: run `IDW_WRITE_BINDINGS=1 cargo test -p idw-desktop bindings`",
    );
}

#[test]
fn every_command_is_registered() {
    let window = include_str!("window.rs");
    let list = window.split_once("generate_handler![").unwrap().1.split_once(']').unwrap().0;
    let registered: BTreeSet<_> = list.split(',').map(str::trim).filter(|path| !path.is_empty()).collect();
    let present: BTreeSet<_> =
        commands().iter().map(|command| format!("{}::{}", command.module, command.name)).collect();
    assert_eq!(registered, present.iter().map(String::as_str).collect());
}

fn generate() -> String {
    let mut text = HEAD.to_owned();
    for declaration in declarations() {
        text.push_str("\nexport ");
        for line in declaration.lines() {
            writeln!(text, "{}", line.trim_end()).unwrap();
        }
    }
    text.push('\n');
    for command in commands() {
        text.push_str(&command.wrapper());
    }
    text
}

/// What the commands take and give, and all that those types are made of, by name.
fn declarations() -> Vec<String> {
    let mut found = Declarations::default();
    macro_rules! declared {
        ($($ty:ty),+ $(,)?) => { $(found.visit::<$ty>();)+ };
    }
    declared!(
        // The declarations do not find the types inside this one, because it contains itself.
        MessageData,
        idw_words::Argument,
        AboutView,
        AccountRemoval,
        AccountView,
        ActivityCheck,
        ActivityExported,
        ActivityListView,
        ActivityFilterInput,
        LoggedSite,
        ActivityView,
        AnsweredBy,
        ApplicationChangeView,
        ApplicationView,
        QuarantinedView,
        AttributeFilterInput,
        AttributeInput,
        AttributeEventView,
        AttributeListView,
        AutoLockView,
        AttributeTypeView,
        AttributeView,
        BackupProgressView,
        BackupReport,
        BackupStanding,
        CheckChoiceInput,
        CheckKept,
        CheckOptionsInput,
        CheckPreview,
        CheckStepView,
        ChoiceInput,
        ConflictInput,
        DataExported,
        DocumentAdded,
        DocumentCleaned,
        DocumentListView,
        DocumentShrunk,
        DocumentView,
        EidPartyInput,
        EidDisconnectedView,
        EidPartyKeyView,
        EidPartyView,
        EidServiceView,
        VaultState,
        Failure,
        ImportReport,
        IntentInput,
        KeyInput,
        KeyringView,
        LogFormat,
        MadeFileView,
        MergeReport,
        MrzView,
        NoticeView,
        OrderInput,
        Outcome,
        OverviewView,
        PageEvent,
        PartInput,
        ProfileView,
        ProgressView,
        ProposalView,
        ProviderInput,
        ProviderView,
        RecoveryView,
        ReminderView,
        RequestView,
        ResumeInput,
        RevealedView,
        SecretInput,
        SecretState,
        SelfkeyContents,
        ShrinkOfferView,
        SiteAdded,
        SiteKnowledge,
        SiteKnowledgeSummary,
        SiteView,
        ChosenFileView,
        Strength,
        TargetView,
        TemplateView,
        VaultCheck,
        VaultCompacted,
        VaultStatus,
    );
    found.0.into_values().collect()
}

/// Declarations by name.
#[derive(Default)]
struct Declarations(BTreeMap<String, String>);

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // What has no file of its own (a string, a list) needs no declaration, but what it holds may.
        if T::output_path().is_some() {
            let config = Config::default();
            if self.0.insert(T::ident(&config), T::decl(&config)).is_some() {
                return;
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// A command as its source tells of it.
struct Command {
    module: &'static str,
    name: String,
    /// What the page passes, by its Rust name.
    args: Vec<(String, Argument)>,
    /// The TypeScript type that comes back.
    answer: String,
}

enum Argument {
    /// A value of this TypeScript type.
    Value(String),
    /// A channel for messages of this TypeScript type.
    Channel(String),
    /// Bytes as they are, which are all that is passed.
    Bytes,
}

fn commands() -> Vec<Command> {
    macro_rules! sources {
        ($($module:ident),+) => {
            [$((stringify!($module), include_str!(concat!("commands/", stringify!($module), ".rs")))),+]
        };
    }
    sources!(
        accounts,
        activity,
        applications,
        attributes,
        backups,
        checks,
        data,
        disclosure,
        documents,
        eid,
        keyring,
        mrz,
        pictures,
        profiles,
        providers,
        requests,
        shell,
        sites,
        upkeep,
        vault,
        window
    )
    .into_iter()
    .flat_map(|(module, source)| commands_in(module, source))
    .collect()
}

fn commands_in(module: &'static str, source: &str) -> Vec<Command> {
    let file = syn::parse_file(source).unwrap();
    let functions = file.items.into_iter().filter_map(|item| match item {
        Item::Fn(function) => Some(function),
        _ => None,
    });
    let is_command = |function: &syn::ItemFn| {
        function.attrs.iter().any(|attr| attr.path().segments.last().is_some_and(|last| last.ident == "command"))
    };
    functions
        .filter(is_command)
        .map(|function| Command {
            module,
            name: function.sig.ident.to_string(),
            args: function.sig.inputs.iter().filter_map(argument).collect(),
            answer: answer(&function.sig.output),
        })
        .collect()
}

/// What the page passes for a parameter; nothing for those that Tauri fills in.
fn argument(parameter: &FnArg) -> Option<(String, Argument)> {
    let FnArg::Typed(typed) = parameter else { panic!("a command has no self") };
    let Pat::Ident(name) = &*typed.pat else { panic!("a command's parameters are plain names") };
    let argument = match outer(&typed.ty) {
        ("State" | "WebviewWindow", _) => return None,
        ("Channel", inner) => Argument::Channel(inner.unwrap()),
        ("Request", _) => Argument::Bytes,
        _ => Argument::Value(typescript(&typed.ty)),
    };
    Some((camel(&name.ident.to_string()), argument))
}

/// The `T` of `Result<T, Failure>`.
fn answer(output: &ReturnType) -> String {
    let ReturnType::Type(_, ty) = output else { panic!("a command returns a result") };
    match outer(ty) {
        ("Result", inner) => inner.unwrap(),
        (name, _) => panic!("a command returns a result, not {name}"),
    }
}

fn typescript(ty: &Type) -> String {
    match outer(ty) {
        ("", _) => "null".to_owned(),
        ("String", _) => "string".to_owned(),
        ("Response", _) => "ArrayBuffer".to_owned(),
        ("bool", _) => "boolean".to_owned(),
        ("u8" | "u32" | "u64" | "usize", _) => "number".to_owned(),
        ("Option", inner) => format!("{} | null", inner.unwrap()),
        ("Vec", inner) => format!("Array<{}>", inner.unwrap()),
        (name, _) => name.to_owned(),
    }
}

/// A type's outermost name, leaked since this is a test, and its first parameter in TypeScript; `""` for `()`.
fn outer(ty: &Type) -> (&'static str, Option<String>) {
    let path = match ty {
        Type::Tuple(tuple) if tuple.elems.is_empty() => return ("", None),
        Type::Path(path) => path,
        _ => panic!("a command's types are plain paths"),
    };
    let last = path.path.segments.last().unwrap();
    let inner = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
        _ => None,
    };
    // State's and the window's parameters are no concern of the page.
    let name: &'static str = last.ident.to_string().leak();
    let inner = if matches!(name, "State" | "WebviewWindow" | "Request") { None } else { inner.map(typescript) };
    (name, inner)
}

impl Command {
    /// `export const listSites = (): Promise<Array<SiteView>> => invoke('list_sites');`
    fn wrapper(&self) -> String {
        let Self { name, answer, .. } = self;
        let mut parameters = Vec::new();
        let mut passed = Vec::new();
        let mut channels = String::new();
        let mut bytes = "";
        for (arg, kind) in &self.args {
            match kind {
                Argument::Value(ty) => {
                    parameters.push(format!("{arg}: {ty}"));
                    passed.push(arg.clone());
                }
                Argument::Bytes => {
                    parameters.push("bytes: Uint8Array".to_owned());
                    bytes = ", bytes";
                }
                Argument::Channel(ty) => {
                    parameters.push(format!("{arg}: (message: {ty}) => void"));
                    passed.push(format!("{arg}: {arg}Channel"));
                    writeln!(channels, "  const {arg}Channel = new Channel<{ty}>();").unwrap();
                    writeln!(channels, "  {arg}Channel.onmessage = {arg};").unwrap();
                }
            }
        }
        let given = if passed.is_empty() { bytes.to_owned() } else { format!(", {{ {} }}", passed.join(", ")) };
        let call = format!("invoke('{name}'{given})");
        let head = format!("export const {} = ({}): Promise<{answer}> =>", camel(name), parameters.join(", "));
        if channels.is_empty() {
            format!("{head} {call};\n")
        } else {
            format!("{head} {{\n{channels}  return {call};\n}};\n")
        }
    }
}

fn camel(snake: &str) -> String {
    let mut words = snake.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut name, word| {
        let (head, tail) = word.split_at(1);
        name.push_str(&head.to_uppercase());
        name.push_str(tail);
        name
    })
}
