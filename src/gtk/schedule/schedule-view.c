/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/schedule-view.h"

#include "schedule/day-filter.h"
#include "schedule/quick-line.h"
#include "shared/table-view.h"

#include "record/kinds/event.h"
#include "words/dates.h"

#include <glib/gi18n.h>

/* The field both columns of times tell, each in its way. */
#define START (&liaison_event_kind.shape.fields[LIAISON_FIELD (Event, start)])

static char *
tell_day (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const char *zone = liaison_times_get_zone (&manner->lookup, block);
  gint64 seconds;

  if (liaison_times_get_start (&manner->lookup, block, &seconds) != LIAISON_TIME_KNOWN)
    return g_strdup ("");
  return liaison_words_format_date (manner->words, seconds, zone != NULL ? zone : manner->zone,
                                    LIAISON_DATE_WEEKDAY_SHORT);
}

static gboolean
focus_line_cb (GtkWidget *box, GVariant *parameter, gpointer line)
{
  return gtk_widget_get_mapped (box) && gtk_widget_grab_focus (line);
}

/* The key works wherever the focus is in the window, while the schedule is shown. */
static void
add_key (GtkWidget *box, GtkWidget *line)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_e, GDK_CONTROL_MASK),
                        gtk_callback_action_new (focus_line_cb, line, NULL)));
  gtk_widget_add_controller (box, keys);
}

GtkWidget *
liaison_schedule_view_new (LiaisonSession *session)
{
  static LiaisonTableColumn columns[] = {
    { "day", N_("Day"), NULL, tell_day, 110, TRUE },
    /* Translators: Zulu is military for UTC */
    { "start-zulu", N_("Start (Zulu)"), NULL, liaison_manner_tell_start_zulu, 130, FALSE },
    { "start-local", N_("Start (local)"), NULL, liaison_manner_tell_start_local, 190, FALSE },
  };
  static const LiaisonTableSetup setup = {
    .name = "schedule",
    .icon = "x-office-calendar-symbolic",
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .sort = "start-zulu",
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  LiaisonTableView *view;
  GtkWidget *line;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = START;
  view = liaison_table_view_new_with (session, &liaison_event_kind, &setup, NULL);
  liaison_day_filter_add (view);
  line = liaison_quick_line_new (session, view);
  gtk_widget_set_vexpand (GTK_WIDGET (view), TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  add_key (box, line);
  return box;
}
