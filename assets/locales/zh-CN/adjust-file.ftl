# 由文件理算：文件有何问题，理算书的各项金额。

adjust-file-syntax = 文本不是 JSON：第 { $line } 行第 { $column } 列。
adjust-file-too-many = 条目超过程序处理的上限 { $limit }；请拆分文件。
adjust-file-kind =
    { $expected ->
        [object] 此处应为对象：{ "{ … }" }。
        [list] 此处应为列表：[ … ]。
        [yes-no] 此处应为 true 或 false，不加引号。
       *[text] 此处应为引号内的文本。
    }
adjust-file-unknown-field = 此处没有字段“{ $field }”；请检查拼写。
adjust-file-twice = 字段“{ $field }”出现两次；请保留有效的一个。
adjust-file-missing = 缺少字段“{ $field }”。
adjust-file-format = “{ $value }”不是此处可读的格式；请写“{ $format }”。
adjust-file-id = “{ $value }”不能作为短编号：1 至 { $limit } 个字符，首尾无空格，无控制字符。
adjust-file-id-taken = “{ $value }”已被使用；请另取一个。
adjust-file-unknown-id = 文件中没有“{ $value }”；请检查拼写，或在方案中以 "add": true 新增。
adjust-file-number-without-quotes = 此处数字须写在引号内，以免丢失位数。
adjust-file-number = “{ $value }”不是数字；请写作 1234.50，不加分隔符和单位。
adjust-file-too-large = 数字位数过多：小数点前最多 { $digits } 位，小数点后最多 { $decimals } 位。
adjust-file-count = “{ $value }”不是整数。
adjust-file-two-costs = 该行同时归入扩展责任和施救费用。
adjust-file-negative = { $value } 小于零，在此处没有意义。
adjust-file-not-positive = 汇率须大于零，不能是 { $value }。
adjust-file-ratio = “{ $value }”不是比例；请写作 0.15 或 15%。
adjust-file-date = “{ $value }”不是日期；请写作 2026-11-22。
adjust-file-moment = “{ $value }”不是日期和时刻，请写作 2024-07-01T08:00。
adjust-file-currency = “{ $value }”不是 ISO 4217 货币代码；请写作 CNY。
adjust-file-word = 此处不能填“{ $value }”；请从中选择：{ $words }。
adjust-file-expression = 工程量算式在第 { $at } 个字符处无法读取：{ $what }。
adjust-file-too-long = 文本过长，最多 { $limit } 个字符。
adjust-file-control-character = 文本含有控制字符；请删除。
adjust-file-two-amounts = 该损失项既有包干金额，又有工程量或单价；请保留有效的一种。
adjust-file-one-limit = 限额须为 amount、of_sum_insured、of_adjusted_loss 三者之一。
adjust-file-more = 另有 { $count } 个问题未列出。

adjust-file-no-item = 不属于任何保险项目的损失项
adjust-file-problems = 文件未理算（问题 { $count } 个）
adjust-file-whole = 整个文件
adjust-file-base = 基准
adjust-file-scenario = 方案“{ $name }”
adjust-file-figure = 项目
adjust-file-difference = 差额
adjust-file-other = 方案
adjust-file-parts = 有差异的部分
cli-arg-scenario = 显示 JSON 文件中的方案，而不是其基准

adjust-figure-claimed = 报损金额
adjust-figure-loss = 核损金额
adjust-figure-known-loss = 目前可计算的核损金额
adjust-figure-salvage = 残值
adjust-figure-net-loss = 净损失及费用
adjust-figure-after-average = 比例分摊后
adjust-figure-extensions = 扩展条款赔付
adjust-figure-before-deductible = 扣免赔前
adjust-figure-deductible = 免赔
adjust-figure-after-deductible = 扣免赔后
adjust-figure-sue-labour = 施救费用
adjust-figure-own-payable = 本保单单独应赔
adjust-figure-recovered = 第三方已赔付
adjust-figure-balance = 尚未补偿的损失
adjust-figure-payable = 理算金额
adjust-figure-settlement = 结案金额
adjust-figure-insured-retained = 被保险人自担
adjust-figure-interim = 预付赔款
adjust-figure-due = 尚应支付
adjust-figure-payment = 按支付币种
adjust-file-occurrences = 按小时条款归并后为 { $count } 次事故，扣除免赔后共 { $total }；逐次计算共 { $without }。
adjust-file-reinstatement = 剩余保险金额 { $remaining }；恢复保险金额应收保费 { $premium }。
adjust-file-later-recovery = 赔付后的追偿所得：保险人 { $insurer }，被保险人 { $insured }。
