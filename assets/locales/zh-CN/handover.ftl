# 案件交接：移交包、回执、密钥核对
kind-handover = 交接记录
field-handover-direction = 方向
field-handover-counterpart = 对方
field-handover-at = 移交时间
field-handover-reason = 移交原因
field-handover-state = 案件状态
field-handover-part = 部分
field-handover-package = 移交包摘要
field-handover-file-name = 文件名
field-handover-closing = 加密
field-handover-signed-by = 签名密钥指纹
field-handover-operations = 操作数
field-handover-operations-digest = 操作清单摘要
field-handover-originals = 原件数
field-handover-originals-digest = 原件清单摘要
field-handover-not-enclosed = 未附原件数
field-handover-received-at = 接收时间
field-handover-received-by = 接收人
field-handover-received-key = 回执密钥指纹
field-handover-received-operations = 对方收到的操作数
field-handover-received-originals = 对方收到的原件数
field-handover-receipt-agrees = 回执相符
choice-handover-direction-out = 移交
choice-handover-direction-in = 接收
choice-handover-closing-open = 未加密
choice-handover-closing-key = 按同事的密钥加密
choice-handover-closing-passphrase = 按口令加密
choice-handover-receipt-agrees-yes = 相符
choice-handover-receipt-agrees-no = 不符

op-hand-over = 移交案件
op-receive-case = 接收案件
op-record-received = 登记已接收的移交包
op-take-receipt = 登记回执
op-add-handover = 新增交接记录
op-change-handover = 修改交接记录
op-delete-handover = 删除交接记录

finding-HND-02 = { $counterpart } 的回执与移交的内容不符。
finding-HND-02-do = 在交接记录中对照操作数、原件数与摘要；请对方核对是否收到完整的移交包，必要时重新移交。

closing-open = 未加密：拿到文件的人都能读
closing-key = 已按密钥加密
closing-passphrase = 已按口令加密

sender-own = 由本机的密钥签名
sender-known = 由已核对的密钥签名：{ $name }
sender-new = 由未核对过的密钥签名：{ $name }
sender-unsigned = 没有签名：无法确认来自谁、是否被改动
sender-namesake = 注意：已核对的同事中有同名的人，但密钥不同。
sender-number = 核对码（请通过电话与对方核对）：{ $number }

package-remark-clock-set-back = 其中有操作的时间早于它之前的操作：某台电脑的时钟被拨回过。先后以操作链为准，不以时钟为准。
package-remark-part = 只附了部分原件；全案的文字都在其中。

error-not-a-package = { $file } 不是移交包，也不是回执。
error-not-a-package-safe = 没有任何内容被改动。
error-not-a-package-do = 请选择扩展名为 .lshand 或 .lsreceipt 的文件。

error-package-cut-off = { $file } 不完整：后面的部分缺失。
error-package-cut-off-safe = 没有任何内容被收入，案件没有改动。
error-package-cut-off-do = 传送中断或移动盘提前拔出时会这样。请重新复制，或请对方重新发送。

error-package-disagrees = { $file } 与自己的清单不符：{ $what }。
error-package-disagrees-safe = 没有任何内容被收入，案件没有改动。
error-package-disagrees-do = 文件在传送中损坏或被改动过。请对方重新发送，并核对来源。

error-package-signature = { $file } 的签名不成立（{ $what }）。
error-package-signature-safe = 没有任何内容被收入，案件没有改动。
error-package-signature-do = 文件签名之后被改动过。请与发送人联系，重新取得。

error-package-newer = { $file } 由较新的程序（{ $program }）制作，格式为第 { $found } 版；本程序只能读到第 { $known } 版。
error-package-newer-safe = 没有任何内容被改动。
error-package-newer-do = 请将本程序更新到 { $program } 或更新的版本。

error-package-locked = { $file } 用口令加密，需要口令。
error-package-locked-safe = 没有任何内容被改动。
error-package-locked-do = 请向发送人另行索取口令（命令行：--package-passphrase-file）。

