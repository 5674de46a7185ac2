/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The critical path that a timeline shows: worked out when it is drawn, or by whoever asked to do
 * it elsewhere. */
#include "config.h"

#include "draw/timeline-private.h"

struct _LiaisonTimelinePath
{
  LiaisonSnapshot *snapshot;
  LiaisonBookings *bookings;
  LiaisonCriticalPath *path;
};

LiaisonTimelinePath *
liaison_timeline_path_new (LiaisonSnapshot *snapshot)
{
  LiaisonTimelinePath *self = g_new (LiaisonTimelinePath, 1);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->bookings = liaison_bookings_new (snapshot);
  self->path = liaison_critical_path_new (snapshot, self->bookings, NULL);
  return self;
}

void
liaison_timeline_path_free (LiaisonTimelinePath *self)
{
  liaison_critical_path_free (self->path);
  liaison_bookings_free (self->bookings);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

void
liaison_timeline_set_path_asked (LiaisonTimeline *self, LiaisonPathFunc func, gpointer data)
{
  self->path_asked = func;
  self->path_data = data;
}

void
liaison_timeline_take_path (LiaisonTimeline *self, LiaisonTimelinePath *path)
{
  g_clear_pointer (&self->path, liaison_timeline_path_free);
  self->path = path;
  self->path_awaited = FALSE;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

/* That of the lanes' snapshot, or, while the next is being worked out, the one before; NULL: there
 * is none yet. */
static LiaisonTimelinePath *
get_path (LiaisonTimeline *self)
{
  LiaisonSnapshot *snapshot = liaison_lanes_get_snapshot (self->lanes);

  if (self->path != NULL && self->path->snapshot == snapshot)
    return self->path;
  if (self->path_asked == NULL)
    {
      g_clear_pointer (&self->path, liaison_timeline_path_free);
      self->path = liaison_timeline_path_new (snapshot);
    }
  else if (!self->path_awaited)
    {
      self->path_awaited = TRUE;
      self->path_asked (snapshot, self->path_data);
    }
  return self->path;
}

const LiaisonTiming *
liaison_timeline_get_timing (LiaisonTimeline *self, const LiaisonBlock *block)
{
  LiaisonTimelinePath *path = get_path (self);
  const LiaisonTiming *timings;
  guint n, place;

  if (path == NULL)
    return NULL;
  timings = liaison_critical_path_get_timings (path->path, &n);
  place = liaison_critical_path_find (path->path, block->id);
  return place < n && timings[place].takes_part ? &timings[place] : NULL;
}
