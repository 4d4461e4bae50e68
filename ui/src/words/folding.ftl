### What is not the article, folded.

fold-lines = { $count ->
    [one] not the article (1 line)
   *[other] not the article ({ $count } lines)
}
fold-none = Nothing here is marked as not the article: B marks it.
fold-only = All of it is marked as not the article, so it stays unfolded.
said-folded = Folded: { $count ->
    [one] 1 line
   *[other] { $count } lines
}. F8 unfolds.
said-unfolded = Unfolded.

action-fold = fold or unfold what is not the article, at the caret
action-fold-all = fold or unfold all that is not the article
