"""Ways through the window: by places with their numbers, and back and forward between cards."""
