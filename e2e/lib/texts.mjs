// The words of the journey: what its people write, paste and attach.

export const TITLE = "Автобус надежды выезжает в Лейлек";
export const SUMMARY = "Консультанты по безопасной миграции объедут двенадцать сёл.";
export const BODY = `Первого декабря из Баткена выезжает **автобус надежды**.

## Что привезёт автобус

- памятки о договоре с работодателем
- бесплатную консультацию юриста

Маршрут есть [на странице фонда](https://zhol-chyragy.example/bus).`;
export const CORRECTED = "Автобус надежды выезжает в Лейлек и Кадамжай";
export const KYRGYZ = "Үмүт автобусу Лейлекке чыгат";
export const URGENT = "Ложные объявления о работе на стройке";
export const ATTACHED = "Маршрут автобуса: Баткен, Исфана, Сулюкта.\n";
export const ACT = "14-2/118";

// What Word puts on the clipboard: its own classes, o: elements, conditional comments, lists made of paragraphs.
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><h2 class="MsoNormal">Кому помогут<o:p></o:p></h2>
<p class="MsoNormal">Приходите <b>с паспортом</b>.<o:p></o:p></p>
<p class="MsoListParagraphCxSpFirst" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>тем, кто уезжает<o:p></o:p></p>
<p class="MsoListParagraphCxSpLast" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>их родным<o:p></o:p></p>
<p class="MsoNormal">Адреса <a href="https://zhol-chyragy.example/villages">здесь</a>.<o:p></o:p></p><!--EndFragment--></body></html>`;
