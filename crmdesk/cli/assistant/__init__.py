"""The desk as an assistant's tools, over the Model Context Protocol on standard input and output (`crmdesk[mcp]`).

`tools` says as data what there is and which request of the local API each tool is; `server` is the only module of the
program that imports the official package.
"""
