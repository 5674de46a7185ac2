/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing entered twice: all that refers to the later record refers to the earlier one, which keeps the later one's name as its
 * other spelling; then the later one goes. Who might not see the later one does not see the one that is kept for it: its list
 * becomes narrower, never wider; where that is not for a rule to decide, nothing is offered. What the earlier one lacks it takes
 * from the later. */
#include "config.h"

#include "review/rules/release-list.h"
#include "review/rules/spelt-twice.h"

#include "record/kind.h"
#include "record/record-references.h"
#include "record/release-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char label[] = N_ ("Keep “{other}” only, and let all refer to it");

typedef struct
{
  LiaisonFinding *finding;
  LiaisonId from, to;
  const LiaisonBlock *block; /* that is looked at */
  gboolean strange;          /* something refers to it in a way that cannot be written anew */
} Joining;

static void
take (Joining *self, const LiaisonSlot *slot, LiaisonValue value)
{
  liaison_finding_take_fix (self->finding, label, slot, value);
}

/* The set has the one instead of the other; both in it are one. */
static void
change_member (Joining *self, guint place)
{
  LiaisonSlot slot = liaison_slot_field (self->block->id, place);

  slot.member = self->from;
  take (self, &slot, (LiaisonValue) LIAISON_VALUE_INIT);
  slot.member = self->to;
  take (self, &slot, liaison_value_boolean (TRUE));
}

static gboolean
change_item (Joining *self, guint place, const LiaisonBlock *item)
{
  for (guint i = 0; i < item->shape->n_fields; i++)
    {
      const LiaisonField *field = &item->shape->fields[i];
      if (field->type != LIAISON_FIELD_REFERENCE
          || !liaison_id_same (*(const LiaisonId *) LIAISON_BLOCK_AT (item, field), self->from))
        continue;
      LiaisonSlot slot = liaison_slot_item_field (self->block->id, place, item->id, i);
      take (self, &slot, liaison_value_field (field, &self->to));
      return TRUE;
    }
  return FALSE;
}

static void
reference_cb (LiaisonId target, guint place, const LiaisonBlock *item, gpointer data)
{
  Joining *self = data;
  const LiaisonField *field = &self->block->shape->fields[place];
  LiaisonSlot slot = liaison_slot_field (self->block->id, place);

  if (!liaison_id_same (target, self->from))
    return;
  /* The one that stays does not refer to itself. */
  if (liaison_id_same (self->block->id, self->to))
    {
      self->strange |= item != NULL || (field->type != LIAISON_FIELD_REFERENCE && field->type != LIAISON_FIELD_REFERENCES);
      if (field->type == LIAISON_FIELD_REFERENCES)
        slot.member = self->from;
      take (self, &slot, (LiaisonValue) LIAISON_VALUE_INIT);
    }
  else if (item != NULL)
    self->strange |= !change_item (self, place, item);
  else if (field->type == LIAISON_FIELD_REFERENCE)
    take (self, &slot, liaison_value_field (field, &self->to));
  else if (field->type == LIAISON_FIELD_REFERENCES)
    change_member (self, place);
  else
    self->strange = TRUE;
}

static void
change_all (LiaisonReview *review, Joining *self)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        if (!liaison_id_same (blocks[i]->id, self->from))
          {
            self->block = blocks[i];
            liaison_block_foreach_record (blocks[i], reference_cb, self);
          }
    }
}

static gboolean
has_one_level (const LiaisonBlock *one, const LiaisonBlock *two)
{
  const LiaisonMarking *a = liaison_block_get_marking (one), *b = liaison_block_get_marking (two);

  return a == NULL || b == NULL || a->level == b->level;
}

