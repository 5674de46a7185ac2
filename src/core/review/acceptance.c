/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/acceptance.h"

#include "record/kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_id (GString *text, LiaisonId id)
{
  char buffer[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, buffer);
  g_string_append (text, buffer);
}

/* What only the fix speaks of may change without the finding being another. */
static gboolean
is_told (const LiaisonFinding *finding, const LiaisonOperand *operand)
{
  g_autofree char *placeholder = g_strdup_printf ("{%s}", operand->name);

  return strstr (finding->sentence, placeholder) != NULL;
}

static void
append_operand (GString *text, const LiaisonOperand *operand)
{
  g_string_append_printf (text, "\n%s %d ", operand->name, (int) operand->kind);
  switch (operand->kind)
    {
    case LIAISON_OPERAND_TEXT:
      g_string_append (text, operand->value.text);
      break;
    case LIAISON_OPERAND_INTEGER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, operand->value.integer);
      break;
    case LIAISON_OPERAND_SECONDS_AT:
    case LIAISON_OPERAND_DURATION:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, operand->value.seconds);
      break;
    case LIAISON_OPERAND_DATE:
      g_string_append_printf (text, "%d", (int) operand->value.days);
      break;
    case LIAISON_OPERAND_RECORD:
      append_id (text, operand->value.record);
      break;
    case LIAISON_OPERAND_FIELD:
      g_string_append (text, operand->value.label);
      break;
    case LIAISON_OPERAND_NATION:
      g_string_append (text, operand->value.nation);
      break;
    case LIAISON_OPERAND_LANGUAGE:
      g_string_append (text, operand->value.tag);
      break;
    default:
      break;
    }
}

char *
liaison_finding_make_key (const LiaisonFinding *finding)
{
  g_autoptr (GString) text = g_string_new (finding->rule);

  g_string_append_printf (text, "\n%s\n", finding->field != NULL ? finding->field : "");
  for (guint i = 0; i < finding->n_records; i++)
    append_id (text, finding->records[i]);
  for (guint i = 0; finding->operands != NULL && i < finding->operands->len; i++)
    if (is_told (finding, &g_array_index (finding->operands, LiaisonOperand, i)))
      append_operand (text, &g_array_index (finding->operands, LiaisonOperand, i));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

void
liaison_acceptance_free (LiaisonAcceptance *self)
{
  g_clear_pointer (&self->finding, liaison_finding_unref);
  liaison_block_unref ((LiaisonBlock *) self->record);
  g_free (self);
}

/* Of rules that any acceptance is about only findings are told apart by key: that costs a hash. */
typedef struct
{
  GHashTable *rules; /* name -> itself */
  GHashTable *keys;  /* key -> block; borrowed */
} Known;

static Known
gather (const LiaisonSnapshot *snapshot, gint32 today)
{
  Known known = { g_hash_table_new (g_str_hash, g_str_equal),
                  g_hash_table_new (g_str_hash, g_str_equal) };
  guint n;
  const LiaisonBlock *const *blocks
      = liaison_snapshot_get (snapshot, LIAISON_KIND_ACCEPTED_FINDING, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonAcceptedFindingData *data = LIAISON_DATA (AcceptedFinding, blocks[i]);
      if (data->rule == NULL || data->key == NULL
          || (data->until != LIAISON_DATE_UNSET && data->until < today))
        continue;
      g_hash_table_add (known.rules, data->rule);
      g_hash_table_insert (known.keys, data->key, (gpointer) blocks[i]);
    }
  return known;
}

static const LiaisonBlock *
find_acceptance (const Known *known, const LiaisonFinding *finding)
{
  if (!g_hash_table_contains (known->rules, finding->rule))
    return NULL;
  g_autofree char *key = liaison_finding_make_key (finding);
  return g_hash_table_lookup (known->keys, key);
}

GPtrArray *
liaison_acceptances_take_out (const LiaisonSnapshot *snapshot, gint32 today, GPtrArray *findings)
{
  GPtrArray *accepted = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_acceptance_free);
  Known known = gather (snapshot, today);
  guint kept = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LiaisonBlock *record = find_acceptance (&known, findings->pdata[i]);
      if (record == NULL)
        {
          findings->pdata[kept++] = findings->pdata[i];
          continue;
        }
      LiaisonAcceptance *acceptance = g_new (LiaisonAcceptance, 1);
      acceptance->finding = findings->pdata[i];
      acceptance->record = liaison_block_ref (record);
      g_ptr_array_add (accepted, acceptance);
    }
  for (guint i = kept; i < findings->len; i++)
    findings->pdata[i] = NULL;
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, (int) kept);
  g_ptr_array_set_free_func (findings, (GDestroyNotify) liaison_finding_unref);
  g_hash_table_unref (known.rules);
  g_hash_table_unref (known.keys);
  return accepted;
}

static LiaisonRuleSeverity
to_rule_severity (LiaisonSeverity severity)
{
  return severity == LIAISON_SEVERITY_ERROR     ? LIAISON_RULE_SEVERITY_ERROR
         : severity == LIAISON_SEVERITY_WARNING ? LIAISON_RULE_SEVERITY_WARNING
                                                : LIAISON_RULE_SEVERITY_NOTE;
}

LiaisonProposal *
liaison_acceptance_propose_all (LiaisonFinding *const *findings,
                                guint n,
                                const char *reason,
                                const char *language,
                                const char *author,
                                gint64 now,
                                const char *zone,
                                gint32 until)
{
  LiaisonProposal *proposal = liaison_proposal_new (n == 1 ? N_ ("Accept a finding")
                                                           : N_ ("Accept {count} findings"));

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = liaison_finding_make_key (findings[i]);
      g_autoptr (LiaisonBlock) block
          = liaison_block_new (&liaison_accepted_finding_kind.shape, liaison_id_new (now * 1000));
      LiaisonAcceptedFindingData *data = (LiaisonAcceptedFindingData *) block;
      data->rule = g_ref_string_new (findings[i]->rule);
      data->key = g_ref_string_new (key);
      data->records = liaison_ids_new (findings[i]->records, findings[i]->n_records);
      data->field = findings[i]->field != NULL ? g_ref_string_new (findings[i]->field) : NULL;
      data->severity = (int) to_rule_severity (findings[i]->severity);
      data->reason = liaison_text_new (language, reason);
      data->author = author != NULL && *author != '\0' ? g_ref_string_new (author) : NULL;
      /* Nobody reads the seconds. */
      if (!liaison_instant_from_unix (now - now % 60, zone, &data->when))
        liaison_instant_from_unix (now - now % 60, NULL, &data->when);
      data->until = until;
      liaison_proposal_add_record (proposal, block);
    }
  return proposal;
}

LiaisonProposal *
liaison_acceptance_propose (const LiaisonFinding *finding,
                            const char *reason,
                            const char *language,
                            const char *author,
                            gint64 now,
                            const char *zone,
                            gint32 until)
{
  LiaisonFinding *one = (LiaisonFinding *) finding;

  return liaison_acceptance_propose_all (&one, 1, reason, language, author, now, zone,
                                         until);
}

LiaisonProposal *
liaison_acceptance_propose_end (const LiaisonBlock *record)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Take back an acceptance"));

  liaison_proposal_remove_record (proposal, record);
  return proposal;
}
