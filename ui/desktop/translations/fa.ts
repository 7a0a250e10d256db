<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Cover</source>
        <translation>پوشاندن</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>پیدا بماند</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>پوشاندن هر چه پیدا شد</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Draw an ellipse</source>
        <translation>کشیدن بیضی</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>کشیدن کادر</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>رنگ زدن</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>جابه‌جا کردن یا تغییر اندازه</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>برش و راست کردن</translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Add a passphrase</source>
        <translation>افزودن عبارت عبور</translation>
    </message>
    <message>
        <source>Another person, or another place, gets a passphrase of its own. It opens the same things, and can be taken away without changing yours.</source>
        <translation>کس دیگری، یا جای دیگری، عبارت عبور خودش را می‌گیرد. همان چیزها را باز می‌کند، و بی‌آنکه عبارت شما تغییر کند می‌توان آن را برداشت.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارت عبور تازه</translation>
    </message>
    <message>
        <source>Whose it is, or what for</source>
        <translation>از آنِ کیست، یا برای چیست</translation>
    </message>
    <message>
        <source>The new passphrase opens the vault too.</source>
        <translation>عبارت عبور تازه هم گاوصندوق را باز می‌کند.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Taken within seconds of this one. They get the same covers, and every face found in them is covered too, also where you left one visible here. (Ctrl+Shift+S)</source>
        <translation>در چند ثانیه‌ای این یکی گرفته شده‌اند. همین پوشش‌ها را می‌گیرند، و هر چهره‌ای که در آن‌ها پیدا شود نیز پوشانده می‌شود، حتی جایی که اینجا یکی را پیدا گذاشته‌اید. (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Same in similar photos ({number})</source>
        <translation>همین در عکس‌های همانند ({number})</translation>
    </message>
</context>
<context>
    <name>Arrived</name>
    <message>
        <source>See what is on it</source>
        <translation>دیدن آنچه در آن است</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>اکنون نه</translation>
    </message>
    <message>
        <source>{name} is plugged in.</source>
        <translation>‏{name} وصل است.</translation>
    </message>
</context>
<context>
    <name>BackupBox</name>
    <message>
        <source>Folder of the backup</source>
        <translation>پوشهٔ پشتیبان</translation>
    </message>
    <message>
        <source>Read back all that is there already, too</source>
        <translation>همهٔ آنچه از پیش آنجاست هم بازخوانی شود</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>اکنون پشتیبان بگیر</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>جای دوم</translation>
    </message>
    <message>
        <source>A disk breaks, a computer is taken. A backup holds the same encrypted files, and opens with the same passphrase. Whoever looks at that place sees how many files there are, their sizes and times. Only what changed is sent each time, and what was sent is read back.</source>
        <translation>دیسک خراب می‌شود، رایانه را می‌برند. پشتیبان همان فایل‌های رمزگذاری‌شده را دارد و با همان عبارت عبور باز می‌شود. هر که آن جا را ببیند شمار فایل‌ها، اندازه‌ها و زمان‌هایشان را می‌بیند. هر بار تنها آنچه تغییر کرده فرستاده می‌شود، و آنچه فرستاده شد بازخوانی می‌شود.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>کجا</translation>
    </message>
    <message>
        <source>A folder on another disk</source>
        <translation>پوشه‌ای روی دیسک دیگر</translation>
    </message>
    <message>
        <source>The outlet {name}</source>
        <translation>مقصد {name}</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>نخست پوشه را برگزینید.</translation>
    </message>
    <message>
        <source>Where to write the backup&apos;s address: on a stick, away from this computer</source>
        <translation>نشانی پشتیبان کجا نوشته شود: روی فلش، دور از این رایانه</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>پشتیبان‌گیری</translation>
    </message>
    <message>
        <source>Stopped. The place holds the earlier backup, or more of this one.</source>
        <translation>متوقف شد. آنجا پشتیبان پیشین هست، یا بخشی بیشتر از این یکی.</translation>
    </message>
    <message>
        <source>Back up again, and it goes on from there.</source>
        <translation>دوباره پشتیبان بگیرید تا از همان‌جا ادامه یابد.</translation>
    </message>
    <message>
        <source>Sent now and read back: {files} files, {size}.</source>
        <translation>اکنون فرستاده و بازخوانی شد: {files} فایل، {size}.</translation>
    </message>
    <message>
        <source>Removed there, because it was deleted here: {number}.</source>
        <translation>چون اینجا پاک شده بود آنجا برداشته شد: {number}.</translation>
    </message>
    <message>
        <source>Older passphrases open older copies of it, if that place keeps them.</source>
        <translation>عبارت‌های عبور کهنه نسخه‌های کهنهٔ آن را باز می‌کنند، اگر آن جا نگهشان دارد.</translation>
    </message>
    <message>
        <source>The backup is made. Sealed files in it: {number}.</source>
        <translation>پشتیبان گرفته شد. فایل‌های مهروموم در آن: {number}.</translation>
    </message>
    <message>
        <source>This backup can only be found again by its address, which is new after each backup. It stands in the file that you chose, and here: {address}</source>
        <translation>این پشتیبان تنها با نشانی‌اش دوباره پیدا می‌شود، که پس از هر پشتیبان تازه است. در فایلی که برگزیدید هست، و اینجا: {address}</translation>
    </message>
    <message>
        <source>Old files that could not be deleted there: {number}.</source>
        <translation>فایل‌های کهنه‌ای که آنجا پاک نشدند: {number}.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>پشتیبان‌ها</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Play or rest (Space)</source>
        <translation>پخش یا ایست (Space)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>یک فریم به عقب (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>یک فریم به جلو (.)</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>جای کنونی در ویدیو</translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation>صدا روشن یا خاموش (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>بلندی صدا</translation>
    </message>
</context>
<context>
    <name>BelongsPanel</name>
    <message>
        <source>Take apart</source>
        <translation>جدا کردن</translation>
    </message>
    <message>
        <source>This is one item with several parts</source>
        <translation>این یک مورد با چند بخش است</translation>
    </message>
    <message>
        <source>Only the first leaves in a bundle, and only once all were cleaned.</source>
        <translation>تنها نخستین آن‌ها در بسته بیرون می‌رود، و تنها وقتی همه پاک‌سازی شده باشند.</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>واگرد (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>ازنو (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Hold to see the result</source>
        <translation>برای دیدن نتیجه نگه دارید</translation>
    </message>
    <message>
        <source>Hold (A)</source>
        <translation>نگه دارید (A)</translation>
    </message>
    <message>
        <source>Pick, move and resize (V)</source>
        <translation>برگزیدن، جابه‌جایی و تغییر اندازه (V)</translation>
    </message>
    <message>
        <source>Draw a box (B)</source>
        <translation>کشیدن کادر (B)</translation>
    </message>
    <message>
        <source>Draw an ellipse (E)</source>
        <translation>کشیدن بیضی (E)</translation>
    </message>
    <message>
        <source>Paint with the brush (P), [ and ] for its size</source>
        <translation>رنگ زدن با قلم‌مو (P)، [ و ] برای اندازهٔ آن</translation>
    </message>
    <message>
        <source>Erase (X), [ and ] for its size</source>
        <translation>پاک کردن (X)، [ و ] برای اندازهٔ آن</translation>
    </message>
    <message>
        <source>Move the picture (H)</source>
        <translation>جابه‌جا کردن تصویر (H)</translation>
    </message>
    <message>
        <source>Crop and straighten (C)</source>
        <translation>برش و راست کردن (C)</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>دورتر (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>نزدیک‌تر (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>نمایش همهٔ آن (0)</translation>
    </message>
    <message>
        <source>Pixel by pixel (1)</source>
        <translation>پیکسل به پیکسل (1)</translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>Leave those out</source>
        <translation>کنار گذاشتن این‌ها</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مکان</translation>
    </message>
    <message>
        <source>None</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>استان</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>دقیق</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>ماه</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Say who I am and how to reach me, as in the record</source>
        <translation>بگو من کی هستم و چگونه می‌توان به من رسید، چنان‌که در پرونده است</translation>
    </message>
    <message>
        <source>Make the bundle…</source>
        <translation>ساختن بسته…</translation>
    </message>
    <message>
        <source>Send to an outlet…</source>
        <translation>فرستادن به مقصد…</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>بازگشت به کتابخانه</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>ساختن بسته</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>آنچه همراه می‌رود</translation>
    </message>
    <message>
        <source>How much you reveal</source>
        <translation>چه اندازه آشکار می‌کنید</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>کجا بود</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>کی بود</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>چه کسی می‌تواند بازش کند</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>چگونه بیرون می‌رود</translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation>آنچه می‌خوانند</translation>
    </message>
    <message>
        <source>This, the cleaned copies, and a sheet with small pictures of those. No names of files, no device, nothing hidden.</source>
        <translation>این، نسخه‌های پاک‌سازی‌شده، و برگه‌ای با تصویرهای کوچک آن‌ها. نه نام فایلی، نه دستگاهی، نه چیزی پنهان.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و {number} تای دیگر</translation>
    </message>
    <message>
        <source>Nothing yet. Select photos and videos in the library first.</source>
        <translation>هنوز هیچ. نخست در کتابخانه عکس و ویدیو برگزینید.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>هنوز چیزی برگزیده نشده است.</translation>
    </message>
    <message>
        <source>Some of what is chosen cannot leave.</source>
        <translation>بخشی از آنچه برگزیده شد نمی‌تواند بیرون برود.</translation>
    </message>
    <message>
        <source>Write the bundle to</source>
        <translation>نوشتن بسته در</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>متوقف شد. چیزی نوشته نشد.</translation>
    </message>
    <message>
        <source>Making the bundle and reading it again</source>
        <translation>بسته ساخته و دوباره خوانده می‌شود</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture with the places that are covered</source>
        <translation>تصویر با جاهایی که پوشانده شده‌اند</translation>
    </message>
</context>
<context>
    <name>CardsField</name>
    <message>
        <source>Add this card</source>
        <translation>افزودن این کارت</translation>
    </message>
    <message>
        <source>Words of one &amp;card</source>
        <translation>واژه‌های یک &amp;کارت</translation>
    </message>
    <message>
        <source>The first card says how many are needed.</source>
        <translation>کارت نخست می‌گوید چند تا لازم است.</translation>
    </message>
    <message>
        <source>Card {number} is right. Still needed: {missing}.</source>
        <translation>کارت {number} درست است. هنوز لازم است: {missing}.</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>واژه‌ها: {count}</translation>
    </message>
    <message>
        <source>This card is right.</source>
        <translation>این کارت درست است.</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Change a passphrase</source>
        <translation>تغییر عبارت عبور</translation>
    </message>
    <message>
        <source>Nothing is encrypted again. Copies of the vault that were made before still open with the old one.</source>
        <translation>چیزی دوباره رمزگذاری نمی‌شود. نسخه‌های پیشین گاوصندوق هنوز با عبارت کهنه باز می‌شوند.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغییر دادن</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارت عبور تازه</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>عبارت عبور کهنه</translation>
    </message>
    <message>
        <source>Type the old passphrase.</source>
        <translation>عبارت عبور کهنه را بنویسید.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The old one opens nothing here.</source>
        <translation>عبارت عبور تغییر کرد. عبارت کهنه اینجا چیزی را باز نمی‌کند.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>All eight words are the same</source>
        <translation>هر هشت واژه یکی است</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>اعتماد نکردن</translation>
    </message>
    <message>
        <source>Trust this outlet</source>
        <translation>اعتماد به این مقصد</translation>
    </message>
    <message>
        <source>Let it change</source>
        <translation>بگذار تغییر کند</translation>
    </message>
    <message>
        <source>Ask the outlet for the eight words of its card, another way than the card came: a call, a meeting. Whoever made this card gets what you send, so go on only if all eight are the same, in this order.</source>
        <translation>هشت واژهٔ کارت را از مقصد بپرسید، از راهی جز راه رسیدن کارت: تماس تلفنی، دیدار. سازندهٔ این کارت آنچه را می‌فرستید می‌گیرد، پس تنها اگر هر هشت تا به همین ترتیب یکی است ادامه دهید.</translation>
    </message>
    <message>
        <source>{what}: before {before}, now {after}</source>
        <translation>‏{what}: پیش از این {before}، اکنون {after}</translation>
    </message>
    <message>
        <source>This changes an outlet that you trust already.</source>
        <translation>این مقصدی را تغییر می‌دهد که از پیش به آن اعتماد دارید.</translation>
    </message>
    <message>
        <source>You trust this very card already.</source>
        <translation>از پیش به همین کارت اعتماد دارید.</translation>
    </message>
    <message>
        <source>Nothing on it is different.</source>
        <translation>چیزی در آن فرق ندارد.</translation>
    </message>
    <message>
        <source>The most that it takes at a time</source>
        <translation>حداکثر آنچه هر بار می‌گیرد</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>آنچه دربارهٔ خود می‌گوید</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Try to make one</source>
        <translation>کوشش برای ساختن</translation>
    </message>
    <message>
        <source>Cover the faces</source>
        <translation>پوشاندن چهره‌ها</translation>
    </message>
    <message>
        <source>Cover faces and more…</source>
        <translation>پوشاندن چهره‌ها و بیشتر…</translation>
    </message>
    <message>
        <source>Save for posting…</source>
        <translation>ذخیره برای انتشار…</translation>
    </message>
    <message>
        <source>Make one without covers</source>
        <translation>ساختن نسخه‌ای بدون پوشش</translation>
    </message>
    <message>
        <source>There is no cleaned copy of this.</source>
        <translation>از این نسخهٔ پاک‌سازی‌شده‌ای نیست.</translation>
    </message>
    <message>
        <source>The original is sealed and unchanged. It is not put into bundles.</source>
        <translation>اصل مهروموم است و تغییر نکرده. در بسته‌ها گذاشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Cover faces and voices…</source>
        <translation>پوشاندن چهره‌ها و صداها…</translation>
    </message>
    <message>
        <source>Cover voices…</source>
        <translation>پوشاندن صداها…</translation>
    </message>
    <message>
        <source>Cleaned copy: nothing had to be removed that we know how to find.</source>
        <translation>نسخهٔ پاک‌سازی‌شده: چیزی که بلد باشیم پیدا کنیم برای برداشتن نبود.</translation>
    </message>
    <message>
        <source>Cleaned copy: {number} things removed, nothing identifying left that we know how to find.</source>
        <translation>نسخهٔ پاک‌سازی‌شده: {number} چیز برداشته شد، چیز شناساننده‌ای که بلد باشیم پیدا کنیم نمانده است.</translation>
    </message>
    <message>
        <source>Places covered: {number}. A face that was not found is not covered: look at the copy before it leaves.</source>
        <translation>جاهای پوشانده: {number}. چهره‌ای که پیدا نشده پوشانده نیست: پیش از بیرون رفتن، نسخه را ببینید.</translation>
    </message>
    <message>
        <source>What is seen and heard in it is exactly that of the original.</source>
        <translation>آنچه در آن دیده و شنیده می‌شود دقیقاً همان اصل است.</translation>
    </message>
    <message>
        <source>It was encoded again, so it is not exactly the original&apos;s picture.</source>
        <translation>دوباره کدگذاری شده، پس دقیقاً همان تصویر اصل نیست.</translation>
    </message>
    <message>
        <source>What the copy still shows</source>
        <translation>آنچه نسخه هنوز نشان می‌دهد</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Vault folder</source>
        <translation>پوشهٔ گاوصندوق</translation>
    </message>
    <message>
        <source>I will not lose it: I can remember it or keep it</source>
        <translation>گمش نمی‌کنم: می‌توانم به یاد بسپارم یا نگهش دارم</translation>
    </message>
    <message>
        <source>Make a way back as the next thing</source>
        <translation>گام بعدی: ساختن راه بازگشت</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>گاوصندوق ساخته می‌شود</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>ساختن گاوصندوق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation>پیشنهاد شش واژه</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>ساختن گاوصندوق</translation>
    </message>
    <message>
        <source>A vault is a folder in which everything is encrypted, names included.</source>
        <translation>گاوصندوق پوشه‌ای است که همه چیز در آن رمزگذاری شده، نام‌ها هم.</translation>
    </message>
    <message>
        <source>Where it &amp;lives</source>
        <translation>جای &amp;آن</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;عبارت عبور</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>همان، &amp;دوباره</translation>
    </message>
    <message>
        <source>If you forget it</source>
        <translation>اگر فراموشش کنید</translation>
    </message>
    <message>
        <source>Everything in the vault is lost then: there is no other way in, not for you, not for us, not for anyone. Unless you make one, once the vault is made: a recovery code, or cards for people you trust, several of whom open it together. Keep any of it on paper only where nobody searches.</source>
        <translation>آن‌گاه هر چه در گاوصندوق است از دست می‌رود: راه دیگری نیست، نه برای شما، نه برای ما، نه برای هیچ‌کس. مگر آنکه پس از ساختن گاوصندوق راهی بسازید: کد بازیابی، یا کارت‌هایی برای کسانی که به آن‌ها اعتماد دارید و چند نفرشان با هم بازش می‌کنند. هر یک از این‌ها را تنها روی کاغذ و جایی که کسی نمی‌گردد نگه دارید.</translation>
    </message>
    <message>
        <source>Choose where the vault lives.</source>
        <translation>جای گاوصندوق را برگزینید.</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>عبارت عبوری برگزینید.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>دو عبارت عبور یکی نیستند. در هر دو خانه یکی را بنویسید.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>این کارت یک کلید تقسیم‌شده است. عبارت عبوری برگزینید که کارت نباشد.</translation>
    </message>
    <message>
        <source>Tick the box above: a forgotten passphrase cannot be replaced.</source>
        <translation>خانهٔ بالا را نشان کنید: عبارت عبور فراموش‌شده جایگزین ندارد.</translation>
    </message>
    <message>
        <source>This seems to be a folder that is copied to a cloud. The vault stays encrypted there; its provider sees that it is there, how large it is, and when it changes.</source>
        <translation>به نظر می‌رسد این پوشه در فضای ابری کپی می‌شود. گاوصندوق آنجا رمزگذاری‌شده می‌ماند؛ سرویس‌دهنده می‌بیند که هست، چه اندازه است و کی تغییر می‌کند.</translation>
    </message>
    <message>
        <source>Any folder will do, also on a stick that you take away. It is not hidden: who looks at this computer sees that a vault is there, and not what is in it.</source>
        <translation>هر پوشه‌ای می‌شود، حتی روی فلشی که با خود می‌برید. پنهان نیست: هر که این رایانه را ببیند می‌فهمد گاوصندوقی هست، ولی نمی‌بیند در آن چیست.</translation>
    </message>
</context>
<context>
    <name>DecoyForm</name>
    <message>
        <source>DECOY</source>
        <translation>ساختگی</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>مجموعهٔ ساختگی</translation>
    </message>
    <message>
        <source>Another passphrase opens another, empty set, for the day when somebody forces you to unlock. Put harmless things into it. Its limits: the files of the vault are more, and larger, than the decoy shows, and whoever counts them sees that. If there is such a set already, everything in it is destroyed, for from inside one set nobody can know of the other.</source>
        <translation>عبارت عبور دیگری مجموعهٔ دیگری را که خالی است باز می‌کند، برای روزی که کسی وادارتان کند قفل را باز کنید. چیزهای بی‌آزار در آن بگذارید. محدودیت‌هایش: فایل‌های گاوصندوق بیشتر و بزرگ‌تر از آن است که مجموعهٔ ساختگی نشان می‌دهد، و هر که بشمارد می‌بیند. اگر از پیش چنین مجموعه‌ای باشد، هر چه در آن است نابود می‌شود، چون از درون یکی نمی‌توان از دیگری خبر داشت.</translation>
    </message>
    <message>
        <source>Make the decoy</source>
        <translation>ساختن مجموعهٔ ساختگی</translation>
    </message>
    <message>
        <source>Passphrase of the decoy</source>
        <translation>عبارت عبور مجموعهٔ ساختگی</translation>
    </message>
    <message>
        <source>Do this from the set that you want to keep. A passphrase that opens what you see now is wanted first: so nobody destroys the real set while the decoy is open.</source>
        <translation>این کار را از مجموعه‌ای بکنید که می‌خواهید نگه دارید. نخست عبارت عبوری خواسته می‌شود که آنچه را اکنون می‌بینید باز کند: تا کسی وقتی مجموعهٔ ساختگی باز است مجموعهٔ واقعی را نابود نکند.</translation>
    </message>
    <message>
        <source>Passphrase of what you see now</source>
        <translation>عبارت عبور آنچه اکنون می‌بینید</translation>
    </message>
    <message>
        <source>Type {word} to go on</source>
        <translation>برای ادامه {word} را بنویسید</translation>
    </message>
    <message>
        <source>Type the passphrase of what you see now.</source>
        <translation>عبارت عبور آنچه را اکنون می‌بینید بنویسید.</translation>
    </message>
    <message>
        <source>Type {word} in the last field to go on.</source>
        <translation>برای ادامه، {word} را در خانهٔ آخر بنویسید.</translation>
    </message>
    <message>
        <source>The second passphrase opens another, empty set.</source>
        <translation>عبارت عبور دوم مجموعهٔ دیگری را که خالی است باز می‌کند.</translation>
    </message>
    <message>
        <source>This passphrase does not open what you see now.</source>
        <translation>این عبارت عبور آنچه را اکنون می‌بینید باز نمی‌کند.</translation>
    </message>
    <message>
        <source>You may be in the other set. Nothing was changed.</source>
        <translation>شاید در مجموعهٔ دیگر باشید. چیزی تغییر نکرد.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>A phone, a card or a camera appears here by itself when it is plugged in: unlock the phone, and choose “File transfer” on it, or “Trust this computer”.</source>
        <translation>گوشی، کارت یا دوربین وقتی وصل شود خودش اینجا پدیدار می‌شود: قفل گوشی را باز کنید و روی آن «انتقال فایل» یا «اعتماد به این رایانه» را برگزینید.</translation>
    </message>
    <message>
        <source>See what is on {name}</source>
        <translation>دیدن آنچه در {name} است</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Save covered copy</source>
        <translation>ذخیرهٔ نسخهٔ پوشانده</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>ساختن نسخه (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have looked at the whole copy</source>
        <translation>همهٔ نسخه را دیده‌ام</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>و چیز دیگری برای پوشاندن نیست (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>بازگشت به مورد (Esc)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>پهنای تصویر</translation>
    </message>
    <message>
        <source>Looking for places…</source>
        <translation>جست‌وجوی جاها…</translation>
    </message>
    <message>
        <source>Looking more closely…</source>
        <translation>جست‌وجوی دقیق‌تر…</translation>
    </message>
    <message>
        <source>Looking for: {kind}</source>
        <translation>در جست‌وجوی: {kind}</translation>
    </message>
    <message>
        <source>{kind}: {number} found. Others may be there: look for yourself.</source>
        <translation>‏{kind}: {number} پیدا شد. شاید باز هم باشد: خودتان ببینید.</translation>
    </message>
    <message>
        <source>Found places are not decided yet: {number}.</source>
        <translation>جاهای پیداشده‌ای که هنوز تصمیمی درباره‌شان گرفته نشده: {number}.</translation>
    </message>
    <message>
        <source>Cover them, leave them visible with a reason, or say nothing is there.</source>
        <translation>آن‌ها را بپوشانید، با آوردن دلیل پیدا بگذارید، یا بگویید چیزی آنجا نیست.</translation>
    </message>
    <message>
        <source>Covering, and looking once more</source>
        <translation>پوشاندن، و یک نگاه دیگر</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>متوقف شد. نسخه‌ای ساخته نشد.</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Choose photos and videos…</source>
        <translation>برگزیدن عکس و ویدیو…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>برگزیدن پوشه…</translation>
    </message>
    <message>
        <source>Make a way back</source>
        <translation>ساختن راه بازگشت</translation>
    </message>
    <message>
        <source>Drop photos, videos or folders here</source>
        <translation>عکس‌ها، ویدیوها یا پوشه‌ها را اینجا رها کنید</translation>
    </message>
    <message>
        <source>Each is sealed in the vault exactly as it is, read for what it gives away about you, and gets a cleaned copy that can be passed on.</source>
        <translation>هر یک دقیقاً همان‌طور که هست در گاوصندوق مهروموم می‌شود، خوانده می‌شود که چه از شما فاش می‌کند، و نسخه‌ای پاک‌سازی‌شده می‌گیرد که می‌توان به دیگران داد.</translation>
    </message>
    <message>
        <source>Your files stay where they are: nothing is moved, changed or deleted.</source>
        <translation>فایل‌هایتان همان‌جا می‌مانند: چیزی جابه‌جا، تغییر یا پاک نمی‌شود.</translation>
    </message>
    <message>
        <source>If you forget the passphrase</source>
        <translation>اگر عبارت عبور را فراموش کنید</translation>
    </message>
    <message>
        <source>Nobody can help, unless you make a way back now: a recovery code to keep on paper, or cards for people you trust, several of whom open the vault together.</source>
        <translation>کسی نمی‌تواند کمک کند، مگر آنکه اکنون راه بازگشتی بسازید: کد بازیابی برای نگه داشتن روی کاغذ، یا کارت‌هایی برای کسانی که به آن‌ها اعتماد دارید و چند نفرشان با هم گاوصندوق را باز می‌کنند.</translation>
    </message>
    <message>
        <source>Nothing is like that.</source>
        <translation>چیزی چنین نیست.</translation>
    </message>
</context>
<context>
    <name>EraseBox</name>
    <message>
        <source>I want them deleted there</source>
        <translation>می‌خواهم آنجا پاک شوند</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>پاک کردن در آنجا</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>بمانند جایی که هستند</translation>
    </message>
    <message>
        <source>What became of each file where it came from</source>
        <translation>در جایی که آمده بود، بر سر هر فایل چه آمد</translation>
    </message>
    <message>
        <source>What can stay behind all the same:</source>
        <translation>آنچه با این همه ممکن است بماند:</translation>
    </message>
    <message>
        <source>Each is first compared with the vault and read once more where it is; what does not fit is left there. It cannot be taken back.</source>
        <translation>هر یک نخست با گاوصندوق مقایسه و همان‌جا یک بار دیگر خوانده می‌شود؛ آنچه جور نباشد همان‌جا می‌ماند. این کار بازگشت ندارد.</translation>
    </message>
    <message>
        <source>Still where they came from, too: {number}</source>
        <translation>هنوز در جایی که آمده‌اند هم هست: {number}</translation>
    </message>
    <message>
        <source>Delete them there…</source>
        <translation>پاک کردن در آنجا…</translation>
    </message>
    <message>
        <source>To be deleted from the phone, card or folder: {number}</source>
        <translation>برای پاک شدن از گوشی، کارت یا پوشه: {number}</translation>
    </message>
    <message>
        <source>Comparing and deleting where they came from</source>
        <translation>مقایسه و پاک کردن در جایی که آمده‌اند</translation>
    </message>
    <message>
        <source>Deleted there, and listed no more: {number}</source>
        <translation>آنجا پاک شد و دیگر در فهرست نیست: {number}</translation>
    </message>
    <message>
        <source>Left where they are: {number}</source>
        <translation>همان‌جا ماند: {number}</translation>
    </message>
    <message>
        <source>Stopped before these, which are left: {number}</source>
        <translation>پیش از این‌ها متوقف شد و همان‌جا ماندند: {number}</translation>
    </message>
    <message>
        <source>{name}: deleted there</source>
        <translation>‏{name}: آنجا پاک شد</translation>
    </message>
</context>
<context>
    <name>FilmActs</name>
    <message>
        <source>Draw an ellipse</source>
        <translation>کشیدن بیضی</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>کشیدن کادر</translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation>جابه‌جا کردن یا تغییر اندازه</translation>
    </message>
    <message>
        <source>There is no key at this moment.</source>
        <translation>در این لحظه نشانه‌ای نیست.</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>برداشتن نشانه</translation>
    </message>
    <message>
        <source>Move a key</source>
        <translation>جابه‌جا کردن نشانه</translation>
    </message>
    <message>
        <source>It begins here</source>
        <translation>از اینجا آغاز می‌شود</translation>
    </message>
    <message>
        <source>It ends here</source>
        <translation>اینجا پایان می‌یابد</translation>
    </message>
    <message>
        <source>Reach from cut to cut</source>
        <translation>از برش تا برش</translation>
    </message>
    <message>
        <source>A track is split in its middle: go there first.</source>
        <translation>رد را در میانه‌اش می‌شکافند: نخست به آنجا بروید.</translation>
    </message>
    <message>
        <source>Split the track</source>
        <translation>شکافتن رد</translation>
    </message>
    <message>
        <source>No track of this kind begins after this one has ended.</source>
        <translation>پس از پایان این، ردی از این نوع آغاز نمی‌شود.</translation>
    </message>
    <message>
        <source>Join two tracks</source>
        <translation>پیوستن دو رد</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>پوشاندن</translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation>پیدا بماند</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>That one may be seen says nothing of the others.</source>
        <translation>اینکه یکی دیده شود دربارهٔ دیگران چیزی نمی‌گوید.</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>همین برای همهٔ همانندها</translation>
    </message>
    <message>
        <source>Cover the whole picture</source>
        <translation>پوشاندن تمام تصویر</translation>
    </message>
    <message>
        <source>Mark what is to be left out; all of it cannot be.</source>
        <translation>آنچه باید کنار برود نشان کنید؛ همه‌اش نمی‌شود.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>کنار گذاشتن</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>چنان‌که بود</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>سکوت</translation>
    </message>
    <message>
        <source>A tone instead</source>
        <translation>بوق به‌جای آن</translation>
    </message>
    <message>
        <source>Disguise the voices</source>
        <translation>دگرگون کردن صداها</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>صدا چنان‌که هست</translation>
    </message>
    <message>
        <source>Nothing waits to be looked at.</source>
        <translation>چیزی در انتظار دیدن نیست.</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>دیده شد</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>نسخه چگونه کدگذاری می‌شود</translation>
    </message>
</context>
<context>
    <name>FilmCanvas</name>
    <message>
        <source>Frame with the places that are covered</source>
        <translation>فریم با جاهایی که پوشانده شده‌اند</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Play it as the copy will be</source>
        <translation>پخش چنان‌که نسخه خواهد بود</translation>
    </message>
    <message>
        <source>Show and play what will be seen and heard (P)</source>
        <translation>نمایش و پخش آنچه دیده و شنیده خواهد شد (P)</translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation>بازگشت به مورد (Esc)</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>پهنای تصویر</translation>
    </message>
    <message>
        <source>Height of the timeline</source>
        <translation>بلندی خط زمان</translation>
    </message>
    <message>
        <source>Looking through the video. You can go on working.</source>
        <translation>ویدیو وارسی می‌شود. می‌توانید به کارتان ادامه دهید.</translation>
    </message>
    <message>
        <source>Find and follow</source>
        <translation>پیدا کردن و دنبال کردن</translation>
    </message>
    <message>
        <source>Following what is covered</source>
        <translation>دنبال کردن آنچه پوشانده شده</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>دنبال کردن</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find and follow faces</source>
        <translation>پیدا کردن و دنبال کردن چهره‌ها</translation>
    </message>
    <message>
        <source>Through the whole video (Ctrl+F)</source>
        <translation>در تمام ویدیو (Ctrl+F)</translation>
    </message>
    <message>
        <source>Look for other things (F2)</source>
        <translation>جست‌وجوی چیزهای دیگر (F2)</translation>
    </message>
    <message>
        <source>Looking through the video for: {kind}</source>
        <translation>وارسی ویدیو در جست‌وجوی: {kind}</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>برگزیدن…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>برگزیدن: {what}</translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>As large as it goes</source>
        <translation>به بزرگی ممکن</translation>
    </message>
    <message>
        <source>Without empty corners (L)</source>
        <translation>بدون گوشهٔ خالی (L)</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>دوباره تمام تصویر</translation>
    </message>
    <message>
        <source>Neither cropped nor straightened (R)</source>
        <translation>نه بریده و نه راست‌شده (R)</translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation>برش و راست کردن</translation>
    </message>
    <message>
        <source>What is cut away is not in the copy, not even hidden. The original keeps it.</source>
        <translation>آنچه بریده می‌شود در نسخه نیست، پنهان هم نیست. اصل آن را نگه می‌دارد.</translation>
    </message>
    <message>
        <source>Straighten by</source>
        <translation>راست کردن به اندازهٔ</translation>
    </message>
    <message>
        <source>From left</source>
        <translation>از چپ</translation>
    </message>
    <message>
        <source>From top</source>
        <translation>از بالا</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>پهنا</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>بلندی</translation>
    </message>
</context>
<context>
    <name>GuardBox</name>
    <message>
        <source>Growing pauses after three wrong passphrases</source>
        <translation>درنگ‌های رو به افزایش پس از سه عبارت عبور نادرست</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>نگه داشتن این</translation>
    </message>
    <message>
        <source>After wrong passphrases</source>
        <translation>پس از عبارت‌های عبور نادرست</translation>
    </message>
    <message>
        <source>Both hold up somebody who tries at this computer, in Firsthand. Whoever takes a copy of the folder can go on trying there: only a strong passphrase helps against that.</source>
        <translation>هر دو کسی را که در این رایانه با Firsthand می‌آزماید کند می‌کنند. هر که نسخه‌ای از پوشه را ببرد می‌تواند آنجا همچنان بیازماید: در برابر آن تنها عبارت عبور نیرومند کمک می‌کند.</translation>
    </message>
    <message>
        <source>Wipe the vault after so many in a row</source>
        <translation>نابود کردن گاوصندوق پس از این شمار پیاپی</translation>
    </message>
    <message>
        <source>never</source>
        <translation>هرگز</translation>
    </message>
    <message>
        <source>Kept. {count} wrong passphrases in a row destroy the vault.</source>
        <translation>نگه داشته شد. {count} عبارت عبور نادرست پیاپی گاوصندوق را نابود می‌کند.</translation>
    </message>
    <message>
        <source>Anybody who can start Firsthand here can do that. Keep a backup.</source>
        <translation>هر که بتواند Firsthand را اینجا آغاز کند می‌تواند این کار را بکند. پشتیبان داشته باشید.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>نگه داشته شد.</translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>Print…</source>
        <translation>چاپ…</translation>
    </message>
    <message>
        <source>Save pages to print…</source>
        <translation>ذخیرهٔ صفحه‌ها برای چاپ…</translation>
    </message>
    <message>
        <source>I have them: put away</source>
        <translation>دارمشان: جمع شود</translation>
    </message>
    <message>
        <source>Shown only once</source>
        <translation>تنها یک بار نشان داده می‌شود</translation>
    </message>
    <message>
        <source>Print them, or write them down. A printer may keep a copy, and so does a page that was saved until you delete it. Nothing in Firsthand keeps them.</source>
        <translation>چاپشان کنید یا بنویسید. شاید چاپگر نسخه‌ای نگه دارد، و صفحهٔ ذخیره‌شده هم تا وقتی پاکش کنید می‌ماند. چیزی در Firsthand آن‌ها را نگه نمی‌دارد.</translation>
    </message>
    <message>
        <source>Save pages to print</source>
        <translation>ذخیرهٔ صفحه‌ها برای چاپ</translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation>ذخیره شد: {names}</translation>
    </message>
    <message>
        <source>Each page is a secret on that disk. Print them, then delete them.</source>
        <translation>هر صفحه رازی روی آن دیسک است. چاپشان کنید، سپس پاکشان کنید.</translation>
    </message>
</context>
<context>
    <name>HeadBox</name>
    <message>
        <source>Write a statement…</source>
        <translation>نوشتن گواهی…</translation>
    </message>
    <message>
        <source>Check a statement…</source>
        <translation>بررسی گواهی…</translation>
    </message>
    <message>
        <source>Has an older copy been put back?</source>
        <translation>آیا نسخهٔ کهنه‌تری به جایش گذاشته شده؟</translation>
    </message>
    <message>
        <source>A vault that is put back as it was some time ago opens as if nothing had happened: nothing inside can tell. A small signed statement can, which says where the custody log stood, and lies with somebody you trust. It names no item, no person and no place.</source>
        <translation>گاوصندوقی که چنان‌که چندی پیش بود به جایش گذاشته شود، طوری باز می‌شود که گویی چیزی نشده: چیزی در درون نمی‌تواند بفهمد. گواهی کوچک امضاشده‌ای می‌تواند، که می‌گوید دفتر نگهداری در کجا بود و نزد کسی است که به او اعتماد دارید. نه موردی را نام می‌برد، نه کسی را و نه جایی را.</translation>
    </message>
    <message>
        <source>Where to write the statement</source>
        <translation>گواهی کجا نوشته شود</translation>
    </message>
    <message>
        <source>A statement that was written before</source>
        <translation>گواهی‌ای که پیش‌تر نوشته شد</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>نوشته شد: {name}</translation>
    </message>
    <message>
        <source>Give it to somebody you trust, and delete it here.</source>
        <translation>آن را به کسی که به او اعتماد دارید بدهید، و اینجا پاکش کنید.</translation>
    </message>
    <message>
        <source>The log contains what it did {when}, when it had {number} entries.</source>
        <translation>دفتر آنچه را در {when} داشت دارد، زمانی که {number} سطر داشت.</translation>
    </message>
    <message>
        <source>Nothing older than that was put back.</source>
        <translation>چیزی کهنه‌تر از آن به جایش گذاشته نشده است.</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>These cannot leave:</source>
        <translation>این‌ها نمی‌توانند بیرون بروند:</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و {number} تای دیگر</translation>
    </message>
    <message>
        <source>Look at the copy</source>
        <translation>دیدن نسخه</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>باز کردن مورد</translation>
    </message>
    <message>
        <source>it has no cleaned copy.</source>
        <translation>نسخهٔ پاک‌سازی‌شده ندارد.</translation>
    </message>
    <message>
        <source>a part of it has no cleaned copy.</source>
        <translation>بخشی از آن نسخهٔ پاک‌سازی‌شده ندارد.</translation>
    </message>
    <message>
        <source>a person shown in it did not consent.</source>
        <translation>کسی که در آن دیده می‌شود رضایت نداده است.</translation>
    </message>
    <message>
        <source>nobody has looked at its covered copy since a second look at it.</source>
        <translation>پس از نگاه دوم، کسی نسخهٔ پوشاندهٔ آن را ندیده است.</translation>
    </message>
    <message>
        <source>a face can still be found in its covered copy.</source>
        <translation>در نسخهٔ پوشاندهٔ آن هنوز چهره‌ای پیدا می‌شود.</translation>
    </message>
</context>
<context>
    <name>HiddenPictures</name>
    <message>
        <source>Hidden inside</source>
        <translation>پنهان در درون</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و {number} تای دیگر</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Check the whole log</source>
        <translation>بررسی تمام دفتر</translation>
    </message>
    <message>
        <source>The log holds: every entry is signed, and none is missing.</source>
        <translation>دفتر پابرجاست: هر سطر امضا شده و هیچ‌یک کم نیست.</translation>
    </message>
    <message>
        <source>Every step is signed and chained to the one before, so that none can be changed or left out without it being seen.</source>
        <translation>هر گام امضا شده و به گام پیشین زنجیر شده است، تا هیچ‌یک را نتوان بی‌آنکه دیده شود تغییر داد یا انداخت.</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Sealing in the vault</source>
        <translation>مهروموم در گاوصندوق</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>مهروموم شد؛ خواندن و پاک‌سازی</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>All that came whole is sealed. What was not examined and cleaned yet waits until the vault is opened again, or until something else is taken in.</source>
        <translation>هر چه کامل آمد مهروموم است. آنچه هنوز وارسی و پاک‌سازی نشده، تا باز شدن بعدی گاوصندوق یا ورود چیز دیگری می‌ماند.</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>The original says this, worst first</source>
        <translation>اصل این را می‌گوید، بدترین نخست</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>What it says about you</source>
        <translation>آنچه دربارهٔ شما می‌گوید</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>History</source>
        <translation>پیشینه</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>اصل</translation>
    </message>
    <message>
        <source>Cleaned copy</source>
        <translation>نسخهٔ پاک‌سازی‌شده</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>بازگشت (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>پیشین</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>پسین</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>ساختن بسته</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>پهنای تصویر</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>دورتر (-)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>نزدیک‌تر (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>نمایش همهٔ آن (0)</translation>
    </message>
    <message>
        <source>Reading and cleaning</source>
        <translation>خواندن و پاک‌سازی</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>جست‌وجوی چهره‌ها و پوشاندنشان</translation>
    </message>
    <message>
        <source>A second look still finds faces in the copy: {number}.</source>
        <translation>نگاه دوم هنوز در نسخه چهره پیدا می‌کند: {number}.</translation>
    </message>
    <message>
        <source>Look at it closely before you share it.</source>
        <translation>پیش از دادن به دیگران، از نزدیک ببینیدش.</translation>
    </message>
    <message>
        <source>No face was found, so nothing was covered.</source>
        <translation>چهره‌ای پیدا نشد، پس چیزی پوشانده نشد.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: look for yourself.</source>
        <translation>این بدان معنا نیست که نیست: خودتان ببینید.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Cancel</source>
        <translation>لغو</translation>
    </message>
    <message>
        <source>A moment, please.</source>
        <translation>یک لحظه، لطفاً.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Quick check</source>
        <translation>بررسی سریع</translation>
    </message>
    <message>
        <source>Read every byte</source>
        <translation>خواندن هر بایت</translation>
    </message>
    <message>
        <source>Set right what can be</source>
        <translation>درست کردن آنچه می‌شود</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>افزودن عبارت عبور</translation>
    </message>
    <message>
        <source>Change a passphrase</source>
        <translation>تغییر عبارت عبور</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>کد بازیابی</translation>
    </message>
    <message>
        <source>Cards for trusted people</source>
        <translation>کارت برای کسانی که به آن‌ها اعتماد دارید</translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation>مجموعهٔ ساختگی</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>کلیدها و قفل‌ها</translation>
    </message>
    <message>
        <source>What opens this vault</source>
        <translation>آنچه این گاوصندوق را باز می‌کند</translation>
    </message>
    <message>
        <source>Is everything whole?</source>
        <translation>آیا همه چیز سالم است؟</translation>
    </message>
    <message>
        <source>The quick check looks at every item; only reading every byte is certain.</source>
        <translation>بررسی سریع به هر مورد نگاه می‌کند؛ تنها خواندن هر بایت یقین می‌آورد.</translation>
    </message>
    <message>
        <source>While the vault is open</source>
        <translation>تا وقتی گاوصندوق باز است</translation>
    </message>
    <message>
        <source>Its keys are in this computer&apos;s memory until it is locked: Ctrl+L keeps what was just typed and locks, Ctrl+Shift+L locks that very moment, Ctrl+Shift+W leads to its destruction.</source>
        <translation>کلیدهایش تا قفل شدن در حافظهٔ این رایانه است: Ctrl+L آنچه را تازه نوشته شده نگه می‌دارد و قفل می‌کند، Ctrl+Shift+L همان دم قفل می‌کند، Ctrl+Shift+W به نابود کردنش می‌رسد.</translation>
    </message>
    <message>
        <source>It locks by itself when nobody has touched it for {number} minutes.</source>
        <translation>وقتی {number} دقیقه کسی به آن دست نزند خودش قفل می‌شود.</translation>
    </message>
    <message>
        <source>It locks when the computer sleeps or its lid is shut, and when its screen is locked: then as soon as no work is under way.</source>
        <translation>وقتی رایانه به خواب می‌رود یا درش بسته می‌شود قفل می‌شود، و وقتی صفحه‌اش قفل می‌شود: آن‌گاه همین که کاری در جریان نباشد.</translation>
    </message>
    <message>
        <source>This system does not tell Firsthand when it sleeps or when its screen is locked: lock the vault yourself before you leave.</source>
        <translation>این سیستم به Firsthand نمی‌گوید کی می‌خوابد یا کی صفحه‌اش قفل می‌شود: پیش از رفتن، خودتان گاوصندوق را قفل کنید.</translation>
    </message>
    <message>
        <source>Other programs are kept from taking pictures of this window.</source>
        <translation>جلوی برنامه‌های دیگر گرفته شده که از این پنجره تصویر بگیرند.</translation>
    </message>
    <message>
        <source>Other programs can take pictures of this window: this system lets no program prevent that.</source>
        <translation>برنامه‌های دیگر می‌توانند از این پنجره تصویر بگیرند: این سیستم نمی‌گذارد هیچ برنامه‌ای جلویش را بگیرد.</translation>
    </message>
    <message>
        <source>Locking empties the clipboard. A program that collects copies may still have it.</source>
        <translation>قفل کردن بریده‌دان را خالی می‌کند. برنامه‌ای که کپی‌ها را جمع می‌کند شاید هنوز آن را داشته باشد.</translation>
    </message>
    <message>
        <source>This system has granted what Firsthand asks for: no crash dumps, no reading by other programs, no swap space for the vault&apos;s key.</source>
        <translation>این سیستم آنچه را Firsthand می‌خواهد داده است: نه رونوشت حافظه هنگام از کار افتادن، نه خوانده شدن به دست برنامه‌های دیگر، نه فضای جابه‌جایی برای کلید گاوصندوق.</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>از {when}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Take away: {label}</source>
        <translation>برداشتن: {label}</translation>
    </message>
    <message>
        <source>Taken away: {label}. Copies made before still open with it.</source>
        <translation>برداشته شد: {label}. نسخه‌های پیشین هنوز با آن باز می‌شوند.</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>بررسی گاوصندوق</translation>
    </message>
    <message>
        <source>Setting right what can be</source>
        <translation>درست کردن آنچه می‌شود</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>آسیبی پیدا نشد.</translation>
    </message>
    <message>
        <source>Damage was found.</source>
        <translation>آسیب پیدا شد.</translation>
    </message>
</context>
<context>
    <name>LeavingBox</name>
    <message>
        <source>Language of the sheet</source>
        <translation>زبان برگه</translation>
    </message>
    <message>
        <source>As</source>
        <translation>به صورت</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>یک فایل</translation>
    </message>
    <message>
        <source>Parts of 95 MB</source>
        <translation>پاره‌های ۹۵ مگابایتی</translation>
    </message>
    <message>
        <source>Ask an authority for a time stamp, through Tor</source>
        <translation>خواستن مهر زمانی از یک مرجع، از راه Tor</translation>
    </message>
    <message>
        <source>Address of the time-stamp authority</source>
        <translation>نشانی مرجع مهر زمانی</translation>
    </message>
    <message>
        <source>The authority sees one digest that means nothing to it, and that somebody asked. The bundle is not made if it does not answer.</source>
        <translation>مرجع یک چکیده می‌بیند که برایش معنایی ندارد، و اینکه کسی خواسته است. اگر پاسخ ندهد، بسته ساخته نمی‌شود.</translation>
    </message>
    <message>
        <source>Sheet in</source>
        <translation>برگه به</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>photo</source>
        <translation>عکس</translation>
    </message>
    <message>
        <source>video</source>
        <translation>ویدیو</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>ضبط</translation>
    </message>
    <message>
        <source>faces can be seen</source>
        <translation>چهره‌ها دیده می‌شوند</translation>
    </message>
    <message>
        <source>cleaned copy ready</source>
        <translation>نسخهٔ پاک‌سازی‌شده آماده</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Make a bundle</source>
        <translation>ساختن بسته</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>ذخیره برای انتشار</translation>
    </message>
    <message>
        <source>Cover faces</source>
        <translation>پوشاندن چهره‌ها</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>کتابخانه</translation>
    </message>
    <message>
        <source>Photos and videos…</source>
        <translation>عکس و ویدیو…</translation>
    </message>
    <message>
        <source>A folder or ZIP: look first…</source>
        <translation>پوشه یا ZIP: نخست ببینید…</translation>
    </message>
    <message>
        <source>Opening the vault found this.</source>
        <translation>باز کردن گاوصندوق این را یافت.</translation>
    </message>
    <message>
        <source>Part of the index is damaged. Your photos and videos are not in it.</source>
        <translation>بخشی از نمایه آسیب دیده است. عکس‌ها و ویدیوهایتان در آن نیستند.</translation>
    </message>
    <message>
        <source>Lock the vault and unlock it again: the index is then made anew.</source>
        <translation>گاوصندوق را قفل و دوباره باز کنید: آن‌گاه نمایه از نو ساخته می‌شود.</translation>
    </message>
    <message>
        <source>Add photos and videos</source>
        <translation>افزودن عکس و ویدیو</translation>
    </message>
    <message>
        <source>Add a whole folder</source>
        <translation>افزودن یک پوشهٔ کامل</translation>
    </message>
    <message>
        <source>Deleting: {number}, with all copies and notes. This cannot be taken back later.</source>
        <translation>پاک می‌شود: {number}، با همهٔ نسخه‌ها و یادداشت‌ها. پس از آن بازگشت ندارد.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>پاک می‌شود</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left.</source>
        <translation>آنچه تا آن دم مهروموم شد در گاوصندوق است؛ از بقیه چیزی نمانده است.</translation>
    </message>
    <message>
        <source>Taken in {when}</source>
        <translation>واردشده در {when}</translation>
    </message>
    <message>
        <source>Cover every face in these photos: {number}</source>
        <translation>پوشاندن هر چهره در این عکس‌ها: {number}</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>هنوز خوانده می‌شود…</translation>
    </message>
    <message>
        <source>No file and no picture was copied.</source>
        <translation>هیچ فایل یا تصویری کپی نشده است.</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts</source>
        <translation>بخش‌ها</translation>
    </message>
    <message>
        <source>About this part</source>
        <translation>دربارهٔ این بخش</translation>
    </message>
    <message>
        <source>Its terms</source>
        <translation>شرایط آن</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>بازگشت به آغاز</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>‏Firsthand از چه ساخته شده است</translation>
    </message>
    <message>
        <source>Firsthand is free software under the GNU General Public License, version 3 or later. It stands on the work of others; their names and terms are here.</source>
        <translation>‏Firsthand نرم‌افزار آزاد است، زیر GNU General Public License، نسخهٔ 3 یا پس از آن. بر کار دیگران استوار است؛ نام‌ها و شرایطشان اینجاست.</translation>
    </message>
    <message>
        <source>{name}, licence: {licence}</source>
        <translation>‏{name}، پروانه: {licence}</translation>
    </message>
    <message>
        <source>Comes with: {carriers}</source>
        <translation>همراه با: {carriers}</translation>
    </message>
</context>
<context>
    <name>MadePanel</name>
    <message>
        <source>What was done</source>
        <translation>آنچه شد</translation>
    </message>
    <message>
        <source>How the recipient checks it</source>
        <translation>گیرنده چگونه آن را بررسی می‌کند</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>بازگشت به کتابخانه</translation>
    </message>
    <message>
        <source>Verify it now</source>
        <translation>اکنون بررسی کن</translation>
    </message>
    <message>
        <source>Send it to an outlet…</source>
        <translation>فرستادن به مقصد…</translation>
    </message>
    <message>
        <source>Make another of these</source>
        <translation>ساختن یکی دیگر از این‌ها</translation>
    </message>
    <message>
        <source>The bundle is written: {name}</source>
        <translation>بسته نوشته شد: {name}</translation>
    </message>
    <message>
        <source>{size}, {number} photos and videos, in {folder}</source>
        <translation>‏{size}، {number} عکس و ویدیو، در {folder}</translation>
    </message>
    <message>
        <source>Only cleaned copies went in, under neutral names and dates.</source>
        <translation>تنها نسخه‌های پاک‌سازی‌شده، با نام و تاریخ خنثی، در آن رفت.</translation>
    </message>
    <message>
        <source>Every byte was read again before it was written: nothing that should not leave was found.</source>
        <translation>هر بایت پیش از نوشتن دوباره خوانده شد: چیزی که نباید بیرون برود پیدا نشد.</translation>
    </message>
    <message>
        <source>It is signed with a key that is used for this bundle alone.</source>
        <translation>با کلیدی امضا شده که تنها برای همین بسته است.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with the passphrase alone.</source>
        <translation>مهروموم است: تنها با عبارت عبور باز می‌شود.</translation>
    </message>
    <message>
        <source>It is sealed: it opens with one of {number} keys, and with no other.</source>
        <translation>مهروموم است: با یکی از {number} کلید باز می‌شود و با هیچ کلید دیگری نه.</translation>
    </message>
    <message>
        <source>It is not sealed: whoever gets it can look into it.</source>
        <translation>مهروموم نیست: هر که به دستش برسد می‌تواند درونش را ببیند.</translation>
    </message>
    <message>
        <source>The untouched originals are in it too, with everything they give away.</source>
        <translation>اصل‌های دست‌نخورده هم در آن هستند، با هر چه فاش می‌کنند.</translation>
    </message>
    <message>
        <source>It is in {number} parts. Send all of them, with their names.</source>
        <translation>در {number} پاره است. همه را با نامشان بفرستید.</translation>
    </message>
    <message>
        <source>A time stamp in it says that it was there at {when}.</source>
        <translation>مهر زمانی درون آن می‌گوید در {when} وجود داشته است.</translation>
    </message>
    <message>
        <source>With Firsthand: “Verify a bundle”. Without it, with tools that most systems have; VERIFY.txt inside has all the commands:</source>
        <translation>با Firsthand: «بررسی بسته». بدون آن، با ابزارهایی که بیشتر سیستم‌ها دارند؛ VERIFY.txt در درون همهٔ فرمان‌ها را دارد:</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make the covered copy</source>
        <translation>ساختن نسخهٔ پوشانده</translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation>ساختن نسخه (Ctrl+S)</translation>
    </message>
    <message>
        <source>I have watched the whole copy</source>
        <translation>تمام نسخه را دیده‌ام</translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation>و چیز دیگری برای پوشاندن نیست (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Covering the video, and looking once more</source>
        <translation>پوشاندن ویدیو، و یک نگاه دیگر</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>نگاه دوم</translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation>متوقف شد. نسخه‌ای ساخته نشد.</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>Sketch of the place. {said}</source>
        <translation>طرح مکان. {said}</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>نزدیک‌تر</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>دورتر</translation>
    </message>
    <message>
        <source>Drawn from outlines in the app: nothing was fetched for it.</source>
        <translation>از خط‌های درون برنامه کشیده شده: برای آن چیزی از اینترنت گرفته نشد.</translation>
    </message>
</context>
<context>
    <name>MergeBox</name>
    <message>
        <source>Folder of the other vault</source>
        <translation>پوشهٔ گاوصندوق دیگر</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>آوردن آن</translation>
    </message>
    <message>
        <source>Bring another vault in</source>
        <translation>آوردن گاوصندوق دیگر</translation>
    </message>
    <message>
        <source>Everything of another vault of yours comes into this one, with its notes and its custody log. What is here already is not kept twice. The other vault stays as it is; its keys and its outlets are not brought along.</source>
        <translation>هر چه در گاوصندوق دیگری از آنِ شماست با یادداشت‌ها و دفتر نگهداری‌اش به این یکی می‌آید. آنچه از پیش اینجاست دو بار نگه داشته نمی‌شود. گاوصندوق دیگر چنان‌که هست می‌ماند؛ کلیدها و مقصدهایش آورده نمی‌شوند.</translation>
    </message>
    <message>
        <source>Passphrase of the other vault</source>
        <translation>عبارت عبور گاوصندوق دیگر</translation>
    </message>
    <message>
        <source>Choose the folder of the other vault.</source>
        <translation>پوشهٔ گاوصندوق دیگر را برگزینید.</translation>
    </message>
    <message>
        <source>This is the vault that is open.</source>
        <translation>این همان گاوصندوقی است که باز است.</translation>
    </message>
    <message>
        <source>Type the passphrase of the other vault.</source>
        <translation>عبارت عبور گاوصندوق دیگر را بنویسید.</translation>
    </message>
    <message>
        <source>Bringing the other vault in</source>
        <translation>آوردن گاوصندوق دیگر</translation>
    </message>
    <message>
        <source>Stopped. What came until then is in the vault.</source>
        <translation>متوقف شد. آنچه تا آن دم آمد در گاوصندوق است.</translation>
    </message>
    <message>
        <source>Bring it in again, and the rest comes.</source>
        <translation>دوباره بیاوریدش تا بقیه بیاید.</translation>
    </message>
    <message>
        <source>Came: {taken}, and copies of them: {copies}. Here already: {here}.</source>
        <translation>آمد: {taken}، و نسخه‌هایشان: {copies}. از پیش اینجا: {here}.</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>نیروی عبارت عبور</translation>
    </message>
    <message>
        <source>Several words that have nothing to do with each other are best: no saying, no verse, no song, nothing that stands in a book.</source>
        <translation>چند واژهٔ بی‌ربط به هم از همه بهتر است: نه مَثَل، نه بیت، نه ترانه، نه چیزی که در کتابی هست.</translation>
    </message>
    <message>
        <source>Weak: someone powerful who takes this computer could find it {time}.</source>
        <translation>ضعیف: کسی نیرومند که این رایانه را ببرد می‌تواند {time} آن را بیابد.</translation>
    </message>
    <message>
        <source>Fair: it would take someone powerful years to find it, unless it is a line that others know.</source>
        <translation>میانه: یافتنش برای کسی نیرومند سال‌ها می‌کشد، مگر جمله‌ای باشد که دیگران می‌شناسند.</translation>
    </message>
    <message>
        <source>Strong: guessing it would take longer than anybody has, unless it is a line that others know.</source>
        <translation>نیرومند: حدس زدنش بیش از عمر هر کسی می‌کشد، مگر جمله‌ای باشد که دیگران می‌شناسند.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>بی‌درنگ</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>در یک روز</translation>
    </message>
    <message>
        <source>within days</source>
        <translation>در چند روز</translation>
    </message>
    <message>
        <source>within months</source>
        <translation>در چند ماه</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Start Tor where none runs</source>
        <translation>آغاز Tor، جایی که هیچ‌یک در کار نیست</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>نگه داشتن این</translation>
    </message>
    <message>
        <source>Try Tor now</source>
        <translation>آزمودن Tor اکنون</translation>
    </message>
    <message>
        <source>How Tor is come by</source>
        <translation>‏Tor از کجا می‌آید</translation>
    </message>
    <message>
        <source>Bridges, one a line</source>
        <translation>پل‌ها، هر سطر یکی</translation>
    </message>
    <message>
        <source>Bridges hide from your network that you use Tor, as far as that can be done. You get them from bridges.torproject.org, or from somebody you trust. With them Firsthand starts a Tor of its own, and uses no other.</source>
        <translation>پل‌ها تا جایی که شدنی است از شبکهٔ شما پنهان می‌کنند که Tor به کار می‌برید. آن‌ها را از bridges.torproject.org یا از کسی که به او اعتماد دارید بگیرید. با آن‌ها Firsthand یک Tor از آنِ خود آغاز می‌کند و دیگری را به کار نمی‌برد.</translation>
    </message>
    <message>
        <source>A Tor runs on this computer.</source>
        <translation>در این رایانه Torی در کار است.</translation>
    </message>
    <message>
        <source>No Tor runs on this computer.</source>
        <translation>در این رایانه Torی در کار نیست.</translation>
    </message>
    <message>
        <source>Firsthand can start one.</source>
        <translation>‏Firsthand می‌تواند یکی آغاز کند.</translation>
    </message>
    <message>
        <source>There is none to start either: install the package tor.</source>
        <translation>برای آغاز کردن هم نیست: بستهٔ tor را نصب کنید.</translation>
    </message>
    <message>
        <source>The bridges need the package {name}, which is not here.</source>
        <translation>پل‌ها بستهٔ {name} را لازم دارند که اینجا نیست.</translation>
    </message>
    <message>
        <source>Kept. Bridges: {number}.</source>
        <translation>نگه داشته شد. پل‌ها: {number}.</translation>
    </message>
    <message>
        <source>Waiting for Tor…</source>
        <translation>در انتظار Tor…</translation>
    </message>
    <message>
        <source>Tor is ready.</source>
        <translation>‏Tor آماده است.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The same again</source>
        <translation>همان دوباره</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>عبارت عبوری برگزینید.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation>دو عبارت عبور یکی نیستند. در هر دو خانه یکی را بنویسید.</translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation>این کارت یک کلید تقسیم‌شده است. عبارت عبوری برگزینید که کارت نباشد.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Something in Firsthand itself went wrong.</source>
        <translation>در خود Firsthand چیزی نادرست پیش رفت.</translation>
    </message>
    <message>
        <source>You can send these lines to its makers; they hold nothing of your files:
{report}</source>
        <translation>می‌توانید این سطرها را برای سازندگانش بفرستید؛ چیزی از فایل‌هایتان در آن‌ها نیست:
{report}</translation>
    </message>
</context>
<context>
    <name>OpeningsBox</name>
    <message>
        <source>Show what was done with it</source>
        <translation>نشان دادن آنچه با آن شد</translation>
    </message>
    <message>
        <source>Everything above, signed, for whom you give it to, and the same in words beside it. It tells the digest and size of this original, and nothing of other items.</source>
        <translation>هر چه در بالاست، امضاشده، برای کسی که به او می‌دهید، و همان به واژه در کنارش. چکیده و اندازهٔ این اصل را می‌گوید و از موردهای دیگر چیزی نمی‌گوید.</translation>
    </message>
    <message>
        <source>Write the custody log of this item…</source>
        <translation>نوشتن دفتر نگهداری این مورد…</translation>
    </message>
    <message>
        <source>Prove this original to somebody</source>
        <translation>اثبات این اصل به کسی</translation>
    </message>
    <message>
        <source>An opening shows whom you give it to that you held this original when you signed the bundle. It tells its digest and size, how the copy was covered, cropped and cut, nothing of other items, and cannot be taken back.</source>
        <translation>گشایش به کسی که آن را به او می‌دهید نشان می‌دهد که هنگام امضای بسته این اصل را داشته‌اید. چکیده و اندازه‌اش را می‌گوید، و این‌که نسخه چگونه پوشانده، بریده و کوتاه شده؛ از موردهای دیگر چیزی نمی‌گوید، و پس گرفتنی نیست.</translation>
    </message>
    <message>
        <source>Write an opening for bundle {bundle}…</source>
        <translation>نوشتن گشایش برای بستهٔ {bundle}…</translation>
    </message>
    <message>
        <source>Prove when a bundle was there</source>
        <translation>اثبات اینکه بسته‌ای کی وجود داشت</translation>
    </message>
    <message>
        <source>A time-stamp authority signs one digest that means nothing to it. Write the request, take it there in a way that does not tell who you are, and take its answer in. Whoever has the bundle gets the file that is then written.</source>
        <translation>مرجع مهر زمانی چکیده‌ای را که برایش معنایی ندارد امضا می‌کند. درخواست را بنویسید، به شیوه‌ای که نگوید کی هستید به آنجا ببرید، و پاسخش را وارد کنید. هر که بسته را دارد فایلی را که آن‌گاه نوشته می‌شود می‌گیرد.</translation>
    </message>
    <message>
        <source>Write a request for bundle {bundle}…</source>
        <translation>نوشتن درخواست برای بستهٔ {bundle}…</translation>
    </message>
    <message>
        <source>Take in the answer for bundle {bundle}…</source>
        <translation>وارد کردن پاسخ برای بستهٔ {bundle}…</translation>
    </message>
    <message>
        <source>Write the opening to</source>
        <translation>نوشتن گشایش در</translation>
    </message>
    <message>
        <source>The opening is written: {name}</source>
        <translation>گشایش نوشته شد: {name}</translation>
    </message>
    <message>
        <source>Give it to whom you choose, with the bundle. “Verify a bundle” checks it.</source>
        <translation>آن را با بسته به هر که برمی‌گزینید بدهید. «بررسی بسته» آن را بررسی می‌کند.</translation>
    </message>
    <message>
        <source>Write the log to</source>
        <translation>نوشتن دفتر در</translation>
    </message>
    <message>
        <source>The log is written: {name}</source>
        <translation>دفتر نوشته شد: {name}</translation>
    </message>
    <message>
        <source>The same in words: {name}. “Verify a bundle” checks the first.</source>
        <translation>همان به واژه: {name}. «بررسی بسته» اولی را بررسی می‌کند.</translation>
    </message>
    <message>
        <source>Write the request to</source>
        <translation>نوشتن درخواست در</translation>
    </message>
    <message>
        <source>The request is written: {name}</source>
        <translation>درخواست نوشته شد: {name}</translation>
    </message>
    <message>
        <source>Give it to a time-stamp authority, and keep its answer.</source>
        <translation>آن را به مرجع مهر زمانی بدهید و پاسخش را نگه دارید.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s answer</source>
        <translation>پاسخ مرجع را برگزینید</translation>
    </message>
    <message>
        <source>Write the time stamp to</source>
        <translation>نوشتن مهر زمانی در</translation>
    </message>
    <message>
        <source>The time stamp is written: {name}</source>
        <translation>مهر زمانی نوشته شد: {name}</translation>
    </message>
    <message>
        <source>It states {when}. “Verify a bundle” checks it.</source>
        <translation>‏{when} را می‌گوید. «بررسی بسته» آن را بررسی می‌کند.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>How fast</source>
        <translation>با چه سرعتی</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>هر چه تندتر</translation>
    </message>
    <message>
        <source>1 MB/s</source>
        <translation>۱ مگابایت در ثانیه</translation>
    </message>
    <message>
        <source>200 kB/s</source>
        <translation>۲۰۰ کیلوبایت در ثانیه</translation>
    </message>
    <message>
        <source>50 kB/s</source>
        <translation>۵۰ کیلوبایت در ثانیه</translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation>کی آغاز شود</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>بی‌درنگ</translation>
    </message>
    <message>
        <source>Some time within an hour</source>
        <translation>زمانی در یک ساعت آینده</translation>
    </message>
    <message>
        <source>Some time within a day</source>
        <translation>زمانی در یک روز آینده</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق فرستادن</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>مقصدها</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>چیزی در انتظار فرستادن نیست.</translation>
    </message>
    <message>
        <source>Choose photos and videos, make a bundle, and send it to an outlet that you trust. It then waits here, sealed, until the outlet has confirmed it, however often the line breaks.</source>
        <translation>عکس و ویدیو برگزینید، بسته‌ای بسازید و به مقصدی که به آن اعتماد دارید بفرستید. آن‌گاه مهروموم‌شده اینجا می‌ماند تا مقصد تأییدش کند، هر چند بار که خط قطع شود.</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>چگونه فرستاده می‌شود</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Slower, and begun at a time left to chance, it stands out less to whoever watches your line. What waits is sent while the vault is open, and it does not lock by itself during that. Locking it stops the sending at once; it goes on after the next unlock, where the outlet lets it.</source>
        <translation>اگر کندتر باشد و در زمانی تصادفی آغاز شود، کمتر به چشم کسی می‌آید که خط شما را زیر نظر دارد. آنچه در انتظار است تا وقتی گاوصندوق باز است فرستاده می‌شود، و در این میان خودبه‌خود قفل نمی‌شود. قفل کردنش فرستادن را بی‌درنگ می‌ایستاند؛ پس از باز شدن بعدی، جایی که مقصد بگذارد، ادامه می‌یابد.</translation>
    </message>
    <message>
        <source>Chosen exactly: {rate} a second, begun within {minutes} min.</source>
        <translation>دقیق برگزیده شد: {rate} در ثانیه، آغاز در {minutes} دقیقه.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Close this summary</source>
        <translation>بستن این خلاصه</translation>
    </message>
</context>
<context>
    <name>OutletCard</name>
    <message>
        <source>Try to reach it</source>
        <translation>کوشش برای رسیدن به آن</translation>
    </message>
    <message>
        <source>Change the way there</source>
        <translation>تغییر راه آن</translation>
    </message>
    <message>
        <source>Save its card…</source>
        <translation>ذخیرهٔ کارت آن…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Everybody sees what it takes, at once and for good, with its account&apos;s name.</source>
        <translation>همه آنچه را می‌گیرد می‌بینند، بی‌درنگ و برای همیشه، با نام حسابش.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>هر بار حداکثر {size} می‌گیرد.</translation>
    </message>
    <message>
        <source>It has no key: anybody on its side could read what is sent.</source>
        <translation>کلید ندارد: هر کسی در سوی آن می‌تواند آنچه را فرستاده می‌شود بخواند.</translation>
    </message>
    <message>
        <source>What goes there is sealed to its key: {key}</source>
        <translation>آنچه به آنجا می‌رود برای کلیدش مهروموم می‌شود: {key}</translation>
    </message>
    <message>
        <source>What goes there is sealed to the OpenPGP key {fingerprint} of {owner}</source>
        <translation>آنچه به آنجا می‌رود برای کلید OpenPGP {fingerprint} از آنِ {owner} مهروموم می‌شود</translation>
    </message>
    <message>
        <source>Reached over Tor.</source>
        <translation>از راه Tor به آن می‌رسند.</translation>
    </message>
    <message>
        <source>Reached by the proxy that you named.</source>
        <translation>از راه پروکسی‌ای که نام بردید به آن می‌رسند.</translation>
    </message>
    <message>
        <source>Reached directly: your network sees whom you write to.</source>
        <translation>مستقیم به آن می‌رسند: شبکهٔ شما می‌بیند به چه کسی می‌نویسید.</translation>
    </message>
    <message>
        <source>The words of the card: {words}</source>
        <translation>واژه‌های کارت: {words}</translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Write an outlet down</source>
        <translation>نوشتن یک مقصد</translation>
    </message>
    <message>
        <source>What to call it</source>
        <translation>نامش چه باشد</translation>
    </message>
    <message>
        <source>What it speaks</source>
        <translation>به چه زبانی گفت‌وگو می‌کند</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>نشانی آن</translation>
    </message>
    <message>
        <source>Its key to seal to: age or OpenPGP</source>
        <translation>کلیدش برای مهروموم: age یا OpenPGP</translation>
    </message>
    <message>
        <source>User name or first key, if it gave one</source>
        <translation>نام کاربری یا کلید نخست، اگر داده است</translation>
    </message>
    <message>
        <source>Password or second key, if it gave one</source>
        <translation>گذرواژه یا کلید دوم، اگر داده است</translation>
    </message>
    <message>
        <source>The key of its server, if it gave one</source>
        <translation>کلید سرورش، اگر داده است</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>رها کردن</translation>
    </message>
</context>
<context>
    <name>OutletsPage</name>
    <message>
        <source>Trust it again</source>
        <translation>دوباره به آن اعتماد کن</translation>
    </message>
    <message>
        <source>Add from a file or a picture…</source>
        <translation>افزودن از فایل یا تصویر…</translation>
    </message>
    <message>
        <source>Paste a card</source>
        <translation>چسباندن کارت</translation>
    </message>
    <message>
        <source>Write one down…</source>
        <translation>نوشتن یکی…</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>بازگشت به صندوق فرستادن</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>مقصدها</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>هنوز به مقصدی اعتماد ندارید.</translation>
    </message>
    <message>
        <source>An outlet is a newsroom or an organisation that takes what you send. It gives you its card, as a file or as a picture with a code, and tells you the eight words of the card another way. Nothing is sent anywhere before that.</source>
        <translation>مقصد تحریریه یا سازمانی است که آنچه را می‌فرستید می‌گیرد. کارتش را به صورت فایل یا تصویری با رمزینه به شما می‌دهد، و هشت واژهٔ کارت را از راه دیگری به شما می‌گوید. پیش از آن چیزی به جایی فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>Choose a card, or pictures of one</source>
        <translation>برگزیدن کارت، یا تصویرهای آن</translation>
    </message>
    <message>
        <source>You trust {name} now.</source>
        <translation>اکنون به {name} اعتماد دارید.</translation>
    </message>
    <message>
        <source>Reaching it…</source>
        <translation>در حال رسیدن به آن…</translation>
    </message>
    <message>
        <source>It answers. Nothing was sent.</source>
        <translation>پاسخ می‌دهد. چیزی فرستاده نشد.</translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation>هر بار حداکثر {size} می‌گیرد.</translation>
    </message>
    <message>
        <source>It has room for {size}.</source>
        <translation>برای {size} جا دارد.</translation>
    </message>
    <message>
        <source>The way to {name} is changed.</source>
        <translation>راه {name} تغییر کرد.</translation>
    </message>
    <message>
        <source>Save the card (.json, or .png for a picture)</source>
        <translation>ذخیرهٔ کارت (‎.json، یا ‎.png برای تصویر)</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>نوشته شد: {names}</translation>
    </message>
    <message>
        <source>It comes in several pictures: all of them are needed to read it.</source>
        <translation>در چند تصویر می‌آید: برای خواندنش همه لازم است.</translation>
    </message>
    <message>
        <source>{name} is taken away. What waits for it is not sent.</source>
        <translation>‏{name} برداشته شد. آنچه برایش در انتظار است فرستاده نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>How much was sent</source>
        <translation>چه اندازه فرستاده شد</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>درنگ</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>اکنون بفرست</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>بیرون آوردن</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>مهروموم‌شده</translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>بدون مهروموم</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>‏{done} از {total}</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>در حال فرستادن است</translation>
    </message>
    <message>
        <source>is being connected</source>
        <translation>در حال وصل شدن است</translation>
    </message>
    <message>
        <source>{state}, not before {when}</source>
        <translation>‏{state}، نه پیش از {when}</translation>
    </message>
    <message>
        <source>{confirmed} {when}. The custody log has it.</source>
        <translation>‏{confirmed} {when}. در دفتر نگهداری آمده است.</translation>
    </message>
    <message>
        <source>Tries so far: {number}.</source>
        <translation>کوشش‌ها تا کنون: {number}.</translation>
    </message>
    <message>
        <source>Forget this line</source>
        <translation>فراموش کردن این سطر</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>نمایش عبارت عبور</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>پنهان کردن عبارت عبور</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>تصویر</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Places</source>
        <translation>جاها</translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation>پوشاندن هر چه پیدا شد</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones</source>
        <translation>در تردیدی‌ها چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>What is only a maybe, or no person (Ctrl+N)</source>
        <translation>آنچه تنها شاید است، یا آدم نیست (Ctrl+N)</translation>
    </message>
    <message>
        <source>Look for more</source>
        <translation>جست‌وجوی بیشتر</translation>
    </message>
    <message>
        <source>For people, writing and more, not for faces alone (F)</source>
        <translation>آدم‌ها، نوشته‌ها و بیشتر، نه تنها چهره‌ها (F)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>پوشاندن</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>پوشاندن آن (Enter)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>پیدا می‌ماند</translation>
    </message>
    <message>
        <source>Leave it visible (K)</source>
        <translation>پیدا گذاشتن آن (K)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>دیدید، و چیزی از آن برای پوشاندن نیست (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>برداشتن آن (Delete)</translation>
    </message>
    <message>
        <source>There is no blur and no mosaic here, on purpose. They are computed from what they cover, and machines read it back: in our measurement a simple program still knew 84 of 100 blurred faces and 93 of 100 in mosaic, where guessing gives 20. The soft fill and the solid cover are computed from nothing of what they cover.</source>
        <translation>اینجا به عمد نه محو کردن هست و نه شطرنجی. آن‌ها از آنچه می‌پوشانند محاسبه می‌شوند، و ماشین‌ها آن را بازمی‌خوانند: در اندازه‌گیری ما برنامه‌ای ساده هنوز ۸۴ چهره از ۱۰۰ چهرهٔ محو و ۹۳ از ۱۰۰ چهرهٔ شطرنجی را می‌شناخت، جایی که حدس زدن ۲۰ می‌دهد. پوشش نرم و پوشش یکدست از هیچ چیزِ زیر خود محاسبه نمی‌شوند.</translation>
    </message>
    <message>
        <source>Why no blur or mosaic?</source>
        <translation>چرا محو یا شطرنجی نه؟</translation>
    </message>
    <message>
        <source>What we measured (F1)</source>
        <translation>آنچه اندازه گرفتیم (F1)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>بعدی (T)، پیشین (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>بعدی (S)، پیشین (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>بعدی (W)، پیشین (Shift+W)</translation>
    </message>
    <message>
        <source>Words on it</source>
        <translation>واژه‌های روی آن</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>چیست</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>پوشیده با</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>کیست، از آدم‌های پرونده</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>دلیل، یا نام</translation>
    </message>
    <message>
        <source>Everything that is not decided yet (Ctrl+Enter)</source>
        <translation>هر چه هنوز تصمیمش گرفته نشده (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones ({number})</source>
        <translation>در تردیدی‌ها چیزی برای پوشاندن نیست ({number})</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>بنویسید کیست یا چرا می‌تواند دیده شود، و Enter را بزنید.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>با نسخه در گاوصندوق نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>تغییر دلیل</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>تغییر اینکه چیست</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>تغییر پوشش</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>تغییر اینکه کیست</translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>Save for posting…</source>
        <translation>ذخیره برای انتشار…</translation>
    </message>
    <message>
        <source>Where you post it</source>
        <translation>کجا منتشرش می‌کنید</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation>ذخیره برای انتشار</translation>
    </message>
    <message>
        <source>Firsthand posts nothing. It saves the cleaned or covered copies under names that say nothing, makes smaller what is too large there, and reads each file again before it gets its name. Whoever knows the place or the people still knows them in the picture.</source>
        <translation>‏Firsthand چیزی منتشر نمی‌کند. نسخه‌های پاک‌سازی‌شده یا پوشانده را با نام‌هایی که چیزی نمی‌گویند ذخیره می‌کند، آنچه را برای آنجا بزرگ است کوچک می‌کند، و هر فایل را پیش از نام دادن دوباره می‌خواند. هر که آن جا یا آدم‌ها را بشناسد هنوز در تصویر می‌شناسدشان.</translation>
    </message>
    <message>
        <source>Photos and videos to be saved: {number}</source>
        <translation>عکس و ویدیو برای ذخیره: {number}</translation>
    </message>
    <message>
        <source>no photos</source>
        <translation>بدون عکس</translation>
    </message>
    <message>
        <source>What fits there. Photos: {photo}. Videos: {video}.</source>
        <translation>آنچه آنجا جا می‌گیرد. عکس: {photo}. ویدیو: {video}.</translation>
    </message>
    <message>
        <source>As read in {month}: {source}</source>
        <translation>خوانده‌شده در {month}: {source}</translation>
    </message>
    <message>
        <source>No page with these figures was found: they are what is generally known.</source>
        <translation>صفحه‌ای با این ارقام پیدا نشد: این چیزی است که همه می‌دانند.</translation>
    </message>
    <message>
        <source>Save the copies in</source>
        <translation>ذخیرهٔ نسخه‌ها در</translation>
    </message>
    <message>
        <source>Stopped. What was saved is whole.</source>
        <translation>متوقف شد. آنچه ذخیره شد سالم است.</translation>
    </message>
    <message>
        <source>Saving what is to be posted</source>
        <translation>ذخیرهٔ آنچه باید منتشر شود</translation>
    </message>
    <message>
        <source>made again, to fit</source>
        <translation>دوباره ساخته شد تا جا بگیرد</translation>
    </message>
    <message>
        <source>the very copy of the vault</source>
        <translation>همان نسخهٔ گاوصندوق</translation>
    </message>
    <message>
        <source>Saved: {number} of {all}, in {folder}</source>
        <translation>ذخیره شد: {number} از {all}، در {folder}</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>چیزی فرستاده نشد.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>… and {number} more</source>
        <translation>… و {number} تای دیگر</translation>
    </message>
    <message>
        <source>The cleaned copy, and not a word about it.</source>
        <translation>نسخهٔ پاک‌سازی‌شده، و نه واژه‌ای درباره‌اش.</translation>
    </message>
    <message>
        <source>What the copies themselves still show</source>
        <translation>آنچه خود نسخه‌ها هنوز نشان می‌دهند</translation>
    </message>
</context>
<context>
    <name>ProofsBox</name>
    <message>
        <source>Check an opening…</source>
        <translation>بررسی گشایش…</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>مقایسه با اصل…</translation>
    </message>
    <message>
        <source>Check a time stamp that came later…</source>
        <translation>بررسی مهر زمانی‌ای که بعداً آمد…</translation>
    </message>
    <message>
        <source>Check the time stamp by the authority&apos;s certificates…</source>
        <translation>بررسی مهر زمانی با گواهی‌های مرجع…</translation>
    </message>
    <message>
        <source>Choose the opening</source>
        <translation>گشایش را برگزینید</translation>
    </message>
    <message>
        <source>The opening holds for {item}.</source>
        <translation>گشایش برای {item} درست است.</translation>
    </message>
    <message>
        <source>Whoever signed this bundle held an original of {size} with the SHA-256 {digest} then. When and where it was recorded, it does not say.</source>
        <translation>امضاکنندهٔ این بسته آن زمان اصلی به اندازهٔ {size} با SHA-256 برابر {digest} داشته است. اینکه کی و کجا ضبط شده، نمی‌گوید.</translation>
    </message>
    <message>
        <source>Choose the original</source>
        <translation>اصل را برگزینید</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>Comparing the original and the copy</source>
        <translation>مقایسهٔ اصل و نسخه</translation>
    </message>
    <message>
        <source>This is the original that was signed.</source>
        <translation>این همان اصلی است که امضا شد.</translation>
    </message>
    <message>
        <source>Choose the time stamp</source>
        <translation>مهر زمانی را برگزینید</translation>
    </message>
    <message>
        <source>It is about this bundle, and states {when}.</source>
        <translation>دربارهٔ همین بسته است و {when} را می‌گوید.</translation>
    </message>
    <message>
        <source>Whether that is so is not checked before you give the authority&apos;s own certificates, which you got from it and not from the sender.</source>
        <translation>تا گواهی‌های خود مرجع را که از خودش و نه از فرستنده گرفته‌اید ندهید، درستی آن بررسی نمی‌شود.</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s certificates</source>
        <translation>گواهی‌های مرجع را برگزینید</translation>
    </message>
    <message>
        <source>It was there at {when}: the authority that you trust has stamped it then.</source>
        <translation>در {when} وجود داشته است: مرجعی که به آن اعتماد دارید آن زمان مهرش زده است.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Library</source>
        <translation>کتابخانه</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>ساختن بسته</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق فرستادن</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>بررسی بسته</translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation>کلیدها و قفل‌ها</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>پشتیبان‌ها</translation>
    </message>
    <message>
        <source>Firsthand locks, and opens again in this language:</source>
        <translation>‏Firsthand قفل می‌شود و دوباره به این زبان باز می‌شود:</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>روشن یا تیره</translation>
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
        <translation>رمزینه برای خواندن با دوربین گوشی</translation>
    </message>
    <message>
        <source>Code for another phone</source>
        <translation>رمزینه برای گوشی دیگر</translation>
    </message>
    <message>
        <source>With the phone&apos;s browser</source>
        <translation>با مرورگر گوشی</translation>
    </message>
    <message>
        <source>With the LocalSend app</source>
        <translation>با برنامهٔ LocalSend</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Is it this computer?</source>
        <translation>آیا همین رایانه است؟</translation>
    </message>
    <message>
        <source>A phone has opened this page; nobody else can now.</source>
        <translation>یک گوشی این صفحه را باز کرده است؛ اکنون کس دیگری نمی‌تواند.</translation>
    </message>
    <message>
        <source>It is for the first phone that opens it.</source>
        <translation>برای نخستین گوشی‌ای است که بازش کند.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>For how long</source>
        <translation>برای چه مدت</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>‏{n} دقیقه</translation>
    </message>
    <message>
        <source>Announce it to all devices on this network</source>
        <translation>اعلام به همهٔ دستگاه‌های این شبکه</translation>
    </message>
    <message>
        <source>Keep what the phone calls itself in the record</source>
        <translation>نامی که گوشی بر خود می‌گذارد در پرونده بماند</translation>
    </message>
    <message>
        <source>Begin to receive</source>
        <translation>آغاز دریافت</translation>
    </message>
    <message>
        <source>Ten more minutes</source>
        <translation>ده دقیقهٔ دیگر</translation>
    </message>
    <message>
        <source>End</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Progress of this phone&apos;s files</source>
        <translation>پیشرفت فایل‌های این گوشی</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>آنچه می‌رسد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Receive from a phone</source>
        <translation>دریافت از گوشی</translation>
    </message>
    <message>
        <source>A phone on the same network sends photos and videos straight into the vault: with the free LocalSend app, or with nothing but its browser. Nothing listens until you begin.</source>
        <translation>گوشی‌ای در همین شبکه عکس و ویدیو را یک‌راست به گاوصندوق می‌فرستد: با برنامهٔ رایگان LocalSend، یا تنها با مرورگرش. تا آغاز نکنید چیزی گوش نمی‌دهد.</translation>
    </message>
    <message>
        <source>&amp;Network that the phone is on</source>
        <translation>&amp;شبکه‌ای که گوشی در آن است</translation>
    </message>
    <message>
        <source>Without it, the phone is given the address by hand, or scans the code.</source>
        <translation>بدون آن، نشانی را با دست به گوشی می‌دهند، یا رمزینه را می‌خواند.</translation>
    </message>
    <message>
        <source>This computer is on no network.</source>
        <translation>این رایانه در هیچ شبکه‌ای نیست.</translation>
    </message>
    <message>
        <source>Connect it to the one that the phone is on, or to the phone&apos;s hotspot.</source>
        <translation>آن را به شبکه‌ای که گوشی در آن است، یا به نقطهٔ اتصال گوشی، وصل کنید.</translation>
    </message>
    <message>
        <source>Nobody has sent anything yet.</source>
        <translation>هنوز کسی چیزی نفرستاده است.</translation>
    </message>
    <message>
        <source>Receiving from a phone</source>
        <translation>دریافت از گوشی</translation>
    </message>
    <message>
        <source>Ending: what came is examined.</source>
        <translation>رو به پایان: آنچه آمد وارسی می‌شود.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>‏{number} فایل</translation>
    </message>
    <message>
        <source>The phone is done. What came is examined and cleaned.</source>
        <translation>کار گوشی تمام شد. آنچه آمد وارسی و پاک‌سازی می‌شود.</translation>
    </message>
    <message>
        <source>Receiving has ended. Of what came, so many files are in the vault: {number}.</source>
        <translation>دریافت پایان یافت. از آنچه آمد، این شمار فایل در گاوصندوق است: {number}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left here.</source>
        <translation>آنچه تا آن دم مهروموم شد در گاوصندوق است؛ از بقیه اینجا چیزی نمانده است.</translation>
    </message>
    <message>
        <source>Open for {time}</source>
        <translation>باز به مدت {time}</translation>
    </message>
    <message>
        <source>The time is over; whoever is sending may end.</source>
        <translation>زمان تمام شد؛ هر که در حال فرستادن است می‌تواند تمام کند.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Only you can say these things. Leave empty what you do not want to say. What you write is kept, encrypted, as soon as you leave a field.</source>
        <translation>این‌ها را تنها شما می‌توانید بگویید. آنچه نمی‌خواهید بگویید خالی بگذارید. آنچه می‌نویسید، همین که از خانه بیرون بروید، رمزگذاری‌شده نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>One part for each person who can be recognised.</source>
        <translation>یک بخش برای هر کسی که می‌توان شناخت.</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>شخص {number}</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>افزودن شخص</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>نگه داشته شد</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Recovery code</source>
        <translation>کد بازیابی</translation>
    </message>
    <message>
        <source>A code to print and keep far from the computer, for the day when the passphrase is forgotten. Whoever has it can open the vault. It is shown once.</source>
        <translation>کدی برای چاپ و نگه داشتن دور از رایانه، برای روزی که عبارت عبور فراموش شود. هر که آن را دارد می‌تواند گاوصندوق را باز کند. یک بار نشان داده می‌شود.</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>ساختن کد</translation>
    </message>
    <message>
        <source>The code opens the vault.</source>
        <translation>این کد گاوصندوق را باز می‌کند.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>The backup is</source>
        <translation>پشتیبان هست</translation>
    </message>
    <message>
        <source>In a folder</source>
        <translation>در پوشه</translation>
    </message>
    <message>
        <source>At an outlet</source>
        <translation>در مقصد</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>پوشهٔ پشتیبان</translation>
    </message>
    <message>
        <source>Choose the outlet&apos;s card…</source>
        <translation>برگزیدن کارت مقصد…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>از فایل…</translation>
    </message>
    <message>
        <source>Where the vault will live</source>
        <translation>جایی که گاوصندوق خواهد بود</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>دوباره بساز</translation>
    </message>
    <message>
        <source>Unlock it</source>
        <translation>باز کردن آن</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Make a vault again from its backup</source>
        <translation>ساختن دوبارهٔ گاوصندوق از پشتیبان</translation>
    </message>
    <message>
        <source>Nothing is changed in the backup. What is missing or altered there is named.</source>
        <translation>در پشتیبان چیزی تغییر نمی‌کند. آنچه آنجا نیست یا دستکاری شده نام برده می‌شود.</translation>
    </message>
    <message>
        <source>Where the &amp;vault will live</source>
        <translation>جایی که &amp;گاوصندوق خواهد بود</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;عبارت عبور پشتیبان</translation>
    </message>
    <message>
        <source>Address that the last backup showed</source>
        <translation>نشانی‌ای که آخرین پشتیبان نشان داد</translation>
    </message>
    <message>
        <source>The card of the backup&apos;s outlet</source>
        <translation>کارت مقصد پشتیبان</translation>
    </message>
    <message>
        <source>The file that holds the address</source>
        <translation>فایلی که نشانی در آن است</translation>
    </message>
    <message>
        <source>Say where the vault will live, and what opens it.</source>
        <translation>بگویید گاوصندوق کجا خواهد بود و چه بازش می‌کند.</translation>
    </message>
    <message>
        <source>Choose the folder of the backup.</source>
        <translation>پوشهٔ پشتیبان را برگزینید.</translation>
    </message>
    <message>
        <source>Choose the card of the outlet.</source>
        <translation>کارت مقصد را برگزینید.</translation>
    </message>
    <message>
        <source>Making the vault again</source>
        <translation>ساختن دوبارهٔ گاوصندوق</translation>
    </message>
    <message>
        <source>Stopped. The folder is no vault yet.</source>
        <translation>متوقف شد. این پوشه هنوز گاوصندوق نیست.</translation>
    </message>
    <message>
        <source>Make it again with the same folder, and it goes on from there.</source>
        <translation>با همین پوشه دوباره بسازید تا از همان‌جا ادامه یابد.</translation>
    </message>
    <message>
        <source>Files that came back: {files}, {size}.</source>
        <translation>فایل‌های بازگشته: {files}، {size}.</translation>
    </message>
    <message>
        <source>No list of this vault&apos;s owner was there: only reading every byte, on the page of keys and locks, shows that all is well.</source>
        <translation>فهرستی از صاحب این گاوصندوق آنجا نبود: تنها خواندن هر بایت، در صفحهٔ کلیدها و قفل‌ها، نشان می‌دهد همه چیز درست است.</translation>
    </message>
    <message>
        <source>The vault is back.</source>
        <translation>گاوصندوق بازگشته است.</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>probably sealed already</source>
        <translation>احتمالاً از پیش مهروموم</translation>
    </message>
    <message>
        <source>new</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>برگزیده</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>برگزیده‌نشده</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Covered photos, the least sure first</source>
        <translation>عکس‌های پوشانده، کم‌یقین‌ترین نخست</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>بازگشت به کتابخانه</translation>
    </message>
    <message>
        <source>Covering {number} photos</source>
        <translation>پوشاندن {number} عکس</translation>
    </message>
    <message>
        <source>The least sure come first. Open any of them to mend it.</source>
        <translation>کم‌یقین‌ترین‌ها نخست می‌آیند. هر کدام را برای درست کردن باز کنید.</translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation>جست‌وجوی چهره‌ها و پوشاندنشان</translation>
    </message>
    <message>
        <source>Covered: {done} of {all} photos</source>
        <translation>پوشانده شد: {done} از {all} عکس</translation>
    </message>
    <message>
        <source>Look at these first: {number}.</source>
        <translation>نخست این‌ها را ببینید: {number}.</translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation>چیزی به چشم نیامد.</translation>
    </message>
    <message>
        <source>A face that no program finds is not covered. Look at each photo before it leaves.</source>
        <translation>چهره‌ای که هیچ برنامه‌ای پیدا نمی‌کند پوشانده نیست. هر عکس را پیش از بیرون رفتن ببینید.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>The photos shown here are done; the others are as they were.</source>
        <translation>کار عکس‌هایی که اینجا نشان داده شده تمام است؛ بقیه چنان‌اند که بودند.</translation>
    </message>
    <message>
        <source>Still found in the copy: {number}</source>
        <translation>هنوز در نسخه پیدا می‌شود: {number}</translation>
    </message>
    <message>
        <source>Nothing was found: look yourself</source>
        <translation>چیزی پیدا نشد: خودتان ببینید</translation>
    </message>
    <message>
        <source>Covered: {number}, least sure {share}%</source>
        <translation>پوشانده: {number}، کم‌یقین‌ترین {share}٪</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>From a phone, through the air…</source>
        <translation>از گوشی، از راه هوا…</translation>
    </message>
</context>
<context>
    <name>RouteBox</name>
    <message>
        <source>The way there</source>
        <translation>راه آن</translation>
    </message>
    <message>
        <source>Tor</source>
        <translation>Tor</translation>
    </message>
    <message>
        <source>A proxy</source>
        <translation>پروکسی</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>مستقیم</translation>
    </message>
    <message>
        <source>Address of the proxy, in numbers</source>
        <translation>نشانی پروکسی، به عدد</translation>
    </message>
    <message>
        <source>My network may see whom I write to</source>
        <translation>شبکهٔ من می‌تواند ببیند به چه کسی می‌نویسم</translation>
    </message>
    <message>
        <source>Use this way</source>
        <translation>به کار بردن این راه</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>چگونه به آن می‌رسند</translation>
    </message>
    <message>
        <source>Say first that your network may see it.</source>
        <translation>نخست بگویید که شبکه‌تان می‌تواند ببیند.</translation>
    </message>
    <message>
        <source>Tor hides from your network whom you write to, and from the outlet where you are. If it is not running, nothing is sent.</source>
        <translation>‏Tor از شبکهٔ شما پنهان می‌کند که به چه کسی می‌نویسید، و از مقصد که کجا هستید. اگر در کار نباشد، چیزی فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>Its address in numbers. If it does not answer, nothing is sent.</source>
        <translation>نشانی آن به عدد. اگر پاسخ ندهد، چیزی فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>Whoever watches your line sees the outlet&apos;s address; the outlet sees yours.</source>
        <translation>هر که خط شما را زیر نظر دارد نشانی مقصد را می‌بیند؛ مقصد نشانی شما را.</translation>
    </message>
</context>
<context>
    <name>SaysPanel</name>
    <message>
        <source>Nothing beside the picture itself that we know how to find.</source>
        <translation>جز خود تصویر، چیزی که بلد باشیم پیدا کنیم نیست.</translation>
    </message>
    <message>
        <source>That is in or near {city}.</source>
        <translation>این در {city} یا نزدیک آن است.</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و {number} تای دیگر</translation>
    </message>
    <message>
        <source>Raw tags</source>
        <translation>برچسب‌های خام</translation>
    </message>
    <message>
        <source>Raw tags ({number})</source>
        <translation>برچسب‌های خام ({number})</translation>
    </message>
</context>
<context>
    <name>SealBox</name>
    <message>
        <source>Who can open it</source>
        <translation>چه کسی می‌تواند بازش کند</translation>
    </message>
    <message>
        <source>Only who I choose</source>
        <translation>تنها کسی که برمی‌گزینم</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>عبارت عبور</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>هر کسی</translation>
    </message>
    <message>
        <source>Their public &amp;keys, one after another</source>
        <translation>&amp;کلیدهای عمومی آن‌ها، یکی پس از دیگری</translation>
    </message>
    <message>
        <source>Take them from a file…</source>
        <translation>گرفتن از فایل…</translation>
    </message>
    <message>
        <source>Put the untouched originals in too</source>
        <translation>اصل‌های دست‌نخورده هم در آن باشند</translation>
    </message>
    <message>
        <source>Whoever gets this file can look into it, on its way as well.</source>
        <translation>هر که این فایل به دستش برسد می‌تواند درونش را ببیند، در راه هم.</translation>
    </message>
    <message>
        <source>Give the key of at least one person who may open it.</source>
        <translation>کلید دست‌کم یک نفر را که می‌تواند بازش کند بدهید.</translation>
    </message>
    <message>
        <source>Choose the passphrase that will open it.</source>
        <translation>عبارت عبوری را که بازش می‌کند برگزینید.</translation>
    </message>
    <message>
        <source>Passphrase that opens the bundle</source>
        <translation>عبارت عبوری که بسته را باز می‌کند</translation>
    </message>
    <message>
        <source>Five random words or more</source>
        <translation>پنج واژهٔ تصادفی یا بیشتر</translation>
    </message>
    <message>
        <source>Choose a file with public keys</source>
        <translation>فایلی با کلیدهای عمومی برگزینید</translation>
    </message>
    <message>
        <source>The key says that it belongs to {owner}. Compare its fingerprint with them another way: {digits}</source>
        <translation>کلید می‌گوید از آنِ {owner} است. اثر انگشتش را از راه دیگری با او مقایسه کنید: {digits}</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Anybody on its side may read it</source>
        <translation>هر کسی در سوی آن می‌تواند بخواند</translation>
    </message>
    <message>
        <source>Everybody may see these copies, for good</source>
        <translation>همه می‌توانند این نسخه‌ها را برای همیشه ببینند</translation>
    </message>
    <message>
        <source>Put into the outbox</source>
        <translation>گذاشتن در صندوق فرستادن</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>به چه کسی</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>مقصد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Send to an outlet</source>
        <translation>فرستادن به مقصد</translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation>هنوز به مقصدی اعتماد ندارید.</translation>
    </message>
    <message>
        <source>Add the card that an outlet gave you first.</source>
        <translation>نخست کارتی را که مقصد به شما داده بیفزایید.</translation>
    </message>
    <message>
        <source>To the outlets</source>
        <translation>به مقصدها</translation>
    </message>
    <message>
        <source>{number} photos and videos, cleaned, in a new bundle. It is read again before it goes into the outbox.</source>
        <translation>‏{number} عکس و ویدیو، پاک‌سازی‌شده، در بسته‌ای تازه. پیش از رفتن به صندوق فرستادن دوباره خوانده می‌شود.</translation>
    </message>
    <message>
        <source>The bundle {name}</source>
        <translation>بستهٔ {name}</translation>
    </message>
    <message>
        <source>Write a folder to hand over…</source>
        <translation>نوشتن پوشه‌ای برای تحویل…</translation>
    </message>
    <message>
        <source>Write what you hand over to</source>
        <translation>نوشتن آنچه تحویل می‌دهید در</translation>
    </message>
    <message>
        <source>Preparing what is sent</source>
        <translation>آماده کردن آنچه فرستاده می‌شود</translation>
    </message>
    <message>
        <source>This outlet takes photos and videos in a new bundle alone.</source>
        <translation>این مقصد عکس و ویدیو را تنها در بسته‌ای تازه می‌گیرد.</translation>
    </message>
    <message>
        <source>Writing what you hand over</source>
        <translation>نوشتن آنچه تحویل می‌دهید</translation>
    </message>
    <message>
        <source>Stopped. Nothing was put in.</source>
        <translation>متوقف شد. چیزی گذاشته نشد.</translation>
    </message>
</context>
<context>
    <name>Sendings</name>
    <message>
        <source>Outbox</source>
        <translation>صندوق فرستادن</translation>
    </message>
    <message>
        <source>Outbox · {percent} %</source>
        <translation>صندوق فرستادن · {percent}٪</translation>
    </message>
    <message>
        <source>Outbox · …</source>
        <translation>صندوق فرستادن · …</translation>
    </message>
</context>
<context>
    <name>SharesForm</name>
    <message>
        <source>Cards for trusted people</source>
        <translation>کارت برای کسانی که به آن‌ها اعتماد دارید</translation>
    </message>
    <message>
        <source>Each person gets a card with twenty words. So many of them open the vault together; fewer learn nothing from theirs, and none of these people can open it alone.</source>
        <translation>هر نفر کارتی با بیست واژه می‌گیرد. این شمار از آن‌ها با هم گاوصندوق را باز می‌کنند؛ کمتر از آن از کارت‌هایشان چیزی نمی‌فهمند، و هیچ‌یک به‌تنهایی نمی‌تواند بازش کند.</translation>
    </message>
    <message>
        <source>Make the cards</source>
        <translation>ساختن کارت‌ها</translation>
    </message>
    <message>
        <source>People with a card</source>
        <translation>کسانی که کارت دارند</translation>
    </message>
    <message>
        <source>Needed to open</source>
        <translation>لازم برای باز کردن</translation>
    </message>
    <message>
        <source>More cards would be needed than there are people.</source>
        <translation>کارت‌های بیشتری از شمار آدم‌ها لازم می‌شد.</translation>
    </message>
    <message>
        <source>Card {number} of {of}</source>
        <translation>کارت {number} از {of}</translation>
    </message>
    <message>
        <source>The cards open the vault. Give each to another person.</source>
        <translation>کارت‌ها گاوصندوق را باز می‌کنند. هر یک را به کس دیگری بدهید.</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>Filters</source>
        <translation>پالایه‌ها</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>&amp;ترتیب</translation>
    </message>
    <message>
        <source>Find by name, or by what you wrote</source>
        <translation>جست‌وجو به نام، یا به آنچه نوشته‌اید</translation>
    </message>
    <message>
        <source>By import, newest first</source>
        <translation>به ورود، تازه‌ترین نخست</translation>
    </message>
    <message>
        <source>By day, newest first</source>
        <translation>به روز، تازه‌ترین نخست</translation>
    </message>
    <message>
        <source>By day, oldest first</source>
        <translation>به روز، کهنه‌ترین نخست</translation>
    </message>
    <message>
        <source>Gives away most first</source>
        <translation>آنچه بیشتر فاش می‌کند نخست</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>به نام</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>بزرگ‌ترین نخست</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>هر کدام</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>آری</translation>
    </message>
    <message>
        <source>No</source>
        <translation>نه</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>از روز</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>تا روز</translation>
    </message>
    <message>
        <source>Gives away</source>
        <translation>فاش می‌کند</translation>
    </message>
    <message>
        <source>Place known</source>
        <translation>مکان دانسته</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>آدم‌هایی که دیده می‌شوند</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>خطر</translation>
    </message>
    <message>
        <source>Covered copy made</source>
        <translation>نسخهٔ پوشانده ساخته شده</translation>
    </message>
    <message>
        <source>Went into a bundle</source>
        <translation>در بسته‌ای رفته</translation>
    </message>
    <message>
        <source>By its name</source>
        <translation>بنا بر نامش</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>عکس‌ها</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>ویدیوها</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>ضبط‌ها</translation>
    </message>
    <message>
        <source>Nobody listed</source>
        <translation>کسی نام برده نشده</translation>
    </message>
    <message>
        <source>Somebody listed</source>
        <translation>کسی نام برده شده</translation>
    </message>
    <message>
        <source>Someone did not consent</source>
        <translation>کسی رضایت نداده</translation>
    </message>
    <message>
        <source>Consent is implied</source>
        <translation>رضایت ضمنی است</translation>
    </message>
    <message>
        <source>All consented</source>
        <translation>همه رضایت داده‌اند</translation>
    </message>
    <message>
        <source>Received copy</source>
        <translation>نسخهٔ دریافتی</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>تصویر صفحه</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>ویرایش‌شده</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>گفته نشده</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Only new ones</source>
        <translation>تنها تازه‌ها</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>برگزیدن همهٔ نشان‌داده‌ها</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>برگزیدن هیچ‌کدام</translation>
    </message>
    <message>
        <source>Keep the device&apos;s name in the record</source>
        <translation>نام دستگاه در پرونده بماند</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>آنچه آنجاست</translation>
    </message>
    <message>
        <source>Photos, videos and recordings</source>
        <translation>عکس‌ها، ویدیوها و ضبط‌ها</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>عکس‌ها</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>ویدیوها</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>ضبط‌ها</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>فایل‌های دیگر</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;نوع</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;روز</translation>
    </message>
    <message>
        <source>A lock marks what is probably sealed already, by name, size and time; the truth is told by its content when it is taken in. Nothing of this list is written anywhere.</source>
        <translation>قفل نشان چیزی است که بنا بر نام، اندازه و زمان احتمالاً از پیش مهروموم شده؛ حقیقت را محتوایش هنگام ورود می‌گوید. چیزی از این فهرست جایی نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>What is on {name}</source>
        <translation>آنچه در {name} است</translation>
    </message>
    <message>
        <source>Could not be read, and will be named at the end: {number}</source>
        <translation>خوانده نشد و در پایان نام برده می‌شود: {number}</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>همهٔ روزها</translation>
    </message>
    <message>
        <source>new: {number}</source>
        <translation>تازه: {number}</translation>
    </message>
    <message>
        <source>still listing…</source>
        <translation>هنوز فهرست می‌شود…</translation>
    </message>
    <message>
        <source>Take in: {number}</source>
        <translation>وارد کردن: {number}</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>بدون روز</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Progress</source>
        <translation>پیشرفت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>لغو</translation>
    </message>
    <message>
        <source>Unlock it, or plug it in again: the import goes on from there.</source>
        <translation>قفلش را باز کنید، یا دوباره وصلش کنید: ورود از همان‌جا ادامه می‌یابد.</translation>
    </message>
    <message>
        <source>{number} more waiting</source>
        <translation>‏{number} تای دیگر در انتظار</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>در حال ایستادن…</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>جست‌وجوی فایل‌ها</translation>
    </message>
    <message>
        <source>Sealing in the vault</source>
        <translation>مهروموم در گاوصندوق</translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation>مهروموم شد؛ خواندن و پاک‌سازی</translation>
    </message>
    <message>
        <source>The device is gone; it is waited for</source>
        <translation>دستگاه رفته است؛ منتظرش می‌مانند</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Files that need your attention</source>
        <translation>فایل‌هایی که توجه شما را می‌خواهند</translation>
    </message>
    <message>
        <source>Sealed in the vault: {number}</source>
        <translation>مهروموم‌شده در گاوصندوق: {number}</translation>
    </message>
    <message>
        <source>Already there: {number}</source>
        <translation>از پیش آنجا: {number}</translation>
    </message>
    <message>
        <source>Examined and cleaned: {number}</source>
        <translation>وارسی و پاک‌سازی شد: {number}</translation>
    </message>
    <message>
        <source>Without a cleaned copy: {number}</source>
        <translation>بدون نسخهٔ پاک‌سازی‌شده: {number}</translation>
    </message>
    <message>
        <source>Not taken: {number}</source>
        <translation>پذیرفته‌نشده: {number}</translation>
    </message>
    <message>
        <source>Failed: {number}</source>
        <translation>ناکام: {number}</translation>
    </message>
    <message>
        <source>The device may be unplugged now</source>
        <translation>اکنون می‌توان دستگاه را جدا کرد</translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation>چیزی برای وارد کردن نبود.</translation>
    </message>
    <message>
        <source>The original is sealed.</source>
        <translation>اصل مهروموم است.</translation>
    </message>
</context>
<context>
    <name>TablesBox</name>
    <message>
        <source>As a table:</source>
        <translation>به‌صورت جدول:</translation>
    </message>
    <message>
        <source>Write the table to</source>
        <translation>نوشتن جدول در</translation>
    </message>
    <message>
        <source>The table is written: {name}</source>
        <translation>جدول نوشته شد: {name}</translation>
    </message>
    <message>
        <source>It is not sealed: anybody can read it.</source>
        <translation>مهروموم نیست: هر کسی می‌تواند آن را بخواند.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>خط زمان</translation>
    </message>
    <message>
        <source>Drag to go there, with Shift to mark a stretch; Ctrl and wheel to zoom</source>
        <translation>برای رفتن به آنجا بکشید، با Shift برای نشان کردن یک تکه؛ Ctrl و چرخ برای بزرگ‌نمایی</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>واگرد</translation>
    </message>
    <message>
        <source>Destroy now</source>
        <translation>اکنون نابود کن</translation>
    </message>
</context>
<context>
    <name>Tongues</name>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>زبان: {name}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Mark from here</source>
        <translation>نشان کردن از اینجا</translation>
    </message>
    <message>
        <source>Mark up to here</source>
        <translation>نشان کردن تا اینجا</translation>
    </message>
    <message>
        <source>Cover the whole picture there</source>
        <translation>پوشاندن تمام تصویر در آنجا</translation>
    </message>
    <message>
        <source>Leave it out, with its sound</source>
        <translation>کنار گذاشتن آن، با صدایش</translation>
    </message>
    <message>
        <source>Silence there</source>
        <translation>سکوت در آنجا</translation>
    </message>
    <message>
        <source>A tone there</source>
        <translation>بوق در آنجا</translation>
    </message>
    <message>
        <source>Disguise the voices there</source>
        <translation>دگرگون کردن صداها در آنجا</translation>
    </message>
    <message>
        <source>Picture and sound there as they were</source>
        <translation>تصویر و صدا در آنجا چنان‌که بودند</translation>
    </message>
    <message>
        <source>The track begins here</source>
        <translation>رد از اینجا آغاز می‌شود</translation>
    </message>
    <message>
        <source>The track ends here</source>
        <translation>رد اینجا پایان می‌یابد</translation>
    </message>
    <message>
        <source>The track reaches from cut to cut</source>
        <translation>رد از برش تا برش</translation>
    </message>
    <message>
        <source>Split the track here</source>
        <translation>شکافتن رد در اینجا</translation>
    </message>
    <message>
        <source>Join it with the next one</source>
        <translation>پیوستن آن به بعدی</translation>
    </message>
    <message>
        <source>Take the key here away</source>
        <translation>برداشتن نشانهٔ اینجا</translation>
    </message>
    <message>
        <source>More of the time</source>
        <translation>زمان بیشتر در دید</translation>
    </message>
    <message>
        <source>Less of the time</source>
        <translation>زمان کمتر در دید</translation>
    </message>
    <message>
        <source>Follow what is covered here</source>
        <translation>دنبال کردن آنچه اینجا پوشانده شده</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>همه</translation>
    </message>
</context>
<context>
    <name>TracksPanel</name>
    <message>
        <source>Tracks</source>
        <translation>ردها</translation>
    </message>
    <message>
        <source>The doubtful place before (Shift+U)</source>
        <translation>جای تردیدی پیشین (Shift+U)</translation>
    </message>
    <message>
        <source>Next doubtful place</source>
        <translation>جای تردیدی بعدی</translation>
    </message>
    <message>
        <source>Go to the next one (U)</source>
        <translation>رفتن به بعدی (U)</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>دیده‌ام</translation>
    </message>
    <message>
        <source>Nothing more has to be covered here (Y)</source>
        <translation>اینجا چیز دیگری برای پوشاندن نیست (Y)</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>پوشاندن</translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation>پوشاندن آن (Enter)</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>پیدا می‌ماند</translation>
    </message>
    <message>
        <source>Leave it visible, with a name or a reason (R)</source>
        <translation>پیدا گذاشتن آن، با نام یا دلیل (R)</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation>دیدید، و چیزی از آن برای پوشاندن نیست (N)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>برداشتن آن (Delete)</translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation>همین برای همهٔ همانندها</translation>
    </message>
    <message>
        <source>What is decided here, for all of its kind (Ctrl+Shift+A)</source>
        <translation>تصمیم اینجا، برای همهٔ هم‌نوعانش (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation>بعدی (T)، پیشین (Shift+T)</translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation>بعدی (S)، پیشین (Shift+S)</translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation>بعدی (W)، پیشین (Shift+W)</translation>
    </message>
    <message>
        <source>The next one (Q), the one before (Shift+Q)</source>
        <translation>بعدی (Q)، پیشین (Shift+Q)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>چیست</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>پوشیده با</translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation>کیست، از آدم‌های پرونده</translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation>دلیل، یا نام</translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation>نسخه چگونه کدگذاری می‌شود</translation>
    </message>
    <message>
        <source>To be looked at: {number}.</source>
        <translation>برای دیدن: {number}.</translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation>بنویسید کیست یا چرا می‌تواند دیده شود، و Enter را بزنید.</translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation>با نسخه در گاوصندوق نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>تغییر دلیل</translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation>تغییر اینکه چیست</translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation>تغییر پوشش</translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation>تغییر اینکه کیست</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Vault folder</source>
        <translation>پوشهٔ گاوصندوق</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>در حال باز شدن</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Unlock your vault</source>
        <translation>گاوصندوقتان را باز کنید</translation>
    </message>
    <message>
        <source>&amp;Vault folder</source>
        <translation>&amp;پوشهٔ گاوصندوق</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;عبارت عبور</translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation>باز کردن با عبارت عبور</translation>
    </message>
    <message>
        <source>Open with trusted people&apos;s cards</source>
        <translation>باز کردن با کارت‌های کسانی که به آن‌ها اعتماد دارید</translation>
    </message>
    <message>
        <source>This vault was wiped. Nothing opens it any more.</source>
        <translation>این گاوصندوق نابود شده است. دیگر چیزی بازش نمی‌کند.</translation>
    </message>
    <message>
        <source>Its files are being deleted. You may close the window meanwhile.</source>
        <translation>فایل‌هایش پاک می‌شوند. در این میان می‌توانید پنجره را ببندید.</translation>
    </message>
    <message>
        <source>The folder holds files that are not the vault&apos;s, so it stays.</source>
        <translation>در پوشه فایل‌هایی هست که از آنِ گاوصندوق نیست، پس می‌ماند.</translation>
    </message>
    <message>
        <source>The vault was wiped, and its files are gone.</source>
        <translation>گاوصندوق نابود شد و فایل‌هایش رفته‌اند.</translation>
    </message>
    <message>
        <source>Copies and backups elsewhere are as they were.</source>
        <translation>نسخه‌ها و پشتیبان‌های جاهای دیگر چنان‌اند که بودند.</translation>
    </message>
    <message>
        <source>The pause is over: try again.</source>
        <translation>درنگ تمام شد: دوباره بکوشید.</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Back to the beginning</source>
        <translation>بازگشت به آغاز</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>بررسی بسته</translation>
    </message>
    <message>
        <source>Drop a bundle here</source>
        <translation>بسته‌ای را اینجا رها کنید</translation>
    </message>
    <message>
        <source>It is read on this computer alone: whether it is whole, and unchanged since it was signed. Nothing is unpacked, and nothing is sent.</source>
        <translation>تنها در همین رایانه خوانده می‌شود: که سالم است یا نه، و از زمان امضا تغییر کرده یا نه. چیزی باز نمی‌شود و چیزی فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>برگزیدن بسته…</translation>
    </message>
    <message>
        <source>Your &amp;key, or the passphrase, for a sealed bundle</source>
        <translation>&amp;کلید شما، یا عبارت عبور، برای بستهٔ مهروموم‌شده</translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation>گرفتن از فایل…</translation>
    </message>
    <message>
        <source>Open with this key</source>
        <translation>باز کردن با این کلید</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation>خواندن بسته</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>بسته‌ای برگزینید</translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation>فایل کلیدتان را برگزینید</translation>
    </message>
    <message>
        <source>This custody log holds: nothing in it was changed since it was signed.</source>
        <translation>این دفتر نگهداری پابرجاست: از زمان امضا چیزی در آن تغییر نکرده است.</translation>
    </message>
    <message>
        <source>The times are those of the sender&apos;s own clock, and it does not show that nothing was left out.</source>
        <translation>زمان‌ها از ساعت خود فرستنده است، و نشان نمی‌دهد که چیزی از قلم نیفتاده باشد.</translation>
    </message>
    <message>
        <source>This bundle is whole, and unchanged since it was signed.</source>
        <translation>این بسته سالم است و از زمان امضا تغییر نکرده است.</translation>
    </message>
    <message>
        <source>Whether you can believe it depends on who signed it: compare the key below with one that you got from the sender by another way.</source>
        <translation>اینکه بتوانید باورش کنید به امضاکننده بستگی دارد: کلید زیر را با کلیدی که از راه دیگری از فرستنده گرفته‌اید مقایسه کنید.</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>امضاشده با کلید</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>عکس‌ها و ویدیوها</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>اندازه</translation>
    </message>
    <message>
        <source>Wrapping</source>
        <translation>پوشش بسته</translation>
    </message>
    <message>
        <source>{when}, as it states; it can be checked below</source>
        <translation>‏{when}، به گفتهٔ خودش؛ در پایین می‌توان بررسی‌اش کرد</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>مهر زمانی</translation>
    </message>
    <message>
        <source>sealed: only the key opens it</source>
        <translation>مهروموم: تنها کلید بازش می‌کند</translation>
    </message>
    <message>
        <source>plain: anybody can open it</source>
        <translation>ساده: هر کسی می‌تواند بازش کند</translation>
    </message>
    <message>
        <source>an unpacked folder</source>
        <translation>پوشه‌ای بازشده</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>برقرار است</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>برقرار نیست</translation>
    </message>
    <message>
        <source>Key that it has to be &amp;signed with, if you know it</source>
        <translation>کلیدی که بسته باید با آن ا&amp;مضا شده باشد، اگر می‌دانید</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقایسه</translation>
    </message>
    <message>
        <source>It is signed with the key that you gave.</source>
        <translation>با همان کلیدی که دادید امضا شده است.</translation>
    </message>
</context>
<context>
    <name>Wave</name>
    <message>
        <source>Loudness</source>
        <translation>بلندی صدا در زمان</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>From {name}…</source>
        <translation>از {name}…</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Keep what your phone recorded, see what it would give away about you, and pass it on without that.</source>
        <translation>آنچه را گوشی‌تان ضبط کرده نگه دارید، ببینید دربارهٔ شما چه فاش می‌کرد، و بدون آن به دیگران بدهید.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Firsthand connects to nothing by itself, and remembers nothing outside your vault, not even where it is: only a language that you choose here.</source>
        <translation>همه چیز در همین رایانه می‌ماند. Firsthand خودبه‌خود به چیزی وصل نمی‌شود، و بیرون از گاوصندوقتان چیزی به یاد نمی‌سپارد، حتی جای آن را: تنها زبانی را که اینجا برمی‌گزینید.</translation>
    </message>
    <message>
        <source>What Firsthand is made of</source>
        <translation>‏Firsthand از چه ساخته شده است</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>ساختن گاوصندوق</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>اینجا تازه‌واردم</translation>
    </message>
    <message>
        <source>Make a vault: an encrypted folder that opens with a passphrase.</source>
        <translation>گاوصندوقی بسازید: پوشه‌ای رمزگذاری‌شده که با عبارت عبور باز می‌شود.</translation>
    </message>
    <message>
        <source>I have a vault</source>
        <translation>گاوصندوق دارم</translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation>با عبارت عبورش بازش کنید.</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>باز کردن گاوصندوق</translation>
    </message>
    <message>
        <source>I have a backup</source>
        <translation>پشتیبان دارم</translation>
    </message>
    <message>
        <source>Make the vault again from a folder or an outlet.</source>
        <translation>گاوصندوق را از پوشه یا مقصدی دوباره بسازید.</translation>
    </message>
    <message>
        <source>Restore a vault</source>
        <translation>بازگرداندن گاوصندوق</translation>
    </message>
    <message>
        <source>I was sent a bundle</source>
        <translation>برایم بسته‌ای فرستاده‌اند</translation>
    </message>
    <message>
        <source>Check that it is whole and unchanged. No vault is needed.</source>
        <translation>ببینید سالم و بی‌تغییر است یا نه. گاوصندوقی لازم نیست.</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>بررسی بسته</translation>
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
        <translation>قفل در همین دم</translation>
    </message>
    <message>
        <source>Destroy the vault…</source>
        <translation>نابود کردن گاوصندوق…</translation>
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
        <translation>نابودی</translation>
    </message>
    <message>
        <source>Rehearse it</source>
        <translation>تمرین آن</translation>
    </message>
    <message>
        <source>Destroy the vault now</source>
        <translation>اکنون گاوصندوق را نابود کن</translation>
    </message>
    <message>
        <source>Destroy the vault</source>
        <translation>نابود کردن گاوصندوق</translation>
    </message>
    <message>
        <source>The keys go first, at once: from then on nothing opens, for nobody. Then the files are deleted; the window can be closed meanwhile. Copies and backups elsewhere stay as they are, and still open with the passphrase. Flash disks keep old blocks that only somebody with the passphrase could use.</source>
        <translation>نخست کلیدها بی‌درنگ می‌روند: از آن دم برای هیچ‌کس باز نمی‌شود. سپس فایل‌ها پاک می‌شوند؛ در این میان می‌توان پنجره را بست. نسخه‌ها و پشتیبان‌های جاهای دیگر چنان‌که هستند می‌مانند و هنوز با عبارت عبور باز می‌شوند. دیسک‌های فلش بلوک‌های کهنه‌ای نگه می‌دارند که تنها به کار دارندهٔ عبارت عبور می‌آید.</translation>
    </message>
    <message>
        <source>Type {word} to destroy it</source>
        <translation>برای نابود کردنش {word} را بنویسید</translation>
    </message>
    <message>
        <source>After {ms} ms nothing would open the vault any more.</source>
        <translation>پس از {ms} میلی‌ثانیه دیگر چیزی گاوصندوق را باز نمی‌کرد.</translation>
    </message>
    <message>
        <source>After about {s} s all of it would be gone: {files} files, {size}.</source>
        <translation>پس از حدود {s} ثانیه همهٔ آن رفته بود: {files} فایل، {size}.</translation>
    </message>
    <message>
        <source>Not the vault&apos;s, and would stay in its folder: {count}.</source>
        <translation>از آنِ گاوصندوق نیست و در پوشه‌اش می‌ماند: {count}.</translation>
    </message>
    <message>
        <source>This was a rehearsal. Nothing was destroyed.</source>
        <translation>این تمرین بود. چیزی نابود نشد.</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>not said</source>
        <translation>گفته نشده</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Face</source>
        <translation>چهره</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>آدم</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>خودرو</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>پلاک</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>نوشته</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>صفحه‌نمایش</translation>
    </message>
    <message>
        <source>Place that can be recognised</source>
        <translation>جایی که می‌توان شناخت</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>چیز دیگر</translation>
    </message>
    <message>
        <source>Soft fill</source>
        <translation>پوشش نرم</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>یکدست</translation>
    </message>
    <message>
        <source>Solid, with words</source>
        <translation>یکدست، با واژه</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>کادر</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>بیضی</translation>
    </message>
    <message>
        <source>Painted place</source>
        <translation>جای رنگ‌شده</translation>
    </message>
    <message>
        <source>Found, not decided</source>
        <translation>پیدا شده، بی‌تصمیم</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>پوشانده</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>پیدا می‌ماند</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>Maybe, not decided</source>
        <translation>شاید، بی‌تصمیم</translation>
    </message>
    <message>
        <source>{shape} {number} of {total}. {kind}: {state}</source>
        <translation>‏{shape} {number} از {total}. {kind}: {state}</translation>
    </message>
    <message>
        <source>{left} % from the left, {top} % from the top, {width} % wide, {height} % high. Arrow keys move it, + and - change its size, Delete removes it.</source>
        <translation>‏{left}٪ از چپ، {top}٪ از بالا، پهنا {width}٪، بلندی {height}٪. کلیدهای جهت آن را جابه‌جا می‌کنند، + و - اندازه‌اش را تغییر می‌دهند، Delete آن را برمی‌دارد.</translation>
    </message>
    <message>
        <source>Nobody of them</source>
        <translation>هیچ‌یک از آن‌ها</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>شخص {number}</translation>
    </message>
    <message>
        <source>{person} (no consent)</source>
        <translation>‏{person} (بدون رضایت)</translation>
    </message>
    <message>
        <source>These places were found. Others may be there: look for yourself.</source>
        <translation>این جاها پیدا شد. شاید باز هم باشد: خودتان ببینید.</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>چهره‌ای پیدا نشد.</translation>
    </message>
    <message>
        <source>That does not mean that there is none: small, turned, dark and masked faces are missed. Look for yourself, and draw what has to be covered.</source>
        <translation>این بدان معنا نیست که نیست: چهره‌های کوچک، چرخیده، تاریک و ماسک‌دار از چشم می‌افتند. خودتان ببینید و آنچه باید را بکشید.</translation>
    </message>
    <message>
        <source>The copy is saved. A second look at it still finds: {number}.</source>
        <translation>نسخه ذخیره شد. نگاه دوم هنوز پیدا می‌کند: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Decide about each one in the list, and save again.</source>
        <translation>هنوز در بسته‌ای بیرون نمی‌رود. دربارهٔ هر یک در فهرست تصمیم بگیرید و دوباره ذخیره کنید.</translation>
    </message>
    <message>
        <source>The copy is saved, but nothing could look at it a second time.</source>
        <translation>نسخه ذخیره شد، ولی چیزی نتوانست بار دوم به آن نگاه کند.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at all of it yourself.</source>
        <translation>پیش از آنکه خودتان همه‌اش را ببینید در بسته‌ای بیرون نمی‌رود.</translation>
    </message>
    <message>
        <source>The covered copy is saved. A second look at it left no question open.</source>
        <translation>نسخهٔ پوشانده ذخیره شد. نگاه دوم پرسشی باز نگذاشت.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>همین است که در بسته بیرون می‌رود. آنچه هیچ برنامه‌ای پیدا نمی‌کند تنها شما می‌بینید.</translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>Covered</source>
        <translation>پوشانده</translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation>پیدا می‌ماند</translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation>چیزی برای پوشاندن نیست</translation>
    </message>
    <message>
        <source>Followed through a gap in which nothing was found</source>
        <translation>دنبال‌شده از میان فاصله‌ای که چیزی پیدا نشد</translation>
    </message>
    <message>
        <source>May or may not be something to cover</source>
        <translation>شاید چیزی برای پوشاندن باشد، شاید نه</translation>
    </message>
    <message>
        <source>Came or went in the middle of the picture</source>
        <translation>در میانهٔ تصویر پدیدار یا ناپدید شد</translation>
    </message>
    <message>
        <source>Frames that cannot be decoded; they will be blank</source>
        <translation>فریم‌هایی که رمزگشایی نمی‌شوند؛ خالی خواهند بود</translation>
    </message>
    <message>
        <source>Found in the covered copy by a second look</source>
        <translation>نگاه دوم در نسخهٔ پوشانده پیدا کرد</translation>
    </message>
    <message>
        <source>So much was found that covers are put together</source>
        <translation>چندان پیدا شد که پوشش‌ها یکی شدند</translation>
    </message>
    <message>
        <source>Many at once: small faces among them are easily missed</source>
        <translation>افراد زیاد با هم: چهره‌های کوچک میانشان به‌آسانی از قلم می‌افتند</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>سکوت</translation>
    </message>
    <message>
        <source>A tone</source>
        <translation>بوق</translation>
    </message>
    <message>
        <source>A disguised voice</source>
        <translation>صدای دگرگون‌شده</translation>
    </message>
    <message>
        <source>H.264 (MP4), plays everywhere</source>
        <translation>‏H.264 (MP4)، همه‌جا پخش می‌شود</translation>
    </message>
    <message>
        <source>VP9 (WebM)</source>
        <translation>VP9 (WebM)</translation>
    </message>
    <message>
        <source>AV1, small and slow</source>
        <translation>‏AV1، کوچک و کند</translation>
    </message>
    <message>
        <source>All covered</source>
        <translation>همه پوشانده</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>کنار گذاشته</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>هنوز چیزی تغییر نکرده است.</translation>
    </message>
    <message>
        <source>Mark a stretch, and choose silence, a tone or another voice there.</source>
        <translation>تکه‌ای را نشان کنید و برای آن سکوت، بوق یا صدایی دیگر برگزینید.</translation>
    </message>
    <message>
        <source>Nothing is covered yet.</source>
        <translation>هنوز چیزی پوشانده نشده است.</translation>
    </message>
    <message>
        <source>Have faces found and followed, or draw what has to be covered.</source>
        <translation>بگذارید چهره‌ها پیدا و دنبال شوند، یا آنچه باید را بکشید.</translation>
    </message>
    <message>
        <source>Nothing was found in the whole video.</source>
        <translation>در تمام ویدیو چیزی پیدا نشد.</translation>
    </message>
    <message>
        <source>That does not mean that nothing is there: small, turned, dark and masked faces are missed. Watch it yourself, and draw what has to be covered.</source>
        <translation>این بدان معنا نیست که چیزی نیست: چهره‌های کوچک، چرخیده، تاریک و ماسک‌دار از چشم می‌افتند. خودتان تماشایش کنید و آنچه باید را بکشید.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}. Places to be looked at: {doubtful}.</source>
        <translation>پیدا، دنبال و پوشانده شد: {number}. جاهایی برای دیدن: {doubtful}.</translation>
    </message>
    <message>
        <source>Go to each of them, and say that you have looked. Others may be there as well.</source>
        <translation>به هر یک از آن‌ها بروید و بگویید که دیده‌اید. شاید جاهای دیگری هم باشد.</translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}.</source>
        <translation>پیدا، دنبال و پوشانده شد: {number}.</translation>
    </message>
    <message>
        <source>Others may be there: watch it yourself.</source>
        <translation>شاید باز هم باشد: خودتان تماشایش کنید.</translation>
    </message>
    <message>
        <source>A second look found more, which is covered in it as well: {number}.</source>
        <translation>نگاه دوم بیشتر یافت که در آن هم پوشانده شد: {number}.</translation>
    </message>
    <message>
        <source>Frames that could not be decoded are blank in it: {number}.</source>
        <translation>فریم‌هایی که رمزگشایی نشدند در آن خالی‌اند: {number}.</translation>
    </message>
    <message>
        <source>Its colours were brought to those of usual screens (SDR, 8 bits).</source>
        <translation>رنگ‌های آن به رنگ‌های صفحه‌نمایش‌های معمولی برگردانده شد (SDR، ۸ بیت).</translation>
    </message>
    <message>
        <source>The copy is made, with the sound as you chose.</source>
        <translation>نسخه با صدایی که برگزیدید ساخته شد.</translation>
    </message>
    <message>
        <source>Nothing listens to what is said: hear all of it before it leaves.</source>
        <translation>چیزی به گفته‌ها گوش نمی‌دهد: پیش از بیرون رفتن، همه‌اش را بشنوید.</translation>
    </message>
    <message>
        <source>The copy is made. A second look at it still finds something: {number}.</source>
        <translation>نسخه ساخته شد. نگاه دوم هنوز چیزی پیدا می‌کند: {number}.</translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Look at each place, and make the copy again.</source>
        <translation>هنوز در بسته‌ای بیرون نمی‌رود. هر جا را ببینید و نسخه را دوباره بسازید.</translation>
    </message>
    <message>
        <source>The copy is made, but nothing could look at it a second time.</source>
        <translation>نسخه ساخته شد، ولی چیزی نتوانست بار دوم به آن نگاه کند.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have watched all of it yourself.</source>
        <translation>پیش از آنکه خودتان همه‌اش را تماشا کنید در بسته‌ای بیرون نمی‌رود.</translation>
    </message>
    <message>
        <source>The copy is made. Doubtful places are left that nobody has looked at.</source>
        <translation>نسخه ساخته شد. جاهای تردیدی مانده که کسی ندیده است.</translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at them, and made it again.</source>
        <translation>پیش از آنکه آن‌ها را ببینید و دوباره بسازیدش، در بسته‌ای بیرون نمی‌رود.</translation>
    </message>
    <message>
        <source>The covered copy is made. A second look at it left no question open.</source>
        <translation>نسخهٔ پوشانده ساخته شد. نگاه دوم پرسشی باز نگذاشت.</translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation>همین است که در بسته بیرون می‌رود. آنچه هیچ برنامه‌ای پیدا نمی‌کند تنها شما می‌بینید.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>passphrase</source>
        <translation>عبارت عبور</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>کد بازیابی</translation>
    </message>
    <message>
        <source>cards, {need} of {of}</source>
        <translation>کارت‌ها، {need} از {of}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>+ 1 part</source>
        <translation>+ ۱ بخش</translation>
    </message>
    <message>
        <source>+ {number} parts</source>
        <translation>‏+ {number} بخش</translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation>یک لحظه مانده</translation>
    </message>
    <message>
        <source>about {number} s left</source>
        <translation>حدود {number} ثانیه مانده</translation>
    </message>
    <message>
        <source>about {number} min left</source>
        <translation>حدود {number} دقیقه مانده</translation>
    </message>
    <message>
        <source>about {number} h left</source>
        <translation>حدود {number} ساعت مانده</translation>
    </message>
    <message>
        <source>north</source>
        <translation>شمال</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>شمال شرقی</translation>
    </message>
    <message>
        <source>east</source>
        <translation>شرق</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>جنوب شرقی</translation>
    </message>
    <message>
        <source>south</source>
        <translation>جنوب</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>جنوب غربی</translation>
    </message>
    <message>
        <source>west</source>
        <translation>غرب</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>شمال غربی</translation>
    </message>
    <message>
        <source>In {town} ({numbers})</source>
        <translation>در {town} ({numbers})</translation>
    </message>
    <message>
        <source>{number} km {direction} of {town} ({numbers})</source>
        <translation>‏{number} کیلومتری {direction} {town} ({numbers})</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>The file</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کی</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>کجا</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>چه شد</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>چه کسی می‌گوید</translation>
    </message>
    <message>
        <source>People shown</source>
        <translation>آدم‌هایی که دیده می‌شوند</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>خطر</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>بررسی‌شده به دست</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>یادداشت‌ها</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>ضبط‌شده</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>واردشده</translation>
    </message>
    <message>
        <source>Taken in from</source>
        <translation>واردشده از</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was off by at most (s)</source>
        <translation>ساعت این رایانه حداکثر این اندازه نادرست بود (ثانیه)</translation>
    </message>
    <message>
        <source>Device that it was read from</source>
        <translation>دستگاهی که از آن خوانده شد</translation>
    </message>
    <message>
        <source>Where it lay on the device</source>
        <translation>جایش در دستگاه</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>نام فایل</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخرین تغییر</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>اندازه</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>مدت به ثانیه</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>پیکسل‌ها</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>اثر انگشت</translation>
    </message>
    <message>
        <source>Found unchanged</source>
        <translation>بی‌تغییر یافته شد</translation>
    </message>
    <message>
        <source>Device, says the file</source>
        <translation>دستگاه، به گفتهٔ فایل</translation>
    </message>
    <message>
        <source>Generation, by its name</source>
        <translation>نسل، بنا بر نامش</translation>
    </message>
    <message>
        <source>Taken in with</source>
        <translation>واردشده با</translation>
    </message>
    <message>
        <source>Time, says the file</source>
        <translation>زمان، به گفتهٔ فایل</translation>
    </message>
    <message>
        <source>Time, say you</source>
        <translation>زمان، به گفتهٔ شما</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>منطقهٔ زمانی</translation>
    </message>
    <message>
        <source>How exact the time is</source>
        <translation>زمان چه اندازه دقیق است</translation>
    </message>
    <message>
        <source>How you know the time</source>
        <translation>زمان را از کجا می‌دانید</translation>
    </message>
    <message>
        <source>Place, says the file</source>
        <translation>مکان، به گفتهٔ فایل</translation>
    </message>
    <message>
        <source>Place, say you</source>
        <translation>مکان، به گفتهٔ شما</translation>
    </message>
    <message>
        <source>How exact the place is</source>
        <translation>مکان چه اندازه دقیق است</translation>
    </message>
    <message>
        <source>How you know the place</source>
        <translation>مکان را از کجا می‌دانید</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>نشانه‌های جا</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>در یک سطر</translation>
    </message>
    <message>
        <source>Language heard or read</source>
        <translation>زبانی که شنیده یا خوانده می‌شود</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>نوع رویداد</translation>
    </message>
    <message>
        <source>Hard to look at</source>
        <translation>دیدنش دشوار است</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>کلیدواژه‌ها</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>اولویت</translation>
    </message>
    <message>
        <source>Name to use for you</source>
        <translation>نامی که شما را به آن بخوانند</translation>
    </message>
    <message>
        <source>How to reach you, only if you want that</source>
        <translation>چگونه به شما برسند، تنها اگر می‌خواهید</translation>
    </message>
    <message>
        <source>Willing to testify</source>
        <translation>آماده به شهادت</translation>
    </message>
    <message>
        <source>Who may use it, and how</source>
        <translation>چه کسی می‌تواند به کارش ببرد، و چگونه</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>بر سر چه توافق شد</translation>
    </message>
    <message>
        <source>Name or description</source>
        <translation>نام یا توصیف</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>رضایت</translation>
    </message>
    <message>
        <source>Agreed to what purpose</source>
        <translation>رضایت برای چه منظوری</translation>
    </message>
    <message>
        <source>Agreed to be seen by</source>
        <translation>رضایت به دیده شدن نزد</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>چگونه پس گرفته شود</translation>
    </message>
    <message>
        <source>Needs protection</source>
        <translation>نیازمند حفاظت</translation>
    </message>
    <message>
        <source>Under age</source>
        <translation>زیر سن قانونی</translation>
    </message>
    <message>
        <source>Risk if this is seen</source>
        <translation>خطر، اگر این دیده شود</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>چه کسی می‌تواند ببیند</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>نه پیش از</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>خاستگاه</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>منبع</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مکان</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>آنچه دیده می‌شود</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>انگیزه</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>پرشده</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>بسته</translation>
    </message>
    <message>
        <source>Sealed to a key</source>
        <translation>مهروموم برای کلید</translation>
    </message>
    <message>
        <source>Place revealed</source>
        <translation>مکان آشکارشده</translation>
    </message>
    <message>
        <source>Time revealed</source>
        <translation>زمان آشکارشده</translation>
    </message>
    <message>
        <source>Originals in it</source>
        <translation>اصل‌ها در آن</translation>
    </message>
    <message>
        <source>How</source>
        <translation>چگونه</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>یافته‌ها</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>موردها</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>با چه یقینی</translation>
    </message>
    <message>
        <source>none</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>low</source>
        <translation>کم</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>میانه</translation>
    </message>
    <message>
        <source>high</source>
        <translation>زیاد</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>معمولی</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>فوری</translation>
    </message>
    <message>
        <source>no</source>
        <translation>نه</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>شاید</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>آری</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>ضمنی</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>صریح</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>دقیق</translation>
    </message>
    <message>
        <source>to the minute</source>
        <translation>تا دقیقه</translation>
    </message>
    <message>
        <source>to the hour</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>to the day</source>
        <translation>تا روز</translation>
    </message>
    <message>
        <source>to the month</source>
        <translation>تا ماه</translation>
    </message>
    <message>
        <source>to the year</source>
        <translation>تا سال</translation>
    </message>
    <message>
        <source>to the street</source>
        <translation>تا خیابان</translation>
    </message>
    <message>
        <source>to the city</source>
        <translation>تا شهر</translation>
    </message>
    <message>
        <source>to the region</source>
        <translation>تا استان</translation>
    </message>
    <message>
        <source>to the country</source>
        <translation>تا کشور</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>بایگانی ZIP</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>کارت</translation>
    </message>
    <message>
        <source>a camera</source>
        <translation>دوربین</translation>
    </message>
    <message>
        <source>a phone</source>
        <translation>گوشی</translation>
    </message>
    <message>
        <source>a phone, by LocalSend</source>
        <translation>گوشی، با LocalSend</translation>
    </message>
    <message>
        <source>a phone&apos;s browser</source>
        <translation>مرورگر گوشی</translation>
    </message>
    <message>
        <source>a received copy</source>
        <translation>نسخهٔ دریافتی</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>تصویر صفحه</translation>
    </message>
    <message>
        <source>an edited copy</source>
        <translation>نسخهٔ ویرایش‌شده</translation>
    </message>
    <message>
        <source>a copy without camera data</source>
        <translation>نسخه‌ای بدون دادهٔ دوربین</translation>
    </message>
    <message>
        <source>nothing tells</source>
        <translation>چیزی نمی‌گوید</translation>
    </message>
    <message>
        <source>a picture copied in another program</source>
        <translation>تصویری که در برنامه‌ای دیگر کپی شده</translation>
    </message>
</context>
</TS>
