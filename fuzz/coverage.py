"""Coverage-guided fuzzing with atheris: bytes that reach new branches are kept and mutated on.

    pip install atheris
    python fuzz/coverage.py -max_total_time=600 -max_len=8000 -seed=1 corpus/ samples/

The arguments are libFuzzer's; the first folder is where it keeps what it finds, the others are seeds.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["newscli"]):
    from stages import try_one

if __name__ == "__main__":
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
