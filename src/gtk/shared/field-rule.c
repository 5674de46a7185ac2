/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-rule.h"

#include "schedule/occurrences-window.h"
#include "schedule/recurrence.h"
#include "words/dates.h"
#include "words/manner-rule.h"

#include "record/kinds/event.h"

#include <glib/gi18n.h>

struct _LiaisonFieldRuleRow
{
  LiaisonFieldTyped parent_instance;

  /* Borrowed, children of the popover */
  GtkDropDown *repeat;
  GtkSpinButton *interval;
  GtkWidget *days;
  GtkToggleButton *day_buttons[7];
  GtkDropDown *ends;
  GtkSpinButton *count;
  GtkEntry *until;
  GtkWidget *apply;
  GtkWidget *popover;
  GtkWidget *occurrences; /* the button that lists them */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldRuleRow, liaison_field_rule_row, LIAISON_TYPE_FIELD_TYPED)

/* The places of the drop-down of ends. */
enum
{
  ENDS_NEVER,
  ENDS_AFTER,
  ENDS_ON,
};

/* Rules of the review and their findings have a name that is called so too: titles and codes. */
gboolean
liaison_field_rule_is_for (const LiaisonField *field)
{
  return field->type == LIAISON_FIELD_STRING && g_str_equal (field->name, "rule")
         && (field->flags & (LIAISON_FIELD_TITLE | LIAISON_FIELD_CODE)) == 0;
}

static const char *
get_rule (LiaisonFormRow *row)
{
  const LiaisonBlock *block = liaison_field_target_get_block (liaison_form_row_get_target (row), 0);
  return block != NULL
             ? *(const char *const *) LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row))
             : NULL;
}

static gboolean
set_rule (LiaisonFormRow *row, const char *rule)
{
  g_autoptr (GRefString) string = rule != NULL && *rule != '\0' ? g_ref_string_new (rule) : NULL;
  g_auto (LiaisonValue) value = liaison_value_field (liaison_form_row_get_field (row), &string);

  return liaison_field_target_set_value (liaison_form_row_get_target (row),
                                         liaison_form_row_get_index (row), &value);
}

gboolean
liaison_field_rule_row_set_rule (LiaisonFieldRuleRow *self, const char *rule)
{
  return set_rule (LIAISON_FORM_ROW (self), rule);
}

/* What the rule says, or why nobody can follow it. */
static char *
tell_hint (LiaisonFieldTyped *typed, const LiaisonBlock *block)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (typed);
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  const char *rule = get_rule (row);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  gtk_widget_set_visible (LIAISON_FIELD_RULE_ROW (row)->occurrences,
                          rule != NULL && block->shape == &liaison_event_kind.shape
                              && liaison_field_target_get_size (liaison_form_row_get_target (row))
                                     == 1);
  if (rule == NULL)
    return NULL;
  if (!liaison_recurrence_check (rule, &error))
    return g_strdup_printf (_ ("This rule cannot be followed: %s"), error->message);
  told = liaison_manner_tell_rule (&manner, rule);
  return g_str_equal (told, rule) ? NULL : g_steal_pointer (&told);
}

static void
show_parts (LiaisonFieldRuleRow *self)
{
  guint repeat = gtk_drop_down_get_selected (self->repeat);
  guint ends = gtk_drop_down_get_selected (self->ends);
  gboolean never = repeat == LIAISON_REPEAT_NEVER;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->interval)),
                          !never && repeat != LIAISON_REPEAT_WEEKDAYS);
  gtk_widget_set_visible (self->days, repeat == LIAISON_REPEAT_WEEKLY);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->ends)), !never);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !never && ends == ENDS_AFTER);
  gtk_widget_set_visible (GTK_WIDGET (self->until), !never && ends == ENDS_ON);
}

static void
parts_cb (LiaisonFieldRuleRow *self)
{
  if (!self->filling)
    show_parts (self);
}

/* A day as people write it; FALSE when it is none. */
static gboolean
read_until (LiaisonFieldRuleRow *self, gint32 *day)
{
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
  const LiaisonField field = { .type = LIAISON_FIELD_DATE, .name = "until", .label = "Until" };
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (&manner, NULL, &field, NULL,
                                  gtk_editable_get_text (GTK_EDITABLE (self->until)), &value, NULL)
      || value.form != LIAISON_VALUE_FIELD)
    return FALSE;
  *day = value.as.date;
  value.form = LIAISON_VALUE_NONE;
  return TRUE;
}

static void
apply_cb (LiaisonFieldRuleRow *self)
{
  LiaisonRepeatRule rule = { (LiaisonRepeat) gtk_drop_down_get_selected (self->repeat),
                             (guint) gtk_spin_button_get_value_as_int (self->interval), 0, 0,
                             LIAISON_DATE_UNSET };
  guint ends = gtk_drop_down_get_selected (self->ends);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 7; i++)
    if (gtk_toggle_button_get_active (self->day_buttons[i]))
      rule.days |= 1u << i;
  if (ends == ENDS_AFTER)
    rule.count = (guint) gtk_spin_button_get_value_as_int (self->count);
  if (ends == ENDS_ON && rule.repeat != LIAISON_REPEAT_NEVER && !read_until (self, &rule.until))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->until), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->until));
      return;
    }
  text = liaison_repeat_rule_format (&rule);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  set_rule (LIAISON_FORM_ROW (self), text);
}

