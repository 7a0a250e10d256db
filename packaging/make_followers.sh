#!/bin/sh
# Make the small machine that follows coded pictures to their last bit (capture/verify/machine)
# from its sources, for WebAssembly: rerun after one of them changes. "--check" makes it anew and
# compares. The same bytes come of the same compiler alone: clang and lld 14, as in Debian 12.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/../capture/verify/machine"

make_in() { # FOLDER
    clang --target=wasm32 -O2 -mbulk-memory -msign-ext -msimd128 -ffreestanding -nostdlib -Wall -Wextra \
        -Werror -Wl,--no-entry -Wl,--strip-all -Wl,-z,stack-size=16384 \
        -o "$1/followers.wasm" ./*.c
    cat ./*.h ./*.c | sha256sum | cut -c-64 >"$1/sources.sha256"
}

if [ "${1:-}" != --check ]; then
    make_in .
    exit
fi
made=$(mktemp -d)
trap 'rm -r "$made"' EXIT
make_in "$made"
cmp "$made/followers.wasm" followers.wasm
cmp "$made/sources.sha256" sources.sha256
