# 保单内容与理算方案的种类
kind-policy-section = 保险部分
kind-policy-clause = 保单条款
kind-endorsement = 批单
kind-deductible = 免赔
kind-policy-limit = 赔偿限额
kind-extension = 扩展条款
kind-sue-labour = 施救费用
kind-reduction = 赔付扣减率
kind-other-policy = 重复保险
kind-coinsurer = 共保人
kind-interim-payment = 预付赔款
kind-exchange-rate = 汇率
kind-scenario = 理算方案
kind-position = 方案要点

# 案件
field-claim-case-peril = 承保风险
field-claim-case-payment-currency = 支付币种

# 保险项目
field-policy-item-section = 保险部分
field-policy-item-average = 比例赔偿
field-policy-item-ratio = 约定比例
field-policy-item-increase = 保额自动增加
field-policy-item-paid-before = 此前已赔
field-policy-item-reinstated = 保额已恢复
field-policy-item-at-actual-value = 按实际价值
field-policy-item-actual-value-loss = 实际价值损失
field-policy-item-sum-includes-tax = 保额含税
field-policy-item-value-includes-tax = 价值含税

# 损失项
field-loss-line-extension = 扩展条款
field-loss-line-sue-labour = 施救费用
field-loss-line-coverage = 责任比例
field-loss-line-vat-rate = 增值税率
field-loss-line-vat-included = 单价含税
field-loss-line-vat-recoverable = 可抵扣份额
field-loss-line-betterment = 改良扣减
field-loss-line-depreciation = 折旧率
field-loss-line-value-before-loss = 出险前价值
field-loss-line-salvage = 残值
field-loss-line-clause = 条款依据

# 保险部分
field-policy-section-name = 保险部分、标段
field-policy-section-period-from = 起期
field-policy-section-period-to = 止期
field-policy-section-handover-date = 移交日期
field-policy-section-clause = 条款依据

# 保单条款
field-policy-clause-number = 条款号
field-policy-clause-title = 条款名称
field-policy-clause-kind = 性质
field-policy-clause-text = 条款内容
field-policy-clause-explained = 提示说明

# 批单
field-endorsement-number = 批单号
field-endorsement-issued-on = 签发日期
field-endorsement-effective-from = 生效日期
field-endorsement-policy-item = 保险项目
field-endorsement-sum-insured = 批改后保额
field-endorsement-period-to = 批改后止期
field-endorsement-text = 批改内容

# 免赔
field-deductible-name = 免赔名称
field-deductible-policy-item = 保险项目
field-deductible-peril = 承保风险
field-deductible-fixed = 免赔额
field-deductible-rate = 免赔率
field-deductible-days = 免赔天数
field-deductible-period-days = 中断天数
field-deductible-currency = 币种
field-deductible-clause = 条款依据
field-deductible-explained = 提示说明

# 赔偿限额
field-policy-limit-name = 限额名称
field-policy-limit-kind = 限额种类
field-policy-limit-section = 保险部分
field-policy-limit-policy-item = 保险项目
field-policy-limit-peril = 承保风险
field-policy-limit-amount = 限额
field-policy-limit-rate-of-sum-insured = 占保额比例
field-policy-limit-used = 已用限额
field-policy-limit-currency = 币种
field-policy-limit-clause = 条款依据

# 扩展条款
field-extension-name = 扩展条款
field-extension-policy-item = 保险项目
field-extension-cost = 核定费用
field-extension-limit-amount = 限额
field-extension-limit-of-sum-insured = 占保额比例
field-extension-limit-of-loss = 占核损比例
field-extension-additional = 附加限额
field-extension-average = 适用比例赔偿
field-extension-deductible = 自有免赔额
field-extension-deductible-rate = 自有免赔率
field-extension-outside-deductible = 不计入事故免赔
field-extension-inside-sum-insured = 含在保额内
field-extension-without-loss = 无损失也赔
field-extension-currency = 币种
field-extension-clause = 条款依据
field-extension-explained = 提示说明

# 施救费用
field-sue-labour-name = 施救措施
field-sue-labour-policy-item = 保险项目
field-sue-labour-cost = 核定费用
field-sue-labour-insured-share = 保险标的份额
field-sue-labour-incurred-on = 发生日期
field-sue-labour-currency = 币种
field-sue-labour-clause = 条款依据

# 赔付扣减率
field-reduction-name = 扣减项目
field-reduction-rate = 扣减率
field-reduction-clause = 条款依据
field-reduction-explained = 提示说明

