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
   *[dark] dark
} theme it is hard to read, with a contrast of { $ratio }; { $needed } is needed.
problem-scheme-contrast-none = { $place }: in the { $theme ->
    [light] light
   *[dark] dark
} theme it cannot be read, with a contrast of { $ratio }; { $needed } is needed.
problem-scheme-zone-shape = { $place }: a zone has the shape of a zone, and nothing else has.
problem-scheme-no-ends = { $place } needs a label that it starts from, and something that it points to.
problem-scheme-unknown-label = { $place }: there is no label “{ $label }”.
problem-scheme-no-values = { $place }: there is nothing to choose from.
problem-scheme-default = { $place } cannot begin as “{ $value }”.
problem-scheme-rule-value = { $place }: its rule sets “{ $value }”, which is not among the values.
