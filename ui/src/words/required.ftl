### Fields and questions that must not stay empty.

field-required = required
field-missing = { $title }, required, still empty
