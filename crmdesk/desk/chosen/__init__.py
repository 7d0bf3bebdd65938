"""What the user chose to keep: saved views, and the settings of the desk."""
