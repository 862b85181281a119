"""Who says what: sentences as press documents print them, in the languages of the archive."""
# ruff: noqa: E501 - a sentence is a line

import pytest

from advisory_cli.parse.names import Speaker
from advisory_cli.parse.quotes import find_quotes
from advisory_cli.parse.speakers import attributions_within, named_before, named_source

# language, text, and of each quotation speaker, role and how the speaker is known
SENTENCES: tuple[tuple[str, str, tuple[tuple[str | None, str | None, str], ...]], ...] = (
    ("en", "“The authorities must release them,” said Maria Lopez, Amnesty International’s Americas Director.", (("Maria Lopez", "Amnesty International’s Americas Director", "stated"),)),
    ("en", "Maria Lopez, Americas Director at Amnesty International, said: “The authorities must release them.”", (("Maria Lopez", "Americas Director at Amnesty International", "stated"),)),
    ("en", '"This is a stain on the country," Amnesty International said today.', (("Amnesty International", None, "stated"),)),
    ("en", '"This is a stain on the country," the human rights organization said today in a new report.', (("the human rights organization", None, "stated"),)),
    ("en", "“They beat me with cables,” a former detainee told Amnesty International.", (("a former detainee", None, "stated"),)),
    ("en", "“They beat me with cables,” one of the men told researchers. “I could not walk for a week.”", (("one of the men", None, "stated"), ("one of the men", None, "stated"))),
    ("en", "Amnesty International delegates met Ahmed K. in Tripoli. “They beat me with cables,” he said.", ((None, None, "unknown"),)),
    ("en", "“We are afraid,” said Ann Lee, a lawyer.\n\n“We will not leave,” she said. “This is home.”", (("Ann Lee", "a lawyer", "stated"), ("Ann Lee", "a lawyer", "inherited"), ("Ann Lee", "a lawyer", "inherited"))),
    ("en", "According to John Smith, a researcher at the organization, “nobody has been brought to justice for these crimes”.", (("John Smith", "a researcher at the organization", "stated"),)),
    ("en", "“Nobody has been brought to justice,” according to John Smith, Deputy Director for Asia.", (("John Smith", "Deputy Director for Asia", "stated"),)),
    ("en", "The so-called “war on terror” has led to the “disappearance” of hundreds.", ()),
    ("en", "The report, “Left to Die: Refugees in the Mediterranean Sea”, is published today.", ()),
    ("en", "The law on “foreign agents” entered into force in 2012.", ()),
    ("en", 'Mary Robson, UN High Commissioner for Human Rights, told the Commission that "the killings must stop at once".', (("Mary Robson", "UN High Commissioner for Human Rights", "stated"),)),
    ("en", '"We are deeply concerned," said Samir Shah, Secretary General of Amnesty International, who is visiting the country this week.', (("Samir Shah", "Secretary General of Amnesty International", "stated"),)),
    ("en", 'Speaking in Geneva today, Secretary General Irma Kahn said: "Justice delayed is justice denied."', (("Irma Kahn", "Secretary General", "stated"),)),
    ("en", 'Secretary General Pierre Sall said today, "We have asked for a meeting."', (("Pierre Sall", "Secretary General", "stated"),)),
    ("en", "``We will continue to campaign until they are free,'' the organization added.", (("the organization", None, "stated"),)),
    ("en", "''We will continue to campaign,'' Ms. Jane Roe, the group's lawyer, added.", (("Ms. Jane Roe", "the group's lawyer", "stated"),)),
    ("en", "‘It’s the victims’ families who’ve suffered most,’ said Dr. Ann Lee. ‘They can’t wait any longer.’", (("Dr. Ann Lee", None, "stated"), ("Dr. Ann Lee", None, "stated"))),
    ("en", "'It's a disgrace that the families' pleas were ignored,' said Ann Lee, Campaigns Director.", (("Ann Lee", "Campaigns Director", "stated"),)),
    ("en", "“The President told us ‘nobody will be harmed’ and then he sent the army,” said Ann Lee.", (("Ann Lee", None, "stated"),)),
    ("en", "\"When he said 'we will kill you', I ran,\" said a witness from Juba.", (("a witness from Juba", None, "stated"),)),
    ("en", "“The police came at night.\n\n“They took my brother,” said Fatima Nour, 34.", (("Fatima Nour", None, "stated"), ("Fatima Nour", None, "stated"))),
    ("en", "Ann Lee, Director for Africa, said:\n\n“This must stop.\n\n“The world is watching.”", (("Ann Lee", "Director for Africa", "stated"), ("Ann Lee", "Director for Africa", "stated"))),
    ("en", "“The verdict is a travesty,” said Ann Lee, adding that the court had ignored evidence.", (("Ann Lee", None, "stated"),)),
    ("en", "“If the government is serious,” said Ann Lee, Director for Asia, “it must open the prisons.”", (("Ann Lee", "Director for Asia", "stated"), ("Ann Lee", "Director for Asia", "stated"))),
    ("en", "“If the government is serious,” he said, “it must open the prisons.”", ((None, None, "unknown"), (None, None, "unknown"))),
    ("en", 'Article 5 states that "no one shall be subjected to torture or to cruel treatment".', ((None, None, "unknown"),)),
    ("en", 'He was charged with "propaganda against the system" and "insulting the Supreme Leader".', ()),
    ("en", 'He was charged with "spreading propaganda against the system of the Islamic Republic" in May.', ((None, None, "unknown"),)),
    ("en", "“This is a step forward,” said\nAnn Lee, Amnesty International's Deputy Director for\nEurope and Central Asia.", (("Ann Lee", "Amnesty International's Deputy Director for Europe and Central Asia", "stated"),)),
    ("en", '"We urge the Council to act now," wrote the organization in an open letter to the President.', (("the organization", None, "stated"),)),
    ("en", "“Thousands fled,” says Ann Lee, Amnesty International’s Senior Crisis Adviser, who has just returned from the border.", (("Ann Lee", "Amnesty International’s Senior Crisis Adviser", "stated"),)),
    ("en", "Commenting on the ruling, Amnesty International’s UK Director Kay Alder said:\n\n“This is a dark day.”", (("Kay Alder", "Amnesty International’s UK Director", "stated"),)),
    ("en", "In response to the news, Kay Alder, Amnesty International UK’s Director, said:\n“This is a dark day.”", (("Kay Alder", "Amnesty International UK’s Director", "stated"),)),
    ("en", "The Minister of Justice, Ali Hassan, told reporters: “There are no political prisoners here.” “This is simply untrue,” said Ann Lee of Amnesty International.", (("Ali Hassan", "The Minister of Justice", "stated"), ("Ann Lee", None, "stated"))),
    ("en", "“There are no political prisoners here,” President Hassan claimed. Amnesty International disagrees.", (("President Hassan", None, "stated"),)),
    ("en", 'Amnesty International believes that "the trial was manifestly unfair from the beginning".', (("Amnesty International", None, "stated"),)),
    ("en", 'The letter, signed by 40 writers, says: "We cannot remain silent."', (("The letter", None, "stated"),)),
    ("en", "Amnesty International’s Regional Researcher for Thailand Maria Lopez said:\n\n“This is a dark day.”", (("Maria Lopez", "Amnesty International’s Regional Researcher for Thailand", "stated"),)),
    ("en", "“This is a dark day,” said Amnesty International’s Director for the Americas Maria Lopez.", (("Maria Lopez", "Amnesty International’s Director for the Americas", "stated"),)),
    ("en", "In anticipation of it, Human Rights First President and CEO Maria Lopez issued the following statement: “The uprisings have begun.”", (("Maria Lopez", "Human Rights First President and CEO", "stated"),)),
    ("en", "Known as an “undesirable organization”, it goes on, Maria Lopez, its director, said: “This will not stop […]", ()),
    ("en", 'The "centre of research for a lasting peace" calls. The "centre of research for a lasting peace" has many members.', ()),
    ("en", '"No comment', ()),
    ("en", 'He shouted "Freedom now and death to nobody at all and was shot at once.', ()),
    ("en", "“We had nothing to eat for five days.”\nFatima, 23, refugee from Darfur", ((None, None, "unknown"),)),
    ("en", "“We had nothing to eat for five days.” – Fatima Nour, refugee from Darfur", (("Fatima Nour", "refugee from Darfur", "stated"),)),
    ("en", "“We had nothing to eat for five days.”\n— Fatima Nour, refugee from Darfur", (("Fatima Nour", "refugee from Darfur", "stated"),)),
    ("en", "“We had nothing to eat,” Fatima Nour, a refugee from Darfur, told Amnesty International.", (("Fatima Nour", "a refugee from Darfur", "stated"),)),
    ("en", "“We had nothing to eat,” Fatima Nour told Amnesty International. “My son died.”\n\n“We had to bury him by the road,” she added.", (("Fatima Nour", None, "stated"), ("Fatima Nour", None, "stated"), ("Fatima Nour", None, "inherited"))),
    ("en", "“We had nothing,” said Ann Lee.\n\n“They never came back,” said her sister.", (("Ann Lee", None, "stated"), ("her sister", None, "stated"))),
    ("en", "\"The ban is illegal,\" said Ann Lee. \"The court must lift it\", the organization's statement continued.", (("Ann Lee", None, "stated"), ("the organization's statement", None, "stated"))),
    ("en", "Welcoming the decision, the organization called it “a historic step towards justice for all victims”.", ((None, None, "unknown"),)),
    ("en", "The song “We Shall Overcome Some Day Brothers” was sung by hundreds.", ()),
    ("en", 'Ann Lee (Amnesty International): "We want the truth."', (("Ann Lee", "Amnesty International", "stated"),)),
    ("en", 'Ann Lee: "We want the truth, nothing else."', ((None, None, "unknown"),)),
    ("fr", "« Les autorités doivent agir », a déclaré Marie Dupont, directrice pour l’Afrique à Amnesty International.", (("Marie Dupont", "directrice pour l’Afrique à Amnesty International", "stated"),)),
    ("fr", "« Les autorités, a déclaré Marie Dupont, directrice pour l’Afrique, doivent agir sans délai. »", (("Marie Dupont", "directrice pour l’Afrique", "stated"), ("Marie Dupont", "directrice pour l’Afrique", "stated"))),
    ("fr", "« Nous avons peur, a déclaré Marie Dupont. Ils reviendront demain. »", (("Marie Dupont", None, "stated"), ("Marie Dupont", None, "stated"))),
    ("fr", "« Les autorités doivent agir sans délai », a-t-elle ajouté.", ((None, None, "unknown"),)),
    ("fr", "Selon Marie Dupont, chercheuse à Amnesty International, « personne n’a été traduit en justice pour ces crimes ».", (("Marie Dupont", "chercheuse à Amnesty International", "stated"),)),
    ("fr", "Marie Dupont, directrice pour l’Afrique, a déclaré : « Cela doit cesser. »", (("Marie Dupont", "directrice pour l’Afrique", "stated"),)),
    ("fr", "« Cela doit cesser », a souligné l’organisation.", (("l’organisation", None, "stated"),)),
    ("fr", "« Cela doit cesser », a ajouté Marie Dupont.\n\n« Le monde nous regarde », a-t-elle conclu.", (("Marie Dupont", None, "stated"), ("Marie Dupont", None, "inherited"))),
    ("fr", '"Ils nous ont frappés", a raconté un témoin à Amnesty International.', (("un témoin", None, "stated"),)),
    ("fr", "Amnesty International a déclaré aujourd'hui que « les élections se sont déroulées dans un climat de peur ».", (("Amnesty International", None, "stated"),)),
    ("fr", "Les « disparus » de la « guerre sale » n’ont pas été oubliés.", ()),
    ("fr", "Le rapport intitulé « Les oubliés de la paix en Côte d’Ivoire » sera publié demain.", ()),
    ("fr", "“Cela doit cesser”, indique Marie Dupont, porte-parole d’Amnesty International France.", (("Marie Dupont", "porte-parole d’Amnesty International France", "stated"),)),
    ("es", "“Las autoridades deben actuar”, ha declarado María López, directora para las Américas de Amnistía Internacional.", (("María López", "directora para las Américas de Amnistía Internacional", "stated"),)),
    ("es", "«Las autoridades deben actuar —dijo María López, directora para las Américas—. El tiempo se acaba.»", (("María López", "directora para las Américas", "stated"), ("María López", "directora para las Américas", "stated"))),
    ("es", "Según María López, investigadora, “nadie ha sido llevado ante la justicia por estos hechos”.", (("María López", "investigadora", "stated"),)),
    ("es", "«Esto es inaceptable», señaló la organización.", (("la organización", None, "stated"),)),
    ("es", "María López, directora para las Américas, afirmó: «Esto es inaceptable».", (("María López", "directora para las Américas", "stated"),)),
    ("es", "Amnistía Internacional ha declarado hoy que «el juicio fue injusto desde el primer día».", (("Amnistía Internacional", None, "stated"),)),
    ("es", "“Nos golpearon toda la noche”, contó a Amnistía Internacional un testigo.", (("un testigo", None, "stated"),)),
    ("es", "“Nos golpearon”, dijo un testigo. “No podíamos dormir”, añadió.", (("un testigo", None, "stated"), ("un testigo", None, "inherited"))),
    ("es", "La llamada “guerra sucia” dejó miles de “desaparecidos”.", ()),
    ("es", "El informe «México: Cultura de la impunidad y del silencio» se publica hoy.", ()),
    ("de", "Als Reaktion auf die Gewalt im August sagte Max Muster, Direktor von Amnesty International Indonesien:\n„Die Proteste waren friedlich.”", (("Max Muster", "Direktor von Amnesty International Indonesien", "stated"),)),
    ("de", "„Die Behörden müssen handeln“, sagte Markus Becker, Generalsekretär von Amnesty International in Deutschland.", (("Markus Becker", "Generalsekretär von Amnesty International in Deutschland", "stated"),)),
    ("de", "Markus Becker, Generalsekretär von Amnesty International, erklärt dazu: „Das ist ein schwarzer Tag.“", (("Markus Becker", "Generalsekretär von Amnesty International", "stated"),)),
    ("de", "Dazu Markus Becker: „Das ist ein schwarzer Tag für die Menschenrechte.“", (("Markus Becker", None, "stated"),)),
    ("de", "»Wir haben Angst«, sagt Ali, ein Flüchtling aus Syrien, »aber wir bleiben.«", (("Ali", "ein Flüchtling aus Syrien", "stated"), ("Ali", "ein Flüchtling aus Syrien", "stated"))),
    ("de", "„Wir haben Angst“, so die Amnesty-Expertin Anna Ley.", (("Anna Ley", "die Amnesty-Expertin", "stated"),)),
    ("de", "Laut Anna Ley, Expertin für Asien, wurden „alle Verfahren ohne jede Begründung eingestellt“.", (("Anna Ley", "Expertin für Asien", "stated"),)),
    ("de", "„Er sagte: ‚Wir kommen wieder‘, und sie kamen wieder“, berichtete ein Zeuge.", (("ein Zeuge", None, "stated"),)),
    ("de", "Das sogenannte „Gesetz gegen Propaganda“ wurde verabschiedet.", ()),
    ("it", "“Le autorità devono agire”, ha dichiarato Riccardo Neri, portavoce di Amnesty International Italia.", (("Riccardo Neri", "portavoce di Amnesty International Italia", "stated"),)),
    ("it", "«Le autorità devono agire» - ha affermato Riccardo Neri. «Il tempo è scaduto» - ha aggiunto.", (("Riccardo Neri", None, "stated"), ("Riccardo Neri", None, "inherited"))),
    ("it", "Secondo Riccardo Neri, portavoce dell’associazione, “nessuno è stato chiamato a rispondere di questi crimini”.", (("Riccardo Neri", "portavoce dell’associazione", "stated"),)),
    ("it", "‘Le indagini non sono ancora concluse’, ha detto Anna Lei.", (("Anna Lei", None, "stated"),)),
    ("it", "Amnesty International ha dichiarato: “Non c’è più tempo”.", (("Amnesty International", None, "stated"),)),
    ("pt", "“As autoridades devem agir”, disse Júlia Werner, diretora executiva da Anistia Internacional Brasil.", (("Júlia Werner", "diretora executiva da Anistia Internacional Brasil", "stated"),)),
    ("pt", "Segundo Júlia Werner, diretora executiva, “ninguém foi levado à justiça por estes crimes”.", (("Júlia Werner", "diretora executiva", "stated"),)),
    ("pt", "«As autoridades devem agir», declarou a organização.", (("a organização", None, "stated"),)),
    ("pt", "“Não vamos parar”, disse Ana Lei. “A luta continua”, acrescentou.", (("Ana Lei", None, "stated"), ("Ana Lei", None, "inherited"))),
    ("ar", 'وقال فيليب لامع، مدير برنامج الشرق الأوسط وشمال أفريقيا في منظمة العفو الدولية: "يجب على السلطات أن تتحرك".', (("فيليب لامع", "مدير برنامج الشرق الأوسط وشمال أفريقيا في منظمة العفو الدولية", "stated"),)),
    ("ar", "قال فيليب لامع: «يجب على السلطات أن تتحرك». وأضاف قائلاً: «لا وقت لدينا».", (("فيليب لامع", None, "stated"), ("فيليب لامع", None, "inherited"))),
    ("ar", '"يجب على السلطات أن تتحرك"، قالت منظمة العفو الدولية اليوم.', (("منظمة العفو الدولية", None, "stated"),)),
    ("ar", 'وصرّحت سارة علي، الباحثة في المنظمة، بأن "المحاكمة لم تكن عادلة منذ البداية".', (("سارة علي", "الباحثة في المنظمة", "stated"),)),
    ("ar", 'وبحسب منظمة العفو الدولية، "لم يُحاسب أحد على هذه الجرائم حتى الآن".', (("منظمة العفو الدولية", None, "stated"),)),
    ("ar", 'ما يسمى "الحرب على الإرهاب" مستمرة.', ()),
    ("ru", "«Власти должны действовать», — заявил Джон Дальский, директор программы по Европе и Центральной Азии.", (("Джон Дальский", "директор программы по Европе и Центральной Азии", "stated"),)),
    ("ru", "«Власти, — сказал Иван Петров, директор программы, — должны действовать немедленно».", (("Иван Петров", "директор программы", "stated"), ("Иван Петров", "директор программы", "stated"))),
    ("ru", "Иван Петров, директор программы, заявил: «Это позор для страны».", (("Иван Петров", "директор программы", "stated"),)),
    ("ru", "По словам Ивана Петрова, «никто не был привлечён к ответственности за эти преступления».", (("Ивана Петрова", None, "stated"),)),
    ("ru", "„Власти должны действовать“, так сказал Иван Петров.", (("Иван Петров", None, "stated"),)),
    ("ru", "«Мы боимся, — сказал свидетель. — Они вернутся».", (("свидетель", None, "stated"), ("свидетель", None, "stated"))),
    ("ru", "Закон об «иностранных агентах» принят в 2012 году.", ()),
    ("ru", "Доклад «Казахстан: пытки остаются безнаказанными и сегодня» опубликован.", ()),
    ("ru", "Организация заявила, что «следствие велось с грубыми нарушениями закона и прав».", (("Организация", None, "stated"),)),
    ("uk", "«Влада повинна діяти», — сказала Оксана Коваленко, директорка Amnesty International Україна.", (("Оксана Коваленко", "директорка Amnesty International Україна", "stated"),)),
    ("uk", "«Влада, — зазначила Оксана Коваленко, — повинна діяти негайно».", (("Оксана Коваленко", None, "stated"), ("Оксана Коваленко", None, "stated"))),
    ("uk", "За словами Оксани Коваль, «нікого не притягнуто до відповідальності за ці злочини».", (("Оксани Коваль", None, "stated"),)),
    ("tr", "Uluslararası Af Örgütü Türkiye Direktörü Ayşe Kaya, “Yetkililer derhal harekete geçmeli” dedi.", (("Ayşe Kaya", "Uluslararası Af Örgütü Türkiye Direktörü", "stated"),)),
    ("tr", "“Yetkililer derhal harekete geçmeli” diyen Ayşe Kaya, soruşturma istedi.", (("Ayşe Kaya", None, "stated"),)),
    ("tr", "Ayşe Kaya şunları söyledi: “Yetkililer derhal harekete geçmeli.”", (("Ayşe Kaya", None, "stated"),)),
    ("tr", "“Yetkililer derhal harekete geçmeli,” diye konuştu Ayşe Kaya.", (("Ayşe Kaya", None, "stated"),)),
    ("en", "“The raids must end,” said Erik van der Muster, Amnesty International’s Africa Director.\n\n“Nobody is safe,” he added.", (("Erik van der Muster", "Amnesty International’s Africa Director", "stated"), ("Erik van der Muster", "Amnesty International’s Africa Director", "inherited"))),
    ("en", '"This is a dark day," said East Africa Consultant Ann Lee.', (("Ann Lee", "East Africa Consultant", "stated"),)),
    ("ru", "«Власти должны расследовать пытки», – сказала Анна Ли, директор программы «Международной Амнистии».", (("Анна Ли", "директор программы «Международной Амнистии»", "stated"),)),
    ("zh", "国际特赦组织东亚区主任罗文华表示：“当局必须立即释放他们。”", (("罗文华", "国际特赦组织东亚区主任", "stated"),)),
    ("zh", "“当局必须立即释放他们。”罗文华说。", (("罗文华", None, "stated"),)),
    ("zh", "「當局必須立即釋放他們，」羅文華表示，「時間不多了。」", (("羅文華", None, "stated"), ("羅文華", None, "stated"))),
    ("zh", "所谓“颠覆国家政权”罪被广泛使用。", ()),
    ("zh", "据国际特赦组织称，“没有人因为这些罪行而被绳之以法”。", (("国际特赦组织", None, "stated"),)),
    ("zh", "他出版了《零八宪章》和《未来的自由中国在民间》。", ()),
    ("ja", "アムネスティの調査員である田中太郎は、「当局は直ちに行動すべきだ」と述べた。", (("アムネスティの調査員である田中太郎", None, "stated"),)),
    ("ja", "「当局は直ちに行動すべきだ」と田中太郎は述べた。", (("田中太郎", None, "stated"),)),
    ("ja", "「当局は直ちに行動すべきだ」と、田中太郎事務局長は語った。", (("田中太郎事務局長", None, "stated"),)),
    ("ja", "いわゆる「テロとの戦い」は続いている。", ()),
    ("ja", "田中氏によると、「誰も責任を問われていないのが現状である」という。", (("田中氏", None, "stated"),)),
    ("und", '"This is a stain," said Ann Lee.', (("Ann Lee", None, "stated"),)),
    ("en", "Amnesty International’s Deputy Director for Europe, Denis Karev, said that the ruling “sends a chilling message to journalists everywhere”.", (("Denis Karev", "Amnesty International’s Deputy Director for Europe", "stated"),)),
    ("en", "“We call on President Petrov to stop this,” said Tara Hassan, Crisis Response Director at Amnesty International, after visiting the site.", (("Tara Hassan", "Crisis Response Director at Amnesty International", "stated"),)),
    ("en", "“My son was 14 when they took him”, his mother, Amina, told Amnesty International in Maiduguri.", (("Amina", "his mother", "stated"),)),
    ("en", "A police officer, who asked not to be named, told the BBC: “We were ordered to shoot at anyone who moved.”", (("A police officer", None, "stated"),)),
    ("en", "“This is not justice, it is revenge,” said Lina Malouf.\n\n“The court must order a retrial.”\n\nBackground\n\nOn 3 May the court convicted 24 people.", (("Lina Malouf", None, "stated"), ("Lina Malouf", None, "inherited"))),
    ("en", "“This is not justice, it is revenge,” said Lina Malouf.\n\nThe defence minister, Khaled Amin, denied the charges. “Nobody was tortured in our prisons,” he said.", (("Lina Malouf", None, "stated"), (None, None, "unknown"))),
    ("en", "“We are still waiting,” she said.", ((None, None, "unknown"),)),
    ("en", "“They came in the night,” said Yusuf, a farmer.\n\n“They burned everything,” his neighbour Ibrahim recalled.", (("Yusuf", "a farmer", "stated"), ("his neighbour Ibrahim", None, "stated"))),
    ("en", '"Executions have no place in the 21st century", Amnesty International said. "Japan must join the worldwide trend."', (("Amnesty International", None, "stated"), ("Amnesty International", None, "stated"))),
    ("en", "The Constitution guarantees that “everyone has the right to freedom of assembly”.", ((None, None, "unknown"),)),
    ("en", "As one survivor put it: “There was blood on the walls and on the floor.”", ((None, None, "unknown"),)),
    ("en", "In the words of Kofi Addo, “there can be no peace without human rights”.", ((None, None, "unknown"),)),
    ("en", "“How many more must die?” asked Sherin Taha, Head of Amnesty International’s UN Office.", (("Sherin Taha", "Head of Amnesty International’s UN Office", "stated"),)),
    ("en", "“Stop the killing!” the crowd shouted.", (("the crowd", None, "stated"),)),
    ("en", "“I was hooded and beaten for three days,” Dr Hassan Ali told delegates, “and then they brought in my wife.”", (("Dr Hassan Ali", None, "stated"), ("Dr Hassan Ali", None, "stated"))),
    ("en", 'The United Nations Human Rights Committee concluded that "the State party failed to investigate the complaint".', (("The United Nations Human Rights Committee", None, "stated"),)),
    ("en", "\"It's time to act\", said the group's Asia-Pacific Director, Donna Gale. \"There's no excuse.\"", (("Donna Gale", "the group's Asia-Pacific Director", "stated"), ("Donna Gale", "the group's Asia-Pacific Director", "stated"))),
    ("en", "He told the court: 'I was forced to sign. The officers' threats continued for weeks.'", ((None, None, "unknown"),)),
    ("en", "Kerry Kenner, president of the Kenner Center, said 'We will not forget the victims of this war.'", (("Kerry Kenner", "president of the Kenner Center", "stated"),)),
    ("en", 'In a letter dated 5 May the Ministry replied that the case was "under active consideration by the courts".', (("the Ministry", None, "stated"),)),
    ("en", "Several of those held say they were beaten; one said: “They used electric shocks.”", (("one", None, "stated"),)),
    ("en", "“Peace cannot be built on impunity,” said Amnesty International and Human Rights Watch in a joint statement.", (("Amnesty International and Human Rights Watch", None, "stated"),)),
    ("en", "The head of the mission, General Dubois, warned that “the militias are arming and will kill”.", (("General Dubois", "The head of the mission", "stated"),)),
    ("en", "Police said 12 people were injured. “The figures are false,” said a doctor at the hospital.", (("a doctor", None, "stated"),)),
    ("en", "His lawyer said he had been beaten. The judge told him to “stop wasting the time of the court”.", (("The judge", None, "stated"),)),
    ("en", 'Prisoners wrote "We want to live" on the wall.', (("Prisoners", None, "stated"),)),
    ("en", "Amnesty International's \"Death Penalty in 1999: Facts and Figures\" lists 31 countries.", ()),
    ("fr", "« C’est une victoire pour les victimes », se félicite Geneviève Garnier, présidente d’Amnesty International France.", (("Geneviève Garnier", "présidente d’Amnesty International France", "stated"),)),
    ("fr", "« Rien n’a changé », regrette Amnesty International dans un rapport publié mardi.", (("Amnesty International", None, "stated"),)),
    ("fr", "Pour Jean Martin, avocat des familles, « ce procès est une mascarade depuis le premier jour ».", ((None, None, "unknown"),)),
    ("fr", "« Mon fils a disparu, raconte Aminata Diallo, 45 ans. Je l’attends toujours. »", (("Aminata Diallo", None, "stated"), ("Aminata Diallo", None, "stated"))),
    ("fr", "Le ministre de la Justice, Paul Bédard, a répondu que « toutes les plaintes feront l’objet d’une enquête ».", (("Paul Bédard", "Le ministre de la Justice", "stated"),)),
    ("fr", "« Le président nous a dit “ayez confiance” et nous avons attendu », a expliqué Paul Sow.", (("Paul Sow", None, "stated"),)),
    ("fr", "L’organisation a déclaré : « Il faut libérer tous les prisonniers. »", (("L’organisation", None, "stated"),)),
    ("es", "“Mi hijo no era guerrillero”, asegura doña Rosa Pérez, madre de la víctima.", (("doña Rosa Pérez", "madre de la víctima", "stated"),)),
    ("es", "En palabras de Elena García-Ruiz, “el gobierno ha dado la espalda a las víctimas”.", ((None, None, "unknown"),)),
    ("es", "Elena García-Ruiz, directora para las Américas de Amnistía Internacional, dijo que “el gobierno debe dar la cara a las víctimas”.", (("Elena García-Ruiz", "directora para las Américas de Amnistía Internacional", "stated"),)),
    ("es", 'El ministro del Interior, Juan Gómez, ha asegurado: "No hay presos políticos".', (("Juan Gómez", "El ministro del Interior", "stated"),)),
    ("es", "“No hay presos políticos —respondió el ministro—, y nunca los hubo.”", (("el ministro", None, "stated"), ("el ministro", None, "stated"))),
    ("de", "Julia Drach von Amnesty International sagt: „Die Bundesregierung muss ihre Waffenexporte stoppen.“", (("Julia Drach von Amnesty International", None, "stated"),)),
    ("de", "„Die Bundesregierung“, so Selin Çalış, Generalsekretärin der deutschen Sektion, „muss ihre Exporte stoppen.“", (("Selin Çalış", "Generalsekretärin der deutschen Sektion", "stated"), ("Selin Çalış", "Generalsekretärin der deutschen Sektion", "stated"))),
    ("de", "„Wir sind müde“, erzählt eine Frau aus Aleppo. „Wir wollen nach Hause.“", (("eine Frau aus Aleppo", None, "stated"), ("eine Frau aus Aleppo", None, "stated"))),
    ("de", "Der Bericht „Wenn das Leben nichts mehr zählt und keiner hinsieht“ erscheint heute.", ()),
    ("it", "Il direttore generale di Amnesty International Italia, Gianni Rossi, ha commentato: “È una vergogna”.", (("Gianni Rossi", "Il direttore generale di Amnesty International Italia", "stated"),)),
    ("it", "«Siamo stanchi – dice Maria, rifugiata eritrea – ma non torneremo indietro».", (("Maria", "rifugiata eritrea", "stated"), ("Maria", "rifugiata eritrea", "stated"))),
    ("pt", "De acordo com Júlia Werner, da Anistia Internacional, “o Estado falhou com as vítimas e suas famílias”.", (("Júlia Werner", "da Anistia Internacional", "stated"),)),
    ("pt", "“O Estado falhou”, afirmou o diretor-executivo Átila Rocha.", (("Átila Rocha", "o diretor-executivo", "stated"),)),
    ("ar", "وقالت لينا منصور، مديرة البحوث للشرق الأوسط في منظمة العفو الدولية: “يجب الإفراج عنهم فوراً”.", (("لينا منصور", "مديرة البحوث للشرق الأوسط في منظمة العفو الدولية", "stated"),)),
    ("ar", "وأضافت: «لا يمكن أن يستمر هذا الوضع إلى ما لا نهاية».", ((None, None, "unknown"),)),
    ("ar", 'وقال شاهد عيان لمنظمة العفو الدولية: "أطلقوا النار علينا".', (("شاهد عيان", None, "stated"),)),
    ("ar", "«أطلقوا النار علينا»، قال أحمد.", (("أحمد", None, "stated"),)),
    ("ru", "Как сказал Иван Петров, «это решение суда нельзя назвать справедливым ни в каком смысле».", (("Иван Петров", None, "stated"),)),
    ("ru", "Представитель МВД Олег Ильин заявил, что «никаких пыток в отделении не было и быть не могло».", (("Олег Ильин", "Представитель МВД", "stated"),)),
    ("ru", "— Нас били всю ночь, — рассказал он.", ()),
    ("ru", "«Нас били всю ночь», — рассказала Мария, мать задержанного, сотрудникам «Международной амнистии».", (("Мария", "мать задержанного", "stated"),)),
    ("ru", "«Международная амнистия» призывает власти к действию.", ()),
    ("ru", "«Международная амнистия» заявила: «Власти обязаны освободить узников совести».", (("Международная амнистия", None, "stated"),)),
    ("uk", "Денис Карев, заступник директора, заявив: «Це знущання над правосуддям».", (("Денис Карев", "заступник директора", "stated"),)),
    ("tr", "Af Örgütü Araştırmacısı Andrew Garner şunları söyledi: “Bu dava düşürülmeli.”", (("Andrew Garner", "Af Örgütü Araştırmacısı", "stated"),)),
    ("tr", "Af Örgütü'ne göre, “kimse bu suçlardan dolayı hesap vermedi bugüne kadar”.", (("Af Örgütü", None, "stated"),)),
    ("zh", "國際特赦組織研究員潘家明說：「這是不公正的審判。」他補充道：「政府必須放人。」", (("潘家明", "國際特赦組織研究員", "stated"), ("潘家明", "國際特赦組織研究員", "inherited"))),
    ("zh", "一名目击者告诉国际特赦组织：“他们朝人群开枪。”", (("一名目击者", None, "stated"),)),
    ("ja", "田中氏は「許せない」と話した。", (("田中氏", None, "stated"),)),
    ("ja", "目撃者の一人は、こう語った。「彼らは群衆に向けて発砲しました。」", (("目撃者の一人", None, "stated"),)),
    ("en", "“The world cannot look away.\n\nIt must act now, before it is too late,” said Agnès Caillard, Secretary General.", (("Agnès Caillard", "Secretary General", "stated"), ("Agnès Caillard", "Secretary General", "stated"))),
    ("fr", "« Le monde ne peut détourner le regard.\n\nIl doit agir maintenant », a déclaré Agnès Caillard.", (("Agnès Caillard", None, "stated"), ("Agnès Caillard", None, "stated"))),
    ("en", "“An opening mark that never closes in this paragraph.\n\nAnother paragraph without marks.\n\nAnd “a quote of five words here” too.", ((None, None, "unknown"),)),
    ("en", "“Today’s decision is a betrayal of victims,” Amnesty International’s Americas Director, Rosa Pinto, said in Bogotá.", (("Rosa Pinto", "Amnesty International’s Americas Director", "stated"),)),
    ("en", "Rosa Pinto added: “The President must act. He has the power to do so.”", (("Rosa Pinto", None, "stated"),)),
    ("en", "“He died in my arms,” recalls Samira, whose husband was killed in the attack. “I still hear the blast.”", (("Samira", None, "stated"), ("Samira", None, "stated"))),
    ("en", "The ministry, in a statement issued on Tuesday, said the men were “armed and extremely dangerous terrorists”.", (("The ministry", None, "stated"),)),
    ("en", "Judge Mark Weller, who presided over the case, described the evidence as “thin, contradictory and unsafe to convict on”.", ((None, None, "unknown"),)),
    ("en", "“We were told to wait,” explained the camp's manager, Peter Odhiambo.", (("Peter Odhiambo", "the camp's manager", "stated"),)),
    ("en", '"Not a single officer has been charged," the report says.', (("the report", None, "stated"),)),
    ("en", "“No one is safe,” said a 27-year-old teacher, who asked to remain anonymous.", (("a 27-year-old teacher", None, "stated"),)),
    ("en", "“No one is safe,” said Hassan (not his real name), a teacher.", (("Hassan", None, "stated"),)),
    ("en", "Police chief Ivan Marković told journalists that “all necessary measures were taken to protect the march”.", (("Ivan Marković", "Police chief", "stated"),)),
    ("en", "“The trial was a sham,” Amnesty International said in a statement. “Those convicted must be retried.”\n\nThe organization also called on the government to “end the use of military courts for civilians immediately”.", (("Amnesty International", None, "stated"), ("Amnesty International", None, "stated"), (None, None, "unknown"))),
    ("en", 'The charge was “membership of an illegal organization”.\n\n"I have done nothing wrong," Leyla wrote from prison.', ((None, None, "unknown"), ("Leyla", None, "stated"))),
    ("en", "Amnesty International is calling for the repeal of the “Public Order and Security Act”.", ()),
    ("en", "“This is a victory,” said Ann Lee, lawyer for the families.\n\nThe ruling follows years of campaigning.\n\n“But it comes too late for many,” Lee said.", (("Ann Lee", "lawyer for the families", "stated"), ("Lee", None, "stated"))),
    ("en", "Minister Joao Silva was quoted by local media as saying that “there will be no mercy for traitors”.", (("Joao Silva", "Minister", "stated"),)),
    ("en", "“As a doctor I have never seen such injuries,” Dr. Omar Said of the main hospital said.", (("Dr. Omar Said", None, "stated"),)),
    ("en", 'In the graffiti the words "you are next on our list" could be read.', ((None, None, "unknown"),)),
    ("en", "Amnesty International's UK media director, Steve Bell, said:\n'This is a shocking case. It's time for answers.'", (("Steve Bell", "Amnesty International's UK media director", "stated"),)),
    ("fr", "« Les juges n’ont rien fait », déplore Paul Ndiaye, coordinateur de la campagne, qui attend depuis dix ans.", (("Paul Ndiaye", "coordinateur de la campagne", "stated"),)),
    ("fr", "« Il faut que cela cesse, insiste l’organisation. Le gouvernement doit réagir. »", (("l’organisation", None, "stated"), ("l’organisation", None, "stated"))),
    ("fr", "Comme l’a dit Marie Blanc, « la justice ne peut pas attendre une génération de plus ».", (("Marie Blanc", None, "stated"),)),
    ("fr", "« On nous a tout pris. On n’a plus rien. » Fatou, réfugiée au Tchad.", ((None, None, "unknown"),)),
    ("es", "“No tenemos agua”, explicó Juana Quispe, líder comunitaria, y agregó que “el gobierno nunca respondió a nuestras cartas”.", (("Juana Quispe", "líder comunitaria", "stated"), ("Juana Quispe", "líder comunitaria", "stated"))),
    ("es", "La organización advirtió hoy que “la impunidad sigue siendo la norma en todo el país”.", (("La organización", None, "stated"),)),
    ("es", "“Fue horrible”, recordó una de las sobrevivientes.", (("una de las sobrevivientes", None, "stated"),)),
    ("de", "„Das Urteil ist ein Skandal“, kritisiert Petra Klein, Asien-Expertin bei Amnesty International. „Es muss aufgehoben werden.“", (("Petra Klein", "Asien-Expertin bei Amnesty International", "stated"), ("Petra Klein", "Asien-Expertin bei Amnesty International", "stated"))),
    ("de", "Petra Klein sagte am Dienstag in Berlin: „Die Regierung schweigt.“", (("Petra Klein", None, "stated"),)),
    ("de", "Wie die Organisation mitteilte, sei die Lage „so schlecht wie seit zwanzig Jahren nicht mehr“.", ((None, None, "unknown"),)),
    ("it", "“La legge va cambiata”, ha concluso Noemi Conti.", (("Noemi Conti", None, "stated"),)),
    ("it", "Noemi Conti, ricercatrice di Amnesty International, ha detto che “le persone vivono nella paura da anni”.", (("Noemi Conti", "ricercatrice di Amnesty International", "stated"),)),
    ("pt", "“Foi uma execução”, contou uma testemunha à Anistia Internacional.", (("uma testemunha", None, "stated"),)),
    ("pt", "A Anistia Internacional declarou que “as investigações não avançaram desde o primeiro dia”.", (("A Anistia Internacional", None, "stated"),)),
    ("ar", 'وأكدت منظمة العفو الدولية أن "التعذيب منتشر في مراكز الاحتجاز في جميع أنحاء البلاد".', (("منظمة العفو الدولية", None, "stated"),)),
    ("ar", 'وقالت إحدى الشاهدات: "لم نستطع الهرب من المكان".', (("إحدى الشاهدات", None, "stated"),)),
    ("ru", "«Это победа», — прокомментировала решение Анна Белова, юрист организации.", (("Анна Белова", "юрист организации", "stated"),)),
    ("ru", "Как рассказал один из свидетелей, «полицейские били всех подряд, не разбирая».", (("один из свидетелей", None, "stated"),)),
    ("ru", "«Мы не остановимся», — добавила она.", ((None, None, "unknown"),)),
    ("uk", "«Це перемога», — сказав Ігор Бондар, юрист.", (("Ігор Бондар", "юрист", "stated"),)),
    ("tr", "Elif Demir, “Adalet yerini bulmalı” diye konuştu.", (("Elif Demir", None, "stated"),)),
    ("zh", "“我们不会放弃，”她补充说，“直到他们获释。”", ((None, None, "unknown"), (None, None, "unknown"))),
    ("zh", "国际特赦组织指出：“酷刑在该国普遍存在。”", (("国际特赦组织", None, "stated"),)),
    ("ja", "アムネスティ日本の佐藤花子は「これは人権侵害だ」と指摘した。", (("アムネスティ日本の佐藤花子", None, "stated"),)),
    ("ja", "「政府は説明すべきです」と語った。", ((None, None, "unknown"),)),
    ("en", "“Torture is routine,” said Amnesty International Researcher Helen Ward.", (("Helen Ward", "Amnesty International Researcher", "stated"),)),
    ("en", "Helen Ward, who led the mission, told reporters in Nairobi: “We saw burned villages.”", (("Helen Ward", None, "stated"),)),
    ("en", "“I have no idea where he is,” his wife said. “They just took him.”", (("his wife", None, "stated"), ("his wife", None, "stated"))),
    ("en", "The government has called the allegations “baseless and politically motivated fabrications by enemies”.", ((None, None, "unknown"),)),
    ("en", "“Release them now!” demanded Amnesty International’s Mexico Director Luis Mora.", (("Luis Mora", "Amnesty International’s Mexico Director", "stated"),)),
    ("en", "He was accused of “undermining national unity”. His brother, Tariq, said: “He only wrote a poem.”", (("Tariq", "His brother", "stated"),)),
    ("en", "“The evidence points to one conclusion,” the organizations wrote.", (("the organizations", None, "stated"),)),
    ("en", '"Why was nobody arrested?" asks the sister of one victim. "We want answers."', (("the sister of one victim", None, "stated"), ("the sister of one victim", None, "stated"))),
    ("en", "The book “Voices from the Desert and the Sea” was banned.", ()),
    ("en", "Speaking from The Hague, she said: “This verdict gives hope.”", ((None, None, "unknown"),)),
    ("en", 'Amnesty International delegate Paul Hart reported: "The wards were full of children."', (("Paul Hart", "Amnesty International delegate", "stated"),)),
    ("fr", "« Ce verdict est historique », a salué Claire Petit, chargée de campagne.", (("Claire Petit", "chargée de campagne", "stated"),)),
    ("fr", "D’après Claire Petit, « les prisons sont pleines de gens qui n’ont rien fait ».", (("Claire Petit", None, "stated"),)),
    ("es", "“Nos deben la verdad”, exigió Carmen Ruiz, hermana de un desaparecido.", (("Carmen Ruiz", "hermana de un desaparecido", "stated"),)),
    ("es", "Carmen Ruiz denunció: “A mi hermano lo mataron”.", (("Carmen Ruiz", None, "stated"),)),
    ("es", "De acuerdo con la organización, “las cifras oficiales no reflejan la realidad del país”.", (("la organización", None, "stated"),)),
    ("de", "Amnesty International fordert: „Alle Gefangenen müssen sofort freikommen.“", (("Amnesty International", None, "stated"),)),
    ("it", "«La sentenza è una beffa», ha protestato l’avvocata Lucia Serra.", (("Lucia Serra", "l’avvocata", "stated"),)),
    ("it", "“La sentenza”, spiega Serra, “è una beffa”.", (("Serra", None, "stated"), ("Serra", None, "stated"))),
    ("pt", "“A polícia mente”, disse à imprensa a mãe da vítima.", (("a mãe da vítima", None, "stated"),)),
    ("ru", "«Приговор — это позор», — считает правозащитник Олег Орешкин.", (("Олег Орешкин", "правозащитник", "stated"),)),
    ("ru", "Олег Орешкин подчеркнул: «Пытки должны прекратиться».", (("Олег Орешкин", None, "stated"),)),
    ("uk", "«Вирок — це ганьба», — вважає Леся Кравець.", (("Леся Кравець", None, "stated"),)),
    ("ar", '"لن نسكت"، قالت والدة أحد المعتقلين.', (("والدة أحد المعتقلين", None, "stated"),)),
    ("tr", "“Bu karar utanç verici” diyen Kaya, kararın bozulmasını istedi.", (("Kaya", None, "stated"),)),
    ("zh", "他的妻子说：“我不知道他在哪里。”", (("他的妻子", None, "stated"),)),
    ("ja", "同団体は「政府は責任を果たすべきだ」と訴えた。", (("同団体", None, "stated"),)),
    ("en", "“The border must reopen,” urged Nadia Karim, Amnesty International’s Refugee Adviser, on Friday.", (("Nadia Karim", "Amnesty International’s Refugee Adviser", "stated"),)),
    ("en", "“My cell had no window,” remembers one former prisoner.", (("one former prisoner", None, "stated"),)),
    ("en", "Nadia Karim: “The border must reopen without any delay.”", ((None, None, "unknown"),)),
    ("en", "“We reject these claims,” a spokesperson for the ministry said in an email.", (("a spokesperson for the ministry", None, "stated"),)),
    ("en", "The committee, chaired by Lord Hill, concluded: “The policy failed.”", (("The committee", None, "stated"),)),
    ("en", "When asked why, Karim said: “Nobody told us.”", (("Karim", None, "stated"),)),
    ("en", "In her speech Nadia Karim said that “silence is no longer an option for governments”.", (("Nadia Karim", None, "stated"),)),
    ("en", "“Enough is enough,” Nadia Karim said. The minister, Omar Bey, left the room. “I have nothing to add,” he said.", (("Nadia Karim", None, "stated"), (None, None, "unknown"))),
    ("en", "Under the slogan “No more silence on torture in our prisons”, thousands marched.", ()),
    ("en", "The UN Special Rapporteur on torture, Jan Mulder, has said that conditions are “among the worst in the region”.", (("Jan Mulder", "The UN Special Rapporteur on torture", "stated"),)),
    ("fr", "« La loi est injuste », estime Luc Morel, avocat.\n\nIl ajoute : « Elle doit être abrogée. »", (("Luc Morel", "avocat", "stated"), ("Luc Morel", "avocat", "inherited"))),
    ("fr", "Luc Morel, avocat au barreau de Lyon, dénonce « une justice à deux vitesses qui protège les puissants ».", (("Luc Morel", "avocat au barreau de Lyon", "stated"),)),
    ("fr", "« La loi est injuste, a expliqué le directeur d’Amnesty International France. Il faut la changer. »", (("le directeur d’Amnesty International France", None, "stated"), ("le directeur d’Amnesty International France", None, "stated"))),
    ("es", "“La ley es injusta”, opinó Marta Gil, abogada.", (("Marta Gil", "abogada", "stated"),)),
    ("es", "El relator de la ONU, Pedro Sanz, dijo: «La situación es grave».", (("Pedro Sanz", "El relator de la ONU", "stated"),)),
    ("it", "«La legge è ingiusta», secondo Paolo Riva, avvocato.", (("Paolo Riva", "avvocato", "stated"),)),
    ("pt", "“A lei é injusta”, defendeu Rita Melo, advogada.", (("Rita Melo", "advogada", "stated"),)),
    ("ru", "«Закон несправедлив», — пояснил адвокат Пётр Лунин.", (("Пётр Лунин", "адвокат", "stated"),)),
    ("ar", 'وأوضح المدير الإقليمي أن "القانون يخالف المعايير الدولية لحقوق الإنسان".', (("المدير الإقليمي", None, "stated"),)),
    ("zh", "律师李华指出，“该法律违反国际人权标准”。", (("律师李华", None, "stated"),)),
    ("ja", "弁護士の鈴木一郎氏は「この法律は不当だ」と語った。", (("弁護士の鈴木一郎氏", None, "stated"),)),
)  # fmt: skip


