"""The engine: `engine` keeps a `lane` per account, which pulls and pushes; asyncio only, no Qt, SQL or HTTP."""
