"""How things are said on screen: numbers, times, kinds, accounts and directions."""
