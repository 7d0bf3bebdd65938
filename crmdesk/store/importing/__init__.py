"""Imports, their rows and the remembered mappings; `runs` first."""
