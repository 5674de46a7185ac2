/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/test-events.h"

#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "schedule/bookings.h"
#include "schedule/calendar.h"
#include "schedule/recurrence.h"
#include "words/manner.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define DAY 86400
/* Longer ones are phases, in which tests take place. */
#define LONGEST_BUSY DAY
/* Looks for a time are given up after so many steps. */
#define MOST_STEPS 5000

/* When nations are elsewhere, and the site is taken. */
typedef struct
{
  gint64 start, end;
  LiaisonCodes *nations; /* NULL: of the site */
} Busy;

typedef struct
{
  LiaisonTestEvents *self;
  const LiaisonTestWishes *wishes;
  LiaisonResults *results;
  GHashTable *chosen; /* of ids of requirements; NULL: all */
  LiaisonCalendars *calendars;
  GArray *busy; /* of Busy */
} Search;

static void
event_free (gpointer data)
{
  LiaisonTestEvent *event = data;

  g_array_unref (event->subjects);
  liaison_codes_unref (event->nations);
  g_free (event);
}

static void
busy_clear (gpointer data)
{
  liaison_codes_unref (((Busy *) data)->nations);
}

/* What is tested */

static gboolean
is_chosen (const Search *search, const LiaisonBlock *requirement)
{
  const LiaisonBlock *chapter = liaison_results_get_chapter (search->results, requirement);

  return search->chosen == NULL || g_hash_table_contains (search->chosen, &requirement->id)
         || (chapter != NULL && g_hash_table_contains (search->chosen, &chapter->id));
}

static LiaisonTestEvent *
find_event (const Search *search, const LiaisonBlock *requirement, const char *nation, const char *other)
{
  LiaisonTestEvent wanted = { 0 };
  GPtrArray *events = search->self->events;
  LiaisonTestEvent *made;

  if (search->wishes->by == LIAISON_TESTS_BY_REQUIREMENT)
    wanted.requirement = requirement;
  else
    wanted.nation = nation;
  if (search->wishes->by == LIAISON_TESTS_BY_PAIR)
    wanted.other = other;
  for (guint i = 0; i < events->len; i++)
    {
      LiaisonTestEvent *event = events->pdata[i];

      if (event->requirement == wanted.requirement && event->nation == wanted.nation
          && event->other == wanted.other)
        return event;
    }
  made = g_new0 (LiaisonTestEvent, 1);
  *made = wanted;
  made->subjects = g_array_new (FALSE, FALSE, sizeof (LiaisonTestSubject));
  made->start = G_MAXINT64;
  g_ptr_array_add (events, made);
  return made;
}

static void
add_nation (LiaisonTestEvent *event, const char *nation)
{
  LiaisonCodes *more = nation != NULL ? liaison_codes_with (event->nations, nation, TRUE) : NULL;

  if (nation == NULL)
    return;
  liaison_codes_unref (event->nations);
  event->nations = more;
}

/* What has its test event already is not planned again. */
static void
add_subject (Search *search, const LiaisonBlock *requirement, const char *nation, const char *other)
{
  const LiaisonBlock *found =
      liaison_results_find (search->results, requirement->id, nation, other);
  gboolean waits = found != NULL && !liaison_assessment_has_result (found);
  const LiaisonTestSubject subject = { requirement, nation, other, waits ? found : NULL };
  LiaisonTestEvent *event;

  if (!liaison_results_applies (search->results, requirement, nation, other)
      || (found != NULL && !waits && !search->wishes->again)
      || (waits && !liaison_id_is_zero (LIAISON_DATA (Assessment, found)->event)))
    return;
  event = find_event (search, requirement, nation, other);
  g_array_append_val (event->subjects, subject);
  add_nation (event, nation);
  add_nation (event, other);
  search->self->n_subjects++;
}

static void
add_requirement (Search *search, const LiaisonBlock *requirement)
{
  const LiaisonTestWishes *wishes = search->wishes;

  for (guint i = 0; i < wishes->n_nations; i++)
    add_subject (search, requirement, wishes->nations[i], NULL);
  for (guint i = 0; i < wishes->n_nations; i++)
    for (guint j = i + 1; j < wishes->n_nations; j++)
      add_subject (search, requirement, wishes->nations[i], wishes->nations[j]);
}

