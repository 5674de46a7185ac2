/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "exchange/export.h"
#include "exchange/listing-marking.h"
#include "pack/listing-pages.h"
#include "store/safe-file.h"
#include "words/error.h"
#include "words/query.h"

#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

/* What the options say. */
typedef struct
{
  char *output;
  char *format;
  char *columns;
  char **conditions;
  char *sort;
  int limit;
  gboolean all;
  gboolean exact;
  gboolean byte_order_mark;
  char *paper;
  gboolean landscape, portrait;
  gboolean tiled, empty;

  /* What follows from it */
  gboolean pdf, several;
  char *marking; /* of all tables together */
  LiaisonExportOptions options;
  LiaisonListingPrint print;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->columns);
  g_strfreev (self->conditions);
  g_free (self->sort);
  g_free (self->paper);
  g_free (self->marking);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static int
complain_of_format (const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *problem = NULL;

  for (guint i = 0; i < LIAISON_EXPORT_N_FORMATS; i++)
    g_string_append_printf (names, "%s ", liaison_export_get_info (i)->name);
  g_string_append (names, "pdf");
  problem = liaison_words_format (
      liaison_command_get_words (), N_ ("There is no format “{format}”. There are: {formats}"),
      liaison_operand_text ("format", name), liaison_operand_text ("formats", names->str));
  return liaison_command_usage (&liaison_verb_export, problem);
}

static gboolean
fill_query (LiaisonQuery *query, const Wishes *wishes, GError **error)
{
  LiaisonWords *words = liaison_command_get_words ();
  char **conditions = wishes->conditions;

  query->limit = MAX (wishes->limit, 0);
  if (wishes->columns != NULL)
    {
      if (!liaison_query_choose_columns (query, words, wishes->columns, error))
        return FALSE;
    }
  else if (wishes->exact)
    liaison_query_take_every_field (query);
  else
    liaison_query_take_usual_columns (query, wishes->all);
  if (wishes->sort != NULL && !liaison_query_sort_by (query, words, wishes->sort, error))
    return FALSE;
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (!liaison_query_add_condition (query, words, conditions[i], error))
      return FALSE;
  return TRUE;
}

static LiaisonListing *
make_listing (const Wishes *wishes,
              const LiaisonKind *kind,
              const LiaisonManner *manner,
              const LiaisonSnapshot *snapshot,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);

  if (!fill_query (query, wishes, error))
    return NULL;
  return liaison_listing_new_for_query (
      query, manner, wishes->exact ? LIAISON_LISTING_EXACT : LIAISON_LISTING_AS_TOLD, snapshot,
      cancellable, error);
}

/* One table, or all that have something in them. */
static gboolean
make_listings (const Wishes *wishes,
               const LiaisonKind *kind,
               const LiaisonSnapshot *snapshot,
               GPtrArray *listings,
               GCancellable *cancellable,
               GError **error)
{
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  guint n;

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      const LiaisonKind *each = liaison_kind_get (i);
      LiaisonListing *listing;

      liaison_snapshot_get (snapshot, i, &n);
      if (kind != NULL ? kind != each : n == 0)
        continue;
      listing = make_listing (wishes, each, &manner, snapshot, cancellable, error);
      if (listing == NULL)
        return FALSE;
      g_ptr_array_add (listings, listing);
    }
  return TRUE;
}

static gboolean
write_pdf (const Wishes *wishes,
           const GPtrArray *listings,
           const char *marking,
           GOutputStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  LiaisonWords *words = liaison_command_get_words ();
  LiaisonListing *listing = listings->pdata[0];
  const gboolean several = wishes->several;
  const char *title = several ? liaison_words_get (words, N_ ("All Tables")) : listing->title;
  const LiaisonPdfInfo info = { title, listing->exercise, NULL, wishes->print.now };
  LiaisonListingPrint print = wishes->print;

  print.setup.landscape =
      wishes->landscape
      || (!wishes->portrait && (several || listing->n_columns > LIAISON_LISTING_UPRIGHT_COLUMNS));
  g_autoptr (LiaisonPages) pages =
      several ? liaison_listings_to_pages ((LiaisonListing *const *) listings->pdata, listings->len,
                                           title, marking, &print, words)
              : liaison_listing_to_pages (listing, &print, words);
  g_autofree char *missing = NULL;

  if (!liaison_pages_flow (pages, NULL, NULL, cancellable, error))
    return FALSE;
  missing = liaison_pages_tell_missing (pages, NULL);
  if (missing != NULL)
    liaison_output_warn (missing);
  return liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, cancellable, error);
}

