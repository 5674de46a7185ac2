/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-calendar.h"
#include "import-report.h"
#include "interrupt.h"

#include "edit/editor.h"
#include "exchange/book.h"
#include "exchange/import-profile.h"
#include "words/manner-reading.h"

#include <string.h>

/* What the options say. */
typedef struct
{
  char *output, *sheet, *profile, *save_profile, *key, *dates, *encoding, *separator, *nations;
  char **gone; /* records that are to go when the file does not have them any more */
  gboolean dry_run, strict, create, mark, clear, hidden, all, remove;
} Wishes;

static void
wishes_clear (Wishes *self)
{
  g_free (self->output);
  g_free (self->sheet);
  g_free (self->profile);
  g_free (self->save_profile);
  g_free (self->key);
  g_free (self->dates);
  g_free (self->encoding);
  g_free (self->separator);
  g_free (self->nations);
  g_strfreev (self->gone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static gint64
get_now (gpointer data)
{
  return *(gint64 *) data;
}

/* A sentence for people, and what the reader said in small. */
static void
complain (const GError *error)
{
  const char *sentence = liaison_exchange_tell_error (liaison_command_get_words (), error);

  liaison_command_complain (
      sentence != NULL ? sentence : _ ("The file could not be read. Nothing was changed."), error);
}

static void
complain_of (const char *msgid, const char *text)
{
  g_autofree char *problem = liaison_words_format (liaison_command_get_words (), msgid,
                                                   liaison_operand_text ("text", text));
  g_autofree char *plain = liaison_words_dup_without_isolates (problem);

  liaison_output_warn (plain);
}

/* The file */

static LiaisonSheet *
read_sheet (const Wishes *wishes, const char *path)
{
  g_autoptr (LiaisonBook) book = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonSheet *sheet;
  guint index;
  LiaisonCsvDialect dialect = { .language =
                                    liaison_words_get_language (liaison_command_get_words ()) };

  if (wishes->encoding != NULL)
    dialect.encoding = liaison_encoding_find (wishes->encoding);
  if (wishes->separator != NULL)
    dialect.separator = g_str_equal (wishes->separator, "tab") ? '\t' : *wishes->separator;
  book = liaison_book_open (path, &dialect, liaison_interrupt_begin (), &error);
  if (book == NULL)
    {
      liaison_interrupt_end ();
      complain (error);
      return NULL;
    }
  index = liaison_book_get_first_sheet (book);
  if (wishes->sheet != NULL && !liaison_book_find_sheet (book, wishes->sheet, &index))
    {
      liaison_interrupt_end ();
      complain_of (N_ ("There is no sheet “{text}” in this file."), wishes->sheet);
      return NULL;
    }
  sheet = liaison_book_read_sheet (book, index, NULL, NULL, liaison_interrupt_begin (), &error);
  liaison_interrupt_end ();
  if (sheet == NULL)
    complain (error);
  return sheet;
}

/* The mapping */

static gboolean
choose_keys (LiaisonImportMapping *mapping, const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);
  guint n = 0, index;

  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    mapping->keys[i] = -1;
  for (guint i = 0; names[i] != NULL && n < LIAISON_IMPORT_MAX_KEYS; i++)
    {
      if (liaison_shape_find (&mapping->kind->shape, g_strstrip (names[i]), &index) == NULL)
        {
          complain_of (N_ ("There is no field “{text}” to know records by."), names[i]);
          return FALSE;
        }
      mapping->keys[n++] = (gint16) index;
    }
  return TRUE;
}

static gboolean
apply_wishes (LiaisonImportMapping *mapping, const Wishes *wishes)
{
  if (liaison_command_get_asked_zone () != NULL)
    liaison_import_mapping_set_zone (mapping, liaison_command_get_asked_zone ());
  if (wishes->dates != NULL)
    mapping->month_first = g_str_equal (wishes->dates, "month");
  mapping->create |= wishes->create;
  mapping->mark |= wishes->mark;
  mapping->empty_clears |= wishes->clear;
  mapping->hidden_rows |= wishes->hidden;
  if (wishes->remove)
    mapping->gone = LIAISON_IMPORT_GONE_REMOVE;
  return wishes->key == NULL || choose_keys (mapping, wishes->key);
}

static LiaisonImportMapping *
apply_profile (const char *path,
               const LiaisonSheet *sheet,
               const LiaisonManner *manner,
               const LiaisonSnapshot *snapshot)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonImportMapping *mapping = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    mapping = liaison_import_profile_apply (text, (gssize) length, sheet, manner, snapshot, &error);
  if (mapping == NULL)
    complain (error);
  return mapping;
}

