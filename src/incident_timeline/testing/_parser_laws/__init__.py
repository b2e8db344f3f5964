"""How each law of parsers is asked."""
