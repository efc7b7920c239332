"""Training of the trained engine: from the corpus to the files that it ships with.

Belongs here: everything that needs torch or labels. Nothing here is imported at run time.
"""