static LiaisonImportMapping *
make_mapping (const Wishes *wishes,
              const LiaisonSheet *sheet,
              const LiaisonKind *kind,
              const LiaisonManner *manner,
              const LiaisonSnapshot *snapshot)
{
  g_autoptr (LiaisonImportMapping) mapping = NULL;

  if (wishes->profile != NULL)
    mapping = apply_profile (wishes->profile, sheet, manner, snapshot);
  else
    {
      if (kind == NULL)
        kind = liaison_import_guess_kind (sheet);
      if (kind == NULL)
        {
          liaison_output_warn (_ ("Which table this is for cannot be seen from its headings: "
                                  "name it before the file."));
          return NULL;
        }
      mapping = liaison_import_guess (sheet, kind, manner, snapshot);
    }
  if (mapping == NULL || !apply_wishes (mapping, wishes))
    return NULL;
  return g_steal_pointer (&mapping);
}

/* Columns that nothing was made of should not go unnoticed. */
static void
warn_ignored (const LiaisonImportMapping *mapping)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->columns[i].role == LIAISON_IMPORT_IGNORE && *mapping->columns[i].heading != '\0')
      complain_of (N_ ("The column “{text}” is not imported: nothing here is called so."),
                   mapping->columns[i].heading);
}

static void
warn_questions (const LiaisonSheet *sheet,
                const LiaisonImportMapping *mapping,
                const Wishes *wishes)
{
  LiaisonImportQuestions questions;

  liaison_import_ask (sheet, mapping, &questions);
  if (questions.date_order && wishes->dates == NULL && wishes->profile == NULL)
    liaison_output_warn (
        mapping->month_first
            ? _ ("Dates such as 05/04/2027 are read with the month first; --dates day has it "
                 "the other way round.")
            : _ ("Dates such as 05/04/2027 are read with the day first; --dates month has it "
                 "the other way round."));
  if (liaison_sheet_get_notes (sheet) & LIAISON_SHEET_WIDE)
    liaison_output_warn (_ ("Columns far to the right were left out."));
  if (liaison_sheet_get_notes (sheet) & LIAISON_SHEET_UNCALCULATED)
    liaison_output_warn (_ ("Some formulas have no values saved with them; open the file in its "
                            "program and save it again."));
  if (liaison_sheet_get_notes (sheet) & LIAISON_SHEET_OPEN_QUOTE)
    liaison_output_warn (_ ("A quotation mark is never closed: everything after it is one cell."));
}

static gboolean
save_profile (const LiaisonImportMapping *mapping, const char *path)
{
  g_autofree char *text = liaison_import_profile_write (mapping);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, text, -1, &error))
    return TRUE;
  liaison_command_complain (_ ("The profile could not be written."), error);
  return FALSE;
}

/* What is gone */

static gboolean
is_named (const LiaisonManner *manner, const LiaisonBlock *block, const char *name)
{
  g_autofree char *title = liaison_manner_tell_block_name (manner, block);
  g_autofree char *folded = liaison_import_names_fold (name);
  g_autofree char *told = liaison_import_names_fold (title);
  const char *code = liaison_reading_get_code (block);
  LiaisonId id;

  if (liaison_id_parse (name, strlen (name), &id))
    return liaison_id_same (id, block->id);
  return g_str_equal (name, "all") || g_strcmp0 (name, code) == 0 || g_str_equal (folded, told);
}

/* The records that are gone and may go; NULL after a complaint: one of the names is none of them.
 */
static LiaisonImportWishes *
choose_gone (const Wishes *wishes, const LiaisonImportPreview *preview, const LiaisonManner *manner)
{
  g_autoptr (LiaisonImportWishes) chosen = liaison_import_wishes_new ();

  for (guint i = 0; wishes->gone[i] != NULL; i++)
    {
      gboolean found = g_str_equal (wishes->gone[i], "all");

      for (guint k = 0; k < liaison_import_preview_get_n_rows (preview); k++)
        {
          const LiaisonImportRow *row = liaison_import_preview_get_row (preview, k);

          if (row->state != LIAISON_IMPORT_GONE || !is_named (manner, row->before, wishes->gone[i]))
            continue;
          liaison_import_wishes_set_gone (chosen, row->before->id, TRUE);
          found = TRUE;
        }
      if (found)
        continue;
      complain_of (N_ ("“{text}” is none of the records that are gone."), wishes->gone[i]);
      return NULL;
    }
  return g_steal_pointer (&chosen);
}

