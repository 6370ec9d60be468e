"""What only Windows needs."""

from __future__ import annotations

_STANDARD_OUTPUT, _STANDARD_ERROR = -11, -12
_PROCESS_SEQUENCES = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


def obey_sequences() -> None:
    """Let the console obey escape sequences; old ones do so only when asked. What is no console stays as it is."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    for number in (_STANDARD_OUTPUT, _STANDARD_ERROR):
        handle, mode = kernel.GetStdHandle(number), ctypes.c_uint32()
        if kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            kernel.SetConsoleMode(handle, mode.value | _PROCESS_SEQUENCES)
