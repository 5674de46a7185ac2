/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/day-filter.h"

#include "record/kinds/exercise.h"
#include "record/zone.h"
#include "words/dates.h"

#include <glib/gi18n.h>

#define DAY 86400

/* Days are read as any field of dates is. */
static const LiaisonField day_field = { .type = LIAISON_FIELD_DATE,
                                        .name = "day",
                                        .label = N_("Day") };

typedef struct
{
  LiaisonSession *session;    /* borrowed: the window keeps it longer */
  LiaisonTableFilter *filter; /* borrowed from the bar */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEntry *entries[2]; /* from, to */
  GtkLabel *message;
  gint32 days[2]; /* LIAISON_DATE_UNSET: open at this end */
} DayFilter;

/* The days in the order of the test's data. */
typedef struct
{
  gint32 from, to;
} Span;

static gint32
day_at (const LiaisonManner *manner, const LiaisonBlock *block, gint64 seconds)
{
  const char *zone = liaison_times_get_zone (&manner->lookup, block);
  gint32 offset = 0;

  liaison_zone_get_offset (zone != NULL ? zone : manner->zone, seconds, &offset);
  seconds += offset;
  return (gint32) (seconds >= 0 ? seconds / DAY : (seconds - DAY + 1) / DAY);
}

static gboolean
is_within (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  const Span *span = data;
  gint64 start, end;
  gint32 first, last;

  if (liaison_times_get_start (&manner->lookup, block, &start) != LIAISON_TIME_KNOWN)
    return FALSE;
  if (liaison_times_get_end (&manner->lookup, block, &end) != LIAISON_TIME_KNOWN)
    end = start;
  first = day_at (manner, block, start);
  /* What ends at midnight does not reach into the next day. */
  last = MAX (first, day_at (manner, block, end > start ? end - 1 : end));
  return (span->from == LIAISON_DATE_UNSET || last >= span->from)
         && (span->to == LIAISON_DATE_UNSET || first <= span->to);
}

static void
tell_button (DayFilter *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *from =
      liaison_words_format_day (manner.words, self->days[0], LIAISON_DATE_SHORT);
  g_autofree char *to = liaison_words_format_day (manner.words, self->days[1], LIAISON_DATE_SHORT);
  g_autofree char *text = NULL;

  if (*from == '\0' && *to == '\0')
    text = g_strdup (_("Days: all"));
  else if (*to == '\0')
    /* Translators: a day: “From 14 May on” */
    text = g_strdup_printf (_("From %s on"), from);
  else if (*from == '\0')
    /* Translators: a day: “Until 14 May” */
    text = g_strdup_printf (_("Until %s"), to);
  else if (self->days[0] == self->days[1])
    text = g_steal_pointer (&from);
  else
    /* Translators: two days: “14 May to 16 May” */
    text = g_strdup_printf (_("%1$s to %2$s"), from, to);
  gtk_menu_button_set_label (self->button, text);
}

static void
apply (DayFilter *self)
{
  LiaisonTableFilter *filter = self->filter;
  Span *span;

  tell_button (self);
  if (self->days[0] == LIAISON_DATE_UNSET && self->days[1] == LIAISON_DATE_UNSET)
    {
      liaison_table_filter_set_test (filter, "days", NULL, NULL, NULL);
      return;
    }
  span = g_new (Span, 1);
  *span = (Span){ self->days[0], self->days[1] };
  liaison_table_filter_set_test (filter, "days", is_within, span, g_free);
}

static void
fill_entries (DayFilter *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    {
      g_autofree char *text =
          liaison_words_format_day (manner.words, self->days[i], LIAISON_DATE_MEDIUM);
      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
}

static gboolean
read_entry (DayFilter *self, guint index, GError **error)
{
  LiaisonSession *session = self->session;
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (&manner, snapshot, &day_field, NULL,
                                  gtk_editable_get_text (GTK_EDITABLE (self->entries[index])),
                                  &value, error))
    return FALSE;
  self->days[index] = value.form == LIAISON_VALUE_FIELD ? value.as.date : LIAISON_DATE_UNSET;
  return TRUE;
}

static void
apply_cb (DayFilter *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    if (!read_entry (self, i, &error))
      {
        gtk_label_set_text (self->message, error->message);
        gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
        return;
      }
  gtk_popover_popdown (self->popover);
  apply (self);
}

static void
show_days (DayFilter *self, gint32 from, gint32 to)
{
  self->days[0] = from;
  self->days[1] = to;
  gtk_popover_popdown (self->popover);
  apply (self);
}

static void
all_cb (DayFilter *self)
{
  show_days (self, LIAISON_DATE_UNSET, LIAISON_DATE_UNSET);
}

static void
today_cb (DayFilter *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  gint32 today = day_at (&manner, liaison_lookup_get_exercise (&manner.lookup), manner.now);
  show_days (self, today, today);
}

/* From STARTEX to ENDEX. */
static void
exercise_cb (DayFilter *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  gint32 days[2] = { LIAISON_DATE_UNSET, LIAISON_DATE_UNSET };
  gint64 seconds;

  if (liaison_times_get_start (&manner.lookup, exercise, &seconds) == LIAISON_TIME_KNOWN)
    days[0] = day_at (&manner, exercise, seconds);
  if (liaison_times_get_end (&manner.lookup, exercise, &seconds) == LIAISON_TIME_KNOWN)
    days[1] = day_at (&manner, exercise, seconds);
  show_days (self, days[0], days[1]);
}

static void
append_button (DayFilter *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
entry_new (DayFilter *self, guint index, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new_with_mnemonic (label);
  GtkWidget *entry = gtk_entry_new ();

  self->entries[index] = GTK_ENTRY (entry);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  caption, NULL, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static GtkWidget *
content_new (DayFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *message = gtk_label_new (NULL);
  GtkWidget *show = gtk_button_new_with_mnemonic (_("_Show"));

  append_button (self, buttons, _("_All"), G_CALLBACK (all_cb));
  append_button (self, buttons, _("_Today"), G_CALLBACK (today_cb));
  append_button (self, buttons, _("_Exercise"), G_CALLBACK (exercise_cb));
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  self->message = GTK_LABEL (message);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 30);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_add_css_class (message, "caption");
  gtk_widget_add_css_class (show, "suggested-action");
  g_signal_connect_swapped (show, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), entry_new (self, 0, _("_From")));
  gtk_box_append (GTK_BOX (box), entry_new (self, 1, _("_To")));
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), show);
  return box;
}

static void
reset_cb (GtkWidget *button)
{
  all_cb (g_object_get_data (G_OBJECT (button), "liaison-days"));
}

static void
manner_changed_cb (GtkWidget *button)
{
  tell_button (g_object_get_data (G_OBJECT (button), "liaison-days"));
}

void
liaison_day_filter_add (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  DayFilter *self = g_new0 (DayFilter, 1);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->session = session;
  self->filter = liaison_table_filter_bar_get_filter (bar);
  self->button = GTK_MENU_BUTTON (button);
  self->popover = GTK_POPOVER (popover);
  self->days[0] = self->days[1] = LIAISON_DATE_UNSET;
  g_object_set_data_full (G_OBJECT (button), "liaison-days", self, g_free);
  gtk_popover_set_child (self->popover, content_new (self));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (button, _("Days"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Days"), -1);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill_entries), self);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), button,
                           G_CONNECT_SWAPPED);
  tell_button (self);
  liaison_table_filter_bar_add (bar, button, G_CALLBACK (reset_cb));
}
