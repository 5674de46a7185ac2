/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/protocol-page.h"

#include "print/print-window.h"
#include "print/printable.h"
#include "shared/field-languages.h"

#include "brief/card.h"
#include "brief/flags.h"
#include "pack/briefing-reports.h"
#include "record/kinds/briefing.h"
#include "record/kinds/nation.h"
#include "words/names.h"
#include "words/numbers.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define LIAISON_TYPE_PROTOCOL_PAGE (liaison_protocol_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonProtocolPage, liaison_protocol_page, LIAISON, PROTOCOL_PAGE, GtkWidget)

struct _LiaisonProtocolPage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  GtkWidget *root;
  GPtrArray *tags; /* of languages to order in; interned */

  /* Borrowed, in the root */
  AdwComboRow *rule, *language;
  AdwActionRow *turn_row;
  GtkSpinButton *turn;
  GtkBox *flags, *ranks;

  gboolean filling;
};

static void printable_init (LiaisonPrintableInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonProtocolPage,
                               liaison_protocol_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE, printable_init))

static const LiaisonBlock *
get_exercise (LiaisonProtocolPage *self)
{
  return liaison_record_get_block (
      liaison_document_get_exercise (liaison_session_get_document (self->session)));
}

static GtkWidget *
cell_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
grid_new (const char *label)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return grid;
}

static void
fill_flags (LiaisonProtocolPage *self, const LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint turn = (guint) gtk_spin_button_get_value_as_int (self->turn);
  g_autoptr (LiaisonFlags) flags =
      liaison_flags_new (snapshot, LIAISON_FLAG_ORDER_UNSET, NULL, turn);
  GtkWidget *grid = grid_new (_ ("Order of flags"));

  clear (self->flags);
  for (guint i = 0; i < flags->places->len; i++)
    {
      const LiaisonFlagPlace *place = flags->places->pdata[i];
      const char *code = LIAISON_DATA (Nation, place->nation)->code;
      g_autofree char *number =
          place->organisation ? g_strdup ("–") : liaison_words_format_integer (manner.words, i + 1);
      g_autofree char *own = liaison_manner_tell_nation (&manner, code);

      gtk_grid_attach (GTK_GRID (grid), cell_new (number, "numeric"), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (code, "dim-label"), 1, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (place->name, "heading"), 2, (int) i, 1, 1);
      if (strcmp (own, place->name) != 0)
        gtk_grid_attach (GTK_GRID (grid), cell_new (own, "dim-label"), 3, (int) i, 1, 1);
    }
  gtk_box_append (self->flags, grid);
  if (flags->n_nations < flags->places->len)
    gtk_box_append (
        self->flags,
        cell_new (_ ("– Organisations: where their flags stand, the host decides."), "dim-label"));
}

/* What a card has for a code, one below the other. */
static char *
tell_ranks (const LiaisonCard *card, const char *code)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < card->ranks->len; i++)
    {
      const LiaisonRankNameData *rank = card->ranks->pdata[i];

      if (rank->code != NULL && g_ascii_strcasecmp (rank->code, code) == 0
          && strstr (told->str, rank->rank) == NULL)
        g_string_append_printf (told, "%s%s", told->len > 0 ? "\n" : "", rank->rank);
    }
  return g_string_free (told, FALSE);
}

static GPtrArray *
list_cards (LiaisonProtocolPage *self, const LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_card_free);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_BRIEFING, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonCard) card = liaison_card_new (
          blocks[i], liaison_words_get_language (manner.words), LIAISON_CARD_DEFAULT);

      if (card->ranks->len > 0)
        g_ptr_array_add (cards, g_steal_pointer (&card));
    }
  return cards;
}

