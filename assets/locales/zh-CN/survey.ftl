# 查勘页：照片、标注、记录、在案中查找
op-rate-photo = 照片评级
op-reject-photo = 弃用照片
op-unreject-photo = 恢复照片
op-caption-photo = 填写照片说明

photos-many = { $count } 张照片
photos-apply = 应用
photos-mixed = 各不相同
photos-template-1 = { "{" }部位{ "}" } { "{" }景别{ "}" } { "{" }编号{ "}" }
photos-template-2 = { "{" }部位{ "}" } { "{" }景别{ "}" }
photos-template-3 = { "{" }位置{ "}" }，{ "{" }时间{ "}" }
photos-caption-hint = 可用 { "{" }部位{ "}" }、{ "{" }位置{ "}" }、{ "{" }景别{ "}" }、{ "{" }编号{ "}" }、{ "{" }时间{ "}" }，每张照片按自己的内容填写。
photos-caption-becomes = 首张：{ $caption }
photos-link = 将 { $count } 张照片关联到损失项
photos-delete = 删除 { $count } 张照片
photos-filter-kept = 未弃用
photos-filter-rejected = 已弃用
photos-filter-findings = 有检查提示
photos-filter-none = 未填{ $what }
photos-filter-clear = 取消筛选
photos-paste-too-large = 剪贴板中的图片超过 64 MiB，没有加入。请保存为文件后拖到窗口上。
photo-rating = 评级
photo-rating-keys = 评级：按 1 至 5，0 取消
photo-rate = { $count } 星
photo-reject = 弃用
photo-unreject = 恢复
photo-rejected = 已弃用

marks = 标注
mark-delete = 删除标注
mark-hint-arrow = 从说明处拖向所指处
mark-hint-box = 拖出方框
mark-hint-ellipse = 拖出椭圆
mark-hint-freehand = 按住画线
mark-hint-text = 单击要写字的位置
mark-hint-dimension = 沿要量的边拖动，须与已知长度在同一平面
mark-hint-scale = 沿标尺等已知长度拖动，再填长度
mark-hint-blur = 拖过要模糊的人脸、车牌
mark-hint-blackout = 拖过要涂黑的部分
mark-about-dimension = 按已知长度的比例推算，仅在同一平面内成立
mark-about-scale = 填入实际长度，尺寸线随即推算
mark-about-blur = 导出时写入副本像素；必须不可辨认的，请用涂黑
example-mark-length = 例：0.5

survey-parts = 查勘内容
survey-part-notes = 记录
survey-part-persons = 人员
survey-part-places = 损失部位
persons-about = 在场、陈述和签字的人
places-about = 照片、工程量和损失项所属的部位
example-person = 例：王建国
example-damage-place = 例：左侧边坡
note-weather = 天气，例：中雨，12 ℃
example-note-weather = 例：中雨，12 ℃
note-present = 在场人员
note-present-pick = 添加在场人员：姓名、单位
note-present-none = 先在“人员”中登记姓名和所属方。
note-present-remove = 移除{ $name }
note-statement-by = 陈述人
note-statement-pick = 指定陈述人：姓名、单位

note-template = 插入模板
note-template-engineering-name = 工程险查勘
note-template-engineering =
    出险经过：
    出险时天气及水情：
    查勘时天气：
    受损部位（桩号、轴线、标高）：
    施工阶段及形象进度：
    受损情况（名称、规格、数量、程度）：
    未受损部分：
    临时工程、在场材料及机具：
    移交、验收、试运行状态：
    施救措施及效果：
    已告知减损义务：
    对工期的影响：
    其他保险：
    待核事项：
note-template-property-name = 财产险查勘
note-template-property =
    出险时间、地点：
    出险原因及经过：
    出险标的（名称、规格、数量、存放位置）：
    受损情况及程度：
    未受损财产（用于比例赔偿）：
    报损金额及依据：
    账册、资产清单核对：
    消防、公安、气象等证明：
    施救措施及效果：
    已告知减损义务：
    残值及处置：
    其他保险：
    待核事项：
note-template-motor-name = 机动车查勘
note-template-motor =
    是否第一现场：
    标的车号牌、VIN、发动机号、行驶里程：
    驾驶人、准驾车型、初次领证日期：
    第三者车辆及交强险保单号：
    事故类型及经过：
    损伤部位、痕迹与现场是否相符：
    VIN、使用性质与保单是否相符：
    是否饮酒、吸毒：
    人员伤亡：
    施救情况：
    责任初判：
    询问笔录、草图、照片数量：
note-template-cargo-name = 货运险查勘
note-template-cargo =
    发货人、收货人：
    提单或运单号：
    运输路线、船名或车号：
    启运日期、到达日期：
    货物名称、包装、件数、重量：
    受损情况及数量：
    封志、积载、衬垫：
    交接记录、理货单、货损证明：
    对承运人的书面索赔：
    残值及处置：
    待核事项：

find = 在本案中查找
find-example = 例：边坡、K172+350、王工
find-about = 查找记录、照片说明、损失项、工程量、单价、条款、人员等全部文字，不分全角半角和大小写。
find-none = 本案中没有“{ $text }”。
find-of = { $shown } / { $total }
command-find = 在本案中查找
keys-window-find = 在本案中查找
keys-photo = 照片
keys-photo-rate = 评级，取消评级
keys-photo-reject = 弃用、恢复
keys-photo-caption = 写说明
keys-photo-link = 关联到损失项
keys-photo-many = 连选、加选
keys-photo-all = 全选
keys-photo-open = 放大
keys-photo-marks = 箭头、方框、椭圆、手绘、文字
keys-photo-lengths = 尺寸线、已知长度
keys-photo-hide = 模糊、涂黑
keys-photo-delete = 删除所选照片或标注
keys-photo-paste = 粘贴剪贴板中的图片
survey-part-clocks = 时钟
survey-clocks-about = 拍一张钟，填相机时间与实际时间（带时区）；同一相机的照片随之校正
example-camera = 例：Canon EOS 80D
photo-corrected = 校正后时间
problem-time = 请填写日期和时间，例如 2026-11-22 15:02。
problem-moment = 请填写带时区的时间，例如 2026-11-22 15:02 +08:00。
