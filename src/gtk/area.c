/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "area.h"

#include "briefings/briefings-area.h"
#include "agreements/agreements-area.h"
#include "communications/communications-area.h"
#include "inform/information-area.h"
#include "inform/lessons-area.h"
#include "injects/injects-area.h"
#include "interoperability/interoperability-area.h"
#include "posts/liaison-area.h"
#include "overview/overview.h"
#include "packs/packs-area.h"
#include "participants/participants-view.h"
#include "release/release-area.h"
#include "release/seen-as.h"
#include "review/review-view.h"
#include "schedule/process/stages-area.h"
#include "schedule/schedule-view.h"
#include "schedule/sites-area.h"
#include "shared/table-area.h"
#include "support/support-area.h"

#include <glib/gi18n.h>
#include <string.h>

/* An area that shows its kinds as tables, with a switcher where there are several. */
#define TABLES(func_name, ...)                                                  \
  static GtkWidget *                                                            \
  func_name (LiaisonSession *session)                                           \
  {                                                                             \
    static const LiaisonKindId kinds[] = { __VA_ARGS__ };                       \
    return liaison_table_area_new (session, kinds, G_N_ELEMENTS (kinds));       \
  }

TABLES (create_actions, LIAISON_KIND_ACTION)
TABLES (create_nations, LIAISON_KIND_NATION, LIAISON_KIND_GROUP)

#define T(KIND) LIAISON_TARGET (KIND)

static const LiaisonArea areas[] = {
  { "overview", N_("Plan"), N_("Overview"), "go-home-symbolic", T (EXERCISE), liaison_overview_new },
  { "schedule", NULL, N_("Schedule"), "x-office-calendar-symbolic", T (EVENT), liaison_schedule_view_new },
  /* Translators: The list of main events, incidents and injects of an exercise (civil: MSEL) */
  { "injects", NULL, N_("MEL/MIL"), "view-list-ordered-symbolic", T (INJECT) | T (OBJECTIVE),
    liaison_injects_area_new },
  { "stages", NULL, N_("Planning stages"), "media-playlist-consecutive-symbolic", T (STAGE), liaison_stages_area_new },
  { "sites", NULL, N_("Sites"), "mark-location-symbolic", T (SITE), liaison_sites_area_new },
  { "actions", NULL, N_("Actions"), "object-select-symbolic", T (ACTION), create_actions },
  { "participants", N_("People"), N_("Participants"), "system-users-symbolic", T (PARTICIPANT),
    liaison_participants_view_new },
  { "nations", NULL, N_("Nations"), "preferences-desktop-locale-symbolic", T (NATION) | T (GROUP), create_nations },
  { "liaison", NULL, N_("Liaison posts"), "avatar-default-symbolic", T (POST), liaison_liaison_area_new },
  { "interoperability", N_("Working together"), N_("Interoperability"), "view-grid-symbolic",
    T (REQUIREMENT) | T (ASSESSMENT), liaison_interoperability_area_new },
  { "communications", NULL, N_("Communications"), "network-wireless-symbolic", T (CHANNEL) | T (CHANNEL_TEST),
    liaison_communications_area_new },
  { "support", NULL, N_("Support"), "package-x-generic-symbolic", T (SUPPORT_REQUEST) | T (MOVEMENT),
    liaison_support_area_new },
  { "agreements", NULL, N_("Agreements"), "emblem-documents-symbolic", T (AGREEMENT),
    liaison_agreements_area_new },
  { "information", NULL, N_("Information"), "folder-documents-symbolic",
    T (PRODUCT) | T (RELEASE) | T (INFORMATION_REQUEST), liaison_information_area_new },
  /* Translators: What may be shown to whom, and the copies made for each nation */
  { "release", NULL, N_("Release"), "changes-prevent-symbolic", 0, liaison_release_area_new },
  { "briefings", N_("Brief"), N_("Briefings"), "accessories-dictionary-symbolic",
    T (BRIEFING) | T (OBSERVANCE) | T (TERM), liaison_briefings_area_new },
  { "packs", NULL, N_("Packs"), "document-print-symbolic", T (PACK), liaison_packs_area_new },
  { "lessons", N_("Learn"), N_("Lessons"), "starred-symbolic", T (OBSERVATION), liaison_lessons_area_new },
  { "review", N_("Check"), N_("Review"), "dialog-warning-symbolic", 0, liaison_review_view_new },
};

const LiaisonArea *
liaison_areas_get (guint *n)
{
  *n = G_N_ELEMENTS (areas);
  return areas;
}

const LiaisonArea *
liaison_area_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (strcmp (areas[i].name, name) == 0)
      return &areas[i];
  return NULL;
}

gboolean
liaison_area_suits (const LiaisonArea *area, LiaisonDocument *document)
{
  return liaison_seen_as_get (document) == NULL
         || (strcmp (area->name, "release") != 0 && strcmp (area->name, "packs") != 0);
}

const LiaisonArea *
liaison_area_for_kind (LiaisonKindId kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (areas[i].kinds & (G_GUINT64_CONSTANT (1) << kind))
      return &areas[i];
  return NULL;
}
