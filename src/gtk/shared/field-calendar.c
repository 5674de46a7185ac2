/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-calendar.h"

#include "record/instant.h"

#include <glib/gi18n.h>

struct _LiaisonFieldCalendar
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *button;
  GtkWidget *popover; /* made when first opened */

  /* Borrowed, child of the popover */
  GtkCalendar *calendar;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldCalendar, liaison_field_calendar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENING,
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
day_selected_cb (LiaisonFieldCalendar *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  gint32 days;

  if (self->showing
      || !liaison_days_from_date (g_date_time_get_year (date), g_date_time_get_month (date),
                                  g_date_time_get_day_of_month (date), &days))
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) days);
}

static void
clicked_cb (LiaisonFieldCalendar *self)
{
  if (self->popover == NULL)
    {
      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->calendar));
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  g_signal_emit (self, signals[SIGNAL_OPENING], 0);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
liaison_field_calendar_dispose (GObject *object)
{
  LiaisonFieldCalendar *self = LIAISON_FIELD_CALENDAR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_field_calendar_parent_class)->dispose (object);
}

static void
liaison_field_calendar_class_init (LiaisonFieldCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_field_calendar_dispose;

  signals[SIGNAL_OPENING] = g_signal_new ("opening", LIAISON_TYPE_FIELD_CALENDAR, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", LIAISON_TYPE_FIELD_CALENDAR, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_field_calendar_init (LiaisonFieldCalendar *self)
{
  self->button = gtk_button_new_from_icon_name ("x-office-calendar-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

LiaisonFieldCalendar *
liaison_field_calendar_new (const char *label)
{
  LiaisonFieldCalendar *self = g_object_new (LIAISON_TYPE_FIELD_CALENDAR, NULL);
  /* Translators: %s is the label of a field such as “Deadline” */
  g_autofree char *tooltip = g_strdup_printf (_ ("Choose a day: %s"), label);

  gtk_widget_set_tooltip_text (self->button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
  return self;
}

void
liaison_field_calendar_set_day (LiaisonFieldCalendar *self, gint32 days)
{
  int year, month, day;

  liaison_date_from_days (days, &year, &month, &day);
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  if (date == NULL || self->calendar == NULL)
    return;
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}
