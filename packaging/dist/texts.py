"""What the package managers of Windows are told: winget and scoop."""

import json

from . import facts

WINGET_VERSION = "1.6.0"
IDENTIFIER = "Vanthu.Vanthu"


def scoop(version, url, digest, folder):
    """The manifest for scoop: the portable archive at `url`."""
    manifest = {
        "version": version,
        "description": facts.SUMMARY,
        "license": "Apache-2.0|MIT",
        "architecture": {"64bit": {"url": url, "hash": digest, "extract_dir": folder}},
        "bin": "vanthu.exe",
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=4) + "\n").encode()


def winget(version, url, digest):
    """The three manifests for winget, by file name: the installer at `url`."""
    head = f"PackageIdentifier: {IDENTIFIER}\nPackageVersion: {version}\n"
    foot = f"ManifestVersion: {WINGET_VERSION}\n"
    installer = f"""\
{head}InstallerType: nullsoft
Scope: user
UpgradeBehavior: install
Commands:
- vanthu
Installers:
- Architecture: x64
  InstallerUrl: {url}
  InstallerSha256: {digest.upper()}
ManifestType: installer
{foot}"""
    locale = f"""\
{head}PackageLocale: vi-VN
Publisher: the vanthu developers
PackageName: {facts.NAME}
License: {facts.LICENSE}
ShortDescription: Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ tệp YAML
ManifestType: defaultLocale
{foot}"""
    whole = f"{head}DefaultLocale: vi-VN\nManifestType: version\n{foot}"
    texts = {"installer": installer, "locale.vi-VN": locale, "": whole}
    return {f"{IDENTIFIER}.{kind}.yaml".replace("..", "."): text.encode()
            for kind, text in texts.items()}
