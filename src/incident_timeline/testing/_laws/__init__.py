"""The laws as data: a code, a sentence, why it matters and what to do, each."""
