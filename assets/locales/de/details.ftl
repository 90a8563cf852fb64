### What is folded away: numbers and ids that few people need.

details-title = Details
# $title: what is copied, such as "Public key".
details-copy = Kopieren: { $title }
