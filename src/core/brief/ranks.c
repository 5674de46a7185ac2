/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/ranks.h"

#include "liaison-ranks.h"

#include "record/duration.h"
#include "words/member.h"

#include <string.h>

#define RESOURCE "/org/liaisonplanner/Liaison/ranks/stanag-2116.json"

static LiaisonText *
read_title (JsonObject *object)
{
  LiaisonMemberProblem problem;
  LiaisonText *title = NULL;
  gboolean read = liaison_member_get_text (object, "title", TRUE, TRUE, &title, &problem);

  g_assert (read);
  return title;
}

static void
read_group (LiaisonRanks *self, JsonObject *object)
{
  JsonArray *codes = json_object_get_array_member (object, "codes");
  const LiaisonRankGroup group = {
    .title = read_title (object),
    .first = self->codes->len,
    .n = json_array_get_length (codes),
  };

  for (guint i = 0; i < group.n; i++)
    g_ptr_array_add (self->codes, g_strdup (json_array_get_string_element (codes, i)));
  g_array_append_val (self->groups, group);
}

/* What comes with the program is as the tests found it. */
static LiaisonRanks *
read_resource (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (liaison_ranks_get_resource (), RESOURCE, 0, NULL);
  LiaisonRanks *self = g_new0 (LiaisonRanks, 1);
  JsonObject *root;
  JsonArray *groups;
  const char *checked;

  g_assert (bytes != NULL
            && json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes), NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  groups = json_object_get_array_member (root, "groups");
  self->title = read_title (root);
  self->source = g_strdup (json_object_get_string_member (root, "source"));
  self->source_link = g_strdup (json_object_get_string_member (root, "source-link"));
  checked = json_object_get_string_member (root, "checked");
  liaison_date_parse (checked, strlen (checked), &self->checked, NULL);
  self->codes = g_ptr_array_new ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (LiaisonRankGroup));
  for (guint i = 0; i < json_array_get_length (groups); i++)
    read_group (self, json_array_get_object_element (groups, i));
  g_ptr_array_add (self->codes, NULL);
  return self;
}

const LiaisonRanks *
liaison_ranks_get (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_resource ());
  return (const LiaisonRanks *) once;
}

const char *const *
liaison_ranks_list_codes (void)
{
  return (const char *const *) liaison_ranks_get ()->codes->pdata;
}

guint
liaison_rank_get_place (const char *code)
{
  const char *const *codes = liaison_ranks_list_codes ();
  guint i;

  for (i = 0; codes[i] != NULL; i++)
    if (code != NULL && g_ascii_strcasecmp (code, codes[i]) == 0)
      break;
  return i;
}
