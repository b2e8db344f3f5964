"""Measurements drawn as SVG, with nothing but the standard library."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

WIDTH, HEIGHT, MARGIN = 640, 400, 60
INKS = ("#0b7285", "#a61e4d", "#5f3dc4", "#e67700")
GREY, PALE = "#868e96", "#e9ecef"
Point = tuple[float, float]


def loglog(curves: Mapping[str, Sequence[Point]], *, across: str, unit: str) -> str:
    """Curves on two logarithmic axes, beside a line that grows as the first axis does.

    *unit* is what the second axis counts in. All values are above zero.
    """
    logged = {
        name: [(math.log10(x), math.log10(y)) for x, y in points]
        for name, points in curves.items()
    }
    return "\n".join(["".join(_parts(logged, across, unit)), ""])


def _parts(
    curves: Mapping[str, Sequence[Point]], across: str, unit: str
) -> Iterator[str]:
    points = [point for each in curves.values() for point in each]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low = math.floor(min(y for _, y in points))
    high = math.ceil(max(y for _, y in points))

    def x_of(value: float) -> float:
        return MARGIN + (value - left) / (right - left) * (WIDTH - 2 * MARGIN)

    def y_of(value: float) -> float:
        return HEIGHT - MARGIN - (value - low) / (high - low) * (HEIGHT - 2 * MARGIN)

    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
    yield 'font-family="sans-serif" font-size="13" role="img">\n'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n'
    for value in range(math.ceil(left), math.floor(right) + 1):
        yield _words(x_of(value), HEIGHT - MARGIN + 20, "middle", f"{10**value:,}")
    for value in range(low, high + 1):
        yield f'<path d="M{MARGIN},{y_of(value):.1f}H{x_of(right):.1f}" '
        yield f'stroke="{PALE}"/>\n'
        words = f"{10.0**value:g} {unit}"
        yield _words(MARGIN - 8, y_of(value) + 4, "end", words)
    first = next(iter(curves.values()))
    slope = [(x, first[-1][1] + x - first[-1][0]) for x, _ in first]
    shown = {**curves, "linear": [point for point in slope if point[1] >= low]}
    for row, (name, line) in enumerate(shown.items()):
        ink = GREY if name == "linear" else INKS[row % len(INKS)]
        dash = ' stroke-dasharray="5 5"' if name == "linear" else ""
        path = " ".join(f"{x_of(x):.1f},{y_of(y):.1f}" for x, y in line)
        stroke = f'fill="none" stroke="{ink}" stroke-width="2"{dash}/>\n'
        yield f'<polyline points="{path}" {stroke}'
        yield f'<path d="M{MARGIN + 20},{MARGIN + 20 * row}h24" {stroke}'
        yield _words(MARGIN + 52, MARGIN + 20 * row + 4, "start", name)
    yield _words(WIDTH / 2, HEIGHT - 14, "middle", across)
    yield "</svg>"


def _words(x: float, y: float, anchor: str, words: str) -> str:
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text {at}>{words}</text>\n"
