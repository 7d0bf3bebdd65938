"""Importing: rows are looked up (`finding`), decided on (`domain.importing.plan`) and carried out (`carrying_out`)."""
