/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/report.h"

#include "pack/matter.h"
#include "pack/pairs.h"
#include "pack/rows.h"
#include "record/kinds/release.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>

/* Room to sign: columns are as wide as what is in them. */
#define ROOM                                                                                       \
  "\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302"   \
  "\240"                                                                                           \
  "\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302\240\302"   \
  "\240"                                                                                           \
  "\302\240\302\240\302\240\302\240"
/* Lines for copies where none are counted. */
#define EMPTY_LINES 3

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const LiaisonReleaseCopyData *one = *(const LiaisonReleaseCopyData *const *) a;
  const LiaisonReleaseCopyData *two = *(const LiaisonReleaseCopyData *const *) b;

  return one->number < two->number ? -1 : one->number > two->number;
}

static GPtrArray *
list_copies (const LiaisonReleaseData *release)
{
  GPtrArray *copies = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (release->copies); i++)
    g_ptr_array_add (copies, (gpointer) liaison_items_get (release->copies, i));
  g_ptr_array_sort (copies, compare_numbers);
  return copies;
}

static LiaisonRows *
begin_rows (const LiaisonReport *report)
{
  LiaisonRows *rows = liaison_rows_new ();

  /* Translators: The number of a copy, over a narrow column */
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Copy")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Holder")), LIAISON_ROWS_PLAIN);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Handed over on")),
                           LIAISON_ROWS_WHOLE);
  /* Translators: Room where somebody signs for having received a document */
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Received (signature)")),
                           LIAISON_ROWS_PLAIN);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Returned or destroyed on")),
                           LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Signature")), LIAISON_ROWS_PLAIN);
  return rows;
}

static void
add_copy (const LiaisonReport *report, LiaisonRows *rows, const LiaisonBlock *block)
{
  const LiaisonReleaseCopyData *copy = LIAISON_DATA (ReleaseCopy, block);
  g_autofree char *holder = liaison_report_tell (report, block, "holder");
  g_autofree char *returned = liaison_report_tell (report, block, "returned");

  liaison_rows_begin_row (rows, block, 0);
  liaison_rows_take (rows, liaison_report_tell (report, block, "number"));
  liaison_rows_take (rows, copy->holder_name != NULL ? g_strdup_printf (
                               "%s%s%s", copy->holder_name, holder != NULL ? "\n" : "",
                               holder != NULL ? holder : "")
                                                     : g_steal_pointer (&holder));
  liaison_rows_take (rows, liaison_report_tell (report, block, "handed-over"));
  liaison_rows_add (rows, copy->receipt != NULL ? copy->receipt : ROOM);
  liaison_rows_take (rows, returned != NULL ? g_steal_pointer (&returned)
                                            : liaison_report_tell (report, block, "destroyed"));
  liaison_rows_add (rows, ROOM);
}

static void
add_empty (LiaisonRows *rows)
{
  for (guint i = 0; i < EMPTY_LINES; i++)
    {
      liaison_rows_begin_row (rows, NULL, 0);
      for (guint k = 0; k < 6; k++)
        liaison_rows_add (rows, k == 3 || k == 5 ? ROOM : "\302\240\n\302\240");
    }
}

static void
add_table (const LiaisonReport *report, LiaisonPages *pages, const LiaisonReleaseData *release)
{
  g_autoptr (GPtrArray) copies = list_copies (release);
  LiaisonRows *rows = begin_rows (report);

  for (guint i = 0; i < copies->len; i++)
    add_copy (report, rows, copies->pdata[i]);
  if (copies->len == 0)
    add_empty (rows);
  liaison_pages_add (pages, liaison_rows_to_matter (rows, pages, FALSE, 1));
}

static void
add_facts (const LiaisonReport *report, LiaisonPages *pages, const LiaisonBlock *release)
{
  static const char *const fields[] = { "item",          "serial",    "version", "marking",
                                        "nation",        "recipient", "start",   "medium",
                                        "authorised-by", "authority", "pages",   "file-name" };
  LiaisonMatter *pairs = liaison_pairs_new (1, 0);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = liaison_report_tell (report, release, fields[i]);
      const LiaisonField *field = liaison_shape_find (release->shape, fields[i], NULL);
      if (text != NULL)
        liaison_pairs_add (pairs, liaison_report_say (report, field->label), text, release, NULL);
    }
  liaison_pages_add (pages, pairs);
}

static void
add_release (const LiaisonReport *report,
             LiaisonPages *pages,
             const LiaisonBlock *release,
             gboolean first)
{
  g_autofree char *name = liaison_manner_tell_block_name (&report->manner, release);
  g_autofree char *title =
      liaison_words_format (report->manner.words,
                            /* Translators: Over a sheet on which people sign for copies of a
                               document; {title} is its title */
                            N_ ("Hand receipt: {title}"), liaison_operand_text ("title", name));

  liaison_report_add_heading (pages, title, 1, !first);
  add_facts (report, pages, release);
  liaison_report_add_note (
      pages,
      liaison_report_say (
          report, N_ ("Whoever signs has received the copy, keeps it as its marking asks, and "
                      "returns or destroys it when it is recalled.")));
  add_table (report, pages, LIAISON_DATA (Release, release));
}

static GPtrArray *
list_releases (const LiaisonReport *report)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *all =
      liaison_snapshot_get (report->snapshot, LIAISON_KIND_RELEASE, &n);

  for (guint i = 0; i < report->n_ids; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (report->snapshot, report->ids[i]);
      if (block != NULL && block->shape == &liaison_release_kind.shape)
        g_ptr_array_add (list, (gpointer) block);
    }
  for (guint i = 0; report->n_ids == 0 && i < n; i++)
    g_ptr_array_add (list, (gpointer) all[i]);
  return list;
}

LiaisonPages *
liaison_report_hand_receipts (const LiaisonReport *report)
{
  g_autoptr (GPtrArray) releases = list_releases (report);
  LiaisonPages *pages =
      liaison_report_begin (report, liaison_report_say (report, N_ ("Hand receipts")),
                            (const LiaisonBlock *const *) releases->pdata, releases->len);

  for (guint i = 0; i < releases->len; i++)
    add_release (report, pages, releases->pdata[i], i == 0);
  if (releases->len == 0)
    liaison_report_add_paragraph (
        pages, liaison_report_say (report, N_ ("Nothing has been released yet.")), FALSE);
  return pages;
}
