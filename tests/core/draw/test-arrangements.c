/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Net diagram, day chart, board and step chart: what is where, what keys reach, and that each is drawn in
 * every palette and both directions. */
#include "config.h"

#include "draw/board.h"
#include "draw/day-chart-fill.h"
#include "draw/net-diagram.h"
#include "draw/picture.h"
#include "draw/step-chart.h"
#include "store/plan.h"

#include <string.h>

/* 23 November 2026, 08:00 Zulu: the day on which the sample is planned. */
#define NOW G_GINT64_CONSTANT (1795420800)

typedef struct
{
  LiaisonPlan *plan;
  LiaisonSnapshot *snapshot;
  LiaisonWords *words;
  LiaisonTextCache *texts;
  LiaisonManner manner;
} Fixture;

static void
set_up (Fixture *f, gconstpointer language)
{
  g_autoptr (GError) error = NULL;

  f->plan = liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->snapshot = liaison_document_get_snapshot (f->plan->document);
  f->words = liaison_words_new (language, NULL);
  f->texts = liaison_text_cache_new_off_screen ("Sans 10", 500);
  f->manner = (LiaisonManner){ .words = f->words,
                               .lookup = liaison_snapshot_get_lookup (f->snapshot),
                               .now = NOW };
}

static void
tear_down (Fixture *f, gconstpointer language)
{
  liaison_text_cache_free (f->texts);
  liaison_words_unref (f->words);
  liaison_snapshot_unref (f->snapshot);
  liaison_plan_free (f->plan);
}

static LiaisonCanvas
make_canvas (Fixture *f, LiaisonPaletteId palette)
{
  return liaison_canvas_init (NULL, f->texts, liaison_palette_get (palette), &f->manner);
}

/* From anywhere keys reach everything that can be pointed at, and what is told of it is something. */
static void
walk (Fixture *f, LiaisonDrawing *drawing, guint least)
{
  LiaisonCanvas canvas = make_canvas (f, LIAISON_PALETTE_LIGHT);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (LiaisonHit));
  LiaisonDrawingSize size;
  LiaisonHit hit;

  liaison_drawing_measure (drawing, &canvas, &size);
  g_assert_true (liaison_drawing_step (drawing, NULL, LIAISON_STEP_FIRST, &hit));
  g_array_append_val (queue, hit);
  g_hash_table_add (seen, GUINT_TO_POINTER (hit.index));
  for (guint i = 0; i < queue->len; i++)
    {
      LiaisonHit from = g_array_index (queue, LiaisonHit, i), found;
      g_autofree char *told = liaison_drawing_tell (drawing, &f->manner, &from);

      g_assert_nonnull (told);
      g_assert_cmpuint (strlen (told), >, 0);
      g_assert_cmpfloat (from.box.width, >, 0);
      g_assert_cmpfloat (from.box.x + from.box.width, <=, size.width + 1);
      /* What the keys reach, the pointer finds. */
      g_assert_true (liaison_drawing_find (drawing, from.part, from.box.x + from.box.width / 2,
                                           from.box.y + from.box.height / 2, &found));
      for (LiaisonStep step = LIAISON_STEP_START; step <= LIAISON_STEP_LAST; step++)
        if (liaison_drawing_step (drawing, &from, step, &hit)
            && g_hash_table_add (seen, GUINT_TO_POINTER (hit.index)))
          g_array_append_val (queue, hit);
    }
  g_assert_cmpuint (queue->len, >=, least);
}

