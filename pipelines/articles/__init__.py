"""TEXT IN: read, decode, clean, date and split what was received.

Belongs here: anything that turns bytes into clean, dated articles and sentences.
Does not belong here: what the text says (`extraction`), tables and files that we write.
"""
