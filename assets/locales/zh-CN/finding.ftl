# 核查发现：finding-<编号> 说明发现了什么，finding-<编号>-do 说明如何处理。

finding-POL-01 = 出险日期 { $loss } 不在保险期间 { $from } 至 { $to } 之内。
finding-POL-01-do = 核对出险日期与保单；如有延期批单或分段期间，请更正保险期间并注明依据。
finding-POL-02 =
    { $edge ->
        [inception] 出险在保险起期后 { $days } 天内。
       *[expiry] 出险距保险止期仅 { $days } 天。
    }
finding-POL-02-do = 收集能够独立证明出险时间的资料，并写明核实经过。
finding-POL-03 = 标的已于 { $handover } 移交、验收或投入使用，早于出险日期 { $loss }。
finding-POL-03-do = 核对部分移交、验收条款，把双方对条款的解释及各自的证据并列记录，并写明责任认定。
finding-POL-05 =
    { $why ->
        [no-extension] 有损失项目归入的扩展责任或施救费用没有记录。
       *[no-item] 有损失项目没有归入任何保险项目。
    }
finding-POL-05-do = 把该项归入保单的保险项目；如不属于任何保险项目，请写明不予赔偿的理由。
finding-POL-08 = 该免责条款、免赔或比例赔偿没有已向被保险人提示说明的证据。
finding-POL-08-do = 查找投保提示书、声明栏等证据；没有证据的，该条款可能不生效（保险法第十七条、司法解释二第九条），请并列两种结果。
finding-POL-09 =
    { $why ->
        [later] 批单 { $number } 自 { $from } 起生效，晚于出险日期 { $loss }，理算中没有采用。
       *[no-date] 批单 { $number } 的生效日期或案件的出险日期没有填写，理算中没有采用该批单。
    }
finding-POL-09-do = 核对批单的生效日期；出险时已生效的，请更正日期并保存批单原件。
finding-POL-11 =
    { $why ->
        [own-policy-not-marked] 有重复保险，但没有标明哪一份是本保单。
        [untreated] 另有保单，尚未写明本保单的保险金额和分摊方式，理算金额未作分摊。
       *[no-sum-insured] 有重复保险，其中一份保单没有保险金额，无法分摊。
    }
finding-POL-11-do = 查明各份保单的保险人、保险金额和条款，标明本保单，再按约定的方式分摊（保险法第五十六条）。

finding-QTY-01 = 工程量计算式无法识读，问题在第 { $at } 个字符处。
finding-QTY-01-do = 请在该处更正计算式；原来输入的文字仍保留。
finding-QTY-02 = 所载工程量 { $stated } 与计算式结果 { $computed } 不符。
finding-QTY-02-do = 查对原始记录，确认是计算式有误还是笔误，并在备注中写明以何者为准。
finding-QTY-03 = “{ $item }”报损数量 { $claimed } 大于联合测量数量 { $measured }。
finding-QTY-03-do = 以联合测量为准，或请报损方补充超出部分的依据。
finding-QTY-06 = 所载长度 { $stated } 米与桩号相减所得 { $computed } 米不符。
finding-QTY-06-do = 核对起止桩号；如只计其中部分路段，请在备注中写明。
finding-QTY-07 = “{ $item }”工程量的单位 { $unit } 与单价的单位 { $other } 不一致。
finding-QTY-07-do = 统一单位，或换用单位相同的单价。

finding-PRC-02 = “{ $item }”没有注明计价依据的单价。
finding-PRC-02-do = 注明单价依据：合同清单、定额、市场价或协商价，并写明出处。

finding-PHO-01 =
    { $why ->
        [after] 照片 { $number } 的拍摄日期 { $taken } 晚于报告日期 { $day }。
       *[before] 照片 { $number } 的拍摄日期 { $taken } 早于出险日期 { $day }。
    }
finding-PHO-01-do =
    { $why ->
        [after] 核对相机时钟；报告之后所摄的，不作为该报告的证据，或另出更正。
       *[before] 核对相机时钟；如确为出险前所摄，请在说明中注明是受损前的状况。
    }
