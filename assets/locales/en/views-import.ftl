### Why something in a file that is imported, or in a backup, is not taken in. Each stands alone beside its name.

## Files

file-reason-empty = The file is empty.
# $limit: a size.
file-reason-too-large = The file is larger than { $limit }.
# $found: what it is, such as "a video".
file-reason-kind = This is { $found }. A document must be a JPEG, PNG, PDF or audio file.
import-reason-not-base64 = The content is not valid Base64.
import-reason-unreadable = The wallet cannot read the content.
import-reason-other-content = The content does not match its checksum in the file.
import-reason-same-id = Another document in the file has the same ID.
import-reason-unused = No imported value uses it.
import-reason-not-in-database = The database does not have the content of this document.

## Values

import-reason-document-absent = A document of this value is missing from the file.
# $reason: a sentence.
import-reason-document-refused = Its document “{ $name }” cannot be imported. { $reason }
import-reason-label-taken = The wallet has another value with this label.
import-reason-attribute-unknown = The wallet does not know this attribute. First add the site that asks for it.
import-reason-not-of-person = This attribute does not apply to a person.
import-reason-not-of-company = This attribute does not apply to a company.
# $media_type: a media type, such as "image/png". $size: such as "4.1 MB".
import-reason-file-unfit = The attribute does not accept this file. Its type is { $media_type } and its size is { $size }.
import-reason-selfkey-which = The SelfKey wallet does not say which attribute this is.
import-reason-selfkey-text = The value is not text or is too long.
import-reason-selfkey-damaged = The value is damaged.
import-reason-selfkey-empty = It has no value.
