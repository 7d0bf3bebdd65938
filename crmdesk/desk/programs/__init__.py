"""For other programs: keys (`local_api`), what they ask (`errand`), what they add (`submissions`), `feed`, `hooks`."""
