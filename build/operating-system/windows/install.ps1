# Puts the lock below the app in place on Windows 10 or 11 Enterprise, Education or IoT Enterprise. Running it again
# changes nothing. The MDM bridge answers to the system's own account only:
#   psexec -i -s powershell -ExecutionPolicy Bypass -File install.ps1
. "$PSScriptRoot\common.ps1"

if (-not (Test-Administrator)) { Write-Error 'This changes the system: run it as the system account.' }

if (-not (Get-LocalUser -Name $KioskUser -ErrorAction SilentlyContinue)) {
  $password = Read-Host "A password for the new user $KioskUser" -AsSecureString
  New-LocalUser -Name $KioskUser -Password $password -FullName 'EKIDOM kiosk' -PasswordNeverExpires -UserMayNotChangePassword | Out-Null
  Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $KioskUser
}

foreach ($feature in $Features) {
  if ((Get-WindowsOptionalFeature -Online -FeatureName $feature).State -ne 'Enabled') {
    Enable-WindowsOptionalFeature -Online -FeatureName $feature -All -NoRestart | Out-Null
  }
}

foreach ($policy in $Wanted.policies) {
  if (-not (Test-Path $policy.path)) { New-Item -Path $policy.path -Force | Out-Null }
  Set-ItemProperty -Path $policy.path -Name $policy.name -Value $policy.value -Type DWord
}

# Every combination that Windows has a name for, but not the keys that capital letters and @ are typed with.
foreach ($key in Get-CimInstance @KeyboardFilter -ClassName WEKF_PredefinedKey) {
  $isFiltered = $Wanted.keysLeftAlone -notcontains $key.Id
  if ($key.Enabled -ne $isFiltered) { $key.Enabled = $isFiltered; Set-CimInstance -InputObject $key }
}
# Accessibility keys open the control panel; administrators, who are to work here, keep theirs.
foreach ($setting in @{ DisableKeyboardFilterForAdministrators = 'true'; ForceOffAccessibility = 'true' }.GetEnumerator()) {
  $instance = Get-CimInstance @KeyboardFilter -ClassName WEKF_Settings | Where-Object Name -EQ $setting.Key
  if ($instance.Value -ne $setting.Value) { $instance.Value = $setting.Value; Set-CimInstance -InputObject $instance }
}

# Shell Launcher starts the kiosk anew: it is not to do so by itself.
[Environment]::SetEnvironmentVariable('KIOSK_RESTARTED_BY_UNIT', '1', 'Machine')

$access = Get-CimInstance @AssignedAccess
$access.ShellLauncher = [Net.WebUtility]::HtmlEncode($ShellLauncherXml)
Set-CimInstance -CimInstance $access

Write-Output 'In place. Set the automatic sign-in, then restart the machine and run check.ps1.'
