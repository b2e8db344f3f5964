"""Rules on people: TL3xx."""
