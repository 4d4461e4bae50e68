### Pieces of a span.

problem-only-piece = { $label }: this is its only piece; Backspace deletes it.
