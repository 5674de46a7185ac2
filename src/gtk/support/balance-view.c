/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support/balance-view.h"

#include "shared/drawn-page.h"
#include "shared/page-area.h"

#include "draw/day-chart-fill.h"
#include "words/dates.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonDrawnPage *page; /* borrowed */
  GtkDropDown *down;      /* borrowed */
  GPtrArray *keys;        /* of strings: what tells the pools in the list apart */
  char *chosen;           /* the key of the one that is shown, or NULL */
  gboolean filling;
} Balance;

static void
balance_free (gpointer data)
{
  Balance *self = data;

  g_ptr_array_unref (self->keys);
  g_free (self->chosen);
  g_free (self);
}

static char *
make_key (const LiaisonSupportPool *pool)
{
  char id[LIAISON_ID_TEXT_SIZE] = "";
  const char *unit = liaison_text_pick (pool->unit, "en", NULL);

  if (pool->site != NULL)
    liaison_id_format (pool->site->id, id);
  return g_strdup_printf ("%d %s %s", pool->class, id, unit != NULL ? unit : "");
}

/* The one that was chosen; else the first that is short, the first for which it is known what there is, any. */
static guint
find_pool (Balance *self, const LiaisonSupportDays *days)
{
  guint known = 0;

  for (guint i = 0; self->chosen != NULL && i < self->keys->len; i++)
    if (g_str_equal (self->keys->pdata[i], self->chosen))
      return i;
  for (guint i = days->pools->len; i > 0; i--)
    {
      const LiaisonSupportPool *pool = days->pools->pdata[i - 1];

      if (pool->known)
        known = i - 1;
    }
  for (guint i = 0; i < days->pools->len; i++)
    if (((const LiaisonSupportPool *) days->pools->pdata[i])->n_short > 0)
      return i;
  return known;
}

/* What is short is marked by a sign before its name. */
static void
list_pools (Balance *self, const LiaisonSupportDays *days, const LiaisonManner *manner)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < days->pools->len; i++)
    {
      const LiaisonSupportPool *pool = days->pools->pdata[i];
      g_autofree char *name = liaison_support_pool_tell (pool, manner);
      g_autofree char *marked = g_strdup_printf ("%s%s", pool->n_short > 0 ? "⚠ " : "", name);

      gtk_string_list_append (names, marked);
      g_ptr_array_add (self->keys, make_key (pool));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->down, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static char *
tell_summary (const LiaisonSupportDays *days,
              const LiaisonSupportPool *pool,
              const LiaisonManner *manner)
{
  gint64 missing;

  if (!pool->known)
    return g_strdup (_ ("Nobody has said how much of it there is: give the site supplies, beds, seats or "
                        "meals"));
  if (pool->n_short == 0)
    return g_strdup (_ ("Enough on every day"));
  missing = pool->asked[pool->worst - days->first] - pool->available[pool->worst - days->first];
  return liaison_words_format_plural (
      manner->words, "Too little on {n} day; {missing} are missing on {date}",
      "Too little on {n} days; on {date} {missing} are missing", pool->n_short,
      liaison_operand_integer ("n", pool->n_short), liaison_operand_integer ("missing", missing),
      liaison_operand_date ("date", pool->worst));
}

static char *
fill (LiaisonDrawing *drawing,
      LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gboolean *empty,
      gpointer data)
{
  Balance *self = data;
  g_autoptr (LiaisonSupportDays) days = liaison_support_days_new (snapshot);
  const LiaisonSupportPool *pool;
  guint place;

  list_pools (self, days, manner);
  *empty = days->pools->len == 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->down), !*empty);
  if (*empty)
    return g_strdup ("");
  place = find_pool (self, days);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->down, place);
  self->filling = FALSE;
  pool = days->pools->pdata[place];
  liaison_day_chart_fill_support (LIAISON_DAY_CHART (drawing), days, pool, manner);
  return tell_summary (days, pool, manner);
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
    if (liaison_page_area_show (page, "list"))
      return;
}

static const LiaisonDrawnPageFuncs funcs = {
  .fill = fill,
  .set_room = set_room,
  .find_first = find_first,
  .title = N_ ("Support day by day"),
  .icon = "package-x-generic-symbolic",
  .empty_title = N_ ("Nothing Asked For Yet"),
  .empty_text = N_ ("Give support requests a class, a quantity, a site and times: here you see whether there "
                    "is enough of everything on each day."),
  .first_label = N_ ("Show _Requests"),
  .first = first,
};

static void
chosen_cb (Balance *self, GParamSpec *spec, GtkDropDown *down)
{
  guint place = gtk_drop_down_get_selected (down);

  if (self->filling || place >= self->keys->len)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (self->keys->pdata[place]);
  liaison_drawn_page_refresh (self->page);
}

GtkWidget *
liaison_balance_view_new (LiaisonSession *session)
{
  Balance *self = g_new0 (Balance, 1);
  GtkWidget *down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *page;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->down = GTK_DROP_DOWN (down);
  gtk_widget_set_size_request (down, 320, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Class and site"), -1);
  page = liaison_drawn_page_new (session, LIAISON_DRAWING (liaison_day_chart_new ()), &funcs, down, self, balance_free);
  self->page = LIAISON_DRAWN_PAGE (page);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (chosen_cb), self);
  return page;
}
