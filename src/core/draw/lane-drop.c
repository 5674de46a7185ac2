/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/lane-drop.h"

#include "record/kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const LiaisonLane *from, *to;
  const LiaisonLanes *lanes;
  const LiaisonBlock *event;
  LiaisonProposal *proposal; /* or NULL */
} Drop;

static gboolean
is_rest (const LiaisonLane *lane)
{
  return liaison_id_same (lane->key, LIAISON_LANE_REST);
}

static void
set_field (Drop *self, guint field, gconstpointer value)
{
  LiaisonSlot slot = liaison_slot_field (self->event->id, field);

  if (self->proposal != NULL)
    liaison_proposal_take (self->proposal, &liaison_event_kind, &slot,
                           liaison_value_field (&liaison_event_kind.shape.fields[field], value));
}

static void
set_member (Drop *self, guint field, LiaisonId member, gboolean there)
{
  LiaisonSlot slot = liaison_slot_field (self->event->id, field);

  slot.member = member;
  if (self->proposal != NULL && !liaison_id_is_zero (member))
    liaison_proposal_take (self->proposal, &liaison_event_kind, &slot,
                           liaison_value_boolean (there));
}

static void
set_nation (Drop *self, const char *code, gboolean there)
{
  LiaisonSlot slot = liaison_slot_field (self->event->id, LIAISON_FIELD (Event, nations));

  slot.code = code;
  if (self->proposal != NULL && code != NULL)
    liaison_proposal_take (self->proposal, &liaison_event_kind, &slot,
                           liaison_value_boolean (there));
}

/* The key of a lane as a reference: none for what is not assigned. */
static LiaisonId
get_target (const LiaisonLane *lane)
{
  return is_rest (lane) ? (LiaisonId){ 0 } : lane->key;
}

static const char *
drop_at_site (Drop *self)
{
  LiaisonId site = get_target (self->to);

  set_field (self, LIAISON_FIELD (Event, site), &site);
  return NULL;
}

static const char *
drop_on_track (Drop *self)
{
  const char *word = self->to->word != NULL ? self->to->word : self->to->label;
  GRefString *track = is_rest (self->to) ? NULL : g_ref_string_new (word);

  set_field (self, LIAISON_FIELD (Event, track), &track);
  g_clear_pointer (&track, g_ref_string_release);
  return NULL;
}

static const char *
drop_on_type (Drop *self)
{
  int type = is_rest (self->to) ? 0 : (int) self->to->key.low;

  set_field (self, LIAISON_FIELD (Event, type), &type);
  return NULL;
}

/* In a set of references, one in the place of another. */
static const char *
exchange_member (Drop *self, guint field, const LiaisonIds *ids)
{
  if (!is_rest (self->from) && !liaison_ids_contains (ids, self->from->key))
    return N_ ("It stands there because of something inside; unfold the lane first.");
  set_member (self, field, get_target (self->from), FALSE);
  set_member (self, field, get_target (self->to), TRUE);
  return NULL;
}

/* The item of the role that somebody has, where it is one only. */
static const LiaisonBlock *
find_role (const LiaisonEventData *event, LiaisonId participant, guint *n)
{
  const LiaisonBlock *found = NULL;

  *n = 0;
  for (guint i = 0; i < liaison_items_get_size (event->roles); i++)
    {
      const LiaisonBlock *item = liaison_items_get (event->roles, i);
      if (!liaison_id_same (LIAISON_DATA (EventRole, item)->participant, participant))
        continue;
      found = item;
      *n += 1;
    }
  return found;
}

static void
set_role (Drop *self, const LiaisonBlock *role)
{
  guint field = LIAISON_FIELD (EventRole, participant);
  LiaisonSlot slot =
      liaison_slot_item_field (self->event->id, LIAISON_FIELD (Event, roles), role->id, field);
  LiaisonId id = get_target (self->to);

  if (self->proposal != NULL)
    liaison_proposal_take (self->proposal, &liaison_event_kind, &slot,
                           liaison_value_field (&liaison_event_role_shape.fields[field], &id));
}

