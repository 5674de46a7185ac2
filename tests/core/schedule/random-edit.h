/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits as planners make them, in no order, to try an index of conflicts with. */
#pragma once

#include "record/document.h"
#include "record/kinds.h"

typedef struct
{
  LiaisonDocument *document;
  GRand *chance;
  guint made;
  GPtrArray *removed; /* of LiaisonBlock: records that may come back */
  gint64 startex, length; /* Unix s, and s in which events lie */
  gboolean rare; /* also what makes an index look at everything again */
} RandomEdits;

static inline LiaisonId
random_edit_id (RandomEdits *self)
{
  guint number = ++self->made;
  return liaison_id_new_from_parts (self->startex * 1000 + 86400000 + number, number & 0xfff, number);
}

static inline const LiaisonBlock *
random_edit_pick (RandomEdits *self, LiaisonKindId kind)
{
  LiaisonTable *table = liaison_document_get_table (self->document, kind);
  guint n = liaison_table_get_size (table);

  if (n == 0)
    return NULL;
  return liaison_record_get_block (liaison_table_get (table, g_rand_int_range (self->chance, 0, n)));
}

static inline LiaisonId
random_edit_pick_id (RandomEdits *self, LiaisonKindId kind)
{
  const LiaisonBlock *block = random_edit_pick (self, kind);
  return block != NULL ? block->id : (LiaisonId) { 0, 0 };
}

static inline gint64
random_edit_time (RandomEdits *self)
{
  return self->startex + (gint64) (g_rand_double (self->chance) * self->length) / 900 * 900;
}

static inline void
random_edit_start (RandomEdits *self, LiaisonEventData *event)
{
  guint choice = g_rand_int_range (self->chance, 0, 10);

  if (choice < 6)
    {
      gboolean known = liaison_instant_from_unix (random_edit_time (self), NULL, &event->start);
      g_assert (known);
    }
  else if (choice < 9)
    event->start = (LiaisonInstant) {
      .form = LIAISON_INSTANT_ELAPSED,
      .edge = choice == 6 ? LIAISON_ANCHOR_STARTEX : choice == 7 ? LIAISON_ANCHOR_START : LIAISON_ANCHOR_END,
      .seconds = g_rand_int_range (self->chance, -40, 40) * 900,
      .anchor = choice == 6
                    ? 0
                    : liaison_anchor_for (random_edit_pick_id (
                        self, choice == 7 && self->rare ? LIAISON_KIND_INJECT : LIAISON_KIND_EVENT)),
    };
  else
    event->start = (LiaisonInstant) { LIAISON_INSTANT_UNSET };
}

static inline void
random_edit_bookings (RandomEdits *self, LiaisonEventData *event)
{
  static const LiaisonKindId kinds[]
      = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT, LIAISON_KIND_CHANNEL, LIAISON_KIND_POST };
  LiaisonBlock *items[3];
  guint n = g_rand_int_range (self->chance, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      LiaisonBookingData *booking
          = (gpointer) liaison_block_new (&liaison_booking_shape, random_edit_id (self));
      booking->resource = random_edit_pick_id (self, kinds[g_rand_int_range (self->chance, 0, 4)]);
      booking->amount = g_rand_int_range (self->chance, 0, 3);
      booking->before = g_rand_int_range (self->chance, 0, 3) * 900;
      items[i] = &booking->block;
    }
  g_clear_pointer (&event->bookings, liaison_items_unref);
  event->bookings = liaison_items_new_take (items, n);
}

static inline void
random_edit_dependencies (RandomEdits *self, LiaisonEventData *event)
{
  LiaisonBlock *items[3];
  guint n = g_rand_int_range (self->chance, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      LiaisonDependencyData *dependency
          = (gpointer) liaison_block_new (&liaison_dependency_shape, random_edit_id (self));
      dependency->event = random_edit_pick_id (self, LIAISON_KIND_EVENT);
      dependency->type = g_rand_int_range (self->chance, 0, 5);
      dependency->lag = g_rand_int_range (self->chance, -4, 5) * 900;
      items[i] = &dependency->block;
    }
  g_clear_pointer (&event->dependencies, liaison_items_unref);
  event->dependencies = liaison_items_new_take (items, n);
}

static inline void
random_edit_participants (RandomEdits *self, LiaisonEventData *event)
{
  LiaisonId ids[3];
  guint n = g_rand_int_range (self->chance, 0, 4);

  for (guint i = 0; i < n; i++)
    ids[i] = random_edit_pick_id (self, LIAISON_KIND_PARTICIPANT);
  g_clear_pointer (&event->participants, liaison_ids_unref);
  event->participants = n > 0 ? liaison_ids_new (ids, n) : NULL;
}

static inline void
random_edit_rule (RandomEdits *self, LiaisonEventData *event)
{
  g_clear_pointer (&event->rule, g_ref_string_release);
  if (g_rand_int_range (self->chance, 0, 20) == 0)
    event->rule = g_ref_string_new (g_rand_boolean (self->chance) ? "FREQ=DAILY;COUNT=6"
                                                                  : "FREQ=HOURLY;INTERVAL=5;COUNT=9");
}

