"""The unit log of Aldermoor Constabulary, a force that is made up."""

from aldermoor.log import KINDS, aldermoor
from aldermoor.page import page

__all__ = ["KINDS", "aldermoor", "page"]
