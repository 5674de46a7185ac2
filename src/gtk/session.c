/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session.h"

#include "draft.h"
#include "finding-item.h"
#include "preferences.h"
#include "screen.h"
#include "session-private.h"

#include "record/intern.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (LiaisonSession, liaison_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PATH,
  PROP_MODIFIED,
  PROP_SAVING,
  N_PROPS
};

enum
{
  SIGNAL_MANNER_CHANGED,
  SIGNAL_NOTICE,
  SIGNAL_PROPOSED,
  SIGNAL_PROBLEM,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static gint64
now_cb (gpointer data)
{
  return g_get_real_time () / 1000;
}

static void
editor_modified_cb (LiaisonSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
document_changed_cb (LiaisonSession      *self,
                     const LiaisonChange *changes,
                     guint                n)
{
  for (guint i = 0; i < n; i++)
    if (changes[i].after != NULL && liaison_kind_for_shape (changes[i].after->shape)->id == LIAISON_KIND_EXERCISE)
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  liaison_session_follow_review (self, changes, n);
}

static void
preferences_changed_cb (LiaisonSession *self)
{
  LiaisonPreferences *preferences = liaison_preferences_get_default ();

  liaison_editor_set_author (self->editor, liaison_preferences_get_author (preferences));
  liaison_session_refresh_manner (self);
}

static void
liaison_session_dispose (GObject *object)
{
  LiaisonSession *self = LIAISON_SESSION (object);

  liaison_session_stop_review (self);
  g_clear_pointer (&self->index, liaison_review_index_free);
  g_clear_pointer (&self->fixes, liaison_fixes_free);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan->document, self);
  g_signal_handlers_disconnect_by_data (liaison_preferences_get_default (), self);
  g_clear_object (&self->journal);
  g_clear_object (&self->selection);
  g_clear_object (&self->editor);
  g_clear_object (&self->findings);
  g_clear_object (&self->accepted);

  G_OBJECT_CLASS (liaison_session_parent_class)->dispose (object);
}

static void
liaison_session_finalize (GObject *object)
{
  LiaisonSession *self = LIAISON_SESSION (object);

  g_clear_pointer (&self->plan, liaison_plan_free);
  g_clear_pointer (&self->words, liaison_words_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->refused, liaison_refused_texts_free);

  G_OBJECT_CLASS (liaison_session_parent_class)->finalize (object);
}

static void
liaison_session_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LiaisonSession *self = LIAISON_SESSION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, liaison_session_get_title (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, liaison_editor_get_modified (self->editor));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
liaison_session_class_init (LiaisonSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = liaison_session_dispose;
  object_class->finalize = liaison_session_finalize;
  object_class->get_property = liaison_session_get_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_MANNER_CHANGED]
      = g_signal_new ("manner-changed", LIAISON_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", LIAISON_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_PROPOSED] = g_signal_new ("proposed", LIAISON_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                           g_signal_accumulator_true_handled, NULL, NULL,
                                           G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", LIAISON_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
liaison_session_init (LiaisonSession *self)
{
  self->refused = liaison_refused_texts_new ();
}

LiaisonSession *
liaison_session_new (LiaisonPlan *plan,
                     const char  *path)
{
  LiaisonSession *self = g_object_new (LIAISON_TYPE_SESSION, NULL);
  LiaisonPreferences *preferences = liaison_preferences_get_default ();

  self->plan = plan;
  if (liaison_draft_is_draft (path))
    self->draft = g_strdup (path);
  else
    self->path = g_strdup (path);
  self->words = liaison_words_ref (liaison_screen_get_words ());
  self->editor = liaison_editor_new (plan->document, now_cb, NULL);
  self->selection = liaison_selection_new (plan->document);
  self->findings = g_list_store_new (LIAISON_TYPE_FINDING_ITEM);
  self->accepted = g_list_store_new (LIAISON_TYPE_FINDING_ITEM);
  liaison_editor_set_author (self->editor, liaison_preferences_get_author (preferences));
  liaison_editor_set_read_only (self->editor, plan->newer);
  liaison_trail_follow (plan->trail, self->editor);

  g_signal_connect_swapped (plan->document, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_object (self->editor, "notify::modified", G_CALLBACK (editor_modified_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "changed", G_CALLBACK (preferences_changed_cb), self, G_CONNECT_SWAPPED);
  liaison_session_queue_review (self);
  return self;
}

LiaisonDocument *
liaison_session_get_document (LiaisonSession *self)
{
  return self->plan->document;
}

void
liaison_session_bind_writable (LiaisonSession *self, gpointer object, const char *property)
{
  g_object_bind_property (self->editor, "read-only", object, property,
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

LiaisonEditor *
liaison_session_get_editor (LiaisonSession *self)
{
  return self->editor;
}

LiaisonTrail *
liaison_session_get_trail (LiaisonSession *self)
{
  return self->plan->trail;
}

LiaisonSelection *
liaison_session_get_selection (LiaisonSession *self)
{
  return self->selection;
}

const char *
liaison_session_get_title (LiaisonSession *self)
{
  const LiaisonBlock *exercise = liaison_record_get_block (liaison_document_get_exercise (self->plan->document));
  const char *title = liaison_block_get_title (exercise, liaison_words_get_language (self->words));

  return title != NULL ? title : _("Untitled exercise");
}

const char *
liaison_session_get_path (LiaisonSession *self)
{
  return self->path;
}

void
liaison_session_set_path (LiaisonSession *self,
                          const char     *path)
{
  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

void
liaison_session_notify_saving (LiaisonSession *self,
                               gboolean        saving)
{
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
}

LiaisonManner
liaison_session_get_manner (LiaisonSession *self)
{
  LiaisonPreferences *preferences = liaison_preferences_get_default ();

  return (LiaisonManner) {
    .words = self->words,
    .lookup = liaison_document_get_lookup (self->plan->document),
    .zone = liaison_preferences_get_zone (preferences),
    .format = liaison_preferences_get_time_style (preferences),
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
}

const char *
liaison_session_get_language (LiaisonSession *self)
{
  const char *language = liaison_words_get_language (self->words);
  return liaison_intern (language, strlen (language));
}

GListModel *
liaison_session_get_accepted (LiaisonSession *self)
{
  return G_LIST_MODEL (self->accepted);
}

GListModel *
liaison_session_get_findings (LiaisonSession *self)
{
  return G_LIST_MODEL (self->findings);
}

void
liaison_session_report (LiaisonSession *self,
                        const char     *what,
                        GError         *error)
{
  g_autoptr (GError) taken = error;
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, what, error != NULL ? error->message : "");
}

gboolean
liaison_session_commit (LiaisonSession  *self,
                        LiaisonProposal *proposal,
                        const char      *notice)
{
  g_autoptr (LiaisonProposal) taken = proposal;
  GError *error = NULL;
  gboolean asked = FALSE;

  g_signal_emit (self, signals[SIGNAL_PROPOSED], 0, proposal, &asked);
  if (asked)
    return TRUE;
  if (!liaison_editor_commit (self->editor, taken, &error))
    {
      liaison_session_report (self, _("The change was not made. The plan is as it was."), error);
      return FALSE;
    }
  if (notice != NULL)
    g_signal_emit (self, signals[SIGNAL_NOTICE], 0, notice, TRUE);
  return TRUE;
}

static void
tell_skipped (LiaisonSession *self,
              guint           skipped)
{
  if (skipped == 0)
    return;
  /* Translators: After Undo or Redo in a plan that others edit too. */
  g_autofree char *notice = liaison_screen_printf (ngettext ("%u change was left alone because it has been changed again since.",
                                                       "%u changes were left alone because they have been changed again since.",
                                                       skipped),
                                             skipped);
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, notice, FALSE);
}

void
liaison_session_undo (LiaisonSession *self)
{
  guint skipped = 0;
  if (liaison_editor_undo (self->editor, &skipped))
    tell_skipped (self, skipped);
}

void
liaison_session_redo (LiaisonSession *self)
{
  guint skipped = 0;
  if (liaison_editor_redo (self->editor, &skipped))
    tell_skipped (self, skipped);
}

void
liaison_session_refresh_manner (LiaisonSession *self)
{
  g_signal_emit (self, signals[SIGNAL_MANNER_CHANGED], 0);
}
