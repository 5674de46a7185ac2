/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/audience.h"

#include "record/intern.h"
#include "record/kinds/event.h"
#include "record/kinds/group.h"
#include "record/kinds/nation.h"
#include "record/kinds/pack.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"

#include <string.h>

#define ROLE_PREFIX "role:"

G_DEFINE_QUARK (liaison - audience - error, liaison_audience_error)

LiaisonAudience *
liaison_audience_ref (LiaisonAudience *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_audience_unref (LiaisonAudience *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  liaison_codes_unref (self->nations);
  g_free (self->name);
  g_free (self);
}

static LiaisonAudience *
audience_new (LiaisonAudienceType type, const char *name)
{
  LiaisonAudience *self = g_new0 (LiaisonAudience, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;
  self->name = g_strdup (name);
  return self;
}

/* Those who make or watch the play, and so see it beforehand. Opposing forces, safety and support
 * are not among them. */
static gboolean
is_control (LiaisonParticipantRole role)
{
  switch (role)
    {
    case LIAISON_PARTICIPANT_ROLE_EXERCISE_CONTROL:
    case LIAISON_PARTICIPANT_ROLE_RESPONSE_CELL:
    case LIAISON_PARTICIPANT_ROLE_ROLE_PLAYER:
    case LIAISON_PARTICIPANT_ROLE_EVALUATOR:
    case LIAISON_PARTICIPANT_ROLE_OBSERVER_TRAINER:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_role (LiaisonAudience *self, LiaisonParticipantRole role)
{
  self->role = role;
  self->control = is_control (role);
}

static void
add_nation (LiaisonAudience *self, const char *code)
{
  LiaisonCodes *before = self->nations;

  if (code == NULL)
    return;
  self->nations = liaison_codes_with (before, code, TRUE);
  liaison_codes_unref (before);
}

LiaisonAudience *
liaison_audience_new_for_nation (const char *nation)
{
  LiaisonAudience *self = audience_new (LIAISON_AUDIENCE_NATION, nation);

  add_nation (self, nation);
  return self;
}

LiaisonAudience *
liaison_audience_with_highest (const LiaisonAudience *self, const char *level)
{
  LiaisonAudience *copy = audience_new (self->type, self->name);

  copy->nations = liaison_codes_ref (self->nations);
  copy->role = self->role;
  copy->control = self->control;
  copy->record = self->record;
  copy->highest = level != NULL && *level != '\0' ? liaison_intern (level, strlen (level)) : NULL;
  return copy;
}

/* Whom nobody belongs to sees nothing, and not everything. */
static LiaisonAudience *
check (LiaisonAudience *self, GError **error)
{
  guint n;

  liaison_codes_get (self->nations, &n);
  if (n > 0 || self->type == LIAISON_AUDIENCE_PLANNERS)
    return self;
  g_set_error (error, LIAISON_AUDIENCE_ERROR, LIAISON_AUDIENCE_ERROR_EMPTY,
               "“%s” has no nation: nothing can be released to it", self->name);
  liaison_audience_unref (self);
  return NULL;
}

static LiaisonAudience *
refuse (const char *text, GError **error)
{
  g_set_error (error, LIAISON_AUDIENCE_ERROR, LIAISON_AUDIENCE_ERROR_UNKNOWN,
               "“%s” is no nation, role, liaison post, participant, group or event of this plan",
               text);
  return NULL;
}

static LiaisonAudience *
make_role (const LiaisonSnapshot *plan, LiaisonParticipantRole role, GError **error)
{
  g_autofree char *name =
      g_strconcat (ROLE_PREFIX, liaison_participant_roles.choices[role].nick, NULL);
  LiaisonAudience *self;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (plan, LIAISON_KIND_PARTICIPANT, &n);

  if (role == LIAISON_PARTICIPANT_ROLE_UNSET)
    return refuse (name, error);
  self = audience_new (LIAISON_AUDIENCE_ROLE, name);
  set_role (self, role);
  for (guint i = 0; i < n; i++)
    if ((LiaisonParticipantRole) LIAISON_DATA (Participant, blocks[i])->role == role)
      add_nation (self, LIAISON_DATA (Participant, blocks[i])->nation);
  return check (self, error);
}

/* STARTEX and ENDEX are found by a code too. */
static gboolean
is_nation (const LiaisonSnapshot *plan, const char *code)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (plan);
  const LiaisonBlock *block = code != NULL && !liaison_id_is_zero (liaison_id_for_code (code))
                                  ? liaison_lookup_find_nation (&lookup, code)
                                  : NULL;

  return block != NULL && block->shape == &liaison_nation_kind.shape;
}

static LiaisonAudience *
make_nation (const LiaisonSnapshot *plan,
             const char *code,
             LiaisonParticipantRole role,
             GError **error)
{
  LiaisonAudience *self;

  if (!is_nation (plan, code))
    return refuse (code != NULL ? code : "", error);
  self = liaison_audience_new_for_nation (code);
  if (role != LIAISON_PARTICIPANT_ROLE_UNSET)
    {
      set_role (self, role);
      g_free (self->name);
      self->name =
          g_strconcat (code, "/" ROLE_PREFIX, liaison_participant_roles.choices[role].nick, NULL);
    }
  return self;
}

static void
add_codes (LiaisonAudience *self, const LiaisonCodes *codes)
{
  guint n;
  const char *const *list = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    add_nation (self, list[i]);
}

/* The nation that stands behind a participant or a post; NULL where none does. */
static const char *
get_nation_of (const LiaisonSnapshot *plan, LiaisonId id)
{
  const LiaisonBlock *block = liaison_snapshot_find (plan, id);

  if (block != NULL && block->shape == &liaison_participant_kind.shape)
    return LIAISON_DATA (Participant, block)->nation;
  if (block != NULL && block->shape == &liaison_post_kind.shape)
    return LIAISON_DATA (Post, block)->from_nation;
  return NULL;
}

/* All nations that are at the event, by name or by those whom they send. */
static void
add_room (LiaisonAudience *self, const LiaisonSnapshot *plan, const LiaisonEventData *event)
{
  guint n;
  const LiaisonId *participants = liaison_ids_get (event->participants, &n);

  add_codes (self, event->nations);
  for (guint i = 0; i < n; i++)
    add_nation (self, get_nation_of (plan, participants[i]));
  add_nation (self, get_nation_of (plan, event->chair));
  for (guint i = 0; i < liaison_items_get_size (event->roles); i++)
    {
      const LiaisonEventRoleData *role =
          LIAISON_DATA (EventRole, liaison_items_get (event->roles, i));

      add_nation (self, role->nation);
      add_nation (self, get_nation_of (plan, role->participant));
    }
}

static void
set_highest (LiaisonAudience *self, const char *level)
{
  if (level != NULL && *level != '\0')
    self->highest = liaison_intern (level, strlen (level));
}

/* NULL where records of its kind are no audience. */
static LiaisonAudience *
begin_record (const LiaisonBlock *block)
{
  static const struct
  {
    const LiaisonKind *kind;
    LiaisonAudienceType type;
  } types[] = {
    { &liaison_post_kind, LIAISON_AUDIENCE_POST },
    { &liaison_participant_kind, LIAISON_AUDIENCE_PARTICIPANT },
    { &liaison_group_kind, LIAISON_AUDIENCE_GROUP },
    { &liaison_event_kind, LIAISON_AUDIENCE_EVENT },
  };
  char name[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (block->id, name);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (block->shape == &types[i].kind->shape)
      {
        LiaisonAudience *self = audience_new (types[i].type, name);

        self->record = block->id;
        return self;
      }
  return NULL;
}

static LiaisonAudience *
make_record (const LiaisonSnapshot *plan, const LiaisonBlock *block, GError **error)
{
  LiaisonAudience *self = block != NULL ? begin_record (block) : NULL;

  if (self == NULL)
    {
      char name[LIAISON_ID_TEXT_SIZE] = "";

      if (block != NULL)
        liaison_id_format (block->id, name);
      return refuse (name, error);
    }
  switch (self->type)
    {
    case LIAISON_AUDIENCE_POST:
      add_nation (self, LIAISON_DATA (Post, block)->from_nation);
      set_highest (self, LIAISON_DATA (Post, block)->clearance);
      break;
    case LIAISON_AUDIENCE_PARTICIPANT:
      add_nation (self, LIAISON_DATA (Participant, block)->nation);
      set_role (self, LIAISON_DATA (Participant, block)->role);
      set_highest (self, LIAISON_DATA (Participant, block)->clearance);
      break;
    case LIAISON_AUDIENCE_GROUP:
      add_codes (self, LIAISON_DATA (Group, block)->members);
      break;
    default:
      add_room (self, plan, LIAISON_DATA (Event, block));
      break;
    }
  return check (self, error);
}

static const LiaisonBlock *
find_coded (const LiaisonSnapshot *plan, LiaisonKindId kind, const char *code)
{
  const LiaisonField *field =
      liaison_shape_find_flagged (&liaison_kind_get (kind)->shape, LIAISON_FIELD_CODE);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (plan, kind, &n);

  for (guint i = 0; field != NULL && field->type == LIAISON_FIELD_STRING && i < n; i++)
    if (g_strcmp0 (*(GRefString *const *) LIAISON_BLOCK_AT (blocks[i], field), code) == 0)
      return blocks[i];
  return NULL;
}

static const LiaisonBlock *
find_record (const LiaisonSnapshot *plan, const char *text)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_POST, LIAISON_KIND_GROUP, LIAISON_KIND_EVENT,
                                         LIAISON_KIND_PARTICIPANT };
  const LiaisonBlock *block = NULL;
  LiaisonId id;

  if (liaison_id_parse (text, strlen (text), &id))
    return liaison_snapshot_find (plan, id);
  for (guint i = 0; block == NULL && i < G_N_ELEMENTS (kinds); i++)
    block = find_coded (plan, kinds[i], text);
  return block;
}

static LiaisonParticipantRole
find_role (const char *nick)
{
  return liaison_choices_find (&liaison_participant_roles, nick, strlen (nick));
}

LiaisonAudience *
liaison_audience_parse (const LiaisonSnapshot *plan, const char *text, GError **error)
{
  const char *slash = strstr (text, "/" ROLE_PREFIX);
  const LiaisonBlock *block;
  LiaisonParticipantRole role;

  if (strcmp (text, "planners") == 0)
    {
      LiaisonAudience *self = audience_new (LIAISON_AUDIENCE_PLANNERS, text);

      self->control = TRUE;
      return self;
    }
  if (g_str_has_prefix (text, ROLE_PREFIX))
    {
      role = find_role (text + strlen (ROLE_PREFIX));
      return role != LIAISON_PARTICIPANT_ROLE_UNSET ? make_role (plan, role, error)
                                                    : refuse (text, error);
    }
  if (slash != NULL)
    {
      g_autofree char *code = g_strndup (text, slash - text);

      role = find_role (slash + strlen ("/" ROLE_PREFIX));
      return role != LIAISON_PARTICIPANT_ROLE_UNSET ? make_nation (plan, code, role, error)
                                                    : refuse (text, error);
    }
  block = is_nation (plan, text) ? NULL : find_record (plan, text);
  return block != NULL ? make_record (plan, block, error)
                       : make_nation (plan, text, LIAISON_PARTICIPANT_ROLE_UNSET, error);
}

LiaisonAudience *
liaison_audience_new_for_pack (const LiaisonSnapshot *plan,
                               const LiaisonBlock *pack,
                               GError **error)
{
  const LiaisonPackData *data = LIAISON_DATA (Pack, pack);
  g_autoptr (LiaisonAudience) whom = NULL;

  switch (data->audience)
    {
    case LIAISON_PACK_AUDIENCE_ROLE:
      whom = data->nation != NULL ? make_nation (plan, data->nation, data->role, error)
                                  : make_role (plan, data->role, error);
      break;
    case LIAISON_PACK_AUDIENCE_POST:
      whom = make_record (plan, liaison_snapshot_find (plan, data->post), error);
      break;
    case LIAISON_PACK_AUDIENCE_PARTICIPANT:
      whom = make_record (plan, liaison_snapshot_find (plan, data->participant), error);
      break;
    case LIAISON_PACK_AUDIENCE_GROUP:
      whom = make_record (plan, liaison_snapshot_find (plan, data->group), error);
      break;
    case LIAISON_PACK_AUDIENCE_PLANNERS:
      whom = liaison_audience_parse (plan, "planners", error);
      break;
    default:
      whom = make_nation (plan, data->nation, data->role, error);
    }
  if (whom == NULL || data->highest_level == NULL || *data->highest_level == '\0')
    return g_steal_pointer (&whom);
  return liaison_audience_with_highest (whom, data->highest_level);
}
