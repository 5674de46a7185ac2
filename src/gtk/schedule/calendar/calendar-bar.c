/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/calendar/calendar-view-private.h"

#include "preferences.h"
#include "record/intern.h"
#include "record/kinds/exercise.h"
#include "record/zone.h"
#include "shared/field-calendar.h"
#include "words/dates.h"
#include "words/names.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define ZONE_KEY "liaison-zone"

static const struct
{
  const char *label, *tip;
} modes[LIAISON_CALENDAR_N_MODES] = {
  /* Translators: how much a calendar shows: one day */
  [LIAISON_CALENDAR_DAY] = { N_ ("Day"), N_ ("One day (D)") },
  /* Translators: how a calendar shows one day: a column for each site */
  [LIAISON_CALENDAR_SITES] = { N_ ("Sites"), N_ ("One day, its sites beside each other (S)") },
  [LIAISON_CALENDAR_WORK_WEEK] = { N_ ("Working week"), N_ ("Monday to Friday (O)") },
  /* Translators: how much a calendar shows: seven days */
  [LIAISON_CALENDAR_WEEK] = { N_ ("Week"), N_ ("Seven days (W)") },
  /* Translators: how much a calendar shows: one month */
  [LIAISON_CALENDAR_MONTH] = { N_ ("Month"), N_ ("One month (M)") },
};

/* “Oslo (B)”, with the letter or distance that holds on the day shown. */
static char *
tell_zone (LiaisonCalendarView *self, const char *zone)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *city = liaison_words_dup_zone (manner.words, zone);
  gint32 offset = 0;
  char letter;

  liaison_zone_get_offset (zone, (gint64) self->day * 86400 + 43200, &offset);
  letter = liaison_zone_offset_to_letter (offset);
  if (letter != 0)
    return g_strdup_printf ("%s (%c, UTC%+d)", city, letter, offset / 3600);
  return g_strdup_printf ("%s (UTC%+d:%02d)", city, offset / 3600, ABS (offset / 60) % 60);
}

static void
zone_clicked_cb (GtkButton *button, LiaisonCalendarView *self)
{
  gtk_popover_popdown (self->zone_popover);
  liaison_calendar_view_set_zone (self, g_object_get_data (G_OBJECT (button), ZONE_KEY));
}

static void
append_zone (
    LiaisonCalendarView *self, GtkWidget *box, GHashTable *seen, const char *zone, const char *what)
{
  const char *name = zone != NULL ? zone : "UTC";
  const char *shown = calendar_view_get_zone (self);
  g_autofree char *told = tell_zone (self, name);
  g_autofree char *text = what != NULL ? g_strdup_printf ("%s – %s", told, what) : g_strdup (told);
  GtkWidget *button, *label;

  if (!g_hash_table_add (seen, (gpointer) liaison_intern (name, strlen (name))))
    return;
  button = gtk_button_new_with_label (text);
  label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  if (g_strcmp0 (shown != NULL ? shown : "UTC", name) == 0)
    gtk_widget_add_css_class (label, "heading");
  g_object_set_data (G_OBJECT (button), ZONE_KEY, (gpointer) liaison_intern (name, strlen (name)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (zone_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static void
fill_zones_cb (LiaisonCalendarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup));

  append_zone (self, box, seen, exercise->zone, _ ("the exercise’s"));
  append_zone (self, box, seen, "UTC", _ ("Zulu"));
  append_zone (self, box, seen, manner.zone, _ ("yours"));
  for (guint i = 0; i < liaison_items_get_size (exercise->zones); i++)
    {
      const LiaisonShownZoneData *shown = (gconstpointer) liaison_items_get (exercise->zones, i);
      if (shown->zone != NULL)
        append_zone (self, box, seen, shown->zone, NULL);
    }
  gtk_popover_set_child (self->zone_popover, box);
}

static void
mode_toggled_cb (LiaisonCalendarView *self, GtkToggleButton *button)
{
  for (guint i = 0; i < LIAISON_CALENDAR_N_MODES; i++)
    if (self->modes[i] == button && gtk_toggle_button_get_active (button))
      liaison_calendar_view_set_mode (self, i);
}

static GtkWidget *
modes_new (LiaisonCalendarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much is shown"), -1);
  for (guint i = 0; i < LIAISON_CALENDAR_N_MODES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (modes[i].label));

      gtk_widget_set_tooltip_text (button, _ (modes[i].tip));
      self->modes[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->modes[i], self->modes[0]);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_toggle_button_set_active (self->modes[self->mode], TRUE);
  for (guint i = 0; i < LIAISON_CALENDAR_N_MODES; i++)
    g_signal_connect_swapped (self->modes[i], "toggled", G_CALLBACK (mode_toggled_cb), self);
  return box;
}

static void
mode_chosen_cb (LiaisonCalendarView *self)
{
  liaison_calendar_view_set_mode (self, gtk_drop_down_get_selected (self->mode_list));
}

/* Buttons, or a list where they have no room. */
static GtkWidget *
choice_new (LiaisonCalendarView *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  const char *labels[LIAISON_CALENDAR_N_MODES + 1] = { NULL };
  GtkWidget *list;

  for (guint i = 0; i < LIAISON_CALENDAR_N_MODES; i++)
    labels[i] = _ (modes[i].label);
  list = gtk_drop_down_new_from_strings (labels);
  self->mode_list = GTK_DROP_DOWN (list);
  gtk_drop_down_set_selected (self->mode_list, self->mode);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much is shown"), -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (mode_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), modes_new (self));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), list);
  return squeezer;
}

static void
previous_cb (LiaisonCalendarView *self)
{
  calendar_view_step (self, -1);
}

static void
next_cb (LiaisonCalendarView *self)
{
  calendar_view_step (self, 1);
}

static GtkWidget *
button_new (
    LiaisonCalendarView *self, const char *icon, const char *label, const char *tip, GCallback func)
{
  GtkWidget *button =
      icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_swapped (button, "clicked", func, self);
  return button;
}

static void
date_opening_cb (LiaisonCalendarView *self, LiaisonFieldCalendar *calendar)
{
  liaison_field_calendar_set_day (calendar, self->day);
}

static void
date_chosen_cb (LiaisonCalendarView *self, int day)
{
  liaison_calendar_view_show_day (self, day);
}

static void
startex_cb (LiaisonCalendarView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  gint64 seconds;

  if (liaison_times_get_start (&manner.lookup, exercise, &seconds) == LIAISON_TIME_KNOWN)
    {
      gint32 offset = 0;
      liaison_zone_get_offset (calendar_view_get_zone (self), seconds, &offset);
      liaison_calendar_view_show_day (self, (gint32) ((seconds + offset) / 86400));
    }
}

static GtkWidget *
zone_new (LiaisonCalendarView *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->zone_button = GTK_MENU_BUTTON (button);
  self->zone_popover = GTK_POPOVER (popover);
  gtk_menu_button_set_popover (self->zone_button, popover);
  gtk_widget_set_tooltip_text (button, _ ("Time zone of the calendar"));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill_zones_cb), self);
  return button;
}

