/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-plan.h"

#include "record/intern.h"
#include "record/kinds.h"
#include "record/record.h"

#include <string.h>

/* Records of one kind that the audience may see. */
#define SEEN_OF_A_KIND 3
#define N_SEEN         (SEEN_OF_A_KIND * LIAISON_N_KINDS)
#define LOW            "EXERCISE-UNCLASSIFIED"
#define HIGH           "EXERCISE-RESTRICTED"

/* Nations whose records the audience sees, and some that it does not hear of. FR and PL are the
 * audience. */
static const char *const known[] = { "FR", "NO", "PL" };
static const char *const unknown[] = { "JP", "KE", "BR", "XCANARYX" };

/* A record in the making. */
typedef struct
{
  const LiaisonKind *kind;
  LiaisonId id;
  gboolean seen;
  const char *code; /* of a nation */
  char *serial;     /* owned, or NULL */
  char *order;      /* owned, or NULL */
  gint64 start;     /* Unix s of a withheld event */
  LiaisonBlock *block;
} Entry;

typedef struct
{
  GRand *open, *closed; /* what each settles */
  LeakAudience whom;
  GPtrArray *seen;     /* of Entry */
  GPtrArray *withheld; /* of Entry */
  Entry *exercise, *seen_group, *hiding_group, *other_group;
  guint counter;
  LeakPlan *plan;
} Making;

static guint
below (GRand *random, guint limit)
{
  return (guint) g_rand_int_range (random, 0, (gint32) limit);
}

static gboolean
is_control_audience (const Making *self)
{
  return self->whom == LEAK_CONTROL;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->serial);
  g_free (entry->order);
  g_free (entry);
}

/* Words of what is released, or of what is withheld: with the canary. */
static char *
make_words (const Making *self, gboolean seen)
{
  static const char *const words[] = { "Bridge", "جسر", "橋", "R&D <b>", "l’été", "a, \"b\"; c" };
  GRand *random = seen ? self->open : self->closed;
  const char *word = words[below (random, G_N_ELEMENTS (words))];

  if (seen)
    return g_strdup_printf ("%s %u", word, below (random, 1000));
  return g_strdup_printf (LEAK_CANARY " %s %u%.*s", word, below (random, 1000),
                          (int) below (random, 60),
                          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
}

static LiaisonId
make_id (const Making *self, GRand *random)
{
  LiaisonId id =
      liaison_id_new_from_parts (1800000000000 + below (random, 1000000000), below (random, 4096),
                                 (guint64) g_rand_int (random) << 32 | g_rand_int (random));
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  g_ptr_array_add (self->plan->ids, g_strdup (text));
  return id;
}

static Entry *
add_entry (Making *self, const LiaisonKind *kind, gboolean seen)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->kind = kind;
  entry->seen = seen;
  entry->id = make_id (self, seen ? self->open : self->closed);
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
can_be_seen (const Making *self, const LiaisonKind *kind)
{
  return !is_planners_kind (kind) && (kind != &liaison_inject_kind || is_control_audience (self));
}

static Entry *
pick (GPtrArray *entries, guint64 targets, GRand *random)
{
  guint first = below (random, MAX (entries->len, 1));

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[(first + i) % entries->len];

      if (targets & (G_GUINT64_CONSTANT (1) << entry->kind->id))
        return entry;
    }
  return NULL;
}

/* Something to refer to: what is seen by what is open, else anything that is withheld, or nothing.
 */
static LiaisonId
pick_reference (const Making *self, guint64 targets, gboolean seen)
{
  Entry *entry = NULL;

  if (seen && below (self->open, 2))
    entry = pick (self->seen, targets, self->open);
  else if (below (self->closed, 3))
    entry = pick (self->withheld, targets, self->closed);
  return entry != NULL ? entry->id : (LiaisonId){ 0 };
}

static LiaisonIds *
pick_references (const Making *self, guint64 targets, gboolean seen)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = seen ? below (self->open, 3) : 0; i > 0; i--)
    {
      Entry *entry = pick (self->seen, targets, self->open);
      if (entry != NULL)
        g_array_append_val (ids, entry->id);
    }
  for (guint i = below (self->closed, 4); i > 0; i--)
    {
      Entry *entry = pick (self->withheld, targets, self->closed);
      if (entry != NULL)
        g_array_append_val (ids, entry->id);
    }
  return ids->len > 0 ? liaison_ids_new ((const LiaisonId *) ids->data, ids->len) : NULL;
}

