"""What files say and how: tables and cards read as streams of rows with their lines, and written.

Pure but for the streams it is handed: no disk, no window, no database. Read `source` first: it is what every reader of
a file gives out.
"""
