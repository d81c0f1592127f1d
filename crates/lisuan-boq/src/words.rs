//! What the words of a row that is no item say.

use crate::narrow::label;

/// What a label of a sum says about its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sum {
    /// 本页小计.
    Page,
    /// 小计, 分部小计.
    Part,
    /// 合计, 总计.
    Total,
    /// 累计: everything so far.
    Cumulative,
}

/// Whether a label names a sum, and which.
pub(crate) fn sum(text: &str) -> Option<Sum> {
    let text = label(text);
    // A sentence that mentions a total is no label of one.
    if text.chars().count() > 60 {
        return None;
    }
    let text = text.trim_end_matches([':', ';', '.', '-']);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&[
        "本页小计",
        "本页合计",
        "本页计",
        "页小计",
        "页合计",
        "pagetotal",
        "totalofpage",
        "pagesub",
    ]) || text.ends_with("collection")
        || has(&["thispage"]) && has(&["total"])
    {
        return Some(Sum::Page);
    }
    if has(&["累计"]) {
        return Some(Sum::Cumulative);
    }
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let ends = |words: &[&str]| {
        let bare = text.split(['(', '（', '[']).next().unwrap_or(text);
        let bare = bare.trim_end_matches(['元', ':', '：']);
        let bare = bare.strip_suffix("人民币").unwrap_or(bare);
        words.iter().any(|word| bare.ends_with(word))
    };
    if starts(&["小计", "分部小计", "subtotal", "sub-total", "sectiontotal"])
        || ends(&["小计", "subtotal", "sub-total"])
    {
        return Some(Sum::Part);
    }
    if starts(&["合计", "总计", "共计", "总合计", "grandtotal", "total"])
        || ends(&["合计", "总计", "共计", "合价", "总价", "总造价", "grandtotal", "total"])
        || text.contains("合计") && text.contains("人民币")
    {
        return Some(Sum::Total);
    }
    None
}

/// Whether a row carries a sum to or from another page.
pub(crate) fn carried(text: &str) -> bool {
    let text = label(text);
    [
        "承前页",
        "承上页",
        "过次页",
        "转下页",
        "接上页",
        "接下页",
        "续上页",
        "broughtforward",
        "carriedforward",
        "b/f",
        "c/f",
    ]
    .iter()
    .any(|word| text.starts_with(word) || text.ends_with(word))
}

/// `Carried to collection` without a figure says where a sum goes; with one it is that sum.
pub(crate) fn carried_to(text: &str) -> bool {
    label(text).starts_with("carriedto")
}

/// Whether a row is a remark on the table.
pub(crate) fn note(text: &str) -> bool {
    let text = label(text);
    let marked = [
        "注",
        "说明",
        "备注",
        "附注",
        "note",
        "notes",
        "remark",
        "remarks",
        "编制说明",
        "填表说明",
    ];
    marked.iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(':') || rest.starts_with('、') || rest.starts_with('.')
        })
    })
}

/// Whether a row is for signatures.
pub(crate) fn signature(text: &str) -> bool {
    let text = label(text);
    const WHO: [&str; 22] = [
        "编制人",
        "复核人",
        "审核人",
        "审定人",
        "校核人",
        "校对人",
        "制表人",
        "负责人",
        "投标人",
        "招标人",
        "发包人",
        "承包人",
        "造价工程师",
        "法定代表人",
        "监理工程师",
        "经办人",
        "授权代表",
        "preparedby",
        "checkedby",
        "approvedby",
        "signature",
        "signedby",
    ];
    let who =
        WHO.iter().any(|word| text.starts_with(word)) && (text.contains(':') || text.contains('('));
    who || ["(签字)", "(盖章)", "(签字或盖章)", "(签字盖章)", "(签章)", "(公章)"]
        .iter()
        .any(|word| text.ends_with(word))
}

