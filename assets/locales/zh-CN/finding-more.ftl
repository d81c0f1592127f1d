# What the numbered checks found, beside finding.ftl and its neighbours: what, and what to do.

finding-POL-04 =
    { $why ->
        [maintenance] “{ $name }”在保证期内出险，没有认定承保的责任分析。
       *[testing] “{ $name }”在试车期内出险，没有认定承保的责任分析。
    }
finding-POL-04-do = 核对试车或保证期条款，在责任分析中写明结论。
finding-POL-06 = 没有单证证明被保险人的保险利益。
finding-POL-06-do = 收集权属证明、合同或登记资料（保险法第四十八条）。
finding-POL-07 =
    { $why ->
        [clause] 条款 { $number } 有两种不同文字。
       *[endorsement] 批单 { $number } 与同日另一批单的保险金额不同。
    }
finding-POL-07-do = 按解释（二）第十四条的顺序确定以何者为准，删去另一份或说明理由。
finding-POL-10 =
    { $why ->
        [late] 保险费在出险后才支付，而支付是生效条件。
       *[unpaid] 保险费支付是生效条件，没有支付记录。
    }
finding-POL-10-do = 核对保费约定和付款凭证；确未付清的，不能按承保处理。
finding-POL-12 =
    { $why ->
        [exclusion] 责任分析认为属于除外责任：{ $question }
        [extension] 责任分析认为所需扩展条款不成立：{ $question }
       *[insuring] 责任分析认为不属于保险责任：{ $question }
    }
finding-POL-12-do = 写明该结论对哪些损失项适用，并据此调整责任比例或说明理由。
finding-POL-13 = “{ $name }”出险时敞开 { $open } 米，约定最多 { $declared } 米。
finding-POL-13-do = 核对施工日志和特别约定，确定超出部分如何处理。
finding-TIM-01 = 首次通知距出险 { $days } 天。
finding-TIM-01-do = 查明原因以及因迟延无法查清的部分（保险法第二十一条）。
finding-TIM-02 =
    { $why ->
        [survey] 查勘日期早于出险日期。
       *[report] 报告封签早于首次查勘。
    }
finding-TIM-02-do = 核对日期并更正。
finding-TIM-03 = 单证所载出险日期从 { $from } 到 { $to } 不一。
finding-TIM-03-do = 查明何者为准，记录依据。
finding-TIM-04 =
    { $why ->
        [absent] 气象原因出险，没有气象资料。
       *[differs] 气象资料不是出险当日前后的。
    }
finding-TIM-04-do = 向气象或水文部门取得出险当日前后的证明。
finding-TIM-05 =
    { $why ->
        [before] 单证 { $number } 用于证明修复，日期却早于出险。
       *[after] 送货单 { $number } 晚于修复完成。
    }
finding-TIM-05-do = 核对单证与所证明的损失项。
finding-TIM-06 = 合同 { $number } 签于出险之后。
finding-TIM-06-do = 查明出险时的合同关系，取得原合同。
finding-TIM-07 = “{ $item }”在首次查勘前已修复，且没有照片。
finding-TIM-07-do = 取得修复前照片、视频或现场见证。
finding-TIM-08 =
    { $clock ->
        [t01a] 出险通知期限（保单约定）
        [t03] 核定期限（三十日）
        [t04] 支付期限（十日）
        [t06] 拒赔通知期限（三日）
        [t07] 先行赔付期限（六十日）
        [t09] 责任保险索赔时效（二年）
       *[t08] 索赔时效（二年）
    }{ $why ->
        [late] 已过，
       *[near] 将到，
    }截止 { $last }。