/* Shows what the rule says, as far as the popover can. */
static void
fill (LiaisonFieldRuleRow *self)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  LiaisonRepeatRule rule = liaison_repeat_rule_parse (get_rule (row));
  g_autofree char *until = NULL;

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->repeat, rule.repeat == LIAISON_REPEAT_OTHER
                                                ? LIAISON_REPEAT_DAILY
                                                : (guint) rule.repeat);
  gtk_spin_button_set_value (self->interval, rule.interval);
  for (guint i = 0; i < 7; i++)
    gtk_toggle_button_set_active (self->day_buttons[i], (rule.days >> i & 1) != 0);
  gtk_drop_down_set_selected (self->ends, rule.count > 0                     ? ENDS_AFTER
                                          : rule.until != LIAISON_DATE_UNSET ? ENDS_ON
                                                                             : ENDS_NEVER);
  gtk_spin_button_set_value (self->count, rule.count > 0 ? rule.count : 10);
  until = liaison_words_format_day (manner.words, rule.until, LIAISON_DATE_MEDIUM);
  gtk_editable_set_text (GTK_EDITABLE (self->until), until);
  gtk_widget_remove_css_class (GTK_WIDGET (self->until), "error");
  self->filling = FALSE;
  show_parts (self);
}

static void
occurrences_cb (LiaisonFormRow *row)
{
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));

  liaison_occurrences_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                      liaison_form_row_get_session (row),
                                      liaison_field_target_get_id (target, 0));
}

static GtkWidget *
labelled (const char *label, GtkWidget *widget)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), widget);
  return line;
}

static GtkWidget *
days_new (LiaisonFieldRuleRow *self)
{
  /* Translators: The days of the week in two letters, Monday first */
  const char *const names[] = {
    _ ("Mo"), _ ("Tu"), _ ("We"), _ ("Th"), _ ("Fr"), _ ("Sa"), _ ("Su")
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days of the week"), -1);
  for (guint i = 0; i < 7; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (names[i]);

      gtk_widget_set_hexpand (button, TRUE);
      self->day_buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (GTK_BOX (box), button);
    }
  self->days = box;
  return box;
}

static GtkWidget *
popover_new (LiaisonFieldRuleRow *self)
{
  /* In the order of LiaisonRepeat, without OTHER. */
  const char *const repeats[] = {
    _ ("Never"),       _ ("Every day"),  _ ("Monday to Friday"), _ ("Every week"),
    _ ("Every month"), _ ("Every year"), _ ("Every hour"),       NULL
  };
  const char *const ends[] = { _ ("Never"), _ ("After so many times"), _ ("On a day"), NULL };
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->repeat = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (repeats));
  self->interval = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 366, 1));
  self->ends = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (ends));
  self->count = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 10000, 1));
  self->until = GTK_ENTRY (gtk_entry_new ());
  self->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How many times"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->until), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Last day"), -1);
  gtk_entry_set_placeholder_text (self->until, _ ("Last day, such as 14 May 2027"));
  gtk_box_append (GTK_BOX (box), labelled (_ ("Repeats"), GTK_WIDGET (self->repeat)));
  /* Translators: Before a number: every so many days, weeks … */
  gtk_box_append (GTK_BOX (box), labelled (_ ("Every so many"), GTK_WIDGET (self->interval)));
  gtk_box_append (GTK_BOX (box), days_new (self));
  gtk_box_append (GTK_BOX (box), labelled (_ ("Ends"), GTK_WIDGET (self->ends)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->until));
  gtk_box_append (GTK_BOX (box), self->apply);
  g_signal_connect_swapped (self->repeat, "notify::selected", G_CALLBACK (parts_cb), self);
  g_signal_connect_swapped (self->ends, "notify::selected", G_CALLBACK (parts_cb), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  g_signal_connect_swapped (self->until, "activate", G_CALLBACK (apply_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->popover = popover;
  return popover;
}

static void
liaison_field_rule_row_build (LiaisonFormRow *row)
{
  LiaisonFieldRuleRow *self = LIAISON_FIELD_RULE_ROW (row);
  GtkWidget *button = gtk_menu_button_new ();

  LIAISON_FORM_ROW_CLASS (liaison_field_rule_row_parent_class)->build (row);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "media-playlist-repeat-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose how it repeats"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose how it repeats"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover_new (self));
  self->occurrences = liaison_form_row_new_button ("view-list-symbolic",
                                                   _ ("List, cancel or move single occurrences"));
  g_signal_connect_swapped (self->occurrences, "clicked", G_CALLBACK (occurrences_cb), row);
  liaison_form_row_add_suffix (row, self->occurrences);
  liaison_form_row_add_suffix (row, button);
}

static void
liaison_field_rule_row_class_init (LiaisonFieldRuleRowClass *klass)
{
  LIAISON_FORM_ROW_CLASS (klass)->build = liaison_field_rule_row_build;
  LIAISON_FIELD_TYPED_CLASS (klass)->tell_hint = tell_hint;
}

static void
liaison_field_rule_row_init (LiaisonFieldRuleRow *self)
{
}
