## A new project

new-project-heading = New project
new-project-why = What is marked? The scheme can be changed at any time.
new-project-go = Choose a place for it…

## The scheme editor

menu-scheme = Edit the scheme
action-scheme = edit the scheme: labels, fields, links, colours and keys
scheme-heading = Scheme
scheme-version = version { $version }
scheme-import = Import…
scheme-export = Export…
scheme-save = Save
scheme-unsaved = There are changes that are not saved.
scheme-throw-away = Throw them away
scheme-go-on = Go on editing
scheme-replaced = “{ $title }” is here to look at. Nothing is changed until you save.
scheme-refused-count = { $count ->
    [one] One thing is to be mended first
   *[other] { $count } things are to be mended first
}
scheme-refused = has to be mended
scheme-warned = has a warning

scheme-parts = Parts of the scheme
scheme-whole = Title, options, templates
scheme-labels = Labels
scheme-links = Links
scheme-article = The article
scheme-questions = Questions about the article
scheme-questions-why = What is answered once for each article.
scheme-checks = Checks
scheme-checks-why = What the list of unfinished things looks for.
scheme-add-label = Label
scheme-add-link = Link
scheme-add-field = Add a field
scheme-add-question = Add a question
scheme-add-value = Add a value
scheme-up = Move “{ $name }” up
scheme-down = Move “{ $name }” down
scheme-retired = retired
scheme-retire = Retire
scheme-is-retired = Bring back
scheme-remove = Remove “{ $name }”

scheme-title = Title
scheme-about = What it is for
scheme-options = A claim takes in
scheme-option-quotation-marks = the quotation marks around it
scheme-option-final-stop = the final stop of its sentence
scheme-template = Use a template
scheme-key = Key
scheme-key-how = Press a letter; Backspace takes it away. { $free ->
    [none] No letter is free.
   *[other] Free: { $free }
}
scheme-key-grammar = { $key } is taken by Postil: { $action }
scheme-key-needed = Postil itself needs { $key }
scheme-key-taken = “{ $by }” has { $key } already
scheme-colour = Colour
scheme-colour-code = A code such as #d9a514
scheme-colour-by-pointer = Choose the colour with the pointer
scheme-sample = marked text
scheme-contrast-enough = { $theme ->
    [light] light
    [high_contrast] light high-contrast
    [high_contrast_dark] dark high-contrast
   *[dark] dark
}: contrast { $ratio }, { $needed } needed
scheme-contrast-poor = { $theme ->
    [light] light
    [high_contrast] light high-contrast
    [high_contrast_dark] dark high-contrast
   *[dark] dark
}: contrast only { $ratio }, { $needed } needed
scheme-shape = Shape
scheme-shape-tint = coloured background
scheme-shape-solid = solid line
scheme-shape-dotted = dotted line
scheme-shape-wavy = wavy line
scheme-role = Stands for
scheme-role-statement = a statement, with a card
scheme-role-actor = someone
scheme-role-cue = words of reporting
scheme-role-place = a place
scheme-role-other = something else
scheme-discontinuous = may be in several pieces
scheme-fields = Fields
scheme-rule-text = Rule
scheme-examples = Examples
scheme-counter-examples = Not meant
scheme-one-a-line = one on each line
scheme-decisions = Decisions
scheme-decision = Decision of { $date }
scheme-kind = Kind
scheme-kind-choice = one of several values
scheme-kind-choices = any of several values
scheme-kind-yes-no = yes or no
scheme-kind-number = number
scheme-kind-text = text
scheme-kind-vocabulary = word from a growing list
scheme-enabled = in use
scheme-off = switched off
scheme-show-always = always on the card
scheme-show-above = always above the text
scheme-required = required
scheme-values = Values
scheme-value-title = Title of value { $number }
scheme-value-rule = Rule of “{ $name }”
scheme-value-more = Examples of “{ $name }”
scheme-default = Begins as
scheme-default-none = empty
scheme-filled-by = Filled by
scheme-rule-none = a person
scheme-rule-quotation-marks = the quotation marks
scheme-rule-surface-form = the form of the words
scheme-rule-place-inside-claim-not-inside-actor = rule: a place inside the claim
scheme-rule-claim-inside-claim-without-own-speaker = rule: a claim inside a claim
scheme-from = From
scheme-to = To
scheme-to-register = someone of the register
scheme-many = several at once
scheme-check-claim-without-source-decision = a claim of which nobody has said who says it
scheme-check-cue-without-claim = words of reporting that belong to no claim
scheme-check-metonymic-place-without-stands-for = a place that stands for someone, but not for whom
scheme-check-unbalanced-quotation-in-direct-claim = a quotation mark without partner in a direct claim
scheme-check-edge-white-space = white space at the end of a mark
scheme-check-same-string-unmarked-elsewhere = a marked name that stands unmarked elsewhere
scheme-check-entity-with-conflicting-ids = one identifier at two entities
scheme-check-mention-without-entity = a mention of nobody in particular