static const char *
intern (const char *text)
{
  return text != NULL ? liaison_intern (text, strlen (text)) : NULL;
}

static const char *
pick_nation (const Making *self, gboolean seen)
{
  if (seen && below (self->open, 2))
    return intern (known[below (self->open, G_N_ELEMENTS (known))]);
  return below (self->closed, 3) ? intern (unknown[below (self->closed, G_N_ELEMENTS (unknown))])
                                 : NULL;
}

static void
add_code (LiaisonCodes **codes, const char *code)
{
  LiaisonCodes *before = *codes;

  *codes = liaison_codes_with (before, intern (code), TRUE);
  liaison_codes_unref (before);
}

static void
add_unknown_nations (const Making *self, LiaisonCodes **codes)
{
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (below (self->closed, 3) == 0)
      add_code (codes, unknown[i]);
}

static LiaisonCodes *
pick_nations (const Making *self, gboolean seen)
{
  LiaisonCodes *codes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (seen && below (self->open, 2))
      add_code (&codes, known[i]);
  add_unknown_nations (self, &codes);
  return codes;
}

static LiaisonText *
make_text (const Making *self, const LiaisonField *field, gboolean seen)
{
  GRand *random = seen ? self->open : self->closed;
  LiaisonText *text = NULL;
  static const char *const languages[] = { "ar", "en", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i == 1 || below (random, 2))
      {
        g_autofree char *words = make_words (self, seen);
        Entry *named = seen ? self->seen->pdata[below (random, self->seen->len)] : NULL;
        g_autofree char *spoken =
            named != NULL && named->serial != NULL && !(field->flags & LIAISON_FIELD_TITLE)
                ? g_strdup_printf ("%s (see %s).", words, named->serial)
                : g_strdup (words);
        GRefString *counted = g_ref_string_new (spoken);
        LiaisonText *before = text;

        text = liaison_text_with (before, intern (languages[i]), counted);
        liaison_text_unref (before);
        g_ref_string_release (counted);
      }
  return text;
}

static gint64
pick_integer (GRand *random, const LiaisonField *field)
{
  if (field->minimum == 0 && field->maximum == 0)
    return below (random, 100000);
  return field->minimum
         + (gint64) (g_rand_double (random) * (double) (field->maximum - field->minimum));
}

#define STARTEX G_GINT64_CONSTANT (1800003600)

/* A fixed time, or one that hangs on something: what it comes to is settled by what is open. */
static LiaisonInstant
make_instant (const Making *self, gboolean seen)
{
  GRand *random = seen ? self->open : self->closed;
  gint64 at = STARTEX + (gint64) below (random, 20000) * 60;
  LiaisonInstant instant = { .form = LIAISON_INSTANT_UNSET };
  Entry *withheld;

  switch (seen ? below (random, 4) : 0)
    {
    case 1:
      instant = (LiaisonInstant){ .seconds = at - STARTEX,
                                  .form = LIAISON_INSTANT_ELAPSED,
                                  .edge = LIAISON_ANCHOR_STARTEX };
      break;
    case 2:
      withheld = pick (self->withheld, LIAISON_TARGET (STAGE), self->closed);
      if (withheld != NULL)
        {
          instant = (LiaisonInstant){ .seconds = at - withheld->start,
                                      .form = LIAISON_INSTANT_ELAPSED,
                                      .edge = LIAISON_ANCHOR_START };
          instant.anchor = liaison_anchor_for (withheld->id);
          break;
        }
      G_GNUC_FALLTHROUGH;
    default:
      liaison_instant_from_unix (at, intern ("Europe/Oslo"), &instant);
    }
  return instant;
}

static LiaisonMarking *
make_marking (Making *self, const Entry *entry)
{
  const gboolean high = entry->seen && self->whom != LEAK_POST && below (self->open, 2);
  g_autoptr (LiaisonCodes) nations = NULL;
  g_autoptr (LiaisonIds) groups = NULL;
  LiaisonId ids[2] = { { 0 } };
  guint n = 0;

  if (entry->seen)
    {
      guint way = below (self->open, 3);

      if (way == 0)
        {
          add_code (&nations, "FR");
          add_code (&nations, "PL");
        }
      else
        ids[n++] = way == 1 ? self->seen_group->id : self->hiding_group->id;
      if (below (self->open, 2))
        add_code (&nations, "NO");
      /* Others who have it too, of whom the audience does not hear. */
      if (below (self->closed, 2))
        ids[n++] = self->other_group->id;
    }
  else if (self->whom == LEAK_ROLE && below (self->closed, 2))
    add_code (&nations, "FR");
  else if (below (self->closed, 2))
    ids[n++] = self->other_group->id;
  add_unknown_nations (self, &nations);
  groups = n > 0 ? liaison_ids_new (ids, n) : NULL;
  return liaison_marking_new (intern (high ? HIGH : LOW), nations, groups);
}

