### What messages about several things use.

# A value that has a label, such as "Email (work)".
attribute-labelled = { $title } ({ $label })
# A list of things: $others are all but the last one, with commas between them.
list-and = { $others } and { $last }

## Time

# Stands where "5 minutes ago" could.
time-just-now = just now

## Copying

copy-button = Copy
copy-done = Copied
copy-done-secret = { $seconds ->
        [1] Copied. The wallet clears the clipboard in 1 second.
       *[other] Copied. The wallet clears the clipboard in { $seconds } seconds.
    }

## Sending. Each is a step of its own.

sending-connecting = Connecting
# $file: its name.
sending-file = Sending { $file }
sending-files = { $count ->
        [1] Sending 1 file
       *[other] Sending { $count } files
    }

## A text that is too long to show at once

text-show-all = Show all
text-show-less = Show less
