/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The net diagram: stations at both sides, need lines between them one below the other, and in each
 * its circuits in the order of PACE. How a circuit does is told by the shape of its sign and of its
 * line, and by colour. Neighbouring need lines of one station share its box. */
#pragma once

#include "arrangements/circuits.h"
#include "draw/drawing.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_NET_DIAGRAM (liaison_net_diagram_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonNetDiagram, liaison_net_diagram, LIAISON, NET_DIAGRAM, LiaisonDrawing)

LiaisonNetDiagram *liaison_net_diagram_new (void);
/* Takes what it shows from @circuits, which is not kept; names in the words of @manner. @shown (may be
 * NULL) says which circuits are meant: the others are faint. */
void liaison_net_diagram_set (LiaisonNetDiagram *self,
                              const LiaisonCircuits *circuits,
                              const LiaisonManner *manner,
                              gboolean (*shown) (const LiaisonBlock *channel, gpointer data),
                              gpointer data);
/* How wide it is to be, in units; 0: as on paper. */
void liaison_net_diagram_set_room (LiaisonNetDiagram *self, double width);
guint liaison_net_diagram_count_circuits (LiaisonNetDiagram *self);

/* The sign of a state around a point, @reach units to each side. */
void liaison_net_diagram_draw_sign (
    LiaisonCanvas *canvas, LiaisonCircuitState state, double x, double y, double reach);

G_END_DECLS
