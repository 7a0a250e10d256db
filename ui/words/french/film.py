"""French: why a person has to look at a stretch of a video before its copy may leave.

Keys are the values of ``Doubt`` in ``capture/redact/film``.
"""

DOUBTS = {
    "lost": "quelque chose a été suivi ici pendant des instants où rien ne le trouvait",
    "weak": "ce qui a été trouvé ici est peut-être un visage, ou autre chose de cherché, ou non",
    "sudden": "quelque chose est apparu ou a disparu au milieu de l'image",
    "broken": "des images n'ont pas pu être décodées ici, et sont vides",
    "again": "dans la copie terminée, quelque chose a été trouvé ici qui n'est pas masqué",
    "crowded": "tant de choses ont été trouvées que les masques ont été réunis en de plus grands",
    "many": "beaucoup de monde à la fois ici : de petits visages ou à demi cachés échappent",
}
