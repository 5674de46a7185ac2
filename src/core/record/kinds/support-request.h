/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the statement of requirements. */
#pragma once

#include "record/kind.h"
#include "record/kinds/priority.h"
#include "record/kinds/shared-fields.h"
#include "record/kinds/support-class.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SUPPORT_STATUS_UNSET,
  LIAISON_SUPPORT_STATUS_DRAFT,
  LIAISON_SUPPORT_STATUS_REQUESTED,
  LIAISON_SUPPORT_STATUS_OFFERED,
  LIAISON_SUPPORT_STATUS_AGREED,
  LIAISON_SUPPORT_STATUS_ORDERED,
  LIAISON_SUPPORT_STATUS_DELIVERED,
  LIAISON_SUPPORT_STATUS_CLOSED,
  LIAISON_SUPPORT_STATUS_REFUSED,
  LIAISON_SUPPORT_STATUS_CANCELLED,
} LiaisonSupportStatus;
extern const LiaisonChoices liaison_support_statuses;

typedef enum
{
  LIAISON_REPAYMENT_UNSET,
  LIAISON_REPAYMENT_NONE,
  LIAISON_REPAYMENT_CASH,
  LIAISON_REPAYMENT_KIND,
  LIAISON_REPAYMENT_EQUAL_VALUE,
  LIAISON_REPAYMENT_SHARED,
} LiaisonRepayment;
extern const LiaisonChoices liaison_repayments;

/* One line of what a request is made up of. */
#define LIAISON_SUPPORT_PART_FIELDS(F, T)                                                          \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, INTEGER, quantity, "quantity", N_("Quantity"), .open = TRUE,                               \
     .minimum = 0, .maximum = 100000000,                                                           \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, unit, "unit", N_("Unit of quantity"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)   \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)                                           \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (SupportPart, LIAISON_SUPPORT_PART_FIELDS)
extern const LiaisonShape liaison_support_part_shape;

#define LIAISON_SUPPORT_REQUEST_FIELDS(F, T)                                                       \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Request"),              \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  /* Translators: Class of support: accommodation, rations … */                                    \
  F (T, CHOICE, class, "class", N_("Class"), .open = TRUE, .choices = &liaison_support_classes,    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_support_statuses,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .open = TRUE,                                \
     .choices = &liaison_priorities)                                                               \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (SUPPORT_REQUEST),                                                  \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, INTEGER, quantity, "quantity", N_("Quantity"), .open = TRUE, .group = N_("Quantity"),      \
     .minimum = 0, .maximum = 100000000, .flags = LIAISON_FIELD_COLUMN)                            \
  F (T, TEXT, unit, "unit", N_("Unit of quantity"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,   \
     .help = N_("Beds, meals, litres and so on."))                                                 \
  F (T, BOOLEAN, per_day, "per-day", N_("Each day"), .open = TRUE,                                 \
     .help = N_("The quantity is needed on each day."))                                            \
  F (T, INTEGER, persons, "persons", N_("People"), .open = TRUE, .minimum = 0, .maximum = 1000000) \
  F (T, ITEMS, parts, "parts", N_("Parts"), .open = TRUE, .items = &liaison_support_part_shape)    \
  F (T, INTEGER, agreed_quantity, "agreed-quantity", N_("Agreed quantity"), .open = TRUE,          \
     .minimum = 0, .maximum = 100000000)                                                           \
  F (T, INTEGER, delivered_quantity, "delivered-quantity", N_("Delivered quantity"), .open = TRUE, \
     .minimum = 0, .maximum = 100000000)                                                           \
  F (T, INSTANT, start, "start", N_("Needed from"), .open = TRUE, .group = N_("Place and time"),   \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, INSTANT, end, "end", N_("Needed until"), .open = TRUE,                                     \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, DATE, order_by, "order-by", N_("Order by"), .open = TRUE,                                  \
     .help = N_("The last day on which it can still be ordered."))                                 \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .targets = LIAISON_TARGET (SITE),       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, event, "event", N_("Event"), .open = TRUE, .targets = LIAISON_TARGET (EVENT))   \
  F (T, NATION, nation, "nation", N_("Requesting nation"), .open = TRUE, .group = N_("Requester"), \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, requester, "requester", N_("Requester"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, NATION, provider_nation, "provider-nation", N_("Providing nation"), .open = TRUE,          \
     .group = N_("Provider"), .flags = LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, provider, "provider", N_("Provider"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (SITE))                              \
  F (T, REFERENCE, agreement, "agreement", N_("Agreement"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (AGREEMENT),                                                        \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, repayment, "repayment", N_("Repayment"), .open = TRUE,                             \
     .choices = &liaison_repayments)                                                               \
  F (T, STRING, cost, "cost", N_("Cost"), .help = N_("An amount with its currency."))              \
  F (T, STRING, reference, "reference", N_("Order number"),                                        \
     .help = N_("The number of the order, contract or clearance."))                                \
  F (T, REFERENCES, movements, "movements", N_("Movements"), .open = TRUE,                         \
     .targets = LIAISON_TARGET (MOVEMENT))                                                         \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (SupportRequest, support_request, SUPPORT_REQUEST)

G_END_DECLS
