<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Cover</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Rien à masquer</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>Le laisser visible</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>Masquer tout ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Draw an ellipse</source>
        <translation>Dessiner une ellipse</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Dessiner un cadre</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>Déplacer ou redimensionner</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>Recadrer et redresser</translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Add a passphrase</source>
        <translation>Ajouter une phrase de passe</translation>
    </message>
    <message>
        <source>Another person, or another place, gets a passphrase of its own. It opens the same things, and can be taken away without changing yours.</source>
        <translation>Une autre personne, ou un autre endroit, reçoit sa propre phrase de passe. Elle ouvre les mêmes choses, et peut être retirée sans changer la vôtre.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>L&apos;ajouter</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Whose it is, or what for</source>
        <translation>À qui elle est, ou pour quoi</translation>
    </message>
    <message>
        <source>The new passphrase opens the vault too.</source>
        <translation>La nouvelle phrase de passe ouvre aussi le coffre.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Taken within seconds of this one. They get the same covers, and every face found in them is covered too, also where you left one visible here. (Ctrl+Shift+S)</source>
        <translation>Prises à quelques secondes de celle-ci. Elles reçoivent les mêmes masques, et tout visage qui y est trouvé est masqué aussi, même là où vous en avez laissé un visible ici. (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Same in similar photos ({number})</source>
        <translation>De même dans les photos semblables ({number})</translation>
    </message>
</context>
<context>
    <name>Arrived</name>
    <message>
        <source>See what is on it</source>
        <translation>Voir ce qu&apos;il contient</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>{name} is plugged in.</source>
        <translation>{name} est branché.</translation>
    </message>
</context>
<context>
    <name>BackupBox</name>
    <message>
        <source>Folder of the backup</source>
        <translation>Dossier de la sauvegarde</translation>
    </message>
    <message>
        <source>Read back all that is there already, too</source>
        <translation>Relire aussi tout ce qui y est déjà</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Un second endroit</translation>
    </message>
    <message>
        <source>A disk breaks, a computer is taken. A backup holds the same encrypted files, and opens with the same passphrase. Whoever looks at that place sees how many files there are, their sizes and times. Only what changed is sent each time, and what was sent is read back.</source>
        <translation>Un disque casse, un ordinateur est saisi. Une sauvegarde contient les mêmes fichiers chiffrés, et s&apos;ouvre avec la même phrase de passe. Qui regarde cet endroit voit combien il y a de fichiers, leurs tailles et leurs heures. Seul ce qui a changé est envoyé à chaque fois, et ce qui a été envoyé est relu.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>A folder on another disk</source>
        <translation>Un dossier sur un autre disque</translation>
    </message>
    <message>
        <source>The outlet {name}</source>
        <translation>La destination {name}</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>Choisissez d&apos;abord le dossier.</translation>
    </message>
    <message>
        <source>Where to write the backup&apos;s address: on a stick, away from this computer</source>
        <translation>Où écrire l&apos;adresse de la sauvegarde&#xa0;: sur une clé USB, loin de cet ordinateur</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Sauvegarde en cours</translation>
    </message>
    <message>
        <source>Stopped. The place holds the earlier backup, or more of this one.</source>
        <translation>Arrêté. L&apos;endroit contient la sauvegarde précédente, ou plus de celle-ci.</translation>
    </message>
    <message>
        <source>Back up again, and it goes on from there.</source>
        <translation>Sauvegardez de nouveau, et elle reprend là.</translation>
    </message>
    <message>
        <source>Sent now and read back: {files} files, {size}.</source>
        <translation>Envoyé maintenant et relu&#xa0;: {files} fichiers, {size}.</translation>
    </message>
    <message>
        <source>Removed there, because it was deleted here: {number}.</source>
        <translation>Retiré là-bas, parce que supprimé ici&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Older passphrases open older copies of it, if that place keeps them.</source>
        <translation>D&apos;anciennes phrases de passe en ouvrent d&apos;anciennes copies, si cet endroit les garde.</translation>
    </message>
    <message>
        <source>The backup is made. Sealed files in it: {number}.</source>
        <translation>La sauvegarde est faite. Fichiers scellés dedans&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>This backup can only be found again by its address, which is new after each backup. It stands in the file that you chose, and here: {address}</source>
        <translation>Cette sauvegarde ne se retrouve que par son adresse, qui est nouvelle après chaque sauvegarde. Elle est dans le fichier que vous avez choisi, et ici&#xa0;: {address}</translation>
    </message>
    <message>
        <source>Old files that could not be deleted there: {number}.</source>
        <translation>Anciens fichiers qui n&apos;ont pas pu y être supprimés&#xa0;: {number}.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Play or rest (Space)</source>
        <translation>Lire ou arrêter (Espace)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>Une image en arrière (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>Une image en avant (.)</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>Position dans la vidéo</translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation>Son oui ou non (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
</context>
<context>
    <name>BelongsPanel</name>
    <message>
        <source>Take apart</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>This is one item with several parts</source>
        <translation>C&apos;est un élément en plusieurs parties</translation>
    </message>
    <message>
        <source>Only the first leaves in a bundle, and only once all were cleaned.</source>
        <translation>Seule la première sort dans un paquet, et seulement une fois que toutes ont été nettoyées.</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Défaire (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Refaire (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Hold to see the result</source>
        <translation>Tenir pour voir le résultat</translation>
    </message>
    <message>
        <source>Hold (A)</source>
        <translation>Tenir (A)</translation>
    </message>
    <message>
        <source>Pick, move and resize (V)</source>
        <translation>Choisir, déplacer et redimensionner (V)</translation>
    </message>
    <message>
        <source>Draw a box (B)</source>
        <translation>Dessiner un cadre (B)</translation>
    </message>
    <message>
        <source>Draw an ellipse (E)</source>
        <translation>Dessiner une ellipse (E)</translation>
    </message>
    <message>
        <source>Paint with the brush (P), [ and ] for its size</source>
        <translation>Peindre au pinceau (P), [ et ] pour sa taille</translation>
    </message>
    <message>
        <source>Erase (X), [ and ] for its size</source>
        <translation>Effacer (X), [ et ] pour sa taille</translation>
    </message>
    <message>
        <source>Move the picture (H)</source>
        <translation>Déplacer l&apos;image (H)</translation>
    </message>
    <message>
        <source>Crop and straighten (C)</source>
        <translation>Recadrer et redresser (C)</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>Plus loin (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>Plus près (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Tout montrer (0)</translation>
    </message>
    <message>
        <source>Pixel by pixel (1)</source>
        <translation>Pixel par pixel (1)</translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>Leave those out</source>
        <translation>Les laisser de côté</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Say who I am and how to reach me, as in the record</source>
        <translation>Dire qui je suis et comment me joindre, comme dans la fiche</translation>
    </message>
    <message>
        <source>Make the bundle…</source>
        <translation>Faire le paquet…</translation>
    </message>
    <message>
        <source>Send to an outlet…</source>
        <translation>Envoyer à une destination…</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Faire un paquet</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>Ce qui part avec</translation>
    </message>
    <message>
        <source>How much you reveal</source>
        <translation>Ce que vous révélez</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>Où c&apos;était</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>Quand c&apos;était</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Qui peut l&apos;ouvrir</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Comment il sort</translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation>Ce qu&apos;ils liront</translation>
    </message>
    <message>
        <source>This, the cleaned copies, and a sheet with small pictures of those. No names of files, no device, nothing hidden.</source>
        <translation>Ceci, les copies nettoyées, et une feuille avec de petites images de celles-ci. Aucun nom de fichier, aucun appareil, rien de caché.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… et {number} de plus</translation>
    </message>
    <message>
        <source>Nothing yet. Select photos and videos in the library first.</source>
        <translation>Encore rien. Choisissez d&apos;abord des photos et des vidéos dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Rien n&apos;est encore choisi.</translation>
    </message>
    <message>
        <source>Some of what is chosen cannot leave.</source>
        <translation>Une partie de ce qui est choisi ne peut pas sortir.</translation>
    </message>
    <message>
        <source>Write the bundle to</source>
        <translation>Écrire le paquet dans</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>Making the bundle and reading it again</source>
        <translation>Le paquet se fait, puis est relu</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture with the places that are covered</source>
        <translation>Image avec les endroits masqués</translation>
    </message>
</context>
<context>
    <name>CardsField</name>
    <message>
        <source>Add this card</source>
        <translation>Ajouter cette carte</translation>
    </message>
    <message>
        <source>Words of one &amp;card</source>
        <translation>Mots d&apos;une &amp;carte</translation>
    </message>
    <message>
        <source>The first card says how many are needed.</source>
        <translation>La première carte dit combien il en faut.</translation>
    </message>
    <message>
        <source>Card {number} is right. Still needed: {missing}.</source>
        <translation>La carte {number} est juste. Il en faut encore&#xa0;: {missing}.</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>Mots&#xa0;: {count}</translation>
    </message>
    <message>
        <source>This card is right.</source>
        <translation>Cette carte est juste.</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Change a passphrase</source>
        <translation>Changer une phrase de passe</translation>
    </message>
    <message>
        <source>Nothing is encrypted again. Copies of the vault that were made before still open with the old one.</source>
        <translation>Rien n&apos;est chiffré de nouveau. Les copies du coffre faites avant s&apos;ouvrent encore avec l&apos;ancienne.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>La changer</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>Ancienne phrase de passe</translation>
    </message>
    <message>
        <source>Type the old passphrase.</source>
        <translation>Tapez l&apos;ancienne phrase de passe.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The old one opens nothing here.</source>
        <translation>La phrase de passe est changée. L&apos;ancienne n&apos;ouvre plus rien ici.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>All eight words are the same</source>
        <translation>Les huit mots sont tous les mêmes</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>Ne pas s&apos;y fier</translation>
    </message>
    <message>
        <source>Trust this outlet</source>
        <translation>Faire confiance à cette destination</translation>
    </message>
    <message>
        <source>Let it change</source>
        <translation>La laisser changer</translation>
    </message>
    <message>
        <source>Ask the outlet for the eight words of its card, another way than the card came: a call, a meeting. Whoever made this card gets what you send, so go on only if all eight are the same, in this order.</source>
        <translation>Demandez à la destination les huit mots de sa carte, par une autre voie que celle par laquelle la carte est venue&#xa0;: un appel, une rencontre. Qui a fait cette carte reçoit ce que vous envoyez&#xa0;: ne continuez que si les huit sont les mêmes, dans cet ordre.</translation>
    </message>
    <message>
        <source>{what}: before {before}, now {after}</source>
        <translation>{what} : avant {before}, maintenant {after}</translation>
    </message>
    <message>
        <source>This changes an outlet that you trust already.</source>
        <translation>Ceci change une destination à laquelle vous faites déjà confiance.</translation>
    </message>
    <message>
        <source>You trust this very card already.</source>
        <translation>Vous faites déjà confiance à cette même carte.</translation>
    </message>
    <message>
        <source>Nothing on it is different.</source>
        <translation>Rien n&apos;y est différent.</translation>
    </message>
    <message>
        <source>The most that it takes at a time</source>
        <translation>Ce qu&apos;elle prend au plus à la fois</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>Ce qu&apos;elle dit d&apos;elle-même</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Try to make one</source>
        <translation>Essayer d&apos;en faire une</translation>
    </message>
    <message>
        <source>Cover the faces</source>
        <translation>Masquer les visages</translation>
    </message>
    <message>
        <source>Cover faces and more…</source>
        <translation>Masquer visages et plus…</translation>
    </message>
    <message>
        <source>Save for posting…</source>
        <translation>Enregistrer pour publier…</translation>
    </message>
    <message>
        <source>Make one without covers</source>
        <translation>En faire une sans masques</translation>
    </message>
    <message>
        <source>There is no cleaned copy of this.</source>
        <translation>Il n&apos;y a pas de copie nettoyée de ceci.</translation>
    </message>
    <message>
        <source>The original is sealed and unchanged. It is not put into bundles.</source>
        <translation>L&apos;original est scellé et inchangé. Il n&apos;est pas mis dans les paquets.</translation>
    </message>
    <message>
        <source>Cover faces and voices…</source>
        <translation>Masquer visages et voix…</translation>
    </message>
    <message>
        <source>Cover voices…</source>
        <translation>Masquer les voix…</translation>
    </message>
    <message>
        <source>Cleaned copy: nothing had to be removed that we know how to find.</source>
        <translation>Copie nettoyée&#xa0;: rien n&apos;a dû être retiré que nous sachions trouver.</translation>
    </message>
    <message>
        <source>Cleaned copy: {number} things removed, nothing identifying left that we know how to find.</source>
        <translation>Copie nettoyée&#xa0;: {number} choses retirées, il n&apos;y reste rien d&apos;identifiant que nous sachions trouver.</translation>
    </message>
    <message>
        <source>Places covered: {number}. A face that was not found is not covered: look at the copy before it leaves.</source>
        <translation>Endroits masqués&#xa0;: {number}. Un visage qui n&apos;a pas été trouvé n&apos;est pas masqué&#xa0;: regardez la copie avant qu&apos;elle sorte.</translation>
    </message>
    <message>
        <source>What is seen and heard in it is exactly that of the original.</source>
        <translation>Ce qu&apos;on y voit et entend est exactement ce que contient l&apos;original.</translation>
    </message>
    <message>
        <source>It was encoded again, so it is not exactly the original&apos;s picture.</source>
        <translation>Elle a été encodée de nouveau&#xa0;: ce n&apos;est pas exactement l&apos;image de l&apos;original.</translation>
    </message>
    <message>
        <source>What the copy still shows</source>
        <translation>Ce que la copie montre encore</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Vault folder</source>
        <translation>Dossier du coffre</translation>
    </message>
    <message>
        <source>I will not lose it: I can remember it or keep it</source>
        <translation>Je ne la perdrai pas&#xa0;: je peux la retenir ou la garder</translation>
    </message>
    <message>
        <source>Make a way back as the next thing</source>
        <translation>Préparer ensuite un moyen de retour</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>Le coffre se crée</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Créer le coffre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation>Proposer six mots</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>Créer un coffre</translation>
    </message>
    <message>
        <source>A vault is a folder in which everything is encrypted, names included.</source>
        <translation>Un coffre est un dossier où tout est chiffré, noms compris.</translation>
    </message>
    <message>
        <source>Where it &amp;lives</source>
        <translation>Où il se &amp;trouve</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase de passe</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La même &amp;encore</translation>
    </message>
    <message>
        <source>If you forget it</source>
        <translation>Si vous l&apos;oubliez</translation>
    </message>
    <message>
        <source>Everything in the vault is lost then: there is no other way in, not for you, not for us, not for anyone. Unless you make one, once the vault is made: a recovery code, or cards for people you trust, several of whom open it together. Keep any of it on paper only where nobody searches.</source>
        <translation>Tout ce qui est dans le coffre est alors perdu&#xa0;: il n&apos;y a pas d&apos;autre entrée, ni pour vous, ni pour nous, ni pour personne. À moins d&apos;en faire une, une fois le coffre créé&#xa0;: un code de récupération, ou des cartes pour des personnes de confiance, dont plusieurs l&apos;ouvrent ensemble. Gardez cela sur papier seulement, là où personne ne cherche.</translation>
    </message>
    <message>
        <source>Choose where the vault lives.</source>
        <translation>Choisissez où se trouve le coffre.</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>Choisissez une phrase de passe.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>Les deux phrases de passe diffèrent. Tapez la même dans les deux champs.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>C&apos;est une carte d&apos;une clé partagée. Choisissez une phrase de passe qui n&apos;en est pas une.</translation>
    </message>
    <message>
        <source>Tick the box above: a forgotten passphrase cannot be replaced.</source>
        <translation>Cochez la case ci-dessus&#xa0;: une phrase de passe oubliée ne se remplace pas.</translation>
    </message>
    <message>
        <source>This seems to be a folder that is copied to a cloud. The vault stays encrypted there; its provider sees that it is there, how large it is, and when it changes.</source>
        <translation>Ce dossier semble être copié dans un nuage. Le coffre y reste chiffré&#x202f;; son fournisseur voit qu&apos;il est là, sa taille, et quand il change.</translation>
    </message>
    <message>
        <source>Any folder will do, also on a stick that you take away. It is not hidden: who looks at this computer sees that a vault is there, and not what is in it.</source>
        <translation>Tout dossier convient, aussi sur une clé USB que vous emportez. Il n&apos;est pas caché&#xa0;: qui regarde cet ordinateur voit qu&apos;un coffre est là, et non ce qu&apos;il contient.</translation>
    </message>
</context>
<context>
    <name>DecoyForm</name>
    <message>
        <source>DECOY</source>
        <translation>LEURRE</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>Leurre</translation>
    </message>
    <message>
        <source>Another passphrase opens another, empty set, for the day when somebody forces you to unlock. Put harmless things into it. Its limits: the files of the vault are more, and larger, than the decoy shows, and whoever counts them sees that. If there is such a set already, everything in it is destroyed, for from inside one set nobody can know of the other.</source>
        <translation>Une autre phrase de passe ouvre un autre ensemble, vide, pour le jour où quelqu&apos;un vous force à déverrouiller. Mettez-y des choses anodines. Ses limites&#xa0;: les fichiers du coffre sont plus nombreux, et plus gros, que ce que montre le leurre, et qui les compte le voit. S&apos;il existe déjà un tel ensemble, tout ce qu&apos;il contient est détruit, car de l&apos;intérieur de l&apos;un personne ne peut connaître l&apos;autre.</translation>
    </message>
    <message>
        <source>Make the decoy</source>
        <translation>Créer le leurre</translation>
    </message>
    <message>
        <source>Passphrase of the decoy</source>
        <translation>Phrase de passe du leurre</translation>
    </message>
    <message>
        <source>Do this from the set that you want to keep. A passphrase that opens what you see now is wanted first: so nobody destroys the real set while the decoy is open.</source>
        <translation>Faites-le depuis l&apos;ensemble que vous voulez garder. Une phrase de passe qui ouvre ce que vous voyez est demandée d&apos;abord&#xa0;: ainsi personne ne détruit le vrai ensemble pendant que le leurre est ouvert.</translation>
    </message>
    <message>
        <source>Passphrase of what you see now</source>
        <translation>Phrase de passe de ce que vous voyez</translation>
    </message>
    <message>
        <source>Type {word} to go on</source>
        <translation>Tapez {word} pour continuer</translation>
    </message>
    <message>
        <source>Type the passphrase of what you see now.</source>
        <translation>Tapez la phrase de passe de ce que vous voyez.</translation>
    </message>
    <message>
        <source>Type {word} in the last field to go on.</source>
        <translation>Tapez {word} dans le dernier champ pour continuer.</translation>
    </message>
    <message>
        <source>The second passphrase opens another, empty set.</source>
        <translation>La seconde phrase de passe ouvre un autre ensemble, vide.</translation>
    </message>
    <message>
        <source>This passphrase does not open what you see now.</source>
        <translation>Cette phrase de passe n&apos;ouvre pas ce que vous voyez.</translation>
    </message>
    <message>
        <source>You may be in the other set. Nothing was changed.</source>
        <translation>Vous êtes peut-être dans l&apos;autre ensemble. Rien n&apos;a été changé.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>A phone, a card or a camera appears here by itself when it is plugged in: unlock the phone, and choose “File transfer” on it, or “Trust this computer”.</source>
        <translation>Un téléphone, une carte ou un appareil photo apparaît ici de lui-même quand on le branche&#xa0;: déverrouillez le téléphone, et choisissez-y «&#xa0;Transfert de fichiers&#xa0;», ou «&#xa0;Se fier à cet ordinateur&#xa0;».</translation>
    </message>
    <message>
        <source>See what is on {name}</source>
        <translation>Voir ce qu&apos;il y a sur {name}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Save covered copy</source>
        <translation>Enregistrer la copie masquée</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>Faire la copie (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have looked at the whole copy</source>
        <translation>J&apos;ai regardé toute la copie</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>Et rien de plus n&apos;est à masquer (Ctrl+Shift+Entrée)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>Retour à l&apos;élément (Échap)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Largeur de l&apos;image</translation>
    </message>
    <message>
        <source>Looking for places…</source>
        <translation>Recherche d&apos;endroits…</translation>
    </message>
    <message>
        <source>Looking more closely…</source>
        <translation>Recherche plus attentive…</translation>
    </message>
    <message>
        <source>Looking for: {kind}</source>
        <translation>Recherche&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>{kind}: {number} found. Others may be there: look for yourself.</source>
        <translation>{kind}&#xa0;: {number} trouvés. Il peut y en avoir d&apos;autres&#xa0;: regardez vous-même.</translation>
    </message>
    <message>
        <source>Found places are not decided yet: {number}.</source>
        <translation>Endroits trouvés qui ne sont pas encore décidés&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Cover them, leave them visible with a reason, or say nothing is there.</source>
        <translation>Masquez-les, laissez-les visibles avec une raison, ou dites qu&apos;il n&apos;y a rien.</translation>
    </message>
    <message>
        <source>Covering, and looking once more</source>
        <translation>Masquage, puis second examen</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>Arrêté. Aucune copie n&apos;a été faite.</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Choose photos and videos…</source>
        <translation>Choisir des photos et des vidéos…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Make a way back</source>
        <translation>Préparer un moyen de retour</translation>
    </message>
    <message>
        <source>Drop photos, videos or folders here</source>
        <translation>Déposez ici photos, vidéos ou dossiers</translation>
    </message>
    <message>
        <source>Each is sealed in the vault exactly as it is, read for what it gives away about you, and gets a cleaned copy that can be passed on.</source>
        <translation>Chacun est scellé dans le coffre exactement tel quel, lu pour ce qu&apos;il révèle de vous, et reçoit une copie nettoyée qui peut être transmise.</translation>
    </message>
    <message>
        <source>Your files stay where they are: nothing is moved, changed or deleted.</source>
        <translation>Vos fichiers restent où ils sont&#xa0;: rien n&apos;est déplacé, changé ni supprimé.</translation>
    </message>
    <message>
        <source>If you forget the passphrase</source>
        <translation>Si vous oubliez la phrase de passe</translation>
    </message>
    <message>
        <source>Nobody can help, unless you make a way back now: a recovery code to keep on paper, or cards for people you trust, several of whom open the vault together.</source>
        <translation>Personne ne peut aider, à moins que vous ne prépariez maintenant un moyen de retour&#xa0;: un code de récupération à garder sur papier, ou des cartes pour des personnes de confiance, dont plusieurs ouvrent le coffre ensemble.</translation>
    </message>
    <message>
        <source>Nothing is like that.</source>
        <translation>Rien n&apos;est ainsi.</translation>
    </message>
</context>
<context>
    <name>EraseBox</name>
    <message>
        <source>I want them deleted there</source>
        <translation>Je veux qu&apos;ils soient supprimés là-bas</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>Les supprimer là-bas</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>Les laisser où ils sont</translation>
    </message>
    <message>
        <source>What became of each file where it came from</source>
        <translation>Ce qu&apos;est devenu chaque fichier là d&apos;où il vient</translation>
    </message>
    <message>
        <source>What can stay behind all the same:</source>
        <translation>Ce qui peut rester malgré tout&#xa0;:</translation>
    </message>
    <message>
        <source>Each is first compared with the vault and read once more where it is; what does not fit is left there. It cannot be taken back.</source>
        <translation>Chacun est d&apos;abord comparé avec le coffre et relu là où il est&#x202f;; ce qui ne va pas y est laissé. On ne peut pas revenir en arrière.</translation>
    </message>
    <message>
        <source>Still where they came from, too: {number}</source>
        <translation>Encore aussi là d&apos;où ils viennent&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Delete them there…</source>
        <translation>Les supprimer là-bas…</translation>
    </message>
    <message>
        <source>To be deleted from the phone, card or folder: {number}</source>
        <translation>À supprimer du téléphone, de la carte ou du dossier&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Comparing and deleting where they came from</source>
        <translation>Comparaison et suppression là d&apos;où ils viennent</translation>
    </message>
    <message>
        <source>Deleted there, and listed no more: {number}</source>
        <translation>Supprimés là-bas, et plus listés&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Left where they are: {number}</source>
        <translation>Laissés où ils sont&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Stopped before these, which are left: {number}</source>
        <translation>Arrêté avant ceux-ci, qui sont laissés&#xa0;: {number}</translation>
    </message>
    <message>
        <source>{name}: deleted there</source>
        <translation>{name}&#xa0;: supprimé là-bas</translation>
    </message>
</context>
<context>
    <name>FilmActs</name>
    <message>
        <source>Draw an ellipse</source>
        <translation>Dessiner une ellipse</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Dessiner un cadre</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>Déplacer ou redimensionner</translation>
    </message>
    <message>
        <source>There is no key at this moment.</source>
        <translation>Il n&apos;y a pas de repère à cet instant.</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>Retirer le repère</translation>
    </message>
    <message>
        <source>Move a key</source>
        <translation>Déplacer un repère</translation>
    </message>
    <message>
        <source>It begins here</source>
        <translation>Commence ici</translation>
    </message>
    <message>
        <source>It ends here</source>
        <translation>Se termine ici</translation>
    </message>
    <message>
        <source>Reach from cut to cut</source>
        <translation>Aller d&apos;une coupe à l&apos;autre</translation>
    </message>
    <message>
        <source>A track is split in its middle: go there first.</source>
        <translation>Une piste se divise en son milieu&#xa0;: allez-y d&apos;abord.</translation>
    </message>
    <message>
        <source>Split the track</source>
        <translation>Diviser la piste</translation>
    </message>
    <message>
        <source>No track of this kind begins after this one has ended.</source>
        <translation>Aucune piste de cette sorte ne commence après la fin de celle-ci.</translation>
    </message>
    <message>
        <source>Join two tracks</source>
        <translation>Réunir deux pistes</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>Le laisser visible</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Rien à masquer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>That one may be seen says nothing of the others.</source>
        <translation>Que l&apos;un puisse être vu ne dit rien des autres.</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>De même pour tous les semblables</translation>
    </message>
    <message>
        <source>Cover the whole picture</source>
        <translation>Masquer toute l&apos;image</translation>
    </message>
    <message>
        <source>Mark what is to be left out; all of it cannot be.</source>
        <translation>Marquez ce qui est à laisser de côté&#x202f;; ce ne peut pas être tout.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme c&apos;était</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>A tone instead</source>
        <translation>Un son continu à la place</translation>
    </message>
    <message>
        <source>Disguise the voices</source>
        <translation>Déguiser les voix</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>Le son tel qu&apos;il est</translation>
    </message>
    <message>
        <source>Nothing waits to be looked at.</source>
        <translation>Rien n&apos;attend d&apos;être regardé.</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Regardé</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>Comment la copie est codée</translation>
    </message>
</context>
<context>
    <name>FilmCanvas</name>
    <message>
        <source>Frame with the places that are covered</source>
        <translation>Image avec les endroits masqués</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Play it as the copy will be</source>
        <translation>Lire comme sera la copie</translation>
    </message>
    <message>
        <source>Show and play what will be seen and heard (P)</source>
        <translation>Montrer et lire ce qu&apos;on verra et entendra (P)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>Retour à l&apos;élément (Échap)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Largeur de l&apos;image</translation>
    </message>
    <message>
        <source>Height of the timeline</source>
        <translation>Hauteur de la ligne de temps</translation>
    </message>
    <message>
        <source>Looking through the video. You can go on working.</source>
        <translation>La vidéo est parcourue. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>Find and follow</source>
        <translation>Trouver et suivre</translation>
    </message>
    <message>
        <source>Following what is covered</source>
        <translation>Suivi de ce qui est masqué</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>Le suivre</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find and follow faces</source>
        <translation>Trouver et suivre les visages</translation>
    </message>
    <message>
        <source>Through the whole video (Ctrl+F)</source>
        <translation>Dans toute la vidéo (Ctrl+F)</translation>
    </message>
    <message>
        <source>Look for other things (F2)</source>
        <translation>Chercher autre chose (F2)</translation>
    </message>
    <message>
        <source>Looking through the video for: {kind}</source>
        <translation>Recherche dans la vidéo&#xa0;: {kind}</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Choisir&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>As large as it goes</source>
        <translation>Aussi grand que possible</translation>
    </message>
    <message>
        <source>Without empty corners (L)</source>
        <translation>Sans coins vides (L)</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>Toute l&apos;image de nouveau</translation>
    </message>
    <message>
        <source>Neither cropped nor straightened (R)</source>
        <translation>Ni recadrée ni redressée (R)</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>Recadrer et redresser</translation>
    </message>
    <message>
        <source>What is cut away is not in the copy, not even hidden. The original keeps it.</source>
        <translation>Ce qui est coupé n&apos;est pas dans la copie, pas même caché. L&apos;original le garde.</translation>
    </message>
    <message>
        <source>Straighten by</source>
        <translation>Redresser de</translation>
    </message>
    <message>
        <source>From left</source>
        <translation>Depuis la gauche</translation>
    </message>
    <message>
        <source>From top</source>
        <translation>Depuis le haut</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
</context>
<context>
    <name>GuardBox</name>
    <message>
        <source>Growing pauses after three wrong passphrases</source>
        <translation>Pauses de plus en plus longues après trois mauvaises phrases de passe</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Garder ceci</translation>
    </message>
    <message>
        <source>After wrong passphrases</source>
        <translation>Après de mauvaises phrases de passe</translation>
    </message>
    <message>
        <source>Both hold up somebody who tries at this computer, in Firsthand. Whoever takes a copy of the folder can go on trying there: only a strong passphrase helps against that.</source>
        <translation>Les deux freinent qui essaie sur cet ordinateur, dans Firsthand. Qui emporte une copie du dossier peut continuer d&apos;essayer ailleurs&#xa0;: contre cela, seule une phrase de passe forte aide.</translation>
    </message>
    <message>
        <source>Wipe the vault after so many in a row</source>
        <translation>Détruire le coffre après autant d&apos;essais de suite</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Kept. {count} wrong passphrases in a row destroy the vault.</source>
        <translation>Gardé. {count} mauvaises phrases de passe de suite détruisent le coffre.</translation>
    </message>
    <message>
        <source>Anybody who can start Firsthand here can do that. Keep a backup.</source>
        <translation>Quiconque peut démarrer Firsthand ici peut faire cela. Ayez une sauvegarde.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gardé.</translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save pages to print…</source>
        <translation>Enregistrer des pages à imprimer…</translation>
    </message>
    <message>
        <source>I have them: put away</source>
        <translation>Je les ai&#xa0;: ranger</translation>
    </message>
    <message>
        <source>Shown only once</source>
        <translation>Montré une seule fois</translation>
    </message>
    <message>
        <source>Print them, or write them down. A printer may keep a copy, and so does a page that was saved until you delete it. Nothing in Firsthand keeps them.</source>
        <translation>Imprimez-les, ou écrivez-les. Une imprimante peut garder une copie, de même une page enregistrée jusqu&apos;à ce que vous la supprimiez. Rien dans Firsthand ne les garde.</translation>
    </message>
    <message>
        <source>Save pages to print</source>
        <translation>Enregistrer des pages à imprimer</translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation>Enregistré&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Each page is a secret on that disk. Print them, then delete them.</source>
        <translation>Chaque page est un secret sur ce disque. Imprimez-les, puis supprimez-les.</translation>
    </message>
</context>
<context>
    <name>HeadBox</name>
    <message>
        <source>Write a statement…</source>
        <translation>Écrire une déclaration…</translation>
    </message>
    <message>
        <source>Check a statement…</source>
        <translation>Contrôler une déclaration…</translation>
    </message>
    <message>
        <source>Has an older copy been put back?</source>
        <translation>Une copie plus ancienne a-t-elle été remise&#x202f;?</translation>
    </message>
    <message>
        <source>A vault that is put back as it was some time ago opens as if nothing had happened: nothing inside can tell. A small signed statement can, which says where the custody log stood, and lies with somebody you trust. It names no item, no person and no place.</source>
        <translation>Un coffre remis comme il était il y a quelque temps s&apos;ouvre comme si de rien n&apos;était&#xa0;: rien à l&apos;intérieur ne peut le dire. Une petite déclaration signée le peut, qui dit où en était le registre de conservation et que garde quelqu&apos;un de confiance. Elle ne nomme aucun élément, aucune personne, aucun lieu.</translation>
    </message>
    <message>
        <source>Where to write the statement</source>
        <translation>Où écrire la déclaration</translation>
    </message>
    <message>
        <source>A statement that was written before</source>
        <translation>Une déclaration écrite auparavant</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Give it to somebody you trust, and delete it here.</source>
        <translation>Donnez-la à quelqu&apos;un de confiance, et supprimez-la ici.</translation>
    </message>
    <message>
        <source>The log contains what it did {when}, when it had {number} entries.</source>
        <translation>Le registre contient ce qu&apos;il contenait le {when}, quand il avait {number} entrées.</translation>
    </message>
    <message>
        <source>Nothing older than that was put back.</source>
        <translation>Rien de plus ancien que cela n&apos;a été remis.</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>These cannot leave:</source>
        <translation>Ceux-ci ne peuvent pas sortir&#xa0;:</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… et {number} de plus</translation>
    </message>
    <message>
        <source>Look at the copy</source>
        <translation>Regarder la copie</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>Ouvrir l&apos;élément</translation>
    </message>
    <message>
        <source>it has no cleaned copy.</source>
        <translation>il n&apos;a pas de copie nettoyée.</translation>
    </message>
    <message>
        <source>a part of it has no cleaned copy.</source>
        <translation>une de ses parties n&apos;a pas de copie nettoyée.</translation>
    </message>
    <message>
        <source>a person shown in it did not consent.</source>
        <translation>une personne qu&apos;on y voit n&apos;a pas donné son accord.</translation>
    </message>
    <message>
        <source>nobody has looked at its covered copy since a second look at it.</source>
        <translation>personne n&apos;a regardé sa copie masquée depuis un second examen.</translation>
    </message>
    <message>
        <source>a face can still be found in its covered copy.</source>
        <translation>un visage peut encore être trouvé dans sa copie masquée.</translation>
    </message>
</context>
<context>
    <name>HiddenPictures</name>
    <message>
        <source>Hidden inside</source>
        <translation>Caché à l&apos;intérieur</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… et {number} de plus</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Check the whole log</source>
        <translation>Contrôler tout le registre</translation>
    </message>
    <message>
        <source>The log holds: every entry is signed, and none is missing.</source>
        <translation>Le registre tient&#xa0;: chaque entrée est signée, et aucune ne manque.</translation>
    </message>
    <message>
        <source>Every step is signed and chained to the one before, so that none can be changed or left out without it being seen.</source>
        <translation>Chaque étape est signée et enchaînée à la précédente, si bien qu&apos;aucune ne peut être changée ou omise sans que cela se voie.</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Sealing in the vault</source>
        <translation>Scellage dans le coffre</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>Scellé&#x202f;; lecture et nettoyage</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>All that came whole is sealed. What was not examined and cleaned yet waits until the vault is opened again, or until something else is taken in.</source>
        <translation>Tout ce qui est venu entier est scellé. Ce qui n&apos;a pas encore été examiné et nettoyé attend que le coffre soit rouvert, ou que autre chose soit importé.</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>The original says this, worst first</source>
        <translation>L&apos;original dit ceci, le pire d&apos;abord</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>What it says about you</source>
        <translation>Ce qu&apos;il dit de vous</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histoire</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Cleaned copy</source>
        <translation>Copie nettoyée</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Retour (Échap)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Faire un paquet</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Largeur de l&apos;image</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>Plus loin (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>Plus près (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Tout montrer (0)</translation>
    </message>
    <message>
        <source>Reading and cleaning</source>
        <translation>Lecture et nettoyage</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>Recherche de visages et masquage</translation>
    </message>
    <message>
        <source>A second look still finds faces in the copy: {number}.</source>
        <translation>Un second examen trouve encore des visages dans la copie&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Look at it closely before you share it.</source>
        <translation>Regardez-la de près avant de la partager.</translation>
    </message>
    <message>
        <source>No face was found, so nothing was covered.</source>
        <translation>Aucun visage n&apos;a été trouvé, donc rien n&apos;a été masqué.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: look for yourself.</source>
        <translation>Cela ne veut pas dire qu&apos;il n&apos;y en a pas&#xa0;: regardez vous-même.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>A moment, please.</source>
        <translation>Un instant, s&apos;il vous plaît.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Quick check</source>
        <translation>Contrôle rapide</translation>
    </message>
    <message>
        <source>Read every byte</source>
        <translation>Lire chaque octet</translation>
    </message>
    <message>
        <source>Set right what can be</source>
        <translation>Remettre en ordre ce qui peut l&apos;être</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>Ajouter une phrase de passe</translation>
    </message>
    <message>
        <source>Change a passphrase</source>
        <translation>Changer une phrase de passe</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>Cards for trusted people</source>
        <translation>Cartes pour des personnes de confiance</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>Leurre</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>Clés et serrures</translation>
    </message>
    <message>
        <source>What opens this vault</source>
        <translation>Ce qui ouvre ce coffre</translation>
    </message>
    <message>
        <source>Is everything whole?</source>
        <translation>Tout est-il entier&#x202f;?</translation>
    </message>
    <message>
        <source>The quick check looks at every item; only reading every byte is certain.</source>
        <translation>Le contrôle rapide regarde chaque élément&#x202f;; seul lire chaque octet donne une certitude.</translation>
    </message>
    <message>
        <source>While the vault is open</source>
        <translation>Tant que le coffre est ouvert</translation>
    </message>
    <message>
        <source>Its keys are in this computer&apos;s memory until it is locked: Ctrl+L keeps what was just typed and locks, Ctrl+Shift+L locks that very moment, Ctrl+Shift+W leads to its destruction.</source>
        <translation>Ses clés sont dans la mémoire de cet ordinateur jusqu&apos;à ce qu&apos;il soit verrouillé&#xa0;: Ctrl+L garde ce qui vient d&apos;être tapé et verrouille, Ctrl+Shift+L verrouille à l&apos;instant même, Ctrl+Shift+W mène à sa destruction.</translation>
    </message>
    <message>
        <source>It locks by itself when nobody has touched it for {number} minutes.</source>
        <translation>Il se verrouille de lui-même quand personne n&apos;y a touché pendant {number} minutes.</translation>
    </message>
    <message>
        <source>It locks when the computer sleeps or its lid is shut, and when its screen is locked: then as soon as no work is under way.</source>
        <translation>Il se verrouille quand l&apos;ordinateur se met en veille ou qu&apos;on ferme son capot, et quand son écran est verrouillé&#xa0;: alors dès qu&apos;aucun travail n&apos;est en cours.</translation>
    </message>
    <message>
        <source>This system does not tell Firsthand when it sleeps or when its screen is locked: lock the vault yourself before you leave.</source>
        <translation>Ce système ne dit pas à Firsthand quand il se met en veille ni quand son écran est verrouillé&#xa0;: verrouillez vous-même le coffre avant de partir.</translation>
    </message>
    <message>
        <source>Other programs are kept from taking pictures of this window.</source>
        <translation>Les autres programmes ne peuvent pas prendre d&apos;images de cette fenêtre.</translation>
    </message>
    <message>
        <source>Other programs can take pictures of this window: this system lets no program prevent that.</source>
        <translation>D&apos;autres programmes peuvent prendre des images de cette fenêtre&#xa0;: ce système ne laisse aucun programme l&apos;empêcher.</translation>
    </message>
    <message>
        <source>Locking empties the clipboard. A program that collects copies may still have it.</source>
        <translation>Verrouiller vide le presse-papiers. Un programme qui collecte les copies peut encore l&apos;avoir.</translation>
    </message>
    <message>
        <source>This system has granted what Firsthand asks for: no crash dumps, no reading by other programs, no swap space for the vault&apos;s key.</source>
        <translation>Ce système a accordé ce que demande Firsthand&#xa0;: pas de vidage mémoire après un plantage, pas de lecture par d&apos;autres programmes, pas d&apos;espace d&apos;échange pour la clé du coffre.</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>depuis {when}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take away: {label}</source>
        <translation>Retirer&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Taken away: {label}. Copies made before still open with it.</source>
        <translation>Retiré&#xa0;: {label}. Les copies faites avant s&apos;ouvrent encore avec.</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>Contrôle du coffre</translation>
    </message>
    <message>
        <source>Setting right what can be</source>
        <translation>Remise en ordre de ce qui peut l&apos;être</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>Aucun dégât n&apos;a été trouvé.</translation>
    </message>
    <message>
        <source>Damage was found.</source>
        <translation>Des dégâts ont été trouvés.</translation>
    </message>
</context>
<context>
    <name>LeavingBox</name>
    <message>
        <source>Language of the sheet</source>
        <translation>Langue de la feuille</translation>
    </message>
    <message>
        <source>As</source>
        <translation>En</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <source>Parts of 95 MB</source>
        <translation>Parties de 95 Mo</translation>
    </message>
    <message>
        <source>Ask an authority for a time stamp, through Tor</source>
        <translation>Demander un horodatage à une autorité, par Tor</translation>
    </message>
    <message>
        <source>Address of the time-stamp authority</source>
        <translation>Adresse de l&apos;autorité d&apos;horodatage</translation>
    </message>
    <message>
        <source>The authority sees one digest that means nothing to it, and that somebody asked. The bundle is not made if it does not answer.</source>
        <translation>L&apos;autorité voit une empreinte qui ne lui dit rien, et que quelqu&apos;un a demandé. Si elle ne répond pas, le paquet n&apos;est pas fait.</translation>
    </message>
    <message>
        <source>Sheet in</source>
        <translation>Feuille en</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>faces can be seen</source>
        <translation>on y voit des visages</translation>
    </message>
    <message>
        <source>cleaned copy ready</source>
        <translation>copie nettoyée prête</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Make a bundle</source>
        <translation>Faire un paquet</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>Enregistrer pour publier</translation>
    </message>
    <message>
        <source>Cover faces</source>
        <translation>Masquer les visages</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Photos and videos…</source>
        <translation>Photos et vidéos…</translation>
    </message>
    <message>
        <source>A folder or ZIP: look first…</source>
        <translation>Un dossier ou un ZIP&#xa0;: regarder d&apos;abord…</translation>
    </message>
    <message>
        <source>Opening the vault found this.</source>
        <translation>L&apos;ouverture du coffre a trouvé ceci.</translation>
    </message>
    <message>
        <source>Part of the index is damaged. Your photos and videos are not in it.</source>
        <translation>Une partie de l&apos;index est abîmée. Vos photos et vidéos n&apos;y sont pas.</translation>
    </message>
    <message>
        <source>Lock the vault and unlock it again: the index is then made anew.</source>
        <translation>Verrouillez le coffre et déverrouillez-le&#xa0;: l&apos;index est alors refait.</translation>
    </message>
    <message>
        <source>Add photos and videos</source>
        <translation>Ajouter des photos et des vidéos</translation>
    </message>
    <message>
        <source>Add a whole folder</source>
        <translation>Ajouter un dossier entier</translation>
    </message>
    <message>
        <source>Deleting: {number}, with all copies and notes. This cannot be taken back later.</source>
        <translation>Suppression&#xa0;: {number}, avec toutes les copies et notes. On ne pourra pas revenir en arrière plus tard.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left.</source>
        <translation>Ce qui était scellé jusque-là est dans le coffre&#x202f;; du reste il ne demeure rien.</translation>
    </message>
    <message>
        <source>Taken in {when}</source>
        <translation>Importé le {when}</translation>
    </message>
    <message>
        <source>Cover every face in these photos: {number}</source>
        <translation>Masquer tous les visages de ces photos&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>No file and no picture was copied.</source>
        <translation>Aucun fichier ni aucune image n’a été copié.</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>About this part</source>
        <translation>Sur cette partie</translation>
    </message>
    <message>
        <source>Its terms</source>
        <translation>Ses conditions</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>Retour au début</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>De quoi Firsthand est fait</translation>
    </message>
    <message>
        <source>Firsthand is free software under the GNU General Public License, version 3 or later. It stands on the work of others; their names and terms are here.</source>
        <translation>Firsthand est un logiciel libre sous la GNU General Public License, version 3 ou ultérieure. Il repose sur le travail d&apos;autres&#x202f;; leurs noms et leurs conditions sont ici.</translation>
    </message>
    <message>
        <source>{name}, licence: {licence}</source>
        <translation>{name}, licence&#xa0;: {licence}</translation>
    </message>
    <message>
        <source>Comes with: {carriers}</source>
        <translation>Vient avec&#xa0;: {carriers}</translation>
    </message>
</context>
<context>
    <name>MadePanel</name>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>How the recipient checks it</source>
        <translation>Comment le destinataire le vérifie</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>Verify it now</source>
        <translation>Le vérifier maintenant</translation>
    </message>
    <message>
        <source>Send it to an outlet…</source>
        <translation>L&apos;envoyer à une destination…</translation>
    </message>
    <message>
        <source>Make another of these</source>
        <translation>En faire un autre avec ceux-ci</translation>
    </message>
    <message>
        <source>The bundle is written: {name}</source>
        <translation>Le paquet est écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{size}, {number} photos and videos, in {folder}</source>
        <translation>{size}, {number} photos et vidéos, dans {folder}</translation>
    </message>
    <message>
        <source>Only cleaned copies went in, under neutral names and dates.</source>
        <translation>Seules des copies nettoyées y sont entrées, sous des noms et des dates neutres.</translation>
    </message>
    <message>
        <source>Every byte was read again before it was written: nothing that should not leave was found.</source>
        <translation>Chaque octet a été relu avant d&apos;être écrit&#xa0;: rien n&apos;a été trouvé qui ne doive pas sortir.</translation>
    </message>
    <message>
        <source>It is signed with a key that is used for this bundle alone.</source>
        <translation>Il est signé avec une clé qui ne sert que pour ce paquet.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with the passphrase alone.</source>
        <translation>Il est scellé&#xa0;: il ne s&apos;ouvre qu&apos;avec la phrase de passe.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with one of {number} keys, and with no other.</source>
        <translation>Il est scellé&#xa0;: il s&apos;ouvre avec l&apos;une de {number} clés, et avec aucune autre.</translation>
    </message>
    <message>
        <source>It is not sealed: whoever gets it can look into it.</source>
        <translation>Il n&apos;est pas scellé&#xa0;: qui le reçoit peut regarder dedans.</translation>
    </message>
    <message>
        <source>The untouched originals are in it too, with everything they give away.</source>
        <translation>Les originaux intacts y sont aussi, avec tout ce qu&apos;ils révèlent.</translation>
    </message>
    <message>
        <source>It is in {number} parts. Send all of them, with their names.</source>
        <translation>Il est en {number} parties. Envoyez-les toutes, avec leurs noms.</translation>
    </message>
    <message>
        <source>A time stamp in it says that it was there at {when}.</source>
        <translation>Un horodatage qu&apos;il contient dit qu&apos;il existait le {when}.</translation>
    </message>
    <message>
        <source>With Firsthand: “Verify a bundle”. Without it, with tools that most systems have; VERIFY.txt inside has all the commands:</source>
        <translation>Avec Firsthand&#xa0;: «&#xa0;Vérifier un paquet&#xa0;». Sans lui, avec des outils que la plupart des systèmes ont&#x202f;; VERIFY.txt, à l&apos;intérieur, a toutes les commandes&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make the covered copy</source>
        <translation>Faire la copie masquée</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>Faire la copie (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have watched the whole copy</source>
        <translation>J&apos;ai regardé toute la copie</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>Et rien de plus n&apos;est à masquer (Ctrl+Shift+Entrée)</translation>
    </message>
    <message>
        <source>Covering the video, and looking once more</source>
        <translation>Masquage de la vidéo, puis second examen</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Second examen</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>Arrêté. Aucune copie n&apos;a été faite.</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>Sketch of the place. {said}</source>
        <translation>Croquis du lieu. {said}</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>Plus loin</translation>
    </message>
    <message>
        <source>Drawn from outlines in the app: nothing was fetched for it.</source>
        <translation>Dessiné avec des contours contenus dans l&apos;application&#xa0;: rien n&apos;a été téléchargé pour cela.</translation>
    </message>
</context>
<context>
    <name>MergeBox</name>
    <message>
        <source>Folder of the other vault</source>
        <translation>Dossier de l&apos;autre coffre</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>L&apos;apporter</translation>
    </message>
    <message>
        <source>Bring another vault in</source>
        <translation>Apporter un autre coffre</translation>
    </message>
    <message>
        <source>Everything of another vault of yours comes into this one, with its notes and its custody log. What is here already is not kept twice. The other vault stays as it is; its keys and its outlets are not brought along.</source>
        <translation>Tout ce que contient un autre de vos coffres entre dans celui-ci, avec ses notes et son registre de conservation. Ce qui est déjà ici n&apos;est pas gardé deux fois. L&apos;autre coffre reste tel quel&#x202f;; ses clés et ses destinations ne sont pas apportées.</translation>
    </message>
    <message>
        <source>Passphrase of the other vault</source>
        <translation>Phrase de passe de l&apos;autre coffre</translation>
    </message>
    <message>
        <source>Choose the folder of the other vault.</source>
        <translation>Choisissez le dossier de l&apos;autre coffre.</translation>
    </message>
    <message>
        <source>This is the vault that is open.</source>
        <translation>C&apos;est le coffre qui est ouvert.</translation>
    </message>
    <message>
        <source>Type the passphrase of the other vault.</source>
        <translation>Tapez la phrase de passe de l&apos;autre coffre.</translation>
    </message>
    <message>
        <source>Bringing the other vault in</source>
        <translation>L&apos;autre coffre est apporté</translation>
    </message>
    <message>
        <source>Stopped. What came until then is in the vault.</source>
        <translation>Arrêté. Ce qui est venu jusque-là est dans le coffre.</translation>
    </message>
    <message>
        <source>Bring it in again, and the rest comes.</source>
        <translation>Apportez-le de nouveau, et le reste vient.</translation>
    </message>
    <message>
        <source>Came: {taken}, and copies of them: {copies}. Here already: {here}.</source>
        <translation>Venus&#xa0;: {taken}, et copies de ceux-ci&#xa0;: {copies}. Déjà ici&#xa0;: {here}.</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Force de la phrase de passe</translation>
    </message>
    <message>
        <source>Several words that have nothing to do with each other are best: no saying, no verse, no song, nothing that stands in a book.</source>
        <translation>Le mieux, ce sont plusieurs mots sans rapport entre eux&#xa0;: pas un dicton, pas un vers, pas une chanson, rien qui soit dans un livre.</translation>
    </message>
    <message>
        <source>Weak: someone powerful who takes this computer could find it {time}.</source>
        <translation>Faible&#xa0;: quelqu&apos;un de puissant qui prend cet ordinateur pourrait la trouver {time}.</translation>
    </message>
    <message>
        <source>Fair: it would take someone powerful years to find it, unless it is a line that others know.</source>
        <translation>Moyenne&#xa0;: quelqu&apos;un de puissant mettrait des années à la trouver, sauf si c&apos;est une phrase que d&apos;autres connaissent.</translation>
    </message>
    <message>
        <source>Strong: guessing it would take longer than anybody has, unless it is a line that others know.</source>
        <translation>Forte&#xa0;: la deviner prendrait plus de temps que quiconque n&apos;en a, sauf si c&apos;est une phrase que d&apos;autres connaissent.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>aussitôt</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>en un jour</translation>
    </message>
    <message>
        <source>within days</source>
        <translation>en quelques jours</translation>
    </message>
    <message>
        <source>within months</source>
        <translation>en quelques mois</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Start Tor where none runs</source>
        <translation>Démarrer Tor là où aucun ne tourne</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Garder ceci</translation>
    </message>
    <message>
        <source>Try Tor now</source>
        <translation>Essayer Tor maintenant</translation>
    </message>
    <message>
        <source>How Tor is come by</source>
        <translation>D&apos;où vient Tor</translation>
    </message>
    <message>
        <source>Bridges, one a line</source>
        <translation>Ponts, un par ligne</translation>
    </message>
    <message>
        <source>Bridges hide from your network that you use Tor, as far as that can be done. You get them from bridges.torproject.org, or from somebody you trust. With them Firsthand starts a Tor of its own, and uses no other.</source>
        <translation>Les ponts cachent à votre réseau que vous utilisez Tor, autant que cela se peut. On les obtient à bridges.torproject.org, ou de quelqu&apos;un de confiance. Avec eux, Firsthand démarre un Tor à lui, et n&apos;en utilise pas d&apos;autre.</translation>
    </message>
    <message>
        <source>A Tor runs on this computer.</source>
        <translation>Un Tor tourne sur cet ordinateur.</translation>
    </message>
    <message>
        <source>No Tor runs on this computer.</source>
        <translation>Aucun Tor ne tourne sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Firsthand can start one.</source>
        <translation>Firsthand peut en démarrer un.</translation>
    </message>
    <message>
        <source>There is none to start either: install the package tor.</source>
        <translation>Il n&apos;y en a pas non plus à démarrer&#xa0;: installez le paquet tor.</translation>
    </message>
    <message>
        <source>The bridges need the package {name}, which is not here.</source>
        <translation>Les ponts demandent le paquet {name}, qui n&apos;est pas ici.</translation>
    </message>
    <message>
        <source>Kept. Bridges: {number}.</source>
        <translation>Gardé. Ponts&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Waiting for Tor…</source>
        <translation>Attente de Tor…</translation>
    </message>
    <message>
        <source>Tor is ready.</source>
        <translation>Tor est prêt.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The same again</source>
        <translation>La même encore</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>Choisissez une phrase de passe.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>Les deux phrases de passe diffèrent. Tapez la même dans les deux champs.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>C&apos;est une carte d&apos;une clé partagée. Choisissez une phrase de passe qui n&apos;en est pas une.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Something in Firsthand itself went wrong.</source>
        <translation>Quelque chose dans Firsthand lui-même s&apos;est mal passé.</translation>
    </message>
    <message>
        <source>You can send these lines to its makers; they hold nothing of your files:
{report}</source>
        <translation>Vous pouvez envoyer ces lignes à ceux qui le font&#x202f;; elles ne contiennent rien de vos fichiers&#xa0;:
{report}</translation>
    </message>
</context>
<context>
    <name>OpeningsBox</name>
    <message>
        <source>Show what was done with it</source>
        <translation>Montrer ce qui en a été fait</translation>
    </message>
    <message>
        <source>Everything above, signed, for whom you give it to, and the same in words beside it. It tells the digest and size of this original, and nothing of other items.</source>
        <translation>Tout ce qui précède, signé, pour qui vous le donnez, et la même chose en mots à côté. Cela dit l&apos;empreinte et la taille de cet original, et rien des autres éléments.</translation>
    </message>
    <message>
        <source>Write the custody log of this item…</source>
        <translation>Écrire le registre de conservation de cet élément…</translation>
    </message>
    <message>
        <source>Prove this original to somebody</source>
        <translation>Prouver cet original à quelqu&apos;un</translation>
    </message>
    <message>
        <source>An opening shows whom you give it to that you held this original when you signed the bundle. It tells its digest and size, how the copy was covered, cropped and cut, nothing of other items, and cannot be taken back.</source>
        <translation>Une ouverture montre à qui vous la donnez que vous aviez cet original quand vous avez signé le paquet. Elle dit son empreinte et sa taille, comment la copie a été masquée, recadrée et coupée, rien des autres éléments, et ne peut pas être reprise.</translation>
    </message>
    <message>
        <source>Write an opening for bundle {bundle}…</source>
        <translation>Écrire une ouverture pour le paquet {bundle}…</translation>
    </message>
    <message>
        <source>Prove when a bundle was there</source>
        <translation>Prouver quand un paquet existait</translation>
    </message>
    <message>
        <source>A time-stamp authority signs one digest that means nothing to it. Write the request, take it there in a way that does not tell who you are, and take its answer in. Whoever has the bundle gets the file that is then written.</source>
        <translation>Une autorité d&apos;horodatage signe une empreinte qui ne lui dit rien. Écrivez la demande, portez-la là-bas d&apos;une façon qui ne dise pas qui vous êtes, et entrez sa réponse. Qui a le paquet reçoit le fichier qui est alors écrit.</translation>
    </message>
    <message>
        <source>Write a request for bundle {bundle}…</source>
        <translation>Écrire une demande pour le paquet {bundle}…</translation>
    </message>
    <message>
        <source>Take in the answer for bundle {bundle}…</source>
        <translation>Entrer la réponse pour le paquet {bundle}…</translation>
    </message>
    <message>
        <source>Write the opening to</source>
        <translation>Écrire l&apos;ouverture dans</translation>
    </message>
    <message>
        <source>The opening is written: {name}</source>
        <translation>L&apos;ouverture est écrite&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Give it to whom you choose, with the bundle. “Verify a bundle” checks it.</source>
        <translation>Donnez-la à qui vous voulez, avec le paquet. «&#xa0;Vérifier un paquet&#xa0;» la contrôle.</translation>
    </message>
    <message>
        <source>Write the log to</source>
        <translation>Écrire le registre dans</translation>
    </message>
    <message>
        <source>The log is written: {name}</source>
        <translation>Le registre est écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>The same in words: {name}. “Verify a bundle” checks the first.</source>
        <translation>La même chose en mots&#xa0;: {name}. «&#xa0;Vérifier un paquet&#xa0;» contrôle le premier.</translation>
    </message>
    <message>
        <source>Write the request to</source>
        <translation>Écrire la demande dans</translation>
    </message>
    <message>
        <source>The request is written: {name}</source>
        <translation>La demande est écrite&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Give it to a time-stamp authority, and keep its answer.</source>
        <translation>Donnez-la à une autorité d&apos;horodatage, et gardez sa réponse.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s answer</source>
        <translation>Choisissez la réponse de l&apos;autorité</translation>
    </message>
    <message>
        <source>Write the time stamp to</source>
        <translation>Écrire l&apos;horodatage dans</translation>
    </message>
    <message>
        <source>The time stamp is written: {name}</source>
        <translation>L&apos;horodatage est écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>It states {when}. “Verify a bundle” checks it.</source>
        <translation>Il déclare {when}. «&#xa0;Vérifier un paquet&#xa0;» le contrôle.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>How fast</source>
        <translation>À quelle vitesse</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>Aussi vite que possible</translation>
    </message>
    <message>
        <source>1 MB/s</source>
        <translation>1 Mo/s</translation>
    </message>
    <message>
        <source>200 kB/s</source>
        <translation>200 ko/s</translation>
    </message>
    <message>
        <source>50 kB/s</source>
        <translation>50 ko/s</translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation>Quand cela commence</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Aussitôt</translation>
    </message>
    <message>
        <source>Some time within an hour</source>
        <translation>À un moment dans l&apos;heure</translation>
    </message>
    <message>
        <source>Some time within a day</source>
        <translation>À un moment dans la journée</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Rien n&apos;attend d&apos;être envoyé.</translation>
    </message>
    <message>
        <source>Choose photos and videos, make a bundle, and send it to an outlet that you trust. It then waits here, sealed, until the outlet has confirmed it, however often the line breaks.</source>
        <translation>Choisissez des photos et des vidéos, faites un paquet, et envoyez-le à une destination de confiance. Il attend alors ici, scellé, jusqu&apos;à ce que la destination l&apos;ait confirmé, aussi souvent que la ligne se rompe.</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>Comment c&apos;est envoyé</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Slower, and begun at a time left to chance, it stands out less to whoever watches your line. What waits is sent while the vault is open, and it does not lock by itself during that. Locking it stops the sending at once; it goes on after the next unlock, where the outlet lets it.</source>
        <translation>Plus lent, et commencé à un moment laissé au hasard, cela se remarque moins pour qui surveille votre ligne. Ce qui attend est envoyé tant que le coffre est ouvert, et il ne se verrouille pas de lui-même pendant ce temps. Le verrouiller arrête aussitôt l&apos;envoi&#x202f;; il reprend après le prochain déverrouillage, là où la destination le permet.</translation>
    </message>
    <message>
        <source>Chosen exactly: {rate} a second, begun within {minutes} min.</source>
        <translation>Choisi exactement&#xa0;: {rate} par seconde, commencé dans les {minutes} min.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Close this summary</source>
        <translation>Fermer ce résumé</translation>
    </message>
</context>
<context>
    <name>OutletCard</name>
    <message>
        <source>Try to reach it</source>
        <translation>Essayer de l&apos;atteindre</translation>
    </message>
    <message>
        <source>Change the way there</source>
        <translation>Changer le chemin</translation>
    </message>
    <message>
        <source>Save its card…</source>
        <translation>Enregistrer sa carte…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Everybody sees what it takes, at once and for good, with its account&apos;s name.</source>
        <translation>Tout le monde voit ce qu&apos;elle prend, aussitôt et pour toujours, avec le nom de son compte.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>Elle prend au plus {size} à la fois.</translation>
    </message>
    <message>
        <source>It has no key: anybody on its side could read what is sent.</source>
        <translation>Elle n&apos;a pas de clé&#xa0;: n&apos;importe qui de son côté pourrait lire ce qui est envoyé.</translation>
    </message>
    <message>
        <source>What goes there is sealed to its key: {key}</source>
        <translation>Ce qui y va est scellé pour sa clé&#xa0;: {key}</translation>
    </message>
    <message>
        <source>What goes there is sealed to the OpenPGP key {fingerprint} of {owner}</source>
        <translation>Ce qui y va est scellé pour la clé OpenPGP {fingerprint} de {owner}</translation>
    </message>
    <message>
        <source>Reached over Tor.</source>
        <translation>Atteinte par Tor.</translation>
    </message>
    <message>
        <source>Reached by the proxy that you named.</source>
        <translation>Atteinte par le proxy que vous avez indiqué.</translation>
    </message>
    <message>
        <source>Reached directly: your network sees whom you write to.</source>
        <translation>Atteinte directement&#xa0;: votre réseau voit à qui vous écrivez.</translation>
    </message>
    <message>
        <source>The words of the card: {words}</source>
        <translation>Les mots de la carte&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Write an outlet down</source>
        <translation>Noter une destination</translation>
    </message>
    <message>
        <source>What to call it</source>
        <translation>Comment l&apos;appeler</translation>
    </message>
    <message>
        <source>What it speaks</source>
        <translation>Ce qu&apos;elle parle</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Son adresse</translation>
    </message>
    <message>
        <source>Its key to seal to: age or OpenPGP</source>
        <translation>Sa clé pour sceller&#xa0;: age ou OpenPGP</translation>
    </message>
    <message>
        <source>User name or first key, if it gave one</source>
        <translation>Nom d&apos;utilisateur ou première clé, si elle en a donné un</translation>
    </message>
    <message>
        <source>Password or second key, if it gave one</source>
        <translation>Mot de passe ou seconde clé, si elle en a donné un</translation>
    </message>
    <message>
        <source>The key of its server, if it gave one</source>
        <translation>La clé de son serveur, si elle en a donné une</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
</context>
<context>
    <name>OutletsPage</name>
    <message>
        <source>Trust it again</source>
        <translation>Lui refaire confiance</translation>
    </message>
    <message>
        <source>Add from a file or a picture…</source>
        <translation>Ajouter depuis un fichier ou une image…</translation>
    </message>
    <message>
        <source>Paste a card</source>
        <translation>Coller une carte</translation>
    </message>
    <message>
        <source>Write one down…</source>
        <translation>En noter une…</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Retour à la boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>Vous ne faites encore confiance à aucune destination.</translation>
    </message>
    <message>
        <source>An outlet is a newsroom or an organisation that takes what you send. It gives you its card, as a file or as a picture with a code, and tells you the eight words of the card another way. Nothing is sent anywhere before that.</source>
        <translation>Une destination est une rédaction ou une organisation qui prend ce que vous envoyez. Elle vous donne sa carte, comme fichier ou comme image avec un code, et vous dit par une autre voie les huit mots de la carte. Rien n&apos;est envoyé nulle part avant cela.</translation>
    </message>
    <message>
        <source>Choose a card, or pictures of one</source>
        <translation>Choisissez une carte, ou des images d&apos;une carte</translation>
    </message>
    <message>
        <source>You trust {name} now.</source>
        <translation>Vous faites maintenant confiance à {name}.</translation>
    </message>
    <message>
        <source>Reaching it…</source>
        <translation>Prise de contact…</translation>
    </message>
    <message>
        <source>It answers. Nothing was sent.</source>
        <translation>Elle répond. Rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>Elle prend au plus {size} à la fois.</translation>
    </message>
    <message>
        <source>It has room for {size}.</source>
        <translation>Elle a de la place pour {size}.</translation>
    </message>
    <message>
        <source>The way to {name} is changed.</source>
        <translation>Le chemin vers {name} est changé.</translation>
    </message>
    <message>
        <source>Save the card (.json, or .png for a picture)</source>
        <translation>Enregistrer la carte (.json, ou .png pour une image)</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>Écrit&#xa0;: {names}</translation>
    </message>
    <message>
        <source>It comes in several pictures: all of them are needed to read it.</source>
        <translation>Elle vient en plusieurs images&#xa0;: il les faut toutes pour la lire.</translation>
    </message>
    <message>
        <source>{name} is taken away. What waits for it is not sent.</source>
        <translation>{name} est retirée. Ce qui attend pour elle n&apos;est pas envoyé.</translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>How much was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>scellé</translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>non scellé</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>est en cours d&apos;envoi</translation>
    </message>
    <message>
        <source>is being connected</source>
        <translation>est en cours de connexion</translation>
    </message>
    <message>
        <source>{state}, not before {when}</source>
        <translation>{state}, pas avant {when}</translation>
    </message>
    <message>
        <source>{confirmed} {when}. The custody log has it.</source>
        <translation>{confirmed} {when}. Le registre de conservation l&apos;a noté.</translation>
    </message>
    <message>
        <source>Tries so far: {number}.</source>
        <translation>Essais jusqu&apos;ici&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Forget this line</source>
        <translation>Oublier cette ligne</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Montrer la phrase de passe</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Cacher la phrase de passe</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Places</source>
        <translation>Endroits</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>Masquer tout ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones</source>
        <translation>Rien à masquer dans les douteux</translation>
    </message>
    <message>
        <source>What is only a maybe, or no person (Ctrl+N)</source>
        <translation>Ce qui n&apos;est qu&apos;un peut-être, ou pas une personne (Ctrl+N)</translation>
    </message>
    <message>
        <source>Look for more</source>
        <translation>Chercher davantage</translation>
    </message>
    <message>
        <source>For people, writing and more, not for faces alone (F)</source>
        <translation>Personnes, écriture et plus, pas seulement des visages (F)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>Le masquer (Entrée)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Reste visible</translation>
    </message>
    <message>
        <source>Leave it visible (K)</source>
        <translation>Le laisser visible (K)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Rien à masquer</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>Vous avez regardé, et rien n&apos;en est à masquer (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>Le retirer (Suppr)</translation>
    </message>
    <message>
        <source>There is no blur and no mosaic here, on purpose. They are computed from what they cover, and machines read it back: in our measurement a simple program still knew 84 of 100 blurred faces and 93 of 100 in mosaic, where guessing gives 20. The soft fill and the solid cover are computed from nothing of what they cover.</source>
        <translation>Il n&apos;y a ici ni flou ni mosaïque, exprès. Ils se calculent à partir de ce qu&apos;ils couvrent, et des machines le relisent&#xa0;: dans notre mesure, un programme simple reconnaissait encore 84 visages flous sur 100 et 93 en mosaïque sur 100, là où deviner donne 20. Le remplissage doux et le masque uni ne se calculent à partir de rien de ce qu&apos;ils couvrent.</translation>
    </message>
    <message>
        <source>Why no blur or mosaic?</source>
        <translation>Pourquoi ni flou ni mosaïque&#x202f;?</translation>
    </message>
    <message>
        <source>What we measured (F1)</source>
        <translation>Ce que nous avons mesuré (F1)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>Le suivant (T), le précédent (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>Le suivant (S), le précédent (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>Le suivant (W), le précédent (Shift+W)</translation>
    </message>
    <message>
        <source>Words on it</source>
        <translation>Mots dessus</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c&apos;est</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Masqué par</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>Qui c&apos;est, parmi les personnes de la fiche</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>Raison, ou un nom</translation>
    </message>
    <message>
        <source>Everything that is not decided yet (Ctrl+Enter)</source>
        <translation>Tout ce qui n&apos;est pas encore décidé (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones ({number})</source>
        <translation>Rien à masquer dans les douteux ({number})</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>Écrivez qui c&apos;est ou pourquoi cela peut être vu, et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>C&apos;est gardé dans le coffre avec la copie.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>Changer la raison</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>Changer ce que c&apos;est</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>Changer le masque</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>Changer qui c&apos;est</translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>Save for posting…</source>
        <translation>Enregistrer pour publier…</translation>
    </message>
    <message>
        <source>Where you post it</source>
        <translation>Où vous publiez</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>Enregistrer pour publier</translation>
    </message>
    <message>
        <source>Firsthand posts nothing. It saves the cleaned or covered copies under names that say nothing, makes smaller what is too large there, and reads each file again before it gets its name. Whoever knows the place or the people still knows them in the picture.</source>
        <translation>Firsthand ne publie rien. Il enregistre les copies nettoyées ou masquées sous des noms qui ne disent rien, réduit ce qui est trop gros pour là-bas, et relit chaque fichier avant de lui donner son nom. Qui connaît le lieu ou les personnes les reconnaît toujours dans l&apos;image.</translation>
    </message>
    <message>
        <source>Photos and videos to be saved: {number}</source>
        <translation>Photos et vidéos à enregistrer&#xa0;: {number}</translation>
    </message>
    <message>
        <source>no photos</source>
        <translation>pas de photos</translation>
    </message>
    <message>
        <source>What fits there. Photos: {photo}. Videos: {video}.</source>
        <translation>Ce qui tient là-bas. Photos&#xa0;: {photo}. Vidéos&#xa0;: {video}.</translation>
    </message>
    <message>
        <source>As read in {month}: {source}</source>
        <translation>Lu en {month}&#xa0;: {source}</translation>
    </message>
    <message>
        <source>No page with these figures was found: they are what is generally known.</source>
        <translation>Aucune page avec ces chiffres n&apos;a été trouvée&#xa0;: c&apos;est ce qui est généralement connu.</translation>
    </message>
    <message>
        <source>Save the copies in</source>
        <translation>Enregistrer les copies dans</translation>
    </message>
    <message>
        <source>Stopped. What was saved is whole.</source>
        <translation>Arrêté. Ce qui a été enregistré est entier.</translation>
    </message>
    <message>
        <source>Saving what is to be posted</source>
        <translation>Enregistrement de ce qui est à publier</translation>
    </message>
    <message>
        <source>made again, to fit</source>
        <translation>refaite, pour tenir</translation>
    </message>
    <message>
        <source>the very copy of the vault</source>
        <translation>la copie même du coffre</translation>
    </message>
    <message>
        <source>Saved: {number} of {all}, in {folder}</source>
        <translation>Enregistrés&#xa0;: {number} sur {all}, dans {folder}</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n&apos;a été envoyé.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>… and {number} more</source>
        <translation>… et {number} de plus</translation>
    </message>
    <message>
        <source>The cleaned copy, and not a word about it.</source>
        <translation>La copie nettoyée, et pas un mot sur elle.</translation>
    </message>
    <message>
        <source>What the copies themselves still show</source>
        <translation>Ce que les copies elles-mêmes montrent encore</translation>
    </message>
</context>
<context>
    <name>ProofsBox</name>
    <message>
        <source>Check an opening…</source>
        <translation>Contrôler une ouverture…</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>Comparer avec l&apos;original…</translation>
    </message>
    <message>
        <source>Check a time stamp that came later…</source>
        <translation>Contrôler un horodatage venu plus tard…</translation>
    </message>
    <message>
        <source>Check the time stamp by the authority&apos;s certificates…</source>
        <translation>Contrôler l&apos;horodatage avec les certificats de l&apos;autorité…</translation>
    </message>
    <message>
        <source>Choose the opening</source>
        <translation>Choisissez l&apos;ouverture</translation>
    </message>
    <message>
        <source>The opening holds for {item}.</source>
        <translation>L&apos;ouverture vaut pour {item}.</translation>
    </message>
    <message>
        <source>Whoever signed this bundle held an original of {size} with the SHA-256 {digest} then. When and where it was recorded, it does not say.</source>
        <translation>Qui a signé ce paquet avait alors un original de {size} avec le SHA-256 {digest}. Quand et où il a été enregistré, cela ne le dit pas.</translation>
    </message>
    <message>
        <source>Choose the original</source>
        <translation>Choisissez l&apos;original</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Comparing the original and the copy</source>
        <translation>Comparaison de l&apos;original et de la copie</translation>
    </message>
    <message>
        <source>This is the original that was signed.</source>
        <translation>C&apos;est l&apos;original qui a été signé.</translation>
    </message>
    <message>
        <source>Choose the time stamp</source>
        <translation>Choisissez l&apos;horodatage</translation>
    </message>
    <message>
        <source>It is about this bundle, and states {when}.</source>
        <translation>Il porte sur ce paquet, et déclare {when}.</translation>
    </message>
    <message>
        <source>Whether that is so is not checked before you give the authority&apos;s own certificates, which you got from it and not from the sender.</source>
        <translation>Si c&apos;est vrai n&apos;est pas contrôlé avant que vous donniez les certificats de l&apos;autorité elle-même, reçus d&apos;elle et non de l&apos;expéditeur.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s certificates</source>
        <translation>Choisissez les certificats de l&apos;autorité</translation>
    </message>
    <message>
        <source>It was there at {when}: the authority that you trust has stamped it then.</source>
        <translation>Il existait le {when}&#xa0;: l&apos;autorité à laquelle vous vous fiez l&apos;a horodaté alors.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Faire un paquet</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>Vérifier un paquet</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>Clés et serrures</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Firsthand locks, and opens again in this language:</source>
        <translation>Firsthand se verrouille, et s&apos;ouvre de nouveau dans cette langue&#xa0;:</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>Verrouiller (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>ReceiveBox</name>
    <message>
        <source>Code to scan with the phone&apos;s camera</source>
        <translation>Code à lire avec l&apos;appareil photo du téléphone</translation>
    </message>
    <message>
        <source>Code for another phone</source>
        <translation>Code pour un autre téléphone</translation>
    </message>
    <message>
        <source>With the phone&apos;s browser</source>
        <translation>Avec le navigateur du téléphone</translation>
    </message>
    <message>
        <source>With the LocalSend app</source>
        <translation>Avec l&apos;application LocalSend</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Is it this computer?</source>
        <translation>Est-ce cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>A phone has opened this page; nobody else can now.</source>
        <translation>Un téléphone a ouvert cette page&#x202f;; personne d&apos;autre ne le peut maintenant.</translation>
    </message>
    <message>
        <source>It is for the first phone that opens it.</source>
        <translation>Elle est pour le premier téléphone qui l&apos;ouvre.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>For how long</source>
        <translation>Pendant combien de temps</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>Announce it to all devices on this network</source>
        <translation>L&apos;annoncer à tous les appareils de ce réseau</translation>
    </message>
    <message>
        <source>Keep what the phone calls itself in the record</source>
        <translation>Garder dans la fiche le nom que le téléphone se donne</translation>
    </message>
    <message>
        <source>Begin to receive</source>
        <translation>Commencer à recevoir</translation>
    </message>
    <message>
        <source>Ten more minutes</source>
        <translation>Dix minutes de plus</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Progress of this phone&apos;s files</source>
        <translation>Progression des fichiers de ce téléphone</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>Ce qui arrive</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Receive from a phone</source>
        <translation>Recevoir d&apos;un téléphone</translation>
    </message>
    <message>
        <source>A phone on the same network sends photos and videos straight into the vault: with the free LocalSend app, or with nothing but its browser. Nothing listens until you begin.</source>
        <translation>Un téléphone sur le même réseau envoie photos et vidéos droit dans le coffre&#xa0;: avec l&apos;application gratuite LocalSend, ou avec son seul navigateur. Rien n&apos;écoute avant que vous commenciez.</translation>
    </message>
    <message>
        <source>&amp;Network that the phone is on</source>
        <translation>&amp;Réseau où est le téléphone</translation>
    </message>
    <message>
        <source>Without it, the phone is given the address by hand, or scans the code.</source>
        <translation>Sans cela, on donne l&apos;adresse au téléphone à la main, ou il lit le code.</translation>
    </message>
    <message>
        <source>This computer is on no network.</source>
        <translation>Cet ordinateur n&apos;est sur aucun réseau.</translation>
    </message>
    <message>
        <source>Connect it to the one that the phone is on, or to the phone&apos;s hotspot.</source>
        <translation>Reliez-le à celui où est le téléphone, ou au point d&apos;accès du téléphone.</translation>
    </message>
    <message>
        <source>Nobody has sent anything yet.</source>
        <translation>Personne n&apos;a encore rien envoyé.</translation>
    </message>
    <message>
        <source>Receiving from a phone</source>
        <translation>Réception depuis un téléphone</translation>
    </message>
    <message>
        <source>Ending: what came is examined.</source>
        <translation>Fin&#xa0;: ce qui est venu est examiné.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} fichiers</translation>
    </message>
    <message>
        <source>The phone is done. What came is examined and cleaned.</source>
        <translation>Le téléphone a fini. Ce qui est venu est examiné et nettoyé.</translation>
    </message>
    <message>
        <source>Receiving has ended. Of what came, so many files are in the vault: {number}.</source>
        <translation>La réception est terminée. De ce qui est venu, fichiers dans le coffre&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left here.</source>
        <translation>Ce qui était scellé jusque-là est dans le coffre&#x202f;; du reste il ne demeure rien ici.</translation>
    </message>
    <message>
        <source>Open for {time}</source>
        <translation>Ouvert pendant {time}</translation>
    </message>
    <message>
        <source>The time is over; whoever is sending may end.</source>
        <translation>Le temps est passé&#x202f;; qui est en train d&apos;envoyer peut finir.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Only you can say these things. Leave empty what you do not want to say. What you write is kept, encrypted, as soon as you leave a field.</source>
        <translation>Vous seul pouvez dire ces choses. Laissez vide ce que vous ne voulez pas dire. Ce que vous écrivez est gardé, chiffré, dès que vous quittez un champ.</translation>
    </message>
    <message>
        <source>One part for each person who can be recognised.</source>
        <translation>Une partie pour chaque personne qui peut être reconnue.</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Personne {number}</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>A code to print and keep far from the computer, for the day when the passphrase is forgotten. Whoever has it can open the vault. It is shown once.</source>
        <translation>Un code à imprimer et à garder loin de l&apos;ordinateur, pour le jour où la phrase de passe est oubliée. Qui l&apos;a peut ouvrir le coffre. Il est montré une fois.</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Faire un code</translation>
    </message>
    <message>
        <source>The code opens the vault.</source>
        <translation>Le code ouvre le coffre.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>The backup is</source>
        <translation>La sauvegarde est</translation>
    </message>
    <message>
        <source>In a folder</source>
        <translation>Dans un dossier</translation>
    </message>
    <message>
        <source>At an outlet</source>
        <translation>Chez une destination</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Dossier de la sauvegarde</translation>
    </message>
    <message>
        <source>Choose the outlet&apos;s card…</source>
        <translation>Choisir la carte de la destination…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>D&apos;un fichier…</translation>
    </message>
    <message>
        <source>Where the vault will live</source>
        <translation>Où sera le coffre</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Le refaire</translation>
    </message>
    <message>
        <source>Unlock it</source>
        <translation>Le déverrouiller</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Make a vault again from its backup</source>
        <translation>Refaire un coffre depuis sa sauvegarde</translation>
    </message>
    <message>
        <source>Nothing is changed in the backup. What is missing or altered there is named.</source>
        <translation>Rien n&apos;est changé dans la sauvegarde. Ce qui y manque ou y a été changé est nommé.</translation>
    </message>
    <message>
        <source>Where the &amp;vault will live</source>
        <translation>Où sera le &amp;coffre</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;Phrase de passe de la sauvegarde</translation>
    </message>
    <message>
        <source>Address that the last backup showed</source>
        <translation>Adresse que la dernière sauvegarde a montrée</translation>
    </message>
    <message>
        <source>The card of the backup&apos;s outlet</source>
        <translation>La carte de la destination de la sauvegarde</translation>
    </message>
    <message>
        <source>The file that holds the address</source>
        <translation>Le fichier qui contient l&apos;adresse</translation>
    </message>
    <message>
        <source>Say where the vault will live, and what opens it.</source>
        <translation>Dites où sera le coffre, et ce qui l&apos;ouvre.</translation>
    </message>
    <message>
        <source>Choose the folder of the backup.</source>
        <translation>Choisissez le dossier de la sauvegarde.</translation>
    </message>
    <message>
        <source>Choose the card of the outlet.</source>
        <translation>Choisissez la carte de la destination.</translation>
    </message>
    <message>
        <source>Making the vault again</source>
        <translation>Le coffre se refait</translation>
    </message>
    <message>
        <source>Stopped. The folder is no vault yet.</source>
        <translation>Arrêté. Le dossier n&apos;est pas encore un coffre.</translation>
    </message>
    <message>
        <source>Make it again with the same folder, and it goes on from there.</source>
        <translation>Refaites-le avec le même dossier, et cela reprend là.</translation>
    </message>
    <message>
        <source>Files that came back: {files}, {size}.</source>
        <translation>Fichiers revenus&#xa0;: {files}, {size}.</translation>
    </message>
    <message>
        <source>No list of this vault&apos;s owner was there: only reading every byte, on the page of keys and locks, shows that all is well.</source>
        <translation>Aucune liste du propriétaire de ce coffre n&apos;était là&#xa0;: seul lire chaque octet, à la page des clés et serrures, montre que tout va bien.</translation>
    </message>
    <message>
        <source>The vault is back.</source>
        <translation>Le coffre est revenu.</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>probably sealed already</source>
        <translation>probablement déjà scellé</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisi</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Covered photos, the least sure first</source>
        <translation>Photos masquées, les moins certaines d&apos;abord</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>Covering {number} photos</source>
        <translation>Masquage de {number} photos</translation>
    </message>
    <message>
        <source>The least sure come first. Open any of them to mend it.</source>
        <translation>Les moins certaines viennent d&apos;abord. Ouvrez-en une pour la corriger.</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>Recherche de visages et masquage</translation>
    </message>
    <message>
        <source>Covered: {done} of {all} photos</source>
        <translation>Masquées&#xa0;: {done} photos sur {all}</translation>
    </message>
    <message>
        <source>Look at these first: {number}.</source>
        <translation>Regardez d&apos;abord celles-ci&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation>Rien ne ressort.</translation>
    </message>
    <message>
        <source>A face that no program finds is not covered. Look at each photo before it leaves.</source>
        <translation>Un visage qu&apos;aucun programme ne trouve n&apos;est pas masqué. Regardez chaque photo avant qu&apos;elle sorte.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>The photos shown here are done; the others are as they were.</source>
        <translation>Les photos montrées ici sont faites&#x202f;; les autres sont comme elles étaient.</translation>
    </message>
    <message>
        <source>Still found in the copy: {number}</source>
        <translation>Encore trouvé dans la copie&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Nothing was found: look yourself</source>
        <translation>Rien n&apos;a été trouvé&#xa0;: regardez vous-même</translation>
    </message>
    <message>
        <source>Covered: {number}, least sure {share}%</source>
        <translation>Masqués&#xa0;: {number}, le moins certain {share} %</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>From a phone, through the air…</source>
        <translation>D&apos;un téléphone, par les airs…</translation>
    </message>
</context>
<context>
    <name>RouteBox</name>
    <message>
        <source>The way there</source>
        <translation>Le chemin jusque-là</translation>
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
        <translation>Directement</translation>
    </message>
    <message>
        <source>Address of the proxy, in numbers</source>
        <translation>Adresse du proxy, en chiffres</translation>
    </message>
    <message>
        <source>My network may see whom I write to</source>
        <translation>Mon réseau peut voir à qui j&apos;écris</translation>
    </message>
    <message>
        <source>Use this way</source>
        <translation>Prendre ce chemin</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>Comment on l&apos;atteint</translation>
    </message>
    <message>
        <source>Say first that your network may see it.</source>
        <translation>Dites d&apos;abord que votre réseau peut le voir.</translation>
    </message>
    <message>
        <source>Tor hides from your network whom you write to, and from the outlet where you are. If it is not running, nothing is sent.</source>
        <translation>Tor cache à votre réseau à qui vous écrivez, et à la destination où vous êtes. S&apos;il ne tourne pas, rien n&apos;est envoyé.</translation>
    </message>
    <message>
        <source>Its address in numbers. If it does not answer, nothing is sent.</source>
        <translation>Son adresse en chiffres. S&apos;il ne répond pas, rien n&apos;est envoyé.</translation>
    </message>
    <message>
        <source>Whoever watches your line sees the outlet&apos;s address; the outlet sees yours.</source>
        <translation>Qui surveille votre ligne voit l&apos;adresse de la destination&#x202f;; la destination voit la vôtre.</translation>
    </message>
</context>
<context>
    <name>SaysPanel</name>
    <message>
        <source>Nothing beside the picture itself that we know how to find.</source>
        <translation>Rien, à part l&apos;image elle-même, que nous sachions trouver.</translation>
    </message>
    <message>
        <source>That is in or near {city}.</source>
        <translation>C&apos;est à {city} ou tout près.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… et {number} de plus</translation>
    </message>
    <message>
        <source>Raw tags</source>
        <translation>Étiquettes brutes</translation>
    </message>
    <message>
        <source>Raw tags ({number})</source>
        <translation>Étiquettes brutes ({number})</translation>
    </message>
</context>
<context>
    <name>SealBox</name>
    <message>
        <source>Who can open it</source>
        <translation>Qui peut l&apos;ouvrir</translation>
    </message>
    <message>
        <source>Only who I choose</source>
        <translation>Seulement qui je choisis</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Une phrase de passe</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Their public &amp;keys, one after another</source>
        <translation>Leurs &amp;clés publiques, l&apos;une après l&apos;autre</translation>
    </message>
    <message>
        <source>Take them from a file…</source>
        <translation>Les prendre d&apos;un fichier…</translation>
    </message>
    <message>
        <source>Put the untouched originals in too</source>
        <translation>Y mettre aussi les originaux intacts</translation>
    </message>
    <message>
        <source>Whoever gets this file can look into it, on its way as well.</source>
        <translation>Qui reçoit ce fichier peut regarder dedans, en chemin aussi.</translation>
    </message>
    <message>
        <source>Give the key of at least one person who may open it.</source>
        <translation>Donnez la clé d&apos;au moins une personne qui peut l&apos;ouvrir.</translation>
    </message>
    <message>
        <source>Choose the passphrase that will open it.</source>
        <translation>Choisissez la phrase de passe qui l&apos;ouvrira.</translation>
    </message>
    <message>
        <source>Passphrase that opens the bundle</source>
        <translation>Phrase de passe qui ouvre le paquet</translation>
    </message>
    <message>
        <source>Five random words or more</source>
        <translation>Cinq mots au hasard ou plus</translation>
    </message>
    <message>
        <source>Choose a file with public keys</source>
        <translation>Choisissez un fichier avec des clés publiques</translation>
    </message>
    <message>
        <source>The key says that it belongs to {owner}. Compare its fingerprint with them another way: {digits}</source>
        <translation>La clé dit appartenir à {owner}. Comparez son empreinte avec cette personne par une autre voie&#xa0;: {digits}</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Anybody on its side may read it</source>
        <translation>N&apos;importe qui de son côté peut le lire</translation>
    </message>
    <message>
        <source>Everybody may see these copies, for good</source>
        <translation>Tout le monde peut voir ces copies, pour toujours</translation>
    </message>
    <message>
        <source>Put into the outbox</source>
        <translation>Mettre dans la boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Send to an outlet</source>
        <translation>Envoyer à une destination</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>Vous ne faites encore confiance à aucune destination.</translation>
    </message>
    <message>
        <source>Add the card that an outlet gave you first.</source>
        <translation>Ajoutez d&apos;abord la carte qu&apos;une destination vous a donnée.</translation>
    </message>
    <message>
        <source>To the outlets</source>
        <translation>Vers les destinations</translation>
    </message>
    <message>
        <source>{number} photos and videos, cleaned, in a new bundle. It is read again before it goes into the outbox.</source>
        <translation>{number} photos et vidéos, nettoyées, dans un nouveau paquet. Il est relu avant d&apos;aller dans la boîte d&apos;envoi.</translation>
    </message>
    <message>
        <source>The bundle {name}</source>
        <translation>Le paquet {name}</translation>
    </message>
    <message>
        <source>Write a folder to hand over…</source>
        <translation>Écrire un dossier à remettre…</translation>
    </message>
    <message>
        <source>Write what you hand over to</source>
        <translation>Écrire ce que vous remettez dans</translation>
    </message>
    <message>
        <source>Preparing what is sent</source>
        <translation>Préparation de ce qui est envoyé</translation>
    </message>
    <message>
        <source>This outlet takes photos and videos in a new bundle alone.</source>
        <translation>Cette destination ne prend photos et vidéos que dans un nouveau paquet.</translation>
    </message>
    <message>
        <source>Writing what you hand over</source>
        <translation>Écriture de ce que vous remettez</translation>
    </message>
    <message>
        <source>Stopped. Nothing was put in.</source>
        <translation>Arrêté. Rien n&apos;y a été mis.</translation>
    </message>
</context>
<context>
    <name>Sendings</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>Outbox · {percent} %</source>
        <translation>Boîte d&apos;envoi · {percent} %</translation>
    </message>
    <message>
        <source>Outbox · …</source>
        <translation>Boîte d&apos;envoi · …</translation>
    </message>
</context>
<context>
    <name>SharesForm</name>
    <message>
        <source>Cards for trusted people</source>
        <translation>Cartes pour des personnes de confiance</translation>
    </message>
    <message>
        <source>Each person gets a card with twenty words. So many of them open the vault together; fewer learn nothing from theirs, and none of these people can open it alone.</source>
        <translation>Chaque personne reçoit une carte de vingt mots. Un certain nombre d&apos;entre elles ouvrent le coffre ensemble&#x202f;; moins n&apos;apprennent rien des leurs, et aucune de ces personnes ne peut l&apos;ouvrir seule.</translation>
    </message>
    <message>
        <source>Make the cards</source>
        <translation>Faire les cartes</translation>
    </message>
    <message>
        <source>People with a card</source>
        <translation>Personnes avec une carte</translation>
    </message>
    <message>
        <source>Needed to open</source>
        <translation>Nécessaires pour ouvrir</translation>
    </message>
    <message>
        <source>More cards would be needed than there are people.</source>
        <translation>Il faudrait plus de cartes qu&apos;il n&apos;y a de personnes.</translation>
    </message>
    <message>
        <source>Card {number} of {of}</source>
        <translation>Carte {number} sur {of}</translation>
    </message>
    <message>
        <source>The cards open the vault. Give each to another person.</source>
        <translation>Les cartes ouvrent le coffre. Donnez chacune à une autre personne.</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>O&amp;rdre</translation>
    </message>
    <message>
        <source>Find by name, or by what you wrote</source>
        <translation>Chercher par le nom, ou par ce que vous avez écrit</translation>
    </message>
    <message>
        <source>By import, newest first</source>
        <translation>Par import, le plus récent d&apos;abord</translation>
    </message>
    <message>
        <source>By day, newest first</source>
        <translation>Par jour, le plus récent d&apos;abord</translation>
    </message>
    <message>
        <source>By day, oldest first</source>
        <translation>Par jour, le plus ancien d&apos;abord</translation>
    </message>
    <message>
        <source>Gives away most first</source>
        <translation>Ce qui révèle le plus d&apos;abord</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Le plus gros d&apos;abord</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Peu importe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>Depuis le jour</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>Jusqu&apos;au jour</translation>
    </message>
    <message>
        <source>Gives away</source>
        <translation>Révèle</translation>
    </message>
    <message>
        <source>Place known</source>
        <translation>Lieu connu</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>Personnes visibles</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Covered copy made</source>
        <translation>Copie masquée faite</translation>
    </message>
    <message>
        <source>Went into a bundle</source>
        <translation>Mis dans un paquet</translation>
    </message>
    <message>
        <source>By its name</source>
        <translation>Par son nom</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vidéos</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Nobody listed</source>
        <translation>Personne de noté</translation>
    </message>
    <message>
        <source>Somebody listed</source>
        <translation>Quelqu&apos;un de noté</translation>
    </message>
    <message>
        <source>Someone did not consent</source>
        <translation>Quelqu&apos;un n&apos;a pas donné son accord</translation>
    </message>
    <message>
        <source>Consent is implied</source>
        <translation>L&apos;accord est implicite</translation>
    </message>
    <message>
        <source>All consented</source>
        <translation>Tous ont donné leur accord</translation>
    </message>
    <message>
        <source>Received copy</source>
        <translation>Copie reçue</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d&apos;écran</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Retouché</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Non précisé</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Only new ones</source>
        <translation>Seulement les nouveaux</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>Choisir tout ce qui est montré</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Ne rien choisir</translation>
    </message>
    <message>
        <source>Keep the device&apos;s name in the record</source>
        <translation>Garder le nom de l&apos;appareil dans la fiche</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Ce qu&apos;il y a là</translation>
    </message>
    <message>
        <source>Photos, videos and recordings</source>
        <translation>Photos, vidéos et enregistrements</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vidéos</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Sorte</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Jour</translation>
    </message>
    <message>
        <source>A lock marks what is probably sealed already, by name, size and time; the truth is told by its content when it is taken in. Nothing of this list is written anywhere.</source>
        <translation>Un cadenas marque ce qui est probablement déjà scellé, d&apos;après le nom, la taille et l&apos;heure&#x202f;; la vérité vient du contenu, à l&apos;import. Rien de cette liste n&apos;est écrit nulle part.</translation>
    </message>
    <message>
        <source>What is on {name}</source>
        <translation>Ce qu&apos;il y a sur {name}</translation>
    </message>
    <message>
        <source>Could not be read, and will be named at the end: {number}</source>
        <translation>N&apos;ont pas pu être lus, et seront nommés à la fin&#xa0;: {number}</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Tous les jours</translation>
    </message>
    <message>
        <source>new: {number}</source>
        <translation>nouveaux&#xa0;: {number}</translation>
    </message>
    <message>
        <source>still listing…</source>
        <translation>liste en cours…</translation>
    </message>
    <message>
        <source>Take in: {number}</source>
        <translation>Prendre&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>Sans jour</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unlock it, or plug it in again: the import goes on from there.</source>
        <translation>Déverrouillez-le, ou rebranchez-le&#xa0;: l&apos;import reprend là.</translation>
    </message>
    <message>
        <source>{number} more waiting</source>
        <translation>{number} de plus en attente</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Recherche de fichiers</translation>
    </message>
    <message>
        <source>Sealing in the vault</source>
        <translation>Scellage dans le coffre</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>Scellé&#x202f;; lecture et nettoyage</translation>
    </message>
    <message>
        <source>The device is gone; it is waited for</source>
        <translation>L&apos;appareil n&apos;est plus là&#x202f;; on l&apos;attend</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Files that need your attention</source>
        <translation>Fichiers qui demandent votre attention</translation>
    </message>
    <message>
        <source>Sealed in the vault: {number}</source>
        <translation>Scellés dans le coffre&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Already there: {number}</source>
        <translation>Déjà là&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Examined and cleaned: {number}</source>
        <translation>Examinés et nettoyés&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Without a cleaned copy: {number}</source>
        <translation>Sans copie nettoyée&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Not taken: {number}</source>
        <translation>Pas pris&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Failed: {number}</source>
        <translation>Échoués&#xa0;: {number}</translation>
    </message>
    <message>
        <source>The device may be unplugged now</source>
        <translation>L&apos;appareil peut être débranché maintenant</translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation>Il n&apos;y avait rien à prendre.</translation>
    </message>
    <message>
        <source>The original is sealed.</source>
        <translation>L&apos;original est scellé.</translation>
    </message>
</context>
<context>
    <name>TablesBox</name>
    <message>
        <source>As a table:</source>
        <translation>En tableau&#xa0;:</translation>
    </message>
    <message>
        <source>Write the table to</source>
        <translation>Écrire le tableau dans</translation>
    </message>
    <message>
        <source>The table is written: {name}</source>
        <translation>Le tableau est écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>It is not sealed: anybody can read it.</source>
        <translation>Il n&apos;est pas scellé&#xa0;: n&apos;importe qui peut le lire.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
    <message>
        <source>Drag to go there, with Shift to mark a stretch; Ctrl and wheel to zoom</source>
        <translation>Glissez pour y aller, avec Shift pour marquer un passage&#x202f;; Ctrl et molette pour zoomer</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>Destroy now</source>
        <translation>Détruire maintenant</translation>
    </message>
</context>
<context>
    <name>Tongues</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Langue&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Mark from here</source>
        <translation>Marquer à partir d&apos;ici</translation>
    </message>
    <message>
        <source>Mark up to here</source>
        <translation>Marquer jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Cover the whole picture there</source>
        <translation>Y masquer toute l&apos;image</translation>
    </message>
    <message>
        <source>Leave it out, with its sound</source>
        <translation>Le laisser de côté, avec le son</translation>
    </message>
    <message>
        <source>Silence there</source>
        <translation>Y mettre le silence</translation>
    </message>
    <message>
        <source>A tone there</source>
        <translation>Y mettre un son continu</translation>
    </message>
    <message>
        <source>Disguise the voices there</source>
        <translation>Y déguiser les voix</translation>
    </message>
    <message>
        <source>Picture and sound there as they were</source>
        <translation>Y remettre image et son comme ils étaient</translation>
    </message>
    <message>
        <source>The track begins here</source>
        <translation>La piste commence ici</translation>
    </message>
    <message>
        <source>The track ends here</source>
        <translation>La piste se termine ici</translation>
    </message>
    <message>
        <source>The track reaches from cut to cut</source>
        <translation>La piste va d&apos;une coupe à l&apos;autre</translation>
    </message>
    <message>
        <source>Split the track here</source>
        <translation>Diviser la piste ici</translation>
    </message>
    <message>
        <source>Join it with the next one</source>
        <translation>La réunir avec la suivante</translation>
    </message>
    <message>
        <source>Take the key here away</source>
        <translation>Retirer le repère ici</translation>
    </message>
    <message>
        <source>More of the time</source>
        <translation>Plus de temps visible</translation>
    </message>
    <message>
        <source>Less of the time</source>
        <translation>Moins de temps visible</translation>
    </message>
    <message>
        <source>Follow what is covered here</source>
        <translation>Suivre ce qui est masqué ici</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>tout</translation>
    </message>
</context>
<context>
    <name>TracksPanel</name>
    <message>
        <source>Tracks</source>
        <translation>Pistes</translation>
    </message>
    <message>
        <source>The doubtful place before (Shift+U)</source>
        <translation>L&apos;endroit douteux précédent (Shift+U)</translation>
    </message>
    <message>
        <source>Next doubtful place</source>
        <translation>Endroit douteux suivant</translation>
    </message>
    <message>
        <source>Go to the next one (U)</source>
        <translation>Aller au suivant (U)</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>J&apos;ai regardé</translation>
    </message>
    <message>
        <source>Nothing more has to be covered here (Y)</source>
        <translation>Rien de plus n&apos;est à masquer ici (Y)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>Le masquer (Entrée)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Reste visible</translation>
    </message>
    <message>
        <source>Leave it visible, with a name or a reason (R)</source>
        <translation>Le laisser visible, avec un nom ou une raison (R)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Rien à masquer</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>Vous avez regardé, et rien n&apos;en est à masquer (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>Le retirer (Suppr)</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>De même pour tous les semblables</translation>
    </message>
    <message>
        <source>What is decided here, for all of its kind (Ctrl+Shift+A)</source>
        <translation>Ce qui est décidé ici, pour tous ceux de cette sorte (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>Le suivant (T), le précédent (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>Le suivant (S), le précédent (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>Le suivant (W), le précédent (Shift+W)</translation>
    </message>
    <message>
        <source>The next one (Q), the one before (Shift+Q)</source>
        <translation>La suivante (Q), la précédente (Shift+Q)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c&apos;est</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Masqué par</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>Qui c&apos;est, parmi les personnes de la fiche</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>Raison, ou un nom</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>Comment la copie est codée</translation>
    </message>
    <message>
        <source>To be looked at: {number}.</source>
        <translation>À regarder&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>Écrivez qui c&apos;est ou pourquoi cela peut être vu, et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>C&apos;est gardé dans le coffre avec la copie.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>Changer la raison</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>Changer ce que c&apos;est</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>Changer le masque</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>Changer qui c&apos;est</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Vault folder</source>
        <translation>Dossier du coffre</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Déverrouillage</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Unlock your vault</source>
        <translation>Déverrouillez votre coffre</translation>
    </message>
    <message>
        <source>&amp;Vault folder</source>
        <translation>&amp;Dossier du coffre</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase de passe</translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation>Ouvrir avec une phrase de passe</translation>
    </message>
    <message>
        <source>Open with trusted people&apos;s cards</source>
        <translation>Ouvrir avec les cartes de personnes de confiance</translation>
    </message>
    <message>
        <source>This vault was wiped. Nothing opens it any more.</source>
        <translation>Ce coffre a été détruit. Plus rien ne l&apos;ouvre.</translation>
    </message>
    <message>
        <source>Its files are being deleted. You may close the window meanwhile.</source>
        <translation>Ses fichiers sont en cours de suppression. Vous pouvez fermer la fenêtre pendant ce temps.</translation>
    </message>
    <message>
        <source>The folder holds files that are not the vault&apos;s, so it stays.</source>
        <translation>Le dossier contient des fichiers qui ne sont pas au coffre, donc il reste.</translation>
    </message>
    <message>
        <source>The vault was wiped, and its files are gone.</source>
        <translation>Le coffre a été détruit, et ses fichiers n&apos;existent plus.</translation>
    </message>
    <message>
        <source>Copies and backups elsewhere are as they were.</source>
        <translation>Les copies et sauvegardes ailleurs sont comme elles étaient.</translation>
    </message>
    <message>
        <source>The pause is over: try again.</source>
        <translation>La pause est finie&#xa0;: réessayez.</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Back to the beginning</source>
        <translation>Retour au début</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>Vérifier un paquet</translation>
    </message>
    <message>
        <source>Drop a bundle here</source>
        <translation>Déposez un paquet ici</translation>
    </message>
    <message>
        <source>It is read on this computer alone: whether it is whole, and unchanged since it was signed. Nothing is unpacked, and nothing is sent.</source>
        <translation>Il est lu sur cet ordinateur seulement&#xa0;: s&apos;il est entier, et inchangé depuis sa signature. Rien n&apos;est décompressé, et rien n&apos;est envoyé.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>Choisir un paquet…</translation>
    </message>
    <message>
        <source>Your &amp;key, or the passphrase, for a sealed bundle</source>
        <translation>Votre &amp;clé, ou la phrase de passe, pour un paquet scellé</translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation>La prendre d&apos;un fichier…</translation>
    </message>
    <message>
        <source>Open with this key</source>
        <translation>Ouvrir avec cette clé</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation>Lecture du paquet</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>Choisissez un paquet</translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation>Choisissez votre fichier de clé</translation>
    </message>
    <message>
        <source>This custody log holds: nothing in it was changed since it was signed.</source>
        <translation>Ce registre de conservation tient&#xa0;: rien n&apos;y a été changé depuis sa signature.</translation>
    </message>
    <message>
        <source>The times are those of the sender&apos;s own clock, and it does not show that nothing was left out.</source>
        <translation>Les heures sont celles de l&apos;horloge de l&apos;expéditeur, et cela ne montre pas que rien n&apos;a été omis.</translation>
    </message>
    <message>
        <source>This bundle is whole, and unchanged since it was signed.</source>
        <translation>Ce paquet est entier, et inchangé depuis sa signature.</translation>
    </message>
    <message>
        <source>Whether you can believe it depends on who signed it: compare the key below with one that you got from the sender by another way.</source>
        <translation>Que vous puissiez le croire dépend de qui l&apos;a signé&#xa0;: comparez la clé ci-dessous avec une que vous avez reçue de l&apos;expéditeur par une autre voie.</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>Signé avec la clé</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>Photos et vidéos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Wrapping</source>
        <translation>Emballage</translation>
    </message>
    <message>
        <source>{when}, as it states; it can be checked below</source>
        <translation>{when}, à ce qu&apos;il déclare&#x202f;; cela peut être contrôlé ci-dessous</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Horodatage</translation>
    </message>
    <message>
        <source>sealed: only the key opens it</source>
        <translation>scellé&#xa0;: seule la clé l&apos;ouvre</translation>
    </message>
    <message>
        <source>plain: anybody can open it</source>
        <translation>non scellé&#xa0;: tout le monde peut l&apos;ouvrir</translation>
    </message>
    <message>
        <source>an unpacked folder</source>
        <translation>un dossier décompressé</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>tient</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>ne tient pas</translation>
    </message>
    <message>
        <source>Key that it has to be &amp;signed with, if you know it</source>
        <translation>Clé avec laquelle il doit être &amp;signé, si vous la connaissez</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>It is signed with the key that you gave.</source>
        <translation>Il est signé avec la clé que vous avez donnée.</translation>
    </message>
</context>
<context>
    <name>Wave</name>
    <message>
        <source>Loudness</source>
        <translation>Volume sonore</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
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
        <translation>Gardez ce que votre téléphone a enregistré, voyez ce que cela révélerait de vous, et transmettez-le sans cela.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Firsthand connects to nothing by itself, and remembers nothing outside your vault, not even where it is: only a language that you choose here.</source>
        <translation>Tout reste sur cet ordinateur. Firsthand ne se connecte à rien de lui-même, et ne retient rien hors de votre coffre, pas même où il est&#xa0;: seulement une langue que vous choisissez ici.</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>De quoi Firsthand est fait</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>Créer un coffre</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>C&apos;est ma première fois</translation>
    </message>
    <message>
        <source>Make a vault: an encrypted folder that opens with a passphrase.</source>
        <translation>Créez un coffre&#xa0;: un dossier chiffré qui s&apos;ouvre avec une phrase de passe.</translation>
    </message>
    <message>
        <source>I have a vault</source>
        <translation>J&apos;ai un coffre</translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation>Ouvrez-le avec sa phrase de passe.</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>Ouvrir un coffre</translation>
    </message>
    <message>
        <source>I have a backup</source>
        <translation>J&apos;ai une sauvegarde</translation>
    </message>
    <message>
        <source>Make the vault again from a folder or an outlet.</source>
        <translation>Refaites le coffre depuis un dossier ou une destination.</translation>
    </message>
    <message>
        <source>Restore a vault</source>
        <translation>Restaurer un coffre</translation>
    </message>
    <message>
        <source>I was sent a bundle</source>
        <translation>On m&apos;a envoyé un paquet</translation>
    </message>
    <message>
        <source>Check that it is whole and unchanged. No vault is needed.</source>
        <translation>Vérifiez qu&apos;il est entier et inchangé. Aucun coffre n&apos;est nécessaire.</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>Vérifier un paquet</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Lock this moment</source>
        <translation>Verrouiller à l&apos;instant</translation>
    </message>
    <message>
        <source>Destroy the vault…</source>
        <translation>Détruire le coffre…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>WipeBox</name>
    <message>
        <source>WIPE</source>
        <translation>DÉTRUIRE</translation>
    </message>
    <message>
        <source>Rehearse it</source>
        <translation>Répéter à blanc</translation>
    </message>
    <message>
        <source>Destroy the vault now</source>
        <translation>Détruire le coffre maintenant</translation>
    </message>
    <message>
        <source>Destroy the vault</source>
        <translation>Détruire le coffre</translation>
    </message>
    <message>
        <source>The keys go first, at once: from then on nothing opens, for nobody. Then the files are deleted; the window can be closed meanwhile. Copies and backups elsewhere stay as they are, and still open with the passphrase. Flash disks keep old blocks that only somebody with the passphrase could use.</source>
        <translation>Les clés partent d&apos;abord, aussitôt&#xa0;: dès lors rien ne l&apos;ouvre, pour personne. Puis les fichiers sont supprimés&#x202f;; la fenêtre peut être fermée pendant ce temps. Les copies et sauvegardes ailleurs restent comme elles sont, et s&apos;ouvrent encore avec la phrase de passe. Les mémoires flash gardent d&apos;anciens blocs dont seul quelqu&apos;un ayant la phrase de passe pourrait se servir.</translation>
    </message>
    <message>
        <source>Type {word} to destroy it</source>
        <translation>Tapez {word} pour le détruire</translation>
    </message>
    <message>
        <source>After {ms} ms nothing would open the vault any more.</source>
        <translation>Après {ms} ms, plus rien n&apos;ouvrirait le coffre.</translation>
    </message>
    <message>
        <source>After about {s} s all of it would be gone: {files} files, {size}.</source>
        <translation>Après environ {s} s, tout aurait disparu&#xa0;: {files} fichiers, {size}.</translation>
    </message>
    <message>
        <source>Not the vault&apos;s, and would stay in its folder: {count}.</source>
        <translation>Pas au coffre, et resteraient dans son dossier&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>This was a rehearsal. Nothing was destroyed.</source>
        <translation>C&apos;était une répétition. Rien n&apos;a été détruit.</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>not said</source>
        <translation>non dit</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Véhicule</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>Plaque d&apos;immatriculation</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>Place that can be recognised</source>
        <translation>Lieu reconnaissable</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Soft fill</source>
        <translation>Remplissage doux</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Uni</translation>
    </message>
    <message>
        <source>Solid, with words</source>
        <translation>Uni, avec des mots</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Painted place</source>
        <translation>Endroit peint</translation>
    </message>
    <message>
        <source>Found, not decided</source>
        <translation>Trouvé, non décidé</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Reste visible</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Rien à masquer</translation>
    </message>
    <message>
        <source>Maybe, not decided</source>
        <translation>Peut-être, non décidé</translation>
    </message>
    <message>
        <source>{shape} {number} of {total}. {kind}: {state}</source>
        <translation>{shape} {number} sur {total}. {kind}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>{left} % from the left, {top} % from the top, {width} % wide, {height} % high. Arrow keys move it, + and - change its size, Delete removes it.</source>
        <translation>À {left}&#xa0;% de la gauche et {top}&#xa0;% du haut&#xa0;; {width}&#xa0;% de large et {height}&#xa0;% de haut. Les flèches le déplacent, + et - changent sa taille, Suppr le retire.</translation>
    </message>
    <message>
        <source>Nobody of them</source>
        <translation>Aucune d&apos;elles</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Personne {number}</translation>
    </message>
    <message>
        <source>{person} (no consent)</source>
        <translation>{person} (pas d&apos;accord)</translation>
    </message>
    <message>
        <source>These places were found. Others may be there: look for yourself.</source>
        <translation>Ces endroits ont été trouvés. Il peut y en avoir d&apos;autres&#xa0;: regardez vous-même.</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>Aucun visage n&apos;a été trouvé.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: small, turned, dark and masked faces are missed. Look for yourself, and draw what has to be covered.</source>
        <translation>Cela ne veut pas dire qu&apos;il n&apos;y en a pas&#xa0;: les visages petits, tournés, sombres ou masqués échappent. Regardez vous-même, et dessinez ce qui doit être masqué.</translation>
    </message>
    <message>
        <source>The copy is saved. A second look at it still finds: {number}.</source>
        <translation>La copie est enregistrée. Un second examen trouve encore&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Decide about each one in the list, and save again.</source>
        <translation>Elle ne sort encore dans aucun paquet. Décidez de chacun dans la liste, et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>The copy is saved, but nothing could look at it a second time.</source>
        <translation>La copie est enregistrée, mais rien n&apos;a pu l&apos;examiner une seconde fois.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at all of it yourself.</source>
        <translation>Elle ne sort dans aucun paquet avant que vous ne l&apos;ayez toute regardée vous-même.</translation>
    </message>
    <message>
        <source>The covered copy is saved. A second look at it left no question open.</source>
        <translation>La copie masquée est enregistrée. Un second examen n&apos;a laissé aucune question ouverte.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>C&apos;est elle qui sort dans un paquet. Ce qu&apos;aucun programme ne trouve, vous seul pouvez le voir.</translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>Covered</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>Reste visible</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>Rien à masquer</translation>
    </message>
    <message>
        <source>Followed through a gap in which nothing was found</source>
        <translation>Suivi à travers un trou où rien n&apos;a été trouvé</translation>
    </message>
    <message>
        <source>May or may not be something to cover</source>
        <translation>Peut-être quelque chose à masquer, ou non</translation>
    </message>
    <message>
        <source>Came or went in the middle of the picture</source>
        <translation>Apparu ou disparu au milieu de l&apos;image</translation>
    </message>
    <message>
        <source>Frames that cannot be decoded; they will be blank</source>
        <translation>Images qui ne peuvent pas être décodées&#x202f;; elles seront vides</translation>
    </message>
    <message>
        <source>Found in the covered copy by a second look</source>
        <translation>Trouvé dans la copie masquée par un second examen</translation>
    </message>
    <message>
        <source>So much was found that covers are put together</source>
        <translation>Tant de choses ont été trouvées que les masques sont réunis</translation>
    </message>
    <message>
        <source>Many at once: small faces among them are easily missed</source>
        <translation>Beaucoup de monde à la fois : de petits visages échappent facilement</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>A tone</source>
        <translation>Un son continu</translation>
    </message>
    <message>
        <source>A disguised voice</source>
        <translation>Une voix déguisée</translation>
    </message>
    <message>
        <source>H.264 (MP4), plays everywhere</source>
        <translation>H.264 (MP4), se lit partout</translation>
    </message>
    <message>
        <source>VP9 (WebM)</source>
        <translation>VP9 (WebM)</translation>
    </message>
    <message>
        <source>AV1, small and slow</source>
        <translation>AV1, petit et lent</translation>
    </message>
    <message>
        <source>All covered</source>
        <translation>Tout masqué</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n&apos;est encore changé.</translation>
    </message>
    <message>
        <source>Mark a stretch, and choose silence, a tone or another voice there.</source>
        <translation>Marquez un passage, et choisissez-y le silence, un son continu ou une autre voix.</translation>
    </message>
    <message>
        <source>Nothing is covered yet.</source>
        <translation>Rien n&apos;est encore masqué.</translation>
    </message>
    <message>
        <source>Have faces found and followed, or draw what has to be covered.</source>
        <translation>Faites trouver et suivre les visages, ou dessinez ce qui doit être masqué.</translation>
    </message>
    <message>
        <source>Nothing was found in the whole video.</source>
        <translation>Rien n&apos;a été trouvé dans toute la vidéo.</translation>
    </message>
    <message>
        <source>That does not mean that nothing is there: small, turned, dark and masked faces are missed. Watch it yourself, and draw what has to be covered.</source>
        <translation>Cela ne veut pas dire qu&apos;il n&apos;y a rien&#xa0;: les visages petits, tournés, sombres ou masqués échappent. Regardez-la vous-même, et dessinez ce qui doit être masqué.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}. Places to be looked at: {doubtful}.</source>
        <translation>Trouvés, suivis et masqués&#xa0;: {number}. Endroits à regarder&#xa0;: {doubtful}.</translation>
    </message>
    <message>
        <source>Go to each of them, and say that you have looked. Others may be there as well.</source>
        <translation>Allez à chacun d&apos;eux, et dites que vous avez regardé. Il peut y en avoir d&apos;autres aussi.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}.</source>
        <translation>Trouvés, suivis et masqués&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Others may be there: watch it yourself.</source>
        <translation>Il peut y en avoir d&apos;autres&#xa0;: regardez-la vous-même.</translation>
    </message>
    <message>
        <source>A second look found more, which is covered in it as well: {number}.</source>
        <translation>Un second examen en a trouvé davantage, qui y est masqué aussi&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Frames that could not be decoded are blank in it: {number}.</source>
        <translation>Les images qui n&apos;ont pas pu être décodées y sont vides&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Its colours were brought to those of usual screens (SDR, 8 bits).</source>
        <translation>Ses couleurs ont été ramenées à celles des écrans usuels (SDR, 8 bits).</translation>
    </message>
    <message>
        <source>The copy is made, with the sound as you chose.</source>
        <translation>La copie est faite, avec le son que vous avez choisi.</translation>
    </message>
    <message>
        <source>Nothing listens to what is said: hear all of it before it leaves.</source>
        <translation>Rien n&apos;écoute ce qui est dit&#xa0;: écoutez tout avant qu&apos;elle sorte.</translation>
    </message>
    <message>
        <source>The copy is made. A second look at it still finds something: {number}.</source>
        <translation>La copie est faite. Un second examen trouve encore quelque chose&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Look at each place, and make the copy again.</source>
        <translation>Elle ne sort encore dans aucun paquet. Regardez chaque endroit, et refaites la copie.</translation>
    </message>
    <message>
        <source>The copy is made, but nothing could look at it a second time.</source>
        <translation>La copie est faite, mais rien n&apos;a pu l&apos;examiner une seconde fois.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have watched all of it yourself.</source>
        <translation>Elle ne sort dans aucun paquet avant que vous ne l&apos;ayez toute regardée vous-même.</translation>
    </message>
    <message>
        <source>The copy is made. Doubtful places are left that nobody has looked at.</source>
        <translation>La copie est faite. Il reste des endroits douteux que personne n&apos;a regardés.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at them, and made it again.</source>
        <translation>Elle ne sort dans aucun paquet avant que vous ne les ayez regardés, et refait la copie.</translation>
    </message>
    <message>
        <source>The covered copy is made. A second look at it left no question open.</source>
        <translation>La copie masquée est faite. Un second examen n&apos;a laissé aucune question ouverte.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>C&apos;est elle qui sort dans un paquet. Ce qu&apos;aucun programme ne trouve, vous seul pouvez le voir.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>passphrase</source>
        <translation>phrase de passe</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>code de récupération</translation>
    </message>
    <message>
        <source>cards, {need} of {of}</source>
        <translation>cartes, {need} sur {of}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>+ 1 part</source>
        <translation>+ 1 partie</translation>
    </message>
    <message>
        <source>+ {number} parts</source>
        <translation>+ {number} parties</translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation>encore un instant</translation>
    </message>
    <message>
        <source>about {number} s left</source>
        <translation>encore {number} s environ</translation>
    </message>
    <message>
        <source>about {number} min left</source>
        <translation>encore {number} min environ</translation>
    </message>
    <message>
        <source>about {number} h left</source>
        <translation>encore {number} h environ</translation>
    </message>
    <message>
        <source>north</source>
        <translation>au nord</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>au nord-est</translation>
    </message>
    <message>
        <source>east</source>
        <translation>à l&apos;est</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>au sud-est</translation>
    </message>
    <message>
        <source>south</source>
        <translation>au sud</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>au sud-ouest</translation>
    </message>
    <message>
        <source>west</source>
        <translation>à l&apos;ouest</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>au nord-ouest</translation>
    </message>
    <message>
        <source>In {town} ({numbers})</source>
        <translation>À {town} ({numbers})</translation>
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
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Qui le dit</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>Personnes visibles</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Vérifié par</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Taken in from</source>
        <translation>Importé depuis</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was off by at most (s)</source>
        <translation>L&apos;horloge de cet ordinateur différait au plus de (s)</translation>
    </message>
    <message>
        <source>Device that it was read from</source>
        <translation>Appareil d&apos;où il a été lu</translation>
    </message>
    <message>
        <source>Where it lay on the device</source>
        <translation>Où il était sur l&apos;appareil</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Dernier changement</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Durée en secondes</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Found unchanged</source>
        <translation>Trouvé inchangé</translation>
    </message>
    <message>
        <source>Device, says the file</source>
        <translation>Appareil, selon le fichier</translation>
    </message>
    <message>
        <source>Generation, by its name</source>
        <translation>Génération, d&apos;après son nom</translation>
    </message>
    <message>
        <source>Taken in with</source>
        <translation>Importé avec</translation>
    </message>
    <message>
        <source>Time, says the file</source>
        <translation>Heure, selon le fichier</translation>
    </message>
    <message>
        <source>Time, say you</source>
        <translation>Heure, selon vous</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>How exact the time is</source>
        <translation>Précision de l&apos;heure</translation>
    </message>
    <message>
        <source>How you know the time</source>
        <translation>Comment vous savez l&apos;heure</translation>
    </message>
    <message>
        <source>Place, says the file</source>
        <translation>Lieu, selon le fichier</translation>
    </message>
    <message>
        <source>Place, say you</source>
        <translation>Lieu, selon vous</translation>
    </message>
    <message>
        <source>How exact the place is</source>
        <translation>Précision du lieu</translation>
    </message>
    <message>
        <source>How you know the place</source>
        <translation>Comment vous savez le lieu</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Points de repère</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>En une ligne</translation>
    </message>
    <message>
        <source>Language heard or read</source>
        <translation>Langue entendue ou lue</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Sorte d&apos;événement</translation>
    </message>
    <message>
        <source>Hard to look at</source>
        <translation>Dur à regarder</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Name to use for you</source>
        <translation>Nom à vous donner</translation>
    </message>
    <message>
        <source>How to reach you, only if you want that</source>
        <translation>Comment vous joindre, seulement si vous le voulez</translation>
    </message>
    <message>
        <source>Willing to testify</source>
        <translation>Prêt à témoigner</translation>
    </message>
    <message>
        <source>Who may use it, and how</source>
        <translation>Qui peut l&apos;utiliser, et comment</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Ce qui a été convenu</translation>
    </message>
    <message>
        <source>Name or description</source>
        <translation>Nom ou description</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Agreed to what purpose</source>
        <translation>Accord pour quel but</translation>
    </message>
    <message>
        <source>Agreed to be seen by</source>
        <translation>Accord pour être vu par</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>Comment le reprendre</translation>
    </message>
    <message>
        <source>Needs protection</source>
        <translation>A besoin de protection</translation>
    </message>
    <message>
        <source>Under age</source>
        <translation>Mineur</translation>
    </message>
    <message>
        <source>Risk if this is seen</source>
        <translation>Risque si ceci est vu</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>Qui peut le voir</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Rempli</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Sealed to a key</source>
        <translation>Scellé pour une clé</translation>
    </message>
    <message>
        <source>Place revealed</source>
        <translation>Lieu révélé</translation>
    </message>
    <message>
        <source>Time revealed</source>
        <translation>Heure révélée</translation>
    </message>
    <message>
        <source>Originals in it</source>
        <translation>Originaux dedans</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Avec quelle certitude</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>low</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>moyen</translation>
    </message>
    <message>
        <source>high</source>
        <translation>élevé</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>peut-être</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>implicite</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>explicite</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>to the minute</source>
        <translation>à la minute</translation>
    </message>
    <message>
        <source>to the hour</source>
        <translation>à l&apos;heure</translation>
    </message>
    <message>
        <source>to the day</source>
        <translation>au jour</translation>
    </message>
    <message>
        <source>to the month</source>
        <translation>au mois</translation>
    </message>
    <message>
        <source>to the year</source>
        <translation>à l&apos;année</translation>
    </message>
    <message>
        <source>to the street</source>
        <translation>à la rue</translation>
    </message>
    <message>
        <source>to the city</source>
        <translation>à la ville</translation>
    </message>
    <message>
        <source>to the region</source>
        <translation>à la région</translation>
    </message>
    <message>
        <source>to the country</source>
        <translation>au pays</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>un dossier</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>une archive ZIP</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>une carte</translation>
    </message>
    <message>
        <source>a camera</source>
        <translation>un appareil photo</translation>
    </message>
    <message>
        <source>a phone</source>
        <translation>un téléphone</translation>
    </message>
    <message>
        <source>a phone, by LocalSend</source>
        <translation>un téléphone, par LocalSend</translation>
    </message>
    <message>
        <source>a phone&apos;s browser</source>
        <translation>le navigateur d&apos;un téléphone</translation>
    </message>
    <message>
        <source>a received copy</source>
        <translation>une copie reçue</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>une capture d&apos;écran</translation>
    </message>
    <message>
        <source>an edited copy</source>
        <translation>une copie retouchée</translation>
    </message>
    <message>
        <source>a copy without camera data</source>
        <translation>une copie sans données d&apos;appareil photo</translation>
    </message>
    <message>
        <source>nothing tells</source>
        <translation>rien ne le dit</translation>
    </message>
    <message>
        <source>a picture copied in another program</source>
        <translation>une image copiée dans un autre programme</translation>
    </message>
</context>
</TS>
