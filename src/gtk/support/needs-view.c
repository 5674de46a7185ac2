/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support/needs-view.h"

#include "shared/live-matrix.h"

#include "arrangements/support-days.h"
#include "draw/day-chart-fill.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one nation asks of one pool. */
typedef struct
{
  const char *nation; /* interned; NULL: a row that heads those of a nation */
  const LiaisonSupportPool *pool;
} Row;

typedef struct
{
  LiaisonSupportDays *days; /* what is shown; owned */
  GArray *rows;
} Needs;

static void
needs_free (gpointer data)
{
  Needs *self = data;

  g_clear_pointer (&self->days, liaison_support_days_free);
  g_array_unref (self->rows);
  g_free (self);
}

static const char *
get_nation (const LiaisonSupportDemand *demand)
{
  const char *nation = LIAISON_DATA (SupportRequest, demand->request)->nation;

  return nation != NULL ? nation : "";
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_nations (Needs *self)
{
  GPtrArray *nations = g_ptr_array_new ();

  for (guint i = 0; i < self->days->pools->len; i++)
    {
      const GArray *demands = ((const LiaisonSupportPool *) self->days->pools->pdata[i])->demands;

      for (guint j = 0; j < demands->len; j++)
        {
          const char *nation = get_nation (&g_array_index (demands, LiaisonSupportDemand, j));

          if (!g_ptr_array_find_with_equal_func (nations, nation, g_str_equal, NULL))
            g_ptr_array_add (nations, (gpointer) nation);
        }
    }
  g_ptr_array_sort (nations, compare_codes);
  return nations;
}

static gboolean
asks (const LiaisonSupportPool *pool, const char *nation)
{
  for (guint i = 0; i < pool->demands->len; i++)
    if (g_str_equal (get_nation (&g_array_index (pool->demands, LiaisonSupportDemand, i)), nation))
      return TRUE;
  return FALSE;
}

static void
add_nation (Needs *self, LiaisonMatrix *matrix, const LiaisonManner *manner, const char *nation)
{
  g_autofree char *name = *nation != '\0' ? liaison_manner_tell_nation (manner, nation)
                                          : g_strdup (liaison_words_get (manner->words, N_ ("No nation")));
  const LiaisonMatrixHead head = { .id = liaison_id_for_code (nation), .label = name, .strong = TRUE };
  Row row = { NULL, NULL };

  liaison_matrix_add_row (matrix, &head);
  g_array_append_val (self->rows, row);
  for (guint i = 0; i < self->days->pools->len; i++)
    {
      const LiaisonSupportPool *pool = self->days->pools->pdata[i];
      g_autofree char *label = NULL;

      if (!asks (pool, nation))
        continue;
      label = liaison_support_pool_tell (pool, manner);
      const LiaisonMatrixHead each = { .label = label, .depth = 1 };
      row = (Row){ nation, pool };
      liaison_matrix_add_row (matrix, &each);
      g_array_append_val (self->rows, row);
    }
}

static void
add_columns (Needs *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < self->days->n_days; i++)
    {
      gint32 day = self->days->first + (gint32) i;
      g_autofree char *label = liaison_words_format_day (manner->words, day, LIAISON_DATE_SHORT);
      g_autofree char *month = liaison_words_format_day (manner->words, day, LIAISON_DATE_MONTH);
      const LiaisonMatrixHead head = { .label = label, .group = month };

      liaison_matrix_add_column (matrix, &head);
    }
}

/* A day on which there is too little of it for all is told by a sign and a colour. */
static void
set_row (Needs *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint number)
{
  const Row *row = &g_array_index (self->rows, Row, number);
  gint64 most = 1;

  for (guint i = 0; row->pool != NULL && i < self->days->n_days; i++)
    most = MAX (most, liaison_support_pool_sum (self->days, row->pool, row->nation, i));
  for (guint i = 0; row->pool != NULL && i < self->days->n_days; i++)
    {
      gint64 sum = liaison_support_pool_sum (self->days, row->pool, row->nation, i);
      gboolean short_of =
          row->pool->known && row->pool->asked[i] > row->pool->available[i];
      if (sum == 0)
        continue;
      g_autofree char *told = liaison_words_format_integer (manner->words, sum);
      g_autofree char *text = g_strconcat (told, short_of ? "!" : NULL, NULL);
      liaison_matrix_set_heat (matrix, number, i, short_of ? LIAISON_HUE_RED : LIAISON_HUE_TEAL,
                               short_of ? 0.8 : 0.15 + 0.45 * (double) sum / (double) most, text);
    }
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  Needs *self = data;
  g_autoptr (GPtrArray) nations = NULL;
  guint n_short = 0;

  g_clear_pointer (&self->days, liaison_support_days_free);
  self->days = liaison_support_days_new ((LiaisonSnapshot *) snapshot);
  g_array_set_size (self->rows, 0);
  nations = list_nations (self);
  liaison_matrix_set_column_letters (matrix, 6);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Nation")));
  add_columns (self, matrix, manner);
  for (guint i = 0; i < nations->len; i++)
    add_nation (self, matrix, manner, nations->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    set_row (self, matrix, manner, i);
  for (guint i = 0; i < self->days->pools->len; i++)
    n_short += ((const LiaisonSupportPool *) self->days->pools->pdata[i])->n_short > 0;
  if (n_short > 0)
    return liaison_screen_printf (
        ngettext ("%u shortfall", "%u shortfalls", n_short), n_short);
  return self->days->n_undated > 0
             ? liaison_screen_printf (ngettext ("%u request has no class, quantity or time",
                                          "%u requests have no class, quantity or time",
                                          self->days->n_undated),
                                self->days->n_undated)
             : g_strdup (_ ("No shortfall"));
}

static GArray *
list (guint row, guint column, gpointer data)
{
  Needs *self = data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  const Row *line = row < self->rows->len ? &g_array_index (self->rows, Row, row) : NULL;
  gint32 day = self->days != NULL ? self->days->first + (gint32) column : 0;

  for (guint i = 0; line != NULL && line->pool != NULL && i < line->pool->demands->len; i++)
    {
      const LiaisonSupportDemand *demand =
          &g_array_index (line->pool->demands, LiaisonSupportDemand, i);

      if (g_str_equal (get_nation (demand), line->nation)
          && (column == LIAISON_MATRIX_NOWHERE || (demand->first <= day && demand->last >= day)))
        g_array_append_val (ids, demand->request->id);
    }
  return ids;
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .empty = N_ ("Add support requests with a class, a quantity and times: here you see what each nation needs "
               "on each day."),
  .title = N_ ("Requirements by nation and day"),
  .empty_title = N_ ("Nothing Asked For Yet"),
};

GtkWidget *
liaison_needs_view_new (LiaisonSession *session)
{
  Needs *self = g_new0 (Needs, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return liaison_live_matrix_new (session, &funcs, NULL, self, needs_free);
}
