### The register of people, organisations and places.

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
}, { $merged ->
    [one] 1 entity merged into it
   *[other] { $merged } entities merged into it
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
