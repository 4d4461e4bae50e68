### What only the command line says, beside the words of the window

said-project-made = Made { $path }.
said-added-as = { $number }	{ $title }
said-kept-together = { $count } articles are nearly the same as another: these stay in one part.
said-whole = { $path } is whole.

problem-duplicate-of = { $what } was not added: article { $number }, “{ $title }”, is the same.
problem-article-not-unique = The titles of { $count } articles start with “{ $article }”. Name more of it, or the number in the list.
problem-no-such-article = No article has the uid, number or title “{ $article }”.
problem-no-such-annotator = Nobody called “{ $name }” has annotated here. Annotators: { $names }.
problem-no-such-label = The scheme has no label “{ $name }”. Labels: { $names }.
problem-parts-need-files = Parts go into files of their own: name one with --out.
problem-no-three-columns = { $path }, line { $line }: three columns are needed: article, paragraph, text.

note-file-encoding-guessed = { $path } was read as { $encoding }, which is a guess. If its letters are wrong, delete the article and add it with --encoding.
problem-file-no-text-column = Which column of { $path } holds the texts cannot be told for certain. Name it with --text-column; it has: { $columns }.
said-added-files =
    { $articles ->
        [one] One article
       *[other] { $articles } articles
    } added from { $files } files; { $refused } files were refused.