/* What all that is listed is marked together: no less than any part of it. */
static char *
tell_marking (const LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      guint n;
      const LiaisonBlock *const *of_kind = liaison_snapshot_get (snapshot, i, &n);

      for (guint k = 0; k < n; k++)
        g_ptr_array_add (blocks, (gpointer) of_kind[k]);
    }
  return liaison_listing_tell_marking (&manner, (const LiaisonBlock *const *) blocks->pdata,
                                       blocks->len);
}

static gboolean
write_listings (const Wishes *wishes,
                const GPtrArray *listings,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  if (wishes->pdf)
    return write_pdf (wishes, listings, wishes->marking, stream, cancellable, error);
  return liaison_export_write ((const LiaisonListing *const *) listings->pdata, listings->len,
                               &wishes->options, liaison_command_get_words (), stream, NULL, NULL,
                               cancellable, error);
}

static gboolean
save_listings (const Wishes *wishes,
               const GPtrArray *listings,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (LiaisonSafeFile) file = NULL;
  LiaisonFileStamp stamp;

  if (strcmp (wishes->output, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return write_listings (wishes, listings, output, cancellable, error);
    }
  file = liaison_safe_file_begin (wishes->output, NULL, 0, cancellable, error);
  return file != NULL
         && write_listings (wishes, listings, liaison_safe_file_get_stream (file), cancellable,
                            error)
         && liaison_safe_file_commit (file, &stamp, cancellable, error);
}

/* What was written where, for --json. */
static int
tell (const Wishes *wishes, const GPtrArray *listings)
{
  LiaisonJsonWriter *writer;
  guint64 rows = 0;

  if (!liaison_command_wants_json () || strcmp (wishes->output, "-") == 0)
    return LIAISON_EXIT_DONE;
  g_autofree char *name = g_filename_display_name (wishes->output);

  for (guint i = 0; i < listings->len; i++)
    rows += liaison_listing_get_n_rows (listings->pdata[i]);
  writer = liaison_output_begin_json ();
  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "output", name);
  liaison_json_writer_name (writer, "tables");
  liaison_json_writer_integer (writer, listings->len);
  liaison_json_writer_name (writer, "rows");
  liaison_json_writer_integer (writer, (gint64) rows);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

static int
export_tables (Wishes *wishes, const LiaisonKind *kind, const LiaisonSnapshot *snapshot)
{
  g_autoptr (GPtrArray) listings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_listing_unref);
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = liaison_interrupt_begin ();
  gboolean done;

  if (wishes->several && wishes->pdf)
    wishes->marking = tell_marking (snapshot);
  done = make_listings (wishes, kind, snapshot, listings, cancellable, &error)
         && save_listings (wishes, listings, cancellable, &error);

  liaison_interrupt_end ();
  if (done)
    return tell (wishes, listings);
  if (error->domain == LIAISON_WORDS_ERROR)
    liaison_output_warn (error->message);
  else
    liaison_command_complain (
        _ ("The table was not exported. What stood there before is as it was."), error);
  return LIAISON_EXIT_FAILED;
}

/* FALSE after a complaint. */
static gboolean
choose_format (Wishes *wishes, const LiaisonKind *kind)
{
  const char *name = wishes->format != NULL ? wishes->format : wishes->output;
  g_autofree char *small = g_ascii_strdown (name, -1);

  wishes->options.byte_order_mark = wishes->byte_order_mark;
  wishes->options.created = g_get_real_time () / G_USEC_PER_SEC;
  wishes->pdf = strcmp (small, "pdf") == 0 || g_str_has_suffix (small, ".pdf");
  if (!wishes->pdf && !liaison_export_find_format (name, &wishes->options.format))
    {
      complain_of_format (name);
      return FALSE;
    }
  wishes->several = kind == NULL;
  if (kind != NULL || wishes->pdf || liaison_export_get_info (wishes->options.format)->several)
    return TRUE;
  liaison_command_usage (&liaison_verb_export,
                         _ ("a file of this format holds one table: say which"));
  return FALSE;
}