static void
fill_ranks (LiaisonProtocolPage *self, const LiaisonSnapshot *snapshot)
{
  const char *const *codes = liaison_ranks_list_codes ();
  g_autoptr (GPtrArray) cards = list_cards (self, snapshot);
  GtkWidget *grid = grid_new (_ ("Ranks side by side"));
  int row = 1;

  clear (self->ranks);
  if (cards->len == 0)
    {
      g_object_unref (g_object_ref_sink (grid));
      gtk_box_append (self->ranks, cell_new (_ ("No card has ranks yet."), "dim-label"));
      return;
    }
  for (guint i = 0; i < cards->len; i++)
    gtk_grid_attach (GTK_GRID (grid),
                     cell_new (((LiaisonCard *) cards->pdata[i])->briefing->nation, "heading"),
                     (int) i + 1, 0, 1, 1);
  for (guint c = 0; codes[c] != NULL; c++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < cards->len; i++)
        {
          g_autofree char *told = tell_ranks (cards->pdata[i], codes[c]);

          if (*told != '\0')
            {
              GtkWidget *cell = cell_new (told, NULL);

              gtk_label_set_wrap (GTK_LABEL (cell), FALSE);
              gtk_grid_attach (GTK_GRID (grid), cell, (int) i + 1, row, 1, 1);
            }
          any |= *told != '\0';
        }
      if (any)
        gtk_grid_attach (GTK_GRID (grid), cell_new (codes[c], "dim-label"), 0, row++, 1, 1);
    }
  gtk_box_append (self->ranks, grid);
}

static void
show_choices (LiaisonProtocolPage *self)
{
  const LiaisonExerciseData *exercise = LIAISON_DATA (Exercise, get_exercise (self));
  int rule = exercise->flag_order != 0 ? exercise->flag_order : LIAISON_FLAG_ORDER_HOST_FIRST;
  const char *language =
      exercise->flag_language.language != NULL ? exercise->flag_language.language : "en";
  guint place = 0;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->rule, (guint) rule - 1);
  for (guint i = 0; i < self->tags->len; i++)
    if (strcmp (self->tags->pdata[i], language) == 0)
      place = i;
  adw_combo_row_set_selected (self->language, place);
  gtk_widget_set_visible (GTK_WIDGET (self->turn_row), rule == LIAISON_FLAG_ORDER_ROTATION);
  self->filling = FALSE;
}

static void
refresh (LiaisonProtocolPage *self)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));

  show_choices (self);
  fill_flags (self, snapshot);
  fill_ranks (self, snapshot);
}

static void
set_field (LiaisonProtocolPage *self, guint field, gconstpointer at)
{
  liaison_session_set_field (self->session, get_exercise (self), field,
                             liaison_value_field (&liaison_exercise_kind.shape.fields[field], at));
}

static void
rule_cb (LiaisonProtocolPage *self)
{
  const int rule = (int) adw_combo_row_get_selected (self->rule) + 1;

  if (!self->filling)
    set_field (self, LIAISON_FIELD (Exercise, flag_order), &rule);
}

static void
language_cb (LiaisonProtocolPage *self)
{
  guint place = adw_combo_row_get_selected (self->language);
  LiaisonLevel level = { NULL, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE,
                         LIAISON_LEVEL_NONE };

  if (self->filling || place >= self->tags->len)
    return;
  level.language = self->tags->pdata[place];
  set_field (self, LIAISON_FIELD (Exercise, flag_language), &level);
}

static void
document_changed_cb (LiaisonProtocolPage *self, const LiaisonChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;

      if (either->shape == &liaison_briefing_kind.shape
          || either->shape == &liaison_nation_kind.shape
          || either->shape == &liaison_exercise_kind.shape)
        {
          refresh (self);
          return;
        }
    }
}

static void
print (LiaisonProtocolPage *self, LiaisonReportFunc report, const char *title)
{
  gtk_window_present (GTK_WINDOW (
      liaison_print_window_new_for_report (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                           self->session, report, NULL, 0, title, title)));
}

static void
print_ranks_cb (LiaisonProtocolPage *self)
{
  print (self, liaison_report_ranks, _ ("Ranks Side by Side"));
}

static void
print_flags_cb (LiaisonProtocolPage *self)
{
  print (self, liaison_report_flags, _ ("Order of Flags"));
}