/* The end */

static gboolean
commit (LiaisonPlan *plan, const LiaisonImportPreview *preview, gint64 now)
{
  g_autoptr (LiaisonProposal) proposal = liaison_import_preview_propose (preview);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, &now);
  g_autoptr (GError) error = NULL;

  if (proposal == NULL || liaison_editor_commit (editor, proposal, &error))
    return TRUE;
  liaison_command_complain (_ ("The import was refused. Nothing was changed."), error);
  return FALSE;
}

static int
report (const LiaisonImportPreview *preview,
        const LiaisonManner *manner,
        const Wishes *wishes,
        int status)
{
  if (!liaison_command_wants_json ())
    {
      liaison_import_report_print (preview, manner, wishes->all || wishes->dry_run);
      return status;
    }
  LiaisonJsonWriter *writer = liaison_output_begin_json ();
  liaison_import_report_write (preview, manner, status < 2 ? wishes->output : NULL, writer);
  return liaison_command_finish_json (writer, status);
}

static int
finish (LiaisonPlan *plan,
        const LiaisonImportPreview *preview,
        const LiaisonManner *manner,
        const Wishes *wishes)
{
  const LiaisonImportCounts counts = liaison_import_preview_count (preview);
  const int status =
      counts.n_errors + counts.n_warnings > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE;

  if (wishes->strict && counts.n_errors > 0)
    {
      report (preview, manner, wishes, LIAISON_EXIT_FAILED);
      liaison_output_warn (_ ("There are errors, so nothing was imported."));
      return LIAISON_EXIT_FAILED;
    }
  if (!wishes->dry_run
      && (!commit (plan, preview, manner->now * 1000)
          || !liaison_command_save (plan, wishes->output, FALSE)))
    return LIAISON_EXIT_FAILED;
  return report (preview, manner, wishes, status);
}

/* NULL after a complaint. */
static LiaisonImportPreview *
look (LiaisonSheet *sheet,
      const LiaisonImportMapping *mapping,
      const LiaisonImportWishes *chosen,
      LiaisonSnapshot *snapshot,
      const LiaisonManner *manner)
{
  g_autoptr (GError) error = NULL;
  LiaisonImportPreview *preview =
      liaison_import_preview_new (sheet, mapping, chosen, snapshot, manner, manner->now * 1000,
                                  NULL, NULL, liaison_interrupt_begin (), &error);

  liaison_interrupt_end ();
  if (preview == NULL)
    complain (error);
  return preview;
}

static int
import (const Wishes *wishes, const char *path, const LiaisonKind *kind, const char *file)
{
  g_autoptr (LiaisonPlan) plan = liaison_command_load (path);
  g_autoptr (LiaisonSheet) sheet = plan != NULL ? read_sheet (wishes, file) : NULL;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonImportMapping) mapping = NULL;
  g_autoptr (LiaisonImportPreview) preview = NULL;
  LiaisonManner manner;

  if (sheet == NULL)
    return LIAISON_EXIT_FAILED;
  snapshot = liaison_document_get_snapshot (plan->document);
  manner = liaison_command_get_manner (snapshot);
  mapping = make_mapping (wishes, sheet, kind, &manner, snapshot);
  if (mapping == NULL
      || (wishes->save_profile != NULL && !save_profile (mapping, wishes->save_profile)))
    return LIAISON_EXIT_FAILED;
  warn_ignored (mapping);
  warn_questions (sheet, mapping, wishes);
  preview = look (sheet, mapping, NULL, snapshot, &manner);
  if (preview != NULL && wishes->gone != NULL)
    {
      g_autoptr (LiaisonImportWishes) chosen = choose_gone (wishes, preview, &manner);

      g_clear_pointer (&preview, liaison_import_preview_unref);
      if (chosen != NULL)
        preview = look (sheet, mapping, chosen, snapshot, &manner);
    }
  if (preview == NULL)
    return LIAISON_EXIT_FAILED;
  return finish (plan, preview, &manner, wishes);
}

