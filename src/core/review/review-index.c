/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review-index-private.h"

#include "record/field-type.h"
#include "record/live-snapshot.h"
#include "review/acceptance.h"

/* More findings than this are not kept. */
#define MAX_FINDINGS 60000
/* A group of more changes is looked at as a whole. */
#define MAX_CHANGES 400

/* What calendars are made from, beside sites. */
#define CALENDAR_KINDS \
  (LIAISON_TARGET (EXERCISE) | LIAISON_TARGET (NATION) | LIAISON_TARGET (OBSERVANCE))

static void
clear_entry (gpointer data)
{
  LiaisonReviewEntry *entry = data;
  g_clear_pointer (&entry->findings, g_ptr_array_unref);
}

static void
forget_list (LiaisonReviewFound *found)
{
  for (guint i = 0; i < LIAISON_N_SEVERITIES; i++)
    {
      g_clear_pointer (&found->standing[i], g_ptr_array_unref);
      g_clear_pointer (&found->accepted[i], g_ptr_array_unref);
    }
}

static LiaisonReview
begin (LiaisonReviewIndex *self, GPtrArray *findings)
{
  return (LiaisonReview) { .snapshot = self->snapshot,
                           .lookup = liaison_snapshot_get_lookup (self->snapshot),
                           .now = self->now,
                           .findings = findings,
                           .shared = &self->shared };
}

