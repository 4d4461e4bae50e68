### Questions for the team, decisions, and the rule of a label.

## From the program

loss-question = Not written: the words of { $count } questions for the team ({ $examples }).
