"""Pure: fields, values, merge, placement, plans, signals, clock. Imports nothing but errors; read `fields` first."""
