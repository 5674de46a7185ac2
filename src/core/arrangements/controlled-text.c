/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/controlled-text.h"

#include <string.h>

/* A word before or after which there is no letter, digit or mark that would make it part of more: of
 * an address, a telephone number, a file name. */
#define BEFORE "(?<![\\w.,:/@+\\-])"
#define AFTER  "(?![\\w,:/@\\-]|\\.\\w)"

static const char frequency_pattern[] =
    /* with a unit, in Latin, Cyrillic or Arabic letters */
    "(?<![\\w.])[0-9٠-٩]+(?:[.,٫][0-9٠-٩]+)?[ \\x{a0}\\x{202f}]?"
    "(?:[kKmMgG][hH][zZ]|Hz|HZ|hz|[кмг]?Гц|[КМГ]Гц|(?:كيلو|ميغا|ميجا|جيجا)?هرتز)(?!\\w)"
    /* three digits and three or four decimals: 145.500 */
    "|" BEFORE "\\d{2,3}\\.\\d{3,4}" AFTER
    /* but no quantity, where people write thousands so */
    "(?!\\s*(?:l|litres?|liters?|kg|t|km|m|m²|m³|%|€|[A-Z]{3})(?!\\w))";

static const char key_pattern[] =
    /* hexadecimal digits in one piece or in groups of two or four, some of them letters and some not */
    BEFORE "(?=[0-9A-Fa-f \\-:]*[0-9])(?=[0-9A-Fa-f \\-:]*[A-Fa-f])"
    "(?:[0-9A-Fa-f]{16,}|[0-9A-Fa-f]{2}(?:[ \\-:][0-9A-Fa-f]{2}){7,}|[0-9A-Fa-f]{4}(?:[ \\-:][0-9A-Fa-f]{4}){3,})"
    AFTER
    /* groups of five capital letters or of five digits */
    "|" BEFORE "[A-Z]{5}(?: [A-Z]{5}){3,}" AFTER "|" BEFORE "\\d{5}(?: \\d{5}){3,}" AFTER;

static const GRegex *
get_regex (const char *pattern, gsize *once)
{
  if (g_once_init_enter (once))
    {
      GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (regex != NULL);
      g_once_init_leave (once, (gsize) regex);
    }
  return (const GRegex *) *once;
}

/* Most texts have not even the letters for it. */
static gboolean
is_worth_it (const char *text)
{
  guint digits = 0, capitals = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      digits += g_ascii_isdigit (*at) || (guchar) *at == 0xd9; /* where Arabic digits begin */
      capitals += g_ascii_isupper (*at);
    }
  return digits >= 1 || capitals >= 20;
}

LiaisonControlled
liaison_controlled_text_look (const char *text)
{
  static gsize frequency, key;

  if (text == NULL || !is_worth_it (text))
    return LIAISON_CONTROLLED_NOTHING;
  if (g_regex_match (get_regex (frequency_pattern, &frequency), text, 0, NULL))
    return LIAISON_CONTROLLED_FREQUENCY;
  return g_regex_match (get_regex (key_pattern, &key), text, 0, NULL) ? LIAISON_CONTROLLED_KEY
                                                                      : LIAISON_CONTROLLED_NOTHING;
}

static LiaisonControlled
look_at_text (const LiaisonText *text)
{
  LiaisonControlled found = LIAISON_CONTROLLED_NOTHING;

  for (guint i = 0; found == LIAISON_CONTROLLED_NOTHING && i < liaison_text_get_size (text); i++)
    found = liaison_controlled_text_look (liaison_text_get_string (text, i));
  return found;
}

static LiaisonControlled
look_at_field (const LiaisonBlock *block, const LiaisonField *field)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);
  LiaisonControlled found = LIAISON_CONTROLLED_NOTHING;
  guint place;

  if (field->flags & (LIAISON_FIELD_CODE | LIAISON_FIELD_HIDDEN | LIAISON_FIELD_ORDER))
    return found;
  switch (field->type)
    {
    case LIAISON_FIELD_STRING:
      /* The number of a document, a rule of recurrence. */
      if (strcmp (field->name, "document") == 0 || strcmp (field->name, "rule") == 0)
        return found;
      return liaison_controlled_text_look (*(const char *const *) at);
    case LIAISON_FIELD_TEXT:
      return look_at_text (*(const LiaisonText *const *) at);
    case LIAISON_FIELD_ITEMS:
      for (guint i = 0; found == LIAISON_CONTROLLED_NOTHING
                        && i < liaison_items_get_size (*(const LiaisonItems *const *) at);
           i++)
        found = liaison_controlled_text_find (
            liaison_items_get (*(const LiaisonItems *const *) at, i), &place);
      return found;
    default:
      return found;
    }
}

LiaisonControlled
liaison_controlled_text_find (const LiaisonBlock *block, guint *field)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      LiaisonControlled found = look_at_field (block, &block->shape->fields[i]);

      if (found == LIAISON_CONTROLLED_NOTHING)
        continue;
      *field = i;
      return found;
    }
  return LIAISON_CONTROLLED_NOTHING;
}
