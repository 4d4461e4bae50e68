### Questions of the scheme about the article as a whole.

action-answers = questions about the article as a whole
answers-heading = About this article
hint-next-question = next question
answers-of = { $title }: { $value }
answers-none = The scheme asks nothing about the article as a whole.
subject-link = link “{ $title }”

## From the program

check-unanswered = About the article: “{ $question }” has no answer.
step-article-answer = answer about the article