finding-PHO-02 = 照片 { $number } 没有可用的拍摄时间，或经过软件编辑。
finding-PHO-02-do = 向拍摄人索取相机原件，或以查勘记录佐证拍摄的时间和地点。
finding-PHO-05 = “{ $item }”没有对应的照片。
finding-PHO-05-do = 把证明该项损失的照片与此项关联，或在“说明”中写明为何没有照片。
finding-PHO-06 = “{ $place }”有 { $count } 张特写（自照片 { $number }），没有同一部位的全景。
finding-PHO-06-do = 补拍或指定该部位的全景照片；确实无法补拍的，在查勘记录中说明特写的具体位置。

finding-ARI-01 =
    { $why ->
        [no-quantity] 损失项目没有工程量，也没有总价，无法计算核定金额。
        [no-price] 损失项目有工程量但没有单价，无法计算核定金额。
        [no-cost] 扩展条款的费用没有金额。
        [differs] 所载金额不等于数量乘以单价。
       *[other] “{ $item }”报损金额 { $claimed } 不等于数量乘以单价所得 { $computed }。
    }
finding-ARI-01-do = 核对数量、单价和金额：缺的补全，不符的更正，或请报损方说明。
finding-ARI-05 = 各共保人的份额之和不是百分之百。
finding-ARI-05-do = 核对各共保人的份额，使其合计为百分之百。
finding-ARI-06 =
    { $why ->
        [no-rate] 有金额以 { $currency } 计，没有记录折算 { $other } 的汇率。
        [no-rate-on-day] 有金额以 { $currency } 计，没有记录{ $day ->
            [cost_date] 费用支付日
            [agreement_date] 协议日
            [payment_date] 支付日
           *[loss_date] 出险日
        }折算 { $other } 的汇率。
        [two-rates] { $currency } 与 { $other } 之间，{ $day ->
            [cost_date] 费用支付日
            [agreement_date] 协议日
            [payment_date] 支付日
           *[loss_date] 出险日
        }记录了两个不同的汇率。
       *[other] 货币代码 { $currency } 无法识别，暂按 { $other } 处理。
    }
finding-ARI-06-do = 写明约定的汇率、取用日期和来源；在此之前不同货币的金额不作比较。
finding-ARI-07 =
    { $why ->
        [above-claim] 核定金额高于报损金额，未说明理由。
       *[other] “{ $item }”核定金额 { $assessed } 高于报损金额 { $claimed }，未说明理由。
    }
finding-ARI-07-do = 在备注中写明核定高于报损的理由，或更正金额。

finding-ADJ-01 =
    { $why ->
        [above-sum-insured] 赔付金额超过保险金额。
        [above-limit] 赔付金额超过限额的剩余金额。
        [no-sum-insured] 没有保险金额，无法确定赔付的上限。
        [limit-without-amount] 一项限额没有金额。
        [paid-above] 已付合计 { $paid } 超过应付 { $due }。
       *[groups-overlap] 两项分组限额包含同一保险项目。
    }
finding-ADJ-01-do = 以保险金额或适用限额为上限，补全金额，并写明所依据的条款。
finding-ADJ-02 =
    { $why ->
        [no-sum-insured] 适用比例赔偿，但保险项目没有保险金额。
        [value-not-positive] 适用比例赔偿，但保险价值不是正数。
        [no-coinsurance-percentage] 按约定比例投保，但没有记录该比例。
        [no-single-ratio] 适用比例赔偿，但无法确定采用哪一个保险项目的比例。
       *[no-value] 适用比例赔偿，但保险项目没有保险价值。
    }
finding-ADJ-02-do = 补充出险时的保险金额、保险价值及其依据；如条款约定不按比例赔偿，请注明条款。
finding-ADJ-03 = 保险金额与保险价值一个含税、一个不含税。
finding-ADJ-03-do = 把两者换算到同一口径后再计算比例。
finding-ADJ-04 = 有一项比例、费率或份额不在 0 到 100% 之间。
finding-ADJ-04-do = 核对该比例的来源并更正。
finding-ADJ-05 =
    { $why ->
        [not-recorded] 没有记录免赔，也没有注明“无免赔”。
        [several] 记录了不止一项免赔，无法确定采用哪一项。
        [rule-not-chosen] 免赔既有金额又有比率，没有选定取用的方式。
        [base-not-chosen] 免赔有比率，没有选定计算基数。
        [negative] 免赔的金额或比率是负数。
        [no-amount] 免赔缺少其方式所需的金额。
        [no-rate] 免赔缺少其方式所需的比率。
        [no-days] 免赔缺少其方式所需的免赔期。
        [no-period] 免赔按免赔期计算，没有记录中断或延误的天数。
        [peril-unknown] 免赔因承保风险而异，没有记录承保风险。
        [none-for-peril] 只记录了其他风险的免赔，没有本次承保风险适用的免赔。
       *[other] 理算约定“{ $term }”的取值“{ $value }”无法识别。
    }
