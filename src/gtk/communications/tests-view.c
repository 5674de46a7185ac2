/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/tests-view.h"

#include "communications/circuit-grace.h"
#include "communications/planning-dialog.h"
#include "shared/live-matrix.h"
#include "shared/drawn-page.h"

#include "arrangements/days.h"
#include "arrangements/test-reading.h"
#include "draw/day-chart-fill.h"
#include "words/dates.h"
#include "words/printed.h"
#include "words/sentence.h"
#include "screen.h"

#include <glib/gi18n.h>

#define TREND_DAYS   90
#define TREND_HEIGHT 270
/* So many days with tests are shown, the last ones. */
#define MOST_COLUMNS 60

typedef struct
{
  LiaisonCircuits *circuits; /* what is shown; owned */
  GArray *days;              /* of gint32: the columns */
  GPtrArray *rows;           /* of LiaisonCircuit, borrowed; NULL for need lines */
  char *zone;
} Trend;

static void
trend_free (gpointer data)
{
  Trend *self = data;

  g_clear_pointer (&self->circuits, liaison_circuits_free);
  g_array_unref (self->days);
  g_ptr_array_unref (self->rows);
  g_free (self->zone);
  g_free (self);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a < *(const gint32 *) b ? -1 : *(const gint32 *) a > *(const gint32 *) b;
}

/* The days on which anything was tested, the last ones. */
static void
list_days (Trend *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->days, 0);
  for (guint i = 0; i < self->circuits->circuits->len; i++)
    {
      const GArray *tests = ((const LiaisonCircuit *) self->circuits->circuits->pdata[i])->tests;

      for (guint j = 0; j < tests->len; j++)
        {
          gint32 day =
              liaison_day_of (self->zone, g_array_index (tests, LiaisonCircuitTest, j).time);

          if (g_hash_table_add (known, GINT_TO_POINTER (day)))
            g_array_append_val (self->days, day);
        }
    }
  g_array_sort (self->days, compare_days);
  if (self->days->len > MOST_COLUMNS)
    g_array_remove_range (self->days, 0, self->days->len - MOST_COLUMNS);
}

static guint
find_column (Trend *self, gint64 time)
{
  gint32 day = liaison_day_of (self->zone, time);

  for (guint i = 0; i < self->days->len; i++)
    if (g_array_index (self->days, gint32, i) == day)
      return i;
  return LIAISON_MATRIX_NOWHERE;
}

static void
add_columns (Trend *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      gint32 day = g_array_index (self->days, gint32, i);
      g_autofree char *label = liaison_words_format_day (manner->words, day, LIAISON_DATE_SHORT);
      g_autofree char *month = liaison_words_format_day (manner->words, day, LIAISON_DATE_MONTH);
      const LiaisonMatrixHead head = { .label = label, .group = month };

      liaison_matrix_add_column (matrix, &head);
    }
}

static char *
tell_detail (const LiaisonCircuit *circuit, const LiaisonManner *manner)
{
  g_autofree char *since = NULL;
  g_autofree char *next = NULL;

  if (circuit->n_overdue > 0)
    {
      since = liaison_manner_tell_time (manner, circuit->overdue_since, NULL);
      return liaison_words_format_plural (
          manner->words, "{n} test overdue since {time}", "{n} tests overdue since {time}",
          circuit->n_overdue, liaison_operand_integer ("n", circuit->n_overdue),
          liaison_operand_text ("time", since));
    }
  if (circuit->next == G_MAXINT64)
    return g_strdup (liaison_words_get (manner->words, liaison_circuit_state_labels[circuit->state]));
  next = liaison_manner_tell_time (manner, circuit->next, NULL);
  return liaison_words_format (manner->words,
                               /* Translators: The state of a circuit, and when it is tested next */
                               N_ ("{state} · next {time}"),
                               liaison_operand_text (
                                   "state", liaison_words_get (manner->words,
                                                               liaison_circuit_state_labels[circuit->state])),
                               liaison_operand_text ("time", next));
}

