"""The bill of materials: every part that is shipped, as CycloneDX 1.6 in JSON.

    python packaging/packages/sbom.py [FILE]        (build/packages/firsthand.cdx.json)

It is made of the lock, the list of weights and the page of licences, and of nothing of the machine
or the hour: the same commit gives the same bytes. The format: https://cyclonedx.org/docs/1.6/json/.
"""

import json
import sys
import uuid
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging" / "packages")]

import lock  # noqa: E402 # found through the path
import parts  # noqa: E402 # likewise

from capture.detect.weights import WEIGHTS  # noqa: E402 # likewise
from ui.words import licences  # noqa: E402 # likewise
from ui.words.licences import Part  # noqa: E402 # likewise

OURS = "firsthand"
_NO_LICENCE_OF_A_LIST = ("LicenseRef-",)


def main(arguments: list[str]) -> int:
    """Write the bill and say where it is."""
    out = Path(arguments[0]) if arguments else PROJECT / "build/packages/firsthand.cdx.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    whole = bill()
    out.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(whole['components'])} components")
    return 0


def bill() -> dict[str, Any]:
    """Return the bill of materials."""
    version = parts.version(PROJECT)
    locked = {package.name: package for package in lock.packages()}
    models = {weights.name: weights.sha256 for weights in WEIGHTS}
    components = [_component(part, locked, models) for part in licences.parts()]
    told = json.dumps([version, components], sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": OURS,
                "name": OURS,
                "version": version,
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            }
        },
        "components": components,
        "dependencies": _dependencies(locked),
    }


def _component(
    part: Part, locked: dict[str, lock.Package], models: dict[str, str]
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "machine-learning-model" if part.name in models else _sort(part),
        "bom-ref": _reference(part),
        "name": part.name,
    }
    if part.version:
        made["version"] = part.version
    made["licenses"] = [_licence(part.licence)]
    if part.name in locked:
        made["purl"] = f"pkg:pypi/{part.name}@{part.version}"
    if part.name in models:
        made["hashes"] = [{"alg": "SHA-256", "content": models[part.name]}]
    made["externalReferences"] = [{"type": "website", "url": part.home}]
    if part.carried_by:
        carried = ", ".join(part.carried_by)
        made["properties"] = [{"name": "firsthand:carried-by", "value": carried}]
    return made


def _sort(part: Part) -> str:
    return "data" if part.carried_by == (OURS,) else "library"


def _reference(part: Part) -> str:
    return part.name if not part.carried_by else f"inside:{part.name}"


def _licence(spdx: str) -> dict[str, Any]:
    """Return a licence as the format wants it: one of SPDX's list by id, else an expression."""
    if spdx.startswith(_NO_LICENCE_OF_A_LIST):
        return {"license": {"name": spdx.removeprefix("LicenseRef-")}}
    if " " in spdx:
        return {"expression": spdx}
    return {"license": {"id": spdx}}


def _dependencies(locked: dict[str, lock.Package]) -> list[dict[str, Any]]:
    """Return who needs whom, by the lock, and what comes inside of what."""
    needs: dict[str, set[str]] = {name: set() for name in (OURS, *locked)}
    for package in locked.values():
        for asker in package.asked_by:
            needs[asker].add(package.name)
    for part in licences.parts():
        if part.name in locked:
            continue
        needs[_reference(part)] = set()
        for carrier in part.carried_by:
            needs[carrier if carrier in locked else OURS].add(_reference(part))
    return [{"ref": name, "dependsOn": sorted(needs[name])} for name in sorted(needs)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
