; Inno Setup's script for one user's installation, without administrator's rights.
; `dev.py package` defines Version, Frozen, Icon, License and Into.

[Setup]
AppId=org.crmdesk.CrmDesk
AppName=CRM Desk
AppVersion={#Version}
AppPublisher=The CRM Desk maintainers
DefaultDirName={localappdata}\Programs\CRM Desk
DefaultGroupName=CRM Desk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile={#License}
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\crmdesk-window.exe
OutputDir={#Into}
OutputBaseFilename=CRM-Desk-{#Version}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesEnvironment=yes
; A running desk is asked to close, and opened again afterwards.
CloseApplications=yes
RestartApplications=yes

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Icon}"; DestDir: "{app}"

[InstallDelete]
; What an older version laid and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\CRM Desk"; Filename: "{app}\crmdesk-window.exe"; IconFilename: "{app}\crmdesk.ico"; AppUserModelID: "org.crmdesk.CrmDesk"

[Run]
Filename: "{app}\crmdesk-window.exe"; Description: "Open CRM Desk"; Flags: nowait postinstall skipifsilent

[Messages]
ConfirmUninstall=Remove %1? Your contacts and settings stay in your profile; delete that folder yourself if you no longer want them.
