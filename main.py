"""Pick the face: the desktop, the command line, or the confined media child.

python main.py                  the desktop
python main.py COMMAND …        the command line (``--help`` lists the commands)
python main.py --media-child    the confined child, started by Firsthand itself
"""

import signal
import sys

MEDIA_CHILD = "--media-child"


def main(arguments: list[str]) -> int:
    """Run the face that the arguments ask for and return its exit code."""
    if arguments[:1] == [MEDIA_CHILD]:
        from capture.isolate import child

        return child.main()
    if arguments:
        from ui.cli import app as command_line

        return command_line.main(arguments)
    from ui.desktop import app as desktop

    return desktop.main()


if __name__ == "__main__":
    # Nothing is begun yet: an interrupt ends it. Raised while modules are loaded it can get lost.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(main(sys.argv[1:]))
