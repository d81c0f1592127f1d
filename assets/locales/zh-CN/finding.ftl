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

finding-PHO-01 = 照片 { $number } 的拍摄日期 { $taken } 早于出险日期 { $loss }。
finding-PHO-01-do = 核对相机时钟；如确为出险前所摄，请在说明中注明是受损前的状况。
finding-PHO-02 = 照片 { $number } 没有可用的拍摄时间，或经过软件编辑。
finding-PHO-02-do = 向拍摄人索取相机原件，或以查勘记录佐证拍摄的时间和地点。
finding-PHO-05 = “{ $item }”没有对应的照片。
finding-PHO-05-do = 把证明该项损失的照片与此项关联，或在备注中说明为何没有照片。

finding-ARI-01 = “{ $item }”报损金额 { $claimed } 不等于数量乘以单价所得 { $computed }。
finding-ARI-01-do = 核对报损单的数量、单价和金额，更正录入或请报损方说明。
finding-ARI-05 = 各项分摊之和不等于总额。
finding-ARI-05-do = 核对各方份额，使其合计为总额。
finding-ARI-06 = 金额涉及 { $currency } 和 { $other } 两种货币，没有记录汇率。
finding-ARI-06-do = 写明约定的汇率、取用日期和来源；在此之前两种货币的金额不作比较。
finding-ARI-07 = “{ $item }”核定金额 { $assessed } 高于报损金额 { $claimed }，未说明理由。
finding-ARI-07-do = 在备注中写明核定高于报损的理由，或更正金额。

finding-ADJ-01 = 赔付金额超过保险金额或限额。
finding-ADJ-01-do = 以保险金额或适用限额为上限，并写明所依据的条款。
finding-ADJ-02 = “{ $item }”适用比例赔偿，但没有保险价值。
finding-ADJ-02-do = 补充出险时的保险价值及其依据；如条款约定不按比例赔偿，请注明条款。
finding-ADJ-04 = “{ $item }”保险金额高于保险价值，比例按 1 计算。
finding-ADJ-04-do = 核对保险金额与保险价值；超过保险价值的部分无效（保险法第五十五条）。
finding-ADJ-05 = 没有选定免赔的计算方式或计算基数。
finding-ADJ-05-do = 按保单填写免赔的方式和基数，并注明条款。
finding-ADJ-06 = 理算约定 { $term } 没有注明条款依据，按默认值计算。
finding-ADJ-06-do = 注明约定所在的条款；没有条款的，请说明采用默认值的理由。
finding-ADJ-07 = 残值与损失不相称：高于损失的三成，或全损设备没有残值。
finding-ADJ-07-do = 写明残值的估算依据和处理方式。
finding-ADJ-09 = 结案金额 { $settled } 与理算结果 { $payable } 不一致，没有写明理由。
finding-ADJ-09-do = 如为和解、通融或其他方式结案，请选定结案方式并写明理由。
finding-ADJ-10 = 追偿所得与赔付之和超过损失。
finding-ADJ-10-do = 核对追偿金额的扣减方式，使被保险人所得不超过损失。
finding-ADJ-11 = 预付赔款超过理算结果。
finding-ADJ-11-do = 核对预付金额，并商定超出部分的退还办法。
