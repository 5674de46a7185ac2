/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the assistant share. */
#pragma once

#include "import/import-window.h"

#include "exchange/book.h"
#include "exchange/import-guess.h"
#include "exchange/import-preview.h"

G_BEGIN_DECLS

/* Which rows of the preview are shown. */
typedef enum
{
  LIAISON_IMPORT_SHOW_ALL,
  LIAISON_IMPORT_SHOW_ERRORS,
  LIAISON_IMPORT_SHOW_WARNINGS,
  LIAISON_IMPORT_SHOW_NEW,
  LIAISON_IMPORT_SHOW_CHANGED,
  LIAISON_IMPORT_SHOW_SAME,
  LIAISON_IMPORT_SHOW_GONE,
} LiaisonImportShow;
#define LIAISON_IMPORT_N_SHOWS (LIAISON_IMPORT_SHOW_GONE + 1)

/* Something that a column may be. */
typedef struct
{
  int role; /* LiaisonImportRole */
  int field;
  char *label;
  const LiaisonOwnColumn *own; /* NULL: none of the exercise's own */
} LiaisonColumnChoice;

struct _LiaisonImportWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GCancellable *work; /* what is being done in a thread; NULL: nothing */
  char *path;
  GBytes *bytes; /* of the clipboard, instead of a path */
  LiaisonBook *book;
  LiaisonSheet *sheet;
  LiaisonImportMapping *mapping;
  LiaisonImportWishes *wishes;
  LiaisonImportPreview *preview;
  GHashTable *blocks; /* id -> block that the preview would add; borrowed from it */
  GListStore *items;  /* of LiaisonImportItem */
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  GPtrArray *fields;  /* what columns without headings are, of const LiaisonField *; NULL */
  GPtrArray *choices; /* of LiaisonColumnChoice */

  /* Borrowed */
  const LiaisonKind *kind; /* that was suggested, or chosen; NULL: to be found out */
  GtkWidget *profile_row;  /* AdwEntryRow of the options */

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkButton *next;
  GtkLabel *problem;
  GtkStack *stack;
  GtkProgressBar *progress;
  AdwStatusPage *busy_page;
  GtkWidget *choose;
  AdwPreferencesPage *columns_page;
  AdwPreferencesPage *options_page;
  GtkBox *shows;
  GtkColumnView *rows;
  GtkWidget *fixes_place;
  GtkBox *fixes;

  /* State */
  guint sheet_index;
  LiaisonCsvDialect dialect; /* what the person chose of it */
  int permille;              /* atomic */
  guint ticker;
  LiaisonImportShow show;
  gboolean filling; /* while the pages are filled in */
  gboolean fixing;  /* a cell was corrected: on to the next that is wrong */
};

/* import-work.c */
/* Opens what there is to open, or reads another sheet of it, and guesses; then shows the columns.
 */
void liaison_import_window_read (LiaisonImportWindow *self);
/* Guesses anew, for the table and headings there are. */
void liaison_import_window_guess (LiaisonImportWindow *self, const LiaisonKind *kind, int headings);
/* Makes the preview anew; @busy shows the page of a long work meanwhile. */
void liaison_import_window_look (LiaisonImportWindow *self, gboolean busy);
LiaisonManner liaison_import_window_get_manner (LiaisonImportWindow *self);

/* import-window.c */
void liaison_import_window_show (LiaisonImportWindow *self, const char *page);
void liaison_import_window_tell (LiaisonImportWindow *self, const GError *error);
void liaison_import_window_update_buttons (LiaisonImportWindow *self);

/* import-choices.c: what a column may be, of LiaisonColumnChoice, and which of them it is */
GPtrArray *liaison_import_window_list_choices (LiaisonImportWindow *self);
guint liaison_import_window_find_choice (LiaisonImportWindow *self,
                                         const LiaisonImportColumn *column);

/* import-profiles.c: a row of the profiles there are, if any */
void liaison_import_window_add_profiles (LiaisonImportWindow *self, AdwPreferencesGroup *group);

/* import-columns.c: a row with something to choose; takes @labels */
GtkWidget *liaison_import_window_add_combo (AdwPreferencesGroup *group,
                                            const char *title,
                                            GtkStringList *labels,
                                            guint selected,
                                            GCallback callback,
                                            gpointer data);

/* import-columns.c, import-options.c: fill a page from the mapping, which its rows then change */
void liaison_import_window_fill_columns (LiaisonImportWindow *self);
void liaison_import_window_fill_options (LiaisonImportWindow *self);
/* Under the name that was typed there, if any. */
void liaison_import_window_save_profile (LiaisonImportWindow *self);

/* import-preview-page.c */
void liaison_import_window_init_preview (LiaisonImportWindow *self);
void liaison_import_window_fill_preview (LiaisonImportWindow *self);

/* import-preview-columns.c */
void liaison_import_window_make_preview_columns (LiaisonImportWindow *self);
/* The heading of a column of the sheet, as people know it. The caller's. */
char *liaison_import_window_dup_heading (LiaisonImportWindow *self, int column);

/* import-fixes.c: what is wrong with the selected row, and a way to correct it */
void liaison_import_window_fill_fixes (LiaisonImportWindow *self);

G_END_DECLS
