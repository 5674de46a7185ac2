/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/inject.h"

#include <glib/gi18n-lib.h>

/* The records of one kind by their serials. */
typedef struct
{
  LiaisonReview *review;
  GHashTable *holders; /* serial -> block of the one that was made first */
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

static void
look_at (Look *self, const LiaisonBlock *block, const LiaisonField *field)
{
  const char *serial = *(const char *const *) LIAISON_BLOCK_AT (block, field);
  const LiaisonBlock *holder = serial != NULL ? g_hash_table_lookup (self->holders, serial) : NULL;

  if (serial == NULL || *serial == '\0')
    return;
  if (holder == NULL)
    {
      g_hash_table_insert (self->holders, (gpointer) serial, (gpointer) block);
      return;
    }
  if (!liaison_review_may_list (self->review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      self->review, block, field->name,
      is_retired (holder) ? N_ ("“{record}” has the serial {serial} of “{other}”, which is out of play.")
                          : N_ ("“{record}” has the same serial as “{other}”, {serial}."));
  liaison_finding_add_record (finding, holder->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", holder->id));
  liaison_finding_take_operand (finding, liaison_operand_text ("serial", serial));
}

static void
run (LiaisonReview *review)
{
  g_autoptr (GHashTable) holders = g_hash_table_new (g_str_hash, g_str_equal);
  Look look = { review, holders };

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKind *of = liaison_kind_get (kind);
      const LiaisonField *field = of->prefix != NULL ? find_serial (&of->shape) : NULL;
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, kind, &n);
      g_hash_table_remove_all (holders);
      for (guint i = 0; i < n && field != NULL; i++)
        look_at (&look, blocks[i], field);
    }
}

/* Another serial, or another state of the one who has it. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  const LiaisonField *field = find_serial (before->shape);

  return (field != NULL && liaison_review_differs (before, after, (guint) (field - before->shape->fields)))
         || is_retired (before) != is_retired (after);
}

const LiaisonRule liaison_rule_serial_reused = {
  "serial-reused", LIAISON_SEVERITY_WARNING, N_ ("One serial for two"),
  N_ ("A serial stands in messages, on wall charts and in other people’s notes; when a second record gets it, nobody knows any "
      "more which one is meant. Give the later one a serial of its own."),
  run, .reads = ~LIAISON_TARGET (ACCEPTED_FINDING), .matters = matters
};
