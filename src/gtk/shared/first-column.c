/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/first-column.h"

/* The columns of one table. */
typedef struct
{
  GtkScrolledWindow *scroller; /* borrowed: it has this */
  GtkAdjustment *adjustment;   /* a reference: it may outlive the scroller */
  guint source;                /* waits to scroll; 0: nothing does */
  gboolean scrolled;           /* sideways, away from the first column */
} Columns;

static void
columns_free (gpointer data)
{
  Columns *columns = data;

  g_clear_handle_id (&columns->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (columns->adjustment, columns);
  g_object_unref (columns->adjustment);
  g_free (columns);
}

static double
find_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
show_cb (gpointer data)
{
  Columns *columns = data;

  columns->source = 0;
  gtk_adjustment_set_value (columns->adjustment, find_end (columns->adjustment));
  return G_SOURCE_REMOVE;
}

/* GTK counts sideways scrolling from the left in right-to-left languages too, where the first
 * column stands at the right. This comes while rows are laid out, too early to scroll. */
static void
width_changed_cb (GtkAdjustment *adjustment, Columns *columns)
{
  gboolean reversed = gtk_widget_get_direction (GTK_WIDGET (columns->scroller)) == GTK_TEXT_DIR_RTL;

  if (reversed && !columns->scrolled && columns->source == 0)
    columns->source = g_idle_add_full (G_PRIORITY_HIGH, show_cb, columns, NULL);
}

static void
scrolled_cb (GtkAdjustment *adjustment, Columns *columns)
{
  columns->scrolled = gtk_adjustment_get_value (adjustment) + 1 < find_end (adjustment);
}

static Columns *
watch (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  Columns *columns = g_new0 (Columns, 1);

  columns->scroller = scroller;
  columns->adjustment = g_object_ref (adjustment);
  g_object_set_data_full (G_OBJECT (scroller), "first-column", columns, columns_free);
  g_signal_connect (adjustment, "changed", G_CALLBACK (width_changed_cb), columns);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), columns);
  return columns;
}

void
liaison_show_first_column (GtkScrolledWindow *scroller)
{
  Columns *columns = g_object_get_data (G_OBJECT (scroller), "first-column");

  if (columns == NULL)
    columns = watch (scroller);
  columns->scrolled = FALSE;
  width_changed_cb (columns->adjustment, columns);
}
