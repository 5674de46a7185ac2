/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways between sites, as constraints of levelling and as resources of the solver.
 *
 * Who can only be at one event at a time goes from one to the next. Events at which one comes and
 * leaves at the same places are alike. Between two sorts of them, A and B, stands one resource with
 * as much capacity as there are of A: each of A takes 1 of it from the way before it until the way
 * after it, each of B takes all of it while it lasts. So A and B keep apart by the way, and those of
 * A, as those of B, do not hinder each other there. */
#include "config.h"

#include "schedule/levelling-travel.h"

#include "record/kinds/site.h"
#include "schedule/travel.h"

/* Sorts of events of one who travels; more are not told apart. */
#define MAX_SORTS 24
/* How many events further on in time the way between two is a constraint of its own. */
#define NEAR 6

/* Where one comes to an event, and where one is left. */
typedef struct
{
  LiaisonId comes, leaves;
} Sort;

/* One who travels: all uses of its pool, each with its sort. */
typedef struct
{
  const LiaisonUse *uses;
  guint n, pool;
  guint8 *sorts; /* each use: its sort, or MAX_SORTS */
  Sort known[MAX_SORTS];
  guint n_sorts;
  gint64 way[MAX_SORTS][MAX_SORTS]; /* s from one to the next; 0: none */
} Traveller;

static Sort
get_sort (const LiaisonBlock *event)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event);

  return (Sort){ liaison_id_is_zero (data->from_site) ? data->site : data->from_site, data->site };
}

static guint8
find_sort (Traveller *self, Sort sort)
{
  guint i = 0;

  while (i < self->n_sorts
         && !(liaison_id_same (self->known[i].comes, sort.comes)
              && liaison_id_same (self->known[i].leaves, sort.leaves)))
    i++;
  if (i == MAX_SORTS)
    return MAX_SORTS;
  if (i == self->n_sorts)
    self->known[self->n_sorts++] = sort;
  return (guint8) i;
}

/* FALSE where there is no way between any of them. */
static gboolean
traveller_init (Traveller *self, const LevelModel *model, const LiaisonTravel *travel, guint pool)
{
  gboolean any = FALSE;

  self->pool = pool;
  self->uses = liaison_bookings_get_pool (model->bookings, pool, &self->n);
  self->sorts = g_new (guint8, MAX (self->n, 1));
  self->n_sorts = 0;
  for (guint i = 0; i < self->n; i++)
    self->sorts[i] = find_sort (self, get_sort (model->events[self->uses[i].event].block));
  for (guint i = 0; i < self->n_sorts; i++)
    for (guint j = 0; j < self->n_sorts; j++)
      {
        gint64 seconds = 0;
        if (!liaison_travel_get (travel, self->known[i].leaves, self->known[j].comes, &seconds))
          seconds = 0;
        self->way[i][j] = MAX (seconds, 0);
        any |= seconds > 0;
      }
  return any;
}

static void
traveller_clear (Traveller *self)
{
  g_clear_pointer (&self->sorts, g_free);
}

static gint64
get_way (const Traveller *self, guint from, guint to)
{
  if (self->sorts[from] == MAX_SORTS || self->sorts[to] == MAX_SORTS)
    return 0;
  return self->way[self->sorts[from]][self->sorts[to]];
}

/* Hands @func each who travels; both are the caller's to make sense of. */
static void
foreach_traveller (const LevelModel *model,
                   void (*func) (const Traveller *traveller, gpointer data),
                   gpointer data)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_PARTICIPANT, LIAISON_KIND_POST };
  g_autoptr (LiaisonTravel) travel = liaison_travel_new (model->snapshot);

  if (liaison_travel_is_empty (travel))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint first, end;
      liaison_bookings_get_resources (model->bookings, kinds[i], &first, &end);
      for (guint resource = first; resource < end; resource++)
        {
          Traveller traveller;
          if (liaison_bookings_get_capacity (model->bookings, resource) != 1)
            continue;
          if (traveller_init (&traveller, model, travel, resource))
            func (&traveller, data);
          traveller_clear (&traveller);
        }
    }
}

/* Whichever way round they go, at least the shorter of both ways lies between. */
static void
collect_cb (const Traveller *traveller, gpointer data)
{
  LevelModel *model = data;

  for (guint i = 0; i < traveller->n; i++)
    for (guint j = i + 1; j < traveller->n && j <= i + NEAR; j++)
      {
        gint64 way = MIN (get_way (traveller, i, j), get_way (traveller, j, i));
        if (way <= 0 || traveller->uses[i].event == traveller->uses[j].event)
          continue;
        LevelElement element = { .kind = LEVEL_TRAVEL,
                                 .event = traveller->uses[j].event,
                                 .other = traveller->uses[i].event,
                                 .pool = traveller->pool,
                                 .lag = way };
        g_array_append_val (model->elements, element);
      }
}

