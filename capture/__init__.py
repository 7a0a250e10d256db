"""From a file to what may be shown: reading, cleaning, verifying, behind four doors."""
