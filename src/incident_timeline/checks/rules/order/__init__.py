"""Rules on order: TL1xx."""
