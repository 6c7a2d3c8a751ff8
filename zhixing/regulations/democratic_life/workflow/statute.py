"""The edition of the day, as the workflow asks it: values, clauses, rulings, findings."""

from zhixing.organ.statute import Statute
from zhixing.regulations.democratic_life.book import BOOK

LAW = Statute(BOOK)
own_of = LAW.own_of
value = LAW.value
ruling = LAW.ruling
cite = LAW.cite
finding = LAW.finding
