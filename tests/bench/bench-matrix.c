/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long frames of the matrices of liaison and interoperability take while they scroll, at 40
 * nations and at 500 rows, against the same widget with a matrix that has nothing in its cells, and
 * against a GtkColumnView of 500 rows and 20 columns with nothing in them, over the same damage and
 * as it is (GTK repaints only the lines of such a table, for its rows look alike wherever it is
 * scrolled to, while letters that scroll are repainted wherever they come to); and how long each
 * takes to be worked out and filled.
 *
 *   bench-matrix [ROUNDS]   of each, interleaved; the best counts
 *
 * In a display with the cairo renderer (GSK_RENDERER=cairo). One tab-separated line a measure. */
#include "config.h"

#include "draw/plan-matrix.h"
#include "record/intern.h"
#include "record/kinds.h"
#include "shared/matrix-view.h"

#include <stdlib.h>
#include <time.h>

#define FRAMES       40
#define NATIONS      40
#define POSTS        500
#define REQUIREMENTS 500
#define STARTEX      G_GINT64_CONSTANT (1800000000)
#define HOUR         3600

static guint made;

static gpointer
item (const LiaisonShape *shape)
{
  made++;
  return liaison_block_new (shape, liaison_id_new_from_parts (STARTEX * 1000, made & 0xfff, made));
}

static gpointer
begin (const LiaisonKind *kind)
{
  return item (&kind->shape);
}

static LiaisonItems *
list (gpointer one)
{
  LiaisonBlock *block = one;

  return liaison_items_new_take (&block, 1);
}

static const char *
code_of (guint nation)
{
  char code[3] = { (char) ('A' + nation / 26), (char) ('A' + nation % 26), '\0' };

  return g_intern_string (code);
}

static LiaisonText *
text (const char *format, guint number)
{
  g_autofree char *string = g_strdup_printf ("%s %u", format, number);

  return liaison_text_new ("en", string);
}

static void
add_nations (LiaisonDocument *document)
{
  static const char *const languages[] = { "en", "fr", "de", "pl", "ar", "ja" };

  for (guint i = 0; i < NATIONS; i++)
    {
      LiaisonNationData *nation = begin (&liaison_nation_kind);
      LiaisonLanguageUseData *use = item (&liaison_language_use_shape);
      nation->code = code_of (i);
      nation->name = text ("Nation", i);
      nation->status = LIAISON_NATION_STATUS_CONFIRMED;
      use->language.language = g_intern_string (languages[i % G_N_ELEMENTS (languages)]);
      nation->languages = list (use);
      liaison_document_fill (document, &liaison_nation_kind, &nation->block);
    }
}

static LiaisonId
add_person (LiaisonDocument *document, guint number)
{
  LiaisonParticipantData *person = begin (&liaison_participant_kind);
  LiaisonSpokenLanguageData *spoken = item (&liaison_spoken_language_shape);
  LiaisonId id = person->block.id;

  person->name = text ("Officer", number);
  person->nation = code_of (number % NATIONS);
  person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  liaison_level_parse (number % 2 ? "en 3333" : "fr 2222", 7, &spoken->level);
  person->languages = list (spoken);
  liaison_document_fill (document, &liaison_participant_kind, &person->block);
  return id;
}

static LiaisonId
add_site (LiaisonDocument *document, guint number)
{
  LiaisonSiteData *site = begin (&liaison_site_kind);
  LiaisonId id = site->block.id;

  site->name = text ("Site", number);
  liaison_document_fill (document, &liaison_site_kind, &site->block);
  return id;
}

static LiaisonItems *
make_lines (void)
{
  LiaisonBlock *lines[12];

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LiaisonCheckItemData *line = item (&liaison_check_item_shape);
      line->title = text ("Line", i);
      line->done = i % 3 == 0;
      lines[i] = &line->block;
    }
  return liaison_items_new_take (lines, G_N_ELEMENTS (lines));
}

static void
add_posts (LiaisonDocument *document)
{
  LiaisonId sites[NATIONS];

  for (guint i = 0; i < NATIONS; i++)
    sites[i] = add_site (document, i);
  for (guint i = 0; i < POSTS; i++)
    {
      LiaisonPostData *post = begin (&liaison_post_kind);
      LiaisonShiftData *shift = item (&liaison_shift_shape);
      LiaisonPostLanguageData *asked = item (&liaison_post_language_shape);
      post->title = text ("Liaison officer", i);
      post->site = sites[i % NATIONS];
      liaison_level_parse (i % 3 ? "en 2222" : "ar 2222", 7, &asked->level);
      post->languages = list (asked);
      post->from_nation = code_of (i % NATIONS);
      post->to_nation = code_of ((i * 7 + 1) % NATIONS);
      post->cover = LIAISON_POST_COVER_CONTINUOUS;
      shift->participant = add_person (document, i);
      liaison_instant_from_unix (STARTEX, NULL, &shift->start);
      liaison_instant_from_unix (STARTEX + 12 * HOUR, NULL, &shift->end);
      shift->rule = g_ref_string_new ("FREQ=DAILY;COUNT=14");
      post->shifts = list (shift);
      post->joining = make_lines ();
      liaison_document_fill (document, &liaison_post_kind, &post->block);
    }
}