static void
list_subjects (Search *search)
{
  guint n;
  const LiaisonBlock *const *requirements =
      liaison_results_get_requirements (search->results, &n);

  for (guint i = 0; i < n; i++)
    if (is_chosen (search, requirements[i]))
      add_requirement (search, requirements[i]);
}

/* When it is free */

static void
add_busy (Search *search, gint64 start, gint64 end, LiaisonCodes *nations)
{
  const Busy busy = { start, end, nations != NULL ? liaison_codes_ref (nations) : NULL };

  g_array_append_val (search->busy, busy);
}

typedef struct
{
  Search *search;
  LiaisonCodes *nations;
  gboolean of_site;
} Occasion;

static gboolean
occasion_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Occasion *occasion = data;

  if (occasion->of_site)
    add_busy (occasion->search, occurrence->start, occurrence->end, NULL);
  if (occasion->nations != NULL)
    add_busy (occasion->search, occurrence->start, occurrence->end, occasion->nations);
  return TRUE;
}

/* The nations that are named, and those of the participants. Transfer full. */
static LiaisonCodes *
list_nations (const LiaisonLookup *lookup, const LiaisonEventData *event)
{
  LiaisonCodes *codes = event->nations != NULL ? liaison_codes_ref (event->nations) : NULL;
  guint n;
  const LiaisonId *ids = liaison_ids_get (event->participants, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *participant = liaison_lookup_find (lookup, ids[i]);
      const char *nation =
          participant != NULL && participant->shape == &liaison_participant_kind.shape
              ? LIAISON_DATA (Participant, participant)->nation
              : NULL;
      LiaisonCodes *more = nation != NULL ? liaison_codes_with (codes, nation, TRUE) : NULL;

      if (more == NULL)
        continue;
      liaison_codes_unref (codes);
      codes = more;
    }
  return codes;
}

static void
list_busy (Search *search, gint64 from, gint64 until)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (search->self->snapshot);
  guint n;
  const LiaisonBlock *const *events =
      liaison_snapshot_get (search->self->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventData *event = LIAISON_DATA (Event, events[i]);
      Occasion occasion = { search, NULL, FALSE };

      if (!liaison_event_takes_place (event))
        continue;
      occasion.of_site = !liaison_id_is_zero (search->wishes->site)
                         && liaison_id_same (event->site, search->wishes->site);
      if (event->duration != LIAISON_DURATION_UNSET && event->duration <= LONGEST_BUSY)
        occasion.nations = list_nations (&lookup, event);
      if (occasion.of_site || occasion.nations != NULL)
        liaison_recurrence_foreach (&lookup, events[i], from, until, occasion_cb, &occasion);
      liaison_codes_unref (occasion.nations);
    }
}

static gboolean
have_common (const LiaisonCodes *a, const LiaisonCodes *b)
{
  guint n;
  const char *const *codes = liaison_codes_get (a, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_codes_contains (b, codes[i]))
      return TRUE;
  return FALSE;
}

/* When what is in the way of [@start, @end) has ended; 0: nothing is. */
static gint64
find_obstacle (const Search *search, const LiaisonTestEvent *event, gint64 start, gint64 end)
{
  gint64 free = 0;

  for (guint i = 0; i < search->busy->len; i++)
    {
      const Busy *busy = &g_array_index (search->busy, Busy, i);

      if (busy->start < end && busy->end > start
          && (busy->nations == NULL || have_common (busy->nations, event->nations)))
        free = MAX (free, busy->end);
    }
  return free;
}

static gint64
to_unix (const Search *search, gint32 day, gint64 second)
{
  return liaison_recurrence_from_wall (search->wishes->zone, (gint64) day * DAY + second);
}

/* The event that would be, for the calendars. Transfer full. */
static LiaisonBlock *
make_event (const Search *search, const LiaisonTestEvent *event)
{
  LiaisonBlock *block = liaison_block_new (&liaison_event_kind.shape, (LiaisonId){ 1, 1 });
  LiaisonEventData *data = (LiaisonEventData *) block;

  data->site = search->wishes->site;
  data->nations = event->nations != NULL ? liaison_codes_ref (event->nations) : NULL;
  data->duration = search->wishes->length;
  return block;
}

