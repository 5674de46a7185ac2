/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways people write times in spreadsheets. */
#include "config.h"

#include "exchange/import-time-private.h"

/* clang-format off */
#define CLOCK "(?:(\\d{1,2})[:.h](\\d{2})(?::(\\d{2}))?|(\\d{3,4})|(\\d{1,2})(?=\\s*(?:[ap]\\.?m|h)))" \
              "\\s*([ap]\\.?m\\.?)?\\s*(?:hours|hrs?\\.?|h|uhr)?\\s*([a-z]|utc)?"
#define DASH "(?:-|–|—|−|to|until|till|thru|bis|à|do|→)"

static const char *const patterns[] = {
  "^" CLOCK "$",
  /* 14/05/2027 and what follows; a weekday before it */
  "^(?:[^\\W\\d_]+\\.?,?\\s+)?(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2})|\\2)?(?:[\\s,T@]+(.*))?$",
  /* 2027-05-14 and what follows */
  "^(?:[^\\W\\d_]+\\.?,?\\s+)?(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})(?:[\\s,T@]+(.*))?$",
  /* D+3 0900, H-2, T+2:30, M-5, E-12 weeks, D-Day */
  "^([a-z])(?:[\\s-]?(?:day|hour))?(?:\\s*([+−–-])\\s*(\\d{1,5})(?::(\\d{2}))?\\s*(d(?:ays?)?|h(?:rs?|ours?)?|m(?:ins?|inutes?)?|w(?:k|ks|eeks?)?|mo(?:nths?)?)?(?![a-z]))(?:[\\s,@/:]+(.*))?$",
  /* D-Day 0900 */
  "^([a-z])[\\s-]?(?:day|tag|hour)(?:[\\s,@/:]+(.*))?$",
  /* STARTEX + 45 min */
  "^(startex|endex)\\s*(?:([+−–-])\\s*(.+?))?\\s*(@.*)?$",
  /* Day 3 0900 */
  "^(?:ex(?:ercise)?[\\s-]?)?(?:day|tag|jour|d[ií]a|dzie[nń]|giorno)\\s*([+-]?\\d{1,3})(?:\\s*[,:/@–—-]?\\s*(.*))?$",
  /* 0915-0930, 9:15 AM - 9:30 AM, 14/05 0900 to 1030 */
  "^(.*?\\d(?:\\s*[ap]\\.?m\\.?)?(?:\\s*(?:hrs?|h|uhr))?[a-z]?)\\s*" DASH "\\s*(\\d.*)$",
  /* 14-16 May 2027 */
  "^(?:[^\\W\\d_]+\\.?,?\\s+)?(\\d{1,2})\\s*[–—-]\\s*(\\d{1,2})[.]?\\s+([^\\W\\d_].*)$",
  /* 14 May 27 0900, 14-May-27 */
  "^((?:[^\\W\\d_]+\\.?,?\\s+)?\\d{1,2}[.]?[\\s-]+[^\\W\\d_]{3,}\\.?[\\s,-]+)(\\d{2})(?:[\\s,@]+(.*))?$",
};
/* clang-format on */

static const GRegex *
get_pattern (ImportTimePattern pattern)
{
  static GRegex *compiled[G_N_ELEMENTS (patterns)];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        {
          g_autoptr (GError) error = NULL;

          compiled[i] = g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
          g_assert_no_error (error);
        }
      g_once_init_leave (&once, 1);
    }
  return compiled[pattern];
}

char **
import_time_match (ImportTimePattern pattern, const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const GRegex *regex = get_pattern (pattern);

  if (!g_regex_match (regex, text, 0, &info))
    return NULL;
  for (int i = 1; i <= g_regex_get_capture_count (regex); i++)
    {
      g_autofree char *part = g_match_info_fetch (info, i);

      g_strv_builder_add (parts, part != NULL ? part : "");
    }
  return g_strv_builder_end (parts);
}
