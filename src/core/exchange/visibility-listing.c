/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/visibility-listing.h"

#include "record/kinds/nation.h"
#include "release/banner.h"
#include "release/view.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_codes (const LiaisonSnapshot *snapshot)
{
  GPtrArray *codes = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *nations = liaison_snapshot_get (snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Nation, nations[i])->code != NULL)
      g_ptr_array_add (codes, (gpointer) LIAISON_DATA (Nation, nations[i])->code);
  g_ptr_array_sort (codes, compare_codes);
  return codes;
}

static LiaisonListing *
begin (const GPtrArray *codes, const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  g_ptr_array_add (headings, (gpointer) liaison_words_get (manner->words, N_ ("Code")));
  g_ptr_array_add (headings, (gpointer) liaison_words_get (manner->words, N_ ("Record")));
  g_ptr_array_add (headings, (gpointer) liaison_words_get (manner->words, N_ ("Marking")));
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (headings, codes->pdata[i]);
  return liaison_listing_new_plain (manner, (const char *const *) headings->pdata, headings->len);
}

static void
add_row (LiaisonListing *self,
         const LiaisonManner *manner,
         const LiaisonBlock *block,
         const char *const *letters,
         guint n)
{
  const LiaisonField *code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  g_autofree char *serial =
      code != NULL ? liaison_manner_tell_field (manner, block, code) : g_strdup ("");
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  g_autofree char *portion = liaison_banner_tell_portion (&manner->lookup, block);

  liaison_listing_begin_row (self, 0);
  liaison_listing_add_text (self, serial);
  liaison_listing_add_text (self, name);
  liaison_listing_add_text (self, portion);
  for (guint i = 0; i < n; i++)
    liaison_listing_add_text (self, liaison_words_get (manner->words, letters[i]));
}

static void
add_record (LiaisonListing *self,
            const LiaisonManner *manner,
            const LiaisonBlock *block,
            const GPtrArray *views,
            gboolean withheld_only)
{
  g_autofree const char **letters = g_new0 (const char *, views->len + 1);
  gboolean withheld = FALSE;

  for (guint i = 0; i < views->len; i++)
    {
      LiaisonWithheld why;
      gboolean seen = liaison_view_may_see (views->pdata[i], block, &why);

      letters[i] = seen ? LIAISON_RELEASED_LETTER : liaison_withheld_reason_get_letter (why.reason);
      withheld = withheld || !seen;
    }
  if (withheld || !withheld_only)
    add_row (self, manner, block, letters, views->len);
}

static char *
tell_title (LiaisonKindId kind, const LiaisonManner *manner)
{
  /* Translators: {table} is such as “Events”. */
  return liaison_words_format (
      manner->words, N_ ("{table}: who sees what"),
      liaison_operand_field ("table", liaison_kind_get (kind)->plural_label));
}

LiaisonListing *
liaison_visibility_listing_new (LiaisonSnapshot *snapshot,
                                LiaisonKindId kind,
                                gboolean withheld_only,
                                const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) codes = list_codes (snapshot);
  g_autoptr (GPtrArray) audiences =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_audience_unref);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_view_free);
  g_autoptr (LiaisonQuery) query = liaison_query_new (liaison_kind_get (kind));
  g_autoptr (GPtrArray) found = liaison_query_run (query, manner, snapshot);
  LiaisonListing *self = begin (codes, manner);

  for (guint i = 0; i < codes->len; i++)
    {
      LiaisonAudience *audience = liaison_audience_new_for_nation (codes->pdata[i]);

      g_ptr_array_add (audiences, audience);
      g_ptr_array_add (views, liaison_view_new_for_questions (snapshot, audience));
    }
  self->title = tell_title (kind, manner);
  if (self->exercise == NULL)
    self->exercise =
        liaison_manner_tell_block_name (manner, liaison_lookup_get_exercise (&manner->lookup));
  self->filter = g_strdup (liaison_withheld_tell_legend (manner->words));
  /* Translators: Over a sheet that tells what nations may not see. */
  self->marking = g_strdup (liaison_words_get (manner->words, N_ ("FOR PLANNERS ONLY")));
  for (guint i = 0; i < found->len; i++)
    add_record (self, manner, found->pdata[i], views, withheld_only);
  return self;
}
