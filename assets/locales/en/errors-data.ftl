### Errors about accounts, attributes, documents, and their export and import. Each says what happened, what was kept and what
### to do.
###
### $reason: one or more whole sentences that say why. $title: an attribute's title, such as "Passport".

## Accounts. $name: the account's.

error-account-not-found = This wallet has no account named “{ $name }”.
error-account-shape = This version of the wallet cannot read the account “{ $name }”. Update the wallet and try again.
# $max: the longest name, in characters.
error-account-name = The account name is empty, too long, or has control characters. Nothing was changed. Use 1 to { $max } characters.
error-account-name-address = “{ $name }” looks like an address or a DID. Nothing was changed. Choose another name.
error-account-name-secret = This looks like a private key or a recovery phrase, not like a name. Nothing was changed. Enter a name.
error-account-name-taken = An account or site named “{ $name }” already exists. Nothing was changed. Choose another name.
error-account-duplicate = This key is already in the wallet as “{ $name }”. Nothing was added.
error-account-other-profile = This key already belongs to another profile in this wallet. Nothing was added.
error-account-not-added = { $reason } Nothing was added.
error-account-main = You cannot rename or remove the account “{ $name }”. The wallet uses it when you choose no other account.
error-account-of-site = The account “{ $name }” belongs to the site of that name. You cannot rename or remove it by itself. The wallet removes it together with the site.
error-account-not-exported = The key of “{ $name }” was imported, and your recovery phrase cannot restore it. Nothing was removed. Export the key first.
# $sites: their names.
error-account-in-use = You use the account “{ $name }” at { $sites }. Nothing was removed. Without it, the wallet uses the site’s own account there, and the site sees you as someone new.
error-account-not-in-phrase = The account “{ $name }” was imported, so your recovery phrase does not include it. Export it as a keystore file or a private key.

## Attributes and their values

# $name: what was asked for.
error-attribute-unknown = There is no attribute named “{ $name }”.
error-attribute-not-held = This profile has no value for “{ $title }”.
error-attribute-not-held-labelled = This profile has no value for “{ $title }” with the label “{ $label }”.
error-attribute-no-value = This profile has no value with the ID { $id }. Nothing was changed.
error-attribute-label = The label is empty, too long, or has control characters. Nothing was changed. Use 1 to { $max } characters.
error-attribute-label-taken = Another value for “{ $title }” already has the label “{ $label }”. Nothing was changed. Choose another label.
error-attribute-value-missing = “{ $title }” needs a value. Nothing was changed. Enter one.
# $fields: such as "image (file), issued and expires (optional)".
error-attribute-fields-missing = “{ $title }” needs a value. Nothing was changed. It has these fields: { $fields }.
error-attribute-several-fields = “{ $title }” has several fields. Nothing was changed. Enter each of these fields: { $fields }.
# $field: what was given.
error-attribute-no-field = “{ $title }” has no field named “{ $field }”. Nothing was changed. It has these fields: { $fields }.
error-attribute-one-field = “{ $title }” is one value and has no field named “{ $field }”. Nothing was changed.
error-attribute-not-a-file = The field “{ $field }” of “{ $title }” takes text, not a file. Nothing was changed.
error-attribute-invalid = This is not a valid value for “{ $title }”. { $reason } Nothing was changed.
# $kind is person or company: what the profile is. $profile: its name.
error-attribute-other-kind = { $kind ->
        [company] “{ $title }” does not describe a company, but the profile “{ $profile }” is for a company. Nothing was changed.
       *[person] “{ $title }” does not describe a person, but the profile “{ $profile }” is for a person. Nothing was changed.
    }
error-attribute-no-document = “{ $title }” uses a document that is not in this profile. Nothing was changed.
# $media_type: what the file is, such as "image/png". $media_types: what the field takes.
error-attribute-file-type = “{ $file }” is a file of the type { $media_type }. The field “{ $field }” of “{ $title }” takes only { $media_types }. Nothing was changed.
# $provider: who verified it. $day: when.
error-attribute-verified = { $provider } verified “{ $title }” on { $day }. If you change it, it is no longer verified. Nothing was changed.

# A field among those that an attribute has. $path: its name, such as "image" or "address.city".
expected-field = { $path }
expected-field-optional = { $path } (optional)
expected-field-file = { $path } (file)
expected-field-file-optional = { $path } (file, optional)

## Documents. $name: the file's.

