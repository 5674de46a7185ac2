/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests for information, from open to answered. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/priority.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_INFORMATION_REQUEST_STATUS_UNSET,
  LIAISON_INFORMATION_REQUEST_STATUS_OPEN,
  LIAISON_INFORMATION_REQUEST_STATUS_ACCEPTED,
  LIAISON_INFORMATION_REQUEST_STATUS_TASKED,
  LIAISON_INFORMATION_REQUEST_STATUS_ANSWERED,
  LIAISON_INFORMATION_REQUEST_STATUS_CLOSED,
  LIAISON_INFORMATION_REQUEST_STATUS_REFUSED,
  LIAISON_INFORMATION_REQUEST_STATUS_WITHDRAWN,
} LiaisonInformationRequestStatus;
extern const LiaisonChoices liaison_information_request_statuses;

#define LIAISON_INFORMATION_REQUEST_FIELDS(F, T)                                                   \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Request"),              \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_information_request_statuses,                                             \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .open = TRUE,                                \
     .choices = &liaison_priorities,                                                               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (INFORMATION_REQUEST), .flags = LIAISON_FIELD_PARENT)               \
  F (T, TEXT, question, "question", N_("Question"), .open = TRUE, .flags = LIAISON_FIELD_LONG)     \
  F (T, TEXT, background, "background", N_("Background"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG,                                                                  \
     .help = N_("What is known already, and why it is asked."))                                    \
  F (T, NATION, nation, "nation", N_("Asked by nation"), .open = TRUE, .group = N_("People"),      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, requester, "requester", N_("Asked by"), .open = TRUE,                           \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST))                              \
  F (T, NATIONS, to_nations, "to-nations", N_("Asked of nations"), .open = TRUE,                   \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, assigned, "assigned", N_("Answered by"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST),                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, via, "via", N_("Through"), .open = TRUE, .targets = LIAISON_TARGET (POST),      \
     .help = N_("The liaison post that passes it on."))                                            \
  F (T, INSTANT, start, "start", N_("Asked at"), .open = TRUE, .group = N_("Times"),               \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, INSTANT, needed_by, "needed-by", N_("Needed by"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, INSTANT, of_value_until, "of-value-until", N_("Of value until"), .open = TRUE,             \
     .help = N_("The latest time at which the answer is of any use."))                             \
  F (T, INSTANT, answered, "answered", N_("Answered at"), .open = TRUE)                            \
  F (T, TEXT, answer, "answer", N_("Answer"), .open = TRUE,                                        \
     .group = N_("Answer"), .flags = LIAISON_FIELD_LONG)                                           \
  F (T, REFERENCES, products, "products", N_("Products"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (PRODUCT))                                                          \
  F (T, REFERENCE, event, "event", N_("Event"), .open = TRUE, .targets = LIAISON_TARGET (EVENT))   \
  F (T, REFERENCE, inject, "inject", N_("Inject"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (INJECT),                                                           \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (InformationRequest, information_request, INFORMATION_REQUEST)

G_END_DECLS
