"""What listens on the network so that a phone can send, and knows nothing of vaults."""
