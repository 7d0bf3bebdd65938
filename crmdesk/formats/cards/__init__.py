"""Cards (vCard 2.1, 3.0, 4.0 and jCard): read into the desk's words, and written from the text that was read.

The text of a card is kept and patched, never rebuilt: what the desk has no word for goes out as it came in. Read
`stream` first (bytes to cards), then `content` (a card to its properties), `meaning` (properties to fields), and for
the way back `patching` and `export`. Sources: RFC 2426 (3.0), RFC 6350 (4.0), RFC 6868, RFC 7095 (jCard), the Internet
Mail Consortium's vCard 2.1.
"""