/* The entry of the record, or where it belongs. */
static guint
find_entry (const LiaisonReviewFound *found, LiaisonKindId kind, LiaisonId record)
{
  guint low = 0;

  for (guint high = found->entries->len; low < high;)
    {
      guint middle = low + (high - low) / 2;
      const LiaisonReviewEntry *entry = &g_array_index (found->entries, LiaisonReviewEntry, middle);
      if (entry->kind != kind ? entry->kind < kind : liaison_id_compare (entry->record, record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const LiaisonFinding *one = a->pdata[i], *two = b->pdata[i];
      if (one == two)
        continue;
      if (one->severity != two->severity || one->sentence != two->sentence || !liaison_finding_equal (one, two))
        return FALSE;
    }
  return TRUE;
}

/* Puts what was found at the record, which may be nothing, in the place of what was. Takes @findings. */
static void
put_entry (LiaisonReviewFound *found, guint at, gboolean there, LiaisonReviewEntry entry)
{
  LiaisonReviewEntry *old = there ? &g_array_index (found->entries, LiaisonReviewEntry, at) : NULL;

  if (old == NULL && entry.findings->len == 0)
    {
      clear_entry (&entry);
      return;
    }
  if (old != NULL && is_same (old->findings, entry.findings))
    {
      clear_entry (&entry);
      return;
    }
  forget_list (found);
  found->n += entry.findings->len - (old != NULL ? old->findings->len : 0);
  if (entry.findings->len == 0)
    {
      clear_entry (&entry);
      g_array_remove_index (found->entries, at);
    }
  else if (old != NULL)
    {
      clear_entry (old);
      *old = entry;
    }
  else
    g_array_insert_val (found->entries, at, entry);
}

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
}

/* Empties @scratch of what the rule has just found, graded as the exercise says. */
static GPtrArray *
take_findings (LiaisonReviewFound *found, LiaisonReview *review)
{
  GPtrArray *taken = review->findings;

  found->counts |= review->n_listed > 0;
  for (guint i = 0; i < taken->len && !found->setting.graded; i++)
    ((LiaisonFinding *) taken->pdata[i])->severity = found->setting.severity;
  review->findings = new_findings ();
  return taken;
}

static void
look_at (LiaisonReviewFound *found, LiaisonReview *review, LiaisonKindId kind, const LiaisonBlock *block, LiaisonId id)
{
  guint at = find_entry (found, kind, id);
  gboolean there = at < found->entries->len;

  if (there)
    {
      const LiaisonReviewEntry *old = &g_array_index (found->entries, LiaisonReviewEntry, at);
      there = old->kind == kind && liaison_id_same (old->record, id);
    }
  review->n_listed = 0;
  review->earlier = there ? g_array_index (found->entries, LiaisonReviewEntry, at).findings : NULL;
  review->n_passed = 0;
  if (block != NULL)
    found->rule->look (review, block);
  if (there || review->findings->len > 0)
    put_entry (found, at, there, (LiaisonReviewEntry) { kind, id, take_findings (found, review) });
}

/* All records of its kinds: in their order, so that each entry comes last. */
static void
look_at_each (LiaisonReviewIndex *self, LiaisonReviewFound *found, LiaisonReview *review)
{
  guint n;

  /* Those that are still there are compared with; those of records that went are gone with them. */
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      if (!(found->rule->kinds >> kind & 1))
        continue;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (self->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        look_at (found, review, kind, blocks[i], blocks[i]->id);
    }
}

/* A rule that looks at the whole plan has one entry, of no record. */
static void
run (LiaisonReviewFound *found, LiaisonReview *review)
{
  found->rule->run (review);
  put_entry (found, 0, found->entries->len > 0,
             (LiaisonReviewEntry) { 0, { 0, 0 }, take_findings (found, review) });
}

static void
finish (LiaisonReviewFound *found, LiaisonReview *review)
{
  if (found->rule->forget != NULL)
    g_clear_pointer (&review->state, found->rule->forget);
  g_clear_pointer (&review->findings, g_ptr_array_unref);
}

static void
look_as_a_whole (LiaisonReviewIndex *self, LiaisonReviewFound *found)
{
  LiaisonReview review = begin (self, new_findings ());

  review.ground = found->ground;
  review.alike = found->alike;
  liaison_review_begin (&review, found->rule, &found->setting);
  found->ground = review.ground;
  if (found->rule->look == NULL)
    run (found, &review);
  else
    look_at_each (self, found, &review);
  finish (found, &review);
}

static LiaisonKindId
kind_of (LiaisonReviewIndex *self, const LiaisonReach *reach, LiaisonId id, const LiaisonBlock **block)
{
  const LiaisonBlock *either = *block = liaison_snapshot_find (self->snapshot, id);

  for (guint i = 0; either == NULL && i < reach->touched->len; i++)
    {
      const LiaisonTouched *touched = &g_array_index (reach->touched, LiaisonTouched, i);
      if (touched->before != NULL && liaison_id_same (touched->before->id, id))
        either = touched->before;
    }
  return either != NULL ? liaison_kind_for_shape (either->shape)->id : LIAISON_N_KINDS;
}

/* FALSE where there are too many to look at. */
static gboolean
look_at_reached (LiaisonReviewIndex *self, LiaisonReviewFound *found, LiaisonReach *reach)
{
  const GArray *ids = liaison_reach_get (reach, found);
  LiaisonReview review = begin (self, new_findings ());
  gboolean begun = FALSE;

  review.ground = found->ground;
  review.alike = found->alike;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      LiaisonId id = g_array_index (ids, LiaisonId, i);
      const LiaisonBlock *block;
      LiaisonKindId kind = kind_of (self, reach, id, &block);
      if (kind == LIAISON_N_KINDS || !(found->rule->kinds >> kind & 1))
        continue;
      if (!begun)
        liaison_review_begin (&review, found->rule, &found->setting);
      begun = TRUE;
      look_at (found, &review, kind, block, id);
    }
  finish (found, &review);
  return ids != NULL;
}

