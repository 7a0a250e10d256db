"""The page for a phone's browser: one form, no picture, nothing from elsewhere.

It asks for files of any kind: where a form asks for pictures, Android offers a picker that hands
out copies without their place; and it says that a cable or the app is better for originals.

It works without scripts. Where there are scripts, the files go one by one, with the progress of
each and the time that the phone has for it; the browser runs no other script than this one,
by the policy in the answer's header.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from capture.air.answers import Answer
from capture.air.page_words import WORDS, PageWords, language_of

_KIND = "text/html; charset=utf-8"
_UNITS = ("kB", "MB", "GB", "TB")

_STYLE = """
:root{color-scheme:light dark}
body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:auto;padding:1rem}
h1{font-size:1.4rem}
h2{font-size:1.15rem}
.words{font:700 1.15rem/1.6 monospace;padding:.6rem;border:2px solid;border-radius:.5rem}
input,button{font:inherit;width:100%;box-sizing:border-box;padding:.8rem;margin:.4rem 0}
button{border:0;border-radius:.5rem;background:#1d5c4b;color:#fff;font-weight:700}
button:disabled{opacity:.5}
li{margin:.3rem 0;overflow-wrap:anywhere}
progress{width:100%}
small{opacity:.85}
"""

_SCRIPT = """
const form=document.forms[0],list=document.getElementById('list'),d=form.dataset;
form.addEventListener('submit',async event=>{
  event.preventDefault();
  const files=[...form.elements.files.files],button=form.elements.send;
  if(!files.length)return;
  button.disabled=true;
  document.getElementById('sending').hidden=false;
  document.getElementById('came').hidden=false;
  for(const file of files){
    const line=document.createElement('li'),name=document.createElement('bdi');
    const said=document.createElement('span'),bar=document.createElement('progress');
    name.textContent=file.name;line.append(name,' ',said,bar);list.append(line);
    said.textContent=await send(file,bar);bar.remove();
  }
  document.getElementById('sending').hidden=true;
  button.disabled=false;form.reset();
});
function send(file,bar){return new Promise(done=>{
  const ask=new XMLHttpRequest(),about=new URLSearchParams({name:file.name,
    modified:new Date(file.lastModified).toISOString()});
  ask.open('PUT',location.pathname+'?'+about);
  ask.upload.onprogress=event=>{bar.max=event.total;bar.value=event.loaded};
  ask.onload=()=>{try{done(d[JSON.parse(ask.responseText).state]||d.failed)}catch(e){done(d.failed)}};
  ask.onerror=ask.onabort=()=>done(d.failed);
  ask.send(file);
})}
"""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(
            f"{kind} 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for kind, text in (("style-src", _STYLE), ("script-src", _SCRIPT))
        ),
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# With "no-referrer" a browser gives "null" as the origin of its form, and any page could say so.
_HEADERS = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "same-origin"}


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one file: its name and one of "sealed", "already", "refused", "failed"."""

    name: str
    state: str


def form(languages: str, words: Sequence[str], room: int, came: Iterable[Came] = ()) -> Answer:
    """Return the form, with the fingerprint's words, and before it what has come already."""
    language = language_of(languages)
    said = WORDS[language]
    lines = [f"<li><bdi>{escape(one.name)}</bdi> {escape(_state(said, one))}</li>" for one in came]
    states = " ".join(
        f'data-{state}="{escape(text)}"'
        for state, text in (
            ("sealed", said.sealed),
            ("already", said.already),
            ("refused", said.refused),
            ("failed", said.failed),
        )
    )
    body = f"""
<h1>{escape(said.title)}</h1>
<section id="came"{"" if lines else " hidden"}>
<h2>{escape(said.came)}</h2>
<ul id="list">{"".join(lines)}</ul>
<p><strong>{escape(said.stays)}</strong></p>
</section>
<p>{escape(said.compare)}</p>
<p class="words" dir="ltr" lang="en">{escape(" ".join(words))}</p>
<form method="post" enctype="multipart/form-data" accept-charset="utf-8" {states}>
<label for="files">{escape(said.more if lines else said.choose)}</label>
<input id="files" name="files" type="file" multiple required>
<small>{escape(said.altered)} {escape(said.limit.format(size=_size(room)))}</small>
<button name="send">{escape(said.send)}</button>
<p id="sending" role="status" hidden>{escape(said.sending)}</p>
</form>
<p><small>{escape(said.compare_more)}</small></p>
<script>{_SCRIPT}</script>"""
    return _page(language, said, body)


def sorry(languages: str, why: str, status: int) -> Answer:
    """Return a page that says why nothing can be sent: "taken", "busy" or "nothing"."""
    language = language_of(languages)
    said = WORDS[language]
    sentence = {"taken": said.taken, "busy": said.busy, "nothing": said.nothing}[why]
    return _page(language, said, f"<h1>{escape(said.title)}</h1><p>{escape(sentence)}</p>", status)


def _page(language: str, said: PageWords, body: str, status: int = 200) -> Answer:
    whole = (
        f'<!doctype html><html lang="{language}" dir="{said.direction}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(said.title)}</title><style>{_STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )
    return Answer(status, whole.encode("utf-8"), _KIND, _HEADERS)


def _state(said: PageWords, came: Came) -> str:
    return str(getattr(said, came.state))


def _size(count: int) -> str:
    """Write a number of bytes in decimal units, apart from the direction of what is around it."""
    value, unit = count / 1000, 0
    while value >= 1000 and unit < len(_UNITS) - 1:  # noqa: PLR2004 # of one are one of the next
        value, unit = value / 1000, unit + 1
    return f"\u2068{value:.0f} {_UNITS[unit]}\u2069"
