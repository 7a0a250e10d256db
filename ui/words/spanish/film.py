"""Spanish: why a person has to look at a stretch of a video before its copy may leave.

Keys are the values of ``Doubt`` in ``capture/redact/film``.
"""

DOUBTS = {
    "lost": "aquí se siguió algo por momentos en los que nada lo encontró",
    "weak": "lo que se encontró aquí puede ser o no una cara, u otra cosa que se buscaba",
    "sudden": "algo apareció o desapareció en medio de la imagen",
    "broken": "aquí hay fotogramas que no se pudieron decodificar y quedan en blanco",
    "again": "en la copia terminada se encontró aquí algo que no está tapado",
    "crowded": "se encontró tanto que lo tapado se juntó en zonas más grandes",
    "many": "aquí hay muchas personas a la vez: se escapan caras pequeñas o medio ocultas",
}
