; The Windows installer: for one user, without administrator's rights.
; makensis -DVERSION=1.2.3 -DSTAGE=folder -DOUTPUT=file.exe dateline.nsi
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "Dateline ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Dateline"
InstallDirRegKey HKCU "Software\Dateline" "Folder"
Icon "${STAGE}\dateline.ico"
UninstallIcon "${STAGE}\dateline.ico"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dateline"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!macro OpenWith EXT
  WriteRegStr HKCU "Software\Classes\${EXT}\OpenWithProgids" "Dateline.Article" ""
!macroend
!macro NotOpenWith EXT
  DeleteRegValue HKCU "Software\Classes\${EXT}\OpenWithProgids" "Dateline.Article"
!macroend
!macro Articles DO ; OpenWith or NotOpenWith, for each format of articles
  !insertmacro ${DO} ".txt"
  !insertmacro ${DO} ".md"
  !insertmacro ${DO} ".html"
  !insertmacro ${DO} ".htm"
  !insertmacro ${DO} ".xhtml"
  !insertmacro ${DO} ".mhtml"
  !insertmacro ${DO} ".pdf"
  !insertmacro ${DO} ".docx"
  !insertmacro ${DO} ".odt"
  !insertmacro ${DO} ".rtf"
  !insertmacro ${DO} ".epub"
  !insertmacro ${DO} ".eml"
  !insertmacro ${DO} ".mbox"
!macroend

Section
  SetOutPath "$INSTDIR"
  File "${STAGE}\dateline.exe"
  File "${STAGE}\dateline-headless.exe"
  File "${STAGE}\dateline.ico"
  File "${STAGE}\LICENSE.txt"
  File "${STAGE}\NOTICES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Dateline.lnk" "$INSTDIR\dateline.exe" "" "$INSTDIR\dateline.ico"

  WriteRegStr HKCU "Software\Dateline" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.dateline" "" "Dateline.Project"
  WriteRegStr HKCU "Software\Classes\.dateline" "Content Type" "application/x-dateline"
  WriteRegStr HKCU "Software\Classes\Dateline.Project" "" "Dateline project"
  WriteRegStr HKCU "Software\Classes\Dateline.Project\DefaultIcon" "" "$INSTDIR\dateline.ico"
  WriteRegStr HKCU "Software\Classes\Dateline.Project\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Dateline.Article" "" "Article"
  WriteRegStr HKCU "Software\Classes\Dateline.Article\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'
  !insertmacro Articles OpenWith

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Dateline"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\dateline.ico"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
  Delete "$INSTDIR\dateline.exe"
  Delete "$INSTDIR\dateline-headless.exe"
  Delete "$INSTDIR\dateline.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Dateline.lnk"
  DeleteRegKey HKCU "Software\Dateline"
  DeleteRegKey HKCU "Software\Classes\.dateline"
  DeleteRegKey HKCU "Software\Classes\Dateline.Project"
  DeleteRegKey HKCU "Software\Classes\Dateline.Article"
  !insertmacro Articles NotOpenWith
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
