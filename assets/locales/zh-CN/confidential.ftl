# 加密保存的案件、锁定、口令、恢复密钥。

error-case-locked = “{ $file }”已加密，需要口令。
error-case-locked-safe = 案件完整，未作任何改动。
error-case-locked-do = 请输入口令，或输入加密时打印的恢复密钥。

error-case-keys-lost = 加密案件中存放密钥的部分已丢失，文件被截断或复制不完整。
error-case-keys-lost-safe = 文件未作改动。
error-case-keys-lost-do = 请在原文件旁查找同名、以“-key”结尾的文件，或使用备份；缺少它，口令和恢复密钥都无法打开此副本。

error-case-plain = 该案件未加密。
error-case-plain-safe = 未作任何改动。
error-case-plain-do = 请先加密案件：在设置中，或使用 lisuan encrypt。

error-case-encrypted = 该案件已经加密。
error-case-encrypted-safe = 未作任何改动。
error-case-encrypted-do = 如需更换口令，请使用更改口令。

error-encrypt-failed = 本机加密或解密失败。
error-encrypt-failed-safe = 案件保持原样。
error-encrypt-failed-do = 请重新启动程序；如再次出现，请检查安装。

error-bad-recovery-key = { $group ->
    [0] 恢复密钥为八组，每组五个字母或数字。
   *[other] 恢复密钥第 { $group } 组输入有误。
}
error-bad-recovery-key-safe = 未尝试打开，未作任何改动。
error-bad-recovery-key-do = 请与打印件逐组核对后重新输入。

confidential-loss = 请先知悉：没有口令或恢复密钥，任何人都无法打开案件，公司和本程序的开发者也不例外。请打印恢复密钥，并与电脑分开保管。
confidential-recovery = 恢复密钥，仅显示这一次：
confidential-recovery-about = 口令丢失时可用它打开案件，更改口令后仍然有效。请打印并与电脑分开保管。每组最后一个字符用于校验本组。

cli-about-encrypt = 就地加密案件
cli-about-decrypt = 将加密案件另存为未加密副本
cli-about-passphrase = 更改加密案件的口令
cli-arg-encrypt = 加密保存案件
cli-arg-remember = 由系统密钥库记住口令
cli-arg-passphrase_file = 文件，其第一行为案件口令
cli-arg-recovery_key = 用恢复密钥打开案件
cli-arg-plain-out = 要写入的未加密案件文件，不得已存在
cli-arg-new-passphrase-file = 文件，其第一行为新口令
cli-arg-new-recovery-key = 生成新的恢复密钥，原恢复密钥随即失效
cli-arg-forget = 让系统密钥库忘记口令
cli-ask-case-passphrase = 案件口令：
cli-ask-passphrase-again = 请再输入一次：
cli-ask-recovery-key = 案件恢复密钥：
cli-encrypted = 已加密：{ $file }
cli-decrypted = 已写入未加密副本：{ $file }。任何人得到它都可以读取。
cli-passphrase-changed = 口令已更改；恢复密钥仍然有效。此前的副本仍可用旧口令打开。
cli-passphrase-forgotten = 系统密钥库已不再保存该口令。
cli-passphrase-kept = 系统密钥库已记住口令。
cli-passphrase-not-kept = 系统密钥库没有响应，口令未被记住。

error-case-wrong-passphrase = 无法用它打开案件。
error-case-wrong-passphrase-safe = 案件未作改动，仍处于锁定状态；可以再次尝试。
error-case-wrong-passphrase-do = 请检查大小写和输入法，或使用打印的恢复密钥。

error-passphrases-differ = 两次输入的口令不一致。
error-passphrases-differ-safe = 未作任何改动。
error-passphrases-differ-do = 请两次输入相同的口令。

# 窗口。

new-encrypt = 加密保存本案件
lock-title = “{ $file }”已加密
lock-hidden = 已隐藏
lock-hidden-about = 本案件未加密，此处仅隐藏内容。
lock-show = 显示案件
lock-passphrase = 口令
lock-recovery = 恢复密钥：八组，每组五个字符
lock-use-recovery = 口令已丢失，使用恢复密钥
lock-remember = 由本机的系统密钥库记住口令
lock-open = 打开
lock-leave = 离开
lock-now = 立即锁定
lock-new-passphrase = 新口令，至少 8 个字符
lock-again = 再输入一次
recovery-title = 恢复密钥
recovery-kept = 我已打印或抄下恢复密钥
recovery-print = 打印
recovery-done = 进入案件
settings-confidential = 保密
settings-case-encrypted = 当前案件已加密保存。
settings-case-plain = 当前案件未加密：任何人得到文件即可读取。
settings-encrypt = 加密案件
settings-change-passphrase = 更改口令
settings-forget-passphrase = 每次询问口令
settings-lock-minutes = 无人操作时锁定
settings-lock-after = { $minutes ->
    [0] 从不
   *[other] { $minutes } 分钟
}
settings-lock-about = 加密案件会关闭并再次询问口令；未加密案件仅隐藏内容。进行中的任务不会中断。
settings-backup = 备份
settings-backup-last = 上次备份：{ $day } { $clock }，案件 { $count } 个
settings-backup-none = 尚未从本机备份。
settings-backup-about = 案件库和最近打开的案件全部写入所选磁盘或文件夹并读回复核。加密案件保持加密。
settings-backup-now = 立即备份
