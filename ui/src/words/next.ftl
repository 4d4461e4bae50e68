### After an article is done.

## From the program

said-done-next = Done. Next: “{ $title }”
said-done-all = Done. Nothing in this project is left unfinished.
said-done-listed =
    { $count ->
        [one] Done. Nothing is left in this list; 1 unfinished article is not listed here.
       *[other] Done. Nothing is left in this list; { $count } unfinished articles are not listed here.
    }
