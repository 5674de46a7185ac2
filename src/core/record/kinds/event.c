/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/event.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_dependency_types,
                        { "finish-start", N_("Finish to start") },
                        { "start-start", N_("Start to start") },
                        { "finish-finish", N_("Finish to finish") },
                        { "start-finish", N_("Start to finish") });

LIAISON_DEFINE_CHOICES (liaison_event_types,
                        { "conference", N_("Conference") },
                        { "milestone", N_("Milestone") });

LIAISON_DEFINE_ITEM (Dependency, liaison_dependency_shape, "dependency", N_("Dependency"), LIAISON_DEPENDENCY_FIELDS);

LIAISON_DEFINE_KIND (Event, event, EVENT, "event", N_("Event"),
                     .plural = "events", .plural_label = N_("Events"), .prefix = "E")