void
level_collect_travel (LevelModel *self)
{
  foreach_traveller (self, collect_cb, self);
}

typedef struct
{
  const LevelModel *model;
  GArray *conflicts;
} Search;

static guint
find_element (const LevelModel *model, guint event, guint other, guint pool)
{
  for (guint i = model->first[event]; i < model->first[event + 1]; i++)
    {
      const LevelElement *element = level_element (model, i);
      if (element->kind == LEVEL_TRAVEL && element->other == other && element->pool == pool)
        return i;
    }
  return LIAISON_NO_PLACE;
}

/* As the rule of the review looks: from each to the next. */
static void
find_cb (const Traveller *traveller, gpointer data)
{
  Search *search = data;

  for (guint i = 1; i < traveller->n; i++)
    {
      const LiaisonUse *earlier = &traveller->uses[i - 1], *later = &traveller->uses[i];
      gint64 gap = later->start - earlier->end, way = get_way (traveller, i - 1, i);
      if (gap < 0 || gap >= way)
        continue;
      LevelConflict conflict
          = { .element = find_element (search->model, later->event, earlier->event, traveller->pool),
              .event = later->event,
              .other = earlier->event,
              .pool = LIAISON_NO_PLACE,
              .by = way - gap };
      if (conflict.element != LIAISON_NO_PLACE)
        g_array_append_val (search->conflicts, conflict);
    }
}

void
level_find_travel (const LevelModel *model, GArray *conflicts)
{
  Search search = { model, conflicts };

  foreach_traveller (model, find_cb, &search);
}

/* What is made for the solver. */
typedef struct
{
  const LevelModel *model;
  const LevelProblem *made;
  LevelTravelFunc func;
  gpointer data;
  GArray *uses; /* of LevelTravelUse: of the resource that is being made */
} Maker;

static void
add_use (Maker *self, const LiaisonUse *use, gint64 before, gint64 after, guint amount)
{
  guint task = self->made->task[use->event];
  gint64 base = task != LIAISON_NO_PLACE ? self->made->base[task] : 0;
  LevelTravelUse made = { task, amount, use->start - before - base, use->end + after - base };

  if (task != LIAISON_NO_PLACE)
    g_array_append_val (self->uses, made);
}

/* One that comes to one place and leaves from another has a way to itself, too. */
static void
make_own (Maker *self, const Traveller *traveller, guint sort)
{
  g_array_set_size (self->uses, 0);
  for (guint i = 0; i < traveller->n; i++)
    if (traveller->sorts[i] == sort)
      add_use (self, &traveller->uses[i], 0, traveller->way[sort][sort], 1);
  if (self->uses->len > 1)
    self->func (self->data, 1, (const LevelTravelUse *) (gconstpointer) self->uses->data,
                self->uses->len);
}

static void
make_between (Maker *self, const Traveller *traveller, guint one, guint two)
{
  guint n_one = 0, n_two = 0;

  g_array_set_size (self->uses, 0);
  for (guint i = 0; i < traveller->n; i++)
    {
      n_one += traveller->sorts[i] == one;
      n_two += traveller->sorts[i] == two;
    }
  for (guint i = 0; i < traveller->n; i++)
    if (traveller->sorts[i] == one)
      add_use (self, &traveller->uses[i], traveller->way[two][one], traveller->way[one][two], 1);
    else if (traveller->sorts[i] == two)
      add_use (self, &traveller->uses[i], 0, 0, n_one);
  if (n_one > 0 && n_two > 0)
    self->func (self->data, n_one, (const LevelTravelUse *) (gconstpointer) self->uses->data,
                self->uses->len);
}

static void
make_cb (const Traveller *traveller, gpointer data)
{
  for (guint i = 0; i < traveller->n_sorts; i++)
    {
      if (traveller->way[i][i] > 0)
        make_own (data, traveller, i);
      for (guint j = i + 1; j < traveller->n_sorts; j++)
        if (traveller->way[i][j] > 0 || traveller->way[j][i] > 0)
          make_between (data, traveller, i, j);
    }
}

void
level_make_travel (const LevelModel *model,
                   const LevelProblem *made,
                   LevelTravelFunc func,
                   gpointer data)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (LevelTravelUse));
  Maker maker = { model, made, func, data, uses };

  foreach_traveller (model, make_cb, &maker);
}