/* Who takes part, leads it or has a role at it: the other one does so then. */
static const char *
drop_on_person (Drop *self)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, self->event);
  LiaisonId from = get_target (self->from), to = get_target (self->to);
  gboolean takes_part = liaison_ids_contains (event->participants, from);
  gboolean leads = !liaison_id_is_zero (from) && liaison_id_same (event->chair, from);
  guint n_roles = 0, n_there = 0;
  const LiaisonBlock *role = liaison_id_is_zero (from) ? NULL : find_role (event, from, &n_roles);

  if (!liaison_id_is_zero (to)
      && (liaison_ids_contains (event->participants, to) || liaison_id_same (event->chair, to)
          || find_role (event, to, &n_there) != NULL))
    return N_ ("They are at that event already.");
  if (liaison_id_is_zero (from))
    return exchange_member (self, LIAISON_FIELD (Event, participants), event->participants);
  if (takes_part + leads + (int) n_roles > 1)
    return N_ ("They have more than one part in it; change it in the form of the event.");
  if (leads)
    set_field (self, LIAISON_FIELD (Event, chair), &to);
  else if (role != NULL)
    set_role (self, role);
  else
    return exchange_member (self, LIAISON_FIELD (Event, participants), event->participants);
  return NULL;
}

static const char *
nation_of (Drop *self, LiaisonId id)
{
  const LiaisonBlock *block = liaison_snapshot_find (liaison_lanes_get_snapshot (self->lanes), id);

  if (block == NULL)
    return NULL;
  if (block->shape == &liaison_participant_kind.shape)
    return LIAISON_DATA (Participant, block)->nation;
  return block->shape == &liaison_post_kind.shape ? LIAISON_DATA (Post, block)->from_nation : NULL;
}

/* Whether people of the nation are named. */
static gboolean
has_people_of (Drop *self, const char *nation)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, self->event);
  guint n;
  const LiaisonId *ids = liaison_ids_get (event->participants, &n);

  for (guint i = 0; nation != NULL && i < n; i++)
    if (g_strcmp0 (nation_of (self, ids[i]), nation) == 0)
      return TRUE;
  return FALSE;
}

/* Only where nobody need guess whether people are meant too. */
static const char *
drop_on_nation (Drop *self)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, self->event);
  const char *from = is_rest (self->from) ? NULL : self->from->nation;
  const char *to = is_rest (self->to) ? NULL : self->to->nation;

  if (to != NULL && liaison_codes_contains (event->nations, to))
    return N_ ("The nation takes part already.");
  if (has_people_of (self, from))
    return N_ ("People of the nation take part; exchange them in the form of the event.");
  if (from != NULL && !liaison_codes_contains (event->nations, from))
    return N_ ("It stands there because of something inside; unfold the lane first.");
  set_nation (self, from, FALSE);
  set_nation (self, to, TRUE);
  return NULL;
}

const char *
liaison_lane_drop (const LiaisonLanes *lanes,
                   LiaisonLanesBy by,
                   guint from,
                   guint to,
                   const LiaisonBlock *event,
                   LiaisonProposal *proposal)
{
  guint n;
  const LiaisonLane *each = liaison_lanes_get (lanes, &n);
  Drop drop;

  g_return_val_if_fail (from < n && to < n && from != to, NULL);

  drop = (Drop){ &each[from], &each[to], lanes, event, proposal };
  if (LIAISON_DATA (Event, event)->locked)
    return N_ ("The event is locked. Unlock it in its form to move it.");
  switch (by)
    {
    case LIAISON_LANES_BY_SITE:
      return drop_at_site (&drop);
    case LIAISON_LANES_BY_NATION:
      return drop_on_nation (&drop);
    case LIAISON_LANES_BY_PARTICIPANT:
    case LIAISON_LANES_BY_POST:
      return drop_on_person (&drop);
    case LIAISON_LANES_BY_TRACK:
      return drop_on_track (&drop);
    case LIAISON_LANES_BY_CHANNEL:
      if (liaison_ids_contains (LIAISON_DATA (Event, event)->channels, drop.to->key))
        return N_ ("The event uses that channel already.");
      return exchange_member (&drop, LIAISON_FIELD (Event, channels),
                              LIAISON_DATA (Event, event)->channels);
    case LIAISON_LANES_BY_TYPE:
      return drop_on_type (&drop);
    default:
      return NULL;
    }
}
