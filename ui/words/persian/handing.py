# ruff: noqa: RUF001 (the letters and marks are those of the language)
"""Persian: what a person does with files that no program can send, step by step."""

HANDING = {
    "first": "چیزی فرستاده نشد. برای تحویل دادن این:",
    "open": "\u200fTor Browser را باز کنید. بهتر از همه رایانه‌ای است که با Tails روشن شده باشد.",
    "go": "به {address} بروید",
    "codename": "نام رمزی را که نشان داده می‌شود یادداشت کنید. آن را جدا از این رایانه نگه دارید.",
    "upload": "این فایل‌ها را بارگذاری کنید، هر کدام در یک ارسال، به این ترتیب:",
    "wait": "با نام رمز بازگردید: تنها پاسخی که تحریریه آنجا می‌دهد تأیید است.",
    "delete": (
        "فایل‌ها را پاک کنید. آنچه حافظهٔ فلش از آن‌ها نگه می‌دارد برای کلید تحریریه مهروموم شده است."
    ),
}
