"""Own-written pairs of invented names: the ways one name is written, and names that only look alike.

Each line is "a | b"; the lists stand for classes of news, sanction lists and registers. Both orders must agree.
"""

from __future__ import annotations

import pytest

from rashomon.text.names.compare import same_name

SAME_PERSON = """
José Álvarez Muñoz | Jose Alvarez Munoz
Łukasz Wójcik | Lukasz Wojcik
Søren Kjær | Soren Kjaer
Jürgen Groß | Juergen Gross
Çağlar Şahin | Caglar Sahin
Þórdís Ægisdóttir | Thordis Aegisdottir
Nguyễn Văn Hùng | Nguyen Van Hung
Nguyễn Văn Hùng | Hung Nguyen
Nguyen Van Hung | Hung Van Nguyen
Đặng Thị Lan | Dang Thi Lan
J. R. Halloway | John Robert Halloway
JR Halloway | John Robert Halloway
M. J. Ruiz | María José Ruiz
A. Petrov | Alexei Petrov
John R. Halloway | John Halloway
Halloway, J. | John Halloway
Halloway, John | John Halloway
HALLOWAY, John Robert | John R. Halloway
HALLOWAY John | John Halloway
Al-Rashid, Omar Khalid | Omar Khalid al-Rashid
García Lorente, Pablo | Pablo García Lorente
van den Berg, Pieter | Pieter van den Berg
Petrov Ivan Sergeyevich | Ivan Petrov
Ivan Sergeyevich Petrov | Petrov, Ivan
Sokolova Anna Pavlovna | Anna Sokolova
Robert James Calloway | Robert Calloway
Maria Elena Duarte | Maria Duarte
Pedro Varga Ocampo | Pedro Varga
Omar Khalid al-Rashid | Omar al-Rashid
Christopher Halloway | Christpoher Halloway
Jonathan Mercer | Johnathan Mercer
Stephanie Kowalski | Stefanie Kowalsky
Bernard Whitfield | Bernard Whitfeild
Catherine Blackwood | Catherine Blackwod
Alexander Morrison | Alexnader Morrison
Mary Cartre | Mary Carter
Иван Петров | Ivan Petrov
Сергей Юрьевич Кузнецов | Sergei Kuznetsov
Алексей Щербаков | Alexey Shcherbakov
Володимир Гнатюк | Volodymyr Hnatiuk
Ольга Цветкова | Olga Tsvetkova
Юлия Жукова | Yulia Zhukova
Дмитрий Хворостов | Dmitry Khvorostov
Евгений Чайкин | Yevgeny Chaikin
Зоран Ђурђевић | Zoran Djurdjevic
Γιώργος Παπαδάκης | Giorgos Papadakis
Ελένη Δημητρίου | Eleni Dimitriou
محمد الرشيد | Mohammed al-Rashid
أحمد خالد النجار | Ahmed Khaled al-Najjar
يوسف حداد | Youssef Haddad
عبد الله المنصوري | Abdullah al-Mansouri
فاطمة سليمان | Fatima Suleiman
דוד כהן | David Cohen
გიორგი ბერიძე | Giorgi Beridze
박민준 | Park Min-jun
김영수 | Kim Young-soo
王伟 | Wang Wei
李小明 | Li Xiaoming
張志強 | Zhang Zhiqiang
Mohammed Hussein | Muhammad Husain
Evgenii Tchaikin | Yevgeny Chaikin
Usama bin Nasir | Osama bin Nasser
Abdulrahman al-Qasim | Abd al-Rahman al-Qassim
Abdel Karim Mansour | Abdul-Karim Mansour
Zhang Xiaoming | Xiaoming Zhang
ZHANG, Xiao-Ming | Zhang Xiao Ming
Kim Min-soo | Min Soo Kim
Kim Min Su | Kim Min-soo
Bill Thornton | William Thornton
Bob Mercer | Robert Mercer
Peggy Dole | Margaret Dole
Liz Marsh | Elizabeth Marsh
Sasha Volkov | Alexander Volkov
Pepe Navarro | José Navarro
Misha Orlov | Mikhail Orlov
Kolya Orlov | Nikolai Orlov
Paco Ibarra | Francisco Ibarra
Jim “Red” Dunne | James Dunne
Dr. Anna Keller | Anna Keller
Prof. Dr. Anna Keller | Anna Keller
Anna Keller, PhD | Anna Keller
His Excellency Omar Diallo | Omar Diallo
Hon. Grace Otieno | Grace Otieno
Sheikh Khalid al-Mansour | Khalid Al Mansour
Gen. (ret.) Paul Marsh | Paul Marsh
Sen. Mark Dunne (R-Ohio) | Mark Dunne
Finance Minister Anna Keller | Keller
Samuel Pike Jr. | Samuel Pike
Jean-Luc Moreau | Jean Luc Moreau
Mary Ann Doyle | Maryann Doyle
Siobhan O'Hara | Siobhan OHara
Siobhan O’Hara | Siobhan O Hara
Maria de la Cruz | Maria Delacruz
Pieter van den Berg | Pieter Vandenberg
Ronald MacInnes | Ronald Mac Innes
Anna Keller-Braun | Anna Keller
ANNA KELLER | Anna Keller
Keller's | Anna Keller
Phil Ford | Ford
Peruvian Prime Minister | Prime Minister of Peru
Peruvian Prime Minister | Peruvian Prime Minister Ana Reyes
Prime Minister of Peru | Peruvian Prime Minister Ana Reyes
US President | U.S. President Ana Reyes
عمر البشارة | Omar al-Bashara
Jonathon Barnes | Jon Barnes
حسن نصر | Hassan Nasr
이서연 | Lee Seo-yeon
Szabó Zoltán | Zoltán Szabó
Rev. Dr. Amos Bell, Jr. | Amos Bell
"""