/* FALSE after a complaint. */
static gboolean
choose_paper (Wishes *wishes)
{
  guint paper = LIAISON_PAPER_A4;

  wishes->print = (LiaisonListingPrint){ .setup = liaison_page_setup_default (),
                                         .tiled = wishes->tiled,
                                         .empty = wishes->empty,
                                         .now = wishes->options.created };
  if (wishes->paper != NULL)
    {
      g_autofree char *small = g_ascii_strdown (wishes->paper, -1);

      paper = liaison_choices_find (&liaison_papers, small, strlen (small));
    }
  wishes->print.setup.paper = paper;
  if (paper == LIAISON_PAPER_UNSET)
    liaison_command_usage (&liaison_verb_export,
                           _ ("the paper is one of a4 a5 a3 letter legal tabloid pocket"));
  return paper != LIAISON_PAPER_UNSET;
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output,
      N_ ("Where to write; its ending says the format; “-” for standard output"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &wishes.format,
      N_ ("The format: csv, tsv, xlsx, html, text, markdown or pdf"), N_ ("FORMAT") },
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &wishes.columns,
      N_ ("Export these columns, with commas between them"), N_ ("LIST") },
    { "all-columns", 'a', 0, G_OPTION_ARG_NONE, &wishes.all, N_ ("Export every column"), NULL },
    { "exact", 'x', 0, G_OPTION_ARG_NONE, &wishes.exact,
      N_ ("Write every field as the plan has it, so that nothing is lost when it is imported"),
      NULL },
    { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &wishes.conditions,
      N_ ("Export only records of which this is true; may be given several times"),
      N_ ("CONDITION") },
    { "sort", 's', 0, G_OPTION_ARG_STRING, &wishes.sort,
      N_ ("Sort by this column; with - before it from the last to the first"), N_ ("COLUMN") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &wishes.limit, N_ ("Export at most so many records"),
      N_ ("NUMBER") },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &wishes.byte_order_mark,
      N_ ("Begin CSV and TSV with a byte order mark, for programs that do not expect UTF-8"),
      NULL },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &wishes.paper,
      N_ ("The paper of a PDF: a4 (the usual one), a5, a3, letter, legal, tabloid or pocket"),
      N_ ("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &wishes.portrait,
      N_ ("A PDF with pages that stand, however many columns there are"), NULL },
    { "landscape", 'l', 0, G_OPTION_ARG_NONE, &wishes.landscape, N_ ("A PDF with pages that lie"),
      NULL },
    { "tiled", 't', 0, G_OPTION_ARG_NONE, &wishes.tiled,
      N_ ("A PDF with columns as wide as they need to be, over several pages side by side"), NULL },
    { "empty-columns", 0, 0, G_OPTION_ARG_NONE, &wishes.empty,
      N_ ("A PDF with the columns that have nothing in them too"), NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_export, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if ((argc != 2 && argc != 3) || wishes.output == NULL)
    return liaison_command_usage (&liaison_verb_export,
                                  _ ("say which plan, and where to write it with -o FILE"));
  const LiaisonKind *kind = argc == 3 ? liaison_kind_find (argv[2]) : NULL;
  if (argc == 3 && kind == NULL)
    return liaison_command_refuse_table (&liaison_verb_export, argv[2]);
  if (!choose_format (&wishes, kind) || !choose_paper (&wishes))
    return LIAISON_EXIT_FAILED;

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  wishes.print.zone = manner.zone;
  return export_tables (&wishes, kind, snapshot);
}

const LiaisonVerb liaison_verb_export = {
  "export",
  N_ ("PLAN [TABLE] -o FILE"),
  N_ ("Write a table, or all of them, for a spreadsheet or for reading"),
  run,
  N_ ("The ending of FILE says the format, or --format does: csv, tsv, xlsx, html, text, markdown, "
      "pdf. "
      "Without TABLE all tables that have records are written: in xlsx as sheets, in pdf behind "
      "contents, with the pages numbered through.\n\n"
      "Columns and conditions are those of “liaisonctl show”. Headings, names and times are those "
      "of --language and --zone. A cell that a spreadsheet would take for a formula begins with an "
      "apostrophe in csv and tsv; an import takes it off again."),
};
