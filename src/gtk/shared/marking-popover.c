/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/marking-popover.h"

#include "record/intern.h"
#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "shared/field-entry.h"
#include "shared/nation-list.h"

#include "words/marking-scheme.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a plan is marked with that says nothing else. */
#define USUAL_LEVEL "EXERCISE-UNCLASSIFIED"

struct _LiaisonMarkingPopover
{
  GtkPopover parent_instance;

  /* Borrowed */
  LiaisonFormRow *row;
  LiaisonFieldEntry *level;
  GtkWidget *refusal;
  GtkWidget *levels;
  GtkWidget *lists;
  GtkWidget *nations;
  GtkWidget *groups;
  GtkWidget *clear;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LiaisonMarkingPopover, liaison_marking_popover, GTK_TYPE_POPOVER)

/* One thing to change in the markings of all records; what is not given stays. */
typedef struct
{
  const LiaisonField *field;
  const char *level;
  const char *nation;
  LiaisonId group;
  gboolean member;
} Change;

static void
change_marking (const LiaisonBlock *block, LiaisonValue *value, gpointer data)
{
  const Change *change = data;
  const LiaisonMarking *before = *(LiaisonMarking *const *) LIAISON_BLOCK_AT (block, change->field);
  const char *level = change->level;

  if (level == NULL)
    level = before != NULL ? before->level : liaison_intern (USUAL_LEVEL, strlen (USUAL_LEVEL));
  g_autoptr (LiaisonCodes) nations = liaison_codes_ref (before != NULL ? before->nations : NULL);
  g_autoptr (LiaisonIds) groups = liaison_ids_ref (before != NULL ? before->groups : NULL);
  if (change->nation != NULL)
    {
      LiaisonCodes *changed = liaison_codes_with (nations, change->nation, change->member);
      liaison_codes_unref (nations);
      nations = changed;
    }
  if (!liaison_id_is_zero (change->group))
    {
      LiaisonIds *changed = liaison_ids_with (groups, change->group, change->member);
      liaison_ids_unref (groups);
      groups = changed;
    }
  g_autoptr (LiaisonMarking) after = liaison_marking_new (level, nations, groups);
  *value = liaison_value_field (change->field, &after);
}

static void
apply (LiaisonMarkingPopover *self, Change change)
{
  change.field = liaison_form_row_get_field (self->row);
  liaison_field_target_change (liaison_form_row_get_target (self->row),
                               liaison_form_row_get_index (self->row), change_marking, &change);
  liaison_form_row_refresh (self->row);
}

static void
set_level (LiaisonMarkingPopover *self, const char *text)
{
  gsize length = strlen (text);
  gboolean valid = liaison_marking_is_valid_level (text, length);

  gtk_widget_set_visible (self->refusal, !valid);
  if (!valid)
    return;
  liaison_field_entry_show_text (self->level, text);
  apply (self, (Change){ .level = liaison_intern (text, length) });
}

static void
level_commit_cb (LiaisonMarkingPopover *self)
{
  g_autofree char *text = liaison_field_entry_dup_text (self->level);
  g_autofree char *code = g_ascii_strup (text, -1);

  set_level (self, g_strdelimit (code, " ", '-'));
}

static void
level_clicked_cb (GtkButton *button, LiaisonMarkingPopover *self)
{
  set_level (self, gtk_button_get_label (button));
}

static void
nation_toggled_cb (GtkCheckButton *check, LiaisonMarkingPopover *self)
{
  if (!self->showing)
    apply (self, (Change){ .nation = g_object_get_data (G_OBJECT (check), "code"),
                           .member = gtk_check_button_get_active (check) });
}

static void
group_toggled_cb (GtkCheckButton *check, LiaisonMarkingPopover *self)
{
  const LiaisonId *id = g_object_get_data (G_OBJECT (check), "id");

  if (!self->showing)
    apply (self, (Change){ .group = *id, .member = gtk_check_button_get_active (check) });
}

static void
clear_clicked_cb (LiaisonMarkingPopover *self)
{
  LiaisonValue none = LIAISON_VALUE_INIT;

  liaison_field_target_set_value (liaison_form_row_get_target (self->row),
                                  liaison_form_row_get_index (self->row), &none);
  liaison_form_row_refresh (self->row);
}

static void
add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (box, label);
}

static void
clear_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static LiaisonTable *
get_table (LiaisonMarkingPopover *self, LiaisonKindId kind)
{
  LiaisonSession *session = liaison_form_row_get_session (self->row);
  return liaison_document_get_table (liaison_session_get_document (session), kind);
}

static void
fill_nations (LiaisonMarkingPopover *self)
{
  LiaisonSession *session = liaison_form_row_get_session (self->row);
  LiaisonTable *table = get_table (self, LIAISON_KIND_NATION);

  clear_children (self->nations);
  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      const char *code = LIAISON_DATA (Nation, block)->code;
      if (code == NULL)
        continue;
      g_autofree char *label = liaison_nation_dup_label (session, code);
      GtkWidget *check = gtk_check_button_new_with_label (label);
      g_object_set_data (G_OBJECT (check), "code", (gpointer) code);
      g_signal_connect_object (check, "toggled", G_CALLBACK (nation_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->nations), check);
    }
}

static void
fill_groups (LiaisonMarkingPopover *self)
{
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (self->row));
  LiaisonTable *table = get_table (self, LIAISON_KIND_GROUP);

  clear_children (self->groups);
  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      LiaisonId id = liaison_record_get_id (liaison_table_get (table, i));
      g_autofree char *name = liaison_manner_tell_name (&manner, id);
      GtkWidget *check = gtk_check_button_new_with_label (name);
      g_object_set_data_full (G_OBJECT (check), "id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (group_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->groups), check);
    }
}

