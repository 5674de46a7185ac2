/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/copy.h"

#include "record/field-type.h"
#include "record/kinds/group.h"
#include "record/release-list.h"
#include "record/times.h"
#include "release/fault.h"

/* A longer way up than any tree has. */
#define MAX_DEPTH 1000

/* Once for each field and reason. */
void
liaison_copying_report (LiaisonCopying *self, LiaisonWithheldReason reason, LiaisonId other)
{
  LiaisonWithheld withheld = { .kind = self->kind,
                               .record = self->record->id,
                               .field = self->field,
                               .reason = reason,
                               .other = other };

  for (guint i = self->withheld->len; i-- > 0;)
    {
      const LiaisonWithheld *before = &g_array_index (self->withheld, LiaisonWithheld, i);

      if (!liaison_id_same (before->record, withheld.record) || before->field != withheld.field)
        break;
      if (before->reason == reason)
        return;
    }
  g_array_append_val (self->withheld, withheld);
}

/* What is withheld, or is not there at all: then there is no name for it. */
static void
report_reference (LiaisonCopying *self, LiaisonWithheldReason reason, LiaisonId target)
{
  const LiaisonBlock *block = liaison_lookup_find (&self->lookup, target);

  liaison_copying_report (self, reason, block != NULL ? block->id : (LiaisonId){ 0 });
}

static LiaisonId
copy_reference (LiaisonCopying *self, LiaisonId target)
{
  LiaisonId fresh = liaison_fresh_get_id (self->fresh, target);

  if (liaison_view_find (self->view, target) != NULL || LIAISON_HAS_FAULT (REFERENCE_TO_GONE_KEPT))
    return fresh;
  report_reference (self, LIAISON_WITHHELD_REFERENCE, target);
  return LIAISON_HAS_FAULT (REFERENCE_KEPT) ? liaison_fresh_hash_id (self->fresh, target)
                                            : (LiaisonId){ 0 };
}

/* The next one above that is seen, on a way of withheld ones. */
static LiaisonId
copy_parent (LiaisonCopying *self, const LiaisonField *field, LiaisonId parent)
{
  const LiaisonBlock *above = liaison_lookup_find (&self->lookup, parent);

  for (guint i = 0; above != NULL && liaison_view_find (self->view, above->id) == NULL; i++)
    {
      if (above->shape != self->record->shape || i == MAX_DEPTH)
        return (LiaisonId){ 0 };
      report_reference (self, LIAISON_WITHHELD_REFERENCE, above->id);
      above =
          liaison_lookup_find (&self->lookup, *(const LiaisonId *) LIAISON_BLOCK_AT (above, field));
    }
  return above != NULL && above != self->record ? liaison_fresh_get_id (self->fresh, above->id)
                                                : (LiaisonId){ 0 };
}

static LiaisonIds *
copy_references (LiaisonCopying *self, const LiaisonIds *ids)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonId fresh = liaison_fresh_get_id (self->fresh, members[i]);

      if (liaison_view_find (self->view, members[i]) == NULL
          && !(LIAISON_HAS_FAULT (MEMBER_GONE_KEPT) && !liaison_id_is_zero (fresh)))
        {
          report_reference (self, LIAISON_WITHHELD_REFERENCE, members[i]);
          if (!LIAISON_HAS_FAULT (MEMBER_KEPT))
            continue;
          fresh = liaison_fresh_hash_id (self->fresh, members[i]);
        }
      g_array_append_val (kept, fresh);
    }
  return kept->len > 0 ? liaison_ids_new ((const LiaisonId *) kept->data, kept->len) : NULL;
}

static const char *
copy_nation (LiaisonCopying *self, const char *code)
{
  if (code == NULL || liaison_view_knows_nation (self->view, code)
      || LIAISON_HAS_FAULT (NATION_KEPT))
    return code;
  report_reference (self, LIAISON_WITHHELD_REFERENCE, liaison_id_for_code (code));
  return NULL;
}

/* @kept: a seeded fault keeps them all. */
static LiaisonCodes *
copy_nations (LiaisonCopying *self, const LiaisonCodes *codes, gboolean kept)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  guint n;
  const char *const *list = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_view_knows_nation (self->view, list[i]) || kept)
      g_ptr_array_add (known, (gpointer) list[i]);
    else
      report_reference (self, LIAISON_WITHHELD_REFERENCE, liaison_id_for_code (list[i]));
  return known->len > 0 ? liaison_codes_new ((const char *const *) known->pdata, known->len) : NULL;
}

