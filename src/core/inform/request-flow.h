/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a request for information: open, accepted, tasked, answered, closed; and whether it is
 * late. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/information-request.h"
#include "record/lookup.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_REQUEST_STATE_OPEN,
  LIAISON_REQUEST_STATE_DUE,     /* within a day */
  LIAISON_REQUEST_STATE_OVERDUE, /* it was needed by now */
  LIAISON_REQUEST_STATE_USELESS, /* and an answer is of no value any more */
  LIAISON_REQUEST_STATE_ANSWERED,
  LIAISON_REQUEST_STATE_CLOSED, /* or refused, or withdrawn */
} LiaisonRequestState;

/* @now in Unix s. *@late (may be NULL): by how many s it is or was late; 0: in time, or no time is
 * asked. */
LiaisonRequestState liaison_request_get_state (const LiaisonLookup *lookup,
                                               const LiaisonBlock *request,
                                               gint64 now,
                                               gint64 *late);

/* The status that comes next, or UNSET at the end. */
LiaisonInformationRequestStatus liaison_request_get_next (LiaisonInformationRequestStatus status);

/* Gives @request the status, with what belongs to it: ANSWERED gets the time; FALSE where it has
 * neither an answer nor a product, or is not that far; *@why is then a msgid. */
gboolean liaison_request_take (const LiaisonBlock *request,
                               LiaisonInformationRequestStatus status,
                               gint64 now,
                               const char *zone,
                               LiaisonProposal *proposal,
                               const char **why);

G_END_DECLS
