#!/bin/sh
# Make the small machines that follow coded pictures and sounds to their last bit
# (capture/verify/machine) from their sources, for WebAssembly: rerun after one of them changes.
#     packaging/make_followers.sh [--check] [NAME...]
# "--check" makes them anew and compares. NAME is that of a machine, as "hevc"; all without one.
# The same bytes come of the same compiler alone: clang and lld 14, as in Debian 12.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/../capture/verify/machine"

linked() { # STACK OUTPUT SOURCE...
    stack=$1 output=$2
    shift 2
    clang --target=wasm32 -O2 -mbulk-memory -msign-ext -msimd128 -ffreestanding -nostdlib -Wall -Wextra \
        -Werror -Wl,--no-entry -Wl,--strip-all -Wl,-z,stack-size="$stack" -o "$output" "$@"
}

sources() { # NAME
    if [ "$1" = followers ]; then
        echo ./*.h ./*.c
    else
        echo machine.h machine.c streams/*.h streams/*.c streams/"$1"/*.h streams/"$1"/*.c
    fi
}

make_in() { # FOLDER NAME
    if [ "$2" = followers ]; then
        linked 16384 "$1/$2.wasm" ./*.c
    else
        linked 131072 "$1/$2.wasm" machine.c streams/*.c streams/"$2"/*.c
    fi
    # shellcheck disable=SC2046 # names of ours, without spaces
    cat $(sources "$2") | sha256sum | cut -c-64 >"$1/$2.sha256"
}

check=
if [ "${1:-}" = --check ]; then
    check=$(mktemp -d)
    trap 'rm -r "$check"' EXIT
    shift
fi
[ $# -gt 0 ] || set -- followers $(cd streams && ls -d ./*/ | tr -d './')
for name; do
    make_in "${check:-.}" "$name"
    [ -z "$check" ] || cmp "$check/$name.wasm" "$name.wasm"
    [ -z "$check" ] || cmp "$check/$name.sha256" "$name.sha256"
done
