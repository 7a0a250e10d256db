# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: how things stand that are to be sent, who confirmed what, and what outlets are."""

PARCEL_STATES = {
    "waiting": "attend d'être envoyé",
    "paused": "est en pause",
    "held": "est retenu jusqu'à ce que vous fassiez quelque chose",
    "delivered": "a été remis : la destination l'a confirmé",
    "unconfirmed": "a été envoyé, sans confirmation : la destination ne peut pas dire ce qu'elle a",
}

CONFIRMED_BY = {
    "size": "{outlet} a tout : sa taille là-bas a été comparée.",
    "digest": "{outlet} a exactement ces octets : leur empreinte là-bas a été comparée.",
    "read-back": "{outlet} a exactement ces octets : ils ont été relus et comparés.",
    "answer": "{outlet} dit l'avoir pris, sans pouvoir en dire plus.",
    "unconfirmed": "Tout a été envoyé. Seul {outlet} peut vous dire si c'est arrivé : demandez.",
}
"""What was compared, by the code of the receipt."""

OUTLET_KINDS = {
    "webdav": "WebDAV",
    "s3": "stockage S3",
    "tus": "envois tus",
    "sftp": "SFTP",
    "nextcloud": "compte Nextcloud",
    "nextcloud-drop": "dépôt de fichiers Nextcloud",
    "onionshare": "OnionShare",
    "form": "formulaire d'envoi",
    "securedrop": "SecureDrop, à la main",
    "archive-org": "Internet Archive, public",
}
