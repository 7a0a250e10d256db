#!/bin/sh
# Pin every dependency, and what they depend on, with the digests of their files: rerun after
# pyproject.toml changes. Needs uv.
#
# One lock serves every system and Python that Firsthand runs on ("universal"); of each package
# the fewest versions are taken, so that all of them run the same decoders. Versions already in
# the lock stay as they are; "packaging/lock.sh --upgrade" moves them. What left-out.txt names is
# not taken, whoever asks for it.
set -eu
cd "$(dirname "$0")/.."

compile() { # [pyproject.toml] GROUP-OPTIONS… -o LOCK
    uv pip compile --no-config --quiet \
        --universal --python-version 3.11 --fork-strategy fewest --excludes packaging/left-out.txt \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links "$@"
}

compile pyproject.toml "$@" -o packaging/requirements.lock
# The development lock is compiled over the runtime lock: shared packages have the same version.
compile pyproject.toml "$@" --group dev -c packaging/requirements.lock -o packaging/requirements-dev.lock
# What builds the packages, and nothing of what goes into them.
compile "$@" --group package -c packaging/requirements.lock -o packaging/requirements-build.lock
# What builds the site of the documentation; it shares no environment with anything.
compile "$@" --group docs -o packaging/requirements-docs.lock
