# 核查：工程量
finding-QTY-04 = “{ $item }”核定数量合计 { $assessed } 大于合同清单数量 { $bill }。
finding-QTY-04-do = 核对是否超出清单范围；确属清单外的工程，另列单价并说明依据。
finding-QTY-08 = 以“{ $unit }”计的数量 { $quantity } 不是整数。
finding-QTY-08-do = 核对计算式或计量单位；按个数清点的应为整数。
finding-QTY-09 = { $why ->
        [negative] 工程量 { $quantity } 为负数。
       *[other] 工程量 { $quantity } 是同单位工程量中位数 { $median } 的一千倍以上。
    }
finding-QTY-09-do = 核对小数点、单位和正负号；扣减应另列一行，并注明扣减自哪一项。
finding-QTY-10 = { $why ->
        [overlap] “{ $item }”的桩号与另一行（{ $other }）重叠。
        [line] “{ $item }”与损失项“{ $other }”使用同一项工程量。
       *[other] “{ $item }”在同一部位（{ $other }）测量了两次。
    }
finding-QTY-10-do = 确认是否重复计量；不重复的，在部位中写明区别。
finding-QTY-14 = { $why ->
        [none] 联合测量记录 { $number } 没有签名。
       *[other] 联合测量记录 { $number } 只有一方签名。
    }
finding-QTY-14-do = 请在场各方签名，或附上已签名的纸质记录照片。
finding-QTY-15 = 数量 { $quantity } 的小数位数多于“{ $unit }”按规范应取的 { $places } 位。
finding-QTY-15-do = 按规范取舍后记录，原记数量写入备注。
finding-QTY-17 = { $why ->
        [loop] 扣减循环：这一行绕回到自身，无法扣减。
        [chain] 这一行扣减自另一条扣减行，无法判断应扣多少。
        [missing] 被扣减的工程量已不在案件中。
        [unit] 扣减行的单位与被扣减的工程量不一致。
        [unread] 扣减行没有可用的数量，被扣减的工程量因此无法得出。
       *[other] 扣减行没有写明理由。
    }
finding-QTY-17-do = { $why ->
        [reason] 在备注中写明扣减理由，例如洞口、重叠、未受损部分。
       *[other] 请更正“扣减自”、单位或计算式：扣减只能直接扣自一项工程量。
    }
finding-QTY-18 = “{ $item }”扣减合计 { $deducted } 大于测量结果 { $measured }。
finding-QTY-18-do = 核对扣减行的计算式和所扣减的项目。
finding-QTY-19 = “{ $item }”各方有分歧，尚无认定数量：报损 { $claimed }，查勘 { $surveyed }。现按查勘数量计算。
finding-QTY-19-do = 双方数量均已保留；达成一致后填入认定数量，否则写明采用查勘数量的理由。
finding-QTY-20 = “{ $item }”认定数量 { $agreed } 大于查勘数量 { $surveyed }，没有写明理由。
finding-QTY-20-do = 在备注中写明理由，例如按图计量或隐蔽部分。
finding-QTY-21 = { $name }在联合测量记录 { $number } 上的签名已不覆盖现有内容：签名后记录有改动。
finding-QTY-21-do = 撤销改动，或就现有内容重新签名；原签名仍保留。

# 核查：单价
finding-PRC-01 = “{ $item }”单价 { $price } 高于同一清单编码的合同单价 { $rate }。
finding-PRC-01-do = 采用合同单价，或写明高于合同价的理由和依据。
finding-PRC-03 = “{ $item }”市场价的有效报价只有 { $count } 份。
finding-PRC-03-do = 市场价至少需三份可比报价；补充报价或改用其他计价依据。
finding-PRC-04 = “{ $item }”单价 { $price } 高于报价中位数 { $median } 的百分之一百三十。
finding-PRC-04-do = 核对报价的规格和范围是否一致，或写明采用较高单价的理由。
finding-PRC-05 = “{ $item }”损失项与单价的含税口径不一致：损失项{ $line ->
        [yes] 含税
       *[other] 不含税
    }，单价{ $price ->
        [yes] 含税
       *[other] 不含税
    }。
finding-PRC-05-do = 统一含税口径后再计算。
finding-PRC-06 = { $why ->
        [dated] “{ $item }”定额价没有写明价格日期。
       *[other] “{ $item }”定额价没有写明定额名称、版本。
    }