static void
add_level (LiaisonMarkingPopover *self, GHashTable *seen, const char *level)
{
  if (level == NULL || !g_hash_table_add (seen, (gpointer) level))
    return;
  GtkWidget *button = gtk_button_new_with_label (level);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "caption");
  g_signal_connect_object (button, "clicked", G_CALLBACK (level_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->levels), button);
}

/* Those of the exercise's scheme are offered, and those that it uses itself. */
static void
fill_levels (LiaisonMarkingPopover *self)
{
  LiaisonSession *session = liaison_form_row_get_session (self->row);
  LiaisonRecord *exercise = liaison_document_get_exercise (liaison_session_get_document (session));
  const LiaisonExerciseData *data = LIAISON_DATA (Exercise, liaison_record_get_block (exercise));
  const LiaisonMarkingScheme *scheme = liaison_marking_scheme_of (&data->block);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  clear_children (self->levels);
  add_level (self, seen, data->default_marking != NULL ? data->default_marking->level : NULL);
  add_level (self, seen, data->marking != NULL ? data->marking->level : NULL);
  for (guint i = 0; scheme != NULL && i < scheme->levels->len; i++)
    add_level (self, seen, ((const LiaisonMarkingLevel *) scheme->levels->pdata[i])->code);
  if (scheme == NULL)
    add_level (self, seen, USUAL_LEVEL);
}

/* Those that it could have instead. */
static void
show_levels (LiaisonMarkingPopover *self, const LiaisonMarking *marking)
{
  GtkWidget *button = gtk_widget_get_first_child (self->levels);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (
        button, marking == NULL
                    || strcmp (gtk_button_get_label (GTK_BUTTON (button)), marking->level) != 0);
}

static void
check_members (LiaisonMarkingPopover *self, const LiaisonMarking *marking)
{
  GtkWidget *check = gtk_widget_get_first_child (self->nations);

  for (; check != NULL; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (check),
        marking != NULL
            && liaison_codes_contains (marking->nations,
                                       g_object_get_data (G_OBJECT (check), "code")));
  check = gtk_widget_get_first_child (self->groups);
  for (; check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      const LiaisonId *id = g_object_get_data (G_OBJECT (check), "id");
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   marking != NULL && liaison_ids_contains (marking->groups, *id));
    }
}

void
liaison_marking_popover_refresh (LiaisonMarkingPopover *self)
{
  LiaisonFieldTarget *target = liaison_form_row_get_target (self->row);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  gboolean set = liaison_form_row_is_set (self->row);

  liaison_field_target_get_value (target, liaison_form_row_get_index (self->row), &value);
  const LiaisonMarking *marking = value.form == LIAISON_VALUE_FIELD ? value.as.marking : NULL;

  self->showing = TRUE;
  liaison_field_entry_show_text (self->level, marking != NULL ? marking->level : "");
  liaison_field_entry_set_placeholder (
      self->level, set && marking == NULL ? liaison_form_row_tell_several () : _ ("Not marked"));
  show_levels (self, marking);
  check_members (self, marking);
  gtk_widget_set_sensitive (self->lists, set);
  gtk_widget_set_sensitive (self->clear, set);
  self->showing = FALSE;
}

void
liaison_marking_popover_open (LiaisonMarkingPopover *self)
{
  fill_levels (self);
  fill_nations (self);
  fill_groups (self);
  liaison_marking_popover_refresh (self);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
liaison_marking_popover_class_init (LiaisonMarkingPopoverClass *klass)
{
}

static void
liaison_marking_popover_init (LiaisonMarkingPopover *self)
{
}

static void
add_level_part (LiaisonMarkingPopover *self, GtkBox *box)
{
  GtkWidget *frame = gtk_list_box_row_new ();
  GtkWidget *list = gtk_list_box_new ();

  add_heading (box, C_ ("of a marking", "Level"));
  self->level = liaison_field_entry_new (FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (liaison_field_entry_get_text_widget (self->level)),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Level of the marking"), -1);
  g_signal_connect_swapped (self->level, "commit", G_CALLBACK (level_commit_cb), self);
  gtk_widget_set_margin_start (GTK_WIDGET (self->level), 9);
  gtk_widget_set_margin_end (GTK_WIDGET (self->level), 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self->level), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->level), 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (frame), GTK_WIDGET (self->level));
  gtk_widget_set_focusable (frame, FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), frame);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (box, list);

  self->refusal = gtk_label_new (_ ("Up to 40 letters, digits and hyphens, a letter first."));
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->refusal), 0);
  gtk_widget_add_css_class (self->refusal, "error");
  gtk_widget_add_css_class (self->refusal, "caption");
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_box_append (box, self->refusal);
  self->levels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (box, self->levels);
}

LiaisonMarkingPopover *
liaison_marking_popover_new (LiaisonFormRow *row)
{
  LiaisonMarkingPopover *self = g_object_new (LIAISON_TYPE_MARKING_POPOVER, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->row = row;
  add_level_part (self, box);
  self->lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_heading (GTK_BOX (self->lists), _ ("May be released to"));
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->lists), self->groups);
  self->nations = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->lists), self->nations);
  gtk_box_append (box, self->lists);
  self->clear = gtk_button_new_with_label (_ ("Originator Only"));
  gtk_widget_set_tooltip_text (self->clear,
                               _ ("Take the marking off: only the originator sees it then."));
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  gtk_box_append (box, self->clear);

  gtk_widget_set_margin_start (GTK_WIDGET (box), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (box), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (box), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (box), 6);
  gtk_widget_set_size_request (GTK_WIDGET (box), 280, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 460);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (box));
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  return self;
}
