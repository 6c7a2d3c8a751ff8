"""The edition of the day, as the workflow asks it: values, clauses, rulings, findings."""

from zhixing.organ.statute import Statute
from zhixing.regulations.documents.book import BOOK

LAW = Statute(BOOK)
edition = LAW.edition
own_of = LAW.own_of
value = LAW.value
cite = LAW.cite
ruling = LAW.ruling
asked = LAW.asked
finding = LAW.finding
