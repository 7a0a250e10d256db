# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what was found of a signed copy beside the original that somebody was given."""

COPIES = {
    "same": "Soumis ici aux mêmes étapes, il devient la copie de ce paquet, bit à bit.",
    "measured": (
        "Nettoyé ici encore une fois, il donne d'autres bits que la copie, car la copie a été "
        "encodée de nouveau. Posés l'un sur l'autre, l'original et la copie sont semblables "
        "partout."
    ),
    "outside": (
        "Quelque chose dans la copie a été masqué ou changé, et le paquet ne dit pas où. Posés "
        "l'un sur l'autre, l'original et la copie sont semblables ailleurs. Regardez le reste "
        "vous-même."
    ),
    "unlike": (
        "Posés l'un sur l'autre, l'original et la copie ne sont pas semblables partout, et le "
        "paquet ne dit pas que quelque chose a été masqué. Ne vous fiez pas à la copie."
    ),
    "steps": (
        "L'ouverture dit où la copie a été masquée, recadrée, tournée ou coupée. Refait ici sur "
        "l'original, cela devient partout ce que montre la copie. Ce qui est sous un masque n'a "
        "pas été comparé."
    ),
    "unlike-steps": (
        "Ce que l'ouverture dit avoir été fait à l'original a été refait ici, et ne devient pas "
        "ce que montre la copie. Ne vous fiez pas à la copie."
    ),
    "other-shape": (
        "La copie a une autre forme ou durée que l'original. Une autre version de Firsthand l'a "
        "peut-être faite ainsi. Sinon, ne vous fiez pas à la copie."
    ),
    "unproven": (
        "Nettoyé ici encore une fois, il donne d'autres bits que la copie, et les deux ne "
        "peuvent pas être comparés ici : cela ne montre rien."
    ),
    "not-public": (
        "Quelque chose dans la copie a été masqué ou coupé, le paquet ne dit pas où, et il reste "
        "trop peu à comparer. Comparez à l'œil."
    ),
    "not-here": (
        "Ce programme ne peut pas le nettoyer encore une fois ; Firsthand lui-même le peut, avec "
        "la même commande."
    ),
    "pictures": (
        "{agree} champs sur {fields} de {pictures} images s'accordent, à {width} sur {height} "
        "(PSNR {psnr} dB, plus grande différence {largest} sur 255). Un champ de 32 pixels sur "
        "32 s'accorde à partir de 22 dB, quand clair et sombre vont aussi ensemble."
    ),
    "no-pictures": "Pas un seul de {fields} champs de {pictures} images ne s'accorde.",
    "sound": (
        "Sur {heard} passages de son, {alike} ont l'onde de l'original, et {quiet} sont "
        "silencieux dans la copie."
    ),
    "rhythm": (
        "Les autres ont été changés. Leur rythme va avec celui de l'original à {rhythm} : une "
        "voix déguisée atteint 0,9, une autre parole rarement 0,5. Qui parle au même rythme peut "
        "l'atteindre aussi : cela ne montre pas à qui est la voix."
    ),
    "no-rhythm": "Les autres sonnent différemment, et trop peu d'entre eux ont pu être comparés.",
}
"""By what was shown ("same" to "not-here"), and then the figures of the measure."""
