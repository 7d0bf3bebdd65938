"""The engine: `engine` keeps a `lane` per account, which pulls and pushes.

asyncio only: no Qt, SQL or HTTP. May import the store, the domain and of providers the contract alone.
"""
