/**
 * The type of an interface text that readers see: a note for the translator, the places that it may contain, and
 * whether it has plural forms (chosen by `{count}`). The texts are in `languages/<locale>/strings.yaml`.
 */
export interface StringKey {
  readonly note: string;
  readonly places?: readonly string[];
  readonly plural?: true;
  /**
   * For a key that a later version added: the key whose text stands in for it in a dictionary of an office that does not
   * have it yet, or `''` for no text. Never a text of another language.
   */
  readonly standIn?: string;
}

/** Every interface text, by key. */
export const stringKeys = {
  'language.name': {
    note: 'The name of this language in this language, as the language switch shows it.',
  },
  'date.day': {
    note: 'A full date. {month} stands in the form that goes with a day; {day} may be several: 19–25.',
    places: ['day', 'month', 'year'],
  },
  'date.month': {
    note: 'A month of a year. {month} stands alone, in its dictionary form.',
    places: ['month', 'year'],
  },
  'date.year': { note: 'A year as a heading.', places: ['year'] },
  'date.moment': { note: 'A full date with the time of day.', places: ['date', 'time'] },
  'date.range': { note: 'From one moment to another.', places: ['start', 'end'] },

  skip: { note: 'The first link of a page: jumps over the header to the text.' },
  'preview.mark': {
    note: 'On top of every page of a preview of the press office: texts are shown that are not public yet.',
  },
  'nav.label': { note: 'Names the main navigation for screen readers.' },
  'nav.home': { note: 'Link to the home page of the language.' },
  'nav.archive': { note: 'Link to the list of all announcements.' },
  'nav.topics': { note: 'Heading of the list of topics.' },
  'nav.divisions': { note: 'Heading of the list of divisions.' },
  'nav.people': { note: 'Heading of the list of people.' },
  'nav.kinds': { note: 'Heading of the list of kinds of announcement.' },
  'nav.search': { note: 'Link to the search page.' },
  'nav.subscribe': { note: 'Link to the page about feeds.' },
  'nav.contacts': { note: 'Link to the ways to reach the press office.', standIn: 'contact.title' },
  'nav.breadcrumbs': { note: 'Names the path to the present page for screen readers.' },
  'nav.footer': { note: 'Names the navigation at the foot of the page for screen readers.' },

  'switch.label': { note: 'Names the language switch for screen readers.' },
  'switch.missing': {
    note: 'Said in the language of the page the reader is on: this page does not exist in {language}; the link leads to the home page of that language.',
    places: ['language'],
  },

  'view.title': {
    note: 'Opens the settings of the version for people with low vision: the official name by which people look for it.',
  },
  'view.size': { note: 'Names the choice of text size.' },
  'view.sizeUsual': { note: 'A text size: the usual one.' },
  'view.sizeLarge': { note: 'A text size: one and a half times as large.' },
  'view.sizeLargest': { note: 'A text size: twice as large.' },
  'view.colours': { note: 'Names the choice of colours.' },
  'view.coloursUsual': { note: 'Colours: light or dark, as the reader’s device asks for.' },
  'view.coloursWhite': { note: 'Colours: black letters on white.' },
  'view.coloursBlack': { note: 'Colours: white letters on black.' },
  'view.coloursBlue': { note: 'Colours: dark blue letters on light blue.' },
  'view.coloursBeige': { note: 'Colours: brown letters on beige.' },
  'view.spacing': { note: 'Names the choice of the distances between letters, words and lines.' },
  'view.spacingUsual': { note: 'Spacing: usual.' },
  'view.spacingWide': { note: 'Spacing: wide.' },
  'view.face': { note: 'Names the choice of typeface.' },
  'view.faceUsual': { note: 'Typeface: without serifs.' },
  'view.faceSerif': { note: 'Typeface: with serifs.' },
  'view.pictures': { note: 'Names the choice of how pictures are shown.' },
  'view.picturesUsual': { note: 'Pictures: in colour.' },
  'view.picturesGrey': { note: 'Pictures: in shades of grey.' },
  'view.picturesOff': { note: 'Pictures: not shown.' },
  'view.keep': { note: 'Button: remember the settings. Seen without script only.' },
  'view.reset': { note: 'Button: back to the usual look.' },
  'view.kept': { note: 'Status: the settings are kept in this browser.' },
  'view.here': {
    note: 'Says that the settings last for this page only, since they cannot be kept.',
  },

  'home.pinned': { note: 'Heading over announcements that stay on top.' },
  'home.alerts': { note: 'Names the area with warnings that are in force.' },
  'alerts.title': {
    note: 'Title of the page that lists the warnings that are and were in force.',
    standIn: 'home.alerts',
  },
  'alerts.over': {
    note: 'Heading of the list of warnings that are no longer in force.',
    standIn: 'kind.alert',
  },
  'alerts.none': { note: 'Said where no warning is in force.', standIn: 'home.empty' },
  'home.sections': {
    note: 'Heading of links to the lists of the site: divisions, people, weeks, decisions, warnings.',
    standIn: 'nav.kinds',
  },
  'home.latest': { note: 'Heading over the newest announcements.' },
  'home.all': { note: 'Link from the newest announcements to the archive.' },
  'home.upcoming': { note: 'Heading over the events that have not ended yet, the nearest first.' },
  'home.empty': { note: 'Said where a list has no announcement yet.' },
  'home.elsewhere': { note: 'Heading over announcements that exist only in another language.' },
  'home.elsewhereHint': {
    note: 'Explains the list of announcements that are not in the reader’s language.',
  },

  'root.title': { note: 'Title of the page that offers the languages, in this language.' },
  'root.choose': { note: 'Link into the site in this language.' },

  'archive.title': { note: 'Title of the list of all announcements.' },
  'archive.page': { note: 'Title of a further page of a list.', places: ['title', 'page'] },
  'archive.years': { note: 'Heading over links to years.' },
  'archive.months': { note: 'Heading over links to the months of a year.' },
  'archive.newer': { note: 'Link to the page of the list with newer announcements.' },
  'archive.older': { note: 'Link to the page of the list with older announcements.' },
  'archive.position': {
    note: 'Where the reader is in a list of several pages.',
    places: ['page', 'pages'],
  },
  'archive.pager': { note: 'Names the links to other pages of a list for screen readers.' },
  'archive.count': { note: 'How many announcements a list holds.', plural: true },

  'topic.about': {
    note: 'Title of the list of announcements on a topic, a division, a person or a kind.',
    places: ['name'],
  },
  'scope.feed': { note: 'Link to the feed of the list on this page.' },

  'kind.news': { note: 'A kind of announcement: news (the usual one).' },
  'kind.meeting': { note: 'A kind of announcement: a working meeting that took place.' },
  'kind.event': { note: 'A kind of announcement: an event that people may attend.' },
  'kind.statement': { note: 'A kind of announcement: an official statement.' },
  'kind.alert': { note: 'A kind of announcement: a warning in force for a time.' },

  'announcement.published': { note: 'Label before the date of publication.' },
  'announcement.readingTime': { note: 'About how long it takes to read the text.', plural: true },
  'announcement.appeared': {
    note: 'When this language version came out, later than the first.',
    places: ['date'],
  },
  'announcement.updated': { note: 'When the text was last corrected.', places: ['date'] },
  'announcement.from': {
    note: 'Label before the division that an announcement comes from, below the title.',
    standIn: 'announcement.divisions',
  },
  'announcement.divisions': { note: 'Label before the divisions concerned.' },
  'announcement.people': { note: 'Heading over the people the announcement is about.' },
  'announcement.topics': { note: 'Label before the topics.' },
  'announcement.machine': { note: 'Tells readers that a machine translated this text.' },
  'announcement.machineSource': {
    note: 'Link to the version that was translated.',
    places: ['language'],
  },
  'announcement.olderThanSource': {
    note: 'Tells readers that the text that this one translates has been changed since; the link to it follows.',
  },
  'announcement.withdrawn': {
    note: 'Heading of the notice that an announcement was withdrawn.',
    places: ['date'],
  },
  'announcement.removed': {
    note: 'Heading of the page that stands where a removed announcement stood.',
    places: ['date'],
  },
  'announcement.removedTitle': {
    note: 'Title of the page that stands where a removed announcement stood.',
  },
  'announcement.expired': {
    note: 'Tells that what the announcement says is no longer in force.',
    places: ['date'],
  },
  'announcement.expires': { note: 'Tells until when an alert is in force.', places: ['date'] },
  'announcement.old': {
    note: 'Tells that the announcement was published more than five years ago and may be outdated.',
  },
  'announcement.updates': {
    note: 'Heading over the list of what has happened since, newest first.',
    standIn: 'announcement.corrections',
  },
  'announcement.corrections': { note: 'Heading over the list of corrections.' },
  'announcement.outcomes': { note: 'Heading over the list of what a meeting decided.' },
  'announcement.due': { note: 'By when something decided is to be done.', places: ['date'] },
  'outcome.open': { note: 'Something decided that is still to be done.' },
  'outcome.done': { note: 'Something decided that has been done.' },
  'announcement.attachments': { note: 'Heading over files to download.' },
  'announcement.attachment': {
    note: 'Type and size of a file, for example: PDF, 120 KB.',
    places: ['type', 'size'],
  },
  'announcement.press': { note: 'Heading over the archive for journalists.' },
  'announcement.kit': {
    note: 'Link to the archive for journalists, which holds the texts and the pictures.',
  },
  'announcement.gallery': { note: 'Heading over pictures.' },
  'announcement.contact': {
    note: 'Heading over the contact for questions about the announcement.',
  },
  'announcement.credit': { note: 'Who took a picture.', places: ['name'] },
  'announcement.newer': { note: 'Link to the next newer announcement.' },
  'announcement.related': {
    note: 'Heading over other announcements about the same people, topics or divisions.',
  },
  'announcement.relatedBy': {
    note: 'Why another announcement is offered: the people, topics and divisions that both are about.',
    places: ['names'],
  },
  'announcement.share': { note: 'Heading over the ways to pass the page on.' },
  'announcement.copy': { note: 'Button that copies the address of the page.' },
  'announcement.copied': { note: 'Status: the address of the page has been copied.' },
  'announcement.send': { note: 'Button that opens the ways to share that the device has.' },
  'announcement.address': {
    note: 'The address of the page, on paper and where it could not be copied.',
    places: ['address'],
  },
  'announcement.older': { note: 'Link to the next older announcement.' },
  'announcement.sequence': {
    note: 'Names the links to the newer and older announcement for screen readers.',
  },
  'announcement.held': {
    note: 'Mark on a text that is not public yet, in the preview of the press office.',
  },
  'event.when': { note: 'Label before the time of an event.' },
  'event.where': { note: 'Label before the place of an event.' },
  'event.running': { note: 'Tells that an event is taking place as of now.' },
  'event.over': { note: 'Tells that an event is over.' },
  'event.online': { note: 'Label before the address at which an event can be followed online.' },
  'event.calendar': { note: 'Label before the link that adds an event to the reader’s calendar.' },
  'event.add': { note: 'Link that adds an event to the reader’s calendar.' },
  'size.kilobytes': { note: 'A size in kilobytes.', places: ['size'] },
  'size.megabytes': { note: 'A size in megabytes.', places: ['size'] },

  'body.footnotes': { note: 'Heading over the footnotes of a text.' },
  'body.footnoteBack': {
    note: 'Link from a footnote back to its place in the text; {reference} is its number.',
    places: ['reference'],
  },
  'body.watch': { note: 'Link to a film on another site.', places: ['title'] },
  'body.described': {
    note: 'Name of a second film, in which a voice says what the pictures show (audio description).',
    places: ['title'],
  },
  'body.table': { note: 'Names a table without a caption for screen readers.' },
  'body.info': { note: 'Word before a note inside a text.' },
  'body.warning': { note: 'Word before a warning inside a text.' },

  'division.head': { note: 'Label before the head of a division.' },
  'division.parent': { note: 'Label before the division that this one belongs to.' },
  'division.parts': { note: 'Heading over the divisions that belong to this one.' },
  'contact.phone': { note: 'Label before a phone number.' },
  'contact.email': { note: 'Label before an e-mail address.' },
  'contact.address': { note: 'Label before a postal address.' },
  'contact.hours': { note: 'Label before opening hours.' },
  'contact.title': { note: 'Heading over the contacts of the press office.' },
  'contact.accounts': { note: 'Heading over the accounts in social networks.' },

  'weeks.title': { note: 'Title of the page that lists the weekly digests, and of their feed.' },
  'weeks.lead': {
    note: 'What a digest is: everything that came out in a week, made when the week is over.',
  },
  'weeks.week': {
    note: 'Title of the digest of one week. {days} are its days: 19–25 January 2026.',
    places: ['days'],
  },
  'weeks.none': { note: 'Said where no week is over yet.' },

  'outcomes.title': { note: 'Title of the page that lists what meetings decided.' },
  'outcomes.lead': {
    note: 'What that page shows: what was decided, by whom it is to be done, by when, and what came of it.',
  },
  'outcomes.count': { note: 'How many decisions there are.', plural: true },
  'outcomes.open': { note: 'Heading over decisions that are still to be carried out.' },
  'outcomes.done': { note: 'Heading over decisions that have been carried out.' },
  'outcomes.none': { note: 'Said where no meeting has decided anything yet.' },
  'outcomes.data': { note: 'Link to the same list in a form for programs (JSON).' },

  'log.title': {
    note: 'Title of the page that lists what was published, changed, withdrawn or removed, and when. Also a link in the footer.',
  },
  'log.lead': {
    note: 'What that page shows: every state of every text that was public, each line bound to the one before.',
  },
  'log.proves': {
    note: 'What the list proves: to anyone who kept an older copy of it, that nothing was changed or taken away since.',
  },
  'log.provesNot': {
    note: 'What the list does not prove: that what the texts say is true, or, to somebody without an older copy, that the list was never written anew.',
  },
  'log.verify': {
    note: 'How to check it: with the program Jarshy, by this command.',
    places: ['command'],
  },
  'log.data': { note: 'Link to the whole list in a form for programs (JSON).' },
  'log.newest': { note: 'Said where the page shows only the newest lines of a long list.' },
  'log.none': { note: 'Said where nothing has been recorded yet.' },
  'log.number': { note: 'Column of the table: the number of the line.' },
  'log.when': { note: 'Column of the table: when it was published.' },
  'log.what': { note: 'Column of the table: what happened, and to which text.' },
  'log.fingerprint': { note: 'Column of the table: the fingerprint (hash) of what the text said.' },
  'log.published': { note: 'What happened to a text: it was published.' },
  'log.changed': { note: 'What happened to a text: it was changed.' },
  'log.withdrawn': { note: 'What happened to a text: it was withdrawn.' },
  'log.removed': { note: 'What happened to a text: it was removed, body and all.' },
  'log.gone': {
    note: 'What happened to a text: it is not public under this name any more (it moved, or an earlier state of the site was restored).',
  },
  'log.rolled-back': {
    note: 'What happened to the whole site: an earlier state of it was made public again.',
  },

  'search.title': { note: 'Title of the search page.' },
  'search.label': { note: 'Label of the search field.' },
  'search.submit': { note: 'Button that starts the search.' },
  'search.hint': {
    note: 'One or two short sentences under the search field: a word may be typed in any form, a phrase in quotation marks is searched exactly.',
  },
  'search.loading': { note: 'Status while the search is being loaded.' },
  'search.results': {
    note: 'Status: how many announcements were found for the words.',
    places: ['query'],
    plural: true,
  },
  'search.read': {
    note: 'Status: nothing was found as it was typed (other keyboard, other letters, a slip); {count} announcements are shown for {read}.',
    places: ['query', 'read'],
    plural: true,
  },
  'search.some': {
    note: 'Status: no announcement has all of the words; {count} announcements are shown that have some of them.',
    places: ['query'],
    plural: true,
  },
  'search.besides': {
    note: 'Second sentence of the status: below the results that have all words stand {count} that have some of them.',
    plural: true,
    standIn: '',
  },
  'search.partly': {
    note: 'At a result that has only some of the words, where others have all.',
    standIn: '',
  },
  'search.forms': {
    note: 'Status: the phrase in quotation marks is nowhere as it was typed; {count} announcements have the same words one behind the other in other forms.',
    places: ['query'],
    plural: true,
    standIn: 'search.some',
  },
  'search.words': {
    note: 'Status: the phrase in quotation marks is nowhere, in no form; {count} announcements have its words in other places.',
    places: ['query'],
    plural: true,
    standIn: 'search.some',
  },
  'search.shortened': {
    note: 'Second sentence of the status: the question is too long, so only its first {count} words were searched.',
    plural: true,
    standIn: '',
  },
  'search.filtered': {
    note: 'Status: {count} announcements were found, but the filters that are chosen let none of them through.',
    places: ['query'],
    plural: true,
  },
  'search.none': { note: 'Status: nothing was found.', places: ['query'] },
  'search.elsewhere': {
    note: 'Status: nothing was found in the language of the page; {count} announcements were found in the other languages of the site, and are shown below.',
    places: ['query'],
    plural: true,
    standIn: 'search.none',
  },
  'search.entries': {
    note: 'Status: no announcement was found, but other pages of the site were: divisions, people, topics. They are shown below.',
    places: ['query'],
    standIn: '',
  },
  'search.inOtherLanguages': {
    note: 'Heading over results in the other languages of the site.',
    standIn: 'search.allLanguages',
  },
  'search.meant': {
    note: 'Before queries that may have been meant, when a word may be mistyped. Ends in a colon.',
    standIn: '',
  },
  'search.suggestions': {
    note: 'Name of the list of titles that are suggested while one types.',
    standIn: 'search.title',
  },
  'search.failed': { note: 'Status: the search could not be loaded.' },
  'search.offline': {
    note: 'Status: there is no connection; the search is tried again by itself, and by the button “search.retry”.',
    standIn: 'search.failed',
  },
  'search.server': {
    note: 'Status: the server does not give a file of the search; it is tried again by itself.',
    standIn: 'search.failed',
  },
  'search.damaged': {
    note: 'Status: a file of the search arrived damaged; it is tried again by itself.',
    standIn: 'search.failed',
  },
  'search.missing': {
    note: 'In place of one result whose text could not be loaded; it is tried again by itself.',
    standIn: 'search.failed',
  },
  'search.retry': { note: 'Button that tries a failed search again.', standIn: 'search.submit' },
  'search.more': { note: 'Button that shows further results.' },
  'search.filters': {
    note: 'Opens the part of the form with filters and the order of the results.',
  },
  'search.any': { note: 'First choice of a filter: no restriction.' },
  'search.topic': { note: 'Label of a filter: the topic.' },
  'search.division': { note: 'Label of a filter: the division.' },
  'search.kind': { note: 'Label of a filter: the kind of announcement.' },
  'search.year': { note: 'Label of a filter: the year of publication.' },
  'search.sort': { note: 'Label of the choice of order.' },
  'search.byRelevance': { note: 'An order of results: what fits best first.' },
  'search.byDate': { note: 'An order of results: the newest first.' },
  'search.allLanguages': { note: 'Checkbox: search also in the other languages of the site.' },
  'search.withoutScript': {
    note: 'Said where the browser runs no script: search needs it, and these ways lead to the texts without.',
  },
  'search.ways': { note: 'Heading over other ways to find an announcement.' },

  'subscribe.title': { note: 'Title of the page about feeds.' },
  'subscribe.lead': {
    note: 'First paragraph of the page about feeds: what a feed is, for a person who has never used one.',
  },
  'subscribe.howTitle': { note: 'Heading over the steps.' },
  'subscribe.step1': { note: 'First step: choose a feed reader.' },
  'subscribe.step2': { note: 'Second step: copy the address of a feed below.' },
  'subscribe.step3': { note: 'Third step: paste the address into the reader.' },
  'subscribe.privacy': { note: 'That subscribing needs no registration and no personal data.' },
  'subscribe.feeds': { note: 'Heading over the table of feeds.' },
  'subscribe.what': { note: 'Head of the column that says what a feed holds.' },
  'subscribe.address': { note: 'Head of the column with the address of a feed.' },
  'subscribe.everything': { note: 'The feed with all announcements of the language.' },
  'subscribe.otherLanguages': { note: 'Heading over the feeds in other languages.' },

  'subscribe.formats': {
    note: 'Tells which of the three addresses of a feed to take: RSS works everywhere; Atom and JSON Feed hold the same.',
  },
  'subscribe.copy': { note: 'Button beside an address: puts it into the clipboard.' },
  'subscribe.copied': { note: 'Status after that button was pressed.' },
  'subscribe.byHand': {
    note: 'Status where the browser lets no page write into the clipboard: the address, to be copied by hand.',
    places: ['address'],
  },

  'subscribe.weeksTitle': { note: 'Heading over the feed of weekly digests.' },
  'subscribe.weeks': {
    note: 'For whom that feed is: one entry a week in place of each announcement.',
  },
  'subscribe.calendarTitle': { note: 'Heading over the address of the calendar of all events.' },
  'subscribe.calendar': {
    note: 'What that calendar is: a calendar program shows all events of the press office and follows their changes.',
  },
  'subscribe.calendarName': { note: 'What the calendar holds: all events in this language.' },

  'subscribe.dataTitle': { note: 'Heading over the addresses of the open data.' },
  'subscribe.data': {
    note: 'What the open data are: every announcement in forms that programs and tables can read.',
  },
  'subscribe.dataNewest': {
    note: 'The newest announcements as JSON, from which a program can go on to older ones.',
  },
  'subscribe.dataTable': { note: 'All announcements as a table (CSV).' },
  'subscribe.dataOutcomes': { note: 'What meetings decided, as JSON.' },

  'feed.heading': {
    note: 'Heading over the explanation that a person sees who opens the address of a feed in a browser.',
  },
  'feed.explanation': {
    note: 'That explanation: this is an address for a feed reader, and what to do with it.',
  },
  'feed.link': { note: 'Link from that explanation to the page about feeds.' },

  'notFound.title': { note: 'Title of the page shown when an address does not exist.' },
  'notFound.text': { note: 'What the reader can do when an address does not exist.' },
  'notFound.search': {
    note: 'Link on the page shown when an address does not exist: searches the words of that address.',
    places: ['words'],
  },
  'moved.title': { note: 'Title of the page that leads from an old address to the new one.' },
  'moved.text': { note: 'Sentence before the link to the new address.' },

  'footer.source': { note: 'Line at the foot: who publishes the site.', places: ['name'] },
  'footer.fault': {
    note: 'Link that opens a letter to the press office about a fault on the page.',
  },
  'footer.faultSubject': { note: 'Subject of that letter.', places: ['title'] },
  'footer.faultBody': {
    note: 'Beginning of that letter: the address of the page, then the question what is wrong.',
    places: ['address'],
  },
} as const satisfies Record<string, StringKey>;

export type StringId = keyof typeof stringKeys;

/** Every key, in the order above. */
export const stringIds = Object.keys(stringKeys) as readonly StringId[];
