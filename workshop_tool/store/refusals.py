"""What can go wrong with a workshop file, each said in a sentence."""

from workshop_tool.domain.refusals import WorkshopProblem


class NoSuchFile(WorkshopProblem):
    """There is no workshop file at {path}. Check the name, or make a new workshop."""


class FileExists(WorkshopProblem):
    """There is already something at {path}. It is untouched; choose another name."""


class NotAWorkshopFile(WorkshopProblem):
    """{path} is not a workshop file ({what}). It is untouched; choose a file whose name ends in .workshop.json."""


class NewerFile(WorkshopProblem):
    """{path} was saved by a newer version of Workshop Tool. It is untouched, and can only be read with this one."""


class DamagedFile(WorkshopProblem):
    """{path} is damaged ({what}). It is untouched; keep it, and go on from a copy that was saved earlier."""


class DamagedFileCopied(DamagedFile):
    """{path} is damaged ({what}). It is untouched, and {copy} was made of it; go on from a copy saved earlier."""


class CannotWriteHere(WorkshopProblem):
    """Nothing can be saved in the folder {folder} ({reason}). Choose a folder that you may write to."""


class OpenElsewhere(WorkshopProblem):
    """This workshop is already open ({owner}). Close it there first, so that nothing is written twice."""


class TooBusyToRead(WorkshopProblem):
    """{path} is being saved too often to be read just now. Nothing was changed; try again in a moment."""


class StoreFailed(WorkshopProblem):
    """The last change could not be saved ({reason}). What was saved before is safe; save a copy elsewhere."""


class NotFolded(WorkshopProblem):
    """All is saved, but part of it only in the journal ({reason}). Copy no file by hand; make room on the disk."""


class BackupFailed(WorkshopProblem):
    """No backup could be made beside the workshop ({reason}). The workshop itself is saved; make room on the disk."""


class CopiesLeft(WorkshopProblem):
    """What was sealed is still in older copies in {folder} ({reason}). They are removed as soon as that is possible."""


class TornChange(WorkshopProblem):
    """The last change before the workshop ended was cut short and is left out; what was found of it is in {copy}."""


class TornChangeLost(WorkshopProblem):
    """The last change before the workshop ended was cut short and is left out. Everything before it is there."""


class BackupDamaged(WorkshopProblem):
    """The backup {path} is damaged. The workshop is untouched; choose another backup."""


class BackupIsSealed(WorkshopProblem):
    """This backup was made before something was sealed. The workshop is untouched; choose a later backup."""


class OpenedReadOnly(WorkshopProblem):
    """This workshop was opened for reading only. Nothing was changed."""
