/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/versions-view.h"

#include "screen.h"
#include "shared/choice-popover.h"
#include "shared/live-matrix.h"

#include "arrangements/versions.h"
#include "words/names.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonSession *session;   /* borrowed: the widget keeps it longer */
  LiaisonLiveMatrix *live;   /* borrowed */
  LiaisonVersions *versions; /* what is shown; owned */
  guint row, column;         /* of the popover */
} Versions;

static void
versions_free (gpointer data)
{
  Versions *self = data;

  g_clear_pointer (&self->versions, liaison_versions_free);
  g_free (self);
}

static const LiaisonBlock *
get_agreement (Versions *self, guint row)
{
  return self->versions != NULL && row < self->versions->agreements->len
             ? self->versions->agreements->pdata[row]
             : NULL;
}

static const char *
get_language (Versions *self, guint column)
{
  return self->versions != NULL && column < self->versions->languages->len
             ? self->versions->languages->pdata[column]
             : NULL;
}

static void
add_heads (Versions *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < self->versions->languages->len; i++)
    {
      g_autofree char *name = liaison_words_dup_language (manner->words, get_language (self, i));
      const LiaisonMatrixHead head = { .label = name };

      liaison_matrix_add_column (matrix, &head);
    }
  for (guint i = 0; i < self->versions->agreements->len; i++)
    {
      const LiaisonBlock *agreement = get_agreement (self, i);
      const LiaisonAgreementData *data = LIAISON_DATA (Agreement, agreement);
      g_autofree char *name = liaison_manner_tell_block_name (manner, agreement);
      const LiaisonMatrixHead head = {
        .id = agreement->id,
        .label = name,
        .detail = data->stage > 0
                      ? liaison_words_get (manner->words,
                                           liaison_agreement_stages.choices[data->stage].label)
                      : NULL
      };

      liaison_matrix_add_row (matrix, &head);
    }
}

static LiaisonTextStatus
get_status (Versions *self, guint row, guint column)
{
  const LiaisonBlock *version =
      liaison_versions_find (get_agreement (self, row), get_language (self, column));

  return version != NULL ? (LiaisonTextStatus) LIAISON_DATA (AgreementVersion, version)->status
                         : LIAISON_TEXT_STATUS_UNSET;
}

/* TRUE where it is missing. */
static gboolean
set_cell (Versions *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint row, guint column)
{
  static const struct
  {
    LiaisonHue hue;
    double level;
  } looks[] = {
    [LIAISON_TEXT_STATUS_UNSET] = { LIAISON_HUE_GREY, 0.3 },
    [LIAISON_TEXT_STATUS_DRAFT] = { LIAISON_HUE_GREY, 0.3 },
    [LIAISON_TEXT_STATUS_TRANSLATED] = { LIAISON_HUE_BLUE, 0.4 },
    [LIAISON_TEXT_STATUS_VERIFIED] = { LIAISON_HUE_TEAL, 0.5 },
    [LIAISON_TEXT_STATUS_AUTHENTIC] = { LIAISON_HUE_GREEN, 0.6 },
  };
  const LiaisonBlock *agreement = get_agreement (self, row);
  LiaisonTextStatus status = get_status (self, row, column);

  if (liaison_versions_find (agreement, get_language (self, column)) != NULL)
    liaison_matrix_set_heat (
        matrix, row, column, looks[status].hue, looks[status].level,
        status != LIAISON_TEXT_STATUS_UNSET
            ? liaison_words_get (manner->words, liaison_text_statuses.choices[status].label)
            : "?");
  else if (liaison_versions_is_missing (self->versions, agreement, get_language (self, column)))
    {
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_YELLOW, 0.35,
                               /* Translators: A language version of an agreement that a party needs */
                               liaison_words_get (manner->words, N_ ("Missing")));
      return TRUE;
    }
  return FALSE;
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  Versions *self = data;
  guint missing = 0;

  g_clear_pointer (&self->versions, liaison_versions_free);
  self->versions = liaison_versions_new ((LiaisonSnapshot *) snapshot);
  liaison_matrix_set_column_letters (matrix, 11);
  liaison_matrix_set_head_letters (matrix, 40);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Agreement")));
  add_heads (self, matrix, manner);
  for (guint row = 0; row < self->versions->agreements->len; row++)
    for (guint column = 0; column < self->versions->languages->len; column++)
      missing += set_cell (self, matrix, manner, row, column);
  return missing == 0
             ? g_strdup (_ ("Every party has a version in an official language"))
             : liaison_screen_printf (
                   ngettext ("%u version is missing in a party’s official language",
                             "%u versions are missing in parties’ official languages", missing),
                   missing);
}

