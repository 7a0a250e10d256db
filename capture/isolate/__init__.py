"""The confined child: everything that touches foreign bytes runs there and can be killed."""
