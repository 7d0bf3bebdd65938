"""The local API: what the seeds' clients call, and everything else that programs of the desk's user wish.

`server` runs it in a thread with a loop of its own; `protocol` bounds what comes over the wire, `doors` let a request
through one after the other (each refusal has done nothing), `call` is what a handler is given. `table` is the one list
of routes that router, scopes, limits, OpenAPI document and tests read; a `Route` (in `route`) says all of one. `own`
are the desk's own routes. Reads go to a desk of its own, opened for reading; writes hop to the desk's loop.

Holds the desk and the domain, nothing below. `RISKS.md` holds it against the OWASP API Security Top 10.

A new route is a row in its module's `ROUTES`. A new dialect is a `Dialect` (in `route`), which says how it spells
errors, with its routes, in `table`.
"""
