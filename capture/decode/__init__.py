"""Decoding of foreign pictures and video; runs in the confined child and nowhere else."""
