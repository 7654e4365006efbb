# Read by install.ps1 and check.ps1: where Windows keeps what they set.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$KioskUser = 'ekidom-kiosk'
$Wanted = Get-Content "$PSScriptRoot\policies.json" -Raw -Encoding utf8 | ConvertFrom-Json
$ShellLauncherXml = Get-Content "$PSScriptRoot\shell-launcher.xml" -Raw -Encoding utf8
$KeyboardFilter = @{ Namespace = 'root\standardcimv2\embedded' }
$AssignedAccess = @{ Namespace = 'root\cimv2\mdm\dmmap'; ClassName = 'MDM_AssignedAccess' }
$Features = 'Client-EmbeddedShellLauncher', 'Client-KeyboardFilter'

function Test-Administrator {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  ([Security.Principal.WindowsPrincipal]$identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

# A value of the registry, or nothing where there is none.
function Get-RegistryValue($Path, $Name) {
  if (-not (Test-Path $Path)) { return $null }
  $key = Get-Item $Path
  if ($key.GetValueNames() -contains $Name) { return $key.GetValue($Name) }
  return $null
}