finding-TIM-08-do = 按期办理；已逾期的写明原因和对各方的影响。
finding-TIM-09 = 两次出险相隔 { $hours } 小时。
finding-TIM-09-do = 按条款判断为一次还是两次事故，免赔额据此计算。
finding-TIM-10 = 报价早于出险 { $days } 天。
finding-TIM-10-do = 重新询价，或说明价格未变的依据。
finding-LOC-02 = “{ $item }”的桩号超出所属标段。
finding-LOC-02-do = 核对桩号和标段；超出部分不在承保范围内的予以剔除。
finding-LOC-03 = “{ $item }”报损长度 { $claimed } 与桩号之差 { $distance } 相差超过百分之一。
finding-LOC-03-do = 核对两端桩号和数量。
finding-LOC-04 = 有 { $count } 项损失没有写明部位，第一项是“{ $item }”。
finding-LOC-04-do = 写明轴线、楼层或桩号，或选定受损部位。
finding-LOC-05 = 出险地点“{ $loss }”与保单地点“{ $policy }”不符。
finding-LOC-05-do = 核对是否在保单载明的场所内。
finding-PHO-08 = 没有照片注明显示号牌或车辆识别代号。
finding-PHO-08-do = 补拍或在照片说明中注明。
finding-PHO-09 = 照片 { $number } 只有 { $width }×{ $height } 像素。
finding-PHO-09-do = 取得相机原图。
finding-PHO-11 = 照片 { $number } 的原件与入案时不同或已丢失。
finding-PHO-11-do = 从备份或提交人处取回原件。
finding-QTY-05 = “{ $item }”核定 { $assessed }，计量证书只有 { $built }。
finding-QTY-05-do = 以已完成数量为限，或补充出险前完成的证据。
finding-QTY-11 = “{ $item }”实测尺寸 { $measured } 大于图纸 { $drawn }。
finding-QTY-11-do = 超出图纸的部分说明变更依据，否则按图纸计。
finding-QTY-12 = 钢筋 { $steel } 千克、混凝土 { $concrete } 立方米，含钢量不在常见范围。
finding-QTY-12-do = 核对两项的计算式和单位。
finding-QTY-13 = “{ $item }”图上有洞口，没有扣减。
finding-QTY-13-do = 另列一行扣减，或说明按规则不扣。
finding-QTY-16 = “{ $item }”计 { $measured }，原有只有 { $there }。
finding-QTY-16-do = 以原有数量为限，或更正原有数量。
finding-PRC-07 = “{ $item }”规格高于原状，没有扣除改善部分。
finding-PRC-07-do = 按原规格计价，或填写改善金额。
finding-PRC-09 =
    { $why ->
        [twice] 发票 { $number } 的号码已在另一单证出现。
        [form] 发票 { $number } 的号码不是八位或二十位数字。
       *[buyer] 发票 { $number } 的购买方不是被保险人。
    }
finding-PRC-09-do = 在税务平台查验，并请提交人说明。
finding-PRC-10 = 合同 { $number } 金额 { $amount }，其发票合计 { $sum }。
finding-PRC-10-do = 查明差额：未开票、变更或重复。
finding-PRC-11 = “{ $item }”计 { $counted }，按人数和天数最多 { $most }。
finding-PRC-11-do = 核对考勤表。
finding-PRC-12 = “{ $item }”没有停工指令或考勤。
finding-PRC-12-do = 取得指令、会议纪要或考勤，关联到该项。
finding-PRC-13 = 报价方“{ $supplier }”与被保险人有关联。
finding-PRC-13-do = 另行询价。
finding-PRC-14 = “{ $item }”没有正常费用作对照。
finding-PRC-14-do = 填写不加急时的费用，只计差额。
finding-DOC-01 = 清单所列必需单证缺 { $count } 种。
finding-DOC-01-do = 见单证清单，一次性书面要求补充（保险法第二十二条）。
finding-DOC-03 =
    { $why ->
        [paper] 单证 { $number } 在出险前已过有效期。
       *[expert] “{ $number }”的资质在委托前已到期。
    }
finding-DOC-03-do = 取得有效的单证或另行委托。
finding-DOC-07 =
    { $why ->
        [day] 单证 { $number } 所载出险日期 { $cited }，案件为 { $case }。
       *[amount] 单证 { $number } 金额 { $cited }，报损总额 { $case }。
    }
