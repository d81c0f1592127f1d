# 工程量清单的导入。

boq-summary = “{ $file }”：清单项 { $items }，标题 { $headings }，小计 { $subtotals }，提示 { $warnings }；合价之和 { $sum }
boq-imported = 已把 { $count } 条综合单价记入案件，一步即可撤销
boq-no-items = 没有识别出清单项；请查看各列的识别结果，并用 --choices 指定。

boq-column-sheet = 工作表
boq-column-use = 取用
boq-column-header = 表头行
boq-column-columns = 各列
boq-column-row = 行
boq-column-label = 小计
boq-column-printed = 所列
boq-column-computed = 相加
boq-column-difference = 差额
boq-column-warning = 提示
boq-taken = 取用
boq-one-table = （文件）

boq-field-number = 序号
boq-field-code = 项目编码
boq-field-name = 项目名称
boq-field-feature = 项目特征
boq-field-unit = 计量单位
boq-field-quantity = 工程量
boq-field-unit-price = 综合单价
boq-field-amount = 合价
boq-field-provisional = 暂估价
boq-field-remark = 备注
boq-field-base = 计算基础
boq-field-rate = 费率

boq-reason-title = 表名
boq-reason-form-header = 表头信息
boq-reason-column-header = 列标题
boq-reason-column-header-repeated = 重复的列标题
boq-reason-column-numbers = 列号
boq-reason-note = 说明
boq-reason-signature = 签字栏
boq-reason-carried-forward = 承前过次
boq-reason-no-content = 无内容
boq-reason-unrecognised = 未识别
boq-reason-cover-sheet = 封面
boq-reason-hidden-sheet = 隐藏的工作表
boq-reason-summary-sheet = 汇总表，仅用于核对
boq-reason-left-out = 按选择不取用
boq-reason-empty-sheet = 空表
boq-reason-no-bill-columns = 没有清单的列

boq-warning-amount-mismatch = 工程量×综合单价为 { $expected }，所列合价 { $printed }，相差 { $difference }
boq-warning-amount-missing = 缺合价；按工程量×综合单价应为 { $expected }
boq-warning-amount-rounding = 合价 { $printed } 与 { $expected } 相差 { $difference }（取舍）
boq-warning-bracket-negative = { $field }“{ $raw }”按负数读取
boq-warning-code-leading-zero-lost = 编码 { $raw } 少了首位零，补为 { $restored }
boq-warning-code-scientific = 编码变成了 { $raw }，末几位已丢失
boq-warning-column-twice = 第 { $column } 列“{ $header }”也像是{ $field }，未取用
boq-warning-columns-beyond = 右侧超出范围的 { $count } 个单元格未读取
boq-warning-columns-change = 自此行起列的次序改变：{ $fields }
boq-warning-duplicate-code = 编码 { $code } 已见于{ $first }
boq-warning-error-cell = { $field }的公式出错：{ $error }
boq-warning-number-from-text = { $field }“{ $raw }”是文本，按数字读取
boq-warning-number-unread = { $field }“{ $raw }”不是数字，留空
boq-warning-placeholder-as-zero = { $field }“{ $raw }”按零读取
boq-warning-quantity-missing = 有单价而无工程量
boq-warning-subtotal-incomplete = 第 { $missing_amount_rows } 行缺合价，小计相差 { $difference }
boq-warning-subtotal-unreconciled = 小计所列 { $printed }，各项相加 { $computed }，相差 { $difference }
boq-warning-unit-missing = 缺计量单位
boq-warning-unpriced = 未报价
boq-warning-unrecognised-row = 有金额而不知为何项

boq-place = { $sheet }第 { $row } 行

# 窗口里的导入
boq-choose = 导入工程量清单…
boq-title = 工程量清单
boq-leave = 不导入
boq-take = 导入 { $count } 项综合单价
boq-counts = 清单项 { $items } 个，合价之和 { $sum }；小计 { $subtotals } 处，提示 { $warnings } 条。
boq-parts = 清单的各部分
boq-part-items = 清单项
boq-part-sheets = 工作表与各列
boq-part-subtotals = 小计核对
boq-part-warnings = 提示
boq-part-skipped = 未取用的行
boq-header-first = 表头首行
boq-header-last = 表头末行
boq-decided = 读取时的取舍
boq-choice-leading-zero = 编码缺首位零的，补足为十二位
boq-choice-brackets = 括号内的数按负数读取
boq-choice-placeholders = 短横、斜杠按零读取
boq-more = 另有 { $count } 条
