#Requires -Version 5.1
#Requires -RunAsAdministrator
# Puts the pictures of a group of machines on this one. Its values stand in pancarte.json: this file is the same in every pack.
#   powershell -ExecutionPolicy Bypass -File install.ps1 -Group NAME [-Language CODE] [-WhatIf]
[CmdletBinding(SupportsShouldProcess)]
param(
    [string]$Group,
    [string]$Language
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot 'common.ps1')

# The entry of this group and this language, the first language where none is named.
function Get-Choice {
    $choices = @($data.choices)
    $groups = @($choices | ForEach-Object { $_.group } | Select-Object -Unique)
    if (-not $Group -and $groups.Count -gt 1) { throw (Get-Text 'which-group' ($groups -join ', ')) }
    $choices = @($choices | Where-Object { -not $Group -or $_.group -eq $Group })
    if ($choices.Count -eq 0) { throw (Get-Text 'no-group' $Group, ($groups -join ', ')) }
    $languages = @($choices | ForEach-Object { $_.language })
    $choices = @($choices | Where-Object { -not $Language -or $_.language -eq $Language })
    if ($choices.Count -eq 0) { throw (Get-Text 'no-language' $Language, ($languages -join ', ')) }
    $choices[0]
}

# The path of a picture of the pack, whose bytes are those that were made.
function Get-Picture($Picture) {
    $path = Join-Path $PSScriptRoot $Picture.file
    $hash = (Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash
    if ($hash -ne $Picture.sha256) { throw (Get-Text 'damaged' $path) }
    $path
}

# Notes what stood there before it is written over. A second installation keeps what the first one found.
function Add-Former($Former) {
    $known = @($kept | Where-Object {
        $_.scope -eq $Former.scope -and $_.key -eq $Former.key -and $_.name -eq $Former.name
    })
    if ($known.Count -eq 0) {
        [void]$kept.Add([pscustomobject]$Former)
    } else {
        $known[0].written = $Former.written
    }
}

# Writes settings under an open key.
function Set-Setting([Microsoft.Win32.RegistryKey]$Root, [string]$Prefix, [string]$Scope, $Settings) {
    foreach ($setting in $Settings) {
        $former = @{ scope = $Scope; key = $setting.key; name = $setting.name; kind = 'None'; value = $null }
        $former.written = $setting.value
        $there = $Root.OpenSubKey($Prefix + $setting.key)
        $former.made = $null -eq $there
        if ($null -ne $there) {
            try {
                if ($there.GetValueNames() -contains $setting.name) {
                    $former.kind = $there.GetValueKind($setting.name).ToString()
                    $former.value = $there.GetValue($setting.name, $null, 'DoNotExpandEnvironmentNames')
                }
            } finally {
                $there.Dispose()
            }
        }
        Add-Former $former
        $key = $Root.CreateSubKey($Prefix + $setting.key)
        try {
            $key.SetValue($setting.name, $setting.value, [Microsoft.Win32.RegistryValueKind]$setting.kind)
        } finally {
            $key.Dispose()
        }
    }
}

# Daily, and when the machine starts: rotate.ps1 knows whose turn it is, and a machine that was off catches up.
function Register-Rotation([string]$Path) {
    $powershell = Join-Path $env:SystemRoot 'System32\WindowsPowerShell\v1.0\powershell.exe'
    $arguments = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}"' -f $Path
    $task = @{
        TaskPath  = '\pancarte\'
        TaskName  = 'rotation'
        Action    = New-ScheduledTaskAction -Execute $powershell -Argument $arguments
        Trigger   = @((New-ScheduledTaskTrigger -Daily -At '00:05'), (New-ScheduledTaskTrigger -AtStartup))
        Principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
        Settings  = New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
    }
    Register-ScheduledTask @task -Force | Out-Null
}

function Copy-Pictures($Choice, $Wallpapers, $LockScreen) {
    New-Item -ItemType Directory -Path $data.folder -Force | Out-Null
    foreach ($file in 'common.ps1', 'undo.ps1', 'rotate.ps1', 'texts.json', 'pancarte.json') {
        $source = Join-Path $PSScriptRoot $file
        if ($PSScriptRoot -ne $data.folder) { Copy-Item -LiteralPath $source -Destination $data.folder -Force }
    }
    if ($LockScreen) { Copy-Item -LiteralPath $LockScreen -Destination $data.lock -Force }
    if ($null -eq $Choice.rotation) {
        foreach ($wallpaper in $Wallpapers) { Copy-Item -LiteralPath $wallpaper -Destination $data.desktop -Force }
        return
    }
    $set = Join-Path $data.folder 'set'
    New-Item -ItemType Directory -Path $set -Force | Out-Null
    $pictures = @()
    foreach ($wallpaper in $Wallpapers) {
        $copy = Join-Path $set (Split-Path $wallpaper -Leaf)
        Copy-Item -LiteralPath $wallpaper -Destination $copy -Force
        $pictures += $copy
    }
    Write-Json (Join-Path $data.folder 'rotation.json') @{
        rotation = $Choice.rotation; pictures = $pictures; wallpaper = $data.desktop
    }
    & (Join-Path $data.folder 'rotate.ps1')
}

$choice = Get-Choice
$wallpapers = @($choice.desktop | ForEach-Object { Get-Picture $_ })
$lockScreen = $null
if ($null -ne $choice.lock) { $lockScreen = Get-Picture $choice.lock }
$media = @()
if ($wallpapers.Count -gt 0) { $media += 'desktop' }
if ($lockScreen) { $media += 'lock' }
$settings = @($data.settings | Where-Object { $media -contains $_.picture })

Write-Host (Get-Text 'start' $data.venue, $choice.group, $choice.language)
$register = Join-Path $data.folder 'former-values.json'
$kept = New-Object System.Collections.ArrayList
if (Test-Path -LiteralPath $register) { [void]$kept.AddRange(@((Read-Json $register).values)) }

if ($PSCmdlet.ShouldProcess($data.folder, (Get-Text 'copying'))) { Copy-Pictures $choice $wallpapers $lockScreen }
try {
    $machine = @($settings | Where-Object { $_.scope -eq 'machine' })
    if ($machine.Count -gt 0 -and $PSCmdlet.ShouldProcess('HKEY_LOCAL_MACHINE', (Get-Text 'writing'))) {
        Set-Setting ([Microsoft.Win32.Registry]::LocalMachine) '' 'machine' $machine
    }
    $user = @($settings | Where-Object { $_.scope -eq 'user' })
    foreach ($account in Get-Account) {
        if ($user.Count -gt 0 -and $PSCmdlet.ShouldProcess($account.hive, (Get-Text 'writing'))) {
            Use-Account $account {
                param($Root, $Prefix)
                Set-Setting $Root $Prefix $account.scope $user
            }
        }
    }
} finally {
    if (-not $WhatIfPreference) { Write-Json $register @{ values = $kept.ToArray() } }
}
if ($PSCmdlet.ShouldProcess('\pancarte\rotation', (Get-Text 'scheduling'))) {
    Remove-Rotation
    if ($null -ne $choice.rotation) { Register-Rotation (Join-Path $data.folder 'rotate.ps1') }
}
if (-not $WhatIfPreference) { Write-Host (Get-Text 'installed') }
