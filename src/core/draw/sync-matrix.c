/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/sync-matrix.h"

#include "draw/category.h"
#include "draw/day-scale.h"
#include "record/kinds/exercise.h"
#include "record/kinds/inject.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/site.h"
#include "schedule/process.h"
#include "words/dates.h"
#include "words/nation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_COLUMNS 400
#define MOST_ITEMS   20000
#define HOUR         3600
#define NOBODY       G_MAXUINT

/* A row before it is known whether anything stands in it. */
typedef struct
{
  LiaisonId id;
  char *label;
  guint parent; /* place, or NOBODY */
  guint depth;
  int area;
  const char *nation;
  gboolean used;
  guint row; /* in the matrix */
} Row;

typedef struct
{
  guint row, column;      /* row by its place here */
  LiaisonMatrixItem item; /* label owned */
} Met;

typedef struct
{
  LiaisonSyncMatrix *result;
  LiaisonMatrix *matrix;
  const LiaisonSnapshot *snapshot;
  const LiaisonManner *manner;
  const LiaisonSyncSetup *setup;
  const char *zone;
  gint64 from, until;
  GArray *rows;       /* of Row */
  GHashTable *places; /* of LiaisonId * -> place + 1 */
  GArray *met;        /* of Met */
  guint nobody;       /* the row of what names nobody, made when it is needed */
} Fill;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->label);
}

static void
met_clear (gpointer data)
{
  g_free ((char *) ((Met *) data)->item.label);
}

static Row *
get_row (const Fill *fill, guint place)
{
  return &g_array_index (fill->rows, Row, place);
}

static guint
add_row (Fill *fill, LiaisonId id, char *label, guint parent)
{
  Row row = { .id = id, .label = label, .parent = parent, .row = NOBODY };
  guint place = fill->rows->len;

  row.depth = parent != NOBODY ? get_row (fill, parent)->depth + 1 : 0;
  g_array_append_val (fill->rows, row);
  g_hash_table_insert (fill->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
  return place;
}

static guint
find_place (const Fill *fill, LiaisonId id)
{
  gpointer value = g_hash_table_lookup (fill->places, &id);

  return value != NULL ? GPOINTER_TO_UINT (value) - 1 : NOBODY;
}

/* Who knows more than players may. */
static gboolean
is_control (int role)
{
  switch (role)
    {
    case LIAISON_PARTICIPANT_ROLE_EXERCISE_CONTROL:
    case LIAISON_PARTICIPANT_ROLE_RESPONSE_CELL:
    case LIAISON_PARTICIPANT_ROLE_OPPOSING_FORCE:
    case LIAISON_PARTICIPANT_ROLE_ROLE_PLAYER:
    case LIAISON_PARTICIPANT_ROLE_EVALUATOR:
    case LIAISON_PARTICIPANT_ROLE_OBSERVER_TRAINER:
      return TRUE;
    default:
      return FALSE;
    }
}

static void add_participants_under (Fill *fill, LiaisonId parent, guint place, guint depth);

static void
add_participant (Fill *fill, const LiaisonBlock *block, guint parent, guint depth)
{
  const LiaisonParticipantData *data = LIAISON_DATA (Participant, block);
  guint place;

  if (data->type == LIAISON_PARTICIPANT_TYPE_PERSON || find_place (fill, block->id) != NOBODY
      || depth > 12)
    return;
  if (fill->setup->players && is_control (data->role))
    return;
  place = add_row (fill, block->id, liaison_manner_tell_block_name (fill->manner, block), parent);
  get_row (fill, place)->nation = data->nation;
  add_participants_under (fill, block->id, place, depth + 1);
}

static void
add_participants_under (Fill *fill, LiaisonId parent, guint place, guint depth)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (fill->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_id_same (LIAISON_DATA (Participant, blocks[i])->parent, parent))
      add_participant (fill, blocks[i], place, depth);
}

static void
add_nations (Fill *fill)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (fill->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonField *code = liaison_shape_find_flagged (blocks[i]->shape, LIAISON_FIELD_CODE);
      const char *name =
          code != NULL ? *(const char *const *) LIAISON_BLOCK_AT (blocks[i], code) : NULL;
      guint place;
      if (name == NULL)
        continue;
      place =
          add_row (fill, blocks[i]->id, liaison_manner_tell_nation (fill->manner, name), NOBODY);
      get_row (fill, place)->nation = name;
    }
}

