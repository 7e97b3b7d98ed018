/** The beginnings of the names of the months, January first, Kazakh and Russian: endings follow («22 қаңтарда», «22 января»). */
export const monthForms: readonly string[] = [
  'қаңтар|январ',
  'ақпан|феврал',
  'наурыз|март',
  'сәуір|апрел',
  'мамыр|ма[йяе]',
  'маусым|июн',
  'шілде|июл',
  'тамыз|август',
  'қыркүйе|сентябр',
  'қазан|октябр',
  'қараша|ноябр',
  'желтоқсан|декабр',
];