static const char *
find_misuse (const Wishes *wishes, int argc)
{
  if (argc < 3 || argc > 4)
    return _ ("say which plan and which file");
  if (wishes->output == NULL && !wishes->dry_run)
    return _ ("say where to write the plan with -o FILE, or only look with --dry-run");
  if (wishes->dates != NULL && !g_str_equal (wishes->dates, "day")
      && !g_str_equal (wishes->dates, "month"))
    return _ ("--dates is day or month");
  if (wishes->encoding != NULL && liaison_encoding_find (wishes->encoding) == 0)
    return _ ("there is no such encoding; there are UTF-8, UTF-16LE, UTF-16BE and windows-1250 "
              "to windows-1258");
  return NULL;
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  const LiaisonKind *kind = NULL;
  const char *misuse;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output,
      N_ ("Where to write the plan; “-” for standard output"), N_ ("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &wishes.sheet,
      N_ ("Sheet of a workbook, by name or number"), N_ ("SHEET") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &wishes.profile,
      N_ ("Take the columns as in this profile"), N_ ("FILE") },
    { "save-profile", 0, 0, G_OPTION_ARG_FILENAME, &wishes.save_profile,
      N_ ("Write how the columns were taken to this file"), N_ ("FILE") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &wishes.key,
      N_ ("Fields by which records are known again, such as serial or title,start"),
      N_ ("FIELDS") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &wishes.dates,
      N_ ("What comes first in 05/04/2027: day or month"), N_ ("WHICH") },
    { "create", 0, 0, G_OPTION_ARG_NONE, &wishes.create,
      N_ ("Make the sites and participants that are named and not there"), NULL },
    { "default-marking", 0, 0, G_OPTION_ARG_NONE, &wishes.mark,
      N_ ("Give new records the default marking of the exercise"), NULL },
    { "empty-clears", 0, 0, G_OPTION_ARG_NONE, &wishes.clear,
      N_ ("Let empty cells take away what the plan has"), NULL },
    { "hidden-rows", 0, 0, G_OPTION_ARG_NONE, &wishes.hidden, N_ ("Read hidden rows too"), NULL },
    { "gone", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &wishes.gone,
      N_ ("Let this record go when the file does not have it any more: its serial, name or id, or "
          "“all”; may be given several times"),
      N_ ("RECORD") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &wishes.remove,
      N_ ("Take what goes out of the plan instead of marking it as cancelled or retired"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &wishes.encoding,
      N_ ("Encoding of a text file, such as windows-1250"), N_ ("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &wishes.separator,
      N_ ("What stands between the cells of a text file; “tab” for a tab"), N_ ("MARK") },
    { "nations", 0, 0, G_OPTION_ARG_STRING, &wishes.nations,
      N_ ("For a calendar of holidays (.ics): whose they are, such as NO,FR"), N_ ("CODES") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &wishes.dry_run, N_ ("Only tell what would happen"),
      NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &wishes.strict,
      N_ ("Import nothing when a row has errors"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &wishes.all, N_ ("Tell of new rows too"), NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_import, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  misuse = find_misuse (&wishes, argc);
  if (misuse != NULL)
    return liaison_command_usage (&liaison_verb_import, misuse);
  if (argc == 4 && g_strcmp0 (argv[2], "observances") == 0 && liaison_import_is_calendar (argv[3]))
    return liaison_import_calendar (
        &(LiaisonCalendarWishes){ wishes.output, wishes.nations, wishes.mark, wishes.dry_run },
        argv[1], argv[3]);
  if (argc == 4)
    {
      kind = liaison_kind_find (argv[2]);
      if (kind == NULL || !liaison_import_is_kind (kind))
        return liaison_command_usage (&liaison_verb_import,
                                      _ ("there is no such table that can be imported into"));
    }
  return import (&wishes, argv[1], kind, argv[argc - 1]);
}

const LiaisonVerb liaison_verb_import = {
  "import",
  N_ ("PLAN [TABLE] FILE -o OUT"),
  N_ ("Take records from a spreadsheet (XLSX or CSV), observances from a calendar"),
  run,
  N_ ("Headings are known in any language of the program and by what planners call them; times in "
      "every spelling of the field. Rows with problems are told as the cell and what is wrong with "
      "it; what could be understood of them is imported all the same, unless --strict is given. "
      "Importing a file again changes what differs: records are known by --key. What the file "
      "does not have any more stays in the plan and is listed as gone, unless --gone names it.\n\n"
      "“import PLAN observances FILE.ics --nations NO” takes holidays from an iCalendar file or an "
      "https address; read again, days that moved are changed and those confirmed stay.\n\n"
      "The exit status is 1 when rows had problems."),
};
