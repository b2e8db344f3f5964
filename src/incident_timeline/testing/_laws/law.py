"""Law: one promise that a parser, a serialiser or a rule keeps."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Law"]


@frozen(kw_only=True)
class Law:
    """One promise that a parser, a serialiser or a rule keeps.

    Attributes:
        code: ``P`` for parsers, ``S`` for serialisers or ``R`` for rules, and two
            digits; never reused.
        name: What holds, in kebab case.
        says: The promise, in one sentence.
        why: What goes wrong for readers where it is broken, in Markdown.
        mend: What to do where it is broken, in Markdown.
        needs: What a part must have or declare for the law to be asked of it; empty
            where it is asked of all.
        since: The version that brought it.
        kit: The first version of the kit that has it.

    >>> from incident_timeline.testing.laws import LAWS
    >>> print(LAWS["P02"].says)
    Any text gives a result, never an error.
    """

    code: str
    name: str
    says: str
    why: str
    mend: str
    needs: str = ""
    since: str = "0.4.0"
    kit: int = 1

    @property
    def title(self) -> str:
        """Its code and name, as its check is called: ``P02-total``."""
        return f"{self.code}-{self.name}"

    @property
    def page(self) -> str:
        """The page that explains it, in Markdown."""
        asked = f"asked where there is {self.needs}" if self.needs else "asked of all"
        parts = (
            f"# {self.code} {self.name}",
            f"*kit {self.kit} · since {self.since} · {asked}*",
            self.says,
            f"## Why it matters\n\n{self.why}",
            f"## What to do\n\n{self.mend}",
        )
        return "\n\n".join(parts) + "\n"
