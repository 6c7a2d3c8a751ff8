"""The records of 公文收发管理制度."""

from zhixing.regulations.documents.models.numbers import DocumentNumber

__all__ = ["DocumentNumber"]
