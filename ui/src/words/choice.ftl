### What of a project goes into a data set.

## From the program

problem-nothing-chosen = Nothing in the project is as you asked. No file was written.
