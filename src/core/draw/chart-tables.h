/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What diagrams show, as rows of text: GPtrArray of GStrv of one length, heads first, told by the
 * manner. For terminals, spreadsheets and the clipboard. */
#pragma once

#include "arrangements/agreement-dates.h"
#include "arrangements/circuits.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* Need lines, each with its circuits below it. @shown (may be NULL) says which circuits are meant; a need
 * line is there when one of its circuits is, or when it has none. Transfer full. */
GPtrArray *liaison_circuits_make_table (const LiaisonCircuits *circuits,
                                        const LiaisonManner *manner,
                                        gboolean (*shown) (const LiaisonBlock *channel,
                                                           gpointer data),
                                        gpointer data);

/* Agreements in the order given. Transfer full. */
GPtrArray *liaison_agreements_make_table (const LiaisonAgreementDates *const *agreements,
                                          guint n,
                                          const LiaisonManner *manner);
/* "NO, FR, PL": who is party to it. Transfer full. */
char *liaison_agreement_tell_parties (const LiaisonBlock *agreement);

G_END_DECLS
