/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/representation.h"

#include "liaison/cover.h"
#include "liaison/languages.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/kinds/site.h"

/* Sites further inside each other than this are not followed. */
#define MAX_DEPTH 12

/* What is known of one nation. */
typedef struct
{
  const LiaisonBlock *block;
  const char *code;
  GPtrArray *posts;     /* that it sends, const LiaisonBlock * */
  GHashTable *presence; /* blocks of sites it has people at */
  GHashTable *events;   /* blocks of sites it takes part in events at */
} Party;

struct _LiaisonRepresentations
{
  const LiaisonSnapshot *snapshot;
  gboolean sites;
  GArray *parties;     /* of Party */
  GPtrArray *columns;  /* of const LiaisonBlock * */
  GHashTable *numbers; /* code -> number + 1 */
  LiaisonRepresentation *cells;
};

static void
party_clear (gpointer data)
{
  Party *party = data;

  g_ptr_array_unref (party->posts);
  g_hash_table_unref (party->presence);
  g_hash_table_unref (party->events);
}

void
liaison_representations_free (LiaisonRepresentations *self)
{
  guint n = self->parties->len * self->columns->len;

  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&self->cells[i].posts, g_ptr_array_unref);
      g_clear_pointer (&self->cells[i].languages, g_ptr_array_unref);
    }
  g_free (self->cells);
  g_array_unref (self->parties);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static Party *
get_party (const LiaisonRepresentations *self, guint number)
{
  return &g_array_index (self->parties, Party, number);
}

static Party *
find_party (const LiaisonRepresentations *self, const char *code)
{
  guint number = code != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, code)) : 0;

  return number > 0 ? get_party (self, number - 1) : NULL;
}

gboolean
liaison_nation_takes_part (const LiaisonBlock *nation)
{
  const LiaisonNationData *data = LIAISON_DATA (Nation, nation);

  return data->code != NULL && data->status != LIAISON_NATION_STATUS_DECLINED
         && data->status != LIAISON_NATION_STATUS_WITHDRAWN;
}

gboolean
liaison_nation_needs_voice (const LiaisonBlock *nation)
{
  const LiaisonNationData *data = LIAISON_DATA (Nation, nation);

  return liaison_nation_takes_part (nation) && data->role != LIAISON_NATION_ROLE_OBSERVER
         && data->status != LIAISON_NATION_STATUS_INTERESTED
         && data->status != LIAISON_NATION_STATUS_INVITED;
}

static void
add_parties (LiaisonRepresentations *self)
{
  guint n;
  const LiaisonBlock *const *nations =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_nation_takes_part (nations[i])
        && !g_hash_table_contains (self->numbers, LIAISON_DATA (Nation, nations[i])->code))
      {
        Party party = { nations[i], LIAISON_DATA (Nation, nations[i])->code, g_ptr_array_new (),
                        g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };
        g_array_append_val (self->parties, party);
        g_hash_table_insert (self->numbers, (gpointer) party.code,
                             GUINT_TO_POINTER (self->parties->len));
      }
}

static const LiaisonBlock *
find_block (const LiaisonRepresentations *self, LiaisonId id, const LiaisonKind *kind)
{
  const LiaisonBlock *block =
      liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (self->snapshot, id);

  return block != NULL && block->shape == &kind->shape ? block : NULL;
}

/* The site and those it lies in. */
static void
add_site (const LiaisonRepresentations *self, GHashTable *sites, LiaisonId id)
{
  const LiaisonBlock *site = find_block (self, id, &liaison_site_kind);

  for (guint i = 0; site != NULL && i < MAX_DEPTH; i++)
    {
      g_hash_table_add (sites, (gpointer) site);
      site = find_block (self, LIAISON_DATA (Site, site)->parent, &liaison_site_kind);
    }
}

static gboolean
is_manned (const LiaisonBlock *post)
{
  return liaison_post_is_open (post)
         && LIAISON_DATA (Post, post)->status != LIAISON_POST_STATUS_VACANT;
}

static void
add_posts (LiaisonRepresentations *self)
{
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (self->snapshot, LIAISON_KIND_POST, &n);

  for (guint i = 0; i < n; i++)
    {
      Party *party = find_party (self, LIAISON_DATA (Post, posts[i])->from_nation);
      if (party != NULL && is_manned (posts[i]))
        g_ptr_array_add (party->posts, (gpointer) posts[i]);
    }
}

static void
add_presence (LiaisonRepresentations *self)
{
  guint n;
  const LiaisonBlock *const *people =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonParticipantData *data = LIAISON_DATA (Participant, people[i]);
      Party *party = find_party (self, data->nation);
      if (party != NULL && data->status != LIAISON_PARTICIPANT_STATUS_CANCELLED
          && data->status != LIAISON_PARTICIPANT_STATUS_LEFT)
        add_site (self, party->presence, data->site);
    }
}

