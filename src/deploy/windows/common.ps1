# What install.ps1 and undo.ps1 share. The words and the values stand in texts.json and pancarte.json: this file is the same in every pack.

function Read-Json([string]$Path) {
    Get-Content -LiteralPath $Path -Raw -Encoding UTF8 | ConvertFrom-Json
}

function Write-Json([string]$Path, $Value) {
    ConvertTo-Json -InputObject $Value -Depth 6 | Set-Content -LiteralPath $Path -Encoding UTF8
}

$texts = Read-Json (Join-Path $PSScriptRoot 'texts.json')
$data = Read-Json (Join-Path $PSScriptRoot 'pancarte.json')

function Get-Text([string]$Name, [string[]]$Values = @()) {
    $language = 'en'
    if ($PSUICulture -like 'fr*') { $language = 'fr' }
    $texts.$language.$Name -f $Values
}

# Every account that has a profile on this machine, and the one that new accounts are made from.
# HKEY_USERS\.DEFAULT is not that one: it belongs to the system itself.
function Get-Account {
    foreach ($account in Get-CimInstance -ClassName Win32_UserProfile -Filter 'Special = FALSE') {
        [pscustomobject]@{ scope = $account.SID; hive = Join-Path $account.LocalPath 'NTUSER.DAT' }
    }
    [pscustomobject]@{ scope = 'default'; hive = Join-Path $env:SystemDrive 'Users\Default\NTUSER.DAT' }
}

# Runs a block with the registry of an account. One that is not signed in has its file loaded, and always unloaded.
function Use-Account($Account, [scriptblock]$Work) {
    $users = [Microsoft.Win32.Registry]::Users
    $open = $users.OpenSubKey($Account.scope)
    if ($null -ne $open) {
        $open.Dispose()
        & $Work $users ($Account.scope + '\')
        return
    }
    if (-not (Test-Path -LiteralPath $Account.hive)) { return }
    $reg = Join-Path $env:SystemRoot 'System32\reg.exe'
    $mount = 'pancarte-' + $Account.scope
    & $reg load "HKU\$mount" $Account.hive | Out-Null
    if ($LASTEXITCODE -ne 0) {
        Write-Warning (Get-Text 'not-loaded' $Account.hive)
        return
    }
    try {
        & $Work $users ($mount + '\')
    } finally {
        [gc]::Collect()
        [gc]::WaitForPendingFinalizers()
        & $reg unload "HKU\$mount" | Out-Null
        if ($LASTEXITCODE -ne 0) { Write-Warning (Get-Text 'not-unloaded' $mount) }
    }
}

function Remove-Rotation {
    Get-ScheduledTask -TaskPath '\pancarte\' -TaskName 'rotation' -ErrorAction SilentlyContinue |
        Unregister-ScheduledTask -Confirm:$false
}
