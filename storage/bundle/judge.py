"""The checks on a bundle that was walked, from a ZIP or a folder alike.

Whatever is a pure function of something signed is rendered again and compared;
whatever is not is in the signed manifest with its digest. Together that is
every file, and every byte of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from storage import stamps
from storage.bundle import bag, commitments, manifest, plan, signing
from storage.bundle.bag import Filed
from storage.bundle.contents import stamp_data
from storage.bundle.instructions import instructions
from storage.bundle.manifest import FileEntry, ItemEntry, Manifest
from storage.bundle.padme import zeros_sha256
from storage.bundle.verdict import Check, NotWhole, StampClaim, Verdict
from storage.bundle.walk import Walked
from storage.errors import BadStamp, DamagedBundle


def judge(untrusted: Walked, wrapping: str, signer: str | None) -> Verdict:
    """Return the verdict when every check passes; NotWhole, NewerVersion otherwise."""
    case = _open(untrusted, wrapping, signer)
    checks = [Check("manifest", passed=True)]
    for code, faults in _FIRST:
        if _applies(code, case):
            checks += _made(code, faults, case)
    if all(check.passed for check in checks):
        # These are rendered from the files: a changed file would show as a changed list too.
        for code, faults in _THEN:
            checks += _made(code, faults, case)
    if not all(check.passed for check in checks):
        raise NotWhole(tuple(checks))
    return Verdict(
        wrapping=wrapping,
        fingerprint=signing.fingerprint(case.public),
        size=sum(file.size for file in untrusted.files),
        manifest=case.signed,
        statement=untrusted.held[plan.SIGNED],
        checks=tuple(checks),
        stamp=_claim(case),
    )


@dataclass(frozen=True, slots=True)
class _Case:
    walked: Walked
    wrapping: str
    expected_signer: str | None
    signed: Manifest
    files: dict[str, Filed]

    @property
    def public(self) -> bytes:
        return bytes.fromhex(self.signed.signer)


_Faults = Iterator[str | None]
_INSTRUCTIONS = "VERIFY.txt"


def _open(walked: Walked, wrapping: str, signer: str | None) -> _Case:
    try:
        signed = manifest.read(walked.held.get(plan.SIGNED, b""))
    except DamagedBundle as error:
        raise NotWhole((Check("manifest", passed=False, part=plan.SIGNED),)) from error
    return _Case(walked, wrapping, signer, signed, {file.path: file for file in walked.files})


def _made(code: str, faults: Callable[[_Case], _Faults], case: _Case) -> list[Check]:
    failed = [Check(code, passed=False, part=part) for part in faults(case)]
    return failed or [Check(code, passed=True)]


def _signature(case: _Case) -> _Faults:
    held, statement = case.walked.held, case.walked.held[plan.SIGNED]
    for path, check in (
        (plan.SIGNED + ".sig", signing.check_ssh),
        (plan.SIGNED + ".minisig", signing.check_minisign),
    ):
        try:
            check(case.public, statement, held.get(path, b""))
        except DamagedBundle:
            yield path
    if held.get("signer.pub") != signing.ssh_line(case.public):
        yield "signer.pub"
    if held.get("allowed_signers") != signing.allowed_signers(case.public):
        yield "allowed_signers"


def _signer(case: _Case) -> _Faults:
    if case.expected_signer is not None and not signing.names(case.expected_signer, case.public):
        yield None


def _complete(case: _Case) -> _Faults:
    expected = plan.order(case.signed)
    yield from sorted(set(expected) ^ case.files.keys())


def _media(case: _Case) -> _Faults:
    yield from _changed(case, case.signed.items)


def _notes(case: _Case) -> _Faults:
    yield from _changed(case, case.signed.files)


def _pages(case: _Case) -> _Faults:
    """Name what a person opens or pastes from and is not as we write it, though it was signed."""
    yield from case.walked.unfit
    known = instructions(case.public, stamped=plan.STAMP in case.files)
    found = case.files.get(_INSTRUCTIONS)  # whoever signed may have left it out
    if found is None or found.sha256 != sha256(known).hexdigest():
        yield _INSTRUCTIONS


def _changed(case: _Case, entries: tuple[ItemEntry, ...] | tuple[FileEntry, ...]) -> _Faults:
    for entry in entries:
        file = case.files.get(entry.path)
        if file is not None and (file.size, file.sha256) != (entry.size, entry.sha256):
            yield entry.path


def _root(case: _Case) -> _Faults:
    if commitments.root(manifest.leaves(case.signed.items)).hex() != case.signed.merkle_root:
        yield plan.SIGNED


def _applies(code: str, case: _Case) -> bool:
    if code == "stamp":
        return plan.STAMP in case.files or plan.STAMP_DATA in case.files
    return code != "signer" or case.expected_signer is not None


def _stamp(case: _Case) -> _Faults:
    try:
        _claim(case)
    except BadStamp:
        yield plan.STAMP


def _claim(case: _Case) -> StampClaim | None:
    """Return what the time stamp states, None where there is none; BadStamp if not of this root."""
    if not _applies("stamp", case):
        return None
    held = case.walked.held
    data, response = held.get(plan.STAMP_DATA, b""), held.get(plan.STAMP, b"")
    if data != stamp_data(data[: stamps.NONCE], case.signed.merkle_root):
        raise BadStamp(reason="elsewhere")
    return StampClaim(stamps.read(response, data).at, response, data)


def _lists(case: _Case) -> _Faults:
    info = bag.info((file.path, file.size) for file in case.walked.files)
    for path, content in (("bagit.txt", bag.BAGIT), ("bag-info.txt", info)):
        if case.files[path].sha256 != sha256(content).hexdigest():
            yield path
    *lists, _ = _rendered(case)
    yield from (file.path for file in lists if file.sha256 != case.files[file.path].sha256)


def _pad(case: _Case) -> _Faults:
    *_, size = _rendered(case)
    pad = case.files[plan.PAD]
    if pad.size != size or pad.sha256 != zeros_sha256(size):
        yield plan.PAD


def _rendered(case: _Case) -> tuple[plan.Source, plan.Source, int]:
    ordered = [case.files[path] for path in plan.order(case.signed)]
    return plan.lists(ordered[: -len(plan.LISTS) - 1], plan.top(case.signed.bundle_id))


def _container(case: _Case) -> _Faults:
    yield from case.walked.wrong
    if case.wrapping == "folder":
        return
    if [file.path for file in case.walked.files] != plan.order(case.signed):
        yield None
    if case.walked.folder != plan.top(case.signed.bundle_id):
        yield None


_FIRST = (
    ("signature", _signature),
    ("signer", _signer),
    ("complete", _complete),
    ("media", _media),
    ("notes", _notes),
    ("root", _root),
    ("stamp", _stamp),
)
_THEN = (("pages", _pages), ("lists", _lists), ("pad", _pad), ("container", _container))
