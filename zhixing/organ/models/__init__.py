from zhixing.organ.models.account import Account
from zhixing.organ.models.days import Counter, DayCorrection
from zhixing.organ.models.enrolment import Enrolment
from zhixing.organ.models.organ import Organ
from zhixing.organ.models.own_value import OwnValue
from zhixing.organ.models.people import Person, Section, Service
from zhixing.organ.models.posts import Delegation, Holding, Portfolio
from zhixing.organ.models.texts import RegulationText
from zhixing.organ.models.token import Token

__all__ = [
    "Account",
    "Counter",
    "DayCorrection",
    "Delegation",
    "Enrolment",
    "Holding",
    "Organ",
    "OwnValue",
    "Person",
    "Portfolio",
    "RegulationText",
    "Section",
    "Service",
    "Token",
]
