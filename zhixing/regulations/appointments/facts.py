"""What the tables and rules of 干部选拔任用 speak about, with the words of the regulation."""

from zhixing.law.facts import Choice, Day, Fact, Number, Text, YesNo

MEETING_FIRST, TALKS_FIRST = "会议在前", "谈话在前"
RELATIONS = ("本人", "夫妻", "直系血亲", "三代以内旁系血亲", "近姻亲", "无")
REPLIES = ("同意", "不同意", "要求改动")
INQUIRIES = ("未核查", "不影响任职", "影响任职")
MOST = 1000

APPROVED = Fact("核定职数", Number(0, MOST), note="“三定”方案核定的这个职务的职数")
FILLED = Fact("已配人数", Number(0, MOST))
MEETING_DAY = Fact("会议推荐日期", Day())
TALKS_DAY = Fact("谈话推荐日期", Day())
RECOMMENDED = Fact("推荐日期", Day())
USED = Fact("使用日期", Day())
PUBLISHED = Fact("发布日期", Day())
DUE = Fact("应到", Number(0, MOST))
PRESENT = Fact("实到", Number(0, MOST))
IN_FAVOUR = Fact("赞成", Number(0, MOST))

FACTS = (
    Fact("先后", Choice((MEETING_FIRST, TALKS_FIRST))),
    Fact("有上级依据", YesNo(), default="否", note="谈话在前的要写明依据"),
    Fact("可以采用", YesNo()),
    Fact("会议推荐较早", YesNo(), note="同一天也算会议较早"),
    Fact("起算日", Choice(("会议推荐日", "谈话推荐日"))),
    Fact("考察组人数", Number(0, 100)),
    Fact("可以考察", YesNo()),
    Fact("关系", Choice(RELATIONS), note="到会成员跟讨论对象的关系"),
    Fact("应当回避", YesNo()),
    Fact("计入应到", YesNo()),
    Fact("审核意见", Choice(REPLIES), note="区委组织部的审核意见"),
    Fact("下一步", Text()),
    Fact("核查结论", Choice(INQUIRIES)),
    Fact("处理", Text()),
    Fact("处分影响期内", YesNo()),
    Fact("亲属任科室领导", YesNo()),
    Fact("可以任用", YesNo()),
    Fact("提示", Text()),
)
