/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "pack/imposition.h"
#include "pack/making.h"
#include "pack/template.h"
#include "store/baseline.h"
#include "store/safe-file.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MOST_COPIES 10000

/* What the options say, and what follows from it. */
typedef struct
{
  char *output, *audience, *template, *paper, *since, *same_pages;
  int copy, copies;
  gboolean all, imposed;

  LiaisonPlan *earlier;
  LiaisonSnapshot *plan, *before;
  char **languages;  /* of --same-pages */
  GPtrArray *orders; /* of LiaisonPackOrder */
  LiaisonComposingRoom *room;
  GHashTable *told;          /* warnings, each once */
  LiaisonJsonWriter *writer; /* with --json */
  guint done, total;         /* files */
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->output);
  g_free (self->audience);
  g_free (self->template);
  g_free (self->paper);
  g_free (self->since);
  g_free (self->same_pages);
  g_strfreev (self->languages);
  g_clear_pointer (&self->before, liaison_snapshot_unref);
  g_clear_pointer (&self->plan, liaison_snapshot_unref);
  g_clear_pointer (&self->earlier, liaison_plan_free);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->room, liaison_composing_room_free);
  g_clear_pointer (&self->told, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static gboolean
complain_of_audience (const char *text)
{
  g_autofree char *what = liaison_words_format (
      liaison_command_get_words (),
      /* Translators: {audience} is as it was typed, such as “role:evaluator”. */
      N_ ("There is no pack and no audience “{audience}” to which anything can be released. Give "
          "the code of a pack, a nation, “role:ROLE”, or the code of a liaison post or event."),
      liaison_operand_text ("audience", text));

  liaison_command_complain (what, NULL);
  return FALSE;
}

static LiaisonPackOrder *
order_record (const Wishes *self, const LiaisonBlock *pack)
{
  return liaison_pack_order_new_for_record (self->plan, pack, liaison_command_get_asked_language (),
                                            NULL);
}

/* The pack of this code, else the first one that is for this audience; NULL: there is none. */
static LiaisonPackOrder *
find_record (const Wishes *self, const LiaisonAudience *audience)
{
  const LiaisonBlock *const *packs;
  guint n;

  packs = liaison_snapshot_get (self->plan, LIAISON_KIND_PACK, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (LIAISON_DATA (Pack, packs[i])->code, self->audience) == 0)
      return order_record (self, packs[i]);
  for (guint i = 0; audience != NULL && i < n; i++)
    {
      g_autoptr (LiaisonAudience) each = liaison_audience_new_for_pack (self->plan, packs[i], NULL);

      if (each != NULL && strcmp (each->name, audience->name) == 0)
        return order_record (self, packs[i]);
    }
  return NULL;
}

/* What people of this kind usually carry. */
static const char *
choose_template (const LiaisonAudience *audience)
{
  switch (audience->type)
    {
    case LIAISON_AUDIENCE_POST:
      return "liaison-officer";
    case LIAISON_AUDIENCE_EVENT:
      return "room-cards";
    case LIAISON_AUDIENCE_ROLE:
      return audience->control ? "exercise-control" : "nation-pack";
    default:
      return "nation-pack";
    }
}

static gboolean
order_one (Wishes *self)
{
  g_autoptr (LiaisonAudience) audience = liaison_audience_parse (self->plan, self->audience, NULL);
  LiaisonPackOrder *order = self->template == NULL ? find_record (self, audience) : NULL;
  g_autoptr (LiaisonBlock) template = NULL;

  if (order == NULL && audience != NULL)
    {
      template = liaison_pack_template_find (self->template != NULL ? self->template
                                                                    : choose_template (audience));
      if (template == NULL)
        {
          g_autofree char *names = g_strjoinv (" ", (char **) liaison_pack_template_list ());
          g_autofree char *problem =
              liaison_words_format (liaison_command_get_words (),
                                    N_ ("There is no template “{template}”. There are: {names}"),
                                    liaison_operand_text ("template", self->template),
                                    liaison_operand_text ("names", names));

          liaison_command_complain (problem, NULL);
          return FALSE;
        }
      order = liaison_pack_order_new_for_template (self->plan, template, audience,
                                                   liaison_command_get_asked_language ());
    }
  if (order == NULL)
    return complain_of_audience (self->audience);
  g_ptr_array_add (self->orders, order);
  return TRUE;
}

static gboolean
order_all (Wishes *self)
{
  g_ptr_array_unref (self->orders);
  self->orders =
      liaison_pack_orders_new_for_plan (self->plan, liaison_command_get_asked_language ());
  if (self->orders->len == 0)
    liaison_command_complain (_ ("There is no pack in this plan."), NULL);
  return self->orders->len > 0;
}

/* On a terminal: “Pack 3 of 17”. */
static void
tell_progress (const Wishes *self)
{
  g_autofree char *line = NULL;

  if (!isatty (STDERR_FILENO) || self->total < 2)
    return;
  line = liaison_words_format (liaison_command_get_words (), N_ ("Pack {n} of {all}…"),
                               liaison_operand_integer ("n", self->done + 1),
                               liaison_operand_integer ("all", self->total));
  g_printerr ("\r%s\033[K", line);
}

static void
write_member (const Wishes *self,
              const LiaisonPackOrder *order,
              const LiaisonRedaction *redaction,
              const char *path,
              guint copy,
              guint pages,
              const char *hash)
{
  g_autofree char *name = g_filename_display_name (path);

  if (self->writer == NULL)
    return;
  liaison_json_writer_begin_object (self->writer);
  liaison_command_write_member (self->writer, "output", name);
  liaison_command_write_member (self->writer, "code", order->code);
  liaison_command_write_member (self->writer, "audience", order->audience->name);
  liaison_command_write_member (self->writer, "language", order->language);
  if (copy > 0)
    {
      liaison_json_writer_name (self->writer, "copy");
      liaison_json_writer_integer (self->writer, copy);
    }
  liaison_json_writer_name (self->writer, "pages");
  liaison_json_writer_integer (self->writer, pages);
  liaison_json_writer_name (self->writer, "withheld");
  liaison_json_writer_integer (self->writer, redaction->n_records);
  liaison_command_write_member (self->writer, "sha256", hash);
  liaison_json_writer_end_object (self->writer);
}

static gboolean
save (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (LiaisonSafeFile) file = NULL;
  LiaisonFileStamp stamp;
  gsize n;
  gconstpointer data = g_bytes_get_data (bytes, &n);

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return g_output_stream_write_all (output, data, n, NULL, cancellable, error);
    }
  file = liaison_safe_file_begin (path, NULL, 0, cancellable, error);
  return file != NULL
         && g_output_stream_write_all (liaison_safe_file_get_stream (file), data, n, NULL,
                                       cancellable, error)
         && liaison_safe_file_commit (file, &stamp, cancellable, error);
}

