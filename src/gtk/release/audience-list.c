/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/audience-list.h"

#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "shared/drop-down-search.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n.h>

struct _LiaisonAudienceList
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *names; /* of char *: what is parsed for each line */

  /* Borrowed, child */
  GtkDropDown *down;

  gboolean filling;
  guint source; /* waits to list anew */
};

G_DEFINE_FINAL_TYPE (LiaisonAudienceList, liaison_audience_list, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
add (LiaisonAudienceList *self, GtkStringList *list, const char *label, char *name)
{
  gtk_string_list_append (list, label);
  g_ptr_array_add (self->names, name);
}

static void
add_nations (LiaisonAudienceList *self,
             GtkStringList *list,
             const LiaisonSnapshot *plan,
             const LiaisonManner *manner)
{
  guint n;
  const LiaisonBlock *const *nations = liaison_snapshot_get (plan, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *code = LIAISON_DATA (Nation, nations[i])->code;
      g_autofree char *name = code != NULL ? liaison_manner_tell_nation (manner, code) : NULL;

      if (code != NULL)
        add (self, list, name, g_strdup (code));
    }
}

/* Roles that somebody of a nation has. */
static void
add_roles (LiaisonAudienceList *self, GtkStringList *list, const LiaisonSnapshot *plan)
{
  g_autofree gboolean *had = g_new0 (gboolean, liaison_participant_roles.n);
  guint n;
  const LiaisonBlock *const *participants =
      liaison_snapshot_get (plan, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; i < n; i++)
    had[LIAISON_DATA (Participant, participants[i])->role] |=
        LIAISON_DATA (Participant, participants[i])->nation != NULL;
  for (guint role = 1; role < liaison_participant_roles.n; role++)
    if (had[role])
      add (self, list, _ (liaison_participant_roles.choices[role].label),
           g_strconcat ("role:", liaison_participant_roles.choices[role].nick, NULL));
}

static void
add_posts (LiaisonAudienceList *self,
           GtkStringList *list,
           const LiaisonSnapshot *plan,
           const LiaisonManner *manner)
{
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (plan, LIAISON_KIND_POST, &n);

  for (guint i = 0; i < n; i++)
    {
      char id[LIAISON_ID_TEXT_SIZE];
      g_autofree char *name = liaison_manner_tell_block_name (manner, posts[i]);
      const char *serial = LIAISON_DATA (Post, posts[i])->serial;
      g_autofree char *label = liaison_words_lead (manner->words, serial, name);

      liaison_id_format (posts[i]->id, id);
      if (LIAISON_DATA (Post, posts[i])->from_nation != NULL)
        add (self, list, label, g_strdup (id));
    }
}

static const char *
get_chosen (LiaisonAudienceList *self)
{
  guint selected = gtk_drop_down_get_selected (self->down);

  return selected < self->names->len ? self->names->pdata[selected] : NULL;
}

static void
fill (LiaisonAudienceList *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_chosen (self));

  self->filling = TRUE;
  g_ptr_array_set_size (self->names, 0);
  add_nations (self, list, plan, &manner);
  add_roles (self, list, plan);
  add_posts (self, list, plan, &manner);
  gtk_drop_down_set_model (self->down, G_LIST_MODEL (list));
  liaison_audience_list_choose (self, chosen);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->down), self->names->len > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
fill_cb (gpointer data)
{
  LiaisonAudienceList *self = data;

  self->source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (LiaisonAudienceList *self, const LiaisonChange *changes, guint n)
{
  for (guint i = 0; i < n && self->source == 0; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;

      if (either->shape == &liaison_nation_kind.shape
          || either->shape == &liaison_participant_kind.shape
          || either->shape == &liaison_post_kind.shape)
        self->source = g_idle_add (fill_cb, self);
    }
}

static void
manner_changed_cb (LiaisonAudienceList *self)
{
  fill (self);
}

static void
selected_cb (LiaisonAudienceList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
liaison_audience_list_dispose (GObject *object)
{
  LiaisonAudienceList *self = LIAISON_AUDIENCE_LIST (object);
  GtkWidget *down = GTK_WIDGET (self->down);

  g_clear_handle_id (&self->source, g_source_remove);
  self->down = NULL;
  g_clear_pointer (&down, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_audience_list_parent_class)->dispose (object);
}

static void
liaison_audience_list_finalize (GObject *object)
{
  LiaisonAudienceList *self = LIAISON_AUDIENCE_LIST (object);

  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (liaison_audience_list_parent_class)->finalize (object);
}

static void
liaison_audience_list_class_init (LiaisonAudienceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_audience_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_audience_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_audience_list_init (LiaisonAudienceList *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
liaison_audience_list_new (LiaisonSession *session)
{
  LiaisonAudienceList *self = g_object_new (LIAISON_TYPE_AUDIENCE_LIST, NULL);
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *down = gtk_drop_down_new (NULL, name);

  self->session = g_object_ref (session);
  self->down = GTK_DROP_DOWN (down);
  liaison_drop_down_set_searched (self->down, TRUE);
  gtk_widget_set_tooltip_text (down, _ ("Audience"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Audience"), -1);
  gtk_widget_set_parent (down, GTK_WIDGET (self));
  fill (self);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

LiaisonAudience *
liaison_audience_list_dup_chosen (LiaisonAudienceList *self)
{
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  const char *chosen = get_chosen (self);

  return chosen != NULL ? liaison_audience_parse (plan, chosen, NULL) : NULL;
}

void
liaison_audience_list_choose (LiaisonAudienceList *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->names->len; i++)
    if (g_strcmp0 (self->names->pdata[i], name) == 0)
      gtk_drop_down_set_selected (self->down, i);
}
