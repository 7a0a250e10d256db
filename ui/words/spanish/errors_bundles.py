"""Spanish: what is wrong with a bundle, its seal or its stamp, and what to do about it."""

_AGAIN = "Pida a quien lo envió que lo envíe otra vez."

BUNDLE_ERRORS = {
    "wrong-identity": (
        "Este paquete está sellado para la clave de otra persona.",
        "Use el archivo de identidad cuya clave pública recibió quien lo envió.",
    ),
    "wrong-identity:missing": (
        "Este paquete está sellado, y no se dio ninguna clave.",
        "Dé su archivo de identidad para abrirlo.",
    ),
    "wrong-identity:protected": (
        "Este archivo de identidad está él mismo cerrado con una frase de contraseña.",
        "Ábralo antes con age, y dé el archivo abierto.",
    ),
    "wrong-identity:not-a-key": (
        "Este archivo no contiene ninguna identidad que pueda abrir un paquete.",
        "Dé el archivo con la línea que empieza por AGE-SECRET-KEY-1.",
    ),
    "wrong-identity:other-passphrase": (
        "Esta frase de contraseña no abre el paquete.",
        "Pídala otra vez a quien lo envió, por otra vía que la del paquete.",
    ),
    "wrong-identity:openpgp": (
        "Este paquete está sellado con OpenPGP, y aquí no hay ningún gpg para abrirlo.",
        "Instale GnuPG donde está su clave, o descífrelo allí y verifique lo que salga.",
    ),
    "wrong-identity:openpgp-other-key": (
        "El gpg de aquí no tiene ninguna clave que abra este paquete.",
        "Use el ordenador, o el gpg, que tiene la clave que recibió quien lo envió.",
    ),
    "bad-recipient": (
        "Esto no es una clave pública con la que se pueda sellar.",
        "Pida a quien va a recibirlo la línea que empieza por age1, o una clave OpenPGP, entera.",
    ),
    "bad-recipient:secret-key": (
        "Esto es una clave secreta, y no debería tenerla nadie más que su dueño.",
        "Diga a su dueño que haga una nueva, y pida la clave pública, que empieza por age1.",
    ),
    "bad-recipient:ssh-key": (
        "Esto es una clave SSH. Un paquete sellado con ella mostraría quién puede abrirlo.",
        "Pida a quien va a recibirlo una clave que empiece por age1.",
    ),
    "bad-recipient:mixed": (
        "Estas claves son de dos tipos, y un paquete no se puede sellar con ambos.",
        "Haga un paquete para las claves age y otro para las claves OpenPGP.",
    ),
    "bad-recipient:openpgp-quoted": (
        "Un programa de correo citó esta clave OpenPGP, y puede haber cambiado por el camino.",
        "Pida la clave como archivo, o cópiela donde no esté citada.",
    ),
    "bad-recipient:openpgp-several": (
        "Aquí hay más de una clave OpenPGP, y no se dice cuál es la buena.",
        "Pregunte a quien va a recibirlo cuál es la suya, y dé cada clave por separado.",
    ),
    "bad-recipient:openpgp-truncated": (
        "Esta clave OpenPGP está cortada.",
        "Pídala otra vez, y dela entera, de BEGIN a END.",
    ),
    "bad-recipient:openpgp-damaged": (
        "Esta clave OpenPGP está dañada, o no es una clave.",
        "Pídala otra vez, como archivo.",
    ),
    "bad-recipient:openpgp-revoked": (
        "Su dueño revocó esta clave OpenPGP: otros podrían usarla.",
        "Pida, por otra vía, la clave que usa ahora.",
    ),
    "bad-recipient:openpgp-expired": (
        "Esta clave OpenPGP ha caducado, o la parte de ella con la que se sella.",
        "Pida la clave como es ahora. Compruebe también la fecha de este ordenador.",
    ),
    "bad-recipient:openpgp-weak": (
        "Esta clave OpenPGP es de un tipo antiguo que se puede romper.",
        "Pida a quien va a recibirlo una clave más nueva.",
    ),
    "bad-recipient:openpgp-sign-only": (
        "Esta clave OpenPGP solo puede firmar. Con ella no se puede sellar nada.",
        "Pida una clave que pueda cifrar.",
    ),
    "bad-recipient:openpgp-unusable": (
        "Ninguna parte de esta clave OpenPGP está lo bastante entera para sellar con ella.",
        "Pídala otra vez. Compruebe también la fecha de este ordenador.",
    ),
    "bad-recipient:post-quantum": (
        "Este es un tipo de clave age con el que Firsthand todavía no puede sellar.",
        "Pida una clave más corta que empiece por age1.",
    ),
    "bad-recipient:plugin": (
        "Esta clave age necesita otro programa, y Firsthand no puede sellar con ella.",
        "Pida una clave sencilla que empiece por age1.",
    ),
    "bad-recipient:one-alone": ("Un destino tiene una clave.", "Elija una de ellas."),
    "bad-recipient:too-many": ("Son demasiados destinatarios.", "Haga varios paquetes."),
    "bad-recipient:originals-need-one": (
        "Los originales solo pueden salir sellados, y no se indicó ningún destinatario.",
        "Indique un destinatario, o deje fuera los originales.",
    ),
    "damaged-bundle": (
        "Este paquete está dañado o se cambió después de hacerse. No se fíe de él.",
        _AGAIN,
    ),
    "damaged-bundle:part": (
        "Este paquete está dañado o se cambió después de hacerse: {part}. No se fíe de él.",
        _AGAIN,
    ),
    "damaged-bundle:not-a-bundle": (
        "Este archivo no es un paquete de Firsthand.",
        "Dé el archivo .zip o .age que le enviaron.",
    ),
    "damaged-bundle:cut": ("Este paquete termina antes de tiempo.", _AGAIN),
    "damaged-bundle:rewrapped": (
        "Otro programa volvió a empaquetar este paquete.",
        "Desempaquételo y verifique la carpeta, o pida el archivo tal como se hizo.",
    ),
    "damaged-bundle:signature": (
        "La firma no encaja: este paquete se cambió después de firmarse. No se fíe de él.",
        _AGAIN,
    ),
    "damaged-bundle:signer": (
        "Este paquete está entero, pero lo firmó alguien distinto de quien usted espera.",
        "Pregunte por otra vía a quien lo envió cuál es su clave.",
    ),
    "damaged-bundle:name": (
        "En este paquete hay un archivo que no debe estar en él. No se fíe de él.",
        "Pida que se lo envíen otra vez, como un solo archivo.",
    ),
    "damaged-bundle:custody": (
        "Esto no es un registro de custodia exportado, o se ha cambiado. No se fíe de él.",
        "Pida a quien se lo dio el archivo tal como se escribió.",
    ),
    "damaged-bundle:pages": (
        "La hoja de contacto o VERIFY.txt no es como la escribe Firsthand, aunque se firmó.",
        "No la abra ni haga lo que dice. Pregunte a quien la envía qué programa hizo el paquete.",
    ),
    "damaged-bundle:opening-unlike": (
        "Este es el original que se firmó, pero la copia del paquete no se le parece.",
        "No se fíe de la copia. Pregunte a quien la envía qué se le hizo.",
    ),
    "damaged-bundle:sheet": (
        "En la hoja de contacto salió algo que no debe estar en ella.",
        "No se escribió nada. Por favor, comuníquelo: es un error de Firsthand.",
    ),
    "damaged-bundle:duplicate": (
        "Este paquete contiene dos archivos con el mismo nombre: {part}. No se fíe de él.",
        _AGAIN,
    ),
    "damaged-bundle:too-large": (
        (
            "Este paquete dice contener más de lo que cabe en uno. Podría ser una trampa, y no "
            "se leyó más."
        ),
        _AGAIN,
    ),
    "damaged-bundle:source": (
        "Un archivo cambió mientras se hacía el paquete, así que no se hizo ninguno.",
        "Inténtelo de nuevo. Si se repite, revise la bóveda.",
    ),
    "damaged-bundle:volume": (
        "Falta la parte {number} de este paquete, o tiene otro nombre.",
        "Ponga todas las partes en una carpeta, con los nombres con que se enviaron.",
    ),
    "damaged-bundle:opening": (
        "Este archivo no es una apertura de un paquete.",
        "Dé el archivo que hizo quien lo envió con: reveal",
    ),
    "damaged-bundle:opening-elsewhere": (
        "Esta apertura pertenece a otro paquete.",
        "Pregunte a quien la envió para qué paquete se hizo.",
    ),
    "damaged-bundle:opening-wrong": (
        "Esta apertura no abre nada en este paquete: se cambió, o se inventó. No se fíe de ella.",
        "Pida a quien la envió que la haga otra vez.",
    ),
    "damaged-bundle:opening-original": (
        "Este no es el original sobre el que se firmó el paquete.",
        "Pida a quien lo envió ese original, bit a bit como era.",
    ),
    "damaged-bundle:opening-copy": (
        "Este es el original que se firmó, pero la copia del paquete no sale de él.",
        "Puede que la copia la hiciera otra versión de Firsthand. Si no, no se fíe de la copia.",
    ),
    "damaged-bundle:seal": (
        "El archivo sellado se cortó o se cambió por el camino. No se fíe de él.",
        _AGAIN,
    ),
    "bad-stamp": (
        "Este sello de tiempo no dice nada de este paquete.",
        "Pida el sello que se hizo para él.",
    ),
    "bad-stamp:not-one": (
        "Este archivo no es un sello de tiempo.",
        "Dé el archivo con el que respondió la autoridad, que a menudo termina en .tsr.",
    ),
    "bad-stamp:not-there": (
        "En este paquete no hay ningún sello de tiempo, y no se dio ninguno aparte.",
        "Dé también el archivo del sello, o pídalo a quien envió el paquete.",
    ),
    "bad-stamp:refused": (
        "La autoridad se negó a dar un sello de tiempo.",
        "Pídalo otra vez más tarde, o pídalo a otra autoridad.",
    ),
    "bad-stamp:elsewhere": (
        "Este sello de tiempo trata de otra cosa que este paquete.",
        "Dé el sello que se hizo para él.",
    ),
    "bad-stamp:authority": (
        "Estos no son certificados con los que se pueda comprobar un sello de tiempo.",
        "Dé los certificados de la autoridad como archivo PEM.",
    ),
    "bad-stamp:untrusted": (
        "La autoridad que usted indicó no firmó este sello de tiempo.",
        "No se fíe de su hora. Compruebe que tiene los certificados de esa misma autoridad.",
    ),
    "too-many-volumes": (
        "Serían más de 999 partes.",
        "Elija partes más grandes. No se escribió nada.",
    ),
}
