/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/extract.h"

#include "exchange/listing-marking.h"

#include <glib/gi18n.h>

LiaisonExtract *
liaison_extract_new_whole (LiaisonSnapshot *snapshot)
{
  LiaisonExtract *self = liaison_extract_new (snapshot);

  self->whole = TRUE;
  self->label = N_ ("All Tables");
  self->title = g_strdup (_ (self->label));
  self->name = g_strdup (_ (self->label));
  return self;
}

static LiaisonManner
make_manner (const LiaisonExtract *self, const LiaisonExtractChoice *choice)
{
  return (LiaisonManner){ .words = choice->words,
                          .lookup = liaison_snapshot_get_lookup (self->snapshot),
                          .zone = choice->zone,
                          .format = choice->format,
                          .now = choice->now };
}

static LiaisonListing *
make_table (const LiaisonExtract *self,
            const LiaisonKind *kind,
            const LiaisonExtractChoice *choice,
            GCancellable *cancellable,
            GError **error)
{
  LiaisonManner manner = make_manner (self, choice);
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);

  if (choice->spelling == LIAISON_LISTING_EXACT)
    liaison_query_take_every_field (query);
  else
    liaison_query_take_usual_columns (query, choice->all_columns);
  return liaison_listing_new_for_query (query, &manner, choice->spelling, self->snapshot,
                                        cancellable, error);
}

GPtrArray *
liaison_extract_make_listings (const LiaisonExtract *self,
                               const LiaisonExtractChoice *choice,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GPtrArray) listings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_listing_unref);

  for (guint i = 0; i < (self->whole ? LIAISON_N_KINDS : 1); i++)
    {
      LiaisonListing *listing;
      guint n = 1;

      if (self->whole)
        liaison_snapshot_get (self->snapshot, i, &n);
      if (n == 0)
        continue;
      listing = self->whole ? make_table (self, liaison_kind_get (i), choice, cancellable, error)
                            : liaison_extract_make_listing (self, choice, cancellable, error);
      if (listing == NULL)
        return NULL;
      g_ptr_array_add (listings, listing);
    }
  return g_steal_pointer (&listings);
}

char *
liaison_extract_tell_marking (const LiaisonExtract *self, const LiaisonExtractChoice *choice)
{
  const LiaisonManner manner = make_manner (self, choice);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      guint n;
      const LiaisonBlock *const *of_kind = liaison_snapshot_get (self->snapshot, i, &n);

      for (guint k = 0; k < n; k++)
        g_ptr_array_add (blocks, (gpointer) of_kind[k]);
    }
  return liaison_listing_tell_marking (&manner, (const LiaisonBlock *const *) blocks->pdata,
                                       blocks->len);
}
