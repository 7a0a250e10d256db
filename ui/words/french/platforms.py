# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what a platform itself keeps and adds, whatever is posted there.

One sentence each, as in ``ui/words/english/platforms``.
"""

PLATFORM_WORDS = {
    "x": (
        "X retire les données de l'appareil photo de ce qu'il montre, garde ce que vous envoyez "
        "avec votre compte, votre adresse réseau et votre appareil, et montre à tous l'heure de "
        "publication."
    ),
    "facebook": (
        "Facebook garde le fichier que vous envoyez avec votre compte, votre adresse réseau, "
        "votre appareil et vos contacts, cherche les visages et les copies d'images connues, et "
        "montre l'heure de publication."
    ),
    "instagram": (
        "Instagram réduit encore l'image, garde le fichier avec votre compte, votre adresse "
        "réseau, votre appareil et vos contacts, et montre l'heure de publication."
    ),
    "youtube": (
        "YouTube garde le fichier que vous envoyez avec votre compte, votre numéro de téléphone "
        "et votre adresse réseau, met par écrit ce qui s'y dit, et montre l'heure de publication."
    ),
    "tiktok": (
        "TikTok garde le fichier avec votre compte, votre adresse réseau et un profil de votre "
        "appareil, met sa marque et votre nom d'utilisateur sur les copies que d'autres "
        "enregistrent, et montre l'heure."
    ),
    "whatsapp": (
        "WhatsApp le réduit encore, sauf si vous l'envoyez comme document ; qui le reçoit voit "
        "votre numéro de téléphone et peut le transmettre, et WhatsApp sait à qui vous écrivez "
        "et quand."
    ),
    "telegram": (
        "Telegram réduit encore les photos, sauf si vous les envoyez comme fichiers ; il peut "
        "lire ce qui n'est pas dans un échange secret, et le garde avec votre numéro de "
        "téléphone et votre adresse réseau."
    ),
    "signal": (
        "Signal réduit encore les photos et n'en garde rien ; qui le reçoit voit le nom que vous "
        "y portez, et votre numéro si vous ne l'avez pas caché, et peut le transmettre."
    ),
    "flickr": (
        "Flickr laisse d'autres enregistrer le fichier tel que vous l'avez envoyé, le garde avec "
        "votre compte et votre adresse réseau, et montre l'heure de publication."
    ),
    "mastodon": (
        "Le serveur Mastodon que vous utilisez garde le fichier avec votre compte et votre "
        "adresse réseau, le copie vers d'autres serveurs qui ne le supprimeront peut-être "
        "jamais, et montre l'heure de publication."
    ),
}
