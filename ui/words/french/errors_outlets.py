# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what goes wrong on the way to an outlet, and what to do about it.

Keys are as in ``errors_files``; they stand apart because there are many.
"""

_QUEUED = "Rien n'est perdu pour autant."
_LATER = f"Réessayez plus tard. {_QUEUED}"
_BETWEEN = "Quelqu'un est peut-être entre les deux."
_NEW_CARD = f"{_BETWEEN} Demandez une nouvelle carte si la clé a changé. {_QUEUED}"
_OTHER_WAY = "Redemandez sa carte à la destination, par une autre voie."
_WHOLE = "Recopiez-la, entière, de ce que la destination vous a donné."

OUTLET_ERRORS = {
    "outlet": ("La destination n'a pas pu servir.", _QUEUED),
    "no-route": (
        "Aucun chemin que vous ayez permis ne mène à la destination, donc rien n'a été envoyé.",
        f"Démarrez Tor, ou choisissez un proxy. {_QUEUED}",
    ),
    "no-route:no-tor": (
        "Tor ne tourne pas sur cet ordinateur, donc rien n'a été envoyé.",
        f"Démarrez Tor Browser, ou installez le paquet tor, et réessayez. {_QUEUED}",
    ),
    "no-route:proxy-gone": (
        "Le proxy ne répond pas, donc plus rien n'a été envoyé.",
        f"Redémarrez-le. {_QUEUED}",
    ),
    "no-route:proxy-refused": (
        "Le proxy n'a pas laissé passer Firsthand.",
        f"Vérifiez son nom et son mot de passe. {_QUEUED}",
    ),
    "no-route:proxy-answer": (
        "Ce qui répond là-bas n'est pas le proxy que vous avez indiqué.",
        f"Vérifiez la sorte et le port du proxy. {_QUEUED}",
    ),
    "no-route:no-tor-program": (
        (
            "Vos ponts demandent un Tor que Firsthand démarre, et aucun n'est installé. Rien n'a "
            "été envoyé."
        ),
        f"Installez le paquet tor. Sans ponts, un Tor qui tourne déjà suffirait. {_QUEUED}",
    ),
    "no-route:no-bridge-program": (
        (
            "Le programme que demande cette sorte de pont n'est pas installé, donc rien n'a été "
            "envoyé."
        ),
        f"Installez le paquet {{package}}, ou prenez une autre sorte de pont. {_QUEUED}",
    ),
    "no-route:tor-ended": (
        "Le Tor que Firsthand a démarré s'est arrêté, donc plus rien n'a été envoyé.",
        f"Réessayez. {_QUEUED}",
    ),
    "no-route:tor-stuck": (
        "Tor a démarré et ne peut pas rejoindre son réseau, donc rien n'a été envoyé.",
        (
            "Vérifiez que cet ordinateur est en ligne. Là où Tor est bloqué, choisissez des "
            f"ponts. {_QUEUED}"
        ),
    ),
    "no-route:bridges-silent": (
        "Aucun de vos ponts ne laisse Tor entrer dans son réseau, donc rien n'a été envoyé.",
        f"Prenez de nouveaux ponts à bridges.torproject.org, ou d'une autre sorte. {_QUEUED}",
    ),
    "no-route:tor-clock": (
        (
            "Tor ne peut pas rejoindre son réseau, car l'horloge de cet ordinateur est fausse. "
            "Rien n'a été envoyé."
        ),
        f"Mettez à l'heure l'horloge, la date et le fuseau. {_QUEUED}",
    ),
    "unreachable": ("La destination ne répond pas.", _LATER),
    "unreachable:refused": (
        "L'ordinateur de la destination est là, mais rien ne répond à ce port.",
        f"Vérifiez l'adresse, ou réessayez plus tard. {_QUEUED}",
    ),
    "unreachable:timed-out": ("La destination a mis trop de temps à répondre.", _LATER),
    "unreachable:too-slow": (
        (
            "La destination, ou le chemin vers elle, est si lente que cela ne finirait jamais. "
            "C'est abandonné."
        ),
        f"Réessayez plus tard, ou demandez à la destination si son serveur va bien. {_QUEUED}",
    ),
    "unreachable:no-host": (
        "Ce serveur n'existe pas, ou on ne peut pas l'atteindre de là.",
        f"Vérifiez l'adresse. {_QUEUED}",
    ),
    "unreachable:broken-off": (
        "La liaison s'est rompue.",
        f"Ce que la destination a déjà est gardé là où elle peut reprendre. {_QUEUED}",
    ),
    "unreachable:onion-not-published": (
        "Cette adresse onion n'est pas en ligne en ce moment.",
        f"Demandez à la destination si son service tourne, et réessayez plus tard. {_QUEUED}",
    ),
    "unreachable:onion-key-needed": (
        "Cette adresse onion demande une clé, et Tor n'en a aucune pour elle.",
        f"Ajoutez à Tor la clé que la destination vous a donnée. {_QUEUED}",
    ),
    "unreachable:onion-wrong-key": (
        "La clé que Tor a pour cette adresse onion n'est pas la bonne.",
        f"Demandez la bonne clé à la destination. {_QUEUED}",
    ),
    "unreachable:onion-address": (
        "Cette adresse onion est mal tapée : son propre contrôle ne va pas.",
        f"Comparez-la avec celle de la destination, lettre par lettre. {_QUEUED}",
    ),
    "unreachable:onion-unreadable": (
        "Ce que cette adresse onion publie d'elle-même ne peut pas être lu.",
        f"Demandez à la destination de s'occuper de son service, et réessayez plus tard. {_QUEUED}",
    ),
    "unreachable:onion-too-slow": (
        "Cette adresse onion a mis trop de temps à répondre.",
        f"Cela passe presque toujours. {_LATER}",
    ),
    "unreachable:onion-failed": (
        "Tor n'a pas pu joindre cette adresse onion.",
        f"Cela passe presque toujours. {_LATER}",
    ),
    "not-trusted": (
        (
            "Ce qui a répondu n'a pas pu montrer que c'est cette destination. Rien ne lui a été "
            "envoyé."
        ),
        f"{_BETWEEN} {_QUEUED}",
    ),
    "not-trusted:pin": (
        "Ce qui a répondu a une autre clé que celle de la carte. Rien ne lui a été envoyé.",
        _NEW_CARD,
    ),
    "not-trusted:certificate": (
        "Aucune autorité ne répond du certificat de ce qui a répondu. Rien ne lui a été envoyé.",
        f"{_BETWEEN} Demandez sa clé à la destination et mettez-la sur la carte. {_QUEUED}",
    ),
    "not-trusted:certificate-expired": (
        "Le certificat de la destination a expiré. Rien ne lui a été envoyé.",
        (
            "Vérifiez l'horloge de cet ordinateur ; sinon demandez à la destination de le "
            f"renouveler. {_QUEUED}"
        ),
    ),
    "not-trusted:no-tls": (
        "Ce qui a répondu ne parle pas TLS. Rien ne lui a été envoyé.",
        f"Vérifiez l'adresse et son port. {_QUEUED}",
    ),
    "not-trusted:host-key": (
        (
            "Ce qui a répondu a une autre clé de serveur que celle de la carte. Rien ne lui a "
            "été envoyé."
        ),
        _NEW_CARD,
    ),
    "outlet-refused": (
        "La destination l'a refusé.",
        f"Demandez à la destination ce qui ne va pas. {_QUEUED}",
    ),
    "outlet-refused:wrong-login": (
        "La destination n'accepte pas le nom et le mot de passe de sa carte.",
        f"Demandez une nouvelle carte à la destination. {_QUEUED}",
    ),
    "outlet-refused:no-such-place": (
        "La destination n'a pas l'endroit que dit sa carte.",
        f"Vérifiez l'adresse sur la carte. {_QUEUED}",
    ),
    "outlet-refused:too-large": (
        "C'est plus gros que ce que prend la destination.",
        f"Faites un paquet plus petit, ou envoyez-le en parties. {_QUEUED}",
    ),
    "outlet-refused:no-room": (
        "Le disque de la destination est plein.",
        f"Prévenez la destination, et réessayez plus tard. {_QUEUED}",
    ),
    "outlet-refused:moved": (
        "La destination renvoie à une autre adresse. Firsthand ne suit pas de tels renvois.",
        f"Demandez une nouvelle carte à la destination. {_QUEUED}",
    ),
    "outlet-refused:wrong-clock": (
        "La destination l'a refusé car son horloge et celle de cet ordinateur diffèrent trop.",
        f"Mettez à l'heure l'horloge de cet ordinateur. {_QUEUED}",
    ),
    "outlet-refused:no-reading": (
        "Ce serveur ne rend pas ce qu'il prend. Rien du coffre ne lui a été envoyé.",
        "Faites la sauvegarde sur un autre disque ou vers une autre destination.",
    ),
    "outlet-busy": ("La destination est trop occupée en ce moment.", _LATER),
    "outlet-not-there": ("La destination n'a rien de ce nom.", "Vérifiez le nom."),
    "outlet-lied": (
        (
            "La réponse de la destination ne va pas avec ce qui a été envoyé : cela ne compte "
            "pas comme remis."
        ),
        f"Prévenez la destination. {_QUEUED}",
    ),
    "bad-address": ("Ce n'est pas une adresse dont Firsthand puisse se servir.", _WHOLE),
    "bad-address:plain-http": (
        (
            "Cette adresse commence par http : tous ceux en chemin pourraient lire et changer ce "
            "qui passe."
        ),
        "Demandez-en une qui commence par https, ou une adresse onion.",
    ),
    "bad-address:onion-needs-tor": (
        "On ne peut pas atteindre une adresse onion sans Tor.",
        "Laissez atteindre cette destination par Tor.",
    ),
    "bad-address:password-inside": (
        "Il y a un nom ou un mot de passe dans cette adresse.",
        "Donnez l'adresse sans eux, et le mot de passe à part.",
    ),
    "bad-address:proxy-name": (
        "L'adresse du proxy lui-même doit être en chiffres : un nom serait demandé à découvert.",
        "Écrivez-la en chiffres, comme 127.0.0.1.",
    ),
    "bad-address:pin-spelling": (
        "Ce n'est pas une clé qu'une carte puisse contenir.",
        "Recopiez-la, entière : cert:…, key:…, ou pour SFTP la clé publique du serveur.",
    ),
    "bad-address:bridge": (
        "Ce ne sont pas des ponts dont Tor puisse se servir.",
        "Recopiez chaque ligne, entière, comme on vous l'a donnée : un pont par ligne, 20 au plus.",
    ),
    "bad-address:bridge-kind": (
        "Firsthand ne connaît pas cette sorte de pont.",
        "Il connaît : {choices}, et ceux qui sont une simple adresse.",
    ),
    "bad-address:scheme": (
        "Cette sorte de destination a une autre sorte d'adresse : {choices}.",
        _WHOLE,
    ),
    "bad-card": ("Ce n'est pas une carte de destination.", "Redemandez sa carte à la destination."),
    "bad-card:newer-card": (
        "Cette carte a été faite pour un Firsthand plus récent que celui-ci.",
        "Mettez Firsthand à jour.",
    ),
    "bad-card:wrong-signature": (
        "Cette carte a été changée après sa signature. Ne vous y fiez pas.",
        _OTHER_WAY,
    ),
    "bad-card:other-words": (
        (
            "Ce ne sont pas les mots de cette carte : ce n'est pas celle de la destination. Ne "
            "vous y fiez pas."
        ),
        _OTHER_WAY,
    ),
    "bad-card:other-signer": (
        (
            "Une destination de ce nom est déjà connue, et cette carte a été signée par "
            "quelqu'un d'autre."
        ),
        "Si la destination dit avoir une nouvelle clé, retirez d'abord l'ancienne.",
    ),
    "bad-card:unknown-kind": (
        "Firsthand ne connaît pas cette sorte de destination.",
        "Il connaît : {choices}.",
    ),
    "bad-card:card-lacks": (
        "On ne peut pas atteindre cette sorte de destination sans : {field}.",
        "Demandez-le à la destination.",
    ),
    "bad-card:no-code": (
        "Il n'y a dans cette image aucune carte de destination lisible.",
        (
            "Photographiez le code de près, net et entier, ou demandez à la destination sa carte "
            "comme fichier."
        ),
    ),
    "bad-card:pieces-missing": (
        "Cette carte vient en {of} codes, et ceux-ci manquent : {missing}.",
        "Donnez ensemble les images de tous.",
    ),
    "bad-card:several-cards": ("Ce sont plusieurs cartes.", "Donnez une carte à la fois."),
    "bad-card:card-too-long": (
        "Cette carte est trop longue pour une image.",
        "Donnez-la comme fichier.",
    ),
    "bad-card:by-hand": (
        "Aucun programme ne peut envoyer quoi que ce soit à cette sorte de destination.",
        "Indiquez un dossier avec --folder, et remettez ce qui y est écrit.",
    ),
    "bad-card:no-store": (
        "Cette sorte de destination prend des paquets et ne peut pas garder une sauvegarde.",
        "Prenez l'une des sortes webdav, s3, sftp ou tus.",
    ),
    "no-such-outlet": (
        "Le coffre ne connaît aucune destination de ce nom.",
        "Listez les destinations pour voir leurs noms.",
    ),
    "no-such-parcel": ("La file ne contient rien avec cet identifiant.", "Listez la file."),
    "not-sealed": (
        (
            "Cette destination a une clé, et ce qui devait être envoyé n'est pas scellé pour "
            "elle. Rien n'a été envoyé."
        ),
        "Scellez d'abord le paquet pour la clé de la destination.",
    ),
    "not-sealed:no-key": (
        (
            "Cette destination n'a pas de clé : n'importe qui de son côté pourrait lire ce qui "
            "est envoyé."
        ),
        "Demandez-lui une clé. Si n'importe qui peut le lire, dites-le avec --unsealed.",
    ),
    "not-sealed:other-key": (
        (
            "Ceci a été scellé pour une clé qui n'est plus sur la carte de la destination. Rien "
            "n'a été envoyé."
        ),
        (
            "Retirez-le de la file et envoyez de nouveau les éléments : ils sont alors scellés "
            "pour la nouvelle clé."
        ),
    ),
    "not-for-publication": (
        (
            "Tout le monde peut voir ce que prend cette destination, et rien ne dit que ceci est "
            "pour tous."
        ),
        "Regardez les copies, et marquez celles qui peuvent être publiées.",
    ),
    "not-for-publication:not-marked": (
        (
            "Tout le monde peut voir ce que prend cette destination, et toutes les copies ne "
            "sont pas marquées pour être publiées."
        ),
        "Regardez chaque copie, et marquez-la si tout le monde peut la voir pour toujours.",
    ),
    "not-for-publication:sealed": (
        "Ce paquet est scellé, et cette destination montre à tous ce qu'elle prend.",
        "Envoyez un paquet non scellé, de copies marquées pour être publiées.",
    ),
    "not-for-publication:unsaid": (
        (
            "Ce qui va à cette destination est public aussitôt et pour toujours, avec le nom de "
            "son compte."
        ),
        "Si tout le monde peut le voir, dites-le avec --public.",
    ),
    "too-big-for-outlet": (
        "C'est plus gros que ce que prend la destination.",
        "Choisissez moins d'éléments, ou envoyez-les en plusieurs paquets. Rien n'a été envoyé.",
    ),
}

TOR_STAGES = {
    "starting": "Tor démarre",
    "connecting": "Tor cherche un chemin vers son réseau",
    "learning": "Tor apprend quels relais existent",
    "circuit": "Tor fait son premier circuit",
    "ready": "Tor est prêt",
}
"""What Tor is at, while something waits for it."""