static LiaisonItems *
make_items (Making *self, const Entry *entry, const LiaisonField *field, gboolean seen);

/* What is always set by other means. */
static gboolean
is_settled (const LiaisonField *field)
{
  return field->type == LIAISON_FIELD_MARKING || field->secludes
         || (field->flags & LIAISON_FIELD_ORDER) || strcmp (field->name, "originator") == 0;
}

static void
set_value (
    Making *self, const Entry *entry, LiaisonBlock *block, const LiaisonField *field, gboolean seen)
{
  GRand *random = seen ? self->open : self->closed;
  gpointer at = LIAISON_BLOCK_AT (block, field);
  const char *words_of_level;
  g_autofree char *words = NULL;

  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      *(LiaisonText **) at = make_text (self, field, seen);
      break;
    case LIAISON_FIELD_STRING:
      words = make_words (self, seen);
      *(GRefString **) at = g_ref_string_new (words);
      break;
    case LIAISON_FIELD_INTEGER:
      *(gint64 *) at = pick_integer (random, field);
      break;
    case LIAISON_FIELD_BOOLEAN:
      *(gboolean *) at = below (random, 2);
      break;
    case LIAISON_FIELD_CHOICE:
      *(int *) at = 1 + (int) below (random, field->choices->n - 1);
      break;
    case LIAISON_FIELD_INSTANT:
      *(LiaisonInstant *) at = make_instant (self, seen);
      break;
    case LIAISON_FIELD_DURATION:
      *(gint64 *) at = MAX (field->minimum, 0) + below (random, 86400);
      break;
    case LIAISON_FIELD_DATE:
      *(gint32 *) at = 20000 + (gint32) below (random, 3000);
      break;
    case LIAISON_FIELD_ZONE:
      *(const char **) at = intern (below (random, 2) ? "Asia/Tokyo" : "Africa/Nairobi");
      break;
    case LIAISON_FIELD_NATION:
      *(const char **) at = pick_nation (self, seen);
      break;
    case LIAISON_FIELD_NATIONS:
      *(LiaisonCodes **) at = pick_nations (self, seen);
      break;
    case LIAISON_FIELD_LEVEL:
      words_of_level = below (random, 2) ? "fr 3332" : "ja";
      g_assert_true (liaison_level_parse (words_of_level, strlen (words_of_level), at));
      break;
    case LIAISON_FIELD_REFERENCE:
      *(LiaisonId *) at = pick_reference (self, field->targets, seen);
      break;
    case LIAISON_FIELD_REFERENCES:
      *(LiaisonIds **) at = pick_references (self, field->targets, seen);
      break;
    case LIAISON_FIELD_ITEMS:
      *(LiaisonItems **) at = make_items (self, entry, field, seen);
      break;
    case LIAISON_FIELD_MARKING:
      break;
    }
}

/* Whether the audience may see this field of a record that it sees, as the tables have it. */
static gboolean
is_seen_field (const Making *self, const LiaisonField *field)
{
  return field->open && (!(field->flags & LIAISON_FIELD_CONTROL) || is_control_audience (self));
}

static void
add_unknown_member (const Making *self, LiaisonBlock *block)
{
  g_autofree char *member =
      g_strdup_printf ("\"x-of-tomorrow\":\"" LEAK_CANARY " %u\"", below (self->closed, 1000));

  if (below (self->closed, 3) == 0)
    liaison_block_take_unknown (block, g_ref_string_new (member));
}

static void
fill_fields (Making *self, const Entry *entry, LiaisonBlock *block, gboolean seen)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gboolean open = seen && is_seen_field (self, field);

      if (!is_settled (field) && below (open ? self->open : self->closed, 3) != 0)
        set_value (self, entry, block, field, open);
    }
  add_unknown_member (self, block);
}

