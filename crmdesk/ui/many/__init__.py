"""What reaches further than one card: filters and views, the selection, the one undo, the palette; a folder each."""
