#!/bin/sh
# Build Firsthand.app and a disk image on macOS 12 or later. NOT BUILT HERE: written on Linux, never run.
#
#     packaging/macos/build.sh
#
# Needs Python 3.11 and npm. With IDENTITY="Developer ID Application: …" the app is signed for others'
# computers; without, it is signed for this one alone, and others are warned (docs/installing.md).
set -eu
cd "$(dirname -- "$0")/../.."

work=build
python="$work/venv/bin/python"
export PYTHONHASHSEED=0 LC_ALL=en_US.UTF-8 TZ=UTC
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH

"${PYTHON:-python3.11}" -m venv --clear "$work/venv"
for lock in requirements.lock requirements-build.lock; do
    "$python" -m pip install --quiet --no-deps --only-binary :all: --require-hashes -r "packaging/$lock"
done
"$python" packaging/fetch_weights.py
"$python" packaging/packages/icons.py
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$work/dist" \
    --workpath "$work/pyinstaller" packaging/packages/firsthand.spec
app="$work/dist/Firsthand.app"
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "${IDENTITY:--}" "$app"

# It must do its whole job before it is given to anybody.
rm -rf "$work/demo"
"$app/Contents/MacOS/firsthand" demo "$work/demo"

version=$("$python" -c "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])")
mkdir -p "$work/packages" "$work/image"
cp -R "$app" "$work/image/"
ln -sf /Applications "$work/image/Applications"
hdiutil create -volname Firsthand -srcfolder "$work/image" -format UDZO -ov \
    "$work/packages/firsthand-$version.dmg"
