"""English: what a person does with files that no program can send, step by step."""

HANDING = {
    "first": "Nothing was sent. To hand this over:",
    "open": "Open Tor Browser. Best is a computer that is started from Tails.",
    "go": "Go to {address}",
    "codename": ("Write down the codename that you are shown. Keep it apart from this computer."),
    "upload": "Upload these files, one submission each, in this order:",
    "wait": (
        "Come back with the codename: only what the newsroom answers there is a confirmation."
    ),
    "delete": (
        "Delete the files. What a flash disk keeps of them is sealed to the newsroom's key."
    ),
}