# 重复保险
field-other-policy-insurer = 保险人
field-other-policy-policy-no = 保单号
field-other-policy-ours = 本保单
field-other-policy-period-from = 保险起期
field-other-policy-sum-insured = 保险金额
field-other-policy-liability = 单独应赔
field-other-policy-clause = 条款依据

# 共保人
field-coinsurer-name = 共保人
field-coinsurer-share = 共保份额
field-coinsurer-leads = 主承保

# 预付赔款
field-interim-payment-paid-on = 支付日期
field-interim-payment-amount = 金额
field-interim-payment-currency = 币种
field-interim-payment-ground = 依据

# 汇率
field-exchange-rate-from-currency = 由
field-exchange-rate-to-currency = 折为
field-exchange-rate-rate = 汇率
field-exchange-rate-dated = 汇率日期
field-exchange-rate-publisher = 来源
field-exchange-rate-day = 取用日

# 理算方案
field-scenario-name = 方案
field-scenario-reading = 立场
field-scenario-remark = 说明

# 方案要点
field-position-scenario = 方案
field-position-code = 要点
field-position-value = 取值
field-position-line = 损失项
field-position-policy-item = 保险项目
field-position-clause = 条款或理由

# 取值
choice-policy-item-average-full-value = 按保险价值
choice-policy-item-average-coinsurance-pct = 按约定比例投保
choice-policy-item-average-first-loss = 第一危险
choice-policy-item-average-ho-80 = 实际价值与八成价值从高
choice-policy-item-average-margin-clause = 八五条款
choice-policy-item-reinstated-yes = 是
choice-policy-item-reinstated-no = 否
choice-policy-item-at-actual-value-yes = 是
choice-policy-item-at-actual-value-no = 否
choice-policy-item-sum-includes-tax-yes = 是
choice-policy-item-sum-includes-tax-no = 否
choice-policy-item-value-includes-tax-yes = 是
choice-policy-item-value-includes-tax-no = 否
choice-loss-line-vat-included-yes = 是
choice-loss-line-vat-included-no = 否
choice-extension-average-yes = 是
choice-extension-average-no = 否
choice-extension-outside-deductible-yes = 是
choice-extension-outside-deductible-no = 否
choice-extension-inside-sum-insured-yes = 是
choice-extension-inside-sum-insured-no = 否
choice-extension-without-loss-yes = 是
choice-extension-without-loss-no = 否
choice-other-policy-ours-yes = 是
choice-other-policy-ours-no = 否
choice-coinsurer-leads-yes = 是
choice-coinsurer-leads-no = 否
choice-policy-clause-explained-yes = 有证据
choice-policy-clause-explained-no = 未说明
choice-policy-clause-explained-unknown = 不详
choice-deductible-explained-yes = 有证据
choice-deductible-explained-no = 未说明
choice-deductible-explained-unknown = 不详
choice-extension-explained-yes = 有证据
choice-extension-explained-no = 未说明
choice-extension-explained-unknown = 不详
choice-reduction-explained-yes = 有证据
choice-reduction-explained-no = 未说明
choice-reduction-explained-unknown = 不详
choice-policy-limit-kind-event = 每次事故
choice-policy-limit-kind-aggregate = 保险期间累计
choice-policy-limit-kind-group = 分部或分项
choice-exchange-rate-day-loss-date = 出险日
choice-exchange-rate-day-cost-date = 费用支付日
choice-exchange-rate-day-agreement-date = 达成协议日
choice-exchange-rate-day-payment-date = 赔款支付日
choice-policy-clause-kind-insuring = 保险责任
choice-policy-clause-kind-exclusion = 责任免除
choice-policy-clause-kind-condition = 赔偿处理、一般条款
choice-policy-clause-kind-extension = 附加扩展条款
choice-policy-clause-kind-special = 特别约定
choice-scenario-reading-ours = 本方
choice-scenario-reading-insurer = 保险人
choice-scenario-reading-insured = 被保险人
choice-scenario-reading-other = 其他

# 方案要点
term-line-amount = 核定金额
term-line-quantity = 工程量
term-line-price = 单价
term-line-coverage = 责任比例
term-line-betterment = 改良扣减
term-line-depreciation = 折旧率
term-line-salvage = 残值
term-item-sum-insured = 保险金额
term-item-insurable-value = 保险价值
term-item-ratio = 约定比例
term-item-salvage = 残值
term-average-margin-pct = 八五条款的比例
