"""What the demo bureau sends out: forms, kinds, addressees (all invented)."""

from __future__ import annotations

# form of the title, type of document, format, word before the year in its number, name, addressee
FORMS = (
    ("关于印发{topic}实施方案的通知", "通知", "文件", "温鹿经信", "局", "各科室、下属单位"),
    ("关于报送{topic}情况的函", "函", "信函", "温鹿经信函", "局", "市经济和信息化局"),
    ("关于{topic}情况的报告", "报告", "文件", "温鹿经信", "局", "区政府"),
    ("关于{topic}所需经费的请示", "请示", "文件", "温鹿经信", "局", "区政府"),
    ("关于{topic}工作情况的通报", "通报", "文件", "温鹿经信", "局", "各科室、下属单位"),
    ("关于加强{topic}工作的意见", "意见", "文件", "温鹿经信党", "党组", "各党支部"),
)
BODY = (
    "为做好{topic}工作，现将有关事项明确如下：\n一、总体要求\n坚持问题导向，把{topic}摆在重要位置，明确责任、抓好落实。\n"
    "二、主要任务\n（一）摸清底数。各责任科室对照任务清单，逐项梳理。\n（二）按月推进。每月底前报送进展。\n"
    "三、工作要求\n加强协作配合，确保按期完成。"
)
