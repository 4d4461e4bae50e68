## Zoom

action-zoom-larger = Show everything larger
action-zoom-smaller = Show everything smaller
action-zoom-as-it-is = Show everything at its own size
said-zoom = Shown at { $percent } %.

## Claims, as they are heard

spoken-claim = { $label } { $number }: { $quote }
spoken-slot = { $slot }: { $names }
