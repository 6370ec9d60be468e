"""The words of the Arabic press, as data: agencies, outlets, places, role words, formulas."""
