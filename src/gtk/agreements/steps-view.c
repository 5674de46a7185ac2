/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/steps-view.h"

#include "shared/drawn-page.h"
#include "shared/page-area.h"

#include "draw/step-chart.h"
#include "screen.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonDrawnPage *page; /* borrowed */
  gboolean all;
} Steps;

static char *
tell_summary (const LiaisonAgreements *agreements)
{
  guint late = 0, soon = 0;
  GString *text;

  for (guint i = 0; i < agreements->agreements->len; i++)
    {
      LiaisonAgreementState state =
          ((const LiaisonAgreementDates *) agreements->agreements->pdata[i])->state;
      late += state == LIAISON_AGREEMENT_LATE || state == LIAISON_AGREEMENT_MISSING;
      soon += state == LIAISON_AGREEMENT_SOON;
    }
  text = g_string_new (NULL);
  if (late == 0)
    g_string_append (text, _ ("No agreement is late"));
  else
    liaison_screen_append (
        text, ngettext ("%u agreement will be too late", "%u agreements will be too late", late),
        late);
  if (soon > 0)
    {
      g_string_append (text, liaison_screen_separator ());
      liaison_screen_append (text, ngettext ("%u is urgent", "%u are urgent", soon), soon);
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
  Steps *self = data;
  g_autoptr (LiaisonAgreements) agreements = liaison_agreements_new (snapshot, manner->now);
  char *summary = tell_summary (agreements);
  guint n = agreements->agreements->len;

  for (guint i = agreements->agreements->len; i-- > 0;)
    {
      const LiaisonAgreementDates *dates = agreements->agreements->pdata[i];

      if (!liaison_drawn_page_is_wanted (self->page, manner, dates->agreement))
        g_ptr_array_remove_index (agreements->agreements, i);
    }
  liaison_step_chart_set (LIAISON_STEP_CHART (drawing), agreements, manner, self->all);
  /* Where the search finds none, the search is to be changed. */
  *empty = liaison_step_chart_count_rows (LIAISON_STEP_CHART (drawing)) == 0
           && agreements->agreements->len == n;
  return summary;
}

static void
set_room (LiaisonDrawing *drawing, double width, double height)
{
  liaison_step_chart_set_room (LIAISON_STEP_CHART (drawing), width);
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
  .title = N_ ("Agreements over the months"),
  .search = N_ ("Find agreements"),
  .icon = "emblem-documents-symbolic",
  .empty_title = N_ ("Nothing Needs an Agreement Yet"),
  .empty_text =
      N_ ("Name at events, sites, channels and support requests the agreements that they need, or "
          "say of an agreement by when it is needed: its steps are then counted back from there."),
  .first_label = N_ ("Show _Table"),
  .first = first,
};

static void
all_cb (Steps *self, GParamSpec *spec, GtkToggleButton *button)
{
  self->all = gtk_toggle_button_get_active (button);
  liaison_drawn_page_refresh (self->page);
}

GtkWidget *
liaison_steps_view_new (LiaisonSession *session)
{
  Steps *self = g_new0 (Steps, 1);
  GtkWidget *all = gtk_toggle_button_new_with_mnemonic (_ ("_All Agreements")), *page;

  gtk_widget_set_tooltip_text (all, _ ("Also those that are over, or that nothing needs"));
  page = liaison_drawn_page_new (session, LIAISON_DRAWING (liaison_step_chart_new ()), &funcs, all,
                                 self, g_free);
  self->page = LIAISON_DRAWN_PAGE (page);
  g_signal_connect_swapped (all, "notify::active", G_CALLBACK (all_cb), self);
  return page;
}
