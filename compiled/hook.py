"""Makes the wheel one with compiled modules, where HATCH_BUILD_HOOKS_ENABLE=1 asks for it; else nothing is called."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledModules(BuildHookInterface):  # type: ignore[type-arg]
    """Has the wheel hold the compiled modules beside their source, and say for which Python and machine it is."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel is built. Raises `RuntimeError` with what the compiler said."""
        if version == "editable":  # its source is what is imported
            return
        folder = self._folder = Path(tempfile.mkdtemp())
        command = [sys.executable, str(Path(self.root) / "compiled" / "build.py"), str(folder)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            said = f"{done.stdout}\n{done.stderr}"[-4000:]
            raise RuntimeError(
                f"{said}\nNothing was compiled: without HATCH_BUILD_HOOKS_ENABLE the wheel is plain Python."
            )
        made = [path for path in folder.rglob("*") if path.suffix in (".so", ".pyd")]
        build_data["force_include"] |= {str(path): path.relative_to(folder).as_posix() for path in made}
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel is written."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
