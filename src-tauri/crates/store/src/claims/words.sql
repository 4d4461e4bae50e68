SELECT group_concat(quote, ' … ') FROM (SELECT quote FROM fragment WHERE span = ?1 ORDER BY n)
