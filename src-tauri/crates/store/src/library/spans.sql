SELECT label, flags, note FROM span WHERE layer = ?1