static void
add_event (LiaisonRepresentations *self, const LiaisonEventData *event)
{
  guint n;
  const char *const *codes = liaison_codes_get (event->nations, &n);
  const LiaisonId *ids;

  for (guint i = 0; i < n; i++)
    {
      Party *party = find_party (self, codes[i]);
      if (party != NULL)
        add_site (self, party->events, event->site);
    }
  ids = liaison_ids_get (event->participants, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = find_block (self, ids[i], &liaison_participant_kind);
      Party *party =
          block != NULL ? find_party (self, LIAISON_DATA (Participant, block)->nation) : NULL;
      if (party != NULL)
        add_site (self, party->events, event->site);
    }
}

static void
add_events (LiaisonRepresentations *self)
{
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventData *event = LIAISON_DATA (Event, events[i]);
      if (event->status != LIAISON_EVENT_STATUS_CANCELLED && !liaison_id_is_zero (event->site))
        add_event (self, event);
    }
}

/* The sites of posts. */
static void
choose_sites (LiaisonRepresentations *self)
{
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (self->snapshot, LIAISON_KIND_SITE, &n);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->parties->len; i++)
    for (guint j = 0; j < get_party (self, i)->posts->len; j++)
      {
        const LiaisonBlock *post = get_party (self, i)->posts->pdata[j];
        const LiaisonBlock *site =
            find_block (self, LIAISON_DATA (Post, post)->site, &liaison_site_kind);
        if (site != NULL)
          g_hash_table_add (chosen, (gpointer) site);
      }
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (chosen, sites[i]))
      g_ptr_array_add (self->columns, (gpointer) sites[i]);
}

/* Whether the nation uses the language at work; one of which no languages are known uses any. */
static gboolean
uses_language (const LiaisonBlock *nation, const char *language)
{
  const LiaisonItems *items = LIAISON_DATA (Nation, nation)->languages;
  guint n = liaison_items_get_size (items);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonLanguageUseData *use = LIAISON_DATA (LanguageUse, liaison_items_get (items, i));
      if (use->language.language != NULL && use->use != LIAISON_LANGUAGE_USE_PRINTED
          && liaison_language_same (use->language.language, language))
        return TRUE;
    }
  return n == 0;
}

static void
add_language (GPtrArray *languages, const char *language)
{
  for (guint i = 0; i < languages->len; i++)
    if (liaison_language_same (languages->pdata[i], language))
      return;
  g_ptr_array_add (languages, (gpointer) language);
}

/* What people on the shifts of a post speak that @nation uses; FALSE: nobody is named. */
static gboolean
add_spoken (LiaisonRepresentations *self,
            const LiaisonBlock *post,
            const LiaisonBlock *nation,
            GPtrArray *languages)
{
  const LiaisonItems *shifts = LIAISON_DATA (Post, post)->shifts;
  gboolean named = FALSE;

  for (guint i = 0; i < liaison_items_get_size (shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (shifts, i));
      const LiaisonBlock *person = find_block (self, shift->participant, &liaison_participant_kind);
      const LiaisonItems *items =
          person != NULL ? LIAISON_DATA (Participant, person)->languages : NULL;
      named |= liaison_items_get_size (items) > 0;
      for (guint j = 0; j < liaison_items_get_size (items); j++)
        {
          const LiaisonSpokenLanguageData *spoken =
              LIAISON_DATA (SpokenLanguage, liaison_items_get (items, j));
          if (spoken->level.language != NULL && liaison_language_serves (spoken)
              && uses_language (nation, spoken->level.language))
            add_language (languages, spoken->level.language);
        }
    }
  return named;
}

static void
add_asked (const LiaisonBlock *post, const LiaisonBlock *nation, GPtrArray *languages)
{
  const LiaisonItems *items = LIAISON_DATA (Post, post)->languages;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonPostLanguageData *asked =
          LIAISON_DATA (PostLanguage, liaison_items_get (items, i));
      if (asked->level.language != NULL && uses_language (nation, asked->level.language))
        add_language (languages, asked->level.language);
    }
}

/* The languages in which the posts of @cell reach @nation. */
static void
find_languages (LiaisonRepresentations *self,
                LiaisonRepresentation *cell,
                const LiaisonBlock *nation)
{
  gboolean named = FALSE;

  for (guint i = 0; i < cell->posts->len; i++)
    named |= add_spoken (self, cell->posts->pdata[i], nation, cell->languages);
  for (guint i = 0; !named && i < cell->posts->len; i++)
    add_asked (cell->posts->pdata[i], nation, cell->languages);
  cell->unnamed = !named && cell->posts->len > 0;
  cell->speechless = named && cell->languages->len == 0;
}

