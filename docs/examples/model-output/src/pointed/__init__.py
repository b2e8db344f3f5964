"""Accounts read with a language model that may only point at their words."""

from pointed.parser import Pointed
from pointed.reply import Firmness, Told, read_reply
from pointed.schema import prompt, reply_schema

__all__ = ["Firmness", "Pointed", "Told", "prompt", "read_reply", "reply_schema"]
