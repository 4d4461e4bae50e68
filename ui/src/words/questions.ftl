### Questions for the team, decisions, and the rule of a label.

## From the program

said-question = Asked the team about { $quote }
said-question-changed = The question about { $quote } has other words now.
said-question-withdrawn = The question about { $quote } is withdrawn.
said-answered = Decided, and written into the rule of { $subject }.
said-confirmed = Right as the rules are now: { $quote }

step-question = ask the team
step-answer = answer a question
step-confirm = check against the rules

problem-empty-question = A question needs words.
problem-empty-answer = A decision needs words.
problem-question-too-long = That has { $length } characters; { $longest } are enough for a question or a decision.
problem-answered-already = That question has an answer already.
problem-no-subject = The scheme has no such label or value any more.

loss-question = Not written: the words of { $count } questions for the team ({ $examples }).
