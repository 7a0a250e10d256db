"""English: what a platform itself keeps and adds, whatever is posted there.

One sentence each, of what is generally known of these companies and was not looked up
page by page; nobody but they can know all of it. A test holds the table to the list of
``capture/platforms``.
"""

PLATFORM_WORDS = {
    "x": (
        "X takes the camera's data out of what it shows, keeps what you upload with your account, "
        "network address and device, and shows everybody the time of posting."
    ),
    "facebook": (
        "Facebook keeps the file that you upload with your account, network address, device and "
        "contacts, looks for faces and for copies of known pictures, and shows the time of posting."
    ),
    "instagram": (
        "Instagram makes the picture smaller once more, keeps the file with your account, network "
        "address, device and contacts, and shows the time of posting."
    ),
    "youtube": (
        "YouTube keeps the file that you upload with your account, phone number and network "
        "address, writes down what is said in it, and shows the time of posting."
    ),
    "tiktok": (
        "TikTok keeps the file with your account, network address and a profile of your device, "
        "puts its mark and your user name on copies that others save, and shows the time."
    ),
    "whatsapp": (
        "WhatsApp makes it smaller once more, unless you send it as a document; who receives it "
        "sees your phone number and can pass it on, and WhatsApp knows whom you write to and when."
    ),
    "telegram": (
        "Telegram makes photos smaller once more, unless you send them as files; it can read what "
        "is not in a secret chat, and keeps it with your phone number and network address."
    ),
    "signal": (
        "Signal makes photos smaller once more and keeps none of it; who receives it sees your "
        "name there, and your number unless you hid it, and can pass it on."
    ),
    "flickr": (
        "Flickr lets others save the file as you uploaded it, keeps it with your account and "
        "network address, and shows the time of posting."
    ),
    "mastodon": (
        "The Mastodon server that you use keeps the file with your account and network address, "
        "copies it to other servers that may never delete it, and shows the time of posting."
    ),
}
