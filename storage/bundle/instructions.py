"""``VERIFY.txt``: how a stranger checks a bundle with tools that are not ours."""

from storage.bundle import signing

_TEXT = """\
HOW TO CHECK THIS BUNDLE
========================

You need no software of ours. Open a terminal in this folder (the one that
holds this file). Each check stands alone; do those you have the tools for.

1. Is every file complete and unchanged? With any of these:

     sha256sum --check --strict --quiet tagmanifest-sha256.txt manifest-sha256.txt
     shasum -a 256 --check tagmanifest-sha256.txt manifest-sha256.txt      (on a Mac)
     bagit.py --validate .                            (pip install bagit)

   The first two do not notice files that were added. The third does, below
   data/. The list of what belongs here is in manifest.json.

2. Did the holder of the key sign it? With OpenSSH 8.1 or later:

     ssh-keygen -Y verify -f allowed_signers -I {principal} -n {namespace} \\
       -s manifest.json.sig < manifest.json

   or with minisign:

     minisign -V -P {minisign} -m manifest.json

3. Whose key is it? The key came with the bundle, so a forger could have put
   in a key of their own. Compare its fingerprint with one that you had from
   the sender in another way:

     ssh-keygen -l -f signer.pub
     {fingerprint}

4. Does the signature cover every file? It covers manifest.json, and that
   lists each file with its SHA-256. The lists of step 1 are themselves
   checked by comparing:

     sha256sum data/media/*        with  "sha256" of "items" in manifest.json
     sha256sum README* VERIFY.txt  with  "sha256" of "files" in manifest.json

{stamp}WHAT THIS SHOWS, AND WHAT IT DOES NOT

It shows that the files are those that the holder of the key signed. Each
"commitment" in manifest.json fixes one original recording that the sender kept
when signing; the sender can later open it to you, one by one, and you can then
check that the copy here was made from it.

It does not show who the sender is, when or where anything was recorded, or
that what is seen is true. Times, places and descriptions in data/notes are what
the sender states. The media are cleaned copies: their own data about device,
place and time were taken out on purpose.

"pad" is zeros. It hides the exact size of the rest.
"""


_STAMP = """\
5. When was it signed, at the latest? stamp.tsr is the word of a time-stamp
   authority (RFC 3161) over stamp.data. Get the authority's own certificates
   from it, not from the sender, as a PEM file:

     openssl ts -verify -data stamp.data -in stamp.tsr -CAfile AUTHORITY.pem
     openssl ts -reply -in stamp.tsr -text            (the time that it states)

   stamp.data is 32 random bytes and then "merkle_root" of manifest.json.

"""


def instructions(public: bytes, *, stamped: bool = False) -> bytes:
    """Return the text for bundles signed by this raw public key, with or without a time stamp."""
    return _TEXT.format(
        stamp=_STAMP if stamped else "",
        principal=signing.PRINCIPAL,
        namespace=signing.NAMESPACE,
        minisign=signing.minisign_key(public),
        fingerprint=signing.fingerprint(public),
    ).encode()
