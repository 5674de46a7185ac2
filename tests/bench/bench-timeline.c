/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long frames of the timeline take while what they show changes, against the same widget drawing 600 plain
 * rectangles with cached labels over the same damage; and with a million events in memory against ten thousand.
 *
 *   bench-timeline [EVENTS]
 *
 * In a display with the cairo renderer (GSK_RENDERER=cairo). One tab-separated line a measure. */
#include "config.h"

#include "plan-generator.h"

#include "draw/timeline.h"
#include "record/kinds.h"
#include "shared/drawn-view.h"

#include <string.h>
#include <time.h>

#define FRAMES 60
#define ROUNDS 3 /* of each, interleaved; the best counts */
#define HOUR   3600
#define DAY    86400

/* 600 rectangles with labels, shifted with each frame. */
#define PLAIN_TYPE_DRAWING (plain_drawing_get_type ())
G_DECLARE_FINAL_TYPE (PlainDrawing, plain_drawing, PLAIN, DRAWING, LiaisonDrawing)

struct _PlainDrawing
{
  LiaisonDrawing parent_instance;
  char *labels[600];
};

G_DEFINE_FINAL_TYPE (PlainDrawing, plain_drawing, LIAISON_TYPE_DRAWING)

static void
plain_drawing_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  *size = (LiaisonDrawingSize){ 1e6, 5000, 200, 66 };
}

static void
plain_drawing_draw (LiaisonDrawing *drawing,
                    LiaisonCanvas *canvas,
                    LiaisonDrawingPart part,
                    const LiaisonBox *visible)
{
  PlainDrawing *self = PLAIN_DRAWING (drawing);
  double width = visible->width / 20;
  guint first = (guint) (visible->x / width);

  if (part != LIAISON_PART_BODY)
    return;
  for (guint row = 0; row < 30; row++)
    for (guint column = 0; column < 20; column++)
      {
        LiaisonBox box = { (first + column) * width, visible->y + row * 25, width - 4, 21 };
        liaison_canvas_fill_box (canvas, &box, &canvas->palette->hues[LIAISON_HUE_BLUE].fill);
        box.x += 4;
        box.width -= 8;
        liaison_canvas_draw_text (canvas, self->labels[row * 20 + (first + column) % 20],
                                  LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                  liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
      }
}

static void
plain_drawing_finalize (GObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (PLAIN_DRAWING (object)->labels); i++)
    g_free (PLAIN_DRAWING (object)->labels[i]);
  G_OBJECT_CLASS (plain_drawing_parent_class)->finalize (object);
}

static void
plain_drawing_class_init (PlainDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plain_drawing_finalize;
  LIAISON_DRAWING_CLASS (klass)->measure = plain_drawing_measure;
  LIAISON_DRAWING_CLASS (klass)->draw = plain_drawing_draw;
}

static void
plain_drawing_init (PlainDrawing *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    self->labels[i] = g_strdup_printf ("Serial %u", i);
}

