"""What a column means here: from the cells of a row to the desk's own values.

`uses` says what can be said of a column, `reading` turns rows into `Incoming` by it. What is proposed comes from
`sources` (files that are known by their header), `headings` (names that many programs use) and `numbered` (several
columns of one kind); `facts` looks at what stands in a column, `dates` at how its dates are written.
"""