@pytest.mark.parametrize(("language", "body", "speakers"), SENTENCES)
def test_speakers_are_those_whom_the_text_names(
    language: str, body: str, speakers: tuple[tuple[str | None, str | None, str], ...]
) -> None:
    quotes = find_quotes(body, language)
    assert tuple((quote.speaker, quote.role, quote.attribution) for quote in quotes) == speakers
    assert all(quote.text in body for quote in quotes)


@pytest.mark.parametrize(
    ("language", "body", "texts"),
    [
        ("fr", "« La loi, a déclaré Anne Lé, doit changer. »", ["La loi,", "doit changer."]),
        ("fr", "« La loi doit changer, a-t-elle ajouté. »", ["La loi doit changer,"]),
        ("ru", "«Закон, — сказал Иван Петров, — надо менять».", ["Закон,", "надо менять"]),
        ("es", "«La ley debe cambiar —dijo Ana Ley—. Ya.»", ["La ley debe cambiar", "Ya."]),
        ("fr", "« Le ministre, qui a déclaré la guerre, a perdu la tête. »", ["Le ministre, qui a déclaré la guerre, a perdu la tête."]),
        ("en", '"The law, said Ann Lee, must change now."', ["The law, said Ann Lee, must change now."]),
    ],
)  # fmt: skip
def test_an_attribution_within_the_marks_is_no_part_of_the_quotation(
    language: str, body: str, texts: list[str]
) -> None:
    assert [quote.text for quote in find_quotes(body, language)] == texts


