"""Reading from the web, tried against a server of our own; without an address nothing goes to the network."""

import json
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newscli import __version__
from newscli.errors import InputError
from newscli.read import web

AGENT = f"newscli/{__version__}"

PARAGRAPHS = (
    "بدأ العمل أمس في ميناء المكلا الجديد بعد ثلاث سنوات من البناء المتواصل، وحضر الافتتاح عدد كبير من أهالي المدينة.",
    "وقال الوزير إن المشروع كلف ثمانين مليون دولار دفعتها الحكومة كاملة، وإن العمل فيه لم يتوقف يوما واحدا منذ بدايته.",
    "ويستقبل الميناء أولى السفن مطلع الشهر المقبل، بحسب إدارته التي أعلنت ذلك في بيان وزعته على الصحفيين بعد الحفل.",
    "وأضاف مدير الميناء أن الأرصفة الجديدة تتسع لست سفن كبيرة في وقت واحد، وأن العمال تدربوا عليها طوال العام الماضي.",
    "وينتظر التجار في المدينة أن تنخفض أسعار النقل بعد الافتتاح، لأن البضائع كانت تصل إليهم حتى الآن من موانئ بعيدة.",
)
PAGE = "<h1>افتتاح ميناء المكلا الجديد</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


class Site(BaseHTTPRequestHandler):
    """Pages by their path; what was asked for is kept."""

    asked: list = []  # noqa: RUF012  of the server's class, emptied by the fixture
    robots = (404, "")
    elsewhere = ""  # the text of robots.txt where it has been moved

    def do_GET(self):
        self.asked.append((self.path, self.headers["User-Agent"]))
        if self.path == "/robots.txt":
            status, text = type(self).robots
            return self.answer(text.encode(), status=status, location="/elsewhere.txt" if status == 302 else None)
        if self.path == "/elsewhere.txt":
            return self.answer(type(self).elsewhere.encode())
        if self.path == "/moved":
            return self.answer(b"", status=302, location="/story")
        if self.path == "/round":
            return self.answer(b"", status=301, location="/round")
        if self.path == "/file":
            return self.answer(b"", status=302, location="file:///etc/passwd")
        if self.path == "/1256":
            return self.answer(PAGE.encode("cp1256"), charset="windows-1256")
        if self.path == "/endless":
            return self.answer(b"x" * (web.LIMIT + 1))
        return self.answer(PAGE.encode(), status=200 if self.path == "/story" else 404)

    def answer(self, data, status=200, charset="utf-8", location=None):
        self.send_response(status)
        self.send_header("Content-Type", f"text/html; charset={charset}")
        self.send_header("Content-Length", str(len(data)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        with suppress(OSError):  # the reader may have had enough
            self.wfile.write(data)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def site():
    pytest.importorskip("httpx")
    Site.asked, Site.robots = [], (404, "")
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_read_and_names_its_address(newscli, site):
    article = json.loads(newscli("parse", f"{site}/story", "--json").stdout)
    assert article["title"] == "افتتاح ميناء المكلا الجديد"
    assert (article["url"], article["source"]["path"]) == (f"{site}/story", f"{site}/story")
    assert Site.asked == [("/robots.txt", AGENT), ("/story", AGENT)]


def test_redirects_are_followed_to_their_end(newscli, site):
    assert newscli("parse", f"{site}/moved", "--field", "url").stdout == f"{site}/story\n"


def test_the_header_s_charset_counts(newscli, site):
    assert newscli("parse", f"{site}/1256", "--field", "title").stdout == "افتتاح ميناء المكلا الجديد\n"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "the server answered 404"),
        ("/round", "leads on more than 10 times"),
        ("/file", "leads to file:"),
        ("/endless", "is larger than 32 MiB"),
    ],
)
def test_what_goes_wrong_is_told(newscli, site, path, says):
    done = newscli("parse", f"{site}{path}", "--field", "title")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"newscli: {site}{path}: {says}")


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ((200, "User-agent: *\nDisallow: /story"), False),
        ((200, "User-agent: newscli\nDisallow: /"), False),
        ((200, "User-agent: other\nDisallow: /"), True),
        ((200, "User-agent: *\nDisallow: /private"), True),
        ((404, ""), True),
        ((503, ""), False),
    ],
)
def test_robots_txt_is_respected(newscli, site, robots, allowed):
    Site.robots = robots
    done = newscli("parse", f"{site}/story", "--field", "title")
    assert done.returncode == (0 if allowed else 1)
    assert ("/story" in [path for path, _ in Site.asked]) is allowed
    assert allowed or "the robots.txt of 127.0.0.1" in done.stderr


