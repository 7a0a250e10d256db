# Build the program and its installer on Windows. NOT BUILT HERE: written on Linux, where the
# installer's script is compiled (makensis) and the rest has never run.
#
#     powershell -File packaging\windows\build.ps1
#
# Needs Python 3.11 (64 bit), NSIS 3 (makensis) and npm (for one of the detectors' weights).
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "..\..")

$work = "build"
$python = "$work\venv\Scripts\python.exe"
$env:PYTHONHASHSEED = "0"
$env:PYTHONUTF8 = "1"
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = git log -1 --format=%ct }

python -m venv --clear "$work\venv"
foreach ($lock in "requirements.lock", "requirements-build.lock") {
    & $python -m pip install --quiet --no-deps --only-binary :all: --require-hashes -r "packaging\$lock"
}
& $python packaging\fetch_weights.py
& $python packaging\packages\icons.py
& $python -m PyInstaller --noconfirm --log-level WARN --distpath "$work\dist" `
    --workpath "$work\pyinstaller" packaging\packages\firsthand.spec

# It must do its whole job before it is given to anybody.
& "$work\dist\firsthand\firsthand.exe" demo "$work\demo"

$version = & $python -c "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])"
New-Item -ItemType Directory -Force "$work\packages" | Out-Null
makensis -V2 -DVERSION=$version "-DFOLDER=$((Resolve-Path "$work\dist\firsthand").Path)" `
    "-DOUT=$((Resolve-Path "$work\packages").Path)\firsthand-$version-setup.exe" packaging\windows\firsthand.nsi