@pytest.mark.parametrize("between", ["The minister, Ali Hassan, was there.", "On Monday Karim Bey of the union came."])
def test_a_pronoun_behind_another_name_stands_for_nobody_we_know(between: str) -> None:
    first, second = find_quotes(f'"It must," said Ann Lee.\n\n{between} "It will," she said.', "en")
    assert (first.speaker, second.speaker) == ("Ann Lee", None)


def test_a_pronoun_far_behind_the_name_stands_for_nobody_we_know() -> None:
    body = '"It must," said Ann Lee.' + "\n\nMore was said about it." * 4 + '\n\n"It will," she said.'
    assert [quote.speaker for quote in find_quotes(body, "en")] == ["Ann Lee", None]


@pytest.mark.parametrize("word", ["including", "with", "while", "against"])
def test_a_name_behind_a_term_or_a_preposition_did_not_say_it(word: str) -> None:
    assert find_quotes(f"They broke the “law on foreign agents”, {word} Amnesty International.", "en") == ()
    assert find_quotes(f'"We heard that," {word} Ann Lee in the room.', "en") == ()


@pytest.mark.parametrize("pronoun", ["they", "we", "it"])
def test_a_plural_is_not_the_last_person(pronoun: str) -> None:
    body = f'"It must," said Ann Lee.\n\n"It will," {pronoun} said.'
    assert find_quotes(body, "en")[-1].speaker is None


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "tr",
            (
                "Bakan Ahmet Örnek’in, örgütün bulgularını eleştiren konuşmasına yanıt veren Uluslararası Af Örgütü Genel"
                ' Sekreteri Ada Example şöyle dedi:\n\n"Yetkililer hukukun üstünlüğüne saygı göstermelidir."'
            ),
            ["Ada Example"],
        ),
        (
            "fr",
            (
                "Comme le souligne Jean Exemple, Secrétaire général, « nous attendions des Etats qu’ils adoptent des"
                " mesures »."
            ),
            ["Jean Exemple"],
        ),
        (
            "de",
            (
                "«Die Behörden irren sich, wenn sie glauben, dass wir einstellen werden, was wir tun.» Ada Beispiel,"
                " internationale Generalsekretärin von Amnesty International"
            ),
            ["Ada Beispiel"],
        ),
        (
            "en",
            (
                "Kate Example, Africa Advocacy Director at Amnesty International USA, made the following statement:\n\n"
                "“I appreciate the efforts to sound the alarm on atrocities.”"
            ),
            ["Kate Example"],
        ),
        (
            "en",
            (
                "(New York - July 10, 1997) --A coalition of groups today announced the launch of a campaign called"
                ' "Arrest them all now!".'
            ),
            ["A coalition of groups"],
        ),
        (
            "de",
            (
                "„Ein Jahrestag ist ein guter Moment dafür“, resümiert Amnesty International"
                " Österreich-Geschäftsführerin Anna Beispiel die Geschichte der Organisation."
            ),
            ["Anna Beispiel"],
        ),
    ],
)
def test_who_is_named_last_or_after_place_and_day_is_the_speaker(language: str, text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in find_quotes(text, language)] == speakers


