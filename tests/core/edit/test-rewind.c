/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan as it was: random edits are taken back, to each time that there was. */
#include "config.h"

#include "edit/difference.h"
#include "edit/rewind.h"
#include "record/kinds.h"

#include "random-block.h"

#define ROUNDS 80
#define START  G_GINT64_CONSTANT (1800000000000)

typedef struct
{
  LiaisonDocument *document;
  LiaisonEditor *editor;
  LiaisonTrail *trail;
  gint64 now; /* Unix ms */
  GRand *rand;
} Fixture;

static gint64
now_cb (gpointer data)
{
  return ((Fixture *) data)->now;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->now = START;
  fixture->document = liaison_document_new (random_block_id (1));
  fixture->editor = liaison_editor_new (fixture->document, now_cb, fixture);
  fixture->trail = liaison_trail_new ();
  fixture->rand = g_rand_new_with_seed (7);
  liaison_editor_set_author (fixture->editor, "A. Planner");
  liaison_trail_follow (fixture->trail, fixture->editor);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->editor);
  g_object_unref (fixture->trail);
  g_object_unref (fixture->document);
  g_rand_free (fixture->rand);
}

static LiaisonRecord *
pick (Fixture *fixture)
{
  LiaisonTable *table = liaison_document_get_table (fixture->document, LIAISON_KIND_EVENT);
  guint n = liaison_table_get_size (table);

  return n > 0 ? liaison_table_get (table, g_rand_int_range (fixture->rand, 0, n)) : NULL;
}

static void
edit (Fixture *fixture, guint round)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Edit");
  LiaisonRecord *record = pick (fixture);
  int what = record != NULL ? g_rand_int_range (fixture->rand, 0, 5) : 0;

  if (what == 0)
    {
      g_autoptr (LiaisonBlock) block
          = liaison_block_new (&liaison_event_kind.shape, random_block_id (100 + round));
      ((LiaisonEventData *) block)->title = liaison_text_new ("en", "New");
      liaison_proposal_add_record (proposal, block);
    }
  else if (what == 1)
    liaison_proposal_remove_record (proposal, liaison_record_get_block (record));
  else
    {
      LiaisonId id = liaison_record_get_id (record);
      g_autofree char *title = g_strdup_printf ("Title %u", round);
      LiaisonSlot slot = liaison_slot_text (id, LIAISON_FIELD (Event, title),
                                            g_intern_string (what == 2 ? "en" : "fr"));
      liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string (title));
    }
  g_assert_true (liaison_editor_commit (fixture->editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  LiaisonSnapshot *were[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      were[i] = liaison_document_get_snapshot (fixture->document);
      fixture->now += 1000;
      if (i % 9 == 8)
        liaison_editor_undo (fixture->editor, NULL);
      else
        edit (fixture, i);
    }
  g_autoptr (LiaisonSnapshot) now = liaison_document_get_snapshot (fixture->document);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gboolean complete;
      guint n_lost;
      g_autoptr (GPtrArray) entries
          = liaison_trail_list_since (fixture->trail, START + (gint64) i * 1000, &complete);
      g_autoptr (LiaisonSnapshot) then = liaison_snapshot_rewind (now, entries, &n_lost);
      g_autoptr (LiaisonEditGroup) difference = liaison_difference_new (were[i], then);
      g_assert_true (complete);
      g_assert_cmpuint (n_lost, ==, 0);
      g_assert_cmpuint (difference->edits->len, ==, 0);
      liaison_snapshot_unref (were[i]);
    }
}

/* A plan without a history is as it is. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  gboolean complete;
  guint n_lost = 5;
  g_autoptr (GPtrArray) entries = liaison_trail_list_since (fixture->trail, 0, &complete);
  g_autoptr (LiaisonSnapshot) now = liaison_document_get_snapshot (fixture->document);
  g_autoptr (LiaisonSnapshot) then = liaison_snapshot_rewind (now, entries, &n_lost);
  g_autoptr (LiaisonEditGroup) difference = liaison_difference_new (now, then);

  g_assert_true (complete);
  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (difference->edits->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/edit/rewind/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/edit/rewind/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  return g_test_run ();
}
