"""The demo Flex Rental."""
