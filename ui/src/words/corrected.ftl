### Annotations whose text was corrected.

flag-text-changed = The text was corrected: look at it
library-flag-text_changed = text corrected

## From the program

check-text-changed = The text was corrected. Is this still right? { $quote }
