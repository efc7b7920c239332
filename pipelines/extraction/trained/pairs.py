"""How far a candidate lies from what it is linked with, in bins."""

NEAREST = 8
"""Bin of distance 0; bins 0 to 7 lie before it, 9 to 16 after."""


def bin_distance(anchor: tuple[int, int], candidate: tuple[int, int]) -> int:
    """Return the bin (0 to 16) of the signed gap between two token spans.

    The gap is counted in tokens and binned by powers of two: overlapping spans give 8,
    a candidate that ends just before the anchor 7, one that starts just after it 9.
    """
    if candidate[1] <= anchor[0]:
        return NEAREST - min((anchor[0] - candidate[1] + 1).bit_length(), NEAREST)
    if candidate[0] >= anchor[1]:
        return NEAREST + min((candidate[0] - anchor[1] + 1).bit_length(), NEAREST)
    return NEAREST