static void
add_line (Trend *self,
          LiaisonMatrix *matrix,
          const LiaisonManner *manner,
          const LiaisonNeedLine *line)
{
  g_autofree char *name = line->line != NULL ? liaison_manner_tell_block_name (manner, line->line)
                                             : g_strdup (liaison_words_get (manner->words, N_ ("No need line")));
  const LiaisonMatrixHead head = { .id = line->line != NULL ? line->line->id : (LiaisonId){ 0 },
                                   .label = name,
                                   .strong = TRUE };

  liaison_matrix_add_row (matrix, &head);
  g_ptr_array_add (self->rows, NULL);
  for (guint i = 0; i < line->circuits->len; i++)
    {
      const LiaisonCircuit *circuit = line->circuits->pdata[i];
      const char *pace = liaison_pace_get_letter (LIAISON_DATA (Channel, circuit->channel)->pace);
      g_autofree char *title = liaison_manner_tell_block_name (manner, circuit->channel);
      g_autofree char *label =
          liaison_words_lead (manner->words, *pace != '\0' ? pace : NULL, title);
      g_autofree char *detail = tell_detail (circuit, manner);
      const LiaisonMatrixHead each = {
        .id = circuit->channel->id, .label = label, .detail = detail, .depth = 1
      };

      liaison_matrix_add_row (matrix, &each);
      g_ptr_array_add (self->rows, (gpointer) circuit);
    }
}

/* How it went is told in letters too, not by colour alone. */
static void
set_cell (Trend *self,
          LiaisonMatrix *matrix,
          const LiaisonManner *manner,
          guint row,
          const LiaisonCircuitTest *test)
{
  static const struct
  {
    LiaisonHue hue;
    double level;
  } looks[] = {
    [LIAISON_TEST_RESULT_UNSET] = { LIAISON_HUE_GREY, 0.2 },
    [LIAISON_TEST_RESULT_WORKED] = { LIAISON_HUE_GREEN, 0.45 },
    [LIAISON_TEST_RESULT_WITH_DIFFICULTY] = { LIAISON_HUE_YELLOW, 0.8 },
    [LIAISON_TEST_RESULT_FAILED] = { LIAISON_HUE_RED, 0.8 },
    [LIAISON_TEST_RESULT_NO_ANSWER] = { LIAISON_HUE_RED, 1.0 },
    [LIAISON_TEST_RESULT_NOT_MADE] = { LIAISON_HUE_GREY, 0.6 },
  };
  guint column = find_column (self, test->time);
  LiaisonTestReading reading = liaison_test_reading_of (test->test);
  g_autofree char *text = NULL;

  if (column == LIAISON_MATRIX_NOWHERE)
    return;
  text = reading.result == LIAISON_TEST_RESULT_NO_ANSWER   ? g_strdup ("–")
         : reading.result == LIAISON_TEST_RESULT_NOT_MADE ? g_strdup ("×")
                                                          : liaison_test_reading_tell (
                                                              manner->words, &reading);
  liaison_matrix_set_heat (matrix, row, column, looks[reading.result].hue,
                           looks[reading.result].level, text);
}

static char *
tell_summary (const LiaisonCircuits *circuits)
{
  guint n = circuits->n_overdue;

  return n > 0 ? liaison_screen_printf (ngettext ("%u circuit has overdue tests",
                                            "%u circuits have overdue tests", n),
                                  n)
               : g_strdup (_ ("No test is overdue"));
}

static char *
fill_matrix (LiaisonMatrix *matrix,
             const LiaisonSnapshot *snapshot,
             const LiaisonManner *manner,
             gpointer data)
{
  Trend *self = data;

  g_clear_pointer (&self->circuits, liaison_circuits_free);
  self->circuits = liaison_circuits_new ((LiaisonSnapshot *) snapshot, manner->now,
                                         liaison_circuit_grace_find (snapshot));
  g_free (self->zone);
  self->zone = g_strdup (liaison_days_get_zone (&manner->lookup));
  list_days (self);
  g_ptr_array_set_size (self->rows, 0);
  liaison_matrix_set_column_letters (matrix, 6);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Circuit")));
  add_columns (self, matrix, manner);
  for (guint i = 0; i < self->circuits->lines->len; i++)
    add_line (self, matrix, manner, self->circuits->lines->pdata[i]);
  for (guint row = 0; row < self->rows->len; row++)
    {
      const LiaisonCircuit *circuit = self->rows->pdata[row];

      for (guint i = 0; circuit != NULL && i < circuit->tests->len; i++)
        set_cell (self, matrix, manner, row,
                  &g_array_index (circuit->tests, LiaisonCircuitTest, i));
    }
  return tell_summary (self->circuits);
}

