/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"
#include "record/record.h"

#include <string.h>

/* By which chance knows the file as a whole. */
#define FILE_INDEX 30000

static void
settle_names (LeakMaking *self, LeakEntry *entry)
{
  const LiaisonField *code = liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_CODE);
  const LiaisonField *order = liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_ORDER);

  if (entry->code != NULL)
    *(const char **) LIAISON_BLOCK_AT (entry->block, code) = leak_intern (entry->code);
  else if (entry->serial != NULL && code != NULL)
    leak_set_string (entry->block, code->name, entry->serial);
  if (entry->order != NULL && order != NULL)
    leak_set_string (entry->block, order->name, entry->order);
}

/* Of a child and its parent that are both seen; between them may stand one that is not. */
static void
settle_parent (LeakMaking *self, LeakEntry *entry)
{
  const LiaisonField *parent =
      liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_PARENT);
  LeakEntry *top = leak_find_first (self, entry->kind), *between;
  gboolean has_parent;
  LiaisonId *at;

  if (parent == NULL)
    return;
  leak_aim_at (self, entry, LEAK_OF_PARENT, 0, 0);
  between = leak_pick (self->withheld, G_GUINT64_CONSTANT (1) << entry->kind->id, self->closed);
  has_parent = leak_below (self->open, 2);
  at = LIAISON_BLOCK_AT (entry->block, parent);
  *at = has_parent && top != entry ? top->id : (LiaisonId){ 0 };
  if (between == NULL || !between->present || liaison_id_is_zero (*at)
      || leak_below (self->closed, 2))
    return;
  *(LiaisonId *) LIAISON_BLOCK_AT (between->block, parent) = top->id;
  *at = between->id;
}

static LiaisonBlock *
make_column (LeakMaking *self, const char *key, gboolean players)
{
  gboolean seen = players || leak_is_for_control (self);
  LiaisonBlock *block = liaison_block_new (&liaison_own_column_shape,
                                           leak_make_id (self, seen ? self->open : self->closed));
  LiaisonOwnColumnData *column = (LiaisonOwnColumnData *) block;

  column->key = g_ref_string_new (key);
  column->label = liaison_text_new ("en", seen ? "Own" : LEAK_CANARY " column");
  column->table = 1;
  column->type = LIAISON_COLUMN_TYPE_TEXT;
  column->players = players;
  return block;
}

/* Both tables that can have them have the same. */
static void
add_columns (LeakMaking *self, LiaisonExerciseData *exercise)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  leak_aim (self, FILE_INDEX, LEAK_OF_COLUMNS, 0, 0);
  g_clear_pointer (&exercise->columns, liaison_items_unref);
  for (int table = 1; table < (int) liaison_column_tables.n; table++)
    {
      LiaisonBlock *open = make_column (self, "open", TRUE),
                   *closed = make_column (self, "closed", FALSE);

      ((LiaisonOwnColumnData *) open)->table = table;
      ((LiaisonOwnColumnData *) closed)->table = table;
      g_ptr_array_add (blocks, open);
      g_ptr_array_add (blocks, closed);
    }
  exercise->columns = liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
}

static void
settle_exercise (LeakMaking *self)
{
  LiaisonExerciseData *exercise = (LiaisonExerciseData *) self->exercise->block;

  liaison_instant_from_unix (LEAK_STARTEX, leak_intern ("Europe/Oslo"), &exercise->startex);
  liaison_instant_from_unix (LEAK_STARTEX + 864000, leak_intern ("Europe/Oslo"), &exercise->endex);
  exercise->zone = leak_intern ("Europe/Oslo");
  exercise->count_withheld = FALSE;
  g_clear_pointer (&exercise->marking_scheme, g_ref_string_release);
  exercise->marking_scheme = g_ref_string_new ("exercise");
  g_clear_pointer (&exercise->default_marking, liaison_marking_unref);
  exercise->default_marking = leak_make_open_marking (self, LEAK_LOW);
  g_clear_pointer (&exercise->marking, liaison_marking_unref);
  exercise->marking = leak_make_open_marking (self, LEAK_LOW);
  add_columns (self, exercise);
}

/* The people who make a role, and the post. */
static void
settle_audience (LeakMaking *self, LeakEntry *entry, guint *n)
{
  static const char *const nations[] = { "FR", "PL" };

  if (entry->kind == &liaison_participant_kind)
    {
      LiaisonParticipantData *participant = (LiaisonParticipantData *) entry->block;

      if (participant->role == LIAISON_PARTICIPANT_ROLE_OBSERVER)
        participant->role = LIAISON_PARTICIPANT_ROLE_SUPPORT;
      if (entry->seen && *n < G_N_ELEMENTS (nations))
        {
          participant->role = LIAISON_PARTICIPANT_ROLE_OBSERVER;
          participant->nation = leak_intern (nations[(*n)++]);
        }
    }
}

