# 封存用的密钥、证书、时间戳，以及卷宗旁的国密签名。

key-none = 还没有密钥；第一次导出卷宗时自动建立。
key-of = 密钥持有人：{ $name }
key-self-made = 证书由本程序自行生成，没有第三方证明持有人身份；请以证书指纹核实。
key-issued = 证书签发者：{ $issuer }
key-guard-nothing = 密钥只靠文件权限保护：能读取您文件的人也能以您的名义封存。
key-guard-passphrase = 密钥由口令保护。
key-guard-store = 密钥由系统密钥库保护，登录期间可用。
key-validity = 证书有效期：{ $from } 至 { $to }（UTC）
key-is-expired = 证书已过期，不能再封存。
key-is-not-yet = 证书尚未生效，还不能封存。

seal-issued = 证书签发者：{ $issuer }（由证书所称，本程序未核实签发链）
seal-self-made = 证书是自签的：能证明封存后没有改动；封存人是谁，须另行核实证书指纹。
seal-outside-validity = 注意：所称封存时间不在证书有效期（{ $from } 至 { $to }）之内。
seal-timestamp = 可信时间戳：{ $time }，出具者 { $authority }
seal-trust-not-asked = 时间戳属于本卷宗且签名正确；出具机构是否可信，没有指定信任的证书，未作判断。
seal-trust-trusted = 时间戳出具机构由所指定的信任证书证明。
seal-trust-untrusted = 时间戳出具机构不在所指定的信任证书之列。
seal-beside-holds = 旁附的 SM2 签名有效（公钥指纹 SM3：{ $fingerprint }）；该密钥没有证书，也不是经认证的密码产品。
seal-beside-fails = 旁附的 SM2 签名无效或不属于本卷宗（公钥指纹 SM3：{ $fingerprint }）。

verdict-timestamp = 时间戳不属于这个封存、签名不正确，或属于无法判断的种类。

error-no-key = 还没有封存用的密钥。
error-no-key-safe = 没有任何改动。
error-no-key-do = 导出一份卷宗或运行 lisuan key new，即可建立密钥。
error-key-locked = 封存用的密钥由口令保护，没有给出口令。
error-key-locked-safe = 案件没有改动，没有生成未封存的卷宗。
error-key-locked-do = 请在设置中解锁密钥（命令行会询问口令），然后重试。
error-wrong-passphrase = 口令不对，打不开 { $file }。
error-wrong-passphrase-safe = 密钥没有改动，仍由原口令保护。
error-wrong-passphrase-do = 请检查大小写和输入法后重试。口令无法找回；忘记时请新建密钥，以前封存的卷宗仍可复核。
error-weak-passphrase = 口令太短：至少需要 { $characters } 个字符。
error-weak-passphrase-safe = 密钥仍按原来的方式保护。
error-weak-passphrase-do = 请使用更长的口令，例如几个词连成的一句话。
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
   *[other] 请用本卷宗的请求文件（lisuan stamp request）重新取得应答。
}

cli-about-key = 封存用的密钥
cli-about-key-show = 显示密钥的持有人、保护方式、有效期和证书指纹
cli-about-key-new = 新建密钥；原来的密钥改名保留
cli-about-key-import = 导入单位自有的密钥和证书（PKCS#12）
cli-about-key-protect = 改用系统密钥库（默认）或口令保护密钥
cli-about-key-export = 写出证书，供对方核对；私钥不外传
cli-about-stamp = 第三方时间戳（RFC 3161）
cli-about-stamp-request = 写出时间戳请求文件，可带到有网络的地方提交
cli-about-stamp-add = 把时间戳机构的应答放入卷宗
cli-about-sm2 = 在卷宗旁另附 SM2/SM3 签名（不作认证密码产品的声明）
cli-arg-passphrase = 由口令保护；口令在终端输入，或从标准输入逐行读取
cli-arg-store = 由系统密钥库保护
cli-arg-file = PKCS#12 文件（.p12、.pfx）
cli-arg-certificate-out = 要写出的证书文件（PEM）
cli-arg-sealed-pdf = 已封存的卷宗
cli-arg-request-out = 要写出的时间戳请求文件
cli-arg-answer = 时间戳机构的应答文件
cli-arg-trust = 信任的时间戳机构证书（PEM 或 DER）
cli-arg-parts = 逐项列出卷宗内照片和附件的摘要
cli-ask-passphrase = 密钥口令：
cli-ask-new-passphrase = 新口令：
cli-ask-file-passphrase = 该文件的口令：
cli-stamp-requested = 已写出时间戳请求：{ $file }。其中只有封存签名的摘要。
cli-part-page = 原件在页面上：{ $name } { $digest }
cli-part-attachment = 原件在附件中：{ $name } { $digest }
cli-part-not-inside = 原件字节不在卷宗内（以副本代替、局部遮盖或已被改动）：{ $name } { $digest }
cli-part-other = 不在原件清单上的图片：对象 { $name } { $digest }
cli-part-attached = 附件：{ $name } { $digest }
cli-parts-unreadable = 文件的写法不符合卷宗，无法逐项列出照片和附件。

settings-key = 封存密钥
settings-key-about = 卷宗用它封存。私钥不离开本机。
settings-key-name = 持有人
settings-key-issuer = 证书签发者
settings-key-guard = 保护
settings-key-valid = 有效期（UTC）
settings-key-protect = 以口令保护
settings-key-store = 以系统密钥库保护
settings-key-import = 导入单位证书（PKCS#12）
settings-key-export = 写出证书
settings-key-new = 新建密钥
settings-key-new-sure = 新密钥有新的指纹，须再告知对方。原密钥改名保留，以前封存的卷宗不受影响。
settings-key-unlock = 解锁
settings-key-passphrase = 口令
settings-key-passphrase-new = 新口令（至少 8 个字符）
settings-key-passphrase-file = 该 PKCS#12 文件的口令
settings-key-done = 密钥已更新。
seal-algorithm = 密钥种类
seal-issuer = 证书签发者
seal-stamp-time = 第三方时间戳
