; The installer for one user: no administrator, the program on the PATH of that user, and an
; uninstaller that takes away what was put there. Called by packaging/make.py.

Unicode true
; A program of 64 bits like the one it installs, where this makensis can make one.
!ifdef TARGET
Target ${TARGET}
!endif
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinMessages.nsh"

Name "vanthu"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\vanthu"
InstallDirRegKey HKCU "Software\vanthu" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\vanthu"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString PATH_TOO_LONG ${LANG_VIETNAMESE} "Biến Path của tài khoản quá dài nên không sửa. Hãy tự thêm thư mục này: $INSTDIR"
LangString PATH_TOO_LONG ${LANG_ENGLISH} "The Path of this user is too long to be edited safely. Add this folder by hand: $INSTDIR"

; Sets $1 to the user's Path and $0 to 1, or $0 to 0 where its value is longer than a string of
; this installer can be: then it must not be written back.
!macro READ_PATH un
Function ${un}ReadPath
  StrCpy $0 0
  StrCpy $1 ""
  System::Call 'advapi32::RegOpenKeyExW(p 0x80000001, w "Environment", i 0, i 0x20019, *p .r2) i .r3'
  ${If} $3 != 0
    StrCpy $0 1
    Return
  ${EndIf}
  System::Call 'advapi32::RegQueryValueExW(p r2, w "Path", p 0, p 0, p 0, *i .r4) i .r3'
  System::Call 'advapi32::RegCloseKey(p r2)'
  ${If} $3 != 0
    StrCpy $0 1
    Return
  ${EndIf}
  ; Two bytes a character; what is added needs room as well.
  IntOp $4 $4 / 2
  StrLen $5 "$INSTDIR"
  IntOp $4 $4 + $5
  IntOp $4 $4 + 2
  ${If} $4 < ${NSIS_MAX_STRLEN}
    ReadRegStr $1 HKCU "Environment" "Path"
    StrCpy $0 1
  ${EndIf}
FunctionEnd

; Sets $1 to the parts of $1, separated by semicolons, without the folder of the program.
Function ${un}WithoutFolder
  StrCpy $2 ""
  ${Do}
    ${If} $1 == ""
      ${Break}
    ${EndIf}
    StrCpy $3 0
    ${Do}
      StrCpy $4 $1 1 $3
      ${If} $4 == ";"
      ${OrIf} $4 == ""
        ${Break}
      ${EndIf}
      IntOp $3 $3 + 1
    ${Loop}
    StrCpy $5 $1 $3
    IntOp $3 $3 + 1
    StrCpy $1 $1 "" $3
    ${If} $5 != ""
    ${AndIf} $5 != "$INSTDIR"
      ${If} $2 == ""
        StrCpy $2 $5
      ${Else}
        StrCpy $2 "$2;$5"
      ${EndIf}
    ${EndIf}
  ${Loop}
  StrCpy $1 $2
FunctionEnd

Function ${un}WritePath
  ${If} $1 == ""
    DeleteRegValue HKCU "Environment" "Path"
  ${Else}
    WriteRegExpandStr HKCU "Environment" "Path" "$1"
  ${EndIf}
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
FunctionEnd
!macroend
!insertmacro READ_PATH ""
!insertmacro READ_PATH "un."

Section
  SetOutPath "$INSTDIR"
  File /r "${FILES}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\vanthu" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "vanthu"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "the vanthu developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  Call ReadPath
  ${If} $0 = 1
    Call WithoutFolder
    ${If} $1 == ""
      StrCpy $1 "$INSTDIR"
    ${Else}
      StrCpy $1 "$1;$INSTDIR"
    ${EndIf}
    Call WritePath
  ${Else}
    DetailPrint "$(PATH_TOO_LONG)"
    IfSilent +2
    MessageBox MB_OK "$(PATH_TOO_LONG)"
  ${EndIf}
SectionEnd

Section "Uninstall"
  ; Only what the installer has put there: the folder may hold files of the user.
  Delete "$INSTDIR\vanthu.exe"
  Delete "$INSTDIR\vanthu.ps1"
  Delete "$INSTDIR\HUONG-DAN.txt"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\README.vi.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  RMDir /r "$INSTDIR\docs"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Call un.ReadPath
  ${If} $0 = 1
    Call un.WithoutFolder
    Call un.WritePath
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\vanthu"
SectionEnd
