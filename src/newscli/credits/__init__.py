"""The grammar of datelines and bylines: what one line says of place, agency, outlet and writer."""
