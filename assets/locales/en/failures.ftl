### What stands around every failure.

failure-retry = Try again
# $code: what programs call this kind of failure, such as "unreachable".
failure-code = Code: { $code }
failure-copy = Copy the code and the message
