/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support/people-view.h"

#include "shared/drawn-page.h"
#include "shared/page-area.h"

#include "draw/day-chart-fill.h"
#include "record/kinds/nation.h"
#include "record/kinds/site.h"
#include "screen.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonDrawnPage *page; /* borrowed */
  GtkDropDown *down;      /* borrowed */
  GPtrArray *codes;       /* of interned codes, from the second entry on */
  const char *chosen;     /* interned; NULL: all */
  gboolean filling;
} People;

static void
people_free (gpointer data)
{
  g_ptr_array_unref (((People *) data)->codes);
  g_free (data);
}

static void
list_nations (People *self, const LiaisonSnapshot *snapshot, const LiaisonManner *manner)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n, place = 0;
  const LiaisonBlock *const *movements = liaison_snapshot_get (snapshot, LIAISON_KIND_MOVEMENT, &n);

  gtk_string_list_append (names, _ ("All nations"));
  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < n; i++)
    {
      const char *code = liaison_movement_get_nation (&manner->lookup, movements[i]);
      g_autofree char *name = NULL;

      if (code == NULL || g_ptr_array_find (self->codes, code, NULL))
        continue;
      name = liaison_manner_tell_nation (manner, code);
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->codes, (gpointer) code);
      if (code == self->chosen)
        place = self->codes->len;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->down, place);
  self->filling = FALSE;
  if (place == 0)
    self->chosen = NULL;
}

/* All beds there are. */
static gint64
count_beds (const LiaisonSnapshot *snapshot)
{
  gint64 beds = LIAISON_INTEGER_UNSET;
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (snapshot, LIAISON_KIND_SITE, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 here = LIAISON_DATA (Site, sites[i])->beds;

      if (here != LIAISON_INTEGER_UNSET)
        beds = beds == LIAISON_INTEGER_UNSET ? here : beds + here;
    }
  return beds;
}

static char *
tell_summary (const LiaisonMovementDays *days)
{
  guint64 most = 0;
  GString *text;

  for (guint i = 0; i < days->n_days; i++)
    most = MAX (most, days->days[i].stay);
  text = g_string_new (NULL);
  liaison_screen_append (text,
                         ngettext ("At most %u person overnight", "At most %u people overnight",
                                   (guint) MIN (most, G_MAXUINT)),
                         (guint) MIN (most, G_MAXUINT));
  if (days->n_open > 0)
    {
      g_string_append (text, liaison_screen_separator ());
      liaison_screen_append (
          text,
          ngettext ("%u visit request not granted", "%u visit requests not granted", days->n_open),
          days->n_open);
    }
  if (days->n_undated > 0)
    {
      g_string_append (text, liaison_screen_separator ());
      liaison_screen_append (text,
                             ngettext ("%u movement without arrival or departure",
                                       "%u movements without arrival or departure",
                                       days->n_undated),
                             days->n_undated);
    }
  return g_string_free (text, FALSE);
}

static char *
fill (LiaisonDrawing *drawing,
      LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gboolean *empty,
      gpointer data)
{
  People *self = data;
  g_autoptr (LiaisonMovementDays) days = NULL;

  list_nations (self, snapshot, manner);
  days = liaison_movement_days_new (snapshot, self->chosen);
  *empty = days->n_days == 0;
  liaison_day_chart_fill_movements (
      LIAISON_DAY_CHART (drawing), days,
      self->chosen == NULL ? count_beds (snapshot) : LIAISON_INTEGER_UNSET, manner);
  return tell_summary (days);
}

static void
set_room (LiaisonDrawing *drawing, double width, double height)
{
  liaison_day_chart_set_room (LIAISON_DAY_CHART (drawing), width, height);
}

static gboolean
find_first (LiaisonDrawing *drawing, LiaisonBox *box)
{
  return liaison_day_chart_find_highest (LIAISON_DAY_CHART (drawing), box);
}

static void
first (GtkWidget *page, gpointer data)
{
  while ((page = gtk_widget_get_parent (page)) != NULL)
    if (liaison_page_area_show (page, "movements"))
      return;
}

static const LiaisonDrawnPageFuncs funcs = {
  .fill = fill,
  .set_room = set_room,
  .find_first = find_first,
  .title = N_ ("People day by day"),
  .icon = "system-users-symbolic",
  .empty_title = N_ ("Nobody Arrives Yet"),
  .empty_text = N_ (
      "Add movements with their arrival and departure: here you see how many people are there on "
      "each day, and whether there are beds for them."),
  .first_label = N_ ("Show _Movements"),
  .first = first,
};

static void
chosen_cb (People *self, GParamSpec *spec, GtkDropDown *down)
{
  guint place = gtk_drop_down_get_selected (down);

  if (self->filling || place > self->codes->len)
    return;
  self->chosen = place > 0 ? self->codes->pdata[place - 1] : NULL;
  liaison_drawn_page_refresh (self->page);
}

GtkWidget *
liaison_people_view_new (LiaisonSession *session)
{
  People *self = g_new0 (People, 1);
  GtkWidget *down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *page;

  self->codes = g_ptr_array_new ();
  self->down = GTK_DROP_DOWN (down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Nation"), -1);
  page = liaison_drawn_page_new (session, LIAISON_DRAWING (liaison_day_chart_new ()), &funcs, down,
                                 self, people_free);
  self->page = LIAISON_DRAWN_PAGE (page);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (chosen_cb), self);
  return page;
}
