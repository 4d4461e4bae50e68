### Links with values and notes, and the words of growing vocabularies.

action-details = all its fields, links and notes
keys-choose-current = choose “{ $slot }” of the current span from a list

link-note-label = Note on this link
link-by-rule = Filled by a rule; Space takes it over
hint-show-link = show it in the text
hint-link-note = note
hint-take-over = take it over
hint-take-away = take it away
card-links = further links

## From the program

said-link-taken-over = “{ $slot }” is yours now; no rule takes it back.
step-link-value = a value of a link
step-confirm-link = taking a link over
problem-link-not-allowed = The scheme allows no such link for “{ $slot }”, so nothing was changed.
problem-part-of-itself = A claim cannot be a part of itself, not even by way of others: “{ $slot }” was left as it is.
check-part-of-itself = { $count ->
    [one] This claim is a part of itself: { $quote }
   *[other] { $count } claims are parts of each other: { $quote } and { $other }
}
note-parts-of-themselves = { $count ->
    [one] One claim is a part of itself
   *[other] { $count } claims are parts of themselves
}, directly or by way of others, which cannot be meant. The links were kept; the list of unfinished things shows them ({ $examples }).
