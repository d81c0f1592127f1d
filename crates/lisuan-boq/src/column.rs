//! What a column is, told by the words over it.

use crate::narrow::label;

/// What a column of a bill holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 序号.
    Number,
    /// 项目编码.
    Code,
    /// 项目名称.
    Name,
    /// 项目特征.
    Feature,
    /// 计量单位.
    Unit,
    /// 工程量.
    Quantity,
    /// 综合单价.
    UnitPrice,
    /// 合价.
    Amount,
    /// 其中暂估价.
    Provisional,
    /// 备注.
    Remark,
    /// 计算基础 of a measure that is paid as a percentage.
    Base,
    /// 费率.
    Rate,
}

impl Field {
    /// All of them, in the usual order of a bill.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Code,
        Self::Name,
        Self::Feature,
        Self::Unit,
        Self::Quantity,
        Self::UnitPrice,
        Self::Amount,
        Self::Provisional,
        Self::Remark,
        Self::Base,
        Self::Rate,
    ];

    /// Its word in the output and in the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Code => "code",
            Self::Name => "name",
            Self::Feature => "feature",
            Self::Unit => "unit",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unit_price",
            Self::Amount => "amount",
            Self::Provisional => "provisional",
            Self::Remark => "remark",
            Self::Base => "base",
            Self::Rate => "rate",
        }
    }

    /// The field of a word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }

    /// Headings that mean this field and nothing else, as [`normal`] leaves them.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Number => {
                &["序号", "序", "顺序号", "行号", "no", "sn", "s/n", "serialno", "srno"]
            }
            Self::Code => &[
                "项目编码",
                "清单编码",
                "项目编号",
                "清单编号",
                "编码",
                "编号",
                "子目号",
                "子目编号",
                "子目编码",
                "细目号",
                "细目编号",
                "项目号",
                "项目代码",
                "清单项目编码",
                "清单子目号",
                "清单号",
                "目号",
                "支付号",
                "支付编号",
                "定额编号",
                "code",
                "itemcode",
                "itemno",
                "itemnumber",
                "itemref",
                "boqcode",
                "boqref",
                "boqitem",
                "billref",
                "billitem",
                "ref",
                "refno",
                "reference",
                "paymentitem",
                "payitem",
                "costcode",
            ],
            Self::Name => &[
                "项目名称",
                "名称",
                "子目名称",
                "细目名称",
                "清单名称",
                "清单项目名称",
                "工程项目名称",
                "分部分项工程名称",
                "分项工程名称",
                "工程项目或费用名称",
                "工程或费用名称",
                "费用名称",
                "名称及规格",
                "项目名称及规格",
                "工程名称及规格",
                "项目内容",
                "工作内容名称",
                "工程项目",
                "支付细目名称",
                "汇总内容",
                "单项工程名称",
                "单位工程名称",
                "description",
                "itemdescription",
                "descriptionofwork",
                "descriptionofworks",
                "descriptionofitem",
                "particulars",
                "workitem",
                "name",
                "itemname",
                "activity",
                "works",
            ],
            Self::Feature => &[
                "项目特征描述",
                "项目特征",
                "特征描述",
                "特征",
                "项目特征及工作内容",
                "清单项目特征",
                "项目特征及工程内容",
                "规格型号",
                "规格型号及技术要求",
                "型号规格",
                "规格",
                "规格及型号",
                "技术要求",
                "技术规格",
                "主要工作内容",
                "工作内容",
                "specification",
                "specifications",
                "spec",
                "features",
                "feature",
                "characteristics",
                "technicalrequirements",
            ],
            Self::Unit => &[
                "计量单位",
                "单位",
                "单",
                "unit",
                "units",
                "uom",
                "unitofmeasure",
                "unitofmeasurement",
            ],
            Self::Quantity => &[
                "工程量",
                "工程数量",
                "数量",
                "清单工程量",
                "清单数量",
                "合同数量",
                "合同工程量",
                "暂定工程量",
                "暂定数量",
                "预计数量",
                "估算数量",
                "招标工程量",
                "招标数量",
                "投标数量",
                "图纸工程量",
                "qty",
                "quantity",
                "quantities",
                "boqqty",
                "estqty",
                "estimatedquantity",
                "contractqty",
                "contractquantity",
            ],
            Self::UnitPrice => &[
                "综合单价",
                "单价",
                "全费用综合单价",
                "全费用单价",
                "不含税综合单价",
                "含税综合单价",
                "不含税单价",
                "含税单价",
                "除税单价",
                "投标单价",
                "合同单价",
                "报价单价",
                "中标单价",
                "综合单价合计",
                "rate",
                "unitprice",
                "unitrate",
                "price",
                "unitcost",
            ],
            Self::Amount => &[
                "合价",
                "金额",
                "合计",
                "总价",
                "综合合价",
                "合同金额",
                "总金额",
                "合计金额",
                "复价",
                "小计",
                "价款",
                "投标报价",
                "报价",
                "投标金额",
                "含税合价",
                "不含税合价",
                "合同合价",
                "amount",
                "total",
                "totalprice",
                "totalamount",
                "totalcost",
                "sum",
                "extension",
                "lineamount",
            ],
            Self::Provisional => &[
                "暂估价",
                "其中暂估价",
                "其中:暂估价",
                "材料暂估价",
                "材料及设备暂估价",
                "暂估合价",
                "暂估金额",
                "provisional",
                "provisionalsum",
                "ofwhichprovisional",
            ],
            Self::Remark => &[
                "备注", "说明", "附注", "remark", "remarks", "note", "notes", "comment", "comments",
            ],
            Self::Base => {
                &["计算基础", "取费基础", "计算基数", "取费基数", "基数说明", "计费基础", "base"]
            }
            Self::Rate => &["费率", "费率(%)", "费率%", "税率", "税率%", "percentage", "%"],
        }
    }

    /// What a heading has in it that means this field in all likelihood.
    const fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["项目编码", "清单编码", "子目号", "细目号", "项目编号"],
            Self::Name => &["项目名称", "子目名称", "细目名称", "description"],
            Self::Feature => &["项目特征", "特征描述", "规格型号", "型号规格", "specification"],
            Self::Unit => &["计量单位"],
            Self::Quantity => &["工程量", "工程数量", "quantity"],
            Self::UnitPrice => &["综合单价", "单价", "unitprice", "unitrate"],
            Self::Amount => &["合价", "总价", "金额", "amount"],
            Self::Provisional => &["暂估"],
            Self::Remark => &["备注", "remark"],
            Self::Number | Self::Base | Self::Rate => &[],
        }
    }
}

