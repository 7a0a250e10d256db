# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: while phones may send: how, what to compare, what others can see, and what came."""

AIR = {
    "by-app": (
        "Avec l'application LocalSend : choisissez-y des photos et des vidéos, envoyez-les à « "
        "{alias} » (ou à l'adresse {address}, port {port}) et tapez le code PIN."
    ),
    "by-browser": (
        "Sans l'application : lisez le code avec l'appareil photo du téléphone, ou tapez "
        "l'adresse de la page. Le navigateur met en garde contre le certificat, parce que seul "
        "cet ordinateur l'a signé."
    ),
    "compare": (
        "La page montre les mêmes mots si le téléphone a bien atteint cet ordinateur. Les mots "
        "ne montrent pas si quelqu'un lit au passage. Pour le savoir, comparez l'empreinte "
        "SHA-256 : le navigateur la montre avec le certificat, avant l'envoi."
    ),
    "app-trust": (
        "L'application LocalSend ne permet pas de comparer les empreintes avant d'envoyer. Sur "
        "un réseau d'inconnus, ouvrez un point d'accès sur le téléphone et reliez-y cet "
        "ordinateur, ou prenez un câble."
    ),
    "seen": (
        "Qui surveille ce réseau voit que cet ordinateur reçoit quelque chose, de quel "
        "téléphone, quand et combien. Il ne voit pas quoi : cela arrive chiffré et entre chiffré "
        "dans le coffre."
    ),
    "unreached": (
        "Si le téléphone n'atteint pas cet ordinateur : un pare-feu peut faire obstacle ici, et "
        "le Wi-Fi des hôtels et des invités sépare souvent les appareils. Contre le second, le "
        "point d'accès du téléphone aide."
    ),
    "altered": (
        "Par cette voie, les téléphones peuvent donner des copies modifiées : Android retire le "
        "lieu des photos qu'envoie un navigateur ou le menu « partager », et le navigateur d'un "
        "iPhone en fait des JPEG. Pour les avoir telles que l'appareil photo les a faites, "
        "choisissez-les dans l'application LocalSend, sous « Fichiers », ou prenez un câble."
    ),
    "announced": (
        "Tant que c'est annoncé, tout appareil du réseau peut voir qu'il y a ici un récepteur "
        "LocalSend appelé « {alias} ». Ce nom est inventé de nouveau à chaque fois."
    ),
    "kept": "Rien n'est supprimé sur le téléphone : il garde ce qu'il a envoyé.",
    "knocked": "Quelqu'un à l'adresse {address} a donné un mauvais code PIN.",
    "beset": "Quelqu'un sur ce réseau essayait de deviner le code PIN : la réception est terminée.",
    "beset-remedy": (
        "Ne recommencez pas sur ce réseau. Prenez un câble, ou le point d'accès du téléphone."
    ),
    "state-coming": "en route",
    "state-sealed": "scellé",
    "state-already": "était déjà là",
    "state-refused": "pas pris : ni photo ni vidéo",
    "state-failed": "n'est pas arrivé entier : envoyez-le encore",
    "way-localsend": "LocalSend",
    "way-browser": "la page du navigateur",
    "sender": "{who}, par {way}",
}
"""``state-`` what became of a file, by the door's state; ``way-`` how a phone sends."""