/// Whether a cell belongs to the form around a table: `工程名称：…`, `第 1 页 共 3 页`.
pub(crate) fn form(text: &str) -> bool {
    let text = label(text);
    const KEYS: [&str; 42] = [
        "工程名称",
        "项目名称",
        "工程项目",
        "单位工程",
        "单项工程",
        "标段",
        "标段名称",
        "合同段",
        "合同名称",
        "合同编号",
        "合同号",
        "建设单位",
        "施工单位",
        "承包单位",
        "承包人",
        "发包人",
        "招标人",
        "投标人",
        "报价单位",
        "供货单位",
        "金额单位",
        "货币单位",
        "单位",
        "币种",
        "报价日期",
        "编制日期",
        "编制时间",
        "日期",
        "时间",
        "专业",
        "清单编号",
        "表号",
        "page",
        "date",
        "project",
        "projectname",
        "contract",
        "contractno",
        "currency",
        "client",
        "contractor",
        "employer",
    ];
    let key = text.split(':').next().unwrap_or_default();
    let keyed = text.contains(':') && KEYS.contains(&key);
    keyed || page(&text)
}

/// `第1页共3页`, `page1of3`, `1/3页`.
fn page(text: &str) -> bool {
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let chinese = text.starts_with('第') && text.contains('页') && text.chars().count() < 16;
    let english = text.strip_prefix("page").is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c == ':') && rest.len() < 12
    });
    digits && (chinese || english)
}

/// Whether a single text over a table reads like its title.
pub(crate) fn title(text: &str) -> bool {
    let text = label(text);
    let ends = [
        "计价表",
        "报价表",
        "清单",
        "清单表",
        "明细表",
        "明细",
        "报价单",
        "汇总表",
        "计算表",
        "费用表",
        "billofquantities",
        "boq",
        "schedule",
        "pricingschedule",
        "一览表",
        "清单计价",
    ];
    let bare = text.split(['(', '（']).next().unwrap_or(&text);
    ends.iter().any(|ending| bare.ends_with(ending)) || text.starts_with("billofquantities")
}

/// What stands in a bill after its items without being one of them: taxes, fees, sums set aside.
pub(crate) fn lump(text: &str) -> bool {
    let text = label(text);
    [
        "税金",
        "增值税",
        "销项税",
        "规费",
        "暂列金",
        "专业工程暂估",
        "计日工",
        "总承包服务费",
        "安全文明施工费",
        "安全生产费",
        "利润",
        "管理费",
        "优惠",
        "下浮",
        "让利",
        "vat",
        "tax",
        "contingency",
        "contingencies",
        "provisionalsum",
        "discount",
    ]
    .iter()
    .any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_by_their_words() {
        for (text, expected) in [
            ("本页小计", Some(Sum::Page)),
            ("合    计", Some(Sum::Total)),
            ("小计;通风与供配电", Some(Sum::Part)),
            ("分部小计", Some(Sum::Part)),
            ("土石方工程小计", Some(Sum::Part)),
            ("第200章合计（结转至汇总表）", Some(Sum::Total)),
            ("清单 第200章 合计 人民币", Some(Sum::Total)),
            ("Sub-total", Some(Sum::Part)),
            ("TOTAL", Some(Sum::Total)),
            ("Page total", Some(Sum::Page)),
            ("总 价", Some(Sum::Total)),
            ("累计", Some(Sum::Cumulative)),
            ("一、土方工程", None),
            ("钢筋混凝土", None),
        ] {
            assert_eq!(sum(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_form_around_a_table() {
        for text in [
            "工程名称：某某厂房",
            "标段：一标段",
            "第 1 页 共 3 页",
            "金额单位：元",
            "Page 1 of 3",
            "报价日期：2024-05-06",
        ] {
            assert!(form(text), "{text:?} belongs to the form");
        }
        for text in ["一、土方", "附录A 土石方工程", "现浇混凝土", "第200章 路基"]
        {
            assert!(!form(text), "{text:?} does not");
        }
        assert!(
            note("注：暂估价仅列材料") && note("说明：本报价") && !note("注浆"),
            "notes have a mark"
        );
        assert!(
            signature("编制人：")
                && signature("法定代表人（签字或盖章）")
                && !signature("投标总价")
        );
        assert!(title("分部分项工程和单价措施项目清单与计价表") && title("桥梁工程清单（变更后）"));
    }
}
