"""A file to import is examined before anything of it is unpacked or read (IN-05, IN-06, DP-01)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.files import papers
from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in
from zhixing.files.models import StoredFile

pytestmark = pytest.mark.django_db
ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
HARMFUL = {
    "解压后过大": papers.with_part(papers.xlsx("工号"), "xl/a.bin", bytes(60 * 1024 * 1024)),
    "xlsx": papers.with_part(papers.xlsx("工号"), "xl/sharedStrings.xml", ENTITY),
    "夹带宏": papers.with_part(papers.xlsx("工号"), "xl/vbaProject.bin", b"x"),
    "密级标志": papers.xlsx("机密★20年"),
}


@pytest.fixture
def office(bureau: Bureau) -> Client:
    return signed_in(bureau, "办公室")


@pytest.mark.parametrize("told", HARMFUL)
@pytest.mark.parametrize("address", ["/attendance/clock-import/", "/organ/import/"])
def test_a_harmful_file_is_refused_unread(address: str, told: str, office: Client) -> None:
    answer = office.post(address, {"file": SimpleUploadedFile("表.xlsx", HARMFUL[told])})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not StoredFile.objects.exists()
