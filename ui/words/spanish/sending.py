"""Spanish: how things stand that are to be sent, who confirmed what, and what outlets are."""

PARCEL_STATES = {
    "waiting": "espera a ser enviado",
    "paused": "está en pausa",
    "held": "está retenido hasta que usted haga algo",
    "delivered": "fue entregado: el destino lo confirmó",
    "unconfirmed": "fue enviado, sin confirmar: el destino no puede decir qué tiene",
}

CONFIRMED_BY = {
    "size": "{outlet} lo tiene todo: se comparó su tamaño allí.",
    "digest": "{outlet} tiene exactamente estos bytes: se comparó su huella allí.",
    "read-back": "{outlet} tiene exactamente estos bytes: se volvieron a leer y se compararon.",
    "answer": "{outlet} dice que lo ha tomado. No puede decir más.",
    "unconfirmed": "Se envió todo. Solo {outlet} puede decirle si llegó: pregunte.",
}
"""What was compared, by the code of the receipt."""

OUTLET_KINDS = {
    "webdav": "WebDAV",
    "s3": "almacenamiento S3",
    "tus": "subidas tus",
    "sftp": "SFTP",
    "nextcloud": "cuenta de Nextcloud",
    "nextcloud-drop": "buzón de archivos de Nextcloud",
    "onionshare": "OnionShare",
    "form": "formulario de subida",
    "securedrop": "SecureDrop, a mano",
    "archive-org": "Internet Archive, público",
}
