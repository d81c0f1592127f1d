# 整库备份与恢复。

error-nothing-to-back-up = 没有找到可备份的案件。
error-nothing-to-back-up-safe = 未写入任何内容。
error-nothing-to-back-up-do = 请指定含有 .lisuan 案件文件的文件夹。

error-backup-disk-full = 备份盘已满。
error-backup-disk-full-safe = 所有案件及此前的备份均保持原样；本次备份不作数。
error-backup-disk-full-do = 请腾出空间或更换备份盘后重新备份；已写入的部分不会重复写入。

error-backup-disk-gone = 备份盘已断开。
error-backup-disk-gone-safe = 所有案件及此前的备份均保持原样；本次备份不作数。
error-backup-disk-gone-do = 请重新接上备份盘后再次备份；已写入的部分不会重复写入。

error-no-backup = 此盘上没有该备份。
error-no-backup-safe = 未作任何改动。
error-no-backup-do = 请选择“lisuan-backup”文件夹所在的磁盘或文件夹。

error-backup-damaged = 第 { $number } 次备份的清单被改动或无法读取。
error-backup-damaged-safe = 未作任何改动。案件位于清单旁的“cases”文件夹中，可逐个打开。
error-backup-damaged-do = 请按编号恢复同一磁盘上更早的备份。

error-backup-case-damaged = 备份中的“{ $file }”与写入时不一致。
error-backup-case-damaged-safe = 该案件未恢复；备份中的其他案件不受影响。
error-backup-case-damaged-do = 请按编号在更早的备份或其他磁盘中查找该案件。

backup-made = 第 { $number } 次备份：写入并复核 { $written } 个，未变动 { $unchanged } 个，未备份 { $failed } 个。
backup-cancelled = 已按要求停止。本次备份不作数，此前的备份仍然有效。
backup-restored = 第 { $number } 次备份（{ $at }）：恢复并复核 { $restored } 个，已存在 { $there } 个，未恢复 { $failed } 个。
backup-restore-cancelled = 已按要求停止；以上已恢复的案件均在。

cli-progress-backup = 正在备份
cli-progress-restore = 正在恢复
cli-about-backup = 将全部案件备份到另一磁盘并读回复核
cli-about-restore = 将备份中的案件恢复到文件夹
cli-arg-backup-folder = 案件所在文件夹；不指定时为案件库和最近的案件
cli-arg-backup-disk = 备份到的磁盘或文件夹
cli-arg-restore-disk = 备份所在的磁盘或文件夹
cli-arg-restore-into = 恢复到的文件夹，其中已有内容不会被替换
cli-arg-backup-number = 备份编号，不指定时为最近一次