LEE = Speaker("Ann Lee", "researcher")


@pytest.mark.parametrize(
    ("behind", "following", "speaker"),
    [
        ("\nSource: Ann Lee, researcher", (), LEE),
        ("\nSource:\nAnn Lee, researcher\nmore of the page", (), LEE),
        (" Source:", ("Ann Lee, researcher", "More of the page"), LEE),
        ("", ("Fuente: Ann Lee, researcher",), LEE),
        ("- Ann Lee, researcher", (), LEE),
        ("– Ann Lee, researcher", (), LEE),
        ("— Ann Lee, researcher\n", (), LEE),
        ("\n― Ann Lee, researcher", (), LEE),
        ("", ("- Ann Lee (researcher)",), LEE),
        ("– Ann Lee", (), Speaker("Ann Lee")),
    ],
)
def test_a_pull_quote_is_of_whom_its_source_or_dash_names(
    behind: str, following: tuple[str, ...], speaker: Speaker
) -> None:
    assert named_source(behind, following) == speaker


@pytest.mark.parametrize(
    ("behind", "following"),
    [
        ("", ()), ("Source:", ()), ("Ann Lee", ()), ("* Ann Lee", ()), ("- Lee", ()), ("- ann lee", ()),
        ("- Ann Lee\nand her lawyer came", ()), ("- we wait for all of this", ()), ("Source: " + "Ann Lee " * 40, ()),
        ("They left.", ("Source: Ann Lee",)),
    ],
)  # fmt: skip
def test_behind_a_dash_or_label_other_words_name_nobody(behind: str, following: tuple[str, ...]) -> None:
    assert named_source(behind, following) is None