/* The nations of @groups that are seen, which is what the reader of the copy can tell. */
static LiaisonCodes *
list_seen_members (LiaisonCopying *self, const LiaisonMarking *marking)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autoptr (LiaisonMarking) narrower = NULL;
  g_autoptr (LiaisonIds) groups = NULL;
  guint n;
  const LiaisonId *ids = liaison_ids_get (marking->groups, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_view_find (self->view, ids[i]) != NULL || LIAISON_HAS_FAULT (GROUP_TAKEN_APART))
      g_array_append_val (seen, ids[i]);
  groups = liaison_ids_new ((const LiaisonId *) seen->data, seen->len);
  narrower = liaison_marking_new (marking->level, NULL, groups);
  return liaison_release_list_of_marking (&self->lookup, narrower);
}

static void
add_code (LiaisonCodes **codes, const char *code)
{
  LiaisonCodes *before = *codes;

  *codes = liaison_codes_with (before, code, TRUE);
  liaison_codes_unref (before);
}

/* Who reads the copy finds the audience on its list: where a group let it see the record that is
 * itself withheld, by name. */
static LiaisonMarking *
copy_marking (LiaisonCopying *self, const LiaisonMarking *marking)
{
  const LiaisonAudience *audience = liaison_view_get_audience (self->view);
  g_autoptr (LiaisonCodes) nations =
      copy_nations (self, marking->nations, LIAISON_HAS_FAULT (LISTS_KEPT));
  g_autoptr (LiaisonIds) groups = copy_references (self, marking->groups);
  g_autoptr (LiaisonCodes) members = list_seen_members (self, marking);
  const char *originator = liaison_block_get_originator (self->record);
  guint n;
  const char *const *own = liaison_codes_get (audience->nations, &n);

  for (guint i = 0; i < n; i++)
    if (!liaison_codes_contains (nations, own[i]) && !liaison_codes_contains (members, own[i])
        && g_strcmp0 (originator, own[i]) != 0)
      add_code (&nations, own[i]);
  if (LIAISON_HAS_FAULT (GROUP_TAKEN_APART))
    {
      own = liaison_codes_get (members, &n);
      for (guint i = 0; i < n; i++)
        add_code (&nations, own[i]);
    }
  return liaison_marking_new (marking->level, nations, groups);
}

static void
copy_instant (LiaisonCopying *self, const LiaisonInstant *from, LiaisonInstant *to)
{
  const char *zone = from->form == LIAISON_INSTANT_CLOCK ? from->zone : self->zone;
  gint64 seconds;

  if (from->form == LIAISON_INSTANT_FIXED)
    {
      *to = *from;
      return;
    }
  if (LIAISON_HAS_FAULT (ANCHOR_TO_ZONE))
    zone = liaison_times_get_zone (&self->lookup, self->record);
  if (liaison_times_resolve (&self->lookup, from, &seconds, NULL) == LIAISON_TIME_KNOWN
      && !liaison_instant_from_unix (seconds, zone, to))
    liaison_instant_from_unix (seconds, NULL, to);
}

/* With serials that stand in it as the audience has them. */
static LiaisonText *
copy_text (LiaisonCopying *self, const LiaisonText *text)
{
  LiaisonText *copy = liaison_text_ref ((LiaisonText *) text);

  for (guint i = 0; i < liaison_text_get_size (text); i++)
    {
      g_autofree char *made =
          liaison_fresh_make_text (self->fresh, liaison_text_get_string (text, i));
      g_autoptr (LiaisonText) before = NULL;
      GRefString *counted;

      if (made == NULL)
        continue;
      counted = g_ref_string_new (made);
      before = copy;
      copy = liaison_text_with (before, liaison_text_get_language (text, i), counted);
      g_ref_string_release (counted);
    }
  return copy;
}

/* Serials that stand in prose are as the audience has them; numbers, addresses and contents stay.
 */
static GRefString *
copy_string (LiaisonCopying *self, const LiaisonField *field, GRefString *string)
{
  g_autofree char *made = NULL;

  if (field == self->field && (field->flags & LIAISON_FIELD_CODE))
    made = liaison_fresh_make_serial (self->fresh, self->kind, string);
  else if (field->flags & LIAISON_FIELD_LONG)
    made = liaison_fresh_make_text (self->fresh, string);
  return made != NULL ? g_ref_string_new (made) : g_ref_string_acquire (string);
}

