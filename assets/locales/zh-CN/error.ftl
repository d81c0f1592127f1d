# 出错时的三句话：发生了什么、什么是安全的、该怎么办。

error-not-a-case = “{ $file }”不是理算案件文件。
error-not-a-case-safe = 该文件只被看过开头几个字节，没有改动。
error-not-a-case-do = 请选择扩展名为 .lisuan 的案件文件；照片请在案件打开后添加。

error-case-newer = 案件文件的版本是 { $found }，本程序最高能读到版本 { $known }。
error-case-newer-safe = 文件没有改动，内容完整。
error-case-newer-do = 请安装较新版本的理算，再打开此案件。

error-case-altered = 案件文件的内部结构被改动过：{ $what }。
error-case-altered-safe = 本程序没有读取其中的数据，也没有改动文件。
error-case-altered-do = 请保留此文件备查，并从备份或同事处取得原来的案件文件。

error-case-damaged = 案件文件中有读不通的内容：{ $what }。
error-case-damaged-safe = 刚才的操作没有写入任何内容，文件保持原样。
error-case-damaged-do = 请先复制一份文件保存，再运行“检查案件”查看受损范围，或改用备份。

error-exists = “{ $file }”已经存在。
error-exists-safe = 已有的文件没有改动。
error-exists-do = 请换一个名称，或先把原文件移到别处。

error-missing = 找不到“{ $file }”。
error-missing-safe = 没有任何内容被改动。
error-missing-do = 请核对名称和位置；移动硬盘或网络盘请先接好。

error-no-permission = 没有权限读取或写入“{ $file }”。
error-no-permission-safe = 没有任何内容被改动。
error-no-permission-do = 请换一个可写的文件夹，或请管理员给予权限。

error-read-only = 此案件只能查看，不能修改：它正被别的程序打开，或所在位置不可写。
error-read-only-safe = 案件内容完整，没有改动。
error-read-only-do = 请关闭另一处打开的案件，或把文件复制到可写的文件夹后再打开。

error-disk-full = 磁盘空间不足，未能保存。
error-disk-full-safe = 此前已保存的内容都在，案件保持在上一次保存的状态。
error-disk-full-do = 请腾出磁盘空间，然后重做这一步。

error-medium-gone = “{ $file }”所在的磁盘或网络盘不再响应：可能已被拔出、断开，或有故障。
error-medium-gone-safe = 案件中此前已保存的内容都在；这一步没有完成，也没有留下以此命名的不完整文件。
error-medium-gone-do = 请重新接好磁盘或网络盘后再做一次；反复出现时，请换一个盘。

error-case-medium-gone = 案件文件所在的磁盘或网络盘不再响应：可能已被拔出、断开，或有故障。
error-case-medium-gone-safe = 此前显示“已保存”的内容都已写在那个盘上；最后这一步没有保存。
error-case-medium-gone-do = 请重新接好磁盘或网络盘，关闭案件后再打开；反复出现时，请先把案件文件复制到别处。

error-letter-unfinished = 函件中还有待填的空白（________）或没有写明事由，未予封存。
error-letter-unfinished-safe = 函件和案件都没有改动。
error-letter-unfinished-do = 请补全函件的事由和正文后再导出。

error-busy = 案件文件正被另一个程序写入，等候超时。
error-busy-safe = 没有任何内容被改动。
error-busy-do = 请稍候再试；如一直如此，请关闭其他正在使用此案件的程序。

error-io = 读写文件时出错：{ $file } { $reason }。
error-io-safe = 此前已保存的内容都在，这一步没有保存。
error-io-do = 请检查磁盘和连接后重试；反复出现时，请先把案件文件复制到别处。

error-no-case-open = 还没有打开案件。
error-no-case-open-safe = 没有任何内容被改动。
error-no-case-open-do = 请先新建或打开一个案件。

error-bad-value =
    { $reason ->
        [empty] 内容为空，未能记入。
       *[other] “{ $value }”不能填入此栏（{ $field }）。
    }