finding-DOC-07-do = 查明何者为准并更正或说明。
finding-DOC-08 = 先后 { $count } 次要求补充材料。
finding-DOC-08-do = 保险法第二十二条要求一次性通知；写明再次要求的原因。
finding-DOC-10 = “{ $item }”只有当事人陈述。
finding-DOC-10-do = 补充照片、测量或第三方材料（证据规定第九十条）。
finding-DOC-11 = “{ $item }”的材料都出自“{ $author }”。
finding-DOC-11-do = 取得他方材料互相印证。
finding-DOC-12 = 经纪人代办索赔，没有委托书。
finding-DOC-12-do = 取得并收入委托书。
finding-ARI-02 = 各项报损合计 { $sum }，索赔书总额 { $total }。
finding-ARI-02-do = 逐项核对，查明缺项或重复。
finding-ARI-03 = 结论所写金额与理算结果 { $payable } 不符。
finding-ARI-03-do = 更正结论中的金额。
finding-ARI-04 = 单证 { $number } 的大写金额与小写不符，应为“{ $words }”。
finding-ARI-04-do = 请出具方更正或说明。
finding-ARI-08 =
    { $why ->
        [cost] “{ $item }”既填了费用总额，又有损失项目，两者都会计入。
       *[items] “{ $item }”同一部位列入两个保险项目。
    }
finding-ARI-08-do =
    { $why ->
        [cost] 只保留一处：有分项的，清空费用总额。
       *[items] 只保留一处，或分清各自部分。
    }
finding-GOV-01 =
    { $count ->
        [0] 没有登记经办公估人员。
       *[other] 经办人员只有 { $count } 人。
    }
finding-GOV-01-do = 公估业务至少由两名公估人员承办。
finding-GOV-02 = “{ $name }”的执业证 { $until } 到期。
finding-GOV-02-do = 更新执业证信息或更换人员。
finding-GOV-03 = 没有签署的利益冲突声明。
finding-GOV-03-do = 签署声明并记录日期。
finding-GOV-04 = “{ $name }”既经办又复核。
finding-GOV-04-do = 由未经办的人员复核。
finding-GOV-05 =
    { $why ->
        [unsealed] 终期报告没有封签。
       *[signatures] 终期报告签字不足两人。
    }
finding-GOV-05-do = 补足签字后重新出具。
finding-GOV-06 = “{ $who }”权限 { $limit }，审批金额 { $amount }。
finding-GOV-06-do = 报有权限的人审批。
finding-GOV-07 = 报告 { $number } 封签后案件有改动。
finding-GOV-07-do = 出具更正报告（R 版），说明改动。
finding-GOV-08 = 工作记录间断 { $days } 天。
finding-GOV-08-do = 补记期间的工作，或说明原因。
finding-GOV-09 = 没有提示施救、减损的记录。
finding-GOV-09-do = 补记提示的时间、对象和内容（保险法第五十七条）。
finding-GOV-10 =
    { $why ->
        [destroyed] 档案于 { $destroyed } 销毁，早于保管期满 { $until }。
       *[open] 已结案，未定档案类别或保管年限。
    }
finding-GOV-10-do =
    { $why ->
        [destroyed] 查明由谁决定销毁，并在此说明；保管期未满的档案不得销毁（资产评估法第二十九条）。
       *[open] 按制度选定类别和年限。
    }
finding-REC-01 = 没有通知第三者“{ $name }”。
finding-REC-01-do = 发出追偿通知，记录送达日期。
finding-REC-02 = 与“{ $name }”约定放弃追偿。
finding-REC-02-do = 核对约定时间及投保时是否告知（保险法第六十一条、解释四第九条）。
finding-REC-03 = 赔付前 { $on } 已与“{ $name }”和解。
finding-REC-03-do = 相应扣减赔款或说明理由。
finding-REC-04 = 已赔付且有第三者，没有权益转让书。
finding-REC-04-do = 取得权益转让书。
finding-REC-05 = 有追偿款，没有选定处理方式。
finding-REC-05-do = 选定处理方式并写明条款。
finding-REC-06 =
    { $why ->
        [late] 对“{ $name }”的时效已于 { $last } 届满。
       *[near] 对“{ $name }”的时效将于 { $last } 届满。
    }
