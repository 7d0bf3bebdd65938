"""Names that people and programs give to columns, in English, German and Spanish, with the field that each means.

A name is compared in small letters and without signs. `@` gives the label of an entry, `+` says that the cell is a
further line of the same text, `^` which of several addresses a part belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.formats.mapping.own import is_own
from crmdesk.formats.mapping.uses import REMOTE_ID, SKIP, Use

_SIGNS = re.compile(r"[\s_\-–:./()\[\]*#?!,'’]+")
_CONTACT = """
name: name, full name, fullname, display name, contact name, contact, vollständiger name, anzeigename, ganzer name,
    kontakt, nombre completo, nombre y apellidos, nombre para mostrar, contacto, primary name, formatted name, file
    as, speichern unter
first_name: first name, firstname, given name, forename, vorname, nombre, nombre de pila, primer nombre, primary
    firstname
last_name: last name, lastname, surname, family name, nachname, familienname, apellido, apellidos, primary lastname,
    zuname
company: company, company name, organization, organisation, organization name, account name, employer, firma,
    unternehmen, organisation 1 name, firmenname, empresa, organización, compañía, account
job_title: job title, title, position, organization title, jobtitle, primary title, headline, berufsbezeichnung,
    position im unternehmen, funktion, puesto, cargo, job
description: description, notes, note, comments, comment, about, background, contact notes, notizen, notiz, bemerkung,
    bemerkungen, anmerkungen, kommentar, beschreibung, notas, nota, comentarios, descripción, observaciones
emails: email, e mail, email address, e mail address, emails, mail, primary email, e mail adresse, email adresse,
    mailadresse, e mail 1, correo, correo electrónico, email 1, dirección de correo, dirección de correo electrónico,
    correo electrónico 1, primary email address, email addresses
emails@home: home email, personal email, e mail privat, private e mail, correo personal, email personal
emails@work: work email, business email, e mail geschäftlich, e mail dienstlich, correo del trabajo, email del trabajo
emails@other: other email, secondary email, email 2 address, weitere e mail, otro correo
phones: phone, phone number, telephone, phones, tel, telephone number, primary phone, phone numbers, telefon,
    telefonnummer, rufnummer, telefon 1, teléfono, número de teléfono, telefono, teléfono 1, haupttelefon, teléfono
    principal
phones@mobile: mobile, mobile phone, cell, cell phone, cellphone, mobile number, handy, mobil, mobiltelefon,
    handynummer, móvil, celular, teléfono móvil, mobile phone number, movil, mobilnummer
phones@home: home phone, phone home, home telephone, telefon privat, private telefonnummer, privat, teléfono
    particular, teléfono de casa, teléfono casa
phones@home 2: home phone 2, telefon privat 2, teléfono particular 2
phones@work: work phone, business phone, office phone, bus phone, telefon geschäftlich, telefon dienstlich,
    geschäftlich, teléfono del trabajo, teléfono trabajo, teléfono oficina, company main phone, telefon firma, work,
    office
phones@work 2: business phone 2, telefon geschäftlich 2, teléfono del trabajo 2
phones@other: other phone, weiteres telefon, telefon andere, otro teléfono
phones@fax: fax, fax number, business fax, work fax, fax geschäftlich, faxnummer, fax del trabajo, telefax
phones@home fax: home fax, fax privat, fax particular
phones@pager: pager, pager number, buscapersonas
phones@car: car phone, autotelefon, teléfono del automóvil
birthday: birthday, birth date, date of birth, dob, birthdate, geburtstag, geburtsdatum, cumpleaños, fecha de
    nacimiento, primary birthday
instagram: instagram, instagram handle, instagram url
linkedin: linkedin, linkedin url, linkedin profile, linkedin bio, linkedin profil
twitter: twitter, twitter handle, x twitter, twitter username
facebook: facebook, facebook url
telegram: telegram
website: website, web page, url, homepage, web site, webseite, internetadresse, web address, website 1 value, personal
    web page, sitio web, página web, webpage, web
image: photo url, picture url, image url, avatar, bild url, photo
location: location, lives in, standort, ubicación
contact_type: type, contact type, kontakttyp, tipo, tipo de contacto
role: role, rolle, rol
status: status, lead status, contact status, estado
stage: stage, lifecycle stage, phase, etapa
source: source, lead source, original source, quelle, herkunft, origen, fuente
tags: tags, categories, labels, groups, group, group membership, keywords, tag, kategorien, kategorie, gruppen,
    gruppe, schlagwörter, stichwörter, category, etiquetas, categorías, categoría, grupos
