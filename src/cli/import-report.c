/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-report.h"

#include "record/field-type.h"

static const char *const states[] = { [LIAISON_IMPORT_NEW] = "new",
                                      [LIAISON_IMPORT_CHANGED] = "changed",
                                      [LIAISON_IMPORT_SAME] = "same",
                                      [LIAISON_IMPORT_GONE] = "gone",
                                      [LIAISON_IMPORT_NOTHING] = "nothing" };
static const char *const types[] = {
  [LIAISON_IMPORT_ROW_RECORD] = "record",   [LIAISON_IMPORT_ROW_SECTION] = "section",
  [LIAISON_IMPORT_ROW_CREATED] = "created", [LIAISON_IMPORT_ROW_GONE] = "gone",
  [LIAISON_IMPORT_ROW_DAY] = "day",         [LIAISON_IMPORT_ROW_NOTE] = "note",
  [LIAISON_IMPORT_ROW_HEADING] = "heading", [LIAISON_IMPORT_ROW_OTHER] = "other"
};

static const LiaisonBlock *
get_block (const LiaisonImportRow *row)
{
  return row->after != NULL ? row->after : row->before;
}

static char *
tell_name (const LiaisonManner *manner, const LiaisonImportRow *row)
{
  const LiaisonBlock *block = get_block (row);

  return block != NULL ? liaison_manner_tell_block_name (manner, block)
                       : g_strdup (row->text != NULL ? row->text : "");
}

/* "B12" of the sheet, or "12" for a whole row. */
static char *
tell_place (const LiaisonImportRow *row, const LiaisonImportProblem *problem)
{
  g_autofree char *column = problem->column >= 0
                                ? liaison_sheet_dup_column_name ((guint) problem->column)
                                : g_strdup ("");

  return g_strdup_printf ("%s%u", column, row->number);
}

static void
print_problem (const LiaisonManner *manner,
               const LiaisonImportRow *row,
               const LiaisonImportProblem *problem)
{
  /* Translators: A cell of a spreadsheet (B12) and what is wrong with it. */
  static const char *const lines[] = { [LIAISON_SEVERITY_NOTE] = N_ ("{place}: note: {message}"),
                                       [LIAISON_SEVERITY_WARNING] =
                                           N_ ("{place}: warning: {message}"),
                                       [LIAISON_SEVERITY_ERROR] =
                                           N_ ("{place}: error: {message}") };
  g_autofree char *place = tell_place (row, problem);
  g_autofree char *line = liaison_words_format (manner->words, lines[problem->severity],
                                                liaison_operand_text ("place", place),
                                                liaison_operand_text ("message", problem->message));
  g_autofree char *plain = liaison_words_dup_without_isolates (line);

  liaison_output_print_line (plain);
  for (guint i = 0; problem->offers != NULL && i < problem->offers->len; i++)
    {
      g_autofree char *offer = g_strdup_printf ("    %s", (char *) problem->offers->pdata[i]);

      liaison_output_print_line (offer);
    }
}

static void
print_changes (const LiaisonManner *manner, const LiaisonImportRow *row)
{
  const LiaisonShape *shape = row->after->shape;

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *line = NULL;

      if (liaison_field_type_ops (field->type)
              ->equal (LIAISON_BLOCK_AT (row->before, field), LIAISON_BLOCK_AT (row->after, field)))
        continue;
      before = liaison_manner_tell_field (manner, row->before, field);
      after = liaison_manner_tell_field (manner, row->after, field);
      line = g_strdup_printf ("      %s: %s → %s", _ (field->label), *before != '\0' ? before : "—",
                              *after != '\0' ? after : "—");
      liaison_output_print_line (line);
    }
}

static void
print_row (const LiaisonManner *manner, const LiaisonImportRow *row, gboolean all)
{
  static const char marks[] = { [LIAISON_IMPORT_NEW] = '+',
                                [LIAISON_IMPORT_CHANGED] = '*',
                                [LIAISON_IMPORT_SAME] = ' ',
                                [LIAISON_IMPORT_GONE] = '-',
                                [LIAISON_IMPORT_NOTHING] = ' ' };
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; row->problems != NULL && i < row->problems->len; i++)
    print_problem (manner, row, row->problems->pdata[i]);
  if (row->state == LIAISON_IMPORT_SAME || row->state == LIAISON_IMPORT_NOTHING
      || (row->state == LIAISON_IMPORT_NEW && !all))
    return;
  name = tell_name (manner, row);
  if (row->state == LIAISON_IMPORT_GONE && !row->wanted)
    {
      /* Translators: A record of the plan that an imported file does not have any more. */
      g_autofree char *stays = liaison_words_format (manner->words, N_ ("{name} (stays)"),
                                                     liaison_operand_text ("name", name));

      g_free (name);
      name = liaison_words_dup_without_isolates (stays);
    }
  line = g_strdup_printf ("  %c %s", marks[row->state], name);
  liaison_output_print_line (line);
  if (row->state == LIAISON_IMPORT_CHANGED)
    print_changes (manner, row);
}

