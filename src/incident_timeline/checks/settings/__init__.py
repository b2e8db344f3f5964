"""Settings: which rules are run, what is accepted, and what fails a run."""
