# 复核封存卷宗的结论和理由。

verdict-as-sealed = 与封存时完全一致，封存后没有任何改动。
verdict-not-as-sealed = 与封存时不一致，或不是由理算封存的文件，不能作为原件使用。

verdict-not-pdf = 文件开头不是 PDF 1.7 或 2.0。
verdict-truncated = 文件末尾缺失，被截断过。
verdict-bytes-after-end = PDF 结束之后还有多余的字节。
verdict-encrypted = 文件经过加密，所见内容不仅取决于文件本身。
verdict-later-revision = 文件生成后又追加了修订。
verdict-cross-reference = 交叉引用表不是单一修订应有的样子。
verdict-trailer = 文件尾部含有不应有的内容。
verdict-duplicate-object = 同一对象在交叉引用表中出现两次。
verdict-object = 有对象不在表中所指的位置，或写法不严格。
verdict-duplicate-key = 同一字典中有重复的键，不同阅读器可能显示不同的内容。
verdict-hidden-bytes = 对象之间夹有不属于任何对象的字节。
verdict-hidden-object = 有不被任何内容引用的隐藏对象。
verdict-broken-reference = 有对象引用了不存在的对象。
verdict-limit = 文件的嵌套层数、份数或大小超出卷宗可能的范围。
verdict-active-content = 文件含有脚本、动作或多媒体等可能改变显示的内容。
verdict-optional-content = 文件含有可以显示或隐藏的图层。
verdict-packed-objects = 对象以压缩打包或外部文件的方式存放，无法逐字节核对。
verdict-seal-missing = 文件没有封存签名。
verdict-seal-repeated = 文件有不止一个签名或表单域。
verdict-seal-dictionary = 签名字典、签名域或表单不是本程序写出的样子。
verdict-certification = 签名没有声明禁止一切改动（DocMDP，P=1）。
verdict-claimed-time = 封存时间缺失，或不是 PDF 规定的写法。
verdict-byte-range = 签名没有覆盖除签名本身以外的整个文件。
verdict-contents = 签名预留区中除一个签名和补零之外还有别的内容。
verdict-cms = 签名不是规定格式的、严格编码的 CMS 签名。
verdict-signer-count = 签名者或证书不是恰好一个。
verdict-signed-attributes = 签名属性不是恰好三项：内容类型、摘要、证书。
verdict-unsigned-attributes = 未签名属性中有时间戳以外的内容。
verdict-certificate = 证书不可用，或自相矛盾。
verdict-certificate-mismatch = 签名所指的证书不是所附的证书。
verdict-digest = 文件内容与封存时的摘要不一致：字节被改动过。
verdict-signature = 签名与所封存的内容和密钥不符。
