"""How good an engine is: its rows against labels made by hand.

Belongs here: the label form, pairing, levels, calibration, floors.
Does not belong here: printing (`cli/`), the engines themselves (`extraction/`).
"""
