### Near duplicates.

near-heading = Near duplicates
near-count = { $count ->
    [0] none
    [one] 1 pair
   *[other] { $count } pairs
}
near-percent = { $percent } %
near-none = No two articles have much of their text in common.
near-differences = What differs
near-not-here = Not in this article
near-open-second = open the later one
near-open-first = open the earlier one
near-remove-second = move the later one to the bin
near-pasted = { $percent } % of the shorter text is the same as in
near-imported = { $count ->
    [one] One pair of articles is nearly the same: Ctrl+D compares them.
   *[other] { $count } pairs of articles are nearly the same: Ctrl+D compares them.
}
action-near = articles that are nearly the same, side by side
menu-near = Near duplicates
