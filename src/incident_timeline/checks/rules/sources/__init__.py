"""Rules on sources, quotes and stated times: TL5xx."""
