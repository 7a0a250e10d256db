"""Spanish: what was found of a signed copy beside the original that somebody was given."""

COPIES = {
    "same": "Sometido aquí a los mismos pasos, da la copia de este paquete, bit por bit.",
    "measured": (
        "Limpiado aquí otra vez, da otros bits que los de la copia, porque la copia se volvió a "
        "codificar. Puestos uno sobre otro, el original y la copia se parecen en todas partes."
    ),
    "outside": (
        "Algo se tapó o se cambió en la copia, y el paquete no dice dónde. Puestos uno sobre "
        "otro, el original y la copia se parecen en lo demás. Mire usted mismo el resto."
    ),
    "unlike": (
        "Puestos uno sobre otro, el original y la copia no se parecen en todas partes, y el "
        "paquete no dice que se haya tapado nada. No se fíe de la copia."
    ),
    "steps": (
        "La apertura dice dónde se tapó, recortó, giró o cortó la copia. Hecho aquí otra vez con "
        "el original, da lo que muestra la copia en todas partes. Lo que hay debajo de lo tapado "
        "no se comparó."
    ),
    "unlike-steps": (
        "Lo que la apertura dice que se hizo con el original se hizo aquí otra vez, y no da lo "
        "que muestra la copia. No se fíe de la copia."
    ),
    "other-shape": (
        "La copia tiene otra forma o duración que el original. Puede que otra versión de "
        "Firsthand la hiciera así. Si no, no se fíe de la copia."
    ),
    "unproven": (
        "Limpiado aquí otra vez, da otros bits que los de la copia, y no se pueden comparar "
        "aquí: esto no demuestra nada."
    ),
    "not-public": (
        "Algo se tapó o se cortó en la copia, el paquete no dice dónde, y queda demasiado poco "
        "que comparar. Compárelos a la vista."
    ),
    "not-here": (
        "Este programa no puede limpiarlo otra vez; Firsthand sí puede, con la misma orden."
    ),
    "pictures": (
        "{agree} de {fields} campos de {pictures} imágenes coinciden, a {width} por {height} "
        "(PSNR {psnr} dB, mayor diferencia {largest} de 255). Un campo de 32 por 32 píxeles "
        "coincide desde 22 dB, si también coinciden sus claros y oscuros."
    ),
    "no-pictures": "No coincide ninguno de los {fields} campos de {pictures} imágenes.",
    "sound": (
        "De {heard} tramos de sonido, {alike} tienen la onda del original, y {quiet} están en "
        "silencio en la copia."
    ),
    "rhythm": (
        "Los demás se cambiaron. Su ritmo sigue al del original en {rhythm}: una voz disfrazada "
        "llega a 0.9, otra habla rara vez a 0.5. Quien hable con el mismo ritmo también puede "
        "llegar: esto no muestra de quién es la voz."
    ),
    "no-rhythm": "Los demás suenan de otra manera, y se pudo comparar demasiado poco de ellos.",
}
