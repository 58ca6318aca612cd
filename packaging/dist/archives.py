"""Portable archives: a folder with the program and what belongs to it."""

import gzip
import io
import tarfile
import time
import zipfile

from .files import File, below


def tar(files, epoch):
    """An uncompressed archive; folders stand before what is in them."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for folder in _folders(files):
            archive.addfile(_entry(folder, epoch, tarfile.DIRTYPE, 0o755))
        for file in sorted(files, key=lambda file: file.path):
            entry = _entry(file.path, epoch, tarfile.REGTYPE, file.mode)
            entry.size = len(file.data)
            archive.addfile(entry, io.BytesIO(file.data))
    return packed.getvalue()


def _folders(files):
    """All folders on the way to `files`, `.` but for absolute names; sorted."""
    folders = set()
    for file in files:
        parts = file.path.split("/")[:-1]
        folders.update("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return sorted(folders)


def _entry(path, epoch, kind, mode):
    entry = tarfile.TarInfo(path)
    entry.type, entry.mode, entry.mtime = kind, mode, epoch
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def tar_gz(files, epoch):
    """An archive as Linux and macOS unpack it."""
    return gzip.compress(tar(files, epoch), 9, mtime=epoch)


def zipped(files, epoch):
    """An archive as Windows unpacks it; also the form of a wheel. Keeps the order of `files`."""
    # The format knows no time before 1980, no odd seconds and no time zone.
    when = time.gmtime(max(epoch, 315_532_800))[:6]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.path, (*when[:5], when[5] // 2 * 2))
            entry.create_system = 3  # Unix: the mode of the program is kept, on every system
            entry.external_attr = (0o100000 | file.mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.data, compresslevel=9)
    return packed.getvalue()


def for_unix(name, program, beside, manual, scripts, epoch):
    """The portable archive for Linux or macOS; everything is in one folder `name`."""
    names = {"bash": "vanthu.bash", "zsh": "_vanthu", "fish": "vanthu.fish"}
    files = [File("vanthu", program, True), *beside, *below("man/man1", manual)]
    files += [File(f"completions/{path}", scripts[shell]) for shell, path in names.items()]
    return tar_gz(below(name, files), epoch)


def for_windows(name, files, epoch):
    """The portable archive for Windows; everything is in one folder `name`."""
    return zipped(sorted(below(name, files), key=lambda file: file.path), epoch)
