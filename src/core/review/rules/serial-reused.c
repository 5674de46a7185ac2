/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "edit/serials.h"
#include "record/kinds/event.h"
#include "record/kinds/inject.h"

#include <glib/gi18n-lib.h>

/* The records of one kind by their serials: where all are looked at, one kind after the other. */
typedef struct
{
  const LiaisonShape *shape;
  const LiaisonField *field; /* NULL: they have none */
  GHashTable *holders;       /* serial -> block of the one that was made first */
} Look;

static const LiaisonField *
find_serial (const LiaisonShape *shape)
{
  const LiaisonField *field = liaison_shape_find_flagged (shape, LIAISON_FIELD_CODE);

  return field != NULL && field->type == LIAISON_FIELD_STRING ? field : NULL;
}

/* Whether it is out of play, and only its serial is kept. */
static gboolean
is_retired (const LiaisonBlock *block)
{
  if (block->shape == &liaison_inject_kind.shape)
    return LIAISON_DATA (Inject, block)->status == LIAISON_INJECT_STATUS_RETIRED
           || LIAISON_DATA (Inject, block)->status == LIAISON_INJECT_STATUS_CANCELLED;
  return block->shape == &liaison_event_kind.shape
         && LIAISON_DATA (Event, block)->status == LIAISON_EVENT_STATUS_CANCELLED;
}

static const char *
get_serial (const LiaisonBlock *block)
{
  const LiaisonField *field
      = liaison_kind_for_shape (block->shape)->prefix != NULL ? find_serial (block->shape) : NULL;
  const char *serial = field != NULL ? *(const char *const *) LIAISON_BLOCK_AT (block, field) : NULL;

  return serial != NULL && *serial != '\0' ? serial : NULL;
}

/* After an edit, those with one serial are known. */
static gpointer
prepare (LiaisonReview *review)
{
  Look *look;

  if (liaison_review_is_partial (review))
    return NULL;
  look = g_new0 (Look, 1);
  look->holders = g_hash_table_new (g_str_hash, g_str_equal);
  return look;
}

static void
forget (gpointer data)
{
  Look *look = data;

  g_hash_table_unref (look->holders);
  g_free (look);
}

static const LiaisonBlock *
gather_holder (Look *look, const LiaisonBlock *block)
{
  const char *serial;
  const LiaisonBlock *holder;

  if (look->shape != block->shape)
    {
      look->shape = block->shape;
      look->field = liaison_kind_for_shape (block->shape)->prefix != NULL ? find_serial (block->shape) : NULL;
      g_hash_table_remove_all (look->holders);
    }
  serial = look->field != NULL ? *(const char *const *) LIAISON_BLOCK_AT (block, look->field) : NULL;
  if (serial == NULL || *serial == '\0')
    return NULL;
  holder = g_hash_table_lookup (look->holders, serial);
  if (holder == NULL)
    g_hash_table_insert (look->holders, (gpointer) serial, (gpointer) block);
  return holder;
}

/* The record of its kind that was made first of those with its serial; NULL: it has none, or is that itself. */
static const LiaisonBlock *
find_holder (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonId *alike;
  guint n;

  if (review->state != NULL)
    return gather_holder (review->state, block);
  alike = liaison_review_get_alike (review, block, &n);
  return n > 0 && !liaison_id_same (alike[0], block->id) ? liaison_snapshot_find (review->snapshot, alike[0]) : NULL;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonBlock *holder = find_holder (review, block);

  if (holder == NULL || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, block, find_serial (block->shape)->name,
      is_retired (holder) ? N_ ("“{record}” has the serial {serial} of “{other}”, which is out of play.")
                          : N_ ("“{record}” has the same serial as “{other}”, {serial}."));
  liaison_finding_add_record (finding, holder->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", holder->id));
  liaison_finding_take_operand (finding, liaison_operand_text ("serial", get_serial (block)));
}

/* Another serial, or another state of the one who has it. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  const LiaisonField *field = find_serial (before->shape);

  return (field != NULL && liaison_review_differs (before, after, (guint) (field - before->shape->fields)))
         || is_retired (before) != is_retired (after);
}

static gboolean
concerns (const LiaisonBlock *block, gboolean followed)
{
  return !followed && get_serial (block) != NULL;
}

/* The one after the highest there is; who applies it knows of those that were, and takes the one after them (edit/serials.h). */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, finding->records[0]);
  const LiaisonKind *kind = block != NULL ? liaison_kind_for_shape (block->shape) : NULL;
  const LiaisonField *field = block != NULL ? find_serial (block->shape) : NULL;
  guint n, highest = 0;

  if (field == NULL || kind->prefix == NULL)
    return;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, kind->id, &n);
  for (guint i = 0; i < n; i++)
    highest = MAX (highest, liaison_serials_read (kind, get_serial (blocks[i])));
  g_autofree char *serial = liaison_serials_format (kind, highest + 1);
  LiaisonSlot slot = liaison_slot_field (block->id, (guint) (field - block->shape->fields));
  GRefString *written = g_ref_string_new (serial);
  liaison_finding_take_fix (finding, N_ ("Give it the next serial"), &slot, liaison_value_field (field, &written));
  g_ref_string_release (written);
}

const LiaisonRule liaison_rule_serial_reused = {
  "serial-reused", LIAISON_SEVERITY_WARNING, N_ ("One serial for two"),
  N_ ("A serial stands in messages, on wall charts and in other people’s notes; when a second record gets it, nobody knows any "
      "more which one is meant. Give the later one a serial of its own."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .key = get_serial, .matters = matters, .concerns = concerns,
  .prepare = prepare, .forget = forget, .fix = fix
};
