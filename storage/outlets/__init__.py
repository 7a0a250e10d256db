"""The places a witness trusts: how something reaches them, and the one door to the network."""
