"""The page for a phone's browser: in its language, for one phone, with nothing from elsewhere."""

import dataclasses
import re

import pytest

from capture.air import limits, page
from capture.air.page_words import WORDS, language_of
from tests.capture.air.conftest import HERE, Running

PHOTO = b"\xff\xd8" + bytes(range(256)) * 300
BETWEEN = "b0undary"
ELSEWHERE = "127.0.0.66"


def form(**files: bytes) -> bytes:
    body = b""
    for name, data in files.items():
        said = f'Content-Disposition: form-data; name="files"; filename="{name}"'
        body += f"--{BETWEEN}\r\n{said}\r\n\r\n".encode() + data + b"\r\n"
    return (
        body
        + f'--{BETWEEN}\r\nContent-Disposition: form-data; name="send"\r\n\r\n'.encode()
        + (f"\r\n--{BETWEEN}--\r\n".encode())
    )


def kind() -> str:
    return f"multipart/form-data; boundary={BETWEEN}"


@pytest.mark.parametrize("language", WORDS)
def test_the_page_is_in_the_phones_language(running: Running, language: str) -> None:
    said = running.client.ask("GET", f"/{running.desk.token}", Accept_Language=f"{language}-XX,en")
    text = said.body.decode()
    assert said.status == 200
    assert f'lang="{language}" dir="{WORDS[language].direction}"' in text
    assert "one two three" in text
    assert "http" not in text.replace("https://", "http://").split("<body>")[0]


def test_every_language_says_everything_in_its_own_direction() -> None:
    assert set(WORDS) == {"en", "fr", "es", "uk", "ar", "fa", "my"}
    for language, said in WORDS.items():
        assert said.direction == ("rtl" if language in {"ar", "fa"} else "ltr")
        assert "{size}" in said.limit
        texts = [getattr(said, field.name) for field in dataclasses.fields(said)]
        assert all(text.strip() for text in texts)
        assert len(set(texts)) == len(texts)


def test_a_language_that_is_not_here_gets_english() -> None:
    assert language_of("de-DE,de;q=0.9") == "en"
    assert language_of("") == "en"
    assert language_of("xx,fa;q=0.5,en;q=0.1") == "fa"


def test_it_runs_its_own_script_alone_and_no_other_page_may_hold_it(running: Running) -> None:
    said = running.client.ask("GET", f"/{running.desk.token}")
    policy = next(line for line in said.head.split("\r\n") if line.startswith("Content-Security"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "Cache-Control: no-store" in said.head
    assert not re.search(rb'(src|href)=|url\(|style="| on[a-z]+="', said.body)


def test_a_form_without_scripts_brings_several_files(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FORM_SILENT_SECONDS", 0.1)
    where = f"/{running.desk.token}"
    files = {"a.jpg": PHOTO, "b.txt": b"Dear all", "../../c.jpg": PHOTO[:5000]}
    body = form(**files)
    said = running.client.ask("POST", where, body, Content_Type=kind(), Accept_Language="en")
    text = said.body.decode()
    assert said.status == 200
    assert running.bag.files == {"a.jpg": PHOTO, "c.jpg": PHOTO[:5000]}
    assert re.findall(r"<li><bdi>(.*?)</bdi> (.*?)</li>", text) == [
        ("a.jpg", "sealed"),
        ("b.txt", "not taken: no photo or video"),
        ("c.jpg", "sealed"),
    ]
    assert "your phone still has these files" in text
    running.until(lambda: running.bag.heard == ["came browser", "left browser"])


def test_a_form_that_breaks_off_leaves_only_what_was_whole(running: Running) -> None:
    body = form(**{"a.jpg": PHOTO, "b.jpg": PHOTO})
    head = running.client.head("POST", f"/{running.desk.token}", len(body), Content_Type=kind())
    with running.client.line() as line:
        line.sendall(head + body[: len(PHOTO) + 1000])
        running.until(lambda: "a.jpg" in running.bag.files)
    running.until(lambda: "failed b.jpg cut-off" in running.bag.heard)
    assert list(running.bag.files) == ["a.jpg"]


def test_a_script_sends_a_file_with_its_time(running: Running) -> None:
    where = f"/{running.desk.token}?name=IMG%201.jpg&modified=2024-05-01T18:42:07.000Z"
    host = running.client.host
    said = running.client.ask("PUT", where, PHOTO, Origin=f"https://{host}")
    assert said.json() == {"state": "sealed"}
    assert list(running.bag.files) == ["IMG 1.jpg"]


def test_a_name_cannot_become_a_part_of_the_page() -> None:
    evil = page.Came("<script>alert(1)</script>.jpg", "sealed")
    text = page.form("en", ("<b>",), 10**9, [evil]).body.decode()
    assert text.count("<script>") == 1
    assert "&lt;script&gt;" in text
    assert "&lt;b&gt;" in text


def test_another_phone_gets_nothing_of_a_page_that_was_opened(running: Running) -> None:
    where = f"/{running.desk.token}"
    assert running.client.ask("GET", where).status == 200
    said = running.client.ask("GET", where, source=ELSEWHERE, Accept_Language="fr")
    assert said.status == 403
    assert WORDS["fr"].taken in said.body.decode()
    assert running.client.ask("PUT", f"{where}?name=a", PHOTO, ELSEWHERE).status == 403
    running.desk.renew_page()
    assert running.client.ask("GET", where).status == 404
    assert running.client.ask("GET", f"/{running.desk.token}", source=ELSEWHERE).status == 200


def test_while_a_phone_sends_by_localsend_the_page_says_so(running: Running) -> None:
    running.client.prepare(running.pin, source=HERE)
    body = form(**{"a.jpg": PHOTO})
    where = f"/{running.desk.token}"
    said = running.client.ask("POST", where, body, ELSEWHERE, Content_Type=kind())
    assert said.status == 409
    assert WORDS["en"].busy in said.body.decode()


def test_an_empty_form_says_so(running: Running) -> None:
    said = running.client.ask("POST", f"/{running.desk.token}", form(), Content_Type=kind())
    assert said.status == 400
    assert WORDS["en"].nothing in said.body.decode()


@pytest.mark.parametrize("content_type", ["", "text/plain", "multipart/form-data"])
def test_what_is_no_form_is_refused(running: Running, content_type: str) -> None:
    where = f"/{running.desk.token}"
    assert running.client.ask("POST", where, b"x", Content_Type=content_type).status == 415


@pytest.mark.parametrize(
    ("room", "said"),
    [(999, "1 kB"), (5_400_000, "5 MB"), (32 * 10**9, "32 GB"), (10**16, "10000 TB")],
)
def test_sizes_are_said_in_round_numbers(room: int, said: str) -> None:
    assert said in page.form("en", (), room).body.decode()