void
liaison_copying_copy_value (LiaisonCopying *self,
                            const LiaisonField *field,
                            gconstpointer from,
                            gpointer to)
{
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      *(LiaisonText **) to = copy_text (self, *(LiaisonText *const *) from);
      break;
    case LIAISON_FIELD_STRING:
      *(GRefString **) to = copy_string (self, field, *(GRefString *const *) from);
      break;
    case LIAISON_FIELD_NATION:
      *(const char **) to = copy_nation (self, *(const char *const *) from);
      break;
    case LIAISON_FIELD_NATIONS:
      *(LiaisonCodes **) to =
          copy_nations (self, *(LiaisonCodes *const *) from, LIAISON_HAS_FAULT (NATIONS_KEPT));
      break;
    case LIAISON_FIELD_REFERENCE:
      *(LiaisonId *) to = field->flags & LIAISON_FIELD_PARENT
                              ? copy_parent (self, field, *(const LiaisonId *) from)
                              : copy_reference (self, *(const LiaisonId *) from);
      break;
    case LIAISON_FIELD_REFERENCES:
      *(LiaisonIds **) to = copy_references (self, *(LiaisonIds *const *) from);
      break;
    case LIAISON_FIELD_MARKING:
      *(LiaisonMarking **) to = copy_marking (self, *(LiaisonMarking *const *) from);
      break;
    case LIAISON_FIELD_INSTANT:
      copy_instant (self, from, to);
      break;
    case LIAISON_FIELD_ITEMS:
      *(LiaisonItems **) to =
          liaison_copying_copy_items (self, field, *(LiaisonItems *const *) from);
      break;
    case LIAISON_FIELD_INTEGER:
    case LIAISON_FIELD_BOOLEAN:
    case LIAISON_FIELD_CHOICE:
    case LIAISON_FIELD_DURATION:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_ZONE:
    case LIAISON_FIELD_LEVEL:
      liaison_field_type_ops (field->type)->copy (to, from);
      break;
    }
}

/* What else is in the block is copied with its field; its order by whoever knows its neighbours. */
void
liaison_copying_copy_fields (LiaisonCopying *self, const LiaisonBlock *from, LiaisonBlock *to)
{
  gboolean whole = from == self->record;

  for (guint i = 0; i < from->shape->n_fields; i++)
    {
      const LiaisonField *field = &from->shape->fields[i];
      LiaisonWithheldReason reason;

      if (!liaison_block_field_is_set (from, field))
        continue;
      if (whole)
        self->field = field;
      if ((field->flags & LIAISON_FIELD_ORDER) && !LIAISON_HAS_FAULT (ORDER_KEPT))
        continue;
      if (liaison_view_may_see_field (self->view, field, &reason))
        liaison_copying_copy_value (self, field, LIAISON_BLOCK_AT (from, field),
                                    LIAISON_BLOCK_AT (to, field));
      else
        liaison_copying_report (self, reason, (LiaisonId){ 0 });
    }
}

static void
copy_unknown (const LiaisonBlock *from, LiaisonBlock *to)
{
  GRefString *unknown = liaison_block_get_unknown (from);

  if (unknown != NULL && LIAISON_HAS_FAULT (UNKNOWN_KEPT))
    liaison_block_take_unknown (to, g_ref_string_acquire (unknown));
}

LiaisonBlock *
liaison_copying_copy (LiaisonCopying *self, const LiaisonBlock *record, LiaisonId id)
{
  LiaisonBlock *copy = liaison_block_new (record->shape, id);
  const LiaisonField *order = liaison_shape_find_flagged (record->shape, LIAISON_FIELD_ORDER);
  const char *key = g_hash_table_lookup (self->orders, &record->id);

  self->kind = liaison_kind_for_shape (record->shape)->id;
  self->record = record;
  liaison_copying_copy_fields (self, record, copy);
  copy_unknown (record, copy);
  if (order != NULL && key != NULL && !LIAISON_HAS_FAULT (ORDER_KEPT))
    *(GRefString **) LIAISON_BLOCK_AT (copy, order) = g_ref_string_new (key);
  return copy;
}