void
liaison_import_report_print (const LiaisonImportPreview *preview,
                             const LiaisonManner *manner,
                             gboolean all)
{
  const LiaisonImportCounts counts = liaison_import_preview_count (preview);
  g_autofree char *line = NULL;

  for (guint i = 0; i < liaison_import_preview_get_n_rows (preview); i++)
    print_row (manner, liaison_import_preview_get_row (preview, i), all);
  line = liaison_words_format (
      manner->words,
      /* Translators: Numbers of rows of an import. */
      N_ ("New: {new}, changed: {changed}, the same: {same}, gone: {gone}, created: {created}. "
          "Rows with errors: {errors}, with warnings: {warnings}."),
      liaison_operand_integer ("new", counts.n_new),
      liaison_operand_integer ("changed", counts.n_changed),
      liaison_operand_integer ("same", counts.n_same),
      liaison_operand_integer ("gone", counts.n_gone),
      liaison_operand_integer ("created", counts.n_created),
      liaison_operand_integer ("errors", counts.n_errors),
      liaison_operand_integer ("warnings", counts.n_warnings));
  liaison_output_print_line (line);
}

static void
write_count (LiaisonJsonWriter *writer, const char *name, guint count)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_integer (writer, count);
}

static void
write_problem (LiaisonJsonWriter *writer,
               const LiaisonImportRow *row,
               const LiaisonImportProblem *problem)
{
  g_autofree char *place = tell_place (row, problem);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "cell", place);
  liaison_command_write_member (writer, "severity", liaison_severity_get_nick (problem->severity));
  if (problem->field >= 0 && get_block (row) != NULL)
    liaison_command_write_member (writer, "field",
                                  get_block (row)->shape->fields[problem->field].name);
  liaison_command_write_member (writer, "text", problem->text);
  liaison_command_write_member (writer, "message", problem->message);
  if (problem->offers != NULL)
    {
      liaison_json_writer_name (writer, "offers");
      liaison_json_writer_begin_array (writer);
      for (guint i = 0; i < problem->offers->len; i++)
        liaison_json_writer_string (writer, problem->offers->pdata[i]);
      liaison_json_writer_end_array (writer);
    }
  liaison_json_writer_end_object (writer);
}

static void
write_fields (LiaisonJsonWriter *writer, const LiaisonBlock *block, const LiaisonBlock *before)
{
  liaison_json_writer_name (writer, "fields");
  liaison_json_writer_begin_object (writer);
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);

      if (!ops->is_set (LIAISON_BLOCK_AT (block, field))
          || (before != NULL
              && ops->equal (LIAISON_BLOCK_AT (before, field), LIAISON_BLOCK_AT (block, field))))
        continue;
      liaison_json_writer_name (writer, field->name);
      ops->write (LIAISON_BLOCK_AT (block, field), field, writer);
    }
  liaison_json_writer_end_object (writer);
}

static void
write_row (LiaisonJsonWriter *writer, const LiaisonManner *manner, const LiaisonImportRow *row)
{
  const LiaisonBlock *block = get_block (row);
  g_autofree char *name = tell_name (manner, row);
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_json_writer_begin_object (writer);
  if (row->number > 0)
    write_count (writer, "row", row->number);
  liaison_command_write_member (writer, "type", types[row->type]);
  liaison_command_write_member (writer, "state", states[row->state]);
  liaison_command_write_member (writer, "name", name);
  if (block != NULL)
    {
      liaison_id_format (block->id, id);
      liaison_command_write_member (writer, "table", liaison_kind_for_shape (block->shape)->plural);
      liaison_command_write_member (writer, "id", id);
    }
  if (row->state == LIAISON_IMPORT_GONE)
    {
      liaison_json_writer_name (writer, "goes");
      liaison_json_writer_boolean (writer, row->wanted);
    }
  if (row->state == LIAISON_IMPORT_NEW || row->state == LIAISON_IMPORT_CHANGED)
    write_fields (writer, row->after, row->before);
  liaison_json_writer_name (writer, "problems");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; row->problems != NULL && i < row->problems->len; i++)
    write_problem (writer, row, row->problems->pdata[i]);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}

void
liaison_import_report_write (const LiaisonImportPreview *preview,
                             const LiaisonManner *manner,
                             const char *output,
                             LiaisonJsonWriter *writer)
{
  const LiaisonImportCounts counts = liaison_import_preview_count (preview);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "table",
                                liaison_import_preview_get_mapping (preview)->kind->plural);
  liaison_command_write_member (writer, "output", output);
  write_count (writer, "new", counts.n_new);
  write_count (writer, "changed", counts.n_changed);
  write_count (writer, "same", counts.n_same);
  write_count (writer, "gone", counts.n_gone);
  write_count (writer, "created", counts.n_created);
  write_count (writer, "errors", counts.n_errors);
  write_count (writer, "warnings", counts.n_warnings);
  liaison_json_writer_name (writer, "rows");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < liaison_import_preview_get_n_rows (preview); i++)
    write_row (writer, manner, liaison_import_preview_get_row (preview, i));
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}
