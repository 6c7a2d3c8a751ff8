"""What a form says is wrong is told in sentences an official can act on."""

from django import forms

from zhixing.organ.form_findings import form_findings


class Slip(forms.Form):
    reason = forms.CharField(label="事由", max_length=5)
    kind = forms.ChoiceField(label="假别", choices=[("事假", "事假")])
    day = forms.DateField(label="起始日期", required=False)
    clock = forms.TimeField(label="外出时间", required=False)
    times = forms.IntegerField(label="次数", required=False, min_value=1)


def told(**typed: str) -> list[tuple[str, str]]:
    good = {"reason": "看病", "kind": "事假"}
    return [(one.sentence, one.mend) for one in form_findings(Slip(good | typed))]


def test_what_is_empty_is_asked_for_by_its_label() -> None:
    assert told(reason="", kind="") == [
        ("没有填写事由", "请填写事由。"),
        ("假别：没有选择；要求：必选", "请选择假别。"),
    ]


def test_a_day_and_a_time_that_cannot_be_read_say_how_they_are_written() -> None:
    assert told(day="十月一日", clock="八点") == [
        ("起始日期：“十月一日”；要求：日期", "请改正起始日期，写法如：2026-11-23。"),
        ("外出时间：“八点”；要求：时间", "请改正外出时间，写法如：08:30。"),
    ]


def test_what_is_too_long_or_too_small_says_the_limit() -> None:
    assert told(reason="一二三四五六", times="0") == [
        ("事由：6字；要求：5字以内", "请把事由改短到5字以内。"),
        ("次数：0；要求：1以上", "请改正次数，不少于1。"),
    ]


def test_a_choice_that_is_not_offered_is_asked_for_again() -> None:
    assert told(kind="长假") == [("假别：不在可以选择的范围内；要求：列出的选项", "请重新选择假别。")]
