from zhixing.office.matters.acts.add_signer import add_signer
from zhixing.office.matters.acts.agree import agree, finish_step
from zhixing.office.matters.acts.circulate import circulate, copy_to
from zhixing.office.matters.acts.decide_again import decide_again
from zhixing.office.matters.acts.hand_over import hand_over
from zhixing.office.matters.acts.note import note
from zhixing.office.matters.acts.read import read
from zhixing.office.matters.acts.refuse import refuse
from zhixing.office.matters.acts.save_draft import begin, save_draft
from zhixing.office.matters.acts.send_back import send_back
from zhixing.office.matters.acts.submit import resubmit, submit
from zhixing.office.matters.acts.take_back import take_back
from zhixing.office.matters.acts.transfer import transfer
from zhixing.office.matters.acts.urge import urge
from zhixing.office.matters.acts.void import void
from zhixing.office.matters.acts.withdraw import withdraw

__all__ = [
    "add_signer",
    "agree",
    "begin",
    "circulate",
    "copy_to",
    "decide_again",
    "finish_step",
    "hand_over",
    "note",
    "read",
    "refuse",
    "resubmit",
    "save_draft",
    "send_back",
    "submit",
    "take_back",
    "transfer",
    "urge",
    "void",
    "withdraw",
]
