/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit can matter to. */
#include "config.h"

#include "review/review-index-private.h"

#include "record/field-type.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "record/kinds/site.h"
#include "record/record-references.h"

/* More than so many are better looked at as a whole, in a thread. */
#define MAX_TOUCHED 2000
#define MAX_REACHED 6000

static const LiaisonBlock *
get_either (const LiaisonTouched *touched)
{
  return touched->after != NULL ? touched->after : touched->before;
}

static LiaisonKindId
kind_of (const LiaisonBlock *block)
{
  return liaison_kind_for_shape (block->shape)->id;
}

static void
touch (LiaisonReach *self, const LiaisonBlock *before, const LiaisonBlock *after)
{
  LiaisonTouched touched = { before, after };
  const LiaisonBlock *either = get_either (&touched);

  if (!g_hash_table_add (self->seen, (gpointer) &either->id))
    return;
  g_array_append_val (self->touched, touched);
  self->kinds |= G_GUINT64_CONSTANT (1) << kind_of (either);
}

/* The ids under which others refer to it. */
static guint
get_targets (const LiaisonTouched *touched, LiaisonId targets[3])
{
  guint n = 0;

  targets[n++] = get_either (touched)->id;
  if (get_either (touched)->shape != &liaison_nation_kind.shape)
    return n;
  if (touched->before != NULL && LIAISON_DATA (Nation, touched->before)->code != NULL)
    targets[n++] = liaison_id_for_code (LIAISON_DATA (Nation, touched->before)->code);
  if (touched->after != NULL && LIAISON_DATA (Nation, touched->after)->code != NULL)
    targets[n++] = liaison_id_for_code (LIAISON_DATA (Nation, touched->after)->code);
  return n;
}

typedef struct
{
  LiaisonId target;
  gboolean found;
} Seeking;

static void
seek_cb (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  Seeking *self = data;
  self->found |= liaison_id_same (target, self->target);
}

static LiaisonId
get_parent (const LiaisonBlock *block)
{
  if (block->shape == &liaison_event_kind.shape)
    return LIAISON_DATA (Event, block)->parent;
  if (block->shape == &liaison_site_kind.shape)
    return LIAISON_DATA (Site, block)->parent;
  if (block->shape == &liaison_participant_kind.shape)
    return LIAISON_DATA (Participant, block)->parent;
  return (LiaisonId){ 0, 0 };
}

/* Whether its time hangs on @target, or it lies in that event or site, or below that participant. */
static gboolean
follows (const LiaisonBlock *block, LiaisonId target)
{
  Seeking seeking = { target, FALSE };

  if (liaison_id_same (get_parent (block), target))
    return TRUE;
  liaison_block_foreach_reference (block, LIAISON_REFERENCES_ANCHORS, seek_cb, &seeking);
  return seeking.found;
}

/* Whether a time of its own may be another now. */
static gboolean
may_move (const LiaisonTouched *touched)
{
  const LiaisonShape *shape = get_either (touched)->shape;

  if (touched->before == NULL || touched->after == NULL || touched->before == touched->after)
    return TRUE;
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];
      /* Of sites and participants those below them follow, too; of events whatever is more than a text. */
      if (((shape == &liaison_event_kind.shape && field->type != LIAISON_FIELD_TEXT)
           || field->type == LIAISON_FIELD_INSTANT || field->type == LIAISON_FIELD_DURATION
           || field->type == LIAISON_FIELD_ZONE || field->type == LIAISON_FIELD_REFERENCE
           || field->type == LIAISON_FIELD_ITEMS || field->type == LIAISON_FIELD_NATION)
          && !liaison_field_type_ops (field->type)
                  ->equal (LIAISON_BLOCK_AT (touched->before, field), LIAISON_BLOCK_AT (touched->after, field)))
        return TRUE;
    }
  return FALSE;
}

static void
touch_followers (LiaisonReach *self, guint place)
{
  LiaisonTouched touched = g_array_index (self->touched, LiaisonTouched, place);
  LiaisonId target = get_either (&touched)->id;
  guint n;

  if (!may_move (&touched))
    return;
  const LiaisonId *uses = liaison_document_find_uses (self->document, target, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (self->index->snapshot, uses[i]);
      if (user != NULL && follows (user, target))
        touch (self, user, user);
    }
}