/* What went with its record has to be taken out where each record is looked at. */
static void
drop_removed (LiaisonReviewFound *found, const LiaisonReach *reach)
{
  for (guint i = 0; i < reach->touched->len; i++)
    {
      const LiaisonTouched *touched = &g_array_index (reach->touched, LiaisonTouched, i);
      if (touched->after != NULL)
        continue;
      LiaisonKindId kind = liaison_kind_for_shape (touched->before->shape)->id;
      guint at = find_entry (found, kind, touched->before->id);
      if (at >= found->entries->len)
        continue;
      const LiaisonReviewEntry *entry = &g_array_index (found->entries, LiaisonReviewEntry, at);
      if (entry->kind != kind || !liaison_id_same (entry->record, touched->before->id))
        continue;
      forget_list (found);
      found->n -= entry->findings->len;
      g_array_remove_index (found->entries, at);
    }
}

/* Whether what all looks of the rule hang on is another now. */
static gboolean
is_on_other_ground (LiaisonReviewIndex *self, LiaisonReviewFound *found)
{
  LiaisonReview review = begin (self, NULL);
  gint64 before = found->ground;

  if (found->rule->ground == NULL)
    return TRUE;
  found->ground = found->rule->ground (&review);
  return found->ground != before;
}

static gboolean
look_again (LiaisonReviewIndex *self, LiaisonReviewFound *found, LiaisonReach *reach)
{
  const LiaisonRule *rule = found->rule;

  if (found->setting.off)
    return TRUE;
  if (found->alike != NULL)
    liaison_reach_take_alike (reach, found);
  if (rule->look != NULL)
    drop_removed (found, reach);
  if (liaison_reach_matters (reach, rule, rule->look == NULL && rule->reads == 0 ? LIAISON_TARGET_ALL : rule->reads)
      && is_on_other_ground (self, found))
    look_as_a_whole (self, found);
  else if (rule->look != NULL)
    return look_at_reached (self, found, reach);
  return TRUE;
}

