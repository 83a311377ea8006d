"""The roof: the house, the command line and the settings.

The floors have short names that others use too. In a checkout they lie beside this folder, in a wheel under `floors` in
it; either place is looked at first, so that a db.py in the working directory or a distribution called db is not taken
for ours, and ours does not lie among other people's packages (docs/decisions/0048).
"""

import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
FLOORS = str(_HERE / "floors" if (_HERE / "floors").is_dir() else _HERE.parent)

if sys.path[:1] != [FLOORS]:
    sys.path.insert(0, FLOORS)
