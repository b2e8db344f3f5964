"""Rules on investigations: TL401, TL402 and TL45x."""