static GBytes *
print (const Wishes *self,
       const LiaisonPackOrder *order,
       const LiaisonPages *pages,
       gint64 date,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { order->title, NULL, NULL, date };
  LiaisonImposition imposition =
      order->layout == LIAISON_LAYOUT_TWO_UP ? LIAISON_IMPOSE_TWO_UP : LIAISON_IMPOSE_BOOKLET;
  gboolean done =
      self->imposed
          ? liaison_imposition_write_pdf (imposition, pages, &info, stream, cancellable, error)
          : liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, cancellable, error);

  if (!done || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What the system lacks: each of it once. */
static void
tell_lacks (Wishes *self, const LiaisonPages *pages)
{
  g_autofree char *told = liaison_pages_tell_lacks (pages, liaison_command_get_words ());
  g_auto (GStrv) lines = told != NULL ? g_strsplit (told, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (g_hash_table_add (self->told, g_strdup (lines[i])))
      liaison_output_warn (lines[i]);
}

static guint
count_named (const LiaisonRedaction *redaction, LiaisonWithheldReason reason)
{
  guint n = 0;

  for (guint i = 0; i < redaction->named->len; i++)
    n += g_array_index (redaction->named, LiaisonWithheld, i).reason == reason;
  return n;
}

/* Takes @told. */
static void
warn_of (guint n, char *told)
{
  if (n > 0)
    liaison_output_warn (told);
  g_free (told);
}

/* Sentences that only a planner can mend; and names that the page of changes says once more. */
static void
warn_of_names (const LiaisonPackOrder *order, const LiaisonRedaction *redaction)
{
  LiaisonWords *words = liaison_command_get_words ();
  const char *audience = order->audience->name;
  guint n_named = count_named (redaction, LIAISON_WITHHELD_NAMED),
        n_gone = count_named (redaction, LIAISON_WITHHELD_GONE);

  warn_of (n_named,
           liaison_words_format_plural (
               words,
               /* Translators: {audience} is such as “FR” or “role:observer”. */
               "{audience}: {n} released text names what is withheld: see “liaisonctl redact "
               "--sheet”.",
               "{audience}: {n} released texts name what is withheld: see “liaisonctl redact "
               "--sheet”.",
               n_named, liaison_operand_text ("audience", audience)));
  warn_of (n_gone,
           liaison_words_format_plural (
               words,
               "{audience}: {n} record that went out with the earlier version is withheld now, "
               "and named as gone.",
               "{audience}: {n} records that went out with the earlier version are withheld "
               "now, and named as gone.",
               n_gone, liaison_operand_text ("audience", audience)));
}

static gboolean
make_copy (Wishes *self,
           const LiaisonPackOrder *order,
           guint copy,
           const char *path,
           GCancellable *cancellable,
           GError **error)
{
  const LiaisonPackWishes wishes = { .since = self->before,
                                     .copy = copy,
                                     .same_pages = (const char *const *) self->languages,
                                     .room = self->room };
  g_autoptr (LiaisonRedaction) redaction = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  gint64 date = 0;

  tell_progress (self);
  g_autoptr (LiaisonPages) pages = liaison_pack_make (self->plan, order, &wishes, &redaction, &date,
                                                      NULL, NULL, cancellable, error);

  if (pages == NULL)
    return FALSE;
  tell_lacks (self, pages);
  if (copy <= order->first_copy)
    warn_of_names (order, redaction);
  bytes = print (self, order, pages, date, cancellable, error);
  if (bytes == NULL || !save (path, bytes, cancellable, error))
    return FALSE;
  if (self->writer != NULL)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  write_member (self, order, redaction, path, copy, liaison_pages_get_n (pages), hash);
  self->done++;
  return TRUE;
}

/* "DIR/NP-FR-007.fr.pdf" */
static char *
make_path (const Wishes *self, const char *name, guint copy)
{
  g_autofree char *numbered = NULL;

  if (!self->all && self->copies <= 0)
    return g_strdup (self->output);
  if (copy > 0)
    numbered = g_strdup_printf ("%03u-%s", copy, name);
  return g_build_filename (self->output, numbered != NULL ? numbered : name, NULL);
}

static gboolean
make_all (Wishes *self, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) names = liaison_pack_orders_name_files (self->orders, error);
  guint copies = MAX (self->copies, 0);

  if (names == NULL)
    return FALSE;
  self->total = self->orders->len * MAX (copies, 1);
  for (guint i = 0; i < self->orders->len; i++)
    {
      LiaisonPackOrder *order = self->orders->pdata[i];

      for (guint c = 0; c < MAX (copies, 1); c++)
        {
          guint copy = copies > 0 ? order->first_copy + c : (guint) MAX (self->copy, 0);
          g_autofree char *path = make_path (self, names[i], copies > 0 ? copy : 0);

          if (!make_copy (self, order, copy, path, cancellable, error))
            return FALSE;
        }
    }
  return TRUE;
}

static int
make (Wishes *self)
{
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable;
  gboolean done;

  if ((self->all || self->copies > 0) && g_mkdir_with_parents (self->output, 0777) != 0)
    {
      liaison_command_complain (_ ("The folder for the packs could not be made."), NULL);
      return LIAISON_EXIT_FAILED;
    }
  if (liaison_command_wants_json () && strcmp (self->output, "-") != 0)
    {
      self->writer = liaison_output_begin_json ();
      liaison_json_writer_begin_array (self->writer);
    }
  cancellable = liaison_interrupt_begin ();
  done = make_all (self, cancellable, &error);
  if (isatty (STDERR_FILENO) && self->total > 1)
    g_printerr ("\r\033[K");
  liaison_interrupt_end ();
  if (self->writer != NULL)
    {
      liaison_json_writer_end_array (self->writer);
      liaison_command_finish_json (self->writer, LIAISON_EXIT_DONE);
    }
  if (done)
    return LIAISON_EXIT_DONE;
  liaison_command_complain (_ ("The pack was not made. What stood there before is as it was."),
                            error);
  return LIAISON_EXIT_FAILED;
}

/* FALSE after a complaint. */
static gboolean
choose_paper (Wishes *self)
{
  g_autofree char *small = NULL;
  guint paper;

  if (self->paper == NULL)
    return TRUE;
  small = g_ascii_strdown (self->paper, -1);
  paper = liaison_choices_find (&liaison_papers, small, strlen (small));
  if (paper == LIAISON_PAPER_UNSET)
    {
      liaison_command_usage (&liaison_verb_pack,
                             _ ("the paper is one of a4 a5 a3 letter legal tabloid pocket"));
      return FALSE;
    }
  for (guint i = 0; i < self->orders->len; i++)
    ((LiaisonPackOrder *) self->orders->pdata[i])->paper = (LiaisonPaper) paper;
  return TRUE;
}

/* What its version is called on paper: a baseline's number, else its name. The name of a file is
 * the planners' own. */
static char *
dup_version (const LiaisonSnapshot *plan, const char *since)
{
  const LiaisonBlock *block = liaison_baseline_find (plan, since);
  const LiaisonBaselineData *baseline = block != NULL ? LIAISON_DATA (Baseline, block) : NULL;

  if (baseline == NULL)
    return NULL;
  return g_strdup (baseline->version != NULL ? baseline->version : baseline->name);
}

/* FALSE after a complaint. */
static gboolean
load_earlier (Wishes *self)
{
  if (self->since == NULL)
    return TRUE;
  self->earlier = liaison_command_load_version (self->plan, self->since);
  if (self->earlier == NULL)
    return FALSE;
  self->before = liaison_document_get_snapshot (self->earlier->document);
  return TRUE;
}

/* Who asks for what changed gets it from packs that do not usually tell it, too. */
static void
want_changes (Wishes *self)
{
  for (guint i = 0; i < self->orders->len; i++)
    {
      LiaisonPackOrder *order = self->orders->pdata[i];

      g_free (order->previous);
      order->previous = dup_version (self->plan, self->since);
      if (!liaison_pack_order_has (order, LIAISON_PACK_SECTION_CHANGES))
        liaison_pack_order_add_part (order, LIAISON_PACK_SECTION_CHANGES);
    }
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output,
      N_ ("Where to write the PDF; “-” for standard output; with --all or --copies, a folder"),
      N_ ("FILE") },
    { "for", 'f', 0, G_OPTION_ARG_STRING, &wishes.audience,
      N_ ("For whom: the code of a pack; or a nation, “role:ROLE”, “NATION/role:ROLE”, the id or "
          "code of a liaison post, participant, group or event"),
      N_ ("AUDIENCE") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &wishes.all, N_ ("Every pack of the plan"), NULL },
    { "template", 't', 0, G_OPTION_ARG_STRING, &wishes.template,
      N_ ("The contents of this template instead of those of a pack in the plan"), N_ ("NAME") },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &wishes.paper,
      N_ ("The paper: a4, a5, a3, letter, legal, tabloid or pocket"), N_ ("PAPER") },
    { "copy", 0, 0, G_OPTION_ARG_INT, &wishes.copy, N_ ("The number that stands on the copy"),
      N_ ("NUMBER") },
    { "copies", 'n', 0, G_OPTION_ARG_INT, &wishes.copies,
      N_ ("So many copies, each with its number, in files of their own"), N_ ("NUMBER") },
    { "imposed", 'i', 0, G_OPTION_ARG_NONE, &wishes.imposed,
      N_ ("Two pages a side, so that the sheets can be folded into a booklet"), NULL },
    { "same-pages", 0, 0, G_OPTION_ARG_STRING, &wishes.same_pages,
      N_ ("The same page numbers as in these languages, with commas between them"), N_ ("TAGS") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &wishes.since,
      N_ ("What changed since then: a baseline of the plan by name or version, or the file of an "
          "earlier plan; where it is left out, the baseline that the pack names"),
      N_ ("VERSION") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_pack, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2 || wishes.output == NULL || (wishes.audience == NULL) != wishes.all)
    return liaison_command_usage (
        &liaison_verb_pack,
        _ ("say which plan, for whom with --for AUDIENCE or --all, and where to write with -o"));
  if (wishes.copies < 0 || wishes.copies > MOST_COPIES || wishes.copy < 0)
    return liaison_command_usage (&liaison_verb_pack,
                                  _ ("the number of copies is between 1 and 10000"));
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  wishes.plan = liaison_document_get_snapshot (plan->document);
  if (!load_earlier (&wishes))
    return LIAISON_EXIT_FAILED;
  wishes.room = liaison_composing_room_new ();
  wishes.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  wishes.orders = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_pack_order_free);
  if (wishes.same_pages != NULL)
    wishes.languages = g_strsplit (wishes.same_pages, ",", -1);
  if (!(wishes.all ? order_all (&wishes) : order_one (&wishes)) || !choose_paper (&wishes))
    return LIAISON_EXIT_FAILED;
  if (wishes.since != NULL)
    want_changes (&wishes);
  return make (&wishes);
}

const LiaisonVerb liaison_verb_pack = {
  "pack",
  N_ ("PLAN --for AUDIENCE|--all -o FILE|FOLDER"),
  N_ ("Set a booklet for one audience, or all of them, as PDF"),
  run,
  N_ ("A copy of the plan is made first that holds what the audience may see and nothing else, and "
      "the pack is set from that copy. Its contents are those of the pack in the plan that is for "
      "the audience, else those of a template.\n\n"
      "The language is that of the pack, or --language. The same plan gives the same bytes. Fonts "
      "that are missing are named with the package that has them."),
};
