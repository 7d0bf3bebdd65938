"""Cards as they are met in the wild, each with the trap that it is for, byte for byte; written for these tests."""

from __future__ import annotations

import base64

DOT = base64.b64encode(bytes(range(60))).decode()


def card(body: str | bytes, version: str = "3.0", end: bytes = b"\r\n") -> bytes:
    """A whole card around some lines; line ends as they stand in bytes, else CRLF."""
    if isinstance(body, str):
        body = body.strip("\n").replace("\n", "\r\n").encode() + b"\r\n"
    return b"BEGIN:VCARD" + end + b"VERSION:" + version.encode() + end + body + b"END:VCARD" + end


V1_BARE_PARAMETERS = card(
    """
N:Lindqvist;Åsa
FN;QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=85sa Lindqvist
TEL;CELL;PREF:0171 100
TEL;WORK;FAX;ENCODING=8BIT:030 200
TITLE;ENCODING=Q;CHARSET=UTF-8:K=C3=B6chin
PHOTO;JPEG;BASE64:AAECAwQF
LOGO;TYPE=GIF;B:AAECAwQF
""",
    "2.1",
)
V2_SOFT_BREAK = card(
    """
FN:Ben Oak
NOTE;ENCODING=QUOTED-PRINTABLE:first line=0D=0A=
TEL: call 030 1, not 2=0D=0A=
END of it
TEL;HOME:030 3
""",
    "2.1",
)
V3_SOFT_BREAK_AND_A_BLANK = card(
    """
FN:Cleo Ash
NOTE;ENCODING=QUOTED-PRINTABLE:one=
 two=
  three
""",
    "2.1",
)
V4_BREAK_FIRST = card(
    """
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=
M=C3=BCller;=
J=C3=B6rg;=
;;
ADR;HOME;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;=
Weg 1, Hof 2;=
K=C3=B6ln;;50667;Germany
""",
    "2.1",
)
V5_SPLIT_CHARACTER = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo\xc3\r\n \xab \xf0\x9f\r\n \x98\r\n\t\x80\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:gr=C3=\r\n=BC=C3=9F=\r\ne\r\nEND:VCARD\r\n"
)
V6_THREE_SETS = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=Shift_JIS:\x8eR\x93c\r\nORG:\xd0\xee\xe3\xe0\r\n"
    b"TITLE;CHARSET=windows-1251:\xc2\xf0\xe0\xf7\r\nROLE:K\xc3\xb6chin\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:J\xf6rg \x84M\x94\r\nEND:VCARD\r\n"
)
V7_UNKNOWN_SET = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN;CHARSET=X-WHATEVER:J\xc3\xb6rg\r\nTITLE;CHARSET=x-whatever:M\xe4gi\r\n"
    b"NOTE;CHARSET=zlib:plain\r\nROLE;CHARSET=ISO-8859-1:M\xe4gi\r\nEND:VCARD\r\n"
)
V8_BASE64 = card(
    f"""
FN:Dora Elm
PHOTO;ENCODING=BASE64;TYPE=JPEG:
 {DOT[:40]}
  {DOT[40:]}

TEL:1
LOGO;BASE64:{DOT[:20]}
{DOT[20:40]}
{DOT[40:]}
TEL:2
SOUND;ENCODING=b:{DOT.rstrip("=")}
KEY;ENCODING=b:AAAAA
PHOTO;ENCODING=b;TYPE=PNG:not!base64
PHOTO;ENCODING=b;TYPE=PNG:AAAAA
EMAIL:d@elm.example
""",
    "2.1",
)
V9_LINE_ENDS = (
    b"\xef\xbb\xbfBEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:Eve\r\r\n Fir\r\r\nEND:VCARD\r\r\n"
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Finn\rGum\nEND:VCARD\n"
)
V9_CR_ALONE = b"BEGIN:VCARD\rVERSION:3.0\rFN:Gil\r Hazel\rEND:VCARD\rBEGIN:VCARD\rVERSION:3.0\rFN:Ida\rEND:VCARD\r"
V9_UTF16 = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürg 😀\r\nEND:VCARD\r\n".encode("utf-16")
V10_AROUND = (
    b"Dear all,\r\nhere they are:\r\n\r\n"
    + card(b"FN:Kim Larch\r\n\r\n# a comment: of a phone\r\nno colon here\r\nTITLE:Agent\r\n")
    + b"\r\n--\r\nregards: Bob\r\n"
    + card("FN:Lou Maple")
    + b"\r\n\r\n"
)
V11_CUT_OFF = (
    b"begin:vcard\r\nVERSION: 4.0\r\nFN:Mo Nut\r\nEND : vcard\r\n"
    b"BEGIN:VCARD\r\nFN:No version\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:No end\r\nTEL:1\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Pia\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quin\r\nEMAIL:q@oak.exa"
)
V11_NESTED = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Outer\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Inner\r\nTEL:9\r\nEND:VCARD\r\n"
    b"TEL:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Next\r\nEND:VCARD\r\n"
)
V12_NAMES = b"".join(
    map(
        card,
        [
            "N:Oak;Rosa;Maria;Dr.;MBA",
            "ORG:Elm & Sons;Sales\nTEL:1",
            "EMAIL:only@mail.example",
            "PHOTO;VALUE=uri:https://p.example/1.png",
            "N:Madonna Louise",
            "FN:Oak\\, Rosa\nN:;;;;",
            f"PHOTO;ENCODING=b:{DOT}",
            "REV:20260101T000000Z",
        ],
    )
)
V13_LABELS = card(
    """
FN:Sue Pine
item1.TEL;type=pref:1
item1.X-ABLabel:_$!<Mobile>!$_
item2.EMAIL;type=INTERNET:a@pine.example
item2.X-ABLabel:Ferien\\, Haus
item3.X-ABDATE:2001-05-06
item3.X-ABLabel:_$!<Anniversary>!$_
Item4.TEL;type=HOME:4
TEL;TYPE=CELL,VOICE:5
TEL;TYPE="work,fax":6
"""
)
V14_DAYS: dict[str, str | None] = {
    "BDAY:19850412": "1985-04-12",
    "BDAY:1985-04-12": "1985-04-12",
    "BDAY:--0412": "--04-12",
    "BDAY:--04-12": "--04-12",
    "BDAY:--0229": "--02-29",
    "BDAY:1604-04-12": "--04-12",
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12": "--04-12",
    "BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1900:1900-04-12": "--04-12",
    "BDAY:1985-04-12T23:30:00-0800": "1985-04-12",
    "BDAY;VALUE=date-time:19850412T003000Z": "1985-04-12",
    "BDAY;VALUE=text:circa 1985": None,
    "BDAY:--04": None,
    "BDAY:---12": None,
    "BDAY:1985-04": None,
    "BDAY:1985": None,
    "BDAY:0000": None,
    "BDAY:0000-00-00": None,
    "BDAY:19723101": None,
    "BDAY:1985-02-29": None,
    "BDAY:03.04.1970": None,
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1985-04-12;3;;;;;;;;;;;;;": "1985-04-12",
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1985-04-12;1;;;": "",
    "BDAY:": "",
}
V15_ESCAPES = card(
    """
FN:Tom\\, Ulm\\; jr
URL:http\\://ulm.example/a?b=1
NOTE:one\\ntwo\\Nthree\\\\nfour, five\\x
ORG:A\\;B;C
TEL;X-Note="say ^'hi^'^nthere ^^":1
"""
)
V15_OLD = card("FN:Uwe\nNOTE:C:\\\\temp\\new\\; a, b\nORG:A\\;B;C", "2.1")
V16_QUOTED = card(
    b'FN:Val Wood\r\nTEL;TYP\r\n E="work,fax";X-A="a:b;c":1\r\nEMAIL;X-B=plain;X-C="x:y":v@wood.example\r\n'
    b'NOTE;X-D="never closed:text\r\n'
)
V17_GROUPS = (
    card("FN:Friends\nUID:g1\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:m1")
    + card("FN:Anna\nUID:m1")
    + card("FN:Bert\nUID:urn:uuid:m2\nCATEGORIES:Team", "4.0")
    + card("KIND:group\nFN:Team\nUID:g2\nMEMBER:urn:uuid:m1\nMEMBER:urn:uuid:m2", "4.0")
    + card("KIND:org\nFN:Elm Ltd\nORG:Elm Ltd", "4.0")
    + card("FN:Oak Ltd\nORG:Oak Ltd\nX-ABShowAs:COMPANY")
)
V18_SAME_UID = card("FN:Xia\nUID:u1\nTEL:1") + card("FN:Xia\nUID:u1\nTEL:2") + card("FN:Xia")
V20_ATTACKS = card(
    "FN:=HYPERLINK(1)\u202e\x1b[31m\nNOTE:<script>alert(1)</script>\nURL:javascript:alert(1)\nORG:-1+cmd|' /C calc'!A0"
)
