/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/finding-edits.h"

#include "edit/serials.h"
#include "preferences.h"
#include "review/acceptance.h"
#include "review/finding-dialog.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

gboolean
liaison_finding_can_fix (LiaisonSession *session, const LiaisonFinding *finding)
{
  return liaison_session_mend (session, (LiaisonFinding *) finding)->fix != NULL
         && !liaison_editor_get_read_only (liaison_session_get_editor (session));
}

/* The kind of record an edit is about: of one that is there, or that it brings. */
static const LiaisonKind *
find_kind (LiaisonSession *session, const LiaisonFixEdit *edit)
{
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (session), edit->slot.record);

  if (record != NULL)
    return liaison_record_get_kind (record);
  return edit->value.form == LIAISON_VALUE_BLOCK ? liaison_kind_for_shape (edit->value.as.block->shape) : NULL;
}

/* The serial after the last of the kind there is or was; @given: kind -> the number given last. Transfer full. */
static char *
take_serial (LiaisonSession *session, GHashTable *given, const LiaisonKind *kind)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (given, kind));

  if (number == 0)
    number = liaison_serials_find_highest (liaison_session_get_document (session),
                                           liaison_session_get_trail (session), kind);
  g_hash_table_insert (given, (gpointer) kind, GUINT_TO_POINTER (++number));
  return liaison_serials_format (kind, number);
}

/* Where a fix gives a serial: it knows of the records that are there only. */
static gboolean
is_serial (const LiaisonKind *kind, const LiaisonFixEdit *edit)
{
  return kind->prefix != NULL && edit->value.form == LIAISON_VALUE_FIELD && edit->slot.field >= 0
         && edit->slot.item_field == LIAISON_SLOT_WHOLE
         && kind->shape.fields[edit->slot.field].flags & LIAISON_FIELD_CODE;
}

/* Gives a record that a fix brings a serial, as a planner's would have. */
static void
give_serial (LiaisonSession *session, GHashTable *given, const LiaisonKind *kind, LiaisonValue *value)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);

  if (kind->prefix == NULL || code == NULL || code->type != LIAISON_FIELD_STRING
      || liaison_block_field_is_set (value->as.block, code))
    return;
  LiaisonBlock *block = liaison_block_copy (value->as.block);
  GRefString **at = (GRefString **) LIAISON_BLOCK_AT (block, code);
  g_autofree char *serial = take_serial (session, given, kind);
  *at = g_ref_string_new (serial);
  liaison_value_clear (value);
  *value = liaison_value_block (block);
  liaison_block_unref (block);
}

static void
take_fix (LiaisonSession *session, LiaisonProposal *proposal, const LiaisonFinding *finding, GHashTable *given)
{
  for (guint i = 0; i < finding->fix->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, i);
      const LiaisonKind *kind = find_kind (session, edit);
      LiaisonValue value;
      if (kind == NULL)
        continue;
      liaison_value_copy (&value, &edit->value);
      if (value.form == LIAISON_VALUE_BLOCK && edit->slot.field == LIAISON_SLOT_WHOLE)
        give_serial (session, given, kind, &value);
      else if (is_serial (kind, edit))
        {
          g_autofree char *serial = take_serial (session, given, kind);
          GRefString *written = g_ref_string_new (serial);
          liaison_value_clear (&value);
          value = liaison_value_field (&kind->shape.fields[edit->slot.field], &written);
          g_ref_string_release (written);
        }
      liaison_proposal_take (proposal, kind, &edit->slot, value);
    }
}

void
liaison_finding_fix (LiaisonSession *session, LiaisonFinding *finding)
{
  liaison_finding_fix_with_notice (session, finding, _ ("Fixed"));
}

gboolean
liaison_finding_fix_with_notice (LiaisonSession *session, LiaisonFinding *finding, const char *notice)
{
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  LiaisonProposal *proposal;

  if (!liaison_finding_can_fix (session, finding))
    return FALSE;
  finding = liaison_session_mend (session, finding);
  proposal = liaison_proposal_new (finding->fix_label);
  for (guint i = 0; finding->operands != NULL && i < finding->operands->len; i++)
    liaison_proposal_take_operand (proposal,
                                   liaison_operand_copy (&g_array_index (finding->operands, LiaisonOperand, i)));
  take_fix (session, proposal, finding, given);
  return liaison_session_commit (session, proposal, notice);
}

/* Whether a fix before this one has changed one of its slots already: of two, the first is done and the other found anew. */
static gboolean
is_taken (const GPtrArray *chosen, const LiaisonFinding *finding)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const GArray *before = ((const LiaisonFinding *) chosen->pdata[i])->fix;
      for (guint j = 0; j < before->len; j++)
        for (guint k = 0; k < finding->fix->len; k++)
          if (liaison_slot_equal (&g_array_index (before, LiaisonFixEdit, j).slot,
                                  &g_array_index (finding->fix, LiaisonFixEdit, k).slot))
            return TRUE;
    }
  return FALSE;
}

