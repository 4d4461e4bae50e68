### Questions for the team, decisions, and the rule of a label.

## Asking

action-question = ask the team about it; again: change the question, or withdraw it by emptying it
action-questions = questions of all articles, and what was decided
menu-questions = Questions and decisions
question-ask = What should the team decide?
question-change = Your question to the team; without words it is withdrawn
card-ask = Ask
card-asked = Asked the team
flag-question = asked

## Questions of all articles

questions-heading = Questions
questions-count = { $open } open, { $answered } answered
questions-none = Nobody has asked anything yet. Shift+H asks the team about what is current.
question-is-open = open
question-is-answered = answered
question-asked-by = Asked by { $name }, { $day }
question-decided = Decided for { $subject }, { $day }
question-go = to the text
question-answer = answer
question-before = { $count ->
    [0] nothing marked before
    [one] 1 marked before
   *[other] { $count } marked before
}
question-answered = That question has an answer already.
answer-label = The decision, as others will read it
answer-subject = It is a rule for
answer-keep = Decide

## What was marked before a decision

review-heading = Marked before
review-back = Questions
review-count = { $count } left
review-none = Nothing was marked before this decision.
review-done = All that was marked before this decision is checked.
review-right = right as it is
review-go = to the text

## The rule of a label

rule-heading = Rule
rule-labels = Labels
rule-examples = For example
rule-counter-examples = But not
rule-decisions = Decided since
rule-links = Its links
rule-keys = all keys
rule-ask = ask the team

## From the program

said-question = Asked the team about { $quote }
said-question-changed = The question about { $quote } has other words now.
said-question-withdrawn = The question about { $quote } is withdrawn.
said-answered = Decided, and written into the rule of { $subject }.
said-confirmed = Right as the rules are now: { $quote }

step-question = ask the team
step-answer = answer a question
step-confirm = check against the rules

check-required-value = “{ $other }” is empty: { $quote }
check-open-question = The team has not answered yet: { $quote }

problem-empty-question = A question needs words.
problem-empty-answer = A decision needs words.
problem-question-too-long = That has { $length } characters; { $longest } are enough for a question or a decision.
problem-answered-already = That question has an answer already.
problem-no-subject = The scheme has no such label or value any more.

loss-question = Not written: the words of { $count } questions for the team ({ $examples }).
