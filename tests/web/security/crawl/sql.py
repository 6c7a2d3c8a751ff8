"""Texts that become a part of a statement where somebody puts statements together (IN-01)."""

PAYLOADS = (
    "'", '"', "''", "`", "\\", "%", "_", "%%", "'--", "' #", "'/*", "';", "' OR '1'='1", "' OR 1=1--", '" OR ""="', "') OR ('1'='1",
    "1 OR 1=1", "1' AND '1'='2", "' UNION SELECT NULL--", "' UNION SELECT username, password, 1 FROM organ_account--",
    "1; DROP TABLE organ_person;--", "'; UPDATE organ_account SET is_active=0;--", "' AND (SELECT count(*) FROM organ_account)>0--",
    "' AND sleep(5)--", "'||pg_sleep(5)--", "1 AND randomblob(100000000)", "'||(SELECT sqlite_version())||'", "0x27", "%27%20OR%201=1",
    "%25' OR 1=1", "｀ ＇ OR １＝１", "ʼ OR 1=1", "1e309", "-1", "9223372036854775808", "99999999999999999999999", "0", "NaN", "null", "None",
    "id__gt", "-pk", "person__account__password", "?", "*", "pk) FROM organ_account--", "2026-13-45", "2026-02-30", "0000-00-00", "9999-12-31",
    "9999-12", "0001-01-01", "2026-03-20'", "[]", "{}", "('a',)", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "AND", "NEAR(a b)", "NOT", "a* OR b", '"a" "b"',
    "body:请假", "请假 OR 1=1", "\u202e", "x" * 5000,
)  # fmt: skip
