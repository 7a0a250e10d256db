"""What the built program does before anything else: leave no trace of how it was started.

The loader tells the system's linker to look into the program's folder first, and notes in the
environment what it has done. What the program starts (gpg, tor, the confined child's bubble) must
find the system's own libraries; and a new Firsthand, after a lock, must be loaded from the start.
"""

import os

for _name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    _before = os.environ.pop(f"{_name}_ORIG", None)
    if _before is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _before
for _name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[_name]