/* Languages that both nations use at work. */
static void
find_shared_languages (LiaisonRepresentation *cell,
                       const LiaisonBlock *one,
                       const LiaisonBlock *two)
{
  const LiaisonItems *items = LIAISON_DATA (Nation, one)->languages;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonLanguageUseData *use = LIAISON_DATA (LanguageUse, liaison_items_get (items, i));
      if (use->language.language != NULL && use->use != LIAISON_LANGUAGE_USE_PRINTED
          && uses_language (two, use->language.language))
        add_language (cell->languages, use->language.language);
    }
  cell->speechless = cell->languages->len == 0 && liaison_items_get_size (items) > 0
                     && liaison_items_get_size (LIAISON_DATA (Nation, two)->languages) > 0;
}

static gboolean
add_posts_to (const Party *from, const char *to, LiaisonRepresentation *cell)
{
  for (guint i = 0; i < from->posts->len; i++)
    if (LIAISON_DATA (Post, from->posts->pdata[i])->to_nation == to)
      g_ptr_array_add (cell->posts, from->posts->pdata[i]);
  return cell->posts->len > 0;
}

/* Where a nation is: people of its own, and posts. */
static gboolean
is_at (const LiaisonRepresentations *self,
       const Party *party,
       LiaisonId site,
       const LiaisonBlock **post)
{
  const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, site);

  *post = NULL;
  for (guint i = 0; i < party->posts->len && *post == NULL; i++)
    if (liaison_id_same (LIAISON_DATA (Post, party->posts->pdata[i])->site, site))
      *post = party->posts->pdata[i];
  return *post != NULL || g_hash_table_contains (party->presence, block);
}

/* A site at which a post of one meets a post or people of the other. */
static gboolean
find_meeting (LiaisonRepresentations *self,
              const Party *one,
              const Party *two,
              LiaisonRepresentation *cell)
{
  for (guint i = 0; i < one->posts->len; i++)
    {
      LiaisonId site = LIAISON_DATA (Post, one->posts->pdata[i])->site;
      const LiaisonBlock *other;
      if (find_block (self, site, &liaison_site_kind) == NULL || !is_at (self, two, site, &other))
        continue;
      cell->site = site;
      g_ptr_array_add (cell->posts, one->posts->pdata[i]);
      if (other != NULL)
        g_ptr_array_add (cell->posts, (gpointer) other);
      return TRUE;
    }
  return FALSE;
}

static void
look_at_pair (LiaisonRepresentations *self,
              const Party *one,
              const Party *two,
              LiaisonRepresentation *cell)
{
  const Party *other = find_party (self, LIAISON_DATA (Nation, one->block)->represented_by);

  if (one == two)
    cell->voice = LIAISON_VOICE_SELF;
  else if (add_posts_to (one, two->code, cell))
    {
      cell->voice = LIAISON_VOICE_POST;
      find_languages (self, cell, two->block);
    }
  else if (add_posts_to (two, one->code, cell))
    {
      cell->voice = LIAISON_VOICE_RETURN;
      find_languages (self, cell, one->block);
    }
  else if (other != NULL && (other == two || add_posts_to (other, two->code, cell)))
    {
      cell->voice = LIAISON_VOICE_OTHER;
      cell->by = other->code;
      if (other == two)
        find_shared_languages (cell, one->block, two->block);
      else
        find_languages (self, cell, two->block);
    }
  else if (find_meeting (self, one, two, cell) || find_meeting (self, two, one, cell))
    {
      cell->voice = LIAISON_VOICE_MEETING;
      find_shared_languages (cell, one->block, two->block);
    }
  else
    cell->voice = liaison_nation_needs_voice (one->block) && liaison_nation_needs_voice (two->block)
                      ? LIAISON_VOICE_GAP
                      : LIAISON_VOICE_NONE;
}

/* Whether a post stands at the site or in it. */
static gboolean
stands_at (LiaisonRepresentations *self, const LiaisonBlock *post, const LiaisonBlock *site)
{
  const LiaisonBlock *at = find_block (self, LIAISON_DATA (Post, post)->site, &liaison_site_kind);

  for (guint i = 0; at != NULL && at != site && i < MAX_DEPTH; i++)
    at = find_block (self, LIAISON_DATA (Site, at)->parent, &liaison_site_kind);
  return at == site;
}

