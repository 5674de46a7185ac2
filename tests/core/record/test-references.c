/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of who refers to whom, against going through all records. */
#include "config.h"

#include "record/document.h"
#include "record/kinds.h"

#include "../edit/random-block.h"

#define RECORDS 120
#define CHANGES 600

typedef struct
{
  GPtrArray *blocks; /* of LiaisonBlock; what the index has been told of */
  LiaisonReferenceIndex *index;
  LiaisonReferenceScope scope;
  GRand *chance;
} World;

typedef struct
{
  LiaisonId target;
  gboolean found;
} Search;

static void
search_cb (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  Search *search = data;
  search->found |= liaison_id_same (target, search->target);
}

static gboolean
refers (const World *world, const LiaisonBlock *block, LiaisonId target)
{
  Search search = { target, FALSE };
  liaison_block_foreach_reference (block, world->scope, search_cb, &search);
  return search.found;
}

static void
check_target (const World *world, LiaisonId target)
{
  guint n, expected = 0;
  const LiaisonId *sources = liaison_reference_index_lookup (world->index, target, &n);

  for (guint i = 0; i < world->blocks->len; i++)
    if (refers (world, world->blocks->pdata[i], target))
      {
        const LiaisonBlock *block = world->blocks->pdata[i];
        guint times = 0;
        for (guint j = 0; j < n; j++)
          times += liaison_id_same (sources[j], block->id);
        g_assert_cmpuint (times, ==, 1);
        expected++;
      }
  g_assert_cmpuint (n, ==, expected);
}

static void
check_all (const World *world)
{
  static const char *const codes[] = { "EU", "FR", "JP",      "NATO",  "NO",
                                       "PL", "UN", "STARTEX", "ENDEX", "DE" };

  for (guint i = 0; i < 8; i++)
    check_target (world, random_block_id (i));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    check_target (world, liaison_id_for_code (codes[i]));
}

static LiaisonBlock *
make_block (World *world, guint number)
{
  const LiaisonKind *kind = liaison_kind_get (number % LIAISON_N_KINDS);
  return random_block_new (&kind->shape, random_block_id (100 + number), 30, world->chance, NULL);
}

static void
change_one (World *world)
{
  guint place = g_rand_int_range (world->chance, 0, world->blocks->len);
  LiaisonBlock *before = world->blocks->pdata[place];
  guint number = place;

  if (g_rand_int_range (world->chance, 0, 4) == 0)
    {
      /* Gone, and there again later. */
      liaison_reference_index_update (world->index, before, NULL);
      world->blocks->pdata[place] = make_block (world, number);
      liaison_reference_index_update (world->index, NULL, world->blocks->pdata[place]);
    }
  else
    {
      world->blocks->pdata[place] = make_block (world, number);
      liaison_reference_index_update (world->index, before, world->blocks->pdata[place]);
    }
  liaison_block_unref (before);
}

static void
test_index (gconstpointer scope)
{
  World world = { g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref), NULL,
                  GPOINTER_TO_INT (scope), g_rand_new_with_seed (g_test_rand_int ()) };

  world.index = liaison_reference_index_new (world.scope);
  for (guint i = 0; i < RECORDS; i++)
    {
      g_ptr_array_add (world.blocks, make_block (&world, i));
      liaison_reference_index_update (world.index, NULL, world.blocks->pdata[i]);
    }
  check_all (&world);
  for (guint i = 0; i < CHANGES; i++)
    {
      change_one (&world);
      if (i % 20 == 0)
        check_all (&world);
    }
  for (guint i = 0; i < RECORDS; i++)
    liaison_reference_index_update (world.index, world.blocks->pdata[i], NULL);
  g_ptr_array_set_size (world.blocks, 0);
  check_all (&world);
  g_ptr_array_unref (world.blocks);
  liaison_reference_index_free (world.index);
  g_rand_free (world.chance);
}

/* An anchor in an item counts as one of its record. */
static void
test_anchor_in_item (void)
{
  g_autoptr (LiaisonReferenceIndex) index =
      liaison_reference_index_new (LIAISON_REFERENCES_ANCHORS);
  LiaisonEventData *event =
      (gpointer) liaison_block_new (&liaison_event_kind.shape, random_block_id (100));
  g_autoptr (LiaisonBlock) block = &event->block;
  LiaisonBlock *item = liaison_block_new (&liaison_event_exception_shape, random_block_id (1));
  guint n;

  ((LiaisonEventExceptionData *) item)->occurrence = (LiaisonInstant){
    .form = LIAISON_INSTANT_ELAPSED,
    .edge = LIAISON_ANCHOR_START,
    .anchor = liaison_anchor_for (random_block_id (2))
  };
  event->exceptions = liaison_items_new_take (&item, 1);
  event->site = random_block_id (3);
  liaison_reference_index_update (index, NULL, block);
  liaison_reference_index_lookup (index, random_block_id (2), &n);
  g_assert_cmpuint (n, ==, 1);
  liaison_reference_index_lookup (index, random_block_id (3), &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (liaison_block_count_references (block, random_block_id (2)), ==, 1);
}

static void
test_document_uses (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (random_block_id (50));
  LiaisonNationData *nation =
      (gpointer) liaison_block_new (&liaison_nation_kind.shape, random_block_id (51));
  LiaisonEventData *event =
      (gpointer) liaison_block_new (&liaison_event_kind.shape, random_block_id (52));
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  guint n;

  nation->code = event->originator = g_intern_static_string ("FR");
  g_assert_true (liaison_document_fill (document, &liaison_nation_kind, &nation->block));
  g_assert_true (liaison_document_fill (document, &liaison_event_kind, &event->block));
  LiaisonId target = liaison_document_get_target_id (document, random_block_id (51));
  g_assert_true (liaison_id_same (target, liaison_id_for_code ("FR")));
  const LiaisonId *uses = liaison_document_find_uses (document, target, &n);
  g_assert_cmpuint (n, >=, 1);
  gboolean found = FALSE;
  for (guint i = 0; i < n; i++)
    found |= liaison_id_same (uses[i], random_block_id (52));
  g_assert_true (found);
  g_assert_true (liaison_lookup_find (&lookup, target) == &nation->block);
  g_assert_true (liaison_lookup_get_exercise (&lookup)
                 == liaison_record_get_block (liaison_document_get_exercise (document)));
  g_assert_null (liaison_lookup_find_nation (&lookup, "PL"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/record/references/all-as-brute-force",
                        GINT_TO_POINTER (LIAISON_REFERENCES_ALL), test_index);
  g_test_add_data_func ("/record/references/anchors-as-brute-force",
                        GINT_TO_POINTER (LIAISON_REFERENCES_ANCHORS), test_index);
  g_test_add_func ("/record/references/anchor-in-item", test_anchor_in_item);
  g_test_add_func ("/record/references/uses-in-document", test_document_uses);
  return g_test_run ();
}
