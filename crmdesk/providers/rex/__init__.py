"""Rex (rexsoftware.com): its services, and the OAuth dialect."""
