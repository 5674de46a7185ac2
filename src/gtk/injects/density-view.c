/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "injects/density-view.h"

#include "shared/live-matrix.h"
#include "record/kinds/exercise.h"
#include "schedule/density.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "screen.h"

#include <glib/gi18n.h>

#define HOUR 3600
#define DAY  86400

/* Seconds of a column, and how many letters wide it is. */
static const struct
{
  gint64 step;
  guint letters;
} steps[] = { { HOUR, 4 }, { 4 * HOUR, 4 }, { DAY, 6 } };

typedef struct
{
  LiaisonDensity *density; /* what is shown; owned */

  /* Settings */
  guint step;
  guint most; /* so many injects in a column are too many */
  guint dead; /* so many hours without one are dead time */
  gboolean contingencies;

  /* Borrowed */
  GtkWidget *view;
} Density;

static void
density_free (gpointer data)
{
  Density *self = data;

  g_clear_pointer (&self->density, liaison_density_free);
  g_free (self);
}

static const char *
get_zone (const LiaisonManner *manner)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  const char *zone = liaison_times_get_zone (&manner->lookup, exercise);
  return zone != NULL ? zone : manner->zone;
}

static void
add_columns (Density *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  const char *zone = get_zone (manner);
  gboolean days = steps[self->step].step >= DAY;

  for (guint i = 0; i < liaison_density_count_columns (self->density); i++)
    {
      gint64 start = liaison_density_get_start (self->density, i);
      g_autofree char *day =
          liaison_words_format_date (manner->words, start, zone, LIAISON_DATE_WEEKDAY_SHORT);
      g_autofree char *month =
          days ? liaison_words_format_date (manner->words, start, zone, LIAISON_DATE_MONTH) : NULL;
      g_autofree char *time = liaison_words_format_time (manner->words, start, zone);
      g_autofree char *date =
          days ? liaison_words_format_date (manner->words, start, zone, LIAISON_DATE_SHORT) : NULL;
      const LiaisonMatrixHead head = { .label = days ? date : time, .group = days ? month : day };

      liaison_matrix_add_column (matrix, &head);
    }
}

static gboolean
is_dead (Density *self, guint row, guint column)
{
  guint columns = (guint) MAX (1, self->dead * (gint64) HOUR / steps[self->step].step);
  return self->dead > 0 && liaison_density_is_gap (self->density, row, column, columns);
}

/* Calm, busy and too much are told by number and by a mark, not by colour alone. */
static void
set_cell (Density *self, LiaisonMatrix *matrix, guint row, guint column, guint *over)
{
  LiaisonDensityCell cell = liaison_density_get_cell (self->density, row, column);
  gboolean too_many = cell.n >= self->most;
  g_autofree char *number = NULL, *text = NULL;

  if (cell.n == 0)
    {
      if (is_dead (self, row, column))
        liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, 0.6, "–");
      return;
    }
  *over += too_many;
  number = liaison_words_format_integer (liaison_screen_get_words (), cell.n);
  text = g_strconcat (number, too_many ? "!" : "", NULL);
  liaison_matrix_set_heat (matrix, row, column, too_many ? LIAISON_HUE_ORANGE : LIAISON_HUE_TEAL,
                           MIN (1.0, 0.15 + 0.85 * cell.n / self->most), text);
}

static void
add_row (Density *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint row)
{
  const LiaisonDensityRow *line = liaison_density_get_row (self->density, row);
  gboolean nobody = liaison_id_is_zero (line->participant);
  g_autofree char *name =
      nobody ? g_strdup (_ ("Others")) : liaison_manner_tell_name (manner, line->participant);
  g_autofree char *total =
      liaison_screen_printf (ngettext ("%u inject", "%u injects", line->total), line->total);
  const LiaisonMatrixHead head = { .id = line->participant,
                                   .label = name,
                                   .detail = total,
                                   .depth = line->depth,
                                   .strong = line->depth == 0 };

  liaison_matrix_add_row (matrix, &head);
}

/* What the marks mean, with the limits as they are. */
static void
append_legend (Density *self, GString *text)
{
  g_autofree char *many = liaison_screen_printf (
      /* Translators: “!” stands behind such a number in a table */
      ngettext ("“!” from %u inject in a column on", "“!” from %u injects in a column on",
                self->most),
      self->most);
  g_autofree char *none = liaison_screen_printf (
      /* Translators: “–” stands in such a cell of a table */
      ngettext ("“–” without one for %u hour or longer", "“–” without one for %u hours or longer",
                self->dead),
      self->dead);

  g_string_append_printf (text, "%s%s", liaison_screen_separator (), many);
  if (self->dead > 0)
    g_string_append_printf (text, "%s%s", liaison_screen_separator (), none);
}

