/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/schedule-table.h"

#include "schedule/time-actions.h"
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

GtkWidget *
liaison_schedule_table_new (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  static LiaisonTableColumn columns[] = {
    { "day", N_ ("Day"), NULL, tell_day, 110, TRUE },
    /* Translators: Zulu is military for UTC */
    { "start-zulu", N_ ("Start (Zulu)"), NULL, liaison_manner_tell_start_zulu, 130, FALSE },
    { "start-local", N_ ("Start (local)"), NULL, liaison_manner_tell_start_local, 190, FALSE },
  };
  static const LiaisonTableSetup setup = {
    .name = "schedule",
    .icon = "x-office-calendar-symbolic",
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .sort = "start-zulu",
  };

  LiaisonTableView *view;
  g_autoptr (GMenuModel) menu = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = START;
  view = liaison_table_view_new_filtered (session, &liaison_event_kind, &setup, NULL, bar);
  liaison_time_actions_add (GTK_WIDGET (view), session);
  menu = liaison_time_actions_make_menu ();
  liaison_table_view_append_menu (view, menu);
  return GTK_WIDGET (view);
}
