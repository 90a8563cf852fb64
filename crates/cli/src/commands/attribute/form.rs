//! Asking for a value field by field, at a terminal.

use idw_wallet::{
    FileInput, SetAttribute,
    view::{AttributeTypeView, FieldKindView, FieldView},
};
use idw_words::message;

use super::takes;
use crate::{
    commands::document::open,
    fault::{Failure, Fault},
    password, prompt,
    words::say,
};

/// Asks for every field of `kind` and puts the answers into `value`. An empty answer leaves an optional field out.
pub(super) fn fill(kind: &AttributeTypeView, value: &mut SetAttribute) -> Result<(), Failure> {
    for field in &kind.fields {
        while let Some(answer) = ask(field)? {
            let taken = enter(field, answer, value);
            match taken {
                Ok(()) if field.repeated => {}
                Ok(()) => break,
                Err(failure) => password::say(&failure.message),
            }
        }
    }
    Ok(())
}

/// One answer; `None` where there is none and none is needed (any more).
fn ask(field: &FieldView) -> Result<Option<String>, Failure> {
    let (title, takes) = (&field.title, takes(&field.kind));
    let question = if field.required {
        say(message::CliAttributeAsk { title, takes })
    } else {
        say(message::CliAttributeAskOptional { title, takes })
    };
    loop {
        let answer =
            prompt::line(&question)?.ok_or_else(|| Failure::new(Fault::Declined, say(message::CliAttributeEnded)))?;
        match answer.is_empty() {
            // A field that repeats is asked for until it is left empty; whether that was too early the schema says.
            true if field.required && !field.repeated => password::say(&say(message::CliAttributeRequired)),
            true => return Ok(None),
            false => return Ok(Some(answer)),
        }
    }
}

fn enter(field: &FieldView, answer: String, value: &mut SetAttribute) -> Result<(), Failure> {
    // Of a list of groups the form asks for the first; `--set members.1.name=…` enters more.
    let path = field.path.replace('*', "0");
    if let FieldKindView::File { .. } = field.kind {
        let (name, file) = open(answer.as_ref())?;
        value.files.push((path, FileInput::New { name, source: Box::new(file) }));
    } else if path.is_empty() {
        value.text = Some(answer);
    } else {
        value.fields.push((path, answer));
    }
    Ok(())
}
