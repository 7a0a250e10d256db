#!/bin/sh
# Use the built packages as a new user would, in a clean root, without a network, by the lines that
# docs/installing.md tells:
#
#     packaging/build.sh all && packaging/test-packages.sh [deb|portable]
#
# The Debian package is installed, used in the terminal and under Xvfb, and purged; what it leaves
# outside of the user's own files is an error. Then the archive for sticks is used, moved and used
# again, and whatever it writes outside of its own folder is an error. A bundle that each has made is
# checked by the verifier alone. Needs root, debootstrap and a mirror for the clean root and
# the package's dependencies (fetched first; from then on there is no network at all). BUILD is as for
# build.sh; MIRROR, BASE (a clean root that is kept), KEEP=1 (the root of the last
# time) and SHOTS (a folder for screenshots) are taken too.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
work=$(CDPATH='' cd -- "${BUILD:-"$root/build"}" && pwd)
base=${BASE:-"$work/base"}
clean="$work/clean-root"
shots=${SHOTS:-"$work/shots"}
t=/tmp # in the clean root
mirror=${MIRROR:-http://deb.debian.org/debian}
deb=$(find "$work/packages" -name 'firsthand_*.deb')
archive=$(find "$work/packages" -name 'firsthand-portable-*.tar.gz')
verifier="$work/packages/firsthand-verify.pyz"
downloads=/home/downloads # in the clean root
place=/media/you/STICK    # where the page unpacks the archive

say() { printf '\n== %s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
told() { sed -n "s|^    \\($1 .*\\)$|\\1|p" "$root/docs/installing.md"; } # PROGRAM: the line that the page tells

[ "$(id -u)" -eq 0 ] || fail "This makes a root of its own, for which it has to be root."
{ [ -f "$deb" ] && [ -f "$archive" ] && [ -f "$verifier" ]; } || fail "Build them first: packaging/build.sh all"

inside() { # NETWORK USER COMMAND…: in the clean root; NETWORK is "with" or "without"
    network=$1 user=$2
    shift 2
    apart=
    [ "$network" = with ] || apart=--net
    # shellcheck disable=SC2016,SC2086 # the inner shell expands it; an option or none
    unshare -m -p -f $apart --mount-proc="$clean/proc" sh -c '
        root=$1 user=$2
        shift 2
        mount -t tmpfs none "$root/dev" && mkdir "$root/dev/pts" "$root/dev/shm"
        for one in null zero random urandom full tty; do
            touch "$root/dev/$one" && mount --bind "/dev/$one" "$root/dev/$one"
        done
        mount -t devpts -o newinstance,ptmxmode=0666 none "$root/dev/pts"
        mount -t tmpfs -o mode=1777 none "$root/dev/shm"
        ln -s pts/ptmx "$root/dev/ptmx" && ln -s /proc/self/fd "$root/dev/fd"
        home=/root
        [ "$user" = root ] || home=/home/$user
        exec chroot "$root" env -i HOME="$home" LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/sbin:/usr/bin:/sbin:/bin setpriv --reuid="$user" --regid="$user" \
            --init-groups "$@"' inside "$clean" "$user" "$@"
}

have_clean_root() {
    if [ ! -f "$base/etc/debian_version" ]; then
        say "A clean Debian 12"
        debootstrap --variant=minbase bookworm "$base" "$mirror" >"$work/debootstrap.log"
    fi
    rm -rf "$clean"
    cp -a "$base" "$clean"
    cp /etc/resolv.conf "$clean/etc/resolv.conf"
    mkdir "$clean$downloads"
    cp "$deb" "$archive" "$verifier" "$clean$downloads"
    inside with root apt-get update -q >/dev/null
    # What the test itself needs, and then what the package depends on: fetched, not the package.
    inside with root apt-get install -q -y --no-install-recommends \
        xvfb xdotool sudo util-linux fonts-dejavu-core >/dev/null
    # Fetched, and put in only for the verifier: the packages have to do without Python.
    inside with root apt-get install -q -y -d --no-install-recommends python3 >/dev/null
    needs=$(dpkg-deb -f "$deb" Depends Recommends | sed 's/^[A-Za-z]*: //; s/([^)]*)//g; s/|[^,]*//g' | tr ',\n' '  ')
    # shellcheck disable=SC2086 # a list of package names
    inside with root apt-get install -q -y --no-install-recommends $needs >/dev/null
    inside with root useradd -m witness
    printf 'correct horse battery staple' >"$clean/home/witness/passphrase"
    rm -f "$clean/etc/resolv.conf"
}

names() { find "$1" -mindepth 1 -maxdepth 1 -printf '%f '; } # FOLDER: what is in it

files() { # what is there, but what the package manager writes about itself and the user's own
    (cd "$clean" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp \
        -o -path ./home/witness -o -path .$downloads -o -path ./var/lib/dpkg -o -path ./var/log -o -path ./var/cache/apt \
        -o -path ./var/lib/apt -o -path ./var/cache/debconf \) -prune -o \
        -printf '%p %y %m %u %s %l\n' | sed '/ d /s/ [0-9]* *$//' | sort)
}

# shellcheck disable=SC2016 # the inner shells expand these
desktop() { # PROGRAM NAME: opens under Xvfb, a passphrase is typed, a shot is taken, it is closed
    inside without witness sh -eu -c '
        program=$1 name=$2 t=/tmp
        mkdir -p $t/shots
        rm -f $t/.X7-lock # of another namespace of processes, where it means nothing
        Xvfb :7 -screen 0 1280x800x24 -fbdir $t/shots -nolisten tcp >/dev/null 2>&1 &
        screen=$!
        export DISPLAY=:7
        sleep 3
        "$program" >$t/desktop.log 2>&1 &
        window=$(timeout 120 xdotool search --sync --onlyvisible --name "^Firsthand$" | head -1)
        sleep 5
        cp $t/shots/Xvfb_screen0 "$t/shots/$name-first.xwd"
        xdotool windowfocus "$window" type --delay 40 "correct horse battery staple"
        xdotool key Return
        sleep 40
        cp $t/shots/Xvfb_screen0 "$t/shots/$name-open.xwd"
        xdotool key ctrl+q
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
            xdotool search --name "^Firsthand$" >/dev/null 2>&1 || break
            sleep 1
        done
        kill $screen
        cat $t/desktop.log
    ' desktop "$1" "$2"
    mkdir -p "$shots"
    cp "$clean$t"/shots/*.xwd "$shots/"
}

# Import, clean, bundle and verify; $say is the program, $home where the vault goes, $kept the passphrase.
# shellcheck disable=SC2016 # the inner shells expand it
whole_job='
    samples=/usr/lib/firsthand/_internal/ui/cli/samples
    [ -d "$samples" ] || samples=$home/program/_internal/ui/cli/samples
    word="--passphrase-file $kept"
    "$say" vault create "$home/Firsthand" $word
    "$say" import "$home/Firsthand" "$samples" $word | tail -3
    "$say" vault info "$home/Firsthand" $word
    "$say" clean "$samples" -o "$out/cleaned"
    items=$("$say" list "$home/Firsthand" $word --json | tr "," "\n")
    item=$(echo "$items" | sed -n "s/.*\"id\": *\"\([0-9a-f]*\)\".*/\1/p" | head -1)
    "$say" bundle "$home/Firsthand" "$item" -o "$out/bundle.zip" $word
    "$say" verify "$out/bundle.zip"
    ! ip link show up 2>/dev/null | grep -v lo'

# shellcheck disable=SC2016 # likewise
try_debian_package() {
    files >"$work/before.txt"
    say "Installing it, without a network: $(told 'sudo apt install')"
    inside without root sh -eu -c "cd $downloads && $(told 'sudo apt install')"
    files >"$work/installed.txt"
    say "Using it in the terminal"
    inside without witness sh -eu -c 'say=firsthand home=$HOME out=$HOME kept=$HOME/passphrase
        cd && firsthand --help >help.txt
        firsthand licences FFmpeg >ffmpeg.txt
        firsthand demo made >demo.txt
        test -s /usr/share/man/man1/firsthand.1.gz'"$whole_job"
    cp "$clean/home/witness/bundle.zip" "$clean$downloads/deb.zip"
    say "What reads iPhones is loaded where there may be one, and nobody is there"
    inside without root sh -eu -c 'mkdir -p /var/run && touch /var/run/usbmuxd
        said=$(firsthand devices 2>&1) && code=0 || code=$?
        rm /var/run/usbmuxd
        echo "$said" && [ "$code" -eq 0 ] && ! echo "$said" | grep -qi "traceback\|no module"'
    say "Using it under Xvfb"
    desktop firsthand deb
    say "Purging it"
    inside without root sh -c 'yes | sudo apt purge firsthand'
    files | diff "$work/before.txt" - || fail "Something was left."
    say "Nothing is left of it. The user's own: $(names "$clean/home/witness")"
}

mount_stick() { # a FAT one, where this may be done; else a folder stands for it
    mkdir -p "$stick"
    if dd if=/dev/zero of="$work/stick.img" bs=1M count=0 seek=900 2>/dev/null &&
        mkfs.vfat "$work/stick.img" >/dev/null 2>&1 && mount -o loop,uid=1000,gid=1000,fmask=0022 "$work/stick.img" "$stick" 2>/dev/null; then
        say "It is FAT"
    else
        say "FAT cannot be mounted here: a folder stands for the stick"
        chown 1000:1000 "$stick"
    fi
}

written() { # what is newer than the mark, outside of the stick and of what the test itself writes
    find "$clean" -xdev \( -path "$clean/proc" -o -path "$clean/sys" -o -path "$clean/dev" -o -path "$stick" \
        -o -path "$clean$t/shots" -o -path "$clean$t/made" -o -path "$clean$t/.X11-unix" \) -prune \
        -o -newer "$work/mark" ! -path "$clean$t/desktop.log" ! -path "$clean$t/.X7-lock" ! -path "$clean$t" -print
}

# shellcheck disable=SC2016 # likewise
try_archive() {
    say "The archive, on a stick, by a user whose home is empty: $(told tar)"
    stick="$clean$place"
    mount_stick
    rm -rf "$clean/home/witness"
    inside without root sh -c 'mkdir /home/witness && chown witness:witness /home/witness'
    inside without witness sh -eu -c "cd $downloads && $(told tar)"
    start=$(cd "$clean" && find ".$place" -name start-firsthand)
    here="${start%/*}" here="${here#.}"
    printf 'correct horse battery staple' >"$clean$t/passphrase"
    mkdir -p "$clean$t/shots" "$clean$t/made" && chmod 777 "$clean$t/shots" "$clean$t/made"
    sleep 1 && touch "$work/mark" && sleep 1
    inside without witness sh -eu -c "say=$here/start-firsthand home=$here out=$t/made kept=$t/passphrase$whole_job"
    cp "$clean$t/made/bundle.zip" "$clean$downloads/portable.zip" && touch -d @0 "$clean$downloads/portable.zip" "$clean$downloads"
    desktop "$here/start-firsthand" portable
    say "Moved, and used again"
    moved="$place/another name"
    inside without witness mv "$here" "$moved"
    inside without witness sh -eu -c 't=/tmp; cd "$1"
        ./start-firsthand list Firsthand --passphrase-file $t/passphrase
        ./start-firsthand vault check Firsthand --passphrase-file $t/passphrase --deep' moved "$moved"
    desktop "$moved/start-firsthand" moved
    left=$(written)
    [ -z "$left" ] || fail "Outside of the stick was written: $left"
    say "Nothing was written outside of it. On the stick: $(names "$clean$moved")"
    mountpoint -q "$stick" && umount "$stick"
    rm -f "$work/stick.img"
}

# shellcheck disable=SC2016 # likewise
try_verifier() { # of the bundles that were made above
    say "The verifier alone, by a Python that has nothing else"
    inside without root apt-get install -q -y --no-install-recommends python3 >/dev/null
    for made in deb.zip portable.zip; do
        [ -f "$clean$downloads/$made" ] || continue
        chmod 644 "$clean$downloads/$made" # it was its owner's alone
        inside without witness sh -eu -c 't=/tmp
            cp "$1/$2" $t/bundle.zip && cp "$1/firsthand-verify.pyz" $t && cd $t
            python3 firsthand-verify.pyz bundle.zip
            printf X | dd of=bundle.zip bs=1 seek=3000 conv=notrunc 2>/dev/null
            code=0; python3 firsthand-verify.pyz bundle.zip >/dev/null || code=$?
            [ "$code" -eq 4 ] && echo "One byte changed: refused"' verifier "$downloads" "$made"
    done
}

if [ -z "${KEEP:-}" ] || [ ! -d "$clean" ]; then have_clean_root; fi
case "${1:-all}" in
deb) try_debian_package ;;
portable) try_archive ;;
*)
    try_debian_package
    try_archive
    ;;
esac
try_verifier
say "What was used left nothing where it should not."