/* One thing measured. */
typedef struct
{
  const char *name;
  LiaisonDrawnView *view;
  LiaisonTimeline *timeline; /* NULL: the plain drawing */
  double span;               /* s to be seen; 0: everything */
  double p95;                /* ms, the best round */
  double seen;               /* bars drawn in the last frame, or blocks */
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

static void
before_paint_cb (Run *run)
{
  run->began = g_get_monotonic_time ();
}

static void
after_paint_cb (Run *run)
{
  double took = (double) (g_get_monotonic_time () - run->began) / 1000;

  if (run->frame >= 10 && run->frame < FRAMES + 10)
    run->times[run->frame - 10] = took;
  if (run->frame++ >= FRAMES + 10)
    {
      qsort (run->times, FRAMES, sizeof (double), compare);
      run->now->p95 = MIN (run->now->p95, run->times[FRAMES * 95 / 100]);
      g_main_loop_quit (run->loop);
    }
}

/* Scrolls along, down and up, and zooms a little in and out. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  double x, y;

  liaison_drawn_view_get_scroll (run->now->view, &x, &y);
  liaison_drawn_view_scroll_to (run->now->view, x + (run->frame % 100 < 50 ? 17 : -17),
                                y + (run->frame % 60 < 30 ? 7 : -7));
  if (run->now->timeline != NULL && run->frame % 3 == 0)
    liaison_drawn_view_zoom (run->now->view, run->frame % 30 < 15 ? 1.01 : 1 / 1.01, 600, 300);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
show_span (Case *each)
{
  gint64 from, until;
  double width, height;

  if (each->timeline == NULL)
    return;
  liaison_drawn_view_get_room (each->view, &width, &height);
  liaison_timeline_get_extent (each->timeline, 0, &from, &until);
  if (each->span > 0)
    {
      from += (until - from) * 2 / 5;
      until = from + (gint64) each->span;
    }
  liaison_drawn_view_scroll_to (each->view,
                                liaison_timeline_fit (each->timeline, from, until, width), 30);
}

static void
measure (Case *each, GtkWindow *window, GtkWidget *scrolled)
{
  Run run = { each, 0, 0, { 0 }, g_main_loop_new (NULL, FALSE) };
  GdkFrameClock *clock;
  guint tick;

  gtk_window_set_child (window, scrolled);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  show_span (each);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &run);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &run);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (each->view), tick_cb, &run, NULL);
  g_main_loop_run (run.loop);
  gtk_widget_remove_tick_callback (GTK_WIDGET (each->view), tick);
  g_signal_handlers_disconnect_by_data (clock, &run);
  g_main_loop_unref (run.loop);
}

static LiaisonTimeline *
timeline_of_plan (LiaisonPlan *plan, LiaisonWords *words)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = { .words = words, .lookup = liaison_snapshot_get_lookup (snapshot) };
  LiaisonLanesSetup setup = { .by = LIAISON_LANES_BY_SITE, .least = 1800 };
  LiaisonTimeline *timeline = liaison_timeline_new ();
  gint64 began = g_get_monotonic_time ();

  liaison_timeline_set_lanes (timeline, liaison_lanes_new (snapshot, &manner, &setup));
  g_print ("lanes\t%u bars\t%.1f ms\n",
           liaison_lanes_count_bars (liaison_timeline_get_lanes (timeline)),
           (double) (g_get_monotonic_time () - began) / 1000);
  return timeline;
}

/* What the processor has done for this thread, us. */
static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* An event moves by a quarter of an hour. */
static void
move_one (LiaisonDocument *document, guint which)
{
  LiaisonTable *events = liaison_document_get_table (document, LIAISON_KIND_EVENT);
  const LiaisonBlock *before = liaison_record_get_block (
      liaison_table_get (events, which * 7919 % liaison_table_get_size (events)));
  g_autoptr (LiaisonBlock) after = liaison_block_copy (before);
  LiaisonChange change = { before, after };

  ((LiaisonEventData *) after)->start.seconds += 900;
  liaison_document_apply (document, &change, 1);
}

/* What a window does between an edit and the frame that shows it: a snapshot, and what of the lanes has changed; and what it would
 * take to make them all anew. The best of some counts, as others use the processor too. */
static void
time_edit (LiaisonPlan *plan, LiaisonWords *words)
{
  g_autoptr (LiaisonSnapshot) first = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = { .words = words, .lookup = liaison_snapshot_get_lookup (first) };
  double best = 1e9, anew = 1e9;

  for (guint by = 0; by < LIAISON_N_LANES_BY; by++)
    {
      LiaisonLanesSetup setup = { .by = by, .least = 1800 };
      g_autoptr (LiaisonLanes) lanes = liaison_lanes_new (first, &manner, &setup);
      best = anew = 1e9;
      for (guint i = 0; i < 9; i++)
        {
          move_one (plan->document, i);
          gint64 began = get_processor_time ();
          g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
          g_assert_true (liaison_lanes_follow (lanes, snapshot, &manner, &setup));
          best = MIN (best, (double) (get_processor_time () - began) / 1000);
          began = get_processor_time ();
          g_autoptr (LiaisonLanes) others = liaison_lanes_new (snapshot, &manner, &setup);
          g_assert_cmpuint (liaison_lanes_count_bars (lanes), ==, liaison_lanes_count_bars (others));
          anew = MIN (anew, (double) (get_processor_time () - began) / 1000);
        }
      guint n;
      liaison_lanes_get (lanes, &n);
      g_print ("timeline, an edit\t%.1f ms until its %u lanes are true again\tanew %.1f ms\n", best,
               n, anew);
    }
}

/* Lanes of as many events each, as dense, of which a larger plan has more, for a longer time. */
static LiaisonTimeline *
timeline_of (LiaisonPlan *plan, guint n_lanes, guint each)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (LiaisonLane));
  g_autofree LiaisonBar *bars = g_new (LiaisonBar, each);
  LiaisonTimeline *timeline = liaison_timeline_new ();

  for (guint i = 0; i < n_lanes; i++)
    {
      LiaisonLane lane = { .key = { 1, i + 1 }, .label = g_strdup_printf ("Lane %u", i % 100) };
      for (guint j = 0; j < each; j++)
        {
          gint64 start = 1800000000 + (gint64) j * 5 * HOUR + (i * 7919 + j * 104729) % (3 * HOUR);
          bars[j] = (LiaisonBar){ start, start + (1 + (i + j) % 5) * HOUR,
                                  events[(i * 31 + j) % MIN (n, 500)], 0, 0 };
        }
      lane.index = liaison_lane_index_new (bars, each, 1800);
      g_array_append_val (lanes, lane);
    }
  liaison_timeline_set_lanes (timeline, liaison_lanes_new_take (snapshot, lanes));
  return timeline;
}