void
liaison_reach_add_contested (LiaisonReach *self, const GArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      LiaisonId resource = g_array_index (conflicts, LiaisonConflict, i).resource;
      gboolean known = liaison_id_is_zero (resource);
      for (guint j = 0; !known && j < self->contested->len; j++)
        known = liaison_id_same (g_array_index (self->contested, LiaisonId, j), resource);
      if (!known)
        g_array_append_val (self->contested, resource);
    }
}

gboolean
liaison_reach_take (LiaisonReach *self,
                    const LiaisonReviewIndex *index,
                    LiaisonDocument *document,
                    const LiaisonChange *changes,
                    guint n)
{
  *self = (LiaisonReach) { .index = index,
                           .document = document,
                           .touched = g_array_new (FALSE, FALSE, sizeof (LiaisonTouched)),
                           .contested = g_array_new (FALSE, FALSE, sizeof (LiaisonId)),
                           .seen = g_hash_table_new (liaison_id_hash, liaison_id_equal) };
  for (guint i = 0; i < n; i++)
    touch (self, changes[i].before, changes[i].after);
  for (guint i = 0; i < self->touched->len; i++)
    {
      if (self->touched->len > MAX_TOUCHED)
        return FALSE;
      touch_followers (self, i);
    }
  return TRUE;
}

void
liaison_reach_clear (LiaisonReach *self)
{
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->alone, g_array_unref);
  g_clear_pointer (&self->referring, g_array_unref);
  g_clear_pointer (&self->referred, g_array_unref);
  g_clear_pointer (&self->alike, g_array_unref);
  g_clear_pointer (&self->contested, g_array_unref);
}

/* A list of ids, each once. */
typedef struct
{
  GArray *ids;
  GHashTable *seen; /* LiaisonId -> itself; owns its keys */
} Once;

static void
add_once (Once *self, LiaisonId id)
{
  if (g_hash_table_contains (self->seen, &id))
    return;
  g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id));
  g_array_append_val (self->ids, id);
}

static void
add_referred_cb (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  if (!liaison_id_is_code (target))
    add_once (data, target);
}

static GArray *
gather (LiaisonReach *self, void (*add) (LiaisonReach *self, const LiaisonTouched *touched, Once *once))
{
  Once once = { g_array_new (FALSE, FALSE, sizeof (LiaisonId)),
                g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL) };

  for (guint i = 0; i < self->touched->len; i++)
    {
      const LiaisonTouched *touched = &g_array_index (self->touched, LiaisonTouched, i);
      add_once (&once, get_either (touched)->id);
      add (self, touched, &once);
    }
  g_hash_table_unref (once.seen);
  return once.ids;
}

static void
add_referring (LiaisonReach *self, const LiaisonTouched *touched, Once *once)
{
  LiaisonId targets[3];
  guint n_targets = get_targets (touched, targets), n;

  for (guint i = 0; i < n_targets; i++)
    {
      const LiaisonId *uses = liaison_document_find_uses (self->document, targets[i], &n);
      for (guint j = 0; j < n && once->ids->len <= MAX_REACHED; j++)
        add_once (once, uses[j]);
    }
}

static void
add_nothing (LiaisonReach *self, const LiaisonTouched *touched, Once *once)
{
}

/* Whether what has happened to it can matter to the rule. */
static gboolean
matters (const LiaisonRule *rule, const LiaisonTouched *touched)
{
  if (touched->before == NULL || touched->after == NULL || touched->before == touched->after)
    return rule->concerns == NULL || rule->concerns (get_either (touched), touched->before == touched->after);
  return rule->matters == NULL || rule->matters (touched->before, touched->after);
}

static gboolean
is_of (const LiaisonTouched *touched, guint64 kinds)
{
  return kinds >> kind_of (get_either (touched)) & 1;
}

gboolean
liaison_reach_matters (const LiaisonReach *self, const LiaisonRule *rule, guint64 kinds)
{
  if ((self->kinds & kinds) == 0)
    return FALSE;
  for (guint i = 0; i < self->touched->len; i++)
    {
      const LiaisonTouched *touched = &g_array_index (self->touched, LiaisonTouched, i);
      if (is_of (touched, kinds) && matters (rule, touched))
        return TRUE;
    }
  return FALSE;
}

static void
add_referred (const LiaisonBlock *block, Once *once)
{
  if (block != NULL)
    liaison_block_foreach_record (block, add_referred_cb, once);
}

typedef struct
{
  const LiaisonSnapshot *snapshot;
  guint64 kinds;
  Once *once;
} Beyond;

