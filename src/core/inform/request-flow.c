/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/request-flow.h"

#include "record/times.h"

#include <glib/gi18n-lib.h>

#define DAY 86400

#define STATUS(x) LIAISON_INFORMATION_REQUEST_STATUS_##x

static gboolean
resolve (const LiaisonLookup *lookup, const LiaisonInstant *instant, gint64 *at)
{
  return liaison_times_resolve (lookup, instant, at, NULL) == LIAISON_TIME_KNOWN;
}

LiaisonRequestState
liaison_request_get_state (const LiaisonLookup *lookup,
                           const LiaisonBlock *request,
                           gint64 now,
                           gint64 *late)
{
  const LiaisonInformationRequestData *data = LIAISON_DATA (InformationRequest, request);
  gboolean answered = data->status == STATUS (ANSWERED) || data->status == STATUS (CLOSED);
  gint64 needed, value, at = now, by = 0;

  if (late == NULL)
    late = &by;
  *late = 0;
  if (answered && !resolve (lookup, &data->answered, &at))
    at = G_MININT64;
  if (resolve (lookup, &data->needed_by, &needed) && at > needed)
    *late = at - needed;
  if (data->status == STATUS (ANSWERED))
    return LIAISON_REQUEST_STATE_ANSWERED;
  if (data->status >= STATUS (CLOSED))
    return LIAISON_REQUEST_STATE_CLOSED;
  if (resolve (lookup, &data->of_value_until, &value) && now > value)
    return LIAISON_REQUEST_STATE_USELESS;
  if (*late > 0)
    return LIAISON_REQUEST_STATE_OVERDUE;
  return resolve (lookup, &data->needed_by, &needed) && needed - now < DAY
             ? LIAISON_REQUEST_STATE_DUE
             : LIAISON_REQUEST_STATE_OPEN;
}

LiaisonInformationRequestStatus
liaison_request_get_next (LiaisonInformationRequestStatus status)
{
  return status < STATUS (CLOSED) ? status + 1 : STATUS (UNSET);
}

static gboolean
has_answer (const LiaisonInformationRequestData *data)
{
  guint n;

  liaison_ids_get (data->products, &n);
  return n > 0 || liaison_text_get_size (data->answer) > 0;
}

gboolean
liaison_request_take (const LiaisonBlock *request,
                      LiaisonInformationRequestStatus status,
                      gint64 now,
                      const char *zone,
                      LiaisonProposal *proposal,
                      const char **why)
{
  const LiaisonInformationRequestData *data = LIAISON_DATA (InformationRequest, request);
  LiaisonInstant at = { 0 };
  int choice = (int) status;

  *why = NULL;
  if (status == STATUS (ANSWERED) && !has_answer (data))
    *why = N_ ("Write the answer, or name the product that gives it.");
  else if (status == STATUS (CLOSED) && data->status < (int) STATUS (ANSWERED))
    *why = N_ ("Only what has been answered can be closed; refuse or withdraw the others.");
  if (*why != NULL)
    return FALSE;
  liaison_proposal_set_field (proposal, request, LIAISON_FIELD (InformationRequest, status), &choice);
  if (status == STATUS (ANSWERED) && data->answered.form == LIAISON_INSTANT_UNSET
      && (liaison_instant_from_unix (now / 60 * 60, zone, &at)
          || liaison_instant_from_unix (now / 60 * 60, NULL, &at)))
    liaison_proposal_set_field (proposal, request, LIAISON_FIELD (InformationRequest, answered), &at);
  return TRUE;
}