starred: starred, favorite, favourite, favorit, favorito
education: education, ausbildung, educación, formación, schools
address: address, full address, mailing address, adresse, anschrift, dirección, domicilio, home address, postal
    address, address 1 formatted
street: street, street address, address line 1, address 1, street 1, straße, strasse, straße und hausnummer, address 1
    street, calle, dirección 1, street and number
+street: address line 2, address 2, street 2, street 3, address 1 extended address, suite, apartment, straße 2, straße
    3, adresszusatz, calle 2
city: city, town, suburb, locality, address 1 city, ort, stadt, wohnort, ciudad, localidad, población
region: state, region, province, state province, county, address 1 region, bundesland, bundesland kanton, provincia,
    estado o provincia
postcode: postcode, zip, zip code, postal code, zipcode, zip postal code, address 1 postal code, plz, postleitzahl,
    código postal, codigo postal, cp
country: country, country region, address 1 country, land, land region, país, pais, staat
street^home: home street, home address line 1, straße privat, calle del domicilio, home street address
+street^home: home street 2, home street 3, home address line 2, home address 2, straße privat 2, straße privat 3,
    calle del domicilio 2, calle del domicilio 3
city^home: home city, home address city, ort privat, ciudad de residencia
region^home: home state, bundesland kanton privat, provincia o estado de residencia, home address state
postcode^home: home postal code, home zip, home zipcode, postleitzahl privat, código postal de residencia, home zip
    code
country^home: home country, home country region, land region privat, país o región de residencia
street^work: business street, work address, straße geschäftlich, mailing street, mailingstreet, calle del trabajo,
    work street, business address
+street^work: business street 2, business street 3, work address 2, straße geschäftlich 2, straße geschäftlich 3,
    calle del trabajo 2, calle del trabajo 3
city^work: business city, work city, ort geschäftlich, mailing city, mailingcity, ciudad de trabajo
region^work: business state, work state, region geschäftlich, bundesland kanton geschäftlich, mailing state,
    mailingstate, mailing state province, provincia o estado de trabajo
postcode^work: business postal code, work zipcode, work zip, postleitzahl geschäftlich, mailing zip,
    mailingpostalcode, mailing zip postal code, código postal del trabajo
country^work: business country, business country region, work country, land region geschäftlich, mailing country,
    mailingcountry, país o región del trabajo
street^other: other street, weitere straße, otherstreet, otra calle
+street^other: other street 2, other street 3, weitere straße 2, weitere straße 3, otra calle 2, otra calle 3
city^other: other city, weiterer ort, othercity, otra ciudad
region^other: other state, weiteres bundesland kanton, otherstate, weitere r bundesland kanton, otra provincia o
    estado
postcode^other: other postal code, weitere postleitzahl, otherpostalcode, otro código postal
country^other: other country, other country region, weiteres land region, weitere s land region, othercountry, otro
    país o región
"""
ADDRESSES = ("", "home", "work", "other")  # the number of an address among several of a row is its place here
_IDS = "id, record id, contact id, uid, contactid, kontakt id, id del contacto, remote id, external id"
_SKIPS = "isdeleted, is deleted, deleted"


def plain(name: str) -> str:
    """A name as it is compared: small letters, one blank for each run of signs."""
    return _SIGNS.sub(" ", name.casefold()).strip()


def use_of(kind: Kind, column: str) -> Use | None:
    """What the name of a column means in general; None for one that means nothing here."""
    found = _known(kind).get(plain(column))
    return None if found is None else _made(column, found)


def _made(column: str, spec: str) -> Use:
    adds = spec.startswith("+")
    key, _, address = spec.removeprefix("+").partition("^")
    key, _, label = key.partition("@")
    number = ADDRESSES.index(address)
    return Use(column, key, "", label, number=number, adds=adds, why="Its name says so.")


@cache
def _known(kind: Kind) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for field in FIELDS[kind].values():
        if field.editable:
            known[plain(field.key)] = known[plain(field.title)] = field.key
    for line in _CONTACT.strip().replace("\n    ", " ").splitlines() if kind is Kind.CONTACT else ():
        spec, _, names = line.partition(": ")
        known.update(dict.fromkeys((plain(name) for name in names.split(", ")), spec))
    known.update(dict.fromkeys(_IDS.split(", "), REMOTE_ID))
    known.update(dict.fromkeys(_SKIPS.split(", "), SKIP))
    return known


def is_known(name: str) -> bool:
    """Whether a name is one that programs give to columns, whatever it means; for finding the header."""
    from crmdesk.formats.mapping.numbered import use_of as numbered

    return any(plain(name) in _known(kind) for kind in Kind) or numbered(name) is not None or is_own(name)
