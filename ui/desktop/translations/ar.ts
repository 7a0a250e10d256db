<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Cover</source>
        <translation>تغطية</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>لا شيء لتغطيته</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>إبقاؤه ظاهرًا</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>تغطية كل ما وُجد</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Draw an ellipse</source>
        <translation>رسم شكل بيضوي</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>رسم إطار</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>تلوين</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>تحريك أو تغيير الحجم</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>قصّ وتقويم</translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Add a passphrase</source>
        <translation>إضافة عبارة مرور</translation>
    </message>
    <message>
        <source>Another person, or another place, gets a passphrase of its own. It opens the same things, and can be taken away without changing yours.</source>
        <translation>ينال شخص آخر، أو مكان آخر، عبارة مرور خاصة. تفتح الأشياء نفسها، ويمكن إزالتها بلا تغيير عبارتك.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>إضافتها</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارة مرور جديدة</translation>
    </message>
    <message>
        <source>Whose it is, or what for</source>
        <translation>لمن هي، أو لأي غرض</translation>
    </message>
    <message>
        <source>The new passphrase opens the vault too.</source>
        <translation>عبارة المرور الجديدة تفتح الخزنة أيضًا.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Taken within seconds of this one. They get the same covers, and every face found in them is covered too, also where you left one visible here. (Ctrl+Shift+S)</source>
        <translation>التُقطت في غضون ثوانٍ من هذه. تنال التغطية نفسها، ويُغطّى كل وجه يوجد فيها أيضًا، حتى حيث تركت واحدًا ظاهرًا هنا. (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Same in similar photos ({number})</source>
        <translation>المثل في الصور المشابهة ({number})</translation>
    </message>
</context>
<context>
    <name>Arrived</name>
    <message>
        <source>See what is on it</source>
        <translation>عرض ما فيه</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>{name} is plugged in.</source>
        <translation>‏{name} موصول.</translation>
    </message>
</context>
<context>
    <name>BackupBox</name>
    <message>
        <source>Folder of the backup</source>
        <translation>مجلد النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Read back all that is there already, too</source>
        <translation>قراءة كل ما هناك من قبل أيضًا</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>النسخ الآن</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>مكان ثانٍ</translation>
    </message>
    <message>
        <source>A disk breaks, a computer is taken. A backup holds the same encrypted files, and opens with the same passphrase. Whoever looks at that place sees how many files there are, their sizes and times. Only what changed is sent each time, and what was sent is read back.</source>
        <translation>قد يتعطل قرص، وقد يؤخذ حاسوب. تحوي النسخة الاحتياطية الملفات المشفّرة نفسها، وتنفتح بعبارة المرور نفسها. من ينظر في ذلك المكان يرى عدد الملفات وأحجامها وأوقاتها. لا يُرسَل كل مرة إلا ما تغيّر، ويُقرأ ما أُرسل من جديد.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>A folder on another disk</source>
        <translation>مجلد على قرص آخر</translation>
    </message>
    <message>
        <source>The outlet {name}</source>
        <translation>الوجهة {name}</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>اختر المجلد أولًا.</translation>
    </message>
    <message>
        <source>Where to write the backup&apos;s address: on a stick, away from this computer</source>
        <translation>أين يُكتب عنوان النسخة: على ذاكرة USB بعيدًا عن هذا الحاسوب</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>يجري النسخ</translation>
    </message>
    <message>
        <source>Stopped. The place holds the earlier backup, or more of this one.</source>
        <translation>أُوقف. في ذلك المكان النسخة السابقة، أو المزيد من هذه.</translation>
    </message>
    <message>
        <source>Back up again, and it goes on from there.</source>
        <translation>انسخ من جديد، ويستمر من هناك.</translation>
    </message>
    <message>
        <source>Sent now and read back: {files} files, {size}.</source>
        <translation>أُرسل الآن وقُرئ من جديد: {files} ملفات، {size}.</translation>
    </message>
    <message>
        <source>Removed there, because it was deleted here: {number}.</source>
        <translation>أُزيل هناك لأنه حُذف هنا: {number}.</translation>
    </message>
    <message>
        <source>Older passphrases open older copies of it, if that place keeps them.</source>
        <translation>عبارات المرور القديمة تفتح نسخًا قديمة منها، إن احتفظ بها ذلك المكان.</translation>
    </message>
    <message>
        <source>The backup is made. Sealed files in it: {number}.</source>
        <translation>صُنعت النسخة الاحتياطية. الملفات المختومة فيها: {number}.</translation>
    </message>
    <message>
        <source>This backup can only be found again by its address, which is new after each backup. It stands in the file that you chose, and here: {address}</source>
        <translation>لا توجد هذه النسخة من جديد إلا بعنوانها، وهو جديد بعد كل نسخ. هو في الملف الذي اخترته، وهنا: {address}</translation>
    </message>
    <message>
        <source>Old files that could not be deleted there: {number}.</source>
        <translation>ملفات قديمة تعذّر حذفها هناك: {number}.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Play or rest (Space)</source>
        <translation>تشغيل أو توقف (Space)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>إطار إلى الوراء (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>إطار إلى الأمام (.)</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>الموضع في الفيديو</translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation>الصوت شغّال أو مكتوم (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
</context>
<context>
    <name>BelongsPanel</name>
    <message>
        <source>Take apart</source>
        <translation>فصل الأجزاء</translation>
    </message>
    <message>
        <source>This is one item with several parts</source>
        <translation>هذا عنصر واحد له عدة أجزاء</translation>
    </message>
    <message>
        <source>Only the first leaves in a bundle, and only once all were cleaned.</source>
        <translation>لا يخرج في حزمة إلا الأول، وفقط بعد تنقية الجميع.</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>تراجع (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>إعادة (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Hold to see the result</source>
        <translation>الضغط المستمر لرؤية النتيجة</translation>
    </message>
    <message>
        <source>Hold (A)</source>
        <translation>ضغط مستمر (A)</translation>
    </message>
    <message>
        <source>Pick, move and resize (V)</source>
        <translation>اختيار وتحريك وتغيير حجم (V)</translation>
    </message>
    <message>
        <source>Draw a box (B)</source>
        <translation>رسم إطار (B)</translation>
    </message>
    <message>
        <source>Draw an ellipse (E)</source>
        <translation>رسم شكل بيضوي (E)</translation>
    </message>
    <message>
        <source>Paint with the brush (P), [ and ] for its size</source>
        <translation>تلوين بالفرشاة (P)، [ و ] لحجمها</translation>
    </message>
    <message>
        <source>Erase (X), [ and ] for its size</source>
        <translation>مسح (X)، [ و ] لحجمه</translation>
    </message>
    <message>
        <source>Move the picture (H)</source>
        <translation>تحريك الصورة (H)</translation>
    </message>
    <message>
        <source>Crop and straighten (C)</source>
        <translation>قصّ وتقويم (C)</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>أبعد (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>أقرب (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>عرضها كلها (0)</translation>
    </message>
    <message>
        <source>Pixel by pixel (1)</source>
        <translation>بكسل ببكسل (1)</translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>Leave those out</source>
        <translation>ترك هذه خارجًا</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>بدقة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Say who I am and how to reach me, as in the record</source>
        <translation>ذكر من أنا وكيف يوصَل إليّ، كما في الاستمارة</translation>
    </message>
    <message>
        <source>Make the bundle…</source>
        <translation>صنع الحزمة…</translation>
    </message>
    <message>
        <source>Send to an outlet…</source>
        <translation>إرسال إلى وجهة…</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>العودة إلى المكتبة</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>صنع حزمة</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>ما يذهب معها</translation>
    </message>
    <message>
        <source>How much you reveal</source>
        <translation>كم تكشف</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>أين كان</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>متى كان</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>من يستطيع فتحها</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>كيف تخرج</translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation>ما سيقرؤونه</translation>
    </message>
    <message>
        <source>This, the cleaned copies, and a sheet with small pictures of those. No names of files, no device, nothing hidden.</source>
        <translation>هذا، والنسخ المنقّاة، وورقة بصور صغيرة منها. لا أسماء ملفات، ولا جهاز، ولا شيء مخفي.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و{number} غيرها</translation>
    </message>
    <message>
        <source>Nothing yet. Select photos and videos in the library first.</source>
        <translation>لا شيء بعد. اختر أولًا صورًا ومقاطع فيديو في المكتبة.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>لم يُختر شيء بعد.</translation>
    </message>
    <message>
        <source>Some of what is chosen cannot leave.</source>
        <translation>بعض ما اختير لا يمكن أن يخرج.</translation>
    </message>
    <message>
        <source>Write the bundle to</source>
        <translation>كتابة الحزمة في</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>أُوقف. لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>Making the bundle and reading it again</source>
        <translation>تُصنع الحزمة وتُقرأ من جديد</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture with the places that are covered</source>
        <translation>صورة مع المواضع المغطّاة</translation>
    </message>
</context>
<context>
    <name>CardsField</name>
    <message>
        <source>Add this card</source>
        <translation>إضافة هذه البطاقة</translation>
    </message>
    <message>
        <source>Words of one &amp;card</source>
        <translation>كلمات &amp;بطاقة واحدة</translation>
    </message>
    <message>
        <source>The first card says how many are needed.</source>
        <translation>تقول البطاقة الأولى كم يلزم.</translation>
    </message>
    <message>
        <source>Card {number} is right. Still needed: {missing}.</source>
        <translation>البطاقة {number} صحيحة. ما زال يلزم: {missing}.</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>الكلمات: {count}</translation>
    </message>
    <message>
        <source>This card is right.</source>
        <translation>هذه البطاقة صحيحة.</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Change a passphrase</source>
        <translation>تغيير عبارة مرور</translation>
    </message>
    <message>
        <source>Nothing is encrypted again. Copies of the vault that were made before still open with the old one.</source>
        <translation>لا يُشفّر شيء من جديد. نسخ الخزنة التي صُنعت من قبل ما زالت تنفتح بالقديمة.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغييرها</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارة مرور جديدة</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>عبارة المرور القديمة</translation>
    </message>
    <message>
        <source>Type the old passphrase.</source>
        <translation>اكتب عبارة المرور القديمة.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The old one opens nothing here.</source>
        <translation>تغيّرت عبارة المرور. القديمة لا تفتح شيئًا هنا.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>All eight words are the same</source>
        <translation>الكلمات الثماني كلها متطابقة</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>عدم الثقة به</translation>
    </message>
    <message>
        <source>Trust this outlet</source>
        <translation>الثقة بهذه الوجهة</translation>
    </message>
    <message>
        <source>Let it change</source>
        <translation>السماح بتغييرها</translation>
    </message>
    <message>
        <source>Ask the outlet for the eight words of its card, another way than the card came: a call, a meeting. Whoever made this card gets what you send, so go on only if all eight are the same, in this order.</source>
        <translation>اسأل الوجهة عن كلمات بطاقتها الثماني بطريق غير الذي جاءت به البطاقة: مكالمة أو لقاء. من صنع هذه البطاقة يستلم ما ترسله، فلا تتابع إلا إذا كانت الثماني كلها متطابقة وبهذا الترتيب.</translation>
    </message>
    <message>
        <source>{what}: before {before}, now {after}</source>
        <translation>‏{what}: من قبل {before}، والآن {after}</translation>
    </message>
    <message>
        <source>This changes an outlet that you trust already.</source>
        <translation>هذا يغيّر وجهة تثق بها من قبل.</translation>
    </message>
    <message>
        <source>You trust this very card already.</source>
        <translation>تثق بهذه البطاقة نفسها من قبل.</translation>
    </message>
    <message>
        <source>Nothing on it is different.</source>
        <translation>لا اختلاف فيها.</translation>
    </message>
    <message>
        <source>The most that it takes at a time</source>
        <translation>أكثر ما تأخذه كل مرة</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>ما تقوله عن نفسها</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Try to make one</source>
        <translation>محاولة صنع واحدة</translation>
    </message>
    <message>
        <source>Cover the faces</source>
        <translation>تغطية الوجوه</translation>
    </message>
    <message>
        <source>Cover faces and more…</source>
        <translation>تغطية الوجوه وغيرها…</translation>
    </message>
    <message>
        <source>Save for posting…</source>
        <translation>حفظ للنشر…</translation>
    </message>
    <message>
        <source>Make one without covers</source>
        <translation>صنع نسخة بلا تغطية</translation>
    </message>
    <message>
        <source>There is no cleaned copy of this.</source>
        <translation>ليست لهذا نسخة منقّاة.</translation>
    </message>
    <message>
        <source>The original is sealed and unchanged. It is not put into bundles.</source>
        <translation>الأصل مختوم ولم يتغيّر. لا يوضع في الحزم.</translation>
    </message>
    <message>
        <source>Cover faces and voices…</source>
        <translation>تغطية الوجوه والأصوات…</translation>
    </message>
    <message>
        <source>Cover voices…</source>
        <translation>تغطية الأصوات…</translation>
    </message>
    <message>
        <source>Cleaned copy: nothing had to be removed that we know how to find.</source>
        <translation>نسخة منقّاة: لم يكن ما يُزال مما نعرف كيف نجده.</translation>
    </message>
    <message>
        <source>Cleaned copy: {number} things removed, nothing identifying left that we know how to find.</source>
        <translation>نسخة منقّاة: أُزيل {number} من الأشياء، ولم يبق ما يدل على أحد مما نعرف كيف نجده.</translation>
    </message>
    <message>
        <source>Places covered: {number}. A face that was not found is not covered: look at the copy before it leaves.</source>
        <translation>مواضع مغطّاة: {number}. الوجه الذي لم يُعثر عليه غير مغطّى: انظر إلى النسخة قبل أن تخرج.</translation>
    </message>
    <message>
        <source>What is seen and heard in it is exactly that of the original.</source>
        <translation>ما يُرى ويُسمع فيها هو ما في الأصل بعينه.</translation>
    </message>
    <message>
        <source>It was encoded again, so it is not exactly the original&apos;s picture.</source>
        <translation>رُمّزت من جديد، فليست صورة الأصل بعينها.</translation>
    </message>
    <message>
        <source>What the copy still shows</source>
        <translation>ما زالت النسخة تُظهر</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Vault folder</source>
        <translation>مجلد الخزنة</translation>
    </message>
    <message>
        <source>I will not lose it: I can remember it or keep it</source>
        <translation>لن أفقدها: أستطيع تذكّرها أو حفظها</translation>
    </message>
    <message>
        <source>Make a way back as the next thing</source>
        <translation>الخطوة التالية: صنع طريق عودة</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>تُصنع الخزنة</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>صنع الخزنة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation>اقتراح ست كلمات</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>صنع خزنة</translation>
    </message>
    <message>
        <source>A vault is a folder in which everything is encrypted, names included.</source>
        <translation>الخزنة مجلد كل ما فيه مشفّر، حتى الأسماء.</translation>
    </message>
    <message>
        <source>Where it &amp;lives</source>
        <translation>أين &amp;تكون</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;عبارة المرور</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>نفسها مرة &amp;أخرى</translation>
    </message>
    <message>
        <source>If you forget it</source>
        <translation>إذا نسيتها</translation>
    </message>
    <message>
        <source>Everything in the vault is lost then: there is no other way in, not for you, not for us, not for anyone. Unless you make one, once the vault is made: a recovery code, or cards for people you trust, several of whom open it together. Keep any of it on paper only where nobody searches.</source>
        <translation>يضيع حينها كل ما في الخزنة: لا مدخل آخر، لا لك ولا لنا ولا لأحد. إلا إذا صنعت واحدًا بعد صنع الخزنة: رمز استرداد، أو بطاقات لمن تثق بهم يفتحها عدد منهم معًا. احفظ ذلك على الورق فقط حيث لا يفتش أحد.</translation>
    </message>
    <message>
        <source>Choose where the vault lives.</source>
        <translation>اختر أين تكون الخزنة.</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>اختر عبارة مرور.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>عبارتا المرور مختلفتان. اكتب نفسها في الحقلين.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>هذه بطاقة من مفتاح مقسّم. اختر عبارة مرور ليست بطاقة.</translation>
    </message>
    <message>
        <source>Tick the box above: a forgotten passphrase cannot be replaced.</source>
        <translation>ضع علامة في المربع أعلاه: عبارة المرور المنسية لا بديل لها.</translation>
    </message>
    <message>
        <source>This seems to be a folder that is copied to a cloud. The vault stays encrypted there; its provider sees that it is there, how large it is, and when it changes.</source>
        <translation>يبدو أن هذا المجلد يُنسخ إلى السحابة. تبقى الخزنة مشفّرة هناك؛ ويرى مزوّدها أنها موجودة وكم حجمها ومتى تتغيّر.</translation>
    </message>
    <message>
        <source>Any folder will do, also on a stick that you take away. It is not hidden: who looks at this computer sees that a vault is there, and not what is in it.</source>
        <translation>أي مجلد يصلح، ولو على ذاكرة USB تأخذها معك. ليس مخفيًا: من ينظر في هذا الحاسوب يرى أن هناك خزنة، ولا يرى ما فيها.</translation>
    </message>
</context>
<context>
    <name>DecoyForm</name>
    <message>
        <source>DECOY</source>
        <translation>تمويه</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>الخزنة التمويهية</translation>
    </message>
    <message>
        <source>Another passphrase opens another, empty set, for the day when somebody forces you to unlock. Put harmless things into it. Its limits: the files of the vault are more, and larger, than the decoy shows, and whoever counts them sees that. If there is such a set already, everything in it is destroyed, for from inside one set nobody can know of the other.</source>
        <translation>عبارة مرور أخرى تفتح مجموعة أخرى فارغة، ليوم يُجبرك فيه أحد على الفتح. ضع فيها أشياء لا ضرر منها. حدودها: ملفات الخزنة أكثر وأكبر مما يُظهره التمويه، ومن يعدّها يرى ذلك. وإن وُجدت مجموعة كهذه من قبل أُتلف كل ما فيها، إذ لا يُعرف من داخل إحداهما شيء عن الأخرى.</translation>
    </message>
    <message>
        <source>Make the decoy</source>
        <translation>صنع التمويه</translation>
    </message>
    <message>
        <source>Passphrase of the decoy</source>
        <translation>عبارة مرور التمويه</translation>
    </message>
    <message>
        <source>Do this from the set that you want to keep. A passphrase that opens what you see now is wanted first: so nobody destroys the real set while the decoy is open.</source>
        <translation>افعل هذا من المجموعة التي تريد الاحتفاظ بها. تُطلب أولًا عبارة مرور تفتح ما تراه الآن: كي لا يُتلف أحد المجموعة الحقيقية والتمويه مفتوح.</translation>
    </message>
    <message>
        <source>Passphrase of what you see now</source>
        <translation>عبارة مرور ما تراه الآن</translation>
    </message>
    <message>
        <source>Type {word} to go on</source>
        <translation>اكتب {word} للمتابعة</translation>
    </message>
    <message>
        <source>Type the passphrase of what you see now.</source>
        <translation>اكتب عبارة مرور ما تراه الآن.</translation>
    </message>
    <message>
        <source>Type {word} in the last field to go on.</source>
        <translation>اكتب {word} في الحقل الأخير للمتابعة.</translation>
    </message>
    <message>
        <source>The second passphrase opens another, empty set.</source>
        <translation>عبارة المرور الثانية تفتح مجموعة أخرى فارغة.</translation>
    </message>
    <message>
        <source>This passphrase does not open what you see now.</source>
        <translation>عبارة المرور هذه لا تفتح ما تراه الآن.</translation>
    </message>
    <message>
        <source>You may be in the other set. Nothing was changed.</source>
        <translation>قد تكون في المجموعة الأخرى. لم يتغيّر شيء.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>A phone, a card or a camera appears here by itself when it is plugged in: unlock the phone, and choose “File transfer” on it, or “Trust this computer”.</source>
        <translation>يظهر هنا الهاتف أو البطاقة أو الكاميرا من تلقاء نفسه حين يوصَل: افتح قفل الهاتف واختر عليه «نقل الملفات» أو «الوثوق بهذا الحاسوب».</translation>
    </message>
    <message>
        <source>See what is on {name}</source>
        <translation>عرض ما في {name}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Save covered copy</source>
        <translation>حفظ النسخة المغطّاة</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>صنع النسخة (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have looked at the whole copy</source>
        <translation>نظرتُ إلى النسخة كلها</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>ولا شيء آخر لتغطيته (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>العودة إلى العنصر (Esc)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>عرض الصورة</translation>
    </message>
    <message>
        <source>Looking for places…</source>
        <translation>البحث عن مواضع…</translation>
    </message>
    <message>
        <source>Looking more closely…</source>
        <translation>بحث أدق…</translation>
    </message>
    <message>
        <source>Looking for: {kind}</source>
        <translation>البحث عن: {kind}</translation>
    </message>
    <message>
        <source>{kind}: {number} found. Others may be there: look for yourself.</source>
        <translation>‏{kind}: وُجد {number}. قد يكون هناك غيرها: انظر بنفسك.</translation>
    </message>
    <message>
        <source>Found places are not decided yet: {number}.</source>
        <translation>مواضع وُجدت ولم يُقرَّر فيها بعد: {number}.</translation>
    </message>
    <message>
        <source>Cover them, leave them visible with a reason, or say nothing is there.</source>
        <translation>غطِّها، أو اتركها ظاهرة مع سبب، أو قل إنه لا شيء هناك.</translation>
    </message>
    <message>
        <source>Covering, and looking once more</source>
        <translation>التغطية، ثم نظرة أخرى</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>أُوقف. لم تُصنع نسخة.</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Choose photos and videos…</source>
        <translation>اختيار صور ومقاطع فيديو…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Make a way back</source>
        <translation>صنع طريق عودة</translation>
    </message>
    <message>
        <source>Drop photos, videos or folders here</source>
        <translation>أفلت هنا صورًا أو مقاطع فيديو أو مجلدات</translation>
    </message>
    <message>
        <source>Each is sealed in the vault exactly as it is, read for what it gives away about you, and gets a cleaned copy that can be passed on.</source>
        <translation>يُختم كل منها في الخزنة كما هو بعينه، ويُقرأ ما يكشفه عنك، وينال نسخة منقّاة يمكن تمريرها.</translation>
    </message>
    <message>
        <source>Your files stay where they are: nothing is moved, changed or deleted.</source>
        <translation>تبقى ملفاتك حيث هي: لا يُنقل شيء ولا يُغيّر ولا يُحذف.</translation>
    </message>
    <message>
        <source>If you forget the passphrase</source>
        <translation>إذا نسيت عبارة المرور</translation>
    </message>
    <message>
        <source>Nobody can help, unless you make a way back now: a recovery code to keep on paper, or cards for people you trust, several of whom open the vault together.</source>
        <translation>لا يستطيع أحد المساعدة، إلا إذا صنعت الآن طريق عودة: رمز استرداد يُحفظ على الورق، أو بطاقات لمن تثق بهم يفتح عدد منهم الخزنة معًا.</translation>
    </message>
    <message>
        <source>Nothing is like that.</source>
        <translation>لا شيء كذلك.</translation>
    </message>
</context>
<context>
    <name>EraseBox</name>
    <message>
        <source>I want them deleted there</source>
        <translation>أريد حذفها هناك</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>حذفها هناك</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>تركها حيث هي</translation>
    </message>
    <message>
        <source>What became of each file where it came from</source>
        <translation>ما صار إليه كل ملف حيث جاء</translation>
    </message>
    <message>
        <source>What can stay behind all the same:</source>
        <translation>ما قد يبقى مع ذلك:</translation>
    </message>
    <message>
        <source>Each is first compared with the vault and read once more where it is; what does not fit is left there. It cannot be taken back.</source>
        <translation>يُقارن كل منها أولًا بالخزنة ويُقرأ مرة أخرى حيث هو؛ وما لا يطابق يُترك هناك. لا رجعة في هذا.</translation>
    </message>
    <message>
        <source>Still where they came from, too: {number}</source>
        <translation>ما زالت حيث جاءت أيضًا: {number}</translation>
    </message>
    <message>
        <source>Delete them there…</source>
        <translation>حذفها هناك…</translation>
    </message>
    <message>
        <source>To be deleted from the phone, card or folder: {number}</source>
        <translation>ستُحذف من الهاتف أو البطاقة أو المجلد: {number}</translation>
    </message>
    <message>
        <source>Comparing and deleting where they came from</source>
        <translation>المقارنة والحذف حيث جاءت</translation>
    </message>
    <message>
        <source>Deleted there, and listed no more: {number}</source>
        <translation>حُذفت هناك ولم تعد مدرجة: {number}</translation>
    </message>
    <message>
        <source>Left where they are: {number}</source>
        <translation>تُركت حيث هي: {number}</translation>
    </message>
    <message>
        <source>Stopped before these, which are left: {number}</source>
        <translation>أُوقف قبل هذه، وقد تُركت: {number}</translation>
    </message>
    <message>
        <source>{name}: deleted there</source>
        <translation>‏{name}: حُذف هناك</translation>
    </message>
</context>
<context>
    <name>FilmActs</name>
    <message>
        <source>Draw an ellipse</source>
        <translation>رسم شكل بيضوي</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>رسم إطار</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>تحريك أو تغيير الحجم</translation>
    </message>
    <message>
        <source>There is no key at this moment.</source>
        <translation>لا علامة عند هذه اللحظة.</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>Move a key</source>
        <translation>تحريك علامة</translation>
    </message>
    <message>
        <source>It begins here</source>
        <translation>يبدأ هنا</translation>
    </message>
    <message>
        <source>It ends here</source>
        <translation>ينتهي هنا</translation>
    </message>
    <message>
        <source>Reach from cut to cut</source>
        <translation>من قطع إلى قطع</translation>
    </message>
    <message>
        <source>A track is split in its middle: go there first.</source>
        <translation>يُقسم المسار في وسطه: اذهب إلى هناك أولًا.</translation>
    </message>
    <message>
        <source>Split the track</source>
        <translation>قسم المسار</translation>
    </message>
    <message>
        <source>No track of this kind begins after this one has ended.</source>
        <translation>لا يبدأ مسار من هذا النوع بعد نهاية هذا.</translation>
    </message>
    <message>
        <source>Join two tracks</source>
        <translation>ضم مسارين</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>تغطية</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>إبقاؤه ظاهرًا</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>لا شيء لتغطيته</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>That one may be seen says nothing of the others.</source>
        <translation>جواز أن يُرى أحدهم لا يقول شيئًا عن الآخرين.</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>المثل لكل المتشابهة</translation>
    </message>
    <message>
        <source>Cover the whole picture</source>
        <translation>تغطية الصورة كلها</translation>
    </message>
    <message>
        <source>Mark what is to be left out; all of it cannot be.</source>
        <translation>حدد ما يُترك؛ لا يمكن ترك الكل.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>تركه</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>كما كان</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>صمت</translation>
    </message>
    <message>
        <source>A tone instead</source>
        <translation>نغمة بدلًا منه</translation>
    </message>
    <message>
        <source>Disguise the voices</source>
        <translation>تمويه الأصوات</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>الصوت كما هو</translation>
    </message>
    <message>
        <source>Nothing waits to be looked at.</source>
        <translation>لا شيء ينتظر النظر.</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>نُظر إليه</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>كيف تُرمّز النسخة</translation>
    </message>
</context>
<context>
    <name>FilmCanvas</name>
    <message>
        <source>Frame with the places that are covered</source>
        <translation>إطار مع المواضع المغطّاة</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Play it as the copy will be</source>
        <translation>تشغيله كما ستكون النسخة</translation>
    </message>
    <message>
        <source>Show and play what will be seen and heard (P)</source>
        <translation>عرض وتشغيل ما سيُرى ويُسمع (P)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>العودة إلى العنصر (Esc)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>عرض الصورة</translation>
    </message>
    <message>
        <source>Height of the timeline</source>
        <translation>ارتفاع الخط الزمني</translation>
    </message>
    <message>
        <source>Looking through the video. You can go on working.</source>
        <translation>يُفحص الفيديو. تستطيع متابعة العمل.</translation>
    </message>
    <message>
        <source>Find and follow</source>
        <translation>إيجاد وتتبّع</translation>
    </message>
    <message>
        <source>Following what is covered</source>
        <translation>تتبّع ما غُطّي</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>تتبّعه</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find and follow faces</source>
        <translation>إيجاد الوجوه وتتبّعها</translation>
    </message>
    <message>
        <source>Through the whole video (Ctrl+F)</source>
        <translation>في الفيديو كله (Ctrl+F)</translation>
    </message>
    <message>
        <source>Look for other things (F2)</source>
        <translation>البحث عن أشياء أخرى (F2)</translation>
    </message>
    <message>
        <source>Looking through the video for: {kind}</source>
        <translation>البحث في الفيديو عن: {kind}</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>اختيار: {what}</translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>As large as it goes</source>
        <translation>بأكبر ما يمكن</translation>
    </message>
    <message>
        <source>Without empty corners (L)</source>
        <translation>بلا زوايا فارغة (L)</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>الصورة كلها من جديد</translation>
    </message>
    <message>
        <source>Neither cropped nor straightened (R)</source>
        <translation>بلا قص ولا تقويم (R)</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>قصّ وتقويم</translation>
    </message>
    <message>
        <source>What is cut away is not in the copy, not even hidden. The original keeps it.</source>
        <translation>ما يُقص ليس في النسخة، ولا مخفيًا. والأصل يحتفظ به.</translation>
    </message>
    <message>
        <source>Straighten by</source>
        <translation>التقويم بمقدار</translation>
    </message>
    <message>
        <source>From left</source>
        <translation>من اليسار</translation>
    </message>
    <message>
        <source>From top</source>
        <translation>من الأعلى</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
</context>
<context>
    <name>GuardBox</name>
    <message>
        <source>Growing pauses after three wrong passphrases</source>
        <translation>مهل متزايدة بعد ثلاث عبارات مرور خاطئة</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>حفظ هذا</translation>
    </message>
    <message>
        <source>After wrong passphrases</source>
        <translation>بعد عبارات مرور خاطئة</translation>
    </message>
    <message>
        <source>Both hold up somebody who tries at this computer, in Firsthand. Whoever takes a copy of the folder can go on trying there: only a strong passphrase helps against that.</source>
        <translation>كلاهما يعيق من يجرّب على هذا الحاسوب في Firsthand. ومن يأخذ نسخة من المجلد يستطيع متابعة التجريب هناك: لا ينفع ضد ذلك إلا عبارة مرور قوية.</translation>
    </message>
    <message>
        <source>Wipe the vault after so many in a row</source>
        <translation>إتلاف الخزنة بعد هذا العدد على التوالي</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Kept. {count} wrong passphrases in a row destroy the vault.</source>
        <translation>حُفظ. {count} عبارات مرور خاطئة متتالية تُتلف الخزنة.</translation>
    </message>
    <message>
        <source>Anybody who can start Firsthand here can do that. Keep a backup.</source>
        <translation>يستطيع ذلك كل من يقدر على تشغيل Firsthand هنا. احتفظ بنسخة احتياطية.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>حُفظ.</translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Save pages to print…</source>
        <translation>حفظ صفحات للطباعة…</translation>
    </message>
    <message>
        <source>I have them: put away</source>
        <translation>هي عندي: أخفِها</translation>
    </message>
    <message>
        <source>Shown only once</source>
        <translation>تُعرض مرة واحدة فقط</translation>
    </message>
    <message>
        <source>Print them, or write them down. A printer may keep a copy, and so does a page that was saved until you delete it. Nothing in Firsthand keeps them.</source>
        <translation>اطبعها أو اكتبها. قد تحتفظ الطابعة بنسخة، وكذلك الصفحة المحفوظة حتى تحذفها. لا يحتفظ بها شيء في Firsthand.</translation>
    </message>
    <message>
        <source>Save pages to print</source>
        <translation>حفظ صفحات للطباعة</translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation>حُفظ: {names}</translation>
    </message>
    <message>
        <source>Each page is a secret on that disk. Print them, then delete them.</source>
        <translation>كل صفحة سر على ذلك القرص. اطبعها ثم احذفها.</translation>
    </message>
</context>
<context>
    <name>HeadBox</name>
    <message>
        <source>Write a statement…</source>
        <translation>كتابة إفادة…</translation>
    </message>
    <message>
        <source>Check a statement…</source>
        <translation>فحص إفادة…</translation>
    </message>
    <message>
        <source>Has an older copy been put back?</source>
        <translation>هل أُعيدت نسخة أقدم؟</translation>
    </message>
    <message>
        <source>A vault that is put back as it was some time ago opens as if nothing had happened: nothing inside can tell. A small signed statement can, which says where the custody log stood, and lies with somebody you trust. It names no item, no person and no place.</source>
        <translation>الخزنة التي تُعاد كما كانت قبل مدة تنفتح كأن شيئًا لم يكن: لا شيء في الداخل يعرف ذلك. تعرفه إفادة صغيرة موقّعة تقول أين كان سجل الحيازة، وتكون عند من تثق به. لا تسمّي عنصرًا ولا شخصًا ولا مكانًا.</translation>
    </message>
    <message>
        <source>Where to write the statement</source>
        <translation>أين تُكتب الإفادة</translation>
    </message>
    <message>
        <source>A statement that was written before</source>
        <translation>إفادة كُتبت من قبل</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>كُتب: {name}</translation>
    </message>
    <message>
        <source>Give it to somebody you trust, and delete it here.</source>
        <translation>أعطها لمن تثق به، واحذفها هنا.</translation>
    </message>
    <message>
        <source>The log contains what it did {when}, when it had {number} entries.</source>
        <translation>يحوي السجل ما كان يحويه في {when}، حين كان فيه {number} قيدًا.</translation>
    </message>
    <message>
        <source>Nothing older than that was put back.</source>
        <translation>لم يُعَد شيء أقدم من ذلك.</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>These cannot leave:</source>
        <translation>هذه لا يمكن أن تخرج:</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و{number} غيرها</translation>
    </message>
    <message>
        <source>Look at the copy</source>
        <translation>النظر إلى النسخة</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>فتح العنصر</translation>
    </message>
    <message>
        <source>it has no cleaned copy.</source>
        <translation>ليست له نسخة منقّاة.</translation>
    </message>
    <message>
        <source>a part of it has no cleaned copy.</source>
        <translation>ليست لجزء منه نسخة منقّاة.</translation>
    </message>
    <message>
        <source>a person shown in it did not consent.</source>
        <translation>شخص يظهر فيه لم يوافق.</translation>
    </message>
    <message>
        <source>nobody has looked at its covered copy since a second look at it.</source>
        <translation>لم ينظر أحد إلى نسخته المغطّاة منذ نظرة ثانية إليها.</translation>
    </message>
    <message>
        <source>a face can still be found in its covered copy.</source>
        <translation>ما زال يمكن إيجاد وجه في نسخته المغطّاة.</translation>
    </message>
</context>
<context>
    <name>HiddenPictures</name>
    <message>
        <source>Hidden inside</source>
        <translation>مخفي في الداخل</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و{number} غيرها</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Check the whole log</source>
        <translation>فحص السجل كله</translation>
    </message>
    <message>
        <source>The log holds: every entry is signed, and none is missing.</source>
        <translation>السجل صحيح: كل قيد موقّع، ولا ينقص أي منها.</translation>
    </message>
    <message>
        <source>Every step is signed and chained to the one before, so that none can be changed or left out without it being seen.</source>
        <translation>كل خطوة موقّعة ومسلسلة بما قبلها، فلا يمكن تغيير أي منها أو إسقاطها بلا أن يُرى ذلك.</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Sealing in the vault</source>
        <translation>الختم في الخزنة</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>خُتم؛ القراءة والتنقية</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>All that came whole is sealed. What was not examined and cleaned yet waits until the vault is opened again, or until something else is taken in.</source>
        <translation>كل ما وصل كاملًا مختوم. وما لم يُفحص ويُنقَّ بعد ينتظر حتى تُفتح الخزنة من جديد، أو يُستورد شيء آخر.</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>The original says this, worst first</source>
        <translation>يقول الأصل هذا، والأسوأ أولًا</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>What it says about you</source>
        <translation>ما يقوله عنك</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>الاستمارة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Cleaned copy</source>
        <translation>النسخة المنقّاة</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>رجوع (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>صنع حزمة</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>عرض الصورة</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>أبعد (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>أقرب (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>عرضها كلها (0)</translation>
    </message>
    <message>
        <source>Reading and cleaning</source>
        <translation>القراءة والتنقية</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>البحث عن الوجوه وتغطيتها</translation>
    </message>
    <message>
        <source>A second look still finds faces in the copy: {number}.</source>
        <translation>ما زالت نظرة ثانية تجد وجوهًا في النسخة: {number}.</translation>
    </message>
    <message>
        <source>Look at it closely before you share it.</source>
        <translation>انظر إليها عن قرب قبل أن تشاركها.</translation>
    </message>
    <message>
        <source>No face was found, so nothing was covered.</source>
        <translation>لم يوجد وجه، فلم يُغطَّ شيء.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: look for yourself.</source>
        <translation>هذا لا يعني أنه لا يوجد: انظر بنفسك.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>A moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Quick check</source>
        <translation>فحص سريع</translation>
    </message>
    <message>
        <source>Read every byte</source>
        <translation>قراءة كل بايت</translation>
    </message>
    <message>
        <source>Set right what can be</source>
        <translation>إصلاح ما يمكن</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>إضافة عبارة مرور</translation>
    </message>
    <message>
        <source>Change a passphrase</source>
        <translation>تغيير عبارة مرور</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>Cards for trusted people</source>
        <translation>بطاقات لمن تثق بهم</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>الخزنة التمويهية</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>المفاتيح والأقفال</translation>
    </message>
    <message>
        <source>What opens this vault</source>
        <translation>ما يفتح هذه الخزنة</translation>
    </message>
    <message>
        <source>Is everything whole?</source>
        <translation>هل كل شيء سليم؟</translation>
    </message>
    <message>
        <source>The quick check looks at every item; only reading every byte is certain.</source>
        <translation>ينظر الفحص السريع إلى كل عنصر؛ ولا يقين إلا بقراءة كل بايت.</translation>
    </message>
    <message>
        <source>While the vault is open</source>
        <translation>ما دامت الخزنة مفتوحة</translation>
    </message>
    <message>
        <source>Its keys are in this computer&apos;s memory until it is locked: Ctrl+L keeps what was just typed and locks, Ctrl+Shift+L locks that very moment, Ctrl+Shift+W leads to its destruction.</source>
        <translation>مفاتيحها في ذاكرة هذا الحاسوب حتى تُقفل: Ctrl+L يحفظ ما كُتب للتو ويقفل، وCtrl+Shift+L يقفل في اللحظة نفسها، وCtrl+Shift+W يقود إلى إتلافها.</translation>
    </message>
    <message>
        <source>It locks by itself when nobody has touched it for {number} minutes.</source>
        <translation>تُقفل من تلقاء نفسها إن لم يلمسها أحد {number} دقيقة.</translation>
    </message>
    <message>
        <source>It locks when the computer sleeps or its lid is shut, and when its screen is locked: then as soon as no work is under way.</source>
        <translation>تُقفل حين ينام الحاسوب أو يُغلق غطاؤه، وحين تُقفل شاشته: حينها حالما لا يكون عمل جارٍ.</translation>
    </message>
    <message>
        <source>This system does not tell Firsthand when it sleeps or when its screen is locked: lock the vault yourself before you leave.</source>
        <translation>لا يخبر هذا النظام Firsthand متى ينام أو متى تُقفل شاشته: اقفل الخزنة بنفسك قبل أن تغادر.</translation>
    </message>
    <message>
        <source>Other programs are kept from taking pictures of this window.</source>
        <translation>تُمنع البرامج الأخرى من التقاط صور لهذه النافذة.</translation>
    </message>
    <message>
        <source>Other programs can take pictures of this window: this system lets no program prevent that.</source>
        <translation>تستطيع برامج أخرى التقاط صور لهذه النافذة: لا يدع هذا النظام أي برنامج يمنع ذلك.</translation>
    </message>
    <message>
        <source>Locking empties the clipboard. A program that collects copies may still have it.</source>
        <translation>القفل يفرغ الحافظة. وقد يظل ما نُسخ عند برنامج يجمع النسخ.</translation>
    </message>
    <message>
        <source>This system has granted what Firsthand asks for: no crash dumps, no reading by other programs, no swap space for the vault&apos;s key.</source>
        <translation>منح هذا النظام ما يطلبه Firsthand: لا تفريغ للذاكرة عند الانهيار، ولا قراءة من برامج أخرى، ولا مساحة تبديل لمفتاح الخزنة.</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>منذ {when}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Take away: {label}</source>
        <translation>إزالة: {label}</translation>
    </message>
    <message>
        <source>Taken away: {label}. Copies made before still open with it.</source>
        <translation>أُزيل: {label}. النسخ التي صُنعت من قبل ما زالت تنفتح به.</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>فحص الخزنة</translation>
    </message>
    <message>
        <source>Setting right what can be</source>
        <translation>إصلاح ما يمكن</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>لم يوجد عطب.</translation>
    </message>
    <message>
        <source>Damage was found.</source>
        <translation>وُجد عطب.</translation>
    </message>
</context>
<context>
    <name>LeavingBox</name>
    <message>
        <source>Language of the sheet</source>
        <translation>لغة الورقة</translation>
    </message>
    <message>
        <source>As</source>
        <translation>على هيئة</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>ملف واحد</translation>
    </message>
    <message>
        <source>Parts of 95 MB</source>
        <translation>أجزاء من 95 ميغابايت</translation>
    </message>
    <message>
        <source>Ask an authority for a time stamp, through Tor</source>
        <translation>طلب ختم زمني من جهة، عبر Tor</translation>
    </message>
    <message>
        <source>Address of the time-stamp authority</source>
        <translation>عنوان جهة الختم الزمني</translation>
    </message>
    <message>
        <source>The authority sees one digest that means nothing to it, and that somebody asked. The bundle is not made if it does not answer.</source>
        <translation>ترى الجهة بصمة لا تعني لها شيئًا، وأن أحدًا سأل. لا تُصنع الحزمة إن لم تُجب.</translation>
    </message>
    <message>
        <source>Sheet in</source>
        <translation>الورقة بـ</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>faces can be seen</source>
        <translation>تظهر فيها وجوه</translation>
    </message>
    <message>
        <source>cleaned copy ready</source>
        <translation>النسخة المنقّاة جاهزة</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Make a bundle</source>
        <translation>صنع حزمة</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>حفظ للنشر</translation>
    </message>
    <message>
        <source>Cover faces</source>
        <translation>تغطية الوجوه</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Photos and videos…</source>
        <translation>صور ومقاطع فيديو…</translation>
    </message>
    <message>
        <source>A folder or ZIP: look first…</source>
        <translation>مجلد أو ZIP: انظر أولًا…</translation>
    </message>
    <message>
        <source>Opening the vault found this.</source>
        <translation>وجد فتح الخزنة هذا.</translation>
    </message>
    <message>
        <source>Part of the index is damaged. Your photos and videos are not in it.</source>
        <translation>جزء من الفهرس معطوب. صورك ومقاطع الفيديو ليست فيه.</translation>
    </message>
    <message>
        <source>Lock the vault and unlock it again: the index is then made anew.</source>
        <translation>اقفل الخزنة وافتحها من جديد: يُصنع الفهرس حينها من جديد.</translation>
    </message>
    <message>
        <source>Add photos and videos</source>
        <translation>إضافة صور ومقاطع فيديو</translation>
    </message>
    <message>
        <source>Add a whole folder</source>
        <translation>إضافة مجلد كامل</translation>
    </message>
    <message>
        <source>Deleting: {number}, with all copies and notes. This cannot be taken back later.</source>
        <translation>سيُحذف: {number}، مع كل النسخ والملاحظات. لا رجعة في ذلك لاحقًا.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>يُحذف</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left.</source>
        <translation>ما خُتم حتى ذلك الحين في الخزنة؛ ولم يبق من الباقي شيء.</translation>
    </message>
    <message>
        <source>Taken in {when}</source>
        <translation>استُورد في {when}</translation>
    </message>
    <message>
        <source>Cover every face in these photos: {number}</source>
        <translation>تغطية كل وجه في هذه الصور: {number}</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>ما زال يقرأ…</translation>
    </message>
    <message>
        <source>No file and no picture was copied.</source>
        <translation>لم يُنسخ أي ملف ولا أي صورة.</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts</source>
        <translation>المكوّنات</translation>
    </message>
    <message>
        <source>About this part</source>
        <translation>عن هذا المكوّن</translation>
    </message>
    <message>
        <source>Its terms</source>
        <translation>شروطه</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>العودة إلى البداية</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>مم يتكوّن Firsthand</translation>
    </message>
    <message>
        <source>Firsthand is free software under the GNU General Public License, version 3 or later. It stands on the work of others; their names and terms are here.</source>
        <translation>‏Firsthand برنامج حر بموجب GNU General Public License، الإصدار 3 أو ما بعده. يقوم على عمل آخرين؛ وأسماؤهم وشروطهم هنا.</translation>
    </message>
    <message>
        <source>{name}, licence: {licence}</source>
        <translation>‏{name}، الرخصة: {licence}</translation>
    </message>
    <message>
        <source>Comes with: {carriers}</source>
        <translation>يأتي مع: {carriers}</translation>
    </message>
</context>
<context>
    <name>MadePanel</name>
    <message>
        <source>What was done</source>
        <translation>ما الذي فُعل</translation>
    </message>
    <message>
        <source>How the recipient checks it</source>
        <translation>كيف يتحقق منها المستلِم</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>العودة إلى المكتبة</translation>
    </message>
    <message>
        <source>Verify it now</source>
        <translation>التحقق منها الآن</translation>
    </message>
    <message>
        <source>Send it to an outlet…</source>
        <translation>إرسالها إلى وجهة…</translation>
    </message>
    <message>
        <source>Make another of these</source>
        <translation>صنع أخرى من هذه</translation>
    </message>
    <message>
        <source>The bundle is written: {name}</source>
        <translation>كُتبت الحزمة: {name}</translation>
    </message>
    <message>
        <source>{size}, {number} photos and videos, in {folder}</source>
        <translation>‏{size}، {number} من الصور ومقاطع الفيديو، في {folder}</translation>
    </message>
    <message>
        <source>Only cleaned copies went in, under neutral names and dates.</source>
        <translation>لم تدخلها إلا نسخ منقّاة، بأسماء وتواريخ محايدة.</translation>
    </message>
    <message>
        <source>Every byte was read again before it was written: nothing that should not leave was found.</source>
        <translation>قُرئ كل بايت من جديد قبل كتابته: لم يوجد ما لا ينبغي أن يخرج.</translation>
    </message>
    <message>
        <source>It is signed with a key that is used for this bundle alone.</source>
        <translation>هي موقّعة بمفتاح لا يُستعمل إلا لهذه الحزمة.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with the passphrase alone.</source>
        <translation>هي مختومة: لا تنفتح إلا بعبارة المرور.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with one of {number} keys, and with no other.</source>
        <translation>هي مختومة: تنفتح بأحد {number} من المفاتيح، وبلا غيرها.</translation>
    </message>
    <message>
        <source>It is not sealed: whoever gets it can look into it.</source>
        <translation>ليست مختومة: من يستلمها يستطيع النظر فيها.</translation>
    </message>
    <message>
        <source>The untouched originals are in it too, with everything they give away.</source>
        <translation>فيها الأصول كما هي أيضًا، بكل ما تكشفه.</translation>
    </message>
    <message>
        <source>It is in {number} parts. Send all of them, with their names.</source>
        <translation>هي في {number} أجزاء. أرسلها كلها بأسمائها.</translation>
    </message>
    <message>
        <source>A time stamp in it says that it was there at {when}.</source>
        <translation>يقول ختم زمني فيها إنها كانت موجودة في {when}.</translation>
    </message>
    <message>
        <source>With Firsthand: “Verify a bundle”. Without it, with tools that most systems have; VERIFY.txt inside has all the commands:</source>
        <translation>بـ Firsthand: «التحقق من حزمة». وبدونه بأدوات في معظم الأنظمة؛ وفي VERIFY.txt داخلها كل الأوامر:</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make the covered copy</source>
        <translation>صنع النسخة المغطّاة</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>صنع النسخة (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have watched the whole copy</source>
        <translation>شاهدتُ النسخة كلها</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>ولا شيء آخر لتغطيته (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Covering the video, and looking once more</source>
        <translation>تغطية الفيديو، ثم نظرة أخرى</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>نظرة ثانية</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>أُوقف. لم تُصنع نسخة.</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>Sketch of the place. {said}</source>
        <translation>رسم تقريبي للمكان. {said}</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>أقرب</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>أبعد</translation>
    </message>
    <message>
        <source>Drawn from outlines in the app: nothing was fetched for it.</source>
        <translation>رُسم من خطوط في التطبيق: لم يُجلب لأجله شيء.</translation>
    </message>
</context>
<context>
    <name>MergeBox</name>
    <message>
        <source>Folder of the other vault</source>
        <translation>مجلد الخزنة الأخرى</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>جلبها</translation>
    </message>
    <message>
        <source>Bring another vault in</source>
        <translation>جلب خزنة أخرى</translation>
    </message>
    <message>
        <source>Everything of another vault of yours comes into this one, with its notes and its custody log. What is here already is not kept twice. The other vault stays as it is; its keys and its outlets are not brought along.</source>
        <translation>كل ما في خزنة أخرى لك يدخل هذه، مع ملاحظاته وسجل حيازته. وما هو هنا من قبل لا يُحفظ مرتين. تبقى الخزنة الأخرى كما هي؛ ولا تُجلب مفاتيحها ووجهاتها.</translation>
    </message>
    <message>
        <source>Passphrase of the other vault</source>
        <translation>عبارة مرور الخزنة الأخرى</translation>
    </message>
    <message>
        <source>Choose the folder of the other vault.</source>
        <translation>اختر مجلد الخزنة الأخرى.</translation>
    </message>
    <message>
        <source>This is the vault that is open.</source>
        <translation>هذه هي الخزنة المفتوحة.</translation>
    </message>
    <message>
        <source>Type the passphrase of the other vault.</source>
        <translation>اكتب عبارة مرور الخزنة الأخرى.</translation>
    </message>
    <message>
        <source>Bringing the other vault in</source>
        <translation>تُجلب الخزنة الأخرى</translation>
    </message>
    <message>
        <source>Stopped. What came until then is in the vault.</source>
        <translation>أُوقف. ما وصل حتى ذلك الحين في الخزنة.</translation>
    </message>
    <message>
        <source>Bring it in again, and the rest comes.</source>
        <translation>اجلبها من جديد، فيصل الباقي.</translation>
    </message>
    <message>
        <source>Came: {taken}, and copies of them: {copies}. Here already: {here}.</source>
        <translation>وصل: {taken}، ونسخ منه: {copies}. كان هنا من قبل: {here}.</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>قوة عبارة المرور</translation>
    </message>
    <message>
        <source>Several words that have nothing to do with each other are best: no saying, no verse, no song, nothing that stands in a book.</source>
        <translation>أفضلها عدة كلمات لا صلة بينها: لا مَثَل، ولا بيت شعر، ولا أغنية، ولا شيء في كتاب.</translation>
    </message>
    <message>
        <source>Weak: someone powerful who takes this computer could find it {time}.</source>
        <translation>ضعيفة: يستطيع ذو قدرة يأخذ هذا الحاسوب أن يجدها {time}.</translation>
    </message>
    <message>
        <source>Fair: it would take someone powerful years to find it, unless it is a line that others know.</source>
        <translation>متوسطة: يلزم ذا قدرة سنوات ليجدها، إلا إذا كانت جملة يعرفها غيرك.</translation>
    </message>
    <message>
        <source>Strong: guessing it would take longer than anybody has, unless it is a line that others know.</source>
        <translation>قوية: يطول تخمينها أكثر مما لدى أي أحد من الوقت، إلا إذا كانت جملة يعرفها غيرك.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>في يوم</translation>
    </message>
    <message>
        <source>within days</source>
        <translation>في أيام</translation>
    </message>
    <message>
        <source>within months</source>
        <translation>في أشهر</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Start Tor where none runs</source>
        <translation>تشغيل Tor حيث لا يعمل</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>حفظ هذا</translation>
    </message>
    <message>
        <source>Try Tor now</source>
        <translation>تجربة Tor الآن</translation>
    </message>
    <message>
        <source>How Tor is come by</source>
        <translation>من أين يأتي Tor</translation>
    </message>
    <message>
        <source>Bridges, one a line</source>
        <translation>الجسور، كل في سطر</translation>
    </message>
    <message>
        <source>Bridges hide from your network that you use Tor, as far as that can be done. You get them from bridges.torproject.org, or from somebody you trust. With them Firsthand starts a Tor of its own, and uses no other.</source>
        <translation>تخفي الجسور عن شبكتك أنك تستعمل Tor، بقدر ما يمكن ذلك. تحصل عليها من bridges.torproject.org، أو ممن تثق به. ومعها يشغّل Firsthand نسخة Tor خاصة به، ولا يستعمل غيرها.</translation>
    </message>
    <message>
        <source>A Tor runs on this computer.</source>
        <translation>يعمل Tor على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No Tor runs on this computer.</source>
        <translation>لا يعمل Tor على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Firsthand can start one.</source>
        <translation>يستطيع Firsthand تشغيل واحد.</translation>
    </message>
    <message>
        <source>There is none to start either: install the package tor.</source>
        <translation>ولا يوجد ما يُشغَّل: ثبّت الحزمة tor.</translation>
    </message>
    <message>
        <source>The bridges need the package {name}, which is not here.</source>
        <translation>تحتاج الجسور إلى الحزمة {name}، وليست هنا.</translation>
    </message>
    <message>
        <source>Kept. Bridges: {number}.</source>
        <translation>حُفظ. الجسور: {number}.</translation>
    </message>
    <message>
        <source>Waiting for Tor…</source>
        <translation>انتظار Tor…</translation>
    </message>
    <message>
        <source>Tor is ready.</source>
        <translation>‏Tor جاهز.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The same again</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>اختر عبارة مرور.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>عبارتا المرور مختلفتان. اكتب نفسها في الحقلين.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>هذه بطاقة من مفتاح مقسّم. اختر عبارة مرور ليست بطاقة.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Something in Firsthand itself went wrong.</source>
        <translation>حدث خلل في Firsthand نفسه.</translation>
    </message>
    <message>
        <source>You can send these lines to its makers; they hold nothing of your files:
{report}</source>
        <translation>تستطيع إرسال هذه الأسطر إلى صانعيه؛ ليس فيها شيء من ملفاتك:
{report}</translation>
    </message>
</context>
<context>
    <name>OpeningsBox</name>
    <message>
        <source>Show what was done with it</source>
        <translation>بيان ما جرى عليه</translation>
    </message>
    <message>
        <source>Everything above, signed, for whom you give it to, and the same in words beside it. It tells the digest and size of this original, and nothing of other items.</source>
        <translation>كل ما في الأعلى موقّعًا لمن تعطيه إياه، ومعه الشيء نفسه بالكلمات. يقول بصمة هذا الأصل وحجمه، ولا يقول شيئًا عن العناصر الأخرى.</translation>
    </message>
    <message>
        <source>Write the custody log of this item…</source>
        <translation>كتابة سجل حيازة هذا العنصر…</translation>
    </message>
    <message>
        <source>Prove this original to somebody</source>
        <translation>إثبات هذا الأصل لأحد</translation>
    </message>
    <message>
        <source>An opening shows whom you give it to that you held this original when you signed the bundle. It tells its digest and size, how the copy was covered, cropped and cut, nothing of other items, and cannot be taken back.</source>
        <translation>يبيّن الكشف لمن تعطيه إياه أنك كنت تملك هذا الأصل حين وقّعت الحزمة. يقول بصمته وحجمه، وكيف غُطّيت النسخة وقُصّت وقُطعت، ولا يقول شيئًا عن العناصر الأخرى، ولا يمكن سحبه.</translation>
    </message>
    <message>
        <source>Write an opening for bundle {bundle}…</source>
        <translation>كتابة كشف للحزمة {bundle}…</translation>
    </message>
    <message>
        <source>Prove when a bundle was there</source>
        <translation>إثبات متى كانت حزمة موجودة</translation>
    </message>
    <message>
        <source>A time-stamp authority signs one digest that means nothing to it. Write the request, take it there in a way that does not tell who you are, and take its answer in. Whoever has the bundle gets the file that is then written.</source>
        <translation>توقّع جهة الختم الزمني بصمة لا تعني لها شيئًا. اكتب الطلب، وأوصله إليها بطريقة لا تقول من أنت، وأدخل جوابها. ينال من لديه الحزمة الملف الذي يُكتب حينها.</translation>
    </message>
    <message>
        <source>Write a request for bundle {bundle}…</source>
        <translation>كتابة طلب للحزمة {bundle}…</translation>
    </message>
    <message>
        <source>Take in the answer for bundle {bundle}…</source>
        <translation>إدخال الجواب للحزمة {bundle}…</translation>
    </message>
    <message>
        <source>Write the opening to</source>
        <translation>كتابة الكشف في</translation>
    </message>
    <message>
        <source>The opening is written: {name}</source>
        <translation>كُتب الكشف: {name}</translation>
    </message>
    <message>
        <source>Give it to whom you choose, with the bundle. “Verify a bundle” checks it.</source>
        <translation>أعطه لمن تختار مع الحزمة. «التحقق من حزمة» يفحصه.</translation>
    </message>
    <message>
        <source>Write the log to</source>
        <translation>كتابة السجل في</translation>
    </message>
    <message>
        <source>The log is written: {name}</source>
        <translation>كُتب السجل: {name}</translation>
    </message>
    <message>
        <source>The same in words: {name}. “Verify a bundle” checks the first.</source>
        <translation>الشيء نفسه بالكلمات: {name}. «التحقق من حزمة» يفحص الأول.</translation>
    </message>
    <message>
        <source>Write the request to</source>
        <translation>كتابة الطلب في</translation>
    </message>
    <message>
        <source>The request is written: {name}</source>
        <translation>كُتب الطلب: {name}</translation>
    </message>
    <message>
        <source>Give it to a time-stamp authority, and keep its answer.</source>
        <translation>أعطه لجهة ختم زمني، واحفظ جوابها.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s answer</source>
        <translation>اختر جواب الجهة</translation>
    </message>
    <message>
        <source>Write the time stamp to</source>
        <translation>كتابة الختم الزمني في</translation>
    </message>
    <message>
        <source>The time stamp is written: {name}</source>
        <translation>كُتب الختم الزمني: {name}</translation>
    </message>
    <message>
        <source>It states {when}. “Verify a bundle” checks it.</source>
        <translation>يذكر {when}. «التحقق من حزمة» يفحصه.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>How fast</source>
        <translation>بأي سرعة</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>بأقصى سرعة</translation>
    </message>
    <message>
        <source>1 MB/s</source>
        <translation>1 ميغابايت/ث</translation>
    </message>
    <message>
        <source>200 kB/s</source>
        <translation>200 كيلوبايت/ث</translation>
    </message>
    <message>
        <source>50 kB/s</source>
        <translation>50 كيلوبايت/ث</translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation>متى يبدأ</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>Some time within an hour</source>
        <translation>في وقت ما خلال ساعة</translation>
    </message>
    <message>
        <source>Some time within a day</source>
        <translation>في وقت ما خلال يوم</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق الإرسال</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>الوجهات</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>لا شيء ينتظر الإرسال.</translation>
    </message>
    <message>
        <source>Choose photos and videos, make a bundle, and send it to an outlet that you trust. It then waits here, sealed, until the outlet has confirmed it, however often the line breaks.</source>
        <translation>اختر صورًا ومقاطع فيديو، واصنع حزمة، وأرسلها إلى وجهة تثق بها. تنتظر حينها هنا مختومة حتى تؤكدها الوجهة، مهما انقطع الخط.</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>كيف يُرسَل</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Slower, and begun at a time left to chance, it stands out less to whoever watches your line. What waits is sent while the vault is open, and it does not lock by itself during that. Locking it stops the sending at once; it goes on after the next unlock, where the outlet lets it.</source>
        <translation>إذا كان أبطأ وبدأ في وقت متروك للمصادفة قلّ لفته لنظر من يراقب خطك. يُرسَل ما ينتظر ما دامت الخزنة مفتوحة، ولا تُقفل من تلقاء نفسها أثناء ذلك. وقفلها يوقف الإرسال فورًا؛ ويُتابَع بعد الفتح التالي حيث تسمح الوجهة.</translation>
    </message>
    <message>
        <source>Chosen exactly: {rate} a second, begun within {minutes} min.</source>
        <translation>اختير بدقة: {rate} في الثانية، والبدء خلال {minutes} دقيقة.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Close this summary</source>
        <translation>إغلاق هذا الملخص</translation>
    </message>
</context>
<context>
    <name>OutletCard</name>
    <message>
        <source>Try to reach it</source>
        <translation>محاولة الوصول إليها</translation>
    </message>
    <message>
        <source>Change the way there</source>
        <translation>تغيير الطريق إليها</translation>
    </message>
    <message>
        <source>Save its card…</source>
        <translation>حفظ بطاقتها…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Everybody sees what it takes, at once and for good, with its account&apos;s name.</source>
        <translation>يرى الجميع ما تأخذه، فورًا ودائمًا، باسم حسابها.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>تأخذ {size} على الأكثر كل مرة.</translation>
    </message>
    <message>
        <source>It has no key: anybody on its side could read what is sent.</source>
        <translation>ليس لها مفتاح: يستطيع أي أحد من جهتها قراءة ما يُرسَل.</translation>
    </message>
    <message>
        <source>What goes there is sealed to its key: {key}</source>
        <translation>ما يذهب إليها يُختم لمفتاحها: {key}</translation>
    </message>
    <message>
        <source>What goes there is sealed to the OpenPGP key {fingerprint} of {owner}</source>
        <translation>ما يذهب إليها يُختم لمفتاح OpenPGP {fingerprint} لصاحبه {owner}</translation>
    </message>
    <message>
        <source>Reached over Tor.</source>
        <translation>يوصَل إليها عبر Tor.</translation>
    </message>
    <message>
        <source>Reached by the proxy that you named.</source>
        <translation>يوصَل إليها عبر الوكيل الذي سمّيته.</translation>
    </message>
    <message>
        <source>Reached directly: your network sees whom you write to.</source>
        <translation>يوصَل إليها مباشرة: ترى شبكتك لمن تكتب.</translation>
    </message>
    <message>
        <source>The words of the card: {words}</source>
        <translation>كلمات البطاقة: {words}</translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Write an outlet down</source>
        <translation>تدوين وجهة</translation>
    </message>
    <message>
        <source>What to call it</source>
        <translation>ماذا تُسمّى</translation>
    </message>
    <message>
        <source>What it speaks</source>
        <translation>بأي طريقة تُخاطَب</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>عنوانها</translation>
    </message>
    <message>
        <source>Its key to seal to: age or OpenPGP</source>
        <translation>مفتاحها للختم: age أو OpenPGP</translation>
    </message>
    <message>
        <source>User name or first key, if it gave one</source>
        <translation>اسم المستخدم أو المفتاح الأول، إن أعطت واحدًا</translation>
    </message>
    <message>
        <source>Password or second key, if it gave one</source>
        <translation>كلمة المرور أو المفتاح الثاني، إن أعطت واحدًا</translation>
    </message>
    <message>
        <source>The key of its server, if it gave one</source>
        <translation>مفتاح خادومها، إن أعطت واحدًا</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>ترك ذلك</translation>
    </message>
</context>
<context>
    <name>OutletsPage</name>
    <message>
        <source>Trust it again</source>
        <translation>الثقة بها من جديد</translation>
    </message>
    <message>
        <source>Add from a file or a picture…</source>
        <translation>إضافة من ملف أو صورة…</translation>
    </message>
    <message>
        <source>Paste a card</source>
        <translation>لصق بطاقة</translation>
    </message>
    <message>
        <source>Write one down…</source>
        <translation>تدوين واحدة…</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>العودة إلى صندوق الإرسال</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>الوجهات</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>لا تثق بأي وجهة بعد.</translation>
    </message>
    <message>
        <source>An outlet is a newsroom or an organisation that takes what you send. It gives you its card, as a file or as a picture with a code, and tells you the eight words of the card another way. Nothing is sent anywhere before that.</source>
        <translation>الوجهة غرفة أخبار أو منظمة تأخذ ما ترسله. تعطيك بطاقتها، ملفًا أو صورة فيها رمز، وتخبرك بكلمات البطاقة الثماني بطريق آخر. لا يُرسَل شيء إلى أي مكان قبل ذلك.</translation>
    </message>
    <message>
        <source>Choose a card, or pictures of one</source>
        <translation>اختر بطاقة، أو صورًا لبطاقة</translation>
    </message>
    <message>
        <source>You trust {name} now.</source>
        <translation>تثق الآن بـ {name}.</translation>
    </message>
    <message>
        <source>Reaching it…</source>
        <translation>جارٍ الوصول إليها…</translation>
    </message>
    <message>
        <source>It answers. Nothing was sent.</source>
        <translation>تجيب. لم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>تأخذ {size} على الأكثر كل مرة.</translation>
    </message>
    <message>
        <source>It has room for {size}.</source>
        <translation>فيها متسع لـ {size}.</translation>
    </message>
    <message>
        <source>The way to {name} is changed.</source>
        <translation>تغيّر الطريق إلى {name}.</translation>
    </message>
    <message>
        <source>Save the card (.json, or .png for a picture)</source>
        <translation>حفظ البطاقة (‎.json، أو ‎.png لصورة)</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>كُتب: {names}</translation>
    </message>
    <message>
        <source>It comes in several pictures: all of them are needed to read it.</source>
        <translation>تأتي في عدة صور: تلزم كلها لقراءتها.</translation>
    </message>
    <message>
        <source>{name} is taken away. What waits for it is not sent.</source>
        <translation>أُزيلت {name}. ما ينتظر لها لا يُرسَل.</translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>How much was sent</source>
        <translation>كم أُرسل</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>الإرسال الآن</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>غير مختوم</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>‏{done} من {total}</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>يُرسَل الآن</translation>
    </message>
    <message>
        <source>is being connected</source>
        <translation>يجري الاتصال</translation>
    </message>
    <message>
        <source>{state}, not before {when}</source>
        <translation>‏{state}، ليس قبل {when}</translation>
    </message>
    <message>
        <source>{confirmed} {when}. The custody log has it.</source>
        <translation>‏{confirmed} {when}. وهو في سجل الحيازة.</translation>
    </message>
    <message>
        <source>Tries so far: {number}.</source>
        <translation>المحاولات حتى الآن: {number}.</translation>
    </message>
    <message>
        <source>Forget this line</source>
        <translation>نسيان هذا السطر</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>إظهار عبارة المرور</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>إخفاء عبارة المرور</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Places</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>تغطية كل ما وُجد</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones</source>
        <translation>لا شيء لتغطيته في المشكوك فيها</translation>
    </message>
    <message>
        <source>What is only a maybe, or no person (Ctrl+N)</source>
        <translation>ما هو احتمال فقط، أو ليس شخصًا (Ctrl+N)</translation>
    </message>
    <message>
        <source>Look for more</source>
        <translation>بحث أوسع</translation>
    </message>
    <message>
        <source>For people, writing and more, not for faces alone (F)</source>
        <translation>الأشخاص والكتابات وغيرها، لا الوجوه فقط (F)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>تغطية</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>تغطيته (Enter)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>يبقى ظاهرًا</translation>
    </message>
    <message>
        <source>Leave it visible (K)</source>
        <translation>إبقاؤه ظاهرًا (K)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>لا شيء لتغطيته</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>نظرتَ، ولا شيء منه لتغطيته (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>إزالته (Delete)</translation>
    </message>
    <message>
        <source>There is no blur and no mosaic here, on purpose. They are computed from what they cover, and machines read it back: in our measurement a simple program still knew 84 of 100 blurred faces and 93 of 100 in mosaic, where guessing gives 20. The soft fill and the solid cover are computed from nothing of what they cover.</source>
        <translation>لا تمويه ضبابي هنا ولا فسيفساء، عمدًا. فهما يُحسبان مما يغطّيانه، والآلات تستعيد قراءته: في قياسنا ظل برنامج بسيط يعرف 84 من 100 وجه ضبابي و93 من 100 وجه بالفسيفساء، والتخمين يعطي 20. أما الملء الناعم والغطاء المصمت فلا يُحسبان من شيء مما تحتهما.</translation>
    </message>
    <message>
        <source>Why no blur or mosaic?</source>
        <translation>لماذا لا ضباب ولا فسيفساء؟</translation>
    </message>
    <message>
        <source>What we measured (F1)</source>
        <translation>ما قسناه (F1)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>التالي (T)، السابق (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>التالي (S)، السابق (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>التالي (W)، السابق (Shift+W)</translation>
    </message>
    <message>
        <source>Words on it</source>
        <translation>كلمات عليه</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>مغطّى بـ</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>من هو، من أشخاص الاستمارة</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>سبب، أو اسم</translation>
    </message>
    <message>
        <source>Everything that is not decided yet (Ctrl+Enter)</source>
        <translation>كل ما لم يُقرَّر بعد (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones ({number})</source>
        <translation>لا شيء لتغطيته في المشكوك فيها ({number})</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>اكتب من هو أو لماذا يجوز أن يُرى، واضغط Enter.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>يُحفظ في الخزنة مع النسخة.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>تغيير السبب</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>تغيير ما هو</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>تغيير الغطاء</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>تغيير من هو</translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>Save for posting…</source>
        <translation>حفظ للنشر…</translation>
    </message>
    <message>
        <source>Where you post it</source>
        <translation>أين تنشره</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>حفظ للنشر</translation>
    </message>
    <message>
        <source>Firsthand posts nothing. It saves the cleaned or covered copies under names that say nothing, makes smaller what is too large there, and reads each file again before it gets its name. Whoever knows the place or the people still knows them in the picture.</source>
        <translation>لا ينشر Firsthand شيئًا. يحفظ النسخ المنقّاة أو المغطّاة بأسماء لا تقول شيئًا، ويصغّر ما هو أكبر مما يُقبل هناك، ويقرأ كل ملف من جديد قبل أن ينال اسمه. ومن يعرف المكان أو الأشخاص يظل يعرفهم في الصورة.</translation>
    </message>
    <message>
        <source>Photos and videos to be saved: {number}</source>
        <translation>صور ومقاطع فيديو للحفظ: {number}</translation>
    </message>
    <message>
        <source>no photos</source>
        <translation>لا صور</translation>
    </message>
    <message>
        <source>What fits there. Photos: {photo}. Videos: {video}.</source>
        <translation>ما يُقبل هناك. الصور: {photo}. الفيديو: {video}.</translation>
    </message>
    <message>
        <source>As read in {month}: {source}</source>
        <translation>كما قُرئ في {month}: {source}</translation>
    </message>
    <message>
        <source>No page with these figures was found: they are what is generally known.</source>
        <translation>لم توجد صفحة بهذه الأرقام: هي المعروف عمومًا.</translation>
    </message>
    <message>
        <source>Save the copies in</source>
        <translation>حفظ النسخ في</translation>
    </message>
    <message>
        <source>Stopped. What was saved is whole.</source>
        <translation>أُوقف. ما حُفظ سليم.</translation>
    </message>
    <message>
        <source>Saving what is to be posted</source>
        <translation>حفظ ما سيُنشر</translation>
    </message>
    <message>
        <source>made again, to fit</source>
        <translation>صُنعت من جديد لتناسب</translation>
    </message>
    <message>
        <source>the very copy of the vault</source>
        <translation>نسخة الخزنة بعينها</translation>
    </message>
    <message>
        <source>Saved: {number} of {all}, in {folder}</source>
        <translation>حُفظ: {number} من {all}، في {folder}</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>لم يُرسَل شيء.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>… and {number} more</source>
        <translation>… و{number} غيرها</translation>
    </message>
    <message>
        <source>The cleaned copy, and not a word about it.</source>
        <translation>النسخة المنقّاة، بلا كلمة عنها.</translation>
    </message>
    <message>
        <source>What the copies themselves still show</source>
        <translation>ما زالت النسخ نفسها تُظهر</translation>
    </message>
</context>
<context>
    <name>ProofsBox</name>
    <message>
        <source>Check an opening…</source>
        <translation>فحص كشف…</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>مقارنة بالأصل…</translation>
    </message>
    <message>
        <source>Check a time stamp that came later…</source>
        <translation>فحص ختم زمني وصل لاحقًا…</translation>
    </message>
    <message>
        <source>Check the time stamp by the authority&apos;s certificates…</source>
        <translation>فحص الختم الزمني بشهادات الجهة…</translation>
    </message>
    <message>
        <source>Choose the opening</source>
        <translation>اختر الكشف</translation>
    </message>
    <message>
        <source>The opening holds for {item}.</source>
        <translation>الكشف صحيح لـ {item}.</translation>
    </message>
    <message>
        <source>Whoever signed this bundle held an original of {size} with the SHA-256 {digest} then. When and where it was recorded, it does not say.</source>
        <translation>كان لدى من وقّع هذه الحزمة حينها أصل حجمه {size} وبصمته SHA-256 {digest}. أما متى سُجّل وأين فلا يقول ذلك.</translation>
    </message>
    <message>
        <source>Choose the original</source>
        <translation>اختر الأصل</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>Comparing the original and the copy</source>
        <translation>مقارنة الأصل والنسخة</translation>
    </message>
    <message>
        <source>This is the original that was signed.</source>
        <translation>هذا هو الأصل الذي وُقّع.</translation>
    </message>
    <message>
        <source>Choose the time stamp</source>
        <translation>اختر الختم الزمني</translation>
    </message>
    <message>
        <source>It is about this bundle, and states {when}.</source>
        <translation>هو لهذه الحزمة، ويذكر {when}.</translation>
    </message>
    <message>
        <source>Whether that is so is not checked before you give the authority&apos;s own certificates, which you got from it and not from the sender.</source>
        <translation>لا يُفحص صدق ذلك قبل أن تعطي شهادات الجهة نفسها، مأخوذة منها لا من المُرسِل.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s certificates</source>
        <translation>اختر شهادات الجهة</translation>
    </message>
    <message>
        <source>It was there at {when}: the authority that you trust has stamped it then.</source>
        <translation>كانت موجودة في {when}: ختمتها حينها الجهة التي تثق بها.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>صنع حزمة</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق الإرسال</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>التحقق من حزمة</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>المفاتيح والأقفال</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Firsthand locks, and opens again in this language:</source>
        <translation>يُقفل Firsthand ثم يُفتح من جديد بهذه اللغة:</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>قفل (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>ReceiveBox</name>
    <message>
        <source>Code to scan with the phone&apos;s camera</source>
        <translation>رمز يُمسح بكاميرا الهاتف</translation>
    </message>
    <message>
        <source>Code for another phone</source>
        <translation>رمز لهاتف آخر</translation>
    </message>
    <message>
        <source>With the phone&apos;s browser</source>
        <translation>بمتصفح الهاتف</translation>
    </message>
    <message>
        <source>With the LocalSend app</source>
        <translation>بتطبيق LocalSend</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Is it this computer?</source>
        <translation>هل هو هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>A phone has opened this page; nobody else can now.</source>
        <translation>فتح هاتف هذه الصفحة؛ لا يستطيع غيره ذلك الآن.</translation>
    </message>
    <message>
        <source>It is for the first phone that opens it.</source>
        <translation>هي لأول هاتف يفتحها.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>For how long</source>
        <translation>كم من الوقت</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>‏{n} دقيقة</translation>
    </message>
    <message>
        <source>Announce it to all devices on this network</source>
        <translation>الإعلان عنه لكل أجهزة هذه الشبكة</translation>
    </message>
    <message>
        <source>Keep what the phone calls itself in the record</source>
        <translation>حفظ الاسم الذي يسمّي به الهاتف نفسه في الاستمارة</translation>
    </message>
    <message>
        <source>Begin to receive</source>
        <translation>بدء الاستقبال</translation>
    </message>
    <message>
        <source>Ten more minutes</source>
        <translation>عشر دقائق أخرى</translation>
    </message>
    <message>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Progress of this phone&apos;s files</source>
        <translation>تقدّم ملفات هذا الهاتف</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>ما يصل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Receive from a phone</source>
        <translation>الاستقبال من هاتف</translation>
    </message>
    <message>
        <source>A phone on the same network sends photos and videos straight into the vault: with the free LocalSend app, or with nothing but its browser. Nothing listens until you begin.</source>
        <translation>يرسل هاتف على الشبكة نفسها صورًا ومقاطع فيديو إلى الخزنة مباشرة: بتطبيق LocalSend المجاني، أو بمتصفحه وحده. لا شيء يستمع حتى تبدأ.</translation>
    </message>
    <message>
        <source>&amp;Network that the phone is on</source>
        <translation>&amp;الشبكة التي فيها الهاتف</translation>
    </message>
    <message>
        <source>Without it, the phone is given the address by hand, or scans the code.</source>
        <translation>بدونه يُعطى العنوان للهاتف باليد، أو يمسح الرمز.</translation>
    </message>
    <message>
        <source>This computer is on no network.</source>
        <translation>هذا الحاسوب ليس على أي شبكة.</translation>
    </message>
    <message>
        <source>Connect it to the one that the phone is on, or to the phone&apos;s hotspot.</source>
        <translation>صِله بالشبكة التي فيها الهاتف، أو بنقطة اتصال الهاتف.</translation>
    </message>
    <message>
        <source>Nobody has sent anything yet.</source>
        <translation>لم يرسل أحد شيئًا بعد.</translation>
    </message>
    <message>
        <source>Receiving from a phone</source>
        <translation>الاستقبال من هاتف</translation>
    </message>
    <message>
        <source>Ending: what came is examined.</source>
        <translation>ينتهي: يُفحص ما وصل.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>‏{number} ملفات</translation>
    </message>
    <message>
        <source>The phone is done. What came is examined and cleaned.</source>
        <translation>انتهى الهاتف. يُفحص ما وصل ويُنقّى.</translation>
    </message>
    <message>
        <source>Receiving has ended. Of what came, so many files are in the vault: {number}.</source>
        <translation>انتهى الاستقبال. مما وصل، عدد الملفات في الخزنة: {number}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left here.</source>
        <translation>ما خُتم حتى ذلك الحين في الخزنة؛ ولم يبق هنا من الباقي شيء.</translation>
    </message>
    <message>
        <source>Open for {time}</source>
        <translation>مفتوح مدة {time}</translation>
    </message>
    <message>
        <source>The time is over; whoever is sending may end.</source>
        <translation>انتهى الوقت؛ ومن يرسل الآن يستطيع أن يُكمل.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Only you can say these things. Leave empty what you do not want to say. What you write is kept, encrypted, as soon as you leave a field.</source>
        <translation>أنت وحدك تستطيع قول هذه الأشياء. اترك فارغًا ما لا تريد قوله. ما تكتبه يُحفظ مشفّرًا حالما تغادر الحقل.</translation>
    </message>
    <message>
        <source>One part for each person who can be recognised.</source>
        <translation>جزء لكل شخص يمكن التعرّف إليه.</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>الشخص {number}</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>حُفظ</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>A code to print and keep far from the computer, for the day when the passphrase is forgotten. Whoever has it can open the vault. It is shown once.</source>
        <translation>رمز يُطبع ويُحفظ بعيدًا عن الحاسوب، ليوم تُنسى فيه عبارة المرور. من لديه يستطيع فتح الخزنة. يُعرض مرة واحدة.</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>صنع رمز</translation>
    </message>
    <message>
        <source>The code opens the vault.</source>
        <translation>الرمز يفتح الخزنة.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>The backup is</source>
        <translation>النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>In a folder</source>
        <translation>في مجلد</translation>
    </message>
    <message>
        <source>At an outlet</source>
        <translation>عند وجهة</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>مجلد النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Choose the outlet&apos;s card…</source>
        <translation>اختيار بطاقة الوجهة…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>Where the vault will live</source>
        <translation>أين ستكون الخزنة</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>صنعها من جديد</translation>
    </message>
    <message>
        <source>Unlock it</source>
        <translation>فتحها</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Make a vault again from its backup</source>
        <translation>صنع خزنة من جديد من نسختها الاحتياطية</translation>
    </message>
    <message>
        <source>Nothing is changed in the backup. What is missing or altered there is named.</source>
        <translation>لا يتغيّر شيء في النسخة الاحتياطية. وما ينقص هناك أو غُيّر يُسمّى.</translation>
    </message>
    <message>
        <source>Where the &amp;vault will live</source>
        <translation>أين ستكون &amp;الخزنة</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;عبارة مرور النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Address that the last backup showed</source>
        <translation>العنوان الذي أظهرته آخر نسخة</translation>
    </message>
    <message>
        <source>The card of the backup&apos;s outlet</source>
        <translation>بطاقة وجهة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>The file that holds the address</source>
        <translation>الملف الذي فيه العنوان</translation>
    </message>
    <message>
        <source>Say where the vault will live, and what opens it.</source>
        <translation>قل أين ستكون الخزنة وما يفتحها.</translation>
    </message>
    <message>
        <source>Choose the folder of the backup.</source>
        <translation>اختر مجلد النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>Choose the card of the outlet.</source>
        <translation>اختر بطاقة الوجهة.</translation>
    </message>
    <message>
        <source>Making the vault again</source>
        <translation>تُصنع الخزنة من جديد</translation>
    </message>
    <message>
        <source>Stopped. The folder is no vault yet.</source>
        <translation>أُوقف. المجلد ليس خزنة بعد.</translation>
    </message>
    <message>
        <source>Make it again with the same folder, and it goes on from there.</source>
        <translation>اصنعها من جديد بالمجلد نفسه، ويستمر من هناك.</translation>
    </message>
    <message>
        <source>Files that came back: {files}, {size}.</source>
        <translation>ملفات عادت: {files}، {size}.</translation>
    </message>
    <message>
        <source>No list of this vault&apos;s owner was there: only reading every byte, on the page of keys and locks, shows that all is well.</source>
        <translation>لم تكن هناك قائمة من صاحب هذه الخزنة: وحدها قراءة كل بايت، في صفحة المفاتيح والأقفال، تُظهر أن كل شيء سليم.</translation>
    </message>
    <message>
        <source>The vault is back.</source>
        <translation>عادت الخزنة.</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>probably sealed already</source>
        <translation>مختوم من قبل على الأرجح</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>غير مختار</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Covered photos, the least sure first</source>
        <translation>الصور المغطّاة، الأقل يقينًا أولًا</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>العودة إلى المكتبة</translation>
    </message>
    <message>
        <source>Covering {number} photos</source>
        <translation>تغطية {number} صورة</translation>
    </message>
    <message>
        <source>The least sure come first. Open any of them to mend it.</source>
        <translation>الأقل يقينًا أولًا. افتح أيًّا منها لإصلاحها.</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>البحث عن الوجوه وتغطيتها</translation>
    </message>
    <message>
        <source>Covered: {done} of {all} photos</source>
        <translation>غُطّي: {done} من {all} صورة</translation>
    </message>
    <message>
        <source>Look at these first: {number}.</source>
        <translation>انظر إلى هذه أولًا: {number}.</translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation>لم يلفت شيء النظر.</translation>
    </message>
    <message>
        <source>A face that no program finds is not covered. Look at each photo before it leaves.</source>
        <translation>الوجه الذي لا يجده أي برنامج غير مغطّى. انظر إلى كل صورة قبل أن تخرج.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>The photos shown here are done; the others are as they were.</source>
        <translation>الصور المعروضة هنا منجزة؛ والأخرى كما كانت.</translation>
    </message>
    <message>
        <source>Still found in the copy: {number}</source>
        <translation>ما زال يوجد في النسخة: {number}</translation>
    </message>
    <message>
        <source>Nothing was found: look yourself</source>
        <translation>لم يوجد شيء: انظر بنفسك</translation>
    </message>
    <message>
        <source>Covered: {number}, least sure {share}%</source>
        <translation>مغطّى: {number}، أقلها يقينًا {share}٪</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>From a phone, through the air…</source>
        <translation>من هاتف، عبر الهواء…</translation>
    </message>
</context>
<context>
    <name>RouteBox</name>
    <message>
        <source>The way there</source>
        <translation>الطريق إلى هناك</translation>
    </message>
    <message>
        <source>Tor</source>
        <translation>Tor</translation>
    </message>
    <message>
        <source>A proxy</source>
        <translation>وكيل</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>مباشرة</translation>
    </message>
    <message>
        <source>Address of the proxy, in numbers</source>
        <translation>عنوان الوكيل، بالأرقام</translation>
    </message>
    <message>
        <source>My network may see whom I write to</source>
        <translation>يجوز أن ترى شبكتي لمن أكتب</translation>
    </message>
    <message>
        <source>Use this way</source>
        <translation>استعمال هذا الطريق</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>كيف يوصَل إليها</translation>
    </message>
    <message>
        <source>Say first that your network may see it.</source>
        <translation>قل أولًا إنه يجوز أن تراه شبكتك.</translation>
    </message>
    <message>
        <source>Tor hides from your network whom you write to, and from the outlet where you are. If it is not running, nothing is sent.</source>
        <translation>يخفي Tor عن شبكتك لمن تكتب، وعن الوجهة أين أنت. إن لم يعمل فلا يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Its address in numbers. If it does not answer, nothing is sent.</source>
        <translation>عنوانه بالأرقام. إن لم يُجب فلا يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Whoever watches your line sees the outlet&apos;s address; the outlet sees yours.</source>
        <translation>من يراقب خطك يرى عنوان الوجهة؛ والوجهة ترى عنوانك.</translation>
    </message>
</context>
<context>
    <name>SaysPanel</name>
    <message>
        <source>Nothing beside the picture itself that we know how to find.</source>
        <translation>لا شيء غير الصورة نفسها مما نعرف كيف نجده.</translation>
    </message>
    <message>
        <source>That is in or near {city}.</source>
        <translation>هذا في {city} أو قربها.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و{number} غيرها</translation>
    </message>
    <message>
        <source>Raw tags</source>
        <translation>الوسوم الخام</translation>
    </message>
    <message>
        <source>Raw tags ({number})</source>
        <translation>الوسوم الخام ({number})</translation>
    </message>
</context>
<context>
    <name>SealBox</name>
    <message>
        <source>Who can open it</source>
        <translation>من يستطيع فتحها</translation>
    </message>
    <message>
        <source>Only who I choose</source>
        <translation>من أختاره فقط</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>عبارة مرور</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>أي أحد</translation>
    </message>
    <message>
        <source>Their public &amp;keys, one after another</source>
        <translation>مفاتيحهم &amp;العلنية، واحدًا بعد آخر</translation>
    </message>
    <message>
        <source>Take them from a file…</source>
        <translation>أخذها من ملف…</translation>
    </message>
    <message>
        <source>Put the untouched originals in too</source>
        <translation>وضع الأصول كما هي أيضًا</translation>
    </message>
    <message>
        <source>Whoever gets this file can look into it, on its way as well.</source>
        <translation>من يستلم هذا الملف يستطيع النظر فيه، وفي الطريق أيضًا.</translation>
    </message>
    <message>
        <source>Give the key of at least one person who may open it.</source>
        <translation>أعطِ مفتاح شخص واحد على الأقل يجوز أن يفتحها.</translation>
    </message>
    <message>
        <source>Choose the passphrase that will open it.</source>
        <translation>اختر عبارة المرور التي ستفتحها.</translation>
    </message>
    <message>
        <source>Passphrase that opens the bundle</source>
        <translation>عبارة المرور التي تفتح الحزمة</translation>
    </message>
    <message>
        <source>Five random words or more</source>
        <translation>خمس كلمات عشوائية أو أكثر</translation>
    </message>
    <message>
        <source>Choose a file with public keys</source>
        <translation>اختر ملفًا فيه مفاتيح علنية</translation>
    </message>
    <message>
        <source>The key says that it belongs to {owner}. Compare its fingerprint with them another way: {digits}</source>
        <translation>يقول المفتاح إنه لـ {owner}. قارن بصمته معه بطريق آخر: {digits}</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Anybody on its side may read it</source>
        <translation>يجوز أن يقرأه أي أحد من جهتها</translation>
    </message>
    <message>
        <source>Everybody may see these copies, for good</source>
        <translation>يجوز أن يرى الجميع هذه النسخ دائمًا</translation>
    </message>
    <message>
        <source>Put into the outbox</source>
        <translation>وضعها في صندوق الإرسال</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>إلى من</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Send to an outlet</source>
        <translation>إرسال إلى وجهة</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>لا تثق بأي وجهة بعد.</translation>
    </message>
    <message>
        <source>Add the card that an outlet gave you first.</source>
        <translation>أضف أولًا البطاقة التي أعطتك إياها وجهة.</translation>
    </message>
    <message>
        <source>To the outlets</source>
        <translation>إلى الوجهات</translation>
    </message>
    <message>
        <source>{number} photos and videos, cleaned, in a new bundle. It is read again before it goes into the outbox.</source>
        <translation>‏{number} من الصور ومقاطع الفيديو، منقّاة، في حزمة جديدة. تُقرأ من جديد قبل أن تدخل صندوق الإرسال.</translation>
    </message>
    <message>
        <source>The bundle {name}</source>
        <translation>الحزمة {name}</translation>
    </message>
    <message>
        <source>Write a folder to hand over…</source>
        <translation>كتابة مجلد للتسليم…</translation>
    </message>
    <message>
        <source>Write what you hand over to</source>
        <translation>كتابة ما تسلّمه في</translation>
    </message>
    <message>
        <source>Preparing what is sent</source>
        <translation>تحضير ما يُرسَل</translation>
    </message>
    <message>
        <source>This outlet takes photos and videos in a new bundle alone.</source>
        <translation>لا تأخذ هذه الوجهة الصور ومقاطع الفيديو إلا في حزمة جديدة.</translation>
    </message>
    <message>
        <source>Writing what you hand over</source>
        <translation>كتابة ما تسلّمه</translation>
    </message>
    <message>
        <source>Stopped. Nothing was put in.</source>
        <translation>أُوقف. لم يوضع شيء.</translation>
    </message>
</context>
<context>
    <name>Sendings</name>
    <message>
        <source>Outbox</source>
        <translation>صندوق الإرسال</translation>
    </message>
    <message>
        <source>Outbox · {percent} %</source>
        <translation>صندوق الإرسال · {percent}٪</translation>
    </message>
    <message>
        <source>Outbox · …</source>
        <translation>صندوق الإرسال · …</translation>
    </message>
</context>
<context>
    <name>SharesForm</name>
    <message>
        <source>Cards for trusted people</source>
        <translation>بطاقات لمن تثق بهم</translation>
    </message>
    <message>
        <source>Each person gets a card with twenty words. So many of them open the vault together; fewer learn nothing from theirs, and none of these people can open it alone.</source>
        <translation>ينال كل شخص بطاقة فيها عشرون كلمة. هذا العدد منها يفتح الخزنة معًا؛ والأقل لا يعرفون من بطاقاتهم شيئًا، ولا يستطيع أي منهم فتحها وحده.</translation>
    </message>
    <message>
        <source>Make the cards</source>
        <translation>صنع البطاقات</translation>
    </message>
    <message>
        <source>People with a card</source>
        <translation>أشخاص معهم بطاقة</translation>
    </message>
    <message>
        <source>Needed to open</source>
        <translation>اللازم للفتح</translation>
    </message>
    <message>
        <source>More cards would be needed than there are people.</source>
        <translation>ستلزم بطاقات أكثر من عدد الأشخاص.</translation>
    </message>
    <message>
        <source>Card {number} of {of}</source>
        <translation>البطاقة {number} من {of}</translation>
    </message>
    <message>
        <source>The cards open the vault. Give each to another person.</source>
        <translation>البطاقات تفتح الخزنة. أعطِ كلًّا منها لشخص آخر.</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>Filters</source>
        <translation>المرشّحات</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>عرض كل شيء</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>ال&amp;ترتيب</translation>
    </message>
    <message>
        <source>Find by name, or by what you wrote</source>
        <translation>البحث بالاسم، أو بما كتبته</translation>
    </message>
    <message>
        <source>By import, newest first</source>
        <translation>حسب الاستيراد، الأحدث أولًا</translation>
    </message>
    <message>
        <source>By day, newest first</source>
        <translation>حسب اليوم، الأحدث أولًا</translation>
    </message>
    <message>
        <source>By day, oldest first</source>
        <translation>حسب اليوم، الأقدم أولًا</translation>
    </message>
    <message>
        <source>Gives away most first</source>
        <translation>الأكثر كشفًا أولًا</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>الأكبر أولًا</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>أي منها</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>من يوم</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>إلى يوم</translation>
    </message>
    <message>
        <source>Gives away</source>
        <translation>يكشف</translation>
    </message>
    <message>
        <source>Place known</source>
        <translation>المكان معروف</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>الأشخاص الظاهرون</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>الخطر</translation>
    </message>
    <message>
        <source>Covered copy made</source>
        <translation>صُنعت نسخة مغطّاة</translation>
    </message>
    <message>
        <source>Went into a bundle</source>
        <translation>دخل حزمة</translation>
    </message>
    <message>
        <source>By its name</source>
        <translation>حسب اسمه</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>مقاطع الفيديو</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Nobody listed</source>
        <translation>لا أحد مذكور</translation>
    </message>
    <message>
        <source>Somebody listed</source>
        <translation>أحد مذكور</translation>
    </message>
    <message>
        <source>Someone did not consent</source>
        <translation>أحدهم لم يوافق</translation>
    </message>
    <message>
        <source>Consent is implied</source>
        <translation>الموافقة ضمنية</translation>
    </message>
    <message>
        <source>All consented</source>
        <translation>الجميع وافقوا</translation>
    </message>
    <message>
        <source>Received copy</source>
        <translation>نسخة مستلَمة</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>لقطة شاشة</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>معدَّل</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>لم يُذكر</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Only new ones</source>
        <translation>الجديدة فقط</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>اختيار كل المعروض</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>إلغاء الاختيار</translation>
    </message>
    <message>
        <source>Keep the device&apos;s name in the record</source>
        <translation>حفظ اسم الجهاز في الاستمارة</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>ما يوجد هناك</translation>
    </message>
    <message>
        <source>Photos, videos and recordings</source>
        <translation>صور ومقاطع فيديو وتسجيلات</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>مقاطع الفيديو</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>ملفات أخرى</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;النوع</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;اليوم</translation>
    </message>
    <message>
        <source>A lock marks what is probably sealed already, by name, size and time; the truth is told by its content when it is taken in. Nothing of this list is written anywhere.</source>
        <translation>يعلّم القفل ما هو مختوم من قبل على الأرجح، بالاسم والحجم والوقت؛ والحقيقة يقولها محتواه عند الاستيراد. لا يُكتب شيء من هذه القائمة في أي مكان.</translation>
    </message>
    <message>
        <source>What is on {name}</source>
        <translation>ما في {name}</translation>
    </message>
    <message>
        <source>Could not be read, and will be named at the end: {number}</source>
        <translation>تعذّرت قراءتها، وستُسمّى في النهاية: {number}</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>كل الأيام</translation>
    </message>
    <message>
        <source>new: {number}</source>
        <translation>جديد: {number}</translation>
    </message>
    <message>
        <source>still listing…</source>
        <translation>ما زال يسرد…</translation>
    </message>
    <message>
        <source>Take in: {number}</source>
        <translation>استيراد: {number}</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>بلا يوم</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Unlock it, or plug it in again: the import goes on from there.</source>
        <translation>افتح قفله أو صِله من جديد: يستمر الاستيراد من هناك.</translation>
    </message>
    <message>
        <source>{number} more waiting</source>
        <translation>‏{number} أخرى تنتظر</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>يتوقف…</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>البحث عن ملفات</translation>
    </message>
    <message>
        <source>Sealing in the vault</source>
        <translation>الختم في الخزنة</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>خُتم؛ القراءة والتنقية</translation>
    </message>
    <message>
        <source>The device is gone; it is waited for</source>
        <translation>ذهب الجهاز؛ ويُنتظر</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Files that need your attention</source>
        <translation>ملفات تحتاج إلى انتباهك</translation>
    </message>
    <message>
        <source>Sealed in the vault: {number}</source>
        <translation>مختوم في الخزنة: {number}</translation>
    </message>
    <message>
        <source>Already there: {number}</source>
        <translation>كان هناك من قبل: {number}</translation>
    </message>
    <message>
        <source>Examined and cleaned: {number}</source>
        <translation>فُحص ونُقّي: {number}</translation>
    </message>
    <message>
        <source>Without a cleaned copy: {number}</source>
        <translation>بلا نسخة منقّاة: {number}</translation>
    </message>
    <message>
        <source>Not taken: {number}</source>
        <translation>لم يؤخذ: {number}</translation>
    </message>
    <message>
        <source>Failed: {number}</source>
        <translation>أخفق: {number}</translation>
    </message>
    <message>
        <source>The device may be unplugged now</source>
        <translation>يمكن فصل الجهاز الآن</translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation>لم يكن هناك ما يُستورد.</translation>
    </message>
    <message>
        <source>The original is sealed.</source>
        <translation>الأصل مختوم.</translation>
    </message>
</context>
<context>
    <name>TablesBox</name>
    <message>
        <source>As a table:</source>
        <translation>في جدول:</translation>
    </message>
    <message>
        <source>Write the table to</source>
        <translation>كتابة الجدول إلى</translation>
    </message>
    <message>
        <source>The table is written: {name}</source>
        <translation>كُتب الجدول: {name}</translation>
    </message>
    <message>
        <source>It is not sealed: anybody can read it.</source>
        <translation>ليس مختومًا: يستطيع أي أحد أن يقرأه.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Drag to go there, with Shift to mark a stretch; Ctrl and wheel to zoom</source>
        <translation>اسحب للذهاب إلى هناك، ومع Shift لتحديد مقطع؛ وCtrl مع العجلة للتكبير</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Destroy now</source>
        <translation>الإتلاف الآن</translation>
    </message>
</context>
<context>
    <name>Tongues</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>اللغة: {name}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Mark from here</source>
        <translation>التحديد من هنا</translation>
    </message>
    <message>
        <source>Mark up to here</source>
        <translation>التحديد إلى هنا</translation>
    </message>
    <message>
        <source>Cover the whole picture there</source>
        <translation>تغطية الصورة كلها هناك</translation>
    </message>
    <message>
        <source>Leave it out, with its sound</source>
        <translation>تركه مع صوته</translation>
    </message>
    <message>
        <source>Silence there</source>
        <translation>صمت هناك</translation>
    </message>
    <message>
        <source>A tone there</source>
        <translation>نغمة هناك</translation>
    </message>
    <message>
        <source>Disguise the voices there</source>
        <translation>تمويه الأصوات هناك</translation>
    </message>
    <message>
        <source>Picture and sound there as they were</source>
        <translation>الصورة والصوت هناك كما كانا</translation>
    </message>
    <message>
        <source>The track begins here</source>
        <translation>يبدأ المسار هنا</translation>
    </message>
    <message>
        <source>The track ends here</source>
        <translation>ينتهي المسار هنا</translation>
    </message>
    <message>
        <source>The track reaches from cut to cut</source>
        <translation>يمتد المسار من قطع إلى قطع</translation>
    </message>
    <message>
        <source>Split the track here</source>
        <translation>قسم المسار هنا</translation>
    </message>
    <message>
        <source>Join it with the next one</source>
        <translation>ضمّه إلى التالي</translation>
    </message>
    <message>
        <source>Take the key here away</source>
        <translation>إزالة العلامة هنا</translation>
    </message>
    <message>
        <source>More of the time</source>
        <translation>زمن أكثر في العرض</translation>
    </message>
    <message>
        <source>Less of the time</source>
        <translation>زمن أقل في العرض</translation>
    </message>
    <message>
        <source>Follow what is covered here</source>
        <translation>تتبّع ما غُطّي هنا</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>كله</translation>
    </message>
</context>
<context>
    <name>TracksPanel</name>
    <message>
        <source>Tracks</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <source>The doubtful place before (Shift+U)</source>
        <translation>الموضع المشكوك فيه السابق (Shift+U)</translation>
    </message>
    <message>
        <source>Next doubtful place</source>
        <translation>الموضع المشكوك فيه التالي</translation>
    </message>
    <message>
        <source>Go to the next one (U)</source>
        <translation>الذهاب إلى التالي (U)</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>نظرتُ</translation>
    </message>
    <message>
        <source>Nothing more has to be covered here (Y)</source>
        <translation>لا شيء آخر لتغطيته هنا (Y)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>تغطية</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>تغطيته (Enter)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>يبقى ظاهرًا</translation>
    </message>
    <message>
        <source>Leave it visible, with a name or a reason (R)</source>
        <translation>إبقاؤه ظاهرًا، مع اسم أو سبب (R)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>لا شيء لتغطيته</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>نظرتَ، ولا شيء منه لتغطيته (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>إزالته (Delete)</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>المثل لكل المتشابهة</translation>
    </message>
    <message>
        <source>What is decided here, for all of its kind (Ctrl+Shift+A)</source>
        <translation>ما يُقرَّر هنا، لكل ما هو من نوعه (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>التالي (T)، السابق (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>التالي (S)، السابق (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>التالي (W)، السابق (Shift+W)</translation>
    </message>
    <message>
        <source>The next one (Q), the one before (Shift+Q)</source>
        <translation>التالي (Q)، السابق (Shift+Q)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>مغطّى بـ</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>من هو، من أشخاص الاستمارة</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>سبب، أو اسم</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>كيف تُرمّز النسخة</translation>
    </message>
    <message>
        <source>To be looked at: {number}.</source>
        <translation>للنظر: {number}.</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>اكتب من هو أو لماذا يجوز أن يُرى، واضغط Enter.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>يُحفظ في الخزنة مع النسخة.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>تغيير السبب</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>تغيير ما هو</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>تغيير الغطاء</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>تغيير من هو</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Vault folder</source>
        <translation>مجلد الخزنة</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>يُفتح القفل</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Unlock your vault</source>
        <translation>افتح خزنتك</translation>
    </message>
    <message>
        <source>&amp;Vault folder</source>
        <translation>&amp;مجلد الخزنة</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;عبارة المرور</translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation>الفتح بعبارة مرور</translation>
    </message>
    <message>
        <source>Open with trusted people&apos;s cards</source>
        <translation>الفتح ببطاقات من تثق بهم</translation>
    </message>
    <message>
        <source>This vault was wiped. Nothing opens it any more.</source>
        <translation>أُتلفت هذه الخزنة. لم يعد شيء يفتحها.</translation>
    </message>
    <message>
        <source>Its files are being deleted. You may close the window meanwhile.</source>
        <translation>تُحذف ملفاتها. تستطيع إغلاق النافذة أثناء ذلك.</translation>
    </message>
    <message>
        <source>The folder holds files that are not the vault&apos;s, so it stays.</source>
        <translation>في المجلد ملفات ليست للخزنة، فهو باقٍ.</translation>
    </message>
    <message>
        <source>The vault was wiped, and its files are gone.</source>
        <translation>أُتلفت الخزنة، وذهبت ملفاتها.</translation>
    </message>
    <message>
        <source>Copies and backups elsewhere are as they were.</source>
        <translation>النسخ والنسخ الاحتياطية في أماكن أخرى كما كانت.</translation>
    </message>
    <message>
        <source>The pause is over: try again.</source>
        <translation>انتهت المهلة: حاول مجددًا.</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Back to the beginning</source>
        <translation>العودة إلى البداية</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>التحقق من حزمة</translation>
    </message>
    <message>
        <source>Drop a bundle here</source>
        <translation>أفلت حزمة هنا</translation>
    </message>
    <message>
        <source>It is read on this computer alone: whether it is whole, and unchanged since it was signed. Nothing is unpacked, and nothing is sent.</source>
        <translation>تُقرأ على هذا الحاسوب وحده: هل هي سليمة ولم تتغيّر منذ توقيعها. لا يُفكّ شيء، ولا يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>اختيار حزمة…</translation>
    </message>
    <message>
        <source>Your &amp;key, or the passphrase, for a sealed bundle</source>
        <translation>&amp;مفتاحك، أو عبارة المرور، لحزمة مختومة</translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation>أخذه من ملف…</translation>
    </message>
    <message>
        <source>Open with this key</source>
        <translation>الفتح بهذا المفتاح</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation>قراءة الحزمة</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>اختر حزمة</translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation>اختر ملف مفتاحك</translation>
    </message>
    <message>
        <source>This custody log holds: nothing in it was changed since it was signed.</source>
        <translation>سجل الحيازة هذا صحيح: لم يتغيّر فيه شيء منذ توقيعه.</translation>
    </message>
    <message>
        <source>The times are those of the sender&apos;s own clock, and it does not show that nothing was left out.</source>
        <translation>الأوقات من ساعة المُرسِل نفسه، ولا يُظهر ذلك أن شيئًا لم يُسقَط.</translation>
    </message>
    <message>
        <source>This bundle is whole, and unchanged since it was signed.</source>
        <translation>هذه الحزمة سليمة ولم تتغيّر منذ توقيعها.</translation>
    </message>
    <message>
        <source>Whether you can believe it depends on who signed it: compare the key below with one that you got from the sender by another way.</source>
        <translation>هل تصدّقها أو لا يتوقف على من وقّعها: قارن المفتاح أدناه بمفتاح حصلت عليه من المُرسِل بطريق آخر.</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>وُقّعت بالمفتاح</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>الصور ومقاطع الفيديو</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Wrapping</source>
        <translation>الغلاف</translation>
    </message>
    <message>
        <source>{when}, as it states; it can be checked below</source>
        <translation>‏{when}، كما تذكر هي؛ ويمكن فحص ذلك أدناه</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>الختم الزمني</translation>
    </message>
    <message>
        <source>sealed: only the key opens it</source>
        <translation>مختومة: لا يفتحها إلا المفتاح</translation>
    </message>
    <message>
        <source>plain: anybody can open it</source>
        <translation>غير مختومة: يستطيع أي أحد فتحها</translation>
    </message>
    <message>
        <source>an unpacked folder</source>
        <translation>مجلد مفكوك</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>يصح</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>لا يصح</translation>
    </message>
    <message>
        <source>Key that it has to be &amp;signed with, if you know it</source>
        <translation>المفتاح الذي يجب أن تكون مو&amp;قّعة به، إن كنت تعرفه</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>It is signed with the key that you gave.</source>
        <translation>هي موقّعة بالمفتاح الذي أعطيته.</translation>
    </message>
</context>
<context>
    <name>Wave</name>
    <message>
        <source>Loudness</source>
        <translation>شدة الصوت</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>From {name}…</source>
        <translation>من {name}…</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Keep what your phone recorded, see what it would give away about you, and pass it on without that.</source>
        <translation>احفظ ما سجّله هاتفك، وانظر ما كان سيكشفه عنك، ومرّره بلا ذلك.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Firsthand connects to nothing by itself, and remembers nothing outside your vault, not even where it is: only a language that you choose here.</source>
        <translation>يبقى كل شيء على هذا الحاسوب. لا يتصل Firsthand بشيء من تلقاء نفسه، ولا يتذكر شيئًا خارج خزنتك، ولا حتى مكانها: إلا لغة تختارها هنا.</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>مم يتكوّن Firsthand</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>صنع خزنة</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>أنا جديد هنا</translation>
    </message>
    <message>
        <source>Make a vault: an encrypted folder that opens with a passphrase.</source>
        <translation>اصنع خزنة: مجلدًا مشفّرًا ينفتح بعبارة مرور.</translation>
    </message>
    <message>
        <source>I have a vault</source>
        <translation>لدي خزنة</translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation>افتحها بعبارة مرورها.</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>فتح خزنة</translation>
    </message>
    <message>
        <source>I have a backup</source>
        <translation>لدي نسخة احتياطية</translation>
    </message>
    <message>
        <source>Make the vault again from a folder or an outlet.</source>
        <translation>اصنع الخزنة من جديد من مجلد أو وجهة.</translation>
    </message>
    <message>
        <source>Restore a vault</source>
        <translation>استعادة خزنة</translation>
    </message>
    <message>
        <source>I was sent a bundle</source>
        <translation>أُرسلت إليّ حزمة</translation>
    </message>
    <message>
        <source>Check that it is whole and unchanged. No vault is needed.</source>
        <translation>تحقق من أنها سليمة ولم تتغيّر. لا تلزم خزنة.</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>التحقق من حزمة</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Lock this moment</source>
        <translation>القفل في هذه اللحظة</translation>
    </message>
    <message>
        <source>Destroy the vault…</source>
        <translation>إتلاف الخزنة…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
</context>
<context>
    <name>WipeBox</name>
    <message>
        <source>WIPE</source>
        <translation>إتلاف</translation>
    </message>
    <message>
        <source>Rehearse it</source>
        <translation>تجربة بلا تنفيذ</translation>
    </message>
    <message>
        <source>Destroy the vault now</source>
        <translation>إتلاف الخزنة الآن</translation>
    </message>
    <message>
        <source>Destroy the vault</source>
        <translation>إتلاف الخزنة</translation>
    </message>
    <message>
        <source>The keys go first, at once: from then on nothing opens, for nobody. Then the files are deleted; the window can be closed meanwhile. Copies and backups elsewhere stay as they are, and still open with the passphrase. Flash disks keep old blocks that only somebody with the passphrase could use.</source>
        <translation>تذهب المفاتيح أولًا وفورًا: ومنذ ذلك الحين لا يفتحها شيء لأحد. ثم تُحذف الملفات؛ ويمكن إغلاق النافذة أثناء ذلك. تبقى النسخ والنسخ الاحتياطية في أماكن أخرى كما هي، وما زالت تنفتح بعبارة المرور. وتحتفظ أقراص فلاش بكتل قديمة لا ينتفع بها إلا من لديه عبارة المرور.</translation>
    </message>
    <message>
        <source>Type {word} to destroy it</source>
        <translation>اكتب {word} لإتلافها</translation>
    </message>
    <message>
        <source>After {ms} ms nothing would open the vault any more.</source>
        <translation>بعد {ms} ميلي ثانية لن يفتح الخزنة شيء.</translation>
    </message>
    <message>
        <source>After about {s} s all of it would be gone: {files} files, {size}.</source>
        <translation>بعد نحو {s} ثانية ستذهب كلها: {files} ملفات، {size}.</translation>
    </message>
    <message>
        <source>Not the vault&apos;s, and would stay in its folder: {count}.</source>
        <translation>ليست للخزنة، وستبقى في مجلدها: {count}.</translation>
    </message>
    <message>
        <source>This was a rehearsal. Nothing was destroyed.</source>
        <translation>كانت هذه تجربة. لم يُتلف شيء.</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>not said</source>
        <translation>لم يُذكر</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>مركبة</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>لوحة أرقام</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>شاشة</translation>
    </message>
    <message>
        <source>Place that can be recognised</source>
        <translation>مكان يمكن التعرّف إليه</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>Soft fill</source>
        <translation>ملء ناعم</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>مصمت</translation>
    </message>
    <message>
        <source>Solid, with words</source>
        <translation>مصمت، مع كلمات</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>شكل بيضوي</translation>
    </message>
    <message>
        <source>Painted place</source>
        <translation>موضع مرسوم بالفرشاة</translation>
    </message>
    <message>
        <source>Found, not decided</source>
        <translation>وُجد ولم يُقرَّر</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>مغطّى</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>يبقى ظاهرًا</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>لا شيء لتغطيته</translation>
    </message>
    <message>
        <source>Maybe, not decided</source>
        <translation>ربما، لم يُقرَّر</translation>
    </message>
    <message>
        <source>{shape} {number} of {total}. {kind}: {state}</source>
        <translation>‏{shape} {number} من {total}. {kind}: {state}</translation>
    </message>
    <message>
        <source>{left} % from the left, {top} % from the top, {width} % wide, {height} % high. Arrow keys move it, + and - change its size, Delete removes it.</source>
        <translation>‏{left}٪ من اليسار، {top}٪ من الأعلى، العرض {width}٪، الارتفاع {height}٪. مفاتيح الأسهم تحرّكه، و+ و- يغيّران حجمه، وDelete يزيله.</translation>
    </message>
    <message>
        <source>Nobody of them</source>
        <translation>لا أحد منهم</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>الشخص {number}</translation>
    </message>
    <message>
        <source>{person} (no consent)</source>
        <translation>‏{person} (بلا موافقة)</translation>
    </message>
    <message>
        <source>These places were found. Others may be there: look for yourself.</source>
        <translation>وُجدت هذه المواضع. قد يكون هناك غيرها: انظر بنفسك.</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>لم يوجد وجه.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: small, turned, dark and masked faces are missed. Look for yourself, and draw what has to be covered.</source>
        <translation>هذا لا يعني أنه لا يوجد: الوجوه الصغيرة والملتفتة والمعتمة والمقنّعة تفوت. انظر بنفسك وارسم ما يجب تغطيته.</translation>
    </message>
    <message>
        <source>The copy is saved. A second look at it still finds: {number}.</source>
        <translation>حُفظت النسخة. ما زالت نظرة ثانية تجد: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Decide about each one in the list, and save again.</source>
        <translation>لا تخرج في أي حزمة بعد. قرّر في كل منها في القائمة، واحفظ من جديد.</translation>
    </message>
    <message>
        <source>The copy is saved, but nothing could look at it a second time.</source>
        <translation>حُفظت النسخة، لكن تعذّر النظر إليها مرة ثانية.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at all of it yourself.</source>
        <translation>لا تخرج في أي حزمة قبل أن تنظر إليها كلها بنفسك.</translation>
    </message>
    <message>
        <source>The covered copy is saved. A second look at it left no question open.</source>
        <translation>حُفظت النسخة المغطّاة. لم تترك نظرة ثانية سؤالًا مفتوحًا.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>هي التي تخرج في الحزمة. ما لا يجده أي برنامج لا تراه إلا أنت.</translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>Covered</source>
        <translation>مغطّى</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>يبقى ظاهرًا</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>لا شيء لتغطيته</translation>
    </message>
    <message>
        <source>Followed through a gap in which nothing was found</source>
        <translation>تُتبِّع عبر فجوة لم يوجد فيها شيء</translation>
    </message>
    <message>
        <source>May or may not be something to cover</source>
        <translation>قد يكون شيئًا لتغطيته وقد لا يكون</translation>
    </message>
    <message>
        <source>Came or went in the middle of the picture</source>
        <translation>ظهر أو اختفى في وسط الصورة</translation>
    </message>
    <message>
        <source>Frames that cannot be decoded; they will be blank</source>
        <translation>إطارات يتعذّر فك ترميزها؛ ستكون فارغة</translation>
    </message>
    <message>
        <source>Found in the covered copy by a second look</source>
        <translation>وجدته نظرة ثانية في النسخة المغطّاة</translation>
    </message>
    <message>
        <source>So much was found that covers are put together</source>
        <translation>وُجد الكثير حتى ضُمّت الأغطية بعضها إلى بعض</translation>
    </message>
    <message>
        <source>Many at once: small faces among them are easily missed</source>
        <translation>كثيرون معًا: وجوه صغيرة بينهم يسهل أن تفوت</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>صمت</translation>
    </message>
    <message>
        <source>A tone</source>
        <translation>نغمة</translation>
    </message>
    <message>
        <source>A disguised voice</source>
        <translation>صوت مموّه</translation>
    </message>
    <message>
        <source>H.264 (MP4), plays everywhere</source>
        <translation>‏H.264 (MP4)، يعمل في كل مكان</translation>
    </message>
    <message>
        <source>VP9 (WebM)</source>
        <translation>VP9 (WebM)</translation>
    </message>
    <message>
        <source>AV1, small and slow</source>
        <translation>‏AV1، صغير وبطيء</translation>
    </message>
    <message>
        <source>All covered</source>
        <translation>الكل مغطّى</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>لم يتغيّر شيء بعد.</translation>
    </message>
    <message>
        <source>Mark a stretch, and choose silence, a tone or another voice there.</source>
        <translation>حدد مقطعًا، واختر له الصمت أو نغمة أو صوتًا آخر.</translation>
    </message>
    <message>
        <source>Nothing is covered yet.</source>
        <translation>لم يُغطَّ شيء بعد.</translation>
    </message>
    <message>
        <source>Have faces found and followed, or draw what has to be covered.</source>
        <translation>اطلب إيجاد الوجوه وتتبّعها، أو ارسم ما يجب تغطيته.</translation>
    </message>
    <message>
        <source>Nothing was found in the whole video.</source>
        <translation>لم يوجد شيء في الفيديو كله.</translation>
    </message>
    <message>
        <source>That does not mean that nothing is there: small, turned, dark and masked faces are missed. Watch it yourself, and draw what has to be covered.</source>
        <translation>هذا لا يعني أنه لا شيء هناك: الوجوه الصغيرة والملتفتة والمعتمة والمقنّعة تفوت. شاهده بنفسك وارسم ما يجب تغطيته.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}. Places to be looked at: {doubtful}.</source>
        <translation>وُجد وتُتبّع وغُطّي: {number}. مواضع للنظر: {doubtful}.</translation>
    </message>
    <message>
        <source>Go to each of them, and say that you have looked. Others may be there as well.</source>
        <translation>اذهب إلى كل منها وقل إنك نظرت. وقد يكون هناك غيرها أيضًا.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}.</source>
        <translation>وُجد وتُتبّع وغُطّي: {number}.</translation>
    </message>
    <message>
        <source>Others may be there: watch it yourself.</source>
        <translation>قد يكون هناك غيرها: شاهده بنفسك.</translation>
    </message>
    <message>
        <source>A second look found more, which is covered in it as well: {number}.</source>
        <translation>وجدت نظرة ثانية المزيد، وقد غُطّي فيها أيضًا: {number}.</translation>
    </message>
    <message>
        <source>Frames that could not be decoded are blank in it: {number}.</source>
        <translation>الإطارات التي تعذّر فك ترميزها فارغة فيه: {number}.</translation>
    </message>
    <message>
        <source>Its colours were brought to those of usual screens (SDR, 8 bits).</source>
        <translation>جُعلت ألوانها كألوان الشاشات المعتادة (SDR، 8 بت).</translation>
    </message>
    <message>
        <source>The copy is made, with the sound as you chose.</source>
        <translation>صُنعت النسخة بالصوت كما اخترت.</translation>
    </message>
    <message>
        <source>Nothing listens to what is said: hear all of it before it leaves.</source>
        <translation>لا شيء يستمع إلى ما يقال: اسمعها كلها قبل أن تخرج.</translation>
    </message>
    <message>
        <source>The copy is made. A second look at it still finds something: {number}.</source>
        <translation>صُنعت النسخة. ما زالت نظرة ثانية تجد شيئًا: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Look at each place, and make the copy again.</source>
        <translation>لا تخرج في أي حزمة بعد. انظر إلى كل موضع، واصنع النسخة من جديد.</translation>
    </message>
    <message>
        <source>The copy is made, but nothing could look at it a second time.</source>
        <translation>صُنعت النسخة، لكن تعذّر النظر إليها مرة ثانية.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have watched all of it yourself.</source>
        <translation>لا تخرج في أي حزمة قبل أن تشاهدها كلها بنفسك.</translation>
    </message>
    <message>
        <source>The copy is made. Doubtful places are left that nobody has looked at.</source>
        <translation>صُنعت النسخة. بقيت مواضع مشكوك فيها لم ينظر إليها أحد.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at them, and made it again.</source>
        <translation>لا تخرج في أي حزمة قبل أن تنظر إليها وتصنعها من جديد.</translation>
    </message>
    <message>
        <source>The covered copy is made. A second look at it left no question open.</source>
        <translation>صُنعت النسخة المغطّاة. لم تترك نظرة ثانية سؤالًا مفتوحًا.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>هي التي تخرج في الحزمة. ما لا يجده أي برنامج لا تراه إلا أنت.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>cards, {need} of {of}</source>
        <translation>بطاقات، {need} من {of}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>+ 1 part</source>
        <translation>+ جزء واحد</translation>
    </message>
    <message>
        <source>+ {number} parts</source>
        <translation>‏+ {number} أجزاء</translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation>بقيت لحظة</translation>
    </message>
    <message>
        <source>about {number} s left</source>
        <translation>بقي نحو {number} ث</translation>
    </message>
    <message>
        <source>about {number} min left</source>
        <translation>بقي نحو {number} د</translation>
    </message>
    <message>
        <source>about {number} h left</source>
        <translation>بقي نحو {number} س</translation>
    </message>
    <message>
        <source>north</source>
        <translation>شمال</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>شمال شرق</translation>
    </message>
    <message>
        <source>east</source>
        <translation>شرق</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>جنوب شرق</translation>
    </message>
    <message>
        <source>south</source>
        <translation>جنوب</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>جنوب غرب</translation>
    </message>
    <message>
        <source>west</source>
        <translation>غرب</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>شمال غرب</translation>
    </message>
    <message>
        <source>In {town} ({numbers})</source>
        <translation>في {town} ({numbers})</translation>
    </message>
    <message>
        <source>{number} km {direction} of {town} ({numbers})</source>
        <translation>على بعد {number} كم {direction} {town} ({numbers})</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>The file</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما الذي حدث</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>من يقول ذلك</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>الأشخاص الظاهرون</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>الخطر</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>تحقق منه</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>سُجّل في</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>استُورد في</translation>
    </message>
    <message>
        <source>Taken in from</source>
        <translation>استُورد من</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was off by at most (s)</source>
        <translation>كان خطأ ساعة هذا الحاسوب على الأكثر (ث)</translation>
    </message>
    <message>
        <source>Device that it was read from</source>
        <translation>الجهاز الذي قُرئ منه</translation>
    </message>
    <message>
        <source>Where it lay on the device</source>
        <translation>أين كان في الجهاز</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>المدة بالثواني</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>البكسلات</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Found unchanged</source>
        <translation>وُجد بلا تغيير</translation>
    </message>
    <message>
        <source>Device, says the file</source>
        <translation>الجهاز، كما يقول الملف</translation>
    </message>
    <message>
        <source>Generation, by its name</source>
        <translation>الجيل، حسب اسمه</translation>
    </message>
    <message>
        <source>Taken in with</source>
        <translation>استُورد بـ</translation>
    </message>
    <message>
        <source>Time, says the file</source>
        <translation>الوقت، كما يقول الملف</translation>
    </message>
    <message>
        <source>Time, say you</source>
        <translation>الوقت، كما تقول</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>How exact the time is</source>
        <translation>مدى دقة الوقت</translation>
    </message>
    <message>
        <source>How you know the time</source>
        <translation>كيف تعرف الوقت</translation>
    </message>
    <message>
        <source>Place, says the file</source>
        <translation>المكان، كما يقول الملف</translation>
    </message>
    <message>
        <source>Place, say you</source>
        <translation>المكان، كما تقول</translation>
    </message>
    <message>
        <source>How exact the place is</source>
        <translation>مدى دقة المكان</translation>
    </message>
    <message>
        <source>How you know the place</source>
        <translation>كيف تعرف المكان</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>معالم</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>في سطر واحد</translation>
    </message>
    <message>
        <source>Language heard or read</source>
        <translation>اللغة المسموعة أو المقروءة</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>نوع الحدث</translation>
    </message>
    <message>
        <source>Hard to look at</source>
        <translation>صعب المشاهدة</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>كلمات مفتاحية</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Name to use for you</source>
        <translation>الاسم الذي تُدعى به</translation>
    </message>
    <message>
        <source>How to reach you, only if you want that</source>
        <translation>كيف يوصَل إليك، إن أردت فقط</translation>
    </message>
    <message>
        <source>Willing to testify</source>
        <translation>الاستعداد للشهادة</translation>
    </message>
    <message>
        <source>Who may use it, and how</source>
        <translation>من يجوز له استعماله، وكيف</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>ما اتُّفق عليه</translation>
    </message>
    <message>
        <source>Name or description</source>
        <translation>الاسم أو الوصف</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Agreed to what purpose</source>
        <translation>وافق لأي غرض</translation>
    </message>
    <message>
        <source>Agreed to be seen by</source>
        <translation>وافق أن يراه</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>كيف تُسحب</translation>
    </message>
    <message>
        <source>Needs protection</source>
        <translation>يحتاج إلى حماية</translation>
    </message>
    <message>
        <source>Under age</source>
        <translation>قاصر</translation>
    </message>
    <message>
        <source>Risk if this is seen</source>
        <translation>الخطر إن شوهد هذا</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>من يجوز أن يراه</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>ليس قبل</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>الدافع</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>مملوء</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>Sealed to a key</source>
        <translation>مختوم لمفتاح</translation>
    </message>
    <message>
        <source>Place revealed</source>
        <translation>المكان المكشوف</translation>
    </message>
    <message>
        <source>Time revealed</source>
        <translation>الوقت المكشوف</translation>
    </message>
    <message>
        <source>Originals in it</source>
        <translation>الأصول فيها</translation>
    </message>
    <message>
        <source>How</source>
        <translation>كيف</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>الموجودات</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>مدى اليقين</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>high</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>ربما</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>ضمنية</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>صريحة</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>بدقة</translation>
    </message>
    <message>
        <source>to the minute</source>
        <translation>إلى الدقيقة</translation>
    </message>
    <message>
        <source>to the hour</source>
        <translation>إلى الساعة</translation>
    </message>
    <message>
        <source>to the day</source>
        <translation>إلى اليوم</translation>
    </message>
    <message>
        <source>to the month</source>
        <translation>إلى الشهر</translation>
    </message>
    <message>
        <source>to the year</source>
        <translation>إلى السنة</translation>
    </message>
    <message>
        <source>to the street</source>
        <translation>إلى الشارع</translation>
    </message>
    <message>
        <source>to the city</source>
        <translation>إلى المدينة</translation>
    </message>
    <message>
        <source>to the region</source>
        <translation>إلى المنطقة</translation>
    </message>
    <message>
        <source>to the country</source>
        <translation>إلى البلد</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>أرشيف ZIP</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>a camera</source>
        <translation>كاميرا</translation>
    </message>
    <message>
        <source>a phone</source>
        <translation>هاتف</translation>
    </message>
    <message>
        <source>a phone, by LocalSend</source>
        <translation>هاتف، عبر LocalSend</translation>
    </message>
    <message>
        <source>a phone&apos;s browser</source>
        <translation>متصفح هاتف</translation>
    </message>
    <message>
        <source>a received copy</source>
        <translation>نسخة مستلَمة</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>لقطة شاشة</translation>
    </message>
    <message>
        <source>an edited copy</source>
        <translation>نسخة معدّلة</translation>
    </message>
    <message>
        <source>a copy without camera data</source>
        <translation>نسخة بلا بيانات كاميرا</translation>
    </message>
    <message>
        <source>nothing tells</source>
        <translation>لا شيء يدل</translation>
    </message>
    <message>
        <source>a picture copied in another program</source>
        <translation>صورة منسوخة في برنامج آخر</translation>
    </message>
</context>
</TS>
