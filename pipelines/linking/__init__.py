"""ONE OF MANY: which mentions are the same actor, event, fact or thing, and why.

Belongs here: matching, merging, ids that stay from build to build, reasons. Pure, no I/O.
Does not belong here: what a single article says (`extraction`), tables (`warehouse`).
"""