finding-ADJ-05-do =
    { $why ->
        [unread] 按说明的写法更正该约定的取值。
        [clock] 时限写天数，或 2m（月）、2y（年）；只能写有期限的时限编号，如 clock.T03。
       *[other] 按保单填写免赔的金额、比率、方式和基数，并注明条款；没有免赔的也请注明。
    }
finding-ADJ-06 =
    { $why ->
        [no-clause] 理算约定“{ $switch }”选为“{ $value }”，没有注明条款依据。
       *[default] 理算约定“{ $switch }”没有选定，按默认值“{ $value }”计算。
    }
finding-ADJ-06-do = 注明约定所在的条款；没有条款的，请说明采用该值的理由。
finding-ADJ-07 =
    { $why ->
        [none-on-total-loss] 全部损失没有残值。
       *[above-30-percent] 残值超过损失的三成。
    }
finding-ADJ-07-do = 写明残值的估算依据和处理方式。
finding-ADJ-08 = 没有核定损失，却计算了扩展条款的费用。
finding-ADJ-08-do = 核对该扩展条款是否以有核定损失为前提，并注明条款。
finding-ADJ-09 =
    { $why ->
        [no-reason] 和解或通融结案没有写明理由。
        [no-amount] 结案没有金额。
        [no-formula-result] 按公式结案，但理算结果尚不能得出。
        [nil-with-amount] 零赔付结案却有金额。
        [refusal-with-amount] 拒赔结案却有金额。
       *[differs-from-formula] 结案金额与理算结果不一致。
    }
finding-ADJ-09-do = 核对金额与结案方式；不是公式结果的，请选定结案方式并写明理由。
finding-ADJ-10 =
    { $why ->
        [no-amount] 有一笔追偿所得没有金额。
       *[above-loss] 追偿所得与赔付之和超过损失。
    }
finding-ADJ-10-do = 核对追偿的金额和扣减方式，使被保险人所得不超过损失。
finding-ADJ-11 =
    { $why ->
        [no-amount] 有一笔预付赔款没有金额。
        [above-formula] 先行赔付的金额高于理算结果。
       *[above-result] 预付赔款之和超过理算结果。
    }
finding-ADJ-11-do = 核对预付金额，并商定超出部分的退还办法。
finding-ADJ-12 = 保险项目此前已有赔付，保险金额没有恢复。
finding-ADJ-12-do = 以剩余的保险金额为限；已恢复的请补充批单。
finding-ADJ-13 =
    { $why ->
        [above-sum-insured] 施救费用超过保险金额。
       *[no-single-ratio] 施救费用适用比例赔偿，但无法确定采用哪一个保险项目的比例。
    }
finding-ADJ-13-do = 施救费用另行计算，以保险金额为限（保险法第五十七条）；请注明它所救护的保险项目。
finding-ADJ-14 = “{ $item }”是查明损失的费用，不属于保险标的损失。
finding-ADJ-14-do = 查勘、检验、鉴定费用由保险人在赔款之外承担（保险法第六十四条），请从损失清单中移出并另行记录。
finding-ADJ-15 = 按恢复费用赔偿的项目记有折旧，计算中没有采用。
finding-ADJ-15-do = 核对赔偿的计算基础；按实际价值赔偿的，请注明条款。
finding-ADJ-16 = 有一项限额只适用于特定风险，没有记录承保风险。
finding-ADJ-16-do = 写明承保风险；该风险的限额与一般限额同时适用，例如特种风险以保险金额的八成为限。
