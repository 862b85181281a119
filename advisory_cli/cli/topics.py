"""What ``advisory help TOPIC`` tells: rules that hold for many commands, in words for people who use them."""

from typing import Final

TOPICS: Final = {
    "exit-codes": """\
Every command ends with a number for scripts, as "echo $?" shows it:

  0    done; what was written is on the disk
  1    nothing found, or declined; doctor and check: something to look at
  2    misuse: a command, option or value that makes no sense, or several texts
       fit
  3    refused, or trouble: embargo, another content under the same number, a
       file or an archive that cannot be read or written, locked or damaged
  4    some inputs of many failed; the others are done
  130  interrupted by Ctrl-C; what was said to be done is done

A reader who leaves early, as in "advisory list | head -1", is no error.
""",
    "references": """\
A text is known by its index number, without quotes and in any spelling:

  advisory show EUR 57/002/2012
  advisory show eur57/2/2012 MDE 13/09/91   several at once
  advisory show EUR 57/002/2012@ru          the text in Russian
  advisory show '#17'                       by the id in this archive; also: 17
  advisory show 'EUR 57/002/2012#2'         its second revision
  advisory show 'EUR 57/002/2012#2@ru'      of the Russian text

A number stands for all texts of a work. Where a command needs one text, it
takes the one in your language, or says which there are. A damaged number is
never guessed: the message says what is near.

In most shells # begins a comment where it stands first: write '#17' or 17.
""",
    "query": """\
Words stand side by side, and all must match; quotes are needed only for what
the shell would take for itself: brackets, *, ", ~, <, > and the like.

  advisory search Zhanaozen strike
  advisory search Zhanaozen OR Almaty
  advisory search torture NOT Kazakhstan    also: torture -Kazakhstan
  advisory search '(strike OR protest) police'
  advisory search '"excessive force"'       these words in this order
  advisory search '"police force"~5'        in any order, up to 5 words between
  advisory search 'detain*'                 words that begin so: detainees, ...
  advisory search '=Aliev'                  as written, no other spelling
  advisory search speaker:Dalhuisen country:KAZ date:2011-12..2012-03
  advisory search is:corrected has:quotes
  advisory search EUR 57/002/2012           the text of that number first
  advisory search EUR 57/002/2012@ru        in Russian

Fields: ref title body language date year country region kind speaker contact
tag status organisation note. States: is:withdrawn is:corrected is:embargoed
is:internal is:redacted; has:quotes has:contacts has:links. saved:NAME is a
query kept with "advisory search --save NAME ...".

Hits come in this order: the text with that number; words as written; other
accents or capitals; other endings; other scripts; one or two letters off. list,
export, tag, remove and others take the same queries; those that write are
narrow: accents and capitals at most. "advisory search --explain ..." says how a
query was read.
""",
    "files": """\
Where the archive is comes from, in this order: --archive PATH;
ADVISORY_ARCHIVE; the line archive = "PATH" in the configuration file; the
nearest data/advisories.json in this folder or one above it; your data folder.
"advisory config show" says which.

  advisories.json          the archive: a TinyDB file, one revision a line
  advisories.json.lock     who is writing
  originals/               the files as they came, named by their SHA-256
  saved-searches.json      queries kept with "advisory search --save"
  failures.tsv             what could not be added last, if anything
  taken-apart.tsv          hashes of added mails and archives; can be deleted
  import-failures.jsonl    rows that could not be imported last, if any
  .advisories.index/       for searching; made from the archive, can be deleted
  advisories.json.torn-1, .foreign-1, .damaged-1
                           copies set aside; "advisory doctor" names them

Make copies of the whole folder; that is the backup. Nothing in it is encrypted:
keep it on an encrypted disk. New files can be read by you alone.

Configuration file: ~/.config/advisory/config.toml, or the one that
ADVISORY_CONFIG names; "advisory config path" prints it. It has one setting so
far:

  archive = "/home/maria/press"
""",
    "environment": """\
  ADVISORY_ARCHIVE   the archive: its file (.json) or its folder
  ADVISORY_CONFIG    the configuration file
  ADVISORY_EDITOR    the editor of "add" and "edit"; else VISUAL, EDITOR, vi
  ADVISORY_PAGER     what shows long texts on a terminal; else PAGER, less
  ADVISORY_USER      the name written into the history; else your login name
  NO_COLOR           set to anything: no colour
  FORCE_COLOR        set to anything: tables and colour also in a pipe
  TERM=dumb          no colour
  COLUMNS            how wide the terminal is, where it does not say so itself
  LESS               options of less; FRX where it is not set
  LC_ALL, LC_MESSAGES, LANG
                     your language, for works that are there in several
  XDG_DATA_HOME, XDG_CONFIG_HOME
                     your data folder and configuration folder

Options go before the environment: --archive, --color auto|always|never,
--no-pager. Nothing is sent anywhere: there is no network but for an address
that you type.
""",
}
"""Topic to text of at most 80 columns."""