static void
fix_all_cb (LiaisonSession *session, const GPtrArray *findings)
{
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Fix {count} findings"));

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", findings->len));
  for (guint i = 0; i < findings->len; i++)
    take_fix (session, proposal, findings->pdata[i], given);
  liaison_session_commit (session, proposal, _ ("Fixed"));
}

void
liaison_findings_ask_to_fix (GtkWindow *parent, LiaisonSession *session, LiaisonFinding *const *findings, guint n)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);

  for (guint i = 0; i < n; i++)
    {
      LiaisonFinding *mended = liaison_session_mend (session, findings[i]);
      if (liaison_finding_can_fix (session, findings[i]) && !is_taken (chosen, mended))
        g_ptr_array_add (chosen, liaison_finding_ref (mended));
    }
  if (chosen->len > 0)
    liaison_fix_dialog_present (parent, session, chosen, fix_all_cb);
}

static void
accept_cb (LiaisonSession *session, const GPtrArray *findings, const char *reason, gint32 until)
{
  LiaisonEditor *editor = liaison_session_get_editor (session);
  LiaisonPreferences *preferences = liaison_preferences_get_default ();

  liaison_session_commit (session,
                          liaison_acceptance_propose_all ((LiaisonFinding *const *) findings->pdata, findings->len, reason,
                                                          liaison_session_get_language (session),
                                                          liaison_preferences_get_author (preferences),
                                                          liaison_editor_now (editor) / 1000,
                                                          liaison_preferences_get_zone (preferences), until),
                          _ ("Accepted"));
}

void
liaison_findings_ask_to_accept (GtkWindow *parent, LiaisonSession *session, LiaisonFinding *const *findings, guint n)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);

  if (n == 0 || liaison_editor_get_read_only (liaison_session_get_editor (session)))
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (chosen, liaison_finding_ref (findings[i]));
  liaison_accept_dialog_present (parent, session, chosen, accept_cb);
}

void
liaison_finding_end_acceptance (LiaisonSession *session, const LiaisonBlock *acceptance)
{
  liaison_session_commit (session, liaison_acceptance_propose_end (acceptance), _ ("Taken back"));
}

char *
liaison_finding_tell_acceptance (LiaisonSession *session, const LiaisonBlock *acceptance)
{
  const LiaisonAcceptedFindingData *data = LIAISON_DATA (AcceptedFinding, acceptance);
  LiaisonManner manner = liaison_session_get_manner (session);
  const char *reason = liaison_text_pick (data->reason, liaison_words_get_language (manner.words), NULL);
  g_autofree char *when = liaison_manner_tell_field (&manner, acceptance,
                                                     &acceptance->shape->fields[LIAISON_FIELD (AcceptedFinding, when)]);
  g_autofree char *until = liaison_manner_tell_field (&manner, acceptance,
                                                      &acceptance->shape->fields[LIAISON_FIELD (AcceptedFinding, until)]);

  return liaison_words_format (
      manner.words,
      data->until != LIAISON_DATE_UNSET
          /* Translators: “Accepted by K. Nordhagen, 20 November 2026, until 1 March 2027: agreed with the nation” */
          ? N_ ("Accepted by {author}, {when}, until {until}: {reason}")
          /* Translators: “Accepted by K. Nordhagen, 20 November 2026: agreed with the nation” */
          : N_ ("Accepted by {author}, {when}: {reason}"),
      liaison_operand_text ("author", data->author != NULL ? data->author : "—"), liaison_operand_text ("when", when),
      liaison_operand_text ("until", until), liaison_operand_text ("reason", reason != NULL ? reason : "—"));
}

static const struct
{
  const char *icon, *style, *label;
} looks[] = {
  [LIAISON_SEVERITY_NOTE] = { "dialog-information-symbolic", "accent", N_ ("Note") },
  [LIAISON_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warning") },
  [LIAISON_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_ ("Error") },
};

void
liaison_severity_icon_set (GtkWidget *icon, LiaisonSeverity severity)
{
  const char *classes[] = { looks[severity].style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), looks[severity].icon);
  gtk_widget_set_css_classes (icon, classes);
  gtk_widget_set_tooltip_text (icon, _ (looks[severity].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (looks[severity].label), -1);
}

GtkWidget *
liaison_severity_icon_new (LiaisonSeverity severity)
{
  GtkWidget *icon = gtk_image_new ();

  liaison_severity_icon_set (icon, severity);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  return icon;
}