static inline void
random_edit_event (RandomEdits *self, LiaisonEventData *event)
{
  switch (g_rand_int_range (self->chance, 0, self->rare ? 11 : 8))
    {
    case 0:
    case 1:
    case 2:
      random_edit_start (self, event);
      break;
    case 3:
      event->duration = g_rand_int_range (self->chance, 0, 20) * 900;
      break;
    case 4:
      event->site = random_edit_pick_id (self, LIAISON_KIND_SITE);
      break;
    case 5:
      random_edit_participants (self, event);
      break;
    case 6:
      random_edit_bookings (self, event);
      break;
    case 7:
      random_edit_dependencies (self, event);
      break;
    case 8:
      event->status = g_rand_boolean (self->chance) ? LIAISON_EVENT_STATUS_CANCELLED
                                                    : LIAISON_EVENT_STATUS_CONFIRMED;
      break;
    case 9:
      event->parent = g_rand_int_range (self->chance, 0, 3) > 0
                          ? random_edit_pick_id (self, LIAISON_KIND_EVENT)
                          : (LiaisonId) { 0, 0 };
      break;
    case 10:
      random_edit_rule (self, event);
      break;
    default:
      break;
    }
}

static inline void
random_edit_apply (RandomEdits *self, const LiaisonBlock *before, LiaisonBlock *after)
{
  LiaisonChange change = { before, after };

  liaison_document_apply (self->document, &change, 1);
  if (after != NULL)
    liaison_block_unref (after);
}

/* A record comes or goes: of a kind that matters or not. */
static inline void
random_edit_come_or_go (RandomEdits *self, LiaisonKindId kind)
{
  const LiaisonBlock *before = random_edit_pick (self, kind);

  if (self->removed->len > 0 && g_rand_boolean (self->chance))
    {
      guint place = g_rand_int_range (self->chance, 0, self->removed->len);
      random_edit_apply (self, NULL, liaison_block_ref (self->removed->pdata[place]));
      g_ptr_array_remove_index_fast (self->removed, place);
    }
  else if (before != NULL && g_rand_boolean (self->chance))
    {
      g_ptr_array_add (self->removed, liaison_block_ref (before));
      random_edit_apply (self, before, NULL);
    }
  else
    {
      LiaisonBlock *made = liaison_block_new (&liaison_kind_get (kind)->shape, random_edit_id (self));
      if (kind == LIAISON_KIND_EVENT)
        for (guint i = 0; i < 6; i++)
          random_edit_event (self, (gpointer) made);
      random_edit_apply (self, NULL, made);
    }
}

static inline void
random_edit_other (RandomEdits *self)
{
  const LiaisonBlock *before;
  LiaisonBlock *after;

  switch (g_rand_int_range (self->chance, 0, 5))
    {
    case 0:
      before = random_edit_pick (self, LIAISON_KIND_SITE);
      after = liaison_block_copy (before);
      if (g_rand_int_range (self->chance, 0, 3) > 0)
        ((LiaisonSiteData *) after)->at_once = g_rand_int_range (self->chance, 1, 4);
      else
        ((LiaisonSiteData *) after)->turnaround = g_rand_int_range (self->chance, 0, 3) * 900;
      break;
    case 1:
      before = random_edit_pick (self, LIAISON_KIND_EXERCISE);
      after = liaison_block_copy (before);
      ((LiaisonExerciseData *) after)->startex.seconds += 900;
      break;
    case 2:
      before = random_edit_pick (self, LIAISON_KIND_INJECT);
      if (before != NULL)
        {
          after = liaison_block_copy (before);
          ((LiaisonInjectData *) after)->start = (LiaisonInstant) {
            .form = LIAISON_INSTANT_ELAPSED,
            .edge = LIAISON_ANCHOR_END,
            .anchor = liaison_anchor_for (random_edit_pick_id (self, LIAISON_KIND_EVENT)),
          };
          break;
        }
      /* fall through */
    default:
      random_edit_come_or_go (self, g_rand_boolean (self->chance) ? LIAISON_KIND_SITE : LIAISON_KIND_INJECT);
      return;
    }
  random_edit_apply (self, before, after);
}

/* Makes one change of the document. */
static inline void
random_edit (RandomEdits *self)
{
  guint choice = g_rand_int_range (self->chance, 0, 20);
  const LiaisonBlock *before = random_edit_pick (self, LIAISON_KIND_EVENT);
  LiaisonBlock *after;

  if (choice == 0 && self->rare)
    random_edit_other (self);
  else if (choice <= 2 || before == NULL)
    random_edit_come_or_go (self, LIAISON_KIND_EVENT);
  else
    {
      after = liaison_block_copy (before);
      random_edit_event (self, (gpointer) after);
      random_edit_apply (self, before, after);
    }
}