/// How a column was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Its heading is one of the usual ones.
    Found,
    /// Its heading has a usual one in it.
    Similar,
    /// A person said so, now or for this template before.
    Chosen,
    /// For this template a person said so before.
    Remembered,
}

impl How {
    /// Its word in the output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Similar => "similar",
            Self::Chosen => "chosen",
            Self::Remembered => "remembered",
        }
    }
}

/// The longest heading; what is longer is a sentence.
const HEADING_CHARS_MAX: usize = 40;

/// A heading for comparing: narrow, small letters, no blanks, no currency or unit in brackets, no
/// points. Empty for what cannot be a heading.
pub(crate) fn normal(text: &str) -> String {
    if text.chars().count() > HEADING_CHARS_MAX {
        return String::new();
    }
    let text = label(text);
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            '.' | '_' | '*' | '\'' => {}
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    for ending in ["rmb", "cny", "元", "万元"] {
        if let Some(rest) = out.strip_suffix(ending)
            && !rest.is_empty()
        {
            out = rest.trim_end_matches([':', '/', '-', ',']).to_owned();
        }
    }
    out
}

/// The field of a heading, and how sure that is.
pub(crate) fn recognised(text: &str) -> Option<(Field, How)> {
    let colon = text.contains([':', '：']);
    let text = normal(text);
    if text.is_empty() {
        return None;
    }
    if let Some(field) = Field::ALL.into_iter().find(|field| field.words().contains(&text.as_str()))
    {
        return Some((field, How::Found));
    }
    // `工程名称：…` is a line of the form around the table.
    if colon && !text.starts_with("其中") {
        return None;
    }
    // What is a part of the price stands in columns of its own and is none of these.
    let part = ["人工", "材料费", "机械", "管理费", "利润", "labour", "material", "plant"];
    if part.iter().any(|word| text.contains(word)) && !text.contains("暂估") {
        return None;
    }
    // The narrowest first: 暂估单价 is no 单价.
    let mut order = Field::ALL;
    order.sort_by_key(|field| *field != Field::Provisional);
    let similar =
        order.into_iter().find(|field| field.parts().iter().any(|part| text.contains(part)));
    similar.map(|field| (field, How::Similar))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_as_they_are_written() {
        for (text, field) in [
            ("计量\n单位", Field::Unit),
            ("其中：\n暂估价", Field::Provisional),
            ("综合单价（元）", Field::UnitPrice),
            ("合 价", Field::Amount),
            ("金额(元)", Field::Amount),
            ("Unit Price (CNY)", Field::UnitPrice),
            ("Q'ty", Field::Quantity),
            ("Qty.", Field::Quantity),
            ("DESCRIPTION", Field::Name),
            ("项目特征及主要工作内容", Field::Feature),
            ("子目名称", Field::Name),
            ("综合单价/元", Field::UnitPrice),
            ("本期合同工程量", Field::Quantity),
            ("ＱＴＹ", Field::Quantity),
        ] {
            assert_eq!(recognised(text).map(|(field, _)| field), Some(field), "{text:?}");
        }
        for text in ["工程名称：某桥", "金额单位：元", "人工费单价", "", "一、土方", "1"]
        {
            assert_eq!(recognised(text), None, "{text:?} heads no column of ours");
        }
    }

    #[test]
    fn each_word_means_one_field() {
        let mut seen = std::collections::BTreeMap::new();
        for field in Field::ALL {
            for word in field.words() {
                // 工作内容 may be a name or a feature; the narrower meaning must win by order.
                assert_eq!(seen.insert(*word, field), None, "{word} means two fields");
                let expected = normal(word);
                assert!(
                    expected == *word || *word == "费率(%)",
                    "{word} is never compared as written"
                );
            }
        }
    }
}
