# 记录的种类
kind-claim-case = 案件
kind-policy-item = 保险项目
kind-term = 理算条件
kind-note = 查勘记录
kind-photo = 照片
kind-measurement = 工程量
kind-unit-price = 单价
kind-loss-line = 损失项
kind-line-photo = 照片关联
kind-recovery = 追偿所得
kind-settlement = 结案

# 案件
field-claim-case-claim-no = 报案号
field-claim-case-insured = 被保险人
field-claim-case-insurer = 保险人
field-claim-case-firm = 公估机构
field-claim-case-policy-no = 保单号
field-claim-case-policy-from = 保险起期
field-claim-case-policy-to = 保险止期
field-claim-case-line-of-business = 险种
field-claim-case-loss-date = 出险日期
field-claim-case-loss-place = 出险地点
field-claim-case-cause = 出险原因
field-claim-case-course = 事故经过
field-claim-case-liability = 责任认定
field-claim-case-role = 本方角色
field-claim-case-currency = 币种
field-claim-case-handover-date = 移交日期
field-claim-case-zone = 照片时区

# 保险项目
field-policy-item-name = 保险项目
field-policy-item-sum-insured = 保险金额
field-policy-item-currency = 币种
field-policy-item-insurable-value = 保险价值
field-policy-item-salvage = 残值
field-policy-item-clause = 条款依据

# 理算条件
field-term-code = 条件
field-term-value = 约定
field-term-clause = 条款依据
field-term-explained = 提示说明

# 查勘记录
field-note-at = 时间
field-note-text = 内容
field-note-place = 地点
field-note-kind = 类别

# 照片
field-photo-number = 编号
field-photo-content = 原件 SHA-256
field-photo-file-name = 文件名
field-photo-format = 格式
field-photo-bytes = 字节
field-photo-width-px = 宽（像素）
field-photo-height-px = 高（像素）
field-photo-orientation = 方向标记
field-photo-taken-at = 拍摄时间
field-photo-taken-offset = 拍摄时区
field-photo-latitude = 北纬
field-photo-longitude = 东经
field-photo-camera = 相机
field-photo-software = 软件
field-photo-oddities = 疑点
field-photo-added-at = 加入时间
field-photo-caption = 说明
field-photo-place = 具体位置
field-photo-view = 景别

# 工程量
field-measurement-item = 分部分项工程
field-measurement-boq-code = 清单编码
field-measurement-location = 部位
field-measurement-expression = 工程量计算式
field-measurement-unit = 单位
field-measurement-stated-quantity = 所载数量
field-measurement-stated-length = 所载长度
field-measurement-remark = 备注

# 单价
field-unit-price-item = 项目
field-unit-price-unit = 单位
field-unit-price-amount = 单价
field-unit-price-currency = 币种
field-unit-price-basis = 计价依据
field-unit-price-source = 出处
field-unit-price-dated = 价格日期

# 损失项
field-loss-line-item = 损失项目
field-loss-line-location = 部位
field-loss-line-policy-item = 保险项目
field-loss-line-measurement = 工程量
field-loss-line-price = 单价
field-loss-line-claimed-quantity = 报损数量
field-loss-line-claimed-price = 报损单价
field-loss-line-claimed-amount = 报损金额
field-loss-line-assessed-amount = 核定金额
field-loss-line-remark = 备注

# 照片关联
field-line-photo-line = 损失项
field-line-photo-photo = 照片

# 追偿所得
field-recovery-from-whom = 付款方
field-recovery-amount = 金额
field-recovery-currency = 币种
field-recovery-received-on = 收款日期
field-recovery-ground = 依据

# 结案
field-settlement-kind = 结案方式
field-settlement-amount = 金额
field-settlement-currency = 币种
field-settlement-agreed-on = 商定日期
field-settlement-discharged-on = 赔付确认书签署日期
field-settlement-reason = 理由

# 险种
choice-claim-case-line-of-business-car = 建筑工程一切险
choice-claim-case-line-of-business-ear = 安装工程一切险
choice-claim-case-line-of-business-property-all-risks = 财产一切险
choice-claim-case-line-of-business-property-comprehensive = 财产综合险
choice-claim-case-line-of-business-motor = 机动车损失险
choice-claim-case-line-of-business-cargo = 货物运输险
choice-claim-case-line-of-business-liability = 第三者责任险
choice-claim-case-line-of-business-other = 其他

# 本方角色
choice-claim-case-role-adjuster = 公估师（中立）
choice-claim-case-role-insurer = 保险人理赔
choice-claim-case-role-broker = 经纪人、被保险人

# 记录类别
choice-note-kind-survey = 现场查勘
choice-note-kind-statement = 询问陈述
choice-note-kind-contact = 联系会议
choice-note-kind-other = 其他

# 景别
choice-photo-view-overview = 全景
choice-photo-view-medium = 中景
choice-photo-view-close-up = 特写

# 计价依据
choice-unit-price-basis-contract-boq = 合同清单价
choice-unit-price-basis-quota = 定额
choice-unit-price-basis-market = 市场价
choice-unit-price-basis-negotiated = 协商价

# 提示说明
choice-term-explained-yes = 有证据
choice-term-explained-no = 未说明
choice-term-explained-unknown = 不详

# 结案方式
choice-settlement-kind-formula = 按理算结果
choice-settlement-kind-agreed = 协议理算
choice-settlement-kind-interim = 先行赔付
choice-settlement-kind-compromise = 和解
choice-settlement-kind-ex-gratia = 通融赔付
choice-settlement-kind-nil = 零赔付
choice-settlement-kind-refusal = 拒赔

# 理算条件：term-<条件>，取值 term-<条件>-<值>
term-deductible-fixed = 免赔额
term-deductible-rate = 免赔率
term-deductible-rule = 免赔规则
term-deductible-rule-max = 以高者为准
term-deductible-rule-fixed = 只按免赔额
term-deductible-rule-rate = 只按免赔率
term-deductible-rule-time = 只按免赔期
term-deductible-rule-min = 以低者为准
term-deductible-rule-sum = 各项相加
term-deductible-rate-base = 免赔率基数
term-deductible-rate-base-gross-loss = 核定损失
term-deductible-rate-base-net-of-salvage = 扣残值后的损失
term-deductible-rate-base-after-average = 比例赔偿后的损失
term-deductible-rate-base-sum-insured = 保险金额
term-deductible-timing = 免赔次序
term-deductible-timing-after-average = 比例赔偿之后扣
term-deductible-timing-before-average = 比例赔偿之前扣
term-average-basis = 比例赔偿
term-average-basis-full-value = 按保险价值
term-average-basis-first-loss = 第一危险，不按比例
term-salvage-timing = 残值次序
term-salvage-timing-before-average = 比例赔偿之前扣
term-salvage-timing-after-average-full = 比例赔偿之后全额扣
term-salvage-timing-insurer-share = 按保险人比例扣
term-limit-event = 每次事故限额
term-recovery-method = 追偿抵扣方式
term-recovery-method-deduct-from-loss = 先从损失中扣
term-recovery-method-deduct-from-payable = 从理算金额中扣
term-recovery-method-insured-first = 先补足被保险人
term-recovery-method-pro-rata = 按比例分
