/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/nets-view.h"

#include "communications/circuit-grace.h"
#include "draw/net-diagram.h"
#include "shared/drawn-page.h"

#include "screen.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonDrawnPage *page;      /* borrowed */
  const LiaisonManner *manner; /* while the drawing is filled */
} Nets;

static gboolean
is_shown (const LiaisonBlock *channel, gpointer data)
{
  Nets *self = data;

  return liaison_drawn_page_is_wanted (self->page, self->manner, channel);
}

static char *
tell_summary (const LiaisonCircuits *circuits)
{
  guint counts[LIAISON_N_CIRCUIT_STATES] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < circuits->circuits->len; i++)
    counts[((const LiaisonCircuit *) circuits->circuits->pdata[i])->state]++;
  for (guint i = 0; i < LIAISON_N_CIRCUIT_STATES; i++)
    if (counts[i] > 0)
      liaison_screen_append (text, "%s%s: %u", text->len > 0 ? liaison_screen_separator () : "",
                             _ (liaison_circuit_state_labels[i]), counts[i]);
  if (circuits->n_overdue > 0)
    {
      g_string_append (text, liaison_screen_separator ());
      liaison_screen_append (text,
                             ngettext ("%u circuit with overdue tests",
                                       "%u circuits with overdue tests", circuits->n_overdue),
                             circuits->n_overdue);
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
  Nets *self = data;
  g_autoptr (LiaisonCircuits) circuits =
      liaison_circuits_new (snapshot, manner->now, liaison_circuit_grace_find (snapshot));

  self->manner = manner;
  liaison_net_diagram_set (LIAISON_NET_DIAGRAM (drawing), circuits, manner, is_shown, self);
  *empty = circuits->circuits->len == 0 && circuits->lines->len == 0;
  return tell_summary (circuits);
}

static void
set_room (LiaisonDrawing *drawing, double width, double height)
{
  liaison_net_diagram_set_room (LIAISON_NET_DIAGRAM (drawing), width);
}

static const LiaisonDrawnPageFuncs funcs = {
  .fill = fill,
  .set_room = set_room,
  .title = N_ ("Net diagram"),
  .search = N_ ("Find circuits"),
  .icon = "network-wireless-symbolic",
  .empty_title = N_ ("No Nets Yet"),
  .empty_text =
      N_ ("Add need lines and the circuits that serve them under Channels: here you see who "
          "is connected with whom, by what, and how well it works."),
};

GtkWidget *
liaison_nets_view_new (LiaisonSession *session)
{
  Nets *self = g_new0 (Nets, 1);
  GtkWidget *page = liaison_drawn_page_new (session, LIAISON_DRAWING (liaison_net_diagram_new ()),
                                            &funcs, NULL, self, g_free);

  self->page = LIAISON_DRAWN_PAGE (page);
  return page;
}
