"""The seeds' own APIs, so that their clients work with the desk as they are; each has its own words for errors.

`crm_api` is the organisation's CRM API (events, registrations, contacts), `rex` the contacts of a Rex account, `zena`
the CRM integrations of a real estate assistant, `dex` the functions of a dashboard's back end over a Dex account.
"""