/* Whether only texts of the exercise differ, which say nothing of the plan. */
static gboolean
is_harmless (const LiaisonChange *change)
{
  const LiaisonBlock *either = change->after != NULL ? change->after : change->before;

  if (either->shape != &liaison_kind_get (LIAISON_KIND_EXERCISE)->shape)
    return TRUE;
  for (guint i = 0; i < either->shape->n_fields; i++)
    {
      const LiaisonField *field = &either->shape->fields[i];
      if (field->type != LIAISON_FIELD_TEXT && field->type != LIAISON_FIELD_STRING
          && !liaison_field_type_ops (field->type)
                  ->equal (LIAISON_BLOCK_AT (change->before, field), LIAISON_BLOCK_AT (change->after, field)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_changes (LiaisonReviewIndex *self,
              LiaisonDocument *document,
              const LiaisonChange *changes,
              guint n,
              GArray *conflicts)
{
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));

  for (guint i = 0; i < n; i++)
    if (!is_harmless (&changes[i]))
      return FALSE;
  if (!liaison_conflict_index_advance (self->conflicts, &lookup, changes, n, conflicts, found))
    return FALSE;
  g_array_append_vals (conflicts, found->data, found->len);
  for (guint i = 0; i < n; i++)
    if (!liaison_snapshot_replace (self->snapshot, changes[i].before, changes[i].after))
      return FALSE;
  liaison_snapshot_set_version (self->snapshot, liaison_document_get_version (document));
  return TRUE;
}

/* Whether all events that were touched lie in the time that calendars know of. */
static gboolean
is_within_span (const LiaisonReviewIndex *self, const LiaisonReach *reach)
{
  for (guint i = 0; i < reach->touched->len; i++)
    {
      const LiaisonBlock *block = g_array_index (reach->touched, LiaisonTouched, i).after;
      const LiaisonScheduledEvent *event
          = block != NULL ? liaison_conflict_index_find_event (self->conflicts, block->id) : NULL;
      if (event != NULL && event->occurs
          && (event->start < self->from || event->end + 14 * 86400 > self->until))
        return FALSE;
    }
  return TRUE;
}

/* Calendars of sites are made anew one by one; what nations keep is worked out for all of them. */
static void
forget_calendars (LiaisonReviewIndex *self, const LiaisonReach *reach)
{
  static const LiaisonRule hours = { .matters = liaison_review_hours_differ };

  if (self->shared.calendars == NULL)
    return;
  if (liaison_reach_matters (reach, &hours, CALENDAR_KINDS))
    {
      g_clear_pointer (&self->shared.calendars, liaison_calendars_free);
      return;
    }
  for (guint i = 0; i < reach->touched->len && (reach->kinds & LIAISON_TARGET (SITE)) != 0; i++)
    {
      const LiaisonTouched *touched = &g_array_index (reach->touched, LiaisonTouched, i);
      const LiaisonBlock *either = touched->after != NULL ? touched->after : touched->before;
      liaison_calendars_forget_site (self->shared.calendars, either->id);
    }
}

static void
forget_stale (LiaisonReviewIndex *self, const LiaisonReach *reach)
{
  guint64 kinds = reach->kinds;

  forget_calendars (self, reach);
  if (kinds & LIAISON_TARGET (POST))
    g_clear_pointer (&self->shared.shifts, g_hash_table_unref);
  if (kinds & LIAISON_TARGET (SITE))
    g_clear_pointer (&self->shared.travel, liaison_travel_free);
  if (kinds & LIAISON_TARGET (ACCEPTED_FINDING))
    for (guint i = 0; i < self->n_rules; i++)
      forget_list (&self->found[i]);
}

/* What holds for one moment only. */
static void
forget_shared (LiaisonReviewIndex *self)
{
  g_clear_pointer (&self->shared.bookings, liaison_bookings_free);
  g_clear_pointer (&self->shared.pools, g_array_unref);
  g_clear_pointer (&self->shared.duties, g_hash_table_unref);
  self->shared.document = NULL;
}

gboolean
liaison_review_index_advance (LiaisonReviewIndex *self,
                              LiaisonDocument *document,
                              const LiaisonChange *changes,
                              guint n)
{
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  LiaisonReach reach;
  gboolean followed;

  if (n > MAX_CHANGES || !take_changes (self, document, changes, n, conflicts))
    return FALSE;
  self->shared.document = document;
  followed = liaison_reach_take (&reach, self, document, changes, n) && is_within_span (self, &reach);
  liaison_reach_add_contested (&reach, conflicts);
  if (followed)
    forget_stale (self, &reach);
  for (guint i = 0; i < self->n_rules && followed; i++)
    followed = look_again (self, &self->found[i], &reach);
  liaison_reach_clear (&reach);
  forget_shared (self);
  return followed;
}

static guint
count_findings (const LiaisonReviewIndex *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_rules; i++)
    n += self->found[i].n;
  return n;
}

static void
take_rules (LiaisonReviewIndex *self)
{
  const LiaisonRule *const *rules = liaison_review_get_rules (&self->n_rules);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->snapshot);

  self->found = g_new0 (LiaisonReviewFound, self->n_rules);
  for (guint i = 0; i < self->n_rules; i++)
    {
      self->found[i].rule = rules[i];
      self->found[i].setting = liaison_rule_get_setting (rules[i], exercise);
      self->found[i].entries = g_array_new (FALSE, FALSE, sizeof (LiaisonReviewEntry));
      g_array_set_clear_func (self->found[i].entries, clear_entry);
      if (rules[i]->key != NULL && !self->found[i].setting.off)
        self->found[i].alike = liaison_alike_new (self->snapshot, rules[i]->kinds, rules[i]->key);
    }
}

