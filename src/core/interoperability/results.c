/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/results.h"

#include "interoperability/requirement-set.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/times.h"

#include <string.h>

/* A requirement and the nation or pair it was looked at for. */
typedef struct
{
  LiaisonId requirement;
  const char *one, *two; /* in alphabetical order; two may be NULL. Interned */
} Key;

typedef struct
{
  Key key;
  const LiaisonBlock *requirement, *assessment;
  gint32 day;
  gboolean tested;
} Entry;

struct _LiaisonResults
{
  const LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;
  const char *host;        /* stands for the exercise */
  GPtrArray *nations;      /* of const LiaisonBlock * */
  GPtrArray *requirements; /* of const LiaisonBlock * */
  GPtrArray *chapters;     /* of const LiaisonBlock *, the last may be NULL */
  GHashTable *used;        /* ids of requirements -> block of the requirement */
  GHashTable *entries;     /* Key -> Entry, which begins with it */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return liaison_id_hash (&key->requirement) ^ (g_direct_hash (key->one) * 31)
         ^ (g_direct_hash (key->two) * 131);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *two = b;

  return liaison_id_same (one->requirement, two->requirement) && one->one == two->one
         && one->two == two->two;
}

static Key
make_key (LiaisonId requirement, const char *nation, const char *other)
{
  if (other != NULL && strcmp (nation, other) > 0)
    return (Key){ requirement, other, nation };
  return (Key){ requirement, nation, other };
}

void
liaison_results_free (LiaisonResults *self)
{
  g_ptr_array_unref (self->nations);
  g_ptr_array_unref (self->requirements);
  g_ptr_array_unref (self->chapters);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->entries);
  g_free (self);
}

gboolean
liaison_assessment_has_result (const LiaisonBlock *assessment)
{
  LiaisonAssessmentResult result = LIAISON_DATA (Assessment, assessment)->result;

  return result != LIAISON_ASSESSMENT_RESULT_UNSET
         && result != LIAISON_ASSESSMENT_RESULT_NOT_TESTED;
}

gint32
liaison_assessment_get_day (const LiaisonLookup *lookup, const LiaisonBlock *assessment)
{
  const LiaisonAssessmentData *data = LIAISON_DATA (Assessment, assessment);
  const LiaisonBlock *event =
      liaison_id_is_zero (data->event) ? NULL : liaison_lookup_find (lookup, data->event);
  gint64 start;

  if (data->date != LIAISON_DATE_UNSET)
    return data->date;
  if (event != NULL && liaison_times_get_start (lookup, event, &start) == LIAISON_TIME_KNOWN)
    return (gint32) (start / 86400);
  return (gint32) ((gint64) (assessment->id.high >> 16) / 86400000);
}

static gboolean
is_chapter (const LiaisonBlock *requirement)
{
  return LIAISON_DATA (Requirement, requirement)->level == LIAISON_REQUIREMENT_LEVEL_CHAPTER;
}

/* Serials are compared with their numbers as numbers: REQ-2 before REQ-10. */
static int
compare_serials (const LiaisonBlock *a, const LiaisonBlock *b)
{
  const char *one = LIAISON_DATA (Requirement, a)->serial,
             *two = LIAISON_DATA (Requirement, b)->serial;

  if (one == NULL || two == NULL)
    return one == two ? liaison_id_compare (a->id, b->id) : one == NULL ? 1 : -1;
  while (*one != '\0' && *two != '\0')
    {
      if (g_ascii_isdigit (*one) && g_ascii_isdigit (*two))
        {
          guint64 first = g_ascii_strtoull (one, (char **) &one, 10),
                  second = g_ascii_strtoull (two, (char **) &two, 10);
          if (first != second)
            return first < second ? -1 : 1;
        }
      else if (*one != *two)
        return (guchar) *one < (guchar) *two ? -1 : 1;
      else
        one++, two++;
    }
  return *one != *two ? (*one == '\0' ? -1 : 1) : liaison_id_compare (a->id, b->id);
}

const LiaisonBlock *
liaison_results_get_chapter (const LiaisonResults *self, const LiaisonBlock *requirement)
{
  const LiaisonBlock *block = requirement;

  for (guint i = 0; i < 8; i++)
    {
      LiaisonId parent = LIAISON_DATA (Requirement, block)->parent;
      block = liaison_id_is_zero (parent) ? NULL : liaison_snapshot_find (self->snapshot, parent);
      if (block == NULL || block->shape != &liaison_requirement_kind.shape)
        return NULL;
      if (is_chapter (block))
        return block;
    }
  return NULL;
}

/* A requirement with its chapter, to sort by. */
typedef struct
{
  const LiaisonBlock *requirement, *chapter;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *two = b;
  int order = 0;

  if (one->chapter != two->chapter)
    order = one->chapter == NULL   ? 1
            : two->chapter == NULL ? -1
                                   : compare_serials (one->chapter, two->chapter);
  return order != 0 ? order : compare_serials (one->requirement, two->requirement);
}

static void
choose_requirements (LiaisonResults *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gboolean some = FALSE;
  guint n;
  const LiaisonBlock *const *all =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_REQUIREMENT, &n);

  for (guint i = 0; i < n; i++)
    some |= LIAISON_DATA (Requirement, all[i])->selected && !is_chapter (all[i]);
  for (guint i = 0; i < n; i++)
    if (!is_chapter (all[i]) && (!some || LIAISON_DATA (Requirement, all[i])->selected))
      {
        Line line = { all[i], liaison_results_get_chapter (self, all[i]) };
        g_array_append_val (lines, line);
      }
  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      if (i == 0 || line->chapter != g_array_index (lines, Line, i - 1).chapter)
        g_ptr_array_add (self->chapters, (gpointer) line->chapter);
      g_ptr_array_add (self->requirements, (gpointer) line->requirement);
      g_hash_table_insert (self->used, (gpointer) &line->requirement->id,
                           (gpointer) line->requirement);
    }
}