static void
add_requirements (LiaisonDocument *document)
{
  LiaisonId chapter = { 0 };

  for (guint i = 0; i < REQUIREMENTS; i++)
    {
      LiaisonRequirementData *requirement = begin (&liaison_requirement_kind);
      LiaisonId id = requirement->block.id;
      requirement->title = text ("Requirement", i);
      requirement->level =
          i % 40 == 0 ? LIAISON_REQUIREMENT_LEVEL_CHAPTER : LIAISON_REQUIREMENT_LEVEL_REQUIREMENT;
      requirement->parent = i % 40 == 0 ? (LiaisonId){ 0 } : chapter;
      requirement->selected = TRUE;
      requirement->dimension = 1 + (int) (i % 3);
      requirement->obligation = 1 + (int) (i % 4);
      requirement->per = i % 5 == 0 ? LIAISON_ASSESSED_PER_PAIR : LIAISON_ASSESSED_PER_NATION;
      liaison_document_fill (document, &liaison_requirement_kind, &requirement->block);
      if (i % 40 == 0)
        chapter = id;
      for (guint j = 0; i % 40 != 0 && j < 10; j++)
        {
          LiaisonAssessmentData *assessment = begin (&liaison_assessment_kind);
          assessment->requirement = id;
          assessment->nation = code_of ((i + j * 3) % NATIONS);
          assessment->other_nation = i % 5 == 0 ? code_of ((i + j * 3 + 1) % NATIONS) : NULL;
          assessment->result = 1 + (int) ((i + j) % 4);
          assessment->date = (gint32) (STARTEX / 86400) - (gint32) (j * 20);
          liaison_document_fill (document, &liaison_assessment_kind, &assessment->block);
        }
    }
}

static LiaisonPlan *
make_plan (void)
{
  LiaisonPlan *plan = liaison_plan_new (liaison_id_new_from_parts (STARTEX * 1000, 0, 0));
  LiaisonExerciseData *exercise = (gpointer) liaison_block_copy (
      liaison_record_get_block (liaison_document_get_exercise (plan->document)));

  liaison_instant_from_unix (STARTEX, NULL, &exercise->startex);
  liaison_instant_from_unix (STARTEX + 14 * 24 * HOUR, NULL, &exercise->endex);
  liaison_document_fill (plan->document, &liaison_exercise_kind, &exercise->block);
  add_nations (plan->document);
  add_posts (plan->document);
  add_requirements (plan->document);
  return plan;
}

/* One thing measured. */
typedef struct
{
  char *name;
  GtkWidget *widget;
  GtkWidget *scrolled;
  GtkWidget *drawn; /* each frame anew */
  double p95;       /* ms, the best round */
} Case;

typedef struct
{
  Case *now;
  guint frame;
  gint64 began;
  double times[FRAMES];
  GMainLoop *loop;
} Run;

static int
compare (gconstpointer a, gconstpointer b)
{
  double of_a = *(const double *) a, of_b = *(const double *) b;
  return of_a < of_b ? -1 : of_a > of_b;
}

/* What the processor has done for this thread, us: other people's work does not count, nor does
 * the display server's. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
before_paint_cb (Run *run)
{
  run->began = get_time ();
}

static void
after_paint_cb (Run *run)
{
  double took = (double) (get_time () - run->began) / 1000;

  if (run->frame >= 10 && run->frame < FRAMES + 10)
    run->times[run->frame - 10] = took;
  if (run->frame++ >= FRAMES + 10)
    {
      qsort (run->times, FRAMES, sizeof (double), compare);
      run->now->p95 = MIN (run->now->p95, run->times[FRAMES * 95 / 100]);
      g_main_loop_quit (run->loop);
    }
}

static void
scroll (GtkAdjustment *adjustment, double by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (run->now->scrolled);

  scroll (gtk_scrolled_window_get_hadjustment (scrolled), run->frame % 100 < 50 ? 17 : -17);
  scroll (gtk_scrolled_window_get_vadjustment (scrolled), run->frame % 60 < 30 ? 23 : -23);
  gtk_widget_queue_draw (run->now->drawn);
  return G_SOURCE_CONTINUE;
}

static void
measure (Case *each, GtkWindow *window)
{
  Run run = { each, 0, 0, { 0 }, g_main_loop_new (NULL, FALSE) };
  GdkFrameClock *clock;
  guint tick;

  gtk_window_set_child (window, each->widget);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &run);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &run);
  tick = gtk_widget_add_tick_callback (each->widget, tick_cb, &run, NULL);
  g_main_loop_run (run.loop);
  gtk_widget_remove_tick_callback (each->widget, tick);
  g_signal_handlers_disconnect_by_data (clock, &run);
  g_main_loop_unref (run.loop);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, gtk_label_new (NULL));
}

/* A table with nothing in its cells. */
static GtkWidget *
table_new (void)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *table;

  for (guint i = 0; i < 500; i++)
    gtk_string_list_append (rows, "");
  table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (table), TRUE);
  gtk_column_view_set_show_column_separators (GTK_COLUMN_VIEW (table), TRUE);
  for (guint i = 0; i < 20; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_column_set_fixed_width (column, 110);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);
  return scrolled;
}

