## From the program: what formats of other programs leave out

loss-forbidden-character = Written as spaces: { $count } characters that XML does not have ({ $examples }).
