/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of findings against a full review, after any edits of the sample, and after those that matter far away. */
#include "config.h"

#include "review/acceptance.h"
#include "review/fixes.h"
#include "review/review-index.h"
#include "store/plan.h"
#include "words/manner.h"

#include "any-edit.h"

/* 23 November 2026, 08:00 Zulu: the day on which the sample is planned. */
#define NOW   G_GINT64_CONSTANT (1795420800)
#define EDITS 400

typedef struct
{
  LiaisonPlan *plan;
  LiaisonReviewIndex *index;
  guint n_followed, n_full;
} Fixture;

static LiaisonReviewIndex *
look_anew (Fixture *self)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->plan->document);
  return liaison_review_index_new (snapshot, NOW, NULL);
}

static void
changed_cb (LiaisonDocument *document, const LiaisonChange *changes, guint n, Fixture *self)
{
  if (liaison_review_index_advance (self->index, document, changes, n))
    {
      self->n_followed++;
      return;
    }
  liaison_review_index_free (self->index);
  self->index = look_anew (self);
  self->n_full++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->plan = liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->index = look_anew (self);
  g_signal_connect (self->plan->document, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  liaison_review_index_free (self->index);
  liaison_plan_free (self->plan);
}

static void
add_line (GString *text, const LiaisonFinding *finding)
{
  g_autofree char *key = liaison_finding_make_key (finding);
  g_string_append_printf (text, "%s %d %s %s\n", finding->rule, (int) finding->severity, key, finding->sentence);
}

/* A line a finding: what differs is seen at once. */
static char *
tell (const GPtrArray *findings, const GPtrArray *accepted)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    add_line (text, findings->pdata[i]);
  for (guint i = 0; i < accepted->len; i++)
    add_line (text, ((const LiaisonAcceptance *) accepted->pdata[i])->finding);
  return g_string_free (text, FALSE);
}

static void
assert_true_to_plan (Fixture *self)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->plan->document);
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) findings = liaison_review_run_all (snapshot, NOW, &accepted, NULL);
  g_autoptr (GPtrArray) followed_accepted = NULL;
  g_autoptr (GPtrArray) followed = liaison_review_index_list (self->index, &followed_accepted);
  g_autofree char *full = tell (findings, accepted), *index = tell (followed, followed_accepted);

  g_assert_cmpuint (liaison_review_index_get_version (self->index), ==,
                    liaison_document_get_version (self->plan->document));
  if (!g_str_equal (full, index))
    {
      g_auto (GStrv) a = g_strsplit (full, "\n", -1), b = g_strsplit (index, "\n", -1);
      for (guint i = 0; a[i] != NULL; i++)
        if (!g_strv_contains ((const char *const *) b, a[i]))
          g_test_message ("only in full: %s", a[i]);
      for (guint i = 0; b[i] != NULL; i++)
        if (!g_strv_contains ((const char *const *) a, b[i]))
          g_test_message ("only in index: %s", b[i]);
    }
  g_assert_cmpstr (full, ==, index);
}

static void
test_any_edits (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  AnyEdits edits = { self->plan->document, chance, removed, GPOINTER_TO_UINT (data) > 3 };

  assert_true_to_plan (self);
  for (guint i = 0; i < EDITS; i++)
    {
      guint64 version = liaison_document_get_version (self->plan->document);
      any_edit (&edits);
      if (liaison_document_get_version (self->plan->document) != version)
        assert_true_to_plan (self);
    }
  /* Otherwise nothing was tried. */
  g_assert_cmpuint (self->n_followed, >, 5 * self->n_full);
}

static void
set_field (Fixture *self, const LiaisonBlock *before, guint field, gconstpointer value)
{
  LiaisonBlock *after = liaison_block_copy (before);
  const LiaisonField *row = &before->shape->fields[field];
  LiaisonChange change = { before, after };

  liaison_field_type_ops (row->type)->clear (LIAISON_BLOCK_AT (after, row));
  if (value != NULL)
    liaison_field_type_ops (row->type)->copy (LIAISON_BLOCK_AT (after, row), value);
  liaison_document_apply (self->plan->document, &change, 1);
  liaison_block_unref (after);
}