/* Rows that are no records are told apart by an id made of their number. */
static LiaisonId
make_id (guint number)
{
  return (LiaisonId){ 0x5359, number + 1 };
}

static void
add_areas (Fill *fill)
{
  for (guint i = 1; i < liaison_functional_areas.n; i++)
    {
      guint place = add_row (fill, make_id (i),
                             g_strdup (liaison_words_get (
                                 fill->manner->words, liaison_functional_areas.choices[i].label)),
                             NOBODY);
      get_row (fill, place)->area = (int) i;
    }
}

static void
add_sites (Fill *fill)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (fill->snapshot, LIAISON_KIND_SITE, &n);

  for (guint i = 0; i < n; i++)
    add_row (fill, blocks[i]->id, liaison_manner_tell_block_name (fill->manner, blocks[i]), NOBODY);
}

static guint
get_nobody (Fill *fill)
{
  static const char *const labels[] = {
    [LIAISON_SYNC_ROWS_PARTICIPANTS] = N_ ("No participant named"),
    [LIAISON_SYNC_ROWS_NATIONS] = N_ ("No nation named"),
    [LIAISON_SYNC_ROWS_AREAS] = N_ ("No functional area"),
    [LIAISON_SYNC_ROWS_SITES] = N_ ("No site"),
  };

  if (fill->nobody == NOBODY)
    fill->nobody = add_row (
        fill, make_id (0),
        g_strdup (liaison_words_get (fill->manner->words, labels[fill->setup->rows])), NOBODY);
  return fill->nobody;
}

static void
add_column (Fill *fill,
            gint64 start,
            gint64 end,
            const char *label,
            const char *detail,
            const char *group,
            gboolean strong)
{
  LiaisonSyncColumn column = { MAX (start, fill->from), MIN (end, fill->until) };
  LiaisonMatrixHead head = { .id = { 0x434f, fill->result->columns->len + 1 },
                             .label = label,
                             .detail = detail,
                             .group = group,
                             .strong = strong };

  if (column.end <= column.start || fill->result->columns->len >= MOST_COLUMNS)
    return;
  g_array_append_val (fill->result->columns, column);
  liaison_matrix_add_column (fill->matrix, &head);
}

/* Times of the phases of the conduct, as far as they are known; `names` in the same order. */
static GArray *
find_phases (Fill *fill, GPtrArray *names)
{
  const LiaisonItems *phases =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (fill->snapshot))->phases;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LiaisonSyncColumn));

  for (guint i = 0; i < liaison_items_get_size (phases); i++)
    {
      const LiaisonBlock *item = liaison_items_get (phases, i);
      const LiaisonExercisePhaseData *data = (gconstpointer) item;
      LiaisonSyncColumn span;
      if (liaison_times_resolve (&fill->manner->lookup, &data->start, &span.start, NULL)
              != LIAISON_TIME_KNOWN
          || liaison_times_resolve (&fill->manner->lookup, &data->end, &span.end, NULL)
                 != LIAISON_TIME_KNOWN
          || span.end <= span.start)
        continue;
      /* In the order of time, whatever order they are in. */
      guint place = 0;
      while (place < found->len
             && g_array_index (found, LiaisonSyncColumn, place).start <= span.start)
        place++;
      g_array_insert_val (found, place, span);
      g_ptr_array_insert (names, (int) place, liaison_manner_tell_block_name (fill->manner, item));
    }
  return found;
}

static const char *
find_phase (const GArray *phases, const GPtrArray *names, gint64 at)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const LiaisonSyncColumn *span = &g_array_index (phases, LiaisonSyncColumn, i);
      if (at >= span->start && at < span->end)
        return names->pdata[i];
    }
  return NULL;
}

static void
add_phases (Fill *fill, const GArray *phases, const GPtrArray *names)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const LiaisonSyncColumn *span = &g_array_index (phases, LiaisonSyncColumn, i);
      g_autofree char *first = liaison_words_format_date (fill->manner->words, span->start,
                                                          fill->zone, LIAISON_DATE_SHORT);
      g_autofree char *last = liaison_words_format_date (fill->manner->words, span->end - 1,
                                                         fill->zone, LIAISON_DATE_SHORT);
      g_autofree char *detail = g_strdup_printf ("%s – %s", first, last);
      add_column (fill, span->start, span->end, names->pdata[i], detail, NULL, TRUE);
    }
}

