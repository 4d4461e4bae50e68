### What only the command line says, beside the words of the window

said-project-made = Made { $path }.
said-added-as = { $number }	{ $title }
said-rejoined = { $articles ->
    [one] 1 article has its text again.
   *[other] { $articles } articles have their texts again.
  }
said-whole = { $path } is whole.

problem-duplicate-of = { $what } was not added: article { $number }, “{ $title }”, is the same.
problem-article-not-unique = The titles of { $count } articles start with “{ $article }”. Name more of it, or the number in the list.
problem-no-such-article = No article has the uid, number or title “{ $article }”.
problem-no-such-annotator = Nobody called “{ $name }” has annotated here. Annotators: { $names }.
problem-no-such-label = The scheme has no label “{ $name }”. Labels: { $names }.
problem-standard-input = Standard input cannot be read: { $reason }.
problem-standard-input-large = Standard input holds more than 2 GiB. Give the file instead.
problem-no-such-verb = There is no page for “{ $verb }”. Verbs: { $verbs }.
note-standard-output = Standard output takes the main file alone; left out: { $files }. Name a file with --out to have these too.
problem-rejoin-line = { $path }, line { $line }, is not an export without texts: { $reason }.
problem-rejoin-missing = “{ $title }” ({ $url }) is left out: none of the texts is exactly the one that was annotated.
problem-rejoin-broken = “{ $title }” is left out: its annotations do not fit its text, so the file was changed.
problem-rejoin-file = { $path } cannot be read: { $reason }.
hint-map-targets = It has: { $names }.
problem-map-line = { $path }, line { $line }: write THEIRS=OURS, or put a tab between the two.
hint-export-all = Give --all to write these too.
problem-parts-need-files = Parts go into files of their own: name one with --out.
problem-no-three-columns = { $path }, line { $line }: three columns are needed: article, paragraph, text.

note-file-encoding-guessed = { $path } was read as { $encoding }, which is a guess. If its letters are wrong, delete the article and add it with --encoding.
problem-file-no-text-column = Which column of { $path } holds the texts cannot be told for certain. Name it with --text-column; it has: { $columns }.
said-added-files =
    { $articles ->
        [one] One article
       *[other] { $articles } articles
    } added from { $files } files; { $refused } files were refused.