/* Takes the objectives from each, or gives them back. */
static void
serve (Fixture *self, LiaisonKindId kind, guint field, GPtrArray *kept, gboolean served)
{
  LiaisonTable *table = liaison_document_get_table (self->plan->document, kind);

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      const LiaisonField *row = &block->shape->fields[field];
      if (!served)
        g_ptr_array_add (kept, liaison_block_ref ((LiaisonBlock *) block));
      set_field (self, block, field, served ? LIAISON_BLOCK_AT ((LiaisonBlock *) kept->pdata[i], row) : NULL);
    }
  assert_true_to_plan (self);
}

/* Where nothing serves any objective none is missed, and that hangs on no single record. */
static void
test_ground_objectives (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) injects = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);

  serve (self, LIAISON_KIND_INJECT, LIAISON_FIELD (Inject, objectives), injects, FALSE);
  serve (self, LIAISON_KIND_EVENT, LIAISON_FIELD (Event, objectives), events, FALSE);
  serve (self, LIAISON_KIND_EVENT, LIAISON_FIELD (Event, objectives), events, TRUE);
  serve (self, LIAISON_KIND_INJECT, LIAISON_FIELD (Inject, objectives), injects, TRUE);
  g_assert_cmpuint (self->n_full, ==, 0);
}

/* From the final planning conference on there must be results: moving it matters to every requirement. */
static void
test_ground_conference (Fixture *self, gconstpointer data)
{
  LiaisonTable *events = liaison_document_get_table (self->plan->document, LIAISON_KIND_EVENT);
  const LiaisonBlock *final = NULL;
  guint before;

  for (guint i = 0; i < liaison_table_get_size (events) && final == NULL; i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (events, i));
      if (LIAISON_DATA (Event, block)->conference == LIAISON_CONFERENCE_TYPE_FINAL)
        final = block;
    }
  g_assert_nonnull (final);
  LiaisonId id = final->id;
  LiaisonInstant kept = LIAISON_DATA (Event, final)->start;
  LiaisonInstant passed = { .form = LIAISON_INSTANT_FIXED, .seconds = NOW - 86400 };
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) findings = liaison_review_index_list (self->index, &accepted);
  before = findings->len;
  set_field (self, final, LIAISON_FIELD (Event, start), &passed);
  assert_true_to_plan (self);
  g_autoptr (GPtrArray) later_accepted = NULL;
  g_autoptr (GPtrArray) later = liaison_review_index_list (self->index, &later_accepted);
  g_assert_cmpuint (later->len, >, before);
  final = liaison_record_get_block (liaison_document_find (self->plan->document, id));
  set_field (self, final, LIAISON_FIELD (Event, start), &kept);
  assert_true_to_plan (self);
  final = liaison_record_get_block (liaison_document_find (self->plan->document, id));
  set_field (self, final, LIAISON_FIELD (Event, conference), NULL);
  assert_true_to_plan (self);
  g_assert_cmpuint (self->n_full, ==, 0);
}

