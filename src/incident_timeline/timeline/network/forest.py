"""The trees of moves, for those who walk a network."""

from __future__ import annotations

from collections.abc import Iterable


class Forest:
    """The trees of moves, each a ring in preorder with depths.

    Only points that have moved are held. `waiting` holds the points that are still to
    be walked on from; those whose tree is taken apart leave it.
    """

    __slots__ = ("after", "before", "depth", "waiting")

    def __init__(self, waiting: Iterable[int]) -> None:
        self.after: dict[int, int] = {}
        self.before: dict[int, int] = {}
        self.depth: dict[int, int] = {}
        self.waiting: set[int] = set(waiting)

    def graft(self, u: int, v: int) -> bool:
        """Hangs v alone below u; False where u is below v."""
        after, before, depth = self.after, self.before, self.depth
        if u not in after:
            after[u] = before[u] = u
            depth[u] = 0
        if v in after:
            level, x = depth[v], after[v]
            while depth[x] > level:
                if x == u:
                    return False
                x = after[x]
            self._dissolve(v, x)
            if x != v:
                above = before[v]
                after[above], before[x] = x, above
        follower = after[u]
        after[u], before[v] = v, u
        after[v], before[follower] = follower, v
        depth[v] = depth[u] + 1
        return True

    def way(self, u: int, v: int) -> list[int]:
        """The points from u up to v, which is above it."""
        before, depth = self.before, self.depth
        way, x, level = [u], u, depth[u]
        while x != v:
            x = before[x]
            if depth[x] < level:
                level = depth[x]
                way.append(x)
        return way

    def _dissolve(self, v: int, end: int) -> None:
        """Every point below v stands alone again and waits no more."""
        after, before, depth = self.after, self.before, self.depth
        x = after[v]
        while x != end:
            following = after[x]
            del after[x], before[x], depth[x]
            self.waiting.discard(x)
            x = following