static gboolean
add_posts_at (LiaisonRepresentations *self,
              const Party *party,
              const LiaisonBlock *site,
              LiaisonRepresentation *cell)
{
  for (guint i = 0; i < party->posts->len; i++)
    if (stands_at (self, party->posts->pdata[i], site))
      g_ptr_array_add (cell->posts, party->posts->pdata[i]);
  return cell->posts->len > 0;
}

/* Each post reaches the nation it is sent to. */
static void
find_languages_there (LiaisonRepresentations *self, LiaisonRepresentation *cell)
{
  gboolean named = FALSE;

  for (guint i = 0; i < cell->posts->len; i++)
    {
      const LiaisonBlock *post = cell->posts->pdata[i];
      const Party *to = find_party (self, LIAISON_DATA (Post, post)->to_nation);
      if (to == NULL)
        continue;
      if (add_spoken (self, post, to->block, cell->languages))
        named = TRUE;
      else
        add_asked (post, to->block, cell->languages);
    }
  cell->unnamed = !named && cell->posts->len > 0;
  cell->speechless = named && cell->languages->len == 0;
}

static void
look_at_site (LiaisonRepresentations *self,
              const Party *party,
              const LiaisonBlock *site,
              LiaisonRepresentation *cell)
{
  const Party *other = find_party (self, LIAISON_DATA (Nation, party->block)->represented_by);

  if (add_posts_at (self, party, site, cell))
    cell->voice = LIAISON_VOICE_POST;
  else if (g_hash_table_contains (party->presence, site)
           || LIAISON_DATA (Site, site)->nation == party->code)
    cell->voice = LIAISON_VOICE_PRESENCE;
  else if (other != NULL
           && (add_posts_at (self, other, site, cell)
               || g_hash_table_contains (other->presence, site)))
    {
      cell->voice = LIAISON_VOICE_OTHER;
      cell->by = other->code;
    }
  else
    cell->voice =
        g_hash_table_contains (party->events, site) && liaison_nation_needs_voice (party->block)
            ? LIAISON_VOICE_GAP
            : LIAISON_VOICE_NONE;
  find_languages_there (self, cell);
}

LiaisonRepresentations *
liaison_representations_new (const LiaisonSnapshot *snapshot, gboolean sites)
{
  LiaisonRepresentations *self = g_new0 (LiaisonRepresentations, 1);

  self->snapshot = snapshot;
  self->sites = sites;
  self->parties = g_array_new (FALSE, TRUE, sizeof (Party));
  g_array_set_clear_func (self->parties, party_clear);
  self->columns = g_ptr_array_new ();
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  add_parties (self);
  add_posts (self);
  add_presence (self);
  if (sites)
    {
      add_events (self);
      choose_sites (self);
    }
  else
    for (guint i = 0; i < self->parties->len; i++)
      g_ptr_array_add (self->columns, (gpointer) get_party (self, i)->block);
  self->cells = g_new0 (LiaisonRepresentation, MAX (self->parties->len * self->columns->len, 1));
  for (guint row = 0; row < self->parties->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        LiaisonRepresentation *cell = &self->cells[row * self->columns->len + column];
        cell->posts = g_ptr_array_new ();
        cell->languages = g_ptr_array_new ();
        if (sites)
          look_at_site (self, get_party (self, row), self->columns->pdata[column], cell);
        else
          look_at_pair (self, get_party (self, row), get_party (self, column), cell);
      }
  return self;
}

guint
liaison_representations_count_rows (const LiaisonRepresentations *self)
{
  return self->parties->len;
}

guint
liaison_representations_count_columns (const LiaisonRepresentations *self)
{
  return self->columns->len;
}

const LiaisonBlock *
liaison_representations_get_row (const LiaisonRepresentations *self, guint row)
{
  return get_party (self, row)->block;
}

const LiaisonBlock *
liaison_representations_get_column (const LiaisonRepresentations *self, guint column)
{
  return self->columns->pdata[column];
}

const LiaisonRepresentation *
liaison_representations_get (const LiaisonRepresentations *self, guint row, guint column)
{
  return &self->cells[row * self->columns->len + column];
}

guint
liaison_representations_count_gaps (const LiaisonRepresentations *self)
{
  guint n = self->parties->len * self->columns->len, gaps = 0;

  for (guint i = 0; i < n; i++)
    gaps += self->cells[i].voice == LIAISON_VOICE_GAP;
  return gaps;
}

guint
liaison_representations_count_speechless (const LiaisonRepresentations *self)
{
  guint n = self->parties->len * self->columns->len, sum = 0;

  for (guint i = 0; i < n; i++)
    sum += self->cells[i].speechless;
  return sum;
}