scheme-effects = This is in use
scheme-effects-why = These parts of the scheme are gone from your draft, but articles are annotated with them. Say what becomes of each.
scheme-effect-used = { $marks ->
    [one] once
   *[other] { $marks } times
}, in { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}
scheme-effect-decide = What becomes of “{ $name }”
scheme-effect-ask = Choose…
scheme-effect-retire = Keep it as retired
scheme-effect-instead = Becomes “{ $title }”
scheme-effect-lost = { $count ->
    [one] One value or link has no place there and goes
   *[other] { $count } values and links have no place there and go
}; undo brings them back.
scheme-effects-back = Back
scheme-effects-retire-all = Keep all others as retired
scheme-effects-change = Change the scheme

## From the program

said-scheme = The scheme is changed; this is version { $version }. { $changed ->
    [0] { "" }
    [one] One mark changed with it.
   *[other] { $changed } marks changed with it.
} { $lost ->
    [0] { "" }
    [one] One value or link had no place and went.
   *[other] { $lost } values and links had no place and went.
}
said-scheme-same = Nothing of the scheme was changed.
said-scheme-exported = The scheme is in { $path }.

problem-scheme-in-use = “{ $title }” is used in { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}: say what takes its place, or keep it as retired.
problem-scheme-kind = { $count ->
    [one] One value
   *[other] { $count } values
} of “{ $attribute }” would not fit, so it cannot become a field of that kind.

problem-scheme-large = The scheme has { $size } KiB; a scheme may have 1024.
problem-scheme-no-label = There is no label to mark with.
problem-scheme-id = { $place }: “{ $id }” cannot be an id: it needs letters, and no spaces.
problem-scheme-id-twice = { $place }: the id “{ $id }” is there twice.
problem-scheme-no-title = { $place } needs a title.
problem-scheme-no-letter = { $place }: the key “{ $key }” is not one letter from A to Z.
problem-scheme-grammar-letter = { $place }: Postil itself uses the key { $key }.
problem-scheme-letter-taken = { $place }: “{ $by }” has the key { $key } already.
problem-scheme-colour = { $place }: “{ $colour }” is not a colour such as #d9a514.
problem-scheme-contrast = { $place }: in the { $theme ->
    [light] light
    [high_contrast] light high-contrast
    [high_contrast_dark] dark high-contrast
   *[dark] dark
} theme it is hard to read, with a contrast of { $ratio }; { $needed } is needed.
problem-scheme-contrast-none = { $place }: in the { $theme ->
    [light] light
    [high_contrast] light high-contrast
    [high_contrast_dark] dark high-contrast
   *[dark] dark
} theme it cannot be read, with a contrast of { $ratio }; { $needed } is needed.
problem-scheme-zone-shape = { $place }: a zone has the shape of a zone, and nothing else has.
problem-scheme-no-ends = { $place } needs a label that it starts from, and something that it points to.
problem-scheme-unknown-label = { $place }: there is no label “{ $label }”.
problem-scheme-no-values = { $place }: there is nothing to choose from.
problem-scheme-default = { $place } cannot begin as “{ $value }”.
problem-scheme-rule-value = { $place }: its rule sets “{ $value }”, which is not among the values.
