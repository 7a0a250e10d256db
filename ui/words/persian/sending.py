# ruff: noqa: RUF001 (the letters and marks are those of the language)
"""Persian: how things stand that are to be sent, who confirmed what, and what outlets are."""

PARCEL_STATES = {
    "waiting": "در انتظار فرستادن است",
    "paused": "درنگ کرده است",
    "held": "نگه داشته شده تا شما کاری بکنید",
    "delivered": "تحویل داده شد: مقصد آن را تأیید کرد",
    "unconfirmed": "فرستاده شد، بدون تأیید: مقصد نمی‌تواند بگوید چه دارد",
}

CONFIRMED_BY = {
    "size": "\u200f{outlet} همهٔ آن را دارد: اندازه‌اش در آنجا مقایسه شد.",
    "digest": "\u200f{outlet} دقیقاً همین بایت‌ها را دارد: چکیدهٔ آن‌ها در آنجا مقایسه شد.",
    "read-back": "\u200f{outlet} دقیقاً همین بایت‌ها را دارد: بازخوانی و مقایسه شدند.",
    "answer": "\u200f{outlet} می‌گوید آن را گرفته است. بیش از این نمی‌تواند بگوید.",
    "unconfirmed": "همهٔ آن فرستاده شد. تنها {outlet} می‌تواند بگوید که رسیده است یا نه: بپرسید.",
}
"""What was compared, by the code of the receipt."""

OUTLET_KINDS = {
    "webdav": "WebDAV",
    "s3": "فضای S3",
    "tus": "بارگذاری tus",
    "sftp": "SFTP",
    "nextcloud": "حساب Nextcloud",
    "nextcloud-drop": "صندوق فایل Nextcloud",
    "onionshare": "OnionShare",
    "form": "فرم بارگذاری",
    "securedrop": "\u200fSecureDrop، با دست",
    "archive-org": "\u200fInternet Archive، همگانی",
}
