"""What of an account is wanted here: the rules of a scope, and what records offer to go by."""
