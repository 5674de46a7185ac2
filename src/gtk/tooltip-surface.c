/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tooltip-surface.h"

#include <string.h>

/* The class runs first: when the hook is called, the surface is there. GTK does not name the type.
 */
static gboolean
realized_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (strcmp (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow") == 0)
    {
      cairo_region_t *nowhere = cairo_region_create ();

      gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (widget)), nowhere);
      cairo_region_destroy (nowhere);
    }
  return TRUE;
}

/* The display's tooltip is dropped as GTK drops it when nothing is browsed any more. */
static gboolean
unrealized_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget))
    g_object_set_qdata (G_OBJECT (gtk_widget_get_display (widget)),
                        g_quark_from_static_string ("gdk-display-current-tooltip"), NULL);
  return TRUE;
}

void
liaison_tooltip_surface_install (void)
{
  static gboolean installed;

  if (installed)
    return;
  installed = TRUE;
  g_type_ensure (GTK_TYPE_WIDGET);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL,
                              NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unrealize", GTK_TYPE_WIDGET), 0, unrealized_cb, NULL,
                              NULL);
}