static char *
tell_summary (Density *self, guint over)
{
  GString *text;
  guint timeless = liaison_density_count_timeless (self->density);
  g_autofree char *much =
      over > 0 ? liaison_screen_printf (
          ngettext ("%u cell with too many injects", "%u cells with too many injects", over), over)
               : g_strdup (_ ("Nobody has too many injects at once"));
  g_autofree char *without = liaison_screen_printf (
      ngettext ("%u inject has no time", "%u injects have no time", timeless), timeless);

  text = g_string_new (much);
  if (timeless > 0)
    g_string_append_printf (text, "%s%s", liaison_screen_separator (), without);
  append_legend (self, text);
  return g_string_free (text, FALSE);
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  Density *self = data;
  const LiaisonDensityScale scale = { steps[self->step].step, get_zone (manner),
                                      self->contingencies };
  guint over = 0, n_rows;

  g_clear_pointer (&self->density, liaison_density_free);
  self->density = liaison_density_new (snapshot, &scale);
  n_rows = liaison_density_count_rows (self->density);
  liaison_matrix_set_column_letters (matrix, steps[self->step].letters);
  liaison_matrix_set_corner (matrix, _ ("Training audience"));
  add_columns (self, matrix, manner);
  for (guint row = 0; row < n_rows; row++)
    add_row (self, matrix, manner, row);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < liaison_density_count_columns (self->density); i++)
      set_cell (self, matrix, row, i, &over);
  return tell_summary (self, over);
}

static GArray *
list (guint row, guint column, gpointer data)
{
  Density *self = data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint n = self->density != NULL ? liaison_density_count_columns (self->density) : 0;

  for (guint i = 0; i < n; i++)
    if (column == i || column == LIAISON_MATRIX_NOWHERE)
      {
        g_autoptr (GArray) some = liaison_density_list (self->density, row, i);
        g_array_append_vals (ids, some->data, some->len);
      }
  return ids;
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .empty =
      N_ ("Give injects a time and say whom they go to: here you see who gets how many, when."),
  .title = N_ ("Density of injects"),
};

static void
step_cb (Density *self, GParamSpec *spec, GtkDropDown *down)
{
  guint step = gtk_drop_down_get_selected (down);

  if (step >= G_N_ELEMENTS (steps))
    return;
  self->step = step;
  liaison_live_matrix_refresh (LIAISON_LIVE_MATRIX (self->view));
}

static void
most_cb (Density *self, GtkSpinButton *spin)
{
  self->most = (guint) gtk_spin_button_get_value_as_int (spin);
  liaison_live_matrix_refresh (LIAISON_LIVE_MATRIX (self->view));
}

static void
dead_cb (Density *self, GtkSpinButton *spin)
{
  self->dead = (guint) gtk_spin_button_get_value_as_int (spin);
  liaison_live_matrix_refresh (LIAISON_LIVE_MATRIX (self->view));
}

static void
contingencies_cb (Density *self, GtkCheckButton *button)
{
  self->contingencies = gtk_check_button_get_active (button);
  liaison_live_matrix_refresh (LIAISON_LIVE_MATRIX (self->view));
}

static GtkWidget *
spin_new (Density *self, const char *label, guint value, guint most, GCallback changed)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), spin);
  g_signal_connect_swapped (spin, "value-changed", changed, self);
  return line;
}

static GtkWidget *
limits_new (Density *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *check = gtk_check_button_new_with_label (_ ("Count contingency injects too"));
  GtkWidget *most;

  most = spin_new (self, _ ("Too many in a column, from"), self->most, 1000, G_CALLBACK (most_cb));
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (gtk_widget_get_last_child (most)), 1, 1000);
  gtk_box_append (GTK_BOX (box), most);
  gtk_box_append (GTK_BOX (box), spin_new (self, _ ("Dead time, from so many hours"), self->dead,
                                           720, G_CALLBACK (dead_cb)));
  gtk_box_append (GTK_BOX (box), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (contingencies_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Limits"));
  return button;
}

static GtkWidget *
settings_new (Density *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *const names[] = { _ ("Hours"), _ ("Four hours"), _ ("Days"), NULL };
  GtkWidget *down = gtk_drop_down_new_from_strings (names);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), self->step);
  gtk_widget_set_tooltip_text (down, _ ("Length of a column"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Length of a column"), -1);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (step_cb), self);
  gtk_box_append (GTK_BOX (box), down);
  gtk_box_append (GTK_BOX (box), limits_new (self));
  return box;
}

GtkWidget *
liaison_density_view_new (LiaisonSession *session)
{
  Density *self = g_new0 (Density, 1);

  self->step = 1;
  self->most = 6;
  self->dead = 12;
  self->view = liaison_live_matrix_new (session, &funcs, settings_new (self), self, density_free);
  return self->view;
}
