; The installer for Windows, for the person who runs it and nobody else: it asks for no
; administrator, and leaves when it is removed. Not built here but by makensis on Linux, to see
; that it compiles:
;
;     makensis -DVERSION=0.1.0 -DFOLDER=DIST-FOLDER -DOUT=FILE.exe packaging/windows/firsthand.nsi

Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"

!ifndef VERSION | FOLDER | OUT
  !error "Give -DVERSION, -DFOLDER and -DOUT."
!endif
!define NAME "Firsthand"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
ManifestSupportedOS Win10
ManifestDPIAware true

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Farsi"
!insertmacro MUI_LANGUAGE "Arabic"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "French"

Section "Install"
  SetOutPath "$INSTDIR"
  ; What an older version had and this one has not would otherwise stay, and be loaded.
  RMDir /r "$INSTDIR\_internal"
  File /r "${FOLDER}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\firsthand.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; Named one by one: a vault that somebody put in here is not ours to take away.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\firsthand.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
