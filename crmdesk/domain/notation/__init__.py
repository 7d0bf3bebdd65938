"""How values are written: normal forms, dialling codes, names and their parts, postal addresses, odd-looking input."""