static void
picture (Fixture *f, LiaisonDrawing *drawing)
{
  const LiaisonPictureWindow whole = { 0 };

  for (guint i = 0; i < LIAISON_N_PALETTES; i++)
    {
      LiaisonCanvas canvas = make_canvas (f, (LiaisonPaletteId) i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          liaison_picture_make (drawing, &canvas, &whole, LIAISON_PICTURE_SVG, 1, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
    }
}

static void
test_nets (Fixture *f, gconstpointer language)
{
  g_autoptr (LiaisonNetDiagram) diagram = liaison_net_diagram_new ();
  g_autoptr (LiaisonCircuits) circuits =
      liaison_circuits_new (f->snapshot, NOW, LIAISON_TEST_GRACE);
  const LiaisonCircuit *first = circuits->circuits->pdata[0];
  LiaisonHit hit;

  liaison_net_diagram_set (diagram, circuits, &f->manner, NULL, NULL);
  g_assert_cmpuint (liaison_net_diagram_count_circuits (diagram), ==, 30);
  /* 30 circuits, 10 need lines, 10 far stations and those at the start. */
  walk (f, LIAISON_DRAWING (diagram), 51);
  g_assert_true (liaison_drawing_locate (LIAISON_DRAWING (diagram), first->channel->id, &hit));
  picture (f, LIAISON_DRAWING (diagram));
  liaison_net_diagram_set_room (diagram, 2000);
  walk (f, LIAISON_DRAWING (diagram), 51);
}

static void
test_chart (Fixture *f, gconstpointer language)
{
  g_autoptr (LiaisonDayChart) chart = liaison_day_chart_new ();
  g_autoptr (LiaisonSupportDays) days = liaison_support_days_new (f->snapshot);
  g_autoptr (GPtrArray) table = NULL;
  const LiaisonSupportPool *pool = NULL;

  for (guint i = 0; i < days->pools->len; i++)
    if (((const LiaisonSupportPool *) days->pools->pdata[i])->n_short > 0)
      pool = days->pools->pdata[i];
  g_assert_nonnull (pool);
  liaison_day_chart_fill_support (chart, days, pool, &f->manner);
  g_assert_cmpuint (liaison_day_chart_count_short (chart), ==, pool->n_short);
  for (guint i = 0; i < days->n_days; i++)
    g_assert_cmpfloat (liaison_day_chart_get_sum (chart, i), ==, (double) pool->asked[i]);
  table = liaison_day_chart_make_table (chart, &f->manner);
  g_assert_cmpuint (table->len, ==, days->n_days + 1);
  walk (f, LIAISON_DRAWING (chart), days->n_days);
  picture (f, LIAISON_DRAWING (chart));
  /* Nothing to show is no trouble. */
  liaison_day_chart_begin (chart, 0, 0);
  liaison_day_chart_end (chart);
  picture (f, LIAISON_DRAWING (chart));
}

static void
test_board (Fixture *f, gconstpointer language)
{
  g_autoptr (LiaisonBoard) board = liaison_board_new ();
  LiaisonBoardCard card = { .title = "A title that is so long that it takes more than three lines of "
                                     "a narrow column, and then some",
                            .code = "AG-01",
                            .told = "A <b>card</b>" };
  guint column;

  liaison_board_begin (board);
  for (guint i = 0; i < 3; i++)
    liaison_board_add_column (board, "Column");
  for (guint i = 0; i < 7; i++)
    {
      card.record = (LiaisonId){ 1, i + 1 };
      card.mark = (LiaisonMark) (i % 4);
      liaison_board_add_card (board, i % 2 * 2, &card);
    }
  liaison_board_end (board);
  g_assert_cmpuint (liaison_board_count_cards (board, 0), ==, 4);
  g_assert_cmpuint (liaison_board_count_cards (board, 1), ==, 0);
  g_assert_true (liaison_board_find_column (board, (LiaisonId){ 1, 2 }, &column));
  g_assert_cmpuint (column, ==, 2);
  walk (f, LIAISON_DRAWING (board), 7);
  picture (f, LIAISON_DRAWING (board));
  g_assert_false (liaison_board_find_column_at (board, -50, &column));
  g_assert_false (liaison_board_find_column_at (board, 1e6, &column));
}

static void
test_steps (Fixture *f, gconstpointer language)
{
  g_autoptr (LiaisonStepChart) chart = liaison_step_chart_new ();
  g_autoptr (LiaisonAgreements) agreements = liaison_agreements_new (f->snapshot, NOW);
  guint needed;

  liaison_step_chart_set (chart, agreements, &f->manner, FALSE);
  needed = liaison_step_chart_count_rows (chart);
  g_assert_cmpuint (needed, >, 5);
  walk (f, LIAISON_DRAWING (chart), needed);
  picture (f, LIAISON_DRAWING (chart));
  liaison_step_chart_set (chart, agreements, &f->manner, TRUE);
  g_assert_cmpuint (liaison_step_chart_count_rows (chart), ==, agreements->agreements->len);
}

int
main (int argc, char *argv[])
{
  static const char *const languages[] = { "en", "ar", "ja" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      static const struct
      {
        const char *name;
        void (*func) (Fixture *f, gconstpointer language);
      } tests[] = { { "nets", test_nets },
                    { "chart", test_chart },
                    { "board", test_board },
                    { "steps", test_steps } };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path =
              g_strdup_printf ("/draw/arrangements/%s/%s", tests[j].name, languages[i]);
          g_test_add (path, Fixture, languages[i], set_up, tests[j].func, tear_down);
        }
    }
  return g_test_run ();
}
