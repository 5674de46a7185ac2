/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what is free when: bookings of events, shifts at posts, and what has been proposed. */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/site.h"
#include "record/times.h"
#include "schedule/recurrence.h"

static GArray *
get_duties (LiaisonLooking *self, const LiaisonBlock *block)
{
  GArray *spans = g_hash_table_lookup (self->duties, block);

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
      g_hash_table_insert (self->duties, (gpointer) block, spans);
    }
  return spans;
}

static gboolean
add_shift_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  LiaisonSpan span = { occurrence->start, occurrence->end };

  g_array_append_val ((GArray *) data, span);
  return TRUE;
}

static void
take_shifts (LiaisonLooking *self, const LiaisonPostData *post)
{
  for (guint i = 0; i < liaison_items_get_size (post->shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (post->shifts, i));
      const LiaisonBlock *person = liaison_id_is_zero (shift->participant)
                                       ? NULL
                                       : liaison_snapshot_find (self->snapshot, shift->participant);
      if (person != NULL && shift->status != LIAISON_SHIFT_STATUS_ABSENT)
        liaison_recurrence_foreach (&self->lookup, &shift->block, G_MININT32, G_MAXUINT32,
                                    add_shift_cb, get_duties (self, person));
    }
}

/* Posts that go leave who was to hold them free. */
static void
prepare (LiaisonLooking *self)
{
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (self->snapshot, LIAISON_KIND_POST, &n);

  if (self->bookings != NULL)
    return;
  self->bookings = liaison_bookings_new (self->snapshot);
  for (guint i = 0; i < n; i++)
    if (!liaison_looking_is_lost (self, posts[i]->id) && !liaison_block_is_over (posts[i]))
      take_shifts (self, LIAISON_DATA (Post, posts[i]));
}

/* Resources stand in the order of their ids. */
static guint
find_resource (const LiaisonBookings *bookings, const LiaisonBlock *block)
{
  guint first, end;
  LiaisonKindId kind = liaison_kind_for_shape (block->shape)->id;

  liaison_bookings_get_resources (bookings, kind, &first, &end);
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      int order
          = liaison_id_compare (liaison_bookings_get_resource (bookings, middle)->id, block->id);
      if (order == 0)
        return middle;
      if (order < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return LIAISON_NO_PLACE;
}

static gboolean
is_there (LiaisonLooking *self, const LiaisonBlock *block, const LiaisonSpan *span)
{
  const LiaisonField *from = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_START);
  const LiaisonField *until = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END);
  gint64 at;

  if (from != NULL
      && liaison_times_resolve (&self->lookup, LIAISON_BLOCK_AT (block, from), &at, NULL)
             == LIAISON_TIME_KNOWN
      && at > span->start)
    return FALSE;
  return until == NULL
         || liaison_times_resolve (&self->lookup, LIAISON_BLOCK_AT (block, until), &at, NULL)
                != LIAISON_TIME_KNOWN
         || at >= span->end;
}

/* How much of the resource is taken in @span at most, by uses that stand in order of start. */
static guint64
count_uses (const LiaisonUse *uses, guint n, const LiaisonSpan *span)
{
  guint64 taken = 0;

  for (guint i = 0; i < n && uses[i].start < span->end; i++)
    if (uses[i].end > span->start)
      taken += uses[i].amount;
  return taken;
}

static guint64
count_duties (const GArray *duties, const LiaisonSpan *span)
{
  guint64 taken = 0;

  for (guint i = 0; duties != NULL && i < duties->len; i++)
    {
      const LiaisonSpan *duty = &g_array_index (duties, LiaisonSpan, i);
      taken += duty->start < span->end && duty->end > span->start;
    }
  return taken;
}

gboolean
liaison_looking_is_free (LiaisonLooking *self, const LiaisonBlock *block, const GArray *spans)
{
  const LiaisonUse *uses = NULL;
  guint n = 0;

  if (spans == NULL)
    return TRUE;
  prepare (self);
  const GArray *duties = g_hash_table_lookup (self->duties, block);
  guint resource = find_resource (self->bookings, block);
  guint capacity = resource != LIAISON_NO_PLACE
                       ? liaison_bookings_get_capacity (self->bookings, resource)
                       : 1;
  if (resource != LIAISON_NO_PLACE)
    uses = liaison_bookings_get_pool (self->bookings, resource, &n);
  for (guint i = 0; i < spans->len; i++)
    {
      const LiaisonSpan *span = &g_array_index (spans, LiaisonSpan, i);
      if (!is_there (self, block, span)
          || count_uses (uses, n, span) + count_duties (duties, span) >= capacity)
        return FALSE;
    }
  return TRUE;
}

void
liaison_looking_reserve (LiaisonLooking *self, const LiaisonBlock *block, const GArray *spans)
{
  if (spans != NULL && spans->len > 0)
    g_array_append_vals (get_duties (self, block), spans->data, spans->len);
}