static const LiaisonField *
find_subject (const LiaisonShape *shape)
{
  for (guint i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].subject)
      return &shape->fields[i];
  return NULL;
}

static void
set_string (LiaisonBlock *block, const char *name, const char *text)
{
  const LiaisonField *field = liaison_shape_find (block->shape, name, NULL);
  GRefString **at = LIAISON_BLOCK_AT (block, field);

  g_clear_pointer (at, g_ref_string_release);
  *at = g_ref_string_new (text);
}

/* An item that goes with the record. Where it is about something, that is seen or nothing. */
static LiaisonBlock *
make_seen_item (Making *self, const Entry *entry, const LiaisonShape *shape, guint place)
{
  LiaisonBlock *item = liaison_block_new (shape, make_id (self, self->open));
  const LiaisonField *subject = find_subject (shape);
  const LiaisonField *order = liaison_shape_find_flagged (shape, LIAISON_FIELD_ORDER);

  fill_fields (self, entry, item, TRUE);
  if (subject != NULL)
    {
      Entry *about = pick (self->seen, subject->targets, self->open);

      *(LiaisonId *) LIAISON_BLOCK_AT (item, subject) =
          about != NULL ? about->id : (LiaisonId){ 0 };
    }
  if (shape == &liaison_column_value_shape)
    set_string (item, "column", "open");
  if (order != NULL)
    {
      g_autofree char *key =
          g_strdup_printf ("%c%ci", 'a' + (char) place, 'a' + (char) below (self->closed, 26));

      *(GRefString **) LIAISON_BLOCK_AT (item, order) = g_ref_string_new (key);
    }
  return item;
}

/* One in a list of a record that is seen, but about what is not. NULL where the list can have none.
 */
static LiaisonBlock *
make_withheld_item (Making *self, const Entry *entry, const LiaisonShape *shape)
{
  const LiaisonField *subject = find_subject (shape);
  Entry *about = subject != NULL ? pick (self->withheld, subject->targets, self->closed) : NULL;
  LiaisonBlock *item;

  if (about == NULL && shape != &liaison_column_value_shape)
    return NULL;
  item = liaison_block_new (shape, make_id (self, self->closed));
  fill_fields (self, entry, item, FALSE);
  if (about != NULL)
    *(LiaisonId *) LIAISON_BLOCK_AT (item, subject) = about->id;
  else
    set_string (item, "column", "closed");
  return item;
}

static LiaisonItems *
make_items (Making *self, const Entry *entry, const LiaisonField *field, gboolean seen)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0, n = seen ? 1 + below (self->open, 3) : 0; i < n; i++)
    g_ptr_array_add (items, make_seen_item (self, entry, field->items, i));
  for (guint i = below (self->closed, 3); i > 0; i--)
    {
      LiaisonBlock *item =
          seen ? (is_control_audience (self) && field->items == &liaison_column_value_shape
                      ? NULL
                      : make_withheld_item (self, entry, field->items))
               : liaison_block_new (field->items, make_id (self, self->closed));

      if (item != NULL && !seen)
        fill_fields (self, entry, item, FALSE);
      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items->len > 0 ? liaison_items_new_take ((LiaisonBlock **) items->pdata, items->len)
                        : NULL;
}

/* Who may see it. Of the ways to be withheld, chance takes one. */
static void
settle_release (Making *self, Entry *entry)
{
  const LiaisonField *marking = liaison_shape_find (entry->block->shape, "marking", NULL);
  const LiaisonField *originator = liaison_shape_find (entry->block->shape, "originator", NULL);
  gboolean originated = FALSE;

  if (marking == NULL)
    return;
  if (entry->seen && self->whom == LEAK_NATION && below (self->open, 6) == 0)
    originated = TRUE;
  else if (entry->seen || below (self->closed, 4))
    *(LiaisonMarking **) LIAISON_BLOCK_AT (entry->block, marking) = make_marking (self, entry);
  if (originated)
    *(const char **) LIAISON_BLOCK_AT (entry->block, originator) = intern ("FR");
  else if (entry->seen)
    *(const char **) LIAISON_BLOCK_AT (entry->block, originator) =
        below (self->open, 2) ? intern ("NO") : NULL;
  else
    *(const char **) LIAISON_BLOCK_AT (entry->block, originator) =
        intern (unknown[below (self->closed, G_N_ELEMENTS (unknown))]);
}

