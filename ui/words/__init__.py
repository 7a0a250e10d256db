"""Plain language: error code to sentence and remedy, trace to what it means for a person."""
