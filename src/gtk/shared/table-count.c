/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-private.h"

#include "screen.h"
#include "words/numbers.h"

#include <glib/gi18n.h>

/* A whole phrase for each kind: no language builds them of parts alike. */
static const char *
choose (LiaisonKindId kind, guint n)
{
  switch (kind)
    {
    case LIAISON_KIND_EXERCISE:
      return ngettext ("%u exercise", "%u exercises", n);
    case LIAISON_KIND_STAGE:
      return ngettext ("%u stage", "%u stages", n);
    case LIAISON_KIND_OBJECTIVE:
      return ngettext ("%u objective", "%u objectives", n);
    case LIAISON_KIND_NATION:
      return ngettext ("%u nation", "%u nations", n);
    case LIAISON_KIND_GROUP:
      return ngettext ("%u group", "%u groups", n);
    case LIAISON_KIND_PARTICIPANT:
      return ngettext ("%u participant", "%u participants", n);
    case LIAISON_KIND_POST:
      return ngettext ("%u liaison post", "%u liaison posts", n);
    case LIAISON_KIND_SITE:
      return ngettext ("%u site", "%u sites", n);
    case LIAISON_KIND_EVENT:
      return ngettext ("%u event", "%u events", n);
    case LIAISON_KIND_INJECT:
      return ngettext ("%u inject", "%u injects", n);
    case LIAISON_KIND_ACTION:
      return ngettext ("%u log entry", "%u log entries", n);
    case LIAISON_KIND_REQUIREMENT:
      return ngettext ("%u requirement", "%u requirements", n);
    case LIAISON_KIND_ASSESSMENT:
      return ngettext ("%u assessment", "%u assessments", n);
    case LIAISON_KIND_CHANNEL:
      return ngettext ("%u channel", "%u channels", n);
    case LIAISON_KIND_CHANNEL_TEST:
      return ngettext ("%u channel test", "%u channel tests", n);
    case LIAISON_KIND_SUPPORT_REQUEST:
      return ngettext ("%u support request", "%u support requests", n);
    case LIAISON_KIND_MOVEMENT:
      return ngettext ("%u movement", "%u movements", n);
    case LIAISON_KIND_AGREEMENT:
      return ngettext ("%u agreement", "%u agreements", n);
    case LIAISON_KIND_BRIEFING:
      return ngettext ("%u briefing", "%u briefings", n);
    case LIAISON_KIND_OBSERVANCE:
      return ngettext ("%u observance", "%u observances", n);
    case LIAISON_KIND_PRODUCT:
      return ngettext ("%u product", "%u products", n);
    case LIAISON_KIND_RELEASE:
      return ngettext ("%u release", "%u releases", n);
    case LIAISON_KIND_INFORMATION_REQUEST:
      return ngettext ("%u request for information", "%u requests for information", n);
    case LIAISON_KIND_OBSERVATION:
      return ngettext ("%u observation", "%u observations", n);
    case LIAISON_KIND_PACK:
      return ngettext ("%u pack", "%u packs", n);
    case LIAISON_KIND_ATTACHMENT:
      return ngettext ("%u attachment", "%u attachments", n);
    case LIAISON_KIND_TERM:
      return ngettext ("%u term", "%u terms", n);
    case LIAISON_KIND_BASELINE:
      return ngettext ("%u baseline", "%u baselines", n);
    case LIAISON_KIND_ACCEPTED_FINDING:
      return ngettext ("%u accepted finding", "%u accepted findings", n);
    case LIAISON_KIND_CONFLICT:
      return ngettext ("%u conflict", "%u conflicts", n);
    }
  g_return_val_if_reached ("%u");
}

char *
liaison_table_count_text (const LiaisonKind *kind, guint n)
{
  /* Not printf: a format that comes from a catalogue could crash. */
  g_autofree char *number = liaison_words_format_integer (liaison_screen_get_words (), n);
  g_autoptr (GString) text = g_string_new (choose (kind->id, n));

  g_string_replace (text, "%u", number, 1);
  return g_strdup (text->str);
}
