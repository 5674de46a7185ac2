/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "injects/coverage-view.h"

#include "shared/live-matrix.h"
#include "schedule/coverage.h"
#include "screen.h"

#include <glib/gi18n.h>

/* So many injects in a cell are as dark as it gets. */
#define DARK 8

typedef struct
{
  LiaisonCoverage *coverage; /* what is shown; owned */
} Coverage;

static void
coverage_free (gpointer data)
{
  Coverage *self = data;

  g_clear_pointer (&self->coverage, liaison_coverage_free);
  g_free (self);
}

static void
add_columns (Coverage *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < liaison_coverage_count_columns (self->coverage); i++)
    {
      LiaisonId id = liaison_coverage_get_column (self->coverage, i);
      g_autofree char *name = liaison_id_is_zero (id) ? g_strdup (_ ("No storyline"))
                                                      : liaison_manner_tell_name (manner, id);
      const LiaisonMatrixHead head = { .id = id, .label = name };

      liaison_matrix_add_column (matrix, &head);
    }
}

static void
add_row (Coverage *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint row)
{
  const LiaisonCoverageRow *line = liaison_coverage_get_row (self->coverage, row);
  gboolean none = liaison_id_is_zero (line->objective);
  g_autofree char *name =
      none ? g_strdup (_ ("No objective")) : liaison_manner_tell_name (manner, line->objective);
  g_autofree char *total =
      line->total > 0
          ? liaison_screen_printf (ngettext ("%u inject", "%u injects", line->total), line->total)
          : g_strdup (none || line->covered ? "" : _ ("No inject"));
  const LiaisonMatrixHead head = { .id = line->objective,
                                   .label = name,
                                   .detail = total,
                                   .depth = line->depth,
                                   .strong = line->depth == 0 };

  liaison_matrix_add_row (matrix, &head);
}

static void
set_cells (Coverage *self, LiaisonMatrix *matrix, guint row)
{
  const LiaisonCoverageRow *line = liaison_coverage_get_row (self->coverage, row);
  gboolean none = liaison_id_is_zero (line->objective);

  for (guint i = 0; i < liaison_coverage_count_columns (self->coverage); i++)
    {
      guint n = liaison_coverage_count (self->coverage, row, i);
      g_autofree char *text = g_strdup_printf ("%u", n);

      if (n > 0)
        liaison_matrix_set_heat (matrix, row, i, none ? LIAISON_HUE_GREY : LIAISON_HUE_TEAL,
                                 MIN (1.0, (double) n / DARK), text);
      else if (!line->covered && !none)
        liaison_matrix_set_heat (matrix, row, i, LIAISON_HUE_ORANGE, 0.25, "–");
    }
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  Coverage *self = data;
  guint bare, n_rows;

  g_clear_pointer (&self->coverage, liaison_coverage_free);
  self->coverage = liaison_coverage_new (snapshot);
  bare = liaison_coverage_count_bare (self->coverage);
  n_rows = liaison_coverage_count_rows (self->coverage);
  /* The row of injects without an objective alone covers nothing. */
  if (n_rows <= 1)
    return g_strdup ("");
  liaison_matrix_set_column_letters (matrix, 0);
  liaison_matrix_set_corner (matrix, _ ("Objective"));
  add_columns (self, matrix, manner);
  for (guint row = 0; row < n_rows; row++)
    add_row (self, matrix, manner, row);
  for (guint row = 0; row < n_rows; row++)
    set_cells (self, matrix, row);
  return bare > 0 ? liaison_screen_printf (
             ngettext ("%u objective has no inject", "%u objectives have no inject", bare), bare)
                  : g_strdup (_ ("Every objective has injects"));
}

static GArray *
list (guint row, guint column, gpointer data)
{
  Coverage *self = data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint n = self->coverage != NULL ? liaison_coverage_count_columns (self->coverage) : 0;

  for (guint i = 0; i < n; i++)
    if (column == i || column == LIAISON_MATRIX_NOWHERE)
      {
        g_autoptr (GArray) some = liaison_coverage_list (self->coverage, row, i);
        g_array_append_vals (ids, some->data, some->len);
      }
  /* An objective without injects shows itself. */
  if (ids->len == 0 && self->coverage != NULL)
    {
      LiaisonId objective = liaison_coverage_get_row (self->coverage, row)->objective;
      if (!liaison_id_is_zero (objective))
        g_array_append_val (ids, objective);
    }
  return ids;
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .empty = N_ ("Add objectives and say which injects serve them: here you see what is left out."),
  .title = N_ ("Coverage of objectives"),
};

GtkWidget *
liaison_coverage_view_new (LiaisonSession *session)
{
  Coverage *self = g_new0 (Coverage, 1);

  return liaison_live_matrix_new (session, &funcs, NULL, self, coverage_free);
}