LiaisonReviewIndex *
liaison_review_index_new (LiaisonSnapshot *snapshot, gint64 now, GCancellable *cancellable)
{
  g_autoptr (LiaisonReviewIndex) self = g_new0 (LiaisonReviewIndex, 1);

  self->snapshot = liaison_snapshot_copy (snapshot);
  self->now = now;
  self->shared.all = TRUE;
  take_rules (self);
  for (guint i = 0; i < self->n_rules; i++)
    {
      if (g_cancellable_is_cancelled (cancellable) || count_findings (self) > MAX_FINDINGS)
        return NULL;
      if (!self->found[i].setting.off)
        look_as_a_whole (self, &self->found[i]);
    }
  LiaisonReview review = begin (self, NULL);
  liaison_review_get_span (&review, &self->from, &self->until);
  forget_shared (self);
  self->conflicts = liaison_conflict_index_new (self->snapshot);
  self->shared.conflicts = self->conflicts;
  return g_steal_pointer (&self);
}

void
liaison_review_index_free (LiaisonReviewIndex *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rules; i++)
    {
      forget_list (&self->found[i]);
      g_clear_pointer (&self->found[i].alike, liaison_alike_free);
      g_array_unref (self->found[i].entries);
    }
  g_free (self->found);
  liaison_review_shared_clear (&self->shared);
  g_clear_pointer (&self->conflicts, liaison_conflict_index_free);
  g_clear_pointer (&self->snapshot, liaison_snapshot_unref);
  g_free (self);
}

guint64
liaison_review_index_get_version (const LiaisonReviewIndex *self)
{
  return liaison_snapshot_get_version (self->snapshot);
}

gint64
liaison_review_index_get_now (const LiaisonReviewIndex *self)
{
  return self->now;
}

/* The findings of one rule by severity, as many as are listed, and those accepted. */
static void
make_list (const LiaisonReviewIndex *self, LiaisonReviewFound *found)
{
  guint most = found->counts ? LIAISON_REVIEW_MAX_LISTED : G_MAXUINT, n = 0;
  gint32 today = liaison_review_get_day (self->snapshot, self->now);

  for (guint i = 0; i < LIAISON_N_SEVERITIES; i++)
    found->standing[i] = new_findings ();
  for (guint i = 0; i < found->entries->len; i++)
    {
      const GPtrArray *findings = g_array_index (found->entries, LiaisonReviewEntry, i).findings;
      for (guint j = 0; j < findings->len && n < most; j++, n++)
        g_ptr_array_add (found->standing[((LiaisonFinding *) findings->pdata[j])->severity],
                         liaison_finding_ref (findings->pdata[j]));
    }
  if (n < found->n)
    g_ptr_array_add (found->standing[LIAISON_SEVERITY_NOTE],
                     liaison_review_note_omitted (self->snapshot, found->rule, found->n - n));
  for (guint i = 0; i < LIAISON_N_SEVERITIES; i++)
    found->accepted[i] = liaison_acceptances_take_out (self->snapshot, today, found->standing[i]);
}

static LiaisonAcceptance *
copy_acceptance (const LiaisonAcceptance *acceptance)
{
  LiaisonAcceptance *copy = g_new (LiaisonAcceptance, 1);

  copy->finding = liaison_finding_ref (acceptance->finding);
  copy->record = liaison_block_ref (acceptance->record);
  return copy;
}

GPtrArray *
liaison_review_index_list (const LiaisonReviewIndex *self, GPtrArray **accepted)
{
  GPtrArray *findings = new_findings ();

  *accepted = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_acceptance_free);
  for (guint i = 0; i < self->n_rules; i++)
    if (self->found[i].standing[0] == NULL)
      make_list (self, &self->found[i]);
  for (int severity = LIAISON_SEVERITY_ERROR; severity >= LIAISON_SEVERITY_NOTE; severity--)
    for (guint i = 0; i < self->n_rules; i++)
      {
        const LiaisonReviewFound *found = &self->found[i];
        for (guint j = 0; j < found->standing[severity]->len; j++)
          g_ptr_array_add (findings, liaison_finding_ref (found->standing[severity]->pdata[j]));
        for (guint j = 0; j < found->accepted[severity]->len; j++)
          g_ptr_array_add (*accepted, copy_acceptance (found->accepted[severity]->pdata[j]));
      }
  return findings;
}
