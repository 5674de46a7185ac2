/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The release register: what was given to whom, when, by what medium, on whose authority. */
#pragma once

#include "record/kind.h"
#include "record/kinds/paper.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_RELEASE_STATUS_UNSET,
  LIAISON_RELEASE_STATUS_PLANNED,
  LIAISON_RELEASE_STATUS_RELEASED,
  LIAISON_RELEASE_STATUS_ACKNOWLEDGED,
  LIAISON_RELEASE_STATUS_RECALLED,
  LIAISON_RELEASE_STATUS_RETURNED,
  LIAISON_RELEASE_STATUS_DESTROYED,
} LiaisonReleaseStatus;
extern const LiaisonChoices liaison_release_statuses;

typedef enum
{
  LIAISON_RELEASE_MEDIUM_UNSET,
  LIAISON_RELEASE_MEDIUM_PAPER,
  LIAISON_RELEASE_MEDIUM_EMAIL,
  LIAISON_RELEASE_MEDIUM_PORTAL,
  LIAISON_RELEASE_MEDIUM_SHARED_FOLDER,
  LIAISON_RELEASE_MEDIUM_REMOVABLE,
  LIAISON_RELEASE_MEDIUM_CHAT,
  LIAISON_RELEASE_MEDIUM_MESSAGE,
  LIAISON_RELEASE_MEDIUM_VOICE,
  LIAISON_RELEASE_MEDIUM_COURIER,
  LIAISON_RELEASE_MEDIUM_LIAISON,
  LIAISON_RELEASE_MEDIUM_DISPLAY,
} LiaisonReleaseMedium;
extern const LiaisonChoices liaison_release_mediums;

/* One numbered copy and its hand receipt. */
#define LIAISON_RELEASE_COPY_FIELDS(F, T)                                                          \
  F (T, INTEGER, number, "number", N_("Copy number"), .open = TRUE,                                \
     .minimum = 1, .maximum = 1000000,                                                             \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, holder, "holder", N_("Holder"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST),                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, STRING, holder_name, "holder-name", N_("Holder’s name"), .open = TRUE)                     \
  F (T, DATE, handed_over, "handed-over", N_("Handed over on"), .open = TRUE,                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, STRING, receipt, "receipt", N_("Receipt"), .open = TRUE,                                   \
     .help = N_("The number of the signed receipt."))                                              \
  F (T, DATE, returned, "returned", N_("Returned on"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, DATE, destroyed, "destroyed", N_("Destroyed on"), .open = TRUE)                            \
  F (T, TEXT, notes, "notes", N_("Notes"))
LIAISON_DECLARE_DATA (ReleaseCopy, LIAISON_RELEASE_COPY_FIELDS)
extern const LiaisonShape liaison_release_copy_shape;

#define LIAISON_RELEASE_FIELDS(F, T)                                                               \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Release"),              \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  /* Translators: What was released */                                                             \
  F (T, REFERENCE, item, "item", N_("What"), .open = TRUE,                                         \
     .targets = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (PACK) | LIAISON_TARGET (AGREEMENT)      \
                | LIAISON_TARGET (ATTACHMENT) | LIAISON_TARGET (BRIEFING),                         \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN,                                          \
     .help = N_("What it was called when it was released."))                                       \
  F (T, STRING, version, "version", N_("Version"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)    \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_release_statuses,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INSTANT, start, "start", N_("When"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, medium, "medium", N_("Medium"), .open = TRUE, .choices = &liaison_release_mediums, \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE)                                 \
  F (T, NATION, nation, "nation", N_("To nation"), .open = TRUE, .group = N_("Recipient"),         \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, recipient, "recipient", N_("Recipient"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST),                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, request, "request", N_("In answer to"), .open = TRUE,                           \
     .targets = LIAISON_TARGET (INFORMATION_REQUEST))                                              \
  F (T, REFERENCE, channel, "channel", N_("Channel"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, REFERENCE, authorised_by, "authorised-by", N_("Authorised by"), .group = N_("Authority"),  \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN)                       \
  F (T, STRING, authority, "authority", N_("Authority"), .open = TRUE,                             \
     .help = N_("The rule, order or document that allows it."))                                    \
  F (T, STRING, released_by, "released-by", N_("Released by"))                                     \
  F (T, ITEMS, copies, "copies", N_("Copies"), .open = TRUE, .group = N_("Copies"),                \
     .items = &liaison_release_copy_shape)                                                         \
  F (T, INTEGER, pages, "pages", N_("Pages"), .open = TRUE, .minimum = 0, .maximum = 1000000)      \
  F (T, CHOICE, paper, "paper", N_("Paper"), .open = TRUE, .choices = &liaison_papers)             \
  F (T, STRING, file_name, "file-name", N_("File name"), .open = TRUE)                             \
  F (T, STRING, sha256, "sha256", N_("SHA-256"), .open = TRUE, .flags = LIAISON_FIELD_HIDDEN,      \
     .help = N_("The hash of what was handed over."))                                              \
  F (T, REFERENCE, baseline, "baseline", N_("Baseline"), .targets = LIAISON_TARGET (BASELINE),     \
     .flags = LIAISON_FIELD_HIDDEN, .help = N_("The plan as it was then."))                        \
  F (T, INSTANT, recalled, "recalled", N_("Recalled at"), .open = TRUE, .group = N_("Recall"))     \
  F (T, TEXT, recall_reason, "recall-reason", N_("Reason for the recall"),                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Release, release, RELEASE)

G_END_DECLS
