/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"
#include "record/record.h"

#include <string.h>

/* Records of one kind that the audience may see. */
#define SEEN_OF_A_KIND 3

static void
entry_free (gpointer data)
{
  LeakEntry *entry = data;

  g_free (entry->serial);
  g_free (entry->order);
  g_free (entry);
}

static LeakEntry *
add_entry (LeakMaking *self, const LiaisonKind *kind, gboolean seen)
{
  LeakEntry *entry = g_new0 (LeakEntry, 1);

  entry->kind = kind;
  entry->seen = seen;
  entry->id = leak_make_id (self, seen ? self->open : self->closed);
  g_ptr_array_add (seen ? self->seen : self->withheld, entry);
  return entry;
}

static gboolean
is_planners_kind (const LiaisonKind *kind)
{
  return kind == &liaison_pack_kind || kind == &liaison_baseline_kind
         || kind == &liaison_accepted_finding_kind || kind == &liaison_conflict_kind;
}

/* Whether records of the kind can be seen at all. */
static gboolean
can_be_seen (const LeakMaking *self, const LiaisonKind *kind)
{
  return !is_planners_kind (kind) && (kind != &liaison_inject_kind || leak_is_for_control (self));
}

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

static LeakEntry *
find_first (const LeakMaking *self, const LiaisonKind *kind)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      LeakEntry *entry = self->seen->pdata[i];

      if (entry->kind == kind)
        return entry;
    }
  g_assert_not_reached ();
}

/* Of a child and its parent that are both seen; between them may stand one that is not. */
static void
settle_parent (LeakMaking *self, LeakEntry *entry)
{
  const LiaisonField *parent =
      liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_PARENT);
  LeakEntry *top = find_first (self, entry->kind);
  LeakEntry *between =
      leak_pick (self->withheld, G_GUINT64_CONSTANT (1) << entry->kind->id, self->closed);
  gboolean has_parent = leak_below (self->open, 2);
  LiaisonId *at;

  if (parent == NULL)
    return;
  at = LIAISON_BLOCK_AT (entry->block, parent);
  *at = has_parent && top != entry ? top->id : (LiaisonId){ 0 };
  if (between == NULL || liaison_id_is_zero (*at) || leak_below (self->closed, 2))
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
number_all (LeakMaking *self)
{
  guint numbers[LIAISON_N_KINDS] = { 0 };
  guint places[LIAISON_N_KINDS] = { 0 };

  for (guint i = 0; i < self->seen->len; i++)
    {
      LeakEntry *entry = self->seen->pdata[i];
      const char *prefix = entry->kind->prefix;

      if (prefix != NULL && *prefix != '-')
        {
          numbers[entry->kind->id] += 1 + leak_below (self->closed, 9);
          entry->serial = g_strdup_printf ("%s-%03u", prefix, numbers[entry->kind->id]);
        }
      entry->order = g_strdup_printf ("%c%ci", 'a' + (char) places[entry->kind->id]++,
                                      'a' + (char) leak_below (self->closed, 26));
    }
  for (guint i = 0; i < self->withheld->len; i++)
    {
      LeakEntry *entry = self->withheld->pdata[i];

      if (entry->kind->prefix != NULL && *entry->kind->prefix != '-')
        entry->serial =
            g_strdup_printf ("%s-%03u", entry->kind->prefix, 1 + leak_below (self->closed, 40));
      entry->order = g_strdup_printf ("%c%cp", 'a' + (char) leak_below (self->closed, 26),
                                      'a' + (char) leak_below (self->closed, 26));
    }
}