static void
add_beyond_cb (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  const Beyond *self = data;
  const LiaisonBlock *block = liaison_id_is_code (target) ? NULL : liaison_snapshot_find (self->snapshot, target);

  if (block != NULL && (self->kinds >> kind_of (block) & 1))
    add_referred (block, self->once);
}

/* What those refer to that it refers to. */
static void
add_beyond (LiaisonReach *self, const LiaisonBlock *block, guint64 kinds, Once *once)
{
  Beyond beyond = { self->index->snapshot, kinds, once };

  if (block != NULL && kinds != 0)
    liaison_block_foreach_record (block, add_beyond_cb, &beyond);
}

/* Of a site, whoever is at an event there. */
static void
add_through (LiaisonReach *self, LiaisonId site, guint64 kinds, Once *once)
{
  guint n;
  const LiaisonId *uses = liaison_document_find_uses (self->document, site, &n);

  for (guint i = 0; i < n && once->ids->len <= MAX_REACHED; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (self->index->snapshot, uses[i]);
      if (user != NULL && (kinds >> kind_of (user) & 1))
        add_referred (user, once);
    }
}

/* What is referred to by those that matter. */
static GArray *
gather_referred (LiaisonReach *self, const LiaisonRule *rule)
{
  Once once = { g_array_new (FALSE, FALSE, sizeof (LiaisonId)),
                g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL) };

  for (guint i = 0; i < self->touched->len; i++)
    {
      const LiaisonTouched *touched = &g_array_index (self->touched, LiaisonTouched, i);
      if (is_of (touched, rule->kinds))
        add_once (&once, get_either (touched)->id);
      if (is_of (touched, rule->referrers) && matters (rule, touched))
        {
          add_referred (touched->before, &once);
          add_referred (touched->after != touched->before ? touched->after : NULL, &once);
          add_beyond (self, touched->before, rule->beyond, &once);
          add_beyond (self, touched->after != touched->before ? touched->after : NULL, rule->beyond, &once);
        }
      if (is_of (touched, rule->reach) && matters (rule, touched))
        add_through (self, get_either (touched)->id, rule->referrers, &once);
    }
  g_hash_table_unref (once.seen);
  return once.ids;
}

static void
add_alike (const LiaisonReviewFound *found, const LiaisonBlock *block, Once *once)
{
  guint n = 0;
  const LiaisonId *ids = block != NULL ? liaison_alike_get (found->alike, block, &n) : NULL;

  for (guint i = 0; i < n; i++)
    add_once (once, ids[i]);
}

void
liaison_reach_take_alike (LiaisonReach *self, LiaisonReviewFound *found)
{
  Once once = { g_array_new (FALSE, FALSE, sizeof (LiaisonId)),
                g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL) };

  for (guint i = 0; i < self->touched->len; i++)
    {
      const LiaisonTouched *touched = &g_array_index (self->touched, LiaisonTouched, i);
      if (!is_of (touched, found->rule->kinds) || !matters (found->rule, touched))
        continue;
      add_once (&once, get_either (touched)->id);
      add_alike (found, touched->before, &once);
      liaison_alike_replace (found->alike, touched->before, touched->after);
      add_alike (found, touched->after, &once);
    }
  g_hash_table_unref (once.seen);
  g_clear_pointer (&self->alike, g_array_unref);
  self->alike = once.ids;
}

static const GArray *
get_list (LiaisonReach *self,
          GArray **list,
          void (*add) (LiaisonReach *self, const LiaisonTouched *touched, Once *once))
{
  if (*list == NULL)
    *list = gather (self, add);
  return (*list)->len <= MAX_REACHED ? *list : NULL;
}

const GArray *
liaison_reach_get (LiaisonReach *self, const LiaisonReviewFound *found)
{
  const LiaisonRule *rule = found->rule;

  if (found->alike != NULL)
    return self->alike->len <= MAX_REACHED ? self->alike : NULL;
  if (rule->follows_conflicts)
    return self->contested;
  if (rule->referrers == 0)
    return liaison_reach_matters (self, rule, rule->reach)
               ? get_list (self, &self->referring, add_referring)
               : get_list (self, &self->alone, add_nothing);
  g_clear_pointer (&self->referred, g_array_unref);
  self->referred = gather_referred (self, rule);
  return self->referred->len <= MAX_REACHED ? self->referred : NULL;
}
