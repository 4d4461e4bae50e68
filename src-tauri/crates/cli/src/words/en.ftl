### What only the command line says, beside the words of the window

said-project-made = Made { $path }.
said-added-as = { $number }	{ $title }
said-whole = { $path } is whole.
note-entities-kept = The file says something else of { $count ->
    [one] 1 entity that the project has; the project's was
   *[other] { $count } entities that the project has; the project's were
 } kept ({ $examples }).
note-entities-refused = The articles were added, but the register of entities beside them was not: { $reason }.

problem-duplicate-of = { $what } was not added: article { $number }, “{ $title }”, is the same.
problem-article-not-unique = The titles of { $count } articles start with “{ $article }”. Name more of it, or the number in the list.
problem-no-such-article = No article has the uid, number or title “{ $article }”.
problem-no-such-annotator = Nobody called “{ $name }” has annotated here. Annotators: { $names }.
