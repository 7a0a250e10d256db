"""The encrypted vault: key slots, sealed blobs, the SQLCipher index and its head."""
