"""The posts a person can hold here: a closed list, so that who-is-who can be answered."""

POSTS = (
    "局长",
    "主持工作",
    "党组书记",
    "党组副书记",
    "副局长",
    "党组成员",
    "纪检组长",
    "机关党总支书记",
    "工会主席",
    "办公室主任",
    "科室负责人",
    "科室副职",
    "考勤管理员",
    "文书",
    "保密员",
    "档案管理员",
    "印章管理员",
    "会计",
    "出纳",
)
OF_A_SECTION = frozenset({"科室负责人", "科室副职"})
# One at a time: who takes it up ends the term of whoever held it (01-1).
OF_ONE = frozenset({"局长", "党组书记"})
