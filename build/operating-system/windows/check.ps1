# Checks a machine against what install.ps1 puts in place, and prints what is missing. It ends with 0 when the machine
# is fit, else with 1. As the system account, like install.ps1.
. "$PSScriptRoot\common.ps1"

$missing = 0
function Add-Missing($Subject, $Sentence) {
  $script:missing++
  Write-Output "MISSING  ${Subject}: $Sentence"
}

if (-not (Test-Administrator)) { Add-Missing 'rights' 'some of it can be seen by the system account only.' }

$user = Get-LocalUser -Name $KioskUser -ErrorAction SilentlyContinue
if (-not $user) {
  Add-Missing "the user $KioskUser" 'run install.ps1.'
} elseif ((Get-LocalGroupMember -SID 'S-1-5-32-544').SID -contains $user.SID) {
  Add-Missing "the user $KioskUser" 'it is an administrator: take it out of that group.'
}

if (-not (Test-Path "$env:ProgramFiles\ekidom-kiosk\ekidom-kiosk.exe")) { Add-Missing 'the program' 'run its installer.' }

foreach ($feature in $Features) {
  if ((Get-WindowsOptionalFeature -Online -FeatureName $feature).State -ne 'Enabled') { Add-Missing $feature 'run install.ps1.' }
}

foreach ($policy in $Wanted.policies) {
  if ((Get-RegistryValue $policy.path $policy.name) -ne $policy.value) {
    Add-Missing "$($policy.path)\$($policy.name)" "it is not $($policy.value): run install.ps1."
  }
}

$keys = @(Get-CimInstance @KeyboardFilter -ClassName WEKF_PredefinedKey -ErrorAction SilentlyContinue)
if ($keys.Count -eq 0) { Add-Missing 'the keyboard filter' 'it does not answer: restart the machine.' }
foreach ($key in $keys) {
  if (-not $key.Enabled -and $Wanted.keysLeftAlone -notcontains $key.Id) { Add-Missing "the keys $($key.Id)" 'they are not filtered: run install.ps1.' }
}

$access = Get-CimInstance @AssignedAccess -ErrorAction SilentlyContinue
$shell = if ($access) { [Net.WebUtility]::HtmlDecode($access.ShellLauncher) } else { '' }
if ($shell -notmatch [regex]::Escape('\ekidom-kiosk.exe')) { Add-Missing 'Shell Launcher' 'it does not start the kiosk: run install.ps1.' }

if ([Environment]::GetEnvironmentVariable('KIOSK_RESTARTED_BY_UNIT', 'Machine') -ne '1') {
  Add-Missing 'KIOSK_RESTARTED_BY_UNIT' 'the kiosk would start itself beside Shell Launcher: run install.ps1.'
}

$logon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
if ((Get-RegistryValue $logon 'AutoAdminLogon') -ne '1' -or (Get-RegistryValue $logon 'DefaultUserName') -ne $KioskUser) {
  Add-Missing 'the automatic sign-in' "set it for $KioskUser, with Autologon from Sysinternals."
}
if ($null -ne (Get-RegistryValue $logon 'DefaultPassword')) {
  Add-Missing 'the automatic sign-in' 'the password stands in the registry in clear: set it with Autologon, which seals it.'
}

if ($missing -gt 0) {
  Write-Output "$missing missing: this machine is not fit for a hall."
  exit 1
}
Write-Output 'Nothing is missing.'
