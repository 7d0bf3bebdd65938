"""Small faithful CRMs on loopback: demo mode, the weather lab and every test talk to them over real HTTP.

They import nothing of the desk. Read `site.site` first, then a twin, `follow_up_boss.twin`; `server` runs them.
"""
