"""Which given names go by which: English from the `nicknames` package, and tables of our own for other languages.

A name stands for its roots, the full names that it may be short for; two names go together where they share one. Names
that are one in several languages are kin alone: people who move are called both ways, and so are brothers.
"""

from __future__ import annotations

from functools import cache

from nicknames import NickNamer

from crmdesk.domain.matching.spelling import sound, words

# A full name, and what people who have it are called.
_SHORT = """
agnieszka: aga agnes; antonio: to; mohammed: mohd md; kyriakos: kikis; yevgeny: zhenya; agata: aga; lucia: luzia;
aleksandr: sasha shura sanya alek aleks; aleksandra: sasha ola sandra olka; aleksey: alyosha lyosha; alejandro: alex
jandro ale alejo; alejandra: alex ale jandra; alessandro: sandro ale alex; alessandra: sandra ale alex; alexander:
alex sasha sandy xander sascha lex alec; alexandra: alex sandra sasha alexa lexi; alberto: tito beto al; anastasia:
nastya asya stasya nastia; anatoly: tolya tolik; andreas: andi andy; andrzej: jedrek andrzejek; antonio: toni tono
tonio nino tonino; antoni: antek; anton: toni toon; athanasios: thanasis nasos thanos sakis; barbara: basia barb babs
babsi baerbel; bartlomiej: bartek; bartosz: bartek; beatriz: bea bia trixi; bernhard: bernd bernie; bogdan: bodya
danya; bohdan: bodya; boris: borya; bozena: bozenka; brigitte: gitte gitta; caterina: rina cati; catarina: cata caty;
christian: chris; christina: chris tina christa; christos: takis; conceicao: sao; concepcion: concha conchita conchi;
consuelo: chelo; cornelis: kees cor nelis; cristina: cris tina; danuta: danka; daniil: danya; darya: dasha; dimitrios:
dimitris mitsos jimmy dimis; dmitry: dima mitya; dmytro: dima; dolores: lola loles; domenico: mimmo mico; eduardo: edu
lalo dudu; ekaterina: katya katia; yekaterina: katya katia; elena: lena lenochka nena; eleni: lena elenitsa;
elisabeth: lisa elli sisi liesel betti liz beth lilli; elzbieta: ela elka; emilia: emi mila; enrique: quique kike;
eugen: gene; evgeny: zhenya; evgenia: zhenya; fatima: fati; federico: fede rico; fernanda: nanda fer; fernando: fer
nando; filippo: pippo; francesca: franca cesca checca; francesco: franco checco ciccio cecco; francisca: paca paquita
curra fran; francisco: paco pancho curro fran kiko chico cisco; francois: franck; franziska: franzi fanni; friedrich:
fritz fred freddy; fyodor: fedya; galina: galya; georgios: giorgos yorgos yiorgos george; gerhard: gerd gerry;
gertrud: trude gerti; giovanni: gianni nanni vanni; giuseppe: beppe pino peppe peppino geppe; giuseppina: pina giusy
beppa; gonzalo: gonza; grazyna: grazka; gregorio: goyo; grigory: grisha; grzegorz: grzes grzesiek; guadalupe: lupe
lupita; guillermo: guille memo willy; halina: halinka; heinrich: heinz heiner heini; hendrik: henk rik; ignacio:
nacho; igor: gosha; ioannis: yannis giannis yiannis; ivan: vanya; jacek: jacus; jadwiga: jadzia; jakob: jaap kobi
koen; jakub: kuba; jan: janek jasiek jasio; javier: javi; jaroslaw: jarek; jerzy: jurek; jesus: chus chuy suso;
joachim: jochen achim; joanna: asia joasia; joao: joaozinho jota; joaquin: quino chimo; johanna: hanna jo hanne;
johannes: hannes hans jo; jorge: coque; josef: sepp jupp; jose: pepe ze chepe zeca; josefa: pepa fina pepita;
josefina: fina pepa josie; jozef: jozek; juan: juanito juancho; juergen: juerg; julian: jule juli; julia: jule juli
yulya; karin: kajsa; karoline: line caro; katarzyna: kasia kaska; katerina: katya rina; katharina: kathi kati kaethe
katja trina kathrin; kazimierz: kazik; khadija: dija; klaus: klausi; konstantin: kostya; konstantinos: kostas kostis
dinos gus costas; konstantina: dina nadia; kristian: kris; krystyna: krysia; krzysztof: krzysiek krzys kris chris;
ksenia: ksyusha; lars: lasse; leonardo: leo nardo; leonid: lyonya; lorenzo: renzo enzo; ludwik: ludek; luigi: gigi
gino; luis: lucho luisito; lyudmila: lyuda mila lyusya; magdalena: magda lena leni madzia; maksim: maks max;
malgorzata: gosia malgosia gocha; manuel: manolo manu lolo manel; marek: mareczek; margarita: marga rita margo;
margarethe: gretel grete margit gretchen; maria: masha mari mia marika mariquita maruja marusya; mariya: masha
marusya; mariana: nana mari; matthias: matze hias matti; mateusz: matek mati; maximilian: max maxi maks; mehmet: memo
memet; mercedes: merche meche; michal: michalek; miguel: migue mico; mikael: micke; mikhail: misha; milos: milo;
mohammed: mo moh hamada med; moshe: moishe mosh; mykola: kolya; nadezhda: nadya nadia; natalya: natasha nata;
nikolaos: nikos nick; nikolay: kolya; oksana: ksyusha; oleksandr: sasha sashko; olga: olya; oliver: olli ollie; pablo:
pablito; panagiotis: panos takis panais; paraskevi: vivi evi voula; pavel: pasha; pawel: pawelek; pedro: perico;
piotr: piotrek petrus; pieter: piet; raffaele: lello raffa; rafael: rafa rafi; rajesh: raj raju; ramon: moncho;
ricardo: rico richi; roberto: beto rober robi; rodrigo: ruy rodri; rosario: charo; rudolf: rudi; ryszard: rysiek;
salvatore: toto turi salvo; santiago: santi yago; sebastian: basti seb seba bastian; sergey: seryozha serg; slawomir:
slawek; soeren: soern; sofya: sonya; stanislaw: staszek stas; stefan: stefek steff; stefania: stefa; stephanie: steffi
steph; subramaniam: subbu subra mani; susana: susi; susanne: susi sanne; svetlana: sveta; sylwia: sylwka; tadeusz:
tadek; taras: tarasik; tatyana: tanya; teresa: tere terenia; theresa: resi tess terry; thomas: tom thommy; tomasz:
tomek; tommaso: tommy maso masino; ursula: uschi ulla ursel; urszula: ula; valentina: valya vale; vasileios: vasilis
vassilis bill; vasily: vasya; vasiliki: vaso vicky vassiliki; venkatesh: venky venkat venk; vicente: chente; viktor:
vitya; vincenzo: enzo cenzo; vladimir: vova volodya vlad; volodymyr: vova volodya; wilhelm: willi willy wim;
wilhelmina: willemijn mina minke; willem: wim pim; wladyslaw: wladek; wojciech: wojtek; wolfgang: wolfi wolf; yitzhak:
itzik; yosef: yossi; youssef: joe; yury: yura; zbigniew: zbyszek; zofia: zosia; abdulrahman: abdul; abdullah: abdul;
siddharth: sid; krishnan: krish; lakshmi: laxmi; birgitta: gitta britta; gunnhild: gunn; kristina: stina kicki
"""