GtkWidget *
calendar_view_new_bar (LiaisonCalendarView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  LiaisonFieldCalendar *date = liaison_field_calendar_new (_ ("Go to date"));

  gtk_widget_add_css_class (steps, "linked");
  gtk_box_append (GTK_BOX (steps), button_new (self, "go-previous-symbolic", NULL,
                                               _ ("Previous (Page Up)"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (steps), button_new (self, NULL, _ ("Today"), _ ("Today (T)"),
                                               G_CALLBACK (calendar_view_go_to_today)));
  gtk_box_append (GTK_BOX (steps), button_new (self, NULL, _ ("STARTEX"), _ ("Day of STARTEX (X)"),
                                               G_CALLBACK (startex_cb)));
  gtk_box_append (GTK_BOX (steps), button_new (self, "go-next-symbolic", NULL,
                                               _ ("Next (Page Down)"), G_CALLBACK (next_cb)));
  self->title = GTK_LABEL (title);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (title, TRUE);
  g_signal_connect_swapped (date, "opening", G_CALLBACK (date_opening_cb), self);
  g_signal_connect_swapped (date, "chosen", G_CALLBACK (date_chosen_cb), self);
  gtk_widget_set_valign (GTK_WIDGET (date), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  gtk_box_append (GTK_BOX (bar), steps);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (date));
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), zone_new (self));
  gtk_box_append (GTK_BOX (bar), choice_new (self));
  return bar;
}

/* As Japanese does: then the first day of several has it, and not the last. */
static gboolean
names_year_first (const LiaisonManner *manner, gint32 day)
{
  g_autofree char *whole = liaison_words_format_day (manner->words, day, LIAISON_DATE_MEDIUM);
  g_autofree char *without = liaison_words_format_day (manner->words, day, LIAISON_DATE_SHORT);

  return g_str_has_suffix (whole, without) && !g_str_equal (whole, without);
}

void
calendar_view_tell_bar (LiaisonCalendarView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonCalendarFrame *frame = liaison_calendar_drawing_get_frame (self->drawing);
  g_autofree char *zone = tell_zone (self, frame->zone != NULL ? frame->zone : "UTC");
  g_autofree char *first = NULL, *last = NULL, *text = NULL;

  if (frame->month)
    text = liaison_words_format_day (manner.words, self->day, LIAISON_DATE_MONTH);
  else if (frame->n_days == 1)
    text = liaison_words_format_day (manner.words, frame->first_day, LIAISON_DATE_FULL);
  else
    {
      gboolean year_first = names_year_first (&manner, frame->first_day);
      first = liaison_words_format_day (manner.words, frame->first_day,
                                        year_first ? LIAISON_DATE_MEDIUM : LIAISON_DATE_SHORT);
      last = liaison_words_format_day (manner.words, frame->first_day + (gint32) frame->n_days - 1,
                                       year_first ? LIAISON_DATE_SHORT : LIAISON_DATE_MEDIUM);
      text = g_strdup_printf ("%s – %s", first, last);
    }
  gtk_label_set_text (self->title, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), text);
  gtk_menu_button_set_label (self->zone_button, zone);
}
