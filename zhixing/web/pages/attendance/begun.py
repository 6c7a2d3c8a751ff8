"""What is said after a form was saved or submitted: what happened, who has it now, the receipt."""

from zhixing.journal.write import already_done
from zhixing.office.matters.models import Matter, Task

SAVE, SUBMIT = "保存草稿", "提交"


def sent_on(matter: Matter, key: str) -> str:
    """提交成功，已送周立春。回执号…"""
    matter.refresh_from_db()
    waiting = Task.objects.filter(matter=matter, state="待办", kind="办理").select_related("person")
    names = "、".join(task.person.name for task in waiting)
    done = "草稿已保存" if matter.state == "草稿" else f"提交成功，已送{names}" if names else "提交成功"
    receipt = already_done(matter.organ_id, key)
    return f"{done}。回执号 {receipt.text()}" if receipt else f"{done}。"