error-bad-value-safe = 案件没有改动，已输入的内容仍在原处。
error-bad-value-do = 日期写作 2026-11-22，金额和数量写作 1234.50，有选项的栏须从选项中选取；请改正后重试。

error-not-found = 没有找到所指的内容：{ $what }。
error-not-found-safe = 案件没有改动。
error-not-found-do = 它可能已被删除；请刷新后重新选择。

error-too-many = 一次超过了本程序的上限（{ $limit }）。
error-too-many-safe = 超出的部分没有处理，此前已保存的内容都在。
error-too-many-do = 请分成几次进行。

error-nothing-to-undo = 没有可以撤销或重做的步骤。
error-nothing-to-undo-safe = 案件没有改动。
error-nothing-to-undo-do = 无需处理，可以继续工作。

error-cancelled = 已按要求停止。
error-cancelled-safe = 停止之前保存的内容都在。
error-cancelled-do = 需要时可以重新开始，已收入的照片不会重复收入。

error-work-under-way = 另一项较长的工作正在进行。
error-work-under-way-safe = 正在进行的工作不受影响。
error-work-under-way-do = 请等它完成，或先停止它。

error-no-such-sample = 没有这个样例案件。
error-no-such-sample-safe = 没有建立任何文件。
error-no-such-sample-do = 可用的样例有 power-plant（电厂）和 embankment（路基）。

error-decoder-missing = 无法启动解读照片的子程序。
error-decoder-missing-safe = 已在案件中的照片和数据都在，这些照片没有收入。
error-decoder-missing-do = 请重新启动理算；仍不行时请重新安装，并检查安全软件是否拦截。

error-original-altered = 照片 { $number } 的原件与入卷时的 SHA-256 不一致，或已不在案件文件中。
error-original-altered-safe = 没有用它生成卷宗，案件文件没有改动。
error-original-altered-do = 请运行“检查案件”查看范围，并从备份或相机取回原件。

error-dossier-failed = 卷宗未能生成。
error-dossier-failed-safe = 案件没有改动，没有留下不完整的卷宗。
error-dossier-failed-do = 请检查输出位置和剩余空间后重试。

error-key-unreadable = 封存卷宗用的密钥无法读取或建立。
error-key-unreadable-safe = 案件没有改动，没有生成未封存的卷宗。
error-key-unreadable-do = 请检查设置文件夹的权限；如密钥文件损坏，请从备份恢复。

error-seal-failed = 卷宗已写出，但复核封存时没有通过。
error-seal-failed-safe = 案件没有改动；写出的文件不应交付。
error-seal-failed-do = 请检查磁盘后重新导出，并再次复核。

error-settings = 设置无法读取或保存。
error-settings-safe = 案件和原有设置没有改动。
error-settings-do = 请检查设置文件夹的权限和各项设置的取值。

error-not-a-bill = “{ $file }”不是可读取的工程量清单。
error-not-a-bill-safe = 没有取用其中任何内容，案件保持原样。
error-not-a-bill-do = 请另存为 XLSX、XLS、ODS 或 CSV 后再选择。

error-bill-locked = 清单“{ $file }”有密码保护。
error-bill-locked-safe = 没有取用其中任何内容，案件保持原样。
error-bill-locked-do = 请另存一份没有密码的副本，再选择该副本。

error-bill-damaged = 清单“{ $file }”无法完整读取：{ $reason }。
error-bill-damaged-safe = 没有取用其中任何内容，已读出的部分也未取用；案件保持原样。
error-bill-damaged-do = 请用电子表格软件打开并另存，再选择新文件。

error-bill-too-large = 清单“{ $file }”超过读取上限（{ $limit }）：{ $reason }。
error-bill-too-large-safe = 没有取用其中任何内容，案件保持原样。
error-bill-too-large-do = 请删去不属于清单的工作表、行或列，或拆分成几个文件。

error-no-prices = “{ $file }”中没有找到综合单价。
error-no-prices-safe = 案件保持原样。
error-no-prices-do = 请查看各列的识别结果，并自行指定。

