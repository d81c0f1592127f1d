# 现场采集的种类
kind-damage-place = 损失部位
kind-camera-clock = 相机时钟
kind-photo-mark = 照片标注
kind-person = 人员
kind-note-person = 在场人员
kind-measurement-sheet = 联合测量记录
kind-signature = 签名
kind-quote = 报价

# 查勘记录
field-note-weather = 天气

# 照片
field-photo-damage-place = 损失部位
field-photo-rating = 评级
field-photo-rejected = 弃用
field-photo-serial = 机身编号
field-photo-direction = 镜头方向
field-photo-datum = 坐标系
field-photo-likeness = 相似度指纹

# 工程量
field-measurement-sheet = 测量记录
field-measurement-deducts-from = 扣减自
field-measurement-claimed-quantity = 报损数量
field-measurement-agreed-quantity = 认定数量
field-measurement-disagreement = 分歧
field-measurement-measured-by = 测量人
field-measurement-instrument = 测量工具
field-measurement-photo = 草图、照片
field-measurement-damage-place = 损失部位

# 单价
field-unit-price-boq-code = 清单编码
field-unit-price-feature = 项目特征
field-unit-price-boq-quantity = 清单数量
field-unit-price-tax-included = 含税
field-unit-price-asked = 报价方主张
field-unit-price-offered = 对方主张
field-unit-price-photo = 依据照片

# 损失项
field-loss-line-damage-place = 损失部位

# 损失部位
field-damage-place-name = 损失部位
field-damage-place-location = 桩号、轴线、楼层
field-damage-place-remark = 备注

# 相机时钟
field-camera-clock-camera = 相机
field-camera-clock-serial = 机身编号
field-camera-clock-photo = 拍钟照片
field-camera-clock-shown-at = 相机时间
field-camera-clock-true-at = 实际时间
field-camera-clock-remark = 依据

# 照片标注
field-photo-mark-photo = 照片
field-photo-mark-kind = 标注种类
field-photo-mark-points = 位置
field-photo-mark-text = 文字
field-photo-mark-length = 长度
field-photo-mark-unit = 单位

# 人员
field-person-name = 姓名
field-person-party = 所属方
field-person-organisation = 单位
field-person-position = 职务
field-person-phone = 电话
field-person-remark = 备注

# 在场人员
field-note-person-note = 查勘记录
field-note-person-person = 人员

# 联合测量记录
field-measurement-sheet-number = 记录编号
field-measurement-sheet-title = 工程、标段
field-measurement-sheet-measured-on = 测量日期
field-measurement-sheet-weather = 天气
field-measurement-sheet-place = 地点
field-measurement-sheet-photo = 纸质记录照片
field-measurement-sheet-remark = 备注

# 签名
field-signature-sheet = 测量记录
field-signature-note = 查勘记录
field-signature-person = 签名人
field-signature-signed-at = 签名时间
field-signature-content = 所签内容 SHA-256
field-signature-strokes = 笔迹

# 报价
field-quote-price = 单价
field-quote-supplier = 报价单位
field-quote-amount = 报价
field-quote-currency = 币种
field-quote-dated = 报价日期
field-quote-source = 出处
field-quote-photo = 报价照片

# 取值
choice-photo-rejected-yes = 是
choice-photo-rejected-no = 否
choice-unit-price-tax-included-yes = 是
choice-unit-price-tax-included-no = 否
choice-person-party-insured = 被保险人
choice-person-party-contractor = 施工单位
choice-person-party-supervisor = 监理
choice-person-party-owner = 业主
choice-person-party-designer = 设计单位
choice-person-party-adjuster = 公估人
choice-person-party-insurer = 保险人
choice-person-party-broker = 经纪人
choice-person-party-third-party = 第三者
choice-person-party-authority = 主管部门
choice-person-party-witness = 证人
choice-person-party-other = 其他
choice-photo-mark-kind-arrow = 箭头
choice-photo-mark-kind-box = 方框
choice-photo-mark-kind-ellipse = 椭圆
choice-photo-mark-kind-freehand = 手绘
choice-photo-mark-kind-text = 文字
choice-photo-mark-kind-dimension = 尺寸线
choice-photo-mark-kind-scale = 已知长度
choice-photo-mark-kind-blur = 模糊
choice-photo-mark-kind-blackout = 涂黑
