"""Spanish: what a platform itself keeps and adds, whatever is posted there.

One sentence each, as in ``ui/words/english/platforms``.
"""

PLATFORM_WORDS = {
    "x": (
        "X quita los datos de la cámara de lo que muestra, guarda lo que usted sube con su "
        "cuenta, su dirección de red y su aparato, y muestra a todos la hora de publicación."
    ),
    "facebook": (
        "Facebook guarda el archivo que usted sube con su cuenta, dirección de red, aparato y "
        "contactos, busca caras y copias de imágenes conocidas, y muestra la hora de publicación."
    ),
    "instagram": (
        "Instagram vuelve a reducir la imagen, guarda el archivo con su cuenta, dirección de "
        "red, aparato y contactos, y muestra la hora de publicación."
    ),
    "youtube": (
        "YouTube guarda el archivo que usted sube con su cuenta, número de teléfono y dirección "
        "de red, pone por escrito lo que se dice en él y muestra la hora de publicación."
    ),
    "tiktok": (
        "TikTok guarda el archivo con su cuenta, dirección de red y un perfil de su aparato, "
        "pone su marca y el nombre de usted en las copias que otros guardan, y muestra la hora."
    ),
    "whatsapp": (
        "WhatsApp vuelve a reducirlo, salvo que lo envíe como documento; quien lo recibe ve su "
        "número de teléfono y puede reenviarlo, y WhatsApp sabe a quién escribe usted y cuándo."
    ),
    "telegram": (
        "Telegram vuelve a reducir las fotos, salvo que las envíe como archivos; puede leer lo "
        "que no está en un chat secreto, y lo guarda con su número de teléfono y su dirección de "
        "red."
    ),
    "signal": (
        "Signal vuelve a reducir las fotos y no guarda nada de ello; quien lo recibe ve el "
        "nombre que usted tiene allí, y su número si no lo ocultó, y puede reenviarlo."
    ),
    "flickr": (
        "Flickr deja que otros guarden el archivo tal como usted lo subió, lo guarda con su "
        "cuenta y su dirección de red, y muestra la hora de publicación."
    ),
    "mastodon": (
        "El servidor de Mastodon que usted usa guarda el archivo con su cuenta y su dirección de "
        "red, lo copia a otros servidores que quizá nunca lo borren, y muestra la hora de "
        "publicación."
    ),
}
