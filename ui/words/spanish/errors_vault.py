"""Spanish: what goes wrong with a vault, its keys and its records, and what to do about it."""

VAULT_ERRORS = {
    "storage": ("La bóveda no pudo hacer esto.", "Ejecute: vault check"),
    "not-mine": (
        "Esto no se abre con lo que se ha dado.",
        "Compruebe que eligió la clave correcta.",
    ),
    "wrong-passphrase": (
        "Esta frase de contraseña no abre la bóveda.",
        (
            "Revise las mayúsculas y la disposición del teclado, e inténtelo de nuevo. No se ha "
            "cambiado nada."
        ),
    ),
    "bad-share": (
        "Esta tarjeta no se puede usar.",
        "Compárela con lo que está impreso en ella, palabra por palabra.",
    ),
    "bad-share:word": (
        "La palabra {number} no está en ninguna tarjeta.",
        "Compárela con la tarjeta. Bastan las cuatro primeras letras de una palabra.",
    ),
    "bad-share:length": (
        "Ninguna tarjeta tiene este número de palabras.",
        "Escriba todas las palabras de una tarjeta, separadas por espacios.",
    ),
    "bad-share:checksum": (
        "Una de estas palabras no es la de la tarjeta.",
        "Compárelas con la tarjeta, palabra por palabra y en su orden.",
    ),
    "bad-share:impossible": (
        "Ningún programa que siga la norma hace una tarjeta así.",
        "Compárela con lo que está impreso en ella, palabra por palabra.",
    ),
    "bad-share:mixed": (
        "Estas tarjetas no van juntas.",
        "Son de juegos distintos. Use tarjetas que se hicieron a la vez.",
    ),
    "bad-share:twice": ("Esta tarjeta ya se dio.", "Dé la tarjeta de otra persona."),
    "bad-share:too-few": (
        "Hacen falta más tarjetas.",
        "Faltan: {missing}. Pida a otros las suyas.",
    ),
    "try-later": (
        "Tras frases de contraseña equivocadas, esta bóveda pide una pausa.",
        "Espere {seconds} segundos e inténtelo de nuevo. Ahora no se ha probado ni contado nada.",
    ),
    "vault-wiped": (
        "Esta bóveda se destruyó: sus claves ya no existen, y nada la abre.",
        "Lo que queda de sus archivos es ruido. Esto lo quita: vault wipe",
    ),
    "not-a-vault": (
        "En esta carpeta no hay ninguna bóveda.",
        "Compruebe la carpeta, o cree una bóveda.",
    ),
    "newer-version": (
        "Esto lo escribió un Firsthand más nuevo que este.",
        "Actualice Firsthand. No se ha cambiado nada.",
    ),
    "damaged-storage": (
        "Lo guardado no es lo que se escribió.",
        "Restáurelo desde un respaldo, si tiene uno.",
    ),
    "damaged-vault": (
        "Una parte de la bóveda está dañada: {part}.",
        "No se mostró nada como si estuviera entero. Restaure esa parte desde un respaldo.",
    ),
    "vault-in-use": ("Otro Firsthand tiene abierta esta bóveda.", "Ciérrela allí primero."),
    "vault-closed": (
        "La bóveda se bloqueó antes de que esto terminara.",
        "Desbloquéela e inténtelo de nuevo.",
    ),
    "no-such-item": (
        "Ningún elemento de la bóveda tiene este identificador, o más de uno empieza así.",
        "Liste la bóveda para ver los identificadores.",
    ),
    "no-such-item:bundle": (
        (
            "Este elemento no fue a ningún paquete con ese identificador, o a más de uno que "
            "empieza así."
        ),
        "Mire el registro de custodia del elemento: nombra los paquetes.",
    ),
    "no-such-item:part": (
        "Uno de estos es el primero de un elemento con partes, o ya pertenece a otro elemento.",
        "Separe antes ese elemento.",
    ),
    "no-such-key": ("La bóveda no tiene esa clave.", "Mire las claves que tiene."),
    "last-key": (
        "Esta es la última clave que abre la bóveda, así que se queda.",
        "Añada otra primero.",
    ),
    "no-such-field": (
        "La ficha no tiene ese campo, o Firsthand lo rellena solo.",
        "Muestre el elemento para ver sus campos.",
    ),
    "bad-value": ("Este campo no admite ese valor.", "Muestre el elemento para ver sus campos."),
    "bad-value:choices": ("El campo {field} solo admite: {choices}.", "Elija uno de ellos."),
    "bad-value:limit": (
        "Esto es demasiado largo para el campo {field}.",
        "Como mucho {limit} caracteres.",
    ),
    "bad-head": (
        "Este archivo no dice dónde estaba un registro de custodia.",
        "Puede haber sido cambiado o cortado. Pídalo otra vez donde se guardó.",
    ),
    "other-vaults-head": (
        "Este archivo lo escribió otra bóveda.",
        (
            "Abra la bóveda que lo escribió. Una frase de contraseña abre solo lo que ella misma "
            "escribió."
        ),
    ),
    "rolled-back": (
        "Esta bóveda no es lo que era: su registro de custodia no contiene lo que contenía.",
        (
            "Alguien repuso una copia anterior, o empezó el registro de nuevo: busque primero "
            "qué falta."
        ),
    ),
    "not-a-backup": (
        "Allí no hay ningún respaldo de una bóveda.",
        "Indique la carpeta o el destino donde se hizo el respaldo.",
    ),
    "not-a-backup:address": (
        "En esta dirección no se encuentra ningún respaldo.",
        (
            "Use la dirección completa que mostró el último respaldo; otro respaldo la muestra "
            "de nuevo."
        ),
    ),
    "not-a-backup:no-address": (
        "Este destino no puede decir qué contiene.",
        "Dé la dirección que mostró el último respaldo, o el archivo en el que se escribió.",
    ),
    "backup-not-kept": (
        "El sitio del respaldo no devolvió lo que se le envió.",
        (
            "La bóveda no ha cambiado. Inténtelo de nuevo; si se repite, use otro disco u otro "
            "destino."
        ),
    ),
    "empty-passphrase": (
        "Una frase de contraseña vacía no protege nada.",
        "Elija cinco o más palabras al azar.",
    ),
    "no-free-slot": ("En esta bóveda no cabe otra clave.", "Quite una que no se use."),
}