/* Serials go from one record to another, come and go: whoever was made first has the right to it. */
static void
test_serials (Fixture *self, gconstpointer data)
{
  LiaisonTable *injects = liaison_document_get_table (self->plan->document, LIAISON_KIND_INJECT);
  const guint field = LIAISON_FIELD (Inject, serial);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (blocks, liaison_block_ref ((LiaisonBlock *) liaison_record_get_block (liaison_table_get (injects, i))));
  for (guint i = 0; i < 4; i++)
    {
      const LiaisonBlock *block
          = liaison_record_get_block (liaison_document_find (self->plan->document, ((LiaisonBlock *) blocks->pdata[i])->id));
      set_field (self, block, field, &LIAISON_DATA (Inject, (LiaisonBlock *) blocks->pdata[3 - i])->serial);
      assert_true_to_plan (self);
    }
  for (guint i = 0; i < 4; i++)
    {
      const LiaisonBlock *block
          = liaison_record_get_block (liaison_document_find (self->plan->document, ((LiaisonBlock *) blocks->pdata[i])->id));
      LiaisonChange change = { block, NULL };
      g_autoptr (LiaisonBlock) gone = liaison_block_ref ((LiaisonBlock *) block);
      liaison_document_apply (self->plan->document, &change, 1);
      assert_true_to_plan (self);
      change = (LiaisonChange){ NULL, blocks->pdata[i] };
      liaison_document_apply (self->plan->document, &change, 1);
      assert_true_to_plan (self);
    }
  g_assert_cmpuint (self->n_full, ==, 0);
}

/* What the index does not see again keeps its place: a view may hold it. */
static void
test_keeps_findings (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) accepted = NULL, later_accepted = NULL;
  g_autoptr (GPtrArray) before = liaison_review_index_list (self->index, &accepted);
  LiaisonTable *actions = liaison_document_get_table (self->plan->document, LIAISON_KIND_ACTION);
  const LiaisonBlock *action = liaison_record_get_block (liaison_table_get (actions, 0));
  LiaisonBlock *changed = liaison_block_copy (action);
  LiaisonChange change = { action, changed };

  ((LiaisonActionData *) changed)->status = LIAISON_ACTION_STATUS_DROPPED;
  liaison_document_apply (self->plan->document, &change, 1);
  liaison_block_unref (changed);
  g_autoptr (GPtrArray) after = liaison_review_index_list (self->index, &later_accepted);
  guint kept = 0;
  for (guint i = 0; i < after->len; i++)
    kept += g_ptr_array_find (before, after->pdata[i], NULL);
  g_assert_cmpuint (self->n_followed, ==, 1);
  g_assert_cmpuint (kept, ==, after->len);
  g_assert_cmpuint (kept + 1, >=, before->len);
}

/* Each rule with a fix finds one for something in the sample or for nothing, never an edit that the
 * record would not take; and asking twice is answered alike. */
static void
test_fixes (Fixture *self, gconstpointer data)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->plan->document);
  g_autoptr (GPtrArray) findings = liaison_review_run (snapshot, NOW, NULL);
  g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, NOW);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      LiaisonFinding *mended = liaison_fixes_look_up (fixes, findings->pdata[i]);
      g_assert_true (liaison_fixes_look_up (fixes, findings->pdata[i]) == mended);
      g_assert_true ((mended->fix != NULL) == (mended->fix_label != NULL));
      n += mended->fix != NULL;
      for (guint j = 0; mended->fix != NULL && j < mended->fix->len; j++)
        {
          const LiaisonFixEdit *edit = &g_array_index (mended->fix, LiaisonFixEdit, j);
          const LiaisonBlock *block = liaison_snapshot_find (snapshot, edit->slot.record);
          if (block == NULL) /* a record to be added */
            g_assert_true (edit->value.form == LIAISON_VALUE_BLOCK && edit->slot.field == -1);
          else
            g_assert_true (liaison_slot_accepts (&edit->slot, block->shape, &edit->value));
        }
    }
  g_assert_cmpuint (n, ==, 33);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/review/index/any-edits/%u", seed);
      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_any_edits, tear_down);
    }
  g_test_add ("/review/index/ground/objectives", Fixture, NULL, set_up, test_ground_objectives, tear_down);
  g_test_add ("/review/index/ground/conference", Fixture, NULL, set_up, test_ground_conference, tear_down);
  g_test_add ("/review/index/serials", Fixture, NULL, set_up, test_serials, tear_down);
  g_test_add ("/review/index/keeps-findings", Fixture, NULL, set_up, test_keeps_findings, tear_down);
  g_test_add ("/review/index/fixes", Fixture, NULL, set_up, test_fixes, tear_down);
  return g_test_run ();
}
