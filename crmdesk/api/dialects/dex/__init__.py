"""The functions of the seed 000's Convex back end, over Convex's HTTP API, about the items of a Dex account.

A page that lives on Convex's WebSocket protocol is not served: only what calls the functions over HTTP.
"""
