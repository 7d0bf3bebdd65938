"""How everything looks: tokens, palette, stylesheet, icons, badges, labels, empty pages."""
