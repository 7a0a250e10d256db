"""How a person meets Firsthand: the words, the command line, the desktop."""