/* “D+3”: days after that of STARTEX. */
static char *
tell_d_day (gint32 day, gint32 first)
{
  return day == first ? g_strdup ("D") : g_strdup_printf ("D%+d", day - first);
}

static void
add_days (Fill *fill, const GArray *phases, const GPtrArray *names, gint64 step)
{
  gint32 first = liaison_process_find_day (fill->zone, fill->from);
  gint32 last = liaison_process_find_day (fill->zone, fill->until - 1);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (fill->snapshot);
  gint64 startex;
  gint32 d_day = first;

  if (liaison_times_get_start (&fill->manner->lookup, exercise, &startex) == LIAISON_TIME_KNOWN)
    d_day = liaison_process_find_day (fill->zone, startex);
  for (gint32 day = first; day <= last; day++)
    {
      gint64 start = liaison_day_scale_find_midnight (fill->zone, day);
      gint64 end = liaison_day_scale_find_midnight (fill->zone, day + 1);
      g_autofree char *name =
          liaison_words_format_day (fill->manner->words, day, LIAISON_DATE_WEEKDAY_SHORT);
      g_autofree char *d = tell_d_day (day, d_day);
      g_autofree char *group = g_strdup_printf ("%s · %s", name, d);

      if (step == 0)
        {
          add_column (fill, start, end, name, d,
                      find_phase (phases, names, MAX (start, fill->from)), FALSE);
          continue;
        }
      for (gint64 at = start; at < end; at += step)
        {
          gint64 until = MIN (at + step, end);
          g_autofree char *from_time =
              liaison_words_format_time (fill->manner->words, at, fill->zone);
          g_autofree char *label = NULL;
          /* The hour that the clocks show twice belongs to the part before. */
          if (end - until < step / 2)
            until = end;
          label = g_strdup (from_time);
          add_column (fill, at, until, label, NULL, group, at == start);
          if (until == end)
            break;
        }
    }
}

static void
add_columns (Fill *fill)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) phases = find_phases (fill, names);

  switch (fill->setup->columns)
    {
    case LIAISON_SYNC_COLUMNS_HALF_DAYS:
      add_days (fill, phases, names, 12 * HOUR);
      break;
    case LIAISON_SYNC_COLUMNS_HOURS:
      add_days (fill, phases, names, 4 * HOUR);
      break;
    case LIAISON_SYNC_COLUMNS_PHASES:
      if (phases->len > 0)
        {
          add_phases (fill, phases, names);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case LIAISON_SYNC_COLUMNS_DAYS:
    default:
      add_days (fill, phases, names, 0);
      break;
    }
}

/* The row a participant belongs to: its own, or for people that of what they are part of. */
static guint
find_participant (const Fill *fill, LiaisonId id)
{
  for (guint hops = 0; hops < 16 && !liaison_id_is_zero (id); hops++)
    {
      const LiaisonBlock *block;
      guint place = find_place (fill, id);
      if (place != NOBODY)
        return place;
      block = liaison_snapshot_find (fill->snapshot, id);
      if (block == NULL)
        return NOBODY;
      if (block->shape == &liaison_participant_kind.shape)
        id = LIAISON_DATA (Participant, block)->parent;
      else if (block->shape == &liaison_post_kind.shape)
        id = LIAISON_DATA (Post, block)->to;
      else
        return NOBODY;
    }
  return NOBODY;
}

static void
add_place (GArray *places, guint place)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == place)
      return;
  if (place != NOBODY)
    g_array_append_val (places, place);
}

static void
add_ids (const Fill *fill, GArray *places, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    add_place (places, find_participant (fill, members[i]));
}

static void
add_nation_of (const Fill *fill, GArray *places, const char *nation)
{
  for (guint i = 0; nation != NULL && i < fill->rows->len; i++)
    if (g_strcmp0 (get_row (fill, i)->nation, nation) == 0)
      add_place (places, i);
}

