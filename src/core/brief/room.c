/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/room.h"

#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "words/names.h"
#include "words/search.h"

#include <string.h>

typedef struct
{
  LiaisonRoom *room;
  const LiaisonSnapshot *snapshot;
  const LiaisonEventData *event;
  LiaisonWords *words;
  GHashTable *seen; /* blocks of people */
} Gathering;

static void
nation_free (gpointer data)
{
  LiaisonRoomNation *self = data;

  g_array_unref (self->people);
  g_clear_pointer (&self->card, liaison_card_free);
  g_free (self);
}

static LiaisonRoomNation *
get_nation (Gathering *self, const char *code)
{
  LiaisonRoomNation *nation;
  guint n;
  const LiaisonBlock *const *briefings =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_BRIEFING, &n);

  for (guint i = 0; i < self->room->nations->len; i++)
    {
      nation = self->room->nations->pdata[i];
      if (g_strcmp0 (nation->code, code) == 0)
        return nation;
    }
  nation = g_new0 (LiaisonRoomNation, 1);
  nation->code = code;
  nation->people = g_array_new (FALSE, FALSE, sizeof (LiaisonRoomPerson));
  nation->briefing = code != NULL ? liaison_card_find (briefings, n, code) : NULL;
  if (nation->briefing != NULL)
    nation->card = liaison_card_new (nation->briefing, liaison_words_get_language (self->words), 0);
  g_ptr_array_add (self->room->nations, nation);
  return nation;
}

static void
add_person (Gathering *self, LiaisonId id, int role)
{
  const LiaisonBlock *block =
      liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (self->snapshot, id);
  LiaisonRoomPerson person = { block, role, liaison_id_same (id, self->event->chair) };
  const char *code;

  if (block == NULL
      || (block->shape != &liaison_participant_kind.shape
          && block->shape != &liaison_post_kind.shape)
      || !g_hash_table_add (self->seen, (gpointer) block))
    return;
  code = block->shape == &liaison_post_kind.shape ? LIAISON_DATA (Post, block)->from_nation
                                                  : LIAISON_DATA (Participant, block)->nation;
  g_array_append_val (get_nation (self, code)->people, person);
  self->room->n_people++;
}

static void
gather (Gathering *self)
{
  guint n_codes, n_ids, n_roles = liaison_items_get_size (self->event->roles);
  const LiaisonId *ids = liaison_ids_get (self->event->participants, &n_ids);
  const char *const *codes = liaison_codes_get (self->event->nations, &n_codes);

  for (guint i = 0; i < n_roles; i++)
    {
      const LiaisonEventRoleData *role =
          LIAISON_DATA (EventRole, liaison_items_get (self->event->roles, i));

      if (role->nation != NULL)
        get_nation (self, role->nation);
      add_person (self, role->participant, role->role);
    }
  add_person (self, self->event->chair, LIAISON_EVENT_ROLE_UNSET);
  for (guint i = 0; i < n_ids; i++)
    add_person (self, ids[i], LIAISON_EVENT_ROLE_UNSET);
  for (guint i = 0; i < n_codes; i++)
    get_nation (self, codes[i]);
}

/* The chair, persons by rank, then what consists of several. */
static guint
weigh (const LiaisonRoomPerson *person)
{
  if (person->chair)
    return 0;
  if (person->block->shape == &liaison_participant_kind.shape
      && LIAISON_DATA (Participant, person->block)->type == LIAISON_PARTICIPANT_TYPE_PERSON)
    return 1 + liaison_rank_get_place (LIAISON_DATA (Participant, person->block)->rank_code);
  return G_MAXUINT;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  guint left = weigh (a), right = weigh (b);

  if (left != right)
    return left < right ? -1 : 1;
  return liaison_id_compare (((const LiaisonRoomPerson *) a)->block->id,
                             ((const LiaisonRoomPerson *) b)->block->id);
}

static gboolean
has_chair (const LiaisonRoomNation *nation)
{
  return nation->people->len > 0 && g_array_index (nation->people, LiaisonRoomPerson, 0).chair;
}

static int
compare_nations (gconstpointer a, gconstpointer b, gpointer words)
{
  const LiaisonRoomNation *one = *(const LiaisonRoomNation *const *) a;
  const LiaisonRoomNation *two = *(const LiaisonRoomNation *const *) b;
  g_autofree char *left = NULL, *right = NULL;

  if (has_chair (one) != has_chair (two))
    return has_chair (one) ? -1 : 1;
  if (one->code == NULL || two->code == NULL)
    return (one->code == NULL) - (two->code == NULL);
  left = liaison_words_dup_nation (words, one->code);
  right = liaison_words_dup_nation (words, two->code);
  return liaison_words_compare (words, left, right);
}

LiaisonRoom *
liaison_room_new (const LiaisonSnapshot *snapshot, const LiaisonBlock *event, LiaisonWords *words)
{
  LiaisonRoom *self = g_new0 (LiaisonRoom, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Gathering gathering = { self, snapshot, LIAISON_DATA (Event, event), words, seen };

  self->event = event;
  self->nations = g_ptr_array_new_with_free_func (nation_free);
  gather (&gathering);
  for (guint i = 0; i < self->nations->len; i++)
    g_array_sort (((LiaisonRoomNation *) self->nations->pdata[i])->people, compare_people);
  g_ptr_array_sort_with_data (self->nations, compare_nations, words);
  return self;
}

void
liaison_room_free (LiaisonRoom *self)
{
  g_ptr_array_unref (self->nations);
  g_free (self);
}

static void
list_if (const LiaisonCard *card, gboolean key, GArray *places, guint max)
{
  for (guint i = 0; i < card->lines->len && places->len < max; i++)
    {
      const LiaisonStatementData *statement =
          g_array_index (card->lines, LiaisonCardLine, i).statement;

      if (key ? statement->key
              : statement->topic == LIAISON_BRIEFING_TOPIC_GREETING
                    || statement->topic == LIAISON_BRIEFING_TOPIC_ADDRESS)
        g_array_append_val (places, i);
    }
}

GArray *
liaison_room_list_statements (const LiaisonCard *card, guint max)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  list_if (card, TRUE, places, max);
  if (places->len == 0)
    list_if (card, FALSE, places, max);
  return places;
}