# One name in several languages, with what people are called by in any of them.
_KIN = """
aleksandr alexander alex sasha sascha sanya shura alek oleksandr sashko aleks sandro alessandro alejandro alexandre
xander; aleksandra alexandra sasha alex ola sandra alessandra alejandra sashka oleksandra; alberto albert berto al
tito beto albertus; alejandro alex jandro ale alejo; ana anna hanna anita annie ania anya anka anne hannah anja;
anatoly anatolii tolya tolik; andreas andrew andrey andrei andrii andre andrea andy andrzej anders andrius andres andi
jedrek andriy; angela angelika angeliki angie geli gela; aniket ani; antonio anthony antoine anton toni tony toño
antek antonius toon tonio nino tonino antoni antony; anastasia nastya nastia asya stasya anastasiya anastasiia; arjun
arjuna; athanasios thanasis nasos thanos; barbara basia barb babs barbe varvara varya; bartholomaus bartek bartosz
bart bartlomiej; beatriz beatrix beatrice bea trixi bia; bernhard bernard bernd bernie; birgit birgitta gitte gitta
britta; bogdan bohdan danya bodya; boris borya; brigitte gitte gitta brigitta bridget bridie; carlos charles karl carl
carlo karel karol charlie carlitos chuck charly; carmen carmela menchu carmina; catarina catherine katharina katherine
katarzyna ekaterina yekaterina kateryna caterina katrin kathrin kasia katya katia kate kathy katie kathi kati katja
kata catalina caty cathy kaska katka rina trina kaete kaethe kat karin katarina; cecilia cecile celia sissi cilla;
christian kristian chris christiaan krystian; christina christine kristina cristina krystyna tina chris krysia christa
kristin christel; christos christopher christoph christophe cristobal cristoforo krzysztof kris chris krzysiek krzys
christoffer toffe topher kristoffer; claudia klaudia; concepcion concha conchita conchi; conceicao sao; consuelo
chelo; cornelis kees cornelius cor nelis; daniel dan danny dani daniele danil daniil danilo danek; daria darya dasha
dariya; david dave davide dawid davy dovid davi; denis dennis denys deniska; diego santiago iago jaime tiago jacobo
santi yago; dieter dietrich; dimitrios dimitris dmitry dmitri dima mitya dmytro mitch jimmy dimitri dimitriy mitia;
dolores lola loles dolly; domenico dominic dominik dominique domingo mimmo mingo dom nick; dorota dorothea dorothy
dora dorothee thea doro dosia; eduardo edward eduard eddie edu dudu ed ted lalo edek edoardo duarte; elena helena
helene helen eleni olena lena lenka ellen nelly lenochka elene alyona alena halyna elaine ela hela; elisabeth
elizabeth elzbieta isabel isabelle isabella elisabetta lisa elli ela liesel bettina betti sisi lies elise liza beth
liz betty lizzy bess bettie elsbeth elspeth lisbeth isa chabela elisaveta yelizaveta lili elke else; emilia emily emma
emmy mila; enrique henry heinrich henri henrik hendrik enrico henk quique kike heinz heiner heiko harry hank rik;
ernst ernesto ernest erni; eugen eugene evgeny yevgeny evgenii zhenya eugenio yevhen evgeniy jenya eugeniusz gene;
eugenia evgenia yevgenia zhenya yevheniia; fatima fatma fatimah fatema; federico friedrich frederick frederic fred
fritz fede rico freddy frederik fredrik fryderyk; felipe philip philippe filip philipp filippo phil pip lipe; fernando
ferdinand fer nando ferran; fernanda nanda fer; francesca francisca francoise franziska frances francine paca paquita
curra fran franzi fanni kika chica cesca franka; francisco francis francesco francois franz frank paco pancho curro
fran kiko chico franco cisco checco franek franciszek frans frantisek; galina galya halyna; georg george georgios
jorge giorgio jerzy yuri yury yurii yuriy georges jorgen jurgen joerg jorg juergen giorgos yorgos jurek jiri jordi
joris goran egor yegor georgy; gerhard gerd gerard gerardo gerrit gerry hardy; giovanni john johannes johann jan jean
juan ivan ioannis yannis giannis joao hans hannes gianni jack johnny jon joan jens johan jonas sean ian evan hansi
janek jasiek vanya juanito nanni gianluca gian hanns juancho janusz ivo yiannis; giuseppe joseph josef jose yosef
josep jozef beppe pino peppe pepe ze joe joey yossi sepp jupp zeke youssef yusuf pepito joska osip josip geppe
peppino; giuseppina josefina josephine josefa pina pepa fina josie beppa josepha; grazyna grazia grace gracia;
gregorio gregory grigory grzegorz gregor greg grisha grzesiek grigoris hryhorii goyo; guadalupe lupe lupita; guillermo
william wilhelm guillaume willem guglielmo memo guille bill will billy willi willy wim willie pim liam guillem guglie
vilhelm helmi; gunter guenther gunther guenter; gustav gustavo gustaf gus; hatice khadija hadija; hector ector; helga
olga olha olya olenka; hermann armando herman armand; hussein husain hussain hossein huseyin; ibrahim abraham avraham
ibo abe avi abram brahim; ignacio nacho ignatius ignacy ignazio inaki; ilja ilya elias elijah eli illia; ines agnes
agnieszka inez aga agnese agnessa agniesia inesita; irina irene iryna ira irka irena irini; iris iri; jacek hyacinth;
jadwiga hedwig jadzia heda hedi hedy; jakob jacob jakub jacques james giacomo jaap kuba jake jim jimmy jack yaakov
yakov jamie jaime kobi yaacov jacobus giacomino; jesus chus chuy suso; joachim joaquin gioacchino quino jochen achim
joaquim; joanna johanna joan giovanna juana jane janet jean ivanna joana hanna asia jeanne jo joasia jana ioanna
zhanna janina; jordan giordano; judith judit judy giuditta ita yehudit; julia yulia giulia juliana julie juliane
yuliia yulya julita jule juli uliana iulia; julio julius julian jules julien giulio yuliy jule; kamil camilo camillo
camille; kazimierz kazik casimir; klaus nicholas nikolaus nikolay nicolas nikolaos mykola niklas nick nico niko kolya
nikos klaas nils niels mikolaj nicola colin niccolo nicolo nikolai mikolai claus kola nic; konstantin konstantinos
kostas kostya costas dinos gus constantine costantino konstantine costa; konstantina dina nadia constanze constance;
ksenia kseniya xenia ksyusha oksana aksinya; lars lasse laurentius lorenz lawrence laurence lorenzo laurent lorenzo
larry renzo lauri lenz laurens lourenco; laura lauretta laurie lori; leonardo leonard leon leo lenny leonhard leonid
lyonya; lev leo levko leon; ludwig luis louis luigi luiz lewis lou gigi lucho luisito ludwik gino ludo aloysius
lodewijk; luisa louise luise lou lulu gigia luiza; lucia lucy lucie luz lucija lucilla lusia; ludmila lyudmila
liudmyla lyuda mila luda; lukas lucas luke luca lukasz luka luc; magdalena magda lena madeleine malena magdalene
maddalena madalena madzia leni alena; maksim maxim maximilian max maks massimo massimiliano maxime maksym massi
maximo; malgorzata margaret margarete margarita margherita marguerite gosia malgosia margit gretel greta grete margot
rita meg maggie peggy marge marga margareta margarida margrit megan mairead gretchen merete; manuel emanuel emmanuel
manolo manu lolo manny manel; marco mark marcus markus marek marcos marc marko mario marcin markos; maria marie mary
mariya mariia mariam miriam maryam masha mia marija maja marja mariana mimi ria marita maruja marika marysia manya
mitzi moira maureen molly polly mary mitsi marusya meryem mariette maryla mirjam mari marijke marieke; martin martinho
marten maarten martino marcin marty mart; matthias matthew matteo mateusz matthieu mateo mats mattias matt matty
mathias hias matias mathieu thijs matej mateus; mauricio maurice maurizio moritz morris maury mauro; mehmet mohammed
mohamed muhammad mohammad muhammed mo mohamad muhamad mahomet memo mohd; mercedes merche meche; michal michael mikhail
miguel michel mikael michele mike mick misha micha mickey mikkel miki mihail mihai mykhailo mihael michail micky
mischa miha mitch michiel miquel; monika monica moni mona; moshe moses moises moishe mose; nadezhda nadia nadya nadiya
nadja; natalia natalya nathalie natalie natasha nataliia nata nati tasha nat natacha natalija; niamh neve; oliver
olivier oliwier olli ollie oliviero; omer omar umar umer; pablo paul paolo pavel pawel paulo pau pauli pavlo pol
paulus pasha pawelek paavo pal; panagiotis panos takis panayiotis; paraskevi vivi evi voula; patricia patrizia pat
patty trish patsy tricia paty patrycja; patrick patrik patricio patrizio pat paddy padraig patryk pato; paula paola
pauline paulina polina; pedro peter pierre pietro piotr petr petros pete pieter per petter piero pit piet petya petro
perico piotrek pjotr peder pekka pere; piedad pietà; pilar pili; rafael raphael raffaele rafa rafal raf raffaello
rafi; rainer reiner reinhard; rajesh raj raja raju; ramon raymond raimund raimondo moncho ray raimon; raquel rachel
rachele rahel rakel shelly; ricardo richard riccardo ryszard rick ricky dick rich richie rico rysiek rikard; roberto
robert rob bob bobby bert rupert robin robi beto rudbert robby; rodrigo roderick rod ruy rodri; rosa rose rosalia
rosie rosita rosy roza rozalia; ruben reuben reuven; rudolf rodolfo rudi rudolph rudy rolf rodolphe ralf; salvatore
salvador sal turi toto salva; samuel sam sammy samuele shmuel samu samuil; sara sarah sally sadie sarita sarai;
sebastian sebastien bastian basti seb bas sebastiano; sergio sergey serge sergei serhii sergi serhiy seryozha sergej
checo serioja; shlomo solomon salomon suleyman suleiman salomo; silvia sylvia sylvie sylwia silvie silvi; simon simone
semyon shimon szymon simeon sime simao; siobhan joan chevonne; sofia sophie sophia zofia sofya sofiia sonya sonia
sofie zosia fia sofi sonja sophy; stanislaw stanislav stas staszek stan stanislaus staszko slava; stefan stephen
steven etienne stefano esteban steve stevie stephan istvan stepan steffen stefanos stephane szczepan estevao staffan
steph; stephanie stefanie steffi stefania stephania steff steph fannie estefania; susana susan susanne suzanne susanna
susi susie sue suzie zuzanna zuza shoshana susa; svetlana sveta svitlana lana; teresa theresa therese teresita tere
tess tessa terry resi tereza teresinha; theodor theodore theo fyodor fedor teodoro tedi fedya fiodor tewodros ted todd
feodor fedir; thomas tomas tomasz tommaso tom tommy tomek toma thom tomasso massi thommy foma maso tamas; tatyana
tatiana tanya tetiana tania tanja; tiago diogo; urszula ursula ula uschi ulla orsola ursel; valentina valya tina
valentyna val; vasily vasilios vasyl vasileios vasya vasilis basil basilio bill vassilis vasilii wasyl; vasiliki vasso
vicky vaso; venkatesh venkat venky venkata; veronica veronika veronique vero vroni nika; vicente vincent vincenzo
vince enzo chente vinnie vincentius vinzenz vin cenzo; victor viktor vittorio vic vitya vitor wiktor; victoria
viktoria vicky vika vittoria viki tori vikki viktoriya; vladimir volodymyr vova volodya vlad wladimir wlodzimierz
vladi vovka; wojciech wojtek adalbert voytek; wolfgang wolf wolfi; yael jael; yasmin jasmin jasmine yasmine yasemin;
yitzhak isaac itzik isaak izak ike itzhak; youssef yusuf yousef youssuf yusef yousuf jusuf; zbigniew zbyszek; zeynep
zainab zaynab zeinab
"""