/* The first time of a day that is free; G_MAXINT64: none. */
static gint64
find_in_day (const Search *search, const LiaisonTestEvent *event, const LiaisonBlock *block, gint32 day)
{
  gint64 start = to_unix (search, day, search->wishes->opens),
         last = to_unix (search, day, search->wishes->closes) - search->wishes->length;

  for (guint step = 0; start <= last && step < MOST_STEPS; step++)
    {
      gint64 free, end;

      if (!liaison_calendars_find_free (search->calendars, block, start, &free) || free > last)
        return G_MAXINT64;
      end = find_obstacle (search, event, free, free + search->wishes->length);
      if (end == 0)
        return free;
      start = MAX (end, free + 60);
    }
  return G_MAXINT64;
}

static void
place (Search *search, LiaisonTestEvent *event)
{
  g_autoptr (LiaisonBlock) block = make_event (search, event);

  for (gint32 day = search->wishes->first;
       day <= search->wishes->last && event->start == G_MAXINT64; day++)
    event->start = find_in_day (search, event, block, day);
  if (event->start == G_MAXINT64)
    return;
  search->self->n_placed++;
  add_busy (search, event->start, event->start + search->wishes->length, event->nations);
  if (!liaison_id_is_zero (search->wishes->site))
    add_busy (search, event->start, event->start + search->wishes->length, NULL);
}

static GHashTable *
list_chosen (const LiaisonTestWishes *wishes)
{
  GHashTable *chosen;

  if (wishes->n_requirements == 0)
    return NULL;
  chosen = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < wishes->n_requirements; i++)
    g_hash_table_add (chosen, (gpointer) &wishes->requirements[i]);
  return chosen;
}

LiaisonTestEvents *
liaison_test_events_new (LiaisonSnapshot *snapshot, const LiaisonTestWishes *wishes)
{
  LiaisonTestEvents *self = g_new0 (LiaisonTestEvents, 1);
  Search search = { self, wishes };
  gint64 from, until;

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->wishes = *wishes;
  self->events = g_ptr_array_new_with_free_func (event_free);
  search.results = liaison_results_new (snapshot, LIAISON_DATE_UNSET);
  search.chosen = list_chosen (wishes);
  search.busy = g_array_new (FALSE, FALSE, sizeof (Busy));
  g_array_set_clear_func (search.busy, busy_clear);
  list_subjects (&search);
  from = to_unix (&search, wishes->first, 0);
  until = to_unix (&search, wishes->last + 1, 0);
  search.calendars = liaison_calendars_new (snapshot, from - DAY, until + DAY);
  list_busy (&search, from, until);
  for (guint i = 0; i < self->events->len; i++)
    place (&search, self->events->pdata[i]);
  liaison_calendars_free (search.calendars);
  g_clear_pointer (&search.chosen, g_hash_table_unref);
  g_array_unref (search.busy);
  liaison_results_free (search.results);
  return self;
}