static void
settle_start (LeakMaking *self, LeakEntry *entry)
{
  if (entry->kind == &liaison_stage_kind && !entry->seen)
    liaison_instant_from_unix (entry->start, leak_intern ("Asia/Tokyo"),
                               &((LiaisonStageData *) entry->block)->start);
}

static void
make_record (LeakMaking *self, LeakEntry *entry, guint *observers)
{
  entry->block = liaison_block_new (&entry->kind->shape, entry->id);
  leak_fill_fields (self, entry, entry->block);
  leak_aim_at (self, entry, LEAK_OF_RELEASE, 0, 0);
  leak_settle_release (self, entry);
  if (!entry->seen)
    leak_settle_withheld (self, entry);
  leak_settle_picture (self, entry);
  settle_names (self, entry);
  settle_start (self, entry);
  settle_audience (self, entry, observers);
}

static void
make_records (LeakMaking *self, GPtrArray *entries)
{
  guint observers = 0;

  for (guint i = 0; i < entries->len; i++)
    if (((LeakEntry *) entries->pdata[i])->present)
      make_record (self, entries->pdata[i], &observers);
}

static void
settle_parents (LeakMaking *self)
{
  for (guint i = 0; i < self->seen->len; i++)
    if (((LeakEntry *) self->seen->pdata[i])->seen)
      settle_parent (self, self->seen->pdata[i]);
}

static void
settle_groups (LeakMaking *self)
{
  static const char *const members[] = { "FR", "PL" };

  leak_aim (self, FILE_INDEX, LEAK_OF_MEMBERS, 0, self->version);
  leak_fill_group (self, self->seen_group, members, 2);
  leak_fill_group (self, self->hiding_group, members, 2);
  leak_fill_group (self, self->other_group, NULL, 0);
}

static void
settle_starts (LeakMaking *self)
{
  for (guint i = 0; i < self->withheld->len; i++)
    {
      LeakEntry *entry = self->withheld->pdata[i];

      leak_aim_at (self, entry, LEAK_OF_START, 0, 0);
      entry->start = LEAK_STARTEX + (gint64) leak_below (self->closed, 100000) * 60;
    }
}

static void
fill_document (LeakMaking *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      LeakEntry *entry = entries->pdata[i];

      self->plan->n_seen += entry->seen;
      if (entry->present)
        g_assert_true (liaison_document_fill (self->plan->document, entry->kind,
                                              g_steal_pointer (&entry->block)));
    }
}

static void
make_document (LeakMaking *self)
{
  g_autofree char *unknown_member = NULL;

  leak_aim (self, FILE_INDEX, LEAK_OF_FILE, 0, self->version);
  unknown_member =
      g_strdup_printf ("\"x-file\":\"" LEAK_CANARY " %u\"", leak_below (self->closed, 1000));
  self->plan->document = liaison_document_new (self->exercise->id);
  liaison_document_set_unknown (self->plan->document, unknown_member);
  fill_document (self, self->seen);
  fill_document (self, self->withheld);
}

static void
settle_post (LeakMaking *self)
{
  LiaisonPostData *post = (LiaisonPostData *) leak_find_first (self, &liaison_post_kind)->block;

  post->from_nation = leak_intern ("FR");
  g_clear_pointer (&post->clearance, g_ref_string_release);
  post->clearance = g_ref_string_new (LEAK_LOW);
}

static LiaisonAudience *
find_audience (LeakMaking *self)
{
  static const char *const names[] = { "FR", "role:observer", NULL, "FR/role:exercise-control",
                                       NULL };
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->plan->document);
  g_autoptr (GError) error = NULL;
  LiaisonAudience *audience;
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (self->whom == LEAK_GROUP ? self->seen_group->id
                                              : leak_find_first (self, &liaison_post_kind)->id,
                     id);
  audience =
      liaison_audience_parse (snapshot, names[self->whom] != NULL ? names[self->whom] : id, &error);
  g_assert_no_error (error);
  return audience;
}

LeakPlan *
leak_plan_new (guint32 open, guint32 closed, LeakAudience whom, LeakVersion version)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (leak_entry_free);
  g_autoptr (GPtrArray) withheld = g_ptr_array_new_with_free_func (leak_entry_free);
  LeakPlan *self = g_new0 (LeakPlan, 1);
  LeakRandom random[2];
  LeakMaking making = { .open = &random[0],
                        .closed = &random[1],
                        .open_seed = open,
                        .closed_seed = closed,
                        .whom = whom,
                        .version = version,
                        .seen = seen,
                        .withheld = withheld,
                        .plan = self };

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  leak_list_records (&making);
  leak_number_records (&making);
  settle_starts (&making);
  make_records (&making, withheld);
  make_records (&making, seen);
  settle_parents (&making);
  settle_exercise (&making);
  settle_groups (&making);
  settle_post (&making);
  make_document (&making);
  self->audience = find_audience (&making);
  return self;
}

void
leak_plan_free (LeakPlan *self)
{
  g_clear_object (&self->document);
  liaison_audience_unref (self->audience);
  g_hash_table_unref (self->ids);
  g_free (self);
}
