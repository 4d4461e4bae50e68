## From the program

# Imports of other projects.

problem-import-itself = { $path } is this project itself. Its articles are here already.