int
main (int argc, char **argv)
{
  guint events = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  LiaisonPlan *plan = plan_generate (events, 1);
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  LiaisonSession *session;
  LiaisonTimeline *large, *small, *huge;
  GtkWidget *window, *scrolled[4];

  time_edit (plan, words);
  if (!gtk_init_check ())
    {
      g_print ("timeline: there is no display here\n");
      return 0;
    }
  session = liaison_session_new (liaison_plan_new (liaison_id_new (1000)), NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  large = timeline_of_plan (plan, words);
  small = timeline_of (plan, 100, 100);
  huge = timeline_of (plan, 1000, 1000);
  LiaisonDrawing *drawings[] = { g_object_new (PLAIN_TYPE_DRAWING, NULL), LIAISON_DRAWING (large),
                                 LIAISON_DRAWING (small), LIAISON_DRAWING (huge) };
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    scrolled[i] = g_object_ref_sink (liaison_drawn_view_wrap (
        LIAISON_DRAWN_VIEW (liaison_drawn_view_new (session, drawings[i], "bench"))));
#define VIEW(i)                                                                                    \
  LIAISON_DRAWN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled[i])))
  Case cases[] = {
    { "600 rectangles", VIEW (0), NULL, 0, 1e9 },
    { "hours", VIEW (1), large, 16 * HOUR, 1e9 },
    { "weeks", VIEW (1), large, 21. * DAY, 1e9 },
    { "everything", VIEW (1), large, 0, 1e9 },
    { "10,000 in memory", VIEW (2), small, 36 * HOUR, 1e9 },
    { "1,000,000 in memory", VIEW (3), huge, 36 * HOUR, 1e9 },
  };
  static const guint of[] = { 0, 1, 1, 1, 2, 3 };

  gtk_window_present (GTK_WINDOW (window));
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      measure (&cases[i], GTK_WINDOW (window), scrolled[of[i]]);
  for (guint i = 0; i < 4; i++)
    g_print ("timeline, %s\tp95 %.2f ms\t%.2f of the rectangles\n", cases[i].name, cases[i].p95,
             cases[i].p95 / cases[0].p95);
  g_print ("timeline, a million events\tp95 %.2f ms\t%.2f of ten thousand (%.2f ms)\n", cases[5].p95,
           cases[5].p95 / cases[4].p95, cases[4].p95);
  return 0;
}
