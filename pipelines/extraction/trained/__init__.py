"""The trained engine: rules propose, a compact encoder decides, rules resolve.

Belongs here: candidates, windows, the model's arithmetic, decoding, resolution.
Does not belong here: training (`training/`), word rules (the packages beside this one).
"""
