# ky: native review
documents-consents-missing = Ийгилик тууралуу окуяга ал айтылган адамдын макулдугу керек. Макулдуктун кодун, сактоочусун жана акыркы күнүн толтуруңуз.
documents-consents-past = Бул окуяга берилген макулдуктун мөөнөтү өттү. Сактоочусунан жаңысын сураңыз.
documents-consents-taken-back = Бул окуяга берилген макулдук кайтарып алынган. Аны жарыялоого болбойт.
documents-consents-do-end = Макулдук кайтарылды
documents-consents-end-title = Макулдук кайтарылды
documents-consents-end-text = { $code } макулдугу бар бардык окуялар дароо жок болот: бардык тилдерде, бардык басылыштарда, файлдары менен кошо. Бул макулдук менен аларды кайтаруу мүмкүн эмес.
documents-consents-end-after = Окуяны басып чыгаргандарга же жөнөткөндөргө айтыңыз: алардын көчүрмөлөрүнө порталдын колу жетпейт.
documents-consents-end = Окуяларды азыр өчүрүү
documents-consents-ended = Бул макулдугу бар окуялар порталда калган жок.
documents-consents-withdrawn = Бул окуяга берилген макулдук кайтарып алынды. Портал аны өчүрдү.
documents-consents-over = Бул окуяга берилген макулдуктун мөөнөтү бүттү. Портал аны өчүрдү.
documents-event-consent-ending = «{ $title }» окуясына макулдук { $days ->
    [one] { $days } күндөн
   *[other] { $days } күндөн
} кийин бүтөт.
documents-event-consent-withdrawn = { $who }: «{ $title }» окуясына макулдук кайтарып алынды.
documents-mail-kind-consent-ending = Ийгилик тууралуу окуяга макулдук жакында бүтөт
documents-mail-consent-ending-subject = Макулдук жакында бүтөт: { $title }
documents-mail-consent-ending-intro = «{ $title }» окуясына макулдук { $date } чейин жарактуу. Эртеси портал аны өчүрөт. Окуя калсын десеңиз, сактоочусу адамдан кайра сурайт, сиз жаңы мөөнөтү менен жаңы басылышты жөнөтөсүз.
