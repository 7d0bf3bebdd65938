"""Names of twenty-one cultures: given names of men and women, surnames, and parts of which rarer surnames are made.

Latin forms first; where a culture writes another script, `native` gives the form of a name in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Culture:
    """The names of one culture."""

    key: str
    weight: int  # how many people of a book are of it, in parts
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]
    roots: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    region: str = "US"
    family_first: bool = False
    double: bool = False  # two surnames are usual
    native: dict[str, str] = field(default_factory=dict)


def listed(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


CULTURES = (
    Culture(
        "english", 20,
        listed("James John Robert Michael William David Richard Joseph Thomas Charles Daniel Matthew Anthony Mark"
               " Steven"
               " Andrew Paul Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary"
               " Nicholas Eric Jonathan Stephen Larry Justin Scott Benjamin Samuel Gregory Alexander Patrick Frank"
               " Raymond Jack Dennis Peter Henry Walter Douglas Nathan Zachary Albert Arthur Lawrence Gerald Harold"),
        listed("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Margaret Lisa Nancy Betty"
               " Sandra"
               " Ashley Dorothy Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura"
               " Sharon Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine"
               " Christine Victoria Debra Rachel Carolyn Janet Catherine Maria Heather Judith Abigail Theresa Alice"),
        listed("Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White"
               " Harris"
               " Martin Thompson Robinson Clark Lewis Lee Walker Hall Allen Young King Wright Scott Green Baker Adams"
               " Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris"
               " Murphy Cook Rogers Morgan Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Watson Brooks"),
        listed("Ash Black Brad Brook Cald Chad Col Dal Eld Fair Farn Gar Graf Had Hart Hazel Hol Kirk Lang Lin Marl Mel"
               " Nor Oak Pem Rad Red Rock Row Sed Shel Stan Thorn Wal Wake Well Whit Win Wood York"),
        listed("ford ton ley well worth field brook by wick ham shaw combe more land stone bridge den man croft hurst"),
        region="US",
    ),
    Culture(
        "irish", 4, listed("Sean Liam Conor Patrick Cian Declan Brendan Eoin Padraig Niall Ronan Aidan Finbar Cormac"),
        listed("Siobhan Aoife Niamh Ciara Orla Roisin Sinead Maeve Grainne Deirdre Bridget Fionnuala Eileen Nora"),
        listed("Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher"
               " Doherty Kennedy Lynch Murray Quinn Moore McLoughlin Carroll Connolly Daly Connell Dunne Brennan"
               " Burke"),
        listed("Mac Mc O'"), listed("Gowan Ginley Hale Grath Manus Keown Nulty Rory Dermott Namara Shea Dwyer"
               " Flaherty"),
        region="IE",
    ),
    Culture(
        "german", 9, listed("Thomas Michael Andreas Stefan Christian Martin Markus Peter Klaus Hans Jürgen Wolfgang Uwe"
                            " Dieter Günter Friedrich Maximilian Felix Jonas Lukas Matthias Sebastian Johannes Jörg"),
        listed("Sabine Susanne Petra Monika Claudia Andrea Birgit Ursula Katharina Elisabeth Anja Ute Heike Jutta"
               " Gisela Franziska Lena Hannah Sophie Johanna Käthe Bärbel Gudrun Magdalena"),
        listed("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter"
               " Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Weiß"
               " Köhler König Möller Jäger Groß"),
        listed("Alt Berg Birn Eich Feld Gold Grün Hag Hirsch Hoch Kalt Kirch Linden Rosen Rot Schön Stein Strau Vogel"
               " Wald Wein Wetter Winkel"),
        listed("mann meier bach hauer hofer berger stein feld inger bauer müller becker heim haus ner"), region="DE",
    ),
    Culture(
        "dutch", 4, listed("Jan Pieter Willem Hendrik Johannes Cornelis Kees Joost Bram Thijs Daan Sander Ruben"
        " Maarten"),
        listed("Anna Maria Johanna Saskia Femke Lotte Sanne Marieke Elisabeth Annelies Ingrid Wilhelmina Floor Tess"),
        listed("de+Jong Jansen de+Vries van+den+Berg van+Dijk Bakker Janssen Visser Smit Meijer de+Boer Mulder de+Groot"
               " Bos Vos Peters Hendriks van+Leeuwen Dekker Brouwer de+Wit Dijkstra Smits van+der+Meer"),
        listed("Hoog Kuip Molen Roos Ster Ver Wester Zand Linde Oost"),
        listed("stra sma huis beek veld broek ink man aar enberg"), region="NL",
    ),
    Culture(
        "french", 6, listed("Jean Pierre Michel Philippe Alain Nicolas Julien François Laurent Olivier Thierry Étienne"
                            " Jean-Pierre Jean-Luc Guillaume Antoine Mathieu Sébastien Rémi Hervé Jean-Marc Frédéric"),
        listed("Marie Nathalie Isabelle Sylvie Catherine Françoise Céline Hélène Anne-Marie Élodie Chloé Camille"
               " Marie-Claire Aurélie Véronique Geneviève Léa Manon Brigitte Thérèse"),
        listed("Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel"
               " Garcia David Bertrand Roux Vincent Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet"),
        listed("Beau Bel Chat Cler Font Gran Lan Mar Mont Per Roch Val Ver Vil"),
        listed("champ court eau fort val mont ville reau lin gnon rand tier"), region="FR",
    ),
    Culture(
        "spanish", 8, listed("José Antonio Manuel Francisco Juan David Javier Carlos Miguel Rafael Alejandro Fernando"
                             " Luis Sergio Pablo Jorge Alberto Diego Álvaro Jesús Ignacio Enrique Vicente Ramón Ángel"),
        listed("María Carmen Ana Isabel Laura Cristina Marta Dolores Lucía Pilar Elena Francisca Teresa Rosa Paula"
               " Raquel Mercedes Concepción Josefa Guadalupe Beatriz Rocío Inés Sofía Begoña"),
        listed("García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández"
               " Díaz Moreno Álvarez Muñoz Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez"
               " Serrano Blanco Suárez Molina Ortega Delgado Castro Ortiz Rubio Núñez Iglesias"),
        listed("Alc Bel Cal Cor Esc Fuen Ga Lar Mal Pal Sal Vald Vill Zam"),
        listed("ázar mont ón tes alba ría ero obar edo ares ana endo"), region="ES", double=True,
    ),
    Culture(
        "portuguese", 5, listed("João José António Francisco Carlos Manuel Pedro Luís Paulo Rui Tiago Nuno Miguel"
                                " Gonçalo Rafael Eduardo Marcelo Rodrigo Fábio Márcio"),
        listed("Maria Ana Joana Inês Margarida Beatriz Mariana Sofia Catarina Teresa Fernanda Juliana Conceição Lúcia"
               " Patrícia Adriana Vera Helena Luísa Graça"),
        listed("Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes"
               " Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares"),
        listed("Al Bar Cam Car Fi Gui Ma Mon Pi Que Sar Vas"),
        listed("bosa meida valho gueira rães teiro nheiro mento cedo lhães concelos rinho"), region="PT", double=True,
    ),
    Culture(
        "italian", 5, listed("Giuseppe Giovanni Antonio Mario Luigi Francesco Salvatore Vincenzo Alessandro Lorenzo"
                             " Marco Andrea Matteo Stefano Roberto Paolo Niccolò Gianluca Pietro Domenico"),
        listed("Maria Anna Giuseppina Rosa Angela Giulia Francesca Chiara Alessandra Valentina Elena Caterina Lucia"
               " Giovanna Teresa Federica Elisabetta Ilaria Silvia Margherita"),
        listed("Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De+Luca"
               " Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana D'Angelo Santoro Mariani Di+Stefano"),
        listed("Bal Bar Cap Cas Fer Gar Lon Mal Mor Pal Pel San Tor Val"),
        listed("ducci toni etti elli one oni ini igo azzo ucci aldi esi"), region="IT",
    ),
    Culture(
        "polish", 5, listed("Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Stanisław Jakub Adam Łukasz"
                            " Grzegorz Wojciech Mateusz Zbigniew Jerzy Sławomir Kazimierz Aleksander"),
        listed("Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Joanna Zofia Magdalena Teresa"
               " Aleksandra Jadwiga Bożena Grażyna Beata Danuta Halina"),
        listed("Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski"
               " Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski"),
        listed("Bor Brzez Dob Gór Jas Kal Kraj Leś Mal Ost Pod Sok Tar Wró Zaj"),
        listed("owski ewski iński ecki icki czyk iak owicz ski"), region="PL",
    ),
    Culture(
        "russian", 5, listed("Aleksandr Sergey Dmitry Andrey Aleksey Maksim Evgeny Ivan Mikhail Vladimir Nikolay Yury"
                             " Pavel Konstantin Anatoly Viktor Oleg Igor Grigory Fyodor"),
        listed("Elena Olga Natalya Irina Tatyana Svetlana Anna Ekaterina Marina Yulia Anastasia Mariya Lyudmila Galina"
               " Nadezhda Valentina Ksenia Darya Sofya Yekaterina"),
        listed("Ivanov Smirnov Kuznetsov Popov Vasilyev Petrov Sokolov Mikhailov Novikov Fyodorov Morozov Volkov"
               " Alekseyev Lebedev Semyonov Yegorov Pavlov Kozlov Stepanov Nikolayev Orlov Andreyev Makarov Zaitsev"),
        listed("Bar Bel Bog Bor Gol Dob Kal Kor Kur Lob Mal Or Sad Sid Tar Zhur"),
        listed("anov enko osov inov yshev atov kin avin ovsky tsev"), region="RU",
        native=_pairs("Aleksandr=Александр Sergey=Сергей Dmitry=Дмитрий Andrey=Андрей Aleksey=Алексей Maksim=Максим"
                      " Evgeny=Евгений Ivan=Иван Mikhail=Михаил Vladimir=Владимир Nikolay=Николай Yury=Юрий Pavel=Павел"
                      " Konstantin=Константин Viktor=Виктор Oleg=Олег Igor=Игорь Elena=Елена Olga=Ольга Natalya=Наталья"
                      " Irina=Ирина Tatyana=Татьяна Svetlana=Светлана Anna=Анна Ekaterina=Екатерина Marina=Марина"
                      " Yulia=Юлия Anastasia=Анастасия Mariya=Мария Galina=Галина Ivanov=Иванов Smirnov=Смирнов"
                      " Kuznetsov=Кузнецов Popov=Попов Vasilyev=Васильев Petrov=Петров Sokolov=Соколов"
                      " Mikhailov=Михайлов Novikov=Новиков Fyodorov=Фёдоров Morozov=Морозов Volkov=Волков"
                      " Lebedev=Лебедев Semyonov=Семёнов Yegorov=Егоров Pavlov=Павлов Kozlov=Козлов Orlov=Орлов"),
    ),
    Culture(
        "ukrainian", 2, listed("Oleksandr Serhii Volodymyr Andrii Mykola Dmytro Yurii Ihor Vasyl Taras Bohdan Oleh"),
        listed("Oksana Nataliia Olena Iryna Kateryna Yuliia Halyna Liudmyla Svitlana Hanna Mariia Sofiia"),
        listed("Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliinyk Kovalchuk Melnyk Polishchuk Lysenko"),
        listed("Bond Hav Kov Kost Lev Mosk Nest Pan Sav Yush"), listed("arenko ryliuk alchuk enko yshyn chuk aiko"),
        region="UA",
        native=_pairs("Oleksandr=Олександр Volodymyr=Володимир Andrii=Андрій Mykola=Микола Dmytro=Дмитро Taras=Тарас"
                      " Oksana=Оксана Olena=Олена Iryna=Ірина Shevchenko=Шевченко Kovalenko=Коваленко Melnyk=Мельник"
                      " Bondarenko=Бондаренко Tkachenko=Ткаченко Kravchenko=Кравченко"),
    ),
    Culture(
        "greek", 2, listed("Georgios Dimitrios Konstantinos Ioannis Nikolaos Panagiotis Vasileios Christos Athanasios"),
        listed("Maria Eleni Aikaterini Vasiliki Sofia Angeliki Georgia Dimitra Konstantina Paraskevi Anna"),
        listed("Papadopoulos Papadakis Georgiou Dimitriou Nikolaidis Oikonomou Vlachos Makris Karagiannis"
               " Angelopoulos"),
        listed("Alex Anast Ath Christ Dem Kal Kost Panag Stav Theod"), listed("opoulos akis idis oudis iadis akos"),
        region="GR",
        native=_pairs("Georgios=Γεώργιος Dimitrios=Δημήτριος Konstantinos=Κωνσταντίνος Ioannis=Ιωάννης Maria=Μαρία"
                      " Nikolaos=Νικόλαος Eleni=Ελένη Sofia=Σοφία Papadopoulos=Παπαδόπουλος Georgiou=Γεωργίου"
                      " Dimitriou=Δημητρίου Makris=Μακρής Vlachos=Βλάχος"),
    ),
    Culture(
        "turkish", 3, listed("Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Ömer Yusuf Emre Burak Çağlar Oğuz"),
        listed("Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Merve Gülşen Özlem Büşra Esra"),
        listed("Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin"
               " Kara"),
        listed("Ak Alt Boz Er Gök Kara Öz Tan Tek Yal"), listed("türk doğan soy taş kaya demir ay oğlu can er"),
        region="TR",
    ),
    Culture(
        "arabic", 4, listed("Mohammed Ahmed Ali Omar Youssef Khaled Hassan Ibrahim Mahmoud Mustafa Abdullah Tariq Karim"
                            " Samir Nabil Faisal Abdulrahman Hussein Bilal Rashid"),
        listed("Fatima Aisha Mariam Layla Noor Zainab Huda Amina Salma Rania Yasmin Khadija Samira Hanan Dina"),
        listed("al-Sayed Hassan Ibrahim al-Masri Khalil Mansour al-Ahmad Haddad Khoury Nasser Saleh al-Rashid Aziz"
               " Farouk al-Hashimi Qasim Rahman Shaheen Younis Zayed"),
        listed("al-Bag al-Dam al-Far al-Gha al-Har al-Jaz al-Kha al-Mu al-Na al-Qu al-Sha al-Tam"),
        listed("hdadi ashqi isi zali bi airi tib barak jjar rashi mi imi"), region="AE",
        native=_pairs("Mohammed=محمد Ahmed=أحمد Ali=علي Omar=عمر Khaled=خالد Hassan=حسن Ibrahim=إبراهيم Fatima=فاطمة"
                      " Aisha=عائشة Mariam=مريم Layla=ليلى Khalil=خليل Mansour=منصور Haddad=حداد Nasser=ناصر"
                      " Saleh=صالح"),
    ),
    Culture(
        "hebrew", 2, listed("Moshe Yosef David Avraham Yaakov Yitzhak Noam Itai Eitan Ariel Daniel Amit Ori Shlomo"),
        listed("Sarah Rivka Rachel Leah Noa Tamar Yael Shira Maya Michal Esther Miriam Avigail Hana"),
        listed("Cohen Levi Mizrahi Peretz Biton Dahan Avraham Friedman Malka Azoulay Katz Yosef David Amar Ohayon"),
        listed("Ben Bar Gold Ros Sha"), listed("-Ami -Haim enberg piro lev -David ron"), region="IL",
        native=_pairs("Moshe=משה Yosef=יוסף David=דוד Sarah=שרה Rachel=רחל Noa=נועה Cohen=כהן Levi=לוי Mizrahi=מזרחי"),
    ),
    Culture(
        "indian", 6, listed("Rajesh Sanjay Amit Rahul Vijay Suresh Anil Arun Ravi Ashok Manoj Deepak Vikram Rohit Arjun"
                            " Krishnan Venkatesh Subramaniam Ganesh Harish Prakash Nikhil Siddharth Ramesh"),
        listed("Priya Sunita Anjali Kavita Pooja Neha Deepa Lakshmi Meena Radha Shreya Divya Anita Rekha Usha Nandini"
               " Lalitha Sushma Aishwarya Swati"),
        listed("Sharma Patel Singh Kumar Gupta Verma Reddy Rao Nair Iyer Mehta Shah Joshi Desai Das Mukherjee Banerjee"
               " Chatterjee Pillai Menon Kapoor Malhotra Agarwal Mishra Pandey Chowdhury"),
        listed("Bal Bhat Chand Deo Gan Jay Kul Mal Nar Pad Raj Ram Sub Ven"),
        listed("akrishnan anathan aswamy nagar kar war wal deep eshan hury"), region="IN",
    ),
    Culture(
        "chinese", 5, listed("Wei Qiang Lei Jun Yong Jie Tao Ming Chao Gang Ping Hui Bo Jianguo Zhiwei Haoran Yichen"
                             " Guoqiang Wenbin Xiaoming"),
        listed("Fang Na Min Jing Li Yan Xia Juan Xiuying Guiying Meiling Xiaohong Yuting Lihua Shuhua Ying Xinyi Lan"),
        listed("Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie"
               " Han Tang Feng Yu Dong Xiao"), region="CN", family_first=True,
        native=_pairs("Wei=伟 Qiang=强 Lei=磊 Jun=军 Yong=勇 Jie=杰 Tao=涛 Ming=明 Chao=超 Gang=刚 Fang=芳 Na=娜 Min=敏"
                      " Jing=静 Yan=艳 Xia=霞 Wang=王 Li=李 Zhang=张 Liu=刘 Chen=陈 Yang=杨 Zhao=赵 Huang=黄 Zhou=周"
                      " Wu=吴"
                      " Xu=徐 Sun=孙 Zhu=朱 Gao=高 Lin=林 He=何 Guo=郭 Ma=马 Luo=罗"),
    ),
    Culture(
        "japanese", 4, listed("Hiroshi Takashi Kenji Satoshi Akira Makoto Kazuo Yuki Haruto Daiki Shota Ryo Kenta"
        " Takumi"),
        listed("Yoko Keiko Akiko Yumi Naoko Haruka Sakura Aoi Misaki Emi Ayumi Kaori Tomoko Mariko"),
        listed("Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki"
               " Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Saito"),
        listed("Ao Fuji Hara Ishi Kawa Kita Matsu Mori Naka Nishi Oka Ta Tsu Yama"),
        listed("moto gawa mura yama shita saki hara shima guchi da no"), region="JP", family_first=True,
        native=_pairs("Hiroshi=浩 Takashi=隆 Kenji=健二 Akira=明 Yoko=洋子 Keiko=恵子 Akiko=明子 Sato=佐藤 Suzuki=鈴木"
                      " Takahashi=高橋 Tanaka=田中 Watanabe=渡辺 Ito=伊藤 Yamamoto=山本 Nakamura=中村"),
    ),
    Culture(
        "korean", 3, listed("Minjun Seojun Jihoon Junho Sungmin Youngho Donghyun Jaehyun Hyunwoo Kyungsoo Sangwoo"
        " Taeyang"),
        listed("Jiwoo Seoyeon Minji Soojin Eunji Hyejin Jiyoung Yuna Haeun Sunhee Kyunghee Mikyung"),
        listed("Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong"),
        region="KR", family_first=True,
        native=_pairs("Minjun=민준 Jihoon=지훈 Junho=준호 Sungmin=성민 Jiwoo=지우 Minji=민지 Soojin=수진 Jiyoung=지영"
                      " Kim=김"
                      " Lee=이 Park=박 Choi=최 Jung=정 Kang=강 Cho=조 Yoon=윤"),
    ),
    Culture(
        "vietnamese", 3, listed("Anh+Tuan Minh Duc+Huy Quang+Hai Van+Hung Thanh+Long Hoang+Nam Bao+Ngoc Dinh+Khoa"
        " Tien"),
        listed("Thi+Lan Thi+Huong Ngoc+Anh Thu+Trang Bao+Thao Minh+Chau Thanh+Thao Kim+Oanh Phuong+Linh Mai"),
        listed("Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly"), region="VN",
        family_first=True,
    ),
    Culture(
        "nordic", 4, listed("Lars Anders Erik Johan Per Nils Mikael Jens Søren Bjørn Olav Håkon Gunnar Rasmus"
        " Kristian"),
        listed("Anna Ingrid Karin Astrid Kristina Maja Signe Solveig Freja Birgitta Åsa Hanne Liv Gunnhild Pernille"),
        listed("Hansen Johansen Olsen Larsen Andersen Nilsen Pedersen Kristiansen Johansson Karlsson Nilsson Eriksson"
               " Larsson Svensson Gustafsson Jørgensen Sørensen Møller Lindberg Sjöberg"),
        listed("Berg Björk Dahl Ek Gran Hag Holm Lind Lund Mo Norr Ny Ström Sund Wester"),
        listed("qvist gren ström lund strand dahl vik gaard heim by ås"), region="SE",
    ),
)  # fmt: skip
