"""The translations: how the words are gathered (`words`), kept up to date (`python -m tests.languages`) and judged."""
