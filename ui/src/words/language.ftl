### Languages of articles and paragraphs.

list-language-paragraph = Language of this paragraph
list-language-article = Language of the article
language-unsure = Language, a guess. Ctrl+L chooses.
language-likely = likely
language-here = in this article
language-project = in the project
language-typed = as typed
language-of-paragraph = This paragraph: { $language }

action-language-paragraph = choose the language of this paragraph
action-language-article = choose the language of the article

## From the program

said-language-paragraph = This paragraph is in { $tag }, as you say.{ $others ->
    [0] { "" }
    [one] {" "}One other paragraph was read anew by it.
   *[other] {" "}{ $others } other paragraphs were read anew by it.
}
