"""The pages of the window: one module per place a person can be."""