error-document-not-found = This wallet has no document with the ID { $id }.
# $count: two or more.
error-document-ambiguous = { $count } documents have an ID that begins with { $id }. Enter more of the ID.
error-document-empty = “{ $name }” is empty. Nothing was added.
# $limit: a size, such as "20 MB".
error-document-too-large = “{ $name }” is larger than { $limit }. Nothing was added.
# $found: what it is, such as "a GIF picture".
error-document-type = “{ $name }” is { $found }. The wallet takes JPEG and PNG pictures, PDF files and audio files. Nothing was added.
error-document-unfit = The wallet did not add “{ $name }”. { $reason }
error-document-unopened = The wallet could not open “{ $name }”. { $reason } Nothing was changed.
# $size and $limit: such as "3.2 MB".
error-document-small-enough = The size of “{ $name }” is { $size }, within the limit of { $limit }. Nothing was changed.
error-document-not-shrunk = The wallet cannot make “{ $name }” smaller. { $reason } The document is unchanged.
error-document-not-cleaned = The wallet cannot make a copy of “{ $name }” without its hidden data. { $reason } The document is unchanged.
error-document-nothing-to-clean = “{ $name }” contains no hidden data. There is nothing to remove.
# $id: of the value.
error-document-not-part-of = The document is not part of the value with the ID { $id }. Nothing was stored.
error-document-no-jpeg = The smaller copy is a JPEG picture, and “{ $title }” does not take JPEG pictures there. Nothing was stored.
# $titles: of attributes.
error-document-in-use = This document is part of { $titles }. Nothing was removed. Remove or replace it there first.
error-document-awaited = Your application to { $site } still needs this document. Nothing was removed. Finish or cancel the application first.
error-document-unread = The wallet could not read “{ $name }”. { $reason } Nothing was added.
error-document-not-stored = The wallet could not store “{ $name }”. { $reason }
error-document-damaged = The stored file of “{ $name }” is damaged. Everything else is unchanged. Add the same file again to repair it.
error-document-unwritten = The wallet could not write the copy of the document. { $reason } The document in the wallet is unchanged.

## Export and import

error-import-unread = The wallet could not read the file. { $reason } Nothing was imported.
error-import-not-data = This file is not an export of a wallet. Nothing was imported. Choose a file that a wallet exported.
error-import-encoding = The wallet cannot read the text of this file. { $reason } Nothing was imported.
error-import-version = The file has format version { $version }, and this wallet reads versions up to { $newest }. Nothing was imported. Update the wallet.
error-import-shape = The file is damaged or not valid at line { $line }, column { $column }. Nothing was imported.
# $limit: a number, such as "10,000".
error-import-many-attributes = The file has more than { $limit } attributes. Nothing was imported.
error-import-many-documents = The file has more than { $limit } documents. Nothing was imported.
error-import-many-identities = The file has more than { $limit } identities. Nothing was imported.
error-import-many-types = The file has more than { $limit } types of attributes. Nothing was imported.
error-import-many-keys = The file has more than { $limit } keys. Nothing was imported.
# $limit: a size.
error-import-large-values = The values in the file take more than { $limit }. Nothing was imported.
error-export-unwritten = The wallet could not write the export. { $reason } The wallet itself is unchanged.

## The database of the SelfKey wallet

error-selfkey-unopened = The wallet could not open the file. { $reason } Nothing was imported.
error-selfkey-other = This file is not the database of a SelfKey wallet. Nothing was imported.
error-selfkey-old = This database has the format of 2018, which the wallet cannot read. Nothing was imported. Start the last version of the SelfKey wallet once to update the database. Then try again.
error-selfkey-in-use = The SelfKey wallet is running, or was not closed properly. Nothing was imported. Close it, or start it and close it again. Then try again.
error-selfkey-damaged = The database of the SelfKey wallet is damaged. Nothing was imported.
# $kind is person or company.
error-selfkey-none-fits = { $kind ->
        [company] This profile is for a company. The SelfKey wallet does not contain a company. Nothing was imported.
       *[person] This profile is for a person. The SelfKey wallet does not contain a person. Nothing was imported.
    }
error-selfkey-several-fit = Several identities in the SelfKey wallet fit this profile. Nothing was imported. Choose one of them.
error-selfkey-no-identity = No identity in the SelfKey wallet has the ID { $id }. Nothing was imported.
# $kind is person or company: what was chosen.
error-selfkey-other-kind = { $kind ->
        [company] You chose a company, but this profile is for a person. Nothing was imported.
       *[person] You chose a person, but this profile is for a company. Nothing was imported.
    }
