"""English: while phones may send: how, what to compare, what others can see, and what came."""

AIR = {
    "by-app": (
        "With the LocalSend app: choose photos and videos there, send them to “{alias}” (or to the "
        "address {address}, port {port}), and type the PIN."
    ),
    "by-browser": (
        "Without the app: scan the code with the phone's camera, or type the page's address. The "
        "browser warns about the certificate, because nobody but this computer has signed it."
    ),
    "compare": (
        "The page shows the same words if the phone has reached this computer. The words do not "
        "show whether somebody in between reads along. To be sure of that, compare the SHA-256 "
        "fingerprint: the browser shows it with the certificate, before you send."
    ),
    "app-trust": (
        "The LocalSend app does not let you compare fingerprints before it sends. On a network of "
        "strangers, open a hotspot on the phone and connect this computer to it, or use a cable."
    ),
    "seen": (
        "Who watches this network sees that this computer receives something, from which phone, "
        "when, and how much. They do not see what: it comes encrypted and goes into the vault "
        "encrypted."
    ),
    "unreached": (
        "If the phone does not reach this computer: a firewall here may be in the way, and the "
        "Wi-Fi of hotels and guests often keeps devices apart. The phone's own hotspot helps with"
        " the second."
    ),
    "altered": (
        "Phones may hand out changed copies this way: Android takes the place out of photos that "
        "a browser or the “share” menu sends, and an iPhone's browser makes JPEGs of them. To "
        "have them as the camera made them, choose them in the LocalSend app under “Files”, or "
        "use a cable."
    ),
    "announced": (
        "While it is announced, every device on the network can see that a LocalSend receiver "
        "called “{alias}” is here. The name is made up anew each time."
    ),
    "kept": "Nothing is deleted on the phone: it still has what it sent.",
    "knocked": "Somebody at {address} gave a wrong PIN.",
    "beset": "Somebody on this network was guessing the PIN, so receiving has ended.",
    "beset-remedy": "Do not begin again on this network. Use a cable, or the phone's own hotspot.",
    "state-coming": "on its way",
    "state-sealed": "sealed",
    "state-already": "was here already",
    "state-refused": "not taken: no photo or video",
    "state-failed": "did not arrive whole: send it again",
    "way-localsend": "LocalSend",
    "way-browser": "the browser page",
    "sender": "{who}, by {way}",
}
"""``state-`` what became of a file, by the door's state; ``way-`` how a phone sends."""
