"""The second, independent reading of everything that leaves; it imports no reader or writer."""
