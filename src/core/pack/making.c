/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/making.h"

#include "pack/book.h"
#include "record/kinds/exercise.h"
#include "record/kinds/language-use.h"
#include "record/times.h"
#include "store/baseline.h"

#include <string.h>

#define DAY 86400

/* The day from which it is valid, else STARTEX as the audience sees it. Not the clock: the same
 * plan gives the same bytes whenever it is printed. */
static gint64
find_date (const LiaisonSnapshot *copy, const LiaisonPackOrder *order)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (copy);
  gint64 startex = 0;

  if (order->valid_from != LIAISON_DATE_UNSET)
    return (gint64) order->valid_from * DAY;
  liaison_times_get_start (&lookup, liaison_snapshot_get_exercise (copy), &startex);
  return startex;
}

/* The working languages of the exercise: those in which a pack that asks for it has the same pages.
 */
static char **
list_same_pages (const LiaisonSnapshot *copy, const LiaisonPackOrder *order)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (copy));
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();

  for (guint i = 0; order->same_pages && i < liaison_items_get_size (exercise->languages); i++)
    {
      const LiaisonLanguageUseData *use =
          LIAISON_DATA (LanguageUse, liaison_items_get (exercise->languages, i));

      if (use->use == LIAISON_LANGUAGE_USE_WORKING && use->language.language != NULL
          && strcmp (use->language.language, order->language) != 0)
        g_strv_builder_add (languages, use->language.language);
    }
  return g_strv_builder_end (languages);
}

/* The version that changes are told since; *@earlier, which must live as long, is where it comes
 * from. NULL without @error: changes are not told. */
static LiaisonSnapshot *
find_since (const LiaisonSnapshot *plan,
            const LiaisonPackOrder *order,
            const LiaisonPackWishes *wishes,
            LiaisonPlan **earlier,
            GCancellable *cancellable,
            GError **error)
{
  const LiaisonBlock *baseline = liaison_snapshot_find (plan, order->baseline);

  if (!liaison_pack_order_has (order, LIAISON_PACK_SECTION_CHANGES))
    return NULL;
  if (wishes->since != NULL)
    return liaison_snapshot_ref (wishes->since);
  if (baseline == NULL || baseline->shape != &liaison_baseline_kind.shape)
    return NULL;
  *earlier = liaison_baseline_thaw (baseline, cancellable, error);
  return *earlier != NULL ? liaison_document_get_snapshot ((*earlier)->document) : NULL;
}

/* Both, or the one alone. */
static LiaisonRedaction *
redact (LiaisonSnapshot *plan,
        const LiaisonPackOrder *order,
        LiaisonSnapshot *since,
        LiaisonRedaction **before)
{
  LiaisonRedaction *copy = NULL;

  *before = NULL;
  if (since == NULL)
    return liaison_redact (plan, order->audience);
  liaison_redact_both (since, plan, order->audience, before, &copy);
  return copy;
}

/* Raises @starts to where the anchors of @pages are. */
static void
raise_starts (GArray *starts, const LiaisonPages *pages)
{
  g_autoptr (GArray) anchors = liaison_pages_list_anchors (pages);

  /* Languages can have different contents only where texts are missing: then there is no same page.
   */
  if (starts->len == 0)
    g_array_append_vals (starts, anchors->data, anchors->len);
  if (anchors->len != starts->len)
    return;
  for (guint i = 0; i < anchors->len; i++)
    g_array_index (starts, guint, i) =
        MAX (g_array_index (starts, guint, i), g_array_index (anchors, guint, i));
}

/* Pushes all on in turn, until every language has every anchor on one page. */
static gboolean
align_all (GPtrArray *all, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GArray) before = g_array_copy (starts);

      for (guint i = 0; i < all->len; i++)
        raise_starts (starts, all->pdata[i]);
      if (before->len == starts->len
          && memcmp (before->data, starts->data, starts->len * sizeof (guint)) == 0)
        return TRUE;
      for (guint i = 0; i < all->len; i++)
        if (!liaison_pages_align (all->pdata[i], (const guint *) starts->data, starts->len,
                                  cancellable, error))
          return FALSE;
    }
  return TRUE;
}

/* The same pack in each of @languages, and all of them with the same pages. */
static gboolean
align_with (LiaisonPages *pages,
            const LiaisonPackOrder *order,
            const LiaisonRedaction *copy,
            const LiaisonRedaction *before,
            const LiaisonPackWishes *wishes,
            gint64 date,
            const char *const *languages,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_pages_unref);

  g_ptr_array_add (all, liaison_pages_ref (pages));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (LiaisonPackOrder) other = liaison_pack_order_copy (order);

      if (strcmp (languages[i], order->language) == 0)
        continue;
      g_free (other->language);
      other->language = g_strdup (languages[i]);
      g_ptr_array_add (
          all, liaison_book_set (other, copy, before, wishes->copy, date, wishes->catalogue_dirs));
      liaison_pages_set_room (all->pdata[all->len - 1], wishes->room);
      if (!liaison_pages_flow (all->pdata[all->len - 1], NULL, NULL, cancellable, error))
        return FALSE;
    }
  return all->len == 1 || align_all (all, cancellable, error);
}

LiaisonPages *
liaison_pack_make (LiaisonSnapshot *plan,
                   const LiaisonPackOrder *order,
                   const LiaisonPackWishes *wishes,
                   LiaisonRedaction **redaction,
                   gint64 *date,
                   LiaisonPagesProgressFunc progress,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (LiaisonPlan) earlier = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (LiaisonSnapshot) since =
      find_since (plan, order, wishes, &earlier, cancellable, &problem);
  g_autoptr (LiaisonRedaction) before = NULL, copy = NULL;
  g_autoptr (LiaisonSnapshot) seen = NULL;
  g_auto (GStrv) languages = NULL;
  g_autoptr (LiaisonPages) pages = NULL;
  gint64 when;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  copy = redact (plan, order, since, &before);
  seen = liaison_document_get_snapshot (copy->document);
  languages = list_same_pages (seen, order);
  when = find_date (seen, order);
  pages = liaison_book_set (order, copy, before, wishes->copy, when, wishes->catalogue_dirs);
  liaison_pages_set_room (pages, wishes->room);
  if (!liaison_pages_flow (pages, progress, data, cancellable, error)
      || !align_with (pages, order, copy, before, wishes, when,
                      wishes->same_pages != NULL ? wishes->same_pages
                                                 : (const char *const *) languages,
                      cancellable, error))
    return NULL;
  if (redaction != NULL)
    *redaction = g_steal_pointer (&copy);
  if (date != NULL)
    *date = when;
  return g_steal_pointer (&pages);
}
