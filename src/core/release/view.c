/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/view.h"

#include "record/intern.h"
#include "record/kinds/exercise.h"
#include "record/kinds/group.h"
#include "record/kinds/nation.h"
#include "record/own-column.h"
#include "record/release-list.h"
#include "release/fault.h"

#include <string.h>

struct _LiaisonView
{
  /* Borrowed */
  const LiaisonSnapshot *plan;
  const LiaisonAudience *audience;
  const LiaisonMarkingScheme *scheme; /* NULL: not known here */

  /* Owned */
  LiaisonLookup lookup;
  GHashTable *seen;    /* LiaisonId in a block -> the block */
  GHashTable *nations; /* interned codes that the audience may know of */
  GHashTable *columns; /* "events/key" of own columns it may see; owned texts */
};

/* A kind whose first field does not leave the planning cell is that cell's own. */
static gboolean
is_planners_kind (const LiaisonBlock *block)
{
  return !block->shape->fields[0].open;
}

static gboolean
is_secluded (const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];

      if (field->secludes && *(const gboolean *) LIAISON_BLOCK_AT (block, field))
        return !LIAISON_HAS_FAULT (SECLUDED_GO);
    }
  return FALSE;
}

static gboolean
is_control (const LiaisonBlock *block)
{
  const LiaisonKind *kind = liaison_kind_for_shape (block->shape);

  return (kind->control && !LIAISON_HAS_FAULT (PLAYERS_SEE_CONTROL)) || is_secluded (block);
}

/* The first nation of the audience that @list does not have; NULL: it has all. */
static const char *
find_absent (const LiaisonAudience *audience, const LiaisonCodes *list)
{
  guint n;
  const char *const *codes = liaison_codes_get (audience->nations, &n);
  const char *absent = NULL;

  for (guint i = 0; i < n; i++)
    if (!liaison_codes_contains (list, codes[i]))
      absent = absent != NULL ? absent : codes[i];
    else if (LIAISON_HAS_FAULT (ANY_NATION))
      return NULL;
  return absent;
}

static gboolean
is_below_highest (const LiaisonView *self, const LiaisonMarking *marking)
{
  return self->audience->highest == NULL || marking == NULL || LIAISON_HAS_FAULT (NO_LEVELS)
         || liaison_marking_scheme_is_within (self->scheme, marking->level,
                                              self->audience->highest);
}

static gboolean
is_on_list (const LiaisonView *self, const LiaisonBlock *block, LiaisonWithheld *why)
{
  const LiaisonMarking *marking = liaison_block_get_marking (block);
  g_autoptr (LiaisonCodes) list = NULL;
  guint n;

  if (self->audience->type == LIAISON_AUDIENCE_PLANNERS
      || (marking == NULL && LIAISON_HAS_FAULT (UNMARKED_IS_OPEN)))
    return TRUE;
  liaison_ids_get (marking != NULL ? marking->groups : NULL, &n);
  if (n > 0 && LIAISON_HAS_FAULT (GROUPS_ARE_OPEN))
    return TRUE;
  list = liaison_release_list_of (&self->lookup, block);
  why->nation = find_absent (self->audience, list);
  why->reason = marking == NULL ? LIAISON_WITHHELD_UNMARKED : LIAISON_WITHHELD_LIST;
  return why->nation == NULL;
}

static gboolean
decide (const LiaisonView *self, const LiaisonBlock *block, LiaisonWithheld *why)
{
  if (is_planners_kind (block) && LIAISON_HAS_FAULT (PLANNERS_KINDS_GO))
    return TRUE;
  if (is_planners_kind (block))
    why->reason = LIAISON_WITHHELD_PLANNERS;
  else if (is_control (block) && !self->audience->control)
    why->reason = LIAISON_WITHHELD_CONTROL;
  else if (!is_on_list (self, block, why))
    return FALSE;
  else if (!is_below_highest (self, liaison_block_get_marking (block)))
    why->reason = LIAISON_WITHHELD_LEVEL;
  else
    return TRUE;
  return FALSE;
}

