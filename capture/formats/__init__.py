"""One module per file format, behind the Format protocol."""
