/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/findings-print.h"

#include "exchange/listing-marking.h"
#include "pack/listing-pages.h"
#include "print/print-window.h"
#include "review/review.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonSession *session;
  GPtrArray *findings;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static void
add_row (GPtrArray *rows, const char *severity, const char *rule, const char *sentence)
{
  char **row = g_new0 (char *, 4);

  row[0] = g_strdup (severity);
  row[1] = g_strdup (rule);
  row[2] = g_strdup (sentence);
  g_ptr_array_add (rows, row);
}

static GPtrArray *
make_rows (const LiaisonManner *manner, const GPtrArray *findings)
{
  static const char *const severities[] = { N_ ("Note"), N_ ("Warning"), N_ ("Error") };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  add_row (rows, liaison_words_get (manner->words, N_ ("Severity")), liaison_words_get (manner->words, N_ ("Rule")),
           liaison_words_get (manner->words, N_ ("Finding")));
  for (guint i = 0; i < findings->len; i++)
    {
      const LiaisonFinding *finding = findings->pdata[i];
      const LiaisonRule *rule = liaison_review_find_rule (finding->rule);
      g_autofree char *told = liaison_manner_tell_finding (manner, finding);
      add_row (rows, liaison_words_get (manner->words, severities[finding->severity]),
               rule != NULL ? liaison_words_get (manner->words, rule->title) : finding->rule, told);
    }
  return rows;
}

/* That of all records that the findings are about. Transfer full. */
static char *
tell_marking (const LiaisonManner *manner, const LiaisonSnapshot *snapshot, const GPtrArray *findings)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const LiaisonFinding *finding = findings->pdata[i];
      for (guint j = 0; j < finding->n_records; j++)
        {
          const LiaisonBlock *block = liaison_snapshot_find (snapshot, finding->records[j]);
          if (block != NULL)
            g_ptr_array_add (blocks, (gpointer) block);
        }
    }
  return liaison_listing_tell_marking (manner, (const LiaisonBlock *const *) blocks->pdata, blocks->len);
}

static LiaisonPages *
make_pages (const LiaisonManner *manner, const LiaisonPageSetup *setup, gint64 now, gpointer data)
{
  Printing *self = data;
  g_autoptr (LiaisonSnapshot) snapshot
      = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonManner of_snapshot = *manner;
  const LiaisonListingPrint print = { *setup, .now = now, .zone = manner->zone };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (LiaisonListing) listing = NULL;

  of_snapshot.lookup = liaison_snapshot_get_lookup (snapshot);
  rows = make_rows (&of_snapshot, self->findings);
  listing = liaison_listing_new_for_rows (&of_snapshot, liaison_words_get (manner->words, N_ ("Findings")), rows);
  listing->exercise = liaison_manner_tell_block_name (&of_snapshot, liaison_snapshot_get_exercise (snapshot));
  listing->marking = tell_marking (&of_snapshot, snapshot, self->findings);
  return liaison_listing_to_pages (listing, &print, manner->words);
}

void
liaison_findings_print (GtkWindow *parent, LiaisonSession *session, GPtrArray *findings)
{
  Printing *self = g_new0 (Printing, 1);

  self->session = g_object_ref (session);
  self->findings = findings;
  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_pages (
      parent, session, _ ("Findings"), FALSE, make_pages, self, printing_free)));
}
