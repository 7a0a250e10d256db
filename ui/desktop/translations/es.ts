<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Cover</source>
        <translation>Tapar</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Nada que tapar</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>Dejarlo visible</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>Tapar todo lo encontrado</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Draw an ellipse</source>
        <translation>Dibujar una elipse</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Dibujar un recuadro</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>Mover o cambiar el tamaño</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>Recortar y enderezar</translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Add a passphrase</source>
        <translation>Añadir una frase de contraseña</translation>
    </message>
    <message>
        <source>Another person, or another place, gets a passphrase of its own. It opens the same things, and can be taken away without changing yours.</source>
        <translation>Otra persona, u otro sitio, recibe su propia frase de contraseña. Abre las mismas cosas, y se puede quitar sin cambiar la suya.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Añadirla</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase de contraseña nueva</translation>
    </message>
    <message>
        <source>Whose it is, or what for</source>
        <translation>De quién es, o para qué</translation>
    </message>
    <message>
        <source>The new passphrase opens the vault too.</source>
        <translation>La nueva frase de contraseña también abre la bóveda.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Taken within seconds of this one. They get the same covers, and every face found in them is covered too, also where you left one visible here. (Ctrl+Shift+S)</source>
        <translation>Tomadas con segundos de diferencia. Reciben los mismos tapados, y también se tapa toda cara que se encuentre en ellas, aunque aquí haya dejado una visible. (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Same in similar photos ({number})</source>
        <translation>Lo mismo en fotos parecidas ({number})</translation>
    </message>
</context>
<context>
    <name>Arrived</name>
    <message>
        <source>See what is on it</source>
        <translation>Ver qué contiene</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{name} is plugged in.</source>
        <translation>{name} está conectado.</translation>
    </message>
</context>
<context>
    <name>BackupBox</name>
    <message>
        <source>Folder of the backup</source>
        <translation>Carpeta del respaldo</translation>
    </message>
    <message>
        <source>Read back all that is there already, too</source>
        <translation>Volver a leer también todo lo que ya está allí</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Respaldar ahora</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Un segundo sitio</translation>
    </message>
    <message>
        <source>A disk breaks, a computer is taken. A backup holds the same encrypted files, and opens with the same passphrase. Whoever looks at that place sees how many files there are, their sizes and times. Only what changed is sent each time, and what was sent is read back.</source>
        <translation>Un disco se rompe, un ordenador se lo llevan. Un respaldo contiene los mismos archivos cifrados, y se abre con la misma frase de contraseña. Quien mira ese sitio ve cuántos archivos hay, sus tamaños y horas. Cada vez se envía solo lo que cambió, y lo enviado se vuelve a leer.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>A folder on another disk</source>
        <translation>Una carpeta en otro disco</translation>
    </message>
    <message>
        <source>The outlet {name}</source>
        <translation>El destino {name}</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>Elija antes la carpeta.</translation>
    </message>
    <message>
        <source>Where to write the backup&apos;s address: on a stick, away from this computer</source>
        <translation>Dónde escribir la dirección del respaldo: en una memoria USB, lejos de este ordenador</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Respaldando</translation>
    </message>
    <message>
        <source>Stopped. The place holds the earlier backup, or more of this one.</source>
        <translation>Detenido. El sitio contiene el respaldo anterior, o más de este.</translation>
    </message>
    <message>
        <source>Back up again, and it goes on from there.</source>
        <translation>Respalde otra vez, y sigue desde ahí.</translation>
    </message>
    <message>
        <source>Sent now and read back: {files} files, {size}.</source>
        <translation>Enviado ahora y leído otra vez: {files} archivos, {size}.</translation>
    </message>
    <message>
        <source>Removed there, because it was deleted here: {number}.</source>
        <translation>Quitado allí, porque se borró aquí: {number}.</translation>
    </message>
    <message>
        <source>Older passphrases open older copies of it, if that place keeps them.</source>
        <translation>Frases de contraseña antiguas abren copias antiguas de él, si ese sitio las guarda.</translation>
    </message>
    <message>
        <source>The backup is made. Sealed files in it: {number}.</source>
        <translation>El respaldo está hecho. Archivos sellados en él: {number}.</translation>
    </message>
    <message>
        <source>This backup can only be found again by its address, which is new after each backup. It stands in the file that you chose, and here: {address}</source>
        <translation>Este respaldo solo se puede volver a encontrar por su dirección, que es nueva tras cada respaldo. Está en el archivo que usted eligió, y aquí: {address}</translation>
    </message>
    <message>
        <source>Old files that could not be deleted there: {number}.</source>
        <translation>Archivos antiguos que allí no se pudieron borrar: {number}.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Respaldos</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Play or rest (Space)</source>
        <translation>Reproducir o detener (Espacio)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>Un fotograma atrás (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>Un fotograma adelante (.)</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>Posición en el vídeo</translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation>Sonido sí o no (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>BelongsPanel</name>
    <message>
        <source>Take apart</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>This is one item with several parts</source>
        <translation>Es un elemento con varias partes</translation>
    </message>
    <message>
        <source>Only the first leaves in a bundle, and only once all were cleaned.</source>
        <translation>En un paquete solo sale la primera, y solo cuando se hayan limpiado todas.</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Rehacer (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Hold to see the result</source>
        <translation>Mantener pulsado para ver el resultado</translation>
    </message>
    <message>
        <source>Hold (A)</source>
        <translation>Mantener pulsado (A)</translation>
    </message>
    <message>
        <source>Pick, move and resize (V)</source>
        <translation>Elegir, mover y cambiar el tamaño (V)</translation>
    </message>
    <message>
        <source>Draw a box (B)</source>
        <translation>Dibujar un recuadro (B)</translation>
    </message>
    <message>
        <source>Draw an ellipse (E)</source>
        <translation>Dibujar una elipse (E)</translation>
    </message>
    <message>
        <source>Paint with the brush (P), [ and ] for its size</source>
        <translation>Pintar con el pincel (P), [ y ] para su tamaño</translation>
    </message>
    <message>
        <source>Erase (X), [ and ] for its size</source>
        <translation>Borrar (X), [ y ] para su tamaño</translation>
    </message>
    <message>
        <source>Move the picture (H)</source>
        <translation>Mover la imagen (H)</translation>
    </message>
    <message>
        <source>Crop and straighten (C)</source>
        <translation>Recortar y enderezar (C)</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>Más lejos (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>Más cerca (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Verla entera (0)</translation>
    </message>
    <message>
        <source>Pixel by pixel (1)</source>
        <translation>Píxel a píxel (1)</translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>Leave those out</source>
        <translation>Dejar esos fuera</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Say who I am and how to reach me, as in the record</source>
        <translation>Decir quién soy y cómo contactarme, como está en la ficha</translation>
    </message>
    <message>
        <source>Make the bundle…</source>
        <translation>Hacer el paquete…</translation>
    </message>
    <message>
        <source>Send to an outlet…</source>
        <translation>Enviar a un destino…</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Volver a la biblioteca</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>Qué va dentro</translation>
    </message>
    <message>
        <source>How much you reveal</source>
        <translation>Cuánto revela usted</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>Dónde fue</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>Cuándo fue</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Quién puede abrirlo</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Cómo sale</translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation>Lo que leerán</translation>
    </message>
    <message>
        <source>This, the cleaned copies, and a sheet with small pictures of those. No names of files, no device, nothing hidden.</source>
        <translation>Esto, las copias limpias y una hoja con imágenes pequeñas de ellas. Ningún nombre de archivo, ningún aparato, nada escondido.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… y {number} más</translation>
    </message>
    <message>
        <source>Nothing yet. Select photos and videos in the library first.</source>
        <translation>Nada todavía. Seleccione antes fotos y vídeos en la biblioteca.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Todavía no se ha elegido nada.</translation>
    </message>
    <message>
        <source>Some of what is chosen cannot leave.</source>
        <translation>Algo de lo elegido no puede salir.</translation>
    </message>
    <message>
        <source>Write the bundle to</source>
        <translation>Escribir el paquete en</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
    <message>
        <source>Making the bundle and reading it again</source>
        <translation>Haciendo el paquete y leyéndolo de nuevo</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture with the places that are covered</source>
        <translation>Imagen con los sitios que están tapados</translation>
    </message>
</context>
<context>
    <name>CardsField</name>
    <message>
        <source>Add this card</source>
        <translation>Añadir esta tarjeta</translation>
    </message>
    <message>
        <source>Words of one &amp;card</source>
        <translation>Palabras de una &amp;tarjeta</translation>
    </message>
    <message>
        <source>The first card says how many are needed.</source>
        <translation>La primera tarjeta dice cuántas hacen falta.</translation>
    </message>
    <message>
        <source>Card {number} is right. Still needed: {missing}.</source>
        <translation>La tarjeta {number} es correcta. Faltan todavía: {missing}.</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>Palabras: {count}</translation>
    </message>
    <message>
        <source>This card is right.</source>
        <translation>Esta tarjeta es correcta.</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Change a passphrase</source>
        <translation>Cambiar una frase de contraseña</translation>
    </message>
    <message>
        <source>Nothing is encrypted again. Copies of the vault that were made before still open with the old one.</source>
        <translation>No se vuelve a cifrar nada. Las copias de la bóveda hechas antes se siguen abriendo con la antigua.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase de contraseña nueva</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>Frase de contraseña antigua</translation>
    </message>
    <message>
        <source>Type the old passphrase.</source>
        <translation>Escriba la frase de contraseña antigua.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The old one opens nothing here.</source>
        <translation>La frase de contraseña se ha cambiado. La antigua no abre nada aquí.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>All eight words are the same</source>
        <translation>Las ocho palabras son las mismas</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>No fiarse de él</translation>
    </message>
    <message>
        <source>Trust this outlet</source>
        <translation>Confiar en este destino</translation>
    </message>
    <message>
        <source>Let it change</source>
        <translation>Permitir el cambio</translation>
    </message>
    <message>
        <source>Ask the outlet for the eight words of its card, another way than the card came: a call, a meeting. Whoever made this card gets what you send, so go on only if all eight are the same, in this order.</source>
        <translation>Pregunte al destino las ocho palabras de su tarjeta, por otra vía que aquella por la que llegó la tarjeta: una llamada, un encuentro. Quien hizo esta tarjeta recibe lo que usted envía, así que siga solo si las ocho son las mismas, en este orden.</translation>
    </message>
    <message>
        <source>{what}: before {before}, now {after}</source>
        <translation>{what}: antes {before}, ahora {after}</translation>
    </message>
    <message>
        <source>This changes an outlet that you trust already.</source>
        <translation>Esto cambia un destino en el que usted ya confía.</translation>
    </message>
    <message>
        <source>You trust this very card already.</source>
        <translation>Usted ya confía en esta misma tarjeta.</translation>
    </message>
    <message>
        <source>Nothing on it is different.</source>
        <translation>Nada en ella es distinto.</translation>
    </message>
    <message>
        <source>The most that it takes at a time</source>
        <translation>Lo máximo que toma cada vez</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>Lo que dice de sí mismo</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Try to make one</source>
        <translation>Intentar hacer una</translation>
    </message>
    <message>
        <source>Cover the faces</source>
        <translation>Tapar las caras</translation>
    </message>
    <message>
        <source>Cover faces and more…</source>
        <translation>Tapar caras y más…</translation>
    </message>
    <message>
        <source>Save for posting…</source>
        <translation>Guardar para publicar…</translation>
    </message>
    <message>
        <source>Make one without covers</source>
        <translation>Hacer una sin tapar nada</translation>
    </message>
    <message>
        <source>There is no cleaned copy of this.</source>
        <translation>De esto no hay copia limpia.</translation>
    </message>
    <message>
        <source>The original is sealed and unchanged. It is not put into bundles.</source>
        <translation>El original está sellado y sin cambios. No se pone en paquetes.</translation>
    </message>
    <message>
        <source>Cover faces and voices…</source>
        <translation>Tapar caras y voces…</translation>
    </message>
    <message>
        <source>Cover voices…</source>
        <translation>Tapar voces…</translation>
    </message>
    <message>
        <source>Cleaned copy: nothing had to be removed that we know how to find.</source>
        <translation>Copia limpia: no hubo que quitar nada que sepamos encontrar.</translation>
    </message>
    <message>
        <source>Cleaned copy: {number} things removed, nothing identifying left that we know how to find.</source>
        <translation>Copia limpia: {number} cosas quitadas, no queda nada identificador que sepamos encontrar.</translation>
    </message>
    <message>
        <source>Places covered: {number}. A face that was not found is not covered: look at the copy before it leaves.</source>
        <translation>Sitios tapados: {number}. Una cara que no se encontró no está tapada: mire la copia antes de que salga.</translation>
    </message>
    <message>
        <source>What is seen and heard in it is exactly that of the original.</source>
        <translation>Lo que se ve y se oye en ella es exactamente lo del original.</translation>
    </message>
    <message>
        <source>It was encoded again, so it is not exactly the original&apos;s picture.</source>
        <translation>Se codificó de nuevo, así que no es exactamente la imagen del original.</translation>
    </message>
    <message>
        <source>What the copy still shows</source>
        <translation>Lo que la copia todavía muestra</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Vault folder</source>
        <translation>Carpeta de la bóveda</translation>
    </message>
    <message>
        <source>I will not lose it: I can remember it or keep it</source>
        <translation>No la perderé: puedo recordarla o guardarla</translation>
    </message>
    <message>
        <source>Make a way back as the next thing</source>
        <translation>Hacer después una vía de vuelta</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>Haciendo la bóveda</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Hacer la bóveda</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation>Proponer seis palabras</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>Hacer una bóveda</translation>
    </message>
    <message>
        <source>A vault is a folder in which everything is encrypted, names included.</source>
        <translation>Una bóveda es una carpeta en la que todo está cifrado, también los nombres.</translation>
    </message>
    <message>
        <source>Where it &amp;lives</source>
        <translation>Dónde &amp;está</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La misma &amp;otra vez</translation>
    </message>
    <message>
        <source>If you forget it</source>
        <translation>Si la olvida</translation>
    </message>
    <message>
        <source>Everything in the vault is lost then: there is no other way in, not for you, not for us, not for anyone. Unless you make one, once the vault is made: a recovery code, or cards for people you trust, several of whom open it together. Keep any of it on paper only where nobody searches.</source>
        <translation>Entonces se pierde todo lo que hay en la bóveda: no hay otra entrada, ni para usted, ni para nosotros, ni para nadie. A no ser que haga una, cuando la bóveda esté hecha: un código de recuperación, o tarjetas para personas de confianza, varias de las cuales la abren juntas. Guarde eso solo en papel, donde nadie busque.</translation>
    </message>
    <message>
        <source>Choose where the vault lives.</source>
        <translation>Elija dónde está la bóveda.</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>Elija una frase de contraseña.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>Las dos frases de contraseña son distintas. Escriba la misma en ambos campos.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>Esto es una tarjeta de una clave compartida. Elija una frase de contraseña que no lo sea.</translation>
    </message>
    <message>
        <source>Tick the box above: a forgotten passphrase cannot be replaced.</source>
        <translation>Marque la casilla de arriba: una frase de contraseña olvidada no se puede sustituir.</translation>
    </message>
    <message>
        <source>This seems to be a folder that is copied to a cloud. The vault stays encrypted there; its provider sees that it is there, how large it is, and when it changes.</source>
        <translation>Parece una carpeta que se copia a una nube. La bóveda sigue cifrada allí; su proveedor ve que está, cuánto ocupa y cuándo cambia.</translation>
    </message>
    <message>
        <source>Any folder will do, also on a stick that you take away. It is not hidden: who looks at this computer sees that a vault is there, and not what is in it.</source>
        <translation>Sirve cualquier carpeta, también en una memoria USB que usted se lleve. No está escondida: quien mire este ordenador ve que hay una bóveda, y no lo que contiene.</translation>
    </message>
</context>
<context>
    <name>DecoyForm</name>
    <message>
        <source>DECOY</source>
        <translation>SEÑUELO</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>Señuelo</translation>
    </message>
    <message>
        <source>Another passphrase opens another, empty set, for the day when somebody forces you to unlock. Put harmless things into it. Its limits: the files of the vault are more, and larger, than the decoy shows, and whoever counts them sees that. If there is such a set already, everything in it is destroyed, for from inside one set nobody can know of the other.</source>
        <translation>Otra frase de contraseña abre otro conjunto, vacío, para el día en que alguien le obligue a desbloquear. Ponga en él cosas inofensivas. Sus límites: los archivos de la bóveda son más, y más grandes, de lo que muestra el señuelo, y quien los cuente lo ve. Si ya existe ese conjunto, todo lo que contiene se destruye, porque desde dentro de uno nadie puede saber del otro.</translation>
    </message>
    <message>
        <source>Make the decoy</source>
        <translation>Hacer el señuelo</translation>
    </message>
    <message>
        <source>Passphrase of the decoy</source>
        <translation>Frase de contraseña del señuelo</translation>
    </message>
    <message>
        <source>Do this from the set that you want to keep. A passphrase that opens what you see now is wanted first: so nobody destroys the real set while the decoy is open.</source>
        <translation>Hágalo desde el conjunto que quiere conservar. Antes se pide una frase de contraseña que abra lo que ve ahora: así nadie destruye el conjunto verdadero mientras está abierto el señuelo.</translation>
    </message>
    <message>
        <source>Passphrase of what you see now</source>
        <translation>Frase de contraseña de lo que ve ahora</translation>
    </message>
    <message>
        <source>Type {word} to go on</source>
        <translation>Escriba {word} para seguir</translation>
    </message>
    <message>
        <source>Type the passphrase of what you see now.</source>
        <translation>Escriba la frase de contraseña de lo que ve ahora.</translation>
    </message>
    <message>
        <source>Type {word} in the last field to go on.</source>
        <translation>Escriba {word} en el último campo para seguir.</translation>
    </message>
    <message>
        <source>The second passphrase opens another, empty set.</source>
        <translation>La segunda frase de contraseña abre otro conjunto, vacío.</translation>
    </message>
    <message>
        <source>This passphrase does not open what you see now.</source>
        <translation>Esta frase de contraseña no abre lo que ve ahora.</translation>
    </message>
    <message>
        <source>You may be in the other set. Nothing was changed.</source>
        <translation>Puede que esté en el otro conjunto. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>A phone, a card or a camera appears here by itself when it is plugged in: unlock the phone, and choose “File transfer” on it, or “Trust this computer”.</source>
        <translation>Un teléfono, una tarjeta o una cámara aparece aquí solo al conectarlo: desbloquee el teléfono y elija en él «Transferencia de archivos», o «Confiar en este ordenador».</translation>
    </message>
    <message>
        <source>See what is on {name}</source>
        <translation>Ver qué hay en {name}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Save covered copy</source>
        <translation>Guardar copia tapada</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>Hacer la copia (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have looked at the whole copy</source>
        <translation>He mirado la copia entera</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>Y no hay que tapar nada más (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>Volver al elemento (Esc)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Ancho de la imagen</translation>
    </message>
    <message>
        <source>Looking for places…</source>
        <translation>Buscando sitios…</translation>
    </message>
    <message>
        <source>Looking more closely…</source>
        <translation>Buscando con más detalle…</translation>
    </message>
    <message>
        <source>Looking for: {kind}</source>
        <translation>Buscando: {kind}</translation>
    </message>
    <message>
        <source>{kind}: {number} found. Others may be there: look for yourself.</source>
        <translation>{kind}: encontrados {number}. Puede haber otros: mire usted mismo.</translation>
    </message>
    <message>
        <source>Found places are not decided yet: {number}.</source>
        <translation>Sitios encontrados sin decidir todavía: {number}.</translation>
    </message>
    <message>
        <source>Cover them, leave them visible with a reason, or say nothing is there.</source>
        <translation>Tápelos, déjelos visibles con un motivo, o diga que no hay nada.</translation>
    </message>
    <message>
        <source>Covering, and looking once more</source>
        <translation>Tapando, y revisando otra vez</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>Detenido. No se hizo ninguna copia.</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Choose photos and videos…</source>
        <translation>Elegir fotos y vídeos…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Make a way back</source>
        <translation>Hacer una vía de vuelta</translation>
    </message>
    <message>
        <source>Drop photos, videos or folders here</source>
        <translation>Suelte aquí fotos, vídeos o carpetas</translation>
    </message>
    <message>
        <source>Each is sealed in the vault exactly as it is, read for what it gives away about you, and gets a cleaned copy that can be passed on.</source>
        <translation>Cada uno se sella en la bóveda tal como es, se lee lo que revela de usted, y recibe una copia limpia que se puede pasar a otros.</translation>
    </message>
    <message>
        <source>Your files stay where they are: nothing is moved, changed or deleted.</source>
        <translation>Sus archivos se quedan donde están: no se mueve, cambia ni borra nada.</translation>
    </message>
    <message>
        <source>If you forget the passphrase</source>
        <translation>Si olvida la frase de contraseña</translation>
    </message>
    <message>
        <source>Nobody can help, unless you make a way back now: a recovery code to keep on paper, or cards for people you trust, several of whom open the vault together.</source>
        <translation>Nadie puede ayudar, a no ser que haga ahora una vía de vuelta: un código de recuperación para guardar en papel, o tarjetas para personas de confianza, varias de las cuales abren la bóveda juntas.</translation>
    </message>
    <message>
        <source>Nothing is like that.</source>
        <translation>Nada es así.</translation>
    </message>
</context>
<context>
    <name>EraseBox</name>
    <message>
        <source>I want them deleted there</source>
        <translation>Quiero que se borren allí</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>Borrarlos allí</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>Dejarlos donde están</translation>
    </message>
    <message>
        <source>What became of each file where it came from</source>
        <translation>Qué fue de cada archivo en el sitio de donde vino</translation>
    </message>
    <message>
        <source>What can stay behind all the same:</source>
        <translation>Lo que a pesar de todo puede quedar:</translation>
    </message>
    <message>
        <source>Each is first compared with the vault and read once more where it is; what does not fit is left there. It cannot be taken back.</source>
        <translation>Cada uno se compara antes con la bóveda y se lee otra vez donde está; lo que no coincide se deja allí. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Still where they came from, too: {number}</source>
        <translation>Todavía también donde estaban: {number}</translation>
    </message>
    <message>
        <source>Delete them there…</source>
        <translation>Borrarlos allí…</translation>
    </message>
    <message>
        <source>To be deleted from the phone, card or folder: {number}</source>
        <translation>Para borrar del teléfono, tarjeta o carpeta: {number}</translation>
    </message>
    <message>
        <source>Comparing and deleting where they came from</source>
        <translation>Comparando y borrando donde estaban</translation>
    </message>
    <message>
        <source>Deleted there, and listed no more: {number}</source>
        <translation>Borrados allí, y ya no listados: {number}</translation>
    </message>
    <message>
        <source>Left where they are: {number}</source>
        <translation>Dejados donde están: {number}</translation>
    </message>
    <message>
        <source>Stopped before these, which are left: {number}</source>
        <translation>Detenido antes de estos, que se dejan: {number}</translation>
    </message>
    <message>
        <source>{name}: deleted there</source>
        <translation>{name}: borrado allí</translation>
    </message>
</context>
<context>
    <name>FilmActs</name>
    <message>
        <source>Draw an ellipse</source>
        <translation>Dibujar una elipse</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Dibujar un recuadro</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>Mover o cambiar el tamaño</translation>
    </message>
    <message>
        <source>There is no key at this moment.</source>
        <translation>En este momento no hay ninguna clave.</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>Quitar la clave</translation>
    </message>
    <message>
        <source>Move a key</source>
        <translation>Mover una clave</translation>
    </message>
    <message>
        <source>It begins here</source>
        <translation>Empieza aquí</translation>
    </message>
    <message>
        <source>It ends here</source>
        <translation>Termina aquí</translation>
    </message>
    <message>
        <source>Reach from cut to cut</source>
        <translation>Abarcar de corte a corte</translation>
    </message>
    <message>
        <source>A track is split in its middle: go there first.</source>
        <translation>Una pista se divide por el medio: vaya antes allí.</translation>
    </message>
    <message>
        <source>Split the track</source>
        <translation>Dividir la pista</translation>
    </message>
    <message>
        <source>No track of this kind begins after this one has ended.</source>
        <translation>Ninguna pista de este tipo empieza después de que termina esta.</translation>
    </message>
    <message>
        <source>Join two tracks</source>
        <translation>Unir dos pistas</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tapar</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>Dejarlo visible</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Nada que tapar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>That one may be seen says nothing of the others.</source>
        <translation>Que uno pueda verse no dice nada de los otros.</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>Lo mismo para todos los iguales</translation>
    </message>
    <message>
        <source>Cover the whole picture</source>
        <translation>Tapar la imagen entera</translation>
    </message>
    <message>
        <source>Mark what is to be left out; all of it cannot be.</source>
        <translation>Marque lo que se deja fuera; todo no puede ser.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como estaba</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>A tone instead</source>
        <translation>Un tono en su lugar</translation>
    </message>
    <message>
        <source>Disguise the voices</source>
        <translation>Disfrazar las voces</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>El sonido como es</translation>
    </message>
    <message>
        <source>Nothing waits to be looked at.</source>
        <translation>Nada espera a ser mirado.</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Mirado</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>Cómo se codifica la copia</translation>
    </message>
</context>
<context>
    <name>FilmCanvas</name>
    <message>
        <source>Frame with the places that are covered</source>
        <translation>Fotograma con los sitios que están tapados</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Play it as the copy will be</source>
        <translation>Reproducirlo como será la copia</translation>
    </message>
    <message>
        <source>Show and play what will be seen and heard (P)</source>
        <translation>Mostrar y reproducir lo que se verá y oirá (P)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>Volver al elemento (Esc)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Ancho de la imagen</translation>
    </message>
    <message>
        <source>Height of the timeline</source>
        <translation>Altura de la línea de tiempo</translation>
    </message>
    <message>
        <source>Looking through the video. You can go on working.</source>
        <translation>Recorriendo el vídeo. Puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Find and follow</source>
        <translation>Encontrar y seguir</translation>
    </message>
    <message>
        <source>Following what is covered</source>
        <translation>Siguiendo lo que está tapado</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>Seguirlo</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find and follow faces</source>
        <translation>Encontrar y seguir caras</translation>
    </message>
    <message>
        <source>Through the whole video (Ctrl+F)</source>
        <translation>Por todo el vídeo (Ctrl+F)</translation>
    </message>
    <message>
        <source>Look for other things (F2)</source>
        <translation>Buscar otras cosas (F2)</translation>
    </message>
    <message>
        <source>Looking through the video for: {kind}</source>
        <translation>Buscando en el vídeo: {kind}</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Elegir: {what}</translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>As large as it goes</source>
        <translation>Lo más grande posible</translation>
    </message>
    <message>
        <source>Without empty corners (L)</source>
        <translation>Sin esquinas vacías (L)</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>Otra vez la imagen entera</translation>
    </message>
    <message>
        <source>Neither cropped nor straightened (R)</source>
        <translation>Ni recortada ni enderezada (R)</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>Recortar y enderezar</translation>
    </message>
    <message>
        <source>What is cut away is not in the copy, not even hidden. The original keeps it.</source>
        <translation>Lo que se recorta no está en la copia, ni siquiera escondido. El original lo conserva.</translation>
    </message>
    <message>
        <source>Straighten by</source>
        <translation>Enderezar</translation>
    </message>
    <message>
        <source>From left</source>
        <translation>Desde la izquierda</translation>
    </message>
    <message>
        <source>From top</source>
        <translation>Desde arriba</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
</context>
<context>
    <name>GuardBox</name>
    <message>
        <source>Growing pauses after three wrong passphrases</source>
        <translation>Pausas cada vez más largas tras tres frases de contraseña equivocadas</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Guardar esto</translation>
    </message>
    <message>
        <source>After wrong passphrases</source>
        <translation>Tras frases de contraseña equivocadas</translation>
    </message>
    <message>
        <source>Both hold up somebody who tries at this computer, in Firsthand. Whoever takes a copy of the folder can go on trying there: only a strong passphrase helps against that.</source>
        <translation>Ambas cosas frenan a quien prueba en este ordenador, con Firsthand. Quien se lleva una copia de la carpeta puede seguir probando allí: contra eso solo ayuda una frase de contraseña fuerte.</translation>
    </message>
    <message>
        <source>Wipe the vault after so many in a row</source>
        <translation>Destruir la bóveda tras tantas seguidas</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Kept. {count} wrong passphrases in a row destroy the vault.</source>
        <translation>Guardado. {count} frases de contraseña equivocadas seguidas destruyen la bóveda.</translation>
    </message>
    <message>
        <source>Anybody who can start Firsthand here can do that. Keep a backup.</source>
        <translation>Lo puede hacer cualquiera que inicie Firsthand aquí. Tenga un respaldo.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save pages to print…</source>
        <translation>Guardar páginas para imprimir…</translation>
    </message>
    <message>
        <source>I have them: put away</source>
        <translation>Las tengo: quitar de aquí</translation>
    </message>
    <message>
        <source>Shown only once</source>
        <translation>Se muestra una sola vez</translation>
    </message>
    <message>
        <source>Print them, or write them down. A printer may keep a copy, and so does a page that was saved until you delete it. Nothing in Firsthand keeps them.</source>
        <translation>Imprímalas, o anótelas. Una impresora puede guardar una copia, y también la guarda una página guardada hasta que usted la borre. En Firsthand nada las conserva.</translation>
    </message>
    <message>
        <source>Save pages to print</source>
        <translation>Guardar páginas para imprimir</translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation>Guardado: {names}</translation>
    </message>
    <message>
        <source>Each page is a secret on that disk. Print them, then delete them.</source>
        <translation>Cada página es un secreto en ese disco. Imprímalas, y después bórrelas.</translation>
    </message>
</context>
<context>
    <name>HeadBox</name>
    <message>
        <source>Write a statement…</source>
        <translation>Escribir una declaración…</translation>
    </message>
    <message>
        <source>Check a statement…</source>
        <translation>Comprobar una declaración…</translation>
    </message>
    <message>
        <source>Has an older copy been put back?</source>
        <translation>¿Se ha repuesto una copia anterior?</translation>
    </message>
    <message>
        <source>A vault that is put back as it was some time ago opens as if nothing had happened: nothing inside can tell. A small signed statement can, which says where the custody log stood, and lies with somebody you trust. It names no item, no person and no place.</source>
        <translation>Una bóveda que se repone como era hace tiempo se abre como si no hubiera pasado nada: nada dentro puede notarlo. Puede notarlo una pequeña declaración firmada, que dice dónde estaba el registro de custodia y que guarda alguien de confianza. No nombra ningún elemento, persona ni lugar.</translation>
    </message>
    <message>
        <source>Where to write the statement</source>
        <translation>Dónde escribir la declaración</translation>
    </message>
    <message>
        <source>A statement that was written before</source>
        <translation>Una declaración que se escribió antes</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Escrito: {name}</translation>
    </message>
    <message>
        <source>Give it to somebody you trust, and delete it here.</source>
        <translation>Désela a alguien de confianza, y bórrela aquí.</translation>
    </message>
    <message>
        <source>The log contains what it did {when}, when it had {number} entries.</source>
        <translation>El registro contiene lo que contenía el {when}, cuando tenía {number} entradas.</translation>
    </message>
    <message>
        <source>Nothing older than that was put back.</source>
        <translation>No se repuso nada anterior a eso.</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>These cannot leave:</source>
        <translation>Estos no pueden salir:</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… y {number} más</translation>
    </message>
    <message>
        <source>Look at the copy</source>
        <translation>Mirar la copia</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>Abrir el elemento</translation>
    </message>
    <message>
        <source>it has no cleaned copy.</source>
        <translation>no tiene copia limpia.</translation>
    </message>
    <message>
        <source>a part of it has no cleaned copy.</source>
        <translation>una de sus partes no tiene copia limpia.</translation>
    </message>
    <message>
        <source>a person shown in it did not consent.</source>
        <translation>una persona que aparece no dio su consentimiento.</translation>
    </message>
    <message>
        <source>nobody has looked at its covered copy since a second look at it.</source>
        <translation>nadie ha mirado su copia tapada desde una segunda revisión.</translation>
    </message>
    <message>
        <source>a face can still be found in its covered copy.</source>
        <translation>en su copia tapada todavía se puede encontrar una cara.</translation>
    </message>
</context>
<context>
    <name>HiddenPictures</name>
    <message>
        <source>Hidden inside</source>
        <translation>Escondido dentro</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… y {number} más</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Check the whole log</source>
        <translation>Comprobar todo el registro</translation>
    </message>
    <message>
        <source>The log holds: every entry is signed, and none is missing.</source>
        <translation>El registro se sostiene: cada entrada está firmada, y no falta ninguna.</translation>
    </message>
    <message>
        <source>Every step is signed and chained to the one before, so that none can be changed or left out without it being seen.</source>
        <translation>Cada paso está firmado y encadenado con el anterior, de modo que ninguno se puede cambiar ni omitir sin que se vea.</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Sealing in the vault</source>
        <translation>Sellando en la bóveda</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>Sellado; leyendo y limpiando</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>All that came whole is sealed. What was not examined and cleaned yet waits until the vault is opened again, or until something else is taken in.</source>
        <translation>Todo lo que llegó entero está sellado. Lo que no se examinó ni limpió espera hasta que la bóveda se abra otra vez, o hasta que se importe algo más.</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>The original says this, worst first</source>
        <translation>El original dice esto, lo peor primero</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>What it says about you</source>
        <translation>Lo que dice de usted</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Cleaned copy</source>
        <translation>Copia limpia</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Atrás (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Ancho de la imagen</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>Más lejos (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>Más cerca (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Verla entera (0)</translation>
    </message>
    <message>
        <source>Reading and cleaning</source>
        <translation>Leyendo y limpiando</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>Buscando caras y tapándolas</translation>
    </message>
    <message>
        <source>A second look still finds faces in the copy: {number}.</source>
        <translation>Una segunda revisión todavía encuentra caras en la copia: {number}.</translation>
    </message>
    <message>
        <source>Look at it closely before you share it.</source>
        <translation>Mírela con detalle antes de compartirla.</translation>
    </message>
    <message>
        <source>No face was found, so nothing was covered.</source>
        <translation>No se encontró ninguna cara, así que no se tapó nada.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: look for yourself.</source>
        <translation>Eso no significa que no haya ninguna: mire usted mismo.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>A moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Quick check</source>
        <translation>Revisión rápida</translation>
    </message>
    <message>
        <source>Read every byte</source>
        <translation>Leer cada byte</translation>
    </message>
    <message>
        <source>Set right what can be</source>
        <translation>Arreglar lo que se pueda</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>Añadir una frase de contraseña</translation>
    </message>
    <message>
        <source>Change a passphrase</source>
        <translation>Cambiar una frase de contraseña</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Cards for trusted people</source>
        <translation>Tarjetas para personas de confianza</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>Señuelo</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>Claves y cerraduras</translation>
    </message>
    <message>
        <source>What opens this vault</source>
        <translation>Lo que abre esta bóveda</translation>
    </message>
    <message>
        <source>Is everything whole?</source>
        <translation>¿Está todo entero?</translation>
    </message>
    <message>
        <source>The quick check looks at every item; only reading every byte is certain.</source>
        <translation>La revisión rápida mira cada elemento; solo leer cada byte da certeza.</translation>
    </message>
    <message>
        <source>While the vault is open</source>
        <translation>Mientras la bóveda está abierta</translation>
    </message>
    <message>
        <source>Its keys are in this computer&apos;s memory until it is locked: Ctrl+L keeps what was just typed and locks, Ctrl+Shift+L locks that very moment, Ctrl+Shift+W leads to its destruction.</source>
        <translation>Sus claves están en la memoria de este ordenador hasta que se bloquea: Ctrl+L guarda lo que se acaba de escribir y bloquea, Ctrl+Shift+L bloquea en ese mismo instante, Ctrl+Shift+W lleva a su destrucción.</translation>
    </message>
    <message>
        <source>It locks by itself when nobody has touched it for {number} minutes.</source>
        <translation>Se bloquea sola cuando nadie la ha tocado durante {number} minutos.</translation>
    </message>
    <message>
        <source>It locks when the computer sleeps or its lid is shut, and when its screen is locked: then as soon as no work is under way.</source>
        <translation>Se bloquea cuando el ordenador duerme o se cierra su tapa, y cuando se bloquea su pantalla: entonces, en cuanto no haya trabajo en marcha.</translation>
    </message>
    <message>
        <source>This system does not tell Firsthand when it sleeps or when its screen is locked: lock the vault yourself before you leave.</source>
        <translation>Este sistema no dice a Firsthand cuándo duerme ni cuándo se bloquea su pantalla: bloquee usted la bóveda antes de irse.</translation>
    </message>
    <message>
        <source>Other programs are kept from taking pictures of this window.</source>
        <translation>Se impide que otros programas tomen imágenes de esta ventana.</translation>
    </message>
    <message>
        <source>Other programs can take pictures of this window: this system lets no program prevent that.</source>
        <translation>Otros programas pueden tomar imágenes de esta ventana: este sistema no deja que ningún programa lo impida.</translation>
    </message>
    <message>
        <source>Locking empties the clipboard. A program that collects copies may still have it.</source>
        <translation>Al bloquear se vacía el portapapeles. Un programa que reúna copias puede tenerla todavía.</translation>
    </message>
    <message>
        <source>This system has granted what Firsthand asks for: no crash dumps, no reading by other programs, no swap space for the vault&apos;s key.</source>
        <translation>Este sistema ha concedido lo que pide Firsthand: sin volcados de memoria, sin lectura por otros programas, sin espacio de intercambio para la clave de la bóveda.</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>desde {when}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take away: {label}</source>
        <translation>Quitar: {label}</translation>
    </message>
    <message>
        <source>Taken away: {label}. Copies made before still open with it.</source>
        <translation>Quitado: {label}. Las copias hechas antes se siguen abriendo con ello.</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>Revisando la bóveda</translation>
    </message>
    <message>
        <source>Setting right what can be</source>
        <translation>Arreglando lo que se puede</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>No se encontraron daños.</translation>
    </message>
    <message>
        <source>Damage was found.</source>
        <translation>Se encontraron daños.</translation>
    </message>
</context>
<context>
    <name>LeavingBox</name>
    <message>
        <source>Language of the sheet</source>
        <translation>Idioma de la hoja</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Un archivo</translation>
    </message>
    <message>
        <source>Parts of 95 MB</source>
        <translation>Partes de 95 MB</translation>
    </message>
    <message>
        <source>Ask an authority for a time stamp, through Tor</source>
        <translation>Pedir un sello de tiempo a una autoridad, por Tor</translation>
    </message>
    <message>
        <source>Address of the time-stamp authority</source>
        <translation>Dirección de la autoridad de sellos de tiempo</translation>
    </message>
    <message>
        <source>The authority sees one digest that means nothing to it, and that somebody asked. The bundle is not made if it does not answer.</source>
        <translation>La autoridad ve una huella que no le dice nada, y que alguien preguntó. Si no responde, el paquete no se hace.</translation>
    </message>
    <message>
        <source>Sheet in</source>
        <translation>Hoja en</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabación</translation>
    </message>
    <message>
        <source>faces can be seen</source>
        <translation>se ven caras</translation>
    </message>
    <message>
        <source>cleaned copy ready</source>
        <translation>copia limpia lista</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Make a bundle</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>Guardar para publicar</translation>
    </message>
    <message>
        <source>Cover faces</source>
        <translation>Tapar caras</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Photos and videos…</source>
        <translation>Fotos y vídeos…</translation>
    </message>
    <message>
        <source>A folder or ZIP: look first…</source>
        <translation>Una carpeta o un ZIP: mirar antes…</translation>
    </message>
    <message>
        <source>Opening the vault found this.</source>
        <translation>Al abrir la bóveda se encontró esto.</translation>
    </message>
    <message>
        <source>Part of the index is damaged. Your photos and videos are not in it.</source>
        <translation>Una parte del índice está dañada. Sus fotos y vídeos no están en él.</translation>
    </message>
    <message>
        <source>Lock the vault and unlock it again: the index is then made anew.</source>
        <translation>Bloquee la bóveda y desbloquéela de nuevo: entonces el índice se rehace.</translation>
    </message>
    <message>
        <source>Add photos and videos</source>
        <translation>Añadir fotos y vídeos</translation>
    </message>
    <message>
        <source>Add a whole folder</source>
        <translation>Añadir una carpeta entera</translation>
    </message>
    <message>
        <source>Deleting: {number}, with all copies and notes. This cannot be taken back later.</source>
        <translation>Borrando: {number}, con todas las copias y notas. Después no se puede deshacer.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Borrando</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left.</source>
        <translation>Lo que se selló hasta entonces está en la bóveda; del resto no queda nada.</translation>
    </message>
    <message>
        <source>Taken in {when}</source>
        <translation>Importado el {when}</translation>
    </message>
    <message>
        <source>Cover every face in these photos: {number}</source>
        <translation>Tapar todas las caras de estas fotos: {number}</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>Leyendo todavía…</translation>
    </message>
    <message>
        <source>No file and no picture was copied.</source>
        <translation>No se ha copiado ningún archivo ni ninguna imagen.</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>About this part</source>
        <translation>Sobre esta parte</translation>
    </message>
    <message>
        <source>Its terms</source>
        <translation>Sus condiciones</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>Volver al principio</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>De qué está hecho Firsthand</translation>
    </message>
    <message>
        <source>Firsthand is free software under the GNU General Public License, version 3 or later. It stands on the work of others; their names and terms are here.</source>
        <translation>Firsthand es software libre bajo la GNU General Public License, versión 3 o posterior. Se apoya en el trabajo de otros; sus nombres y condiciones están aquí.</translation>
    </message>
    <message>
        <source>{name}, licence: {licence}</source>
        <translation>{name}, licencia: {licence}</translation>
    </message>
    <message>
        <source>Comes with: {carriers}</source>
        <translation>Viene con: {carriers}</translation>
    </message>
</context>
<context>
    <name>MadePanel</name>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>How the recipient checks it</source>
        <translation>Cómo lo comprueba quien lo recibe</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Volver a la biblioteca</translation>
    </message>
    <message>
        <source>Verify it now</source>
        <translation>Verificarlo ahora</translation>
    </message>
    <message>
        <source>Send it to an outlet…</source>
        <translation>Enviarlo a un destino…</translation>
    </message>
    <message>
        <source>Make another of these</source>
        <translation>Hacer otro con estos</translation>
    </message>
    <message>
        <source>The bundle is written: {name}</source>
        <translation>El paquete está escrito: {name}</translation>
    </message>
    <message>
        <source>{size}, {number} photos and videos, in {folder}</source>
        <translation>{size}, {number} fotos y vídeos, en {folder}</translation>
    </message>
    <message>
        <source>Only cleaned copies went in, under neutral names and dates.</source>
        <translation>Solo entraron copias limpias, con nombres y fechas neutros.</translation>
    </message>
    <message>
        <source>Every byte was read again before it was written: nothing that should not leave was found.</source>
        <translation>Cada byte se leyó otra vez antes de escribirse: no se encontró nada que no deba salir.</translation>
    </message>
    <message>
        <source>It is signed with a key that is used for this bundle alone.</source>
        <translation>Está firmado con una clave que se usa solo para este paquete.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with the passphrase alone.</source>
        <translation>Está sellado: se abre solo con la frase de contraseña.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with one of {number} keys, and with no other.</source>
        <translation>Está sellado: se abre con una de {number} claves, y con ninguna otra.</translation>
    </message>
    <message>
        <source>It is not sealed: whoever gets it can look into it.</source>
        <translation>No está sellado: quien lo recibe puede mirar dentro.</translation>
    </message>
    <message>
        <source>The untouched originals are in it too, with everything they give away.</source>
        <translation>También están dentro los originales intactos, con todo lo que revelan.</translation>
    </message>
    <message>
        <source>It is in {number} parts. Send all of them, with their names.</source>
        <translation>Está en {number} partes. Envíelas todas, con sus nombres.</translation>
    </message>
    <message>
        <source>A time stamp in it says that it was there at {when}.</source>
        <translation>Un sello de tiempo que contiene dice que existía el {when}.</translation>
    </message>
    <message>
        <source>With Firsthand: “Verify a bundle”. Without it, with tools that most systems have; VERIFY.txt inside has all the commands:</source>
        <translation>Con Firsthand: «Verificar un paquete». Sin él, con herramientas que tienen casi todos los sistemas; VERIFY.txt, dentro, tiene todas las órdenes:</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make the covered copy</source>
        <translation>Hacer la copia tapada</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>Hacer la copia (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have watched the whole copy</source>
        <translation>He visto la copia entera</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>Y no hay que tapar nada más (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Covering the video, and looking once more</source>
        <translation>Tapando el vídeo, y revisando otra vez</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Segunda revisión</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>Detenido. No se hizo ninguna copia.</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>Sketch of the place. {said}</source>
        <translation>Croquis del lugar. {said}</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Más cerca</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>Más lejos</translation>
    </message>
    <message>
        <source>Drawn from outlines in the app: nothing was fetched for it.</source>
        <translation>Dibujado con contornos que lleva la aplicación: no se descargó nada para ello.</translation>
    </message>
</context>
<context>
    <name>MergeBox</name>
    <message>
        <source>Folder of the other vault</source>
        <translation>Carpeta de la otra bóveda</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>Traerla</translation>
    </message>
    <message>
        <source>Bring another vault in</source>
        <translation>Traer otra bóveda</translation>
    </message>
    <message>
        <source>Everything of another vault of yours comes into this one, with its notes and its custody log. What is here already is not kept twice. The other vault stays as it is; its keys and its outlets are not brought along.</source>
        <translation>Todo lo de otra bóveda suya entra en esta, con sus notas y su registro de custodia. Lo que ya está aquí no se guarda dos veces. La otra bóveda queda como está; sus claves y sus destinos no se traen.</translation>
    </message>
    <message>
        <source>Passphrase of the other vault</source>
        <translation>Frase de contraseña de la otra bóveda</translation>
    </message>
    <message>
        <source>Choose the folder of the other vault.</source>
        <translation>Elija la carpeta de la otra bóveda.</translation>
    </message>
    <message>
        <source>This is the vault that is open.</source>
        <translation>Esta es la bóveda que está abierta.</translation>
    </message>
    <message>
        <source>Type the passphrase of the other vault.</source>
        <translation>Escriba la frase de contraseña de la otra bóveda.</translation>
    </message>
    <message>
        <source>Bringing the other vault in</source>
        <translation>Trayendo la otra bóveda</translation>
    </message>
    <message>
        <source>Stopped. What came until then is in the vault.</source>
        <translation>Detenido. Lo que llegó hasta entonces está en la bóveda.</translation>
    </message>
    <message>
        <source>Bring it in again, and the rest comes.</source>
        <translation>Tráigala otra vez, y llega el resto.</translation>
    </message>
    <message>
        <source>Came: {taken}, and copies of them: {copies}. Here already: {here}.</source>
        <translation>Llegados: {taken}, y copias de ellos: {copies}. Ya estaban aquí: {here}.</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Fuerza de la frase de contraseña</translation>
    </message>
    <message>
        <source>Several words that have nothing to do with each other are best: no saying, no verse, no song, nothing that stands in a book.</source>
        <translation>Lo mejor son varias palabras que no tengan nada que ver entre sí: ningún refrán, ningún verso, ninguna canción, nada que esté en un libro.</translation>
    </message>
    <message>
        <source>Weak: someone powerful who takes this computer could find it {time}.</source>
        <translation>Débil: alguien poderoso que se lleve este ordenador podría encontrarla {time}.</translation>
    </message>
    <message>
        <source>Fair: it would take someone powerful years to find it, unless it is a line that others know.</source>
        <translation>Regular: alguien poderoso tardaría años en encontrarla, salvo que sea una frase que otros conocen.</translation>
    </message>
    <message>
        <source>Strong: guessing it would take longer than anybody has, unless it is a line that others know.</source>
        <translation>Fuerte: adivinarla tardaría más de lo que nadie tiene, salvo que sea una frase que otros conocen.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>al momento</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>en un día</translation>
    </message>
    <message>
        <source>within days</source>
        <translation>en unos días</translation>
    </message>
    <message>
        <source>within months</source>
        <translation>en unos meses</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Start Tor where none runs</source>
        <translation>Iniciar Tor donde no esté en marcha</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Guardar esto</translation>
    </message>
    <message>
        <source>Try Tor now</source>
        <translation>Probar Tor ahora</translation>
    </message>
    <message>
        <source>How Tor is come by</source>
        <translation>Cómo se consigue Tor</translation>
    </message>
    <message>
        <source>Bridges, one a line</source>
        <translation>Puentes, uno por línea</translation>
    </message>
    <message>
        <source>Bridges hide from your network that you use Tor, as far as that can be done. You get them from bridges.torproject.org, or from somebody you trust. With them Firsthand starts a Tor of its own, and uses no other.</source>
        <translation>Los puentes ocultan a su red que usted usa Tor, en la medida en que eso se puede. Se consiguen en bridges.torproject.org, o de alguien de confianza. Con ellos, Firsthand inicia un Tor propio, y no usa otro.</translation>
    </message>
    <message>
        <source>A Tor runs on this computer.</source>
        <translation>En este ordenador hay un Tor en marcha.</translation>
    </message>
    <message>
        <source>No Tor runs on this computer.</source>
        <translation>En este ordenador no hay ningún Tor en marcha.</translation>
    </message>
    <message>
        <source>Firsthand can start one.</source>
        <translation>Firsthand puede iniciar uno.</translation>
    </message>
    <message>
        <source>There is none to start either: install the package tor.</source>
        <translation>Tampoco hay ninguno que iniciar: instale el paquete tor.</translation>
    </message>
    <message>
        <source>The bridges need the package {name}, which is not here.</source>
        <translation>Los puentes necesitan el paquete {name}, que no está aquí.</translation>
    </message>
    <message>
        <source>Kept. Bridges: {number}.</source>
        <translation>Guardado. Puentes: {number}.</translation>
    </message>
    <message>
        <source>Waiting for Tor…</source>
        <translation>Esperando a Tor…</translation>
    </message>
    <message>
        <source>Tor is ready.</source>
        <translation>Tor está listo.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>Elija una frase de contraseña.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>Las dos frases de contraseña son distintas. Escriba la misma en ambos campos.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>Esto es una tarjeta de una clave compartida. Elija una frase de contraseña que no lo sea.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Something in Firsthand itself went wrong.</source>
        <translation>Algo salió mal en el propio Firsthand.</translation>
    </message>
    <message>
        <source>You can send these lines to its makers; they hold nothing of your files:
{report}</source>
        <translation>Puede enviar estas líneas a quienes lo hacen; no contienen nada de sus archivos:
{report}</translation>
    </message>
</context>
<context>
    <name>OpeningsBox</name>
    <message>
        <source>Show what was done with it</source>
        <translation>Mostrar qué se hizo con él</translation>
    </message>
    <message>
        <source>Everything above, signed, for whom you give it to, and the same in words beside it. It tells the digest and size of this original, and nothing of other items.</source>
        <translation>Todo lo de arriba, firmado, para quien usted se lo dé, y al lado lo mismo en palabras. Dice la huella y el tamaño de este original, y nada de otros elementos.</translation>
    </message>
    <message>
        <source>Write the custody log of this item…</source>
        <translation>Escribir el registro de custodia de este elemento…</translation>
    </message>
    <message>
        <source>Prove this original to somebody</source>
        <translation>Probar este original a alguien</translation>
    </message>
    <message>
        <source>An opening shows whom you give it to that you held this original when you signed the bundle. It tells its digest and size, how the copy was covered, cropped and cut, nothing of other items, and cannot be taken back.</source>
        <translation>Una apertura muestra a quien se la dé que usted tenía este original cuando firmó el paquete. Dice su huella y su tamaño, cómo se tapó, recortó y cortó la copia, nada de otros elementos, y no se puede retirar.</translation>
    </message>
    <message>
        <source>Write an opening for bundle {bundle}…</source>
        <translation>Escribir una apertura para el paquete {bundle}…</translation>
    </message>
    <message>
        <source>Prove when a bundle was there</source>
        <translation>Probar cuándo existía un paquete</translation>
    </message>
    <message>
        <source>A time-stamp authority signs one digest that means nothing to it. Write the request, take it there in a way that does not tell who you are, and take its answer in. Whoever has the bundle gets the file that is then written.</source>
        <translation>Una autoridad de sellos de tiempo firma una huella que no le dice nada. Escriba la petición, llévela allí de un modo que no diga quién es usted, e introduzca su respuesta. Quien tiene el paquete recibe el archivo que se escribe entonces.</translation>
    </message>
    <message>
        <source>Write a request for bundle {bundle}…</source>
        <translation>Escribir una petición para el paquete {bundle}…</translation>
    </message>
    <message>
        <source>Take in the answer for bundle {bundle}…</source>
        <translation>Introducir la respuesta para el paquete {bundle}…</translation>
    </message>
    <message>
        <source>Write the opening to</source>
        <translation>Escribir la apertura en</translation>
    </message>
    <message>
        <source>The opening is written: {name}</source>
        <translation>La apertura está escrita: {name}</translation>
    </message>
    <message>
        <source>Give it to whom you choose, with the bundle. “Verify a bundle” checks it.</source>
        <translation>Désela a quien usted elija, con el paquete. «Verificar un paquete» la comprueba.</translation>
    </message>
    <message>
        <source>Write the log to</source>
        <translation>Escribir el registro en</translation>
    </message>
    <message>
        <source>The log is written: {name}</source>
        <translation>El registro está escrito: {name}</translation>
    </message>
    <message>
        <source>The same in words: {name}. “Verify a bundle” checks the first.</source>
        <translation>Lo mismo en palabras: {name}. «Verificar un paquete» comprueba el primero.</translation>
    </message>
    <message>
        <source>Write the request to</source>
        <translation>Escribir la petición en</translation>
    </message>
    <message>
        <source>The request is written: {name}</source>
        <translation>La petición está escrita: {name}</translation>
    </message>
    <message>
        <source>Give it to a time-stamp authority, and keep its answer.</source>
        <translation>Désela a una autoridad de sellos de tiempo, y guarde su respuesta.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s answer</source>
        <translation>Elija la respuesta de la autoridad</translation>
    </message>
    <message>
        <source>Write the time stamp to</source>
        <translation>Escribir el sello de tiempo en</translation>
    </message>
    <message>
        <source>The time stamp is written: {name}</source>
        <translation>El sello de tiempo está escrito: {name}</translation>
    </message>
    <message>
        <source>It states {when}. “Verify a bundle” checks it.</source>
        <translation>Declara {when}. «Verificar un paquete» lo comprueba.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>How fast</source>
        <translation>A qué velocidad</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>Tan rápido como vaya</translation>
    </message>
    <message>
        <source>1 MB/s</source>
        <translation>1 MB/s</translation>
    </message>
    <message>
        <source>200 kB/s</source>
        <translation>200 kB/s</translation>
    </message>
    <message>
        <source>50 kB/s</source>
        <translation>50 kB/s</translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation>Cuándo empieza</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Al momento</translation>
    </message>
    <message>
        <source>Some time within an hour</source>
        <translation>En algún momento de la próxima hora</translation>
    </message>
    <message>
        <source>Some time within a day</source>
        <translation>En algún momento del próximo día</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Destinos</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nada espera a ser enviado.</translation>
    </message>
    <message>
        <source>Choose photos and videos, make a bundle, and send it to an outlet that you trust. It then waits here, sealed, until the outlet has confirmed it, however often the line breaks.</source>
        <translation>Elija fotos y vídeos, haga un paquete y envíelo a un destino en el que confíe. Entonces espera aquí, sellado, hasta que el destino lo haya confirmado, por muchas veces que se corte la línea.</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>Cómo se envía</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Slower, and begun at a time left to chance, it stands out less to whoever watches your line. What waits is sent while the vault is open, and it does not lock by itself during that. Locking it stops the sending at once; it goes on after the next unlock, where the outlet lets it.</source>
        <translation>Más despacio, y empezado en un momento al azar, llama menos la atención de quien vigile su línea. Lo que espera se envía mientras la bóveda está abierta, y durante eso no se bloquea sola. Bloquearla detiene el envío al momento; sigue tras el próximo desbloqueo, donde el destino lo permite.</translation>
    </message>
    <message>
        <source>Chosen exactly: {rate} a second, begun within {minutes} min.</source>
        <translation>Elegido con exactitud: {rate} por segundo, empezado en {minutes} min.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Close this summary</source>
        <translation>Cerrar este resumen</translation>
    </message>
</context>
<context>
    <name>OutletCard</name>
    <message>
        <source>Try to reach it</source>
        <translation>Intentar llegar a él</translation>
    </message>
    <message>
        <source>Change the way there</source>
        <translation>Cambiar el camino</translation>
    </message>
    <message>
        <source>Save its card…</source>
        <translation>Guardar su tarjeta…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Everybody sees what it takes, at once and for good, with its account&apos;s name.</source>
        <translation>Todos ven lo que toma, al momento y para siempre, con el nombre de su cuenta.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>Toma como mucho {size} cada vez.</translation>
    </message>
    <message>
        <source>It has no key: anybody on its side could read what is sent.</source>
        <translation>No tiene clave: cualquiera de su lado podría leer lo que se envía.</translation>
    </message>
    <message>
        <source>What goes there is sealed to its key: {key}</source>
        <translation>Lo que va allí se sella con su clave: {key}</translation>
    </message>
    <message>
        <source>What goes there is sealed to the OpenPGP key {fingerprint} of {owner}</source>
        <translation>Lo que va allí se sella con la clave OpenPGP {fingerprint} de {owner}</translation>
    </message>
    <message>
        <source>Reached over Tor.</source>
        <translation>Se llega por Tor.</translation>
    </message>
    <message>
        <source>Reached by the proxy that you named.</source>
        <translation>Se llega por el proxy que usted indicó.</translation>
    </message>
    <message>
        <source>Reached directly: your network sees whom you write to.</source>
        <translation>Se llega directamente: su red ve a quién escribe usted.</translation>
    </message>
    <message>
        <source>The words of the card: {words}</source>
        <translation>Las palabras de la tarjeta: {words}</translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Write an outlet down</source>
        <translation>Anotar un destino</translation>
    </message>
    <message>
        <source>What to call it</source>
        <translation>Cómo llamarlo</translation>
    </message>
    <message>
        <source>What it speaks</source>
        <translation>Qué habla</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Su dirección</translation>
    </message>
    <message>
        <source>Its key to seal to: age or OpenPGP</source>
        <translation>Su clave para sellar: age u OpenPGP</translation>
    </message>
    <message>
        <source>User name or first key, if it gave one</source>
        <translation>Nombre de usuario o primera clave, si la dio</translation>
    </message>
    <message>
        <source>Password or second key, if it gave one</source>
        <translation>Contraseña o segunda clave, si la dio</translation>
    </message>
    <message>
        <source>The key of its server, if it gave one</source>
        <translation>La clave de su servidor, si la dio</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
</context>
<context>
    <name>OutletsPage</name>
    <message>
        <source>Trust it again</source>
        <translation>Volver a confiar en él</translation>
    </message>
    <message>
        <source>Add from a file or a picture…</source>
        <translation>Añadir desde un archivo o una imagen…</translation>
    </message>
    <message>
        <source>Paste a card</source>
        <translation>Pegar una tarjeta</translation>
    </message>
    <message>
        <source>Write one down…</source>
        <translation>Anotar uno…</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Volver a la bandeja de salida</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Destinos</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>Todavía no confía en ningún destino.</translation>
    </message>
    <message>
        <source>An outlet is a newsroom or an organisation that takes what you send. It gives you its card, as a file or as a picture with a code, and tells you the eight words of the card another way. Nothing is sent anywhere before that.</source>
        <translation>Un destino es una redacción o una organización que toma lo que usted envía. Le da su tarjeta, como archivo o como imagen con un código, y le dice por otra vía las ocho palabras de la tarjeta. Antes de eso no se envía nada a ningún sitio.</translation>
    </message>
    <message>
        <source>Choose a card, or pictures of one</source>
        <translation>Elija una tarjeta, o imágenes de una</translation>
    </message>
    <message>
        <source>You trust {name} now.</source>
        <translation>Ahora confía en {name}.</translation>
    </message>
    <message>
        <source>Reaching it…</source>
        <translation>Llegando a él…</translation>
    </message>
    <message>
        <source>It answers. Nothing was sent.</source>
        <translation>Responde. No se envió nada.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>Toma como mucho {size} cada vez.</translation>
    </message>
    <message>
        <source>It has room for {size}.</source>
        <translation>Tiene sitio para {size}.</translation>
    </message>
    <message>
        <source>The way to {name} is changed.</source>
        <translation>El camino a {name} se ha cambiado.</translation>
    </message>
    <message>
        <source>Save the card (.json, or .png for a picture)</source>
        <translation>Guardar la tarjeta (.json, o .png para una imagen)</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>Escrito: {names}</translation>
    </message>
    <message>
        <source>It comes in several pictures: all of them are needed to read it.</source>
        <translation>Viene en varias imágenes: para leerla hacen falta todas.</translation>
    </message>
    <message>
        <source>{name} is taken away. What waits for it is not sent.</source>
        <translation>{name} se ha quitado. Lo que espera para él no se envía.</translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>How much was sent</source>
        <translation>Cuánto se envió</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>sin sellar</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>se está enviando</translation>
    </message>
    <message>
        <source>is being connected</source>
        <translation>se está conectando</translation>
    </message>
    <message>
        <source>{state}, not before {when}</source>
        <translation>{state}, no antes del {when}</translation>
    </message>
    <message>
        <source>{confirmed} {when}. The custody log has it.</source>
        <translation>{confirmed} {when}. Está en el registro de custodia.</translation>
    </message>
    <message>
        <source>Tries so far: {number}.</source>
        <translation>Intentos hasta ahora: {number}.</translation>
    </message>
    <message>
        <source>Forget this line</source>
        <translation>Olvidar esta línea</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Mostrar la frase de contraseña</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ocultar la frase de contraseña</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Places</source>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>Tapar todo lo encontrado</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones</source>
        <translation>Nada que tapar en los dudosos</translation>
    </message>
    <message>
        <source>What is only a maybe, or no person (Ctrl+N)</source>
        <translation>Lo que es solo un quizá, o no es una persona (Ctrl+N)</translation>
    </message>
    <message>
        <source>Look for more</source>
        <translation>Buscar más</translation>
    </message>
    <message>
        <source>For people, writing and more, not for faces alone (F)</source>
        <translation>Personas, escritura y más, no solo caras (F)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tapar</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>Taparlo (Enter)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Queda visible</translation>
    </message>
    <message>
        <source>Leave it visible (K)</source>
        <translation>Dejarlo visible (K)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Nada que tapar</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>Usted miró, y no hay que tapar nada de ello (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>Quitarlo (Supr)</translation>
    </message>
    <message>
        <source>There is no blur and no mosaic here, on purpose. They are computed from what they cover, and machines read it back: in our measurement a simple program still knew 84 of 100 blurred faces and 93 of 100 in mosaic, where guessing gives 20. The soft fill and the solid cover are computed from nothing of what they cover.</source>
        <translation>Aquí no hay desenfoque ni mosaico, a propósito. Se calculan a partir de lo que tapan, y las máquinas lo vuelven a leer: en nuestra medición, un programa sencillo todavía reconoció 84 de 100 caras desenfocadas y 93 de 100 en mosaico, donde adivinar da 20. El relleno suave y el tapado liso no se calculan a partir de nada de lo que tapan.</translation>
    </message>
    <message>
        <source>Why no blur or mosaic?</source>
        <translation>¿Por qué no desenfoque ni mosaico?</translation>
    </message>
    <message>
        <source>What we measured (F1)</source>
        <translation>Lo que medimos (F1)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>El siguiente (T), el anterior (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>El siguiente (S), el anterior (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>El siguiente (W), el anterior (Shift+W)</translation>
    </message>
    <message>
        <source>Words on it</source>
        <translation>Palabras encima</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Tapado con</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>Quién es, de las personas de la ficha</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>Motivo, o un nombre</translation>
    </message>
    <message>
        <source>Everything that is not decided yet (Ctrl+Enter)</source>
        <translation>Todo lo que no está decidido todavía (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones ({number})</source>
        <translation>Nada que tapar en los dudosos ({number})</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>Escriba quién es o por qué se puede ver, y pulse Enter.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>Se guarda en la bóveda con la copia.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>Cambiar el motivo</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>Cambiar qué es</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>Cambiar cómo se tapa</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>Cambiar quién es</translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>Save for posting…</source>
        <translation>Guardar para publicar…</translation>
    </message>
    <message>
        <source>Where you post it</source>
        <translation>Dónde lo publica</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>Guardar para publicar</translation>
    </message>
    <message>
        <source>Firsthand posts nothing. It saves the cleaned or covered copies under names that say nothing, makes smaller what is too large there, and reads each file again before it gets its name. Whoever knows the place or the people still knows them in the picture.</source>
        <translation>Firsthand no publica nada. Guarda las copias limpias o tapadas con nombres que no dicen nada, reduce lo que allí es demasiado grande y lee otra vez cada archivo antes de darle su nombre. Quien conoce el lugar o a las personas los sigue reconociendo en la imagen.</translation>
    </message>
    <message>
        <source>Photos and videos to be saved: {number}</source>
        <translation>Fotos y vídeos que se guardan: {number}</translation>
    </message>
    <message>
        <source>no photos</source>
        <translation>ninguna foto</translation>
    </message>
    <message>
        <source>What fits there. Photos: {photo}. Videos: {video}.</source>
        <translation>Lo que cabe allí. Fotos: {photo}. Vídeos: {video}.</translation>
    </message>
    <message>
        <source>As read in {month}: {source}</source>
        <translation>Leído en {month}: {source}</translation>
    </message>
    <message>
        <source>No page with these figures was found: they are what is generally known.</source>
        <translation>No se encontró una página con estas cifras: son lo que se sabe en general.</translation>
    </message>
    <message>
        <source>Save the copies in</source>
        <translation>Guardar las copias en</translation>
    </message>
    <message>
        <source>Stopped. What was saved is whole.</source>
        <translation>Detenido. Lo que se guardó está entero.</translation>
    </message>
    <message>
        <source>Saving what is to be posted</source>
        <translation>Guardando lo que se va a publicar</translation>
    </message>
    <message>
        <source>made again, to fit</source>
        <translation>hecha de nuevo, para que quepa</translation>
    </message>
    <message>
        <source>the very copy of the vault</source>
        <translation>la misma copia de la bóveda</translation>
    </message>
    <message>
        <source>Saved: {number} of {all}, in {folder}</source>
        <translation>Guardados: {number} de {all}, en {folder}</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>No se envió nada.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>… and {number} more</source>
        <translation>… y {number} más</translation>
    </message>
    <message>
        <source>The cleaned copy, and not a word about it.</source>
        <translation>La copia limpia, y ni una palabra sobre ella.</translation>
    </message>
    <message>
        <source>What the copies themselves still show</source>
        <translation>Lo que las propias copias todavía muestran</translation>
    </message>
</context>
<context>
    <name>ProofsBox</name>
    <message>
        <source>Check an opening…</source>
        <translation>Comprobar una apertura…</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>Comparar con el original…</translation>
    </message>
    <message>
        <source>Check a time stamp that came later…</source>
        <translation>Comprobar un sello de tiempo que llegó después…</translation>
    </message>
    <message>
        <source>Check the time stamp by the authority&apos;s certificates…</source>
        <translation>Comprobar el sello de tiempo con los certificados de la autoridad…</translation>
    </message>
    <message>
        <source>Choose the opening</source>
        <translation>Elija la apertura</translation>
    </message>
    <message>
        <source>The opening holds for {item}.</source>
        <translation>La apertura vale para {item}.</translation>
    </message>
    <message>
        <source>Whoever signed this bundle held an original of {size} with the SHA-256 {digest} then. When and where it was recorded, it does not say.</source>
        <translation>Quien firmó este paquete tenía entonces un original de {size} con el SHA-256 {digest}. Cuándo y dónde se grabó, no lo dice.</translation>
    </message>
    <message>
        <source>Choose the original</source>
        <translation>Elija el original</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Comparing the original and the copy</source>
        <translation>Comparando el original y la copia</translation>
    </message>
    <message>
        <source>This is the original that was signed.</source>
        <translation>Este es el original que se firmó.</translation>
    </message>
    <message>
        <source>Choose the time stamp</source>
        <translation>Elija el sello de tiempo</translation>
    </message>
    <message>
        <source>It is about this bundle, and states {when}.</source>
        <translation>Trata de este paquete, y declara {when}.</translation>
    </message>
    <message>
        <source>Whether that is so is not checked before you give the authority&apos;s own certificates, which you got from it and not from the sender.</source>
        <translation>Si es así no se comprueba hasta que usted dé los certificados de la propia autoridad, recibidos de ella y no del remitente.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s certificates</source>
        <translation>Elija los certificados de la autoridad</translation>
    </message>
    <message>
        <source>It was there at {when}: the authority that you trust has stamped it then.</source>
        <translation>Existía el {when}: la autoridad en la que usted confía lo selló entonces.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>Verificar un paquete</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>Claves y cerraduras</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Respaldos</translation>
    </message>
    <message>
        <source>Firsthand locks, and opens again in this language:</source>
        <translation>Firsthand se bloquea y se abre otra vez en este idioma:</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>Bloquear (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>ReceiveBox</name>
    <message>
        <source>Code to scan with the phone&apos;s camera</source>
        <translation>Código para leer con la cámara del teléfono</translation>
    </message>
    <message>
        <source>Code for another phone</source>
        <translation>Código para otro teléfono</translation>
    </message>
    <message>
        <source>With the phone&apos;s browser</source>
        <translation>Con el navegador del teléfono</translation>
    </message>
    <message>
        <source>With the LocalSend app</source>
        <translation>Con la aplicación LocalSend</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Is it this computer?</source>
        <translation>¿Es este ordenador?</translation>
    </message>
    <message>
        <source>A phone has opened this page; nobody else can now.</source>
        <translation>Un teléfono ha abierto esta página; ahora nadie más puede.</translation>
    </message>
    <message>
        <source>It is for the first phone that opens it.</source>
        <translation>Es para el primer teléfono que la abra.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>For how long</source>
        <translation>Durante cuánto tiempo</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutos</translation>
    </message>
    <message>
        <source>Announce it to all devices on this network</source>
        <translation>Anunciarlo a todos los aparatos de esta red</translation>
    </message>
    <message>
        <source>Keep what the phone calls itself in the record</source>
        <translation>Guardar en la ficha cómo se llama a sí mismo el teléfono</translation>
    </message>
    <message>
        <source>Begin to receive</source>
        <translation>Empezar a recibir</translation>
    </message>
    <message>
        <source>Ten more minutes</source>
        <translation>Diez minutos más</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Progress of this phone&apos;s files</source>
        <translation>Progreso de los archivos de este teléfono</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>Lo que llega</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Receive from a phone</source>
        <translation>Recibir de un teléfono</translation>
    </message>
    <message>
        <source>A phone on the same network sends photos and videos straight into the vault: with the free LocalSend app, or with nothing but its browser. Nothing listens until you begin.</source>
        <translation>Un teléfono de la misma red envía fotos y vídeos directamente a la bóveda: con la aplicación gratuita LocalSend, o solo con su navegador. Nada escucha hasta que usted empiece.</translation>
    </message>
    <message>
        <source>&amp;Network that the phone is on</source>
        <translation>&amp;Red en la que está el teléfono</translation>
    </message>
    <message>
        <source>Without it, the phone is given the address by hand, or scans the code.</source>
        <translation>Sin ello, la dirección se da al teléfono a mano, o este lee el código.</translation>
    </message>
    <message>
        <source>This computer is on no network.</source>
        <translation>Este ordenador no está en ninguna red.</translation>
    </message>
    <message>
        <source>Connect it to the one that the phone is on, or to the phone&apos;s hotspot.</source>
        <translation>Conéctelo a la red en la que está el teléfono, o al punto de acceso del teléfono.</translation>
    </message>
    <message>
        <source>Nobody has sent anything yet.</source>
        <translation>Nadie ha enviado nada todavía.</translation>
    </message>
    <message>
        <source>Receiving from a phone</source>
        <translation>Recibiendo de un teléfono</translation>
    </message>
    <message>
        <source>Ending: what came is examined.</source>
        <translation>Terminando: se examina lo que llegó.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} archivos</translation>
    </message>
    <message>
        <source>The phone is done. What came is examined and cleaned.</source>
        <translation>El teléfono ha terminado. Lo que llegó se examina y se limpia.</translation>
    </message>
    <message>
        <source>Receiving has ended. Of what came, so many files are in the vault: {number}.</source>
        <translation>La recepción ha terminado. De lo que llegó, archivos en la bóveda: {number}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left here.</source>
        <translation>Lo que se selló hasta entonces está en la bóveda; del resto aquí no queda nada.</translation>
    </message>
    <message>
        <source>Open for {time}</source>
        <translation>Abierto durante {time}</translation>
    </message>
    <message>
        <source>The time is over; whoever is sending may end.</source>
        <translation>Se acabó el tiempo; quien está enviando puede terminar.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Only you can say these things. Leave empty what you do not want to say. What you write is kept, encrypted, as soon as you leave a field.</source>
        <translation>Estas cosas solo las puede decir usted. Deje vacío lo que no quiera decir. Lo que escribe se guarda, cifrado, en cuanto sale de un campo.</translation>
    </message>
    <message>
        <source>One part for each person who can be recognised.</source>
        <translation>Una parte para cada persona que se pueda reconocer.</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Persona {number}</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>A code to print and keep far from the computer, for the day when the passphrase is forgotten. Whoever has it can open the vault. It is shown once.</source>
        <translation>Un código para imprimir y guardar lejos del ordenador, para el día en que se olvide la frase de contraseña. Quien lo tiene puede abrir la bóveda. Se muestra una vez.</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Hacer un código</translation>
    </message>
    <message>
        <source>The code opens the vault.</source>
        <translation>El código abre la bóveda.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>The backup is</source>
        <translation>El respaldo está</translation>
    </message>
    <message>
        <source>In a folder</source>
        <translation>En una carpeta</translation>
    </message>
    <message>
        <source>At an outlet</source>
        <translation>En un destino</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Carpeta del respaldo</translation>
    </message>
    <message>
        <source>Choose the outlet&apos;s card…</source>
        <translation>Elegir la tarjeta del destino…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>Where the vault will live</source>
        <translation>Dónde estará la bóveda</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Hacerla de nuevo</translation>
    </message>
    <message>
        <source>Unlock it</source>
        <translation>Desbloquearla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Make a vault again from its backup</source>
        <translation>Hacer de nuevo una bóveda desde su respaldo</translation>
    </message>
    <message>
        <source>Nothing is changed in the backup. What is missing or altered there is named.</source>
        <translation>En el respaldo no se cambia nada. Lo que allí falta o está cambiado se nombra.</translation>
    </message>
    <message>
        <source>Where the &amp;vault will live</source>
        <translation>Dónde estará la &amp;bóveda</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;Frase de contraseña del respaldo</translation>
    </message>
    <message>
        <source>Address that the last backup showed</source>
        <translation>Dirección que mostró el último respaldo</translation>
    </message>
    <message>
        <source>The card of the backup&apos;s outlet</source>
        <translation>La tarjeta del destino del respaldo</translation>
    </message>
    <message>
        <source>The file that holds the address</source>
        <translation>El archivo que contiene la dirección</translation>
    </message>
    <message>
        <source>Say where the vault will live, and what opens it.</source>
        <translation>Diga dónde estará la bóveda, y qué la abre.</translation>
    </message>
    <message>
        <source>Choose the folder of the backup.</source>
        <translation>Elija la carpeta del respaldo.</translation>
    </message>
    <message>
        <source>Choose the card of the outlet.</source>
        <translation>Elija la tarjeta del destino.</translation>
    </message>
    <message>
        <source>Making the vault again</source>
        <translation>Haciendo la bóveda de nuevo</translation>
    </message>
    <message>
        <source>Stopped. The folder is no vault yet.</source>
        <translation>Detenido. La carpeta todavía no es una bóveda.</translation>
    </message>
    <message>
        <source>Make it again with the same folder, and it goes on from there.</source>
        <translation>Hágala otra vez con la misma carpeta, y sigue desde ahí.</translation>
    </message>
    <message>
        <source>Files that came back: {files}, {size}.</source>
        <translation>Archivos recuperados: {files}, {size}.</translation>
    </message>
    <message>
        <source>No list of this vault&apos;s owner was there: only reading every byte, on the page of keys and locks, shows that all is well.</source>
        <translation>No había ninguna lista del dueño de esta bóveda: solo leer cada byte, en la página de claves y cerraduras, muestra que todo está bien.</translation>
    </message>
    <message>
        <source>The vault is back.</source>
        <translation>La bóveda ha vuelto.</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>probably sealed already</source>
        <translation>probablemente ya sellado</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegido</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Covered photos, the least sure first</source>
        <translation>Fotos tapadas, las menos ciertas primero</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Volver a la biblioteca</translation>
    </message>
    <message>
        <source>Covering {number} photos</source>
        <translation>Tapando {number} fotos</translation>
    </message>
    <message>
        <source>The least sure come first. Open any of them to mend it.</source>
        <translation>Las menos ciertas van primero. Abra cualquiera para arreglarla.</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>Buscando caras y tapándolas</translation>
    </message>
    <message>
        <source>Covered: {done} of {all} photos</source>
        <translation>Tapadas: {done} de {all} fotos</translation>
    </message>
    <message>
        <source>Look at these first: {number}.</source>
        <translation>Mire estas primero: {number}.</translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation>Nada llamó la atención.</translation>
    </message>
    <message>
        <source>A face that no program finds is not covered. Look at each photo before it leaves.</source>
        <translation>Una cara que ningún programa encuentra no está tapada. Mire cada foto antes de que salga.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>The photos shown here are done; the others are as they were.</source>
        <translation>Las fotos que se muestran aquí están hechas; las otras quedaron como estaban.</translation>
    </message>
    <message>
        <source>Still found in the copy: {number}</source>
        <translation>Todavía se encuentra en la copia: {number}</translation>
    </message>
    <message>
        <source>Nothing was found: look yourself</source>
        <translation>No se encontró nada: mire usted mismo</translation>
    </message>
    <message>
        <source>Covered: {number}, least sure {share}%</source>
        <translation>Tapados: {number}, el menos cierto {share} %</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>From a phone, through the air…</source>
        <translation>De un teléfono, por el aire…</translation>
    </message>
</context>
<context>
    <name>RouteBox</name>
    <message>
        <source>The way there</source>
        <translation>El camino hasta allí</translation>
    </message>
    <message>
        <source>Tor</source>
        <translation>Tor</translation>
    </message>
    <message>
        <source>A proxy</source>
        <translation>Un proxy</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>Directamente</translation>
    </message>
    <message>
        <source>Address of the proxy, in numbers</source>
        <translation>Dirección del proxy, en números</translation>
    </message>
    <message>
        <source>My network may see whom I write to</source>
        <translation>Mi red puede ver a quién escribo</translation>
    </message>
    <message>
        <source>Use this way</source>
        <translation>Usar este camino</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>Cómo se llega a él</translation>
    </message>
    <message>
        <source>Say first that your network may see it.</source>
        <translation>Diga antes que su red puede verlo.</translation>
    </message>
    <message>
        <source>Tor hides from your network whom you write to, and from the outlet where you are. If it is not running, nothing is sent.</source>
        <translation>Tor oculta a su red a quién escribe usted, y al destino dónde está. Si no está en marcha, no se envía nada.</translation>
    </message>
    <message>
        <source>Its address in numbers. If it does not answer, nothing is sent.</source>
        <translation>Su dirección en números. Si no responde, no se envía nada.</translation>
    </message>
    <message>
        <source>Whoever watches your line sees the outlet&apos;s address; the outlet sees yours.</source>
        <translation>Quien vigile su línea ve la dirección del destino; el destino ve la suya.</translation>
    </message>
</context>
<context>
    <name>SaysPanel</name>
    <message>
        <source>Nothing beside the picture itself that we know how to find.</source>
        <translation>Nada junto a la imagen misma que sepamos encontrar.</translation>
    </message>
    <message>
        <source>That is in or near {city}.</source>
        <translation>Eso está en {city} o cerca.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… y {number} más</translation>
    </message>
    <message>
        <source>Raw tags</source>
        <translation>Etiquetas en bruto</translation>
    </message>
    <message>
        <source>Raw tags ({number})</source>
        <translation>Etiquetas en bruto ({number})</translation>
    </message>
</context>
<context>
    <name>SealBox</name>
    <message>
        <source>Who can open it</source>
        <translation>Quién puede abrirlo</translation>
    </message>
    <message>
        <source>Only who I choose</source>
        <translation>Solo quien yo elija</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Una frase de contraseña</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Their public &amp;keys, one after another</source>
        <translation>Sus &amp;claves públicas, una tras otra</translation>
    </message>
    <message>
        <source>Take them from a file…</source>
        <translation>Tomarlas de un archivo…</translation>
    </message>
    <message>
        <source>Put the untouched originals in too</source>
        <translation>Poner también los originales intactos</translation>
    </message>
    <message>
        <source>Whoever gets this file can look into it, on its way as well.</source>
        <translation>Quien reciba este archivo puede mirar dentro, también por el camino.</translation>
    </message>
    <message>
        <source>Give the key of at least one person who may open it.</source>
        <translation>Dé la clave de al menos una persona que pueda abrirlo.</translation>
    </message>
    <message>
        <source>Choose the passphrase that will open it.</source>
        <translation>Elija la frase de contraseña que lo abrirá.</translation>
    </message>
    <message>
        <source>Passphrase that opens the bundle</source>
        <translation>Frase de contraseña que abre el paquete</translation>
    </message>
    <message>
        <source>Five random words or more</source>
        <translation>Cinco palabras al azar o más</translation>
    </message>
    <message>
        <source>Choose a file with public keys</source>
        <translation>Elija un archivo con claves públicas</translation>
    </message>
    <message>
        <source>The key says that it belongs to {owner}. Compare its fingerprint with them another way: {digits}</source>
        <translation>La clave dice que pertenece a {owner}. Compare su huella con esa persona por otra vía: {digits}</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Anybody on its side may read it</source>
        <translation>Cualquiera de su lado puede leerlo</translation>
    </message>
    <message>
        <source>Everybody may see these copies, for good</source>
        <translation>Todos pueden ver estas copias, para siempre</translation>
    </message>
    <message>
        <source>Put into the outbox</source>
        <translation>Poner en la bandeja de salida</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Send to an outlet</source>
        <translation>Enviar a un destino</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>Todavía no confía en ningún destino.</translation>
    </message>
    <message>
        <source>Add the card that an outlet gave you first.</source>
        <translation>Añada antes la tarjeta que le dio un destino.</translation>
    </message>
    <message>
        <source>To the outlets</source>
        <translation>A los destinos</translation>
    </message>
    <message>
        <source>{number} photos and videos, cleaned, in a new bundle. It is read again before it goes into the outbox.</source>
        <translation>{number} fotos y vídeos, limpios, en un paquete nuevo. Se lee otra vez antes de ir a la bandeja de salida.</translation>
    </message>
    <message>
        <source>The bundle {name}</source>
        <translation>El paquete {name}</translation>
    </message>
    <message>
        <source>Write a folder to hand over…</source>
        <translation>Escribir una carpeta para entregar…</translation>
    </message>
    <message>
        <source>Write what you hand over to</source>
        <translation>Escribir lo que entrega en</translation>
    </message>
    <message>
        <source>Preparing what is sent</source>
        <translation>Preparando lo que se envía</translation>
    </message>
    <message>
        <source>This outlet takes photos and videos in a new bundle alone.</source>
        <translation>Este destino toma fotos y vídeos solo en un paquete nuevo.</translation>
    </message>
    <message>
        <source>Writing what you hand over</source>
        <translation>Escribiendo lo que entrega</translation>
    </message>
    <message>
        <source>Stopped. Nothing was put in.</source>
        <translation>Detenido. No se puso nada.</translation>
    </message>
</context>
<context>
    <name>Sendings</name>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Outbox · {percent} %</source>
        <translation>Bandeja de salida · {percent} %</translation>
    </message>
    <message>
        <source>Outbox · …</source>
        <translation>Bandeja de salida · …</translation>
    </message>
</context>
<context>
    <name>SharesForm</name>
    <message>
        <source>Cards for trusted people</source>
        <translation>Tarjetas para personas de confianza</translation>
    </message>
    <message>
        <source>Each person gets a card with twenty words. So many of them open the vault together; fewer learn nothing from theirs, and none of these people can open it alone.</source>
        <translation>Cada persona recibe una tarjeta con veinte palabras. Un número de ellas juntas abre la bóveda; menos no averiguan nada con las suyas, y ninguna de estas personas puede abrirla sola.</translation>
    </message>
    <message>
        <source>Make the cards</source>
        <translation>Hacer las tarjetas</translation>
    </message>
    <message>
        <source>People with a card</source>
        <translation>Personas con una tarjeta</translation>
    </message>
    <message>
        <source>Needed to open</source>
        <translation>Necesarias para abrir</translation>
    </message>
    <message>
        <source>More cards would be needed than there are people.</source>
        <translation>Harían falta más tarjetas que personas hay.</translation>
    </message>
    <message>
        <source>Card {number} of {of}</source>
        <translation>Tarjeta {number} de {of}</translation>
    </message>
    <message>
        <source>The cards open the vault. Give each to another person.</source>
        <translation>Las tarjetas abren la bóveda. Dé cada una a una persona distinta.</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>O&amp;rden</translation>
    </message>
    <message>
        <source>Find by name, or by what you wrote</source>
        <translation>Buscar por nombre, o por lo que usted escribió</translation>
    </message>
    <message>
        <source>By import, newest first</source>
        <translation>Por importación, la más nueva primero</translation>
    </message>
    <message>
        <source>By day, newest first</source>
        <translation>Por día, el más nuevo primero</translation>
    </message>
    <message>
        <source>By day, oldest first</source>
        <translation>Por día, el más antiguo primero</translation>
    </message>
    <message>
        <source>Gives away most first</source>
        <translation>Lo que más revela primero</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Lo más grande primero</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>Gives away</source>
        <translation>Revela</translation>
    </message>
    <message>
        <source>Place known</source>
        <translation>Lugar conocido</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>Personas que aparecen</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Riesgo</translation>
    </message>
    <message>
        <source>Covered copy made</source>
        <translation>Copia tapada hecha</translation>
    </message>
    <message>
        <source>Went into a bundle</source>
        <translation>Fue a un paquete</translation>
    </message>
    <message>
        <source>By its name</source>
        <translation>Por su nombre</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Nobody listed</source>
        <translation>Nadie anotado</translation>
    </message>
    <message>
        <source>Somebody listed</source>
        <translation>Alguien anotado</translation>
    </message>
    <message>
        <source>Someone did not consent</source>
        <translation>Alguien no dio su consentimiento</translation>
    </message>
    <message>
        <source>Consent is implied</source>
        <translation>El consentimiento es implícito</translation>
    </message>
    <message>
        <source>All consented</source>
        <translation>Todos dieron su consentimiento</translation>
    </message>
    <message>
        <source>Received copy</source>
        <translation>Copia recibida</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Captura de pantalla</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editado</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>No se dice</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Only new ones</source>
        <translation>Solo los nuevos</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>Elegir todo lo mostrado</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>No elegir nada</translation>
    </message>
    <message>
        <source>Keep the device&apos;s name in the record</source>
        <translation>Guardar el nombre del aparato en la ficha</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Qué hay allí</translation>
    </message>
    <message>
        <source>Photos, videos and recordings</source>
        <translation>Fotos, vídeos y grabaciones</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Otros archivos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>A lock marks what is probably sealed already, by name, size and time; the truth is told by its content when it is taken in. Nothing of this list is written anywhere.</source>
        <translation>Un candado marca lo que probablemente ya está sellado, por nombre, tamaño y hora; la verdad la dice su contenido al tomarlo. Nada de esta lista se escribe en ningún sitio.</translation>
    </message>
    <message>
        <source>What is on {name}</source>
        <translation>Qué hay en {name}</translation>
    </message>
    <message>
        <source>Could not be read, and will be named at the end: {number}</source>
        <translation>No se pudieron leer, y se nombrarán al final: {number}</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>new: {number}</source>
        <translation>nuevos: {number}</translation>
    </message>
    <message>
        <source>still listing…</source>
        <translation>listando todavía…</translation>
    </message>
    <message>
        <source>Take in: {number}</source>
        <translation>Tomar: {number}</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>Sin día</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Unlock it, or plug it in again: the import goes on from there.</source>
        <translation>Desbloquéelo, o conéctelo otra vez: la importación sigue desde ahí.</translation>
    </message>
    <message>
        <source>{number} more waiting</source>
        <translation>{number} más en espera</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Buscando archivos</translation>
    </message>
    <message>
        <source>Sealing in the vault</source>
        <translation>Sellando en la bóveda</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>Sellado; leyendo y limpiando</translation>
    </message>
    <message>
        <source>The device is gone; it is waited for</source>
        <translation>El aparato se fue; se le espera</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Files that need your attention</source>
        <translation>Archivos que necesitan su atención</translation>
    </message>
    <message>
        <source>Sealed in the vault: {number}</source>
        <translation>Sellados en la bóveda: {number}</translation>
    </message>
    <message>
        <source>Already there: {number}</source>
        <translation>Ya estaban: {number}</translation>
    </message>
    <message>
        <source>Examined and cleaned: {number}</source>
        <translation>Examinados y limpiados: {number}</translation>
    </message>
    <message>
        <source>Without a cleaned copy: {number}</source>
        <translation>Sin copia limpia: {number}</translation>
    </message>
    <message>
        <source>Not taken: {number}</source>
        <translation>No tomados: {number}</translation>
    </message>
    <message>
        <source>Failed: {number}</source>
        <translation>Fallidos: {number}</translation>
    </message>
    <message>
        <source>The device may be unplugged now</source>
        <translation>Ya se puede desconectar el aparato</translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation>No había nada que tomar.</translation>
    </message>
    <message>
        <source>The original is sealed.</source>
        <translation>El original está sellado.</translation>
    </message>
</context>
<context>
    <name>TablesBox</name>
    <message>
        <source>As a table:</source>
        <translation>Como tabla:</translation>
    </message>
    <message>
        <source>Write the table to</source>
        <translation>Escribir la tabla en</translation>
    </message>
    <message>
        <source>The table is written: {name}</source>
        <translation>La tabla está escrita: {name}</translation>
    </message>
    <message>
        <source>It is not sealed: anybody can read it.</source>
        <translation>No está sellada: cualquiera puede leerla.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Drag to go there, with Shift to mark a stretch; Ctrl and wheel to zoom</source>
        <translation>Arrastre para ir allí, con Shift para marcar un tramo; Ctrl y la rueda para ampliar</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Destroy now</source>
        <translation>Destruir ahora</translation>
    </message>
</context>
<context>
    <name>Tongues</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Idioma: {name}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Mark from here</source>
        <translation>Marcar desde aquí</translation>
    </message>
    <message>
        <source>Mark up to here</source>
        <translation>Marcar hasta aquí</translation>
    </message>
    <message>
        <source>Cover the whole picture there</source>
        <translation>Tapar allí la imagen entera</translation>
    </message>
    <message>
        <source>Leave it out, with its sound</source>
        <translation>Dejarlo fuera, con su sonido</translation>
    </message>
    <message>
        <source>Silence there</source>
        <translation>Silencio allí</translation>
    </message>
    <message>
        <source>A tone there</source>
        <translation>Un tono allí</translation>
    </message>
    <message>
        <source>Disguise the voices there</source>
        <translation>Disfrazar allí las voces</translation>
    </message>
    <message>
        <source>Picture and sound there as they were</source>
        <translation>Imagen y sonido allí como estaban</translation>
    </message>
    <message>
        <source>The track begins here</source>
        <translation>La pista empieza aquí</translation>
    </message>
    <message>
        <source>The track ends here</source>
        <translation>La pista termina aquí</translation>
    </message>
    <message>
        <source>The track reaches from cut to cut</source>
        <translation>La pista abarca de corte a corte</translation>
    </message>
    <message>
        <source>Split the track here</source>
        <translation>Dividir la pista aquí</translation>
    </message>
    <message>
        <source>Join it with the next one</source>
        <translation>Unirla con la siguiente</translation>
    </message>
    <message>
        <source>Take the key here away</source>
        <translation>Quitar la clave de aquí</translation>
    </message>
    <message>
        <source>More of the time</source>
        <translation>Más tiempo a la vista</translation>
    </message>
    <message>
        <source>Less of the time</source>
        <translation>Menos tiempo a la vista</translation>
    </message>
    <message>
        <source>Follow what is covered here</source>
        <translation>Seguir lo que está tapado aquí</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>todo</translation>
    </message>
</context>
<context>
    <name>TracksPanel</name>
    <message>
        <source>Tracks</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>The doubtful place before (Shift+U)</source>
        <translation>El sitio dudoso anterior (Shift+U)</translation>
    </message>
    <message>
        <source>Next doubtful place</source>
        <translation>Siguiente sitio dudoso</translation>
    </message>
    <message>
        <source>Go to the next one (U)</source>
        <translation>Ir al siguiente (U)</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>He mirado</translation>
    </message>
    <message>
        <source>Nothing more has to be covered here (Y)</source>
        <translation>Aquí no hay que tapar nada más (Y)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tapar</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>Taparlo (Enter)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Queda visible</translation>
    </message>
    <message>
        <source>Leave it visible, with a name or a reason (R)</source>
        <translation>Dejarlo visible, con un nombre o un motivo (R)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Nada que tapar</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>Usted miró, y no hay que tapar nada de ello (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>Quitarlo (Supr)</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>Lo mismo para todos los iguales</translation>
    </message>
    <message>
        <source>What is decided here, for all of its kind (Ctrl+Shift+A)</source>
        <translation>Lo que se decida aquí, para todos los de su tipo (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>El siguiente (T), el anterior (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>El siguiente (S), el anterior (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>El siguiente (W), el anterior (Shift+W)</translation>
    </message>
    <message>
        <source>The next one (Q), the one before (Shift+Q)</source>
        <translation>La siguiente (Q), la anterior (Shift+Q)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Tapado con</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>Quién es, de las personas de la ficha</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>Motivo, o un nombre</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>Cómo se codifica la copia</translation>
    </message>
    <message>
        <source>To be looked at: {number}.</source>
        <translation>Por mirar: {number}.</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>Escriba quién es o por qué se puede ver, y pulse Enter.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>Se guarda en la bóveda con la copia.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>Cambiar el motivo</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>Cambiar qué es</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>Cambiar cómo se tapa</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>Cambiar quién es</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Vault folder</source>
        <translation>Carpeta de la bóveda</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Desbloqueando</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Unlock your vault</source>
        <translation>Desbloquee su bóveda</translation>
    </message>
    <message>
        <source>&amp;Vault folder</source>
        <translation>&amp;Carpeta de la bóveda</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation>Abrir con una frase de contraseña</translation>
    </message>
    <message>
        <source>Open with trusted people&apos;s cards</source>
        <translation>Abrir con tarjetas de personas de confianza</translation>
    </message>
    <message>
        <source>This vault was wiped. Nothing opens it any more.</source>
        <translation>Esta bóveda se destruyó. Ya nada la abre.</translation>
    </message>
    <message>
        <source>Its files are being deleted. You may close the window meanwhile.</source>
        <translation>Sus archivos se están borrando. Mientras tanto puede cerrar la ventana.</translation>
    </message>
    <message>
        <source>The folder holds files that are not the vault&apos;s, so it stays.</source>
        <translation>La carpeta contiene archivos que no son de la bóveda, así que se queda.</translation>
    </message>
    <message>
        <source>The vault was wiped, and its files are gone.</source>
        <translation>La bóveda se destruyó, y sus archivos ya no están.</translation>
    </message>
    <message>
        <source>Copies and backups elsewhere are as they were.</source>
        <translation>Las copias y respaldos en otros sitios están como estaban.</translation>
    </message>
    <message>
        <source>The pause is over: try again.</source>
        <translation>La pausa terminó: inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Back to the beginning</source>
        <translation>Volver al principio</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>Verificar un paquete</translation>
    </message>
    <message>
        <source>Drop a bundle here</source>
        <translation>Suelte aquí un paquete</translation>
    </message>
    <message>
        <source>It is read on this computer alone: whether it is whole, and unchanged since it was signed. Nothing is unpacked, and nothing is sent.</source>
        <translation>Se lee solo en este ordenador: si está entero, y sin cambios desde que se firmó. No se desempaqueta nada, y no se envía nada.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>Elegir un paquete…</translation>
    </message>
    <message>
        <source>Your &amp;key, or the passphrase, for a sealed bundle</source>
        <translation>Su &amp;clave, o la frase de contraseña, para un paquete sellado</translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation>Tomarla de un archivo…</translation>
    </message>
    <message>
        <source>Open with this key</source>
        <translation>Abrir con esta clave</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation>Leyendo el paquete</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>Elija un paquete</translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation>Elija su archivo de clave</translation>
    </message>
    <message>
        <source>This custody log holds: nothing in it was changed since it was signed.</source>
        <translation>Este registro de custodia se sostiene: nada en él se ha cambiado desde que se firmó.</translation>
    </message>
    <message>
        <source>The times are those of the sender&apos;s own clock, and it does not show that nothing was left out.</source>
        <translation>Las horas son las del reloj del propio remitente, y no muestra que no se omitiera nada.</translation>
    </message>
    <message>
        <source>This bundle is whole, and unchanged since it was signed.</source>
        <translation>Este paquete está entero, y sin cambios desde que se firmó.</translation>
    </message>
    <message>
        <source>Whether you can believe it depends on who signed it: compare the key below with one that you got from the sender by another way.</source>
        <translation>Que pueda creerlo depende de quién lo firmó: compare la clave de abajo con una que haya recibido del remitente por otra vía.</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>Firmado con la clave</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>Fotos y vídeos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Wrapping</source>
        <translation>Envoltura</translation>
    </message>
    <message>
        <source>{when}, as it states; it can be checked below</source>
        <translation>{when}, según declara; se puede comprobar abajo</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Sello de tiempo</translation>
    </message>
    <message>
        <source>sealed: only the key opens it</source>
        <translation>sellado: solo lo abre la clave</translation>
    </message>
    <message>
        <source>plain: anybody can open it</source>
        <translation>sin sellar: cualquiera puede abrirlo</translation>
    </message>
    <message>
        <source>an unpacked folder</source>
        <translation>una carpeta desempaquetada</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>Key that it has to be &amp;signed with, if you know it</source>
        <translation>Clave con la que debe estar &amp;firmado, si la conoce</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>It is signed with the key that you gave.</source>
        <translation>Está firmado con la clave que usted dio.</translation>
    </message>
</context>
<context>
    <name>Wave</name>
    <message>
        <source>Loudness</source>
        <translation>Volumen del sonido</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>From {name}…</source>
        <translation>De {name}…</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Keep what your phone recorded, see what it would give away about you, and pass it on without that.</source>
        <translation>Guarde lo que grabó su teléfono, vea lo que revelaría de usted, y páselo a otros sin eso.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Firsthand connects to nothing by itself, and remembers nothing outside your vault, not even where it is: only a language that you choose here.</source>
        <translation>Todo se queda en este ordenador. Firsthand no se conecta a nada por su cuenta, y no recuerda nada fuera de su bóveda, ni siquiera dónde está: solo un idioma que usted elija aquí.</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>De qué está hecho Firsthand</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>Hacer una bóveda</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Es mi primera vez</translation>
    </message>
    <message>
        <source>Make a vault: an encrypted folder that opens with a passphrase.</source>
        <translation>Haga una bóveda: una carpeta cifrada que se abre con una frase de contraseña.</translation>
    </message>
    <message>
        <source>I have a vault</source>
        <translation>Tengo una bóveda</translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation>Ábrala con su frase de contraseña.</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>Abrir una bóveda</translation>
    </message>
    <message>
        <source>I have a backup</source>
        <translation>Tengo un respaldo</translation>
    </message>
    <message>
        <source>Make the vault again from a folder or an outlet.</source>
        <translation>Haga de nuevo la bóveda desde una carpeta o un destino.</translation>
    </message>
    <message>
        <source>Restore a vault</source>
        <translation>Restaurar una bóveda</translation>
    </message>
    <message>
        <source>I was sent a bundle</source>
        <translation>Me enviaron un paquete</translation>
    </message>
    <message>
        <source>Check that it is whole and unchanged. No vault is needed.</source>
        <translation>Compruebe que está entero y sin cambios. No hace falta ninguna bóveda.</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>Verificar un paquete</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock this moment</source>
        <translation>Bloquear en este instante</translation>
    </message>
    <message>
        <source>Destroy the vault…</source>
        <translation>Destruir la bóveda…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>WipeBox</name>
    <message>
        <source>WIPE</source>
        <translation>DESTRUIR</translation>
    </message>
    <message>
        <source>Rehearse it</source>
        <translation>Ensayarlo</translation>
    </message>
    <message>
        <source>Destroy the vault now</source>
        <translation>Destruir la bóveda ahora</translation>
    </message>
    <message>
        <source>Destroy the vault</source>
        <translation>Destruir la bóveda</translation>
    </message>
    <message>
        <source>The keys go first, at once: from then on nothing opens, for nobody. Then the files are deleted; the window can be closed meanwhile. Copies and backups elsewhere stay as they are, and still open with the passphrase. Flash disks keep old blocks that only somebody with the passphrase could use.</source>
        <translation>Las claves van primero, al momento: desde entonces nada la abre, para nadie. Después se borran los archivos; mientras tanto se puede cerrar la ventana. Las copias y respaldos en otros sitios quedan como están, y se siguen abriendo con la frase de contraseña. Las memorias flash conservan bloques antiguos que solo podría usar quien tenga la frase de contraseña.</translation>
    </message>
    <message>
        <source>Type {word} to destroy it</source>
        <translation>Escriba {word} para destruirla</translation>
    </message>
    <message>
        <source>After {ms} ms nothing would open the vault any more.</source>
        <translation>Tras {ms} ms, nada abriría ya la bóveda.</translation>
    </message>
    <message>
        <source>After about {s} s all of it would be gone: {files} files, {size}.</source>
        <translation>Tras unos {s} s habría desaparecido toda: {files} archivos, {size}.</translation>
    </message>
    <message>
        <source>Not the vault&apos;s, and would stay in its folder: {count}.</source>
        <translation>No son de la bóveda, y quedarían en su carpeta: {count}.</translation>
    </message>
    <message>
        <source>This was a rehearsal. Nothing was destroyed.</source>
        <translation>Era un ensayo. No se destruyó nada.</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>not said</source>
        <translation>sin decir</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Vehículo</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>Matrícula</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Place that can be recognised</source>
        <translation>Lugar que se puede reconocer</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Soft fill</source>
        <translation>Relleno suave</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Liso</translation>
    </message>
    <message>
        <source>Solid, with words</source>
        <translation>Liso, con palabras</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Recuadro</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Painted place</source>
        <translation>Lugar pintado</translation>
    </message>
    <message>
        <source>Found, not decided</source>
        <translation>Encontrado, sin decidir</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Tapado</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Queda visible</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Nada que tapar</translation>
    </message>
    <message>
        <source>Maybe, not decided</source>
        <translation>Quizá, sin decidir</translation>
    </message>
    <message>
        <source>{shape} {number} of {total}. {kind}: {state}</source>
        <translation>{shape} {number} de {total}. {kind}: {state}</translation>
    </message>
    <message>
        <source>{left} % from the left, {top} % from the top, {width} % wide, {height} % high. Arrow keys move it, + and - change its size, Delete removes it.</source>
        <translation>A un {left}&#xa0;% de la izquierda y un {top}&#xa0;% de arriba; {width}&#xa0;% de ancho y {height}&#xa0;% de alto. Las flechas lo mueven, + y - cambian su tamaño, Supr lo quita.</translation>
    </message>
    <message>
        <source>Nobody of them</source>
        <translation>Ninguna de ellas</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Persona {number}</translation>
    </message>
    <message>
        <source>{person} (no consent)</source>
        <translation>{person} (sin consentimiento)</translation>
    </message>
    <message>
        <source>These places were found. Others may be there: look for yourself.</source>
        <translation>Se encontraron estos sitios. Puede haber otros: mire usted mismo.</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>No se encontró ninguna cara.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: small, turned, dark and masked faces are missed. Look for yourself, and draw what has to be covered.</source>
        <translation>Eso no significa que no haya ninguna: las caras pequeñas, giradas, oscuras y con mascarilla se escapan. Mire usted mismo, y dibuje lo que haya que tapar.</translation>
    </message>
    <message>
        <source>The copy is saved. A second look at it still finds: {number}.</source>
        <translation>La copia está guardada. Una segunda revisión todavía encuentra: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Decide about each one in the list, and save again.</source>
        <translation>Todavía no sale en ningún paquete. Decida sobre cada uno en la lista, y guarde otra vez.</translation>
    </message>
    <message>
        <source>The copy is saved, but nothing could look at it a second time.</source>
        <translation>La copia está guardada, pero nada pudo revisarla una segunda vez.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at all of it yourself.</source>
        <translation>No sale en ningún paquete antes de que usted la haya mirado entera.</translation>
    </message>
    <message>
        <source>The covered copy is saved. A second look at it left no question open.</source>
        <translation>La copia tapada está guardada. Una segunda revisión no dejó nada pendiente.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>Es lo que sale en un paquete. Lo que ningún programa encuentra, solo lo puede ver usted.</translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>Covered</source>
        <translation>Tapado</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Queda visible</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Nada que tapar</translation>
    </message>
    <message>
        <source>Followed through a gap in which nothing was found</source>
        <translation>Seguido por un tramo en el que no se encontró nada</translation>
    </message>
    <message>
        <source>May or may not be something to cover</source>
        <translation>Puede ser o no algo que tapar</translation>
    </message>
    <message>
        <source>Came or went in the middle of the picture</source>
        <translation>Apareció o desapareció en medio de la imagen</translation>
    </message>
    <message>
        <source>Frames that cannot be decoded; they will be blank</source>
        <translation>Fotogramas que no se pueden decodificar; quedarán en blanco</translation>
    </message>
    <message>
        <source>Found in the covered copy by a second look</source>
        <translation>Encontrado en la copia tapada por una segunda revisión</translation>
    </message>
    <message>
        <source>So much was found that covers are put together</source>
        <translation>Se encontró tanto que se juntan los tapados</translation>
    </message>
    <message>
        <source>Many at once: small faces among them are easily missed</source>
        <translation>Muchas personas a la vez: se escapan caras pequeñas</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>A tone</source>
        <translation>Un tono</translation>
    </message>
    <message>
        <source>A disguised voice</source>
        <translation>Una voz disfrazada</translation>
    </message>
    <message>
        <source>H.264 (MP4), plays everywhere</source>
        <translation>H.264 (MP4), se reproduce en todas partes</translation>
    </message>
    <message>
        <source>VP9 (WebM)</source>
        <translation>VP9 (WebM)</translation>
    </message>
    <message>
        <source>AV1, small and slow</source>
        <translation>AV1, pequeño y lento</translation>
    </message>
    <message>
        <source>All covered</source>
        <translation>Todo tapado</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dejado fuera</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Todavía no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Mark a stretch, and choose silence, a tone or another voice there.</source>
        <translation>Marque un tramo, y elija allí silencio, un tono u otra voz.</translation>
    </message>
    <message>
        <source>Nothing is covered yet.</source>
        <translation>Todavía no hay nada tapado.</translation>
    </message>
    <message>
        <source>Have faces found and followed, or draw what has to be covered.</source>
        <translation>Haga que se encuentren y sigan las caras, o dibuje lo que haya que tapar.</translation>
    </message>
    <message>
        <source>Nothing was found in the whole video.</source>
        <translation>No se encontró nada en todo el vídeo.</translation>
    </message>
    <message>
        <source>That does not mean that nothing is there: small, turned, dark and masked faces are missed. Watch it yourself, and draw what has to be covered.</source>
        <translation>Eso no significa que no haya nada: las caras pequeñas, giradas, oscuras y con mascarilla se escapan. Véalo usted mismo, y dibuje lo que haya que tapar.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}. Places to be looked at: {doubtful}.</source>
        <translation>Encontrados, seguidos y tapados: {number}. Sitios por mirar: {doubtful}.</translation>
    </message>
    <message>
        <source>Go to each of them, and say that you have looked. Others may be there as well.</source>
        <translation>Vaya a cada uno de ellos, y diga que lo ha mirado. También puede haber otros.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}.</source>
        <translation>Encontrados, seguidos y tapados: {number}.</translation>
    </message>
    <message>
        <source>Others may be there: watch it yourself.</source>
        <translation>Puede haber otros: véalo usted mismo.</translation>
    </message>
    <message>
        <source>A second look found more, which is covered in it as well: {number}.</source>
        <translation>Una segunda revisión encontró más, que también está tapado: {number}.</translation>
    </message>
    <message>
        <source>Frames that could not be decoded are blank in it: {number}.</source>
        <translation>Los fotogramas que no se pudieron decodificar están en blanco: {number}.</translation>
    </message>
    <message>
        <source>Its colours were brought to those of usual screens (SDR, 8 bits).</source>
        <translation>Sus colores se llevaron a los de las pantallas habituales (SDR, 8 bits).</translation>
    </message>
    <message>
        <source>The copy is made, with the sound as you chose.</source>
        <translation>La copia está hecha, con el sonido que usted eligió.</translation>
    </message>
    <message>
        <source>Nothing listens to what is said: hear all of it before it leaves.</source>
        <translation>Nada escucha lo que se dice: óigalo entero antes de que salga.</translation>
    </message>
    <message>
        <source>The copy is made. A second look at it still finds something: {number}.</source>
        <translation>La copia está hecha. Una segunda revisión todavía encuentra algo: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Look at each place, and make the copy again.</source>
        <translation>Todavía no sale en ningún paquete. Mire cada sitio, y haga la copia otra vez.</translation>
    </message>
    <message>
        <source>The copy is made, but nothing could look at it a second time.</source>
        <translation>La copia está hecha, pero nada pudo revisarla una segunda vez.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have watched all of it yourself.</source>
        <translation>No sale en ningún paquete antes de que usted la haya visto entera.</translation>
    </message>
    <message>
        <source>The copy is made. Doubtful places are left that nobody has looked at.</source>
        <translation>La copia está hecha. Quedan sitios dudosos que nadie ha mirado.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at them, and made it again.</source>
        <translation>No sale en ningún paquete antes de que usted los haya mirado, y la haya hecho otra vez.</translation>
    </message>
    <message>
        <source>The covered copy is made. A second look at it left no question open.</source>
        <translation>La copia tapada está hecha. Una segunda revisión no dejó nada pendiente.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>Es lo que sale en un paquete. Lo que ningún programa encuentra, solo lo puede ver usted.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>passphrase</source>
        <translation>frase de contraseña</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>código de recuperación</translation>
    </message>
    <message>
        <source>cards, {need} of {of}</source>
        <translation>tarjetas, {need} de {of}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>+ 1 part</source>
        <translation>+ 1 parte</translation>
    </message>
    <message>
        <source>+ {number} parts</source>
        <translation>+ {number} partes</translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation>falta un momento</translation>
    </message>
    <message>
        <source>about {number} s left</source>
        <translation>faltan unos {number} s</translation>
    </message>
    <message>
        <source>about {number} min left</source>
        <translation>faltan unos {number} min</translation>
    </message>
    <message>
        <source>about {number} h left</source>
        <translation>faltan unas {number} h</translation>
    </message>
    <message>
        <source>north</source>
        <translation>al norte</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>al noreste</translation>
    </message>
    <message>
        <source>east</source>
        <translation>al este</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>al sureste</translation>
    </message>
    <message>
        <source>south</source>
        <translation>al sur</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>al suroeste</translation>
    </message>
    <message>
        <source>west</source>
        <translation>al oeste</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>al noroeste</translation>
    </message>
    <message>
        <source>In {town} ({numbers})</source>
        <translation>En {town} ({numbers})</translation>
    </message>
    <message>
        <source>{number} km {direction} of {town} ({numbers})</source>
        <translation>{number} km {direction} de {town} ({numbers})</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>The file</source>
        <translation>El archivo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Quién lo dice</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>Personas que aparecen</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Riesgo</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Comprobado por</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Grabado</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Taken in from</source>
        <translation>Importado desde</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was off by at most (s)</source>
        <translation>El reloj de este ordenador difería como mucho en (s)</translation>
    </message>
    <message>
        <source>Device that it was read from</source>
        <translation>Aparato del que se leyó</translation>
    </message>
    <message>
        <source>Where it lay on the device</source>
        <translation>Dónde estaba en el aparato</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Duración en segundos</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Found unchanged</source>
        <translation>Hallado sin cambios</translation>
    </message>
    <message>
        <source>Device, says the file</source>
        <translation>Aparato, según el archivo</translation>
    </message>
    <message>
        <source>Generation, by its name</source>
        <translation>Generación, según su nombre</translation>
    </message>
    <message>
        <source>Taken in with</source>
        <translation>Importado con</translation>
    </message>
    <message>
        <source>Time, says the file</source>
        <translation>Hora, según el archivo</translation>
    </message>
    <message>
        <source>Time, say you</source>
        <translation>Hora, según usted</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>How exact the time is</source>
        <translation>Cuán exacta es la hora</translation>
    </message>
    <message>
        <source>How you know the time</source>
        <translation>Cómo sabe usted la hora</translation>
    </message>
    <message>
        <source>Place, says the file</source>
        <translation>Lugar, según el archivo</translation>
    </message>
    <message>
        <source>Place, say you</source>
        <translation>Lugar, según usted</translation>
    </message>
    <message>
        <source>How exact the place is</source>
        <translation>Cuán exacto es el lugar</translation>
    </message>
    <message>
        <source>How you know the place</source>
        <translation>Cómo sabe usted el lugar</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Puntos de referencia</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>En una línea</translation>
    </message>
    <message>
        <source>Language heard or read</source>
        <translation>Idioma oído o leído</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Tipo de suceso</translation>
    </message>
    <message>
        <source>Hard to look at</source>
        <translation>Difícil de ver</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Palabras clave</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Name to use for you</source>
        <translation>Nombre con que llamarle</translation>
    </message>
    <message>
        <source>How to reach you, only if you want that</source>
        <translation>Cómo contactarle, solo si usted quiere</translation>
    </message>
    <message>
        <source>Willing to testify</source>
        <translation>Dispuesto a testificar</translation>
    </message>
    <message>
        <source>Who may use it, and how</source>
        <translation>Quién puede usarlo, y cómo</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Qué se acordó</translation>
    </message>
    <message>
        <source>Name or description</source>
        <translation>Nombre o descripción</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Agreed to what purpose</source>
        <translation>Aceptó para qué fin</translation>
    </message>
    <message>
        <source>Agreed to be seen by</source>
        <translation>Aceptó ser visto por</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>Cómo retirarlo</translation>
    </message>
    <message>
        <source>Needs protection</source>
        <translation>Necesita protección</translation>
    </message>
    <message>
        <source>Under age</source>
        <translation>Menor de edad</translation>
    </message>
    <message>
        <source>Risk if this is seen</source>
        <translation>Riesgo si esto se ve</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>Quién puede verlo</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>No antes de</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Rellenado</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Sealed to a key</source>
        <translation>Sellado con una clave</translation>
    </message>
    <message>
        <source>Place revealed</source>
        <translation>Lugar revelado</translation>
    </message>
    <message>
        <source>Time revealed</source>
        <translation>Hora revelada</translation>
    </message>
    <message>
        <source>Originals in it</source>
        <translation>Originales dentro</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elementos</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Con qué certeza</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medio</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgente</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>quizá</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>implícito</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>explícito</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exacto</translation>
    </message>
    <message>
        <source>to the minute</source>
        <translation>al minuto</translation>
    </message>
    <message>
        <source>to the hour</source>
        <translation>a la hora</translation>
    </message>
    <message>
        <source>to the day</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>to the month</source>
        <translation>al mes</translation>
    </message>
    <message>
        <source>to the year</source>
        <translation>al año</translation>
    </message>
    <message>
        <source>to the street</source>
        <translation>a la calle</translation>
    </message>
    <message>
        <source>to the city</source>
        <translation>a la ciudad</translation>
    </message>
    <message>
        <source>to the region</source>
        <translation>a la región</translation>
    </message>
    <message>
        <source>to the country</source>
        <translation>al país</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>una carpeta</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>un archivo ZIP</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>una tarjeta</translation>
    </message>
    <message>
        <source>a camera</source>
        <translation>una cámara</translation>
    </message>
    <message>
        <source>a phone</source>
        <translation>un teléfono</translation>
    </message>
    <message>
        <source>a phone, by LocalSend</source>
        <translation>un teléfono, por LocalSend</translation>
    </message>
    <message>
        <source>a phone&apos;s browser</source>
        <translation>el navegador de un teléfono</translation>
    </message>
    <message>
        <source>a received copy</source>
        <translation>una copia recibida</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>una captura de pantalla</translation>
    </message>
    <message>
        <source>an edited copy</source>
        <translation>una copia editada</translation>
    </message>
    <message>
        <source>a copy without camera data</source>
        <translation>una copia sin datos de cámara</translation>
    </message>
    <message>
        <source>nothing tells</source>
        <translation>nada lo dice</translation>
    </message>
    <message>
        <source>a picture copied in another program</source>
        <translation>una imagen copiada en otro programa</translation>
    </message>
</context>
</TS>
