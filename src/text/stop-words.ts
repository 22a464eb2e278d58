/**
 * German words that say nothing about what a text is about, folded. Words on which the law turns stay out of it:
 * nicht, kein, ohne, nur, gegen, vor, nach, bis, muss, kann, darf, soll.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'ab aber als also am an auch auf aus bei beim bin bist da dabei dadurch dafur damit dann daran darauf daraus ' +
    'darin das dass davon dazu dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch ' +
    'dort du durch ein eine einem einen einer eines er es etwas eure euer fur gibt hab habe haben hat hatte hatten ' +
    'hier hoch ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je jede jedem jeden jeder jedes jene ' +
    'jetzt lang lange man mein meine mich mir mit nun ob oder sein seine seinem seinen seiner seines sich sie sind so sodass ' +
    'solche soweit sowie sowohl uber um und uns unser unsere viel viele vom von wann war waren warum was weil welche welchem ' +
    'welchen welcher welches wem wen wenn wer werde werden wie wieso wird wo wobei wodurch wofur wohin worauf wurde ' +
    'wurden zu zum zur zwar'
  ).split(' '),
)