OTHER_PERSON = """
John Halloway | James Halloway
J. Halloway | Peter Halloway
Halloway, John | Halloway, Peter
Maria Duarte | Mario Duarte
Martin Keller | Martina Keller
Paul Marsh | Paula Marsh
Carl Brandt | Carla Brandt
Eric Marsden | Erica Marsden
Daniel Mercer | Danielle Mercer
Alexander Volkov | Alexandra Volkova
Anna Petrova | Ivan Petrov
Petrova | Ivan Petrov
Ivan Petrov | Igor Petrov
Ivan Petrov | Ivan Petrenko
Иван Петров | Игорь Петров
Иван Петров | Ivan Pavlov
Mohammed al-Rashid | Mahmoud al-Rashid
محمد الرشيد | Ahmed al-Rashid
Hassan Haddad | Hussein Haddad
Jamal Haddad | Jamil Haddad
Karim Haddad | Akram Haddad
Robert James Calloway | Robert Thomas Calloway
Samuel Pike Jr. | Samuel Pike Sr.
Li Wei | Li Wen
Wang Wei | Wang Lei
王伟 | Wang Lei
Kim Jong-hun | Kim Yong-chol
박민준 | Park Yo-hun
Thomas Baker | Thomas Barker
Mary Carter | Mary Carver
George Hanson | George Hansen
Peter Fernandez | Peter Hernandez
Mr Keller | Ms Keller
Joan Pike | John Pike
Nguyen Van Hung | Nguyen Van Minh
Garcia Lorente | Pablo Lorente Ruiz
doctor | Anna Keller
the eleventh Regent | the Regent
Prime Minister | Prime Minister Ana Reyes
Peruvian Prime Minister | Chilean Prime Minister Ana Reyes
Peruvian Prime Minister | former Peruvian Prime Minister Ana Reyes
Peruvian Prime Minister | Peruvian Foreign Minister
Peruvian Prime Minister Ana Reyes | Peruvian Prime Minister Luis Torres
"""

