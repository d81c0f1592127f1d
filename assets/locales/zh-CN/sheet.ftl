# 理算工作簿（XLSX）的文字。键以 sheet- 开头；步骤、原因与核查结果的文字在 dossier.ftl 与 finding.ftl。
# 工作表名称不超过 31 个字符，不含 []:*?/\。

sheet-title = 损失理算表
sheet-page-summary = 汇总
sheet-page-lines = 损失清单
sheet-page-measurements = 工程量
sheet-page-steps = 理算步骤
sheet-page-findings = 核查结果
sheet-page-totals = 分段合计

sheet-claim-no = 报案号
sheet-policy-no = 保单号
sheet-insured = 被保险人
sheet-insurer = 保险人
sheet-loss-date = 出险日期
sheet-loss-place = 出险地点
sheet-made-at = 导出时间（本机时钟所示）
sheet-program = 程序

sheet-column-number = 序号
sheet-column-item = 项目
sheet-column-location = 部位
sheet-column-unit = 单位
sheet-column-claimed-quantity = 报损数量
sheet-column-claimed-price = 报损单价
sheet-column-claimed = 报损金额
sheet-column-quantity = 核定数量
sheet-column-price = 核定单价
sheet-column-amount = 金额
sheet-column-difference = 核定减报损
sheet-column-currency = 币种
sheet-column-note = 说明
sheet-column-boq-code = 清单编码
sheet-column-expression = 计算式（原文）
sheet-column-normalised = 计算式（规范写法）
sheet-column-exact = 计算结果
sheet-column-stated = 原记数量
sheet-column-surveyed = 查勘数量
sheet-column-deducts-from = 扣减自
sheet-column-net = 扣减后
sheet-column-agreed = 认定数量
sheet-column-step = 步骤
sheet-column-subject = 对象
sheet-column-formula = 计算过程
sheet-column-result = 结果
sheet-column-clause = 条款依据
sheet-column-level = 级别
sheet-column-check = 核查项
sheet-column-finding = 核查结果
sheet-column-remedy = 处理办法
sheet-column-figure = 指标
sheet-column-step-number = 步骤
sheet-column-in-words = 大写金额
sheet-column-partial = 分段合计
sheet-total = 合计

sheet-figure-claimed = 报损金额
sheet-figure-loss = 核损金额
sheet-figure-known-loss = 已能计算的核损金额（部分项目尚不能计算）
sheet-figure-salvage = 残值
sheet-figure-net-loss = 净损失（含各项费用）
sheet-figure-after-average = 比例赔付后
sheet-figure-extensions = 扩展责任赔付
sheet-figure-sue-labour = 施救费用赔付
sheet-figure-before-deductible = 扣减免赔前
sheet-figure-deductible = 免赔额
sheet-figure-after-deductible = 扣减免赔及限额后
sheet-figure-own-payable = 本保单单独应赔
sheet-figure-recovered = 已得第三方赔偿
sheet-figure-balance = 尚未得到补偿的损失
sheet-figure-payable = 理算金额（按公式）
sheet-figure-settlement = 结案金额
sheet-figure-settlement-ratio = 结案金额占未补偿损失的比例
sheet-figure-insured-retained = 被保险人自担
sheet-figure-interim = 预付赔款
sheet-figure-due = 尚应支付
sheet-figure-payment = 折合支付币种

sheet-about-live = 金额均为公式：改动数量、单价或金额，由其得出的数字随之重算；参与方与适用条款不随之改变。
sheet-about-rounding = 舍入为四舍五入（负数按绝对值）。两层 ROUND 中，内层用于去除二进制数的误差，合起来与程序的结果一分不差。
sheet-about-fixed = 没有公式的数字旁有说明：电子表格可能算出另一分，或位数不够。
sheet-about-words = 金额改动后，其大写金额不再显示。

sheet-note-text = 超过 15 位有效数字：按文本写入，以免电子表格丢失末位。
sheet-note-fixed = 按固定数字写入：电子表格的数字精度不足以保证算出同一结果。
sheet-note-share = 为使各份之和与总额分毫不差，此份加 { $amount }。
sheet-note-approximate = 含 π 或开方不尽的数。
sheet-note-unread = 计算式无法读取。
sheet-note-unknown = 无法得出：{ $why }

sheet-level-stop = 须先处理
sheet-level-warn = 须说明
sheet-level-info = 提示
sheet-no-findings = 程序未发现问题。

# 写出工作簿的命令
cli-about-sheet = 将理算写成带公式的工作簿（XLSX）
cli-arg-sheet-out = 要写出的工作簿（XLSX）
cli-sheet = 已写出工作簿：{ $file }（公式 { $live } 个，固定数字 { $fixed } 个，{ $bytes } 字节）