static void
add_nations_of (const Fill *fill,
                GArray *places,
                const LiaisonCodes *codes,
                const LiaisonIds *participants)
{
  guint n;
  const char *const *nations = liaison_codes_get (codes, &n);
  const LiaisonId *ids;

  for (guint i = 0; i < n; i++)
    add_nation_of (fill, places, nations[i]);
  ids = liaison_ids_get (participants, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (fill->snapshot, ids[i]);
      if (block != NULL && block->shape == &liaison_participant_kind.shape)
        add_nation_of (fill, places, LIAISON_DATA (Participant, block)->nation);
    }
}

/* The rows of an event or inject. */
static void
find_rows (Fill *fill,
           GArray *places,
           const LiaisonIds *participants,
           const LiaisonCodes *nations,
           int area,
           LiaisonId chair,
           LiaisonId site)
{
  g_array_set_size (places, 0);
  switch (fill->setup->rows)
    {
    case LIAISON_SYNC_ROWS_PARTICIPANTS:
      add_ids (fill, places, participants);
      add_place (places, find_participant (fill, chair));
      break;
    case LIAISON_SYNC_ROWS_NATIONS:
      add_nations_of (fill, places, nations, participants);
      break;
    case LIAISON_SYNC_ROWS_AREAS:
      if (area > 0)
        add_place (places, find_place (fill, make_id ((guint) area)));
      break;
    case LIAISON_SYNC_ROWS_SITES:
    default:
      add_place (places, find_place (fill, site));
      break;
    }
  if (places->len == 0)
    add_place (places, get_nobody (fill));
}

static void
meet (Fill *fill,
      const GArray *places,
      gint64 start,
      gint64 end,
      const LiaisonMatrixItem *item,
      const char *name)
{
  g_autofree char *time = liaison_words_format_time (fill->manner->words, start, fill->zone);
  gboolean begun = FALSE;

  for (guint column = 0; column < fill->result->columns->len; column++)
    {
      const LiaisonSyncColumn *span =
          &g_array_index (fill->result->columns, LiaisonSyncColumn, column);
      if (start >= span->end || (end > start ? end <= span->start : start < span->start))
        continue;
      for (guint i = 0; i < places->len && fill->met->len < MOST_ITEMS; i++)
        {
          Met met = { g_array_index (places, guint, i), column, *item };
          met.item.order = start;
          if (start < span->start)
            met.item.flags |= LIAISON_ITEM_CONTINUES;
          met.item.label = begun || start < span->start ? g_strdup_printf ("… %s", name)
                                                        : g_strdup_printf ("%s %s", time, name);
          g_array_append_val (fill->met, met);
        }
      begun = TRUE;
    }
}

static void
add_events (Fill *fill)
{
  g_autoptr (GArray) entries = liaison_agenda_collect (
      fill->snapshot, fill->from, fill->until, fill->setup->test, fill->setup->data, MOST_ITEMS);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < entries->len; i++)
    {
      const LiaisonAgendaEntry *entry = &g_array_index (entries, LiaisonAgendaEntry, i);
      const LiaisonEventData *data = LIAISON_DATA (Event, entry->event);
      LiaisonMatrixItem item = { .record = entry->event->id,
                                 .hue = liaison_category_for_event (data->type) };
      g_autofree char *name = NULL;

      if (fill->setup->players && data->hidden)
        continue;
      if (data->status == LIAISON_EVENT_STATUS_CANCELLED)
        item.flags |= LIAISON_ITEM_FADED;
      if (data->locked)
        item.flags |= LIAISON_ITEM_LOCKED;
      find_rows (fill, places, data->participants, data->nations, data->area, data->chair,
                 entry->site);
      name = liaison_manner_tell_block_name (fill->manner, entry->event);
      meet (fill, places, entry->start, entry->end, &item, name);
    }
}

static void
add_injects (Fill *fill)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (fill->snapshot, LIAISON_KIND_INJECT, &n);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      const LiaisonInjectData *data = LIAISON_DATA (Inject, blocks[i]);
      LiaisonMatrixItem item = { .record = blocks[i]->id,
                                 .hue = LIAISON_HUE_RED,
                                 .flags = LIAISON_ITEM_SLANTED };
      g_autofree char *name = NULL;
      gint64 start;

      if (data->level == LIAISON_INJECT_LEVEL_STORYLINE
          || data->status == LIAISON_INJECT_STATUS_RETIRED
          || liaison_times_get_start (&fill->manner->lookup, blocks[i], &start)
                 != LIAISON_TIME_KNOWN
          || start < fill->from || start >= fill->until)
        continue;
      find_rows (fill, places, data->to, data->nations, data->area, (LiaisonId){ 0 }, data->site);
      name = liaison_manner_tell_block_name (fill->manner, blocks[i]);
      meet (fill, places, start, start, &item, name);
    }
}

