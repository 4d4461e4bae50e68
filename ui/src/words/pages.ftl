### Pages of the web: what they say of themselves.

## In the window

metadata-outlet = Outlet
metadata-author = Author
metadata-published = Published
metadata-published-form = 2025-02-12
metadata-url = Address

## From the program

problem-page-too-large = The page has { $size } MB, more than Postil reads at once.
problem-published = “{ $date }” is no date that is understood. Write 2025-02-12, 2025-02 or 2025.
problem-metadata-too-long = One of the fields about the article has more than { $longest } characters.
