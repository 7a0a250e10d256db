"""English: what goes wrong on the way to an outlet, and what to do about it.

Keys are as in ``errors_files``; they stand apart because there are many.
"""

_QUEUED = "Nothing is lost by it."

OUTLET_ERRORS = {
    "outlet": ("The outlet could not be used.", _QUEUED),
    "no-route": (
        "There is no way to the outlet that you allowed, so nothing was sent.",
        f"Start Tor, or choose a proxy. {_QUEUED}",
    ),
    "no-route:no-tor": (
        "Tor is not running on this computer, so nothing was sent.",
        f"Start Tor Browser, or install the package tor, and try again. {_QUEUED}",
    ),
    "no-route:proxy-gone": (
        "The proxy does not answer, so nothing more was sent.",
        f"Start it again. {_QUEUED}",
    ),
    "no-route:proxy-refused": (
        "The proxy would not let Firsthand through.",
        f"Check its name and password. {_QUEUED}",
    ),
    "no-route:proxy-answer": (
        "What answers there is not the proxy that you named.",
        f"Check the proxy's kind and port. {_QUEUED}",
    ),
    "no-route:no-tor-program": (
        "Your bridges need a Tor that Firsthand starts, and none is installed. Nothing was sent.",
        f"Install the package tor. Without bridges, a Tor that runs already would do. {_QUEUED}",
    ),
    "no-route:no-bridge-program": (
        "The program that this kind of bridge needs is not installed, so nothing was sent.",
        f"Install the package {{package}}, or use another kind of bridge. {_QUEUED}",
    ),
    "no-route:tor-ended": (
        "The Tor that Firsthand started has ended, so nothing more was sent.",
        f"Try again. {_QUEUED}",
    ),
    "no-route:tor-stuck": (
        "Tor was started and cannot join its network, so nothing was sent.",
        "Check that this computer is online. Where Tor is blocked, choose bridges. " + _QUEUED,
    ),
    "no-route:bridges-silent": (
        "None of your bridges lets Tor into its network, so nothing was sent.",
        f"Get new bridges from bridges.torproject.org, or by another kind of bridge. {_QUEUED}",
    ),
    "no-route:tor-clock": (
        "Tor cannot join its network, for this computer's clock is wrong. Nothing was sent.",
        f"Set the clock, the date and the time zone right. {_QUEUED}",
    ),
    "unreachable": ("The outlet does not answer.", f"Try again later. {_QUEUED}"),
    "unreachable:refused": (
        "The outlet's computer is there, but nothing answers at that port.",
        f"Check the address, or try again later. {_QUEUED}",
    ),
    "unreachable:timed-out": (
        "The outlet took too long to answer.",
        f"Try again later. {_QUEUED}",
    ),
    "unreachable:too-slow": (
        "The outlet, or the way to it, is so slow that it would never be done. It was given up.",
        f"Try again later, or ask the outlet whether its server is well. {_QUEUED}",
    ),
    "unreachable:no-host": (
        "There is no such host, or it cannot be reached from there.",
        f"Check the address. {_QUEUED}",
    ),
    "unreachable:broken-off": (
        "The connection broke off.",
        f"What the outlet has already is kept where it can go on. {_QUEUED}",
    ),
    "unreachable:onion-not-published": (
        "This onion address is not online at the moment.",
        f"Ask the outlet whether its service is running, and try again later. {_QUEUED}",
    ),
    "unreachable:onion-key-needed": (
        "This onion address asks for a key, and Tor has none for it.",
        f"Add the key that the outlet gave you to Tor. {_QUEUED}",
    ),
    "unreachable:onion-wrong-key": (
        "The key that Tor has for this onion address is the wrong one.",
        f"Ask the outlet for the right key. {_QUEUED}",
    ),
    "unreachable:onion-address": (
        "This onion address is mistyped: its own check does not fit.",
        f"Compare it with the outlet's, letter by letter. {_QUEUED}",
    ),
    "unreachable:onion-unreadable": (
        "What this onion address publishes about itself cannot be read.",
        f"Ask the outlet to look after its service, and try again later. {_QUEUED}",
    ),
    "unreachable:onion-too-slow": (
        "This onion address took too long to answer.",
        f"This passes most of the time. Try again later. {_QUEUED}",
    ),
    "unreachable:onion-failed": (
        "Tor could not get through to this onion address.",
        f"This passes most of the time. Try again later. {_QUEUED}",
    ),
    "not-trusted": (
        "What answered could not show that it is this outlet. Nothing was sent to it.",
        f"Somebody may be in between. {_QUEUED}",
    ),
    "not-trusted:pin": (
        "What answered has another key than the outlet's card says. Nothing was sent to it.",
        f"Somebody may be in between. Ask the outlet for a new card if its key changed. {_QUEUED}",
    ),
    "not-trusted:certificate": (
        "No authority vouches for the certificate of what answered. Nothing was sent to it.",
        f"Somebody may be in between. Ask the outlet for its key and put it on the card. {_QUEUED}",
    ),
    "not-trusted:certificate-expired": (
        "The outlet's certificate has expired. Nothing was sent to it.",
        f"Check this computer's clock; else ask the outlet to renew it. {_QUEUED}",
    ),
    "not-trusted:no-tls": (
        "What answered does not speak TLS. Nothing was sent to it.",
        f"Check the address and its port. {_QUEUED}",
    ),
    "not-trusted:host-key": (
        "What answered has another host key than the outlet's card says. Nothing was sent to it.",
        f"Somebody may be in between. Ask the outlet for a new card if its key changed. {_QUEUED}",
    ),
    "outlet-refused": (
        "The outlet refused it.",
        f"Ask the outlet what is wrong. {_QUEUED}",
    ),
    "outlet-refused:wrong-login": (
        "The outlet does not accept the name and password on its card.",
        f"Ask the outlet for a new card. {_QUEUED}",
    ),
    "outlet-refused:no-such-place": (
        "The outlet has no such place as its card says.",
        f"Check the address on the card. {_QUEUED}",
    ),
    "outlet-refused:too-large": (
        "This is larger than the outlet takes.",
        f"Make a smaller bundle, or send it in parts. {_QUEUED}",
    ),
    "outlet-refused:no-room": (
        "The outlet's disk is full.",
        f"Tell the outlet, and try again later. {_QUEUED}",
    ),
    "outlet-refused:moved": (
        "The outlet points to another address. Firsthand does not follow such pointers.",
        f"Ask the outlet for a new card. {_QUEUED}",
    ),
    "outlet-refused:wrong-clock": (
        "The outlet refused it because its clock and this computer's differ too much.",
        f"Set this computer's clock right. {_QUEUED}",
    ),
    "outlet-refused:no-reading": (
        "This server does not give back what it takes. Nothing of the vault was sent to it.",
        "Make the backup on another disk or at another outlet.",
    ),
    "outlet-busy": ("The outlet is too busy at the moment.", f"Try again later. {_QUEUED}"),
    "outlet-not-there": ("The outlet has nothing with this name.", "Check the name."),
    "outlet-lied": (
        "The outlet's answer does not fit what was sent, so it does not count as delivered.",
        f"Tell the outlet. {_QUEUED}",
    ),
    "bad-address": (
        "This is no address that Firsthand can use.",
        "Copy it again from the outlet, whole.",
    ),
    "bad-address:plain-http": (
        "This address begins with http, so everybody on the way could read and change it.",
        "Ask for one that begins with https, or for an onion address.",
    ),
    "bad-address:onion-needs-tor": (
        "An onion address cannot be reached without Tor.",
        "Let this outlet be reached over Tor.",
    ),
    "bad-address:password-inside": (
        "There is a name or password inside this address.",
        "Give the address without it, and the password by itself.",
    ),
    "bad-address:proxy-name": (
        "The proxy's own address must be in numbers: a name would be asked for in the open.",
        "Write it in numbers, such as 127.0.0.1.",
    ),
    "bad-address:pin-spelling": (
        "This is no key that a card can hold.",
        "Copy it again from the outlet, whole: cert:…, key:…, or for SFTP the host's public key.",
    ),
    "bad-address:bridge": (
        "These are no bridges that Tor can use.",
        "Copy each line again, whole, as it was given to you: one bridge a line, 20 at most.",
    ),
    "bad-address:bridge-kind": (
        "Firsthand does not know this kind of bridge.",
        "It knows: {choices}, and those that are a plain address.",
    ),
    "bad-address:scheme": (
        "This kind of outlet has another kind of address: {choices}.",
        "Copy it again from the outlet, whole.",
    ),
    "bad-card": ("This is no outlet card.", "Ask the outlet for its card again."),
    "bad-card:newer-card": (
        "This card was made for a newer Firsthand than this one.",
        "Update Firsthand.",
    ),
    "bad-card:wrong-signature": (
        "This card was changed after it was signed. Do not trust it.",
        "Ask the outlet for its card again, another way.",
    ),
    "bad-card:other-words": (
        "These are not the words of this card: it is not the outlet's. Do not trust it.",
        "Ask the outlet for its card again, another way.",
    ),
    "bad-card:other-signer": (
        "An outlet of this name is known already, and this card was signed by somebody else.",
        "If the outlet says that it has a new key, take the old one away first.",
    ),
    "bad-card:unknown-kind": (
        "Firsthand does not know this kind of outlet.",
        "It knows: {choices}.",
    ),
    "bad-card:card-lacks": (
        "This kind of outlet cannot be reached without: {field}.",
        "Ask the outlet for it.",
    ),
    "bad-card:no-code": (
        "There is no outlet card in this picture that can be read.",
        "Photograph the code from near, sharp and whole, or ask the outlet for its card as a file.",
    ),
    "bad-card:pieces-missing": (
        "This card comes in {of} codes, and these are missing: {missing}.",
        "Give the pictures of all of them together.",
    ),
    "bad-card:several-cards": (
        "These are several cards.",
        "Give one card at a time.",
    ),
    "bad-card:card-too-long": (
        "This card is too long for a picture.",
        "Give it as a file.",
    ),
    "bad-card:by-hand": (
        "Nothing can be sent to this kind of outlet by a program.",
        "Name a folder with --folder, and hand over what is written there.",
    ),
    "bad-card:no-store": (
        "This kind of outlet takes bundles and cannot keep a backup.",
        "Use one of the kinds webdav, s3, sftp or tus.",
    ),
    "no-such-outlet": (
        "The vault knows no outlet by this name.",
        "List the outlets to see their names.",
    ),
    "no-such-parcel": ("The queue holds nothing with this id.", "List the queue."),
    "not-sealed": (
        "This outlet has a key, and what was to be sent is not sealed to it. Nothing was sent.",
        "Seal the bundle to the outlet's key first.",
    ),
    "not-sealed:no-key": (
        "This outlet has no key, so anybody on its side could read what is sent.",
        "Ask the outlet for a key. If it may be read by anybody, say so with --unsealed.",
    ),
    "not-sealed:other-key": (
        "This was sealed to a key that is no longer on the outlet's card. Nothing was sent.",
        "Take it out of the queue and send the items anew: they are then sealed to the new key.",
    ),
    "not-for-publication": (
        "Everybody can see what this outlet takes, and nothing says that this is meant for all.",
        "Look at the copies, and mark those that may be published.",
    ),
    "not-for-publication:not-marked": (
        "Everybody can see what this outlet takes, and not every copy is marked for publication.",
        "Look at each copy, and mark it for publication if everybody may see it for good.",
    ),
    "not-for-publication:sealed": (
        "This bundle is sealed, and this outlet shows what it takes to everybody.",
        "Send a bundle that is not sealed, of copies that are marked for publication.",
    ),
    "not-for-publication:unsaid": (
        "What goes to this outlet is public at once and for good, with the name of its account.",
        "If everybody may see it, say so with --public.",
    ),
    "too-big-for-outlet": (
        "This is larger than the outlet takes.",
        "Choose fewer items, or send them in several bundles. Nothing was sent.",
    ),
}

TOR_STAGES = {
    "starting": "Tor is starting",
    "connecting": "Tor is looking for a way into its network",
    "learning": "Tor is learning which relays there are",
    "circuit": "Tor is making its first circuit",
    "ready": "Tor is ready",
}
"""What Tor is at, while something waits for it."""