static void
draw_nothing (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
}

/* The same, repainted whole in each frame as what has letters in it is. */
static Case
repainted_new (void)
{
  GtkWidget *overlay = gtk_overlay_new (), *veil = gtk_drawing_area_new (), *table = table_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), table);
  gtk_widget_set_can_target (veil, FALSE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (veil), draw_nothing, NULL, NULL);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), veil);
  return (Case){ g_strdup ("an empty table, over the same damage"), g_object_ref_sink (overlay),
                 table, veil, 1e9 };
}

/* A matrix with nothing in its cells: what the widget itself and its grid cost. */
static Case
empty_new (LiaisonSession *session)
{
  LiaisonMatrix *matrix = liaison_matrix_new ();
  Case each = { .name = g_strdup ("an empty matrix"), .p95 = 1e9 };

  liaison_matrix_begin (matrix);
  for (guint i = 0; i < 40; i++)
    {
      const LiaisonMatrixHead head = { .label = "Column" };
      liaison_matrix_add_column (matrix, &head);
    }
  for (guint i = 0; i < 500; i++)
    {
      const LiaisonMatrixHead head = { .label = "Row" };
      liaison_matrix_add_row (matrix, &head);
    }
  liaison_matrix_end (matrix);
  each.widget =
      g_object_ref_sink (GTK_WIDGET (liaison_matrix_view_new (session, matrix, NULL, NULL)));
  each.drawn = each.widget;
  each.scrolled = gtk_widget_get_first_child (each.widget);
  return each;
}

static Case
case_new (LiaisonSession *session,
          LiaisonSnapshot *snapshot,
          const LiaisonPlanMatrixType *type,
          gboolean pairs)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonPlanMatrixOptions options = { .now = STARTEX,
                                             .by = LIAISON_POSTS_BY_SERIAL,
                                             .pairs = pairs };
  LiaisonMatrix *matrix = liaison_matrix_new ();
  gint64 began = g_get_monotonic_time (), looked;
  LiaisonPlanMatrix *facts = liaison_plan_matrix_new (type, snapshot, "en", &options);
  Case made_case = { .p95 = 1e9 };

  looked = g_get_monotonic_time ();
  liaison_plan_matrix_fill (facts, matrix, &manner);
  made_case.name =
      g_strdup_printf ("%s%s, %u x %u", type->name, pairs ? " of pairs" : "",
                       liaison_matrix_count_rows (matrix), liaison_matrix_count_columns (matrix));
  g_print ("matrix, %s\tworked out in %.1f ms\tfilled in %.1f ms\n", made_case.name,
           (double) (looked - began) / 1000, (double) (g_get_monotonic_time () - looked) / 1000);
  made_case.widget =
      g_object_ref_sink (GTK_WIDGET (liaison_matrix_view_new (session, matrix, NULL, NULL)));
  made_case.drawn = made_case.widget;
  made_case.scrolled = gtk_widget_get_first_child (made_case.widget);
  liaison_plan_matrix_free (facts);
  return made_case;
}

int
main (int argc, char **argv)
{
  LiaisonSession *session;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
  Case table = { g_strdup ("an empty table as it is"), NULL, NULL, NULL, 1e9 };
  GtkWidget *window;
  guint n, rounds = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 3;
  const LiaisonPlanMatrixType *const *types = liaison_plan_matrix_get_types (&n);

  if (!gtk_init_check ())
    {
      g_print ("matrix: there is no display here\n");
      return 0;
    }
  session = liaison_session_new (make_plan (), NULL);
  snapshot = liaison_document_get_snapshot (liaison_session_get_document (session));
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  table.widget = table.scrolled = table.drawn = g_object_ref_sink (table_new ());
  g_array_append_val (cases, table);
  table = repainted_new ();
  g_array_append_val (cases, table);
  table = empty_new (session);
  g_array_append_val (cases, table);
  for (guint i = 0; i < n; i++)
    {
      Case each = case_new (session, snapshot, types[i], FALSE);
      g_array_append_val (cases, each);
    }
  gtk_window_present (GTK_WINDOW (window));
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < cases->len; i++)
      measure (&g_array_index (cases, Case, i), GTK_WINDOW (window));
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *each = &g_array_index (cases, Case, i);
      g_print ("matrix, %s\tp95 %.2f ms\t%.2f of an empty table over the same damage, "
               "%.2f as it is, %.2f of an empty matrix\n",
               each->name, each->p95, each->p95 / g_array_index (cases, Case, 1).p95,
               each->p95 / g_array_index (cases, Case, 0).p95,
               each->p95 / g_array_index (cases, Case, 2).p95);
    }
  return 0;
}