gboolean
liaison_view_may_see (const LiaisonView *self, const LiaisonBlock *block, LiaisonWithheld *why)
{
  LiaisonWithheld found = { .kind = liaison_kind_for_shape (block->shape)->id,
                            .record = block->id };

  if (decide (self, block, &found))
    return TRUE;
  if (why != NULL)
    *why = found;
  return FALSE;
}

static void
gather_nations (LiaisonView *self)
{
  guint n;
  const char *const *own = liaison_codes_get (self->audience->nations, &n);
  const LiaisonBlock *const *blocks;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->nations, (gpointer) own[i]);
  blocks = liaison_snapshot_get (self->plan, LIAISON_KIND_NATION, &n);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (self->seen, &blocks[i]->id)
        && LIAISON_DATA (Nation, blocks[i])->code != NULL)
      g_hash_table_add (self->nations, (gpointer) LIAISON_DATA (Nation, blocks[i])->code);
}

static char *
name_column (LiaisonKindId kind, const char *key)
{
  return g_strconcat (liaison_kind_get (kind)->plural, "/", key, NULL);
}

static void
gather_columns (LiaisonView *self)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->plan);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) columns = NULL;

      if (!liaison_own_columns_has (liaison_kind_get (kind), NULL))
        continue;
      columns = liaison_own_columns_list (exercise, liaison_kind_get (kind), "en");
      for (guint i = 0; i < columns->len; i++)
        {
          const LiaisonOwnColumn *column = columns->pdata[i];

          if (column->players || self->audience->control)
            g_hash_table_add (self->columns, name_column (kind, column->key));
        }
    }
}

LiaisonView *
liaison_view_new_for_questions (const LiaisonSnapshot *plan, const LiaisonAudience *audience)
{
  LiaisonView *self = g_new0 (LiaisonView, 1);

  self->plan = plan;
  self->audience = audience;
  self->lookup = liaison_snapshot_get_lookup (plan);
  self->scheme = liaison_marking_scheme_of (liaison_snapshot_get_exercise (plan));
  self->seen = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  self->nations = g_hash_table_new (NULL, NULL);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

LiaisonView *
liaison_view_new (const LiaisonSnapshot *plan, const LiaisonAudience *audience)
{
  LiaisonView *self = liaison_view_new_for_questions (plan, audience);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (plan, kind, &n);

      for (guint i = 0; i < n; i++)
        if (liaison_view_may_see (self, blocks[i], NULL))
          g_hash_table_insert (self->seen, (gpointer) &blocks[i]->id, (gpointer) blocks[i]);
    }
  gather_nations (self);
  gather_columns (self);
  return self;
}

void
liaison_view_free (LiaisonView *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->nations);
  g_hash_table_unref (self->columns);
  g_free (self);
}

const LiaisonSnapshot *
liaison_view_get_plan (const LiaisonView *self)
{
  return self->plan;
}

const LiaisonAudience *
liaison_view_get_audience (const LiaisonView *self)
{
  return self->audience;
}

const LiaisonBlock *
liaison_view_find (const LiaisonView *self, LiaisonId id)
{
  return g_hash_table_lookup (self->seen, &id);
}

gboolean
liaison_view_knows_nation (const LiaisonView *self, const char *code)
{
  return code != NULL && g_hash_table_contains (self->nations, code);
}

gboolean
liaison_view_may_see_field (const LiaisonView *self,
                            const LiaisonField *field,
                            LiaisonWithheldReason *reason)
{
  LiaisonWithheldReason found;

  if (!field->open && !LIAISON_HAS_FAULT (CLOSED_FIELDS_GO))
    found = LIAISON_WITHHELD_PLANNERS;
  else if ((field->flags & LIAISON_FIELD_CONTROL) != 0 && !self->audience->control
           && !LIAISON_HAS_FAULT (CONTROL_FIELDS_GO))
    found = LIAISON_WITHHELD_CONTROL;
  else
    return TRUE;
  if (reason != NULL)
    *reason = found;
  return FALSE;
}

gboolean
liaison_view_may_see_column (const LiaisonView *self, LiaisonKindId kind, const char *key)
{
  g_autofree char *name = name_column (kind, key != NULL ? key : "");

  return g_hash_table_contains (self->columns, name);
}
