### Pieces of a span.

## From the program

problem-only-piece = { $label }: this is its only piece; Backspace deletes it.
