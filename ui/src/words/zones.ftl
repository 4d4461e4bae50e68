### Zones: what of a page is not the article, and what its lines are.

## In the window

zone-proposed = Proposed: { $kind ->
    [skip] not the article
    [headline] headline
    [subheading] subheading
    [byline] byline
    [dateline] dateline
   *[caption] caption
 } ({ $reason ->
    [menu] short lines, as menus and buttons are
    [headline_list] lines like headlines, one under the other
    [page_date] a date alone
    [notice] a notice with its buttons
    [read_also] one line that leads elsewhere
    [credit] ends in a credit
   *[position] by where it stands
 }). Shift+B accepts, Alt+B refuses, Ctrl+Shift+B takes the selection instead.

action-accept-zone = accept what is proposed here: not the article, headline, byline …; elsewhere: go to the next
action-refuse-zone = refuse what is proposed here
action-adjust-zone = not the article: exactly the selection; on a part that is there: its new ends
action-accept-zones = accept all that is proposed in this article

refused-no-zone-selection = Select what is not the article, or the new ends of the part at the caret, first.

## From the program

said-added-proposed = Added “{ $title }”. { $count ->
    [one] One part is
   *[other] { $count } parts are
 } proposed as not the article or as headline, byline and so on: Shift+B goes through them, Ctrl+B accepts all.
said-zone-accepted = Accepted: { $kind ->
    [skip] not the article
    [headline] headline
    [subheading] subheading
    [byline] byline
    [dateline] dateline
   *[caption] caption
 }. { $count ->
    [0] Nothing more is proposed here.
    [one] The last one: { $next ->
        [skip] not the article
        [headline] headline
        [subheading] subheading
        [byline] byline
        [dateline] dateline
       *[caption] caption
     }
   *[other] Next of { $count }: { $next ->
        [skip] not the article
        [headline] headline
        [subheading] subheading
        [byline] byline
        [dateline] dateline
       *[caption] caption
     }
 }{ $count ->
    [0] {""}
   *[other] {" "}({ $reason ->
        [menu] short lines, as menus and buttons are
        [headline_list] lines like headlines, one under the other
        [page_date] a date alone
        [notice] a notice with its buttons
        [read_also] one line that leads elsewhere
        [credit] ends in a credit
       *[position] by where it stands
     }). Shift+B accepts, Alt+B refuses.
 }
said-zone-refused = Refused: no { $kind ->
    [skip] junk, the article
    [headline] headline
    [subheading] subheading
    [byline] byline
    [dateline] dateline
   *[caption] caption
 }. { $count ->
    [0] Nothing more is proposed here.
    [one] The last one: { $next ->
        [skip] not the article
        [headline] headline
        [subheading] subheading
        [byline] byline
        [dateline] dateline
       *[caption] caption
     }
   *[other] Next of { $count }: { $next ->
        [skip] not the article
        [headline] headline
        [subheading] subheading
        [byline] byline
        [dateline] dateline
       *[caption] caption
     }
 }{ $count ->
    [0] {""}
   *[other] {" "}({ $reason ->
        [menu] short lines, as menus and buttons are
        [headline_list] lines like headlines, one under the other
        [page_date] a date alone
        [notice] a notice with its buttons
        [read_also] one line that leads elsewhere
        [credit] ends in a credit
       *[position] by where it stands
     }). Shift+B accepts, Alt+B refuses.
 }
said-zones-accepted = { $count ->
    [one] Accepted the one part that was proposed.
   *[other] Accepted all { $count } parts that were proposed.
 } U takes it back.
said-zone-adjusted = { $kind ->
    [skip] Not the article
    [headline] The headline
    [subheading] The subheading
    [byline] The byline
    [dateline] The dateline
   *[caption] The caption
 }: these { $count } characters.

step-zone-decided = accept or refuse what was proposed
step-zones-accepted = accept all that was proposed
step-zone-adjusted = change where a part begins and ends

problem-zone-gone = That part is not marked any more.
problem-nothing-proposed = Nothing is proposed in this article.
problem-empty-zone = A part of the page needs at least one character that can be seen.
