/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rule-row.h"

#include "review/settings.h"
#include "screen.h"

#include <glib/gi18n.h>

struct _LiaisonRuleRow
{
  AdwExpanderRow parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Children */
  GtkLabel *count;
  GtkDropDown *severity;
  GtkSpinButton *value; /* NULL: the rule has no threshold */
  GtkEditable *reason;
  GtkWidget *reset;

  const LiaisonRule *rule;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LiaisonRuleRow, liaison_rule_row, ADW_TYPE_EXPANDER_ROW)

static const LiaisonBlock *
get_exercise (LiaisonRuleRow *self)
{
  return liaison_record_get_block (liaison_document_get_exercise (liaison_session_get_document (self->session)));
}

static gint64
get_now (LiaisonRuleRow *self)
{
  return liaison_editor_now (liaison_session_get_editor (self->session)) / 1000;
}

/* What the exercise says of the threshold itself, or that it says nothing. */
static gint64
get_own_value (const LiaisonRuleSetting *setting)
{
  return setting->set != NULL ? setting->set->value : LIAISON_INTEGER_UNSET;
}

static void
propose (LiaisonRuleRow *self, LiaisonRuleSeverity severity, gint64 value)
{
  LiaisonProposal *proposal = liaison_rule_propose_setting (self->rule, get_exercise (self), severity, value, get_now (self));

  if (proposal != NULL)
    liaison_session_commit (self->session, proposal, NULL);
}

static void
severity_chosen_cb (LiaisonRuleRow *self)
{
  LiaisonRuleSetting setting = liaison_rule_get_setting (self->rule, get_exercise (self));

  if (!self->updating)
    propose (self, (LiaisonRuleSeverity) gtk_drop_down_get_selected (self->severity), get_own_value (&setting));
}

static void
value_changed_cb (LiaisonRuleRow *self)
{
  LiaisonRuleSetting setting = liaison_rule_get_setting (self->rule, get_exercise (self));
  gint64 value = gtk_spin_button_get_value_as_int (self->value);

  if (!self->updating && value != setting.value)
    propose (self, setting.set != NULL ? (LiaisonRuleSeverity) setting.set->severity : LIAISON_RULE_SEVERITY_UNSET,
             value == self->rule->value ? LIAISON_INTEGER_UNSET : value);
}

static void
reset_clicked_cb (LiaisonRuleRow *self)
{
  propose (self, LIAISON_RULE_SEVERITY_UNSET, LIAISON_INTEGER_UNSET);
}

static void
reason_applied_cb (LiaisonRuleRow *self)
{
  LiaisonProposal *proposal
      = liaison_rule_propose_reason (self->rule, get_exercise (self), liaison_session_get_language (self->session),
                                     gtk_editable_get_text (self->reason), get_now (self));

  if (proposal != NULL)
    liaison_session_commit (self->session, proposal, NULL);
}

static void
show_count (LiaisonRuleRow *self, guint findings, guint accepted)
{
  g_autofree char *text = NULL;

  if (accepted > 0)
    /* Translators: How many findings of a rule there are, and how many more were accepted: “3 (2 accepted)” */
    text = liaison_screen_printf (_ ("%u (%u accepted)"), findings, accepted);
  else
    text = liaison_screen_printf ("%u", findings);
  gtk_label_set_text (self->count, findings + accepted > 0 ? text : "");
}

void
liaison_rule_row_update (LiaisonRuleRow *self, guint findings, guint accepted)
{
  LiaisonRuleSetting setting = liaison_rule_get_setting (self->rule, get_exercise (self));
  gboolean writable = !liaison_editor_get_read_only (liaison_session_get_editor (self->session));
  const char *reason = setting.set != NULL
                           ? liaison_text_pick (setting.set->reason, liaison_session_get_language (self->session), NULL)
                           : NULL;

  self->updating = TRUE;
  show_count (self, findings, accepted);
  gtk_drop_down_set_selected (self->severity, setting.set != NULL ? (guint) setting.set->severity : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->severity), writable);
  if (self->value != NULL)
    {
      gtk_spin_button_set_value (self->value, (double) setting.value);
      gtk_widget_set_sensitive (GTK_WIDGET (self->value), writable);
    }
  if (!gtk_widget_has_focus (GTK_WIDGET (self->reason)) && g_strcmp0 (gtk_editable_get_text (self->reason), reason) != 0)
    gtk_editable_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), writable);
  gtk_widget_set_sensitive (self->reset, writable && setting.set != NULL);
  self->updating = FALSE;
}

const LiaisonRule *
liaison_rule_row_get_rule (LiaisonRuleRow *self)
{
  return self->rule;
}

static void
liaison_rule_row_dispose (GObject *object)
{
  g_clear_object (&LIAISON_RULE_ROW (object)->session);

  G_OBJECT_CLASS (liaison_rule_row_parent_class)->dispose (object);
}

static void
liaison_rule_row_class_init (LiaisonRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_rule_row_dispose;
}

static void
liaison_rule_row_init (LiaisonRuleRow *self)
{
}

/* “Standard (warning)” and the severities, at the places the plan has them. */
static GtkWidget *
severity_new (LiaisonRuleRow *self)
{
  static const char *const names[] = { N_ ("Note"), N_ ("Warning"), N_ ("Error") };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  /* Translators: What a rule is where the exercise says nothing: “Standard (Warning)” */
  g_autofree char *standard = g_strdup_printf (_ ("Standard (%s)"), _ (names[self->rule->severity]));

  gtk_string_list_append (labels, standard);
  for (guint i = 1; i < liaison_rule_severities.n; i++)
    gtk_string_list_append (labels, _ (liaison_rule_severities.choices[i].label));
  self->severity = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->severity), GTK_ALIGN_CENTER);
  /* As wide in every row, and from the first look at it on: the text beside it wraps by what is left. */
  gtk_widget_set_size_request (GTK_WIDGET (self->severity), 168, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->severity), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Severity"), -1);
  g_signal_connect_object (self->severity, "notify::selected", G_CALLBACK (severity_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->severity);
}

static void
add_value (LiaisonRuleRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Threshold"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (self->rule->value_label));
  self->value = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 1000000, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->value), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->rule->value_label), -1);
  g_signal_connect_object (self->value, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->value));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_reason (LiaisonRuleRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Why it is set so"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  self->reason = GTK_EDITABLE (row);
  g_signal_connect_object (row, "apply", G_CALLBACK (reason_applied_cb), self, G_CONNECT_SWAPPED);
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_tooltip_text (self->reset, _ ("Back to the standard"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the standard"), -1);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), self->reset);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Lets the explanation give way: GTK 4.8 takes a text that nearly fits into one line to need that line whole, and pushes what
 * stands beside it out of the row. */
static void
let_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "subtitle"))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (widget), 6);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_wrap (child);
}

GtkWidget *
liaison_rule_row_new (LiaisonSession *session, const LiaisonRule *rule)
{
  LiaisonRuleRow *self = g_object_new (LIAISON_TYPE_RULE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->session = g_object_ref (session);
  self->rule = rule;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (rule->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ (rule->explanation));
  let_wrap (GTK_WIDGET (self));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), severity_new (self));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), box);
  if (rule->value_label != NULL)
    add_value (self);
  add_reason (self);
  return GTK_WIDGET (self);
}
