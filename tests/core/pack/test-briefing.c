/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards, phrase sheets and room cards of the sample on paper. */
#include "config.h"

#include "pack/briefing-pages.h"
#include "pack/pages-private.h"
#include "pack/room-pages.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "store/plan.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1810299600)

static const char *const languages[] = { "en", "fr", "ar", "ja", "de" };

typedef struct
{
  LiaisonPlan *plan;
  LiaisonSnapshot *snapshot;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  self->plan = liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->snapshot = liaison_document_get_snapshot (self->plan->document);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  liaison_snapshot_unref (self->snapshot);
  liaison_plan_free (self->plan);
}

typedef void (*WriteFunc) (const LiaisonSnapshot *snapshot,
                           const LiaisonManner *manner,
                           const LiaisonBlock *block,
                           const LiaisonBriefingLook *look,
                           LiaisonPages *pages);

static LiaisonPages *
make_pages (Fixture *self, const char *language, WriteFunc write, const LiaisonBlock *block)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);
  const LiaisonManner manner = { .words = words,
                                 .lookup = liaison_snapshot_get_lookup (self->snapshot),
                                 .zone = "Europe/Oslo" };
  const LiaisonPageSetup setup = liaison_page_setup_default ();
  LiaisonPages *pages = liaison_pages_new (&setup, words);

  write (self->snapshot, &manner, block, NULL, pages);
  g_assert_true (liaison_pages_flow (pages, NULL, NULL, NULL, NULL));
  return pages;
}

/* LIAISON_TEST_KEEP names a folder to look at the pages in. */
static GBytes *
make_pdf (LiaisonPages *pages, const char *name)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { "Card", "Exercise", NULL, NOW };
  GBytes *bytes;

  g_assert_true (liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (g_getenv ("LIAISON_TEST_KEEP") != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("LIAISON_TEST_KEEP"), name, NULL);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL));
    }
  return bytes;
}

static void
write_flags (const LiaisonSnapshot *snapshot,
             const LiaisonManner *manner,
             const LiaisonBlock *block,
             const LiaisonBriefingLook *look,
             LiaisonPages *pages)
{
  liaison_flags_to_pages (snapshot, manner, 0, look, pages);
  liaison_ranks_to_pages (snapshot, manner, look, pages);
}

static void
test_cards (Fixture *self, gconstpointer data)
{
  guint n;
  const LiaisonBlock *const *cards =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_BRIEFING, &n);

  g_assert_cmpuint (n, >=, 9);
  for (guint i = 0; i < n; i++)
    for (guint l = i % 5; l < G_N_ELEMENTS (languages); l += 5)
      {
        const char *nation = LIAISON_DATA (Briefing, cards[i])->nation;
        g_autofree char *name = g_strdup_printf ("card-%s-%s.pdf", nation, languages[l]);
        g_autoptr (LiaisonPages) pages =
            make_pages (self, languages[l], liaison_briefing_to_pages, cards[i]);
        g_autoptr (LiaisonPages) again =
            make_pages (self, languages[l], liaison_briefing_to_pages, cards[i]);
        g_autoptr (GBytes) first = make_pdf (pages, name);
        g_autoptr (GBytes) second = make_pdf (again, name);

        g_assert_cmpuint (liaison_pages_get_n (pages), >=, 1);
        g_assert_cmpuint (liaison_pages_get_n (pages), <=, 4);
        g_assert_true (g_bytes_equal (first, second));
      }
}

static void
test_phrases (Fixture *self, gconstpointer data)
{
  guint n;
  const LiaisonBlock *const *cards =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_BRIEFING, &n);

  for (guint i = 0; i < n; i++)
    for (guint l = i % 5; l < G_N_ELEMENTS (languages); l += 5)
      {
        const char *nation = LIAISON_DATA (Briefing, cards[i])->nation;
        g_autofree char *name = g_strdup_printf ("phrases-%s-%s.pdf", nation, languages[l]);
        g_autoptr (LiaisonPages) pages =
            make_pages (self, languages[l], liaison_phrase_sheet_to_pages, cards[i]);
        g_autoptr (GBytes) pdf = make_pdf (pages, name);

        g_assert_cmpuint (liaison_pages_get_n (pages), ==, 1);
        g_assert_cmpuint (pages->matters->len, >, 5);
      }
}

