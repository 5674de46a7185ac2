/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"

/* Records of one kind that the audience may see, in one version at least. */
#define SEEN_OF_A_KIND 3
/* Of these the first ones stay: audiences and parents are made of them. */
#define N_STAYING 1
/* By which chance knows what is never seen, and a kind. */
#define WITHHELD_INDEX 10000
#define KIND_INDEX     20000

void
leak_entry_free (gpointer data)
{
  LeakEntry *entry = data;

  g_free (entry->serial);
  g_free (entry->order);
  g_free (entry);
}

static LeakEntry *
add_entry (LeakMaking *self, const LiaisonKind *kind, gboolean seen)
{
  LeakEntry *entry = g_new0 (LeakEntry, 1);
  GPtrArray *list = seen ? self->seen : self->withheld;

  entry->kind = kind;
  entry->index = list->len + (seen ? 0 : WITHHELD_INDEX);
  leak_aim (self, entry->index, LEAK_OF_ID, 0, 0);
  entry->id = leak_make_id (self, seen ? self->open : self->closed);
  entry->seen = seen;
  entry->present = TRUE;
  entry->edited = seen && leak_below (self->open, 4) == 0;
  g_ptr_array_add (list, entry);
  return entry;
}

/* What comes and what goes: when it is not seen it may be withheld or not there, as it comes. */
static void
settle_life (LeakMaking *self, LeakEntry *entry)
{
  leak_aim (self, entry->index, LEAK_OF_LIFE, 0, 0);
  switch (leak_below (self->open, 4))
    {
    case 0:
      entry->life = LEAK_GOES;
      entry->seen = self->version == LEAK_THEN;
      break;
    case 1:
      entry->life = LEAK_COMES;
      entry->seen = self->version == LEAK_NOW;
      break;
    default:
      break;
    }
  entry->present = entry->seen || leak_below (self->closed, 2);
}

/* In one version, in the other, or in both. */
static void
settle_presence (LeakMaking *self, LeakEntry *entry)
{
  guint way;

  leak_aim (self, entry->index, LEAK_OF_LIFE, 0, 0);
  way = leak_below (self->closed, 4);
  entry->present = way > 1 || way == (guint) self->version;
}

static gboolean
is_planners_kind (const LiaisonKind *kind)
{
  return kind == &liaison_pack_kind || kind == &liaison_baseline_kind
         || kind == &liaison_accepted_finding_kind || kind == &liaison_conflict_kind;
}

/* Whether records of the kind can be seen at all. */
static gboolean
can_be_seen (const LeakMaking *self, const LiaisonKind *kind)
{
  return !is_planners_kind (kind) && (kind != &liaison_inject_kind || leak_is_for_control (self));
}

static void
list_kind (LeakMaking *self, const LiaisonKind *kind)
{
  guint n_staying = kind == &liaison_participant_kind ? N_STAYING + 1 : N_STAYING;
  guint n_withheld;

  for (guint i = 0; can_be_seen (self, kind) && i < SEEN_OF_A_KIND; i++)
    {
      LeakEntry *entry = add_entry (self, kind, TRUE);

      if (i >= n_staying)
        settle_life (self, entry);
    }
  leak_aim (self, KIND_INDEX + kind->id, LEAK_OF_LIFE, 0, 0);
  n_withheld = leak_below (self->closed, 4);
  for (guint i = 0; i < n_withheld; i++)
    settle_presence (self, add_entry (self, kind, FALSE));
}

void
leak_list_records (LeakMaking *self)
{
  self->exercise = add_entry (self, &liaison_exercise_kind, TRUE);
  for (guint i = 0; i < LEAK_N_KNOWN; i++)
    add_entry (self, &liaison_nation_kind, TRUE)->code = leak_known[i];
  for (guint i = 0; i < LEAK_N_UNKNOWN; i++)
    add_entry (self, &liaison_nation_kind, FALSE)->code = leak_unknown[i];
  self->seen_group = add_entry (self, &liaison_group_kind, TRUE);
  self->hiding_group = add_entry (self, &liaison_group_kind, FALSE);
  self->other_group = add_entry (self, &liaison_group_kind, FALSE);
  /* Times of what is seen hang on a stage that is not. */
  add_entry (self, &liaison_stage_kind, FALSE);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKind *each = liaison_kind_get (kind);

      if (each != &liaison_exercise_kind && each != &liaison_nation_kind
          && each != &liaison_group_kind)
        list_kind (self, each);
    }
}

