#!/bin/sh
# Start Firsthand. The first start sets it up (see setup.sh); arguments go to the program:
#
#     packaging/run.sh                 the desktop; without a screen, the demo in the terminal
#     packaging/run.sh inspect FILE…   the command line (--help lists the commands)
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

has_screen() {
    [ "$(uname -s)" != Linux ] ||
        [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]
}

wanted=
if [ $# -eq 0 ]; then
    if has_screen; then
        wanted=$(missing_libraries)
    else
        say "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so this shows"
        say "the demo in the terminal instead of the desktop. --help lists the commands."
        set -- demo
    fi
fi
# shellcheck disable=SC2086 # a list of package names
make_ready "$runtime" $wanted
exec "$venv/bin/python" "$root/main.py" "$@"