finding-REC-06-do = 及时主张或取得中断时效的证据。
finding-REC-07 = “{ $name }”的质保期到 { $until }，出险在质保期内。
finding-REC-07-do = 先向质保方主张。
finding-FRD-01 =
    { $why ->
        [vin] 识别代号 { $number } 出现两次。
       *[part] 旧件编号 { $number } 出现两次。
    }
finding-FRD-01-do = 核对是否为同一车辆或零件。
finding-FRD-02 = 有 { $count } 项核定金额略低于审批权限。
finding-FRD-02-do = 核对各项的计价依据。
finding-FRD-03 = { $all } 项报损中有 { $count } 项是整千金额。
finding-FRD-03-do = 要求提供计算依据。
finding-FRD-04 = { $all } 项报损金额的首位数字分布异常。
finding-FRD-04-do = 仅供提示；抽查单证。
finding-FRD-05 = 陈述与签字时的内容不同。
finding-FRD-05-do = 查明由谁、何时、为何改动。
finding-FRD-06 = 批单 { $number } 在出险前 { $days } 天提高保险金额。
finding-FRD-06-do = 查明加保原因和当时的财产状况。
finding-FRD-07 = 发票号码 { $number } 与另一供应方的发票相连。
finding-FRD-07-do = 在税务平台查验两张发票。
finding-MOT-01 =
    { $why ->
        [form] “{ $plate }”的识别代号不是十七位或含有不用的字母。
       *[digit] “{ $plate }”识别代号的校验位不符。
    }
finding-MOT-01-do = 核对车架号照片和行驶证；部分厂家不用校验位。
finding-MOT-02 = 驾驶证 { $held } 不能驾驶“{ $plate }”（需要 { $needed }）。
finding-MOT-02-do = 核对驾驶证和车辆类型；属除外责任的在责任分析中写明。
finding-MOT-03 = “{ $plate }”驾驶人酒精含量 { $found } mg/100 ml。
finding-MOT-03-do = 核对检验报告和免责条款。
finding-MOT-04 =
    { $why ->
        [registered] “{ $plate }”初次登记晚于出险。
       *[mileage] “{ $plate }”的里程与车龄不符。
    }
finding-MOT-04-do = 核对行驶证和里程表照片。
finding-MOT-05 = “{ $item }”{ $price } 高于目录价 { $listed }。
finding-MOT-05-do = 按目录价或说明差价原因。
finding-MOT-06 = “{ $plate }”喷漆 { $painted } 面，受损 { $damaged } 面。
finding-MOT-06-do = 只计受损面。
finding-MOT-07 = “{ $plate }”全损，没有残值。
finding-MOT-07-do = 询价或拍卖确定残值。
finding-MOT-08 = “{ $plate }”估价 { $estimate } 高于实际价值 { $value }。
finding-MOT-08-do = 按推定全损比较后决定。
finding-MOT-09 = 各方责任比例之和为 { $sum }。
finding-MOT-09-do = 核对事故认定书，使合计为一。
finding-ANS-01 =
    { $why ->
        [reason] 对 { $check } 的说明没有理由。
        [answered_by] 对 { $check } 的豁免没有申请人。
        [supervisor] 对 { $check } 的豁免没有主管批准。
       *[same] 对 { $check } 的豁免由申请人自己批准。
    }
finding-ANS-01-do = 补全理由；阻断项须由另一名主管豁免。
finding-ANS-02 = 对 { $check } 的说明所针对的检查结果已不存在。
finding-ANS-02-do = 保留作记录，或删除。