/* The tests of a cell; of a row's head the circuit itself. */
static GArray *
list (guint row, guint column, gpointer data)
{
  Trend *self = data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  const LiaisonCircuit *circuit = row < self->rows->len ? self->rows->pdata[row] : NULL;

  for (guint i = 0; circuit != NULL && column != LIAISON_MATRIX_NOWHERE && i < circuit->tests->len;
       i++)
    {
      const LiaisonCircuitTest *test = &g_array_index (circuit->tests, LiaisonCircuitTest, i);

      if (find_column (self, test->time) == column)
        g_array_append_val (ids, test->test->id);
    }
  if (circuit != NULL && ids->len == 0)
    g_array_append_val (ids, circuit->channel->id);
  return ids;
}

static const LiaisonLiveMatrixFuncs matrix_funcs = {
  .fill = fill_matrix,
  .list = list,
  .empty = N_ ("Plan tests under Channels and type in under Round how they went: here you see what "
               "becomes better or worse."),
  .title = N_ ("Tests by circuit and day"),
  .empty_title = N_ ("No Circuits Yet"),
};

static char *
fill_chart (LiaisonDrawing *drawing,
            LiaisonSnapshot *snapshot,
            const LiaisonManner *manner,
            gboolean *empty,
            gpointer data)
{
  g_autoptr (LiaisonCircuits) circuits =
      liaison_circuits_new (snapshot, manner->now, liaison_circuit_grace_find (snapshot));
  guint n = 0;

  for (guint i = 0; i < circuits->circuits->len; i++)
    n += ((const LiaisonCircuit *) circuits->circuits->pdata[i])->tests->len;
  liaison_day_chart_fill_tests (LIAISON_DAY_CHART (drawing), circuits, TREND_DAYS, manner);
  *empty = n == 0;
  return liaison_screen_printf (ngettext ("%u test so far", "%u tests so far", n), n);
}

static void
set_room (LiaisonDrawing *drawing, double width, double height)
{
  liaison_day_chart_set_room (LIAISON_DAY_CHART (drawing), width, height);
}

static void
first (GtkWidget *page, gpointer data)
{
  liaison_planning_dialog_present (GTK_WINDOW (gtk_widget_get_root (page)), data);
}

static void
plan_cb (LiaisonSession *session, GtkWidget *button)
{
  liaison_planning_dialog_present (GTK_WINDOW (gtk_widget_get_root (button)), session);
}

static const LiaisonDrawnPageFuncs chart_funcs = {
  .fill = fill_chart,
  .set_room = set_room,
  .title = N_ ("Tests day by day"),
  .icon = "network-wireless-symbolic",
  .empty_title = N_ ("No Tests Yet"),
  .empty_text = N_ ("Plan tests of the circuits; the round of each day is then printed, and its results are "
                    "typed in."),
  .low = TRUE,
  .first_label = N_ ("_Plan Tests…"),
  .first = first,
};

GtkWidget *
liaison_tests_view_new (LiaisonSession *session)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *plan = gtk_button_new_with_mnemonic (_ ("_Plan Tests…"));
  GtkWidget *chart = liaison_drawn_page_new (session, LIAISON_DRAWING (liaison_day_chart_new ()), &chart_funcs, plan, session,
                                             NULL);
  Trend *self = g_new0 (Trend, 1);
  GtkWidget *matrix;

  gtk_widget_set_tooltip_text (
      plan, _ ("Make communications checks and test plans of the selected circuits, or of all"));
  g_signal_connect_swapped (plan, "clicked", G_CALLBACK (plan_cb), session);
  liaison_session_bind_writable (session, plan, "sensitive");
  self->days = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->rows = g_ptr_array_new ();
  matrix = liaison_live_matrix_new (session, &matrix_funcs, NULL, self, trend_free);
  gtk_widget_set_size_request (chart, -1, 260);
  gtk_paned_set_start_child (GTK_PANED (paned), chart);
  gtk_paned_set_end_child (GTK_PANED (paned), matrix);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), TREND_HEIGHT);
  return paned;
}
