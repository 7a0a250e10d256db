"""The sanitized bundle: built, signed, sealed to recipients, and verified."""