finding-PRC-06-do = 写明定额名称、版本、子目以及所采用价格的年月。
finding-PRC-08 = { $why ->
        [month] “{ $item }”的市场价为 { $dated } 的价格，与出险月份相差 { $months } 个月。
       *[none] “{ $item }”单价没有日期。
    }
finding-PRC-08-do = { $why ->
        [month] 取出险当月的信息价或市场价；确须按修复时价格计算的，在说明中写明依据。
       *[none] 写明价格的日期，以便判断是否为出险时的价格。
    }

# 测量
measure-sheets = 联合测量记录
measure-all = 全部工程量
measure-loose = 未列入记录
measure-sheet-add = 新建记录
measure-sheet-name = 第 { $number } 号记录
measure-sheet-unnamed = 未编号
measure-sheet-rows = { $count } 行
measure-sheets-empty = 一张联合测量记录对应现场一次共同测量：新建后，所录工程量自动列入其中。
measure-head = 记录内容
measure-claimed = 报损
measure-surveyed = 查勘
measure-agreed = 认定
measure-counted = 采用数量
measure-source = 数量来源
measure-source-surveyed = 查勘计算式
measure-source-net = 查勘计算式减扣减行
measure-source-agreed = 各方认定
measure-net = 扣减后
measure-deducted = 扣减合计
measure-deductions = 扣减行
measure-deduct-add = 增加扣减行
measure-deduct-of = 扣减：{ $item }
measure-colon = ：
measure-no = 序号
measure-who = 测量人
measure-print = 打印记录
measure-printed = 已保存 { $file }，共 { $pages } 页，可打印后签名。
measure-sign = 签名
measure-sign-title = 联合测量记录 { $number }：签名
measure-sign-content = 所签内容
measure-sign-who = 签名人
measure-sign-new = 新增人员
measure-sign-name = 姓名
measure-sign-party = 所属方
measure-sign-organisation = 单位
measure-sign-here = 请用鼠标、笔或手指在此签名
measure-sign-clear = 重写
measure-sign-keep = 签署记录
measure-sign-leave = 取消
measure-sign-person-first = 请先选择签名人
measure-sign-empty = 请先签名
measure-signatures = 签名
measure-signed = { $name }（{ $party }）
measure-signed-at = { $time } 签
measure-covers = 有效
measure-uncovered = 签名后有改动
measure-signatures-none = 尚无签名
measure-signature-delete = 删除签名

# 单价
price-search = 查找单价（可用拼音首字母）
price-found = { $count } / { $total } 项单价
price-quotes = 报价
price-quotes-about = 市场价至少三份可比报价
price-median = 报价中位数
price-quote-count = 有效报价
price-negotiated = 协商双方主张
price-bill = 合同清单
price-evidence = 依据

# 操作
op-sign-sheet = 签署联合测量记录
op-fill = 填充

# 卷宗
dossier-quantity-claimed = 报损
dossier-quantity-surveyed = 查勘
dossier-quantity-counted = 采用
dossier-deducts-from = 扣减自第 { $number } 项
dossier-deducts-unknown = 扣减自案外项目
dossier-net-quantity = 扣减后 { $quantity }
dossier-agreed-quantity = 各方认定 { $quantity }
dossier-disagreement = 分歧：{ $text }
dossier-measured-by = 测量：{ $text }
dossier-sheet-record = 联合测量记录 { $number }
dossier-sheet-record-plain = 联合测量记录
dossier-sheet-rows = 所含工程量
dossier-sheet-rows-numbers = 上表第 { $numbers } 项
dossier-signed-by = { $name } · { $party }
dossier-signed-by-plain = { $name }
dossier-signed-at = { $time }
dossier-signature-covers = 签名覆盖记录现有内容
dossier-signature-uncovered = 签名后记录有改动，本签名不覆盖现有内容
dossier-signature-content = 所签内容 SHA-256 { $digest }
dossier-signatures-none = 本记录没有在屏幕上签署的签名。
dossier-sign-line = 签名
dossier-sign-date = 日期
dossier-sheet-photo = 纸质记录见照片 { $number }
dossier-quotes = 报价 { $count } 份，中位数 { $median }
dossier-positions = 协商：报价方主张 { $asked }，对方主张 { $offered }
