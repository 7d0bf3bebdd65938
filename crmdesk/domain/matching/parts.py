"""What stands around a name: titles, suffixes, particles, legal forms, and the words by which a firm is known."""

from __future__ import annotations

from crmdesk.domain.matching.spelling import sound


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


TITLES = listed(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr herr frau hr fru sig signor signora dott"
    " dottssa ing dipl mag don dona dna doctor mme mlle monsieur madame pan pani shri smt haji sheikh capt captain col"
    " lt sgt maj hon judge rabbi sr sra srta dra"
)
MALE = listed("mr sir lord herr hr sig signor monsieur don pan shri fr sr")
FEMALE = listed("mrs ms miss dame lady frau fru signora mme mlle dona pani smt madame sra srta dra dottssa")
SUFFIXES = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr", "ii": "2", "iii": "3", "iv": "4",
    "filho": "jr", "neto": "3", "fils": "jr", "pere": "sr",
}  # fmt: skip
LETTERS = listed(
    "phd md mba esq cpa dds rn bsc msc ba ma cfa pmp obe mbe kc qc jd llm mp"
)  # behind a name, say nothing
PARTICLES = listed(
    "de la las los del della di da do dos das du des le van von der den dem ter ten te zu zum zur vom het op in al"
    " el ul"
    " bin ibn ben bint abu y e i af av auf d l o mac mc san st st"
) - listed("o mac mc san st ben abu i e in")
LEGAL = listed(
    "inc incorporated llc llp lp ltd limited gmbh mbh kgaa plc corp corporation pty sarl sas sasu eurl srl spa slu ltda"
    " lda bv nv vof oyj aps ooo oao pao kft zrt sro pvt pte fze fzco eirl gbr cie co company"
)
# Legal forms that might be somebody's name or initials: believed in capitals, or behind an "&".
WEAK_LEGAL = listed("ag kg ohg ug se eg ev sa sl ab as asa kk zao too doo dd oy cv ek spzoo co")
FIRM_WORDS = listed(
    "realty consulting systems logistics partners media design designs motors foods energy capital legal dental travel"
    " textiles software build builders pharma security events insurance printing plumbing architects marketing robotics"
    " analytics group holding holdings services service solutions agency bank university school college hospital clinic"
    " restaurant hotel studio studios labs technologies technology tech industries enterprises ventures properties"
    " estate estates construction trading international global associates management investments finance financial"
    " institute foundation association council ministry department office club church pharmacy store shop center centre"
    " company firma verein stiftung praxis kanzlei werkstatt apotheke hotelbetriebe bau handel versicherung transporte"
    " immobilien consulenza studio impresa empresa servicios asesores construcciones societe cabinet agence editions"
    " roofing electrical electric landscaping cleaning catering bakery brewery garage automotive airlines press news"
)
# Surnames behind which an English given name stands beside one of their own tongue.
EAST_ASIAN = frozenset(
    sound(name)
    for name in listed(
        "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han"
        " tang feng yu dong xiao deng cao peng zeng tian jiang cai pan yuan yu du ye cheng su wei lu ding ren shen yao"
        " cui zhong tan fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu lei hou long duan hao gu mao"
        " kim park pak choi choe jung jeong chung kang cho yoon yun jang chang lim im oh seo suh shin kwon hwang ahn an"
        " hong yoo yu ko moon bae baek heo nam"
        " nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly"
        " lee wong chan cheung leung lau chong ng tam yip lam kwok chow tsai hsu hsiao kuo tseng mok fung tsang"
        " sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi"
        " matsumoto inoue kimura hayashi shimizu saito mori abe ikeda hashimoto ishikawa ogawa okada"
    )
)
COMPOUND = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "南宫",
        "司徒",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "歐陽",
        "司馬",
        "諸葛",
        "남궁",
        "황보",
        "제갈",
        "사공",
        "선우",
        "독고",
    ]
)

ROLES = listed(
    "info office contact admin sales support hello mail service services team enquiries inquiries reception kontakt"
    " billing accounts accounting hr jobs careers marketing press help helpdesk webmaster postmaster noreply donotreply"
    " post buero secretary secretariat sekretariat administration customerservice orders order booking bookings"
    " reservations feedback rentals leasing property properties management manager general enquiry ventas contacto"
    " administracion direction accueil empfang vertrieb einkauf finance legal it"
)
NO_MAILBOX = listed("none test noemail na no nomail noone example unknown nobody null email dummy fake xxx asdf abc")
NO_DOMAIN = listed(
    "none.com test.com example.com example.org example.net na.com noemail.com none.none test.test email.com nomail.com"
    " unknown.com domain.com invalid.com abc.com xxx.com fake.com mail.none"
)
FREEMAIL = listed(
    "gmail.com yahoo.com outlook.com hotmail.com icloud.com me.com mac.com live.com msn.com aol.com gmx.net gmx.de"
    " gmx.at web.de t-online.de freenet.de proton.me protonmail.com mail.ru yandex.ru bk.ru list.ru inbox.ru rambler.ru"
    " qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net libero.it virgilio.it tiscali.it alice.it"
    " orange.fr wanadoo.fr free.fr laposte.net sfr.fr wp.pl o2.pl onet.pl interia.pl ukr.net seznam.cz centrum.cz"
    " yahoo.co.uk hotmail.co.uk btinternet.com sky.com bigpond.com optusnet.com.au comcast.net verizon.net att.net"
    " sbcglobal.net cox.net rediffmail.com uol.com.br bol.com.br terra.com.br ymail.com zoho.com fastmail.com"
    " hotmail.fr hotmail.de hotmail.it hotmail.es yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.jp yahoo.co.in"
    " yahoo.com.br yahoo.com.au googlemail.com telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl hetnet.nl"
)
