"""Redaction: a plan that is data, and its rendering, a pure function of original and plan."""
