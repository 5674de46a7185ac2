/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/lexicon-private.h"
#include "words/manner-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many names a refusal suggests. */
#define MAX_SUGGESTIONS 3
/* Longer names are compared by their beginnings, in characters. */
#define MAX_COMPARED 48

/* Characters to put in, take out or change to make @b of @a (Levenshtein's distance), of their
 * beginnings. */
static guint
measure_distance (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint row[MAX_COMPARED + 1];

  for (guint j = 0; j <= n_b; j++)
    row[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint corner = row[0];

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint above = row[j], change = corner + (a[i - 1] != b[j - 1]);

          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          corner = above;
        }
    }
  return row[n_b];
}

static guint
compare_folded (const char *a, const char *b)
{
  glong n_a, n_b;
  g_autofree gunichar *wide_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *wide_b = g_utf8_to_ucs4_fast (b, -1, &n_b);

  /* A part of a name is nearer than any misspelling. */
  if (strstr (b, a))
    return 0;
  return measure_distance (wide_a, (guint) MIN (n_a, MAX_COMPARED), wide_b,
                           (guint) MIN (n_b, MAX_COMPARED));
}

typedef struct
{
  guint distance;
  LiaisonId id;
} Near;

/* The few nearest records so far, the nearest first. */
typedef struct
{
  Near near[MAX_SUGGESTIONS];
  guint n;
} Suggestions;

static void
suggest (Suggestions *suggestions, guint distance, LiaisonId id)
{
  guint at = suggestions->n;

  while (at > 0 && suggestions->near[at - 1].distance > distance)
    at--;
  if (at == MAX_SUGGESTIONS)
    return;
  suggestions->n = MIN (suggestions->n + 1, MAX_SUGGESTIONS);
  for (guint i = suggestions->n - 1; i > at; i--)
    suggestions->near[i] = suggestions->near[i - 1];
  suggestions->near[at] = (Near){ distance, id };
}

static guint
measure_block (const LiaisonReading *reading, const LiaisonBlock *block, const char *folded)
{
  const LiaisonText *title = liaison_reading_get_title (block);
  const char *code = liaison_reading_get_code (block);
  guint best = G_MAXUINT;

  for (guint i = 0; i < liaison_text_get_size (title); i++)
    {
      g_autofree char *name = liaison_lexicon_fold (liaison_text_get_string (title, i));

      best = MIN (best, compare_folded (folded, name));
    }
  if (code)
    {
      g_autofree char *name = liaison_lexicon_fold (code);

      best = MIN (best, compare_folded (folded, name));
    }
  return best;
}

static void
gather_suggestions (const LiaisonReading *reading,
                    guint64 targets,
                    const char *folded,
                    Suggestions *suggestions)
{
  /* Names that differ in more than every second character have nothing in common. */
  const guint farthest = MAX (2, (guint) g_utf8_strlen (folded, -1) / 2);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonBlock *const *blocks;
      guint n = 0;

      if (!(targets & (G_GUINT64_CONSTANT (1) << kind)) || !reading->snapshot)
        continue;
      blocks = liaison_snapshot_get (reading->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        {
          guint distance = measure_block (reading, blocks[i], folded);

          if (distance <= farthest)
            suggest (suggestions, distance, blocks[i]->id);
        }
    }
}

/* "Room 1 (R1)": what to type where a name alone is not enough. */
static char *
tell_with_code (const LiaisonManner *manner, LiaisonId id)
{
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, id);
  const char *code = block ? liaison_reading_get_code (block) : NULL;
  g_autofree char *name = liaison_manner_tell_name (manner, id);

  if (!code || g_str_equal (code, name))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s (%s)", name, code);
}

gboolean
liaison_reading_refuse_record (const LiaisonReading *reading,
                               guint64 targets,
                               const char *plain,
                               LiaisonMatch match,
                               GError **error)
{
  g_autofree char *folded = liaison_lexicon_fold (plain);
  Suggestions suggestions = { .n = 0 };
  GArray *operands = liaison_operands_new ();
  LiaisonOperand part = liaison_operand_text ("part", plain);

  g_array_append_val (operands, part);
  gather_suggestions (reading, targets, folded, &suggestions);
  for (guint i = 0; i < suggestions.n; i++)
    {
      g_autofree char *name = tell_with_code (reading->manner, suggestions.near[i].id);
      LiaisonOperand operand = liaison_operand_text ("names", name);

      g_array_append_val (operands, operand);
    }
  if (match == LIAISON_MATCH_SEVERAL)
    return liaison_reading_refuse_with (
        reading, error, LIAISON_WORDS_ERROR_AMBIGUOUS,
        N_ ("“{part}” may be {names}. Write the whole name or the code."), operands);
  if (suggestions.n > 0)
    return liaison_reading_refuse_with (
        reading, error, LIAISON_WORDS_ERROR_UNKNOWN,
        N_ ("Nothing here is called “{part}”. The nearest names are {names}."), operands);
  return liaison_reading_refuse_with (
      reading, error, LIAISON_WORDS_ERROR_UNKNOWN,
      N_ ("Nothing here is called “{part}”. Write the name or the code of what is in "
          "the plan."),
      operands);
}
