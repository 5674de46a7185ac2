/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/participant.h"
#include "record/kinds/site.h"
#include "review/rules/spelt-twice.h"
#include "words/search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names are compared up to this many bytes, and that many of one nation. */
#define MAX_LENGTH 96
#define MAX_NAMES  4000

/* A name as it is compared: folded, letters and digits only. */
typedef struct
{
  const LiaisonBlock *block;
  const char *nation;
  LiaisonId parent;
  int type;
  char *letters;
  guint length;
  guint64 bag; /* a bit for each letter in it */
} Name;

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->letters);
}

static char *
squeeze (const char *text)
{
  g_autofree char *folded = liaison_words_fold (text);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && letters->len < MAX_LENGTH - 8; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (letters, c);
    }
  return g_string_free (letters, FALSE);
}

static gboolean
take_name (GArray *names, const LiaisonBlock *block, const LiaisonText *text, const char *nation, LiaisonId parent, int type)
{
  const char *name = liaison_text_pick (text, "en", NULL);

  if (name == NULL || names->len == MAX_NAMES)
    return FALSE;
  Name taken = { block, nation, parent, type, squeeze (name), 0, 0 };
  taken.length = (guint) strlen (taken.letters);
  for (guint i = 0; i < taken.length; i++)
    taken.bag |= G_GUINT64_CONSTANT (1) << (taken.letters[i] & 63);
  g_array_append_val (names, taken);
  return TRUE;
}

/* How many letters may differ: none in short names, two in long ones. */
static guint
get_tolerance (guint length)
{
  return MIN (length / 9, 2);
}

/* "Company 1" and "Company 2" are two. */
static gboolean
same_digits (const char *a, const char *b)
{
  for (;; a++, b++)
    {
      a += strcspn (a, "0123456789");
      b += strcspn (b, "0123456789");
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
    }
}

/* Levenshtein's distance, at most @most; more than that is one more. */
static guint
get_distance (const Name *a, const Name *b, guint most)
{
  guint row[MAX_LENGTH + 1];

  for (guint j = 0; j <= b->length; j++)
    row[j] = j;
  for (guint i = 1; i <= a->length; i++)
    {
      guint corner = row[0], least = row[0] = i;
      for (guint j = 1; j <= b->length; j++)
        {
          guint change = corner + (a->letters[i - 1] != b->letters[j - 1]);
          corner = row[j];
          row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
          least = MIN (least, row[j]);
        }
      if (least > most)
        return most + 1;
    }
  return row[b->length];
}

static gboolean
is_same_thing (const Name *a, const Name *b)
{
  guint most = get_tolerance (MIN (a->length, b->length));

  if (a->nation != b->nation || a->type != b->type || !liaison_id_same (a->parent, b->parent) || a->length == 0
      || MAX (a->length, b->length) - MIN (a->length, b->length) > most
      || (guint) __builtin_popcountll (a->bag ^ b->bag) > 2 * most)
    return FALSE;
  return same_digits (a->letters, b->letters) && get_distance (a, b, most) <= most;
}

static void
compare_all (LiaisonReview *review, const GArray *names)
{
  for (guint i = 0; i < names->len; i++)
    for (guint j = i + 1; j < names->len; j++)
      {
        const Name *one = &g_array_index (names, Name, i), *two = &g_array_index (names, Name, j);
        if (!is_same_thing (one, two) || !liaison_review_may_list (review))
          continue;
        /* The one that was entered later is more likely the slip. */
        LiaisonFinding *finding
            = liaison_review_add (review, two->block, "name", N_ ("“{record}” and “{other}” look like one thing under two spellings."));
        liaison_finding_add_record (finding, one->block->id);
        liaison_finding_take_operand (finding, liaison_operand_record ("other", one->block->id));
      }
}

static GArray *
make_names (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  return names;
}

static void
run (LiaisonReview *review)
{
  g_autoptr (GArray) sites = make_names ();
  g_autoptr (GArray) units = make_names ();
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_SITE, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonSiteData *site = LIAISON_DATA (Site, blocks[i]);
      take_name (sites, blocks[i], site->name, site->nation, site->parent, site->type);
    }
  blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_PARTICIPANT, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonParticipantData *unit = LIAISON_DATA (Participant, blocks[i]);
      /* Two people may well have names that are nearly one. */
      if (unit->type != LIAISON_PARTICIPANT_TYPE_PERSON)
        take_name (units, blocks[i], unit->name, unit->nation, unit->parent, unit->type);
    }
  compare_all (review, sites);
  compare_all (review, units);
}

const LiaisonRule liaison_rule_spelt_twice = {
  "spelt-twice", LIAISON_SEVERITY_NOTE, N_ ("One thing under two spellings"),
  N_ ("Two sites or units of one nation and kind have nearly one name: one was probably entered twice, and half of the plan "
      "refers to each. Keep one, and enter the other as its other spelling."),
  run,
  .reads = LIAISON_TARGET (SITE) | LIAISON_TARGET (PARTICIPANT), .fix = liaison_spelt_twice_fix
};