error-sheet-changed = 所签内容在显示之后又有改动，没有签名。
error-sheet-changed-safe = 案件保持原样，已有的签名不变。
error-sheet-changed-do = 请重新阅读现有内容后再签名。

error-no-key = 还没有封存用的密钥。
error-no-key-safe = 没有任何改动。
error-no-key-do = 导出一份卷宗，或在设置中（命令行：lisuan key new）建立密钥。

error-key-locked = 封存用的密钥由口令保护，没有给出口令。
error-key-locked-safe = 案件没有改动，没有生成未封存的卷宗。
error-key-locked-do = 请在设置中解锁密钥（命令行会询问口令），然后重试。

error-wrong-passphrase = 口令不对，打不开 { $file }。
error-wrong-passphrase-safe = 密钥没有改动，仍由原口令保护。
error-wrong-passphrase-do = 请检查大小写和输入法后重试。口令无法找回；忘记时请新建密钥，以前封存的卷宗仍可复核。

error-weak-passphrase = 口令太短：至少需要 { $characters } 个字符。
error-weak-passphrase-safe = 未作改动，仍按原来的方式保护。
error-weak-passphrase-do = 请使用更长的口令，例如几个词连成的一句话。
error-encrypts-new-case = 只有作为新案件接收时才能选择加密保存；这份来件要并入已有的案件。
error-encrypts-new-case-safe = 未写入任何内容，案件没有改动。
error-encrypts-new-case-do = 请作为新案件接收，或先把已有的案件加密。

error-key-store-silent = 系统密钥库不可用或没有应答。
error-key-store-silent-safe = 密钥文件没有改动；以前封存的卷宗不受影响。
error-key-store-silent-do = 请登录桌面并解锁密钥库后重试，或改用口令保护密钥。

error-key-lost = 系统密钥库里已没有打开密钥的记录，密钥无法再使用。
error-key-lost-safe = 以前封存的卷宗不受影响，仍可复核；密钥文件原样保留。
error-key-lost-do = 如有备份，请恢复系统密钥库；否则新建密钥，并把新的证书指纹告知对方。

error-key-expired = 封存用的证书已于 { $date } 过期。
error-key-expired-safe = 案件没有改动；过期前封存的卷宗仍可复核。
error-key-expired-do = 请核对本机日期；确已过期时，请新建密钥，或导入单位更新后的证书。

error-key-not-yet-valid = 封存用的证书自 { $date } 起才有效。
error-key-not-yet-valid-safe = 案件没有改动，没有生成卷宗。
error-key-not-yet-valid-do = 请核对本机日期和时间，然后重试。

error-not-a-key = { $file } 中没有可用于封存的密钥。
error-not-a-key-safe = 原来的密钥没有改动。
error-not-a-key-do = 请选择含有一个私钥及其证书的 PKCS#12 文件（.p12、.pfx）；支持 P-256 和 2048 至 4096 位 RSA。

error-not-a-certificate = { $file } 中没有可读取的证书。
error-not-a-certificate-safe = 卷宗没有改动。
error-not-a-certificate-do = 请选择 PEM 或 DER 格式的证书文件。

error-not-as-sealed = { $file } 与封存时不一致，或不是本程序封存的卷宗。
error-not-as-sealed-safe = 该文件没有改动。
error-not-as-sealed-do = 请先复核该文件，并换用未经改动的卷宗。

error-stamp-refused = { $reason ->
    [not-granted] 时间戳机构没有出具时间戳。
    [already-there] 卷宗已有时间戳。
    [too-long] 时间戳过长，卷宗预留的位置放不下。
    [not-of-this-seal] 时间戳不属于这份卷宗，或出具者无权出具。
   *[other] 该文件不是时间戳机构的应答。
}
error-stamp-refused-safe = 卷宗没有改动，仍与封存时一致。
error-stamp-refused-do = { $reason ->
    [already-there] 不需要再加。
    [too-long] 请向机构索取不含完整证书链的时间戳。
   *[other] 请用本卷宗的时间戳请求文件重新取得应答。
}