/* Large meetings of the sample have one page each for the chair, whatever the language. */
static void
test_rooms (Fixture *self, gconstpointer data)
{
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_codes, n_people;

      liaison_codes_get (LIAISON_DATA (Event, events[i])->nations, &n_codes);
      liaison_ids_get (LIAISON_DATA (Event, events[i])->participants, &n_people);
      if (n_codes + n_people < 10 || i % 12 != 0)
        continue;
      for (guint l = i % 5; l < G_N_ELEMENTS (languages); l += 5)
        {
          g_autofree char *name = g_strdup_printf ("room-%03u-%s.pdf", i, languages[l]);
          g_autoptr (LiaisonPages) pages =
              make_pages (self, languages[l], liaison_room_card_to_pages, events[i]);

          if (g_getenv ("LIAISON_TEST_KEEP") != NULL)
            g_bytes_unref (make_pdf (pages, name));
          if (liaison_pages_get_n (pages) != 1)
            g_error ("event %u in %s has %u pages", i, languages[l], liaison_pages_get_n (pages));
        }
    }
}

/* The whole exercise in one room is still one page. */
static void
test_full_room (Fixture *self, gconstpointer data)
{
  guint n_events, n_people, n_nations;
  const LiaisonBlock *const *events =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, &n_events);
  const LiaisonBlock *const *people =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_PARTICIPANT, &n_people);
  const LiaisonBlock *const *nations =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n_nations);
  g_autoptr (LiaisonBlock) event = liaison_block_copy (events[0]);
  LiaisonEventData *all = (LiaisonEventData *) event;
  g_autofree LiaisonId *ids = g_new (LiaisonId, n_people);
  g_autofree const char **codes = g_new (const char *, n_nations);

  for (guint i = 0; i < n_people; i++)
    ids[i] = people[i]->id;
  for (guint i = 0; i < n_nations; i++)
    codes[i] = LIAISON_DATA (Nation, nations[i])->code;
  g_clear_pointer (&all->participants, liaison_ids_unref);
  g_clear_pointer (&all->nations, liaison_codes_unref);
  all->participants = liaison_ids_new (ids, n_people);
  all->nations = liaison_codes_new (codes, n_nations);
  g_assert_cmpuint (n_people, >, 60);
  g_assert_cmpuint (n_nations, >, 8);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *name = g_strdup_printf ("room-full-%s.pdf", languages[l]);
      g_autoptr (LiaisonPages) pages =
          make_pages (self, languages[l], liaison_room_card_to_pages, event);

      if (g_getenv ("LIAISON_TEST_KEEP") != NULL)
        g_bytes_unref (make_pdf (pages, name));
      if (liaison_pages_get_n (pages) != 1)
        g_error ("the full room in %s has %u pages", languages[l], liaison_pages_get_n (pages));
    }
}

static void
test_flags (Fixture *self, gconstpointer data)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *name = g_strdup_printf ("flags-%s.pdf", languages[l]);
      g_autoptr (LiaisonPages) pages = make_pages (self, languages[l], write_flags, NULL);
      g_autoptr (GBytes) pdf = make_pdf (pages, name);

      g_assert_cmpuint (liaison_pages_get_n (pages), ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pack/briefing/cards", Fixture, NULL, set_up, test_cards, tear_down);
  g_test_add ("/pack/briefing/phrases", Fixture, NULL, set_up, test_phrases, tear_down);
  g_test_add ("/pack/briefing/rooms", Fixture, NULL, set_up, test_rooms, tear_down);
  g_test_add ("/pack/briefing/full-room", Fixture, NULL, set_up, test_full_room, tear_down);
  g_test_add ("/pack/briefing/flags", Fixture, NULL, set_up, test_flags, tear_down);
  return g_test_run ();
}