@pytest.mark.parametrize(
    ("language", "quote", "asides"),
    [
        ("fr", "La loi, a déclaré Anne Lee, doit changer", [" a déclaré Anne Lee, "]),
        ("fr", "La loi – a déclaré Anne Lee – doit changer", ["– a déclaré Anne Lee – "]),
        ("it", "Aspettiamo — ha detto Anna Rossi — una risposta", ["— ha detto Anna Rossi — "]),
        (
            "it",
            "Noi – ha detto Anna Rossi – aspettiamo, ha aggiunto Anna Rossi, una risposta",
            ["– ha detto Anna Rossi – ", " ha aggiunto Anna Rossi, "],
        ),
        ("it", "– ha detto Anna Rossi – una risposta", []),
        ("en", "We wait, said Ann Lee, for an answer", []),
        ("fr", "La loi doit changer", []),
    ],
)
def test_a_speaker_is_named_within_a_quotation_where_its_language_does_so(
    language: str, quote: str, asides: list[str]
) -> None:
    assert [quote[start:end] for start, end in attributions_within(quote, language)] == asides


@pytest.mark.parametrize(
    ("language", "before", "speaker"),
    [
        ("de", "Dazu Anna Muster: ", Speaker("Anna Muster")),
        ("de", "Hierzu Anna Muster: ", Speaker("Anna Muster")),
        ("de", "Dazu sagt Anna Muster: ", Speaker("Anna Muster")),
        ("de", "Anna Muster, Sprecherin: ", Speaker("Anna Muster", "Sprecherin")),
        ("de", "Anna Muster (Amnesty International): ", Speaker("Anna Muster", "Amnesty International")),
        ("de", "Anna Muster: ", None),  # a heading
        ("de", "Dazu Anna Muster ", None),
        ("en", "According to Ann Lee, researcher, ", LEE),
        ("en", "According to Ann Lee, ", Speaker("Ann Lee")),
        ("en", "According to the ministry, ", Speaker("the ministry")),
        ("en", "According to sources, ", None),
        ("en", "According to , ", None),
        ("en", "In a letter the Ministry said: ", Speaker("the Ministry")),
        ("en", "After talks his lawyer said: ", Speaker("his lawyer")),
        ("en", "In Geneva yesterday said: ", Speaker("")),
        ("en", "In response to Max Example (MP), Ann Lee, researcher, said: ", LEE),
        ("fr", "En réponse à Max Exemple (ONU), Ann Lee, researcher, a déclaré : ", LEE),
        ("en", f"After what {'the court and ' * 24}Max Example told, Ann Lee, researcher, said: ", LEE),
    ],
)
def test_the_words_before_a_quotation_name_its_speaker(language: str, before: str, speaker: Speaker | None) -> None:
    assert named_before(before, language=language) == speaker
