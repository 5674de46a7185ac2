/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An observance that is offered: when it is, whose, from where, and whether it is wanted. */
#pragma once

#include "schedule/observance-offers.h"
#include "words/manner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @offer is borrowed and written to when it is ticked; then @changed is called with @owner. */
GtkWidget *liaison_offer_row_new (const LiaisonManner *manner,
                                  const LiaisonOfferTerms *terms,
                                  LiaisonObservanceOffer *offer,
                                  GCallback changed,
                                  gpointer owner);

G_END_DECLS
