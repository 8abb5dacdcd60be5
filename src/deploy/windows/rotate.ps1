# Replaces the one picture that the policy points to by the one whose turn it is. Run by the scheduled task of install.ps1.
param([datetime]$Day = (Get-Date))

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Which picture of a set a day shows, counted from 0. The set starts again when it ends; a day before the first one counts backwards.
function Get-PictureNumber([datetime]$Day, $Rotation, [int]$Count) {
    if ($Rotation.every -eq 'weekly') {
        $first = New-Object DateTime $Rotation.year, $Rotation.month, $Rotation.day
        $periods = [math]::Floor(($Day.Date - $first).TotalDays / 7)
    } else {
        $periods = ($Day.Year * 12 + $Day.Month) - ($Rotation.year * 12 + $Rotation.month)
    }
    [int](($periods % $Count + $Count) % $Count)
}

$state = Get-Content -LiteralPath (Join-Path $PSScriptRoot 'rotation.json') -Raw -Encoding UTF8 | ConvertFrom-Json
$pictures = @($state.pictures)
$picture = $pictures[(Get-PictureNumber $Day $state.rotation $pictures.Count)]
$now = ''
if (Test-Path -LiteralPath $state.wallpaper) { $now = (Get-FileHash -LiteralPath $state.wallpaper -Algorithm SHA256).Hash }
if ($now -ne (Get-FileHash -LiteralPath $picture -Algorithm SHA256).Hash) {
    Copy-Item -LiteralPath $picture -Destination $state.wallpaper -Force
}