LeakEntry *
leak_find_first (const LeakMaking *self, const LiaisonKind *kind)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      LeakEntry *entry = self->seen->pdata[i];

      if (entry->kind == kind)
        return entry;
    }
  g_assert_not_reached ();
}

/* In the order in which they are numbered, which is not that in which they were made. */
static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  const LeakEntry *one = *(gpointer *) a, *other = *(gpointer *) b;
  const LeakMaking *self = data;
  guint64 rank = leak_mix (self->open_seed, one->index, LEAK_OF_NUMBERS, 0),
          other_rank = leak_mix (self->open_seed, other->index, LEAK_OF_NUMBERS, 0);

  return rank < other_rank ? -1 : rank > other_rank;
}

static GPtrArray *
list_ranked (LeakMaking *self, const LiaisonKind *kind)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < self->seen->len; i++)
    if (((LeakEntry *) self->seen->pdata[i])->kind == kind)
      g_ptr_array_add (ranked, self->seen->pdata[i]);
  g_ptr_array_sort_with_data (ranked, compare_ranks, self);
  return ranked;
}

/* "EV-004", "EV-4", "EV-4.12": gaps are for what is withheld. */
static char *
make_serial (LeakMaking *self, const LiaisonKind *kind, guint style, guint *numbers)
{
  if (style < 2 || numbers[0] == 0 || leak_below (self->open, 2))
    {
      numbers[0] += 1 + leak_below (self->closed, 9);
      numbers[1] = 0;
    }
  numbers[1] += 1 + leak_below (self->closed, 9);
  if (style == 0)
    return g_strdup_printf ("%s-%03u", kind->prefix, numbers[0]);
  if (style == 1)
    return g_strdup_printf ("%s-%u", kind->prefix, numbers[0]);
  return g_strdup_printf ("%s-%u.%u", kind->prefix, numbers[0], numbers[1]);
}

/* Between the versions the planners may number all anew. */
static void
number_kind (LeakMaking *self, const LiaisonKind *kind)
{
  g_autoptr (GPtrArray) ranked = list_ranked (self, kind);
  gboolean anew = self->version == LEAK_NOW
                  && leak_mix (self->closed_seed, kind->id, LEAK_OF_NUMBERS, 1) % 2 == 0;
  guint numbers[2] = { 0 }, style;

  leak_aim (self, KIND_INDEX + kind->id, LEAK_OF_NUMBERS, 0, anew);
  style = leak_below (self->open, 3);
  for (guint i = 0; i < ranked->len; i++)
    {
      LeakEntry *entry = ranked->pdata[i];

      if (kind->prefix != NULL && *kind->prefix != '-')
        entry->serial = make_serial (self, kind, style, numbers);
      entry->order =
          g_strdup_printf ("%c%ci", 'a' + (char) i, 'a' + (char) leak_below (self->closed, 26));
    }
}

static void
number_withheld (LeakMaking *self, LeakEntry *entry)
{
  leak_aim (self, entry->index, LEAK_OF_NUMBERS, 0, 0);
  if (entry->kind->prefix != NULL && *entry->kind->prefix != '-')
    entry->serial =
        g_strdup_printf ("%s-%03u", entry->kind->prefix, 1 + leak_below (self->closed, 40));
  entry->order = g_strdup_printf ("%c%cp", 'a' + (char) leak_below (self->closed, 26),
                                  'a' + (char) leak_below (self->closed, 26));
}

void
leak_number_records (LeakMaking *self)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    number_kind (self, liaison_kind_get (kind));
  for (guint i = 0; i < self->withheld->len; i++)
    number_withheld (self, self->withheld->pdata[i]);
}