error-package-other-key = { $file } 是加密给别的密钥的，本机打不开。
error-package-other-key-safe = 没有任何内容被改动。
error-package-other-key-do = 请把本机的密钥（lisuan key show 中以 age1 开头的一行）发给对方，请对方重新移交。换过签章密钥的，旧的移交包要用旧密钥打开。

error-package-limit = { $file } 超出限度（{ $what ->
    [entries] 条目超过 10000 个
    [bytes] 单个文件超过 512 MiB
    [operations] 操作过多
   *[other] { $what }
}）。
error-package-limit-safe = 没有任何内容被改动。
error-package-limit-do = 请分部分移交；来件超出限度的，请向发送人核对文件是否正常。

error-package-operation = { $file } 第 { $line } 个操作不是本程序会写出的内容：{ $what }。
error-package-operation-safe = 没有任何内容被收入，案件没有改动。
error-package-operation-do = 请与发送人联系：对方的程序或文件可能有问题。

error-package-other-case = { $file } 是另一个案件的移交包。
error-package-other-case-safe = 案件没有改动。
error-package-other-case-do = 请选择对应的案件，或收为新案件。

error-sender-not-confirmed = { $number ->
    [unsigned] 移交包没有签名，无法确认来自谁。
   *[other] 移交包由未核对过的密钥签名，核对码为 { $number }。
}
error-sender-not-confirmed-safe = 没有任何内容被收入，案件没有改动。
error-sender-not-confirmed-do = { $number ->
    [unsigned] 请对方用本程序重新移交；确实要收的，请明确接受未签名的来件（命令行：--accept unsigned）。
   *[other] 请通过电话与发送人核对这三十位数字；一致时输入它们（命令行：--accept "{ $number }"），这把密钥即记为已核对。
}

error-not-a-recipient = { $file } 不是可以加密给对方的密钥，也不是唯一的已核对同事姓名。
error-not-a-recipient-safe = 没有写出任何文件。
error-not-a-recipient-do = 请对方运行 lisuan key show，把以 age1 开头的一行发来。

error-receipt-unknown = { $file } 不是本案件移交出去的包的回执。
error-receipt-unknown-safe = 案件没有改动。
error-receipt-unknown-do = 请打开移交这个包的案件，再导入回执。

error-originals-elsewhere = 有照片或单证的原件不在本机，在 { $name } 处。
error-originals-elsewhere-safe = 案件没有改动，没有写出文件。
error-originals-elsewhere-do = 请持有全部原件的同事出报告，或请对方移交全案后再出。

error-passphrase-file = 口令文件读不出，或其中没有口令。
error-passphrase-file-safe = 没有任何内容被改动。
error-passphrase-file-do = 口令文件的第一行是口令，UTF-8 编码。

key-number = 核对码（电话核对用）：{ $number }
key-recipient = 接收加密移交包的密钥：{ $recipient }

cli-about-handover = 移交案件：写出移交包 (.lshand)
cli-about-receive = 接收移交包：新案件，或合并到案件
cli-about-receipt = 导入对方的回执 (.lsreceipt)
cli-arg-package-out = 写出的移交包
cli-arg-to = 加密给对方的密钥（age1…），或已核对同事的姓名
cli-arg-package-passphrase-file = 第一行为口令的文件
cli-arg-part = 只附这个保单部分或损失地点的原件（名称或编号）；全案的文字仍在其中
cli-arg-recipient = 移交给谁
cli-arg-reason = 移交原因
cli-arg-state = 案件状态
cli-arg-package = 移交包
cli-arg-into = 文件夹（新案件）或案件（合并）
cli-arg-preview = 只说明会做什么，不写任何内容
cli-arg-receipt = 写出的回执
cli-arg-accept = 电话核对过的三十位核对码；未签名的来件写 unsigned
cli-arg-encrypt-received = 新案件加密保存（口令另问，或用 --passphrase-file）
cli-receipt-failed = 来件已经接收，回执没有写出：
cli-arg-receipt-file = 对方的回执

