#Requires -Version 5.1
#Requires -RunAsAdministrator
# Gives back what install.ps1 found, from what it noted then. This file is the same in every pack.
#   powershell -ExecutionPolicy Bypass -File undo.ps1 [-WhatIf]
[CmdletBinding(SupportsShouldProcess)]
param()

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot 'common.ps1')

# The value as the registry had it: JSON knows fewer kinds.
function ConvertTo-Kind($Former) {
    switch ($Former.kind) {
        'DWord' { [int]$Former.value }
        'QWord' { [long]$Former.value }
        'Binary' { , [byte[]]@($Former.value) }
        'MultiString' { , [string[]]@($Former.value) }
        default { [string]$Former.value }
    }
}

# A value that somebody changed since is theirs: it stays.
function Restore-Setting([Microsoft.Win32.RegistryKey]$Root, [string]$Prefix, $Former) {
    $path = $Prefix + $Former.key
    $key = $Root.OpenSubKey($path, $true)
    if ($null -eq $key) { return }
    try {
        $now = $key.GetValue($Former.name, $null, 'DoNotExpandEnvironmentNames')
        if ("$now" -ne "$($Former.written)") {
            if ($null -ne $now) { Write-Warning (Get-Text 'changed' $path, $Former.name) }
            return
        }
        if ($Former.kind -eq 'None') {
            $key.DeleteValue($Former.name, $false)
        } else {
            $value = ConvertTo-Kind $Former
            $key.SetValue($Former.name, $value, [Microsoft.Win32.RegistryValueKind]$Former.kind)
        }
        $empty = $key.ValueCount -eq 0 -and $key.SubKeyCount -eq 0
    } finally {
        $key.Dispose()
    }
    if ($Former.made -and $empty) { $Root.DeleteSubKey($path, $false) }
}

$register = Join-Path $data.folder 'former-values.json'
if (-not (Test-Path -LiteralPath $register)) {
    Write-Host (Get-Text 'nothing')
    return
}
# The last written goes first: a key that was made for several values is empty when the first of them goes.
$kept = @((Read-Json $register).values)
[array]::Reverse($kept)

if ($PSCmdlet.ShouldProcess('\pancarte\rotation', (Get-Text 'unscheduling'))) { Remove-Rotation }
if ($PSCmdlet.ShouldProcess('HKEY_LOCAL_MACHINE', (Get-Text 'restoring'))) {
    foreach ($former in @($kept | Where-Object { $_.scope -eq 'machine' })) {
        Restore-Setting ([Microsoft.Win32.Registry]::LocalMachine) '' $former
    }
}
foreach ($account in Get-Account) {
    $own = @($kept | Where-Object { $_.scope -eq $account.scope })
    if ($own.Count -gt 0 -and $PSCmdlet.ShouldProcess($account.hive, (Get-Text 'restoring'))) {
        Use-Account $account {
            param($Root, $Prefix)
            foreach ($former in $own) { Restore-Setting $Root $Prefix $former }
        }
    }
}
if ($PSCmdlet.ShouldProcess($data.folder, (Get-Text 'removing'))) {
    Set-Location (Join-Path $env:SystemDrive '\')
    Remove-Item -LiteralPath $data.folder -Recurse -Force
    Write-Host (Get-Text 'undone')
}
