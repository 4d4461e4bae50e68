### Correcting the text of an article.

action-correct-text = correct the text…
action-correction = what the correction changed
menu-correct = Correct the text…
correct-heading = Correct the text
correct-kept = What you typed is kept until you save it or leave it.
correct-explain = A new version takes the article's place. Annotations go along; this version stays to be read.
correct-field = The text
correct-save = Save the new version
correct-cancel = Leave it
correct-same =
    { $count ->
        [one] 1 annotation stays as it is
       *[other] { $count } annotations stay as they are
    }
correct-changed =
    { $count ->
        [one] 1 changes with its text
       *[other] { $count } change with their text
    }
correct-lost =
    { $count ->
        [one] 1 loses its text
       *[other] { $count } lose their text
    }
correct-links-lost =
    { $count ->
        [one] 1 link goes with it
       *[other] { $count } links go with them
    }
correct-questions-lost =
    { $count ->
        [one] 1 question goes with it
       *[other] { $count } questions go with them
    }
correct-zones-lost =
    { $count ->
        [one] 1 part that is not the article is gone
       *[other] { $count } parts that are not the article are gone
    }
correct-reopened =
    { $count ->
        [one] it is no longer done
       *[other] it is no longer done for { $count } annotators
    }
correct-untouched = Nothing is changed yet.
correction-heading = What the correction changed
correction-none = Every annotation went along as it was.
correction-kind-lost = lost its text
correction-kind-open = look at it
correction-kind-looked = looked at
correction-right = It is right
version-earlier = Earlier version
version-newer = Earlier version, read only: to the newer one
version-earlier-title = This version corrects an earlier one; read that

## From the program

step-correct = correct the text
said-corrected =
    The new version of “{ $title }” is in its place. { $same ->
        [one] 1 annotation stayed as it was
       *[other] { $same } annotations stayed as they were
    }, { $changed ->
        [0] none changed
        [one] 1 changed
       *[other] { $changed } changed
    }, { $lost ->
        [0] none was lost.
        [one] 1 lost its text and stays in the earlier version.
       *[other] { $lost } lost their text and stay in the earlier version.
    }
problem-earlier-version = This is an earlier version of the article: it can be read, not changed.
problem-no-earlier-version = The text of this article was never corrected.
problem-nothing-corrected = Nothing is changed in the text.
problem-correction-duplicate = “{ $title }” has exactly this text.
problem-correction-earlier = This is the text of an earlier version. Undo brings it back.
problem-correction-in-bin = An article in the bin, “{ $title }”, has exactly this text. If you took the correction back, redo it.