static LiaisonMarking *
make_open_marking (const Making *self, const char *level)
{
  g_autoptr (LiaisonCodes) nations = NULL;

  add_code (&nations, "FR");
  add_code (&nations, "PL");
  return liaison_marking_new (intern (level), nations, NULL);
}

/* Withheld though the list has the audience: too high, for control, hidden. */
static void
settle_withheld (Making *self, Entry *entry)
{
  const LiaisonField *marking = liaison_shape_find (entry->block->shape, "marking", NULL);
  gboolean hideable = entry->kind == &liaison_event_kind && !is_control_audience (self);
  gboolean control = entry->kind->control && !is_control_audience (self);
  LiaisonMarking **at;

  if (marking == NULL || (!hideable && !control && self->whom != LEAK_POST)
      || below (self->closed, 2))
    return;
  at = LIAISON_BLOCK_AT (entry->block, marking);
  g_clear_pointer (at, liaison_marking_unref);
  *at = make_open_marking (self, hideable || control ? LOW : HIGH);
  if (hideable)
    ((LiaisonEventData *) entry->block)->hidden = TRUE;
}

static void
settle_names (Making *self, Entry *entry)
{
  const LiaisonField *code = liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_CODE);
  const LiaisonField *order = liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_ORDER);

  if (entry->code != NULL)
    *(const char **) LIAISON_BLOCK_AT (entry->block, code) = intern (entry->code);
  else if (entry->serial != NULL && code != NULL)
    set_string (entry->block, code->name, entry->serial);
  if (entry->order != NULL && order != NULL)
    set_string (entry->block, order->name, entry->order);
}

static Entry *
find_first (const Making *self, const LiaisonKind *kind)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      Entry *entry = self->seen->pdata[i];

      if (entry->kind == kind)
        return entry;
    }
  g_assert_not_reached ();
}

/* Of a child and its parent that are both seen; between them may stand one that is not. */
static void
settle_parent (Making *self, Entry *entry)
{
  const LiaisonField *parent =
      liaison_shape_find_flagged (entry->block->shape, LIAISON_FIELD_PARENT);
  Entry *top = find_first (self, entry->kind);
  Entry *between = pick (self->withheld, G_GUINT64_CONSTANT (1) << entry->kind->id, self->closed);
  gboolean has_parent = below (self->open, 2);
  LiaisonId *at;

  if (parent == NULL)
    return;
  at = LIAISON_BLOCK_AT (entry->block, parent);
  *at = has_parent && top != entry ? top->id : (LiaisonId){ 0 };
  if (between == NULL || liaison_id_is_zero (*at) || below (self->closed, 2))
    return;
  *(LiaisonId *) LIAISON_BLOCK_AT (between->block, parent) = top->id;
  *at = between->id;
}

static void
make_group (Making *self, Entry *entry, const char *const *members, guint n)
{
  LiaisonGroupData *group = (LiaisonGroupData *) entry->block;

  g_clear_pointer (&group->members, liaison_codes_unref);
  for (guint i = 0; i < n; i++)
    add_code (&group->members, members[i]);
  add_unknown_nations (self, &group->members);
}

static LiaisonBlock *
make_column (Making *self, const char *key, gboolean players)
{
  gboolean seen = players || is_control_audience (self);
  LiaisonBlock *block = liaison_block_new (&liaison_own_column_shape,
                                           make_id (self, seen ? self->open : self->closed));
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
add_columns (Making *self, LiaisonExerciseData *exercise)
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
settle_exercise (Making *self)
{
  LiaisonExerciseData *exercise = (LiaisonExerciseData *) self->exercise->block;

  liaison_instant_from_unix (STARTEX, intern ("Europe/Oslo"), &exercise->startex);
  liaison_instant_from_unix (STARTEX + 864000, intern ("Europe/Oslo"), &exercise->endex);
  exercise->zone = intern ("Europe/Oslo");
  exercise->count_withheld = FALSE;
  g_clear_pointer (&exercise->marking_scheme, g_ref_string_release);
  exercise->marking_scheme = g_ref_string_new ("exercise");
  g_clear_pointer (&exercise->default_marking, liaison_marking_unref);
  exercise->default_marking = make_open_marking (self, LOW);
  g_clear_pointer (&exercise->marking, liaison_marking_unref);
  exercise->marking = make_open_marking (self, LOW);
  add_columns (self, exercise);
}

/* The people who make a role, and the post. */
static void
settle_audience (Making *self, Entry *entry, guint *n)
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
          participant->nation = intern (nations[(*n)++]);
        }
    }
}