/* The records there are, before anything is in them. */
static void
list_records (LeakMaking *self)
{
  self->exercise = add_entry (self, &liaison_exercise_kind, TRUE);
  for (guint i = 0; i < LEAK_N_KNOWN; i++)
    add_entry (self, &liaison_nation_kind, TRUE)->code = leak_known[i];
  for (guint i = 0; i < LEAK_N_UNKNOWN; i++)
    add_entry (self, &liaison_nation_kind, FALSE)->code = leak_unknown[i];
  self->seen_group = add_entry (self, &liaison_group_kind, TRUE);
  self->hiding_group = add_entry (self, &liaison_group_kind, FALSE);
  self->other_group = add_entry (self, &liaison_group_kind, FALSE);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKind *each = liaison_kind_get (kind);

      if (each == &liaison_exercise_kind || each == &liaison_nation_kind
          || each == &liaison_group_kind)
        continue;
      for (guint i = 0; can_be_seen (self, each) && i < SEEN_OF_A_KIND; i++)
        add_entry (self, each, TRUE);
      for (guint i = leak_below (self->closed, 4); i > 0; i--)
        add_entry (self, each, FALSE);
    }
  /* Times of what is seen hang on a stage that is not. */
  add_entry (self, &liaison_stage_kind, FALSE);
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
  leak_fill_fields (self, entry, entry->block, entry->seen);
  leak_settle_release (self, entry);
  if (!entry->seen)
    leak_settle_withheld (self, entry);
  settle_names (self, entry);
  settle_start (self, entry);
  settle_audience (self, entry, observers);
}

static void
make_records (LeakMaking *self, GPtrArray *entries)
{
  guint observers = 0;

  for (guint i = 0; i < entries->len; i++)
    make_record (self, entries->pdata[i], &observers);
}

static void
fill_document (LeakMaking *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      LeakEntry *entry = entries->pdata[i];

      g_assert_true (liaison_document_fill (self->plan->document, entry->kind,
                                            g_steal_pointer (&entry->block)));
    }
}

static char *
settle_post (LeakMaking *self)
{
  LiaisonPostData *post = (LiaisonPostData *) find_first (self, &liaison_post_kind)->block;
  char text[LIAISON_ID_TEXT_SIZE];

  post->from_nation = leak_intern ("FR");
  g_clear_pointer (&post->clearance, g_ref_string_release);
  post->clearance = g_ref_string_new (LEAK_LOW);
  liaison_id_format (post->block.id, text);
  return g_strdup (text);
}

LeakPlan *
leak_plan_new (guint32 open, guint32 closed, LeakAudience whom)
{
  static const char *const members[] = { "FR", "PL" };
  static const char *const names[] = { "FR", "role:observer", NULL, "FR/role:exercise-control" };
  g_autoptr (GRand) open_random = g_rand_new_with_seed (open),
                    closed_random = g_rand_new_with_seed (closed);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) withheld = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *post = NULL, *unknown_member = NULL;
  LeakPlan *self = g_new0 (LeakPlan, 1);
  LeakMaking making = { .open = open_random,
                        .closed = closed_random,
                        .whom = whom,
                        .seen = seen,
                        .withheld = withheld,
                        .plan = self };

  self->ids = g_ptr_array_new_with_free_func (g_free);
  list_records (&making);
  number_all (&making);
  for (guint i = 0; i < withheld->len; i++)
    ((LeakEntry *) withheld->pdata[i])->start =
        LEAK_STARTEX + (gint64) leak_below (closed_random, 100000) * 60;
  make_records (&making, withheld);
  make_records (&making, seen);
  for (guint i = 0; i < seen->len; i++)
    settle_parent (&making, seen->pdata[i]);
  settle_exercise (&making);
  leak_fill_group (&making, making.seen_group, members, 2);
  leak_fill_group (&making, making.hiding_group, members, 2);
  leak_fill_group (&making, making.other_group, NULL, 0);
  post = settle_post (&making);
  self->document = liaison_document_new (making.exercise->id);
  unknown_member =
      g_strdup_printf ("\"x-file\":\"" LEAK_CANARY " %u\"", leak_below (closed_random, 1000));
  liaison_document_set_unknown (self->document, unknown_member);
  self->n_seen = seen->len;
  fill_document (&making, seen);
  fill_document (&making, withheld);
  snapshot = liaison_document_get_snapshot (self->document);
  self->audience =
      liaison_audience_parse (snapshot, names[whom] != NULL ? names[whom] : post, &error);
  g_assert_no_error (error);
  return self;
}

void
leak_plan_free (LeakPlan *self)
{
  g_clear_object (&self->document);
  liaison_audience_unref (self->audience);
  g_ptr_array_unref (self->ids);
  g_free (self);
}