/* FALSE: whoever decides on the release has to. */
static gboolean
keep_narrow (LiaisonReview *review, Joining *self, const LiaisonBlock *one, const LiaisonBlock *two)
{
  g_autoptr (LiaisonCodes) wide = liaison_release_list_get (review, one);
  g_autoptr (LiaisonCodes) narrow = liaison_release_list_get (review, two);
  g_autoptr (GPtrArray) extra = g_ptr_array_new ();
  guint n_edits = self->finding->fix != NULL ? self->finding->fix->len : 0;

  if (!has_one_level (one, two))
    return FALSE;
  if (!liaison_release_list_find_extra (wide, narrow, extra))
    return TRUE;
  liaison_release_list_offer_narrow (review, self->finding, one->id, two->id, label);
  return self->finding->fix != NULL && self->finding->fix->len > n_edits;
}

static void
keep_spelling (Joining *self, const LiaisonBlock *one, const LiaisonBlock *two)
{
  guint place;
  const LiaisonField *aliases = liaison_shape_find (one->shape, "aliases", &place);
  const LiaisonField *name = liaison_shape_find_flagged (two->shape, LIAISON_FIELD_TITLE);
  const char *had = aliases != NULL ? *(GRefString *const *) LIAISON_BLOCK_AT (one, aliases) : NULL;
  const char *other = name != NULL ? liaison_text_pick (*(LiaisonText *const *) LIAISON_BLOCK_AT (two, name), "en", NULL) : NULL;

  if (aliases == NULL || other == NULL)
    return;
  g_autofree char *joined = had != NULL && *had != '\0' ? g_strdup_printf ("%s, %s", had, other) : g_strdup (other);
  GRefString *written = g_ref_string_new (joined);
  LiaisonSlot slot = liaison_slot_field (one->id, place);
  take (self, &slot, liaison_value_field (aliases, &written));
  g_ref_string_release (written);
}

/* Lists keep to themselves, and what would name either of the two. */
static gboolean
may_fill (const Joining *self, const LiaisonBlock *two, const LiaisonField *field)
{
  static const guint own = LIAISON_FIELD_TITLE | LIAISON_FIELD_CODE | LIAISON_FIELD_HIDDEN | LIAISON_FIELD_PARENT | LIAISON_FIELD_ORDER;
  const LiaisonId *id;

  if ((field->flags & own) != 0 || strcmp (field->name, "aliases") == 0)
    return FALSE;
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_STRING:
    case LIAISON_FIELD_INTEGER:
    case LIAISON_FIELD_CHOICE:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_DURATION:
    case LIAISON_FIELD_ZONE:
    case LIAISON_FIELD_NATION:
      return TRUE;
    case LIAISON_FIELD_REFERENCE:
      id = (const LiaisonId *) LIAISON_BLOCK_AT (two, field);
      return !liaison_id_same (*id, self->to) && !liaison_id_same (*id, self->from);
    default:
      return FALSE;
    }
}

static void
fill_gaps (Joining *self, const LiaisonBlock *one, const LiaisonBlock *two)
{
  for (guint i = 0; one->shape == two->shape && i < one->shape->n_fields; i++)
    {
      const LiaisonField *field = &one->shape->fields[i];
      LiaisonSlot slot = liaison_slot_field (one->id, i);

      if (may_fill (self, two, field) && !liaison_block_field_is_set (one, field)
          && liaison_block_field_is_set (two, field))
        take (self, &slot, liaison_value_field (field, LIAISON_BLOCK_AT (two, field)));
    }
}

static void
drop_fix (LiaisonFinding *finding)
{
  g_clear_pointer (&finding->fix, g_array_unref);
  finding->fix_label = NULL;
}

void
liaison_spelt_twice_fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *two = liaison_snapshot_find (review->snapshot, finding->records[0]);
  const LiaisonBlock *one = liaison_snapshot_find (review->snapshot, finding->records[1]);
  Joining joining = { finding, finding->records[0], finding->records[1] };
  LiaisonSlot whole = liaison_slot_record (finding->records[0]);

  if (one == NULL || two == NULL)
    return;
  change_all (review, &joining);
  if (joining.strange || !keep_narrow (review, &joining, one, two))
    {
      drop_fix (finding);
      return;
    }
  keep_spelling (&joining, one, two);
  fill_gaps (&joining, one, two);
  take (&joining, &whole, (LiaisonValue) LIAISON_VALUE_INIT);
}
