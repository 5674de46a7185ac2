/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that many kinds have alike. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

/* A field that may refer to records of any kind. */
#define LIAISON_ANY_TARGET ((G_GUINT64_CONSTANT (1) << LIAISON_N_KINDS) - 1)

/* The key by which people have ordered the records or items among their neighbours. */
#define LIAISON_ORDER_FIELDS(F, T)                                                                 \
  /* Translators: The place of a record among its neighbours, not a command */                     \
  F (T, STRING, order, "order", N_("Order"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_ORDER | LIAISON_FIELD_HIDDEN)

/* Who may see the record. Without a marking it is for its originator only. */
#define LIAISON_MARKED_FIELDS(F, T)                                                                \
  /* Translators: A security marking such as “EXERCISE - UNCLASSIFIED REL FR, PL” */               \
  F (T, MARKING, marking, "marking", N_("Marking"), .open = TRUE, .group = N_("Releasability"),    \
     .help = N_("The level of the marking scheme, and the nations and groups it may be "           \
                "released to."))                                                                   \
  F (T, NATION, originator, "originator", N_("Originator"), .open = TRUE,                          \
     .help = N_("The nation or organisation that the record comes from and whose word counts "     \
                "on its release."))

/* What does not fit elsewhere. */
#define LIAISON_REMARKS_FIELDS(F, T)                                                               \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE,                                           \
     .group = N_("Notes"), .flags = LIAISON_FIELD_LONG)                                            \
  F (T, STRING, planner_notes, "planner-notes", N_("Planners’ notes"),                             \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL,                                          \
     .help = N_("For the planning cell; never in a pack or a copy for a nation."))                 \
  F (T, REFERENCES, attachments, "attachments", N_("Attachments"), .open = TRUE,                   \
     .targets = LIAISON_TARGET (ATTACHMENT))

G_END_DECLS