static gboolean
print_shown (LiaisonPrintable *printable, GtkWindow *parent)
{
  print_flags_cb (LIAISON_PROTOCOL_PAGE (printable));
  return TRUE;
}

static void
printable_init (LiaisonPrintableInterface *interface)
{
  interface->print = print_shown;
}

/* How it is put together */

static GtkWidget *
choices_new (LiaisonProtocolPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree const char **tags = liaison_field_languages_list (self->session);
  g_autoptr (GtkStringList) rules = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 1; i < liaison_flag_orders.n; i++)
    gtk_string_list_append (rules, _ (liaison_flag_orders.choices[i].label));
  for (guint i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (self->tags, (gpointer) tags[i]);
  if (!g_ptr_array_find_with_equal_func (self->tags, "en", g_str_equal, NULL))
    g_ptr_array_add (self->tags, (gpointer) "en");
  for (guint i = 0; i < self->tags->len; i++)
    {
      g_autofree char *name = liaison_words_dup_language (manner.words, self->tags->pdata[i]);
      gtk_string_list_append (names, name);
    }
  self->rule = ADW_COMBO_ROW (adw_combo_row_new ());
  self->language = ADW_COMBO_ROW (adw_combo_row_new ());
  self->turn_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->turn = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 99, 1));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rule), _ ("How flags are ordered"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language), _ ("Language of the order"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->turn_row), _ ("Moved on by"));
  adw_action_row_set_subtitle (self->turn_row, _ ("Places: one more each day, or each conference"));
  gtk_widget_set_valign (GTK_WIDGET (self->turn), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->turn), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Moved on by"), -1);
  adw_action_row_add_suffix (self->turn_row, GTK_WIDGET (self->turn));
  adw_combo_row_set_model (self->rule, G_LIST_MODEL (rules));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->rule));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->language));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->turn_row));
  g_signal_connect_swapped (self->rule, "notify::selected", G_CALLBACK (rule_cb), self);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (language_cb), self);
  g_signal_connect_swapped (self->turn, "value-changed", G_CALLBACK (refresh), self);
  return group;
}

static GtkWidget *
heading_new (LiaisonProtocolPage *self, const char *title, GCallback print_cb)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Print…"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "clicked", print_cb, self);
  return box;
}

static GtkWidget *
root_new (LiaisonProtocolPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *wide = gtk_scrolled_window_new ();

  self->flags = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->ranks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (wide), GTK_WIDGET (self->ranks));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (wide), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_box_append (GTK_BOX (box),
                  heading_new (self, _ ("Order of flags"), G_CALLBACK (print_flags_cb)));
  gtk_box_append (GTK_BOX (box), choices_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->flags));
  gtk_box_append (GTK_BOX (box),
                  heading_new (self, _ ("Ranks side by side"), G_CALLBACK (print_ranks_cb)));
  gtk_box_append (GTK_BOX (box), cell_new (_ ("Codes are those of STANAG 2116; what stands beside "
                                              "them is as each nation’s card has it."),
                                           "dim-label"));
  gtk_box_append (GTK_BOX (box), wide);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}

static void
liaison_protocol_page_dispose (GObject *object)
{
  LiaisonProtocolPage *self = LIAISON_PROTOCOL_PAGE (object);

  g_clear_pointer (&self->root, gtk_widget_unparent);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_protocol_page_parent_class)->dispose (object);
}

static void
liaison_protocol_page_class_init (LiaisonProtocolPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_protocol_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_protocol_page_init (LiaisonProtocolPage *self)
{
  self->tags = g_ptr_array_new ();
}

GtkWidget *
liaison_protocol_page_new (LiaisonSession *session)
{
  LiaisonProtocolPage *self = g_object_new (LIAISON_TYPE_PROTOCOL_PAGE, NULL);

  self->session = g_object_ref (session);
  self->filling = TRUE;
  self->root = root_new (self);
  gtk_widget_set_parent (self->root, GTK_WIDGET (self));
  refresh (self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
