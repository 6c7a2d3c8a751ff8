"""Which ruling gives the approvers of a leave: the table of kinds, or the sick-leave certificate (02-1.3b)."""

from zhixing.law.ruling import Ruling


def route(leave: Ruling, certificate: Ruling | None) -> Ruling:
    """`leave` is 请假审批, `certificate` is 病假证明 (None for other kinds).

    A certificate replaces the chain of 一般人员 and 中层干部. Leaders and other 区管干部 keep the chain to
    the district (02-1.6d, G-27), which goes higher.
    """
    district = leave.facts["职级"] in {"局领导", "局长"} or leave.facts["区管干部"]
    if certificate is None or not certificate.outcome["须证明"] or district:
        return leave
    return certificate
