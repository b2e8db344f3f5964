"""How Sphinx builds these pages; a warning is an error, see the Makefile."""

from __future__ import annotations

import tomllib
from pathlib import Path

_project = tomllib.loads(
    (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
)["project"]

project = "incident-timeline"
author = "The incident-timeline contributors"
copyright = author  # noqa: A001  Sphinx's own name
release = version = _project["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["examples"]
nitpicky = True
# Names of other projects: no inventory of theirs is fetched, so that the docs build
# without a network. Type variables and private names of our own have no page, and
# neither have the parts of a table's mapping, which is written in TOML.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!incident_timeline\b).*"),
    (r"py:.*", r"incident_timeline\.([\w.]+\.)?(_\w+|[A-Z])"),
    (r"py:.*", r"incident_timeline\.parsers\.table\.(mapping|words)\.\w+"),
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_default_options = {"exclude-members": "__new__, __init__"}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

html_theme = "furo"
html_title = f"incident-timeline {release}"
html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["pages.css"]
