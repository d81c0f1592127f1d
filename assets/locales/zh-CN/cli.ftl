# 命令行的文字。

cli-about = 理算：现场公估的离线案件工具
cli-about-new = 新建案件文件，或由样例建立
cli-about-photo = 照片
cli-about-photo-add = 收入照片（文件或文件夹），原件逐字节保存
cli-about-photo-list = 列出照片：时间、位置、疑点、近似照片
cli-about-note = 查勘笔记
cli-about-note-add = 记入一条查勘笔记
cli-about-adjust = 显示理算过程和金额
cli-about-check = 检查案件：原件摘要、日志与数据、核查发现
cli-about-dossier = 导出并封存 PDF 卷宗
cli-about-boq = 读取合同工程量清单（XLSX、XLS、ODS、CSV）；给出案件时把综合单价记入案件
cli-about-verify = 复核卷宗是否与封存时一致

cli-arg-json = 结果以一个 JSON 对象写到标准输出
cli-arg-lang = 文字、样例和卷宗的语言：zh-CN 或 en
cli-arg-help = 显示用法
cli-arg-version = 显示版本
cli-arg-case = 案件文件（.lisuan）
cli-arg-new-case = 要新建的案件文件（.lisuan），不得已存在
cli-arg-sample = 样例：power-plant（电厂）或 embankment（路基）
cli-arg-paths = 照片文件或文件夹
cli-arg-text = 笔记正文
cli-arg-place = 笔记所述的地点
cli-arg-boq-first = 清单文件；后面还有文件时为案件文件
cli-arg-boq-second = 要导入案件的清单文件
cli-arg-choices = 以 JSON 文件改变识别的选择（工作表、表头、各列、编码）
cli-arg-out = 要写出的 PDF 文件
cli-arg-pdf = 要复核的 PDF 文件

cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项

error-usage = 命令的写法不对：{ $reason }
error-usage-safe = 没有执行任何操作。
error-usage-do = 运行 lisuan --help 查看用法。
cli-usage-missing = 缺少 { $argument }
cli-usage-unknown = 不认识 { $argument }
cli-usage-value = { $argument } 不能是“{ $value }”
cli-usage-command = 没有给出命令
cli-usage-other = { $argument }

cli-new = 已新建案件：{ $file }
cli-new-sample = 已建立样例案件：{ $file }（照片 { $photos } 张，笔记 { $notes } 条）

cli-photo-summary = 收入 { $added }，重复 { $duplicates }，需留意 { $flagged }，未收入 { $refused }
cli-photo-cancelled = 已按要求停止；以上收入的照片都已保存。
cli-photo-duplicate = 重复
cli-photo-flagged = 已收入
cli-photo-refused = 未收入
cli-photo-count = 照片 { $count } 张
cli-photo-zone = { $moment }（时差按案件时区）
cli-photo-no-offset = { $reading }（时差不明）
cli-photo-near = 与 { $numbers } 近似
cli-photo-near-groups = 近似照片 { $count } 组，请核对是否重复拍摄或重复使用
cli-photo-datum = 位置为 WGS-84 坐标。
cli-column-taken = 拍摄时间
cli-column-position = 位置（北纬 东经）
cli-column-status = 状态
cli-column-file = 文件
cli-column-number = 编号
cli-column-remark = 说明

cli-note-added = 已记入查勘笔记（{ $at }）

cli-column-figure = 项目
cli-column-case = 本案
cli-no-item = 未归入保险项目
cli-column-step = 步骤
cli-column-subject = 对象
cli-column-formula = 算式
cli-column-result = 结果
cli-column-clause = 依据
cli-figures = 金额（{ $currency }）
cli-claimed = 报损金额
cli-assessed = 核损金额
cli-salvage = 残值
cli-deductible = 免赔
cli-recovered = 追偿所得
cli-balance = 余额
cli-payable = 理算金额
cli-payable-words = 大写
cli-settled = 结案金额
cli-unknown = 未定
cli-no-steps = 还没有可以理算的损失项目。

cli-findings = 核查发现（{ $count }）
cli-no-findings = 没有核查发现。
cli-column-level = 级别
cli-column-check = 编号
cli-column-finding = 发现与处理

cli-check-counts = 日志 { $operations } 步，记录 { $records } 条，原件 { $originals } 件（{ $bytes } 字节）
cli-check-whole = 案件完整：原件摘要、日志与数据一致。
cli-check-broken = 案件不一致，共 { $count } 处：
cli-check-compared = 已与本机另外 { $count } 个案件对照。
cli-check-not-compared = 其中 { $count } 个案件没有读到（加密或损坏），未作对照。
cli-check-stopped = 检查被停止，没有看完全部原件。
mismatch-database = 数据库页面：{ $subject }
mismatch-chain = 日志的摘要链：第 { $subject } 步
mismatch-journal = 日志前后不衔接：第 { $subject } 步
mismatch-record = 数据与日志不一致：{ $subject }
mismatch-original = 原件字节已变：{ $subject }
mismatch-missing-original = 缺少原件：{ $subject }

cli-dossier = 已导出卷宗：{ $file }（{ $pages } 页，照片 { $photos } 张，{ $bytes } 字节）
cli-dossier-missing-characters = 字体中没有下列字符，卷宗中另行列出：{ $characters }
cli-signer = 封存人：{ $signer }
cli-fingerprint = 证书指纹：{ $fingerprint }
cli-claimed-time = 封存时间（本机所称）：{ $time }
cli-digest = 封存摘要：{ $digest }
cli-read-only = 此案件以只读方式打开：{ $why }
cli-read-only-open-elsewhere = 它正被另一个程序打开
cli-read-only-no-permission = 文件或文件夹不可写

cli-progress-add-photos = 收入照片
cli-progress-export-dossier = 导出卷宗
cli-progress-check = 检查原件
