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

/* Duties while they are gathered, person by person. */
typedef struct
{
  LiaisonReview *review;
  GHashTable *duties; /* block of the person -> GArray of LiaisonDuty */
  LiaisonDuty duty;   /* of the event or shift that is looked at */
  const LiaisonBlock *person;
  const LiaisonBlock *only; /* the one person that is asked for, or NULL */
} Gathering;

static void
add_duty (Gathering *self, const LiaisonBlock *person)
{
  GArray *duties;

  if ((self->only != NULL && self->only != person)
      || LIAISON_DATA (Participant, person)->type != LIAISON_PARTICIPANT_TYPE_PERSON)
    return;
  duties = g_hash_table_lookup (self->duties, person);
  if (duties == NULL)
    {
      duties = g_array_new (FALSE, FALSE, sizeof (LiaisonDuty));
      g_hash_table_insert (self->duties, (gpointer) person, duties);
    }
  g_array_append_val (duties, self->duty);
}

static void
add_present_cb (const LiaisonBlock *block, int role, gpointer data)
{
  if (block->shape == &liaison_participant_kind.shape)
    add_duty (data, block);
}

static gboolean
add_shift_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Gathering *self = data;

  self->duty.start = occurrence->start;
  self->duty.end = occurrence->end;
  add_duty (self, self->person);
  return TRUE;
}

/* Whether the event names the person, in whatever part. */
static gboolean
names (const LiaisonEventData *event, LiaisonId person)
{
  gboolean found = liaison_ids_contains (event->participants, person) || liaison_id_same (event->chair, person);

  for (guint i = 0; !found && i < liaison_items_get_size (event->roles); i++)
    found = liaison_id_same (LIAISON_DATA (EventRole, liaison_items_get (event->roles, i))->participant, person);
  return found;
}

static void
gather_event (Gathering *self, const LiaisonBlock *block)
{
  const LiaisonScheduledEvent *event = liaison_review_get_event (self->review, block);

  if (event == NULL || event->end <= event->start)
    return;
  self->duty = (LiaisonDuty) { event->start, event->end, block, FALSE };
  if (self->only != NULL)
    {
      if (names (LIAISON_DATA (Event, block), self->only->id))
        add_duty (self, self->only);
      return;
    }
  liaison_presence_foreach (self->review, block, add_present_cb, self);
}

static void
gather_shifts (Gathering *self, const LiaisonBlock *post)
{
  const LiaisonItems *shifts = LIAISON_DATA (Post, post)->shifts;
  guint n = liaison_items_get_size (shifts);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (shifts, i));
      self->person
          = liaison_review_find (self->review, shift->participant, &liaison_participant_kind);
      if (self->person == NULL || shift->status == LIAISON_SHIFT_STATUS_ABSENT
          || (self->only != NULL && self->only != self->person))
        continue;
      self->duty.block = post;
      self->duty.on_shift = TRUE;
      liaison_recurrence_foreach (&self->review->lookup, &shift->block, G_MININT32, G_MAXUINT32,
                                  add_shift_cb, self);
    }
}

static int
compare_duties (gconstpointer a, gconstpointer b)
{
  const LiaisonDuty *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return liaison_id_compare (one->block->id, two->block->id);
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

/* Those of everybody, in order. */
static GHashTable *
gather_all (LiaisonReview *review)
{
  Gathering self = { .review = review, .duties = make_table () };
  GHashTableIter iter;
  gpointer duties;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    gather_event (&self, blocks[i]);
  blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_POST, &n);
  for (guint i = 0; i < n; i++)
    gather_shifts (&self, blocks[i]);
  g_hash_table_iter_init (&iter, self.duties);
  while (g_hash_table_iter_next (&iter, NULL, &duties))
    g_array_sort (duties, compare_duties);
  return self.duties;
}

/* Those of one: at what refers to them. None is kept as an empty list. */
static void
gather_one (LiaisonReview *review, const LiaisonBlock *person)
{
  Gathering self = { .review = review, .duties = review->shared->duties, .only = person };
  guint n;
  const LiaisonId *uses = liaison_review_get_uses (review, person, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, uses[i]);
      if (block != NULL && block->shape == &liaison_event_kind.shape)
        gather_event (&self, block);
      else if (block != NULL && block->shape == &liaison_post_kind.shape)
        gather_shifts (&self, block);
    }
  GArray *duties = g_hash_table_lookup (self.duties, person);
  if (duties != NULL)
    g_array_sort (duties, compare_duties);
  else
    g_hash_table_insert (self.duties, (gpointer) person, g_array_new (FALSE, FALSE, sizeof (LiaisonDuty)));
}

void
liaison_presence_look_at_duties (LiaisonReview *review,
                                 const LiaisonBlock *person,
                                 LiaisonDutiesFunc func)
{
  struct _LiaisonReviewShared *shared = review->shared;

  if (shared->duties == NULL)
    shared->duties = liaison_review_is_partial (review) ? make_table () : gather_all (review);
  if (liaison_review_is_partial (review) && !g_hash_table_contains (shared->duties, person))
    gather_one (review, person);
  GArray *duties = g_hash_table_lookup (shared->duties, person);
  if (duties != NULL && duties->len > 1)
    func (review, person, (const LiaisonDuty *) (gconstpointer) duties->data, duties->len);
}