/* What stands in a row makes those above it be seen too. */
static void
mark_used (Fill *fill)
{
  for (guint i = 0; i < fill->met->len; i++)
    for (guint place = g_array_index (fill->met, Met, i).row;
         place != NOBODY && !get_row (fill, place)->used; place = get_row (fill, place)->parent)
      get_row (fill, place)->used = TRUE;
  for (guint i = 0; fill->setup->all_rows && i < fill->rows->len; i++)
    get_row (fill, i)->used = TRUE;
}

static void
put_rows (Fill *fill)
{
  for (guint i = 0; i < fill->rows->len; i++)
    {
      Row *row = get_row (fill, i);
      LiaisonMatrixHead head = { .id = row->id, .label = row->label, .depth = row->depth };
      if (!row->used)
        continue;
      if (row->depth == 0 && i + 1 < fill->rows->len && get_row (fill, i + 1)->depth > 0)
        head.strong = TRUE;
      row->row = liaison_matrix_add_row (fill->matrix, &head);
      g_array_append_val (fill->result->areas, row->area);
      g_ptr_array_add (fill->result->nations, (gpointer) row->nation);
    }
}

static gboolean
find_times (Fill *fill)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (fill->snapshot);

  fill->from = fill->setup->from;
  fill->until = fill->setup->until;
  if (fill->until > fill->from)
    return TRUE;
  return liaison_times_get_start (&fill->manner->lookup, exercise, &fill->from)
             == LIAISON_TIME_KNOWN
         && liaison_times_get_end (&fill->manner->lookup, exercise, &fill->until)
                == LIAISON_TIME_KNOWN
         && fill->until > fill->from;
}

static void
fill_in (Fill *fill)
{
  add_columns (fill);
  switch (fill->setup->rows)
    {
    case LIAISON_SYNC_ROWS_PARTICIPANTS:
      add_participants_under (fill, (LiaisonId){ 0 }, NOBODY, 0);
      break;
    case LIAISON_SYNC_ROWS_NATIONS:
      add_nations (fill);
      break;
    case LIAISON_SYNC_ROWS_AREAS:
      add_areas (fill);
      break;
    case LIAISON_SYNC_ROWS_SITES:
    default:
      add_sites (fill);
      break;
    }
  add_events (fill);
  if (!fill->setup->players)
    add_injects (fill);
  mark_used (fill);
  put_rows (fill);
  for (guint i = 0; i < fill->met->len; i++)
    {
      const Met *met = &g_array_index (fill->met, Met, i);
      liaison_matrix_add_item (fill->matrix, get_row (fill, met->row)->row, met->column,
                               &met->item);
    }
}

LiaisonSyncMatrix *
liaison_sync_matrix_fill (LiaisonMatrix *matrix,
                          const LiaisonSnapshot *snapshot,
                          const LiaisonManner *manner,
                          const LiaisonSyncSetup *setup)
{
  Fill fill = {
    .matrix = matrix, .snapshot = snapshot, .manner = manner, .setup = setup, .nobody = NOBODY
  };

  fill.result = g_new0 (LiaisonSyncMatrix, 1);
  fill.result->setup = *setup;
  fill.result->columns = g_array_new (FALSE, FALSE, sizeof (LiaisonSyncColumn));
  fill.result->areas = g_array_new (FALSE, FALSE, sizeof (int));
  fill.result->nations = g_ptr_array_new ();
  fill.rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (fill.rows, row_clear);
  fill.met = g_array_new (FALSE, TRUE, sizeof (Met));
  g_array_set_clear_func (fill.met, met_clear);
  fill.places = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  fill.zone = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->zone;
  liaison_matrix_begin (matrix);
  if (find_times (&fill))
    fill_in (&fill);
  liaison_matrix_end (matrix);
  g_array_unref (fill.rows);
  g_array_unref (fill.met);
  g_hash_table_unref (fill.places);
  return fill.result;
}

void
liaison_sync_matrix_free (LiaisonSyncMatrix *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->areas);
  g_ptr_array_unref (self->nations);
  g_free (self);
}
