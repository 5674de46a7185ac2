/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules/presence.h"

#include "record/kinds/event.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "review/review-private.h"
#include "schedule/recurrence.h"

const LiaisonBlock *
liaison_review_find (LiaisonReview *review, LiaisonId id, const LiaisonKind *kind)
{
  const LiaisonBlock *block
      = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (review->snapshot, id);

  return block != NULL && block->shape == &kind->shape ? block : NULL;
}

/* Those already told of, so that each comes once. */
typedef struct
{
  LiaisonReview *review;
  LiaisonPresenceFunc func;
  gpointer data;
  const LiaisonEventData *event;
} Telling;

static gboolean
is_participant (const Telling *self, LiaisonId id)
{
  return liaison_ids_contains (self->event->participants, id);
}

static void
tell (const Telling *self, LiaisonId id, int role)
{
  const LiaisonBlock *block
      = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (self->review->snapshot, id);

  if (block != NULL
      && (block->shape == &liaison_participant_kind.shape
          || block->shape == &liaison_post_kind.shape))
    self->func (block, role, self->data);
}

void
liaison_presence_foreach (LiaisonReview *review,
                          const LiaisonBlock *event,
                          LiaisonPresenceFunc func,
                          gpointer data)
{
  Telling self = { review, func, data, LIAISON_DATA (Event, event) };
  guint n_ids, n_roles = liaison_items_get_size (self.event->roles);
  const LiaisonId *ids = liaison_ids_get (self.event->participants, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    tell (&self, ids[i], LIAISON_EVENT_ROLE_UNSET);
  if (!is_participant (&self, self.event->chair))
    tell (&self, self.event->chair, LIAISON_EVENT_ROLE_UNSET);
  for (guint i = 0; i < n_roles; i++)
    {
      const LiaisonEventRoleData *role
          = LIAISON_DATA (EventRole, liaison_items_get (self.event->roles, i));
      if (!is_participant (&self, role->participant)
          && !liaison_id_same (role->participant, self.event->chair))
        tell (&self, role->participant, role->role);
    }
}

static const char *
get_nation (const LiaisonBlock *block)
{
  return block->shape == &liaison_post_kind.shape ? LIAISON_DATA (Post, block)->from_nation
                                                  : LIAISON_DATA (Participant, block)->nation;
}

static void
add_code (GPtrArray *codes, const char *code)
{
  if (code != NULL && !g_ptr_array_find (codes, code, NULL))
    g_ptr_array_add (codes, (gpointer) code);
}

static void
add_nation_cb (const LiaisonBlock *block, int role, gpointer data)
{
  add_code (data, get_nation (block));
}

GPtrArray *
liaison_presence_get_nations (LiaisonReview *review, const LiaisonBlock *event)
{
  GPtrArray *nations = g_ptr_array_new ();
  guint n;
  const char *const *codes = liaison_codes_get (LIAISON_DATA (Event, event)->nations, &n);

  for (guint i = 0; i < n; i++)
    add_code (nations, codes[i]);
  liaison_presence_foreach (review, event, add_nation_cb, nations);
  return nations;
}

/* Shifts while they are gathered, person by person. */
typedef struct
{
  LiaisonReview *review;
  GHashTable *shifts;
  LiaisonDuty duty;
  LiaisonId person;
} Gathering;

static gboolean
add_shift_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Gathering *self = data;
  GArray *duties = g_hash_table_lookup (self->shifts, &self->person);

  if (duties == NULL)
    {
      duties = g_array_new (FALSE, FALSE, sizeof (LiaisonDuty));
      g_hash_table_insert (self->shifts, g_memdup2 (&self->person, sizeof self->person), duties);
    }
  self->duty.start = occurrence->start;
  self->duty.end = occurrence->end;
  g_array_append_val (duties, self->duty);
  return TRUE;
}

static void
gather_shifts (Gathering *self, const LiaisonBlock *post)
{
  const LiaisonItems *shifts = LIAISON_DATA (Post, post)->shifts;
  guint n = liaison_items_get_size (shifts);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (shifts, i));
      if (liaison_id_is_zero (shift->participant) || shift->status == LIAISON_SHIFT_STATUS_ABSENT)
        continue;
      self->person = shift->participant;
      self->duty = (LiaisonDuty){ .block = post, .on_shift = TRUE };
      liaison_recurrence_foreach (&self->review->lookup, &shift->block, G_MININT32, G_MAXUINT32,
                                  add_shift_cb, self);
    }
}

/* The shifts of everybody. */
static GHashTable *
get_shifts (LiaisonReview *review)
{
  Gathering self = { .review = review };
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (review->snapshot, LIAISON_KIND_POST, &n);

  if (review->shared->shifts != NULL)
    return review->shared->shifts;
  self.shifts = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    gather_shifts (&self, posts[i]);
  review->shared->shifts = self.shifts;
  return self.shifts;
}

static int
compare_duties (gconstpointer a, gconstpointer b)
{
  const LiaisonDuty *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return liaison_id_compare (one->block->id, two->block->id);
}

/* Each time at which an event asks for the person, as bookings know them. */
static void
add_events (LiaisonReview *review, const LiaisonReviewPool *pool, gpointer data)
{
  for (guint i = 0; i < pool->n; i++)
    {
      LiaisonDuty duty = { pool->uses[i].start, pool->uses[i].end,
                           liaison_review_get_used_by (review, pool->uses[i].event)->block, FALSE };
      g_array_append_val ((GArray *) data, duty);
    }
}

static GArray *
gather_duties (LiaisonReview *review, const LiaisonBlock *person)
{
  GArray *duties = g_array_new (FALSE, FALSE, sizeof (LiaisonDuty));
  const GArray *shifts = g_hash_table_lookup (get_shifts (review), &person->id);
  gboolean sorted = TRUE;

  liaison_review_foreach_pool (review, person, add_events, duties);
  if (shifts != NULL)
    g_array_append_vals (duties, shifts->data, shifts->len);
  for (guint i = 1; i < duties->len && sorted; i++)
    sorted = compare_duties (&g_array_index (duties, LiaisonDuty, i - 1), &g_array_index (duties, LiaisonDuty, i)) <= 0;
  if (!sorted)
    g_array_sort (duties, compare_duties);
  return duties;
}

void
liaison_presence_look_at_duties (LiaisonReview *review,
                                 const LiaisonBlock *person,
                                 LiaisonDutiesFunc func)
{
  struct _LiaisonReviewShared *shared = review->shared;
  GArray *duties;

  if (LIAISON_DATA (Participant, person)->type != LIAISON_PARTICIPANT_TYPE_PERSON)
    return;
  if (shared->duties == NULL)
    shared->duties = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  duties = g_hash_table_lookup (shared->duties, person);
  if (duties == NULL)
    {
      duties = gather_duties (review, person);
      g_hash_table_insert (shared->duties, (gpointer) person, duties);
    }
  if (duties->len > 1)
    func (review, person, (const LiaisonDuty *) (gconstpointer) duties->data, duties->len);
}