static void
choose_nations (LiaisonResults *self)
{
  guint n;
  const LiaisonBlock *const *nations =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonNationData *nation = LIAISON_DATA (Nation, nations[i]);
      if (nation->code != NULL && nation->status != LIAISON_NATION_STATUS_DECLINED
          && nation->status != LIAISON_NATION_STATUS_WITHDRAWN)
        g_ptr_array_add (self->nations, (gpointer) nations[i]);
    }
}

GPtrArray *
liaison_requirement_set_list_own (const LiaisonSnapshot *snapshot)
{
  const LiaisonResults self = { .snapshot = snapshot };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (snapshot, LIAISON_KIND_REQUIREMENT, &n);

  for (guint i = 0; i < n; i++)
    if (!is_chapter (all[i]))
      {
        const Line line = { all[i], liaison_results_get_chapter (&self, all[i]) };
        g_array_append_val (lines, line);
      }
  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      if (line->chapter != NULL
          && (i == 0 || line->chapter != g_array_index (lines, Line, i - 1).chapter))
        g_ptr_array_add (list, (gpointer) line->chapter);
      g_ptr_array_add (list, (gpointer) line->requirement);
    }
  return list;
}

static gboolean
goes_before (const Entry *one, const Entry *two)
{
  if (one->tested != two->tested)
    return one->tested;
  if (one->day != two->day)
    return one->day > two->day;
  return liaison_id_compare (one->assessment->id, two->assessment->id) > 0;
}

static void
add_assessment (LiaisonResults *self, const LiaisonBlock *assessment, gint32 until)
{
  const LiaisonAssessmentData *data = LIAISON_DATA (Assessment, assessment);
  const LiaisonBlock *requirement = g_hash_table_lookup (self->used, &data->requirement);
  Entry *entry, *before;

  if (requirement == NULL || data->nation == NULL)
    return;
  entry = g_new (Entry, 1);
  *entry = (Entry){ make_key (data->requirement, data->nation, data->other_nation), requirement,
                    assessment, liaison_assessment_get_day (&self->lookup, assessment),
                    liaison_assessment_has_result (assessment) };
  before = g_hash_table_lookup (self->entries, &entry->key);
  if ((until != LIAISON_DATE_UNSET && entry->day > until)
      || (before != NULL && !goes_before (entry, before)))
    g_free (entry);
  else
    g_hash_table_replace (self->entries, &entry->key, entry);
}

LiaisonResults *
liaison_results_new (const LiaisonSnapshot *snapshot, gint32 until)
{
  LiaisonResults *self = g_new0 (LiaisonResults, 1);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot));
  guint n;
  const LiaisonBlock *const *assessments =
      liaison_snapshot_get (snapshot, LIAISON_KIND_ASSESSMENT, &n);

  self->snapshot = snapshot;
  self->lookup = liaison_snapshot_get_lookup (snapshot);
  self->nations = g_ptr_array_new ();
  self->requirements = g_ptr_array_new ();
  self->chapters = g_ptr_array_new ();
  self->used = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  self->entries = g_hash_table_new_full (key_hash, key_equal, NULL, g_free);
  self->host = exercise->host != NULL ? exercise->host : exercise->lead;
  choose_nations (self);
  choose_requirements (self);
  for (guint i = 0; i < n; i++)
    add_assessment (self, assessments[i], until);
  return self;
}

const LiaisonBlock *const *
liaison_results_get_nations (const LiaisonResults *self, guint *n)
{
  *n = self->nations->len;
  return (const LiaisonBlock *const *) self->nations->pdata;
}

const char *
liaison_results_get_code (const LiaisonResults *self, guint nation)
{
  return LIAISON_DATA (Nation, self->nations->pdata[nation])->code;
}

const LiaisonBlock *const *
liaison_results_get_requirements (const LiaisonResults *self, guint *n)
{
  *n = self->requirements->len;
  return (const LiaisonBlock *const *) self->requirements->pdata;
}

const LiaisonBlock *const *
liaison_results_get_chapters (const LiaisonResults *self, guint *n)
{
  *n = self->chapters->len;
  return (const LiaisonBlock *const *) self->chapters->pdata;
}

gboolean
liaison_results_applies (const LiaisonResults *self,
                         const LiaisonBlock *requirement,
                         const char *nation,
                         const char *other)
{
  const LiaisonRequirementData *data = LIAISON_DATA (Requirement, requirement);
  gboolean for_pairs = data->per == LIAISON_ASSESSED_PER_PAIR;
  guint n;

  if (data->per == LIAISON_ASSESSED_PER_EXERCISE || for_pairs != (other != NULL) || nation == other)
    return FALSE;
  liaison_codes_get (data->nations, &n);
  return n == 0
         || (liaison_codes_contains (data->nations, nation)
             && (other == NULL || liaison_codes_contains (data->nations, other)));
}

const LiaisonBlock *
liaison_results_find (const LiaisonResults *self,
                      LiaisonId requirement,
                      const char *nation,
                      const char *other)
{
  const Key key = make_key (requirement, nation, other);
  const Entry *entry = g_hash_table_lookup (self->entries, &key);

  return entry != NULL ? entry->assessment : NULL;
}

void
liaison_results_foreach (const LiaisonResults *self, LiaisonResultFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    func (((Entry *) value)->requirement, ((Entry *) value)->assessment, data);
}
