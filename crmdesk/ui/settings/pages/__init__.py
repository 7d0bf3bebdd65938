"""The pages of the settings, a module each; `folders` is a row of the advanced one."""
