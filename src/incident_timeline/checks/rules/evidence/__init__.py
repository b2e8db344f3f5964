"""Rules on evidence and custody: TL2xx."""
