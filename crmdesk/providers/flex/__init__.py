"""Flex Rental Solutions (Flex5)."""