@cache
def _roots() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for full, short in _pairs():
        found.setdefault(short, {short}).add(full)
        found.setdefault(full, {full})
    return {name: frozenset(held) for name, held in found.items()}


def _pairs() -> list[tuple[str, str]]:
    pairs = [
        (_sounded(full), _sounded(nickname))
        for full, nicknames in NickNamer().nickname_lookup.items()
        for nickname in sorted(nicknames)
    ]
    for line in _SHORT.split(";"):
        full, _, nicknames = line.partition(":")
        pairs += [(_sounded(full), _sounded(nickname)) for nickname in nicknames.split()]
    return [(full, nickname) for full, nickname in pairs if full and nickname and full != nickname]


@cache
def _kin() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for row, line in enumerate(_KIN.split(";")):
        for name in line.split():
            found.setdefault(_sounded(name), set()).add(row)
    return {name: frozenset(rows) for name, rows in found.items()}


def _sounded(name: str) -> str:
    return sound("".join(words(name)))


def roots(sounded: str) -> frozenset[str]:
    """The full names that a sounded given name may stand for; itself where it stands in no table."""
    return _roots().get(sounded) or frozenset((sounded,))


def are_kin(one: str, other: str) -> bool:
    """Whether two sounded given names are one in two languages."""
    rows, others = _kin().get(one), _kin().get(other)
    return rows is not None and others is not None and not rows.isdisjoint(others)


def is_known(sounded: str) -> bool:
    """Whether it is a given name of the tables, which hold European and American ones alone."""
    return sounded in _roots() or sounded in _kin()
