/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events: anything on the schedule. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

/* That one event must stand in some order to another. */
#define LIAISON_DEPENDENCY_FIELDS(F, T)                                                             \
  F (T, REFERENCE, event, "event", N_("Event"), .targets = LIAISON_TARGET (EVENT))                  \
  F (T, CHOICE, type, "type", N_("Type"), .choices = &liaison_dependency_types,                     \
     .help = N_("Which edges are tied: the end of that event to the start of this one, and so on."))  \
  F (T, DURATION, lag, "lag", N_("Lag"), .help = N_("Time between the two edges; negative for a lead."))
LIAISON_DECLARE_DATA (Dependency, LIAISON_DEPENDENCY_FIELDS)

#define LIAISON_EVENT_FIELDS(F, T)                                                                  \
  F (T, STRING, serial, "serial", N_("Serial"), .group = N_("Event"), .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN) \
  F (T, TEXT, title, "title", N_("Title"),                                                          \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                  \
  F (T, CHOICE, type, "type", N_("Type"), .choices = &liaison_event_types, .flags = LIAISON_FIELD_COLUMN) \
  F (T, INSTANT, start, "start", N_("Start"), .group = N_("Time"), .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN) \
  F (T, DURATION, duration, "duration", N_("Duration"), .flags = LIAISON_FIELD_LENGTH | LIAISON_FIELD_COLUMN) \
  F (T, REFERENCE, site, "site", N_("Site"), .group = N_("Place and people"), .targets = LIAISON_TARGET (SITE), \
     .flags = LIAISON_FIELD_COLUMN)                                                                 \
  F (T, REFERENCES, participants, "participants", N_("Participants"), .targets = LIAISON_TARGET (PARTICIPANT)) \
  F (T, NATIONS, nations, "nations", N_("Nations"))                                                 \
  F (T, ITEMS, dependencies, "dependencies", N_("Dependencies"), .group = N_("Dependencies"),       \
     .items = &liaison_dependency_shape)                                                            \
  F (T, MARKING, marking, "marking", N_("Marking"), .group = N_("Release"))

extern const LiaisonChoices liaison_dependency_types, liaison_event_types;
extern const LiaisonShape liaison_dependency_shape;

LIAISON_DECLARE_KIND (Event, event, EVENT)

G_END_DECLS
