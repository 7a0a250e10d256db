"""A vault's sealed files kept in a second place, brought back from there, and merged."""
