// What people paste, as Word, Google Docs, LibreOffice and web pages really write it, and the Markdown they should get.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DOMParser } from "linkedom";

globalThis.DOMParser = DOMParser;
const { htmlToMarkdown } = await import("../../crates/portal/assets/paste.js");

const page = (body) => `<html><head><meta charset="utf-8"><style>p { margin: 0 }</style></head><body lang=RU><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const becomes = (name, html, markdown) => test(name, () => assert.equal(htmlToMarkdown(page(html)), markdown));

const wordItem = (level, marker, text, style = "CxSpMiddle") =>
  `<p class=MsoListParagraph${style} style='margin-left:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span lang=RU style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]--><span lang=RU>${text}<o:p></o:p></span></p>`;

becomes("Word headings, bold, italic and soft line ends",
  `<h1><span lang=RU>Безопасная\nдорога<o:p></o:p></span></h1><p class=MsoNormal><span lang=RU>Это <b>очень <i>важно</i></b>, запомните.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><h2>Что делать</h2><p class=MsoNormal>Позвоните.</p>`,
  "## Безопасная дорога\n\nЭто **очень *важно***, запомните.\n\n### Что делать\n\nПозвоните.");

becomes("Word's list paragraphs become lists with levels and numbers",
  `<p class=MsoNormal>Эмне суроо керек:</p>${wordItem(1, "·", "Ким жумушка алат?", "CxSpFirst")}${wordItem(2, "o", "уюмбу")}${wordItem(2, "o", "жеке адамбы")}${wordItem(1, "·", "Айлыгы канча?", "CxSpLast")}<p class=MsoNormal>Анан:</p>${wordItem(1, "1.", "Окуңуз")}${wordItem(1, "2.", "Кол коюңуз")}`,
  "Эмне суроо керек:\n\n- Ким жумушка алат?\n  - уюмбу\n  - жеке адамбы\n- Айлыгы канча?\n\nАнан:\n\n1. Окуңуз\n2. Кол коюңуз");

becomes("a Word numbering that goes on after a paragraph keeps its numbers",
  `${wordItem(1, "1.", "Первое")}<p class=MsoNormal>Пояснение.</p>${wordItem(1, "2.", "Второе")}`,
  "1. Первое\n\nПояснение.\n\n2. Второе");

becomes("Word's lettered list is numbered",
  `${wordItem(1, "а)", "раз")}${wordItem(1, "б)", "два")}`, "1. раз\n2. два");

becomes("Word comments, deleted text and hidden text never come along",
  `<p class=MsoNormal>Текст<a style='mso-comment-reference:IO_1;mso-comment-date:20220915T1012'>для всех</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[ИО1]</a></span></span> <del cite="mailto:reviewer" datetime="2022-09-15T10:12">старый</del><ins>новый</ins><span style='display:none;mso-hide:all'>тайно</span>.</p><div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%"><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Иван Отзывов: спросить министра</p></div></div></div>`,
  "Текстдля всех новый.");

becomes("a simple Word table",
  `<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal><b>Кто</b></p></td><td><p class=MsoNormal><b>Срок</b></p></td></tr><tr><td><p class=MsoNormal>Фонд | центр</p></td><td><p class=MsoNormal>до 20 ноября</p><p class=MsoNormal>утром</p></td></tr></table>`,
  "| Кто | Срок |\n| --- | --- |\n| Фонд \\| центр | до 20 ноября утром |");

becomes("a table of one column is only a frame",
  `<table><tr><td><p>Рамка</p><p>с текстом</p></td></tr></table>`, "Рамка\n\nс текстом");

becomes("Google Docs: its normal-weight <b> is not bold, spans are, nested lists stand beside the item, links are unwrapped",
  `<b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:700">План</span></h2><p dir="ltr"><span style="font-weight:400">Обычный </span><span style="font-weight:700">жирный </span><span style="font-weight:700;font-style:italic">и курсив</span><span> и </span><a href="https://www.google.com/url?q=https://example.org/a_b?x%3D1&amp;sa=D" style="text-decoration:none"><span style="text-decoration:underline">ссылка</span></a></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>раз</span></p></li><ul><li aria-level="2"><p role="presentation"><span>внутри</span></p></li></ul><li><p role="presentation"><span>два</span></p></li></ul></b><br class="Apple-interchange-newline">`,
  "## План\n\nОбычный **жирный *и курсив*** и [ссылка](https://example.org/a_b?x=1)\n\n- раз\n  - внутри\n- два");

becomes("LibreOffice: lists inside items, ordered inside bulleted, <font> ignored",
  `<h1 class="western"><font face="Liberation Sans">Отчёт</font></h1><ul><li><p>один</p><ol><li><p>а</p></li><li><p>б</p></li></ol></li><li><p>два</p></li></ul>`,
  "## Отчёт\n\n- один\n  1. а\n  2. б\n- два");

becomes("a web page: wrappers, scripts, images and buttons go, links and quotes stay",
  `<div><div class="x"><script>alert(1)</script><p>See <a href="https://example.org/page (1)">the <strong>law</strong></a> or <a href="javascript:alert(1)">this</a> or <a href="#top">up</a>.<img src="x.png" alt="photo"></p><blockquote><p>One.</p><p>Two.</p></blockquote><button>Like</button></div></div>`,
  "See [the **law**](https://example.org/page%20%281%29) or this or up.\n\n> One.\n>\n> Two.");

becomes("text that looks like Markdown stays text",
  `<p>5 * 3 * 2, snake_case, _вот_, [1] и &lt;b&gt;</p><p># не заголовок</p><p>- не список</p><p>2026. Год</p>`,
  "5 \\* 3 \\* 2, snake_case, \\_вот\\_, \\[1] и \\<b>\n\n\\# не заголовок\n\n\\- не список\n\n2026\\. Год");

becomes("broken bold is joined, blanks and final punctuation stay outside",
  `<p><b>При</b><b>вет</b><b> мир:</b>дом <b> </b><i>раз. </i>два</p>`, "**Привет мир**:дом *раз*. два");

becomes("line breaks: one breaks the line, two begin a paragraph",
  `<p>Бишкек,<br>Чүй 1<br><br>Телефон</p>`, "Бишкек,  \nЧүй 1\n\nТелефон");

becomes("soft hyphens, zero-width and non-breaking blanks are cleaned", `<p>сло\u00adво\u200b&nbsp;&nbsp;тут</p>`, "слово тут");
becomes("plain inline text without any block", `<span>просто <b>слово</b></span>`, "просто **слово**");

test("nothing readable gives nothing", () => {
  for (const html of ["", "<p>&nbsp;</p>", "<img src=x>"]) assert.equal(htmlToMarkdown(page(html)), "");
});
