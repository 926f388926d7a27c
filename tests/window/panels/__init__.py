"""A story for each panel, by the mouse and by the keys alone. What comes of it is looked for in the session, in the files and in the panel.

A module a panel: `prepare(home)` leaves what it needs to find, `mouse(person)` and `keys(person)` are the stories. Run one under an X server:
`python -m tests.window.panels "samples keys" HOME [PICTURES]`.
"""