@pytest.mark.parametrize(("rules", "allowed"), [("Disallow: /story", False), ("Disallow: /private", True)])
def test_robots_txt_may_lie_elsewhere(newscli, site, monkeypatch, rules, allowed):
    monkeypatch.setattr(Site, "elsewhere", f"User-agent: *\n{rules}")
    Site.robots = (302, "")
    assert newscli("parse", f"{site}/story", "--field", "title").returncode == (0 if allowed else 1)
    assert [path for path, _ in Site.asked][:2] == ["/robots.txt", "/elsewhere.txt"]


def test_a_server_that_takes_its_time_is_given_up(site, monkeypatch):
    monkeypatch.setattr(web, "SECONDS", -1.0)
    with pytest.raises(InputError, match="took longer"):
        web.fetch(f"{site}/story", "0")


def test_a_server_that_is_not_there_is_told(newscli):
    pytest.importorskip("httpx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        done = newscli("parse", f"http://127.0.0.1:{free.getsockname()[1]}/a")
    assert done.returncode == 1
    assert "cannot be fetched" in done.stderr


GUARD = """
import socket, sys
def refuse(*arguments): raise SystemExit("network!")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
{before}
from newscli.__main__ import main
sys.argv[1:] = {arguments!r}
sys.exit(main())
"""


def guarded(*arguments, before=""):
    code = GUARD.format(before=before, arguments=list(map(str, arguments)))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, input="")


# What each command does without an address; PAGE names many, in links, images and statements.
CALLS = [
    "parse PAGE", "parse PAGE --json --blocks", "parse PAGE --url http://127.0.0.1:9/", "inspect PAGE",
    "inspect PAGE --html OUT/a.html", "export PAGE -o OUT/a.db", "export PAGE -o OUT/pages/ --format html",
    "export PAGE -o OUT/a.csv --format csv", "search القطار OUT/a.db", "stats OUT/a.db",
    "stats OUT/a.db --html OUT/b.html", "compare OUT/a.jsonl OUT/a.jsonl", "dates 5/6/2015", "lexicon list", "terminal",
    "schema", "help parse", "--version",
]  # fmt: skip


@pytest.fixture(scope="module")
def exported(samples, newscli, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    for name in ("a.db", "a.jsonl"):
        assert newscli("export", samples, "-o", folder / name).returncode == 0
    return folder


@pytest.mark.parametrize("call", CALLS)
def test_nothing_goes_to_the_network_unless_an_address_was_given(samples, exported, call):
    named = {"PAGE": str(samples / "page.html"), "OUT": str(exported)}
    done = guarded(*(word.replace("OUT", named["OUT"]).replace("PAGE", named["PAGE"]) for word in call.split()))
    assert (done.returncode, "network!" in done.stderr) == (0, False)


def test_an_address_is_seen_by_the_guard():
    pytest.importorskip("httpx")
    assert "network!" in guarded("parse", "http://127.0.0.1:9/").stderr


def test_without_httpx_the_message_says_how_to_install_it():
    done = guarded("parse", "https://example.org/", before="sys.modules['httpx'] = None")
    assert done.returncode == 1
    assert "pip install 'newscli[web]'" in done.stderr
