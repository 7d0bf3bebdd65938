"""Contact books with the truth beside them: invented people, households and firms as several CRMs hold them.

`cultures` are names, `people` the world, `views` what becomes of a person in a CRM, `book` puts a book together.
"""
