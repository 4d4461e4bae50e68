### The register of people, organisations and places.

menu-register = Entity register
action-register = entity register: people, organisations, places
register-heading = Entity register
register-count = { $count ->
    [one] 1 entity
   *[other] { $count } entities
}
register-filter = Find by a name or an id
register-kind = Type
register-kind-all = all types ({ $count })
register-kind-one = { $kind } ({ $count })
register-order = Order
register-order-name = by name
register-order-mentions = most mentioned
register-order-recent = latest
register-none = Nobody is called so.
register-empty = Nobody is in the register yet: a mention that is named comes here, or N adds one.
register-new = New
register-add = Add
register-merge = merge into…
register-delete = delete
hint-edit = its form

entity-name = name
entity-keep-old = the old name stays as another name
entity-kind = type
entity-aliases = other names
entity-alias-add = one more
entity-alias-remove = { $name } is no name of it
entity-coordinates = coordinates
entity-coordinates-as = 40.37, 49.89 or 40°22′N 49°50′E
entity-note = note
entity-merged = merged into it
entity-separate = separate again
entity-link-from = from
entity-link-choose = { $name }, { $kind }:

mentions-heading = Where mentioned: { $mentions ->
    [0] nowhere
    [one] once
   *[other] { $mentions } times, in { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }
}
mentions-how = Enter goes there. Space chooses mentions that are someone else.
mentions-chosen = { $count ->
    [one] 1 chosen is:
   *[other] { $count } chosen are:
}
mentions-split = Split off
mentions-split-name = Name of the new one
mentions-more = { $count } more
mention-of-others = { $annotator } has marked that: it stays as it is.

merge-into = Merge { $name } into
merge-heading = Merge { $from } into { $into }
merge-effect = { $mentions ->
    [0] No mention
    [one] 1 mention
   *[other] { $mentions } mentions
} and { $links ->
    [one] 1 link
   *[other] { $links } links
} in { $articles ->
    [one] 1 article
   *[other] { $articles } articles
} of { $from } will be read as { $into }. What is marked stays as it is; undo takes the merge back.
merge-kinds = The types differ: { $into } stays, { $from } goes.
merge-names = Further names
merge-field = Field
merge-stays = stays
merge-goes = is no longer shown
merge-do = Merge
merge-turn = The other way round

action-join-same = the other mentions of the same words here are the same one

near-same = the same words
near-new-kind = new { $kind }
list-mentions = { $count ->
    [0] not mentioned
    [one] 1 mention
   *[other] { $count } mentions
}

## What a scheme may have

entity-kind-person = person
entity-kind-organisation = organisation
entity-kind-government = government
entity-kind-group = group
entity-kind-document = document
entity-kind-place = place
entity-kind-unnamed = unnamed
entity-field-role_title = role
entity-field-affiliation = affiliation, in words
entity-field-nationality = nationality
entity-field-country = country
entity-field-place_type = kind of place
entity-field-lat = latitude
entity-field-lon = longitude
entity-field-identity = identity
entity-field-wikidata = Wikidata id
entity-field-geonames = GeoNames id
entity-field-url = web address
entity-relation-located_in = located in
entity-relation-affiliated_with = affiliated with

## From the program

said-entity = { $quote } is { $name }.
said-entity-more = { $quote } is { $name }. { $count ->
    [one] Shift+Enter joins one more mention of these words
   *[other] Shift+Enter joins { $count } more mentions of these words
} here.
said-entity-gone = { $quote } is nobody in particular now.
said-entity-joined = { $count ->
    [one] One more “{ $quote }” is
   *[other] { $count } more “{ $quote }” are
} { $name }.
said-entity-added = { $name } is in the register.
said-entity-renamed = { $old } is now called { $name }.
said-entity-kind = { $name }: { $type }
said-entity-alias = { $name } is also called { $alias }.
said-entity-alias-gone = { $name } is no longer called { $alias }.
said-entity-value = { $name } · { $field }: { $value }
said-entity-value-gone = { $name } · { $field } is empty now.
said-entity-coordinates = { $name } lies at { $latitude }, { $longitude }.
said-entity-coordinates-gone = { $name } has no coordinates now.
said-entity-note = The note on { $name } is kept.
said-entity-linked = { $name } · { $relation }: { $other }
said-entity-unlinked = { $name } and { $other } are no longer linked.
said-entity-merged = { $from } is now { $name }{ $mentions ->
    [0] { "" }
    [one] , at its one mention too
   *[other] , at its { $mentions } mentions too
}
said-entity-separated = { $name } stands for itself again, apart from { $other }.
said-entity-split = { $mentions ->
    [one] One mention
   *[other] { $mentions } mentions
} of { $old } went to { $name }.
said-entity-deleted = { $name } is gone from the register{ $mentions ->
    [0] { "" }
    [one] ; its mention stays marked
   *[other] ; its { $mentions } mentions stay marked
}

step-entity = name who it is
step-entity-add = add to the register
step-entity-change = change an entity
step-entity-merge = merge entities
step-entity-split = split an entity
step-entity-delete = delete an entity

problem-entity-used = { $name } is in use: { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
}, { $links ->
    [one] 1 link
   *[other] { $links } links
}{ $merged ->
    [0] { "" }
    [one] , 1 entity merged into it
   *[other] , { $merged } entities merged into it
}.
hint-entity-delete-anyway = Once more deletes it all the same; what is marked stays marked. Or merge it.
problem-entity-of-others = { $name } is named by marks of { $annotators }, which are theirs. Merge it instead.
problem-entity-merge-itself = { $name } cannot be merged into itself.
problem-entity-link-itself = { $name } cannot be linked to itself.
problem-entity-link-there = That link to { $name } is there already.
problem-alias-there = “{ $alias }” is one of its names already.
problem-no-mention-chosen = No mention is chosen: Space chooses one.
problem-mention-of-others = A mention that somebody else has marked stays as it is.
problem-no-entity-to-join = It is not said yet who this is: Enter says it.
problem-nothing-to-join = No other “{ $quote }” here waits for a name.
problem-wikidata = “{ $value }” is no Wikidata id: that is Q and digits, such as Q9248.
problem-geonames = “{ $value }” is no GeoNames id: that is digits alone, such as 587084.
problem-latitude = “{ $value }” is no latitude: that is −90 to 90 degrees.
problem-longitude = “{ $value }” is no longitude: that is −180 to 180 degrees.
problem-coordinates = “{ $value }” is no pair of coordinates. Write them as 40.37, 49.89 or 40°22′N 49°50′E.
