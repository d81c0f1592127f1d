# Backup of the whole library and restore.

error-nothing-to-back-up = No case was found to back up.
error-nothing-to-back-up-safe = Nothing was written.
error-nothing-to-back-up-do = Name a folder that has case files ending in .lisuan.

error-backup-disk-full = The disk of the backup is full.
error-backup-disk-full-safe = All cases are as they were, and so are the backups made before. This backup does not count.
error-backup-disk-full-do = Make room on the disk or take another one, then start the backup again; what was written already is not written twice.

error-backup-disk-gone = The disk of the backup is no longer there.
error-backup-disk-gone-safe = All cases are as they were, and so are the backups made before. This backup does not count.
error-backup-disk-gone-do = Plug the disk in again and start the backup again; what was written already is not written twice.

error-no-backup = There is no such backup on this disk.
error-no-backup-safe = Nothing was changed.
error-no-backup-do = Choose the disk or folder in which the folder “lisuan-backup” lies.

error-backup-damaged = The list of backup { $number } was altered or does not read.
error-backup-damaged-safe = Nothing was changed. The cases lie in the folder “cases” beside the list and can be opened one by one.
error-backup-damaged-do = Restore an earlier backup of the same disk, by its number.

error-backup-case-damaged = “{ $file }” in the backup is not as it was written.
error-backup-case-damaged-safe = It was not restored; the other cases of the backup are not affected.
error-backup-case-damaged-do = Look for the case in an earlier backup, by its number, or on another disk.

backup-made = Backup { $number }: { $written } written and read back, { $unchanged } unchanged, { $failed } not in it.
backup-cancelled = Stopped as asked. This backup does not count; those made before do.
backup-restored = Backup { $number } of { $at }: { $restored } restored and read back, { $there } there already, { $failed } not restored.
backup-restore-cancelled = Stopped as asked; what is counted above is there.

cli-progress-backup = Backing up
cli-progress-restore = Restoring
cli-about-backup = Back up all cases to another disk and read them back
cli-about-restore = Restore the cases of a backup into a folder
cli-arg-backup-folder = Folder with cases; the library and the recent cases when none is named
cli-arg-backup-disk = Disk or folder to back up to
cli-arg-restore-disk = Disk or folder with the backup
cli-arg-restore-into = Folder to restore into; nothing in it is replaced
cli-arg-backup-number = Number of the backup; the latest when absent