static void
number_all (Making *self)
{
  guint numbers[LIAISON_N_KINDS] = { 0 };
  guint places[LIAISON_N_KINDS] = { 0 };

  for (guint i = 0; i < self->seen->len; i++)
    {
      Entry *entry = self->seen->pdata[i];
      const char *prefix = entry->kind->prefix;

      if (prefix != NULL && *prefix != '-')
        {
          numbers[entry->kind->id] += 1 + below (self->closed, 9);
          entry->serial = g_strdup_printf ("%s-%03u", prefix, numbers[entry->kind->id]);
        }
      entry->order = g_strdup_printf ("%c%ci", 'a' + (char) places[entry->kind->id]++,
                                      'a' + (char) below (self->closed, 26));
    }
  for (guint i = 0; i < self->withheld->len; i++)
    {
      Entry *entry = self->withheld->pdata[i];

      if (entry->kind->prefix != NULL && *entry->kind->prefix != '-')
        entry->serial =
            g_strdup_printf ("%s-%03u", entry->kind->prefix, 1 + below (self->closed, 40));
      entry->order = g_strdup_printf ("%c%cp", 'a' + (char) below (self->closed, 26),
                                      'a' + (char) below (self->closed, 26));
    }
}

/* The records there are, before anything is in them. */
static void
list_records (Making *self)
{
  self->exercise = add_entry (self, &liaison_exercise_kind, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    add_entry (self, &liaison_nation_kind, TRUE)->code = known[i];
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    add_entry (self, &liaison_nation_kind, FALSE)->code = unknown[i];
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
      for (guint i = below (self->closed, 4); i > 0; i--)
        add_entry (self, each, FALSE);
    }
  /* Times of what is seen hang on a stage that is not. */
  add_entry (self, &liaison_stage_kind, FALSE);
}

static void
settle_start (Making *self, Entry *entry)
{
  if (entry->kind == &liaison_stage_kind && !entry->seen)
    liaison_instant_from_unix (entry->start, intern ("Asia/Tokyo"),
                               &((LiaisonStageData *) entry->block)->start);
}

static void
make_record (Making *self, Entry *entry, guint *observers)
{
  entry->block = liaison_block_new (&entry->kind->shape, entry->id);
  fill_fields (self, entry, entry->block, entry->seen);
  settle_release (self, entry);
  if (!entry->seen)
    settle_withheld (self, entry);
  settle_names (self, entry);
  settle_start (self, entry);
  settle_audience (self, entry, observers);
}

static void
make_records (Making *self, GPtrArray *entries)
{
  guint observers = 0;

  for (guint i = 0; i < entries->len; i++)
    make_record (self, entries->pdata[i], &observers);
}

static void
fill_document (Making *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];

      g_assert_true (liaison_document_fill (self->plan->document, entry->kind,
                                            g_steal_pointer (&entry->block)));
    }
}

static char *
settle_post (Making *self)
{
  LiaisonPostData *post = (LiaisonPostData *) find_first (self, &liaison_post_kind)->block;
  char text[LIAISON_ID_TEXT_SIZE];

  post->from_nation = intern ("FR");
  g_clear_pointer (&post->clearance, g_ref_string_release);
  post->clearance = g_ref_string_new (LOW);
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
  Making making = { .open = open_random,
                    .closed = closed_random,
                    .whom = whom,
                    .seen = seen,
                    .withheld = withheld,
                    .plan = self };

  self->ids = g_ptr_array_new_with_free_func (g_free);
  list_records (&making);
  number_all (&making);
  for (guint i = 0; i < withheld->len; i++)
    ((Entry *) withheld->pdata[i])->start = STARTEX + (gint64) below (closed_random, 100000) * 60;
  make_records (&making, withheld);
  make_records (&making, seen);
  for (guint i = 0; i < seen->len; i++)
    settle_parent (&making, seen->pdata[i]);
  settle_exercise (&making);
  make_group (&making, making.seen_group, members, 2);
  make_group (&making, making.hiding_group, members, 2);
  make_group (&making, making.other_group, NULL, 0);
  post = settle_post (&making);
  self->document = liaison_document_new (making.exercise->id);
  unknown_member =
      g_strdup_printf ("\"x-file\":\"" LEAK_CANARY " %u\"", below (closed_random, 1000));
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