cli-handed-over = 已写出并读回核对：{ $file }（操作 { $operations }，原件 { $originals }，{ $bytes } 字节）。
cli-handed-over-digest = 移交包摘要：{ $digest }
cli-handed-over-part = 全案的文字都在其中；未附的原件 { $count } 个：{ $numbers }
cli-package-of = { $insured }（{ $claim }），{ $from } 于 { $at } 移交给 { $recipient }
cli-package-why = 原因：{ $reason }；案件状态：{ $state }；部分：{ $part }
cli-package-holds = 操作 { $operations }，原件 { $originals }（{ $bytes } 字节），未附原件 { $absent }
cli-package-new-case = 收为新案件：操作 { $operations }，原件 { $originals }。
cli-package-merge = 合并：新操作 { $operations }，新原件 { $originals }，待定项 { $conflicts }。
cli-package-nothing = 其中的内容都已在案件中，没有改动。
cli-package-change = { $kind }：{ $count }
cli-package-renumbered = 编号重复而加后缀：{ $numbers }
cli-package-preview = 以上只是预览，没有写任何内容。
cli-received = 已收入 { $file }。
cli-receipt-written = 回执：{ $file }，请发回移交人。
cli-receipt-of = { $name } 于 { $at } 接收。
cli-receipt-counts = 操作：移交 { $operations }，收到 { $operations_received }；原件：移交 { $originals }，收到 { $originals_received }。
cli-receipt-agrees = 数目与摘要相符。
cli-receipt-differs = 与移交的内容不符，已记为待查事项。
cli-check-elsewhere = 原件在他人处、不在本文件的照片与单证：{ $count }
cli-progress-hand-over = 移交
cli-progress-check-package = 核对移交包
cli-progress-receive = 收入

handover-part-give = 移交
handover-part-take = 接收
give = 移交案件…
give-recipient = 移交给
give-whole = 全案
give-part-about = 只附这一部分的原件；全案的文字都在其中，因为操作链不能拆开。
give-key = 对方的密钥（age1…）或已核对同事的姓名
give-passphrase = 口令
give-passphrase-about = 口令请另行告知，不要与移交包一起发送；忘记口令就打不开。
give-take-receipt = 导入回执…
give-done = 已写出并读回核对。
take = 接收
take-target = 接收为
take-target-merge = 合并到本案件
take-target-new = 新案件
take-choose = 选择移交包…
take-passphrase = 移交包的口令
take-open = 打开
take-from = 移交人
take-accept = 电话核对一致后，在此输入对方读出的三十位核对码
take-unsigned = 仍然接受没有签名的移交包
take-receipt = 写出回执
task-hand-over = 移交案件
task-check-package = 核对移交包
task-receive = 收入移交包
settings-colleagues = 同事的密钥
settings-colleagues-about = 接收来件时经电话核对过的密钥。来自这些密钥的来件不再要求核对；移交时可按姓名加密给对方。
colleagues-none = 尚无核对过的密钥。
colleague-since = { $day } 核对
colleague-key = 可加密移交给对方
colleague-no-key = 来件中没有对方的加密密钥
colleague-forget = 删除
colleague-forget-sure = 确认删除：下次来件须重新核对
cli-about-colleague = 核对过的同事密钥
cli-about-colleague-list = 列出核对过的密钥
cli-about-colleague-rename = 改为本机使用的称呼；密钥不变
cli-about-colleague-forget = 删除一个密钥；下次来件须重新核对
cli-arg-colleague = 三十位核对码，或证书指纹
cli-arg-colleague-name = 本机使用的称呼
cli-column-colleague-name = 姓名
cli-column-colleague-number = 核对码
cli-column-colleague-since = 核对日期
cli-column-colleague-key = 加密
