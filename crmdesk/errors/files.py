"""A file that is read or written is not what was expected."""

from __future__ import annotations

from crmdesk.errors.root import DeskError


class FileError(DeskError):
    """A file, or the disk it lies on, failed."""

    id = "FILE_FAILED"
    title = "The file could not be used"
    remedy = "Check the file and try again."


class NotRecognised(FileError):
    """The file holds no table and no cards that can be read."""

    id = "FILE_NOT_RECOGNISED"
    title = "The file was not recognised"
    remedy = "Save it as CSV, XLSX, JSON or vCard in the program it comes from."


class FileProtected(NotRecognised):
    """The file is locked with a password."""

    id = "FILE_PROTECTED"
    title = "The file is protected with a password"
    remedy = "Open it where it was made and save it without a password."


class FileDamaged(FileError):
    """The file breaks off, or contradicts itself."""

    id = "FILE_DAMAGED"
    title = "The file is damaged"
    remedy = "Get it once more from where it comes from."


class FileChanged(FileError):
    """The file was written while it was read."""

    id = "FILE_CHANGED"
    title = "The file was changed while it was read"
    remedy = "Import it anew when it is whole: whoever is here by then is known again."


class ImportStopped(FileError):
    """An import came to no end, and some of its rows are in."""

    id = "IMPORT_STOPPED"
    title = "The import stopped"
    safe = "What was imported before is there, whole, and can be taken back."


class FileTooLarge(FileError):
    """Something in the file is larger than anything of the kind can be."""

    id = "FILE_TOO_LARGE"
    title = "The file holds more than it can"
    remedy = "Split it, or export it anew with fewer columns."


class FileExists(FileError):
    """A file of that name is there already."""

    id = "FILE_EXISTS"
    title = "The file was not written"
    safe = "What is there is unchanged."
    remedy = "Choose another name, or say that it may be replaced."


class FileNotWritten(FileError):
    """The file or its folder cannot be written."""

    id = "FILE_NOT_WRITTEN"
    title = "The file was not written"
    safe = "Nothing was left behind, and nothing that was there is changed."
    remedy = "Choose a folder that you may write to, and close the file where it is open."


class NoRoom(FileNotWritten):
    """There is no room left where the file was to be."""

    id = "FILE_NO_ROOM"
    title = "There is no room for the file"
    remedy = "Free some room, or choose another disk."
