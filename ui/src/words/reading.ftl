### Reading: how the article looks.

menu-reading = Reading…
reading-heading = Reading
reading-theme = Colours
reading-theme-system = as the system
reading-theme-light = light
reading-theme-dark = dark
reading-theme-high_contrast = high contrast
reading-theme-high_contrast_dark = high contrast, dark
reading-font = Font
reading-font-own = Postil's choice
reading-font-system = of the system
reading-font-serif = with serifs
reading-font-sans = without serifs
reading-font-monospace = all letters of one width
reading-font-other = another, by its name
reading-font-name = Name of an installed font
reading-size = Size
reading-size-value = { $size } px
reading-line-height = Line height
reading-line-height-value = { $percent } %
reading-width = Column width
reading-width-value = { $width } em
reading-dim = Grey what is not the article
reading-fold = Fold it when an article is opened
reading-overview = Show where claims are in the whole article
reading-reset = As it came
action-reading = how the article looks: font, size, colours

## From the program

problem-font = “{ $name }” cannot be the name of a font.