static GArray *
list (guint row, guint column, gpointer data)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  const LiaisonBlock *agreement = get_agreement (data, row);

  if (agreement != NULL)
    g_array_append_val (ids, agreement->id);
  return ids;
}

static char *
tell (const LiaisonManner *manner, guint row, guint column, gpointer data)
{
  Versions *self = data;
  const LiaisonBlock *agreement = get_agreement (self, row);
  const char *language = get_language (self, column);
  const LiaisonBlock *version =
      agreement != NULL && language != NULL ? liaison_versions_find (agreement, language) : NULL;

  if (agreement == NULL || language == NULL)
    return NULL;
  if (version != NULL)
    return g_strdup (LIAISON_DATA (AgreementVersion, version)->document);
  return liaison_versions_is_missing (self->versions, agreement, language)
             ? g_strdup (_ ("An official language of a party"))
             : NULL;
}

static void
set_status (Versions *self, guint row, guint column, LiaisonTextStatus status)
{
  const LiaisonBlock *agreement = get_agreement (self, row);
  const char *language = get_language (self, column);
  LiaisonProposal *proposal =
      agreement != NULL && language != NULL
          ? liaison_versions_propose (agreement, language, status, g_get_real_time () / 1000)
          : NULL;

  if (proposal != NULL)
    liaison_session_commit (self->session, proposal, NULL);
}

static void
chosen_cb (guint choice, gpointer data)
{
  Versions *self = data;

  set_status (self, self->row, self->column, choice == 4 ? LIAISON_TEXT_STATUS_UNSET : LIAISON_TEXT_STATUS_DRAFT + choice);
}

static gboolean
can_set (Versions *self, guint row, guint column)
{
  return get_agreement (self, row) != NULL && get_language (self, column) != NULL
         && !liaison_editor_get_read_only (liaison_session_get_editor (self->session));
}

static gboolean
activate (guint row, guint column, gpointer data)
{
  Versions *self = data;
  const char *const labels[] = { _ (liaison_text_statuses.choices[LIAISON_TEXT_STATUS_DRAFT].label),
                                 _ (liaison_text_statuses.choices[LIAISON_TEXT_STATUS_TRANSLATED].label),
                                 _ (liaison_text_statuses.choices[LIAISON_TEXT_STATUS_VERIFIED].label),
                                 _ (liaison_text_statuses.choices[LIAISON_TEXT_STATUS_AUTHENTIC].label),
                                 _ ("None"), NULL };
  GdkRectangle area;
  LiaisonTextStatus status;

  if (column == LIAISON_MATRIX_NOWHERE)
    return FALSE;
  if (!can_set (self, row, column) || !liaison_live_matrix_place (self->live, row, column, &area))
    return TRUE;
  status = get_status (self, row, column);
  self->row = row;
  self->column = column;
  liaison_choice_popover_show (GTK_WIDGET (self->live), &area, labels,
                               status != LIAISON_TEXT_STATUS_UNSET
                                   ? status - LIAISON_TEXT_STATUS_DRAFT
                                   : G_MAXUINT,
                               chosen_cb, self);
  return TRUE;
}

/* 1 to 4 set how far it is at once; Delete takes the version away. */
static gboolean
key (guint key_value, guint row, guint column, gpointer data)
{
  Versions *self = data;
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key_value));
  gboolean gone = key_value == GDK_KEY_Delete || key_value == GDK_KEY_KP_Delete;

  if ((!gone && (digit < 1 || digit > LIAISON_TEXT_STATUS_AUTHENTIC)) || !can_set (self, row, column))
    return FALSE;
  set_status (self, row, column, gone ? LIAISON_TEXT_STATUS_UNSET : (LiaisonTextStatus) digit);
  return TRUE;
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .tell = tell,
  .activate = activate,
  .key = key,
  .title = N_ ("Language versions of agreements"),
  .empty_title = N_ ("No Agreements Yet"),
  .empty = N_ ("Add agreements and their parties: here you see in which languages each is, how far each version "
               "is, and which are missing."),
};

GtkWidget *
liaison_versions_view_new (LiaisonSession *session)
{
  Versions *self = g_new0 (Versions, 1);
  GtkWidget *live = liaison_live_matrix_new (session, &funcs, NULL, self, versions_free);

  self->session = session;
  self->live = LIAISON_LIVE_MATRIX (live);
  return live;
}