void
liaison_test_events_free (LiaisonTestEvents *self)
{
  g_ptr_array_unref (self->events);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

/* Putting them on the schedule */

char *
liaison_test_events_tell (const LiaisonTestEvent *event,
                          const LiaisonSnapshot *snapshot,
                          LiaisonWords *words)
{
  const LiaisonManner manner = { .words = words,
                                 .lookup = liaison_snapshot_get_lookup (snapshot) };
  g_autofree char *name = NULL, *other = NULL;

  if (event->requirement != NULL)
    {
      name = liaison_manner_tell_block_name (&manner, event->requirement);
      return liaison_words_format (words,
                                   /* Translators: The title of an event on the schedule; {requirement} such as
                                      “Voice over IP” */
                                   N_ ("Test: {requirement}"),
                                   liaison_operand_text ("requirement", name));
    }
  name = liaison_manner_tell_nation (&manner, event->nation);
  if (event->other == NULL)
    return liaison_words_format (words,
                                 /* Translators: The title of an event on the schedule */
                                 N_ ("Interoperability tests: {nation}"),
                                 liaison_operand_text ("nation", name));
  other = liaison_manner_tell_nation (&manner, event->other);
  return liaison_words_format (words,
                               /* Translators: The title of an event on the schedule */
                               N_ ("Interoperability tests: {nation} and {other}"),
                               liaison_operand_text ("nation", name),
                               liaison_operand_text ("other", other));
}

/* "EV-120" becomes "EV-123" with 3: blocks are made before any of them is in the plan. */
static void
count_on (GRefString **serial, guint by)
{
  const char *digits;
  g_autofree char *next = NULL;
  gsize length;

  if (*serial == NULL || by == 0)
    return;
  digits = *serial + strlen (*serial);
  while (digits > *serial && g_ascii_isdigit (digits[-1]))
    digits--;
  length = strlen (digits);
  if (length == 0 || length > 9)
    return;
  next = g_strdup_printf ("%.*s%0*lu", (int) (digits - *serial), *serial, (int) length,
                          strtoul (digits, NULL, 10) + by);
  g_ref_string_release (*serial);
  *serial = g_ref_string_new (next);
}

static LiaisonBlock *
make_block (const LiaisonTestEvents *self,
            const LiaisonTestEvent *event,
            LiaisonWords *words,
            LiaisonBlock *fresh)
{
  LiaisonEventData *data = (LiaisonEventData *) fresh;
  g_autofree char *title = liaison_test_events_tell (event, self->snapshot, words);
  g_autofree char *plain = liaison_words_dup_without_isolates (title);

  data->title = liaison_text_new (g_intern_string (liaison_words_get_language (words)), plain);
  data->type = LIAISON_EVENT_TYPE_TECHNICAL_EXCHANGE;
  data->area = LIAISON_FUNCTIONAL_AREA_COMMUNICATIONS;
  data->status = LIAISON_EVENT_STATUS_PROPOSED;
  data->duration = self->wishes.length;
  data->site = self->wishes.site;
  data->nations = event->nations != NULL ? liaison_codes_ref (event->nations) : NULL;
  liaison_instant_from_unix (event->start, self->wishes.zone, &data->start);
  return fresh;
}

static void
set_event (LiaisonProposal *proposal, const LiaisonBlock *assessment, LiaisonId event)
{
  const int planned = LIAISON_ASSESSMENT_STATUS_PLANNED;

  liaison_proposal_set_field (proposal, assessment, LIAISON_FIELD (Assessment, event), &event);
  if (LIAISON_DATA (Assessment, assessment)->status == LIAISON_ASSESSMENT_STATUS_UNSET)
    liaison_proposal_set_field (proposal, assessment, LIAISON_FIELD (Assessment, status), &planned);
}

static void
add_assessment (LiaisonProposal *proposal,
                const LiaisonTestSubject *subject,
                LiaisonId event,
                guint number,
                LiaisonBlock *fresh)
{
  LiaisonAssessmentData *data = (LiaisonAssessmentData *) fresh;

  count_on (&data->serial, number);
  data->requirement = subject->requirement->id;
  data->nation = subject->nation;
  data->other_nation = subject->other;
  data->result = LIAISON_ASSESSMENT_RESULT_NOT_TESTED;
  data->status = LIAISON_ASSESSMENT_STATUS_PLANNED;
  data->event = event;
  liaison_proposal_add_record (proposal, fresh);
  liaison_block_unref (fresh);
}

LiaisonProposal *
liaison_test_events_propose (const LiaisonTestEvents *self,
                             LiaisonWords *words,
                             LiaisonNewBlockFunc new_block,
                             gpointer data)
{
  LiaisonProposal *proposal;
  guint n_events = 0, n_assessments = 0;

  if (self->n_placed == 0)
    return NULL;
  proposal = liaison_proposal_new (N_ ("Plan {count} interoperability tests"));
  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", self->n_placed));
  for (guint i = 0; i < self->events->len; i++)
    {
      const LiaisonTestEvent *event = self->events->pdata[i];
      g_autoptr (LiaisonBlock) block = NULL;

      if (event->start == G_MAXINT64)
        continue;
      block = make_block (self, event, words, new_block (&liaison_event_kind, data));
      count_on (&((LiaisonEventData *) block)->serial, n_events++);
      liaison_proposal_add_record (proposal, block);
      for (guint j = 0; j < event->subjects->len; j++)
        {
          const LiaisonTestSubject *subject =
              &g_array_index (event->subjects, LiaisonTestSubject, j);

          if (subject->present != NULL)
            set_event (proposal, subject->present, block->id);
          else
            add_assessment (proposal, subject, block->id, n_assessments++,
                            new_block (&liaison_assessment_kind, data));
        }
    }
  return proposal;
}
