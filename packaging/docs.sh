#!/bin/sh
# Build the site of the documentation into build/site (SITE=FOLDER: elsewhere). Open its index.html:
# it needs no server, and asks for nothing from anywhere; packaging/site/check.py looks at that.
#
# The first run installs MkDocs from its own lock into an environment of its own, which takes the
# network; nothing else does. It needs neither Firsthand's environment nor its dependencies.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

lock="$root/packaging/requirements-docs.lock"
own=${DOCS_VENV:-"$root/build/docs-venv"}
site=${SITE:-"$root/build/site"}

install_mkdocs() {
    cmp -s "$lock" "$own/installed" && return 0
    python=$(find_python) || exit 1
    say "Setting MkDocs up in $own: this is done once."
    "$python" -m venv --clear "$own" &&
        "$own/bin/python" -m pip install -qq --disable-pip-version-check --no-input --no-deps \
            --only-binary :all: --require-hashes -r "$lock" </dev/null >&2 ||
        fail "MkDocs could not be installed. Is there a network? Start again to go on."
    cp "$lock" "$own/installed"
}

install_mkdocs
cd "$root"
NO_MKDOCS_2_WARNING=1 "$own/bin/python" -m mkdocs build --strict --clean --site-dir "$site"
"$own/bin/python" "$root/packaging/site/check.py" "$site"
say "Built: $site/index.html"