SAME_BODY = """
Norda Metals Ltd | Norda Metals Limited
Norda Metals Ltd. | Norda Metals
Norda Metals GmbH | Norda Metals
Norda Metals GmbH & Co. KG | Norda Metals
Norda SpA | Norda S.p.A.
Halden Biotech AG | Halden Biotech Aktiengesellschaft
Halden Trading Co., Ltd. | Halden Trading Company Limited
Halden Trading Pty Ltd | Halden Trading
Banco del Norte S.A. de C.V. | Banco del Norte
Sokol LLC | Limited Liability Company Sokol
ООО Сокол | Sokol OOO
ПАО Сокол | Sokol PJSC
JSC Ural Works | Ural Works Joint Stock Company
PT Halden Jaya | Halden Jaya
Brook & Hale LLP | Brook and Hale
Brook + Hale | Brook & Hale
The Halden Group | Halden Group
Halden Bros. | Halden Brothers
Halden Intl. Trading | Halden International Trading
National Bank of Alba | Natl Bank of Alba
Dept. of Works | Department of Works
Ministry of Defence | Defence Ministry
Ministry of Defence | Ministry of Defense
University of Halden | Halden University
Labour Front | Labor Front
Halden Medical Centre | Halden Medical Center
St. Mary's Hospital | Saint Mary’s Hospital
2nd Halden Brigade | Second Halden Brigade
World Seed Programme (WSP) | WSP
World Seed Programme (WSP) | World Seed Program
Halden-Packer Co. | HP
Advanced Sea Engines Inc. | ASE
U.S. Seed Survey | USSS
U.S. Seed Survey | US Seed Survey
H-P | HP
Sea Engine | SeaEngine
Sea - Engine | Sea-Engine
startup SeaEngine | SeaEngine
Startup SeaEngine | SeaEngine
T-Norda USA | T-Norda
Harbour Magazine | Harbour
Harbour.com | Harbour
Marsh Valley Police Department | Marsh Valley police
New Ostia Police Department | NOPD
New Ostia Police | NOPD
Sudanese government | Government of Sudan
French Navy | France's Navy
Halden Shiping Lines | Halden Shipping Lines
M/V Ocean Dawn | OCEAN DAWN
MV Ocean Dawn | Ocean Dawn
Ostia Rovers' | Ostia Rovers
RTL | RTL Technologies Inc
Ministry of Foreign Affairs of Peru | Peruvian Foreign Ministry
Foreign Ministry | Ministry of Foreign Affairs
Акционерное общество Сокол | JSC Sokol
ЗАО «Сокол» | Sokol ZAO
Compagnie Générale Orrin | Compagnie Generale Orrin
Norda Metal | Norda Metals
"""

OTHER_BODY = """
Norda Metals Ltd | Norda Motors Ltd
North Alba Bank | South Alba Bank
Halden Fund 1 | Halden Fund 2
First Halden Bank | Second Halden Bank
University of Halden | University of Bergvik
Bank of Alba | Bank of Berta
Ministry of Health | Ministry of Wealth
Department of Trade | Department of Transport
Halden Shipping | Halden Trading
Norda Metals | Norda Mining
Ocean Dawn 1 | Ocean Dawn 2
Niger | Nigeria
WSP | WSA
French Navy | Polish Navy
Peruvian Foreign Ministry | Chilean Foreign Ministry
Peruvian Foreign Ministry | Peruvian Health Ministry
Orrin Oil | Orrin Gas
Acme Trading | Acme Training
Halden Council | Halden Hospital
Limited | Ltd
USA | Norda USA
USA | USA Basketball
Norda | Norda Bergvik Council
"""

SAME_PLACE = """
St. Orrin | Saint Orrin
Mt. Halden | Mount Halden
Ft Dunne | Fort Dunne
New Ostia City | New Ostia
Alba Province | Province of Alba
Lake Orrin | Orrin Lake
River Halden | Halden River
Khal Darun | Khal Daroun
Kyiv | Kiev
Киев | Kiev
Russia | Russian Federation
Russian | Russia
Möhlenstadt | Moehlenstadt
Islamic Republic of Iran | Iran
"""

OTHER_PLACE = """
North Orrin | South Orrin
Halden County | Dunne County
Sudan | South Sudan
Guinea | Equatorial Guinea
Austria | Australia
Alba | Albany
Lake Orrin | Mount Orrin
Russian | Belarus
"""


def rows(kind: str, same: bool, lines: str) -> list[tuple[str, str, str, bool]]:
    """The pairs of one list."""
    pairs = (line.split(" | ") for line in lines.strip().splitlines())
    return [(a, b, kind, same) for a, b in pairs]


PAIRS = [
    *rows("person", True, SAME_PERSON),
    *rows("person", False, OTHER_PERSON),
    *rows("organization", True, SAME_BODY),
    *rows("organization", False, OTHER_BODY),
    *rows("place", True, SAME_PLACE),
    *rows("place", False, OTHER_PLACE),
]


@pytest.mark.parametrize(("a", "b", "kind", "same"), PAIRS)
def test_variants_of_names(a: str, b: str, kind: str, same: bool) -> None:
    assert same_name(a, b, kind).same is same, same_name(a, b, kind)
    assert same_name(b, a, kind) == same_name(a, b, kind)
