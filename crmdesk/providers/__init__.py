"""CRMs, a folder each, behind one contract. Read `contract` and `info` first; `wire` is the only home of HTTP."""
